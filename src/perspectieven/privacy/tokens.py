"""Tokens of a turn as the search for names sees them: words with their place, their capital and what stands before."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import NamedTuple

from perspectieven.dutch.letters import fold_accents

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(r"[.?!\u2026:\n\u2022\"\u201c\u2018']|^\W*[-\u2013]\s|\s[-\u2013]\s")
_JOINT = re.compile("['\u2019-]")


class Token(NamedTuple):
    """A word of a text.

    Attributes
    ----------
    start, end : int
        Code points, half-open.
    said : str
        As it is written.
    word : str
        In small letters, without accents, apostrophes straight.
    spelled : str
        The same with its accents.
    is_capital : bool
        It begins with a capital.
    is_short_form : bool
        It is, or begins with, a few capitals, as *ADHD* and *KOPP-groep* do.
    opens : bool
        It is the first of a sentence, where anything has a capital.
    between : str
        What stands between the word before it and this one.
    """

    start: int
    end: int
    said: str
    word: str
    spelled: str
    is_capital: bool
    is_short_form: bool
    opens: bool
    between: str

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end})"


@lru_cache(maxsize=1 << 16)
def read_word(said: str) -> tuple[str, str, bool, bool]:
    """Return of a word what a `Token` says of it wherever it stands.

    >>> read_word("Zo\u00eb"), read_word("ADHD-er")
    (('zoe', 'zoë', True, False), ('adhd-er', 'adhd-er', True, True))
    """
    spelled = said.lower().replace("\u2019", "'")
    head = _JOINT.split(said)[0]
    return fold_accents(spelled), spelled, said[0].isupper(), len(head) <= 4 and head.isupper()


@lru_cache(maxsize=1 << 12)
def _opens_behind(between: str) -> bool:
    return _ENDS_SENTENCE.search(between) is not None


def split_tokens(text: str) -> tuple[Token, ...]:
    """Split a text into tokens.

    >>> [(token.word, token.is_capital, token.opens) for token in split_tokens("Ja. Toen kwam Zo\u00eb.")]
    [('ja', True, True), ('toen', True, True), ('kwam', False, False), ('zoe', True, False)]
    """
    found = list(_WORD.finditer(text))
    said = [word[0] for word in found]
    starts, ends = [word.start() for word in found], [word.end() for word in found]
    betweens = [text[end:start] for end, start in zip([0, *ends], starts, strict=False)]
    opens = [True, *map(_opens_behind, betweens[1:])]
    rows = zip(starts, ends, said, *zip(*map(read_word, said), strict=True), opens, betweens, strict=False)
    return tuple(map(_as_token, rows))


_as_token: Callable[[Iterable[object]], Token] = partial(tuple.__new__, Token)
"""The same as `Token._make`, at half the cost: a search makes one for every word."""


def is_lower(text: str) -> bool:
    """Say whether a text is without capitals, as some speech recognition writes."""
    return text == text.lower()
