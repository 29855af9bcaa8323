"""Read `speakers.csv`, which says who stands behind each label, and apply it to transcripts."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.dates import parse_date
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.rows import Row, find_separator, read_csv_rows
from perspectieven.reading.source import read_bytes
from perspectieven.transcript import KNOWLEDGE, ROLES, Role, Speaker, Transcript, Turn

COLUMNS = ("transcript", "label", "speaker", "perspective", "role", "sector", "quotable")
"""The columns that there must be."""
MORE_COLUMNS = ("organisation", "municipality", "knowledge", "date")
"""The columns that there may be."""
HEADING = ",".join(COLUMNS + MORE_COLUMNS)
_OF_PERSON = (*COLUMNS[3:], "organisation", "municipality", "knowledge")
ANY = "*"
_ASKS = frozenset(
    "interviewer int onderzoeker vragensteller gespreksleider moderator interviewster begeleider gesprekleider".split()
)
"""Labels of people who ask: the line to paste proposes that role; the researcher decides."""
_QUOTABLE = {"ja": True, "nee": False, "": False}


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One row of `speakers.csv`.

    Attributes
    ----------
    row : int
        As a spreadsheet counts: the heading is row 1.
    transcript, label : str
        What the row is about; ``*`` is any.
    speaker : str
        Speaker id; empty means ``<transcript>/<label>``.
    perspective : str or None
    role : {"participant", "interviewer"}
    sector : str
    quotable : bool
    organisation, municipality : str
    knowledge : str
        One of `transcript.KNOWLEDGE`, or empty.
    date : str
        Of the transcript, as `dates.parse_date` gives it, or empty.
    consent_known : bool
        Whether the row says if the person may be quoted; where it does not, nobody is.
    """

    row: int
    transcript: str
    label: str
    speaker: str
    perspective: str | None
    role: Role
    sector: str
    quotable: bool
    organisation: str = ""
    municipality: str = ""
    knowledge: str = ""
    date: str = ""
    consent_known: bool = True

    def as_speaker(self, turn: Turn) -> Speaker:
        """Make the speaker of a turn that the row is about."""
        name = self.speaker or f"{turn.transcript_id}/{turn.label}"
        told = {"organisation": self.organisation, "municipality": self.municipality, "knowledge": self.knowledge}
        return Speaker(name, self.perspective, self.role, self.sector, self.quotable, **told)


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """All rows of a `speakers.csv`, checked.

    Attributes
    ----------
    where : str
        Name of the file, for messages.
    rows : tuple of SpeakerRow
    perspectives : tuple of str
        The perspectives that the study has.
    separator : str
        What the file separates its cells with.
    heading : tuple of str
        Its columns, in its order.
    """

    where: str
    rows: tuple[SpeakerRow, ...]
    perspectives: tuple[str, ...]
    separator: str = ","
    heading: tuple[str, ...] = COLUMNS

    @property
    def unread_columns(self) -> tuple[str, ...]:
        """The columns of the file that nothing is read from."""
        return tuple(name for name in self.heading if name and name not in COLUMNS + MORE_COLUMNS)

    def assign(self, transcripts: Iterable[Transcript]) -> tuple[Transcript, ...]:
        """Give every turn its speaker, and every transcript its date.

        The most specific row wins: transcript and label, then any transcript with this label, then this transcript
        with any label. Labels that differ only in capitals are the same.

        Raises
        ------
        TranscriptError
            If labels are not listed: one line for each, ready to be pasted and completed.

        Examples
        --------
        >>> rows = (SpeakerRow(2, "*", "Moeder", "m1", "ouders", "participant", "", False),)
        >>> speakers = SpeakerList("speakers.csv", rows, ("ouders", "jeugdigen"))
        >>> said = Transcript("gesprek-03", (Turn("gesprek-03", 0, "Moeder", "Dat hoort erbij."),))
        >>> speakers.assign([said])[0].turns[0].speaker.perspective
        'ouders'
        """
        transcripts = tuple(transcripts)
        rows = {(row.transcript, row.label.casefold()): row for row in self.rows}
        missing: dict[tuple[str, str], None] = {}
        assigned = []
        for transcript in transcripts:
            turns = []
            for turn in transcript.turns:
                label = turn.label.casefold()
                keys = ((turn.transcript_id, label), (ANY, label), (turn.transcript_id, ANY))
                row = next((rows[key] for key in keys if key in rows), None)
                if row is None:
                    missing[turn.transcript_id, turn.label] = None
                else:
                    turns.append(turn.spoken_by(row.as_speaker(turn)))
            assigned.append(turns)
        if missing:
            raise TranscriptError([Fault(self.where, "", self._line_to_paste(*key)) for key in missing])
        dates = {row.transcript: row.date for row in self.rows if row.date}
        return tuple(
            replace(t, turns=tuple(turns), date=dates.get(t.id, ""))
            for t, turns in zip(transcripts, assigned, strict=True)
        )

    def _line_to_paste(self, transcript: str, label: str) -> str:
        asks = label.casefold() in _ASKS
        todo = "add" if asks else f"fill in the perspective, one of {', '.join(self.perspectives)}, and add"
        return f"a speaker is not listed; {todo}: {_draft_line(transcript, label, self.heading, self.separator)}"


def draft_lines(transcripts: Iterable[Transcript], path: Path, *, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """Return a line of `speakers.csv` for every speaker whom the file at `path` does not list; it need not be there.

    A label that is a name goes into no id: that speaker gets a number. Lines that are there and incomplete count as
    listed: `read_speakers` tells what they lack.
    """
    rows = read_csv_rows(path) if path.is_file() else []
    separator = find_separator(decode_bytes(read_bytes(path), path.name)) if path.is_file() else ","
    heading = [name.lower() for name in rows[0][1]] if rows else HEADING.split(",")
    cells = [_name_cells(heading, row) for row in rows[1:]]
    listed = {(row["transcript"], row["label"].casefold()) for row in cells}
    found = [(t.id, label, number) for t in transcripts for number, label in enumerate(t.labels, start=1)]
    return tuple(
        _draft_line(name, label, heading, separator, said=str(number) if is_name(label) else label)
        for name, label, number in found
        if not {(name, label.casefold()), (ANY, label.casefold()), (name, ANY)} & listed
    )


def _draft_line(transcript: str, label: str, heading: Sequence[str], separator: str, *, said: str | None = None) -> str:
    """Return a row for a speaker, with what only a person can say still empty."""
    asks = label.casefold() in _ASKS
    cells = {"transcript": transcript, "label": label, "role": "interviewer" if asks else "participant"}
    cells["speaker"] = "interviewer" if asks else _as_id(f"{transcript}-{said or label}")
    cells["quotable"] = "nee" if asks else ""
    line = io.StringIO()
    writer = csv.writer(line, delimiter=separator, lineterminator="")
    writer.writerow([cells.get(name, "") for name in heading])
    return line.getvalue()


def read_speakers(path: Path, *, perspectives: Sequence[str]) -> SpeakerList:
    """Read and check `speakers.csv`.

    Parameters
    ----------
    path : Path
        A table with the columns transcript, label, speaker, perspective, role, sector, quotable and, if there is
        something to tell, organisation, municipality, knowledge and date, separated by comma or semicolon.
        ``quotable`` is ja or nee; empty is nee, and asked for by `Study.check`. ``date`` is that of the transcript.
    perspectives : sequence of str
        The ids of the study's perspectives.

    Raises
    ------
    TranscriptError
        With every fault of the file.
    """
    rows = read_csv_rows(path)
    separator = find_separator(decode_bytes(read_bytes(path), path.name))
    heading = [name.lower() for name in rows[0][1]] if rows else []
    lacking = [name for name in COLUMNS if name not in heading]
    if lacking:
        what = f"has no column {', '.join(lacking)}; the heading is {separator.join(COLUMNS)}"
        raise TranscriptError(Fault(path.name, "row 1", what))
    cells = [_name_cells(heading, row) for row in rows[1:]]
    faults = [fault for row in cells for fault in _check_cells(path.name, row, perspectives)]
    faults += _check_keys(path.name, cells)
    listed = [_as_row(row) for row in cells] if not faults else []
    faults += [*_check_speakers(path.name, listed), *_check_dates(path.name, listed)]
    if faults:
        raise TranscriptError(faults)
    return SpeakerList(path.name, tuple(listed), tuple(perspectives), separator, tuple(heading))


def _name_cells(heading: Sequence[str], row: Row) -> dict[str, str]:
    number, cells = row
    named = dict.fromkeys(COLUMNS + MORE_COLUMNS, "") | dict(zip(heading, cells, strict=False))
    surplus = "".join(cells[len(heading) :])
    return named | {"row": str(number), "surplus": surplus}


def _check_cells(where: str, row: dict[str, str], perspectives: Sequence[str]) -> Iterator[Fault]:
    place = f"row {row['row']}"
    if row["surplus"]:
        yield Fault(where, place, "has more cells than the heading; put quotes around a cell with the separator in it")
    yield from (
        Fault(where, place, f"{name} is empty; name one, or write * for any")
        for name in ("transcript", "label")
        if not row[name]
    )
    if row["transcript"] == row["label"] == ANY:
        yield Fault(
            where, place, "transcript and label are both *; name at least one, so that nobody is assigned unseen"
        )
    if row["role"] not in ROLES:
        yield Fault(where, place, f'role is "{row["role"]}"; use one of {", ".join(ROLES)}')
    elif row["role"] == "interviewer" and row["perspective"]:
        yield Fault(where, place, f'an interviewer has perspective "{row["perspective"]}"; leave it empty')
    if row["role"] != "interviewer" and row["perspective"] not in perspectives:
        yield Fault(where, place, f'perspective is "{row["perspective"]}"; use one of {", ".join(perspectives)}')
    if row["quotable"].lower() not in _QUOTABLE:
        yield Fault(where, place, f'quotable is "{row["quotable"]}"; use ja or nee')
    if row["knowledge"] not in (*KNOWLEDGE, ""):
        what = f'knowledge is "{row["knowledge"]}"; use one of {", ".join(KNOWLEDGE)}, or leave it empty'
        yield Fault(where, place, what)
    if row["date"] and parse_date(row["date"]) is None:
        what = f'date is "{row["date"]}"; write it as 2021-05-26 or 26-5-2021, or what is known of it: 2021-05, 2021'
        yield Fault(where, place, what)
    elif row["date"] and row["transcript"] == ANY:
        yield Fault(where, place, "a date is that of one transcript; name the transcript, or leave the date empty")


def _check_keys(where: str, rows: Sequence[dict[str, str]]) -> Iterator[Fault]:
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (row["transcript"], row["label"])
        if key in first:
            what = f"transcript and label are those of row {first[key]}; keep one of the two rows"
            yield Fault(where, f"row {row['row']}", what)
        first.setdefault(key, row["row"])


def _as_row(row: dict[str, str]) -> SpeakerRow:
    return SpeakerRow(
        row=int(row["row"]),
        transcript=row["transcript"],
        label=row["label"],
        speaker=row["speaker"],
        perspective=row["perspective"] or None,
        role=cast(Role, row["role"]),
        sector=row["sector"],
        quotable=_QUOTABLE[row["quotable"].lower()],
        organisation=row["organisation"],
        municipality=row["municipality"],
        knowledge=row["knowledge"],
        date=parse_date(row["date"]) or "",
        consent_known=bool(row["quotable"]),
    )


def _check_speakers(where: str, rows: Sequence[SpeakerRow]) -> Iterator[Fault]:
    """Check that the rows of one speaker say the same about them."""
    first: dict[str, SpeakerRow] = {}
    for row in rows:
        if not row.speaker:
            continue
        earlier = first.setdefault(row.speaker, row)
        differing = [name for name in _OF_PERSON if getattr(row, name) != getattr(earlier, name)]
        if differing:
            names = " and ".join(differing)
            what = f'{names} of speaker "{row.speaker}" differ from row {earlier.row}; make them the same'
            yield Fault(where, f"row {row.row}", what)


def _check_dates(where: str, rows: Sequence[SpeakerRow]) -> Iterator[Fault]:
    """Check that the rows of one transcript say the same date, or none."""
    first: dict[str, SpeakerRow] = {}
    for row in rows:
        if row.date and first.setdefault(row.transcript, row).date != row.date:
            earlier = first[row.transcript]
            what = f"date {row.date} differs from {earlier.date} of row {earlier.row}, of the same transcript; keep one"
            yield Fault(where, f"row {row.row}", what)


def _as_id(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")
