"""Coding transcripts, whose speakers are known."""

from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter

import pandas as pd

from perspectieven.coding.batches import find, matcher_for, split_batches
from perspectieven.coding.tables import Batch, as_frame, make_codings, make_turns
from perspectieven.lexicon import Lexicon
from perspectieven.transcript import Transcript, Turn


def code_transcripts(
    transcripts: Sequence[Transcript],
    lexicon: Lexicon,
    *,
    on_done: Callable[[str], None] = lambda transcript_id: None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Code transcripts whose speakers are known.

    Parameters
    ----------
    on_done : callable
        Called with the id of each transcript as it is finished.

    Returns
    -------
    (turns, codings)
        Schemas `tables.TURNS` and `tables.CODINGS`, sorted; the order of `transcripts` changes nothing.
        An interviewer's turns are in `turns` and prompt codings, but have none themselves.
    """
    matcher = matcher_for(lexicon)
    turns, codings = [], []
    for bundle in split_batches(sorted(transcripts, key=attrgetter("id")), _size_of):
        said = list(chain.from_iterable(transcript.turns for transcript in bundle))
        batch = _as_batch(said)
        found = find(batch, lexicon)
        turns.append(make_turns(said, found))
        codings.append(make_codings(batch, found, matcher))
        for transcript in bundle:
            on_done(transcript.id)
    return as_frame(turns), as_frame(codings)


def _as_batch(turns: Sequence[Turn]) -> Batch:
    return Batch(
        [turn.transcript_id for turn in turns],
        [turn.index for turn in turns],
        [turn.text for turn in turns],
        [turn.is_asked for turn in turns],
    )


def _size_of(transcript: Transcript) -> int:
    return sum(len(turn.text) for turn in transcript.turns)
