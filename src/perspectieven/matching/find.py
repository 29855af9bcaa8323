"""Finding terms: patterns anchored at their rarest word, looked at closely only where that word stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from perspectieven.dutch.separable import find_split
from perspectieven.dutch.words import HESITATIONS, Words, fold_accents, split_words
from perspectieven.lexicon import Code, Lexicon, Term
from perspectieven.lexicon.notation import Bag, Choice, Compound, Exact, Pattern, Separable, Sequence, Word
from perspectieven.matching.atoms import AtomIndex

Occurrence = tuple[int, ...]
"""The words that a pattern takes, in the order of the text."""

_MAX_BAGS = 64


@dataclass(frozen=True, slots=True)
class Match:
    """One mention of a code in a text.

    Attributes
    ----------
    code : Code
    term : Term
        The term that was found; of overlapping terms of one code the longest, then the first.
    parts : tuple of int
        The words that belong to it, in the order of the text.
    """

    code: Code
    term: Term
    parts: Occurrence

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.parts[0]

    @property
    def last(self) -> int:
        """Index of the last word."""
        return self.parts[-1]


class Matcher:
    """A lexicon made ready to be found in texts.

    Overlaps follow three named rules. *Longest wins*: of overlapping hits of one code the longest stays, at equal
    length the first in the text, then the first in the lexicon. *Codes live side by side*: hits of different
    codes never push each other out. *A blocker cancels*: a hit whose span overlaps a blocker of its code is no hit.

    Examples
    --------
    >>> from perspectieven.dutch.words import split_words
    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> matcher = Matcher(read_lexicon("normaliseren"))
    >>> [(m.code.id, m.term.notation, m.parts) for m in matcher.find(split_words("Ze stelden ons, eh, echt gerust."))]
    [('HPR-GERUST', 'L:gerust|stellen', (1, 5))]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._atoms = AtomIndex()
        self._anchored: dict[int, list[tuple[int, int]]] = {}
        for code_at, code in enumerate(lexicon.codes):
            for pattern in (*(t.pattern for t in code.terms), *(t.pattern for t in code.blockers)):
                self._register(pattern)
            for term_at, term in enumerate(code.terms):
                for atom in self._anchors(term.pattern):
                    self._anchored.setdefault(atom, []).append((code_at, term_at))

    def find(self, words: Words) -> tuple[Match, ...]:
        """Find every mention in a text, in the order of the text."""
        matches: list[Match] = []
        for number in range(len(words.sentence_starts)):
            sentence = _Sentence(words, *words.sentence_bounds(number), self._atoms)
            matches += self._find_in(sentence)
        return tuple(sorted(matches, key=lambda m: (m.first, m.last, m.code.id)))

    def _find_in(self, sentence: "_Sentence") -> Iterator[Match]:
        candidates = {place for atom in sentence.present() for place in self._anchored.get(atom, ())}
        by_code: dict[int, list[tuple[int, Occurrence]]] = {}
        for code_at, term_at in sorted(candidates):
            pattern = self.lexicon.codes[code_at].terms[term_at].pattern
            found = sentence.occurrences(pattern)
            by_code.setdefault(code_at, []).extend((term_at, occurrence) for occurrence in found)
        for code_at, hits in by_code.items():
            code = self.lexicon.codes[code_at]
            for term_at, parts in _longest(hits) if hits else ():
                if not _is_blocked(sentence, code, parts):
                    yield Match(code, code.terms[term_at], tuple(part + sentence.first for part in parts))

    def _register(self, pattern: Pattern) -> None:
        for atom in _atoms_of(pattern):
            self._atoms.add(atom)

    def _anchors(self, pattern: Pattern) -> set[int]:
        """Return atoms of which at least one must be there for the pattern to be."""
        match pattern:
            case Choice(options):
                return set().union(*(self._anchors(option) for option in options))
            case Sequence(parts=parts) | Bag(parts=parts):
                return min((self._anchors(part) for part in parts), key=self._cost)
            case Exact(text):
                return min(({self._atoms.add(word)} for word in _exact_words(text)), key=self._cost)
            case _:
                return {self._atoms.add(pattern)}

    def _cost(self, anchors: set[int]) -> int:
        return sum(self._atoms.commonness[number] for number in anchors)


def _atoms_of(pattern: Pattern) -> Iterator[Word | Compound | Separable]:
    match pattern:
        case Choice(options):
            for option in options:
                yield from _atoms_of(option)
        case Sequence(parts=parts) | Bag(parts=parts):
            for part in parts:
                yield from _atoms_of(part)
        case Exact(text):
            yield from _exact_words(text)
        case _:
            yield pattern


def _exact_words(text: str) -> tuple[Word, ...]:
    words = split_words(text)
    return tuple(
        Word(words.text[start:end], literal=True) for start, end in zip(words.start_chars, words.end_chars, strict=True)
    )


def _longest(hits: Iterable[tuple[int, Occurrence]]) -> list[tuple[int, Occurrence]]:
    """Keep of overlapping hits the longest, then the first in the text, then the first in the lexicon."""
    taken: list[tuple[int, Occurrence]] = []
    for term_at, parts in sorted(hits, key=lambda hit: (hit[1][0] - hit[1][-1], -len(hit[1]), hit[1], hit[0])):
        if all(parts[-1] < other[0] or parts[0] > other[-1] for _, other in taken):
            taken.append((term_at, parts))
    return taken


def _is_blocked(sentence: "_Sentence", code: Code, parts: Occurrence) -> bool:
    return any(
        blocked[0] <= parts[-1] and parts[0] <= blocked[-1]
        for blocker in code.blockers
        for blocked in sentence.occurrences(blocker.pattern)
    )


class _Sentence:
    """One sentence: where each atom stands, and every occurrence of a pattern. Indexes count from its first word."""

    def __init__(self, words: Words, first: int, end: int, atoms: AtomIndex) -> None:
        self.first = first
        self._words = words
        self._index = atoms
        self._forms = [fold_accents(form) for form in words.forms[first:end]]
        self._at: dict[int, list[int]] = {}
        self._verb_at: dict[int, list[int]] = {}
        for at, form in enumerate(words.forms[first:end]):
            is_atoms, is_bases = atoms.of(form)
            for atom in is_atoms:
                if atom not in atoms.cased or (at > 0 and words.text[words.start_chars[first + at]].isupper()):
                    self._at.setdefault(atom, []).append(at)
            for atom in is_bases:
                self._verb_at.setdefault(atom, []).append(at)
        self._counted = self._count_words()
        self._found: dict[Pattern, tuple[Occurrence, ...]] = {}

    def present(self) -> set[int]:
        """Return the atoms that stand in the sentence, split verbs among them where their particle is there too."""
        particles = set(self._forms)
        split = {atom for atom in self._verb_at if self._index.split_verbs[atom] in particles}
        return set(self._at) | split

    def occurrences(self, pattern: Pattern) -> tuple[Occurrence, ...]:
        """Return every occurrence of a pattern, the tightest for each place where it begins."""
        if pattern not in self._found:
            self._found[pattern] = tuple(sorted(set(self._occurrences(pattern))))
        return self._found[pattern]

    def _occurrences(self, pattern: Pattern) -> Iterable[Occurrence]:
        match pattern:
            case Word() | Compound():
                return [(at,) for at in self._at.get(self._index.numbers[pattern], ())]
            case Separable():
                return self._separable(pattern)
            case Choice(options):
                return [found for option in options for found in self.occurrences(option)]
            case Sequence(parts, gaps):
                return self._in_order(parts, gaps)
            case Bag(parts, spare):
                return self._in_any_order(parts, spare)
            case Exact(text):
                return self._exact(text)

    def _separable(self, pattern: Separable) -> list[Occurrence]:
        number = self._index.numbers[pattern]
        joined = self._at.get(number, [])
        verbs = [at for at in self._verb_at.get(number, ()) if at not in joined]
        split = find_split(self._forms, verbs, pattern.particle, closes=self._closes) if verbs else ()
        return [(at,) for at in joined] + [(min(pair), max(pair)) for pair in split]

    def _closes(self, at: int) -> bool:
        """Say whether punctuation or the end of the sentence follows a word."""
        return at + 1 == len(self._forms) or len(self._words.between(self.first + at)) > 1

    def _in_order(self, parts: tuple[Pattern, ...], gaps: tuple[int, ...]) -> list[Occurrence]:
        chains: list[Occurrence] = list(self.occurrences(parts[0]))
        previous = {chain: chain for chain in chains}
        for part, gap in zip(parts[1:], gaps, strict=True):
            longer: dict[Occurrence, Occurrence] = {}
            for chain in chains:
                nearest = [
                    (self._gap(previous[chain], following), following)
                    for following in self.occurrences(part)
                    if following[0] > previous[chain][0] and not set(following) & set(chain)
                ]
                if fitting := [found for found in nearest if found[0] <= gap]:
                    following = min(fitting)[1]
                    longer[tuple(sorted((*chain, *following)))] = following
            chains, previous = list(longer), longer
        return chains

    def _in_any_order(self, parts: tuple[Pattern, ...], spare: int) -> Iterator[Occurrence]:
        options = [self.occurrences(part)[:8] for part in parts]
        best: dict[int, tuple[int, Occurrence]] = {}
        for combination in list(product(*options))[: _MAX_BAGS * 8]:
            taken = tuple(sorted(at for occurrence in combination for at in occurrence))
            if len(set(taken)) != len(taken):
                continue
            others = self._counted[taken[-1]] - self._counted[taken[0]] + 1 - len(taken)
            anchor = combination[0][0]
            if others <= spare and (anchor not in best or (others, taken) < best[anchor]):
                best[anchor] = (others, taken)
        return (taken for _, taken in best.values())

    def _exact(self, text: str) -> Iterator[Occurrence]:
        wanted = split_words(text)
        words = _exact_words(text)
        for (at,) in self.occurrences(words[0]):
            taken = [at]
            for word in words[1:]:
                following = [found[0] for found in self.occurrences(word) if found[0] == self._next(taken[-1])]
                if not following:
                    break
                taken += following
            if len(taken) == len(words) and self._same_punctuation(taken, wanted):
                yield tuple(taken)

    def _next(self, at: int) -> int:
        """Return the index of the next word that is no hesitation."""
        at += 1
        while at < len(self._forms) and self._forms[at] in HESITATIONS:
            at += 1
        return at

    def _same_punctuation(self, taken: list[int], wanted: Words) -> bool:
        for place, at in enumerate(taken):
            mark = wanted.between(place).strip()
            if mark and mark not in self._words.between(self.first + at):
                return False
        return True

    def _gap(self, before: Occurrence, after: Occurrence) -> int:
        """Count the words between two elements, from whichever part of a split verb is nearer."""
        ends = [at for at in before if at < after[0]]
        return self._counted[after[0]] - self._counted[max(ends)] - 1

    def _count_words(self) -> list[int]:
        """Number the words; hesitations and immediate repetitions do not count."""
        counted, number = [], -1
        for at, form in enumerate(self._forms):
            if form not in HESITATIONS and not (at and form == self._forms[at - 1]):
                number += 1
            counted.append(number)
        return counted
