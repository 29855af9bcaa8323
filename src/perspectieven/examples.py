"""The codebook runs: every code is found in its examples and not in its near misses."""

from dataclasses import dataclass
from typing import Literal

from perspectieven.dutch.words import split_words
from perspectieven.lexicon import Lexicon
from perspectieven.matching import Matcher


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example sentence of a code that does not do what it is there for.

    Attributes
    ----------
    kind : {"missed", "wrongly found"}
        An example in which the code is not found, or a near miss in which it is.
    sentence : str
        From the lexicon, so nobody's words.
    terms : tuple of str
        The terms that were found wrongly.
    """

    code: str
    kind: Literal["missed", "wrongly found"]
    sentence: str
    terms: tuple[str, ...] = ()


def find_failed_examples(lexicon: Lexicon) -> tuple[FailedExample, ...]:
    """Run every example of a lexicon.

    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> find_failed_examples(read_lexicon("normaliseren"))
    ()
    """
    matcher = Matcher(lexicon)
    failed: list[FailedExample] = []
    for code in lexicon.codes:
        failed += [
            FailedExample(code.id, "missed", sentence)
            for sentence in code.hits
            if all(match.code.id != code.id for match in matcher.find(split_words(sentence)))
        ]
        for sentence in code.near_misses:
            found = matcher.find(split_words(sentence))
            if terms := tuple(match.term.notation for match in found if match.code.id == code.id):
                failed.append(FailedExample(code.id, "wrongly found", sentence, terms))
    return tuple(failed)
