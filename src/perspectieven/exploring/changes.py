"""What a changed term changes: codings before and after, who says them, and the passages that come and go."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.tables import CODINGS, TURNS, Schema
from perspectieven.themes import join_turns

CHANGES = Schema(
    "changes",
    "one perspective",
    {
        "perspective": "str",
        "n_before": "int64",
        "n_after": "int64",
        "n_new": "int64",
        "n_lost": "int64",
        "n_changed": "int64",
        "n_speakers_before": "int64",
        "n_speakers_after": "int64",
        "n_speakers": "int64",
    },
    ("perspective",),
)

_PLACE = ["transcript_id", "turn_index", "start_char", "end_char", "code"]


@dataclass(frozen=True, slots=True)
class Change:
    """What another lexicon changes in the codings of one code.

    Attributes
    ----------
    counts : DataFrame
        Schema `CHANGES`, every perspective.
    new, lost : DataFrame
        The codings (schema `tables.CODINGS`) that are only there after, and only before.
    changed : DataFrame
        The codings, as they are after, that were there before on other words: longer, shorter, or shifted a little.
    """

    counts: pd.DataFrame
    new: pd.DataFrame = field(repr=False)
    lost: pd.DataFrame = field(repr=False)
    changed: pd.DataFrame = field(repr=False)


def compare_codings(
    before: pd.DataFrame, after: pd.DataFrame, turns: pd.DataFrame, *, code: str, perspectives: Sequence[str]
) -> Change:
    """Compare the codings of a code under two lexicons.

    A coding is the same when it stands on the same characters of the same turn; its term or stance may differ. One that
    shares characters with one that was there is changed; each counts for one other at most, so that
    ``n_before - n_lost + n_new`` is ``n_after``. What people rejected is left out.

    Examples
    --------
    >>> import perspectieven as pv
    >>> from dataclasses import replace
    >>> study = pv.Study.open("tests/ministudie")
    >>> lexicon = study.lexicon
    >>> fewer = lexicon.with_code(replace(lexicon.code("ERB-FASE"), terms=(pv.lexicon.Term("L:puberteit"),)))
    >>> change = compare_codings(
    ...     study.codings(), study.recode(fewer), study.turns(), code="ERB-FASE", perspectives=study.perspectives
    ... )
    >>> int(change.counts["n_before"].sum() - change.counts["n_after"].sum()) == len(change.lost) - len(change.new)
    True
    """
    was, now = (_take(codings, code) for codings in (before, after))
    new, lost = _only_in(now, was), _only_in(was, now)
    moved = _pair(new, lost)
    changed = new.loc[list(moved)].reset_index(drop=True)
    new, lost = (
        table.drop(index=list(gone)).reset_index(drop=True) for table, gone in ((new, moved), (lost, moved.values()))
    )
    counts = pd.DataFrame(index=pd.Index(list(perspectives), name="perspective"))
    for name, codings in (("before", was), ("after", now), ("new", new), ("lost", lost), ("changed", changed)):
        said = join_turns(codings, turns)
        counts[f"n_{name}"] = said.groupby("perspective").size()
        counts[f"n_speakers_{name}"] = said.groupby("perspective")["speaker"].nunique()
    counts["n_speakers"] = turns[turns["role"] == "participant"].groupby("perspective")["speaker"].nunique()
    table = counts.fillna(0).astype("int64").reset_index()[list(CHANGES.columns)]
    dtype = pd.CategoricalDtype(list(perspectives), ordered=True)
    return Change(table.astype({"perspective": dtype}), new, lost, changed)


def _take(codings: pd.DataFrame, code: str) -> pd.DataFrame:
    standing = (codings["code"] == code) & (codings["status"] != "rejected")
    return codings.loc[standing, list(CODINGS.columns)].reset_index(drop=True)


def _only_in(codings: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    there = pd.MultiIndex.from_frame(codings[_PLACE]).isin(pd.MultiIndex.from_frame(others[_PLACE]))
    return codings[~there].reset_index(drop=True)


def _pair(new: pd.DataFrame, lost: pd.DataFrame) -> dict[int, int]:
    """Give every new coding the first lost one that it shares characters with, none twice: rows to rows."""
    pairs: dict[int, int] = {}
    columns = [*TURNS.key, "start_char", "end_char"]
    gone = list(lost[columns].itertuples(name=None))
    for row, transcript_id, turn_index, start, end in new[columns].itertuples(name=None):
        for other, *place, first, last in gone:
            if place == [transcript_id, turn_index] and first < end and start < last and other not in pairs.values():
                pairs[row] = other
                break
    return pairs


def keep_places(turns: pd.DataFrame, codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings that stand in these turns."""
    key = list(TURNS.key)
    there = pd.MultiIndex.from_frame(codings[key]).isin(pd.MultiIndex.from_frame(turns[key]))
    return codings[there].reset_index(drop=True)
