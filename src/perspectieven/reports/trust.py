"""How far a report can be trusted, and what is not in it: what the lexicon doubts, who and what is left out."""

from collections.abc import Collection, Iterator

import pandas as pd

from perspectieven.reports.people import take_spoken
from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import format_number, format_percent

_KEYS = {"no consent": "left_consent", "small group": "left_small", "withheld code": "left_code"}
"""Reasons of `tables.WITHHELD`, and the text that tells each."""


def describe_trust(report: Report, quotes: pd.DataFrame, shown: Collection[str]) -> Iterator[str]:
    """Say what waits for a person, and what people did with what the lexicon proposed.

    Parameters
    ----------
    quotes : DataFrame
        From `quotes.judge_quotes`, of the perspectives that are shown.
    """
    if quotes.empty:
        return
    w, language = WORDS[report.language], report.language
    total, doubted = len(quotes), int(quotes["needs_review"].sum())
    share = format_percent(doubted / total, language=language)
    numbers = {name: format_number(n, language=language) for name, n in (("n", doubted), ("total", total))}
    yield w["trust_review"].format(share=share, **numbers)
    places = ["transcript_id", "turn_index"]
    codings = report.codings.merge(take_spoken(report)[[*places, "perspective"]], on=places)
    codings = codings[codings["perspective"].isin(list(shown)) & ~codings["code"].isin(report.withheld_codes)]
    statuses = codings["status"].value_counts()
    kinds = ("machine", "confirmed", "added", "rejected")
    yield w["trust_status"].format(**{s: format_number(statuses.get(s, 0), language=language) for s in kinds})


def describe_withholding(report: Report, small: Collection[str]) -> Iterator[str]:
    """Say what is left out and why, with numbers; that nothing is, is said too.

    How many people said what only the team sees, or are in a small group, is not told where they are few.
    """
    w, language = WORDS[report.language], report.language
    rows = [row for row in report.withheld.to_dict("records") if row["n_turns"]]
    if not rows:
        yield w["left_nothing"]
    labels = [f"“{code.label}”" for code in report.lexicon.codes if code.id in report.withheld_codes]
    groups = [label for perspective, label in report.perspectives.items() if perspective in small]
    for row in rows:
        n = int(row["n_speakers"])
        few = row["reason"] != "no consent" and n < report.min_group
        speakers = w["fewer_speakers" if few else "one_speaker" if n == 1 else "n_speakers"]
        yield w[_KEYS[str(row["reason"])]].format(
            who=speakers.format(n=format_number(report.min_group if few else n, language=language)),
            turns=_count(row["n_turns"], "turn", report),
            codings=_count(row["n_codings"], "mention", report),
            groups=", ".join(groups),
            codes=", ".join(labels),
        )


def sum_up_withholding(report: Report) -> str:
    """Say in one line how many turns are left out, and why."""
    w = WORDS[report.language]
    parts = [
        w[f"{_KEYS[str(row['reason'])]}_short"].format(turns=_count(row["n_turns"], "turn", report))
        for row in report.withheld.to_dict("records")
        if row["n_turns"]
    ]
    return w["left_short"].format(what="; ".join(parts)) if parts else w["left_nothing"]


def _count(n: float, what: str, report: Report) -> str:
    """Return a number with what it counts, "1 beurt" or "37 beurten"."""
    name = f"one_{what}" if n == 1 else f"n_{what}s"
    return WORDS[report.language][name].format(n=format_number(n, language=report.language))
