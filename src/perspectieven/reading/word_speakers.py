"""Speakers of single words, as diarisation gives them, and the text of a segment cut where they change.

Only the text of a whole segment has all its signs; so its words are looked up in that text, which is then cut.
"""

import re
from collections.abc import Iterator, Sequence

from perspectieven.reading.json_fields import Item
from perspectieven.reading.recognised_pieces import Piece

_NO_WORD = re.compile(r"\W*")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
"""A word without the signs around it."""


def fill_speakers(labels: Sequence[str | None]) -> list[str | None]:
    """Give words without a speaker that of the word before; at the start, that of the first word that has one.

    Examples
    --------
    >>> fill_speakers([None, "A", None, "B"])
    ['A', 'A', 'A', 'B']
    """
    last = next((label for label in labels if label), None)
    filled = []
    for label in labels:
        last = label or last
        filled.append(last)
    return filled


def find_starts(text: str, words: Sequence[str]) -> list[int] | None:
    """Find where each word starts in the text; None if they are not the words of this text, all and in order.

    Examples
    --------
    >>> find_starts("Ja, dat mag.", ["Ja", "dat", "mag"]), find_starts("Ja, dat mag.", ["Nee"])
    ([0, 4, 8], None)
    """
    at, starts = 0, []
    for word in words:
        found = _CORE.search(word)
        core, end = found.group() if found else "", at
        at = _end_of(_NO_WORD, text, at) if core else at
        if not text.startswith(core, at):
            return None
        starts.append(max(text.rfind(" ", end, at) + 1, end))
        at += len(core)
    return starts if _end_of(_NO_WORD, text, at) == len(text) else None


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def cut_at_speakers(
    whole: Piece, starts: list[int], words: Sequence[Item], labels: Sequence[str | None]
) -> Iterator[Piece]:
    """Cut a segment where its words change speaker.

    Parameters
    ----------
    whole : Piece
        The segment.
    starts : list of int
        From `find_starts`, of the words of the segment.
    words, labels : sequence
        The words, and from `fill_speakers` who says each.
    """
    cuts = [n for n in range(len(words)) if n == 0 or labels[n] != labels[n - 1]]
    before_s = whole.start_s
    for first, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
        is_last = end == len(words)
        start_s = next((s for word in words[first:end] if (s := word.seconds("start")) is not None), before_s)
        ends = (s for word in reversed(words[first:end]) if (s := word.seconds("end")) is not None)
        before_s = next(ends, whole.end_s if is_last else start_s)
        text = whole.text[starts[first] if first else 0 : None if is_last else starts[end]]
        yield Piece(text.strip(), start_s, before_s, labels[first])
