"""Coding: transcripts and a lexicon to the codings and turns tables."""

import hashlib
import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial

import pandas as pd

from perspectieven.dutch.clauses import Clauses, split_clauses
from perspectieven.dutch.words import HESITATIONS, Words, split_words
from perspectieven.errors import Fault, TableError
from perspectieven.lexicon import Lexicon
from perspectieven.matching import Match, Matcher, decide_stance, decide_voice
from perspectieven.tables import CODINGS, TURNS, make_table
from perspectieven.transcript import Speaker, Transcript, Turn

CODER = "lexicon"
"""The coder that machine codings carry."""

WORDS_IN_A_NOD = 2
"""A turn of so many words without a mention (*hm*, *ja hoor*) leaves the interviewer's question open."""

TEXTS = "texts"
"""Transcript id that `code_texts` gives."""


@dataclass(frozen=True, slots=True)
class CodedTranscript:
    """What coding one transcript gives: rows in the order of `tables.TURNS` and `tables.CODINGS`."""

    turns: tuple[tuple[object, ...], ...]
    codings: tuple[tuple[object, ...], ...]


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
    return make_table(code_transcript(Transcript(TEXTS, turns), lexicon).codings, CODINGS)


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
    done: list[CodedTranscript] = []
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            for transcript, coded in zip(
                transcripts, pool.map(partial(code_transcript, lexicon=lexicon), transcripts), strict=True
            ):
                done.append(coded)
                on_done(transcript.id)
    else:
        for transcript in transcripts:
            done.append(code_transcript(transcript, lexicon))
            on_done(transcript.id)
    turns = make_table([row for coded in done for row in coded.turns], TURNS)
    codings = make_table([row for coded in done for row in coded.codings], CODINGS)
    return (
        turns.sort_values(list(TURNS.key), ignore_index=True),
        codings.sort_values(list(CODINGS.key), ignore_index=True),
    )


def code_transcript(transcript: Transcript, lexicon: Lexicon) -> CodedTranscript:
    """Code one transcript."""
    matcher = _matcher(lexicon.digest, lexicon)
    turn_rows: list[tuple[object, ...]] = []
    coding_rows: list[tuple[object, ...]] = []
    asked: tuple[set[str], set[str]] = (set(), set())
    questions: list[Words] = []
    for turn in transcript.turns:
        words = split_words(turn.text)
        matches = matcher.find(words, questions)
        turn_rows.append(_turn_row(turn, words))
        if turn.speaker is not None and turn.speaker.role == "interviewer":
            questions.append(words)
            codes, terms = asked
            asked = (codes | {m.code.id for m in matches}, terms | {m.term.notation for m in matches})
            continue
        clauses = split_clauses(words) if matches else None
        if clauses is not None:
            coding_rows += [_coding_row(turn, clauses, match, asked) for match in matches]
        if matches or len(words) > WORDS_IN_A_NOD:
            asked, questions = (set(), set()), []
    return CodedTranscript(tuple(turn_rows), tuple(coding_rows))


_lexicons: dict[str, Lexicon] = {}


@lru_cache(maxsize=4)
def _matcher_for(digest: str) -> Matcher:
    return Matcher(_lexicons[digest])


def _matcher(digest: str, lexicon: Lexicon) -> Matcher:
    _lexicons[digest] = lexicon
    return _matcher_for(digest)


def _turn_row(turn: Turn, words: Words) -> tuple[object, ...]:
    speaker = turn.speaker
    return (
        turn.transcript_id,
        turn.index,
        speaker.id if speaker else turn.label,
        speaker.perspective or "" if speaker else "",
        speaker.role if speaker else "participant",
        speaker.sector if speaker else "",
        math.nan if turn.start_s is None else turn.start_s,
        math.nan if turn.end_s is None else turn.end_s,
        sum(form not in HESITATIONS for form in words.forms),
        turn.text,
    )


def _coding_row(turn: Turn, clauses: Clauses, match: Match, asked: tuple[set[str], set[str]]) -> tuple[object, ...]:
    spans = _spans(clauses.words, match.parts)
    start, end = spans[0][0], spans[-1][1]
    stance = decide_stance(clauses, match.parts, antonym=match.term.antonym, asked=match.code.asked)
    voice = decide_voice(clauses, match.parts)
    asked_codes, asked_terms = asked
    return (
        coding_id(CODER, turn.transcript_id, turn.index, start, end, match.code.id),
        CODER,
        "machine",
        turn.transcript_id,
        turn.index,
        start,
        end,
        " ".join(f"{first}:{last}" for first, last in spans),
        turn.text[start:end],
        match.code.theme,
        match.code.id,
        match.term.notation,
        stance.name,
        voice.name,
        voice.attributed_to,
        match.code.orientation_when(stance.name),
        match.code.id in asked_codes or match.term.notation in asked_terms,
        bool(stance.doubt),
        "; ".join(filter(None, (stance.cue, voice.cue, stance.doubt and f"review: {stance.doubt}"))) or "no cue",
    )


def _spans(words: Words, parts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the code point ranges of the parts of a match, neighbours joined."""
    spans: list[tuple[int, int]] = []
    last = -2
    for part in parts:
        start, end = words.start_chars[part], words.end_chars[part]
        if part == last + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = part
    return spans


def coding_id(coder: str, transcript_id: str, turn_index: int, start_char: int, end_char: int, code: str) -> str:
    """Return the id of a coding: the same coding has the same id on every machine and in every run.

    >>> coding_id("lexicon", "gesprek", 3, 0, 5, "BET-NORMAAL")
    '03088a7934dd'
    """
    place = "\x1f".join((coder, transcript_id, str(turn_index), str(start_char), str(end_char), code))
    return hashlib.sha256(place.encode()).hexdigest()[:12]
