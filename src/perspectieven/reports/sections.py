"""The sections of a report: its tables as words and numbers, each number with the way to its quotes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from perspectieven.errors import Fault, TableError
from perspectieven.figures.style import PERSPECTIVES
from perspectieven.lexicon import Code, Theme
from perspectieven.reports.cautions import describe_coverage
from perspectieven.reports.cells import STANCES, Cells, fill_cells, question_item
from perspectieven.reports.figure_tables import describe_figures
from perspectieven.reports.marks import link_marks
from perspectieven.reports.pairs import describe_pairs
from perspectieven.reports.people import describe_composition, describe_people, describe_period, take_spoken
from perspectieven.reports.quotes import judge_quotes, number_speakers
from perspectieven.reports.report import Report
from perspectieven.reports.shelves import anchor, describe_shelf, note_cell
from perspectieven.reports.texts import WORDS
from perspectieven.reports.trust import describe_trust, describe_withholding
from perspectieven.reports.view import Behind, CodeView, Number, QuestionView, Row, ThemeView, View
from perspectieven.reports.words import MISSING, format_number, format_percent

QUESTIONS = ("1", "2", "3", "4")


def describe_report(report: Report) -> View:
    """Return what the page shows of a report."""
    return _Describer(report).view()


class _Describer:
    """A report with what its sections have in common, worked out once."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.w = WORDS[report.language]
        self.spoken = take_spoken(report)
        n_speakers = self.spoken.groupby("perspective")["speaker"].nunique()
        self.n_speakers = {p: int(n_speakers.get(p, 0)) for p in report.perspectives}
        self.small = frozenset(p for p, n in self.n_speakers.items() if n < report.min_group)
        self.shown = tuple(p for p in report.perspectives if p not in self.small)
        self.too_few = self.w["too_few"].format(n=report.min_group)
        judged = judge_quotes(
            report.codings, report.turns, quotable=report.quotable, withheld_codes=report.withheld_codes
        )
        unknown = dict.fromkeys(judged.loc[~judged["code"].isin(report.lexicon.code_ids), "code"])
        if unknown:
            raise TableError(
                [Fault("codings", str(c), "is no code of the lexicon of the report; code again") for c in unknown]
            )
        self.n_elsewhere = int((~judged["perspective"].isin(list(report.perspectives))).sum())
        order = {p: at for at, p in enumerate(self.shown)}
        self.quotes = judged[judged["perspective"].isin(order)].reset_index(drop=True)
        self.cells: Cells = fill_cells(self.quotes, report.lexicon)
        self.codes = tuple(code for code in report.lexicon.codes if code.id not in report.withheld_codes)
        self.themes = tuple(
            theme
            for theme in report.lexicon.themes
            if any(code.theme == theme.id for code in self.codes)
            or not any(code.theme == theme.id for code in report.lexicon.codes)
        )
        self.labels = {theme.id: theme.label for theme in self.themes} | {code.id: code.label for code in self.codes}

    def view(self) -> View:
        themes = tuple(self.theme(theme) for theme in self.themes)
        links = link_marks(
            {perspective: self.report.perspectives[perspective] for perspective in self.shown},
            {theme.id: theme.label for theme in self.themes},
            (*self.labels, *self.orientation_names),
            self.behind_mark,
        )
        return View(
            empty=self.spoken.empty,
            no_codings=self.quotes.empty and not self.spoken.empty,
            groups=tuple(self.report.perspectives[p] for p in self.shown),
            colours=dict(zip(self.report.perspectives.values(), (style.fill for style in PERSPECTIVES), strict=False)),
            without=f"{self.small_labels}: {self.too_few}" if self.small else "",
            people=tuple(describe_people(self.report, self.small)),
            period=describe_period(self.report, self.shown),
            composition=tuple(describe_composition(self.report, self.small)),
            left_out=tuple(describe_withholding(self.report, self.small)),
            coverage=describe_coverage(self.report, self.shown),
            small=self.w["too_few_why"].format(n=self.report.min_group) if self.small else "",
            elsewhere=self.w["elsewhere"].format(n=self.number(self.n_elsewhere)) if self.n_elsewhere else "",
            figures=describe_figures(
                self.report, self.small, number_speakers(self.report.turns), self.labels, self.lead, links
            ),
            overview=tuple(self.overview(theme.id) for theme in self.themes),
            themes=themes,
            questions=tuple(self.question(question) for question in QUESTIONS),
            shared=tuple(self.shared()),
            pairs=tuple(describe_pairs(self.report, self.labels, self.small, self.link)),
            orientations=tuple(self.orientations()),
            orientations_behind=tuple(
                behind for name in self.orientation_names for behind in self.behind(name, self.w.get(name, name))
            ),
            trust=tuple(describe_trust(self.report, self.quotes, self.shown)),
            notes=self.report.notes,
            manifest=tuple((str(label), str(value)) for label, value in self.report.manifest.items()),
        )

    @cached_property
    def counts(self) -> dict[tuple[str, str], Mapping[str, float]]:
        """Rows of both count tables by item and perspective."""
        found: dict[tuple[str, str], Mapping[str, float]] = {}
        for table, by in ((self.report.theme_counts, "theme"), (self.report.code_counts, "code")):
            for row in table.to_dict("records"):
                found[str(row[by]), str(row["perspective"])] = {str(name): value for name, value in row.items()}
        return found

    @cached_property
    def orientation_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(name) for name in self.report.orientation_counts["orientation"]))

    @cached_property
    def small_labels(self) -> str:
        return ", ".join(label for perspective, label in self.report.perspectives.items() if perspective in self.small)

    @cached_property
    def n_oriented(self) -> Mapping[tuple[str, ...], int]:
        columns = ["orientation", "code", "perspective"]
        return Counter(self.quotes[columns].itertuples(index=False, name=None))

    def number(self, value: float, decimals: int = 0) -> str:
        return format_number(value, decimals=decimals, language=self.report.language)

    def of(self, part: float, whole: float) -> str:
        return self.w["of"].format(a=self.number(part), b=self.number(whole))

    def link(self, text: str, item: str, perspective: str, facet: str = "", *, share: float = -1.0) -> Number:
        """Return a number with the way to its quotes, if there is anything behind it."""
        key = (item, perspective, facet) if facet else (item, perspective)
        cell = self.cells.cell(*key)
        if not cell.n:
            return Number(text, share=share)
        target = anchor(*(key if item in self.code_ids and facet in {"", *STANCES} else key[:2]))
        if item not in self.labels:
            target = anchor(item, perspective, kind="codes")
        words = (self.item_label(item), self.report.perspectives[perspective], self.w.get(facet, facet))
        return Number(
            text,
            target,
            " ".join(str(row + 1) for row in cell.shown),
            " · ".join(filter(None, words)),
            note_cell(cell, len(cell.shown), self.w, self.report.language),
            share,
        )

    @cached_property
    def code_ids(self) -> frozenset[str]:
        return frozenset(code.id for code in self.codes)

    def item_label(self, item: str) -> str:
        if item.startswith("vraag-"):
            question, _, theme = item.removeprefix("vraag-").partition(".")
            words = (self.w[f"question_{question}"], self.labels.get(theme, ""))
            return " · ".join(filter(None, words))
        return self.labels.get(item) or self.w.get(item, item)

    def lead(self, item: str, perspective: str) -> str:
        """Return where the quotes of a theme or code stand, or an empty string where there are none."""
        there = perspective in self.shown and self.cells.cell(item, perspective).n
        return f"#{anchor(item, perspective)}" if there else ""

    def behind_mark(self, item: str, perspective: str) -> Number:
        """Return what a mark in a figure shows: speakers of a theme or code, mentions of an orientation."""
        if item in self.labels:
            return self.speakers(item, perspective)
        return self.link(self.number(self.cells.cell(item, perspective).n), item, perspective)

    def speakers(self, item: str, perspective: str) -> Number:
        """Return n of N speakers, as a share with a bar."""
        counts = self.counts.get((item, perspective))
        if counts is None:
            return Number(MISSING)
        coded, everyone = counts["n_speakers_coded"], counts["n_speakers"]
        share = coded / everyone if everyone else -1.0
        return self.link(self.of(coded, everyone), item, perspective, share=share)

    def numbers(self, item: str, perspective: str) -> Row:
        """Return the row of a theme or code in its own table."""
        label = self.report.perspectives[perspective]
        if perspective in self.small:
            return Row(label, (), self.too_few)
        counts = self.counts.get((item, perspective))
        if counts is None:
            return Row(label, (), MISSING)
        facets = {
            "": counts["n_coded"],
            "affirmed": counts["n_affirmed"],
            "negated": counts["n_negated"],
            "hypothetical": counts["n_hypothetical"],
            "prompted": counts["n_prompted"],
            "spontaneous": counts["n_coded"] - counts["n_prompted"],
        }
        linked = [self.link(self.number(n), item, perspective, facet) for facet, n in facets.items()]
        rate = self.link(self.number(counts["per_1000_words"], 1), item, perspective)
        return Row(label, (self.speakers(item, perspective), linked[0], rate, *linked[1:]))

    def overview(self, theme: str) -> Row:
        numbers = tuple(self.speakers(theme, p) for p in self.shown)
        return Row(self.labels[theme], numbers, href=f"thema.{theme}")

    def theme(self, theme: Theme) -> ThemeView:
        codes = [code for code in self.codes if code.theme == theme.id]
        shelves = [
            describe_shelf(self.report, self.quotes, self.cells, theme.id, [code.id for code in codes], perspective)
            for perspective in self.shown
            if self.cells.cell(theme.id, perspective).n
        ]
        return ThemeView(
            theme.id,
            theme.label,
            theme.description,
            tuple(self.numbers(theme.id, p) for p in self.report.perspectives),
            tuple(self.code(code) for code in codes),
            tuple(shelves),
        )

    def code(self, code: Code) -> CodeView:
        rows = tuple(self.numbers(code.id, p) for p in self.report.perspectives)
        holders = tuple(self.report.perspectives[p] for p in self.shown if self.cells.cell(code.id, p).n)
        return CodeView(code.id, code.label, code.definition, holders, rows)

    def question(self, question: str) -> QuestionView:
        item = question_item(question)
        themes = [t.id for t in self.themes if any(c.theme == t.id and question in c.questions for c in self.codes)]
        label = self.item_label(item)
        return QuestionView(
            Row(f"{question}. {label}", tuple(self.matrix_row(item)), strong=True),
            tuple(Row(self.labels[t], tuple(self.matrix_row(question_item(question, t)))) for t in themes),
            tuple(self.behind(item, label, question=question)),
        )

    def matrix_row(self, item: str) -> Iterable[Number]:
        for perspective in self.shown:
            cell, everyone = self.cells.cell(item, perspective), self.n_speakers[perspective]
            text = self.of(cell.n_speakers, everyone)
            yield self.link(text, item, perspective, share=cell.n_speakers / everyone) if cell.n else Number("")

    def behind(self, item: str, label: str, *, question: str = "") -> Iterable[Behind]:
        """Return, per perspective, the codes that make up a number; without scripts these lead to the quotes."""
        for perspective in self.shown:
            if not self.cells.cell(item, perspective).n:
                continue
            codes = [
                self.link(f"{code.label}: {self.number(n)}", code.id, perspective)
                for code in self.codes
                if (not question or question in code.questions)
                and (n := self.n_behind(item, code.id, perspective, of_question=bool(question)))
            ]
            title = f"{label} · {self.report.perspectives[perspective]}"
            ids = [item, *(question_item(question, t.id) for t in self.themes if question)]
            used = [i for i in ids if self.cells.cell(i, perspective).n]
            yield Behind(" ".join(anchor(i, perspective, kind="codes") for i in used), title, tuple(codes))

    def n_behind(self, item: str, code: str, perspective: str, *, of_question: bool) -> int:
        if of_question:
            return self.cells.cell(code, perspective).n
        return self.n_oriented.get((item, code, perspective), 0)

    def shared(self) -> Iterable[tuple[str, tuple[Row, ...]]]:
        by = "code" if "code" in self.report.shared else "theme"
        held: dict[int, list[Row]] = {n: [] for n in range(len(self.shown), -1, -1)}
        for item, shared_by in zip(self.report.shared[by], self.report.shared["shared_by"], strict=True):
            if item not in self.labels:
                continue
            holders = [p for p in self.shown if p in str(shared_by).split(" + ")]
            numbers = tuple(self.speakers(str(item), p) if p in holders else Number("") for p in self.shown)
            held[len(holders)].append(Row(self.labels[item], numbers))
        for n, rows in held.items():
            key = "none" if n == 0 else "all" if n == len(self.shown) > 1 else "one" if n == 1 else "some"
            if rows:
                yield self.w[f"shared_by_{key}"].format(n=n), tuple(rows)

    def orientations(self) -> Iterable[Row]:
        for row in self.report.orientation_counts.to_dict("records"):
            perspective, name = str(row["perspective"]), str(row["orientation"])
            if perspective not in self.report.perspectives:
                continue
            label = self.report.perspectives[perspective]
            if perspective in self.small:
                if name == self.orientation_names[0]:
                    yield Row(label, (), self.too_few)
                continue
            shares = [format_percent(row[c], language=self.report.language) for c in ("share", "share_per_speaker")]
            linked = [
                self.link(text, name, perspective) for text in (self.number(row["n_coded"]), shares[0], shares[1])
            ]
            yield Row(label, (Number(self.w.get(name, name)), *linked))
