"""Read CHAT transcripts (.cha, CLAN and TalkBank): the main lines, without their codes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.chat_marks import Marks, clean_main_line
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.source import Source, Utterance, read_bytes
from perspectieven.reading.tiers import MOST_PIECES, TOO_MANY, join_pieces, list_places, name_lines

_BULLET = re.compile(r'[\t•·](?:%\w{3}:"[^"]*"_)?(\d{1,10})_(\d{1,10})(?:[\t•·]|(?=\s|$))')
"""Begin and end in milliseconds, between two signs that no keyboard has."""
_SIGN = b"\x15"
_MAIN = re.compile(r"\*([^\s:]{1,20})\s*:(.*)", re.DOTALL)
_DEPENDENT = re.compile(r"%([A-Za-z][\w-]{0,15})\s*:")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_'+-]{0,7}")
_UNSPOKEN = frozenset({"Title", "Situation", "Activities", "Comment", "G", "Bg", "Room Layout"})
_CHAT = "a CHAT line starts with @, * or %, and one that goes on with a tab"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with those that continue it."""

    number: int
    text: str = field(repr=False)


def read_chat(path: Path) -> Source:
    """Read a .cha file: what the main lines say, by the speaker codes of @Participants.

    Words that were cut short are filled in (``(he)m`` is hem), a word that the transcriber replaced is replaced
    (``ie [: hij]`` is hij), and hesitations, repetitions and words taken back stay. What cannot be understood (xxx)
    is "(onverstaanbaar)". Pauses and all other codes go.

    Parameters
    ----------
    path : Path

    Returns
    -------
    Source
        Labels are the codes, such as CHI; times come from the bullets, in seconds. Lines of one speaker that follow
        each other are one utterance. ``unspoken`` holds titles, comments and what happens (@Comment, @G). Remarks
        count what is left out (dependent tiers, events) and what is uncertain, with its lines.

    Raises
    ------
    TranscriptError
        If the file is not CHAT, or a line has a speaker that @Participants lacks or a bracket that is not closed.
    """
    data = read_bytes(path)
    text = decode_bytes(data if b"\x00" in data else data.replace(_SIGN, b"\t"), path.name)
    if text.count("\n") > MOST_PIECES:
        raise TranscriptError(Fault(path.name, "", TOO_MANY))
    stray: list[int] = []
    lines = tuple(_join(text, stray))
    cut = [line.text[1:].partition(":") for line in lines if line.text.startswith("@")]
    headings = [(name.strip(), value.strip()) for name, _, value in cut]
    speakers = _find_speakers(path.name, headings)
    pieces: list[Utterance] = []
    marks = Marks()
    faults = [Fault(path.name, name_lines(stray), f"{_CHAT}; put one of these in front")] if stray else []
    faults += _read_main_lines(path.name, lines, speakers, pieces, marks)
    if faults:
        raise TranscriptError(faults)
    remarks = [*_remark_tiers(path.name, lines), *_remark_marks(path.name, marks)]
    if not any(name == "End" for name, _ in headings):
        remarks.append(Fault(path.name, "", "has no @End; check that the file is whole"))
    unspoken = tuple(said for name, said in headings if name in _UNSPOKEN and said)
    return Source(join_pieces(pieces), unspoken, tuple(remarks))


def _join(text: str, stray: list[int]) -> Iterator[_Line]:
    """Join each line with those that continue it; note the numbers of lines that are not CHAT."""
    number, parts = 0, [""]
    for at, line in enumerate(text.split("\n"), start=1):
        if line.startswith(("@", "*", "%")):
            if parts[0]:
                yield _Line(number, " ".join(parts))
            number, parts = at, [line.rstrip(" ")]
        elif line.startswith(("\t", " ")) and parts[0]:
            parts.append(line.strip(" "))
        elif line.strip():
            stray.append(at)
    if parts[0]:
        yield _Line(number, " ".join(parts))


def _find_speakers(where: str, headings: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Give the codes of @Participants: the first word of each entry."""
    entries = [entry.split() for name, value in headings if name == "Participants" for entry in value.split(",")]
    codes = frozenset(words[0] for words in entries if words)
    if not codes:
        what = "is not CHAT, or has no @Participants; it starts with @UTF8, @Begin, @Languages and @Participants"
        raise TranscriptError(Fault(where, "", f"{what}, as in @Participants: MOE Mother, INV Interviewer"))
    return codes


def _read_main_lines(
    where: str, lines: Sequence[_Line], speakers: frozenset[str], pieces: list[Utterance], marks: Marks
) -> Iterator[Fault]:
    listed = list_places(sorted(code for code in speakers if _CODE.fullmatch(code)))
    unknown: dict[str, list[int]] = {}
    malformed, unclosed = [], []
    for line in lines:
        if not line.text.startswith("*"):
            continue
        match = _MAIN.fullmatch(line.text)
        if match is None:
            malformed.append(line.number)
        elif match[1] not in speakers:
            unknown.setdefault(match[1] if _CODE.fullmatch(match[1]) else "", []).append(line.number)
        else:
            times = [int(time) / 1000 for bullet in _BULLET.finditer(match[2]) for time in bullet.groups()]
            said = clean_main_line(_BULLET.sub(" ", match[2]), line.number, marks)
            if said is None:
                unclosed.append(line.number)
            else:
                pieces.append(Utterance(match[1], said, min(times, default=None), max(times, default=None)))
    if malformed:
        yield Fault(where, name_lines(malformed), "has no speaker; write *, a code, a colon and a tab")
    for code, numbers in unknown.items():
        who = f'speaker "{code}"' if code else "the speaker"
        what = f"{who} is not in @Participants, where there is {listed}; add it there or correct it"
        yield Fault(where, name_lines(numbers), what)
    if unclosed:
        yield Fault(where, name_lines(unclosed), "has a bracket [ or ] without the other; add or remove one")


def _remark_tiers(where: str, lines: Sequence[_Line]) -> Iterator[Fault]:
    found = (_DEPENDENT.match(line.text) for line in lines if line.text.startswith("%"))
    counts = Counter(f"%{match[1]}" if match else "%" for match in found)
    if counts:
        listed = list_places([f"{name} (lines: {n:,})" for name, n in sorted(counts.items())])
        yield Fault(where, "", f"the dependent tiers are left out: {listed}")


def _remark_marks(where: str, marks: Marks) -> Iterator[Fault]:
    for what, numbers in marks.lines.items():
        place = name_lines(list(dict.fromkeys(numbers)))
        yield Fault(where, place, f"{what} ({len(numbers):,} times)" if len(numbers) > 1 else what)
