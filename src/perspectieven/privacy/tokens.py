"""Tokens of a turn as the search for names sees them: words with their place, their capital and what stands before."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from perspectieven.dutch.letters import fold_accents

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(r"[.?!\u2026:\n\u2022\"\u201c\u2018']|^\W*[-\u2013]\s|\s[-\u2013]\s")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Attributes
    ----------
    start, end : int
        Code points, half-open.
    word : str
        In small letters, without accents, apostrophes straight.
    spelled : str
        The same with its accents.
    is_capital : bool
        It begins with a capital.
    opens : bool
        It is the first of a sentence, where anything has a capital.
    is_short_form : bool
        It is, or begins with, a few capitals, as *ADHD* and *KOPP-groep* do.
    between : str
        What stands between the word before it and this one.
    """

    start: int
    end: int
    word: str = field(repr=False)
    spelled: str = field(repr=False)
    is_capital: bool
    opens: bool
    is_short_form: bool
    between: str


def split_tokens(text: str) -> tuple[Token, ...]:
    """Split a text into tokens.

    >>> [(token.word, token.is_capital, token.opens) for token in split_tokens("Ja. Toen kwam Zo\u00eb.")]
    [('ja', True, True), ('toen', True, True), ('kwam', False, False), ('zoe', True, False)]
    """
    places = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    tokens: list[Token] = []
    for (_, before), (start, end) in pairwise([(0, 0), *places]):
        word = text[start:end]
        between = text[before:start]
        opens = not tokens or _ENDS_SENTENCE.search(between) is not None
        spelled = word.lower().replace("\u2019", "'")
        head = re.split("['\u2019-]", word)[0]
        tokens.append(
            Token(
                start,
                end,
                fold_accents(spelled),
                spelled,
                word[0].isupper(),
                opens,
                len(head) <= 4 and head.isupper(),
                between,
            )
        )
    return tuple(tokens)


def is_lower(text: str) -> bool:
    """Say whether a text is without capitals, as some speech recognition writes."""
    return text == text.lower()
