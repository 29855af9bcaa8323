"""What comes back: sheets that students filled in, and the key; all that is wrong with all of them in one list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.exercise.key import STANCES, Answer, Kind, Source
from perspectieven.exercise.passages import SHARES, Exercise, Passage, list_items
from perspectieven.exercise.words import WORDS
from perspectieven.exercise.writing import choice_columns
from perspectieven.lexicon import Lexicon
from perspectieven.reading.rows import read_xlsx_rows

LONGEST_SHOWN = 30
"""A longer value of a cell is not repeated in a message: it may be words of a passage."""

_SUREST = ("firm", "doubt")
_SOURCES: tuple[Source, ...] = ("people", "confirmed", "machine")


class ExerciseError(PerspectievenError):
    """A sheet that was handed in, or the key, needs work."""


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


@dataclass(frozen=True, slots=True)
class _Cell:
    place: str
    text: str


_Row = Mapping[str, _Cell]


def read_sheets(paths: Sequence[Path], exercise: Exercise) -> tuple[Sheet, ...]:
    """Read the sheets of a class, in the order given.

    Raises
    ------
    ExerciseError
        With all that is wrong in any of them: file, cell, what is there, what may be there, what to do.
    """
    faults: list[Fault] = [
        Fault(path.name, "", "was given twice; leave one out")
        for at, path in enumerate(paths)
        if path.resolve() in {other.resolve() for other in paths[:at]}
    ]
    sheets = []
    for path in paths:
        try:
            sheets.append(_read_sheet(path, exercise))
        except PerspectievenError as error:
            faults += error.faults
    if faults:
        raise ExerciseError(faults)
    return tuple(sheets)


def read_key(path: Path, lexicon: Lexicon, *, withheld: Sequence[str] = ()) -> Exercise:
    """Read a key that `write_key` wrote; its answers may have been corrected by hand since.

    Raises
    ------
    ExerciseError
        With all that is wrong with it, also if its passages or the lexicon are no longer those that it was made of.
    """
    if not path.is_file():
        what = "there is no key here; make one with: perspectieven exercise make"
        raise ExerciseError(Fault(str(path), "", what))
    intro = [cells for _, cells in read_xlsx_rows(path)]
    language = next((name for name, words in WORDS.items() if _find_value(intro, words["key_source"])), None)
    words = WORDS[language or "nl"]
    by = next((by for by in ("theme", "code") if words[by] == _find_value(intro, words["by"])), None)
    stated = _find_value(intro, words["key_source"])
    source = next((name for name in _SOURCES if name == stated), None)
    seed = _find_value(intro, words["seed"])
    if language is None or by is None or source is None or not seed.removeprefix("-").isdigit():
        what = (
            f"{words['sheet_intro']} no longer says what exercise this is; make it again: perspectieven exercise make"
        )
        raise ExerciseError(Fault(path.name, words["sheet_intro"], what))
    items = list_items(lexicon, by=by, withheld=withheld)
    empty = Exercise(
        title=intro[0][0] if intro else "", language=language, by=by, source=source, seed=int(seed),
        lexicon=f"{lexicon.name} {lexicon.version}", items=items, passages=(),
    )  # fmt: skip
    names = [words[name] for name in ("number", "text", "kind", "transcript", "turn", by, "stance", "sure")]
    rows = _read_rows(path, words["sheet_key"], names)
    exercise = Exercise(
        title=empty.title, language=language, by=by, source=source, seed=empty.seed, lexicon=empty.lexicon,
        items=items, passages=_make_passages(path.name, rows, empty),
    )  # fmt: skip
    if exercise.id != _find_value(intro, words["exercise"]):
        what = (
            f"its passages or the lexicon ({empty.lexicon}) are not those that it was made of; "
            "undo what was changed, or make the exercise again"
        )
        raise ExerciseError(Fault(path.name, "", what))
    return exercise


def _make_passages(where: str, rows: Sequence[_Row], exercise: Exercise) -> tuple[Passage, ...]:
    words = WORDS[exercise.language]
    kinds: dict[str, Kind] = {words[kind]: kind for kind in SHARES}
    faults: list[Fault] = []
    found: dict[int, Passage] = {}
    for row in rows:
        number, turn = row[words["number"]], row[words["turn"]]
        kind = kinds.get(row[words["kind"]].text)
        if not number.text.isdigit() or not turn.text.isdigit() or kind is None:
            what = f"is no row of the key, with a number, a turn and a kind ({', '.join(kinds)}); undo what was changed"
            faults.append(Fault(where, number.place, what))
            continue
        item, wrong = _read_item(row[words[exercise.by]], exercise)
        stances, unsure = _read_stances(row[words["stance"]], exercise)
        sure = row[words["sure"]]
        faults += [Fault(where, place, what) for place, what in (*wrong, *(unsure if item else ()))]
        if sure.text not in {words[name] for name in _SUREST}:
            options = [words[name] for name in _SUREST]
            faults.append(Fault(where, sure.place, _not_one_of(sure.text, options)))
        passage = found.get(int(number.text)) or Passage(
            int(number.text), row[words["text"]].text, kind, (), (row[words["transcript"]].text, int(turn.text))
        )
        answers = passage.answers
        if item:
            answers = (*answers, Answer(item, stances, firm=sure.text == words["firm"]))
        found[passage.number] = Passage(passage.number, passage.text, passage.kind, answers, passage.place)
    if faults:
        raise ExerciseError(faults)
    return tuple(found[number] for number in sorted(found))


def _read_sheet(path: Path, exercise: Exercise) -> Sheet:
    words = WORDS[exercise.language]
    where = path.name
    if not path.is_file():
        raise ExerciseError(Fault(where, "", "is not there; check the name and the folder"))
    if path.suffix.lower() != ".xlsx":
        what = f"is a {path.suffix or 'file without ending'}; save it as an Excel workbook (.xlsx) and hand that in"
        raise ExerciseError(Fault(where, "", what))
    stated = _find_value([cells for _, cells in read_xlsx_rows(path)], words["exercise"])
    if stated != exercise.id:
        there = f"is of exercise {_show(stated)}" if stated else "does not say of which exercise it is"
        what = f"{there}, and the key is of {exercise.id}; give the key of its own exercise (--key), or leave it out"
        raise ExerciseError(Fault(where, words["sheet_intro"], what))
    pairs = choice_columns(exercise)
    rows = _read_rows(path, words["sheet_coding"], [words["number"], *(name for pair in pairs for name in pair)])
    faults: list[Fault] = []
    marks: dict[int, dict[str, str]] = {}
    seen: set[int] = set()
    numbers = {passage.number for passage in exercise.passages}
    for row in rows:
        number = row[words["number"]]
        if not number.text.isdigit() or int(number.text) not in numbers:
            what = f"{_show(number.text)} is no passage of this exercise; use 1 to {max(numbers)}, each once"
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


_Wrong = tuple[str, str]
"""A cell and what is wrong with it."""


def _read_marks(
    row: _Row, pairs: Sequence[tuple[str, str]], exercise: Exercise
) -> tuple[dict[str, str] | None, list[_Wrong]]:
    """Return the items of a passage with their stance, None where it was left empty, and what is wrong."""
    words = WORDS[exercise.language]
    none = words["none"].split()[0]
    given: dict[str, str] = {}
    wrong: list[_Wrong] = []
    says_none: list[_Cell] = []
    for item_name, stance_name in pairs:
        item_cell, stance_cell = row[item_name], row[stance_name]
        if not item_cell.text:
            if stance_cell.text:
                what = f"a stance stands alone; choose a {exercise.by} in {item_cell.place}, or empty this cell"
                wrong.append((stance_cell.place, what))
            continue
        item, faults = _read_item(item_cell, exercise)
        wrong += faults
        if item == "":
            says_none.append(item_cell)
            continue
        stances, faults = _read_stances(stance_cell, exercise, many=False)
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


def _read_item(cell: _Cell, exercise: Exercise) -> tuple[str | None, list[_Wrong]]:
    """Return the item of a cell, empty for none, None where it is not one."""
    none = WORDS[exercise.language]["none"].split()[0]
    first = cell.text.split()[0].upper() if cell.text else none
    if first == none:
        return "", []
    if first in {item.id for item in exercise.items}:
        return first, []
    ids = [item.id for item in exercise.items]
    options = [i for i in ids if i.partition("-")[0] == first.partition("-")[0]] if exercise.by == "code" else ids
    return None, [(cell.place, _not_one_of(cell.text, [none, *(options or ids[:5])]))]


def _read_stances(cell: _Cell, exercise: Exercise, *, many: bool = True) -> tuple[tuple[str, ...], list[_Wrong]]:
    words = WORDS[exercise.language]
    by_word = {words[stance].casefold(): stance for stance in STANCES}
    said = [part.strip().casefold() for part in cell.text.split(",")] if many else [cell.text.casefold()]
    if all(one in by_word for one in said):
        return tuple(by_word[one] for one in said), []
    return (), [(cell.place, _not_one_of(cell.text, [words[stance] for stance in STANCES]))]


def _not_one_of(text: str, options: Sequence[str]) -> str:
    there = f"{_show(text)} may not stand here" if text else "is empty"
    return f"{there}; choose {', '.join(options[:-1])} or {options[-1]} from the list"


def _show(text: str) -> str:
    if not text:
        return "an empty cell"
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f"a text of {len(text)} characters"


def _find_value(rows: Sequence[Sequence[str]], name: str) -> str:
    """Return what stands beside a word on the first sheet."""
    return next((cells[1] for cells in rows if len(cells) > 1 and cells[0] == name), "")


def _read_rows(path: Path, sheet_name: str, names: Sequence[str]) -> list[_Row]:
    """Read the rows of a sheet by the headings that it must have; rows without any content are no rows."""
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


def _number_cells(rows: Iterator[tuple[object, ...]]) -> Iterator[list[_Cell]]:
    for number, values in enumerate(rows, start=1):
        yield [_Cell(f"{get_column_letter(at)}{number}", _text(value)) for at, value in enumerate(values, start=1)]


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
