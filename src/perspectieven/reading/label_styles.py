r"""How a line looks that says who speaks, and when.

White space is taken whole (``\s*+`` in a pattern) and never given back: two pieces that follow each other would share a
long row of it out in every way there is.
"""

import re

from perspectieven.reading.emphasis import OFF, ON

_TIME = r"(?:\d{1,2}:\d{1,2}:\d{1,2}|\d{1,2}:\d{2})(?:[.,]\d{1,3})?"
_BEFORE, _AFTER = (
    rf"[\[(<#]?(?P<{name}>{_TIME})(?:\s*(?:-->|-|\u2013)\s*(?P<{name}_end>{_TIME}))?[\])>#]?"
    for name in ("before", "after")
)
_OPEN = r"(?:\*{1,3}|__?|(?:<\w+>)+|\[)?"
_CLOSE = r"(?:\*{1,3}|__?|(?:</\w+>)+|\])?"
_NAME = rf"(?P<label>[^\W\d_](?:[^:\n\t<>*\[\]{{}}{ON}{OFF}]{{0,80}}?[^\s:<>*\[\]{{}}({ON}{OFF}])?)"
_SIGN = r"(?:\s*[-\u2013|,])?"
"""What some programs put between a name and a time."""

_PARTICLE = r"(?:[Vv]an|[Vv]on|de|den|der|het|'t|ten|ter|te|[EeAa]l|da|dos|la|le|d')"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PERSON = rf"(?:{_PARTICLE}\s+)*{_CAPITAL}[\w'\u2019.-]*(?:\s+(?:{_PARTICLE}|{_CAPITAL}[\w'\u2019-]*\.?)){{0,6}}"
_TITLE = r"De [hH]eer|Meneer|Mevrouw|Mevr\.|Mw\.|Dhr\."
_OFFICE = rf"{_TITLE}|(?:De )?(?:[Ww]ethouder|[Mm]inister|[Ss]taatssecretaris|[Bb]urgemeester)"
_CHAIR = r"De (?:(?:plaatsvervangend|waarnemend|plv\.|fungerend) )?(?:voorzitter|griffier|secretaris|burgemeester)"
_PARTY = r"\((?=[^\W\d_])[^()]{1,60}\)"

STYLES: dict[str, re.Pattern[str]] = {
    "colon": re.compile(
        rf"^\s*+(?:(?:[-\u2013•]|>>)\s++)?(?:{_BEFORE}(?:\s*[-\u2013:])?\s++)?{_OPEN}\s*+{_NAME}\s*+{_CLOSE}"
        rf"\s*+(?:{_AFTER})?\s*+{_CLOSE}\s*+:{_CLOSE}(?![/\d])\s*(?P<text>.*)$"
    ),
    "stamp": re.compile(rf"^\s*+{_OPEN}{_NAME}{_CLOSE}{_SIGN}\s++{_AFTER}\s*+{_CLOSE}(?P<text>)$"),
    "stamp first": re.compile(rf"^\s*+{_BEFORE}{_SIGN}\s++{_OPEN}{_NAME}{_CLOSE}\s*+(?P<text>)$"),
    "tab": re.compile(
        rf"^\s*+(?:{_BEFORE}\t++\s*+)?{_OPEN}{_NAME}{_CLOSE}\t++\s*+(?:{_AFTER}\t++\s*+)?(?P<text>\S.*)$"
    ),
    "set apart": re.compile(
        rf"^\s*+(?:{_BEFORE}\s++)?{ON}\s*+{_NAME}(?<![.!?])\s*+:?\s*+{OFF}\s*+(?:{_AFTER})?\s*+:?\s*+(?P<text>.*)$"
    ),
    "alone": re.compile(rf"^\s*+{_NAME}(?<![.!?])\s*+(?P<text>)$"),
    "minutes": re.compile(
        rf"^\s*(?P<label>(?:(?:{_OFFICE})\s+{_PERSON}|{_CHAIR})(?:\s+{_PARTY})?|(?={_CAPITAL}){_PERSON}\s+{_PARTY})"
        r"\.(?:\s+(?P<text>.*))?$"
    ),
    "dash": re.compile(rf"^\s*+(?:{_BEFORE}\s++)?{_OPEN}{_NAME}{_CLOSE}\s++[-\u2013\u2014]\s++(?P<text>\S.*)$"),
}
"""The ways in which people write who speaks, in order of preference."""

TIME_ALONE = re.compile(rf"\s*{_BEFORE}\s*")
"""A line with a time only; who speaks stands on the next."""
_F4_TIME = re.compile(r"#(\d{2}:\d{2}:\d{2}-\d)#")
_MARK = re.compile(rf"\s*(?:{_F4_TIME.pattern}|\[{_TIME}\])")
"""A time inside what is said: as f4transkript writes it, or between square brackets."""
_FIRST = re.compile(rf"\s*(?:\[(?P<at>{_TIME})\]|\((?P<at_round>{_TIME})\))\s*")
_LAST = re.compile(rf"\[({_TIME})\]\s*$")


def take_times(text: str) -> tuple[str, float | None, float | None]:
    """Take the times out of what somebody says, and tell when it starts and ends as far as they say so.

    A time in brackets is a start before the words and an end behind them; between them it only goes. Those of
    f4transkript (``#00:00:03-4#``) stand at the end of a passage, and the last one counts.

    Examples
    --------
    >>> take_times("[00:01:02] Ja. [00:01:04] Nou ja. [00:01:09]")
    ('Ja. Nou ja.', 62.0, 69.0)
    >>> take_times("Goed. #00:00:09-1# Hoor. #00:01:00-0#")
    ('Goed. Hoor.', None, 60.0)
    """
    first, last, f4 = _FIRST.match(text), _LAST.search(text), _F4_TIME.findall(text)
    start_s = parse_seconds(first["at"] or first["at_round"]) if first else None
    text = text[first.end() :] if first else text
    end = f4[-1].replace("-", ".") if f4 else last[1] if last and text else None
    return _MARK.sub("", text).strip(), start_s, parse_seconds(end) if end else None


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
