"""Who spoke: how many people and conversations, when, and what kind of people, nobody alone in a row."""

from collections.abc import Collection, Iterator

import pandas as pd

from perspectieven.reports.report import Report
from perspectieven.reports.texts import WORDS
from perspectieven.reports.view import Number, Row
from perspectieven.reports.words import FIELD_WORDS, MONTHS, format_number

_MONTH = len("2021-05")


def take_spoken(report: Report) -> pd.DataFrame:
    """Return the turns of participants in the perspectives of a report; one row per turn, schema `tables.TURNS`."""
    spoken = report.turns[report.turns["role"] == "participant"]
    return spoken[spoken["perspective"].isin(list(report.perspectives))]


def describe_people(report: Report, small: Collection[str]) -> Iterator[Row]:
    """Count speakers, turns, words and conversations, a row per perspective; a small one says why it has none."""
    spoken = take_spoken(report)
    for perspective, label in report.perspectives.items():
        own = spoken[spoken["perspective"] == perspective]
        if perspective in small:
            yield Row(label, (), WORDS[report.language]["too_few"].format(n=report.min_group))
            continue
        sizes = (own["speaker"].nunique(), len(own), int(own["n_words"].sum()), own["transcript_id"].nunique())
        yield Row(label, tuple(Number(format_number(size, language=report.language)) for size in sizes))


def describe_period(report: Report, shown: Collection[str]) -> str:
    """Say when the conversations of the perspectives that are shown took place, as far as that is known.

    Months at the most, as a day may lead to a person; years where of one conversation only the year is known.
    """
    w, table = WORDS[report.language], report.conversations
    dates = [
        str(date)
        for date, perspectives in zip(table["date"], table["perspectives"], strict=True)
        if set(shown) & set(str(perspectives).split())
    ]
    if not dates:
        return ""
    known = [date for date in dates if date]
    n_all, n_unknown = (format_number(n, language=report.language) for n in (len(dates), len(dates) - len(known)))
    if not known:
        return w["period_unknown" if len(dates) > 1 else "period_unknown_alone"].format(n=n_all)
    length = min(_MONTH, *map(len, known))
    first, last = (_say_date(pick(known)[:length], report.language) for pick in (min, max))
    kind = "period_alone" if len(dates) == 1 else "period_one" if first == last else "period"
    said = w[kind].format(n=n_all, first=first, last=last)
    return said + (w["period_some_unknown"].format(n=n_unknown) if len(known) < len(dates) else "")


def _say_date(date: str, language: str) -> str:
    """Return a year, or a year and a month, as people say it.

    >>> _say_date("2021-05", "nl"), _say_date("2021", "nl")
    ('mei 2021', '2021')
    """
    year, _, month = date.partition("-")
    return f"{MONTHS[language][int(month) - 1]} {year}" if month else year


def describe_composition(report: Report, small: Collection[str]) -> Iterator[Row]:
    """Describe what kind of people spoke, a row per perspective, field and value that enough speakers share.

    What fewer share is one row of all such values together; where these too are few, it says so in words.
    """
    w = WORDS[report.language]
    for row in report.composition.to_dict("records"):
        perspective = str(row["perspective"])
        if perspective in small or perspective not in report.perspectives:
            continue
        value = str(row["value"]) or w["other_values"].format(n=report.min_group)
        n = w["too_few"].format(n=report.min_group) if row["withheld"] else ""
        cells = (FIELD_WORDS[report.language][str(row["field"])], value)
        number = n or format_number(row["n_speakers"], language=report.language)
        yield Row(report.perspectives[perspective], tuple(map(Number, (*cells, number))))
