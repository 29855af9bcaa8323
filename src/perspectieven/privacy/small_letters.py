"""Schools, areas, organisations and places in a text without capitals, by what is said around them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    ARTICLES,
    AT_SCHOOL,
    CALLED_ENDS,
    JOINS,
    KIN,
    LIVED,
    NEVER_A_NAME,
    NOT_CALLED,
    OF_ANY,
    OF_SCHOOL,
    PRONOUNS,
    PROPER_ENDS,
    SAYS_WHAT,
    SCHOOL_ENDS,
    SCHOOL_NAMES,
    TITLES,
    TRADES,
    USUAL_PLACES,
)
from perspectieven.privacy.familiar import is_familiar, is_famous_at, is_learned, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import is_ordinary, is_rarely_said, is_said_often, places, surnames
from perspectieven.privacy.surnames import is_prefix
from perspectieven.privacy.tokens import Token

_NO_SCHOOL = NEVER_A_NAME | USUAL_PLACES
_TO_SCHOOL = frozenset("op naar van bij".split())
_ANY_SCHOOL = (
    _NO_SCHOOL
    | OF_ANY
    | frozenset(
        "zelfstandig categoraal categoriaal gewone gewoon goed goede ons mijn zijn haar hun welk elk ander".split()
    )
)
"""What stands before *college* or *lyceum* and names none."""
_KIND_BEHIND = {
    "in": Kind.NEIGHBOURHOOD,
    "uit": Kind.NEIGHBOURHOOD,
    "op": Kind.SCHOOL,
    "naar": Kind.SCHOOL,
    "bij": Kind.ORGANISATION,
    "van": Kind.ORGANISATION,
}
_PERSONS = ("er", "ers", "or", "oren", "oog", "ogen", "ist", "iste", "isten", "ster", "sters", "aar", "aars", "arts")
"""How words end that say what somebody does."""
_HOMES = frozenset(
    "caravan kelder polder provincie randstad rimboe jungle bossen bergen kraakpand blokhut chalet bungalow villa "
    "studio appartement pleeggezin periferie uithoek achterkamer middeleeuwen container barak loods schuur".split()
)
_HOME_ENDS = ("woning", "huis", "flat", "boot", "wagen", "stad", "dorp", "centrum", "streek", "tijd", "kamer", "jaren")
"""What anybody may live in, as whole words and as endings."""
_SENTENCE_GOES_ON = NEVER_A_NAME | NOT_CALLED | ARTICLES | PRONOUNS
_JOINED_BEFORE = frozenset("al el don san santa abu".split())


def find_in_small_letters(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find what is named at a token of a text without capitals."""
    yield from _unknown(tokens, at)
    yield from _attended(tokens, at)
    yield from _school_apart(tokens, at)
    yield from _bare_compound(tokens, at)
    yield from _joined(tokens, at)
    yield from _firm(tokens, at)
    yield from _area(tokens, at)


def find_partners(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Find, in small letters, what is called after two: *een gezinscoach van sterk & vrij*."""
    for before, token in pairwise(tokens):
        if token.between.strip() == "&" and len(before.word) + len(token.word) > 4:
            yield Finding(before.start, token.end, Kind.ORGANISATION, "two with an ampersand")


def _near(tokens: Sequence[Token], at: int, size: int) -> set[str]:
    return {token.word for token in tokens[max(0, at - size) : at + size + 1]}


def _area(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a rare word where somebody lives: *we woonden in de gorzen*."""
    word = tokens[at].word
    words = [token.word for token in tokens[max(0, at - 2) : at]]
    if len(words) == 2 and words[0] in ("in", "naar") and words[1] in ARTICLES and len(word) > 4:
        if word in _HOMES or word.endswith(_HOME_ENDS):
            return
        beside = is_rare_noun(word) and not LIVED.isdisjoint(_near(tokens, at, 4))
        rare = is_known(word) and not is_said_often(word)
        if beside or (rare and not LIVED.isdisjoint(_near(tokens, at, 9))):
            first = tokens[at - 1] if is_known(word) else tokens[at]
            yield Finding(first.start, tokens[at].end, Kind.NEIGHBOURHOOD, "where somebody lives")


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


def _school_apart(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a school whose name is written apart from what it is: *op graafschap college*."""
    word = tokens[at].word
    before = [token.word for token in tokens[max(0, at - 2) : at]]
    if word in SCHOOL_ENDS and len(before) > 1 and before[-2] in (*_TO_SCHOOL, *ARTICLES):
        plain = word == "school" and is_ordinary(before[-1])
        if len(before[-1]) > 3 and before[-1] not in _ANY_SCHOOL and not plain:
            yield Finding(tokens[at - 1].start, tokens[at].end, Kind.SCHOOL, "school written apart")


def _bare_compound(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a compound that no list has and that is said without its article: *naar groevenbeek*, *in rietlanden*."""
    word, spelled = tokens[at].word, tokens[at].spelled
    kind = _KIND_BEHIND.get(tokens[at - 1].word) if at else None
    if kind is None or tokens[at].between != " " or not is_rare_compound(word, spelled):
        return
    if at + 1 == len(tokens) or tokens[at + 1].between != " " or tokens[at + 1].word in _SENTENCE_GOES_ON:
        yield Finding(tokens[at].start, tokens[at].end, kind, "compound without an article")


def _joined(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a rare word where somebody plays, works or is helped: *judo bij hercules*, *aangemeld bij de spiegel*."""
    first = at - 1 if at and tokens[at - 1].word in ARTICLES else at
    if first < 2 or tokens[first - 1].word not in ("bij", "naar") or tokens[at].between != " ":
        return
    near = {token.word for token in tokens[max(0, first - 5) : first - 1]}
    if JOINS.isdisjoint(near) or not is_rare_noun(tokens[at].word):
        return
    if at + 1 == len(tokens) or tokens[at + 1].between != " " or tokens[at + 1].word in _SENTENCE_GOES_ON:
        yield Finding(tokens[at].start, tokens[at].end, Kind.ORGANISATION, "where somebody takes part")


def _firm(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a firm that is called after somebody, with or without what it does: *bij van der velde makelaars*."""
    first = at - 1
    behind_family = at > 2 and tokens[first].word in ("der", "den") and tokens[first - 1].word == "van"
    if behind_family and tokens[first - 2].word in ("bij", "via"):
        yield Finding(tokens[first - 1].start, tokens[at].end, Kind.ORGANISATION, "called after somebody")
    if tokens[at].word not in TRADES or at < 2 or tokens[first].word not in surnames():
        return
    while first and is_prefix(tokens[first - 1]) and tokens[first].between == " ":
        first -= 1
    before = tokens[first].word if first < at - 1 and tokens[first].word == "van" else ""
    if {before, tokens[first - 1].word if first else ""} & {"bij", "van", "naar", "door", "voor"}:
        yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "called after somebody")


@lru_cache(maxsize=1 << 14)
def is_rare_noun(word: str) -> bool:
    """Say whether a word is seldom said and no person, no place where anybody goes and no verb.

    >>> is_rare_noun("hercules"), is_rare_noun("bakker"), is_rare_noun("winkel")
    (True, False, False)
    """
    usual = word in _NO_SCHOOL or word in SAYS_WHAT or word in KIN or word in TITLES or word.endswith(CALLED_ENDS)
    plain = is_familiar(word) or is_spoken(word) or is_learned(word) or word.endswith(_PERSONS)
    return len(word) > 3 and is_rarely_said(word) and not (usual or plain or is_verb_form(word))


@lru_cache(maxsize=1 << 14)
def is_rare_compound(word: str, spelled: str) -> bool:
    """Say whether a word is a compound that no list has, with an ending that names have.

    >>> is_rare_compound("groevenbeek", "groevenbeek"), is_rare_compound("zonneschijn", "zonneschijn")
    (True, False)
    """
    end = next((end for end in PROPER_ENDS if word.endswith(end)), "")
    listed = is_known(word) or is_said_often(word) or is_said_often(spelled) or is_familiar(word) or word in places()
    return bool(end) and len(word) > len(end) + 2 and word.removesuffix(end) not in OF_ANY and not listed


def _unknown(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in a text without capitals, words that are no Dutch and not familiar: names that no list has."""
    if not is_unknown(tokens[at].word, tokens[at].spelled) or is_famous_at(tokens, at):
        return
    first = at - 1 if at and tokens[at - 1].word in _JOINED_BEFORE and tokens[at].between in (" ", "-") else at
    yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "unknown word")


@lru_cache(maxsize=1 << 16)
def is_unknown(word: str, spelled: str) -> bool:
    """Say whether a word is no Dutch, nothing that everybody knows, and no place."""
    known = is_ordinary(word) or is_ordinary(spelled) or is_familiar(word)
    plain = known or is_spoken(word) or is_learned(word) or word in places()
    is_any = any(word.endswith(end) and word.removesuffix(end) in OF_ANY for end in AREA_ENDS)
    return len(word) > 3 and not plain and not is_any
