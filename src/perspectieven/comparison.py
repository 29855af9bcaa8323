"""Comparison: differences between perspectives, with the person as the unit."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_effectsize

from perspectieven.tables import DIFFERENCES, TURNS, make_table
from perspectieven.themes import CONFIDENCE, join_turns

N_RESAMPLES = 2000


def compare_perspectives(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    min_group: int = 3,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the share of speakers who mention a theme, for every pair of perspectives.

    The unit is the person: somebody who mentions a theme thirty times counts once. The interval is the wider, at each
    end, of a percentile bootstrap over speakers and Newcombe's score interval; the bootstrap alone has no width where
    everybody in a group agrees. The p-value is Fisher's exact test over speakers (the permutation test of a
    share), adjusted over all rows that are not withheld after Holm. The effect is Cohen's h.

    Sources: Efron & Tibshirani (1993) ch. 13; Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10; Holm,
    Scandinavian Journal of Statistics 6 (1979), 65-70; Cohen (1988) ch. 6. All but the bootstrap as in scipy and
    statsmodels.

    Parameters
    ----------
    min_group : int
        A pair with fewer speakers on a side is withheld: its row is there, with the reason and without numbers.
    seed : int
        The same seed gives the same table.

    Returns
    -------
    DataFrame
        Schema `tables.DIFFERENCES` (its column ``theme`` named after `by`). ``difference`` is share_a - share_b,
        -1 to 1.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> differences = study.differences()
    >>> sorted(differences["reason"].unique())
    ['', 'te weinig sprekers (minder dan 3)']
    """
    mentions = speaker_matrix(codings, turns, items=items, by=by)
    rng = np.random.default_rng(seed)
    rows: list[dict[str, object]] = []
    for a, b in combinations(perspectives, 2):
        of_a, of_b = mentions.get(a), mentions.get(b)
        n_a, n_b = (0 if m is None else len(m) for m in (of_a, of_b))
        if of_a is None or of_b is None or min(n_a, n_b) < min_group:
            reason = f"te weinig sprekers (minder dan {min_group})"
            rows += [_row(item, a, b, n_a, n_b, withheld=True, reason=reason) for item in items]
            continue
        drawn_a = of_a.to_numpy()[rng.integers(n_a, size=(N_RESAMPLES, n_a))].mean(axis=1)
        drawn_b = of_b.to_numpy()[rng.integers(n_b, size=(N_RESAMPLES, n_b))].mean(axis=1)
        tail = (1 - CONFIDENCE) / 2
        low, high = np.quantile(drawn_a - drawn_b, [tail, 1 - tail], axis=0)
        for at, item in enumerate(items):
            some_a, some_b = int(of_a[item].sum()), int(of_b[item].sum())
            score = confint_proportions_2indep(
                some_a, n_a, some_b, n_b, compare="diff", method="newcomb", alpha=2 * tail
            )
            rows.append(
                _row(item, a, b, n_a, n_b, withheld=False, reason="")
                | {
                    "share_a": some_a / n_a,
                    "share_b": some_b / n_b,
                    "difference": some_a / n_a - some_b / n_b,
                    "low": min(low[at], score[0]),
                    "high": max(high[at], score[1]),
                    "p_adjusted": fisher_exact([[some_a, n_a - some_a], [some_b, n_b - some_b]]).pvalue,
                    "effect": proportion_effectsize(some_a / n_a, some_b / n_b),
                }
            )
    table = make_table(rows, DIFFERENCES).rename(columns={"theme": by})
    tested = ~table["withheld"]
    if tested.any():
        table.loc[tested, "p_adjusted"] = multipletests(table.loc[tested, "p_adjusted"], method="holm")[1]
    order = pd.CategoricalDtype(list(items), ordered=True)
    groups = pd.CategoricalDtype(list(perspectives), ordered=True)
    table = table.astype({by: order, "perspective_a": groups, "perspective_b": groups})
    return table.sort_values([by, "perspective_a", "perspective_b"], ignore_index=True)


def speaker_matrix(
    codings: pd.DataFrame, turns: pd.DataFrame, *, items: Sequence[str], by: str = "theme"
) -> dict[str, pd.DataFrame]:
    """Return per perspective who mentions what: one row per speaker, one column per theme, 1.0 or 0.0."""
    merged = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"].drop_duplicates(["perspective", "speaker"])
    said = set(zip(merged["perspective"], merged["speaker"], merged[by], strict=True))
    return {
        str(perspective): pd.DataFrame(
            [[float((perspective, speaker, item) in said) for item in items] for speaker in sorted(group["speaker"])],
            index=sorted(group["speaker"]),
            columns=list(items),
        )
        for perspective, group in spoken[[*TURNS.key, "perspective", "speaker"]].groupby("perspective")
    }


def _row(item: str, a: str, b: str, n_a: int, n_b: int, *, withheld: bool, reason: str) -> dict[str, object]:
    return {
        "theme": item,
        "perspective_a": a,
        "perspective_b": b,
        "n_a": n_a,
        "n_b": n_b,
        "withheld": withheld,
        "reason": reason,
    }
