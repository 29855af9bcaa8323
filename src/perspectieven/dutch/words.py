"""Words and sentences of a text, with offsets that stay true to it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

HESITATIONS = frozenset({"eh", "ehh", "uh", "uhh", "uhm", "ehm", "euh", "euhm", "hm", "hmm", "mm", "mmm"})
"""Sounds that are no words: they never count in a gap."""

REDUCED: dict[str, tuple[str, ...]] = {
    "'k": ("ik",),
    "'t": ("het",),
    "'m": ("hem",),
    "'n": ("een",),
    "'ns": ("eens",),
    "'s": ("eens",),
    "d'r": ("haar", "er", "daar"),
    "z'n": ("zijn",),
    "m'n": ("mijn",),
    "zo'n": ("zo", "een"),
    "da's": ("dat", "is"),
    "ie": ("hij",),
    "effe": ("even",),
    "effen": ("even",),
    "ff": ("even",),
    "es": ("eens",),
    "me": ("mijn",),
    "nie": ("niet",),
    "niks": ("niets",),
    "mekaar": ("elkaar",),
    "weleens": ("wel", "eens"),
}
"""Spoken short forms and the words that they may stand for."""

LONGEST_SENTENCE = 100
"""Words; speech written down without punctuation is cut here, so that the work per word does not grow with the text."""

_WORD = re.compile(r"'(?:ns|[kmtns])(?![\w'])|[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\u0130": "i"})
_SENTENCE_END = re.compile(r"[.!?\u2026]|\n")
_HARD_END = re.compile(r"[!?]|\n")
_ABBREVIATIONS = frozenset(
    {"bijv", "bv", "dr", "drs", "mr", "prof", "enz", "etc", "nl", "ca", "max", "min", "evt", "mw"}
)


def lower_same_length(text: str) -> str:
    """Lower-case `text` and straighten its apostrophes, every character keeping its place.

    ``str.lower`` changes the length of one character only, U+0130; it is replaced first.

    >>> lower_same_length("Zo\u2019n \u0130mam")
    "zo'n imam"
    """
    return text.translate(_APOSTROPHES).lower()


@lru_cache(maxsize=200_000)
def fold_accents(word: str) -> str:
    """Strip accents, which in speech mark stress and in writing come and go.

    >>> fold_accents("w\u00e9l"), fold_accents("co\u00f6rdinator")
    ('wel', 'coordinator')
    """
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text.

    Attributes
    ----------
    text : str
        The text itself, untouched.
    forms : tuple of str
        Each word in lower case, accents kept, apostrophes straight. A hyphen separates words.
    start_chars, end_chars : tuple of int
        Code points in `text`, half-open, one pair per word.
    sentence_starts : tuple of int
        Index of the first word of each sentence.
    """

    text: str = field(repr=False)
    forms: tuple[str, ...] = field(repr=False)
    start_chars: tuple[int, ...]
    end_chars: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def between(self, index: int) -> str:
        """Return what stands between word `index` and the next one (or the end of the text)."""
        end = self.start_chars[index + 1] if index + 1 < len(self.forms) else len(self.text)
        return self.text[self.end_chars[index] : end]

    def sentence_of(self, index: int) -> int:
        """Return the number of the sentence that word `index` is in."""
        return bisect_right(self.sentence_starts, index) - 1

    def sentence_bounds(self, sentence: int) -> tuple[int, int]:
        """Return the half-open range of words of a sentence."""
        last = sentence + 1 == len(self.sentence_starts)
        return self.sentence_starts[sentence], len(self.forms) if last else self.sentence_starts[sentence + 1]


def split_words(text: str) -> Words:
    """Split a text into words and sentences.

    >>> words = split_words("Da's 'n dipje. Hoort 't erbij?")
    >>> words.forms
    ("da's", "'n", 'dipje', 'hoort', "'t", 'erbij')
    >>> words.sentence_starts
    (0, 3)
    """
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(lower_same_length(text)):
        forms.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, tuple(forms), tuple(starts), tuple(ends), _sentence_starts(text, forms, starts, ends))


def _sentence_starts(text: str, forms: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """Find where sentences begin; a full stop before a small letter ends none, unless there are no capitals at all.

    No sentence is longer than `LONGEST_SENTENCE`.
    """
    if not forms:
        return ()
    cased = any(text[start].isupper() for start in starts)
    found = [0]
    for index in range(len(forms) - 1):
        between = text[ends[index] : starts[index + 1]]
        if index + 1 - found[-1] >= LONGEST_SENTENCE:
            found.append(index + 1)
            continue
        if len(between) == 1 and between != "\n":
            continue
        if _HARD_END.search(between):
            found.append(index + 1)
        elif _SENTENCE_END.search(between):
            opens = not text[starts[index + 1]].islower() or not cased
            if opens and forms[index] not in _ABBREVIATIONS and " " in between:
                found.append(index + 1)
    return tuple(found)
