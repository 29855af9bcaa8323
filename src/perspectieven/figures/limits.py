"""How a figure writes an interval: from how much to how much."""

import pandas as pd

from perspectieven.figures.style import format_number

_TO = "\N{EN DASH}"


def format_share_limits(low: float, high: float) -> str:
    """Write the interval of a share, 0 to 1, in percent and in brackets; nothing where it is missing.

    >>> format_share_limits(0.218, 0.61)
    '(22\N{EN DASH}61)'
    """
    return "" if pd.isna(low) or pd.isna(high) else f"({100 * low:.0f}{_TO}{100 * high:.0f})"


def format_limits(low: float, high: float, *, language: str = "nl") -> str:
    """Write an interval of numbers in brackets; nothing where it is missing.

    >>> format_limits(0.0, 10.06)
    '(0\N{EN DASH}10,1)'
    """
    if pd.isna(low) or pd.isna(high):
        return ""
    return f"({format_number(low, language=language)}{_TO}{format_number(high, language=language)})"
