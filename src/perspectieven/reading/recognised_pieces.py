"""Pieces of what speech recognition heard, and the utterances that they make together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from perspectieven.reading.cues import PAUSE_S
from perspectieven.reading.source import UNKNOWN, Utterance
from perspectieven.transcript import DOCUMENT


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said in one segment, or in the part of it that one speaker says.

    Attributes
    ----------
    start_s, end_s : float or None
        Seconds; None where the file has no time.
    label : str or None
        Who says it.
    goes_on : bool
        Whether it begins in the middle of a word, or with the sign behind one.
    """

    text: str = field(repr=False)
    start_s: float | None
    end_s: float | None
    label: str | None = None
    goes_on: bool = False


def merge_pieces(pieces: Sequence[Piece]) -> Iterator[Utterance]:
    """Make one utterance of the pieces that follow each other with the same speaker.

    Where nobody has a name, a silence of `cues.PAUSE_S` ends an utterance.

    Examples
    --------
    >>> said = merge_pieces([Piece("Dat mag", 0.0, 1.0), Piece("best.", 1.2, 2.0), Piece("Vind ik.", 9.0, 9.5)])
    >>> [(one.label, one.start_s, one.end_s) for one in said]
    [('document', 0.0, 2.0), ('document', 9.0, 9.5)]
    """
    unlabelled = UNKNOWN if any(piece.label for piece in pieces) else DOCUMENT
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.label != run[0].label or (unlabelled == DOCUMENT and _is_paused(run[-1], piece))):
            yield _as_utterance(run, unlabelled)
            run = []
        run.append(piece)
    if run:
        yield _as_utterance(run, unlabelled)


def _is_paused(earlier: Piece, later: Piece) -> bool:
    known = earlier.end_s is not None and later.start_s is not None and not later.goes_on
    return known and (later.start_s or 0) - (earlier.end_s or 0) >= PAUSE_S


def _as_utterance(run: Sequence[Piece], unlabelled: str) -> Utterance:
    text = "".join(piece.text if piece.goes_on else f" {piece.text}" for piece in run).strip()
    start_s = next((piece.start_s for piece in run if piece.start_s is not None), None)
    end_s = max((piece.end_s for piece in run if piece.end_s is not None), default=None)
    return Utterance(run[0].label or unlabelled, text, start_s, end_s)
