"""A tagger: which words, by all that is seen of them and beside them, are likely part of a name or the like.

Rules know what they were told; a tagger has learnt, from marked text, what stands around names that no list has and
around names that are words too (`benchmarks/privacy/learn.py`). It adds to what the rules find.
"""

import io
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled
from perspectieven.privacy.cue_words import KIN, TITLES
from perspectieven.privacy.evidence import NOBODY, bare
from perspectieven.privacy.familiar import is_famous_at, is_in_no_name, is_learned, is_spoken
from perspectieven.privacy.features import list_features
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, places, surnames
from perspectieven.privacy.numbers import NUMBER
from perspectieven.privacy.people import Person
from perspectieven.privacy.surnames import is_prefix
from perspectieven.privacy.tokens import Token
from perspectieven.slots import Slots, fill_slots, number_of

REASON = "words around it"
LIKELY, LIKELY_IN_SMALL = 0.17, 0.7
"""From this chance on a word is taken for part of a name or the like; the other is for a word in small letters where
names have capitals. Chosen on snippets left out."""
DOUBTFUL = 0.1
"""From this chance on a person should look."""
NAMING = frozenset(
    (Kind.PERSON, Kind.SCHOOL, Kind.NEIGHBOURHOOD, Kind.ORGANISATION, Kind.PLACE, Kind.ADDRESS, Kind.HANDLE, Kind.AGE)
)
"""What is told by words; numbers and the like are left to the rules."""
_CLITICS = frozenset("k m n r s t mm hm that's".split())
"""What is written for a word that is hardly said: *'k*, *op 'm*."""
_JOINS = frozenset((" ", "-", " - ", ". ", "/"))
"""What may stand within a name; a full stop only behind an initial."""
_LONGEST_INITIAL = 2
_LARGE_TOWN = 100_000
_NUMBER = re.compile(NUMBER)
"""Alone these are no name and no street."""
_QUOTES = ("'", '"', "\u2018", "\u201c")


@dataclass(frozen=True, eq=False)
class Tagger:
    """What features say for and against a word's being part of something that identifies.

    Attributes
    ----------
    kinds : tuple of Kind
        The columns of `weights` after the first.
    keys : array of uint64
        The features, see `features.list_features`.
    weights : array of int8, features x (1 + kinds)
        For anything that identifies, and for each kind.
    unit, bias : array of float32
        One element per column: what one step of a weight is worth, and what is added.
    """

    kinds: tuple[Kind, ...]
    keys: NDArray[np.uint64] = field(repr=False)
    weights: NDArray[np.int8] = field(repr=False)
    unit: NDArray[np.float32] = field(repr=False)
    bias: NDArray[np.float32] = field(repr=False)

    @cached_property
    def _slots(self) -> Slots:
        return fill_slots(self.keys)

    @cached_property
    def _of_any(self) -> NDArray[np.int8]:
        return np.ascontiguousarray(self.weights[:, :1])

    def weigh_any(self, features: NDArray[np.uint64]) -> NDArray[np.float32]:
        """Return for each word the log odds that it is part of something that identifies."""
        odds: NDArray[np.float32] = _add_up(self._slots, self._of_any, features)[:, 0] * self.unit[0] + self.bias[0]
        return odds

    def weigh(self, features: NDArray[np.uint64]) -> NDArray[np.float32]:
        """Return the log odds of words, words x (1 + kinds)."""
        odds: NDArray[np.float32] = _add_up(self._slots, self.weights, features) * self.unit + self.bias
        return odds

    def to_bytes(self) -> bytes:
        """Return a tagger as it is kept; the same tagger gives the same bytes."""
        order = np.argsort(self.keys)
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            kinds=np.array([kind.value for kind in self.kinds]),
            steps=np.diff(self.keys[order], prepend=np.uint64(0)),
            weights=self.weights[order],
            unit=self.unit,
            bias=self.bias,
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Tagger":
        """Take a tagger from what was kept."""
        with np.load(io.BytesIO(content), allow_pickle=False) as found:
            kinds = tuple(Kind(name) for name in found["kinds"].tolist())
            keys = np.cumsum(found["steps"], dtype=np.uint64)
            return cls(kinds, keys, found["weights"], found["unit"], found["bias"])


class Tagged(NamedTuple):
    """What a tagger found in a text."""

    people: tuple[Person, ...]
    others: tuple[Finding, ...]


NOTHING = Tagged((), ())


@cache
def read_tagger() -> Tagger:
    """Read the tagger that comes with the package."""
    return Tagger.from_bytes(files("perspectieven.privacy").joinpath("tagger.npz").read_bytes())


def tag(texts: Sequence[Sequence[Token]], uncased: Sequence[bool], *, ages: bool) -> list[Tagged]:
    """Find in some texts what is likely to identify somebody.

    Parameters
    ----------
    texts : sequence of sequence of Token
    uncased : sequence of bool
        Of each text, whether it has no capitals at all.
    ages : bool
        Whether ages are wanted.

    Returns
    -------
    list of Tagged
        One element per text.
    """
    found = _find_words(texts, uncased, LIKELY, LIKELY_IN_SMALL)
    return [
        _as_findings(tokens, kinds, ages=ages) if kinds else NOTHING for tokens, kinds in zip(texts, found, strict=True)
    ]


def find_doubtful(texts: Sequence[Sequence[Token]], uncased: Sequence[bool]) -> list[list[Token]]:
    """Return of each text the words that may be part of a name: too unlikely to replace, too likely to pass over.

    The parameters are those of `tag`; what that finds is among them.
    """
    found = _find_words(texts, uncased, DOUBTFUL, LIKELY)
    return [
        [tokens[at] for at in sorted(kinds) if kinds[at] != Kind.AGE]
        for tokens, kinds in zip(texts, found, strict=True)
    ]


def _find_words(
    texts: Sequence[Sequence[Token]], uncased: Sequence[bool], limit: float, limit_in_small: float
) -> list[dict[int, Kind]]:
    """Return of each text which words are part of something that identifies with some chance, and of what kind."""
    tagger = read_tagger()
    features = list_features(texts, uncased)
    odds = tagger.weigh_any(features)
    likely = np.flatnonzero(odds > _odds(limit))
    kinds = tagger.weigh(features[likely])[:, 1:].argmax(axis=1)
    starts = [0, *accumulate(map(len, texts))]
    found: list[dict[int, Kind]] = [{} for _ in texts]
    for word, number in zip(likely.tolist(), kinds.tolist(), strict=True):
        text = bisect_right(starts, word) - 1
        tokens, at, kind = texts[text], word - starts[text], tagger.kinds[number]
        shown = uncased[text] or tokens[at].is_capital or odds[word] > _odds(limit_in_small)
        if kind == Kind.PERSON and not uncased[text] and _is_quoted(tokens[at]):
            continue
        if kind in (Kind.PERSON, Kind.ADDRESS) and _NUMBER.fullmatch(tokens[at].word) and at - 1 not in found[text]:
            continue
        if kind in NAMING and shown and not _is_no_name(tokens, at):
            found[text][at] = kind
    return found


def _is_no_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether everybody knows better: a word that is hardly said, *ff*, *suïcidaliteit*, *Leen Bakker*."""
    token = tokens[at]
    return (
        token.word in _CLITICS
        or is_spoken(token.word)
        or (not token.is_capital and is_learned(token.word))
        or is_famous_at(tokens, at)
        or is_in_no_name(token.word)
        or (not token.is_capital and (token.word in TITLES or token.word in KIN))
    )


def _is_quoted(token: Token) -> bool:
    """Say whether a word in small letters is spoken of as a word: *hij kan net 'vis' en 'roos' lezen*."""
    return not token.is_capital and token.between.endswith(_QUOTES)


def _odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _as_findings(tokens: Sequence[Token], found: dict[int, Kind], *, ages: bool) -> Tagged:
    people, others = [], []
    for first, end, kind in _join(tokens, found):
        part = tokens[first:end]
        if all(is_prefix(token) for token in part):
            continue
        if kind == Kind.PERSON and _is_from_town(part):
            others.append(Finding(part[-1].start, part[-1].end, Kind.PLACE, REASON))
        elif kind == Kind.PERSON:
            people.append(_as_person(part))
        elif kind != Kind.AGE or ages:
            is_town = all(token.word in places() for token in part)
            others.append(Finding(part[0].start, part[-1].end, Kind.PLACE if is_town else kind, REASON))
    return Tagged(tuple(people), tuple(others))


def _is_from_town(part: Sequence[Token]) -> bool:
    """Say whether what looks like a surname is a large town: *van Utrecht via Almere*."""
    town = part[-1].word
    alone = len(part) == 1 or (len(part) == 2 and part[0].word == "van")
    return alone and places().get(town, 0) > _LARGE_TOWN and town not in first_names()


def _join(tokens: Sequence[Token], found: dict[int, Kind]) -> Iterator[tuple[int, int, Kind]]:
    """Yield the words of one kind that belong together, as half-open ranges."""
    first = -1
    for at in sorted(found):
        if not _goes_on(tokens, found, at):
            first = at
        if not _goes_on(tokens, found, at + 1):
            yield first, at + 1, found[first]


def _goes_on(tokens: Sequence[Token], found: dict[int, Kind], at: int) -> bool:
    """Say whether a word belongs together with the word before it."""
    if found.get(at) is None or found.get(at - 1) != found[at] or tokens[at].between not in _JOINS:
        return False
    if tokens[at].between == ". " and len(tokens[at - 1].word) > _LONGEST_INITIAL:
        return False
    return found[at] != Kind.PERSON or not _is_another(tokens[at]) or is_prefix(tokens[at - 1])


def _is_another(token: Token) -> bool:
    """Say whether a word in a row of names begins the next: *bij sanne bilal en jinte*."""
    return token.word in first_names() and token.word not in surnames() and not is_prefix(token)


def _as_person(part: Sequence[Token]) -> Person:
    finding = Finding(part[0].start, part[-1].end, Kind.PERSON, REASON)
    if len(part) == 1:
        return Person(finding, bare(part[0].word, NOBODY)[0], "", "")
    return Person(finding, "" if is_prefix(part[0]) else part[0].word, part[-1].word, "")


@compiled
def _add_up(slots, weights, features):
    sums = np.zeros((len(features), weights.shape[1]), np.int32)
    for word in range(len(features)):
        for feature in features[word]:
            row = number_of(slots, feature)
            if row >= 0:
                for column in range(weights.shape[1]):
                    sums[word, column] += weights[row, column]
    return sums
