"""Schools, neighbourhoods, organisations and places: by the words around them, by how they end, by lists."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.bare_kinds import find_bare_kinds, goes_before_a_name
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    AREAS,
    ARTICLES,
    BEFORE_STREET,
    FOREIGN_ARTICLES,
    NAMED_BEHIND,
    NAMED_ENDS,
    NEVER_A_NAME,
    NO_ARTICLE,
    NOT_CALLED,
    OF_ANY,
    PLAIN,
    PRONOUNS,
    SAYS_WHAT,
    SCHOOL_ENDS,
    SCHOOL_NAMES,
    SCHOOLS,
    STRONG,
    TOWNS,
    TRADES,
    WELL_KNOWN_AREAS,
)
from perspectieven.privacy.familiar import is_familiar, is_famous_at, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import (
    first_names,
    is_ordinary,
    is_said_often,
    place_openings,
    places,
)
from perspectieven.privacy.small_letters import find_in_small_letters, find_partners, is_rare_compound, is_unknown
from perspectieven.privacy.tokens import Token, is_lower, read_word
from perspectieven.privacy.told_names import find_told

_STAYS = AREAS | PLAIN
"""What is left before a name, in small letters."""
_MOST_BEHIND = 3
"""Words in small letters that may be one name."""
_GOES_ON = (
    NEVER_A_NAME
    | TOWNS
    | NOT_CALLED
    | PRONOUNS
    | frozenset(
        "elke iedere door over onder tegen tussen tot zonder tijdens sinds via per naast achter elkaar allemaal eh uh "
        "zeg hoor denk geloof zeker jou jullie deze dit die toch wel ergens".split()
    )
)
"""What goes on with the sentence behind a name in small letters."""

_WITHIN = frozenset("voor in op aan bij met zonder naar".split())
"""Small words between words with a capital that are one name: *Hart voor Elkaar*."""


def find_institutions(text: str, tokens: Sequence[Token]) -> tuple[Finding, ...]:
    """Find schools, neighbourhoods, streets, organisations and places."""
    return tuple(_find(text, tokens))


def _find(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    uncased = is_lower(text)
    yield from find_told(tokens, uncased=uncased)
    if uncased:
        yield from find_bare_kinds(tokens)
    if uncased and "&" in text:
        yield from find_partners(tokens)
    for at in _where_to_look(tokens, uncased=uncased):
        token = tokens[at]
        if token.word in SAYS_WHAT or (uncased and token.word.endswith(NAMED_ENDS)):
            yield from _named_after(tokens, at, uncased=uncased)
        yield from _by_ending(tokens, at)
        yield from _place(tokens, at, uncased=uncased)
        yield from _proper(tokens, at)
        yield from _known_area(tokens, at, uncased=uncased)
        if uncased:
            yield from find_in_small_letters(tokens, at)


_LOOK, _LOOK_IF_UNCASED, _LOOK_BEHIND, _LOOK_IF_SHOWN, _MAY_OPEN_PLACE = 1, 2, 4, 8, 16


def _where_to_look(tokens: Sequence[Token], *, uncased: bool) -> list[int]:
    """Return the places where a name may begin, by the word itself and those beside it."""
    wanted = _LOOK | _LOOK_IF_UNCASED if uncased else _LOOK
    hinted = [(at, hint) for at, hint in enumerate(map(_hint, [token.said for token in tokens])) if hint]
    places_to_look = {at + 1 for at, hint in hinted if uncased and hint & _LOOK_BEHIND and at + 1 < len(tokens)}
    for at, hint in hinted:
        following = {token.word for token in tokens[at + 1 : at + 2]} if hint & _MAY_OPEN_PLACE else set()
        is_shown = hint & _LOOK_IF_SHOWN and not tokens[at].opens
        if hint & wanted or is_shown or following & place_openings().get(tokens[at].word, frozenset()):
            places_to_look.add(at)
    return sorted(places_to_look)


@lru_cache(maxsize=1 << 16)
def _hint(said: str) -> int:
    """Say of a word, wherever it stands, whether a name may begin with it or behind it."""
    word, spelled, is_capital, _ = read_word(said)
    hint = _LOOK_BEHIND if word in ARTICLES or word in ("bij", "naar") else 0
    if word in WELL_KNOWN_AREAS:
        hint |= _LOOK
    if word in places() or word in SCHOOL_NAMES or word in TRADES or word.endswith(NAMED_ENDS):
        hint |= _LOOK_IF_UNCASED
    if place_openings().get(word):
        hint |= _MAY_OPEN_PLACE
    if is_capital:
        hint |= _LOOK_IF_SHOWN
    is_place = word in places() and not is_known(word)
    if word in SAYS_WHAT or is_place or word.endswith((*SCHOOL_ENDS, *AREA_ENDS)):
        hint |= _LOOK
    unlisted = is_unknown(word, spelled) or is_rare_compound(word, spelled) or word in SCHOOL_ENDS
    return hint | (_LOOK_IF_UNCASED if unlisted else 0)


def _known_area(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find an area by the list: *de baarsjes*, *in Kralingen*."""
    token = tokens[at]
    if token.word in WELL_KNOWN_AREAS and (uncased or token.is_capital):
        yield Finding(token.start, token.end, Kind.NEIGHBOURHOOD, "list of areas")


def _kind_of(word: str) -> Kind:
    return Kind.SCHOOL if word in SCHOOLS else Kind.NEIGHBOURHOOD if word in AREAS else Kind.ORGANISATION


def _named_after(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find the name behind a word that says what it is: *basisschool De Regenboog*, *de wijk lombok*."""
    kind, place = _kind_of(tokens[at].word), at + 1
    article = place < len(tokens) and (tokens[place].word in ARTICLES or tokens[place].word in FOREIGN_ARTICLES)
    if _is_located(tokens, at):
        until = _capitals(tokens, at + 3)
        yield Finding(tokens[at].start, tokens[until - 1].end, kind, f"with {tokens[at].word}")
        return
    stays = tokens[at].word in _STAYS and not (tokens[at].is_capital and not tokens[at].opens)
    first = place if stays else at
    place += article
    if place >= len(tokens) or any(tokens[p].between.strip(" \"'\u2018\u201c") for p in range(at + 1, place + 1)):
        return
    if tokens[place].word == "ons" and place + 1 < len(tokens) and _is_bare(tokens, at, place + 1):
        yield Finding(tokens[at].start, tokens[place + 1].end, kind, f"after {tokens[at].word}")
        return
    token = tokens[place]
    if token.word in NEVER_A_NAME or is_familiar(token.word) or is_spoken(token.word):
        return
    if token.is_capital:
        until = _capitals(tokens, place)
        yield Finding(tokens[first].start, tokens[until - 1].end, kind, f"after {tokens[at].word}")
    elif uncased and _is_bare(tokens, at, place):
        yield Finding(tokens[at].start, tokens[_bare_until(tokens, place)].end, kind, f"after {tokens[at].word}")
    elif uncased and (
        not is_known(token.word)
        or (article and tokens[at].word in STRONG)
        or (tokens[at].word in NAMED_BEHIND and not is_verb_form(token.word))
    ):
        goes_on = (
            article and goes_before_a_name(token.word) and place + 1 < len(tokens) and tokens[place + 1].between == " "
        )
        yield Finding(tokens[first].start, tokens[place + goes_on].end, kind, f"after {tokens[at].word}")


def _is_located(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word with a capital has in its name where it is: *Fysio aan de Haven*."""
    behind = tokens[at + 1 : at + 4]
    if len(behind) < 3 or not tokens[at].is_capital or tokens[at].opens or any(t.between != " " for t in behind):
        return False
    return behind[0].word in ("aan", "op", "in", "bij") and behind[1].word in ARTICLES and behind[2].is_capital


def _is_bare(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Say whether a word without an article has a name behind it: *bij garage timmerman*, *van snackbar 't hoekje*."""
    before, name = tokens[at - 1].word if at else "", tokens[place].word
    bare = before in ("bij", "van", "naar", "in", "op", "via", "door") and tokens[at].word not in NO_ARTICLE
    return bare and len(name) > 3 and (place > at + 1 or not is_verb_form(name))


def _bare_until(tokens: Sequence[Token], at: int) -> int:
    """Return the last word of a name in small letters that has no article: *dansschool la passion*, *toko lach mee*."""
    for place in range(at + 1, min(at + _MOST_BEHIND, len(tokens))):
        word = tokens[place].word
        if tokens[place].between != " " or word in _GOES_ON or is_verb_form(word) or is_spoken(word):
            return place - 1
    return min(at + _MOST_BEHIND, len(tokens)) - 1


def _capitals(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a row of words with capitals, small words between them counted in."""
    until = at + 1
    while until < len(tokens) and not tokens[until].between.strip(" '\u2019-.&"):
        if "." in tokens[until].between and len(tokens[until - 1].word) > 2:
            break
        last = _behind_small_words(tokens, until)
        if last == len(tokens) or not tokens[last].is_capital or tokens[last].opens:
            break
        until = last + 1
    return until


def _behind_small_words(tokens: Sequence[Token], at: int) -> int:
    """Return the token behind the small words within a name: *Vereniging van de Molen*, *Maatjes in de Buurt*."""
    if tokens[at].word in ("van", "de", "der", "den", "het", "'t") and not tokens[at].is_capital:
        is_double = tokens[at].word == "van" and at + 1 < len(tokens) and tokens[at + 1].word in ARTICLES
        return at + 1 + (is_double and not tokens[at + 1].is_capital)
    if tokens[at].word not in _WITHIN or tokens[at].is_capital or not _is_plain_noun(tokens[at - 1].word):
        return at
    last = at + 1
    last += last < len(tokens) and tokens[last].word in ARTICLES and not tokens[last].is_capital
    return last if last < len(tokens) and _is_plain_noun(tokens[last].word) else at


def _is_plain_noun(word: str) -> bool:
    """Say whether a word with a capital is neither a person nor a place nor anything that everybody knows."""
    return is_known(word) and not is_familiar(word) and word not in first_names() and word not in places()


def _by_ending(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find words that end like a school or a street and begin like no other word: *Bosschool*, *kerkstraat*."""
    token = tokens[at]
    word = token.word
    if not word.endswith((*SCHOOL_ENDS, *AREA_ENDS)):
        return
    for kind, ends in ((Kind.SCHOOL, SCHOOL_ENDS), (Kind.NEIGHBOURHOOD, AREA_ENDS)):
        end = next((end for end in ends if word.endswith(end)), None)
        if end is None:
            continue
        head = word.removesuffix(end).rstrip("-")
        if len(head) < 3 or head in OF_ANY or (head.endswith("s") and head[:-1] in OF_ANY):
            continue
        shown = token.is_capital and not token.opens
        if shown or not (is_known(word) or is_said_often(word)):
            first = _first_of_street(tokens, at) if kind == Kind.NEIGHBOURHOOD else at
            is_town = first == at and word in places()
            yield Finding(tokens[first].start, token.end, Kind.PLACE if is_town else kind, "ends like one")


def _first_of_street(tokens: Sequence[Token], at: int) -> int:
    """Return the first word of a street: *lange vorststraat*, *burgemeester de vrieslaan*."""
    first = at
    while first and tokens[first].between == " " and tokens[first - 1].word in ("van", "de", "der", "den"):
        first -= 1
    titled = first and tokens[first].between == " " and tokens[first - 1].word in BEFORE_STREET
    return first - 1 if titled else at


def _place(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find a place by the list of places, the longest name first."""
    for size in (4, 3, 2, 1) if tokens[at].word in place_openings() else ():
        if at + size > len(tokens):
            continue
        part = tokens[at : at + size]
        if any(token.between not in (" ", "-") for token in part[1:]):
            continue
        name = part[0].word + "".join(token.between + token.word for token in part[1:])
        if name not in places() or is_familiar(name):
            continue
        before = tokens[at - 1].word if at else ""
        shown = (part[0].is_capital and not part[0].opens) or name.startswith("s-")
        if size == 1:
            if is_known(name):
                taken = shown and before in (*TOWNS, "van", "tot")
            else:
                taken = shown or before in TOWNS or (uncased and len(name) > 4)
        else:
            plain = part[0].word in ARTICLES and is_said_often(part[1].word)
            taken = part[-1].is_capital or not is_known(part[0].word) or (before in TOWNS and not plain)
        if taken:
            yield Finding(part[0].start, part[-1].end, Kind.PLACE, "list of places")
            return


def _proper(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find other words with a capital within a sentence, as long as everybody does not know them."""
    token = tokens[at]
    if not token.is_capital or token.opens:
        return
    before = tokens[at - 1]
    joined = not token.between.strip()
    if joined and before.is_capital and not before.opens:
        return
    until = _capitals(tokens, at)
    if until > at + 1 and not tokens[at + 1].is_capital and token.is_short_form:
        return
    if any(is_famous_at(tokens, place) for place in range(at, until)):
        return
    part = [t for t in tokens[at:until] if t.word not in ARTICLES]
    if all(is_familiar(t.word) or t.is_short_form or (t.said.isupper() and is_ordinary(t.word)) for t in part):
        return
    behind_article = joined and before.word in ARTICLES
    if behind_article and before.word == "t" and (token.word in first_names() or is_verb_form(token.word)):
        return
    unknown = len(part) > 1 or any(not is_known(t.word) for t in part)
    if behind_article or token.word in ARTICLES or unknown:
        names = {" ".join(t.word for t in words) for words in (part, tokens[at:until])}
        kind = Kind.PLACE if names & places().keys() else Kind.ORGANISATION
        first = before if behind_article and (before.is_capital or before.word == "t") else token
        yield Finding(first.start, tokens[until - 1].end, kind, "capital within a sentence")
