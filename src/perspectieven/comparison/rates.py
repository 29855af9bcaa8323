"""How many speakers of a perspective mention a theme, and how often, each with an interval over people."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import group_interval
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.tables import Schema

RATES = Schema(
    "rates",
    "one perspective x theme (or code), every pair",
    {
        "perspective": "str",
        "theme": "str",
        "n_speakers": "int64",
        "n_speakers_coded": "int64",
        "n_transcripts": "int64",
        "share_speakers": "float64",
        "share_low": "float64",
        "share_high": "float64",
        "n_coded": "int64",
        "n_words": "int64",
        "per_1000_words": "float64",
        "rate_low": "float64",
        "rate_high": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "theme"),
)


def measure_rates(
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
    """Measure per perspective and theme the share of speakers who mention it, and mentions per 1,000 words.

    One row per perspective x item, every pair. Both have a 95% interval: at each end the wider of a percentile
    bootstrap over conversations (see `intervals.bootstrap_ratios`) and of Wilson's limits for the share (people who
    share a transcript counting as one), or the exact limits of a count for the rate, which keep their width where
    nobody or everybody mentions it.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    min_group, seed, language
        As in `differences.compare_perspectives`. A perspective with fewer speakers keeps its counts and has no share or
        rate, as these would say something of a group.

    Returns
    -------
    DataFrame
        Schema `RATES` (its column ``theme`` named after `by`). ``n_transcripts`` is in how many the perspective speaks.
        Shares are 0 to 1; a rate is missing where nothing is said.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> rates = measure_rates(study.codings(), study.turns(), items=["ERB"], perspectives=study.perspectives)
    >>> rates[["perspective", "n_speakers", "share_speakers", "share_low"]].round(2)
         perspective  n_speakers  share_speakers  share_low
    0         ouders           3            1.00       0.44
    1      jeugdigen           3            0.33       0.00
    2  professionals           2             NaN        NaN
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    rows: list[dict[str, object]] = []
    for name in perspectives:
        of = speakers.of(name)
        reason = refuse_small(len(of), min_group=min_group, language=language)
        n_words = int(speakers.n_words[of].sum())
        numbers: dict[str, np.ndarray] = {}
        if not reason:
            for measure, columns in (
                ("share", ("share_speakers", "share_low", "share_high")),
                ("rate", ("per_1000_words", "rate_low", "rate_high")),
            ):
                amounts, sizes = (array[of] for array in speakers.measure(measure))
                value = amounts.sum(axis=0) / (sizes.sum() or np.nan)
                limits = group_interval(amounts, sizes, cluster=speakers.cluster[of], measure=measure, seed=seed)
                numbers |= dict(zip(columns, (value, *limits), strict=True))
        rows += [
            {
                "perspective": name,
                "theme": item,
                "n_speakers": len(of),
                "n_speakers_coded": int((speakers.n_coded[of, at] > 0).sum()),
                "n_transcripts": speakers.n_transcripts(of),
                "n_coded": int(speakers.n_coded[of, at].sum()),
                "n_words": n_words,
                "withheld": bool(reason),
                "reason": reason,
            }
            | {column: values[at] for column, values in numbers.items()}
            for at, item in enumerate(items)
        ]
    return order_table(rows, RATES, items=items, perspectives=perspectives, by=by)
