"""Doubts about what was read, whatever its format: another language, or an encoding that was applied twice."""

import re
from collections.abc import Iterator

from simplemma import in_target_language

from perspectieven.errors import Fault
from perspectieven.reading.source import Source

ENOUGH_WORDS = 50
"""Words from which the language of a text can be told."""
LEAST_DUTCH = 0.6
"""Share of words that a Dutch text has in the form dictionary, at least; minutes have .88, German and English .4."""

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile("\u00c3[\u0080-\u00bf\u0152-\u2122]|\u00e2(?:\u20ac|\u0080)[\u0080-\u00bf\u0152-\u2122]")
"""What is left of an accent or a quotation mark in UTF-8 that was read as Western and written as UTF-8 again."""


def find_doubts(source: Source, name: str) -> Iterator[Fault]:
    """Yield what deserves a look before a file is trusted.

    Examples
    --------
    >>> from perspectieven.reading.source import Utterance
    >>> source = Source((Utterance("Moeder", "De cli\u00c3\u00abnten wachten."),))
    >>> [str(doubt) for doubt in find_doubts(source, "gesprek.txt")]
    ['gesprek.txt: 1 character looks as if UTF-8 was encoded twice; export the file again, as UTF-8']
    """
    text = "\n".join(said.text for said in source.utterances)
    n_twice = len(_TWICE.findall(text))
    if n_twice:
        looks = "1 character looks" if n_twice == 1 else f"{n_twice} characters look"
        yield Fault(name, "", f"{looks} as if UTF-8 was encoded twice; export the file again, as UTF-8")
    words = _WORD.findall(text)
    if len(words) >= ENOUGH_WORDS:
        share = in_target_language(" ".join(words), lang="nl")
        if share < LEAST_DUTCH:
            what = (
                f"{share:.0%} of its words are Dutch; if it is in another language, put it under ignore in study.toml"
            )
            yield Fault(name, "", what)
