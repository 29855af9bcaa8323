"""Doubts about what was read, whatever its format: whether it is Dutch."""

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


def find_doubts(source: Source, name: str) -> Iterator[Fault]:
    """Yield what deserves a look before a file is trusted.

    Examples
    --------
    >>> from perspectieven.reading.source import Utterance
    >>> source = Source((Utterance("Mother", "We had a walk and talked about school. " * 9),))
    >>> [str(doubt).partition(";")[0] for doubt in find_doubts(source, "talk.txt")]
    ['talk.txt: 33% of its words are Dutch']
    """
    words = [word for said in source.utterances for word in _WORD.findall(said.text)]
    if len(words) >= ENOUGH_WORDS:
        share = in_target_language(" ".join(words), lang="nl")
        if share < LEAST_DUTCH:
            what = (
                f"{share:.0%} of its words are Dutch; if it is in another language, put it under ignore in study.toml"
            )
            yield Fault(name, "", what)
