"""Coding: transcripts and a lexicon to the codings and turns tables."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from perspectieven.dutch.kinds import REPORTER_NAMES
from perspectieven.errors import Fault, TableError
from perspectieven.lexicon import Lexicon
from perspectieven.matching import Found, Matcher
from perspectieven.tables import CODINGS, TURNS
from perspectieven.transcript import Speaker, Transcript, Turn

CODER = "lexicon"
"""The coder that machine codings carry."""

TEXTS = "texts"
"""Transcript id that `code_texts` gives."""

BATCH = 500_000
"""Characters that are coded in one go: enough for the arrays to pay, little enough to fit in memory many times."""

STANCES = ("affirmed", "negated", "hypothetical")
VOICES = ("own", "other")

Tables = tuple[pd.DataFrame, pd.DataFrame]
"""Turns and codings."""


def code_texts(texts: Iterable[str], lexicon: Lexicon) -> pd.DataFrame:
    """Code loose texts, each as one turn of nobody in particular.

    Returns
    -------
    DataFrame
        Schema `tables.CODINGS`; ``turn_index`` is the position in `texts`.

    Raises
    ------
    TableError
        With the position of everything that is no text, or text that is not NFC-normalised: its offsets would lie.

    Examples
    --------
    >>> import perspectieven as pv
    >>> codings = code_texts(["Dat hoort er toch bij.", "Ik maak me geen zorgen."], pv.read_lexicon("normaliseren"))
    >>> codings[["turn_index", "code", "stance", "orientation"]]
       turn_index            code    stance     orientation
    0           0  ERB-HOORTERBIJ  affirmed  normaliserend
    1           1      GRE-ZORGEN   negated  normaliserend
    """
    someone = Speaker("unknown", "unknown")
    texts = _check_texts(texts)
    turns = tuple(Turn(TEXTS, index, "", text, speaker=someone) for index, text in enumerate(texts))
    return code_transcripts([Transcript(TEXTS, turns)], lexicon)[1]


def _check_texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise TableError(Fault("texts", "", "is one text; give a list of texts, [text]"))
    given = list(texts)
    faults = [
        Fault("texts", f"position {at}", f"is a {type(text).__name__}; give text, or leave the position out")
        for at, text in enumerate(given)
        if not isinstance(text, str)
    ]
    faults += [
        Fault("texts", f"position {at}", 'is not in NFC; give unicodedata.normalize("NFC", text)')
        for at, text in enumerate(given)
        if isinstance(text, str) and not unicodedata.is_normalized("NFC", text)
    ]
    if faults:
        raise TableError(faults)
    return given


def code_transcripts(
    transcripts: Sequence[Transcript],
    lexicon: Lexicon,
    *,
    jobs: int = 1,
    on_done: Callable[[str], None] = lambda transcript_id: None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Code transcripts whose speakers are known.

    Parameters
    ----------
    jobs : int
        Processes to use; starting one takes a second or two.
    on_done : callable
        Called with the id of each transcript as it is finished.

    Returns
    -------
    (turns, codings)
        Schemas `tables.TURNS` and `tables.CODINGS`, sorted; the order of `transcripts` changes nothing.
        An interviewer's turns are in `turns` and prompt codings, but have none themselves.
    """
    batches = list(_batches(transcripts))
    done: list[Tables] = []
    if jobs > 1 and len(batches) > 1:
        with ProcessPoolExecutor(jobs) as pool:
            for batch, tables in zip(batches, pool.map(partial(_code_batch, lexicon=lexicon), batches), strict=True):
                done.append(tables)
                _report(batch, on_done)
    else:
        for batch in batches:
            done.append(_code_batch(batch, lexicon))
            _report(batch, on_done)
    turns, codings = (
        pd.concat([tables[at] for tables in done], ignore_index=True) if len(done) > 1 else done[0][at] for at in (0, 1)
    )
    return (
        turns.sort_values(list(TURNS.key), ignore_index=True),
        codings.sort_values(list(CODINGS.key), ignore_index=True),
    )


def _report(transcripts: Iterable[Transcript], on_done: Callable[[str], None]) -> None:
    for transcript in transcripts:
        on_done(transcript.id)


def _batches(transcripts: Iterable[Transcript]) -> Iterator[list[Transcript]]:
    """Divide transcripts into batches of about `BATCH` characters, at least one."""
    batch: list[Transcript] = []
    size = 0
    for transcript in transcripts:
        batch.append(transcript)
        size += sum(len(turn.text) for turn in transcript.turns)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _code_batch(transcripts: Sequence[Transcript], lexicon: Lexicon) -> Tables:
    turns = list(chain.from_iterable(transcript.turns for transcript in transcripts))
    asks = [turn.speaker is not None and turn.speaker.role == "interviewer" for turn in turns]
    matcher = _matcher(lexicon.digest, lexicon)
    found = matcher.find([turn.text for turn in turns], interviewer=asks, opens=[turn.index == 0 for turn in turns])
    return _turns_table(turns, found), _codings_table(turns, asks, found, matcher)


_lexicons: dict[str, Lexicon] = {}


@lru_cache(maxsize=4)
def _matcher_for(digest: str) -> Matcher:
    return Matcher(_lexicons[digest])


def _matcher(digest: str, lexicon: Lexicon) -> Matcher:
    _lexicons[digest] = lexicon
    return _matcher_for(digest)


def _turns_table(turns: Sequence[Turn], found: Found) -> pd.DataFrame:
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


def _codings_table(turns: Sequence[Turn], asks: Sequence[bool], found: Found, matcher: Matcher) -> pd.DataFrame:
    kept = np.flatnonzero(~np.array(asks, np.bool_)[found.hits.text]) if len(found) else np.empty(0, np.int64)
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
    codes = [code for code, _ in matcher.terms]
    return _Terms(
        pa.array([code.theme for code in codes], pa.string()),
        pa.array([code.id for code in codes], pa.string()),
        pa.array([term.notation for _, term in matcher.terms], pa.string()),
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
