"""The rows of a delimited file or a workbook, as text."""

import csv
import io
import warnings
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # openpyxl has no types
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]  # openpyxl has no types

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import clean_text, decode_bytes
from perspectieven.reading.source import BROKEN_ARCHIVE, check_archive, read_bytes, unreadable

Row = tuple[int, tuple[str, ...]]
"""A row as people count it (the heading is row 1), with its cells."""


def read_csv_rows(path: Path) -> list[Row]:
    """Read the rows of a .csv file that are not empty, the heading first.

    Raises
    ------
    TranscriptError
    """
    text = decode_bytes(read_bytes(path), path.name)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_separator(text), strict=True)
        rows = [(number, tuple(cell.strip() for cell in cells)) for number, cells in enumerate(reader, start=1)]
    except csv.Error as error:
        what = f"is not a sound table ({error}); open it in a spreadsheet program and save it as CSV UTF-8"
        raise TranscriptError(Fault(path.name, "", what)) from error
    return [(number, cells) for number, cells in rows if any(cells)]


def find_separator(text: str) -> str:
    """Return the separator that the heading uses most.

    Examples
    --------
    >>> find_separator("speaker;text;opmerking, vrij")
    ';'
    """
    heading = text.lstrip("\n").partition("\n")[0]
    return max(",;\t", key=heading.count)


def read_xlsx_rows(path: Path) -> list[Row]:
    """Read the rows of the first sheet of a workbook that are not empty, the heading first.

    Raises
    ------
    TranscriptError
    """
    check_archive(path, program="Excel")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles and extensions, which hold no text
            workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
            try:
                rows = [
                    (number, tuple(_cell_text(value) for value in values))
                    for number, values in enumerate(workbook.worksheets[0].iter_rows(values_only=True), start=1)
                ]
            finally:
                workbook.close()
    except (
        *BROKEN_ARCHIVE,
        InvalidFileException,
        etree.LxmlError,
        SyntaxError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RuntimeError,
    ) as error:
        raise unreadable(path, program="Excel") from error
    return [(number, cells) for number, cells in rows if any(cells)]


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean_text(str(value)).strip()
