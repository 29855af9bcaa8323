"""Shelves: the quotes of one theme by one perspective, by code and stance, where every number finds them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

import pandas as pd

from perspectieven.reports.cells import STANCES, Cell, Cells
from perspectieven.reports.quotes import Segment, cut_segments, find_window, mark_text, read_parts
from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import describe_cue, describe_speaker, format_number


@dataclass(frozen=True, slots=True)
class Quote:
    """One mention in its words.

    Attributes
    ----------
    number : int
        Within the page.
    who : str
        Perspective, and a neutral number where the report has these.
    whole : tuple of Segment
        The whole turn where the segments are a window on it; otherwise empty.
    start_char : int
        Where in the turn the segments begin.
    """

    number: int
    who: str
    code: str
    stance: str
    segments: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool
    whole: tuple[Segment, ...]
    labels: tuple[str, ...]
    cue: str
    start_char: int = 0


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The quotes of one code with one stance."""

    id: str
    stance: str
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """The quotes of one code."""

    id: str
    label: str
    note: str
    stances: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The quotes of one theme by one perspective."""

    id: str
    label: str
    note: str
    groups: tuple[CodeGroup, ...]


def anchor(*parts: str, kind: str = "citaten") -> str:
    """Return the id where the quotes of an item stand: theme or code, perspective, and a stance of a code.

    >>> anchor("BET-NORMAAL", "ouders", "negated")
    'citaten.BET-NORMAAL.ouders.negated'
    """
    return ".".join((kind, *(re.sub(r"[^\w.-]", "_", part) for part in parts)))


def note_cell(cell: Cell, n_shown: int, w: Mapping[str, str], language: str) -> str:
    """Say how many quotes are shown, and why not all of them.

    >>> note_cell(Cell(n=310, n_no_consent=12), 25, WORDS["nl"], "nl")
    '25 van 310 citaten · 12 niet getoond: geen toestemming om te citeren'
    """
    n_total, n_here = (format_number(n, language=language) for n in (cell.n, n_shown))
    if n_shown < cell.n:
        words = [w["n_of_quotes"].format(n=n_here, total=n_total)]
    else:
        words = [w["one_quote"] if cell.n == 1 else w["n_quotes"].format(n=n_total)]
    if cell.n_no_consent:
        words.append(w["no_consent"].format(n=format_number(cell.n_no_consent, language=language)))
    if cell.n_same_turn:
        words.append(w["same_turn"].format(n=format_number(cell.n_same_turn, language=language)))
    return " · ".join(words)


def describe_shelf(
    report: Report, quotes: pd.DataFrame, cells: Cells, theme: str, codes: Sequence[str], perspective: str
) -> Shelf:
    """Return the shelf of a theme and a perspective; every code that the perspective mentions has its place."""
    w = WORDS[report.language]
    label = report.perspectives[perspective]
    mine = (quotes["theme"] == theme) & (quotes["perspective"] == perspective) & quotes.index.isin(list(cells.kept))
    described = [_describe_quote(report, number, row) for number, row in quotes[mine].iterrows()]
    names = {code.id: code.label for code in report.lexicon.codes}
    groups = []
    for code in codes:
        stances = []
        for stance in STANCES:
            cell = cells.cell(code, perspective, stance)
            if cell.n:
                here = tuple(q for q in described if (q.code, q.stance) == (names[code], stance))
                note = note_cell(cell, len(here), w, report.language)
                stances.append(StanceGroup(anchor(code, perspective, stance), stance, note, here))
        if stances:
            n_here = sum(len(stance.quotes) for stance in stances)
            note = note_cell(cells.cell(code, perspective), n_here, w, report.language)
            groups.append(CodeGroup(anchor(code, perspective), names[code], note, tuple(stances)))
    note = note_cell(cells.cell(theme, perspective), len(described), w, report.language)
    return Shelf(anchor(theme, perspective), label, note, tuple(groups))


def join_quotes(quotes: Sequence[Quote], doubt: str) -> tuple[Quote, ...]:
    """Return quotes, those that share words of a turn as one, with all that is coded in it marked.

    Parameters
    ----------
    quotes : sequence of Quote
    doubt : str
        The label of what is to be reviewed. Quotes with other labels stay apart; with this one they do not, and what is
        joined has it where one of them has.

    Examples
    --------
    >>> al, goed = Segment("al", True), Segment("goed", True)
    >>> said = [(al, Segment(" goed", False)), (Segment("al ", False), goed)]
    >>> made = [
    ...     Quote(1, "ouder", "C", "affirmed", said[0], False, False, (), (), ""),
    ...     Quote(2, "ouder", "C", "affirmed", said[1], False, False, (), ("nog beoordelen",), ""),
    ... ]
    >>> [joined] = join_quotes(made, "nog beoordelen")
    >>> [segment.text for segment in joined.segments if segment.marked], joined.labels
    (['al', 'goed'], ('nog beoordelen',))
    """
    joined: list[Quote] = []
    for quote in quotes:
        merged = quote
        # A quote may bridge two that do not share words with each other.
        for other in [other for other in joined if _share_words(other, quote, doubt)]:
            merged = _join(other, merged)
            joined.remove(other)
        joined.append(merged)
    order = {quote.number: at for at, quote in enumerate(quotes)}
    return tuple(sorted(joined, key=lambda quote: order[quote.number]))


def _share_words(a: Quote, b: Quote, doubt: str) -> bool:
    same = [(_text(quote.whole or quote.segments), quote.who, {*quote.labels} - {doubt}) for quote in (a, b)]
    return same[0] == same[1] and a.start_char < _end_char(b) and b.start_char < _end_char(a)


def _join(first: Quote, other: Quote) -> Quote:
    start, end = min(first.start_char, other.start_char), max(_end_char(first), _end_char(other))
    whole = _mark_both(first.whole or first.segments, other.whole or other.segments)
    length = len(_text(whole))
    return replace(
        first,
        segments=cut_segments(whole, start, end),
        start_char=start,
        cut_before=start > 0,
        cut_after=end < length,
        whole=whole if start > 0 or end < length else (),
        labels=max(first.labels, other.labels, key=len),
    )


def _mark_both(a: Sequence[Segment], b: Sequence[Segment]) -> tuple[Segment, ...]:
    """Cut the same words into what either marks, and the rest."""
    marks = [[segment.marked for segment in segments for _ in segment.text] for segments in (a, b)]
    pieces = groupby(zip(_text(a), map(any, zip(*marks, strict=True)), strict=True), key=itemgetter(1))
    return tuple(Segment("".join(letter for letter, _ in piece), marked) for marked, piece in pieces)


def _text(segments: Sequence[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def _end_char(quote: Quote) -> int:
    return quote.start_char + len(_text(quote.segments))


def _describe_quote(report: Report, number: object, row: pd.Series) -> Quote:
    w = WORDS[report.language]
    text, parts = row["text"], read_parts(row["parts"])
    window = find_window(text, row["start_char"], row["end_char"])
    before, after = window.start_char > 0, window.end_char < len(text)
    labels = []
    if row["voice"] == "other":
        party = row["attributed_to"]
        labels.append(w["other_voice_of"].format(who=party) if party else w["other_voice"])
    if row["prompted"]:
        labels.append(w["prompted"])
    if row["needs_review"]:
        labels.append(w["needs_review"])
    perspective = row["perspective"]
    who = int(row["speaker_number"]) if report.speaker_numbers else None
    return Quote(
        int(str(number)) + 1,
        describe_speaker(perspective, report.perspectives[perspective], who, language=report.language),
        report.lexicon.code(row["code"]).label,
        row["stance"],
        mark_text(text, parts, window),
        before,
        after,
        mark_text(text, parts) if before or after else (),
        tuple(labels),
        describe_cue(row["cue"], language=report.language),
        window.start_char,
    )
