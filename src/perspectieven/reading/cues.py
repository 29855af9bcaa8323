"""From the cues of captions to turns: voices, entities, captions that roll, and cues of one speaker joined."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from perspectieven.reading.encoding import clean_text
from perspectieven.reading.hallucinations import find_hallucinations
from perspectieven.reading.labels import find_labels
from perspectieven.reading.paragraphs import join_lines
from perspectieven.reading.source import UNKNOWN, Source, Utterance
from perspectieven.transcript import DOCUMENT

PAUSE_S = 2.0
"""Without speakers, a silence of this many seconds ends an utterance."""

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s++([^<>]*+))?>")
_TAG = re.compile(r"(?i)</?(?:c|b|i|u|s|v|lang|ruby|rt|font|span)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}")
"""What says how a word looks or when it lights up; between other angle brackets stand words."""
_LIGHTS_UP = re.compile(r"<[\d:.]+>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_ROLL_S, _FLASH_S = 0.1, 0.05
"""Lines that roll stay on without a gap, of this many seconds; nobody says words in a flash."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is on the screen for a while.

    Attributes
    ----------
    lines : tuple of str
        Without tags and entities, none of them empty.
    start_s, end_s : float
    label : str or None
        Whose voice it is, where a tag says so.
    lights_up : bool
        Whether there are times between its words, as in captions that roll.
    """

    lines: tuple[str, ...] = field(repr=False)
    start_s: float
    end_s: float
    label: str | None = None
    lights_up: bool = False


def split_voices(raw: str, start_s: float, end_s: float) -> Iterator[Cue]:
    """Make one cue per voice tag; text before the first tag has no voice.

    Examples
    --------
    >>> [cue.label for cue in split_voices("(muziek) <v Noor>Hoi</v> <v.luid Sanne>Dag", 1.0, 2.0)]
    [None, 'Noor', 'Sanne']
    """
    before, *voices = _VOICE.split(raw)
    pieces: list[tuple[str | None, str]] = [(None, before)]
    pieces += zip(voices[::2], voices[1::2], strict=True)
    for voice, text in pieces:
        lines = tuple(filter(None, (join_lines([line]) for line in _show(text).split("\n"))))
        if lines:
            yield Cue(lines, start_s, end_s, join_lines([_show(voice or "")]) or None, bool(_LIGHTS_UP.search(text)))


def as_source(cues: Sequence[Cue], name: str) -> Source:
    """Make turns of cues; the speakers are the voices, or else the names before a colon.

    Parameters
    ----------
    cues : sequence of Cue
    name : str
        Name of the file, for remarks.
    """
    cues = _without_rolling(cues)
    heard = [Utterance(cue.label or DOCUMENT, join_lines(cue.lines), cue.start_s, cue.end_s) for cue in cues]
    if any(cue.label for cue in cues):
        named: Iterable[Cue] = (replace(cue, label=cue.label or UNKNOWN) for cue in cues)
    else:
        named = _split_labels(cues, find_labels(["\n".join(cue.lines) for cue in cues]))
    return Source(tuple(_merge(named)), remarks=find_hallucinations(heard, name))


def _show(text: str) -> str:
    return clean_text(_ENTITY.sub(lambda match: html.unescape(match.group()), _TAG.sub("", text)))


def _without_rolling(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Leave out what a cue repeats of the one before, if the whole file rolls like that, as YouTube's do.

    That somebody says the same again is no rolling: a file rolls if at least half of its cues repeat lines, and more
    than once a cue goes on after these, or shows less than the one before.
    """
    new = [_find_new(earlier, later) for earlier, later in pairwise(cues)]
    n_repeated = sum(lines is not None for lines in new)
    n_rolled = sum(
        lines is not None and (bool(lines) or len(later.lines) < len(earlier.lines) or _is_flash(later))
        for lines, (earlier, later) in zip(new, pairwise(cues), strict=True)
    )
    if 2 * n_repeated < len(cues) or n_rolled < (1 if any(cue.lights_up for cue in cues) else 2):
        return tuple(cues)
    rolled = (cue if lines is None else replace(cue, lines=lines) for cue, lines in zip(cues[1:], new, strict=True))
    return (*cues[:1], *(cue for cue in rolled if cue.lines))


def _find_new(earlier: Cue, later: Cue) -> tuple[str, ...] | None:
    """Give the lines that a cue adds to what is on the screen already; None if it repeats nothing."""
    if later.label or earlier.label or later.start_s > earlier.end_s + _ROLL_S:  # what has voices does not roll
        return None
    for n in range(min(len(earlier.lines), len(later.lines)), 0, -1):
        shown, again = earlier.lines[-n:], later.lines[:n]
        if shown == again:
            return later.lines[n:]
        if shown[:-1] == again[:-1] and again[-1].startswith(f"{shown[-1]} "):
            return (again[-1][len(shown[-1]) + 1 :], *later.lines[n:])
    return None


def _is_flash(cue: Cue) -> bool:
    return cue.end_s - cue.start_s <= _FLASH_S


def _split_labels(cues: Sequence[Cue], labels: frozenset[str]) -> Iterator[Cue]:
    """Take ``Naam:`` off the lines; a cue without a name goes on with the speaker before it."""
    speaker = UNKNOWN if labels else DOCUMENT
    for cue in cues:
        for line in cue.lines:
            name, colon, text = line.lstrip("-\u2013 >").partition(":")
            if colon and name.strip() in labels:
                speaker, line = name.strip(), text.strip()
            yield Cue((line,), cue.start_s, cue.end_s, speaker)


def _merge(cues: Iterable[Cue]) -> Iterator[Utterance]:
    """Make one utterance of the cues that follow each other with the same speaker."""
    run: list[Cue] = []
    end_s = 0.0
    for cue in cues:
        paused = cue.label == DOCUMENT and cue.start_s - end_s >= PAUSE_S
        if run and (cue.label != run[0].label or paused):
            yield from _as_utterance(run)
            run = []
        end_s = max(end_s, cue.end_s) if run else cue.end_s
        run.append(cue)
    yield from _as_utterance(run)


def _as_utterance(run: Sequence[Cue]) -> Iterator[Utterance]:
    text = " ".join(line for cue in run for line in cue.lines if line)
    if text:
        yield Utterance(run[0].label or DOCUMENT, text, run[0].start_s, max(cue.end_s for cue in run))
