"""Coding transcripts, whose speakers are known."""

from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter

import pandas as pd
import pyarrow as pa

from perspectieven.coding.batches import find, matcher_for, split_batches
from perspectieven.coding.tables import Batch, as_frame, make_codings, make_turns
from perspectieven.errors import Fault, TranscriptError
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

    Raises
    ------
    TranscriptError
        With every transcript in which nobody has said yet who some speakers are.
    """
    _check(transcripts)
    turns, codings = [], []
    for bundle in split_batches(sorted(transcripts, key=attrgetter("id")), _size_of):
        of_turns, of_codings = code_turns(list(chain.from_iterable(transcript.turns for transcript in bundle)), lexicon)
        turns.append(of_turns)
        codings.append(of_codings)
        for transcript in bundle:
            on_done(transcript.id)
    return as_frame(turns), as_frame(codings)


def _check(transcripts: Sequence[Transcript]) -> None:
    """Raise with every transcript that has turns of a speaker who is not known."""
    faults = []
    for transcript in transcripts:
        unknown = sum(turn.speaker is None for turn in transcript.turns)
        if unknown:
            what = (
                f"{unknown} of {len(transcript.turns)} turns have a speaker without a perspective; give speakers "
                "theirs in speakers.csv and open the study, or code the texts of turns with code_texts"
            )
            faults.append(Fault(transcript.id, "", what))
    if faults:
        raise TranscriptError(faults)


def code_turns(turns: Sequence[Turn], lexicon: Lexicon) -> tuple[pa.Table, pa.Table]:
    """Code turns whose speakers are known in one go, of as many transcripts as fit in memory.

    Returns
    -------
    (turns, codings)
        The tables of `code_transcripts`, in Arrow, in the order of the turns.
    """
    batch = _as_batch(turns)
    found = find(batch, lexicon)
    return make_turns(turns, found), make_codings(batch, found, matcher_for(lexicon))


def _as_batch(turns: Sequence[Turn]) -> Batch:
    return Batch(
        [turn.transcript_id for turn in turns],
        [turn.index for turn in turns],
        [turn.text for turn in turns],
        [turn.is_asked for turn in turns],
    )


def _size_of(transcript: Transcript) -> int:
    return sum(len(turn.text) for turn in transcript.turns)
