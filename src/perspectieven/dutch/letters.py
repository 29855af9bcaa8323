"""Letters and marks: what each character of a text is, and what it is written as without case and accents.

Every character keeps its place, so that offsets in the written-out text are offsets in the text itself.
"""

import unicodedata

import numpy as np
from numpy.typing import NDArray

LETTER, UPPER, LOWER, APOSTROPHE, UNDERSCORE = 1, 2, 4, 8, 16
CLAUSE_MARK, COMMA, STOP, HARD_STOP, QUESTION, SPACE, NEWLINE, ACUTE = 32, 64, 128, 256, 512, 1024, 2048, 4096

_BASIC = 0x3000
"""Characters from here on (Chinese, emoji) make no words."""

_APOSTROPHES = "'\u2019\u2018`\u00b4"
_CLAUSE_MARKS = ',;:()\u2013\u2014"\u201c\u201d'
_CLASSES = (
    (_APOSTROPHES, APOSTROPHE),
    ("_", UNDERSCORE),
    (_CLAUSE_MARKS, CLAUSE_MARK),
    (",", COMMA),
    (".!?\u2026\n", STOP),
    ("!?\n", HARD_STOP),
    ("?", QUESTION),
    (" ", SPACE),
    ("\n", NEWLINE),
    ("\u00e1\u00e9\u00ed\u00f3\u00fa\u00c1\u00c9\u00cd\u00d3\u00da", ACUTE),
)


def lower_same_length(text: str) -> str:
    """Lower-case `text` and straighten its apostrophes, every character keeping its place.

    ``str.lower`` changes the length of one character only, U+0130; it is replaced first.

    >>> lower_same_length("Zo\u2019n \u0130mam")
    "zo'n imam"
    """
    return text.translate(_STRAIGHT).lower()


def fold_accents(word: str) -> str:
    """Strip accents, which in speech mark stress and in writing come and go.

    >>> fold_accents("w\u00e9l"), fold_accents("co\u00f6rdinator")
    ('wel', 'coordinator')
    """
    return word if word.isascii() else "".join(map(_fold, word))


def _fold(character: str) -> str:
    """Return a character without its accents, or itself where less or more than one character would remain."""
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
    return bare if len(bare) == 1 else character


def _classify() -> NDArray[np.uint16]:
    classes = np.zeros(_BASIC, np.uint16)
    for code in range(_BASIC):
        character = chr(code)
        if character.isalnum():
            classes[code] = LETTER | (UPPER if character.isupper() else 0) | (LOWER if character.islower() else 0)
    for characters, bit in _CLASSES:
        for character in characters:
            classes[ord(character)] |= bit
    return classes


_STRAIGHT = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), "\u0130": "i"})
CLASSES: NDArray[np.uint16] = _classify()
"""The class bits of each character."""
LOWERED: NDArray[np.uint16] = np.array([ord(lower_same_length(chr(code))) for code in range(_BASIC)], np.uint16)
"""Each character in lower case, apostrophes straight."""
FOLDED: NDArray[np.uint16] = np.array(
    [ord(_fold(chr(code))) if chr(code).isalnum() else code for code in LOWERED.tolist()], np.uint16
)
"""Each character in lower case and without accents."""
