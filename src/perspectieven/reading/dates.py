"""Dates as people write them in a list."""

import re
from datetime import date

_WRITTEN = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
)


def parse_date(written: str) -> str | None:
    """Return a date as ISO 8601 writes it, as far as it is known; None if it is no date.

    Nothing is filled in: a year stays a year. With the day first, as in Dutch, the year has four digits, so that no
    part of it is taken for another.

    >>> parse_date("26-5-2021"), parse_date("2021-05"), parse_date("2021")
    ('2021-05-26', '2021-05', '2021')
    >>> parse_date("26-5-21"), parse_date("31-2-2021")
    (None, None)
    """
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(written.strip()):
            year, month, day = (found[name] for name in ("year", "month", "day"))
            try:
                known = date(int(year), int(month or 1), int(day or 1)).isoformat()
            except ValueError:
                return None
            return known[: 10 if day else 7 if month else 4]
    return None
