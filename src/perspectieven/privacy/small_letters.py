"""Schools, areas, organisations and places in a text without capitals, by what is said around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    ARTICLES,
    AT_SCHOOL,
    CAME_FROM,
    CARE,
    COLOURS,
    KIN,
    LIVED,
    NAMED_BEFORE,
    NEVER_A_NAME,
    NO_AREA,
    NO_NAME,
    OF_ANY,
    OF_SCHOOL,
    PLACE_ENDS,
    PLAIN,
    PLAYS,
    SCHOOL_ENDS,
    SCHOOL_NAMES,
    TITLES,
    USUAL_ENDS,
    USUAL_PLACES,
)
from perspectieven.privacy.familiar import is_familiar, is_famous, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_said_often, places, surnames
from perspectieven.privacy.tokens import Token

_NO_AREA = NO_AREA | USUAL_PLACES | OF_ANY
_NO_CLUB = NEVER_A_NAME | USUAL_PLACES | NO_NAME | KIN | TITLES | PLAIN
_NO_SCHOOL = NEVER_A_NAME | USUAL_PLACES
_JOINED_BEFORE = frozenset("al el don san santa abu".split())


def find_in_small_letters(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find what is named at a token of a text without capitals."""
    yield from _unknown(tokens, at)
    yield from _attended(tokens, at)
    yield from _lived_in(tokens, at)
    yield from _care(tokens, at)
    yield from _area(tokens, at)
    yield from _place_that_is_a_word(tokens, at)
    yield from _saint(tokens, at)
    yield from _plays_at(tokens, at)
    yield from _coloured(tokens, at)
    yield from _before_what_it_is(tokens, at)


def _lived_in(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a word behind *in* or *uit* in no dictionary, that ends as places do: *holtenbroek*."""
    token = tokens[at]
    if not at or tokens[at - 1].word not in ("in", "uit", "vanuit", "naar", "bij", "richting") or token.between != " ":
        return
    word = token.word
    old = word.partition("-")
    named = (word.endswith(PLACE_ENDS) and len(word) > 7) or (old[0] in ("oud", "nieuw") and len(old[2]) > 3)
    if named and not (is_known(word) or is_said_often(word) or word in places()):
        yield Finding(token.start, token.end, Kind.NEIGHBOURHOOD, "ends as places do")


def _care(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, an organisation for care whose name may be a word too: *bij karakter*."""
    token = tokens[at]
    before = tokens[at - 1].word if at else ""
    if token.word in CARE and before in ("bij", "naar", "van", "via", "op", "en"):
        yield Finding(token.start, token.end, Kind.ORGANISATION, "list of organisations")


def _near(tokens: Sequence[Token], at: int, size: int) -> set[str]:
    return {token.word for token in tokens[max(0, at - size) : at + size + 1]}


def _area(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a rare word where somebody lives: *we woonden in de gorzen*."""
    word = tokens[at].word
    words = [token.word for token in tokens[max(0, at - 2) : at]]
    if len(words) == 2 and words[0] in ("in", "naar") and words[1] in ARTICLES and len(word) > 4:
        rare = is_known(word) and not is_said_often(word) and word not in _NO_AREA
        if rare and not word.endswith(USUAL_ENDS) and not LIVED.isdisjoint(_near(tokens, at, 9)):
            yield Finding(tokens[at - 1].start, tokens[at].end, Kind.NEIGHBOURHOOD, "where somebody lives")


def _place_that_is_a_word(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a place whose name is a word, by what is said of it: *we woonden in echt*."""
    word = tokens[at].word
    before = tokens[at - 1].word if at and tokens[at].between == " " else ""
    if (
        word not in places()
        or not is_known(word)
        or len(word) < 4
        or before not in ("in", "uit", "naar", "vanuit", "van")
    ):
        return
    if before == "van" and (is_said_often(word) or word in surnames()):
        return
    told = _near(tokens, at, 3) & LIVED if is_said_often(word) else _near(tokens, at, 8) & CAME_FROM
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if told and not is_familiar(word) and not behind.endswith("e"):
        yield Finding(tokens[at].start, tokens[at].end, Kind.PLACE, "list of places")


def _plays_at(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a club or a church behind what is done there: *hij voetbalt bij vooruit*."""
    if tokens[at].word != "bij" or PLAYS.isdisjoint(token.word for token in tokens[max(0, at - 3) : at]):
        return
    place = at + 1
    article = place < len(tokens) and tokens[place].word in ARTICLES
    first, place = place, place + article
    if place >= len(tokens) or any(token.between != " " for token in tokens[first : place + 1]):
        return
    word = tokens[place].word
    if len(word) < 4 or word in _NO_CLUB or word.endswith(USUAL_ENDS) or word in first_names():
        return
    if article and place + 1 < len(tokens) and word.endswith("e") and not tokens[place + 1].between.strip(" "):
        following = tokens[place + 1].word
        place += following not in NEVER_A_NAME and following not in _NO_CLUB
    yield Finding(tokens[first].start, tokens[place].end, Kind.ORGANISATION, "where somebody plays")


def _coloured(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, an area that is called after a colour: *het rode dorp*."""
    words = [token.word for token in tokens[max(0, at - 2) : at + 1]]
    if len(words) == 3 and words[2] in ("dorp", "buurt", "wijk") and words[1] in COLOURS and words[0] in ARTICLES:
        yield Finding(tokens[at - 2].start, tokens[at].end, Kind.NEIGHBOURHOOD, "called after a colour")


def _saint(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, what is named after a saint: *de sint jozef*."""
    if tokens[at].word not in ("sint", "st") or at + 1 == len(tokens) or tokens[at + 1].between not in (" ", "-", ". "):
        return
    saint = tokens[at + 1].word
    if saint in ("piet", "nicolaas", "maarten", "klaas", "en"):
        return
    if saint in first_names() or not is_ordinary(saint):
        yield Finding(tokens[at].start, tokens[at + 1].end, Kind.SCHOOL, "named after a saint")


def _before_what_it_is(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in small letters, a name before what it is the name of: *al hidaya moskee*."""
    if tokens[at].word not in NAMED_BEFORE or not at or tokens[at].between != " ":
        return
    name = tokens[at - 1]
    of_god = at > 1 and tokens[at - 2].word in ("al", "el") and name.between in (" ", "-")
    if of_god:
        yield Finding(tokens[at - 2].start, tokens[at].end, Kind.ORGANISATION, "name before what it is")
    if of_god or not (is_unknown(name.word, name.spelled) or name.word in first_names()):
        return
    if is_ordinary(name.word) or is_familiar(name.word):
        return
    first = at - 2 if at > 1 and tokens[at - 2].word in _JOINED_BEFORE and name.between in (" ", "-") else at - 1
    yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "name before what it is")


def _attended(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a school in small letters by who goes there: *ze zitten op de pionier*, *juf linda van de vlinder*."""
    word = tokens[at].word
    if not at or tokens[at - 1].word not in ARTICLES or word.endswith(AREA_ENDS):
        return
    if at < 2 or tokens[at - 2].word not in ("op", "naar", "van"):
        before = tokens[at - 2].word if at > 1 else ""
        apart = before not in ("in", "uit", "met", "over", "aan", "onder", "als", "door", "voor")
        if word in SCHOOL_NAMES and apart and not _near(tokens, at, 25).isdisjoint(OF_SCHOOL):
            yield Finding(tokens[at - 1].start, tokens[at].end, Kind.SCHOOL, "school that people speak of")
        return
    near = {token.word for token in tokens[max(0, at - (12 if word in SCHOOL_NAMES else 7)) : at - 2]}
    told = near & (AT_SCHOOL if tokens[at - 2].word != "van" else OF_SCHOOL)
    told = told or {other for other in near if other.endswith("onderwijs")}
    if not told and word in SCHOOL_NAMES:
        told = near & OF_SCHOOL or {token.word for token in tokens[at + 1 : at + 8]} & (AT_SCHOOL | OF_SCHOOL)
    named = told and word not in _NO_SCHOOL and not word.endswith(USUAL_ENDS)
    named = named and (len(word) > 3 or word in SCHOOL_NAMES)
    if not named and told and at + 1 < len(tokens) and not tokens[at + 1].between.strip():
        named = len(word) > 2 and not (is_ordinary(word) or is_known(word)) and not is_spoken(word)
    if named:
        end = tokens[at].end
        if at + 1 < len(tokens) and tokens[at + 1].between == " " and tokens[at + 1].word in surnames():
            end = tokens[at + 1].end if not is_verb_form(tokens[at + 1].word) else end
        first = tokens[at] if word.endswith(SCHOOL_ENDS) else tokens[at - 1]
        yield Finding(first.start, end, Kind.SCHOOL, "where somebody goes to school")


def _unknown(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in a text without capitals, words that are no Dutch and not familiar: names that no list has."""
    if not is_unknown(tokens[at].word, tokens[at].spelled):
        return
    around = [token.word for token in tokens[max(0, at - 1) : at + 2]]
    if any(is_famous(one, two) for one, two in pairwise(around)):
        return
    first = at - 1 if at and tokens[at - 1].word in _JOINED_BEFORE and tokens[at].between in (" ", "-") else at
    yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "unknown word")


def is_unknown(word: str, spelled: str) -> bool:
    """Say whether a word is no Dutch, nothing that everybody knows, and no place."""
    plain = is_ordinary(word) or is_ordinary(spelled) or is_familiar(word) or is_spoken(word) or word in places()
    is_any = any(word.endswith(end) and word.removesuffix(end) in OF_ANY for end in AREA_ENDS)
    return len(word) > 3 and not plain and not is_any
