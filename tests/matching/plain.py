"""The plain road: finding terms as docs/lexicon_notatie.md describes it, in slow and readable Python.

It shares with the package what a word can be (`AtomIndex`, the word lists of `dutch`) and the notation, and nothing of
how the engine splits, looks up, searches and weighs. The tests hold the engine against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from perspectieven.dutch.cues import HESITATIONS
from perspectieven.dutch.kinds import (
    AFTER_PARTICLE,
    CLUSTER,
    FINITE,
    HESITATION,
    PREPOSITION,
    SUBORDINATOR,
    kinds_of,
    write_out,
)
from perspectieven.dutch.letters import fold_accents, lower_same_length
from perspectieven.lexicon import Lexicon, Term, notation
from perspectieven.lexicon.notation import Bag, Choice, Compound, Condition, Exact, Pattern, Separable
from perspectieven.matching.atoms import Atom, AtomIndex

LONGEST_SENTENCE = 100
LONGEST_SPLIT = 14
LONGEST_CLUSTER = 4
A_NOD = 2
MOST_PLACES = 8
"""Of each further part of an unordered term so many places are tried, the nearest first."""

_LETTER = r"(?:(?![\u3000-\U0010ffff])[^\W_])"
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*|'(?:ns|[kmnst](?!{_LETTER}))(?!{_LETTER}|['_])")
_ABBREVIATIONS = frozenset("bijv bv dr drs mr prof enz etc nl ca max min evt mw".split())

Place = tuple[int, ...]
"""Words of a sentence, in the order of the text."""

_Step = tuple[list[Place], int, bool]
"""Of a further part of an ordered term: its places, the words that may stand before it, whether it may be split."""


class Word(NamedTuple):
    """A word of a text; `form` is in lower case, `bare` also without accents, `after` is what stands behind it."""

    form: str
    bare: str
    start_char: int
    end_char: int
    capital: bool
    after: str

    @property
    def hesitates(self) -> bool:
        return self.bare in HESITATIONS

    @property
    def apart(self) -> bool:
        """More than one space or hyphen stands between this word and the next."""
        return len(self.after) > 1

    def is_kind(self, kind: int) -> bool:
        return kind in _kinds(self.bare)


@cache
def _kinds(bare: str) -> tuple[int, ...]:
    return kinds_of(bare)


def split_words(text: str) -> list[Word]:
    """Return the words of a text."""
    lower = lower_same_length(text)
    found = list(_WORD.finditer(lower))
    until = [match.start() for match in found] + [len(text)]
    return [
        Word(match[0], fold_accents(match[0]), *match.span(), text[match.start()].isupper(), text[match.end() : stop])
        for match, stop in zip(found, until[1:], strict=True)
    ]


def split_sentences(text: str) -> list[list[Word]]:
    """Return the words of each sentence; a full stop before a small letter only ends one in a text without capitals."""
    words = split_words(text)
    cased = any(word.capital for word in words)
    sentences: list[list[Word]] = []
    for at, word in enumerate(words):
        capital = not (cased and text[word.start_char].islower())
        if at == 0 or len(sentences[-1]) == LONGEST_SENTENCE or _ends_sentence(words[at - 1], before_capital=capital):
            sentences.append([])
        sentences[-1].append(word)
    return sentences


def _ends_sentence(word: Word, *, before_capital: bool) -> bool:
    if word.after == "\n" or (word.apart and any(mark in word.after for mark in "!?\n")):
        return True
    stops = word.apart and " " in word.after and any(mark in word.after for mark in ".\N{HORIZONTAL ELLIPSIS}")
    return stops and before_capital and word.bare not in _ABBREVIATIONS


class Sentence:
    """A sentence, with where each atom stands in it."""

    def __init__(self, words: Sequence[Word], atoms: "Atoms") -> None:
        self.words = words
        self.numbers = _number(words)
        self.places: dict[Atom, list[int]] = defaultdict(list)
        self.split_verbs: dict[Atom, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            whole, split = atoms.of(word)
            for atom in whole:
                if atom not in atoms.cased or (place > 0 and word.capital):
                    self.places[atom].append(place)
            for atom in split:
                self.split_verbs[atom].append(place)

    def between(self, one: int, other: int) -> int:
        """Count the words between two places, of which the first comes first."""
        if self.numbers[one] == self.numbers[other]:
            return 0
        return self.numbers[other] - self.numbers[one] - 1


def _number(words: Sequence[Word]) -> list[int]:
    """Number words; hesitations and a word said twice have the number of the word before."""
    numbers, last = [], -1
    for place, word in enumerate(words):
        if not (word.hesitates or (place and word.bare == words[place - 1].bare)):
            last += 1
        numbers.append(last)
    return numbers


class Atoms:
    """The atoms that some patterns ask for, and which of them a word is."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        index = AtomIndex()
        for pattern in patterns:
            for atom in _atoms_of(pattern):
                index.add(atom)
        self._index = index
        self._atoms: list[Atom] = list(index.numbers)
        self.cased = {self._atoms[number] for number in index.cased}
        self._known: dict[str, tuple[set[Atom], set[Atom]]] = {}

    def of(self, word: Word) -> tuple[set[Atom], set[Atom]]:
        """Return what a word is as it stands and without its accents, and the verbs it may be split off from."""
        if word.form not in self._known:
            readings = [self._index.of(form) for form in {word.form, word.bare}]
            whole = {self._atoms[number] for numbers, _ in readings for number in numbers}
            split = {self._atoms[number] for _, numbers in readings for number in numbers}
            self._known[word.form] = whole, split
        return self._known[word.form]


def _atoms_of(pattern: Pattern) -> Iterator[Atom]:
    match pattern:
        case Choice(options=parts) | notation.Sequence(parts=parts) | Bag(parts=parts):
            for part in parts:
                yield from _atoms_of(part)
        case Exact(text):
            yield from _exact_words(text)
        case _:
            yield pattern


def find_places(pattern: Pattern, sentence: Sentence) -> list[Place]:
    """Return every place of a pattern in a sentence, in the order of the text."""
    match pattern:
        case notation.Word() | Compound():
            places = [(place,) for place in sentence.places.get(pattern, ())]
        case Separable():
            places = _find_separable(pattern, sentence)
        case Choice(options):
            places = [place for option in options for place in find_places(option, sentence)]
        case notation.Sequence(parts, gaps):
            places = _find_in_order(parts, gaps, sentence)
        case Bag(parts, spare):
            places = _find_together(parts, spare, sentence)
        case Exact(text):
            places = _find_exact(text, sentence)
    return sorted(set(places))


def _find_separable(verb: Separable, sentence: Sentence) -> list[Place]:
    """Find a separable verb, joined or split; a particle goes with one verb."""
    joined = sentence.places.get(verb, [])
    places: list[Place] = [(place,) for place in joined]
    used: set[int] = set()
    for place in sentence.split_verbs.get(verb, ()):
        if place in joined:
            continue
        for particle in _particles_for(place, verb.particle, sentence):
            if particle not in used:
                used.add(particle)
                places.append((min(place, particle), max(place, particle)))
                break
    return places


def _particles_for(verb: int, particle: str, sentence: Sentence) -> Iterator[int]:
    """Yield where the particle of a verb may be: before it in a verb cluster, then after it, the nearest first."""
    words = sentence.words
    here = [place for place, word in enumerate(words) if write_out(word.bare) == particle]
    for place in reversed(here):
        between = words[place + 1 : verb]
        auxiliaries = all(word.is_kind(CLUSTER) and not (particle == "om" and word.bare == "te") for word in between)
        if verb - LONGEST_CLUSTER <= place < verb and auxiliaries:
            yield place
    for place in here:
        if verb < place <= verb + LONGEST_SPLIT and _is_free(place, words) and not _opens_clause(words, verb, place):
            yield place


def _opens_clause(words: Sequence[Word], verb: int, place: int) -> bool:
    """Say whether a clause opens in between: a finite verb behind a comma (*wacht, dan zet ik hem af*)."""
    put_in = {at for first, end in _insertions(words, verb) for at in range(first, end)}
    commas = [
        at
        for at in range(verb, place)
        if words[at].apart and not words[at].is_kind(HESITATION) and not words[at + 1].is_kind(HESITATION)
    ]
    behind = range(commas[0] + 1, place + 1) if commas else ()
    return any(words[at].is_kind(FINITE) for at in behind if at not in put_in)


def _insertions(words: Sequence[Word], verb: int) -> Iterator[tuple[int, int]]:
    """Yield the first word of each clause that was put in (*valt, als het moet, wel mee*), and the word behind it."""
    commas = [at for at in range(verb, len(words) - 1) if words[at].apart]
    for comma, closing in pairwise(commas):
        if words[comma + 1].is_kind(SUBORDINATOR):
            yield comma + 1, closing + 1


def _is_free(place: int, words: Sequence[Word]) -> bool:
    """Say whether a particle belongs to no noun phrase behind it (*viel op zijn hoofd*)."""
    word = words[place]
    last = place == len(words) - 1
    return last or word.apart or not word.is_kind(PREPOSITION) or words[place + 1].is_kind(AFTER_PARTICLE)


def _find_in_order(parts: Sequence[Pattern], gaps: Sequence[int], sentence: Sentence) -> list[Place]:
    """Begin at every place of the first part, and go on to the nearest place of each next that leads to the end."""
    first, *others = (find_places(part, sentence) for part in parts)
    splits = map(_may_split, parts[1:])
    steps = list(zip(others, gaps, splits, strict=True))
    return [whole for place in first if (whole := next(_go_on(place, place, steps, sentence), None))]


def _go_on(chain: Place, tail: Place, steps: Sequence[_Step], sentence: Sentence) -> Iterator[Place]:
    """Yield every way in which a chain of parts may be finished, those with the nearest parts first."""
    if not steps:
        yield chain
        return
    (places, gap, may_split), *others = steps
    fitting = sorted(
        (between, place)
        for place in places
        if set(place).isdisjoint(chain)
        and (between := _between(tail, place, sentence, may_split=may_split)) is not None
        and between <= gap
    )
    for _, place in fitting:
        yield from _go_on(tuple(sorted(chain + place)), place, others, sentence)


def _between(tail: Place, place: Place, sentence: Sentence, *, may_split: bool) -> int | None:
    """Count the words between two parts, None where they are not in order.

    A part may begin inside a split verb before it, and a split verb that began earlier may close behind the part.
    """
    if place[0] > tail[0]:
        return sentence.between(max(word for word in tail if word < place[0]), place[0])
    if may_split and place[-1] > tail[-1]:
        return sentence.between(tail[-1], place[-1])
    return None


def _may_split(pattern: Pattern) -> bool:
    return isinstance(pattern, Separable) or (isinstance(pattern, Choice) and any(map(_may_split, pattern.options)))


def _find_together(parts: Sequence[Pattern], spare: int, sentence: Sentence) -> list[Place]:
    """Take for each place where the first part begins the tightest combination with the others, then the first."""
    first, *others = (find_places(part, sentence) for part in parts)
    best: dict[int, tuple[int, Place]] = {}
    for anchor in first:
        near = [_nearest(anchor, places, sentence) for places in others]
        for combination in product(*near):
            words = tuple(sorted(anchor + sum(combination, ())))
            if len(set(words)) < len(words):
                continue
            n_others = _width(words, sentence) - len(words)
            if n_others <= spare and (anchor[0] not in best or (n_others, words) < best[anchor[0]]):
                best[anchor[0]] = n_others, words
    return [words for _, words in best.values()]


def _nearest(anchor: Place, places: Sequence[Place], sentence: Sentence) -> list[Place]:
    return sorted(places, key=lambda place: _width(anchor + place, sentence))[:MOST_PLACES]


def _width(place: Place, sentence: Sentence) -> int:
    """Count the words from the first of a place to the last."""
    return sentence.numbers[max(place)] - sentence.numbers[min(place)] + 1


@cache
def _exact_words(text: str) -> tuple[notation.Word, ...]:
    return tuple(notation.Word(text[word.start_char : word.end_char], literal=True) for word in split_words(text))


def _find_exact(text: str, sentence: Sentence) -> list[Place]:
    """Find words behind each other, hesitations between left out, each with the mark that it has in the term."""
    wanted = list(zip(_exact_words(text), [word.after.strip()[:1] for word in split_words(text)], strict=True))
    found = []
    for place in sentence.places.get(wanted[0][0], ()):
        spoken = [at for at in range(place + 1, len(sentence.words)) if not sentence.words[at].hesitates]
        places = (place, *spoken)[: len(wanted)]
        if len(places) == len(wanted) and all(
            at in sentence.places.get(word, ()) and mark in sentence.words[at].after.partition("\n")[0]
            for at, (word, mark) in zip(places, wanted, strict=True)
        ):
            found.append(places)
    return found


class Hit(NamedTuple):
    """One mention; `target` counts the terms of the lexicon, `parts` are words, by their place in the text."""

    text: int
    target: int
    sentence: int
    parts: Place
    prompted: bool


class _Target(NamedTuple):
    number: int
    code: str
    term: Term
    blocks: bool


class _Candidate(NamedTuple):
    target: _Target
    place: Place


class PlainMatcher:
    """Finds the terms of a lexicon one by one, in each sentence where the first part of a term may begin."""

    def __init__(self, lexicon: Lexicon) -> None:
        terms = [(code.id, term) for code in lexicon.codes for term in code.terms]
        blockers = [(code.id, term) for code in lexicon.codes for term in code.blockers]
        targets = [_Target(number, *term, blocks=False) for number, term in enumerate(terms)]
        targets += [_Target(-1, *blocker, blocks=True) for blocker in blockers]
        patterns = [target.term.pattern for target in targets]
        patterns += [condition.pattern for target in targets for condition in target.term.conditions]
        self._atoms = Atoms(patterns)
        self._beginning: dict[Atom, list[_Target]] = defaultdict(list)
        for target in targets:
            for atom in set(_first_atoms(target.term.pattern)):
                self._beginning[atom].append(target)

    def find(self, texts: Sequence[str], *, interviewer: Sequence[bool], opens: Sequence[bool]) -> list[Hit]:
        """Return the hits of all texts, sorted."""
        hits: list[Hit] = []
        question: list[Sentence] = []
        prompts: set[str | int] = set()
        for number, text in enumerate(texts):
            sentences = [Sentence(words, self._atoms) for words in split_sentences(text)]
            if opens[number]:
                question, prompts = [], set()
            used = [self._find_anywhere(sentence) for sentence in sentences]
            kept = [_weigh(row, one, sentences, question) for row, one in zip(used, sentences, strict=True)]
            if interviewer[number]:
                prompts.update(candidate.target.number for row in used for candidate in row)
                prompts.update(candidate.target.code for row in kept for candidate in row)
            first = 0
            for at, row in enumerate(kept):
                for target, place in row:
                    prompted = not prompts.isdisjoint({target.code, target.number})
                    hits.append(Hit(number, target.number, at, tuple(first + word for word in place), prompted))
                first += len(sentences[at].words)
            if interviewer[number]:
                question = [*question, *sentences]
            elif first > A_NOD:
                question, prompts = [], set()
        return sorted(hits)

    def _find_anywhere(self, sentence: Sentence) -> list[_Candidate]:
        """Return every place of every term, whatever its conditions."""
        present = {*sentence.places, *sentence.split_verbs}
        possible = {id(target): target for atom in present for target in self._beginning.get(atom, ())}
        return [
            _Candidate(target, place)
            for target in possible.values()
            for place in find_places(target.term.pattern, sentence)
        ]


def _weigh(
    candidates: Sequence[_Candidate], sentence: Sentence, turn: Sequence[Sentence], question: Sequence[Sentence]
) -> list[_Candidate]:
    """Return the hits of a sentence: conditions hold, the longest of each code wins, no blocker cancels it."""
    holding = [
        candidate
        for candidate in candidates
        if all(_holds(condition, sentence, turn, question) for condition in candidate.target.term.conditions)
    ]
    winners: list[_Candidate] = []
    for candidate in sorted((one for one in holding if not one.target.blocks), key=_longest_first):
        if not any(_collide(candidate, winner) for winner in winners):
            winners.append(candidate)
    blockers = [candidate for candidate in holding if candidate.target.blocks]
    return [winner for winner in winners if not any(_collide(winner, blocker) for blocker in blockers)]


def _first_atoms(pattern: Pattern) -> Iterator[Atom]:
    """Yield the atoms of which one is in every place of a pattern."""
    match pattern:
        case Choice(options):
            for option in options:
                yield from _first_atoms(option)
        case notation.Sequence(parts=parts) | Bag(parts=parts):
            yield from _first_atoms(parts[0])
        case Exact(text):
            yield _exact_words(text)[0]
        case _:
            yield pattern


def _longest_first(candidate: _Candidate) -> tuple[int, int, Place, int]:
    place = candidate.place
    return place[0] - place[-1], -len(place), place, candidate.target.number


def _collide(one: _Candidate, other: _Candidate) -> bool:
    """Say whether two candidates of one code overlap, from their first word to their last."""
    overlap = one.place[0] <= other.place[-1] and other.place[0] <= one.place[-1]
    return one.target.code == other.target.code and overlap


def _holds(condition: Condition, sentence: Sentence, turn: Sequence[Sentence], question: Sequence[Sentence]) -> bool:
    around = {"zin": [sentence], "beurt": turn, "vraag": question, "buurt": [*question, *turn]}[condition.scope]
    return any(find_places(condition.pattern, one) for one in around) is condition.wanted
