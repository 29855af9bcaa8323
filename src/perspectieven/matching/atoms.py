"""Atoms: the single words that patterns are built from, and which atoms a word is."""

from dataclasses import dataclass, field
from typing import TypeVar

from perspectieven.dutch.compounds import may_follow, may_precede
from perspectieven.dutch.cues import REDUCED
from perspectieven.dutch.inflection import forms_of, is_known
from perspectieven.dutch.letters import fold_accents, lower_same_length
from perspectieven.dutch.separable import joined_forms
from perspectieven.lexicon.notation import Compound, Separable, Word

Atom = Word | Compound | Separable
Value = TypeVar("Value")

LONGEST_WORD = 60
"""Letters; anything longer is no Dutch compound but noise, and is not taken apart."""

_ACUTE = frozenset("\u00e1\u00e9\u00ed\u00f3\u00fa")
_COMMON = frozenset(
    "aan alleen alles als bij dat de die door doen een en er gaan geen geven hebben heel het hoe houden iets ik in "
    "is je komen krijgen kunnen laten maar maken me mee met mogen moeten naar niet nog of om op over samen staan "
    "te uit van veel voor wat weer wel weten wie willen worden wordt zeggen zelf zien zijn zitten zo zonder".split()
)


def commonness(atom: Atom) -> int:
    """Return a rough rank of how often an atom occurs; patterns are looked for at their rarest atom.

    >>> commonness(Word("zijn")) > commonness(Word("etiket"))
    True
    """
    return 50 if isinstance(atom, Word) and atom.text.lower() in _COMMON else 1


@dataclass(slots=True)
class AtomIndex:
    """Numbers atoms, and tells which of them a word of the text is."""

    numbers: dict[Atom, int] = field(default_factory=dict)
    commonness: list[int] = field(default_factory=list)
    cased: set[int] = field(default_factory=set)
    particles: dict[int, str] = field(default_factory=dict)
    by_form: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_accented: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_base: dict[str, tuple[int, ...]] = field(default_factory=dict)
    prefixes: dict[str, tuple[tuple[int, bool], ...]] = field(default_factory=dict)
    suffixes: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def forms(self) -> set[str]:
        """Every word that is some atom, or the split-off verb of one; without accents."""
        return self.by_form.keys() | self.by_base.keys()

    def add(self, atom: Atom) -> int:
        """Return the number of an atom, new or not."""
        if atom not in self.numbers:
            self.numbers[atom] = len(self.numbers)
            self.commonness.append(commonness(atom))
            self._learn(atom, self.numbers[atom])
        return self.numbers[atom]

    def of(self, form: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the atoms that a word is, and the separable verbs of which it may be the split-off verb.

        `form` is in lower case with straight apostrophes, as in `Words.forms`.
        """
        folded = fold_accents(form)
        readings = {folded, *(fold_accents(word) for word in REDUCED.get(form, ()))}
        atoms: set[int] = set(self.by_accented.get(form, ()))
        bases: set[int] = set()
        for reading in readings:
            atoms.update(self.by_form.get(reading, ()))
            bases.update(self.by_base.get(reading, ()))
        if len(folded) > LONGEST_WORD:
            return tuple(sorted(atoms)), tuple(sorted(bases))
        for cut in range(2, len(folded)):
            for number, anywhere in self.prefixes.get(folded[:cut], ()):
                if anywhere or may_follow(folded[:cut], folded[cut:]):
                    atoms.add(number)
        for cut in range(1, len(folded) - 1):
            for number in self.suffixes.get(folded[cut:], ()):
                if may_precede(folded[:cut], folded[cut:]):
                    atoms.add(number)
        return tuple(sorted(atoms)), tuple(sorted(bases))

    def _learn(self, atom: Atom, number: int) -> None:
        match atom:
            case Word(text, literal):
                form = lower_same_length(text)
                folded = fold_accents(form)
                if form != folded and any(c in _ACUTE for c in form) and is_known(folded):
                    _append(self.by_accented, form, number)
                    return
                if text[0].isupper() and is_known(folded):
                    self.cased.add(number)
                for variant in {folded} if literal else {fold_accents(f) for f in forms_of(form)} | {folded}:
                    _append(self.by_form, variant, number)
                if "'" in form and len(REDUCED.get(form, ())) == 1:
                    _append(self.by_form, REDUCED[form][0], number)
            case Separable(particle, verb):
                self.particles[number] = particle
                for form in joined_forms(particle, verb):
                    _append(self.by_form, fold_accents(form), number)
                for form in forms_of(verb):
                    _append(self.by_base, fold_accents(form), number)
            case Compound(part, open_left, open_right):
                folded = fold_accents(part.lower())
                if open_right:
                    _append(self.prefixes, folded, (number, open_left))
                if open_left:
                    for form in forms_of(folded):
                        _append(self.suffixes, form, number)


def _append(index: dict[str, tuple[Value, ...]], form: str, value: Value) -> None:
    """Add a value of a form; tuples, as most forms have one value and a set takes four times the memory."""
    index[form] = (*index.get(form, ()), value)
