"""Disclosure: what may still identify somebody after pseudonyms have taken the place of names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.gazetteers import is_ordinary
from perspectieven.privacy.identifiers import find_identifiers
from perspectieven.privacy.pseudonyms import names_person
from perspectieven.privacy.tagger import find_doubtful
from perspectieven.privacy.tokens import Token, is_lower, split_tokens

METADATA = ("perspective", "sector", "organisation", "municipality", "knowledge")
"""What is known of a speaker: who is nearly alone in a combination of these may be recognised by it."""
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


def find_risks(turns: pd.DataFrame, people: pd.DataFrame, *, min_group: int) -> tuple[Risk, ...]:
    """Find what may still identify somebody in turns whose names are replaced.

    Parameters
    ----------
    turns : DataFrame
        Schema `tables.TURNS`.
    people : DataFrame
        Schema `tables.SPEAKERS`.
    min_group : int
        What fewer people than this share is named: the smallest combinations of what is known of them, as larger
        ones that hold such a combination tell nothing new (the *minimal sample uniques* of Elliot, Manning & Ford,
        International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002), 493-509).

    Examples
    --------
    >>> from perspectieven.tables import SPEAKERS, TURNS, make_table
    >>> said = {"transcript_id": "g1", "speaker": "m", "role": "participant", "perspective": "ouders"}
    >>> turns = make_table([{**said, "text": "Toen kwam Xanderik van [School-1]."}], TURNS)
    >>> people = make_table([{"speaker": "m", "perspective": "ouders", "municipality": "Duinrade"}], SPEAKERS)
    >>> for risk in find_risks(turns, people, min_group=2):
    ...     print(risk)
    g1, turn 0, characters 10 to 18: a word with a capital that is in no dictionary
    perspective ouders: shared by 1, of at least 2; it may tell who they are
    municipality Duinrade: shared by 1, of at least 2; it may tell who they are
    """
    texts = [_PSEUDONYM.sub(lambda found: " " * len(found[0]), text) for text in turns["text"]]
    split = [split_tokens(text) for text in texts]
    doubtful = find_doubtful(split, [is_lower(text) for text in texts])
    places = zip(turns["transcript_id"], turns["turn_index"], strict=True)
    in_talk = (
        Risk(transcript_id, f"turn {index}, characters {start} to {end}", reason)
        for (transcript_id, index), text, tokens, words in zip(places, texts, split, doubtful, strict=True)
        for start, end, reason in _leftovers(text, tokens, words)
    )
    return (*in_talk, *_named(turns), *_rare(people, min_group=min_group))


def _named(turns: pd.DataFrame) -> Iterator[Risk]:
    for transcript_id, speaker in turns[["transcript_id", "speaker"]].drop_duplicates().itertuples(index=False):
        if names_person(_NO_LETTERS.sub(" ", speaker.removeprefix(f"{transcript_id}/")).title()):
            yield Risk(transcript_id, "the id of a speaker", "holds a name; give another id in speakers.csv")


def _leftovers(text: str, tokens: Sequence[Token], doubtful: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    for token in tokens:
        known = is_familiar(token.word) or is_spoken(token.word) or token.is_short_form
        if token.is_capital and not (token.opens or known or is_ordinary(token.word) or is_ordinary(token.spelled)):
            yield token.start, token.end, "a word with a capital that is in no dictionary"
        elif token in doubtful and not is_familiar(token.word):
            yield token.start, token.end, "may be a name, by the words around it"
    for finding in find_identifiers(text):
        yield finding.start, finding.end, f"looks like {finding.kind.value}"


def _rare(people: pd.DataFrame, *, min_group: int) -> Iterator[Risk]:
    told: list[dict[str, str]] = []
    for n_fields in range(1, len(METADATA) + 1):
        for fields in combinations(METADATA, n_fields):
            filled = people[(people[list(fields)] != "").all(axis="columns")]
            sizes = filled.groupby(list(fields))["speaker"].nunique()
            for values, size in sizes[sizes < min_group].items():
                shared = dict(zip(fields, values if isinstance(values, tuple) else (values,), strict=True))
                if not any(smaller.items() <= shared.items() for smaller in told):
                    told.append(shared)
                    place = ", ".join(f"{name} {value}" for name, value in shared.items())
                    yield Risk("", place, f"shared by {size}, of at least {min_group}; it may tell who they are")
