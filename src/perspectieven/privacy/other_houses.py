"""Numbers of houses that are told after an address: *of nee, veertien*, *wij zitten op 33*, *en dan de c*."""

import re
from collections.abc import Iterator

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.house_numbers import HOUSE, NUMBER_WORD
from perspectieven.privacy.numbers import PAUSE

_STOPS = (
    r"(?=\s*(?:[,.?!\u2026;]|$)|,? (?:en|dat|die|dus|maar|want|ja|eh|ik|we|wij|ze|zij|daar|dan|toen|of|is|was|geloof|"
    r"denk)\b)"
)
_DOUBT = rf"(?:{PAUSE}|geloof ik|denk ik|dacht ik|wacht|was het|is het|toch|nummer|op|het was|ook)"
_OR = re.compile(rf" of (?P<house>{HOUSE}){_STOPS}")
_OR_ANOTHER = re.compile(
    rf"(?:[ ,.]+{_DOUBT})*[ ,.]+(?:en |maar )?(?:of|nee|niet|sorry|ik bedoel)(?:[ ,]+(?:nee|{_DOUBT}))*[ ,]+"
    rf"(?P<house>{HOUSE}){_STOPS}"
)
_LETTER_BEHIND = re.compile(
    r",? (?:en |dan |met |nog )+(?:(?:de|een) )?(?:letter )?(?P<house>[a-h])(?: van [^\W\d_]{3,})?\b(?!')"
)
_UNTIL = re.compile(rf" (?:tot en met|t/m) (?P<house>{HOUSE})")
_NUMBER_BEHIND = re.compile(rf"[^?!\d]{{1,40}}?\b{NUMBER_WORD}(?P<house>{HOUSE})")
_AND_THERE = re.compile(
    r"\b(?:zit|zat|zaten|zitten|woon|woont|woonde|woonden|wonen|stuu?r\w*|bezorg\w*|gebracht|brengen|aanbellen|aangebeld|"
    r"ingeschreven)\b[^.?!\d]{0,25}? (?:op|naar|bij|van)(?: nummer)? "
    rf"(?P<house>{HOUSE}){_STOPS}"
)
_FAR = 180
"""How far after an address somebody may say of another house that it is lived in, in code points."""


def find_other_houses(folded: str, end: int) -> Iterator[Finding]:
    """Find what is said of houses after a street or a postcode that ends at a place in a text."""
    either = _OR.match(folded, end)
    if either:
        yield Finding(end + 1, either.end(), Kind.ADDRESS, "number of another house")
    for pattern in (_OR_ANOTHER, _UNTIL, _LETTER_BEHIND, _NUMBER_BEHIND):
        found = pattern.match(folded, end)
        if found:
            yield Finding(*found.span("house"), Kind.ADDRESS, "number of another house")
    for found in _AND_THERE.finditer(folded, end, end + _FAR):
        yield Finding(*found.span("house"), Kind.ADDRESS, "number of another house")
