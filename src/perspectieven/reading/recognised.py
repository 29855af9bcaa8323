"""Read what speech recognition wrote as .json: Whisper and its kin, and Microsoft Teams or Stream."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.hallucinations import describe_time, find_hallucinations
from perspectieven.reading.json_fields import Item, load_json
from perspectieven.reading.recognised_pieces import Piece, merge_pieces
from perspectieven.reading.source import Source, Utterance
from perspectieven.reading.tiers import order_by_time
from perspectieven.reading.word_speakers import cut_at_speakers, fill_speakers, find_starts
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
    return Source(tuple(merge_pieces(pieces)), remarks=tuple(sorted(remarks, key=lambda fault: fault.place)))


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


def _read_segments(root: Item, remarks: list[Fault]) -> Iterator[Piece]:
    segments = root.items("segments", "segment")
    words = [segment.items("words", "word") for segment in segments]
    wholes = [_read_segment(segment, spoken) for segment, spoken in zip(segments, words, strict=True)]
    remarks += _find_doubts(segments, wholes)
    for segment, spoken, whole in zip(segments, words, wholes, strict=True):
        labels = fill_speakers([word.label("speaker") for word in spoken])
        if len(set(labels)) < 2:
            yield replace(whole, label=labels[0] if labels and labels[0] else whole.label)
        elif starts := find_starts(whole.text, [_word(word) for word in spoken]):
            yield from cut_at_speakers(whole, starts, spoken, labels)
        else:
            what = "changes speaker, but its words are not those of its text; all went to who has most words; listen"
            remarks.append(Fault(segment.where, _place(segment, whole), f"this segment {what}, and correct it"))
            yield replace(whole, label=max(labels, key=labels.count))


def _read_segment(segment: Item, words: Sequence[Item]) -> Piece:
    text = segment.text("text") if "text" in segment.fields or not words else " ".join(map(_word, words))
    return Piece(_unwrap(text), segment.seconds("start"), segment.seconds("end"), segment.label("speaker"))


def _read_words(key: str) -> Callable[[Item, list[Fault]], Iterator[Piece]]:
    """Make a reader of words by themselves; the text beside them, if there is one, has the punctuation."""

    def read(root: Item, remarks: list[Fault]) -> Iterator[Piece]:
        items = root.items(key, "word")
        words, labels = [_word(item) for item in items], fill_speakers([item.label("speaker") for item in items])
        text = _unwrap(root.text("text")) if root.fields.get("text") else ""
        starts = find_starts(text, words) if text else None
        if starts:
            bounds = [0, *starts[1:], len(text)]
            words = [text[start:end].strip() for start, end in pairwise(bounds)]
        elif text:
            what = "the words are not those of the text; the words were read; compare them with the text"
            remarks.append(Fault(root.where, "", what))
        for item, word, label in zip(items, words, labels, strict=True):
            yield Piece(word, item.seconds("start"), item.seconds("end"), label)

    return read


def _word(item: Item) -> str:
    return _unwrap(item.text("word", "text"))


def _unwrap(text: str) -> str:
    return " ".join(text.split())


def _read_whisper_cpp(root: Item, remarks: list[Fault]) -> list[Piece]:
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
        pieces.append(Piece(_unwrap(text), start_s, end_s, segment.label("speaker"), goes_on))
    remarks += _find_doubts(segments, pieces)
    return pieces


def _read_entries(root: Item, _: list[Fault]) -> list[Piece]:
    return order_by_time([[_read_entry(entry) for entry in root.items("entries", "entry")]])


def _read_entry(entry: Item) -> Piece:
    text, label = entry.text("text", "spokenText"), entry.label("speakerDisplayName")
    return Piece(_unwrap(text), entry.seconds("startOffset"), entry.seconds("endOffset"), label)


def _read_phrases(root: Item, _: list[Fault]) -> list[Piece]:
    return order_by_time([[_read_phrase(phrase) for phrase in root.items("recognizedPhrases", "phrase")]])


def _read_phrase(phrase: Item) -> Piece:
    """Read the likeliest reading of a phrase; the others, and what was not recognised, are no text."""
    readings = phrase.items("nBest", "reading")
    text = readings[0].text("display") if readings else ""
    start_s, length_s = phrase.seconds("offset"), phrase.seconds("duration")
    end_s = start_s + length_s if start_s is not None and length_s is not None else None
    named = isinstance(phrase.fields.get("speaker"), dict)
    return Piece(
        _unwrap(text),
        start_s,
        end_s,
        phrase.inner("speaker").label("displayName") if named else phrase.label("speaker"),
    )


def _read_text(root: Item, _: list[Fault]) -> list[Piece]:
    return [Piece(_unwrap(root.text("text")), None, None)]


_READERS: dict[str, Callable[[Item, list[Fault]], Iterable[Piece]]] = {
    "entries": _read_entries,
    "recognizedPhrases": _read_phrases,
    "transcription": _read_whisper_cpp,
    "segments": _read_segments,
    "word_segments": _read_words("word_segments"),
    "words": _read_words("words"),
    "text": _read_text,
}
"""How each shape is read, by the field that tells it; the first that holds something decides."""


def _find_doubts(segments: Sequence[Item], pieces: Sequence[Piece]) -> Iterator[Fault]:
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


def _place(segment: Item, piece: Piece) -> str:
    return describe_time(piece.start_s, piece.end_s) or segment.place
