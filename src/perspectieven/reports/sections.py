"""The sections of a report: its tables as words and numbers, each number with the way to its quotes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from perspectieven.errors import Fault, TableError
from perspectieven.figures.style import PERSPECTIVES
from perspectieven.lexicon import Code, Theme
from perspectieven.questions import NETWORK, QUESTIONS
from perspectieven.reports.beside import describe_beside
from perspectieven.reports.cautions import describe_coverage
from perspectieven.reports.cells import STANCES, Cells, fill_cells
from perspectieven.reports.figure_tables import describe_figures
from perspectieven.reports.items import (
    SUPPORT,
    find_groups,
    holder_item,
    list_holders,
    list_items,
    name_items,
    name_marks,
    name_sets,
    question_item,
    set_item,
    support_item,
)
from perspectieven.reports.marks import link_marks, link_pairs, link_sets
from perspectieven.reports.pairs import describe_pairs
from perspectieven.reports.people import describe_composition, describe_people, describe_period, take_spoken
from perspectieven.reports.quotes import judge_quotes
from perspectieven.reports.report import Report
from perspectieven.reports.shelves import anchor, describe_shelf, note_cell
from perspectieven.reports.svg import Link
from perspectieven.reports.texts import WORDS
from perspectieven.reports.trust import describe_trust, describe_withholding
from perspectieven.reports.view import Behind, CodeView, Number, QuestionView, Row, ThemeView, View
from perspectieven.reports.words import MISSING, format_number, format_percent


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
        judged = judged[judged["perspective"].isin(list(self.shown))]
        if not report.speaker_numbers:  # by an id that says nothing of who and where: neighbours are not of one speaker
            judged = judged.sort_values(["perspective", "coding_id"])
        self.quotes = judged.reset_index(drop=True)
        self.sets = name_sets(report.shared_codes, self.shown)
        self.items = list_items(self.quotes, perspectives=tuple(report.perspectives), sets=self.sets)
        self.cells: Cells = fill_cells(self.quotes, self.items)
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
            figures=describe_figures(self.report, self.small, self.labels, self.lead, self.links),
            beside=describe_beside(self.report, self.shown),
            behind={"stemmen": tuple(self.behind_holders()), "begrippen": tuple(self.behind_sets())},
            overview=tuple(self.overview(theme.id) for theme in self.themes),
            themes=themes,
            questions=tuple(self.question(question) for question in QUESTIONS),
            support=tuple(self.support()),
            support_behind=tuple(
                behind
                for kind in NETWORK
                for behind in self.behind(
                    (support_item(kind), *(support_item(kind, how) for how in SUPPORT)), self.w[f"support_{kind}"]
                )
            ),
            shared=tuple(self.shared()),
            pairs=tuple(describe_pairs(self.report, self.labels, self.small, self.link)),
            orientations=tuple(self.orientations()),
            orientations_behind=tuple(
                behind for name in self.orientation_names for behind in self.behind((name,), self.w.get(name, name))
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
    def item_labels(self) -> Mapping[str, str]:
        """What every item is called that is no theme or code."""
        names = {name: self.w.get(name, name) for name in self.orientation_names}
        names |= name_items(self.holders, self.set_sizes, labels=self.labels | dict(self.report.perspectives), w=self.w)
        return names

    @cached_property
    def holders(self) -> tuple[str, ...]:
        return list_holders(self.quotes, tuple(self.report.perspectives))

    @cached_property
    def set_sizes(self) -> Mapping[tuple[str, ...], int]:
        """How many codes each combination of perspectives shares, among what is shown."""
        return Counter(shared for code, shared in self.sets.items() if code in self.labels)

    @cached_property
    def n_behind(self) -> Mapping[tuple[str, str, str], int]:
        """How many mentions an item has, by code and perspective."""
        mentions = zip(self.items, self.quotes["code"], self.quotes["perspective"], strict=True)
        return Counter((item, code, perspective) for items, code, perspective in mentions for item in items)

    @cached_property
    def own_links(self) -> Mapping[str, Link]:
        """The links of marks of themes, codes and orientations."""
        marks = {item: item for item in (*self.labels, *self.orientation_names)}
        themes = {theme.id: theme.label for theme in self.themes}
        return link_marks(self.shown_labels, marks, self.behind_mark) | link_pairs(
            self.shown_labels, themes, self.behind_mark
        )

    @cached_property
    def shown_labels(self) -> Mapping[str, str]:
        return {perspective: self.report.perspectives[perspective] for perspective in self.shown}

    def links(self, figure: str) -> Mapping[str, Link]:
        """Return the links of the marks of a figure, which mean other things in one figure than in another."""
        marks = name_marks(figure, holders=self.holders)
        if figure == "begrippen":
            return link_sets(self.shown_labels, self.told_sets, self.behind_mark)
        if marks is None:
            return self.own_links
        return link_marks(self.shown_labels, marks, self.asked if figure == "vragen" else self.behind_mark)

    @property
    def told_sets(self) -> Mapping[tuple[str, ...], tuple[str, str]]:
        """How many codes each combination of perspectives shares, and what they are called, in words."""
        sizes = {names: self.w["n_codes" if n > 1 else "one_code"] for names, n in self.set_sizes.items()}
        return {
            names: (told.format(n=self.number(self.set_sizes[names])), self.item_labels[set_item(names)])
            for names, told in sizes.items()
        }

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
            target = anchor(facet, perspective) if facet else anchor(item, perspective, kind="codes")
        words = (
            self.labels.get(item) or self.item_labels[item],
            self.report.perspectives[perspective],
            self.labels.get(facet) or self.w.get(facet, facet),
        )
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

    def lead(self, item: str, perspective: str) -> str:
        """Return where the quotes of an item stand, or the codes behind it; an empty string where there are none."""
        there = perspective in self.shown and self.cells.cell(item, perspective).n
        return f"#{anchor(item, perspective, kind='citaten' if item in self.labels else 'codes')}" if there else ""

    def behind_mark(self, item: str, perspective: str) -> Number:
        """Return what a mark in a figure shows: speakers of a theme or code, mentions of anything else."""
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
        item, label = question_item(question), self.w[f"question_{question}"]
        codes = [code for code in self.codes if question in find_groups(QUESTIONS, code.theme, code.id)]
        parts = {question_item(question, theme): self.labels[theme] for theme in dict.fromkeys(c.theme for c in codes)}
        return QuestionView(
            question,
            label,
            Row(f"{question}. {label}", tuple(self.asked(item, p) for p in self.shown), strong=True),
            tuple(Row(name, tuple(self.asked(part, p) for p in self.shown)) for part, name in parts.items()),
            tuple(self.behind((item, *parts), label)),
        )

    def asked(self, item: str, perspective: str) -> Number:
        """Return how many speakers say something to a question, or of a kind of support; nobody is an empty cell."""
        cell, everyone = self.cells.cell(item, perspective), self.n_speakers[perspective]
        if not cell.n:
            return Number("")
        return self.link(self.of(cell.n_speakers, everyone), item, perspective, share=cell.n_speakers / everyone)

    def support(self) -> Iterable[Row]:
        for kind in NETWORK:
            if not any(kind in find_groups(NETWORK, code.theme, code.id) for code in self.codes):
                continue
            for perspective, label in self.shown_labels.items():
                ways = [self.behind_mark(support_item(kind, how), perspective) for how in SUPPORT]
                yield Row(
                    self.w[f"support_{kind}"], (Number(label), self.asked(support_item(kind), perspective), *ways)
                )

    def behind_holders(self) -> Iterable[Behind]:
        for holder in self.holders:
            items = (holder_item(holder), *(holder_item(holder, stance) for stance in STANCES))
            yield from self.behind(items, self.item_labels[items[0]])

    def behind_sets(self) -> Iterable[Behind]:
        for shared in self.set_sizes:
            yield from self.behind((set_item(shared),), self.item_labels[set_item(shared)])

    def behind(self, items: Sequence[str], label: str) -> Iterable[Behind]:
        """Return, per perspective, the codes that make up a number; without scripts these lead to the quotes.

        Parameters
        ----------
        items : sequence of str
            The item, and then parts of it that have no list of their own.
        """
        for perspective, name in self.shown_labels.items():
            codes = [
                self.link(f"{code.label}: {self.number(n)}", items[0], perspective, code.id)
                for code in self.codes
                if (n := self.n_behind.get((items[0], code.id, perspective), 0))
            ]
            if codes:
                used = [item for item in items if self.cells.cell(item, perspective).n]
                ids = " ".join(anchor(item, perspective, kind="codes") for item in used)
                yield Behind(ids, f"{label} · {name}", tuple(codes))

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
