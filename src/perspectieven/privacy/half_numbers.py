"""Numbers of which only the begin or the end is said: *mijn bsn eindigt op acht negen*, *het begint met 06 41*."""

import re
from collections.abc import Iterator, Sequence

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import PAUSE, has_any
from perspectieven.privacy.told_numbers import COUNTED, Piece, go_on, join, read_pieces

_CUES = ("eindig", "begin", "begon", "laatste", "eerste", "het eind", "achteraan", "vooraan")
_HALF_BEFORE = re.compile(
    r"\b(?:(?:eindig\w*|begin(?:t|nen|nend)?|begon(?:nen)?)(?: (?:het|die|dat|ie|hij|ze|allemaal|dus|ook|bij \w+))*"
    r" (?:op|met)"
    r"|(?:laatste|eerste)(?: (?:twee|drie|vier|vijf|zes|paar|[2-6]))? (?:cijfers?|getallen)"
    r"(?: van (?:\w+ )?\w+)?(?: (?:is|zijn|waren|was))?"
    r"|(?:laatste|eerste) (?:drie|vier|vijf|zes|[3-6]) (?:zijn|waren))"
    rf"(?:[ ,:]+(?:{PAUSE}|ja|dus|ook|gewoon|volgens mij|geloof ik|dacht ik|iets met|een|de|het|twee keer))*[ ,:]+$"
)
_HALF_AFTER = re.compile(
    r",? (?:(?:is|zijn|waren|was) (?:het begin|het einde?|de (?:eerste|laatste)(?: \w+)? (?:cijfers|getallen))|"
    r"(?:op|aan) het einde?\b|als (?:laatste|eerste)(?: \w+)? (?:cijfers|getallen)|achteraan\b|vooraan\b)"
)
_WHAT = (
    (Kind.BSN, re.compile(r"\bbsn\b|\bburgerservice\w*|\bsofi\w*")),
    (Kind.IBAN, re.compile(r"\b(?:bank)?rekening(?:nummer)?\b|\biban\b|\bbanknummer\b")),
    (Kind.ADDRESS, re.compile(r"\bpostcode\b")),
    (
        Kind.PHONE,
        re.compile(
            r"\b(?:(?:telefoon|mobiele?|prive|doorkies|06)?[- ]?nummer|telefoon|mobiel|06|nul zes|"
            r"(?:terug|op)?(?:bel|bellen|belde|belt|gebeld)|app|appen|appt|appte)\b"
        ),
    ),
)
_ARTICLE = re.compile(r"een ")
_FAR = 90
"""How far before a number it may be said what it is, in code points."""


def find_half_numbers(folded: str) -> Iterator[Finding]:
    """Find the begin or the end of a number that was named before."""
    if not has_any(folded, _CUES):
        return
    pieces = tuple(read_pieces(folded))
    for at, piece in enumerate(pieces):
        told = go_on(folded, pieces[at:])
        before, end = max(0, piece.start - _FAR), told[-1].end
        is_half = _HALF_BEFORE.search(folded, before, piece.start) or _HALF_AFTER.match(folded, end)
        kind = _what(folded, before, piece.start) if is_half and _says_something(folded, told) else None
        if kind:
            yield from (Finding(*span, kind, "half a number") for span in join(folded, told))


def _what(folded: str, start: int, end: int) -> Kind | None:
    """Return of what kind the number is that was named last in a part of a text."""
    named = [(found.end(), kind) for kind, cue in _WHAT for found in cue.finditer(folded, start, end)]
    return max(named)[1] if named else None


def _says_something(folded: str, told: Sequence[Piece]) -> bool:
    """Say whether pieces are more than one figure or the *06* of everybody, and count nothing."""
    figures = told[0].figures
    if _ARTICLE.match(folded, told[0].start):  # *met een zeven*
        figures = figures[1:]
    return len(figures) > 1 and figures != "06" and not COUNTED.match(folded, told[-1].end)
