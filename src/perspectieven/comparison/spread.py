"""Spread: how much of what sets speakers apart lies between perspectives, and how much within them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.correspondence import Side, correspond
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.permutation import make_units, permute
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.tables import Schema

SPREAD = Schema(
    "spread",
    "one perspective",
    {
        "perspective": "str",
        "n_speakers": "int64",
        "n_coded": "int64",
        "share_between": "float64",
        "share_within": "float64",
        "p": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective",),
)


def measure_spread(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure how far perspectives, and the speakers within them, are apart in how they divide their mentions.

    It takes the correspondence of speakers and items (`correspondence.correspond`) on all its dimensions, and divides
    its inertia in two: of perspectives around the middle of the map, and of speakers around their own perspective.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`; mentions are counted. Who mentions nothing has no place, and is not among the
        speakers.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `SPREAD`. ``share_between`` and ``share_within`` are parts of all the inertia, 0 to 1; over all
        perspectives both columns together sum to 1. Who mentions little lies far out, so what is within is more where
        people say less. ``p``, the same in every row, is how often chance puts perspectives as far apart
        (`permutation.permute`). Missing where nothing sets speakers apart, and ``p`` where there are not two
        perspectives.

    Notes
    -----
    Source: M. Greenacre, Journal of Classification 5 (1988), 39-51, on clusters of rows: by the principle of
    distributional equivalence and the theorem of Huygens, inertia = between groups + within groups.

    Examples
    --------
    Parents and young people each mention their own theme only: all that sets speakers apart lies between them.

    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = [("ouders", "ERB"), ("ouders", "ERB"), ("jeugdigen", "LAT"), ("jeugdigen", "LAT")]
    >>> names = [{"transcript_id": str(at), "speaker": str(at), "role": "participant"} for at in range(4)]
    >>> turns = make_table([{**name, "perspective": p} for name, (p, _) in zip(names, said)], TURNS)
    >>> codings = make_table([{**name, "theme": theme} for name, (_, theme) in zip(names, said)], CODINGS)
    >>> table = measure_spread(codings, turns, items=["ERB", "LAT"], perspectives=["ouders", "jeugdigen"], min_group=2)
    >>> table[["perspective", "n_speakers", "share_between", "share_within"]].round(2)
      perspective  n_speakers  share_between  share_within
    0      ouders           2            0.5           0.0
    1   jeugdigen           2            0.5           0.0
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    everyone = np.bincount(speakers.perspective, minlength=len(perspectives))
    reasons = [refuse_small(int(n), min_group=min_group, language=language) for n in everyone]
    kept = (speakers.n_coded.sum(axis=1) > 0) & ~np.array([bool(r) for r in reasons])[speakers.perspective]
    counts, group = speakers.n_coded[kept], speakers.perspective[kept]
    n_speakers = np.bincount(group, minlength=len(perspectives))
    n_coded = np.zeros(len(perspectives), dtype=np.int64)
    np.add.at(n_coded, group, counts.sum(axis=1))
    table = pd.DataFrame(
        {"perspective": list(perspectives), "n_speakers": n_speakers, "n_coded": n_coded, "reason": reasons}
    )
    table = table.assign(withheld=table["reason"] != "", share_between=np.nan, share_within=np.nan, p=np.nan)
    side = correspond(counts[:, counts.any(axis=0)])[0] if counts.any() else None
    if side is not None and side.inertias.sum():
        there, groups = np.unique(group, return_inverse=True)
        between, within = _divide(side, groups)
        table.loc[there, "share_between"], table.loc[there, "share_within"] = between, within
        if len(there) > 1:
            table["p"] = _test(side, groups, speakers.cluster[kept], seed=seed)
    return order_table(table, SPREAD, perspectives=perspectives)


def _divide(side: Side, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, per group, the part of the inertia between it and the others, and the part within it."""
    masses = np.bincount(group, weights=side.masses)
    middles = np.zeros((len(masses), side.places.shape[1]))
    np.add.at(middles, group, side.masses[:, None] * side.places)
    middles /= masses[:, None]
    between = masses * (middles**2).sum(axis=1)
    apart = side.masses * ((side.places - middles[group]) ** 2).sum(axis=1)
    whole = side.inertias.sum()
    return between / whole, np.bincount(group, weights=apart) / whole


def _test(side: Side, group: np.ndarray, cluster: np.ndarray, *, seed: int) -> float:
    """Return how often chance puts groups as far apart: what lies between them is all that an arrangement changes."""
    weighed = np.column_stack([side.masses[:, None] * side.places, side.masses])

    def measure(means: np.ndarray, n_speakers: np.ndarray) -> np.ndarray:
        sums = means * n_speakers[:, :, None]
        between: np.ndarray = ((sums[:, :, :-1] ** 2).sum(axis=2) / sums[:, :, -1]).sum(axis=1)[:, None]
        return between

    return float(permute(make_units(weighed, cluster=cluster, group=group), measure, seed=seed).p[0])
