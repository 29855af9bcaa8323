"""Whose view it is that somebody tells, their own or that of another, with an interval over people."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import mention_interval
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
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
        "low": "float64",
        "high": "float64",
        "share_holder": "float64",
        "low_holder": "float64",
        "high_holder": "float64",
        "withheld": "bool",
        "reason": "str",
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

_SHARES = ("share", "low", "high", "share_holder", "low_holder", "high_holder")


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
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Count mentions by who says it, whose view it is, and stance.

    One row per perspective x holder x stance, every triple, over all of `items` together.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    holders : mapping of str to str
        As in `find_holder`.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `VOICES`. ``holder`` is what `find_holder` says. ``share`` is the part of the mentions of the
        perspective, 0 to 1, missing where it has none; ``share_holder`` that of the holder in all stances, the same in
        its three rows. Both have a 95% interval (see `intervals.mention_interval`): who tells much weighs more, and
        comes and goes in the bootstrap with all they tell.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> turn = {"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant"}
    >>> coding = {"transcript_id": "a", "theme": "ERB", "stance": "negated", "voice": "other", "attributed_to": "jgz"}
    >>> codings, turns = make_table([coding], CODINGS), make_table([turn], TURNS)
    >>> table = count_voices(codings, turns, items=["ERB"], perspectives=["ouders"], min_group=1)
    >>> table[table["n_coded"] > 0][["perspective", "holder", "stance", "n_coded", "share", "low"]].round(2)
       perspective holder   stance  n_coded  share   low
    13      ouders    jgz  negated        1    1.0  0.21
    """
    merged = join_turns(codings, turns)
    merged = merged[merged[by].isin(list(items))]
    told = zip(merged["voice"], merged["attributed_to"], strict=True)
    holder = [find_holder(voice, party, perspectives, holders=holders) for voice, party in told]
    parties = [name for name in dict.fromkeys(REPORTERS.values()) if name and holders.get(name) not in perspectives]
    others = sorted(set(holder) - {OWN, UNKNOWN, *perspectives, *parties})
    order = [*dict.fromkeys([OWN, *perspectives, *parties, *others, UNKNOWN])]
    cells = [f"{name} {stance}" for name in order for stance in STANCES]
    counted = merged[list(codings.columns)].assign(
        cell=[f"{name} {stance}" for name, stance in zip(holder, merged["stance"], strict=True)]
    )
    speakers = gather_speakers(counted, turns, items=cells, perspectives=perspectives, by="cell")
    tables = []
    for name in perspectives:
        of = speakers.of(name)
        reason = refuse_small(len(of), min_group=min_group, language=language)
        n_coded = speakers.n_coded[of]
        table = pd.DataFrame({"holder": np.repeat(order, len(STANCES)), "stance": np.tile(STANCES, len(order))})
        table["n_coded"], table["n_speakers_coded"] = n_coded.sum(axis=0), (n_coded > 0).sum(axis=0)
        shares = np.full((len(_SHARES), len(cells)), np.nan)
        if n_coded.any() and not reason:
            shares = _measure(n_coded, speakers.cluster[of], seed=seed)
        table = table.assign(**dict(zip(_SHARES, shares, strict=True)))
        tables.append(table.assign(perspective=name, n_speakers=len(of), withheld=bool(reason), reason=reason))
    rows = pd.concat(tables) if tables else pd.DataFrame(columns=list(VOICES.columns))
    return order_table(rows, VOICES, perspectives=perspectives, orders={"holder": order, "stance": STANCES})


def _measure(n_coded: np.ndarray, cluster: np.ndarray, *, seed: int) -> np.ndarray:
    """Return the rows of `_SHARES`: of every holder and stance, and of every holder, with their limits."""
    said = n_coded.any(axis=1)
    cells = n_coded[said].astype(float)
    by_holder = cells.reshape(len(cells), -1, len(STANCES)).sum(axis=2)
    amounts, sizes = np.column_stack([cells, by_holder]), cells.sum(axis=1)
    low, high = mention_interval(amounts, sizes, n_mentions=sizes.sum(), cluster=cluster[said], seed=seed)
    each, whole = np.split(np.stack([amounts.sum(axis=0) / sizes.sum(), low, high]), [cells.shape[1]], axis=1)
    return np.concatenate([each, np.repeat(whole, len(STANCES), axis=1)])
