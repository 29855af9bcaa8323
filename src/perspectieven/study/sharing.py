"""What of a study may be shown outside the team."""

from collections.abc import Collection

import pandas as pd

from perspectieven.tables import TURNS, WITHHELD, make_table

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


def count_withheld(
    turns: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    small: Collection[str],
    withheld: Collection[str],
    quotable: Collection[str],
) -> pd.DataFrame:
    """Count what is left out of all that is passed on, and why: schema `tables.WITHHELD`.

    ``small group``: everything of the perspectives with too few speakers. ``withheld code``: of the others, the codings
    that are in no count and the turns that hold one, which are not quoted. ``no consent``: of the turns that are left,
    those of people who did not agree to be quoted; they do count. Everything is counted under one reason only.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS
    >>> said = {"transcript_id": "g1", "speaker": "m", "role": "participant", "perspective": "ouders"}
    >>> turns = make_table([said | {"turn_index": 0}, said | {"turn_index": 1}], TURNS)
    >>> codings = make_table([{"transcript_id": "g1", "turn_index": 1, "code": "GRE-VEILIGHEID"}], CODINGS)
    >>> count_withheld(turns, codings, small=(), withheld=("GRE-VEILIGHEID",), quotable=())
              reason  n_speakers  n_turns  n_codings
    0     no consent           1        1          0
    1    small group           0        0          0
    2  withheld code           1        1          1
    """
    spoken = turns[turns["role"] == "participant"]
    in_small = spoken["perspective"].isin(small)
    unsafe = codings[codings["code"].isin(withheld)]
    with_unsafe = ~in_small & _are_at(spoken, unsafe)
    silent = ~in_small & ~with_unsafe & ~spoken["speaker"].isin(quotable)
    rows = []
    for reason, which, left_out in (
        ("no consent", silent, codings),
        ("small group", in_small, codings),
        ("withheld code", with_unsafe, unsafe),
    ):
        held = spoken[which]
        rows.append((reason, held["speaker"].nunique(), len(held), int(_are_at(left_out, held).sum())))
    return make_table(rows, WITHHELD)


def _are_at(table: pd.DataFrame, places: pd.DataFrame) -> pd.Series:
    """Say of each row whether its turn is among those of another table."""
    found = pd.MultiIndex.from_frame(table[_PLACE]).isin(pd.MultiIndex.from_frame(places[_PLACE]))
    return pd.Series(found, index=table.index)
