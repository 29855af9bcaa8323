"""Telephone numbers and BSNs that are told in pieces, with talk between them, or that are not finished.

A piece is a row of figures with no more than a pause in it. Pieces with nothing between them but what people say while
they dictate (*ja*, *nee*, *wacht even*, *en dan*) are one number: *nul zes, ja, negenentwintig, nee, achtentwintig*.
Pieces with no more than a correction between them become one finding; longer talk between them stays.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import COUNTING, FIGURE, FIGURES, NEXT_FIGURE, PAUSE, read_figures

_PIECE = re.compile(rf"(?<![\w.,:/\-\u20ac])(?:plus )?{FIGURE}(?:{NEXT_FIGURE})*(?![:/%]\d|%)")
_OPENS = re.compile(r"plus |nul\b|nulzes\b|06\d\d\b|0\d{0,3}\b")
_SAID = (
    rf"(?:{PAUSE}|ja hoor|ja|nee|nou|nou ja|tja|poeh|pff?|oke|okay|wacht|even|effe|effen|momentje|kijken|"
    r"en|dan|toen|daarna|daarachter|nog|"
    r"streepje|dus|he|hoor|sorry|pardon|ik bedoel|is het|was het|dat is|het is|denk ik|dacht ik|geloof ik|volgens mij|"
    r"(?:zei|zeg|zegt) (?:ik|je|hij|ze|zij|ie)|(?:nog |ergens )?iets (?:met|van)|ergens|"
    r"een|zoveel|dinges|puntje puntje|ofzo|of zo)"
)
_BETWEEN = re.compile(rf"[\s,.?!\-\u2013\u2026]*(?:{_SAID}(?:[\s,.?!\-\u2013\u2026]+)){{0,7}}")
_ASIDE = re.compile(
    rf"[^.?!\d]{{3,45}}[ ,](?:en dan|dan|daarna|en toen|daarachter)(?:,? {PAUSE})*,? "
    r"(?:(?:dan|nog|komt|iets met|iets van) )*"
)
"""Something said between two pieces, as *ja dat is Terneuzen*, that ends in what leads to the next."""
_CORRECTION = re.compile(
    rf"[\s,.?!\-\u2013\u2026]*(?:(?:nee|{PAUSE}|poeh|pff?|sorry|wacht)[\s,.?!\-\u2013\u2026]+){{0,2}}"
)
_LONG_ASIDE = re.compile(r"[^?!\d]{3,45}[ .\u2026]")
"""Something said between two pieces, of which the second is long or makes a whole number with the first."""
_COMMAS = re.compile(r",[^.?!]{3,40}, ")
"""Something said between two pieces, of which the second is a row of three or more."""
COUNTED = re.compile(
    r" ?(?:[\u20ac%]|(?:euro|uur|jaar|jaren|keer|maal|maanden|weken|dagen|minuten|procent|graden|kilo|kilometer|meter|"
    r"mensen|kinderen|man|cijfers?|getallen|dingen|nummers|punten|stuks|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december)\b)"
)
"""What is counted by a number before it, so that it is no figure of another."""
_OF_PHONE = re.compile(
    r"\b(?:\w*nummer|telefoon\w*|mobiel\w*|(?:terug|op|af|na)?(?:bellen|belde|belt?|gebeld)|appen|appte?|appt|app|"
    r"bereik\w*|tikkie|sms\w*|06|tel|kengetal|netnummer|briefje|kaartje|noteer|opgeschreven)\b"
)
_NEAR = 60
"""How far from a number it may be said what it is, in code points."""
_FAR = 80
_OF_BSN = re.compile(r"(?:\bbsn|burgerservice|\bsofi)(?:[- ]?(?:nummer|nr))?\b[^.?!\d]*$")
_IS_PHONE = re.compile(
    r"\b(?:(?:mijn|m'n|haar|d'r|zijn|z'n|hun|ons|jouw|je) (?:oude |nieuwe |vaste )?nummer (?:is|was)|"
    r"(?:prive|telefoon|tel|doorkies|mobiele?|huis|06|vaste?)[- ]?(?:nummer|nr)|"
    r"mobiel(?:tje)?|06|"
    r"(?:terug|op)?(?:bellen|belde|belt?|gebeld)(?: [^\W\d_]+){0,3} (?:op|naar))"
    rf"(?:[\s,:]+(?:is|was|dat|het|van|hem|haar|mij|eronder|erbij|{PAUSE}|dus|nu|toen))*[\s,:]+$"
)
_TO_CALL = re.compile(r" (?:(?:op|in|dan|eens|even|maar) ?)*(?:bellen|draaien|intoetsen)\b")
_UNFINISHED = re.compile(
    r"[\s,]+(?:(?:en|dan|toen) )*(?:nog (?:wat|iets|\w+ (?:cijfers?|getallen))\b|(?:ben|was) ik (?:het|hem) kwijt|"
    r"(?:weet|wist) ik (?:het|hem)|de rest\b|mis ik\b|houdt? het op|puntje puntje|zoveel\b)"
)
_NOG_WAT = re.compile(r"(?: |\.\.\. ?|\u2026 ?)nog (?:wat|iets)\b(?! met)")
_ENDS = re.compile(rf"\s*(?:[,.?!\u2026]|$|(?:{_SAID}|{FIGURE})\b)")
_TIME_OR_DATE = re.compile(r"\d\d?[.:]\d\d|\d\d?[-./]\d\d?(?:[-./](?:\d\d){1,2})?")
_DAY = r"\d\d?[-./]\d\d?[-./](?:19|20)?\d\d"
_DATE = re.compile(rf"\d\d?[-./]\d\d?[-./](?:19|20)\d\d\b|{_DAY}[ \-\u2013]+{_DAY}$")
FOR_EVERYBODY = re.compile(r"(?:nul|0) ?(?:(?:acht|negen) ?honderd|(?:acht|negen) nul nul|800|90[069])")
"""How numbers begin that are for everybody: *nul achthonderd*."""
_MOST = 16
"""How many figures a number has at most, with what was said twice."""


class Piece(NamedTuple):
    """A row of figures: where it is, and which figures it says."""

    start: int
    end: int
    figures: str


def find_told_numbers(folded: str) -> Iterator[Finding]:
    """Find the pieces of telephone numbers and of BSNs."""
    pieces = tuple(read_pieces(folded))
    done = 0
    for at, piece in enumerate(pieces):
        if piece.start < done:
            continue
        told = go_on(folded, pieces[at:])
        kind = _kind(folded, told, is_again=bool(done) and piece.start - done < _NEAR)
        if kind is None:
            continue
        for start, end in join(folded, told):
            more = _NOG_WAT.match(folded, end)
            done = more.end() if more else end
            yield Finding(start, done, kind, "told in pieces")


def join(folded: str, told: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Return where pieces start and end, as one where no more than a correction is between them."""
    start = told[0].start
    for last, piece in pairwise(told):
        if not _CORRECTION.fullmatch(folded, last.end, piece.start):
            yield start, last.end
            start = piece.start
    yield start, told[-1].end


def _kind(folded: str, told: Sequence[Piece], *, is_again: bool) -> Kind | None:
    """Return of what kind a number is that is told in some pieces, if of any; after another it may be that again."""
    start = told[0].start
    if sum(len(piece.figures) for piece in told) == 9 and _OF_BSN.search(folded, max(0, start - _FAR), start):
        return Kind.BSN
    if _OPENS.match(folded, start):
        return Kind.PHONE if _is_phone(folded, told, is_told=is_again) else None
    if _OF_BSN.search(folded, max(0, start - _FAR), start) and _UNFINISHED.match(folded, told[-1].end):
        return Kind.BSN if sum(len(piece.figures) for piece in told) > 3 else None
    is_called = _TO_CALL.match(folded, told[-1].end) or _IS_PHONE.search(folded, max(0, start - _NEAR), start)
    return Kind.PHONE if is_called and _is_local(folded, told) else None


def read_pieces(folded: str) -> Iterator[Piece]:
    """Read all rows of figures in a text but times, dates and the article *een*."""
    for found in _PIECE.finditer(folded):
        read = list(read_figures(folded, *found.span()))
        if found[0].endswith("een") and not _ENDS.match(folded, found.end()) and read[-1][1].endswith("1"):
            del read[-1]
        if read and not _TIME_OR_DATE.fullmatch(found[0]) and not _DATE.match(found[0]):
            end, figures = read[-1]
            yield Piece(found.start(), end, figures)


def go_on(folded: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the first of some pieces with those that belong to the same number."""
    n_figures = len(pieces[0].figures)
    for at, (last, piece) in enumerate(pairwise(pieces), 1):
        n_figures += len(piece.figures)
        is_long = len(piece.figures) > 5 or (n_figures == 10 and len(piece.figures) > 2)
        leads = [_BETWEEN, _ASIDE, *[_COMMAS] * (_n_words(folded, piece) > 2), *[_LONG_ASIDE] * is_long]
        is_next = any(lead.fullmatch(folded, last.end, piece.start) for lead in leads)
        is_more = len(piece.figures) > 1 or _ENDS.match(folded, piece.end)
        if not is_next or not is_more or n_figures > _MOST or COUNTED.match(folded, piece.end):
            return pieces[:at]
    return pieces


def _n_words(folded: str, piece: Piece) -> int:
    return sum(1 for _ in FIGURES.finditer(folded, piece.start, piece.end))


def _is_phone(folded: str, told: Sequence[Piece], *, is_told: bool) -> bool:
    """Say whether pieces of which the first opens with a zero are of a telephone number."""
    figures = "".join(piece.figures for piece in told)
    start, end = told[0].start, told[-1].end
    if len(figures) < 3 or figures.startswith("00") or COUNTING.startswith(figures):
        return False
    if (
        FOR_EVERYBODY.match(folded, start)
        or sum(re.fullmatch("0[1-57-9]", piece.figures) is not None for piece in told) > 1
    ):
        return False
    if is_told or _OF_PHONE.search(folded, max(0, start - _NEAR), start) or _UNFINISHED.match(folded, end):
        return not COUNTED.match(folded, end)
    is_long = len(figures) > 8 and not re.match(r"0\b", folded[start:end])  # *0-1 0-2 0-3* are scores
    return is_long or (len(figures) > 5 and (figures.startswith("06") or len(told) > 1))


def _is_local(folded: str, told: Sequence[Piece]) -> bool:
    """Say whether pieces of which the first opens with no zero have what a number without its area code has."""
    if sum(_n_words(folded, piece) for piece in told) < 3 or COUNTED.match(folded, told[-1].end):
        return False
    return sum(len(piece.figures) for piece in told) > 3
