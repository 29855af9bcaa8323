"""What the readers of tiers share: pieces in order of time, joined per speaker, and places named briefly."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import inf
from operator import attrgetter, itemgetter
from typing import Protocol, TypeVar

from perspectieven.reading.encoding import clean_text
from perspectieven.reading.paragraphs import join_lines
from perspectieven.reading.source import Utterance

MOST_PIECES = 1_000_000
"""A file with more annotations, intervals or lines than this is no conversation, and is refused."""
TOO_MANY = f"holds more than {MOST_PIECES:,} pieces, and at most that many are read; split the file"

_LONGEST_NAME = 40
_MOST_PLACES = 5


class _Timed(Protocol):
    @property
    def start_s(self) -> float | None: ...


Piece = TypeVar("Piece", bound=_Timed)


def order_by_time(tiers: Iterable[Sequence[Piece]]) -> list[Piece]:
    """Put the pieces of several tiers in one row; a piece without a time stays behind the one before it.

    Examples
    --------
    >>> moeder = [Utterance("Moeder", "Ja.", 0.0, 1.0), Utterance("Moeder", "Rustig.", 4.0, 5.0)]
    >>> [said.label for said in order_by_time([moeder, [Utterance("Noor", "Hoe gaat het?", 2.0, 3.0)]])]
    ['Moeder', 'Noor', 'Moeder']
    """
    timed: list[tuple[float, Piece]] = []
    for pieces in tiers:
        at = -inf
        for piece in pieces:
            at = at if piece.start_s is None else piece.start_s
            timed.append((at, piece))
    return [piece for _, piece in sorted(timed, key=itemgetter(0))]


def join_pieces(pieces: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """Make one utterance of the pieces that follow each other with the same speaker; what has no text is skipped.

    Examples
    --------
    >>> join_pieces([Utterance("Noor", "Dus", 1.0, 2.0), Utterance("Noor", "dat."), Utterance("Sam", "Ja.")])[0].end_s
    2.0
    """
    said = []
    for label, group in groupby((piece for piece in pieces if piece.text), key=attrgetter("label")):
        together = tuple(group)
        starts = [piece.start_s for piece in together if piece.start_s is not None]
        ends = [piece.end_s for piece in together if piece.end_s is not None]
        text = " ".join(piece.text for piece in together)
        said.append(Utterance(label, text, min(starts, default=None), max(ends, default=None)))
    return tuple(said)


def clean_line(text: str) -> str:
    r"""Clean the text of one annotation, or the name of a tier, to a single line.

    Examples
    --------
    >>> clean_line("  het gaat\n wel ")
    'het gaat wel'
    """
    return join_lines([clean_text(text)])


def quote_name(name: str) -> str:
    """Quote the name of a tier in a message, cut off where it is long.

    Examples
    --------
    >>> quote_name("Moeder")
    '"Moeder"'
    """
    return f'"{name}"' if len(name) <= _LONGEST_NAME else f'"{name[: _LONGEST_NAME - 1]}…"'


def name_lines(numbers: Sequence[int]) -> str:
    """Name the lines where something is.

    Examples
    --------
    >>> name_lines([3]), name_lines([3, 8])
    ('line 3', 'lines 3 and 8')
    """
    return f"line{'s' if len(numbers) > 1 else ''} {list_places(numbers)}"


def list_places(places: Sequence[object]) -> str:
    """Name the first few places of many.

    Examples
    --------
    >>> list_places([3]), list_places([3, 8, 9]), list_places(range(1, 13))
    ('3', '3, 8 and 9', '1, 2, 3, 4, 5 and 7 more')
    """
    first = [str(place) for place in places[:_MOST_PLACES]]
    more = len(places) - len(first)
    last = f"{more} more" if more else first.pop() if len(first) > 1 else ""
    return " and ".join(filter(None, (", ".join(first), last)))
