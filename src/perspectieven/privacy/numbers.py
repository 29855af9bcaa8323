"""Numbers in words, from 0 to 999 and as ordinals, and figures as they are dictated.

A text is folded here and in the modules beside this one: in small letters and without accents on the *e*, every
character in its place.
"""

import re
from collections.abc import Iterator

UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
VALUES = {word: value for value, word in enumerate([*UNITS, *TEENS])}
VALUES |= {word: 10 * value for value, word in enumerate(TENS, 2)}
VALUES |= {f"{unit}en{ten}": VALUES[ten] + VALUES[unit] for ten in TENS for unit in UNITS[1:]}
DAYS = {"eerste": 1, "derde": 3, "achtste": 8}
DAYS |= {f"{word}{'ste' if value > 19 else 'de'}": value for word, value in VALUES.items() if 1 < value < 32}
UNIT = "|".join(UNITS[1:])
FROM_TEN = rf"(?:{UNIT})[ -]?en[ -]?(?:{'|'.join(TENS)})|{'|'.join(TENS)}|{'|'.join(TEENS)}"
NUMBER = rf"(?:{FROM_TEN}|{UNIT})"
ORDINAL = f"(?:{'|'.join(sorted(DAYS, key=len, reverse=True))})"
DIGIT = re.compile(r"\d")
HUNDREDS = rf"(?:{UNIT})?honderd(?: ?(?:en ?)?{NUMBER})?"
_TIMES = {"dubbel": 2, "tripel": 3, "trippel": 3, "twee": 2, "drie": 3, "vier": 4}
_TWICE = rf"(?:{'|'.join(_TIMES)})(?:(?<=el)e? | ?(?:keer|maal) (?:de |een )?)"
_MANY = {"nullen": 0, "enen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevens": 7}
_MANY |= {"achten": 8, "negens": 9}
_SO_MANY = rf"(?:twee|drie|vier) (?:{'|'.join(_MANY)})"
_ZERO_SIX = {"nulzes": "06"}
FIGURES = re.compile(rf"(?P<many>{_SO_MANY})\b|(?P<twice>{_TWICE})?(?P<figure>{HUNDREDS}|{NUMBER}|nulzes|nul|\d+)\b")
FIGURE = rf"(?:{_SO_MANY}|(?:{_TWICE})?(?:{HUNDREDS}|{NUMBER}|nulzes|nul|\d+))\b"
PAUSE = "(?:eh|uh|uhm|ehm|euh|hm)"
NEXT_FIGURE = rf"[ ,.\-]+(?:(?:{PAUSE}|dan|streepje)[ ,.\-]+)*{FIGURE}"
COUNTING = "".join(str(number) for number in range(31))
"""What is read where somebody counts."""


def has_any(folded: str, parts: tuple[str, ...]) -> bool:
    """Say whether a text has one of a few strings."""
    for part in parts:  # noqa: SIM110 - any() takes twice as long, and this is the cheap check before each dear one
        if part in folded:
            return True
    return False


def read_value(word: str) -> int:
    """Return what a number in words or figures, or an ordinal in words, stands for."""
    word = word.replace(" ", "").replace("-", "")
    if word.isdigit():
        return int(word)
    hundreds, is_hundred, rest = word.partition("honderd")
    if is_hundred:
        return 100 * VALUES.get(hundreds, 1) + VALUES.get(rest, VALUES.get(rest.removeprefix("en"), 0))
    return DAYS.get(word) or VALUES[word]


def read_figures(folded: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Read figures word by word: where each word ends, and all figures up to there."""
    figures = ""
    for found in FIGURES.finditer(folded, start, end):
        if found["many"]:
            times, many = found["many"].split()
            figures += _TIMES[times] * str(_MANY[many])
        else:
            figure = found["figure"]
            times = next((times for word, times in _TIMES.items() if (found["twice"] or "").startswith(word)), 1)
            figures += times * (figure if figure.isdigit() else _ZERO_SIX.get(figure) or str(read_value(figure)))
        yield found.end(), figures
