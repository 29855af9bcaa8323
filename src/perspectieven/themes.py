"""Themes: codings and turns to counts, shares and matrices, every empty pair present."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from statsmodels.stats.proportion import proportion_confint

from perspectieven.errors import Fault, TableError
from perspectieven.tables import CODINGS, ORIENTATION_COUNTS, SHARED, THEME_COUNTS, TURNS, check_table

CONFIDENCE = 0.95


def count_themes(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
) -> pd.DataFrame:
    """Count mentions, turns and speakers per perspective and theme (or code).

    One row per perspective x theme, for every pair, including pairs never coded. A coding is a mention; a turn or
    a speaker counts once per theme, however often it is mentioned. Interviewers are no part of any number.

    Parameters
    ----------
    codings, turns : DataFrame
        Schemas `tables.CODINGS` and `tables.TURNS`; `turns` holds every turn, coded or not, and is the denominator.
    items : sequence of str
        All themes (or codes), in the order of the lexicon.
    perspectives : sequence of str
        All perspectives, in the order of the study.
    by : {"theme", "code"}

    Returns
    -------
    DataFrame
        Schema `tables.THEME_COUNTS` (its column ``theme`` named after `by`), perspectives and themes in the given
        order. ``share_turns`` and ``share_speakers`` are 0 to 1 and missing where there is nothing to divide by;
        ``low`` and ``high`` are the Wilson interval of ``share_speakers`` at 95%.

    Raises
    ------
    TableError
        If a coding points at a turn that is not in `turns`.

    Examples
    --------
    Two turns by one parent, one by a young person; one of the three mentions belonging (ERB).

    >>> from perspectieven.tables import make_table
    >>> said = [("a", 0, "m", "ouders", 10), ("a", 1, "m", "ouders", 10), ("b", 0, "j", "jeugdigen", 5)]
    >>> names = ["transcript_id", "turn_index", "speaker", "perspective", "n_words"]
    >>> turns = make_table([{**dict(zip(names, row)), "role": "participant"} for row in said], TURNS)
    >>> codings = make_table([{"transcript_id": "a", "turn_index": 1, "theme": "ERB", "stance": "affirmed"}], CODINGS)
    >>> counts = count_themes(codings, turns, items=["ERB"], perspectives=["ouders", "jeugdigen", "professionals"])
    >>> counts[["perspective", "n_turns_coded", "n_turns", "share_turns", "per_1000_words"]]
         perspective  n_turns_coded  n_turns  share_turns  per_1000_words
    0         ouders              1        2          0.5            50.0
    1      jeugdigen              0        1          0.0             0.0
    2  professionals              0        0          NaN             NaN
    """
    merged = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"]
    index = pd.MultiIndex.from_product([perspectives, items], names=["perspective", by])
    groups = merged.groupby(["perspective", by], observed=True)
    counts = pd.DataFrame(index=index)
    counts["n_coded"] = groups.size()
    for stance in ("affirmed", "negated", "hypothetical"):
        counts[f"n_{stance}"] = merged[merged["stance"] == stance].groupby(["perspective", by]).size()
    counts["n_prompted"] = merged[merged["prompted"]].groupby(["perspective", by]).size()
    counts["n_turns_coded"] = merged.drop_duplicates([*TURNS.key, by]).groupby(["perspective", by]).size()
    counts["n_speakers_coded"] = groups["speaker"].nunique()
    per_perspective = spoken.groupby("perspective").agg(
        n_turns=("turn_index", "size"), n_speakers=("speaker", "nunique"), n_words=("n_words", "sum")
    )
    counts = counts.join(per_perspective, on="perspective").fillna(0).astype("int64")
    counts["share_turns"] = _divide(counts["n_turns_coded"], counts["n_turns"])
    counts["share_speakers"] = _divide(counts["n_speakers_coded"], counts["n_speakers"])
    counts["low"], counts["high"] = wilson(counts["n_speakers_coded"], counts["n_speakers"])
    counts["per_1000_words"] = 1000 * _divide(counts["n_coded"], counts["n_words"])
    columns = [by if column == "theme" else column for column in THEME_COUNTS.columns]
    return _ordered(counts.reset_index()[columns], {"perspective": perspectives, by: items})


def count_orientations(codings: pd.DataFrame, turns: pd.DataFrame, *, perspectives: Sequence[str]) -> pd.DataFrame:
    """Count the orientation of what is said per perspective.

    Returns
    -------
    DataFrame
        Schema `tables.ORIENTATION_COUNTS`: one row per perspective x orientation, every pair. ``share`` is the share
        of the perspective's mentions; ``share_per_speaker`` the mean over its speakers of each one's own share, so
        that a talkative speaker weighs no more than a quiet one. Missing where nothing is mentioned.
    """
    merged = join_turns(codings, turns)
    orientations = ("normaliserend", "neutraal", "problematiserend")
    index = pd.MultiIndex.from_product([perspectives, orientations], names=["perspective", "orientation"])
    counts = pd.DataFrame(index=index)
    counts["n_coded"] = merged.groupby(["perspective", "orientation"]).size()
    counts["n_coded"] = counts["n_coded"].fillna(0).astype("int64")
    counts["n_speakers"] = 0
    shares = []
    for perspective in perspectives:
        own = merged[merged["perspective"] == perspective]
        table = pd.crosstab(own["speaker"], own["orientation"]).reindex(columns=list(orientations), fill_value=0)
        counts.loc[perspective, "n_speakers"] = len(table)
        each = table.div(table.sum(axis=1), axis=0)
        shares += list(each.mean()) if len(each) else [np.nan] * len(orientations)
    total = counts.groupby(level="perspective", sort=False)["n_coded"].transform("sum")
    counts["share"] = _divide(counts["n_coded"], total)
    counts["share_per_speaker"] = shares
    return _ordered(
        counts.reset_index()[list(ORIENTATION_COUNTS.columns)],
        {"perspective": perspectives, "orientation": orientations},
    )


def count_shared(counts: pd.DataFrame, *, min_speakers: int = 2, by: str = "theme") -> pd.DataFrame:
    """Say which themes are shared by all perspectives, by some, by one, or by none.

    A perspective holds a theme when at least `min_speakers` of its speakers mention it: what one person says is
    that person's, not the group's.

    Parameters
    ----------
    counts : DataFrame
        From `count_themes`.

    Returns
    -------
    DataFrame
        Schema `tables.SHARED`: one row per theme, most widely shared first, then in the order of the lexicon.
        ``shared_by`` lists the perspectives, separated by " + ".
    """
    perspectives = list(counts["perspective"].cat.categories)
    held = counts.pivot_table(index=by, columns="perspective", values="n_speakers_coded", aggfunc="sum", observed=False)
    rows = []
    for item in counts[by].cat.categories:
        speakers = held.loc[item] if item in held.index else pd.Series(0, index=perspectives)
        holders = [p for p in perspectives if speakers[p] >= min_speakers]
        rows.append((item, len(holders), " + ".join(holders), int(speakers.sum())))
    table = pd.DataFrame(rows, columns=[by if c == "theme" else c for c in SHARED.columns])
    table = _ordered(table, {by: list(counts[by].cat.categories)})
    return table.sort_values(["n_perspectives", by], ascending=[False, True], kind="stable", ignore_index=True)


def find_parts(turns: pd.DataFrame, n_parts: int) -> pd.Series:
    """Return in which part of its conversation each turn lies, 1 to `n_parts`, the parts of equally many words.

    A turn lies in the part that holds its middle word, all words of the transcript counted, the interviewer's too.

    >>> turns = pd.DataFrame({"transcript_id": "a", "turn_index": [1, 0], "n_words": [30, 10]})
    >>> find_parts(turns, 4).tolist()
    [3, 1]
    """
    placed = turns.sort_values(list(TURNS.key))
    per_transcript = placed.groupby("transcript_id")["n_words"]
    middle = per_transcript.cumsum() - placed["n_words"] / 2
    total = per_transcript.transform("sum").clip(lower=1)
    part: pd.Series = (middle / total * n_parts).astype("int64").add(1).clip(upper=n_parts)
    return part.reindex(turns.index)


def join_turns(codings: pd.DataFrame, turns: pd.DataFrame) -> pd.DataFrame:
    """Give every coding that nobody rejected the speaker, perspective and sector of its turn.

    Raises
    ------
    TableError
        If a coding points at a turn that is not in `turns`.
    """
    check_table(turns, TURNS)
    check_table(codings, CODINGS)
    columns = [*TURNS.key, "speaker", "perspective", "role", "sector"]
    merged = codings.merge(turns[columns], on=list(TURNS.key), how="left", validate="m:1", indicator=True)
    lost = merged[merged["_merge"] == "left_only"]
    if len(lost):
        first = lost.iloc[0]
        what = f"{len(lost)} codings have no turn in turns; code and count the same transcripts"
        raise TableError(Fault("codings", f"{first['transcript_id']} turn {first['turn_index']}", what))
    return merged[merged["status"] != "rejected"].drop(columns="_merge")


def wilson(successes: pd.Series, trials: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95% interval of a proportion after Wilson (1927), missing where there are no trials.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212, as in statsmodels.

    >>> low, high = wilson(pd.Series([0, 4]), pd.Series([0, 8]))
    >>> low.round(3), high.round(3)
    (array([  nan, 0.215]), array([  nan, 0.785]))
    """
    some = trials.to_numpy() > 0
    low, high = np.full(len(trials), np.nan), np.full(len(trials), np.nan)
    if some.any():
        low[some], high[some] = proportion_confint(
            successes.to_numpy()[some], trials.to_numpy()[some], alpha=1 - CONFIDENCE, method="wilson"
        )
    return low, high


def _divide(numerator: pd.Series, denominator: pd.Series) -> pd.Series:
    """Divide; nothing to divide by is missing, not zero."""
    return numerator / denominator.where(denominator > 0)


def _ordered(frame: pd.DataFrame, orders: dict[str, Sequence[str]]) -> pd.DataFrame:
    dtypes = {name: pd.CategoricalDtype(list(order), ordered=True) for name, order in orders.items()}
    return frame.astype(dtypes)
