"""The sections of a report: its tables as words and numbers, each number with the way to its quotes."""

from collections.abc import Hashable, Iterator, Mapping
from math import isnan

from perspectieven.figures.style import PERSPECTIVES
from perspectieven.lexicon import Code, Theme
from perspectieven.questions import NETWORK, QUESTIONS
from perspectieven.reports.beside import describe_beside
from perspectieven.reports.cautions import describe_coverage
from perspectieven.reports.cells import STANCES
from perspectieven.reports.figure_tables import describe_figures
from perspectieven.reports.items import SUPPORT, find_groups, holder_item, question_item, set_item, support_item
from perspectieven.reports.linking import Linker
from perspectieven.reports.marks import Show
from perspectieven.reports.pairs import describe_pairs
from perspectieven.reports.people import describe_composition, describe_people, describe_period
from perspectieven.reports.report import Report
from perspectieven.reports.selection import Selection
from perspectieven.reports.shelves import describe_shelf
from perspectieven.reports.texts import WORDS
from perspectieven.reports.trust import describe_trust, describe_withholding
from perspectieven.reports.view import Behind, CodeView, Number, QuestionView, Row, ThemeView, View
from perspectieven.reports.words import MISSING, format_percent


def describe_report(report: Report) -> View:
    """Return what the page shows of a report."""
    return _Describer(report).view()


class _Describer:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.w = WORDS[report.language]
        self.selection = Selection(report)
        self.linker = Linker(self.selection)
        self.too_few = self.w["too_few"].format(n=report.min_group)

    def view(self) -> View:
        w, report, selection, linker = self.w, self.report, self.selection, self.linker
        shown, small = selection.perspectives, selection.small
        small_labels = ", ".join(label for perspective, label in report.perspectives.items() if perspective in small)
        n_elsewhere = selection.n_elsewhere
        return View(
            empty=selection.spoken.empty,
            no_codings=selection.quotes.empty and not selection.spoken.empty,
            groups=tuple(shown.values()),
            colours=dict(zip(report.perspectives.values(), (style.fill for style in PERSPECTIVES), strict=False)),
            without=f"{small_labels}: {self.too_few}" if small else "",
            people=tuple(describe_people(report, small)),
            period=describe_period(report, shown),
            composition=tuple(describe_composition(report, small)),
            left_out=tuple(describe_withholding(report, small)),
            coverage=describe_coverage(report, shown),
            small=w["too_few_why"].format(n=report.min_group) if small else "",
            elsewhere=w["elsewhere"].format(n=linker.number(n_elsewhere)) if n_elsewhere else "",
            figures=describe_figures(report, small, selection.labels, linker.lead, linker.links),
            beside=describe_beside(report, shown),
            behind={"stemmen": tuple(self.behind_holders()), "begrippen": tuple(self.behind_sets())},
            overview=tuple(self.overview(theme.id) for theme in selection.themes),
            themes=tuple(self.theme(theme) for theme in selection.themes),
            questions=tuple(self.question(question) for question in QUESTIONS),
            support=tuple(self.support()),
            support_behind=tuple(self.behind_support()),
            shared=tuple(self.shared()),
            pairs=tuple(describe_pairs(report, selection.labels, small, linker.link)),
            orientations=tuple(self.orientations()),
            orientations_behind=tuple(self.behind_orientations()),
            trust=tuple(describe_trust(report, selection.quotes, shown)),
            notes=report.notes,
            manifest=tuple((str(label), str(value)) for label, value in report.manifest.items()),
        )

    def across(self, show: Show, item: str) -> tuple[Number, ...]:
        """Return the numbers of an item, one for each perspective that is shown."""
        return tuple(show(item, perspective) for perspective in self.selection.perspectives)

    def overview(self, theme: str) -> Row:
        return Row(self.selection.labels[theme], self.across(self.linker.speakers, theme), href=f"thema.{theme}")

    def theme(self, theme: Theme) -> ThemeView:
        selection = self.selection
        codes = [code for code in selection.codes if code.theme == theme.id]
        ids = [code.id for code in codes]
        shelves = [
            describe_shelf(self.report, selection.quotes, selection.cells, theme.id, ids, perspective)
            for perspective in selection.perspectives
            if selection.cells.cell(theme.id, perspective).n
        ]
        return ThemeView(
            theme.id,
            theme.label,
            theme.description,
            tuple(self.numbers(theme.id)),
            tuple(self.code(code) for code in codes),
            tuple(shelves),
        )

    def code(self, code: Code) -> CodeView:
        selection = self.selection
        holders = (label for p, label in selection.perspectives.items() if selection.cells.cell(code.id, p).n)
        return CodeView(code.id, code.label, code.definition, tuple(holders), tuple(self.numbers(code.id)))

    def numbers(self, item: str) -> Iterator[Row]:
        """Return the table of a theme or code, a row per perspective."""
        linker = self.linker
        for perspective, label in self.report.perspectives.items():
            counts = self.selection.counts.get((item, perspective))
            if perspective in self.selection.small or counts is None:
                yield Row(label, (), self.too_few if perspective in self.selection.small else MISSING)
                continue
            facets = {
                "": counts["n_coded"],
                "affirmed": counts["n_affirmed"],
                "negated": counts["n_negated"],
                "hypothetical": counts["n_hypothetical"],
                "prompted": counts["n_prompted"],
                "spontaneous": counts["n_coded"] - counts["n_prompted"],
            }
            n_coded, *parts = (linker.link(linker.number(n), item, perspective, facet) for facet, n in facets.items())
            rate = linker.link(linker.number(counts["per_1000_words"], 1), item, perspective)
            yield Row(label, (linker.speakers(item, perspective), n_coded, rate, *parts))

    def question(self, question: str) -> QuestionView:
        item, label = question_item(question), self.w[f"question_{question}"]
        codes = [code for code in self.selection.codes if question in find_groups(QUESTIONS, code.theme, code.id)]
        themes = dict.fromkeys(code.theme for code in codes)
        parts = {question_item(question, theme): self.selection.labels[theme] for theme in themes}
        return QuestionView(
            question,
            label,
            Row(f"{question}. {label}", self.across(self.linker.asked, item), strong=True),
            tuple(Row(name, self.across(self.linker.asked, part)) for part, name in parts.items()),
            tuple(self.linker.behind((item, *parts), label)),
        )

    def support(self) -> Iterator[Row]:
        for kind in NETWORK:
            if not any(kind in find_groups(NETWORK, code.theme, code.id) for code in self.selection.codes):
                continue
            for perspective, label in self.selection.perspectives.items():
                n_speakers = self.linker.asked(support_item(kind), perspective)
                if not n_speakers.text:
                    n_speakers = Number(self.linker.part(0, self.selection.n_speakers[perspective]))
                ways = [self.linker.behind_mark(support_item(kind, how), perspective) for how in SUPPORT]
                yield Row(self.w[f"support_{kind}"], (Number(label), n_speakers, *ways))

    def behind_support(self) -> Iterator[Behind]:
        for kind in NETWORK:
            items = (support_item(kind), *(support_item(kind, how) for how in SUPPORT))
            yield from self.linker.behind(items, self.w[f"support_{kind}"])

    def behind_holders(self) -> Iterator[Behind]:
        for holder in self.selection.holders:
            items = (holder_item(holder), *(holder_item(holder, stance) for stance in STANCES))
            yield from self.linker.behind(items, self.selection.item_labels[items[0]])

    def behind_sets(self) -> Iterator[Behind]:
        for shared in self.selection.set_sizes:
            yield from self.linker.behind((set_item(shared),), self.selection.item_labels[set_item(shared)])

    def behind_orientations(self) -> Iterator[Behind]:
        for name in self.selection.orientations:
            yield from self.linker.behind((name,), self.selection.item_labels[name])

    def shared(self) -> Iterator[tuple[str, tuple[Row, ...]]]:
        table, shown, labels = self.report.shared, self.selection.perspectives, self.selection.labels
        by = "code" if "code" in table else "theme"
        held: dict[int, list[Row]] = {n: [] for n in range(len(shown), -1, -1)}
        for item, shared_by in zip(table[by], table["shared_by"], strict=True):
            if item not in labels:
                continue
            holders = [p for p in shown if p in str(shared_by).split(" + ")]
            numbers = self.across(self.linker.speakers, str(item))
            held[len(holders)].append(Row(labels[item], numbers))
        for n, rows in held.items():
            key = "none" if n == 0 else "all" if n == len(shown) > 1 else "one" if n == 1 else "some"
            if rows:
                yield self.w[f"shared_by_{key}"].format(n=n), tuple(rows)

    def orientations(self) -> Iterator[Row]:
        for row in self.report.orientation_counts.to_dict("records"):
            perspective, name = str(row["perspective"]), str(row["orientation"])
            if perspective not in self.report.perspectives:
                continue
            label = self.report.perspectives[perspective]
            if perspective in self.selection.small or row["withheld"]:
                if name == self.selection.orientations[0]:
                    yield Row(label, (), self.too_few)
                continue
            texts = (self.linker.number(row["n_coded"]), self.percent(row["share"]), self.mean_share(row))
            linked = (self.linker.link(text, name, perspective) for text in texts)
            yield Row(label, (Number(self.selection.item_labels[name]), *linked))

    def percent(self, share: float) -> str:
        return format_percent(share, language=self.report.language)

    def mean_share(self, row: Mapping[Hashable, float]) -> str:
        """Return the mean of the shares of speakers with its interval, in words; where nobody says anything, a dash."""
        if isnan(row["share_per_speaker"]):
            return MISSING
        low, high = (self.linker.number(100 * row[limit]) for limit in ("low", "high"))
        return self.w["share_and_limits"].format(share=self.percent(row["share_per_speaker"]), low=low, high=high)
