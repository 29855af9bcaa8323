"""Schools, neighbourhoods, organisations and places: by the words around them, by how they end, by lists."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    AREAS,
    ARTICLES,
    BEFORE_STREET,
    BEHIND_NAME,
    CARE,
    NAMED_BEFORE,
    NAMED_BEHIND,
    NAMED_ENDS,
    NEVER_A_NAME,
    NO_ARTICLE,
    NO_NAME,
    OF_ANY,
    PLACE_ENDS,
    PLACES_FIRST,
    PLAIN,
    SAYS_WHAT,
    SCHOOL_ENDS,
    SCHOOL_NAMES,
    SCHOOLS,
    STRONG,
    TOWNS,
    WELL_KNOWN_AREAS,
)
from perspectieven.privacy.familiar import has_famous_pair, is_familiar, is_famous
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import (
    first_names,
    is_ordinary,
    is_said_often,
    place_openings,
    places,
    surnames,
    surnames_and_words,
)
from perspectieven.privacy.small_letters import find_in_small_letters, is_unknown
from perspectieven.privacy.tokens import Token, is_lower, read_word

_OF = ("van", "de", "der", "den")
_SONS = frozenset("zonen zoon zn zoons dochters".split())
_STAYS = AREAS | PLAIN
"""What is left before a name, in small letters."""


def find_institutions(text: str, tokens: Sequence[Token]) -> tuple[Finding, ...]:
    """Find schools, neighbourhoods, streets, organisations and places."""
    return tuple(_find(text, tokens))


def _find(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    uncased = is_lower(text)
    for at in _where_to_look(tokens, uncased=uncased):
        token = tokens[at]
        if token.word in SAYS_WHAT or (uncased and token.word.endswith(NAMED_ENDS)):
            yield from _named_after(tokens, at, uncased=uncased)
        yield from _by_ending(tokens, at, uncased=uncased)
        yield from _place(tokens, at, uncased=uncased)
        yield from _proper(tokens, at)
        yield from _behind_name(tokens, at, uncased=uncased)
        yield from _laan_of(tokens, at)
        yield from _known_area(tokens, at, uncased=uncased)
        yield from _and_sons(tokens, at)
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
    hint = _LOOK_BEHIND if word in ARTICLES else 0
    if word in BEHIND_NAME or word in ("laan", "plein"):
        hint |= _LOOK
    if word in WELL_KNOWN_AREAS or word == "noorden":
        hint |= _LOOK
    if word in _SONS:
        hint |= _LOOK
    if word == "bij" or (word == "dorp" or word == "buurt"):
        hint |= _LOOK_IF_UNCASED
    if word in ("sint", "st") or word in NAMED_BEFORE or word.endswith(NAMED_ENDS):
        hint |= _LOOK_IF_UNCASED
    if word in places() or (word in SCHOOL_NAMES):
        hint |= _LOOK_IF_UNCASED
    if word in CARE or (word.endswith(PLACE_ENDS) and len(word) > 7) or word.startswith(("oud-", "nieuw-")):
        hint |= _LOOK_IF_UNCASED
    if place_openings().get(word):
        hint |= _MAY_OPEN_PLACE
    if is_capital:
        hint |= _LOOK_IF_SHOWN
    is_place = word in places() and (not is_known(word) or word in PLACES_FIRST)
    if word in SAYS_WHAT or is_place or _ends_like_one(word):
        hint |= _LOOK
    return hint | (_LOOK_IF_UNCASED if is_unknown(word, spelled) else 0)


def _ends_like_one(word: str) -> bool:
    is_word = is_known(word) or is_said_often(word)
    return word.endswith((*SCHOOL_ENDS, *AREA_ENDS)) and (not is_word or word.startswith("muziek"))


def _behind_name(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find a school by the word behind its name: *Prinses Irene mavo*, *borgwijk school*."""
    token = tokens[at]
    if token.word not in BEHIND_NAME or token.is_capital or not at or token.between != " ":
        return
    first = at
    while first and tokens[first - 1].is_capital and not tokens[first - 1].opens and tokens[first].between == " ":
        first -= 1
    if uncased and is_unknown(tokens[at - 1].word, tokens[at - 1].spelled):
        first = at - 1
    word = tokens[first].word
    if first < at and not (is_familiar(word) or word.endswith("se") or tokens[first].is_short_form):
        yield Finding(tokens[first].start, token.end, Kind.SCHOOL, "name before what it is")


def _laan_of(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a street of three words and more: *laan van de mensenrechten*, *Plein van de Vrede*."""
    words = [token.word for token in tokens[at : at + 4]]
    if len(words) < 3 or words[0] not in ("laan", "plein") or words[1] not in ("van", "der"):
        return
    last = at + 2 + (words[2] in ("de", "het", "den"))
    is_name = words[0] == "laan" or tokens[at].is_capital
    if last < len(tokens) and is_name and not any(t.between.strip() for t in tokens[at + 1 : last + 1]):
        yield Finding(tokens[at].start, tokens[last].end, Kind.NEIGHBOURHOOD, "street of more words")


def _known_area(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find an area by the list: *de baarsjes*, *het Oude Noorden*."""
    token, before = tokens[at], tokens[at - 1].word if at else ""
    if token.word in WELL_KNOWN_AREAS and before != "een" and (uncased or token.is_capital):
        yield Finding(token.start, token.end, Kind.NEIGHBOURHOOD, "list of areas")
    elif token.word == "noorden" and before == "oude":
        yield Finding(tokens[at - 1].start, token.end, Kind.NEIGHBOURHOOD, "list of areas")


def _and_sons(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a firm by the family it is of: *bij van dijk en zonen*."""
    if tokens[at].word not in _SONS or at < 2 or tokens[at - 1].word not in ("en", "&"):
        return
    first = at - 2
    while first and tokens[first - 1].word in _OF and tokens[first].between == " " and at - first < 5:
        first -= 1
    name = tokens[at - 2]
    if name.is_capital or name.word in surnames_and_words():
        yield Finding(tokens[first].start, tokens[at].end, Kind.ORGANISATION, "of a family")


def _kind_of(word: str) -> Kind:
    return Kind.SCHOOL if word in SCHOOLS else Kind.NEIGHBOURHOOD if word in AREAS else Kind.ORGANISATION


def _named_after(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find the name behind a word that says what it is: *basisschool De Regenboog*, *de wijk lombok*."""
    kind, place = _kind_of(tokens[at].word), at + 1
    article = place < len(tokens) and tokens[place].word in ARTICLES
    stays = tokens[at].word in _STAYS and not (tokens[at].is_capital and not tokens[at].opens)
    first = place if stays else at
    place += article
    if place >= len(tokens) or any(tokens[p].between.strip(" \"'\u2018\u201c") for p in range(at + 1, place + 1)):
        return
    token = tokens[place]
    if uncased and (until := _of_family(tokens, at, place)):
        yield Finding(tokens[at].start, tokens[until - 1].end, kind, f"after {tokens[at].word}")
    if token.word in NEVER_A_NAME or is_familiar(token.word):
        return
    if token.is_capital:
        until = _capitals(tokens, place)
        yield Finding(tokens[first].start, tokens[until - 1].end, kind, f"after {tokens[at].word}")
    elif uncased and _is_bare(tokens, at, place):
        yield Finding(tokens[at].start, token.end, kind, f"after {tokens[at].word}")
    elif uncased and (
        not is_known(token.word)
        or (article and tokens[at].word in STRONG)
        or (tokens[at].word in NAMED_BEHIND and not is_verb_form(token.word))
    ):
        yield Finding(tokens[first].start, token.end, kind, f"after {tokens[at].word}")


def _of_family(tokens: Sequence[Token], at: int, place: int) -> int:
    """Return the token after a surname behind a word without an article, *bij slagerij van vliet*; 0 for none."""
    last = place
    while last + 1 < len(tokens) and tokens[last].word in _OF and tokens[last + 1].between == " ":
        last += 1
    bare = at and tokens[at - 1].word in ("bij", "van", "via") and tokens[at].word not in NO_ARTICLE
    listed = surnames() if last == place + 1 else surnames_and_words()
    return last + 1 if bare and last > place and tokens[last].word in listed else 0


def _is_bare(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Say whether a word without an article has a name behind it: *bij garage timmerman*, *van snackbar 't hoekje*."""
    before, name = tokens[at - 1].word if at else "", tokens[place].word
    if (
        before not in ("bij", "van", "naar", "in", "op", "via", "door")
        or tokens[at].word in NO_ARTICLE
        or len(name) < 4
    ):
        return False
    return not (name in NO_NAME or (name in places() and place == at + 1) or is_verb_form(name))


def _capitals(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a row of words with capitals, small words between them counted in."""
    until = at + 1
    while until < len(tokens) and not tokens[until].between.strip(" '\u2019-.&"):
        if "." in tokens[until].between and len(tokens[until - 1].word) > 2:
            break
        if tokens[until].is_capital and not tokens[until].opens:
            until += 1
        elif (
            tokens[until].word in ("van", "de", "der", "den", "het", "en", "'t", "aan", "op", "in", "bij")
            and until + 1 < len(tokens)
            and tokens[until + 1].is_capital
            and not tokens[until + 1].opens
            and tokens[until].word not in ("in", "op", "bij", "en", "aan")
        ):
            until += 2
        else:
            break
    return until


def _by_ending(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
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
        if word in (*SCHOOL_ENDS, *AREA_ENDS) or not head:
            if token.is_capital and not token.opens and at and tokens[at - 1].is_capital and not token.between.strip():
                first = at - 1
                while first and tokens[first].is_capital and tokens[first - 1].is_capital and not tokens[first].opens:
                    first -= 1
                if not tokens[first].opens or not is_known(tokens[first].word):
                    yield Finding(tokens[first].start, token.end, kind, "ends like one")
            continue
        if head == "muziek" and end in ("wijk", "buurt"):
            yield Finding(token.start, token.end, kind, "ends like one")
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
            common = is_known(name) and name not in PLACES_FIRST
            if common:
                taken = shown and before in (*TOWNS, "van", "tot")
            else:
                taken = shown or before in TOWNS or (uncased and len(name) > 4)
            if shown and not common and name in first_names() and before not in TOWNS:
                taken = False
        else:
            plain = part[0].word in ARTICLES and is_said_often(part[1].word)
            taken = part[-1].is_capital or not is_known(part[0].word) or (before in TOWNS and not plain)
        if taken:
            yield Finding(part[0].start, part[-1].end, Kind.PLACE, "list of places")
            return


def _said(tokens: Sequence[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _proper(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find other words with a capital within a sentence, as long as everybody does not know them."""
    token = tokens[at]
    behind_capital = bool(at) and tokens[at - 1].is_capital and not tokens[at - 1].opens and not token.between.strip()
    if not token.is_capital or token.opens or behind_capital:
        return
    until = _capitals(tokens, at)
    if until > at + 1 and not tokens[at + 1].is_capital and token.is_short_form:
        return
    around = [t.word for t in tokens[max(0, at - 2) : at + 3]]
    if any(is_famous(one.word, two.word) for one, two in pairwise(tokens[at:until])) or has_famous_pair(around):
        return
    part = [t for t in tokens[at:until] if t.word not in ARTICLES]
    if all(is_familiar(t.word) or t.is_short_form or (t.said.isupper() and is_ordinary(t.word)) for t in part):
        return
    behind_article = bool(at) and tokens[at - 1].word in ARTICLES and not token.between.strip()
    if behind_article and tokens[at - 1].word == "t" and (token.word in first_names() or is_verb_form(token.word)):
        return
    in_town = bool(at) and tokens[at - 1].word in TOWNS and not token.between.strip()
    unknown = len(part) > 1 or any(not is_known(t.word) for t in part)
    if behind_article or in_town or token.word in ARTICLES or unknown:
        kind = Kind.PLACE if {_said(part), _said(tokens[at:until])} & places().keys() else Kind.ORGANISATION
        is_part = behind_article and (tokens[at - 1].is_capital or tokens[at - 1].word == "t")
        first = tokens[at - 1] if is_part else token
        yield Finding(first.start, tokens[until - 1].end, kind, "capital within a sentence")
