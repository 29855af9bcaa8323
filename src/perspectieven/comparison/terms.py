"""Which terms find something, in whose talk."""

from collections.abc import Iterable, Sequence

import pandas as pd

from perspectieven.comparison.layout import order_table
from perspectieven.tables import Schema
from perspectieven.themes import join_turns

TERM_COUNTS = Schema(
    "term_counts",
    "one code x term x perspective, every perspective",
    {
        "code": "str",
        "term": "str",
        "perspective": "str",
        "n_coded": "int64",
        "n_speakers_coded": "int64",
        "n_speakers": "int64",
        "n_words": "int64",
        "per_1000_words": "float64",
    },
    ("code", "term", "perspective"),
)


def count_terms(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    terms: Iterable[tuple[str, str]] = (),
) -> pd.DataFrame:
    """Count per term how often each perspective is found by it: which words work for whom.

    Parameters
    ----------
    codings, turns, perspectives
        As in `themes.count_themes`.
    terms : iterable of tuple of str
        Code and notation of terms that have rows even where nothing is found, such as all of a lexicon.

    Returns
    -------
    DataFrame
        Schema `TERM_COUNTS`, sorted by code and term: one row per term x perspective, every perspective.
        ``n_speakers_coded`` is of how many speakers it finds something; ``per_1000_words`` is missing where a
        perspective says nothing.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = count_terms(study.codings(), study.turns(), perspectives=study.perspectives)
    >>> bool(table["n_coded"].sum() == len(study.codings()))
    True
    """
    merged = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"]
    found = zip(merged["code"], merged["term"], strict=True)
    rows = [(code, term, name) for code, term in sorted({*terms, *found}) for name in perspectives]
    counts = pd.DataFrame(index=pd.MultiIndex.from_tuples(rows, names=["code", "term", "perspective"]))
    groups = merged.groupby(["code", "term", "perspective"])
    counts["n_coded"] = groups.size()
    counts["n_speakers_coded"] = groups["speaker"].nunique()
    said = spoken.groupby("perspective").agg(n_speakers=("speaker", "nunique"), n_words=("n_words", "sum"))
    counts = counts.join(said, on="perspective").fillna(0).astype("int64")
    counts["per_1000_words"] = 1000 * counts["n_coded"] / counts["n_words"].where(counts["n_words"] > 0)
    return order_table(counts.reset_index(), TERM_COUNTS, perspectives=perspectives)
