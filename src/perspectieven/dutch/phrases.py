"""Phrases: cue words in a row, as rows of word numbers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import inlined
from perspectieven.dutch import cues
from perspectieven.dutch.kinds import NAMED

NUMBERS: dict[str, int] = {form: number for number, form in enumerate(NAMED, 1)}
"""The number of every word that a rule or a phrase names."""


def _number_rows(phrases: Sequence[str]) -> NDArray[np.int32]:
    longest = max(len(phrase.split()) for phrase in phrases)
    rows = np.zeros((len(phrases), longest), np.int32)
    for row, phrase in zip(rows, phrases, strict=True):
        for at, form in enumerate(phrase.split()):
            row[at] = NUMBERS.setdefault(form, len(NUMBERS) + 1)
    return rows


APPARENT_NEGATION = _number_rows(cues.APPARENT_NEGATION)
OWN_STANDPOINTS = _number_rows(cues.OWN_STANDPOINTS)
HEARSAY = _number_rows(cues.HEARSAY)
IRONY = _number_rows(cues.IRONY)


@inlined
def phrase_at(form, phrases, at, end):
    """Return how many words the first phrase takes that stands at a word, 0 where none does."""
    for row in range(len(phrases)):
        size = 0
        while (
            size < phrases.shape[1] and phrases[row, size] and at + size < end and form[at + size] == phrases[row, size]
        ):
            size += 1
        if size and (size == phrases.shape[1] or not phrases[row, size]):
            return size
    return 0
