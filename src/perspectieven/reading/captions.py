"""Read captions: .vtt (WebVTT, as Teams and Zoom export it) and .srt (SubRip)."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import srt  # type: ignore[import-untyped]  # srt has no types
import webvtt

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.hallucinations import find_hallucinations
from perspectieven.reading.labels import find_labels
from perspectieven.reading.paragraphs import join_lines
from perspectieven.reading.source import UNKNOWN, Source, Utterance, read_bytes
from perspectieven.transcript import DOCUMENT

PAUSE_S = 2.0
"""Without speakers, a silence of this many seconds ends an utterance."""

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_NO_TEXT_BLOCK = re.compile(r"NOTE\b|STYLE\b|REGION\b")
_SWALLOWED = re.compile(r"-->|\n\n\d+\n")
"""In the text of a SubRip cue: a time or a number that belongs to a cue of its own."""
_TAG = re.compile(r"</?[^<>]*>|\{\\[^{}]*\}")


@dataclass(frozen=True, slots=True)
class _Cue:
    lines: tuple[str, ...]
    start_s: float
    end_s: float
    label: str | None = None


_NO_CUE = _Cue((), 0.0, 0.0)


def read_vtt(path: Path) -> Source:
    """Read a .vtt file: speakers from voice tags, or else from ``Naam: tekst``."""
    text = decode_bytes(read_bytes(path), path.name)
    faults = [
        Fault(path.name, f"line {number}", "is text without a time above it; give it one, or join it to its cue")
        for number in _find_untimed(text)
    ]
    if faults:
        raise TranscriptError(faults)
    try:
        captions = webvtt.WebVTT.from_string(text).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        what = "is not WebVTT; the first line is WEBVTT, then cues with a time such as 00:00:01.000 --> 00:00:04.000"
        raise TranscriptError(Fault(path.name, "line 1", what)) from error
    cues = (cue for c in captions for cue in _split_voices(c.raw_text, _seconds(c.start), _seconds(c.end)))
    return _as_source(tuple(cues), path.name)


def read_srt(path: Path) -> Source:
    """Read a .srt file: speakers from ``Naam: tekst``."""
    text = decode_bytes(read_bytes(path), path.name)
    try:
        captions = list(srt.parse(text))
    except srt.SRTParseError as error:
        line = text.count("\n", 0, error.expected_start) + 1
        what = "is not SubRip from here; each cue is a number, a time such as 00:00:01,000 --> 00:00:04,000, and text"
        fault = Fault(path.name, f"line {line}", what)
        raise TranscriptError(fault) from None  # the cause quotes the text
    what = "holds a line of another cue; correct the time, and put a blank line before the number"
    faults = [Fault(path.name, f"cue {c.index}", what) for c in captions if _SWALLOWED.search(c.content)]
    if faults:
        raise TranscriptError(faults)
    cues = (
        cue
        for caption in captions
        for cue in _split_voices(caption.content, caption.start.total_seconds(), caption.end.total_seconds())
    )
    return _as_source(tuple(cues), path.name)


def _find_untimed(text: str) -> list[int]:
    """Give the line numbers of blocks that the WebVTT standard would leave out without a word."""
    blocks = re.finditer(r"(?:^.+$\n?)+", text, re.MULTILINE)
    next(blocks, None)  # the heading
    return [
        text.count("\n", 0, block.start()) + 1
        for block in blocks
        if "-->" not in block.group() and not _NO_TEXT_BLOCK.match(block.group()) and block.group().strip()
    ]


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = stamp.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)


def _split_voices(raw: str, start_s: float, end_s: float) -> list[_Cue]:
    """Make one cue per voice tag; text before the first tag has no voice."""
    before, *voices = _VOICE.split(raw)
    pieces: list[tuple[str | None, str]] = [(None, before)]
    pieces += zip(voices[::2], voices[1::2], strict=True)
    cues = []
    for voice, text in pieces:
        lines = tuple(
            line for line in (join_lines([html.unescape(_TAG.sub("", ln))]) for ln in text.split("\n")) if line
        )
        if lines:
            cues.append(_Cue(lines, start_s, end_s, " ".join(html.unescape(voice).split()) if voice else None))
    return cues


def _as_source(cues: Sequence[_Cue], name: str) -> Source:
    cues = _without_rolling(cues)
    heard = [Utterance(cue.label or DOCUMENT, join_lines(cue.lines), cue.start_s, cue.end_s) for cue in cues]
    return replace(_as_turns(cues), remarks=find_hallucinations(heard, name))


def _as_turns(cues: Sequence[_Cue]) -> Source:
    if any(cue.label for cue in cues):
        return _merge(replace(cue, label=cue.label or UNKNOWN) for cue in cues)
    labels = find_labels(["\n".join(cue.lines) for cue in cues])
    return _merge(_split_labels(cues, labels))


def _without_rolling(cues: Sequence[_Cue]) -> tuple[_Cue, ...]:
    """Drop the lines that a cue repeats from the one before, if the whole file rolls like that (YouTube)."""
    overlaps = [_overlap(a.lines, b.lines) for a, b in pairwise((_NO_CUE, *cues))]
    if sum(map(bool, overlaps)) * 2 < len(cues):
        return tuple(cues)
    rolled = (replace(cue, lines=cue.lines[n:]) for cue, n in zip(cues, overlaps, strict=True))
    return tuple(cue for cue in rolled if cue.lines)


def _overlap(earlier: tuple[str, ...], later: tuple[str, ...]) -> int:
    longest = min(len(earlier), len(later))
    return next((n for n in range(longest, 0, -1) if earlier[-n:] == later[:n]), 0)


def _split_labels(cues: Sequence[_Cue], labels: frozenset[str]) -> Iterable[_Cue]:
    """Take ``Naam:`` off the lines; a cue without a name goes on with the speaker before it."""
    speaker = UNKNOWN if labels else DOCUMENT
    for cue in cues:
        for line in cue.lines:
            name, colon, text = line.lstrip("-\u2013 >").partition(":")
            if colon and name.strip() in labels:
                speaker, line = name.strip(), text.strip()
            yield _Cue((line,), cue.start_s, cue.end_s, speaker)


def _merge(cues: Iterable[_Cue]) -> Source:
    """Make one utterance of the cues that follow each other with the same speaker."""
    said: list[Utterance] = []
    for cue in cues:
        label, text = cue.label or DOCUMENT, join_lines(cue.lines)
        last = said[-1] if said else None
        paused = last is not None and label == DOCUMENT and cue.start_s - (last.end_s or 0) >= PAUSE_S
        if last is None or last.label != label or paused:
            said.append(Utterance(label, text, cue.start_s, cue.end_s))
        else:
            said[-1] = replace(last, text=f"{last.text} {text}".strip(), end_s=max(last.end_s or 0, cue.end_s))
    return Source(tuple(u for u in said if u.text))
