"""Finding terms in texts, by three named rules for where they overlap, each with its stance and voice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from perspectieven.dutch.clauses import Said, find_quotations, list_shapes, split_clauses
from perspectieven.dutch.kinds import HESITATION, REPORTER_NAMES
from perspectieven.dutch.words import Words, split_words
from perspectieven.lexicon import Code, Lexicon, Term
from perspectieven.matching.anchors import Anchors, choose_anchors
from perspectieven.matching.arrays import Hits
from perspectieven.matching.judge import Judged, find_answers, judge
from perspectieven.matching.patterns import make_patterns
from perspectieven.matching.rules import ANSWER, FIRST_DOUBT, RULES
from perspectieven.matching.search import number_questions, search
from perspectieven.matching.weigher import Weighed, Weigher

SIGNS_ALONE = "(aanwijzingen)"
"""What stands for the term where none was found."""

_ROOM = 1 << 12
"""Occurrences of patterns in a sentence, to begin with."""


@dataclass(frozen=True)
class Found:
    """What was found in some texts.

    Attributes
    ----------
    words : Words
    hits : Hits
    judged : Judged
    counted : array of bool
        One element per word: it is no hesitation.
    """

    words: Words = field(repr=False)
    hits: Hits = field(repr=False)
    judged: Judged = field(repr=False)
    counted: NDArray[np.bool_] = field(repr=False)

    def __len__(self) -> int:
        return len(self.hits.text)

    def parts(self, hit: int) -> list[int]:
        """Return the words of a hit."""
        return [word for word in self.hits.parts[hit].tolist() if word >= 0]

    def bounds(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where each hit begins and ends in its text, in code points, half-open."""
        begin = self.words.text_starts[self.hits.text].astype(np.int64)
        last = self.hits.parts.max(axis=1, initial=0)
        return self.words.starts[self.hits.parts[:, 0]] - begin, self.words.ends[last] - begin

    def window(self, hit: int, size: int) -> tuple[int, int]:
        """Return the code points around a hit that hold `size` more words on each side, to the ends of its text."""
        words, text = self.words, self.hits.text[hit]
        begin = words.text_starts[text]
        first, end = words.sentences[words.texts[text]], words.sentences[words.texts[text + 1]]
        parts = self.parts(hit)
        left = int(words.starts[max(first, parts[0] - size)] - begin)
        closing = words.text_starts[text + 1] - 1 if text + 1 < len(words.text_starts) else len(words.letters) - 1
        right = closing if parts[-1] + size >= end - 1 else words.ends[parts[-1] + size]
        return left, int(right - begin)

    def n_words(self) -> NDArray[np.int64]:
        """Count the words of each text, hesitations not counted."""
        until = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.counted)])
        return np.diff(until[self.words.sentences[self.words.texts]])

    def doubtful(self) -> NDArray[np.bool_]:
        """Say of each hit whether a person should look."""
        return np.asarray((self.judged.cues[:, :, 0] >= FIRST_DOUBT).any(axis=1), np.bool_)

    def reporters(self) -> list[str]:
        """Return of each hit whose view it is, as far as that can be read; empty otherwise."""
        return [REPORTER_NAMES[number] for number in self.judged.reporter.tolist()]


class Matcher:
    """A lexicon made ready to be found in texts.

    Overlaps follow three named rules. *Longest wins*: of overlapping hits of one code the longest stays, at equal
    length the first in the text, then the first in the lexicon. *Codes live side by side*: hits of different
    codes never push each other out. *A blocker cancels*: a hit whose span overlaps a blocker of its code is no hit.

    Examples
    --------
    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> matcher = Matcher(read_lexicon("normaliseren"))
    >>> found = matcher.find(["Ze stelden ons niet, eh, echt gerust."])
    >>> [matcher.codes[target].id for target in found.hits.target], found.parts(0)
    (['HPR-GERUST'], [1, 6])
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._patterns = make_patterns(lexicon)
        terms = self._patterns.terms
        self._anchors: tuple[int, Anchors | None] = (0, None)
        self._weigher = Weigher(lexicon.signs, lexicon.codes, terms) if lexicon.signs else None
        codes = self.codes
        self._signs = np.arange(len(codes)) >= len(terms)
        self._antonym = np.array([term.antonym for _, term in terms] + [False] * len(lexicon.codes), np.bool_)
        self._code = np.array([lexicon.codes.index(code) for code in codes], np.int32)
        self._asking = np.array([code.asked for code in codes], np.bool_)
        self._conditional = np.array([code.conditional for code in codes], np.bool_)
        self._factual = np.array([code.factual for code in codes], np.bool_)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The code of every target: of each term, and then each code itself, for what signs alone give."""
        return (*(self.lexicon.codes[code] for code, _ in self._patterns.terms), *self.lexicon.codes)

    def term(self, target: int) -> tuple[Code, Term | None]:
        """Return the code and the term of a target that was hit; no term where signs alone gave it."""
        terms = self._patterns.terms
        return self.codes[target], terms[target][1] if target < len(terms) else None

    @cached_property
    def notations(self) -> tuple[str, ...]:
        """The notation of every target, `SIGNS_ALONE` where there is no term."""
        return (*(term.notation for _, term in self._patterns.terms), *(SIGNS_ALONE,) * len(self.lexicon.codes))

    def find(
        self,
        texts: Sequence[str],
        *,
        interviewer: Sequence[bool] | None = None,
        opens: Sequence[bool] | None = None,
    ) -> Found:
        """Find every mention in some texts, in their order.

        Parameters
        ----------
        texts : sequence of str
        interviewer : sequence of bool, optional
            One element per text: it prompts what is found in the texts after it.
        opens : sequence of bool, optional
            One element per text: a conversation begins here; without it, at the first only.
        """
        words = split_words(texts)
        lexeme = self._patterns.vocabulary.look_up(words)
        asks = np.array(interviewer if interviewer is not None else [False] * len(texts), np.bool_)
        begins = np.array(opens if opens is not None else [at == 0 for at in range(len(texts))], np.bool_)
        questions = number_questions(words, asks, begins)
        hits = self._search(words, lexeme, asks, questions)
        if self._weigher:
            weighed = self._weigher.weigh(words, hits, asks, begins, questions)
        else:
            none = np.zeros(len(hits.text), np.uint8)
            weighed = Weighed(hits, np.ones((len(hits.text), len(RULES)), np.bool_), none, none.astype(np.bool_))
        hits = weighed.hits
        said = self._say(words, lexeme)
        answers = find_answers(said, words.sentences, words.texts, asks, begins, *hits[:4], self._code)
        return self._answered(
            Found(words, hits, self._judge(said, words, weighed), ~said.kinds[lexeme, HESITATION]),
            answers,
        )

    def _search(
        self, words: Words, lexeme: NDArray[np.int32], asks: NDArray[np.bool_], questions: NDArray[np.int32]
    ) -> Hits:
        known, room = self._patterns.vocabulary.lexemes, _ROOM
        nodes, targets, anchors = self._patterns.nodes, self._patterns.targets, self._anchors_for(lexeme)
        while True:
            *found, complete = search(words, lexeme, known, nodes, targets, anchors, asks, questions, room)
            if complete:
                return Hits(*found)
            room *= 4

    def _anchors_for(self, lexeme: NDArray[np.int32]) -> Anchors:
        """Return where targets are looked for: as chosen before, unless these are twice as many words or more."""
        n_words, anchors = self._anchors
        if anchors is None or len(lexeme) >= 2 * n_words:
            lexemes = self._patterns.vocabulary.lexemes
            anchors = choose_anchors(lexeme, lexemes, self._patterns.nodes, self._patterns.targets)
            self._anchors = len(lexeme), anchors
        return anchors

    def _say(self, words: Words, lexeme: NDArray[np.int32]) -> Said:
        known = self._patterns.vocabulary.lexemes
        form = known.form[lexeme]
        clause, clauses = split_clauses(form, lexeme, known.kinds, words.after, words.sentences)
        shapes = list_shapes(words.letters, words.starts, words.ends)
        quoted = find_quotations(words.letters, words.starts, words.ends, words.texts, words.sentences)
        return Said(
            form, lexeme, known.kinds, known.reporter, clause, clauses, words.after, words.capital, shapes, quoted
        )

    def _judge(self, said: Said, words: Words, weighed: Weighed) -> Judged:
        hits = weighed.hits
        of_target = (self._signs, self._antonym, self._asking, self._conditional, self._factual)
        flags = [flag[hits.target] for flag in of_target]
        places = (words.sentences, words.texts, hits.text, hits.sentence, hits.parts)
        return Judged(*judge(said, *places, *weighed[1:], *flags))

    def _answered(self, found: Found, answers: NDArray[np.int32]) -> Found:
        """Add answers that lean on a question; a denied denial affirms."""
        if not len(answers):
            return found
        text, asked, word, negated = answers.T
        words, hits, judged = found.words, found.hits, found.judged
        parts = np.full((len(answers), hits.parts.shape[1]), -1, np.int32)
        parts[:, 0] = word
        sentence = words.texts[text]
        cues = np.zeros((len(answers), *judged.cues.shape[1:]), np.int32)
        last = (hits.parts >= 0).sum(axis=1) - 1
        cues[:, 0, 0], cues[:, 0, 1] = ANSWER, hits.parts[asked, 0]
        cues[:, 0, 2] = hits.parts[asked, last[asked]] + 1
        order = np.argsort(np.concatenate([hits.text, text]), kind="stable")
        more = Hits(text, hits.target[asked], sentence, parts, np.ones(len(answers), np.bool_))
        told = Judged(
            (negated ^ self._antonym[hits.target[asked]]).astype(np.uint8),
            np.zeros(len(answers), np.bool_),
            np.zeros(len(answers), np.int32),
            cues,
        )
        return Found(
            words,
            Hits(*_merge(hits, more, order)),
            Judged(*_merge(judged, told, order)),
            found.counted,
        )


def _merge(some: tuple[Any, ...], more: tuple[Any, ...], order: NDArray[np.int64]) -> list[Any]:
    """Put arrays after each other, pair by pair, and in order."""
    return [np.concatenate(pair)[order] for pair in zip(some, more, strict=True)]
