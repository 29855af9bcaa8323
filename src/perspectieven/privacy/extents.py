"""How far a name goes: *uitzendbureau startkabel*, *schinkel lyceum*, *HV Olympos '84*, *van dijk en zonen*."""

import re
from collections.abc import Iterator, Sequence

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.cue_words import ARTICLES, CALLED_ENDS, ORGANISATIONS, PLAIN, SCHOOL_ENDS, SCHOOLS
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_said_often, places
from perspectieven.privacy.tokens import Token

_GROWS = frozenset((Kind.SCHOOL, Kind.ORGANISATION))
_NOT_BEFORE = PLAIN | frozenset(
    "huis thuis groep zaak winkel bar team centrum bureau gemeente kapper bakker voedselbank politiebureau "
    "ouderavond middelbare speciaal brede kinderopvang opvang dagopvang hogeschool universiteit".split()
)
_BEHIND = frozenset(
    "noord zuid oost west lyceum college mbo vmbo isk basisschool mavo gymnasium praktijkschool".split()
)
_YEAR = re.compile(r" ['\u2019]\d\d(?!\d)")
_JOINING = frozenset("en met op in voor onder bij aan".split())
_FIRM = frozenset("zonen zoon zn dochters co partners".split())


def grow(text: str, tokens: Sequence[Token], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Return findings of schools and organisations with what belongs to their names on either side.

    A name of a person behind a word such as *garage* is that of the garage too.
    """
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at for at, token in enumerate(tokens)}
    for finding in findings:
        first, last = starts.get(finding.start), ends.get(finding.end)
        if first is None or last is None or finding.kind not in (*_GROWS, Kind.PERSON):
            continue
        start, end = _start(tokens, first, last, finding.kind), _end(tokens, last, finding.kind)
        if finding.kind == Kind.PERSON and (start, end) == (first, last):
            continue
        until = tokens[end].end
        year = _YEAR.match(text, until)
        until = year.end() if year else until
        if start != first or until != finding.end:
            kind = finding.kind if finding.kind in _GROWS else Kind.ORGANISATION
            yield Finding(tokens[start].start, until, kind, "all of a name")


def _start(tokens: Sequence[Token], first: int, last: int, kind: Kind) -> int:
    """Return the first word of a name: what says what it is of, or the article of a word in small letters."""
    place = start = first
    if place and tokens[place - 1].word in ARTICLES and tokens[place].between == " ":
        place -= 1
        start = place if first == last and kind in _GROWS and _is_common(tokens[first]) else first
    elif place > 1 and kind in _GROWS and _joins(tokens, place - 1):
        place = start = place - 2
    while place and tokens[place].between in (" ", ' "', " \u2018", " '") and _says_what(tokens[place - 1].word):
        place -= 1
        start = place
    return start


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
    listed = word in ORGANISATIONS or word in SCHOOLS
    return (listed or (word.endswith((*CALLED_ENDS, *SCHOOL_ENDS)) and len(word) > 6)) and word not in _NOT_BEFORE


def _end(tokens: Sequence[Token], last: int, kind: Kind) -> int:
    """Return the last word of a name."""
    unknown = not is_ordinary(tokens[last].word)
    while last + 1 < len(tokens) and tokens[last + 1].between == " " and kind in _GROWS:
        word = tokens[last + 1].word
        if word not in _BEHIND and not (unknown and (word in ORGANISATIONS or word in SCHOOLS)):
            break
        last += 1
    if last + 2 < len(tokens) and tokens[last + 1].word == "en" and tokens[last + 2].word in _FIRM:
        return last + 2
    if kind in _GROWS and _joins(tokens, last + 1):
        return last + 2
    return last
