"""Tables made by hand, small enough to read: what the figures are asked to draw."""

from collections.abc import Mapping, Sequence

import pandas as pd

from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.comparison.positions import POSITIONS
from perspectieven.tables import (
    DIFFERENCES,
    SHARED,
    THEME_COUNTS,
    Schema,
    make_table,
)

THREE = ("ouders", "jeugdigen", "professionals")
FOUR = (*THREE, "beleid")
ORIENTATIONS = ("normaliserend", "neutraal", "problematiserend")

THEMES = {
    "BET": "Betekenis van normaal en normaliseren",
    "ERB": "Erbij horen: gewoon opgroeien en opvoeden",
    "GRE": "De grens: wanneer het meer is dan gewoon",
    "VRW": "Verwijzen en toegang tot hulp",
    "LAB": "Labelen, problematiseren en medicaliseren",
    "LAT": "De lat: druk, vergelijken en goed genoeg",
    "HGZ": "Handelen van ouders en jeugdigen",
    "HPR": "Handelen van professionals",
    "MOT": "Motieven en afwegingen",
    "SWB": "Samen werken, samen beslissen",
    "VER": "Verbinden van perspectieven",
    "NET": "Steunend netwerk",
    "VOO": "Voorzieningen en vindplaatsen",
    "SYS": "Organisatie en beleid",
    "VEE": "Veerkracht en eigen kracht",
    "LNW": "Taal en samen leren in het leernetwerk",
}
CODES = {"BET-NORMAAL": "Iets normaal of gewoon noemen", "BET-IDEE": "Praten over normaliseren als idee"}
LABELS = (
    THEMES
    | CODES
    | {"ouders": "Ouders", "jeugdigen": "Jeugdigen", "professionals": "Professionals", "beleid": "Beleid"}
)
N_SPEAKERS = {"ouders": 9, "jeugdigen": 8, "professionals": 10, "beleid": 4}


def theme_counts(
    *, perspectives: Sequence[str] = THREE, items: Sequence[str] = tuple(THEMES), by: str = "theme", silent: str = ""
) -> pd.DataFrame:
    """Every pair; the share of the first theme is 0, of the second 1/n, and so on, starting again after n/n."""
    rows = []
    for perspective in perspectives:
        n = 0 if perspective == silent else N_SPEAKERS[perspective]
        for at, item in enumerate(items):
            share = at % (n + 1) / n if n else None
            rows.append(
                {
                    "perspective": perspective,
                    "theme": item,
                    "n_speakers": n,
                    "n_words": 1000 if n else 0,
                    "share_speakers": share,
                    "low": None if share is None else share / 2,
                    "high": None if share is None else (1 + share) / 2,
                    "per_1000_words": 0.75 * at if n else None,
                }
            )
    return ordered(rows, THEME_COUNTS, by, {"perspective": perspectives, "theme": items})


def orientations(shares: Mapping[str, Sequence[float | None]], *, withheld: str = "") -> pd.DataFrame:
    """Shares per perspective, in the order of `ORIENTATIONS`, each from half as much to half-way 1; six mentions."""
    few: dict[str, object] = {"n_speakers": 2, "withheld": True, "reason": "te weinig sprekers (minder dan 3)"}
    rows: list[dict[str, object]] = [
        {
            "perspective": perspective,
            "orientation": orientation,
            "n_coded": 0 if share is None else 2,
            "n_speakers": 0 if share is None else 3,
            "share": share,
            "share_per_speaker": share,
            "low": None if share is None else share / 2,
            "high": None if share is None else (1 + share) / 2,
        }
        | (few if perspective == withheld else {})
        for perspective, three in shares.items()
        for orientation, share in zip(ORIENTATIONS, three, strict=True)
    ]
    return ordered(rows, ORIENTATION_SHARES, "theme", {"perspective": tuple(shares), "orientation": ORIENTATIONS})


def shared(holders: Mapping[str, Sequence[str]], *, by: str = "theme") -> pd.DataFrame:
    """Who holds what; twice as many speakers as holders."""
    rows = [
        {
            "theme": item,
            "n_perspectives": len(names),
            "shared_by": " + ".join(names),
            "n_speakers_coded": 2 * len(names),
        }
        for item, names in holders.items()
    ]
    return ordered(rows, SHARED, by, {"theme": tuple(holders)})


def positions(
    values: Mapping[tuple[str, str], Sequence[float | None]],
    *,
    perspectives: Sequence[str] = THREE,
    by: str = "theme",
    withheld: str = "",
) -> pd.DataFrame:
    """Mentions per 1,000 words by (perspective, theme), from the first part to the last, of 0.5 to 2 times as many."""
    rows: list[dict[str, object]] = []
    for (perspective, item), parts in values.items():
        for part, value in enumerate(parts, start=1):
            row: dict[str, object] = {"perspective": perspective, "theme": item, "part": part}
            if perspective == withheld:
                rows.append(row | {"n_speakers": 2, "withheld": True, "reason": "te weinig sprekers: 2 (minimaal 3)"})
            elif value is None:
                rows.append(row)
            else:
                limits = {"low": value / 2, "high": 2 * value}
                rows.append(row | {"n_speakers": N_SPEAKERS[perspective], "per_1000_words": value} | limits)
    items = tuple(dict.fromkeys(item for _, item in values))
    return ordered(rows, POSITIONS, by, {"perspective": perspectives, "theme": items})


def differences(
    values: Mapping[tuple[str, str, str], float | str],
    *,
    perspectives: Sequence[str] = THREE,
    by: str = "theme",
) -> pd.DataFrame:
    """Differences by (theme, a, b), with an interval of 0.1 on both sides; a text is the reason to withhold."""
    rows: list[dict[str, object]] = []
    for (item, a, b), value in values.items():
        row: dict[str, object] = {"theme": item, "perspective_a": a, "perspective_b": b, "n_a": 9, "n_b": 8}
        if isinstance(value, str):
            rows.append(row | {"n_b": 2, "withheld": True, "reason": value})
        else:
            rows.append(row | {"difference": value, "low": value - 0.1, "high": value + 0.1})
    items = tuple(dict.fromkeys(item for item, _, _ in values))
    order = {"theme": items, "perspective_a": perspectives, "perspective_b": perspectives}
    return ordered(rows, DIFFERENCES, by, order)


def ordered(
    rows: Sequence[dict[str, object]], schema: Schema, by: str, orders: Mapping[str, Sequence[str]]
) -> pd.DataFrame:
    """Make a table with ordered categories, as `themes` and `comparison` do."""
    dtypes = {name: pd.CategoricalDtype(list(order), ordered=True) for name, order in orders.items()}
    return make_table(rows, schema).astype(dtypes).rename(columns={"theme": by})
