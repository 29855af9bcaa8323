"""Two perspectives compared, theme by theme: numbers, how that reads in words, and what to be careful with."""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

import pandas as pd

from perspectieven.reports.cautions import gather_cautions
from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS
from perspectieven.reports.view import Number, PairView, Row
from perspectieven.reports.words import MISSING, format_number, format_p, format_part

SIGNIFICANT = 0.05
"""A difference whose adjusted p-value is not below this is called possible at most."""


def find_apart(differences: pd.DataFrame) -> pd.Series:
    """Return, for every difference, whether its interval is off zero."""
    return (differences["low"] > 0) | (differences["high"] < 0)


def find_decided(differences: pd.DataFrame) -> pd.DataFrame:
    """Return the differences that may be told as such, the largest first: interval off zero, adjusted p low enough."""
    decided = differences[~differences["withheld"].astype(bool) & _is_decided(differences)]
    return decided.sort_values("difference", key=abs, ascending=False, kind="stable")


def _is_decided(differences: pd.DataFrame) -> pd.Series:
    return find_apart(differences) & (differences["p_adjusted"] < SIGNIFICANT)


class Lead(Protocol):
    """From a text, an item and a perspective to the number that leads to its quotes."""

    def __call__(self, text: str, item: str, perspective: str, *, share: float) -> Number:
        """Return the number."""


def describe_pairs(report: Report, labels: Mapping[str, str], small: Collection[str], lead: Lead) -> Iterator[PairView]:
    """Return every pair of perspectives; one that is too small or not tested says why.

    Parameters
    ----------
    labels : mapping
        Theme or code id to label; what is not in it is left out.
    """
    table, w = report.differences, WORDS[report.language]
    by = "code" if "code" in table else "theme"
    table = table[table[by].isin(list(labels))]
    cautions = gather_cautions(report)
    for (a, b), rows in table.groupby(["perspective_a", "perspective_b"], observed=True, sort=False):
        if a not in report.perspectives or b not in report.perspectives:
            continue
        label_a, label_b = (report.perspectives[str(p)] for p in (a, b))
        label = f"{label_a} {MISSING} {label_b}"
        tested = rows[~rows["withheld"]]
        if {a, b} & set(small) or tested.empty:
            too_few = w["too_few"].format(n=report.min_group)
            why = too_few if {a, b} & set(small) else "; ".join(dict.fromkeys(map(str, rows["reason"])))
            instead = w["no_difference_shown"].format(a=label_a, b=label_b, why=why)
            yield PairView(label, label_a, label_b, (), instead)
            continue
        described = []
        judged = tested.assign(apart=find_apart(tested), decided=_is_decided(tested))
        for row in judged.to_dict("records"):
            item = str(row[by])
            caution = cautions.get((item, str(a), str(b)), "")
            described.append(_describe(report, row, (str(a), str(b)), item, labels[item], caution, lead))
        yield PairView(label, label_a, label_b, tuple(described), "")


def _describe(
    report: Report,
    row: Mapping[object, float],
    pair: tuple[str, str],
    item: str,
    label: str,
    caution: str,
    lead: Lead,
) -> Row:
    w, language = WORDS[report.language], report.language
    sides = []
    for side, perspective in zip("ab", pair, strict=True):
        share, n = row[f"share_{side}"], row[f"n_{side}"]
        sides.append(lead(format_part(round(share * n), n, language=language), item, perspective, share=share))
    points = {
        name: format_number(100 * row[column], language=language, sign=True)
        for name, column in (("d", "difference"), ("low", "low"), ("high", "high"))
    }
    apart, decided = bool(row["apart"]), bool(row["decided"])
    who = report.perspectives[pair[0] if row["difference"] > 0 else pair[1]]
    reads_as = w["more_often" if decided else "maybe_more_often" if apart else "undecided"].format(who=who)
    p = format_p(row["p_adjusted"], language=language).removeprefix("= ")
    texts = (w["points"].format(**points), reads_as + caution, p)
    return Row(label, (*sides, *map(Number, texts)), strong=apart)
