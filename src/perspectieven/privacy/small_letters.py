"""Schools, areas, organisations and places in a text without capitals, by what is said around them."""

from collections.abc import Iterator, Sequence

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    ARTICLES,
    AT_SCHOOL,
    LIVED,
    NEVER_A_NAME,
    OF_ANY,
    OF_SCHOOL,
    SCHOOL_ENDS,
    SCHOOL_NAMES,
    USUAL_PLACES,
)
from perspectieven.privacy.familiar import is_familiar, is_famous_at, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import is_ordinary, is_said_often, places
from perspectieven.privacy.tokens import Token

_NO_SCHOOL = NEVER_A_NAME | USUAL_PLACES
_JOINED_BEFORE = frozenset("al el don san santa abu".split())


def find_in_small_letters(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find what is named at a token of a text without capitals."""
    yield from _unknown(tokens, at)
    yield from _attended(tokens, at)
    yield from _area(tokens, at)


def _near(tokens: Sequence[Token], at: int, size: int) -> set[str]:
    return {token.word for token in tokens[max(0, at - size) : at + size + 1]}


def _area(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a rare word where somebody lives: *we woonden in de gorzen*."""
    word = tokens[at].word
    words = [token.word for token in tokens[max(0, at - 2) : at]]
    if len(words) == 2 and words[0] in ("in", "naar") and words[1] in ARTICLES and len(word) > 4:
        rare = is_known(word) and not is_said_often(word)
        if rare and not LIVED.isdisjoint(_near(tokens, at, 9)):
            yield Finding(tokens[at - 1].start, tokens[at].end, Kind.NEIGHBOURHOOD, "where somebody lives")


def _attended(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a school in small letters by who goes there: *ze zitten op de pionier*, *juf linda van de vlinder*."""
    word, listed = tokens[at].word, tokens[at].word in SCHOOL_NAMES
    if not at or tokens[at - 1].word not in ARTICLES or word.endswith(AREA_ENDS):
        return
    before = tokens[at - 2].word if at > 1 else ""
    if before not in ("op", "naar", "van"):
        named = listed and not OF_SCHOOL.isdisjoint(_near(tokens, at, 25))
    else:
        near = {token.word for token in tokens[max(0, at - (12 if listed else 7)) : at - 2]}
        behind = {token.word for token in tokens[at + 1 : at + 8]} if listed else set()
        told = not near.isdisjoint(OF_SCHOOL if before == "van" else AT_SCHOOL)
        told = told or not behind.isdisjoint(AT_SCHOOL) or any(other.endswith("onderwijs") for other in near)
        named = told and (listed or (len(word) > 3 and word not in _NO_SCHOOL))
    if named:
        first = tokens[at] if word.endswith(SCHOOL_ENDS) else tokens[at - 1]
        yield Finding(first.start, tokens[at].end, Kind.SCHOOL, "where somebody goes to school")


def _unknown(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in a text without capitals, words that are no Dutch and not familiar: names that no list has."""
    if not is_unknown(tokens[at].word, tokens[at].spelled) or is_famous_at(tokens, at):
        return
    first = at - 1 if at and tokens[at - 1].word in _JOINED_BEFORE and tokens[at].between in (" ", "-") else at
    yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "unknown word")


def is_unknown(word: str, spelled: str) -> bool:
    """Say whether a word is no Dutch, nothing that everybody knows, and no place."""
    plain = is_ordinary(word) or is_ordinary(spelled) or is_familiar(word) or is_spoken(word) or word in places()
    is_any = any(word.endswith(end) and word.removesuffix(end) in OF_ANY for end in AREA_ENDS)
    return len(word) > 3 and not plain and not is_any
