"""Whose view it is that somebody tells: their own, or that of another."""

from collections.abc import Mapping, Sequence

import pandas as pd

from perspectieven.comparison.layout import order_table
from perspectieven.dutch.cues import REPORTERS
from perspectieven.tables import Schema
from perspectieven.themes import join_turns

VOICES = Schema(
    "voices",
    "one perspective x holder of the view x stance, every triple",
    {
        "perspective": "str",
        "holder": "str",
        "stance": "str",
        "n_coded": "int64",
        "n_speakers_coded": "int64",
        "n_speakers": "int64",
        "share": "float64",
    },
    ("perspective", "holder", "stance"),
)

HOLDERS: Mapping[str, str] = {
    **dict.fromkeys(("vader", "moeder", "ouders"), "ouders"),
    "jeugdige": "jeugdigen",
    **dict.fromkeys(("hulpverlening", "jgz", "huisarts"), "professionals"),
}
"""Whose perspective somebody speaks for who is reported. A school or a municipality holds several, and stays itself."""

OWN = "own"
UNKNOWN = "unknown"
STANCES = ("affirmed", "negated", "hypothetical")


def find_holder(
    voice: str, attributed_to: str, perspectives: Sequence[str], *, holders: Mapping[str, str] = HOLDERS
) -> str:
    """Return whose view a mention tells.

    Parameters
    ----------
    voice, attributed_to : str
        As in `tables.CODINGS`.
    perspectives : sequence of str
        All of the study.
    holders : mapping of str to str
        From names in ``attributed_to`` to perspectives. A name that is not in it, or whose perspective the study does
        not have, is an outside party and holds its own view.

    Returns
    -------
    str
        ``own``, a perspective, an outside party such as ``school``, or ``unknown`` where the text does not say whose
        view it is.

    Examples
    --------
    >>> find_holder("own", "", ["ouders"]), find_holder("other", "moeder", ["ouders"]), find_holder("other", "", [])
    ('own', 'ouders', 'unknown')
    >>> find_holder("other", "moeder", ["jeugdigen"])
    'moeder'
    """
    if voice != "other":
        return OWN
    party = holders.get(attributed_to, "")
    return party if party in perspectives else attributed_to or UNKNOWN


def count_voices(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    holders: Mapping[str, str] = HOLDERS,
) -> pd.DataFrame:
    """Count mentions by who says it, whose view it is, and stance.

    One row per perspective x holder x stance, every triple, over all of `items` together.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    holders : mapping of str to str
        As in `find_holder`.

    Returns
    -------
    DataFrame
        Schema `VOICES`. ``holder`` is what `find_holder` says. ``share`` is the part of the mentions of the
        perspective, 0 to 1, missing where it has none.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> turn = {"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant"}
    >>> coding = {"transcript_id": "a", "theme": "ERB", "stance": "negated", "voice": "other", "attributed_to": "jgz"}
    >>> codings, turns = make_table([coding], CODINGS), make_table([turn], TURNS)
    >>> table = count_voices(codings, turns, items=["ERB"], perspectives=["ouders"])
    >>> table[table["n_coded"] > 0][["perspective", "holder", "stance", "n_coded", "share"]].values.tolist()
    [['ouders', 'jgz', 'negated', 1, 1.0]]
    """
    merged = join_turns(codings, turns)
    merged = merged[merged[by].isin(list(items))]
    told = zip(merged["voice"], merged["attributed_to"], strict=True)
    holder = [find_holder(voice, party, perspectives, holders=holders) for voice, party in told]
    parties = [name for name in dict.fromkeys(REPORTERS.values()) if name and holders.get(name) not in perspectives]
    others = sorted(set(holder) - {OWN, UNKNOWN, *perspectives, *parties})
    order = [*dict.fromkeys([OWN, *perspectives, *parties, *others, UNKNOWN])]
    spoken = turns[turns["role"] == "participant"]
    groups = merged.assign(holder=holder).groupby(["perspective", "holder", "stance"], observed=True)
    index = pd.MultiIndex.from_product([perspectives, order, STANCES], names=["perspective", "holder", "stance"])
    counts = pd.DataFrame(index=index)
    counts["n_coded"] = groups.size()
    counts["n_speakers_coded"] = groups["speaker"].nunique()
    counts = counts.join(spoken.groupby("perspective")["speaker"].nunique().rename("n_speakers"), on="perspective")
    counts = counts.fillna(0).astype("int64")
    total = counts.groupby(level="perspective")["n_coded"].transform("sum")
    counts["share"] = counts["n_coded"] / total.where(total > 0)
    orders = {"holder": order, "stance": STANCES}
    return order_table(counts.reset_index(), VOICES, perspectives=perspectives, orders=orders)
