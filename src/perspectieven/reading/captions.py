"""Read captions: .vtt (WebVTT, as Teams and Zoom export it) and .sbv (YouTube)."""

import re
from collections.abc import Iterator
from pathlib import Path

import webvtt

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.cues import Cue, as_source, split_voices
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.label_styles import parse_seconds
from perspectieven.reading.source import Source, read_bytes

_BLOCK = re.compile(r"(?:^.+$\n?)+", re.MULTILINE)
_NO_TEXT_BLOCK = re.compile(r"NOTE\b|STYLE\b|REGION\b")
_SBV_TIME = re.compile(r"\s*(\d{1,4}:\d{1,2}:\d{1,2}(?:\.\d{1,3})?),(\d{1,4}:\d{1,2}:\d{1,2}(?:\.\d{1,3})?)\s*")
_SBV_BREAK = re.compile(r"(?i)\[br\]")
_UNTIMED = "is text without a time above it; give it one, or join it to its cue"


def read_vtt(path: Path) -> Source:
    """Read a .vtt file: speakers from voice tags, or else from ``Naam: tekst``.

    Notes, styles, regions and the settings of a cue are left out.

    Raises
    ------
    TranscriptError
        If it is not WebVTT, or holds text without a time, which the standard would leave out without a word.
    """
    text = decode_bytes(read_bytes(path), path.name)
    faults = [
        Fault(path.name, f"line {number}", _UNTIMED)
        for number, block in list(_iter_blocks(text))[1:]
        if "-->" not in block and not _NO_TEXT_BLOCK.match(block)
    ]
    if faults:
        raise TranscriptError(faults)
    try:
        captions = webvtt.WebVTT.from_string(text).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        what = "is not WebVTT; the first line is WEBVTT, then cues with a time such as 00:00:01.000 --> 00:00:04.000"
        raise TranscriptError(Fault(path.name, "line 1", what)) from error
    cues = (cue for c in captions for cue in split_voices(c.raw_text, parse_seconds(c.start), parse_seconds(c.end)))
    return as_source(tuple(cues), path.name)


def read_sbv(path: Path) -> Source:
    """Read a .sbv file: speakers from ``Naam: tekst``.

    Raises
    ------
    TranscriptError
        If a block of lines does not begin with a time.
    """
    blocks = list(_iter_blocks(decode_bytes(read_bytes(path), path.name)))
    what = "does not begin with a time such as 0:00:01.000,0:00:04.000; give it one, or join it to its cue"
    faults = [Fault(path.name, f"line {number}", what) for number, block in blocks if not _SBV_TIME.match(block)]
    if faults:
        raise TranscriptError(faults)
    return as_source(tuple(cue for _, block in blocks for cue in _read_sbv_cue(block)), path.name)


def _read_sbv_cue(block: str) -> Iterator[Cue]:
    time, _, text = block.partition("\n")
    match = _SBV_TIME.match(time)
    if match:
        yield from split_voices(_SBV_BREAK.sub("\n", text), parse_seconds(match[1]), parse_seconds(match[2]))


def _iter_blocks(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines between blank lines, with the number of the first."""
    line, at = 1, 0
    for block in _BLOCK.finditer(text):
        line += text.count("\n", at, block.start())
        at = block.start()
        if block.group().strip():
            yield line, block.group()
