"""Transcripts that are there twice, whole or nearly so."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from perspectieven.transcript import Transcript

SHINGLE = 5
"""Words that are compared at a time."""
ALIKE = 0.7
"""Share of its rows of words that the shorter of two has in common with the other, from which they are told."""
_SAMPLE = 8
"""One in so many rows of words is compared, chosen by what they say, so that the same are chosen everywhere."""
_MOST = 50
"""A row of words in more transcripts than this is how everybody begins a conversation."""
_WORD = re.compile(r"\w+")


def find_duplicates(transcripts: Sequence[Transcript]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of transcripts that say nearly the same, and which share of the shorter is in the other.

    Rows of words are compared, sampled by their hash (Broder 1997, resemblance and containment of documents).

    Examples
    --------
    >>> from perspectieven.transcript import Turn
    >>> said = "Ze sliep slecht en wij ook en na een week of drie heb ik het consultatiebureau maar eens gebeld. " * 9
    >>> one, two = (Transcript(name, (Turn(name, 0, "Moeder", said),)) for name in ("a", "b"))
    >>> list(find_duplicates([one, two]))
    [('a', 'b', 1.0)]
    """
    rows = {transcript.id: _sample(transcript) for transcript in transcripts}
    where: dict[int, list[str]] = defaultdict(list)
    for name, sampled in sorted(rows.items()):
        for row in sampled:
            where[row].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in where.values():
        if 1 < len(names) <= _MOST:
            shared.update(combinations(names, 2))
    for (one, other), n_shared in sorted(shared.items()):
        share = n_shared / min(len(rows[one]), len(rows[other]))
        if share >= ALIKE:
            yield one, other, share


def _sample(transcript: Transcript) -> frozenset[int]:
    words = _WORD.findall(" ".join(turn.text for turn in transcript.turns).lower())
    rows = (" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    hashes = {zlib.crc32(row.encode()) for row in rows}
    return frozenset(row for row in hashes if row % _SAMPLE == 0) or frozenset({min(hashes)})
