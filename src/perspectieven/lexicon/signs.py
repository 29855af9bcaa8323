"""Signs as a value: what words and word pieces say for each code, and the record of terms; learnt from coded turns."""

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from perspectieven.lexicon.network import Network

WORTH_A_LOOK = 0.04
"""What signs must say at least for a code to be given without a term."""

_EXPECTED = 0.6
"""Share of hits that are right, before a code has any record."""
_FAITH_IN_CODE, _FAITH_IN_TERM, _FAITH_IN_RULE = 5, 3, 4
"""Hits that an expectation counts for: of a code, of a term by its code, of a rule for one code."""

_OFTEN, _SELDOM = 10, 0.2
"""From how many hits, and below which share of them right, the record of a term is poor."""

_LEAST_TOLD = 0.05
"""What signs say for a code is never taken for less where something is divided by it."""

SHIFTS = ("negated", "hypothetical", "other")
"""Where signs may shift a mention: it is denied, supposed, told as somebody else's view."""
ANY = "*"
"""Stands for all codes together."""
ELSEWHERE = "elsewhere"
"""With `ANY` a column of its own: a text is about something else than the codes are."""

Record = Mapping[tuple[str, str], tuple[int, int]]
"""Per code and term: how often it fired in independent text, and in how many of those it was right."""


class Rule(NamedTuple):
    """When a code is given: where a weighed sum is above zero.

    Attributes
    ----------
    of_term : tuple of float
        Weights of what the network tells, of what signs say, of the log odds that the term is right; and a constant.
        For a code that a term was found for. The lean of the code comes on top.
    of_signs : tuple of float
        The same without the term. For a code that only signs tell of.
    shift_of_term, shift_of_signs : tuple of float
        When a mention is shifted that no rule of stance or voice says anything of, one found by a term and one that
        only signs tell of. For each of `SHIFTS` six numbers: weights of what `describe_shifts` tells, and a constant.
    elsewhere : tuple of float
        What signs must say for a text to be about something else, so that nothing in it counts; empty for never.
    """

    of_term: tuple[float, ...]
    of_signs: tuple[float, ...]
    shift_of_term: tuple[float, ...]
    shift_of_signs: tuple[float, ...]
    elsewhere: tuple[float, ...] = ()

    def odds(self, told: NDArray[np.floating], sums: NDArray[np.floating], *, by_term: bool) -> NDArray[np.floating]:
        """Return the log odds that codes are given, without their lean and the record of a term.

        Parameters
        ----------
        told, sums : array
            What the network tells of a code, and what signs say for it; of one shape.
        by_term : bool
            A term was found; else only signs tell of it.
        """
        by_told, by_sum, *_, constant = self.of_term if by_term else self.of_signs
        odds: NDArray[np.floating] = told.dtype.type(by_told) * told + told.dtype.type(by_sum) * sums
        return odds + told.dtype.type(constant)

    def record_odds(self, chance: float) -> float:
        """Return the log odds that come on top for a term that is right with some chance."""
        return self.of_term[2] * math.log(chance / (1 - chance))

    def shift(self, features: NDArray[np.floating], by_term: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Say which of `SHIFTS` each mention takes, counted from 1; 0 for none: it is affirmed.

        Parameters
        ----------
        features : array of float, mentions x shifts x 5
            As from `describe_shifts`.
        by_term : array of bool
            One element per mention: a term found it.
        """
        odds = np.zeros((len(features), len(SHIFTS) + 1))
        for weights, of in ((self.shift_of_term, by_term), (self.shift_of_signs, ~by_term)):
            rows = np.array(weights).reshape(len(SHIFTS), -1)
            odds[of, 1:] = (features[of] * rows[:, :-1]).sum(axis=2) + rows[:, -1]
        taken: NDArray[np.uint8] = odds.argmax(axis=1).astype(np.uint8)
        return taken


def describe_shifts(
    told: NDArray[np.floating],
    shifted: NDArray[np.floating],
    of_any: NDArray[np.floating],
    share: NDArray[np.floating],
    known: NDArray[np.bool_],
) -> NDArray[np.floating]:
    """Return what `Rule.shift` weighs.

    Parameters
    ----------
    told : array
        One element per mention: what signs say for its code.
    shifted : array, mentions x shifts
        What they say for each shift of this code.
    of_any : array, mentions x shifts
        What they say for each shift of any code.
    share : array, mentions x shifts
        Which share of the mentions of the code take each shift.
    known : array of bool, mentions x shifts
        Whether there are weights for this shift of this code.

    Returns
    -------
    array, mentions x shifts x 5
        The logarithm of the share; what signs say for the shift, and that as a share of what they say for the code,
        both zero where there are no weights; one where there are none; and what they say for any code.
    """
    for_shift = np.where(known, shifted, 0)
    ratio = np.clip(for_shift / np.maximum(told, _LEAST_TOLD)[:, np.newaxis], -0.5, 1.5)
    return np.stack([np.log(share), for_shift, ratio, ~known, of_any], axis=2)


class Weights(NamedTuple):
    """Weights of signs, sign after sign; only those that are not zero.

    Attributes
    ----------
    first : array of int32
        One element per sign and one more: where its weights begin in `packed`.
    packed : array of uint16 or uint32
        The column that each is a weight for times 256, and the weight as eight bits; 32 bits wide where there are more
        than 256 columns.
    """

    first: NDArray[np.int32]
    packed: NDArray[np.uint16] | NDArray[np.uint32]

    @classmethod
    def pack(cls, first: NDArray[np.int32], columns: NDArray[np.unsignedinteger], steps: NDArray[np.int8]) -> Self:
        """Pack columns of 8 or 16 bits and the weights for them."""
        if columns.itemsize == 1:
            return cls(first, columns.astype(np.uint16) << np.uint16(8) | steps.view(np.uint8))
        return cls(first, columns.astype(np.uint32) << np.uint32(8) | steps.view(np.uint8))

    @property
    def columns(self) -> NDArray[np.unsignedinteger]:
        """What each is a weight for."""
        return (self.packed >> 8).astype(f"u{self.packed.itemsize // 2}")

    @property
    def steps(self) -> NDArray[np.int8]:
        """How large each is, in units of its column."""
        return self.packed.astype(np.uint8).view(np.int8)


@dataclass(frozen=True, eq=False)
class Signs:
    """What words say for or against codes.

    Attributes
    ----------
    codes : tuple of str
        The first columns of `weights`.
    shifts : tuple of (str, str)
        The columns after those: codes, or `ANY`, each with one of `SHIFTS`, and `ANY` with `ELSEWHERE`.
    keys : array of uint64
        The signs, by their keys (see `matching.signs`), in order.
    weights : Weights
    unit : array of float32
        One element per column: what one step of a weight is worth.
    bias : array of float32
        One element per column.
    lean : array of float32
        One element per code: log odds that come on top of what signs say, because coders gave the code more often than
        that, or less.
    share : array of float32, codes x shifts
        Which share of its mentions take each of `SHIFTS`.
    record, rules : Record
        Of terms, and of rules of stance and voice.
    rule : Rule
    network : Network
        What the sums of all codes tell of each.
    """

    codes: tuple[str, ...]
    shifts: tuple[tuple[str, str], ...]
    keys: NDArray[np.uint64] = field(repr=False)
    weights: Weights = field(repr=False)
    unit: NDArray[np.float32] = field(repr=False)
    bias: NDArray[np.float32] = field(repr=False)
    lean: NDArray[np.float32] = field(repr=False)
    share: NDArray[np.float32] = field(repr=False)
    record: Record = field(repr=False)
    rules: Record = field(repr=False)
    rule: Rule = field(repr=False)
    network: Network = field(repr=False)

    @classmethod
    def make(
        cls,
        codes: tuple[str, ...],
        shifts: tuple[tuple[str, str], ...],
        keys: NDArray[np.uint64],
        weights: NDArray[np.float64],
        bias: NDArray[np.float64],
        lean: NDArray[np.float64],
        share: NDArray[np.float64],
        record: Record,
        rules: Record,
        rule: Rule,
        network: Network,
    ) -> Self:
        """Make signs from weights as they were learnt, signs x columns; zeros are left out.

        Each is rounded to one of 255 steps of its column.
        """
        unit = np.maximum(np.quantile(np.abs(weights), 0.9999, axis=0) / 127, 1e-9).astype(np.float32)
        order = np.argsort(keys)
        steps = np.clip(np.rint(weights[order] / unit), -127, 127).astype(np.int8)
        signs, columns = np.nonzero(steps)
        first = np.searchsorted(signs, np.arange(len(keys) + 1)).astype(np.int32)
        kept = Weights.pack(first, columns.astype(np.min_scalar_type(steps.shape[1] - 1)), steps[signs, columns])
        numbers = (unit, bias.astype(np.float32), lean.astype(np.float32), share.astype(np.float32))
        return cls(codes, shifts, keys[order], kept, *numbers, record, rules, rule, network)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all content."""
        content = hashlib.sha256(
            repr((self.codes, self.shifts, sorted(self.record.items()), sorted(self.rules.items()), self.rule)).encode()
        )
        for array in (self.keys, *self.weights, self.unit, self.bias, self.lean, self.share, *self.network):
            content.update(np.ascontiguousarray(array).tobytes())
        return content.hexdigest()

    @cached_property
    def record_of_codes(self) -> dict[str, tuple[int, int]]:
        """How often the terms of each code fired in independent text, and in how many of those they were right."""
        return _add_up((code, counts) for (code, _), counts in self.record.items())

    @cached_property
    def record_of_rules(self) -> dict[str, tuple[int, int]]:
        """How often each rule decided in independent text, and in how many of those it was right."""
        return _add_up((rule, counts) for (_, rule), counts in self.rules.items())

    def chance(self, code: str, term: str) -> float | None:
        """Return the chance that a hit of a term is right, by its record and its code's; None for a new term."""
        if (code, term) not in self.record:
            return None
        return chance_of(self.record[code, term], self.record_of_codes[code])

    def is_blameless(self, code: str, term: str) -> bool:
        """Say whether a term was never wrong in independent text, if only because it never fired there."""
        fired, right = self.record.get((code, term), (0, 0))
        return fired == right

    def is_poor(self, code: str, term: str) -> bool:
        """Say whether a term fired often in independent text and nearly always was wrong."""
        fired, right = self.record.get((code, term), (0, 0))
        return fired >= _OFTEN and right < _SELDOM * fired

    def trusts(self, code: str, rule: str) -> bool:
        """Say whether a rule of stance or voice, where it sees something, is more often right than wrong for a code.

        A rule without a record is trusted.
        """
        fired, right = self.record_of_rules.get(rule, (0, 0))
        expected = (right + 1) / (fired + 2)
        own_fired, own_right = self.rules.get((code, rule), (0, 0))
        return (own_right + _FAITH_IN_RULE * expected) / (own_fired + _FAITH_IN_RULE) >= 1 / 2

    def share_shifted(self, codes: tuple[str, ...]) -> NDArray[np.float32]:
        """Return which share of the mentions of some codes take each of `SHIFTS`; for an unknown code the mean."""
        shares = dict(zip(self.codes, self.share, strict=True))
        return np.array([shares.get(code, self.share.mean(axis=0)) for code in codes], np.float32)


def _add_up(records: Iterable[tuple[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    totals: dict[str, tuple[int, int]] = {}
    for name, (fired, right) in records:
        before = totals.get(name, (0, 0))
        totals[name] = (before[0] + fired, before[1] + right)
    return totals


def chance_of(of_term: tuple[int, int], of_code: tuple[int, int]) -> float:
    """Return the chance that a hit is right, from how often term and code fired and were right.

    >>> chance_of((0, 0), (0, 0)), round(chance_of((20, 18), (20, 18)), 2)
    (0.6, 0.89)
    """
    expected = (of_code[1] + _FAITH_IN_CODE * _EXPECTED) / (of_code[0] + _FAITH_IN_CODE)
    return (of_term[1] + _FAITH_IN_TERM * expected) / (of_term[0] + _FAITH_IN_TERM)
