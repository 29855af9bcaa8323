"""Finding terms: a pattern is looked for only in sentences that have all it needs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from perspectieven.dutch.separable import find_split
from perspectieven.dutch.words import HESITATIONS, Words, fold_accents
from perspectieven.lexicon import Code, Lexicon, Term
from perspectieven.lexicon.notation import Condition, Scope
from perspectieven.matching.atoms import AtomIndex
from perspectieven.matching.nodes import AnyOf, InOrder, Literally, Node, NodeMaker, OneWord, SplitVerb, TogetherIn

Occurrence = tuple[int, ...]
"""The words that a pattern takes, in the order of the text."""

MOST_PLACES = 8
"""Of each further element of an unordered term, so many places near the first are tried, the nearest first."""


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
        maker = NodeMaker(self._atoms)
        self._terms = [[maker.make(term.pattern) for term in code.terms] for code in lexicon.codes]
        self._blockers = [[maker.make(blocker.pattern) for blocker in code.blockers] for code in lexicon.codes]
        self._conditions = [
            [[(condition, maker.make(condition.pattern)) for condition in term.conditions] for term in code.terms]
            for code in lexicon.codes
        ]
        self._blocker_conditions = [
            [[(condition, maker.make(condition.pattern)) for condition in term.conditions] for term in code.blockers]
            for code in lexicon.codes
        ]
        self._anchored: dict[int, list[tuple[int, int]]] = {}
        for code_at, nodes in enumerate(self._terms):
            for term_at, node in enumerate(nodes):
                for atom in maker.anchor(node):
                    self._anchored.setdefault(atom, []).append((code_at, term_at))

    def find(self, words: Words, asked: Sequence[Words] = ()) -> tuple[Match, ...]:
        """Find every mention in a text, in the order of the text.

        Parameters
        ----------
        words : Words
        asked : sequence of Words
            What the interviewer said before: where conditions with ``vraag`` or ``buurt`` look.
        """
        sentences = self._sentences(words)
        around = _Surroundings(sentences, [sentence for turn in asked for sentence in self._sentences(turn)])
        matches = [match for sentence in sentences for match in self._find_in(sentence, around)]
        return tuple(sorted(matches, key=lambda m: (m.first, m.last, m.code.id)))

    def _sentences(self, words: Words) -> "list[_Sentence]":
        return [
            _Sentence(words, *words.sentence_bounds(number), self._atoms)
            for number in range(len(words.sentence_starts))
        ]

    def _find_in(self, sentence: "_Sentence", around: "_Surroundings") -> Iterator[Match]:
        hits: dict[int, list[tuple[int, Occurrence]]] = {}
        for code_at, term_at in {place for atom in sentence.present for place in self._anchored.get(atom, ())}:
            occurrences = sentence.occurrences(self._terms[code_at][term_at])
            if occurrences and around.fit(self._conditions[code_at][term_at], sentence):
                hits.setdefault(code_at, []).extend((term_at, occurrence) for occurrence in occurrences)
        for code_at, found in sorted(hits.items()):
            code = self.lexicon.codes[code_at]
            blocked = [
                occurrence
                for node, conditions in zip(self._blockers[code_at], self._blocker_conditions[code_at], strict=True)
                for occurrence in sentence.occurrences(node)
                if around.fit(conditions, sentence)
            ]
            for term_at, parts in _longest(found):
                if not any(b[0] <= parts[-1] and parts[0] <= b[-1] for b in blocked):
                    yield Match(code, code.terms[term_at], tuple(part + sentence.first for part in parts))


class _Surroundings:
    """What is around a sentence, for the conditions of terms."""

    def __init__(self, turn: "list[_Sentence]", question: "list[_Sentence]") -> None:
        self._turn = turn
        self._question = question

    def fit(self, conditions: Iterable[tuple[Condition, Node]], sentence: "_Sentence") -> bool:
        """Say whether every condition holds around a sentence."""
        return all(
            condition.wanted == any(near.occurrences(node) for near in self._near(condition.scope, sentence))
            for condition, node in conditions
        )

    def _near(self, scope: Scope, sentence: "_Sentence") -> "list[_Sentence]":
        return {
            "zin": [sentence],
            "beurt": self._turn,
            "vraag": self._question,
            "buurt": self._turn + self._question,
        }[scope]


def _longest(hits: Iterable[tuple[int, Occurrence]]) -> list[tuple[int, Occurrence]]:
    """Keep of overlapping hits the longest, then the first in the text, then the first in the lexicon."""
    taken: list[tuple[int, Occurrence]] = []
    for term_at, parts in sorted(hits, key=lambda hit: (hit[1][0] - hit[1][-1], -len(hit[1]), hit[1], hit[0])):
        if all(parts[-1] < other[0] or parts[0] > other[-1] for _, other in taken):
            taken.append((term_at, parts))
    return taken


def _may_split(node: Node) -> bool:
    """Say whether a pattern is a separable verb or has one among its options."""
    return isinstance(node, SplitVerb) or (isinstance(node, AnyOf) and any(map(_may_split, node.options)))


class _Sentence:
    """One sentence: where each atom stands, and every occurrence of a pattern. Indexes count from its first word.

    Attributes
    ----------
    present : set of int
        The atoms in the sentence, split verbs among them where their particle is there too.
    """

    def __init__(self, words: Words, first: int, end: int, atoms: AtomIndex) -> None:
        self.first = first
        self._words = words
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
        self.present = set(self._at)
        if self._verb_at:
            particles = set(self._forms)
            self.present |= {atom for atom in self._verb_at if atoms.split_verbs[atom] in particles}
        self._numbers: list[int] = []
        self._found: dict[Node, tuple[Occurrence, ...]] = {}

    def occurrences(self, node: Node) -> tuple[Occurrence, ...]:
        """Return every occurrence of a pattern, the tightest for each place where it begins."""
        found = self._found.get(node)
        if found is None:
            there = not any(self.present.isdisjoint(need) for need in node.needs)
            found = self._found[node] = tuple(sorted(set(self._look_for(node)))) if there else ()
        return found

    def _look_for(self, node: Node) -> Iterable[Occurrence]:
        match node:
            case OneWord(atom=atom):
                return [(at,) for at in self._at[atom]]
            case SplitVerb(atom=atom, particle=particle):
                return self._split_verb(atom, particle)
            case AnyOf(options=options):
                return [found for option in options for found in self.occurrences(option)]
            case InOrder(parts=parts, gaps=gaps):
                return self._in_order(parts, gaps)
            case TogetherIn(parts=parts, spare=spare):
                return self._together(parts, spare)
            case Literally(words=words, marks=marks):
                return self._literally(words, marks)
            case _:
                raise AssertionError(node)

    def _split_verb(self, atom: int, particle: str) -> list[Occurrence]:
        joined = self._at.get(atom, [])
        verbs = [at for at in self._verb_at.get(atom, ()) if at not in joined]
        split = find_split(self._forms, verbs, particle, closes=self._closes) if verbs else ()
        return [(at,) for at in joined] + [(min(pair), max(pair)) for pair in split]

    def _closes(self, at: int) -> bool:
        """Say whether punctuation or the end of the sentence follows a word."""
        return at + 1 == len(self._forms) or len(self._words.between(self.first + at)) > 1

    def _in_order(self, parts: tuple[Node, ...], gaps: tuple[int, ...]) -> list[Occurrence]:
        chains: list[Occurrence] = list(self.occurrences(parts[0]))
        previous = {chain: chain for chain in chains}
        for part, gap in zip(parts[1:], gaps, strict=True):
            longer: dict[Occurrence, Occurrence] = {}
            for chain in chains:
                fitting = [
                    (between, following)
                    for following in self.occurrences(part)
                    if not set(following) & set(chain)
                    and (between := self._gap(previous[chain], following, may_split=_may_split(part))) is not None
                    and between <= gap
                ]
                if fitting:
                    following = min(fitting)[1]
                    longer[tuple(sorted((*chain, *following)))] = following
            chains, previous = list(longer), longer
        return chains

    def _together(self, parts: tuple[Node, ...], spare: int) -> Iterator[Occurrence]:
        first, *others = (self.occurrences(part) for part in parts)
        widest = spare + sum(max(map(len, options), default=0) for options in (first, *others))
        best: dict[int, tuple[int, Occurrence]] = {}
        for anchor in first:
            near = (self._near(anchor, options, widest) for options in others)
            for combination in islice(product(*near), MOST_PLACES**3):
                taken = tuple(sorted((*anchor, *(at for occurrence in combination for at in occurrence))))
                if len(set(taken)) != len(taken):
                    continue
                between = self._span(taken) - len(taken)
                if between <= spare and (anchor[0] not in best or (between, taken) < best[anchor[0]]):
                    best[anchor[0]] = (between, taken)
        return (taken for _, taken in best.values())

    def _near(self, anchor: Occurrence, options: Iterable[Occurrence], widest: int) -> list[Occurrence]:
        """Return of the places of one element those that may fit beside `anchor`, the nearest first."""
        spans = sorted((self._span(tuple(sorted((*anchor, *option)))), option) for option in options)
        return [option for span, option in spans[:MOST_PLACES] if span <= widest]

    def _span(self, taken: Occurrence) -> int:
        """Count the words from the first to the last of an occurrence."""
        return self._number(taken[-1]) - self._number(taken[0]) + 1

    def _literally(self, words: tuple[OneWord, ...], marks: tuple[str, ...]) -> Iterator[Occurrence]:
        places = [set(self._at[word.atom]) for word in words]
        for start in places[0]:
            taken = [start]
            for place in places[1:]:
                following = self._next(taken[-1])
                if following not in place:
                    break
                taken.append(following)
            if len(taken) == len(words) and all(
                not mark or mark in self._words.between(self.first + at) for mark, at in zip(marks, taken, strict=True)
            ):
                yield tuple(taken)

    def _next(self, at: int) -> int:
        """Return the index of the next word that is no hesitation."""
        at += 1
        while at < len(self._forms) and self._forms[at] in HESITATIONS:
            at += 1
        return at

    def _gap(self, before: Occurrence, after: Occurrence, *, may_split: bool) -> int | None:
        """Count the words between two elements of an ordered term, None where they are not in order.

        Of a split verb the nearer part counts; one that began earlier may close behind the element before it
        (*zetten ons netwerk in*).
        """
        if after[0] > before[0]:
            nearest = max(at for at in before if at < after[0])
            return self._number(after[0]) - self._number(nearest) - 1
        if may_split and after[-1] > before[-1]:
            return self._number(after[-1]) - self._number(before[-1]) - 1
        return None

    def _number(self, at: int) -> int:
        """Return the number of a word among those that count: no hesitations, no immediate repetitions."""
        if not self._numbers:
            number = -1
            for place, form in enumerate(self._forms):
                if form not in HESITATIONS and not (place and form == self._forms[place - 1]):
                    number += 1
                self._numbers.append(number)
        return self._numbers[at]
