"""Read SubRip captions (.srt), line by line.

Written out here because `srt`, the library for it, searches a whole file for the end of each cue in a time that grows
with the square of its size, and for ever where a damaged file holds a long row of digits.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.cues import Cue, as_source, split_voices
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.label_styles import parse_seconds
from perspectieven.reading.source import Source, read_bytes

_CLOCK = r"(\d{1,4}:\d{1,2}:\d{1,2}(?:[.,]\d{1,9})?)"
_TIME = re.compile(rf"\s*+{_CLOCK} *+--> *+{_CLOCK}(?:\s.*+)?")
"""The time of a cue; behind it may stand where on the screen the cue is."""
_NUMBER = re.compile(r"\s*+\d{1,9}\s*+")
_ARROW = "-->"
_AS_SUBRIP = "each cue is a number, a time such as 00:00:01,000 --> 00:00:04,000, and text"


def read_srt(path: Path) -> Source:
    """Read a .srt file: speakers from ``Naam: tekst``.

    Numbers may be missing, and blank lines may stand inside a cue.

    Raises
    ------
    TranscriptError
        If it is not SubRip, or a cue holds the time or number of another.
    """
    lines = decode_bytes(read_bytes(path), path.name).split("\n")
    times = [(at, time) for at, line in enumerate(lines) if _ARROW in line and (time := _TIME.fullmatch(line))]
    heads = [_find_head(lines, at) for at, _ in times]
    ends = [*heads, len(lines)][1:]
    texts = [(at + 1, end) for (at, _), end in zip(times, ends, strict=True)]
    first = next((at for at, line in enumerate(lines[: heads[0] if heads else None]) if line.strip()), None)
    faults = [] if first is None else [_fault(path, first, f"is not SubRip from here; {_AS_SUBRIP}")]
    faults += [fault for start, end in texts for fault in _find_swallowed(path, lines, start, end)]
    if faults:
        raise TranscriptError(faults)
    cues: list[Cue] = []
    for (_, time), (start, end) in zip(times, texts, strict=True):
        cues += split_voices("\n".join(lines[start:end]), parse_seconds(time[1]), parse_seconds(time[2]))
    return as_source(tuple(cues), path.name)


def _find_head(lines: Sequence[str], at: int) -> int:
    """Return where the cue begins whose time stands on this line: at its number, if it has one."""
    above = next((before for before in range(at - 1, -1, -1) if lines[before].strip()), None)
    if above is None or not _NUMBER.fullmatch(lines[above]):
        return at
    stands_alone = above == 0 or not lines[above - 1].strip()
    return above if above == at - 1 or stands_alone else at


def _find_swallowed(path: Path, lines: Sequence[str], start: int, end: int) -> Iterator[Fault]:
    """Tell which lines in the text of a cue look like the time or the number of a cue of its own."""
    for at in range(start, end):
        if _ARROW in lines[at]:
            yield _fault(path, at, f"is no time that can be read; correct it, {_AS_SUBRIP}")
        elif at > start and not lines[at - 1].strip() and at + 1 < end and _is_untimed(lines[at], lines[at + 1]):
            yield _fault(path, at, f"is the number of a cue without a time; {_AS_SUBRIP}")


def _is_untimed(line: str, following: str) -> bool:
    return bool(following.strip()) and _ARROW not in following and _NUMBER.fullmatch(line) is not None


def _fault(path: Path, at: int, what: str) -> Fault:
    return Fault(path.name, f"line {at + 1}", what)
