"""Differences between perspectives, of every pair and of all at once, tested over people."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from statsmodels.stats.multitest import multipletests

from perspectieven.comparison.effects import cliffs_delta, cohens_h, cramers_v, epsilon_squared
from perspectieven.comparison.intervals import (
    bootstrap_ratios,
    floor_limits,
    percentiles,
    subtract_intervals,
    widest,
)
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.permutation import compare_several, compare_two, make_units, permute
from perspectieven.comparison.speakers import Speakers, gather_speakers
from perspectieven.comparison.wording import refuse_small, say
from perspectieven.errors import Fault, TableError
from perspectieven.tables import DIFFERENCES, Schema

MIN_ARRANGEMENTS = 10
"""With fewer, not even the rarest is rarer than 1 in 10, and a test can say nothing."""

RATE_DIFFERENCES = Schema(
    "rate_differences",
    DIFFERENCES.row,
    {name.replace("share_", "rate_"): dtype for name, dtype in DIFFERENCES.columns.items()},
    DIFFERENCES.key,
)

OVERALL_DIFFERENCES = Schema(
    "overall_differences",
    "one theme (or code), over all perspectives at once",
    {
        "theme": "str",
        "n_perspectives": "int64",
        "n_speakers": "int64",
        "lowest": "float64",
        "highest": "float64",
        "p_adjusted": "float64",
        "effect": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("theme",),
)

_ADJUSTMENTS = {"holm": "holm", "fdr": "fdr_bh", "none": ""}


def compare_perspectives(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    measure: str = "share",
    adjust: str = "holm",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Compare how many speakers mention a theme, or how often it is mentioned, for every pair of perspectives.

    One row per item x pair, every pair. The unit is the person, and persons who share a transcript are not independent:

    - the p-value comes from giving the speakers each other's perspective, in all arrangements or at random (see
      `permutation.permute`), and asks how far apart the means of what single speakers come to are then. Speakers of one
      meeting exchange among themselves; a conversation of people of one perspective exchanges it as a whole (see
      `permutation.make_units`). For rates these are means of each one's own rate: exchanging words and mentions would
      also test who talks most;
    - the interval is the wider, at each end, of a percentile bootstrap over conversations (see
      `intervals.bootstrap_ratios`) and of limits that keep their width where everybody agrees: Newcombe's of two
      shares, or those of two counts (see `intervals.subtract_intervals`).

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    measure : {"share", "rate"}
        The share of speakers who mention an item at all, so that somebody who does so thirty times counts once; or
        mentions per 1,000 words.
    adjust : {"holm", "fdr", "none"}
        How p-values are adjusted for the number of rows that are not withheld: for any error at all (Holm, Scandinavian
        Journal of Statistics 6 (1979), 65-70), for the share of errors among what is found (Benjamini & Hochberg,
        Journal of the Royal Statistical Society B 57 (1995), 289-300), or not.
    min_group : int
        A pair with fewer speakers on a side is withheld: its row is there, with the reason and without numbers. So is
        one with a side whose speakers all share one conversation, directly or through others, one that has fewer than
        `MIN_ARRANGEMENTS` arrangements, and one with a side that says nothing.
    seed : int
        The same seed gives the same table.
    language : {"nl", "en"}
        Of the reasons.

    Returns
    -------
    DataFrame
        Schema `tables.DIFFERENCES`, or `RATE_DIFFERENCES` for rates (its column ``theme`` named after `by`).
        ``difference`` is share_a - share_b, -1 to 1, or rate_a - rate_b, per 1,000 words. ``effect`` is Cohen's h of
        two shares, or Cliff's delta of the rates of single speakers.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> differences = study.differences()
    >>> for reason in differences["reason"].unique():
    ...     print(reason)
    te weinig losse gesprekken: wie samen sprak telt samen, en zo kan toeval niet worden uitgesloten
    te weinig sprekers (minder dan 3)
    """
    _check_adjust(adjust)
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    (amounts, sizes), each = speakers.measure(measure), speakers.each(measure)
    schema = DIFFERENCES if measure == "share" else RATE_DIFFERENCES
    rows: list[dict[str, object]] = []
    for a, b in combinations(perspectives, 2):
        of_a, of_b = speakers.of(a), speakers.of(b)
        both = np.concatenate([of_a, of_b])
        side = np.repeat([0, 1], [len(of_a), len(of_b)])
        units = make_units(each[both], cluster=speakers.cluster[both], group=side)
        reason = refuse_small(min(len(of_a), len(of_b)), min_group=min_group, language=language)
        if not reason and min(sizes[of_a].sum(), sizes[of_b].sum()) == 0:
            reason = say("too_few_words", language=language)
        elif not reason and (
            min(_n_apart(speakers, of) for of in (of_a, of_b)) < 2 or units.n_arrangements < MIN_ARRANGEMENTS
        ):
            reason = say("too_few_arrangements", language=language)
        known = {"perspective_a": a, "perspective_b": b, "n_a": len(of_a), "n_b": len(of_b), "reason": reason}
        if reason:
            rows += [known | {"theme": item, "withheld": True} for item in items]
            continue
        value_a, value_b = (amounts[of].sum(axis=0) / sizes[of].sum() for of in (of_a, of_b))
        drawn = bootstrap_ratios(
            amounts[both], sizes[both], cluster=speakers.cluster[both], side=side, n_sides=2, seed=seed
        )
        limits_a, limits_b = (
            floor_limits(amounts[of], sizes[of], cluster=speakers.cluster[of], measure=measure) for of in (of_a, of_b)
        )
        low, high = widest(
            percentiles(drawn[:, 0] - drawn[:, 1]), subtract_intervals(value_a, limits_a, value_b, limits_b)
        )
        p = permute(units, compare_two, seed=seed).p
        effect = cohens_h(value_a, value_b) if measure == "share" else cliffs_delta(each[of_a], each[of_b])
        rows += [
            known
            | {
                "theme": item,
                f"{measure}_a": value_a[at],
                f"{measure}_b": value_b[at],
                "difference": value_a[at] - value_b[at],
                "low": low[at],
                "high": high[at],
                "p_adjusted": p[at],
                "effect": effect[at],
            }
            for at, item in enumerate(items)
        ]
    table = order_table(rows, schema, items=items, perspectives=perspectives, by=by)
    return _adjust(table, adjust)


def compare_all(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    measure: str = "share",
    adjust: str = "holm",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Test per theme (or code) whether it matters at all which perspective somebody has.

    One row per item. The test is that of `compare_perspectives`, with all perspectives that have enough speakers in
    more than one conversation, and asks how far they are from what they have together; parameters are the same.

    Returns
    -------
    DataFrame
        Schema `OVERALL_DIFFERENCES` (its column ``theme`` named after `by`). ``lowest`` and ``highest`` are the least
        and most of a perspective, in shares or per 1,000 words. ``effect`` is Cramer's V of shares, or epsilon squared
        of the rates of single speakers: 0 to 1, missing where nobody differs.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = compare_all(study.codings(), study.turns(), items=["ERB"], perspectives=study.perspectives)
    >>> table[["theme", "n_perspectives", "n_speakers", "withheld"]]
      theme  n_perspectives  n_speakers  withheld
    0   ERB               2           6      True
    """
    _check_adjust(adjust)
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    (amounts, sizes), each = speakers.measure(measure), speakers.each(measure)
    groups = [speakers.of(name) for name in perspectives]
    groups = [
        of for of in groups if len(of) >= max(1, min_group) and sizes[of].sum() > 0 and _n_apart(speakers, of) > 1
    ]
    known = {"n_perspectives": len(groups), "n_speakers": sum(map(len, groups)), "reason": ""}
    everybody = np.concatenate([np.zeros(0, dtype=int), *groups])
    group = np.repeat(np.arange(len(groups)), [len(of) for of in groups])
    units = make_units(each[everybody], cluster=speakers.cluster[everybody], group=group)
    if len(groups) < 2:
        known["reason"] = say("too_few_groups", language=language, min_group=min_group)
    elif units.n_arrangements < MIN_ARRANGEMENTS:
        known["reason"] = say("too_few_arrangements", language=language)
    if known["reason"]:
        rows = [known | {"theme": item, "withheld": True} for item in items]
    else:
        values = np.array([amounts[of].sum(axis=0) / sizes[of].sum() for of in groups])
        p = permute(units, compare_several, seed=seed).p
        effect = (cramers_v if measure == "share" else epsilon_squared)(each[everybody], group)
        rows = [
            known
            | {
                "theme": item,
                "lowest": values[:, at].min(),
                "highest": values[:, at].max(),
                "p_adjusted": p[at],
                "effect": effect[at],
            }
            for at, item in enumerate(items)
        ]
    return _adjust(order_table(rows, OVERALL_DIFFERENCES, items=items, perspectives=perspectives, by=by), adjust)


def _n_apart(speakers: Speakers, of: np.ndarray) -> int:
    """Return in how many conversations speakers speak, of which none has to do with another."""
    return len(np.unique(speakers.cluster[of]))


def _check_adjust(adjust: str) -> None:
    if adjust not in _ADJUSTMENTS:
        what = f'is "{adjust}"; use one of {", ".join(_ADJUSTMENTS)}'
        raise TableError(Fault("comparison", "adjust", what))


def _adjust(table: pd.DataFrame, adjust: str) -> pd.DataFrame:
    tested = ~table["withheld"]
    if tested.any() and _ADJUSTMENTS[adjust]:
        table.loc[tested, "p_adjusted"] = multipletests(table.loc[tested, "p_adjusted"], method=_ADJUSTMENTS[adjust])[1]
    return table
