"""The sheets that students filled in, as they come back; all that is wrong with any of them in one list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.exercise.passages import Exercise
from perspectieven.exercise.sheet_cells import (
    Cell,
    ExerciseError,
    Row,
    Wrong,
    find_value,
    read_item,
    read_rows,
    read_stances,
    show_value,
)
from perspectieven.exercise.words import WORDS
from perspectieven.exercise.writing import choice_columns
from perspectieven.reading.rows import read_xlsx_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one student gave.

    Attributes
    ----------
    marks : mapping of int to mapping of str to str
        Passage number to items with their stance; empty where the student chose that there is nothing to code. Passages
        that the student left empty are not in it.
    """

    name: str
    marks: Mapping[int, Mapping[str, str]] = field(repr=False)


def read_sheets(
    paths: Sequence[Path], exercise: Exercise, *, on_fault: Callable[[Fault], None] | None = None
) -> tuple[Sheet, ...]:
    """Read the sheets of a class, in the order given.

    Parameters
    ----------
    on_fault : callable, optional
        Called with all that is wrong with any sheet, in order; such a sheet is left out as a whole, as one cannot know
        what else in it is not what the student meant, and the others are returned. Without it a fault in one stops all.

    Raises
    ------
    ExerciseError
        With all that is wrong in any of them: file, cell, what is there, what may be there, what to do. With `on_fault`
        only if no sheet is left.
    """
    faults: list[Fault] = []
    sheets = []
    for at, path in enumerate(paths):
        if path.resolve() in {other.resolve() for other in paths[:at]}:
            faults.append(Fault(path.name, "", "was given twice; leave one out"))
            continue
        try:
            sheets.append(_read_sheet(path, exercise))
        except PerspectievenError as error:
            faults += error.faults
    if faults and (on_fault is None or not sheets):
        raise ExerciseError(faults)
    for fault in faults:
        if on_fault is not None:
            on_fault(fault)
    return tuple(sheets)


def _read_sheet(path: Path, exercise: Exercise) -> Sheet:
    words = WORDS[exercise.language]
    where = path.name
    if not path.is_file():
        raise ExerciseError(Fault(where, "", "is not there; check the name and the folder"))
    if path.suffix.lower() != ".xlsx":
        what = f"is a {path.suffix or 'file without ending'}; save it as an Excel workbook (.xlsx) and hand that in"
        raise ExerciseError(Fault(where, "", what))
    stated = find_value([cells for _, cells in read_xlsx_rows(path)], words["exercise"])
    if stated != exercise.id:
        there = f"is of exercise {show_value(stated)}" if stated else "does not say of which exercise it is"
        what = f"{there}, and the key is of {exercise.id}; give the key of its own exercise (--key), or leave it out"
        raise ExerciseError(Fault(where, words["sheet_intro"], what))
    pairs = choice_columns(exercise)
    rows = read_rows(path, words["sheet_coding"], [words["number"], *(name for pair in pairs for name in pair)])
    faults: list[Fault] = []
    marks: dict[int, dict[str, str]] = {}
    seen: set[int] = set()
    numbers = {passage.number for passage in exercise.passages}
    for row in rows:
        number = row[words["number"]]
        if not number.text.isdigit() or int(number.text) not in numbers:
            what = f"{show_value(number.text)} is no passage of this exercise; use 1 to {max(numbers)}, each once"
            faults.append(Fault(where, number.place, what))
        elif int(number.text) in seen:
            faults.append(Fault(where, number.place, f"passage {number.text} is there twice; keep one"))
        else:
            seen.add(int(number.text))
            given, wrong = _read_marks(row, pairs, exercise)
            faults += [Fault(where, place, what) for place, what in wrong]
            if given is not None:
                marks[int(number.text)] = given
    gone = sorted(numbers - seen)
    if gone:
        what = f"passage {', '.join(map(str, gone))} is gone; put the row back, empty if it was not done"
        faults.append(Fault(where, words["number"], what))
    elif not marks and not faults:
        what = f"nothing is filled in; choose at least one of the {words[exercise.by + 's']}, or leave the sheet out"
        faults.append(Fault(where, words["sheet_coding"], what))
    if faults:
        raise ExerciseError(faults)
    return Sheet(where, marks)


def _read_marks(
    row: Row, pairs: Sequence[tuple[str, str]], exercise: Exercise
) -> tuple[dict[str, str] | None, list[Wrong]]:
    """Return the items of a passage with their stance, None where it was left empty, and what is wrong."""
    words = WORDS[exercise.language]
    none = words["none"].split()[0]
    given: dict[str, str] = {}
    wrong: list[Wrong] = []
    says_none: list[Cell] = []
    for item_name, stance_name in pairs:
        item_cell, stance_cell = row[item_name], row[stance_name]
        if not item_cell.text:
            if stance_cell.text:
                what = f"a stance stands alone; choose a {exercise.by} in {item_cell.place}, or empty this cell"
                wrong.append((stance_cell.place, what))
            continue
        item, faults = read_item(item_cell, exercise)
        wrong += faults
        if item == "":
            says_none.append(item_cell)
            continue
        stances, faults = read_stances(stance_cell, exercise, many=False)
        wrong += faults
        if item is None:
            continue
        if item in given:
            wrong.append((item_cell.place, f"{item} stands twice in this passage; keep one"))
        given[item] = stances[0] if stances else ""
    if says_none and given:
        what = f"{none} stands beside {', '.join(given)}; keep {none}, or what you chose, and empty the other"
        wrong.append((says_none[0].place, what))
    return (given if given or says_none else None), wrong
