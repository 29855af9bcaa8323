"""From every number, and every mark of a figure, the way to the quotes behind it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from perspectieven.reports.cells import STANCES
from perspectieven.reports.items import name_marks, set_item
from perspectieven.reports.marks import link_marks, link_pairs, link_sets
from perspectieven.reports.selection import Selection
from perspectieven.reports.shelves import anchor, note_cell
from perspectieven.reports.svg import Link
from perspectieven.reports.texts import WORDS
from perspectieven.reports.view import Behind, Number
from perspectieven.reports.words import MISSING, format_number, format_part


class Linker:
    """Writes the numbers of a report, each with the way to its quotes if there is anything behind it."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.language = selection.report.language
        self.w = WORDS[self.language]
        self.code_ids = frozenset(code.id for code in selection.codes)

    def number(self, value: float, decimals: int = 0) -> str:
        """Return a number as the report writes it, without a way to anywhere."""
        return format_number(value, decimals=decimals, language=self.language)

    def part(self, part: float, whole: float) -> str:
        """Return how many of how many, "5 van 9"."""
        return format_part(part, whole, language=self.language)

    def link(self, text: str, item: str, perspective: str, facet: str = "", *, share: float = -1.0) -> Number:
        """Return a number with the way to its quotes, if there is anything behind it."""
        key = (item, perspective, facet) if facet else (item, perspective)
        cell = self.selection.cells.cell(*key)
        if not cell.n:
            return Number(text, share=share)
        target = anchor(*(key if item in self.code_ids and facet in {"", *STANCES} else key[:2]))
        if item not in self.selection.labels:
            target = anchor(facet, perspective) if facet else anchor(item, perspective, kind="codes")
        words = (
            self.selection.labels.get(item) or self.selection.item_labels[item],
            self.selection.report.perspectives[perspective],
            self.selection.labels.get(facet) or self.w.get(facet, facet),
        )
        return Number(
            text,
            target,
            " ".join(str(row + 1) for row in cell.shown),
            " · ".join(filter(None, words)),
            note_cell(cell, len(cell.shown), self.w, self.language),
            share,
        )

    def speakers(self, item: str, perspective: str) -> Number:
        """Return n of N speakers, as a share with a bar."""
        counts = self.selection.counts.get((item, perspective))
        if counts is None:
            return Number(MISSING)
        coded, everyone = counts["n_speakers_coded"], counts["n_speakers"]
        share = coded / everyone if everyone else -1.0
        return self.link(self.part(coded, everyone), item, perspective, share=share)

    def asked(self, item: str, perspective: str) -> Number:
        """Return how many speakers say something to a question, or of a kind of support; nobody is an empty cell."""
        cell, everyone = self.selection.cells.cell(item, perspective), self.selection.n_speakers[perspective]
        if not cell.n:
            return Number("")
        return self.link(self.part(cell.n_speakers, everyone), item, perspective, share=cell.n_speakers / everyone)

    def behind_mark(self, item: str, perspective: str) -> Number:
        """Return what a mark in a figure shows: speakers of a theme or code, mentions of anything else."""
        if item in self.selection.labels:
            return self.speakers(item, perspective)
        return self.link(self.number(self.selection.cells.cell(item, perspective).n), item, perspective)

    def lead(self, item: str, perspective: str) -> str:
        """Return where the quotes of an item stand, or the codes behind it; an empty string where there are none."""
        if perspective not in self.selection.perspectives or not self.selection.cells.cell(item, perspective).n:
            return ""
        return f"#{anchor(item, perspective, kind='citaten' if item in self.selection.labels else 'codes')}"

    def links(self, figure: str) -> Mapping[str, Link]:
        """Return the links of the marks of a figure, which mean other things in one figure than in another."""
        marks = name_marks(figure, holders=self.selection.holders)
        if figure == "begrippen":
            return link_sets(self.selection.perspectives, self._told_sets, self.behind_mark)
        if marks is None:
            return self._own_links
        return link_marks(self.selection.perspectives, marks, self.asked if figure == "vragen" else self.behind_mark)

    @cached_property
    def _own_links(self) -> Mapping[str, Link]:
        """The links of marks of themes, codes and orientations."""
        marks = {item: item for item in (*self.selection.labels, *self.selection.orientations)}
        themes = {theme.id: theme.label for theme in self.selection.themes}
        return link_marks(self.selection.perspectives, marks, self.behind_mark) | link_pairs(
            self.selection.perspectives, themes, self.behind_mark
        )

    @property
    def _told_sets(self) -> Mapping[tuple[str, ...], tuple[str, str]]:
        """How many codes each combination of perspectives shares, and what they are called, in words."""
        labels = self.selection.item_labels
        return {
            names: (self.w["n_codes" if n > 1 else "one_code"].format(n=self.number(n)), labels[set_item(names)])
            for names, n in self.selection.set_sizes.items()
        }

    def behind(self, items: Sequence[str], label: str) -> Iterator[Behind]:
        """Return, per perspective, the codes that make up a number; without scripts these lead to the quotes.

        Parameters
        ----------
        items : sequence of str
            The item, and then parts of it that have no list of their own.
        """
        for perspective, name in self.selection.perspectives.items():
            codes = [
                self.link(f"{code.label}: {self.number(n)}", items[0], perspective, code.id)
                for code in self.selection.codes
                if (n := self._n_behind.get((items[0], code.id, perspective), 0))
            ]
            if codes:
                used = [item for item in items if self.selection.cells.cell(item, perspective).n]
                ids = " ".join(anchor(item, perspective, kind="codes") for item in used)
                yield Behind(ids, f"{label} · {name}", tuple(codes))

    @cached_property
    def _n_behind(self) -> Mapping[tuple[str, str, str], int]:
        """How many mentions an item has, by code and perspective."""
        quotes = self.selection.quotes
        mentions = zip(self.selection.items, quotes["code"], quotes["perspective"], strict=True)
        return Counter((item, code, perspective) for items, code, perspective in mentions for item in items)
