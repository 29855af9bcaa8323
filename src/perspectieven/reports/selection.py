"""What of a report is shown: groups that are not too small, codes that may leave the team, and mentions of both."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.reports.cells import Cells, fill_cells
from perspectieven.reports.items import list_holders, list_items, name_items, name_sets
from perspectieven.reports.people import take_spoken
from perspectieven.reports.quotes import judge_quotes
from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS


class Selection:
    """A report with what of it is shown, worked out once.

    Attributes
    ----------
    spoken : DataFrame
        The turns of all participants in the perspectives of the report; schema `tables.TURNS`.
    n_speakers : dict of str to int
        By perspective, also of those that are too small.
    small : frozenset of str
        Perspectives that are too small.
    perspectives : dict of str to str
        Id to label, without those that are too small.
    codes, themes : tuple
        Of the lexicon: the codes that may leave the team, and the themes in which one is left.
    labels : dict of str to str
        Id of these themes and codes to label.
    quotes : DataFrame
        The mentions by `perspectives`, from `quotes.judge_quotes`.
    n_elsewhere : int
        Mentions by speakers outside the perspectives of the report.
    sets : dict of str to tuple of str
        By code, the perspectives that share it.
    items : list of tuple of str
        What each of the quotes counts for beside its theme and code.
    cells : Cells
        The quotes behind every number.

    Raises
    ------
    TableError
        If a coding points at a turn that is not in the report, or has a code that is not in the lexicon.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.spoken = take_spoken(report)
        n_speakers = self.spoken.groupby("perspective")["speaker"].nunique()
        self.n_speakers = {p: int(n_speakers.get(p, 0)) for p in report.perspectives}
        self.small = frozenset(p for p, n in self.n_speakers.items() if n < report.min_group)
        self.perspectives = {p: label for p, label in report.perspectives.items() if p not in self.small}
        self.codes = tuple(code for code in report.lexicon.codes if code.id not in report.withheld_codes)
        self.themes = tuple(
            theme
            for theme in report.lexicon.themes
            if any(code.theme == theme.id for code in self.codes)
            or not any(code.theme == theme.id for code in report.lexicon.codes)
        )
        self.labels = {theme.id: theme.label for theme in self.themes} | {code.id: code.label for code in self.codes}
        judged = _judge(report)
        self.n_elsewhere = int((~judged["perspective"].isin(list(report.perspectives))).sum())
        quotes = judged[judged["perspective"].isin(list(self.perspectives))]
        if not report.speaker_numbers:  # by an id that says nothing of who and where: neighbours are not of one speaker
            quotes = quotes.sort_values(["perspective", "coding_id"])
        self.quotes = quotes.reset_index(drop=True)
        self.sets = name_sets(report.shared_codes, tuple(self.perspectives))
        self.items = list_items(self.quotes, perspectives=tuple(report.perspectives), sets=self.sets)
        self.cells: Cells = fill_cells(self.quotes, self.items)

    @cached_property
    def counts(self) -> dict[tuple[str, str], Mapping[str, float]]:
        """Rows of both count tables by item and perspective."""
        found: dict[tuple[str, str], Mapping[str, float]] = {}
        for table, by in ((self.report.theme_counts, "theme"), (self.report.code_counts, "code")):
            for row in table.to_dict("records"):
                found[str(row[by]), str(row["perspective"])] = {str(name): value for name, value in row.items()}
        return found

    @cached_property
    def orientations(self) -> tuple[str, ...]:
        """The orientations that are counted, in the order of their table."""
        return tuple(dict.fromkeys(str(name) for name in self.report.orientation_counts["orientation"]))

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """Whose views are told."""
        return list_holders(self.quotes, tuple(self.report.perspectives))

    @cached_property
    def set_sizes(self) -> Mapping[tuple[str, ...], int]:
        """How many codes each combination of perspectives shares, among what is shown."""
        return Counter(shared for code, shared in self.sets.items() if code in self.labels)

    @cached_property
    def item_labels(self) -> Mapping[str, str]:
        """What every item is called that is no theme or code."""
        w = WORDS[self.report.language]
        names = {name: w.get(name, name) for name in self.orientations}
        labels = self.labels | dict(self.report.perspectives)
        return names | name_items(self.holders, self.set_sizes, labels=labels, w=w)


def _judge(report: Report) -> pd.DataFrame:
    """Return `quotes.judge_quotes` of a report, if its lexicon has all codes that are in it."""
    judged = judge_quotes(report.codings, report.turns, quotable=report.quotable, withheld_codes=report.withheld_codes)
    unknown = dict.fromkeys(judged.loc[~judged["code"].isin(report.lexicon.code_ids), "code"])
    if unknown:
        raise TableError(
            [Fault("codings", str(c), "is no code of the lexicon of the report; code again") for c in unknown]
        )
    return judged
