"""The codebook runs: every code is found in its examples and not in its near misses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from perspectieven.lexicon import Code, Lexicon
from perspectieven.matching import Matcher

Kind = Literal["missed", "wrongly found"]


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
    kind: Kind
    sentence: str
    terms: tuple[str, ...] = ()


def find_failed_examples(lexicon: Lexicon) -> tuple[FailedExample, ...]:
    """Run every example of a lexicon.

    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> find_failed_examples(read_lexicon("normaliseren"))
    ()
    """
    matcher = Matcher(lexicon)
    sentences = [(code, kind, text) for code in lexicon.codes for kind, text in _examples(code)]
    found = matcher.find([text for _, _, text in sentences], opens=[True] * len(sentences))
    terms: list[list[str]] = [[] for _ in sentences]
    for at, target in zip(found.hits.text.tolist(), found.hits.target.tolist(), strict=True):
        if matcher.codes[target] is sentences[at][0]:
            terms[at].append(matcher.notations[target])
    return tuple(
        FailedExample(code.id, kind, text, tuple(hits) if kind == "wrongly found" else ())
        for (code, kind, text), hits in zip(sentences, terms, strict=True)
        if bool(hits) is (kind == "wrongly found")
    )


def _examples(code: Code) -> Iterator[tuple[Kind, str]]:
    """Yield the examples of a code, each with what it would be if it failed."""
    yield from (("missed", text) for text in code.hits)
    yield from (("wrongly found", text) for text in code.near_misses)
