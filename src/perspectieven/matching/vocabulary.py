"""The vocabulary: which lexeme each word of a text is; words are looked up by hash, an unknown one is analysed once."""

from collections.abc import Iterable
from functools import cache
from typing import Generic, NamedTuple, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, lean
from perspectieven.dutch.kinds import N_KINDS, kinds_of, listed_words, reporter_of, write_out
from perspectieven.dutch.letters import fold_accents
from perspectieven.dutch.phrases import NUMBERS
from perspectieven.dutch.words import PRIME, SEED, Words, key_of, say
from perspectieven.matching.arrays import Lexemes
from perspectieven.matching.atoms import AtomIndex
from perspectieven.slots import Slots, fill_slots, insert, make_slots, number_of

UNKNOWN = 0
"""The lexeme of every word that no term and no rule asks for."""
_PERHAPS_COMPOUND = -1
_SHORTEST_PREFIX = 2


class _Described(NamedTuple):
    """Words, and what is known of them whatever the lexicon.

    Attributes
    ----------
    keys : dict
        From each word to its key.
    kinds : array of bool, words x kinds
    reporter : array of int32
    """

    keys: dict[str, int]
    kinds: NDArray[np.bool_]
    reporter: NDArray[np.int32]

    @classmethod
    def of(cls, keys: dict[str, int]) -> Self:
        kinds = np.zeros((len(keys), N_KINDS), np.bool_)
        for at, form in enumerate(keys):
            kinds[at, list(kinds_of(fold_accents(form)))] = True
        return cls(keys, kinds, np.array([reporter_of(form) for form in keys], np.int32))


@cache
def _describe_listed() -> _Described:
    """Describe the words that rules ask for, after the lexeme of all other words."""
    forms = sorted({fold_accents(form) for form in listed_words() | NUMBERS.keys()} - {""})
    return _Described.of({form: key_of(form) for form in ("", *forms)})


class Vocabulary:
    """Numbers the lexemes of a lexicon; grows with compounds as they come by in texts."""

    def __init__(self, atoms: AtomIndex) -> None:
        self._atoms = atoms
        self._forms = dict(NUMBERS)
        for particle in atoms.particles.values():
            self._forms.setdefault(particle, len(self._forms) + 1)
        numbers = range(len(atoms.numbers))
        self._cased = np.array([number in atoms.cased for number in numbers], np.bool_)
        self._particles = np.array(
            [self._forms.get(atoms.particles.get(number, ""), 0) for number in numbers], np.int32
        )
        self._kinds = _Growing(np.zeros((1024, N_KINDS), np.bool_))
        self._form = _Growing(np.zeros(1024, np.int32))
        self._reporter = _Growing(np.zeros(1024, np.int32))
        self._atom_ends, self._atom_numbers = _Growing(np.zeros(1024, np.int32)), _Growing(np.zeros(4096, np.int32))
        self._base_ends, self._base_numbers = _Growing(np.zeros(1024, np.int32)), _Growing(np.zeros(4096, np.int32))
        self._slots = make_slots(1 << 12)
        self._keys = _Growing(np.zeros(1024, np.uint64))
        self._prefixes = _keys_of(atoms.prefixes)
        self._suffixes = _keys_of(suffix[::-1] for suffix in atoms.suffixes)
        self._add(_describe_listed())
        self._add(_Described.of({form: key_of(form) for form in self._own_forms() - _describe_listed().keys.keys()}))

    def form_number(self, form: str) -> int:
        """Return the number of a word that a rule or a separable verb names."""
        return self._forms[form]

    @property
    def lexemes(self) -> Lexemes:
        """What the lexemes are, as arrays; made anew when the vocabulary has grown."""
        return Lexemes(
            self._kinds.filled,
            self._form.filled,
            self._reporter.filled,
            self._atom_ends.filled,
            self._atom_numbers.filled,
            self._base_ends.filled,
            self._base_numbers.filled,
            self._cased,
            self._particles,
            len(self._forms) + 1,
        )

    def look_up(self, words: Words) -> NDArray[np.int32]:
        """Return the lexeme of each word."""
        lexemes = _look_up(words, self._slots, self._prefixes, self._suffixes)
        unknown = np.flatnonzero(lexemes == _PERHAPS_COMPOUND)
        if len(unknown):
            _, firsts = np.unique(words.keys[unknown], return_index=True)
            self._add(_Described.of({say(words, at, at + 1): int(words.keys[at]) for at in unknown[firsts].tolist()}))
            lexemes[unknown] = _look_up_keys(words.keys[unknown], self._slots)
        return lexemes

    def _own_forms(self) -> set[str]:
        """Return the words that the lexicon asks for."""
        return {fold_accents(form) for form in self._forms.keys() | self._atoms.forms} | set(self._atoms.by_accented)

    def _add(self, words: _Described) -> None:
        first = len(self._form.filled)
        n_atoms, n_bases = len(self._atom_numbers.filled), len(self._base_numbers.filled)
        forms, atom_ends, base_ends = [], [], []
        atoms: list[int] = []
        bases: list[int] = []
        for form in words.keys:
            forms.append(self._forms.get(write_out(fold_accents(form)), 0))
            is_atoms, is_bases = self._atoms.of(form)
            atoms += is_atoms
            bases += is_bases
            atom_ends.append(n_atoms + len(atoms))
            base_ends.append(n_bases + len(bases))
        if not first:
            atom_ends.insert(0, 0)
            base_ends.insert(0, 0)
        self._kinds.extend(words.kinds)
        self._form.extend(np.array(forms, np.int32))
        self._reporter.extend(words.reporter)
        self._atom_ends.extend(np.array(atom_ends, np.int32))
        self._base_ends.extend(np.array(base_ends, np.int32))
        self._atom_numbers.extend(np.array(atoms, np.int32))
        self._base_numbers.extend(np.array(bases, np.int32))
        self._keys.extend(np.fromiter(words.keys.values(), np.uint64, len(words.keys)))
        known, fresh = self._keys.filled, first
        if 2 * len(known) > len(self._slots.entries):
            self._slots, fresh = make_slots(4 * len(known)), 0
        insert(self._slots, known[fresh:], np.arange(fresh, len(known), dtype=np.int32))


Scalar = TypeVar("Scalar", bound=np.generic)


class _Growing(Generic[Scalar]):
    """An array that rows are added to."""

    def __init__(self, array: NDArray[Scalar]) -> None:
        self._array = array
        self._size = 0

    @property
    def filled(self) -> NDArray[Scalar]:
        return self._array[: self._size]

    def extend(self, rows: NDArray[Scalar]) -> None:
        needed = self._size + len(rows)
        if needed > len(self._array):
            larger = np.zeros((2 * needed, *self._array.shape[1:]), self._array.dtype)
            larger[: self._size] = self.filled
            self._array = larger
        self._array[self._size : needed] = rows
        self._size = needed


def _keys_of(words: Iterable[str]) -> Slots:
    return fill_slots(np.array([key_of(word) for word in words], np.uint64))


@compiled
def _look_up_keys(keys, slots):
    found = np.empty(len(keys), np.int32)
    for at in range(len(keys)):
        found[at] = number_of(slots, keys[at])
    return found


@compiled
def _look_up(words, slots, prefixes, suffixes):
    found = np.empty(len(words.keys), np.int32)
    for at in range(len(found)):
        number = -1
        if words.spelled[at] != words.keys[at]:
            number = number_of(slots, words.spelled[at])
        if number < 0:
            number = number_of(slots, words.keys[at])
        if number < 0:
            may_be = _has_part(words.letters, words.starts[at], words.ends[at], prefixes, suffixes)
            number = _PERHAPS_COMPOUND if may_be else UNKNOWN
        found[at] = number
    return found


@lean
def _has_part(letters, start, end, prefixes, suffixes):
    """Say whether a word begins or ends with a part of a compound."""
    key = SEED
    for at in range(start, end - 1):
        key = (key ^ np.uint64(letters[at])) * PRIME
        if at + 1 - start >= _SHORTEST_PREFIX and number_of(prefixes, key) >= 0:
            return True
    key = SEED
    for at in range(end - 1, start, -1):
        key = (key ^ np.uint64(letters[at])) * PRIME
        if end - at >= _SHORTEST_PREFIX and number_of(suffixes, key) >= 0:
            return True
    return False
