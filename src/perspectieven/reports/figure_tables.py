"""Figures in a report: the picture inline, and the table beside it as far as it may be shown."""

import base64
import csv
import io
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from perspectieven.errors import Fault, StudyError
from perspectieven.reports.items import holder_item, question_item
from perspectieven.reports.report import FigureFile, Report
from perspectieven.reports.svg import Link, read_svg
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import COLUMN_WORDS, VALUE_WORDS, format_number

IDENTIFYING = frozenset(
    {"speaker", "transcript_id", "turn_index", "coding_id", "start_s", "end_s"}
    | {"text", "matched_text", "attributed_to", "cue"}
)
"""Columns that are left out of a table in a report: they lead to a person or hold words outside the quotes."""

_TRANSLATED = ("affirmed", "negated", "hypothetical", "normaliserend", "neutraal", "problematiserend")

_SUMMED = frozenset({"n_perspectives", "n_speakers_coded"})
"""Sums over perspectives, from which the numbers of one that is withheld could be worked out."""

ON_PAPER: Mapping[str, tuple[str, ...]] = {
    "aandelen": (
        *("perspective", "theme", "n_speakers_coded", "n_speakers"),
        *("share_speakers", "share_low", "share_high", "reason"),
    ),
    "warmtekaart": ("perspective", "theme", "n_coded", "n_words", "per_1000_words", "rate_low", "rate_high", "reason"),
    "vragen": ("question", "perspective", "n_coded", "n_speakers_coded", "n_speakers", "share_speakers", "low", "high"),
    "spontaan": (
        *("perspective", "theme", "n_speakers_spontaneous", "n_speakers"),
        *("share_spontaneous", "low", "high", "reason"),
    ),
    "verschillen": (
        *("theme", "perspective_a", "perspective_b", "difference", "low", "high"),
        *("p_adjusted", "reason"),
    ),
    "kaart": ("kind", "point", "dimension", "n_coded", "coordinate", "low", "high", "reason"),
}
"""Name of a figure whose table is too wide for paper to the columns that it has there: what the figure shows."""

_ON_WITHHOLDING = frozenset({"withheld", "reason"})
"""Columns that say nothing where nothing is withheld."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure as the page shows it.

    Attributes
    ----------
    question : str
        What heads it, together with its neighbours that have the same.
    svg, class_svg : Markup
        The picture for a screen; and for a slide, without its title.
    hrefs : tuple of str
        From the numbers of a row to their quotes, or empty.
    on_paper : tuple of int
        Which columns the table has on paper.
    """

    name: str
    title: str
    caption: str
    alt: str
    question: str
    paper_path: Path
    svg: Markup
    class_svg: Markup
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hrefs: tuple[str, ...]
    csv_href: str
    on_paper: tuple[int, ...]


def describe_figures(
    report: Report,
    small: Collection[str],
    labels: Mapping[str, str],
    lead: Callable[[str, str], str],
    links: Callable[[str], Mapping[str, Link]],
) -> tuple[FigureView, ...]:
    """Return the figures, each with the table beside it.

    Parameters
    ----------
    small : collection of str
        Perspectives whose numbers are withheld.
    labels : mapping
        Theme and code id to label; withheld codes are not in it.
    lead : callable
        From an item and a perspective to where their quotes are, or to an empty string.
    links : callable
        From the name of a figure to, by the id of a mark, the link that it becomes.

    Raises
    ------
    StudyError
        If a file is not there.
    """
    missing = [
        Fault(path.name, "", "is not there; draw the figures before the report")
        for figure in report.figures
        for path in (figure.svg_path, figure.class_path, figure.csv_path)
        if not path.is_file()
    ]
    if missing:
        raise StudyError(missing)
    return tuple(_describe(figure, report, small, labels, lead, links(figure.name)) for figure in report.figures)


def _describe(
    figure: FigureFile,
    report: Report,
    small: Collection[str],
    labels: Mapping[str, str],
    lead: Callable[[str, str], str],
    links: Mapping[str, Link],
) -> FigureView:
    with figure.csv_path.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file))
    header = [name for name in (records[0] if records else {}) if name not in IDENTIFYING]
    too_few = WORDS[report.language]["too_few"].format(n=report.min_group)
    if small and "shared_by" in header:
        header = [name for name in header if name not in _SUMMED]
    if not any(record.get("withheld") == "True" for record in records):
        header = [name for name in header if name not in _ON_WITHHOLDING]
    safe = []
    hrefs = []
    for record in records:
        if report.withheld_codes & set(record.values()):
            continue
        perspectives = [record.get(name, "") for name in ("perspective", "perspective_a", "perspective_b")]
        hidden = any(perspective in small for perspective in perspectives)
        row = []
        for name in header:
            value = record[name] or ""
            if name == "shared_by":
                value = " + ".join(p for p in value.split(" + ") if p not in small)
            elif hidden and _NUMBER.fullmatch(value):
                value = too_few
            row.append(value)
        safe.append(row)
        hrefs.append("" if hidden or not perspectives[0] else lead(_find_item(record), perspectives[0]))
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([header, *safe])
    names = dict(report.perspectives) | dict(labels)
    words = COLUMN_WORDS[report.language]
    w = WORDS[report.language]
    names |= {value: w[value] for value in _TRANSLATED} | VALUE_WORDS[report.language]
    drawn = partial(read_svg, prefix=f"figuur-{figure.name}-", label=figure.alt, links=links)
    return FigureView(
        figure.name,
        figure.title,
        figure.caption,
        figure.alt,
        figure.question,
        figure.paper_path,
        Markup(drawn(figure.svg_path)),
        Markup(drawn(figure.class_path, with_title=False)),
        tuple(words.get(name, name.replace("_", " ")) for name in header),
        tuple(tuple(_cell(value, names, report.language) for value in row) for row in safe),
        tuple(hrefs),
        "data:text/csv;base64," + base64.b64encode(written.getvalue().encode("utf-8-sig")).decode(),
        tuple(at for at, name in enumerate(header) if name in ON_PAPER.get(figure.name, header)),
    )


def _find_item(record: Mapping[str, str]) -> str:
    """Return what a row is of, beside a perspective: a theme, code or orientation, a question, or whose view it is."""
    if record.get("question"):
        return question_item(record["question"])
    if record.get("holder"):
        return holder_item(record["holder"], record.get("stance", ""))
    return record.get("theme") or record.get("code") or record.get("orientation") or ""


def _cell(value: str, names: Mapping[str, str], language: str) -> str:
    """Return a value in the words of the report: ids by their labels, numbers as the language writes them."""
    if _NUMBER.fullmatch(value):
        number, decimals = float(value), 2 if "." in value or "e" in value.lower() else 0
        if number and abs(number) < 0.005:  # what is small is not nothing
            least = format_number(0.01 if number > 0 else -0.01, decimals=2, language=language)
            return f"{'<' if number > 0 else '>'}{least}"
        return format_number(number, decimals=decimals, language=language)
    return " + ".join(names.get(part, part) for part in value.split(" + "))
