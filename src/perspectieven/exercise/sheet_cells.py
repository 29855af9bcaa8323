"""The cells of a sheet that came back: found by their heading, and read as one of the choices that they have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.exercise.key import STANCES
from perspectieven.exercise.passages import Exercise
from perspectieven.exercise.words import WORDS

LONGEST_SHOWN = 30
"""A longer value of a cell is not repeated in a message: it may be words of a passage."""


class ExerciseError(PerspectievenError):
    """A sheet that was handed in, or the key, needs work."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; the place is its address, such as ``C4``."""

    place: str
    text: str = field(repr=False)


Row = Mapping[str, Cell]
"""By the heading of each column."""

Wrong = tuple[str, str]
"""The place of a cell, and what is wrong with it."""


def read_item(cell: Cell, exercise: Exercise) -> tuple[str | None, list[Wrong]]:
    """Return the item of a cell, empty for none, None where it is not one."""
    none = WORDS[exercise.language]["none"].split()[0]
    first = cell.text.split()[0].upper() if cell.text else none
    if first == none:
        return "", []
    if first in {item.id for item in exercise.items}:
        return first, []
    ids = [item.id for item in exercise.items]
    options = [i for i in ids if i.partition("-")[0] == first.partition("-")[0]] if exercise.by == "code" else ids
    return None, [(cell.place, blame_choice(cell.text, [none, *(options or ids[:5])]))]


def read_stances(cell: Cell, exercise: Exercise, *, many: bool = True) -> tuple[tuple[str, ...], list[Wrong]]:
    """Return the stances of a cell, with commas between them if there may be more than one."""
    words = WORDS[exercise.language]
    by_word = {words[stance].casefold(): stance for stance in STANCES}
    said = [part.strip().casefold() for part in cell.text.split(",")] if many else [cell.text.casefold()]
    if all(one in by_word for one in said):
        return tuple(by_word[one] for one in said), []
    return (), [(cell.place, blame_choice(cell.text, [words[stance] for stance in STANCES]))]


def blame_choice(text: str, options: Sequence[str]) -> str:
    """Say that a value is none of the options, and which these are.

    >>> blame_choice("misschien", ["zeker", "twijfel"])
    '"misschien" may not stand here; choose zeker or twijfel from the list'
    """
    there = f"{show_value(text)} may not stand here" if text else "is empty"
    return f"{there}; choose {', '.join(options[:-1])} or {options[-1]} from the list"


def show_value(text: str) -> str:
    """Return a value as a message may show it.

    >>> show_value("3a"), show_value("Dat hoort er toch gewoon bij, vind ik.")
    ('"3a"', 'a text of 38 characters')
    """
    if not text:
        return "an empty cell"
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f"a text of {len(text)} characters"


def find_value(rows: Sequence[Sequence[str]], name: str) -> str:
    """Return what stands beside a word on the first sheet; an empty string where the word is not there."""
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0] == name), "")


def read_rows(path: Path, sheet_name: str, names: Sequence[str]) -> list[Row]:
    """Read the rows of a sheet by the headings that it must have; rows without any content are no rows.

    Raises
    ------
    ExerciseError
        If there is no such sheet, or its first row lacks one of `names`.
    """
    book = openpyxl.load_workbook(path, data_only=True)
    if sheet_name not in book.sheetnames:
        what = f"there is no sheet {sheet_name}; its sheets are {len(book.sheetnames)} others; give it that name again"
        raise ExerciseError(Fault(path.name, "", what))
    rows = list(_number_cells(book[sheet_name].iter_rows(values_only=True)))
    heading = {cell.text: at for at, cell in reversed(list(enumerate(rows[0]))) if cell.text} if rows else {}
    gone = [name for name in names if name not in heading]
    if gone:
        what = f"the heading has no {', '.join(gone)}; it is {', '.join(names)}; put the first row back"
        raise ExerciseError(Fault(path.name, f"{sheet_name} row 1", what))
    found = [{name: cells[heading[name]] for name in names} for cells in rows[1:]]
    return [row for row in found if any(cell.text for cell in row.values())]


def _number_cells(rows: Iterator[tuple[object, ...]]) -> Iterator[list[Cell]]:
    for number, values in enumerate(rows, start=1):
        yield [Cell(f"{get_column_letter(at)}{number}", _text(value)) for at, value in enumerate(values, start=1)]


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
