"""A report as far as it is shown, and how a sentence tells of it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from perspectieven.reports.cautions import gather_cautions
from perspectieven.reports.report import Report
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import format_number, format_part

N_NAMED = 2
"""Things that a headline names."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as far as it is shown.

    Attributes
    ----------
    perspectives : mapping
        Id to label, without those that are too small.
    themes : mapping
        Id to label.
    """

    report: Report = field(repr=False)
    perspectives: Mapping[str, str]
    themes: Mapping[str, str]

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed texts in the language of the report."""
        return SLIDE_WORDS[self.report.language]

    def rows(self, table: pd.DataFrame, *names: str) -> pd.DataFrame:
        """Return the rows of a table about themes and perspectives that are shown; an empty table as it is."""
        if table.empty:
            return table
        kept = pd.Series(data=True, index=table.index)
        for name in names or ("perspective",):
            kept &= table[name].isin(list(self.perspectives))
        if "theme" in table:
            kept &= table["theme"].isin(list(self.themes))
        return table[kept].reset_index(drop=True)

    def table(self, figure: str) -> pd.DataFrame:
        """Return the table that lies beside a figure; without rows where there is no such figure."""
        paths = [file.csv_path for file in self.report.figures if file.name == figure]
        return pd.read_csv(paths[0], keep_default_na=False, na_values=[""]) if paths else pd.DataFrame()

    def who(self, perspective: str) -> str:
        """Return what a group is called inside a sentence."""
        return self.perspectives[perspective].lower()

    def short(self, theme: str) -> str:
        """Return what a theme is called inside a sentence: its label as far as a colon."""
        return self.themes[theme].partition(":")[0]

    def number(self, value: float) -> str:
        """Return a rate as a sentence tells it."""
        return format_number(value, decimals=1, language=self.report.language)

    def of(self, n: float, total: float) -> str:
        """Return "5 van 9"."""
        return format_part(n, total, language=self.report.language)

    def sides(self, difference: Mapping[Hashable, Any]) -> dict[str, str]:
        """Return how many of how many speakers of each side of a difference, by ``a`` and ``b``."""
        parts = {side: (difference[f"share_{side}"], difference[f"n_{side}"]) for side in "ab"}
        return {side: self.of(round(share * n), n) for side, (share, n) in parts.items()}

    def caution(self, theme: str, perspective_a: str, perspective_b: str) -> str:
        """Return what to be careful with in a difference, to stand right after it."""
        return gather_cautions(self.report).get((theme, perspective_a, perspective_b), "")

    def caution_alone(self, theme: str, perspective: str) -> str:
        """Return, to stand right after it, that one speaker carries what only this perspective shares; or nothing."""
        w, table = WORDS[self.report.language], self.report.cautions
        counts = self.report.theme_counts
        rates = counts[counts["theme"] == theme].astype({"perspective": str})
        per_1000 = dict(zip(rates["perspective"], rates["per_1000_words"], strict=True))
        for row in table[(table["theme"] == theme) & table["carried_by_one"].astype(bool)].to_dict("records"):
            pair = {str(row["perspective_a"]), str(row["perspective_b"])}
            # The caution is about the perspective that mentions it most.
            if perspective in pair and perspective == max(pair, key=lambda name: per_1000.get(name, 0.0)):
                return w["beware"].format(what=w["caution_carried_by_one"])
        return ""

    def name_some(self, items: Sequence[str]) -> str:
        """Return the first `N_NAMED` items as a sentence lists them, and how many more there are."""
        more = self.words["and_more"].format(n=len(items) - N_NAMED) if len(items) > N_NAMED else ""
        return self.join(items[:N_NAMED]) + more

    def join(self, items: Sequence[str]) -> str:
        """Return items as a sentence lists them."""
        *first, last = items
        return f"{', '.join(first)} {self.words['and']} {last}" if first else last
