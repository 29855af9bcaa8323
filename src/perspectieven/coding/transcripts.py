"""Coding transcripts, whose speakers are known."""

from collections.abc import Callable, Sequence
from itertools import chain

import pandas as pd

from perspectieven.coding.batches import code_turns, split_batches
from perspectieven.lexicon import Lexicon
from perspectieven.tables import CODINGS, TURNS
from perspectieven.transcript import Transcript


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
    done = []
    for batch in split_batches(transcripts, _size_of):
        done.append(code_turns(list(chain.from_iterable(transcript.turns for transcript in batch)), lexicon))
        for transcript in batch:
            on_done(transcript.id)
    turns, codings = (pd.concat(tables, ignore_index=True) for tables in zip(*done, strict=True))
    return (
        turns.astype(TURNS.columns).sort_values(list(TURNS.key), ignore_index=True),
        codings.astype(CODINGS.columns).sort_values(list(CODINGS.key), ignore_index=True),
    )


def _size_of(transcript: Transcript) -> int:
    return sum(len(turn.text) for turn in transcript.turns)
