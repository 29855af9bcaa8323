"""Disclosure: what may still identify somebody after pseudonyms have taken the place of names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.gazetteers import is_ordinary
from perspectieven.privacy.identifiers import find_identifiers
from perspectieven.privacy.pseudonyms import names_person
from perspectieven.privacy.tokens import split_tokens

METADATA = ("perspective", "sector")
"""What a report tells of a speaker: who is alone in a combination of these may be recognised by it."""
_NO_LETTERS = re.compile(r"[\W\d_]+")
_PSEUDONYM = re.compile(r"\[[^\[\]\n]{1,30}-\d+\]")


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that may identify a person.

    Attributes
    ----------
    transcript_id : str
        Empty where it is not about one transcript.
    place : str
        Where to look: a turn and its characters, or a group.
    reason : str
        Why; never words of a participant.
    """

    transcript_id: str
    place: str
    reason: str

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.transcript_id, self.place))) + f": {self.reason}"


def find_risks(turns: pd.DataFrame, *, min_group: int) -> tuple[Risk, ...]:
    """Find what may still identify somebody in turns whose names are replaced.

    Parameters
    ----------
    turns : DataFrame
        Schema `tables.TURNS`.
    min_group : int
        Groups of fewer speakers with the same perspective and sector are named.

    Examples
    --------
    >>> from perspectieven.tables import TURNS, make_table
    >>> said = {"transcript_id": "g1", "speaker": "m", "role": "participant", "perspective": "ouders"}
    >>> turns = make_table([{**said, "text": "Toen kwam Xanderik van [School-1]."}], TURNS)
    >>> for risk in find_risks(turns, min_group=1):
    ...     print(risk)
    g1, turn 0, characters 10 to 18: a word with a capital that is in no dictionary
    """
    texts = zip(turns["transcript_id"], turns["turn_index"], turns["text"], strict=True)
    in_talk = (risk for transcript_id, index, text in texts for risk in _in_text(transcript_id, index, text))
    return (*in_talk, *_named(turns), *_rare(turns, min_group=min_group))


def _named(turns: pd.DataFrame) -> Iterator[Risk]:
    for transcript_id, speaker in turns[["transcript_id", "speaker"]].drop_duplicates().itertuples(index=False):
        if names_person(_NO_LETTERS.sub(" ", speaker.removeprefix(f"{transcript_id}/")).title()):
            yield Risk(transcript_id, "the id of a speaker", "holds a name; give another id in speakers.csv")


def _in_text(transcript_id: str, index: int, text: str) -> Iterator[Risk]:
    blank = _PSEUDONYM.sub(lambda found: " " * len(found[0]), text)
    for start, end, reason in _leftovers(blank):
        yield Risk(transcript_id, f"turn {index}, characters {start} to {end}", reason)


def _leftovers(text: str) -> Iterator[tuple[int, int, str]]:
    for token in split_tokens(text):
        known = is_familiar(token.word) or is_spoken(token.word) or token.is_short_form
        if token.is_capital and not (token.opens or known or is_ordinary(token.word) or is_ordinary(token.spelled)):
            yield token.start, token.end, "a word with a capital that is in no dictionary"
    for finding in find_identifiers(text):
        yield finding.start, finding.end, f"looks like {finding.kind.value}"


def _rare(turns: pd.DataFrame, *, min_group: int) -> Iterator[Risk]:
    people = turns[turns["role"] == "participant"].drop_duplicates(["speaker"])
    sizes = people.groupby(list(METADATA))["speaker"].nunique()
    for values, size in sizes.items():
        named: Sequence[object] = values if isinstance(values, tuple) else (values,)
        if size < min_group:
            told = ", ".join(f"{name} {value}" for name, value in zip(METADATA, named, strict=True) if value)
            yield Risk("", told, f"only {size} of at least {min_group} speakers share this; it may tell who they are")
