"""Which differences one would report or not report, were any one speaker not there."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from perspectieven.comparison.differences import compare_perspectives
from perspectieven.tables import TURNS, Schema, make_table
from perspectieven.themes import join_turns

LEAVING_OUT = Schema(
    "leaving_out",
    "one theme (or code) x pair of perspectives of which the interval leaves out zero, with everybody or without one",
    {
        "theme": "str",
        "perspective_a": "str",
        "perspective_b": "str",
        "difference": "float64",
        "low": "float64",
        "high": "float64",
        "is_clear": "bool",
        "n_left_out": "int64",
        "n_clear": "int64",
        "sentence": "str",
    },
    ("theme", "perspective_a", "perspective_b"),
)

_SENTENCES = {
    "nl": {
        "stands": "blijft staan, welke van de {n} sprekers ook ontbreekt",
        "falls": "valt weg als één spreker ontbreekt; zo is het bij {n_other} van de {n} sprekers",
        "rises": "zou een verschil zijn als één spreker ontbrak; zo is het bij {n_other} van de {n} sprekers",
        "too_few": "niet te zeggen: zonder een van de sprekers zijn het er te weinig om te vergelijken",
    },
    "en": {
        "stands": "stands, whichever of the {n} speakers is left out",
        "falls": "is gone if one speaker is left out; so it is with {n_other} of the {n} speakers",
        "rises": "would be a difference if one speaker were left out; so it is with {n_other} of the {n} speakers",
        "too_few": "cannot be said: without one of the speakers there are too few to compare",
    },
}


def compare_leaving_out(
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
    """Compare perspectives again without each speaker, and say of which differences the decision hangs on one.

    The decision is whether the 95% interval of the difference leaves out zero. How far a difference itself shifts is in
    `comparison.compare_without_one`; of a difference of one speaker in nine that is known beforehand, and says nothing.

    Parameters
    ----------
    codings, turns, items, perspectives, by, min_group, seed, language
        As in `comparison.compare_perspectives`, which is called once more for every speaker.

    Returns
    -------
    DataFrame
        Schema `LEAVING_OUT` (its column ``theme`` named after `by`); what nobody would report with or without anybody
        has no row. ``difference``, ``low`` and ``high`` are with everybody, and so is ``is_clear``: the interval leaves
        out zero. ``n_left_out`` is how many speakers of the pair could be left out and the rest compared, ``n_clear``
        in how many of those cases the interval leaves out zero. The sentence names nobody.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> len(compare_leaving_out(study.codings(), study.turns(), items=["ERB"], perspectives=study.perspectives))
    0
    """
    options: dict[str, Any] = {"items": items, "by": by, "min_group": min_group, "seed": seed, "language": language}
    pair = ["perspective_a", "perspective_b"]
    whole = compare_perspectives(codings, turns, perspectives=perspectives, **options)
    said = join_turns(codings, turns)[[*TURNS.key, "speaker"]].drop_duplicates()
    n_left_out, n_clear = np.zeros(len(whole), dtype=int), np.zeros(len(whole), dtype=int)
    spoken = turns[(turns["role"] == "participant") & turns["perspective"].isin(list(perspectives))]
    for speaker, perspective in spoken[["speaker", "perspective"]].drop_duplicates().itertuples(index=False):
        theirs = said[said["speaker"] == speaker]
        places = pd.MultiIndex.from_frame(codings[list(TURNS.key)]).isin(
            pd.MultiIndex.from_frame(theirs[list(TURNS.key)])
        )
        others = turns["speaker"] != speaker
        table = compare_perspectives(codings[~places], turns[others], perspectives=perspectives, **options)
        concerned = (whole[pair] == perspective).any(axis=1).to_numpy() & ~table["withheld"].to_numpy()
        n_left_out += concerned
        n_clear += concerned & _leaves_out_zero(table)
    is_clear = _leaves_out_zero(whole)
    rows = [
        {**row, "theme": row[by], "is_clear": clear, "n_left_out": n, "n_clear": n_still}
        | {"sentence": _describe(n, n_still, language, is_clear=clear)}
        for row, clear, n, n_still in zip(
            whole.to_dict("records"), is_clear.tolist(), n_left_out.tolist(), n_clear.tolist(), strict=True
        )
        if clear or n_still
    ]
    kept = make_table([{name: row[name] for name in LEAVING_OUT.columns} for row in rows], LEAVING_OUT)
    order = whole[[by, *pair]].astype(str).rename(columns={by: "theme"})
    return order.merge(kept, on=list(LEAVING_OUT.key)).rename(columns={"theme": by})


def _leaves_out_zero(table: pd.DataFrame) -> np.ndarray:
    clear: np.ndarray = (~table["withheld"] & ((table["low"] > 0) | (table["high"] < 0))).to_numpy(dtype=bool)
    return clear


def _describe(n: int, n_clear: int, language: str, *, is_clear: bool) -> str:
    kind = "too_few" if not n else "rises" if not is_clear else "stands" if n_clear == n else "falls"
    n_other = n_clear if kind == "rises" else n - n_clear
    return _SENTENCES[language][kind].format(n=n, n_other=n_other)
