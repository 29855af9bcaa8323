"""Read tables of utterances or survey answers: .csv and the first sheet of .xlsx."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.label_styles import parse_seconds
from perspectieven.reading.rows import Row, read_csv_rows, read_xlsx_rows
from perspectieven.reading.sheet_columns import find_columns
from perspectieven.reading.source import Source, Utterance
from perspectieven.reading.tiers import join_pieces

WORDS_IN_HEADING = 2
"""A first row with longer cells is no heading but something that somebody said, and is not repeated."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; one row is one utterance, or all answers of one person.

    Attributes
    ----------
    text : str or tuple of str
        Several columns, for a survey: each answer becomes an utterance of that row's speaker.
    speaker : str
    start_s, end_s : str or None
        Seconds, or h:mm:ss.

    Examples
    --------
    >>> Columns(text=("vraag 1", "vraag 2"), speaker="respondent").texts
    ('vraag 1', 'vraag 2')
    """

    text: str | tuple[str, ...] = "text"
    speaker: str = "speaker"
    start_s: str | None = None
    end_s: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The text columns, also when there is one."""
        return (self.text,) if isinstance(self.text, str) else self.text

    @property
    def all(self) -> tuple[str, ...]:
        """Every column that must be there."""
        return tuple(name for name in (*self.texts, self.speaker, self.start_s, self.end_s) if name is not None)


def read_csv(path: Path, columns: Columns | None = None) -> Source:
    """Read a .csv file, separated by comma, semicolon or tab."""
    return _read_table(path.name, read_csv_rows(path), columns or Columns())


def read_xlsx(path: Path, columns: Columns | None = None) -> Source:
    """Read the first sheet of an .xlsx workbook."""
    return _read_table(path.name, read_xlsx_rows(path), columns or Columns())


def _read_table(where: str, rows: Sequence[Row], columns: Columns) -> Source:
    if not rows:
        raise TranscriptError(
            Fault(where, "", "no rows; the first row names the columns, each next row is an utterance")
        )
    heading = rows[0][1]
    names = [cell for cell in heading if cell]
    known = set(columns.all) & set(names) or all(len(cell.split()) <= WORDS_IN_HEADING for cell in names)
    there = f"there is {', '.join(names)}" if known else "this row seems to hold what was said"
    faults = [
        Fault(where, "row 1", f'has no column "{name}"; {there}; name the right one in study.toml, transcripts.columns')
        for name in dict.fromkeys(columns.all)
        if name not in heading
    ]
    faults += [
        Fault(where, "row 1", f'names the column "{name}" {heading.count(name)} times; keep one')
        for name in dict.fromkeys(columns.all)
        if heading.count(name) > 1
    ]
    if faults:
        raise TranscriptError(faults)
    found = find_columns(where, rows, columns.speaker) if columns.start_s is columns.end_s is None else None
    if found:
        columns = replace(columns, start_s=found.start_s, end_s=found.end_s)
    turn = found.turn if found and len(columns.texts) == 1 else None
    turns: dict[str, list[Utterance]] = {}
    for number, cells in rows[1:]:
        at = cells[heading.index(turn)] if turn else str(number)
        for one in _read_row(where, number, heading, cells, columns):
            if isinstance(one, Fault):
                faults.append(one)
            else:
                turns.setdefault(at, []).append(one)
    if faults:
        raise TranscriptError(faults)
    said = (one for rows_of in turns.values() for one in (join_pieces(rows_of) if turn else rows_of))
    return Source(tuple(said), remarks=found.remarks if found else ())


def _read_row(
    where: str, number: int, heading: Sequence[str], cells: Sequence[str], columns: Columns
) -> Iterator[Utterance | Fault]:
    place = f"row {number}"
    if any(cells[len(heading) :]):
        yield Fault(where, place, f"has {len(cells)} cells and the heading {len(heading)}; put quotes around the text")
        return
    row = dict(zip(heading, cells, strict=False))
    texts = [text for name in columns.texts if (text := row.get(name, ""))]
    label = row.get(columns.speaker, "")
    times: list[float | None] = []
    for name in (columns.start_s, columns.end_s):
        stamp = row.get(name, "") if name else ""
        try:
            times.append(parse_seconds(stamp) if stamp else None)
        except ValueError:
            yield Fault(where, place, f'column "{name}" is not a time; use seconds or h:mm:ss')
            return
    if texts and not label:
        yield Fault(where, place, f'column "{columns.speaker}" is empty; say who speaks')
        return
    yield from (Utterance(label, text, times[0], times[1]) for text in texts)
