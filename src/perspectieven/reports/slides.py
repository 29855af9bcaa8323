"""The slides for a class: one file that needs nothing else, with the numbers and the withholding of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.reports.headlines import write_headline
from perspectieven.reports.page import fill_template
from perspectieven.reports.pairs import find_decided
from perspectieven.reports.report import Report
from perspectieven.reports.sections import describe_report
from perspectieven.reports.shelves import Quote
from perspectieven.reports.shown import Shown
from perspectieven.reports.slide_quotes import SlideQuotes
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.reports.texts import WORDS
from perspectieven.reports.trust import sum_up_withholding
from perspectieven.reports.view import Row, View
from perspectieven.writing import write_text


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; what it holds beside its headline decides how it is shown.

    Attributes
    ----------
    quotes : tuple of (str, Quote or None)
        The label of a group, and a quote of hers, or None where there is none to show.
    """

    kind: str
    headline: str
    texts: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    svg: str = ""
    quotes: tuple[tuple[str, Quote | None], ...] = field(default=(), repr=False)


def write_slides(report: Report, path: Path) -> Path:
    """Write the slides as one HTML file and return its path; the same report gives the same bytes.

    Raises
    ------
    StudyError
        If the file of a figure is not there, or is no SVG.
    TableError
        If a coding points at a turn that is not in the report.
    """
    return write_text(path, render_slides(report))


def render_slides(report: Report) -> str:
    """Return the slides as HTML."""
    view = describe_report(report)
    return fill_template(
        "slides",
        report,
        w=WORDS[report.language] | SLIDE_WORDS[report.language],
        view=view,
        numbered=report.speaker_numbers,
        slides=tuple(_describe_slides(report, view)),
    )


def _describe_slides(report: Report, view: View) -> Iterator[Slide]:
    w, s = WORDS[report.language], SLIDE_WORDS[report.language]
    shown = _shown(report, view)
    groups = shown.join([label.lower() for label in view.groups]) if view.groups else w["speakers"].lower()
    yield Slide("title", report.title, (s["subtitle"].format(groups=groups), s["keys"], s["class_use"]))
    yield _who(report, view)
    if view.empty:
        return
    yield Slide("list", s["how"], (*(s[f"how_{at}"] for at in range(1, 5)), *view.coverage))
    for figure in view.figures:
        yield Slide("figure", write_headline(shown, figure.name, figure.title), (figure.caption,), svg=figure.class_svg)
    quotes = SlideQuotes(report, view)
    for question in view.questions:
        headline = s["question"].format(n=question.id, question=question.label)
        yield Slide("quotes", headline, quotes=tuple(quotes.choose(question.id)))
    yield Slide("list", s["misses"], (*view.notes, *view.trust, sum_up_withholding(report)))
    yield Slide("list", s["discuss"], tuple(_discuss(report, shown)))
    yield Slide("list", s["agreements"], tuple(w[f"use_{at}"] for at in range(1, 5)))


def _shown(report: Report, view: View) -> Shown:
    perspectives = {p: label for p, label in report.perspectives.items() if label in view.groups}
    themes = {theme.id: theme.label for theme in view.themes}
    return Shown(report, perspectives, themes)


def _who(report: Report, view: View) -> Slide:
    w, s = WORDS[report.language], SLIDE_WORDS[report.language]
    if view.empty:
        return Slide("list", s["nobody"], (w["empty"],))
    spoken = report.turns[report.turns["role"] == "participant"]
    spoken = spoken[spoken["perspective"].isin([p for p, label in report.perspectives.items() if label in view.groups])]
    sizes = {"n_speakers": spoken["speaker"].nunique(), "n_transcripts": spoken["transcript_id"].nunique()}
    header = tuple(w[name] for name in ("perspective", "speakers", "turns", "words", "transcripts"))
    in_each = spoken.groupby("perspective", observed=True)["transcript_id"].nunique().sum()
    together = s["who_together"] if in_each > sizes["n_transcripts"] else ""
    notes = tuple(filter(None, (s["who_note"], together, view.period, view.small, view.elsewhere)))
    return Slide(
        "table", s["who" if sizes["n_transcripts"] != 1 else "who_alone"].format(**sizes), notes, header, view.people
    )


def _discuss(report: Report, shown: Shown) -> Iterator[str]:
    s = SLIDE_WORDS[report.language]
    decided = find_decided(shown.rows(report.differences, "perspective_a", "perspective_b"))
    for row in decided.head(1).to_dict("records"):
        a, b = (shown.who(row[f"perspective_{side}"]) for side in "ab")
        numbers = {f"{side}_of": number for side, number in shown.sides(row).items()}
        said = s["discuss_difference"].format(theme=shown.themes[row["theme"]], a=a, b=b, **numbers)
        yield said + shown.caution(row["theme"], row["perspective_a"], row["perspective_b"])
    for name in ("read", "prompted", "missing", "practice"):
        yield s[f"discuss_{name}"]
