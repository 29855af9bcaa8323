"""How a line looks that says who speaks, and when."""

import re

_TIME = r"(?:\d{1,2}:\d{1,2}:\d{1,2}|\d{1,2}:\d{2})(?:[.,]\d{1,3})?"
_BEFORE, _AFTER = (
    rf"[\[(<#]?(?P<{name}>{_TIME})(?:\s*(?:-->|-|\u2013)\s*(?P<{name}_end>{_TIME}))?[\])>#]?"
    for name in ("before", "after")
)
_OPEN = r"(?:\*{1,3}|__?|(?:<\w+>)+|\[)?"
_CLOSE = r"(?:\*{1,3}|__?|(?:</\w+>)+|\])?"
_NAME = r"(?P<label>[^\W\d_](?:[^:\n\t<>*\[\]{}]{0,80}?[^\s:<>*\[\]{}(])?)"

_PARTICLE = r"(?:[Vv]an|[Vv]on|de|den|der|het|'t|ten|ter|te|[EeAa]l|da|dos|la|le|d')"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PERSON = rf"(?:{_PARTICLE}\s+)*{_CAPITAL}[\w'\u2019.-]*(?:\s+(?:{_PARTICLE}|{_CAPITAL}[\w'\u2019-]*\.?)){{0,6}}"
_TITLE = r"De [hH]eer|Meneer|Mevrouw|Mevr\.|Mw\.|Dhr\."
_OFFICE = rf"{_TITLE}|(?:De )?(?:[Ww]ethouder|[Mm]inister|[Ss]taatssecretaris|[Bb]urgemeester)"
_CHAIR = r"De (?:(?:plaatsvervangend|waarnemend|plv\.|fungerend) )?(?:voorzitter|griffier|secretaris|burgemeester)"
_PARTY = r"\((?=[^\W\d_])[^()]{1,60}\)"

STYLES: dict[str, re.Pattern[str]] = {
    "colon": re.compile(
        rf"^\s*+(?:[-\u2013•]\s++)?(?:{_BEFORE}(?:\s*[-\u2013:])?\s++)?{_OPEN}\s*+{_NAME}\s*+{_CLOSE}"
        rf"\s*+(?:{_AFTER})?\s*+{_CLOSE}\s*+:{_CLOSE}(?![/\d])\s*(?P<text>.*)$"
    ),
    "stamp": re.compile(rf"^\s*{_OPEN}{_NAME}{_CLOSE}\s+{_AFTER}\s*(?P<text>)$"),
    "stamp first": re.compile(rf"^\s*{_BEFORE}\s+{_OPEN}{_NAME}{_CLOSE}\s*(?P<text>)$"),
    "tab": re.compile(rf"^\s*{_OPEN}{_NAME}{_CLOSE}\t+\s*(?P<text>\S.*)$"),
    "minutes": re.compile(
        rf"^\s*(?P<label>(?:(?:{_OFFICE})\s+{_PERSON}|{_CHAIR})(?:\s+{_PARTY})?|(?={_CAPITAL}){_PERSON}\s+{_PARTY})"
        r"\.(?:\s+(?P<text>.*))?$"
    ),
}
"""The ways in which people write who speaks, in order of preference."""

TIME_ALONE = re.compile(rf"\s*{_BEFORE}\s*")
"""A line with a time only; who speaks stands on the next."""
F4_TIME = re.compile(r"\s*#(\d{2}:\d{2}:\d{2}-\d)#")
"""The time at which a passage ends, as f4transkript writes it."""


def parse_seconds(stamp: str) -> float:
    """Read ``h:mm:ss``, ``mm:ss`` or plain seconds; a decimal comma is fine.

    Examples
    --------
    >>> parse_seconds("00:12:03,5"), parse_seconds("2:05"), parse_seconds("7.25")
    (723.5, 125.0, 7.25)
    """
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds
