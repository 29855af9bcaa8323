"""What to know before believing a difference, in words, so that none stands without it."""

from collections.abc import Collection, Mapping

from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS

KINDS = ("rests_on_one", "carried_by_one", "mainly_prompted", "heard_better")
"""Columns of `comparison.cautions.CAUTIONS`, in the order in which they are said."""


def gather_cautions(report: Report) -> Mapping[tuple[str, str, str], str]:
    """Return, by theme or code and pair of perspectives, what to be careful with; nothing where there is nothing.

    A pair has one entry, whichever of the two comes first in the table.
    """
    w, table = WORDS[report.language], report.cautions
    by = "code" if "code" in table else "theme"
    found: dict[tuple[str, str, str], str] = {}
    for row in table.to_dict("records"):
        said = ", ".join(w[f"caution_{kind}"] for kind in KINDS if row[kind])
        if said:
            item, a, b = (str(row[name]) for name in (by, "perspective_a", "perspective_b"))
            found[item, a, b] = found[item, b, a] = w["beware"].format(what=said)
    return found


def describe_coverage(report: Report, shown: Collection[str]) -> tuple[str, ...]:
    """Say whom the lexicon hears better; that it hears nobody clearly better is said too, nothing without a pair."""
    table = report.coverage_ratios
    table = table[table["perspective_a"].isin(list(shown)) & table["perspective_b"].isin(list(shown))]
    table = table[~table["withheld"].astype(bool)]
    warnings = tuple(f"{warning[0].upper()}{warning[1:]}." for warning in map(str, table["warning"]) if warning)
    return warnings if warnings or table.empty else (WORDS[report.language]["heard_alike"],)
