"""How far a name goes: *uitzendbureau startkabel*, *schinkel lyceum*, *HV Olympos '84*, *van dijk en zonen*."""

import re
from collections.abc import Iterator, Sequence

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    AREA_ENDS,
    ARTICLES,
    CALLED_ENDS,
    FOREIGN_ARTICLES,
    KIN,
    NEVER_A_NAME,
    NOT_CALLED,
    ORGANISATIONS,
    PLAIN,
    PRONOUNS,
    SCHOOL_ENDS,
    SCHOOLS,
    TITLES,
    USUAL_PLACES,
)
from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_rarely_said, is_said_often, places, surnames
from perspectieven.privacy.tokens import Token

_GROWS = frozenset((Kind.SCHOOL, Kind.ORGANISATION))
_TOO_COMMON = frozenset("team project fonds welzijn therapie".split())
"""What a name may be of, said too often without one to look behind it for a name."""
_NOT_BEFORE = PLAIN | frozenset(
    "huis thuis groep zaak winkel bar centrum gemeente kapper bakker voedselbank politiebureau "
    "ouderavond middelbare speciaal brede dagopvang hogeschool universiteit".split()
)
_BEHIND = frozenset(
    "noord zuid oost west lyceum college mbo vmbo isk basisschool mavo gymnasium praktijkschool".split()
)
_BESIDE = (Kind.SCHOOL, Kind.ORGANISATION, Kind.NEIGHBOURHOOD)
_INSTEAD = frozenset("nee of en naar oh wacht sorry eh uh bedoel".split())
_NO_NAME = NEVER_A_NAME | USUAL_PLACES | KIN | TITLES
_AFTER = NEVER_A_NAME | NOT_CALLED | PRONOUNS | ARTICLES | frozenset("sorry eh uh bij volgens allebei geloof".split())
"""What goes on with the sentence behind a name."""
_LEVELS = frozenset("mbo vmbo havo vwo hbo".split())
_SHORT_FORM = re.compile(r"[a-z]{3,4}|[bcdfghjklmnpqrstvwxz]{2}")
_CLUB = re.compile(r"[a-z]?(?:vv|sv|sc|fc|hc|bc|kv|tc|zv|av|mhc|hv)")
"""What clubs are: *voetbalvereniging* and the like, with a letter of their own."""
_BEHIND_PLACE = frozenset("groep college lyceum gymnasium mavo".split())
_YEAR = re.compile(r" ['\u2019]\d\d(?!\d)")
_JOINING = frozenset("en met op in voor onder bij aan".split())
_JOINED = (_JOINING - {"in", "onder"}) | frozenset("van der den de het 't of and".split())
"""Small words within a name, of which both sides were found: *fier en sterk*; what *in* has behind it is a place."""
_SMALL_WORD = re.compile(r" ('?[a-z]{1,4}) ")
_FIRM = frozenset("zonen zoon zn dochters co partners".split())
_TAILS = frozenset(
    "jeugd gezin zorg thuiszorg jeugdzorg jeugdhulp zorggroep welzijn plus direct kids junior bv foundation techniek "
    "zwemles advies coaching hulpverlening kinderopvang opvang jongerenwerk begeleiding catering groep".split()
)
"""Words with which names of organisations end."""
_TAILS_BEHIND_AND = _TAILS | {"meer", "wonen"}
_NUMBER = re.compile(
    r" \d{1,4}(?![\d.,:]*\d)(?! (?:jaar|jaren|euro|uur|uren|keer|weken|week|maanden|maand|dagen|dag|kinderen|mensen)\b)"
)
"""What a club or a centre has behind its name, and counts nothing: *zwaluwen 09*, *club 71*."""


def grow(text: str, tokens: Sequence[Token], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Return findings of schools and organisations with what belongs to their names on either side.

    A name of a person behind a word such as *garage* is that of the garage too.
    """
    yield from _joined(text, tokens, findings)
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at for at, token in enumerate(tokens)}
    for finding in findings:
        first, last = starts.get(finding.start), ends.get(finding.end)
        if first is None or last is None or finding.kind not in (*_BESIDE, Kind.PERSON, Kind.PLACE):
            continue
        start, end = _reach(tokens, first, last, finding.kind)
        if finding.kind in _BESIDE and not tokens[last].is_capital:
            yield from _said_beside(tokens, end, finding.kind)
        if finding.kind not in _GROWS and (start, end) == (first, last):
            continue
        until = tokens[end].end
        number = _YEAR.match(text, until) or (_NUMBER.match(text, until) if finding.kind == Kind.ORGANISATION else None)
        until = number.end() if number else until
        if start != first or until != finding.end:
            kind = finding.kind if finding.kind in _GROWS else Kind.ORGANISATION
            yield Finding(tokens[start].start, until, kind, "all of a name")


def _joined(text: str, tokens: Sequence[Token], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Find names of which only a small word in the middle was not found: *fier en sterk*, *House of Praise*."""
    starts = {token.start: token for token in tokens}
    named = sorted((finding.start, finding.end) for finding in findings if finding.kind == Kind.ORGANISATION)
    ends = dict(named)
    for start, end in named:
        small = _SMALL_WORD.match(text, end)
        if not small or small[1] not in _JOINED or small.end() not in ends or small.end() not in starts:
            continue
        behind = starts[small.end()]
        for_sure = small[1] in ("of", "and", "van") or not (behind.is_capital or small[1] == "en")
        if for_sure or _are_plain(text[start:end], behind):
            yield Finding(start, ends[small.end()], Kind.ORGANISATION, "all of a name")


def _are_plain(before: str, behind: Token) -> bool:
    """Say whether *en* joins two ordinary words, and no two names."""
    return is_ordinary(before.split(" ")[-1].lower()) and is_ordinary(behind.word)


def _reach(tokens: Sequence[Token], first: int, last: int, kind: Kind) -> tuple[int, int]:
    """Return the first and the last word of a name."""
    if kind == Kind.NEIGHBOURHOOD:
        return first, last
    if kind == Kind.PLACE:
        return _around_place(tokens, first, last)
    return _start(tokens, first, last, kind), _end(tokens, last, kind)


def _said_beside(tokens: Sequence[Token], last: int, kind: Kind) -> Iterator[Finding]:
    """Find what is said to be meant instead of a name in small letters, or beside it: *nee unicum*, *of de pijler*."""
    place = last + 1
    while place < len(tokens) and tokens[place].word in _INSTEAD and tokens[place].between.strip(" ,") == "":
        place += 1
    said = {token.word for token in tokens[last + 1 : place]}
    article = place < len(tokens) - 1 and tokens[place].word in ARTICLES
    place += article
    if said.isdisjoint(("nee", "of", "en", "naar")) or place >= len(tokens) or tokens[place].between != " ":
        return
    token = tokens[place]
    behind = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].between == " " else None
    goes_on = behind is not None and behind.word not in _AFTER and not is_verb_form(behind.word)
    is_rare = is_rarely_said(token.word) if article else not (is_said_often(token.word) or is_verb_form(token.word))
    plain = token.is_capital or len(token.word) < 4 or is_familiar(token.word) or is_spoken(token.word)
    if is_rare and not (plain or goes_on or token.word in _NO_NAME) and ("nee" in said or article):
        yield Finding(token.start, token.end, kind, "beside a name")


def _start(tokens: Sequence[Token], first: int, last: int, kind: Kind) -> int:
    """Return the first word of a name: what says what it is of, or the article of a word in small letters."""
    place = start = first
    if place and tokens[place - 1].word in ARTICLES and tokens[place].between == " ":
        place -= 1
        start = place if first == last and kind in _GROWS and _is_common(tokens[first]) else first
    elif place > 1 and kind in _GROWS and _joins(tokens, place - 1):
        place = start = place - 2
    if place and kind in _GROWS and tokens[place - 1].word in FOREIGN_ARTICLES and tokens[place].between == " ":
        place = start = place - 1
    if kind == Kind.PERSON:
        while place and len(tokens[place - 1].word) == 1 and tokens[place].between.strip(" ") == ".":
            place -= 1
            start = place
    while place and tokens[place].between in (" ", ' "', " \u2018", " '") and _says_what(tokens[place - 1].word):
        place -= 1
        start = place
    if kind in _GROWS and place and tokens[place].between == " " and _is_short_form(tokens[place - 1].word):
        start = place - 1
    return start


def _is_short_form(word: str) -> bool:
    """Say whether a word is letters that a school or a club has before its name: *mbo*, *csw*, *wvv*."""
    is_name = word in first_names() or word in surnames() or word in KIN or word in TITLES
    said = is_name or is_ordinary(word) or is_familiar(word) or is_spoken(word)
    is_short = _SHORT_FORM.fullmatch(word) is not None
    return word in _LEVELS or (is_short and not said)


def _around_place(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the first and the last word of what is called after a place: *wvv lelystad*, *de hoenderloo groep*."""
    clubs = first and tokens[first].between == " " and _CLUB.fullmatch(tokens[first - 1].word) is not None
    behind = last + 1 < len(tokens) and tokens[last + 1].between == " " and tokens[last + 1].word in _BEHIND_PLACE
    return first - bool(clubs), last + behind


def _is_common(token: Token) -> bool:
    """Say whether a name is a word in small letters, of which an article makes a name: *op de vlinder*."""
    says_it = _says_what(token.word) or token.word.endswith(SCHOOL_ENDS)
    return not token.is_capital and (is_known(token.word) or is_said_often(token.word)) and not says_it


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small word joins two ordinary words with capitals to one name: *Kamers met Kansen*."""
    if not 0 < at < len(tokens) - 1 or tokens[at].word not in _JOINING:
        return False
    beside = tokens[at - 1], tokens[at + 1]
    return tokens[at].between == " " == tokens[at + 1].between and all(map(_is_plain, beside))


def _is_plain(token: Token) -> bool:
    """Say whether a word with a capital is an ordinary word, no first name or place, and not known to everybody."""
    word = token.word
    is_name = is_familiar(word) or word in first_names() or word in places()
    return token.is_capital and not token.opens and is_ordinary(word) and not is_name


def _says_what(word: str) -> bool:
    """Say whether a word says what a name behind it is of: *uitzendbureau*, *jachtwerf*, *zmlk*."""
    listed = word in ORGANISATIONS or word in SCHOOLS or word in _TOO_COMMON
    return (listed or (word.endswith((*CALLED_ENDS, *SCHOOL_ENDS)) and len(word) > 6)) and word not in _NOT_BEFORE


def _end(tokens: Sequence[Token], last: int, kind: Kind) -> int:
    """Return the last word of a name."""
    unknown = not is_ordinary(tokens[last].word)
    while last + 1 < len(tokens) and tokens[last + 1].between == " " and kind in _GROWS:
        word = tokens[last + 1].word
        if word not in _BEHIND and not (unknown and (word in ORGANISATIONS or word in SCHOOLS)):
            break
        last += 1
    if kind == Kind.ORGANISATION and last + 1 < len(tokens) and tokens[last + 1].between == " ":
        last += tokens[last + 1].word in _TAILS or _is_cut_off(tokens, last)
    if last + 2 < len(tokens) and tokens[last + 1].word == "en":
        behind = tokens[last + 2].word
        if behind in _FIRM or (kind == Kind.ORGANISATION and behind in _TAILS_BEHIND_AND):
            return last + 2
    if kind == Kind.ORGANISATION and _are_partners(tokens, last):
        return last + 2
    if kind in _GROWS and _joins(tokens, last + 1):
        return last + 2
    return last + 3 if kind in _GROWS and _is_located(tokens, last) else last


def _is_cut_off(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a name in small letters cannot end where it was found to end: *toko*, *jong en*."""
    word, behind = tokens[last].word, tokens[last + 1].word
    cannot_end = word in _JOINED or _says_what(word)
    return (
        not tokens[last].is_capital and cannot_end and not (behind in _AFTER or is_verb_form(behind) or behind in KIN)
    )


def _are_partners(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a firm in small letters is called after two people: *bij bakker en smit*."""
    behind = tokens[last + 1 : last + 3]
    if len(behind) < 2 or behind[0].word != "en" or tokens[last].word not in surnames() or tokens[last].is_capital:
        return False
    partner = behind[1].word
    return partner in surnames() and not (is_verb_form(partner) or partner in _AFTER or is_spoken(partner))


def _is_located(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a name goes on with what it lies at, no street: *Sint Rosa aan de Geul*."""
    behind = tokens[last + 1 : last + 4]
    if len(behind) < 3 or behind[0].word != "aan" or behind[1].word not in ARTICLES:
        return False
    at = behind[2]
    if any(token.between not in (" ", " '") for token in behind) or at.word.endswith(AREA_ENDS):
        return False
    return at.is_capital or (is_rarely_said(at.word) and not tokens[last].is_capital)
