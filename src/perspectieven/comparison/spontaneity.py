"""Who mentions a theme unasked, and who only after a question about it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import group_interval
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small, say
from perspectieven.tables import Schema

SPONTANEITY = Schema(
    "spontaneity",
    "one perspective x theme (or code), every pair",
    {
        "perspective": "str",
        "theme": "str",
        "n_coded": "int64",
        "n_spontaneous": "int64",
        "n_prompted": "int64",
        "share_prompted": "float64",
        "n_speakers": "int64",
        "n_speakers_coded": "int64",
        "n_speakers_spontaneous": "int64",
        "share_speakers": "float64",
        "share_spontaneous": "float64",
        "low": "float64",
        "high": "float64",
        "mainly_prompted": "bool",
        "sentence": "str",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "theme"),
)


def measure_spontaneity(
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
    """Measure per perspective and theme what is said unasked beside what a question prompted.

    One row per perspective x item, every pair. A mention is prompted when the interviewer used the term or code in the
    turn before. An item is *mainly prompted* when that is so of more than half of its mentions, or when more than half
    of the speakers who mention it do so only then: neither a few who also speak of it unasked, nor one who does so
    often, makes it the group's own theme. The sentence tells both numbers.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `SPONTANEITY` (its column ``theme`` named after `by`). ``share_prompted`` is of mentions, and missing
        where there are none; ``share_speakers`` is of speakers who mention it, ``share_spontaneous`` of speakers who do
        so unasked at least once, with its interval (as that of `rates.measure_rates`). All are 0 to 1.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = measure_spontaneity(study.codings(), study.turns(), items=["ERB"], perspectives=["ouders"])
    >>> table[["n_prompted", "n_speakers_coded", "n_speakers_spontaneous", "mainly_prompted"]].values.tolist()
    [[0, 3, 3, False]]
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    rows: list[dict[str, object]] = []
    for name in perspectives:
        of = speakers.of(name)
        reason = refuse_small(len(of), min_group=min_group, language=language)
        coded, spontaneous = speakers.n_coded[of], speakers.n_spontaneous[of]
        unasked, alone, cluster = (spontaneous > 0).astype(float), np.ones(len(of)), speakers.cluster[of]
        low = high = np.full(len(items), np.nan)
        if not reason:
            low, high = group_interval(unasked, alone, cluster=cluster, measure="share", seed=seed)
        for at, item in enumerate(items):
            n_coded, n_spontaneous = int(coded[:, at].sum()), int(spontaneous[:, at].sum())
            n_mention, n_unasked = int((coded[:, at] > 0).sum()), int((spontaneous[:, at] > 0).sum())
            row: dict[str, object] = {
                "perspective": name,
                "theme": item,
                "n_coded": n_coded,
                "n_spontaneous": n_spontaneous,
                "n_prompted": n_coded - n_spontaneous,
                "n_speakers": len(of),
                "n_speakers_coded": n_mention,
                "n_speakers_spontaneous": n_unasked,
                "withheld": bool(reason),
                "reason": reason,
            }
            if not reason:
                n_only = n_mention - n_unasked
                prompted = 2 * (n_coded - n_spontaneous) > n_coded or 2 * n_only > n_mention
                told: dict[str, Any] = {"n_only": n_only, "n": n_mention, "perspective": name}
                told |= {"n_prompted": n_coded - n_spontaneous, "n_coded": n_coded}
                row |= {
                    "share_prompted": (n_coded - n_spontaneous) / n_coded if n_coded else np.nan,
                    "share_speakers": n_mention / len(of),
                    "share_spontaneous": n_unasked / len(of),
                    "low": low[at],
                    "high": high[at],
                    "mainly_prompted": prompted,
                    "sentence": say(_how_prompted(n_mention), language=language, **told) if prompted else "",
                }
            rows.append(row)
    return order_table(rows, SPONTANEITY, items=items, perspectives=perspectives, by=by)


def _how_prompted(n_speakers: int) -> str:
    return "only_prompted" if n_speakers == 1 else "mainly_prompted"
