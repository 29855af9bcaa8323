"""Reliability: how far two coders, or many, agree beyond what chance gives, with an interval over passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

CONFIDENCE = 0.95
N_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Reliability:
    """One coefficient.

    Attributes
    ----------
    value : float
        1 is full agreement, 0 what chance gives; missing where everybody gave one and the same value throughout.
    low, high : float
        Percentile bootstrap interval at 95%, passages drawn anew; missing where there are fewer than two.
    n : int
        Passages that it rests on.
    """

    value: float
    low: float
    high: float
    n: int


def measure_kappa(
    first: Sequence[bool], second: Sequence[bool], *, passages: Sequence[int], seed: int = 0
) -> Reliability:
    """Measure Cohen's kappa between two coders over yes-or-no decisions.

    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960), 37-46. Decisions about one passage hang together, so the interval draws whole passages.

    Parameters
    ----------
    first, second : sequence of bool
        One value per decision: whether the coder gave this code to this passage.
    passages : sequence of int
        The passage of each decision.

    Examples
    --------
    >>> measure_kappa([True, True, False, False], [True, False, False, False], passages=[1, 2, 3, 4]).value
    0.5
    """
    yes, also = np.asarray(first, dtype=bool), np.asarray(second, dtype=bool)
    cells = np.stack([yes & also, yes & ~also, ~yes & also, ~yes & ~also], axis=1)
    return _measure(_sum_by_passage(cells, passages), _kappa, seed=seed)


def measure_alpha(counts: np.ndarray, *, passages: Sequence[int], seed: int = 0) -> Reliability:
    """Measure Krippendorff's alpha for nominal values among any number of coders, some of whom may skip a decision.

    Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (University of Pennsylvania, 2011). The
    interval draws whole passages, which is not Krippendorff's own algorithm.

    Parameters
    ----------
    counts : array of int, decisions x values
        How many coders gave each value to each decision. A decision with fewer than two has no pair and is left out.
    passages : sequence of int
        The passage of each decision.

    Examples
    --------
    Three decisions by two coders, who differ on the last:

    >>> round(measure_alpha(np.array([[2, 0], [0, 2], [1, 1]]), passages=[1, 2, 3]).value, 3)
    0.444
    """
    counts = np.asarray(counts, dtype=float)
    pairable = counts.sum(axis=1) >= 2
    counts, kept = counts[pairable], np.asarray(passages)[pairable]
    coders = counts.sum(axis=1)
    unequal = (coders**2 - (counts**2).sum(axis=1)) / (coders - 1)
    return _measure(_sum_by_passage(np.column_stack([unequal, counts]), kept), _alpha, seed=seed)


def _sum_by_passage(rows: np.ndarray, passages: Sequence[int] | np.ndarray) -> np.ndarray:
    """Add up the rows of each passage: both coefficients are made of sums."""
    known, at = np.unique(np.asarray(passages), return_inverse=True)
    sums = np.zeros((len(known), rows.shape[1]))
    np.add.at(sums, at, rows)
    return sums


def _measure(sums: np.ndarray, coefficient: Callable[[np.ndarray], np.ndarray], *, seed: int) -> Reliability:
    n = len(sums)
    if not n:
        return Reliability(np.nan, np.nan, np.nan, 0)
    value = float(coefficient(sums.sum(axis=0, keepdims=True))[0])
    if n < 2:
        return Reliability(value, np.nan, np.nan, n)
    draws = np.random.default_rng(seed).integers(n, size=(N_DRAWS, n))
    drawn = coefficient(sums[draws].sum(axis=1))
    drawn = drawn[~np.isnan(drawn)]
    if np.isnan(value) or not len(drawn):
        return Reliability(value, np.nan, np.nan, n)
    low, high = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return Reliability(value, float(low), float(high), n)


def _kappa(cells: np.ndarray) -> np.ndarray:
    """Return kappa of each row: decisions with both yes, only the first, only the second, neither."""
    both, only_first, only_second, neither = cells.T
    n = np.maximum(cells.sum(axis=1), 1)
    seen = (both + neither) / n
    by_chance = ((both + only_first) * (both + only_second) + (neither + only_first) * (neither + only_second)) / n**2
    return _beyond(1 - seen, 1 - by_chance)


def _alpha(sums: np.ndarray) -> np.ndarray:
    """Return alpha of each row: the unequal pairs, then how often each value was given."""
    n = sums[:, 1:].sum(axis=1)
    return _beyond(sums[:, 0], (n**2 - (sums[:, 1:] ** 2).sum(axis=1)) / np.maximum(n - 1, 1))


def _beyond(seen: np.ndarray, by_chance: np.ndarray) -> np.ndarray:
    """Return 1 - seen / by chance of disagreement, missing where chance leaves no disagreement to expect."""
    some = by_chance > 0
    return np.where(some, 1 - seen / np.where(some, by_chance, 1), np.nan)
