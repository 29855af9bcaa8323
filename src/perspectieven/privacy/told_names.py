"""Names that are told to be of something: *het koor heet Zing*, *naar kern, dat is een praktijk*, *sint jozef*."""

from collections.abc import Iterator, Sequence

from perspectieven.privacy.cue_words import (
    AREAS,
    ARTICLES,
    CALLED_ENDS,
    KIN,
    NEVER_A_NAME,
    NOT_CALLED,
    ORGANISATIONS,
    PRONOUNS,
    SCHOOL_ENDS,
    SCHOOLS,
    TITLES,
    USUAL_PLACES,
)
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names
from perspectieven.privacy.tokens import Token

IS_CALLED = frozenset("heet heette heten heetten genaamd".split())
EXPLAINS = frozenset("dat da's das".split())
"""What begins to say what a name is of, behind it."""
_FILLS = frozenset("gewoon dus eigenlijk toen nu eh uh ook echt die dat ie".split())
_IS = frozenset("is was heet heette".split())
_DETERMINERS = frozenset("de het een die dat zo'n onze ons mijn haar zijn hun t 't 'n n".split())
_BEFORE = frozenset("bij naar op van in via".split())
_STOPS = NEVER_A_NAME | NOT_CALLED | PRONOUNS | frozenset("eh uh zeg hoor geloof eentje bij naar via elkaar".split())
_NO_NAME = _STOPS | USUAL_PLACES | KIN | TITLES
_SAINTS = frozenset(("sint", "st"))
_ROYAL = frozenset("prins prinses koningin koning graaf pater vader".split())
"""Whom schools are called after, with an article that people do not have: *op de prinses margriet*."""
_MOST_WORDS = 3


def find_told(tokens: Sequence[Token], *, uncased: bool) -> Iterator[Finding]:
    """Find names that are told to be of a school, an organisation or an area.

    Parameters
    ----------
    tokens : sequence of Token
    uncased : bool
        Whether the text is without capitals; in others a name has one.
    """
    for at, token in enumerate(tokens):
        if token.word in IS_CALLED and at:
            yield from _called(tokens, at, uncased=uncased)
        elif token.word in EXPLAINS and at > 1:
            yield from _explained(tokens, at, uncased=uncased)
        elif token.word in _SAINTS or (token.word in _ROYAL and _has_article(tokens, at)):
            yield from _saint(tokens, at)


def _kind(word: str) -> Kind | None:
    """Return of a word what something is that it says: *koor*, *voetbalclub*, *zorgboerderij*."""
    if word in SCHOOLS or word.endswith(SCHOOL_ENDS):
        return Kind.SCHOOL
    if word in AREAS:
        return Kind.NEIGHBOURHOOD
    return Kind.ORGANISATION if word in ORGANISATIONS or word.endswith(CALLED_ENDS) else None


def _called(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find what something is called: *het koor heet Zing*; *de Kieviten, zo heet die club*."""
    kind = None if tokens[at].between.strip() else _kind(tokens[at - 1].word)
    if kind is not None:
        place = at + 1
        while place < len(tokens) - 1 and tokens[place].word in _FILLS and place < at + _MOST_WORDS:
            place += 1
        first = place
        place += place < len(tokens) - 1 and tokens[place].word in ARTICLES
    else:
        kind = next((said for token in tokens[at + 1 : at + 4] if (said := _kind(token.word)) is not None), None)
        if kind is None or at < 2 or tokens[at - 1].word != "zo" or not tokens[at - 1].between.strip():
            return
        first = place = at - 2
    if place < len(tokens) and _is_name(tokens[place], uncased=uncased):
        yield Finding(tokens[first].start, tokens[place].end, kind, "called so")


def _is_name(token: Token, *, uncased: bool) -> bool:
    return (uncased or token.is_capital) and token.word not in _STOPS and not is_familiar(token.word)


def _explained(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find a name of up to three words that is explained: *naar kern, dat is een praktijk*."""
    told = tokens[at + 1 : at + 6]
    if len(told) < 2 or told[0].word not in _IS:
        return
    shown = any(token.word in _DETERMINERS for token in told[1:3])
    kinds = (_kind(token.word.removesuffix("je")) for token in told[1 : None if shown else 2])
    kind = next((said for said in kinds if said is not None), None)
    if kind is None:
        return
    for first in range(at - 1, max(0, at - 1 - _MOST_WORDS), -1):
        part = tokens[first:at]
        if part[0].word in _STOPS or any(token.between.strip() for token in part[1:]):
            return
        before = first - 1 - (first > 1 and tokens[first - 1].word in ARTICLES)
        if tokens[before].word in _BEFORE and not part[0].between.strip(" \"'"):
            plain = all(t.word in _NO_NAME or is_familiar(t.word) or _kind(t.word) is not None for t in part)
            if not plain and (uncased or any(token.is_capital for token in part)):
                yield Finding(part[0].start, part[-1].end, kind, "explained")
            return


def _has_article(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word stands behind an article and that behind a preposition: *op de prinses margriet*."""
    return at > 1 and tokens[at - 1].word in ARTICLES and tokens[at - 2].word in _BEFORE


def _saint(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find what is called after a saint or a prince: *op de sint jozef*, *van de prins bernhard*."""
    if at + 1 == len(tokens):
        return
    saint, name = tokens[at : at + 2]
    before = tokens[at - 2 if at > 1 and tokens[at - 1].word in ARTICLES else at - 1].word if at else ""
    joined = not name.between.strip(" -.") and name.is_capital == saint.is_capital
    if joined and name.word in first_names():
        kind = Kind.SCHOOL if before in ("op", "naar") else Kind.ORGANISATION
        yield Finding(saint.start, name.end, kind, "called after somebody")
