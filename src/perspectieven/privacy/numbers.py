"""Numbers in words, from 0 to 99 and as ordinals, and figures as they are dictated.

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
FROM_TEN = rf"(?:{UNIT}) ?en ?(?:{'|'.join(TENS)})|{'|'.join(TENS)}|{'|'.join(TEENS)}"
NUMBER = rf"(?:{FROM_TEN}|{UNIT})"
ORDINAL = f"(?:{'|'.join(sorted(DAYS, key=len, reverse=True))})"
DIGIT = re.compile(r"\d")
_TWICE = r"dubbele? |(?:twee keer|tweemaal) (?:de |een )?"
FIGURES = re.compile(rf"({_TWICE})?({NUMBER}|nul|\d+)\b")
FIGURE = rf"(?:{_TWICE})?(?:{NUMBER}|nul|\d+)\b"
NEXT_FIGURE = rf"[ ,.\-]+(?:(?:eh|uh|uhm|euh|dan|streepje) )*{FIGURE}"


def has_any(folded: str, parts: tuple[str, ...]) -> bool:
    """Say whether a text has one of a few strings."""
    for part in parts:  # noqa: SIM110 - any() takes twice as long, and this is the cheap check before each dear one
        if part in folded:
            return True
    return False


def read_value(word: str) -> int:
    """Return what a number in words or figures, or an ordinal in words, stands for."""
    word = word.replace(" ", "")
    return int(word) if word.isdigit() else DAYS.get(word) or VALUES[word]


def read_figures(folded: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Read figures word by word: where each word ends, and all figures up to there."""
    figures = ""
    for found in FIGURES.finditer(folded, start, end):
        word = found[2].replace(" ", "")
        figure = word if word.isdigit() else str(VALUES[word])
        figures += 2 * figure if found[1] else figure
        yield found.end(), figures
