"""The sheet that students fill in, and the key for the lecturer: the same bytes for the same exercise."""

import io
import math
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]  # openpyxl has no types
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

from perspectieven.exercise.key import STANCES
from perspectieven.exercise.passages import Exercise
from perspectieven.exercise.words import N_CHOICES, WORDS
from perspectieven.lexicon import Lexicon
from perspectieven.writing import write_bytes

_BEGINNING = datetime(2000, 1, 1)
_FONT, _SIZE = "Calibri", 11
_LINE = 15
"""Points that a line takes."""
_FULL = 0.9
"""Part of a column that a line of words fills, as words end before its end."""
_WRAP = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", fgColor="16202A")
_FIELD = PatternFill("solid", fgColor="FFF7DC")


def write_sheet(exercise: Exercise, lexicon: Lexicon, path: Path) -> Path:
    """Write the sheet for students: explanation, passages with drop-downs, codebook; not who spoke, nor the key."""
    words = WORDS[exercise.language]
    book = Workbook()
    _write_intro(book.active, exercise, _explain(exercise))
    _write_passages(book.create_sheet(words["sheet_coding"]), exercise)
    _write_codebook(book.create_sheet(words["sheet_codebook"]), exercise, lexicon)
    for sheet in book.worksheets:
        _lay_out(sheet)
    lists = book.create_sheet(words["sheet_lists"])
    lists.sheet_state = "hidden"
    for row, name in enumerate([words["none"], *(item.name for item in exercise.items)], start=1):
        lists.cell(row, 1, name)
    for row, stance in enumerate(STANCES, start=1):
        lists.cell(row, 2, words[stance])
    book.active = 1
    return write_bytes(path, _as_bytes(book))


def write_key(exercise: Exercise, path: Path) -> Path:
    """Write the key, which `key_file.read_key` reads: one row per passage and answer, and where it is from."""
    words = WORDS[exercise.language]
    book = Workbook()
    _write_intro(book.active, exercise, [words["intro_title"], exercise.about_key])
    sheet = book.create_sheet(words["sheet_key"])
    names = ("number", "text", "kind", "transcript", "turn", exercise.by, "stance", "sure")
    _write_head(sheet, [words[name] for name in names], [5, 62, 14, 24, 7, 34, 22, 14])
    for passage in exercise.passages:
        start = [passage.number, passage.text, words[passage.kind], *passage.place]
        answers = [
            (
                exercise.item(answer.item).name,
                ", ".join(words[stance] for stance in answer.stances),
                words["firm" if answer.firm else "doubt"],
            )
            for answer in passage.answers
        ]
        for answer in answers or [(words["none"], "", words["firm"])]:
            _append(sheet, [*start, *answer])
    for page in book.worksheets:
        _lay_out(page)
    book.active = 1
    return write_bytes(path, _as_bytes(book))


def choice_columns(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    """Return the headings of the choices on a sheet: theme (or code) and stance, `N_CHOICES` times.

    >>> from perspectieven.exercise import Exercise
    >>> choice_columns(Exercise("", "nl", "theme", "people", 0, "", (), ()))[0]
    ('thema 1', 'houding 1')
    """
    words = WORDS[exercise.language]
    return tuple((f"{words[exercise.by]} {at}", f"{words['stance']} {at}") for at in range(1, N_CHOICES + 1))


def about(exercise: Exercise) -> dict[str, str]:
    """Return what a workbook says of its exercise, by word."""
    words = WORDS[exercise.language]
    return {
        words["exercise"]: exercise.id,
        words["by"]: words[exercise.by],
        words["lexicon"]: exercise.lexicon,
        words["seed"]: str(exercise.seed),
        words["key_source"]: exercise.source,
    }


def _explain(exercise: Exercise) -> list[str]:
    words = WORDS[exercise.language]
    lines = [words["intro_title"], *(words[f"intro_{at}"] for at in range(1, 6))]
    return [line.format(items=words[f"{exercise.by}s"], n=N_CHOICES) for line in lines]


def _write_intro(sheet: Any, exercise: Exercise, lines: Sequence[str]) -> None:
    sheet.title = WORDS[exercise.language]["sheet_intro"]
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 80
    for line in filter(None, [exercise.title, exercise.notice, *lines]):
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=2)
    sheet.append([""])
    for name, value in about(exercise).items():
        sheet.append([name, value])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = _WRAP
    sheet["A1"].font = sheet["A2"].font = Font(name=_FONT, size=14, bold=True)


def _write_passages(sheet: Any, exercise: Exercise) -> None:
    words = WORDS[exercise.language]
    pairs = choice_columns(exercise)
    heads = [words["number"], words["text"], *(name for pair in pairs for name in pair), words["remark"]]
    _write_head(sheet, heads, [5, 62, *([26, 12] * N_CHOICES), 18])
    for passage in exercise.passages:
        _append(sheet, [passage.number, passage.text])
    last = len(exercise.passages) + 1
    for of_item, column, size in ((True, "A", len(exercise.items) + 1), (False, "B", len(STANCES))):
        choice = DataValidation(
            type="list", formula1=f"'{words['sheet_lists']}'!${column}$1:${column}${size}", allow_blank=True
        )
        choice.error, choice.errorTitle = words["error_text"], words["error_title"]
        for at in range(N_CHOICES):
            letter = get_column_letter(3 + 2 * at + (not of_item))
            choice.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(choice)
    for row in sheet.iter_rows(min_row=2, max_row=last, min_col=3, max_col=3 + 2 * N_CHOICES):
        for cell in row:
            cell.fill, cell.alignment = _FIELD, _WRAP
    sheet.freeze_panes = "C2"


def _write_codebook(sheet: Any, exercise: Exercise, lexicon: Lexicon) -> None:
    """Write every code under its theme: what students may give, or what is in the theme that they may give."""
    words = WORDS[exercise.language]
    names = ("theme", "code", "label", "definition", "include", "exclude", "hits", "near_misses")
    _write_head(sheet, [words[name] for name in names], [7, 19, 21, 36, 30, 30, 33, 33])
    may_be_given = {item.id for item in exercise.items}
    for theme in lexicon.themes:
        _append(sheet, [theme.id, "", theme.label, theme.description])
        for cell in sheet[sheet.max_row]:
            cell.font = Font(name=_FONT, size=_SIZE, bold=True)
        for code in lexicon.codes:
            if code.theme == theme.id and may_be_given & {code.id, theme.id}:
                examples = ["\n".join(code.hits), "\n".join(code.near_misses)]
                _append(sheet, [theme.id, code.id, code.label, code.definition, code.include, code.exclude, *examples])
    sheet.freeze_panes = "D2"


def _write_head(sheet: Any, names: Sequence[str], widths: Sequence[float]) -> None:
    sheet.append(list(names))
    for at, (cell, width) in enumerate(zip(sheet[1], widths, strict=True), start=1):
        cell.font, cell.fill, cell.alignment = Font(name=_FONT, size=_SIZE, bold=True, color="FFFFFF"), _HEAD, _WRAP
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"


def _append(sheet: Any, values: Sequence[object]) -> None:
    sheet.append(list(values))
    for cell in sheet[sheet.max_row]:
        cell.alignment = _WRAP
        if cell.data_type == "f":
            cell.data_type = "s"  # a passage that begins with = is text, not a formula


def _lay_out(sheet: Any) -> None:
    """Make rows as high as their words take, and a printed page as wide as the sheet, its heading and lines on each.

    A program may leave rows as they are written: LibreOffice then draws wrapped words over each other.
    """
    for row in sheet.iter_rows():
        lines = [_count_lines(cell.value, _width_of(sheet, cell) * _FULL * _SIZE / cell.font.size) for cell in row]
        sheet.row_dimensions[row[0].row].height = _LINE * max(lines) * max(1, row[0].font.size / _SIZE)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.gridLines = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"


def _width_of(sheet: Any, cell: Any) -> float:
    """Return how many letters fit in a cell; one that is merged is as wide as all of its columns."""
    merged = [area for area in sheet.merged_cells.ranges if cell.coordinate in area]
    first, last = (merged[0].min_col, merged[0].max_col) if merged else (cell.column, cell.column)
    widths = (sheet.column_dimensions[get_column_letter(at)].width for at in range(first, last + 1))
    return float(sum(widths))


def _count_lines(value: object, width: float) -> int:
    r"""Count the lines of a cell whose words are wrapped.

    >>> _count_lines("een twee", 10), _count_lines("een\ntwee drie vier", 10), _count_lines(None, 10)
    (1, 3, 1)
    """
    return sum(max(1, math.ceil(len(line) / width)) for line in str(value or "").split("\n"))


def _as_bytes(book: Any) -> bytes:
    """Return a workbook without the time at which it was made, in its properties and in its archive."""
    book.properties.creator = "perspectieven"
    book.properties.created = _BEGINNING
    raw, fixed = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.namelist()):
            content = old.read(entry)
            if entry == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(entry, _BEGINNING.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
