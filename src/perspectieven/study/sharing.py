"""What of a study may be shown outside the team."""

from collections.abc import Collection

import pandas as pd

from perspectieven.tables import TURNS

WHO = ("transcript_id", "turn_index", "speaker")
"""The columns that say who said something and where."""

_PLACE = list(TURNS.key)


def find_small_groups(turns: pd.DataFrame, *, min_group: int) -> frozenset[str]:
    """Return the perspectives with fewer speakers than the minimum, but not none."""
    speakers = turns[turns["role"] == "participant"].groupby("perspective")["speaker"].nunique()
    return frozenset(str(name) for name, n in speakers.items() if n < min_group)


def leave_out(
    turns: pd.DataFrame, codings: pd.DataFrame, *, small: Collection[str], withheld: Collection[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Leave out small groups and withheld codes; what interviewers said is blank, their turns still count."""
    turns = turns[~turns["perspective"].isin(small)].reset_index(drop=True)
    asks = turns["role"] == "interviewer"
    turns = turns.assign(text=turns["text"].mask(asks, ""), speaker=turns["speaker"].mask(asks, ""))
    kept = _are_at(codings, turns) & ~codings["code"].isin(withheld)
    return turns, codings[kept].reset_index(drop=True)


def keep_agreed(turns: pd.DataFrame, withheld: pd.DataFrame, *, quotable: Collection[str]) -> pd.DataFrame:
    """Keep the turns of people who agreed to be quoted, without those that hold a coding of `withheld`."""
    return turns[turns["speaker"].isin(quotable) & ~_are_at(turns, withheld)]


def _are_at(table: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    """Say of each row whether its turn is among those of another table."""
    found = pd.MultiIndex.from_frame(table[_PLACE]).isin(pd.MultiIndex.from_frame(places[_PLACE]))
    return pd.Series(found, index=table.index)
