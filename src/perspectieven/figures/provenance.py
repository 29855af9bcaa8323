"""Where a figure comes from: the lexicon, the data and the quotes behind its marks."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.inputs import order_of

Quotes = Mapping[tuple[str, str], tuple[str, ...]]
"""By (theme, code or orientation; perspective) the ids of its quotes."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a figure was made from; the same for all figures of a study.

    Attributes
    ----------
    language : {"nl", "en"}
    lexicon, lexicon_version, lexicon_digest : str
    seed : int
        Of what is drawn at random: intervals and permutations.
    version : str
        Of the package.
    digests : mapping of str to str
        SHA-256 of what the table was counted from, such as ``{"turns": ..., "codings": ..., "inputs": ...}``. Names of
        files do not belong here: they lead to people.
    quotes : mapping
        From `list_quotes`.
    notice : str
        What a reader must know first, such as that all is invented; empty for nothing.
    """

    language: str
    lexicon: str
    lexicon_version: str
    lexicon_digest: str
    seed: int
    version: str
    digests: Mapping[str, str]
    quotes: Quotes = field(default_factory=dict, repr=False)
    notice: str = ""


def list_quotes(codings: pd.DataFrame, turns: pd.DataFrame) -> Quotes:
    """Return the ids of the quotes behind every theme, code and orientation of every perspective, sorted.

    Every pair is there, also those with no quote. Pass only what may be shown: quotes of people who agreed, of groups
    that are large enough, and of no withheld code.

    Parameters
    ----------
    codings : DataFrame
        Schema `tables.CODINGS`. Ids are those of `identify_quotes`.
    turns : DataFrame
        Schema `tables.TURNS`; those that the codings are in.

    Raises
    ------
    TableError
        If a coding is in a turn that is not there.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> turns = make_table([{"transcript_id": "g", "turn_index": 0, "perspective": "ouders", "text": "Gewoon."}], TURNS)
    >>> coding = {"coding_id": "1", "transcript_id": "g", "turn_index": 0, "theme": "ERB", "code": "ERB-FASE"}
    >>> list_quotes(make_table([coding | {"orientation": "neutraal"}], CODINGS), turns)["ERB", "ouders"]
    ('252c538f7c2f9af8',)
    """
    place = ["transcript_id", "turn_index"]
    spoken = codings.merge(turns[[*place, "perspective"]], on=place, how="left", validate="many_to_one")
    n_lost = int(spoken["perspective"].isna().sum())
    if n_lost:
        what = f"{n_lost} of them are in a turn that is not among the turns; pass the turns of these codings"
        raise TableError(Fault("codings", "", what))
    spoken = spoken.assign(quote=identify_quotes(spoken["coding_id"], turns)).astype({"perspective": str})
    quotes: dict[tuple[str, str], list[str]] = {
        (item, perspective): []
        for column in ("theme", "code", "orientation")
        for item in order_of(codings[column])
        for perspective in order_of(turns["perspective"].dropna())
    }
    for column in ("theme", "code", "orientation"):
        for item, perspective, quote in zip(spoken[column], spoken["perspective"], spoken["quote"], strict=True):
            quotes.setdefault((str(item), perspective), []).append(quote)
    return {pair: tuple(sorted(ids)) for pair, ids in quotes.items()}


def identify_quotes(coding_ids: pd.Series, turns: pd.DataFrame) -> pd.Series:
    """Return for each coding an id that may be passed on.

    A ``coding_id`` is made from transcript, turn and place alone, so that whoever guesses the name of a transcript can
    find out what is from it. This id also takes the words of all the turns: who has these (the team) finds the coding
    back by making the ids again, who does not cannot.

    Parameters
    ----------
    coding_ids : Series of str
    turns : DataFrame
        Schema `tables.TURNS`. Other turns give other ids.

    Examples
    --------
    >>> turns = pd.DataFrame({"text": ["Dat hoort erbij."]})
    >>> list(identify_quotes(pd.Series(["84733ed289fa1807"]), turns))
    ['863b71572f61886f']
    """
    words = hashlib.blake2b(digest_size=64)
    for text in turns["text"]:
        words.update(f"{text}\x1f".encode())
    key = words.digest()
    ids = [hashlib.blake2b(name.encode(), key=key, digest_size=8).hexdigest() for name in coding_ids]
    return pd.Series(ids, index=coding_ids.index, dtype="str")
