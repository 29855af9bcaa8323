"""The report as one run of headings, texts, tables, pictures and quotes: what a page, on paper, can hold of it.

It has what the HTML page has, from the same `view.View`. Left out are the tables of figures that are too
long for paper, columns of those that are too wide, the whole turns around quotes, and quotes that are too many.
"""

from collections.abc import Iterator, Mapping, Sequence

from perspectieven.reports.blocks import Block, Document, Grid, Heading, Links, Paragraph, Picture, Saying
from perspectieven.reports.report import Report
from perspectieven.reports.sections import describe_report
from perspectieven.reports.shelves import Shelf, join_quotes
from perspectieven.reports.texts import WORDS
from perspectieven.reports.view import Behind, Beside, CodeView, Number, Row, ThemeView, View

WIDEST, LONGEST = 8, 50
"""Columns and rows of a figure's table that still fit paper."""
MOST_QUOTES = 6
"""Of one code with one stance by one perspective: who reads paper reads on, and does not look something up."""


def describe_document(report: Report) -> Document:
    """Return a report as blocks, in the order of the page.

    Raises
    ------
    StudyError
        If the file of a figure is not there.
    TableError
        If a coding points at a turn that is not in the report.
    """
    writer = _Writer(report)
    return Document(report.title, report.language, writer.w["contents"], tuple(writer.blocks()), report.notice)


class _Writer:
    def __init__(self, report: Report) -> None:
        self.w: Mapping[str, str] = WORDS[report.language]
        self.view: View = describe_report(report)
        self.min_group = report.min_group

    def blocks(self) -> Iterator[Block]:
        w, view = self.w, self.view
        yield _say(w["intro"])
        yield Heading(1, w["people"])
        if view.empty:
            yield _say(w["empty"])
        else:
            yield from self.people()
            yield from self.figures()
            yield from self.themes()
            yield from self.questions()
            yield from self.support()
            yield from self.shared()
            yield from self.differences()
        yield Heading(1, w["trust"])
        if view.trust or view.notes:
            yield Paragraph((*view.trust, *view.notes), listed=True)
        yield Heading(2, w["left_out"])
        yield Paragraph(view.left_out, listed=True)
        yield Heading(2, w["use"])
        yield Paragraph(tuple(w[f"use_{at}"] for at in range(1, 5)), listed=True)
        yield Heading(1, w["made"])
        yield _say(w["made_intro"] if view.manifest else w["no_manifest"])
        if view.manifest:
            rows = tuple((Number(label), Number(value)) for label, value in view.manifest)
            yield Grid(w["made"], (w["part"], w["value"]), rows)

    def people(self) -> Iterator[Block]:
        w, view = self.w, self.view
        header = tuple(w[name] for name in ("perspective", "speakers", "turns", "words", "transcripts"))
        yield Grid(w["people_caption"], header, _rows(view.people, header))
        for sentence in (view.small, view.elsewhere, w["no_codings"] if view.no_codings else ""):
            if sentence:
                yield _say(sentence)
        if view.period:
            yield _say(view.period)
        if view.composition:
            yield Heading(2, w["composition"])
            header = tuple(w[name] for name in ("perspective", "what", "value_of", "speakers"))
            yield Grid(w["composition_caption"].format(n=self.min_group), header, _rows(view.composition, header))
        yield Heading(2, w["reading"])
        texts = [w[f"reading_{name}"] for name in ("1", "2", "3", "4_paper", "5")]
        yield Paragraph(tuple(texts), listed=True, ordered=True)
        if view.coverage:
            yield Heading(2, w["heard"])
            yield _say(w["heard_intro"])
            yield Paragraph(view.coverage, listed=len(view.coverage) > 1)

    def figures(self) -> Iterator[Block]:
        yield Heading(1, self.w["figures"])
        if not self.view.figures:
            yield _say(self.w["no_figures"])
        before = ""
        for figure in self.view.figures:
            if figure.question != before:
                yield Heading(2, figure.question)
            before = figure.question
            yield Heading(3 if figure.question else 2, figure.title)
            yield Picture(figure.paper_path, figure.title, figure.caption, figure.alt)
            if 0 < len(figure.on_paper) <= WIDEST and len(figure.rows) <= LONGEST:
                rows = tuple(tuple(Number(row[at]) for at in figure.on_paper) for row in figure.rows)
                yield Grid(figure.title, tuple(figure.header[at] for at in figure.on_paper), rows)
            elif figure.header:
                yield _say(self.w["figure_table_large"])
            if figure.name in self.view.beside:
                yield from self.beside(self.view.beside[figure.name], 4 if figure.question else 3)

    def beside(self, beside: Beside, level: int) -> Iterator[Block]:
        yield Heading(level, beside.title)
        yield Paragraph(beside.points, listed=len(beside.points) > 1)
        yield _say(beside.how_to_read)
        yield Grid(beside.title, beside.header, _rows(beside.rows, beside.header))

    def themes(self) -> Iterator[Block]:
        w, view = self.w, self.view
        yield Heading(1, w["themes"])
        header = (w["theme"], *view.groups)
        yield Grid(w["themes_caption"], header, _rows(view.overview, header))
        if view.without:
            yield _say(view.without)
        for theme in view.themes:
            yield from self.theme(theme)

    def theme(self, theme: ThemeView) -> Iterator[Block]:
        yield Heading(2, theme.label, (f"thema.{theme.id}",))
        yield _say(theme.description)
        yield self.counts(theme.label, theme.rows)
        for code in theme.codes:
            if code.holders:
                yield from self.code(code)
        silent = [code.label for code in theme.codes if not code.holders]
        if silent:
            yield _say(f"{self.w['not_mentioned']}: {', '.join(silent)}.")
        for shelf in theme.shelves:
            yield from self.shelf(shelf)

    def code(self, code: CodeView) -> Iterator[Block]:
        yield Heading(3, code.label)
        yield _say(code.definition)
        yield self.counts(code.label, code.rows)

    def counts(self, caption: str, rows: Sequence[Row]) -> Grid:
        names = ("perspective", "speakers", "mentions", "per_1000")
        facets = ("affirmed", "negated", "hypothetical", "prompted", "spontaneous")
        header = tuple(self.w[name] for name in (*names, *facets))
        return Grid(caption, header, _rows(rows, header))

    def shelf(self, shelf: Shelf) -> Iterator[Block]:
        yield Heading(3, self.w["quotes_of"].format(who=shelf.label), (shelf.id,))
        yield _say(shelf.note)
        for group in shelf.groups:
            yield Heading(4, group.label, (group.id,))
            for stance in group.stances:
                yield Heading(5, f"{self.w[stance.stance]} ({stance.note})", (stance.id,))
                quotes = join_quotes(stance.quotes, self.w["needs_review"])
                for quote in quotes[:MOST_QUOTES]:
                    yield Saying(quote, " · ".join((quote.who, quote.code, self.w[quote.stance], *quote.labels)))
                if len(quotes) > MOST_QUOTES:
                    more = len(quotes) - MOST_QUOTES
                    yield _say(self.w["more_quote" if more == 1 else "more_quotes"].format(n=more))

    def questions(self) -> Iterator[Block]:
        w, view = self.w, self.view
        yield Heading(1, w["questions"])
        yield _say(w["questions_intro"])
        if view.without:
            yield _say(view.without)
        header = (w["question"], *view.groups)
        for question in view.questions:
            yield Heading(2, question.row.label)
            yield Grid(question.row.label, header, _rows((question.row, *question.themes), header))
            yield from self.behind(question.behind)

    def support(self) -> Iterator[Block]:
        w, view = self.w, self.view
        if not view.support:
            return
        yield Heading(1, w["support"])
        yield _say(w["support_intro"])
        yield _say(w["support_read"])
        if view.without:
            yield _say(view.without)
        header = tuple(w[name] for name in ("kind", "perspective", "speakers", "present", "missed", "possible"))
        yield Grid(w["support"], header, _rows(view.support, header))
        yield from self.behind(view.support_behind)

    def behind(self, rows: Sequence[Behind]) -> Iterator[Block]:
        if rows:
            yield Heading(3, self.w["behind"])
        for row in rows:
            yield Heading(4, row.label, tuple(row.id.split()))
            yield Links(row.codes)

    def shared(self) -> Iterator[Block]:
        w, view = self.w, self.view
        yield Heading(1, w["shared"])
        yield _say(w["shared_intro"])
        if view.without:
            yield _say(view.without)
        header = (w["theme"], *view.groups)
        for heading, rows in view.shared:
            yield Heading(2, heading)
            yield Grid(heading, header, _rows(rows, header))

    def differences(self) -> Iterator[Block]:
        w, view = self.w, self.view
        yield Heading(1, w["differences"])
        yield _say(w["differences_intro"])
        yield _say(w["beware_intro"])
        for pair in view.pairs:
            if not pair.rows:
                yield _say(pair.instead)
                continue
            yield Heading(2, pair.label)
            header = (w["theme"], pair.a, pair.b, *(w[name] for name in ("difference", "reads_as", "p_adjusted")))
            yield Grid(pair.label, header, _rows(pair.rows, header))
        yield Heading(2, w["orientation"])
        yield _say(w["orientation_intro"])
        header = tuple(w[name] for name in ("perspective", "direction", "mentions", "share", "share_per_speaker"))
        yield Grid(w["orientation"], header, _rows(view.orientations, header))
        yield from self.behind(view.orientations_behind)


def _say(text: str) -> Paragraph:
    return Paragraph((text,))


def _rows(rows: Sequence[Row], header: Sequence[str]) -> tuple[tuple[Number, ...], ...]:
    """Return rows of one width; a row without numbers says why in its first cell."""
    blank = Number("")
    made = []
    for row in rows:
        cells = (Number(row.instead),) if row.instead else row.numbers
        made.append((Number(row.label), *cells, *[blank] * (len(header) - 1 - len(cells))))
    return tuple(made)
