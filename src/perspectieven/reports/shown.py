"""A report as far as it is shown, and how a sentence tells of it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from perspectieven.reports.cautions import gather_cautions
from perspectieven.reports.report import Report
from perspectieven.reports.slide_texts import SLIDE_WORDS
from perspectieven.reports.words import format_part


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
        """Return the rows of a table about themes and perspectives that are shown."""
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

    def join(self, items: Sequence[str]) -> str:
        """Return items as a sentence lists them."""
        *first, last = items
        return f"{', '.join(first)} {self.words['and']} {last}" if first else last
