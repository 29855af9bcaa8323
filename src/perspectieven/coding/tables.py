"""The codings and turns tables, made column by column from what was found."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from perspectieven.dutch.kinds import REPORTER_NAMES
from perspectieven.matching import Found, Matcher
from perspectieven.transcript import Speaker, Turn

CODER = "lexicon"
"""The coder that machine codings carry."""

STANCES = ("affirmed", "negated", "hypothetical")
VOICES = ("own", "other")


def make_turns(turns: Sequence[Turn], found: Found) -> pd.DataFrame:
    """Return one row per turn, in the columns of `tables.TURNS`."""
    speakers = [turn.speaker or Speaker(turn.label or "unknown", None) for turn in turns]
    return _as_frame(
        {
            "transcript_id": [turn.transcript_id for turn in turns],
            "turn_index": [turn.index for turn in turns],
            "speaker": [turn.speaker.id if turn.speaker else turn.label for turn in turns],
            "perspective": [speaker.perspective or "" for speaker in speakers],
            "role": [speaker.role for speaker in speakers],
            "sector": [speaker.sector for speaker in speakers],
            "start_s": pa.array([turn.start_s for turn in turns], pa.float64()),
            "end_s": pa.array([turn.end_s for turn in turns], pa.float64()),
            "n_words": found.n_words(),
            "text": [turn.text for turn in turns],
        }
    )


def make_codings(turns: Sequence[Turn], found: Found, matcher: Matcher) -> pd.DataFrame:
    """Return one row per mention, in the columns of `tables.CODINGS`; those of an interviewer are left out."""
    asked = np.array([turn.is_asked for turn in turns], np.bool_)
    kept = np.flatnonzero(~asked[found.hits.text]) if len(found) else np.empty(0, np.int64)
    text, target = found.hits.text[kept], found.hits.target[kept]
    stance = found.judged.stance[kept].astype(np.int64)
    starts, ends = found.bounds()
    starts, ends = starts[kept], ends[kept]
    known = _terms_of(matcher)
    turn_at = text.tolist()
    return _as_frame(
        {
            "coding_id": _coding_ids(CODER, turns, text, starts, ends, known.code_bits[target]),
            "coder": _repeated([CODER], np.zeros(len(kept), np.int64)),
            "status": _repeated(["machine"], np.zeros(len(kept), np.int64)),
            "transcript_id": _repeated([turn.transcript_id for turn in turns], text),
            "turn_index": np.array([turn.index for turn in turns], np.int64)[text],
            "start_char": starts,
            "end_char": ends,
            "parts": found.parts_as_text(kept),
            "matched_text": [
                turns[at].text[start:end]
                for at, start, end in zip(turn_at, starts.tolist(), ends.tolist(), strict=True)
            ],
            "theme": known.themes.take(pa.array(target)),
            "code": known.codes.take(pa.array(target)),
            "term": known.notations.take(pa.array(target)),
            "stance": _repeated(STANCES, stance),
            "voice": _repeated(VOICES, found.judged.other[kept].astype(np.int64)),
            "attributed_to": _repeated(REPORTER_NAMES, found.judged.reporter[kept]),
            "orientation": known.orientations.take(pa.array(target * len(STANCES) + stance)),
            "prompted": found.hits.prompted[kept],
            "needs_review": found.doubtful()[kept],
            "cue": found.cues(kept),
        }
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a coding says of its term; one element per target, of `orientations` one per target and stance."""

    themes: pa.Array
    codes: pa.Array
    notations: pa.Array
    orientations: pa.Array
    code_bits: NDArray[np.uint64]


@lru_cache(maxsize=4)
def _terms_of(matcher: Matcher) -> _Terms:
    codes = matcher.codes
    return _Terms(
        pa.array([code.theme for code in codes], pa.string()),
        pa.array([code.id for code in codes], pa.string()),
        pa.array(matcher.notations, pa.string()),
        pa.array([code.orientation_when(name) for code in codes for name in STANCES], pa.string()),
        np.array([_bits(code.id) for code in codes], np.uint64),
    )


def _repeated(values: Sequence[str], numbers: NDArray[np.integer]) -> pa.Array:
    """Return the value of each number."""
    return pa.array(values, pa.string()).take(pa.array(numbers))


def _as_frame(columns: dict[str, object]) -> pd.DataFrame:
    frame: pd.DataFrame = pa.table(columns).to_pandas()
    return frame


def coding_id(coder: str, transcript_id: str, turn_index: int, start_char: int, end_char: int, code: str) -> str:
    """Return the id of a coding: the same coding has the same id on every machine and in every run.

    >>> coding_id("lexicon", "gesprek", 3, 0, 5, "BET-NORMAAL")
    '84733ed289fa1807'
    """
    turn = Turn(transcript_id, turn_index, "", "")
    at = np.zeros(1, np.int64)
    code_bits = np.array([_bits(code)], np.uint64)
    return _coding_ids(coder, [turn], at, np.array([start_char]), np.array([end_char]), code_bits)[0]


def _coding_ids(
    coder: str,
    turns: Sequence[Turn],
    text: NDArray[np.integer],
    starts: NDArray[np.integer],
    ends: NDArray[np.integer],
    code_bits: NDArray[np.uint64],
) -> list[str]:
    """Return the ids of many codings: 64 bits of what and where, mixed by the finaliser of MurmurHash3."""
    where = {name: _bits(f"{coder}\x1f{name}") for name in {turn.transcript_id for turn in turns}}
    turn_bits = np.array([where[turn.transcript_id] for turn in turns], np.uint64)
    ids: NDArray[np.uint64] = turn_bits[text]
    turn_numbers: NDArray[np.uint64] = np.array([turn.index for turn in turns], np.uint64)[text]
    ids = _mixed(ids ^ turn_numbers)
    place: NDArray[np.uint64] = (starts.astype(np.uint64) << np.uint64(32)) ^ ends.astype(np.uint64)
    ids = _mixed(ids ^ place)
    ids = _mixed(ids ^ code_bits)
    written = ids.astype(">u8").tobytes().hex()
    return [written[at : at + 16] for at in range(0, len(written), 16)]


def _bits(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return numbers ^ (numbers >> np.uint64(33))
