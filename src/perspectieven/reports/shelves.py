"""Shelves: the quotes of one theme by one perspective, by code and stance, where every number finds them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

import pandas as pd

from perspectieven.reports.cells import STANCES, Cell, Cells
from perspectieven.reports.quotes import Segment, find_window, mark_text, read_parts
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


def join_quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return quotes, those in the same words as one, with all that is coded in these marked.

    >>> words = [Segment("al", True), Segment(" ", False), Segment("goed", True)]
    >>> a, b = (tuple(Segment(w.text, w.marked and w.text == own) for w in words) for own in ("al", "goed"))
    >>> made = [Quote(at, "ouder", "C", "affirmed", said, False, False, (), (), "") for at, said in enumerate((a, b))]
    >>> [segment.text for quote in join_quotes(made) for segment in quote.segments if segment.marked]
    ['al', 'goed']
    """
    alike: dict[tuple[object, ...], list[Quote]] = {}
    for quote in quotes:
        text = "".join(segment.text for segment in quote.segments)
        alike.setdefault((text, quote.who, quote.labels, quote.cut_before, quote.cut_after), []).append(quote)
    return tuple(replace(same[0], segments=_mark_all(same)) for same in alike.values())


def _mark_all(quotes: Sequence[Quote]) -> tuple[Segment, ...]:
    """Cut the words that quotes have in common into what any of them marks, and the rest."""
    marks = [[segment.marked for segment in quote.segments for _ in segment.text] for quote in quotes]
    letters = "".join(segment.text for segment in quotes[0].segments)
    pieces = groupby(zip(letters, map(any, zip(*marks, strict=True)), strict=True), key=itemgetter(1))
    return tuple(Segment("".join(letter for letter, _ in piece), marked) for marked, piece in pieces)


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
    )
