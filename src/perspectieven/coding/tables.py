"""The codings and turns tables, made column by column from what was found; they become pandas' at the very end."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from perspectieven.coding.cells import Texts, write_cues, write_parts
from perspectieven.dutch.kinds import REPORTER_NAMES
from perspectieven.matching import Found, Matcher
from perspectieven.transcript import Turn

CODER = "lexicon"
"""The coder that machine codings carry."""

STANCES = ("affirmed", "negated", "hypothetical")
VOICES = ("own", "other")


@dataclass(frozen=True, slots=True)
class Batch:
    """Turns that are coded in one go, in the order that their table is to have; one element per turn.

    Attributes
    ----------
    transcript_id, turn_index, text : sequences
        As in the turns table.
    is_asked : sequence of bool
        An interviewer says it: it prompts what follows, and is not coded itself.
    """

    transcript_id: Sequence[str]
    turn_index: Sequence[int]
    text: Sequence[str] = field(repr=False)
    is_asked: Sequence[bool]

    def number_transcripts(self) -> tuple[list[str], NDArray[np.int64]]:
        """Return the transcripts, each once, and per turn which of these it is in."""
        names = dict.fromkeys(self.transcript_id)
        places = dict(zip(names, range(len(names)), strict=True))
        return list(names), np.fromiter(map(places.__getitem__, self.transcript_id), np.int64, len(self.transcript_id))


def make_turns(turns: Sequence[Turn], found: Found) -> pa.Table:
    """Return one row per turn, in the columns of `tables.TURNS` and the order of `turns`; all have a speaker."""
    speakers = [turn.speaker for turn in turns if turn.speaker]
    return pa.table(
        {
            "transcript_id": _texts([turn.transcript_id for turn in turns]),
            "turn_index": pa.array([turn.index for turn in turns], pa.int64()),
            "speaker": _texts([speaker.id for speaker in speakers]),
            "perspective": _texts([speaker.perspective or "" for speaker in speakers]),
            "role": _texts([speaker.role for speaker in speakers]),
            "sector": _texts([speaker.sector for speaker in speakers]),
            "start_s": pa.array([turn.start_s for turn in turns], pa.float64()),
            "end_s": pa.array([turn.end_s for turn in turns], pa.float64()),
            "n_words": found.n_words(),
            "text": _texts([turn.text for turn in turns]),
        }
    )


def make_codings(batch: Batch, found: Found, matcher: Matcher) -> pa.Table:
    """Return one row per mention, in the columns and order of `tables.CODINGS`; none of an interviewer."""
    known = _terms_of(matcher)
    kept = _in_order(batch, found, known)
    text, target = found.hits.text[kept], found.hits.target[kept]
    stance = found.judged.stance[kept].astype(np.int64)
    starts, ends = (places[kept] for places in found.bounds())
    transcripts, turn_in = batch.number_transcripts()
    turn_index = np.array(batch.turn_index, np.int64)[text]
    return pa.table(
        {
            "coding_id": _coding_ids(
                CODER, transcripts, turn_in[text], turn_index, starts, ends, known.code_bits[target]
            ),
            "coder": Texts.of([CODER]).repeat(np.zeros(len(kept), np.int64)),
            "status": Texts.of(["machine"]).repeat(np.zeros(len(kept), np.int64)),
            "transcript_id": Texts.of(transcripts).repeat(turn_in[text]),
            "turn_index": turn_index,
            "start_char": starts,
            "end_char": ends,
            "parts": write_parts(found, kept),
            "matched_text": _texts(
                [
                    batch.text[at][start:end]
                    for at, start, end in zip(text.tolist(), starts.tolist(), ends.tolist(), strict=True)
                ]
            ),
            "theme": known.themes.repeat(target),
            "code": known.codes.repeat(target),
            "term": known.notations.repeat(target),
            "stance": Texts.of(STANCES).repeat(stance),
            "voice": Texts.of(VOICES).repeat(found.judged.other[kept]),
            "attributed_to": Texts.of(REPORTER_NAMES).repeat(found.judged.reporter[kept]),
            "orientation": known.orientations.repeat(target * len(STANCES) + stance),
            "prompted": found.hits.prompted[kept],
            "needs_review": found.doubtful()[kept],
            "cue": write_cues(found, kept),
        }
    )


def as_frame(tables: Sequence[pa.Table]) -> pd.DataFrame:
    """Return tables after one another as one of pandas; what they hold is freed on the way."""
    frame: pd.DataFrame = pa.concat_tables(tables).to_pandas(split_blocks=True, self_destruct=True)
    return frame


def _in_order(batch: Batch, found: Found, known: "_Terms") -> NDArray[np.int64]:
    """Return the hits that are codings, in the order of their table."""
    if not len(found):
        return np.empty(0, np.int64)
    starts, ends = found.bounds()
    order = np.lexsort((known.code_ranks[found.hits.target], ends, starts, found.hits.text))
    return order[~np.array(batch.is_asked, np.bool_)[found.hits.text[order]]]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a coding says of its term; one element per target, of `orientations` one per target and stance."""

    themes: Texts
    codes: Texts
    notations: Texts
    orientations: Texts
    code_bits: NDArray[np.uint64]
    code_ranks: NDArray[np.int64]


@lru_cache(maxsize=4)
def _terms_of(matcher: Matcher) -> _Terms:
    codes = matcher.codes
    return _Terms(
        Texts.of([code.theme for code in codes]),
        Texts.of([code.id for code in codes]),
        Texts.of(matcher.notations),
        Texts.of([code.orientation_when(name) for code in codes for name in STANCES]),
        np.array([_bits(code.id) for code in codes], np.uint64),
        np.unique([code.id for code in codes], return_inverse=True)[1],
    )


def _texts(texts: Sequence[str]) -> pa.Array:
    return pa.array(texts, pa.large_string())


def coding_id(coder: str, transcript_id: str, turn_index: int, start_char: int, end_char: int, code: str) -> str:
    """Return the id of a coding: the same coding has the same id on every machine and in every run.

    >>> coding_id("lexicon", "gesprek", 3, 0, 5, "BET-NORMAAL")
    '84733ed289fa1807'
    """
    transcript, turn, start, end = np.array([[0], [turn_index], [start_char], [end_char]])
    code_bits = np.array([_bits(code)], np.uint64)
    [written] = _coding_ids(coder, [transcript_id], transcript, turn, start, end, code_bits).to_pylist()
    return str(written)


def _coding_ids(
    coder: str,
    transcripts: Sequence[str],
    transcript: NDArray[np.integer],
    turn_index: NDArray[np.integer],
    starts: NDArray[np.integer],
    ends: NDArray[np.integer],
    code_bits: NDArray[np.uint64],
) -> pa.Array:
    """Return the ids of many codings: 64 bits of what and where, mixed by the finaliser of MurmurHash3."""
    bits = np.array([_bits(f"{coder}\x1f{name}") for name in transcripts], np.uint64)
    ids: NDArray[np.uint64] = _mixed(bits[transcript] ^ turn_index.astype(np.uint64))
    place: NDArray[np.uint64] = (starts.astype(np.uint64) << np.uint64(32)) ^ ends.astype(np.uint64)
    ids = _mixed(_mixed(ids ^ place) ^ code_bits)
    written = ids.astype(">u8").tobytes().hex().encode()
    offsets = np.arange(0, len(written) + 1, 16, dtype=np.int64)
    return pa.LargeStringArray.from_buffers(len(ids), pa.py_buffer(offsets), pa.py_buffer(written))


def _bits(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return numbers ^ (numbers >> np.uint64(33))
