"""In which direction each perspective speaks, with an interval over people."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import mention_interval
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.tables import ORIENTATION_COUNTS, Schema
from perspectieven.themes import count_orientations

ORIENTATION_SHARES = Schema(
    "orientation_shares",
    "one perspective x orientation, every pair",
    {**ORIENTATION_COUNTS.columns, "low": "float64", "high": "float64", "withheld": "bool", "reason": "str"},
    ORIENTATION_COUNTS.key,
)


def measure_orientations(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure how speakers divide what they say over orientations, on average, with an interval.

    Parameters
    ----------
    codings, turns, perspectives
        As in `themes.count_orientations`.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `ORIENTATION_SHARES`: what `themes.count_orientations` counts, and ``low`` and ``high``, the 95% interval
        of ``share_per_speaker`` (see `intervals.mention_interval`). ``n_speakers`` mention something; where they are
        too few the shares are withheld, and where there are none they are missing.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = measure_orientations(study.codings(), study.turns(), perspectives=["ouders"])
    >>> table[["orientation", "n_speakers", "share_per_speaker", "low", "high"]].round(2)
            orientation  n_speakers  share_per_speaker   low  high
    0     normaliserend           3               0.55  0.15  0.89
    1          neutraal           3               0.40  0.09  0.83
    2  problematiserend           3               0.05  0.00  0.60
    """
    counts = count_orientations(codings, turns, perspectives=perspectives)
    order = list(counts["orientation"].cat.categories)
    speakers = gather_speakers(codings, turns, items=order, perspectives=perspectives, by="orientation")
    lows, highs, reasons = [], [], []
    for name in perspectives:
        of = speakers.of(name)
        of = of[speakers.n_coded[of].any(axis=1)]
        reason = refuse_small(len(of), min_group=min_group, language=language) if len(of) else ""
        low = high = np.full(len(order), np.nan)
        if len(of) and not reason:
            n_coded, alone = speakers.n_coded[of], np.ones(len(of))
            each = n_coded.sum(axis=1)
            # As certain as a mean of shares is if everybody's mentions came one by one.
            n_mentions = len(of) ** 2 / (1 / each).sum()
            cluster = speakers.cluster[of]
            low, high = mention_interval(
                n_coded / each[:, None], alone, n_mentions=n_mentions, cluster=cluster, seed=seed
            )
        lows.append(low)
        highs.append(high)
        reasons += [reason] * len(order)
    table = counts.assign(low=np.ravel(lows), high=np.ravel(highs), reason=reasons)
    table["withheld"] = table["reason"] != ""
    table.loc[table["withheld"], ["share", "share_per_speaker"]] = np.nan
    return order_table(table, ORIENTATION_SHARES, perspectives=perspectives, orders={"orientation": order})
