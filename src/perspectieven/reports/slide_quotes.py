"""Which quote of a group stands on the slide of a question: one that a lecturer can defend."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from perspectieven.matching.find import SIGNS_ALONE
from perspectieven.questions import QUESTIONS
from perspectieven.reports.items import find_groups
from perspectieven.reports.quotes import Segment, cut_segments
from perspectieven.reports.report import Report
from perspectieven.reports.selection import Selection
from perspectieven.reports.shelves import Quote
from perspectieven.reports.view import View

SHORTEST, LONGEST = 120, 240
"""Characters of a quote that tells what is meant, some twenty words, and of one that fits a slide beside two others."""
GOOD = 0.6
"""Chance that a term is right, from which its record is good enough to be shown as an example."""
_SENTENCE = re.compile(r"\S.*?[.?!]+['\"\u2019\u201d]*(?=\s|$)|\S.*$", re.DOTALL)


class SlideQuotes:
    """The quotes of a report, to choose from; what stands on one slide comes last for the next.

    What is chosen depends on what is known of the coding, and in this order:

    - not in doubt: no mention that waits for a person, that only signs tell of, that a question prompted, or that is of
      somebody else's view or of what might be;
    - short enough for a slide;
    - found by a term whose record in independent text is good (`lexicon.signs.Signs.chance`);
    - a code of this question, of a theme that answers few others, and the theme named first of those;
    - with more codes of the question beyond doubt in the same words;
    - long enough to tell what is meant;
    - the better the record of the term, to a tenth, and a whole turn;
    - of the code that the group mentions most.

    A group of which only doubtful mentions may be shown has one of those, with what is doubtful about it. Of a long
    turn a slide has whole sentences.
    """

    def __init__(self, report: Report, view: View) -> None:
        selection = Selection(report)
        self._lexicon, self._groups = report.lexicon, selection.perspectives
        self._codings: list[dict[Hashable, Any]] = selection.quotes.to_dict("records")
        self._questions = [find_groups(QUESTIONS, coding["theme"], coding["code"]) for coding in self._codings]
        self._often = Counter((coding["perspective"], coding["code"]) for coding in self._codings)
        self._in_turn: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, coding in enumerate(self._codings):
            self._in_turn[_place(coding)].append(at)
        self._themes = {theme.id: theme.questions for theme in report.lexicon.themes}
        self._used: set[str] = set()
        self._quotes = {
            quote.number - 1: keep_sentences(quote)
            for theme in view.themes
            for shelf in theme.shelves
            for group in shelf.groups
            for stance in group.stances
            for quote in stance.quotes
        }

    def choose(self, question: str) -> Iterator[tuple[str, Quote | None]]:
        """Return the label of every group with its quote, or None where there is none to show."""
        for perspective, label in self._groups.items():
            found = [
                at
                for at, coding in enumerate(self._codings)
                if at in self._quotes and coding["perspective"] == perspective and question in self._questions[at]
            ]
            best = min(found, key=lambda at: self._judge(at, question), default=None)
            if best is not None:
                self._used.add(read_words(self._quotes[best]))
            yield label, None if best is None else self._quotes[best]

    def _judge(self, at: int, question: str) -> tuple[float, ...]:
        """Return how little there is to say for a quote, what weighs most first."""
        quote, coding = self._quotes[at], self._codings[at]
        words, chance, theme, code = read_words(quote), self._chance(coding), coding["theme"], coding["code"]
        return (
            words in self._used,
            bool(quote.labels) or not _is_sure(coding) or coding["stance"] == "hypothetical",
            len(words) > LONGEST,
            chance < GOOD,
            question[0] not in self._lexicon.code(code).questions,
            len(self._themes[theme]),
            min(place for place, item in enumerate(QUESTIONS[question]) if item in {theme, code}),
            -self._count_codes(coding, words, question),
            len(words) < SHORTEST,
            -round(chance, 1),
            quote.cut_before or quote.cut_after,
            -chance,
            -self._often[coding["perspective"], code],
            at,
        )

    def _chance(self, coding: Mapping[Hashable, Any]) -> float:
        """Return the chance that a coding is right as far as its term tells; one without a record is given just enough.

        A person who confirmed or added a coding is right.
        """
        if coding["status"] in {"confirmed", "added"}:
            return 1.0
        signs = self._lexicon.signs
        known = signs.chance(coding["code"], coding["term"]) if signs is not None else None
        return GOOD if known is None else known

    def _count_codes(self, coding: Mapping[Hashable, Any], words: str, question: str) -> int:
        """Count the codes of a question that were found beyond doubt in the words of a quote."""
        first = coding["text"].index(words)
        last = first + len(words)
        asked = [self._codings[at] for at in self._in_turn[_place(coding)] if question in self._questions[at]]
        told = [other for other in asked if first <= other["start_char"] and other["end_char"] <= last]
        return len({other["code"] for other in told if _is_sure(other)})


def _place(coding: Mapping[Hashable, Any]) -> tuple[str, int]:
    return coding["transcript_id"], coding["turn_index"]


def _is_sure(coding: Mapping[Hashable, Any]) -> bool:
    """Say whether a coding does not wait for a person, and more than signs tell of it."""
    return not coding["needs_review"] and coding["term"] != SIGNS_ALONE


def keep_sentences(quote: Quote) -> Quote:
    """Return a quote that is too long, or cut off within a sentence, as the whole sentences around what is marked.

    As many as fit in `LONGEST` characters; a sentence that is longer by itself is left as the quote had it.
    """
    if not (quote.cut_before or quote.cut_after) and len(read_words(quote)) <= LONGEST:
        return quote
    segments = quote.whole or quote.segments
    text, marks = "".join(segment.text for segment in segments), _find_marks(segments)
    bounds = [found.span() for found in _SENTENCE.finditer(text)]
    held = [at for at, (start, end) in enumerate(bounds) if start < marks[-1][1] and end > marks[0][0]]
    first, last = held[0], held[-1]
    if bounds[last][1] - bounds[first][0] > LONGEST:
        return quote
    while True:
        if last + 1 < len(bounds) and bounds[last + 1][1] - bounds[first][0] <= LONGEST:
            last += 1
        elif first and bounds[last][1] - bounds[first - 1][0] <= LONGEST:
            first -= 1
        else:
            break
    start, end = bounds[first][0], bounds[last][1]
    kept = cut_segments(segments, start, end)
    return replace(
        quote,
        segments=kept,
        start_char=start,
        cut_before=first > 0,
        cut_after=last + 1 < len(bounds),
        whole=segments,
    )


def _find_marks(segments: Sequence[Segment]) -> list[tuple[int, int]]:
    marks, at = [], 0
    for segment in segments:
        marks += [(at, at + len(segment.text))] * segment.marked
        at += len(segment.text)
    return marks


def read_words(quote: Quote) -> str:
    """Return the words of a quote.

    >>> from perspectieven.reports.quotes import Segment
    >>> said = (Segment("Het is een ", False), Segment("fase", True))
    >>> read_words(Quote(1, "ouder", "Een fase", "affirmed", said, False, False, (), (), ""))
    'Het is een fase'
    """
    return "".join(segment.text for segment in quote.segments)
