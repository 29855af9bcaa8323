"""Read what speech recognition wrote as .json: Whisper and its kin, and Microsoft Teams or Stream."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.cues import PAUSE_S
from perspectieven.reading.hallucinations import describe_time, find_hallucinations
from perspectieven.reading.json_fields import Item, load_json
from perspectieven.reading.source import UNKNOWN, Source, Utterance
from perspectieven.transcript import DOCUMENT

MOST_CHARACTERS = 20_000_000
"""Characters of text in one file; a day of talk has about a million."""

_KNOWN = (
    "segments (Whisper, faster-whisper, WhisperX), word_segments (WhisperX), words, or text alone (OpenAI), "
    "transcription (whisper.cpp), entries or recognizedPhrases (Teams, Stream)"
)
_BESIDE_TEXT = frozenset({"text", "task", "language", "duration", "usage", "logprobs", "segments", "words"})
"""What stands in the short answer of OpenAI's service, so that a file is not read for one field named "text" only."""
_LISTS = (
    ("entries", "startOffset"),
    ("transcription", "timestamps"),
    ("transcription", "offsets"),
    ("words", "word"),
    ("segments", "start"),
)
"""A list by itself is this list of a shape, if its first object has this field."""

_DOUBTS: tuple[tuple[str, Callable[[float], bool], str], ...] = (
    ("no_speech_prob", lambda value: value > 0.6, "likely not speech (no_speech_prob above 0.6)"),
    ("avg_logprob", lambda value: value < -1.0, "likely misheard (avg_logprob below -1)"),
)
"""The borders are Whisper's own, beyond which it tries again or takes a segment for silence."""
_GOES_ON = re.compile(r"[\w'\u2019.,?!;:)-]")
"""What the rest of a word, or the sign behind it, begins with."""
_NO_WORD = re.compile(r"\W*")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
"""A word without the signs around it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is said in one segment, or in the part of it that one speaker says."""

    text: str = field(repr=False)
    start_s: float | None
    end_s: float | None
    label: str | None = None
    goes_on: bool = False


def read_json(path: Path) -> Source:
    """Read a .json file of a speech recogniser; its fields tell which one.

    Known are OpenAI Whisper and faster-whisper (``segments``, each with ``start``, ``end`` and ``text``, also as a list
    by itself; or only ``words``, or only ``text``), WhisperX (the same with ``speaker`` per segment and per word; where
    a segment changes speaker, the words decide; or ``word_segments``), whisper.cpp (``transcription``, with ``offsets``
    or ``timestamps``), and Microsoft Teams and Stream (``entries``, with ``speakerDisplayName``, ``text`` or
    ``spokenText``, ``startOffset`` and ``endOffset``; or ``recognizedPhrases``, with ``offset`` and ``duration``; these
    are put in order of time).

    Returns
    -------
    Source
        Without speakers, a silence of `cues.PAUSE_S` ends an utterance. Remarks say where the words are likely made
        up (`find_hallucinations`), where the recogniser doubts itself, and where the text and the words of a segment
        are not the same. The text stays as it is.

    Raises
    ------
    TranscriptError
        If the file is no JSON, has none of these shapes, or has fields that cannot be what they should be.
    """
    root = _load(path)
    shape = next((key for key in _READERS if _holds(root, key)), None)
    if shape is None:
        if any(root.fields.get(key) in ([], "") for key in _READERS):
            return Source(())
        what = f"is none of the shapes of speech recognition that can be read: {_KNOWN}; export it as one of these"
        raise TranscriptError(Fault(path.name, "", what))
    remarks: list[Fault] = []
    pieces = [piece for piece in _READERS[shape](root, remarks) if piece.text]
    if root.faults:
        raise TranscriptError(root.faults)
    if sum(len(piece.text) for piece in pieces) > MOST_CHARACTERS:
        what = f"has more than {MOST_CHARACTERS:,} characters of text, more than anyone says in a recording; split it"
        raise TranscriptError(Fault(path.name, "", what))
    said = [Utterance(piece.label or DOCUMENT, piece.text, piece.start_s, piece.end_s) for piece in pieces]
    remarks += find_hallucinations(said, path.name)
    return Source(tuple(_merge(pieces)), remarks=tuple(sorted(remarks, key=lambda fault: fault.place)))


def _load(path: Path) -> Item:
    value = load_json(path)
    if isinstance(value, list):
        first = value[0] if value and isinstance(value[0], dict) else {}
        value = {next((key for key, sign in _LISTS if sign in first), ""): value}
    return Item(value if isinstance(value, dict) else {}, path.name, "", [])


def _holds(root: Item, key: str) -> bool:
    value = root.fields.get(key)
    if key == "text":
        return isinstance(value, str) and bool(value) and root.fields.keys() <= _BESIDE_TEXT
    return isinstance(value, list) and bool(value)


def _read_segments(root: Item, remarks: list[Fault]) -> Iterator[_Piece]:
    segments = root.items("segments", "segment")
    words = [segment.items("words", "word") for segment in segments]
    wholes = [_read_segment(segment, spoken) for segment, spoken in zip(segments, words, strict=True)]
    remarks += _find_doubts(segments, wholes)
    for segment, spoken, whole in zip(segments, words, wholes, strict=True):
        labels = _fill([word.label("speaker") for word in spoken])
        if len(set(labels)) < 2:
            yield replace(whole, label=labels[0] if labels and labels[0] else whole.label)
        elif starts := _find_starts(whole.text, [_word(word) for word in spoken]):
            yield from _cut(whole, starts, spoken, labels)
        else:
            what = "changes speaker, but its words are not those of its text; all went to who has most words; listen"
            remarks.append(Fault(segment.where, _place(segment, whole), f"this segment {what}, and correct it"))
            yield replace(whole, label=max(labels, key=labels.count))


def _read_segment(segment: Item, words: Sequence[Item]) -> _Piece:
    text = segment.text("text") if "text" in segment.fields or not words else " ".join(map(_word, words))
    return _Piece(_unwrap(text), segment.seconds("start"), segment.seconds("end"), segment.label("speaker"))


def _fill(labels: Sequence[str | None]) -> list[str | None]:
    """Give words without a speaker that of the word before; at the start, that of the first word that has one."""
    last = next((label for label in labels if label), None)
    filled = []
    for label in labels:
        last = label or last
        filled.append(last)
    return filled


def _find_starts(text: str, words: Sequence[str]) -> list[int] | None:
    """Find where each word starts in the text; None if they are not the words of this text, all and in order."""
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


def _cut(whole: _Piece, starts: list[int], words: Sequence[Item], labels: Sequence[str | None]) -> Iterator[_Piece]:
    """Cut a segment where its words change speaker."""
    cuts = [n for n in range(len(words)) if n == 0 or labels[n] != labels[n - 1]]
    before_s = whole.start_s
    for first, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
        is_last = end == len(words)
        start_s = next((s for word in words[first:end] if (s := word.seconds("start")) is not None), before_s)
        ends = (s for word in reversed(words[first:end]) if (s := word.seconds("end")) is not None)
        before_s = next(ends, whole.end_s if is_last else start_s)
        text = whole.text[starts[first] if first else 0 : None if is_last else starts[end]]
        yield _Piece(text.strip(), start_s, before_s, labels[first])


def _read_words(key: str) -> Callable[[Item, list[Fault]], Iterator[_Piece]]:
    """Make a reader of words by themselves; the text beside them, if there is one, has the punctuation."""

    def read(root: Item, remarks: list[Fault]) -> Iterator[_Piece]:
        items = root.items(key, "word")
        words, labels = [_word(item) for item in items], _fill([item.label("speaker") for item in items])
        text = _unwrap(root.text("text")) if root.fields.get("text") else ""
        starts = _find_starts(text, words) if text else None
        if starts:
            bounds = [0, *starts[1:], len(text)]
            words = [text[start:end].strip() for start, end in pairwise(bounds)]
        elif text:
            what = "the words are not those of the text; the words were read; compare them with the text"
            remarks.append(Fault(root.where, "", what))
        for item, word, label in zip(items, words, labels, strict=True):
            yield _Piece(word, item.seconds("start"), item.seconds("end"), label)

    return read


def _word(item: Item) -> str:
    return _unwrap(item.text("word", "text"))


def _unwrap(text: str) -> str:
    return " ".join(text.split())


def _read_whisper_cpp(root: Item, remarks: list[Fault]) -> list[_Piece]:
    """Read segments; with a short longest length (-ml) they are parts of words, and only a new word has a space."""
    segments = root.items("transcription", "segment")
    texts = [segment.text("text") for segment in segments]
    spaced = 4 * sum(text.startswith(" ") for text in texts) > len(texts)
    pieces = []
    for segment, text in zip(segments, texts, strict=True):
        times, per_second = (
            (segment.inner("offsets"), 1000) if "offsets" in segment.fields else (segment.inner("timestamps"), 1)
        )
        start_s, end_s = times.seconds("from", per_second=per_second), times.seconds("to", per_second=per_second)
        goes_on = spaced and bool(_GOES_ON.match(text))
        pieces.append(_Piece(_unwrap(text), start_s, end_s, segment.label("speaker"), goes_on))
    remarks += _find_doubts(segments, pieces)
    return pieces


def _read_entries(root: Item, _: list[Fault]) -> list[_Piece]:
    return _in_order(
        _Piece(
            _unwrap(entry.text("text", "spokenText")),
            entry.seconds("startOffset"),
            entry.seconds("endOffset"),
            entry.label("speakerDisplayName"),
        )
        for entry in root.items("entries", "entry")
    )


def _read_phrases(root: Item, _: list[Fault]) -> list[_Piece]:
    return _in_order(map(_read_phrase, root.items("recognizedPhrases", "phrase")))


def _read_phrase(phrase: Item) -> _Piece:
    """Read the likeliest reading of a phrase; the others, and what was not recognised, are no text."""
    readings = phrase.items("nBest", "reading")
    text = readings[0].text("display") if readings else ""
    start_s, length_s = phrase.seconds("offset"), phrase.seconds("duration")
    end_s = start_s + length_s if start_s is not None and length_s is not None else None
    named = isinstance(phrase.fields.get("speaker"), dict)
    return _Piece(
        _unwrap(text),
        start_s,
        end_s,
        phrase.inner("speaker").label("displayName") if named else phrase.label("speaker"),
    )


def _in_order(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Put pieces in order of their start; one without stays behind the piece that it follows."""
    timed, last_s = [], 0.0
    for piece in pieces:
        last_s = piece.start_s if piece.start_s is not None else last_s
        timed.append((last_s, piece))
    return [piece for _, piece in sorted(timed, key=lambda pair: pair[0])]


def _read_text(root: Item, _: list[Fault]) -> list[_Piece]:
    return [_Piece(_unwrap(root.text("text")), None, None)]


_READERS: dict[str, Callable[[Item, list[Fault]], Iterable[_Piece]]] = {
    "entries": _read_entries,
    "recognizedPhrases": _read_phrases,
    "transcription": _read_whisper_cpp,
    "segments": _read_segments,
    "word_segments": _read_words("word_segments"),
    "words": _read_words("words"),
    "text": _read_text,
}
"""How each shape is read, by the field that tells it; the first that holds something decides."""


def _find_doubts(segments: Sequence[Item], pieces: Sequence[_Piece]) -> Iterator[Fault]:
    """Remark on the segments that the recogniser doubts; one remark for those that follow each other."""
    for key, is_doubtful, what in _DOUBTS:
        numbers = [segment.number(key) for segment in segments]
        flags = [number is not None and is_doubtful(number) for number in numbers]
        for doubtful, group in groupby(range(len(flags)), flags.__getitem__):
            run = list(group)
            if doubtful:
                place = _place(segments[run[0]], replace(pieces[run[0]], end_s=pieces[run[-1]].end_s))
                n = f"{len(run):,} segment{'s are' if len(run) > 1 else ' is'}"
                yield Fault(
                    segments[0].where, place, f"{n} {what}; listen there, and correct or remove what nobody said"
                )


def _place(segment: Item, piece: _Piece) -> str:
    return describe_time(piece.start_s, piece.end_s) or segment.place


def _merge(pieces: Sequence[_Piece]) -> Iterator[Utterance]:
    """Make one utterance of the pieces that follow each other with the same speaker."""
    unlabelled = UNKNOWN if any(piece.label for piece in pieces) else DOCUMENT
    run: list[_Piece] = []
    for piece in pieces:
        if run and (piece.label != run[0].label or (unlabelled == DOCUMENT and _is_paused(run[-1], piece))):
            yield _as_utterance(run, unlabelled)
            run = []
        run.append(piece)
    if run:
        yield _as_utterance(run, unlabelled)


def _is_paused(earlier: _Piece, later: _Piece) -> bool:
    known = earlier.end_s is not None and later.start_s is not None and not later.goes_on
    return known and (later.start_s or 0) - (earlier.end_s or 0) >= PAUSE_S


def _as_utterance(run: Sequence[_Piece], unlabelled: str) -> Utterance:
    text = "".join(piece.text if piece.goes_on else f" {piece.text}" for piece in run).strip()
    start_s = next((piece.start_s for piece in run if piece.start_s is not None), None)
    end_s = max((piece.end_s for piece in run if piece.end_s is not None), default=None)
    return Utterance(run[0].label or unlabelled, text, start_s, end_s)
