"""Read Word documents (.docx): paragraphs and tables in reading order, tracked changes accepted."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from perspectieven.reading.cells import join_cells
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.labels import find_turns
from perspectieven.reading.source import Source, check_archive, unreadable

Element = Any
"""An lxml element; the library carries no types."""

_DAMAGE = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,  # zipfile: an unknown kind of compression
    RuntimeError,
    AttributeError,
    IndexError,
    TypeError,
)
"""What python-docx lets through when a file is damaged."""
_LEFT_OUT = frozenset(qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rt")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_P, _R, _T, _TBL, _TR, _TC, _VANISH = (qn(f"w:{tag}") for tag in ("p", "r", "t", "tbl", "tr", "tc", "vanish"))


def read_word(path: Path) -> Source:
    """Read a .docx file; then speaker labels.

    Left out: headers and footers, comments, foot- and endnotes, deleted text, hidden text and the codes of fields.
    Kept: inserted text, the text of links, text boxes (after the paragraph they hang on) and what fields show.
    """
    check_archive(path, program="Word")
    try:
        body = docx.Document(str(path)).element.body
        paragraphs = tuple(_iter_blocks(body))
    except _DAMAGE as error:
        raise unreadable(path, program="Word") from error
    return find_turns(tuple(text for text in map(clean_text, paragraphs) if text.strip()))


def _iter_blocks(parent: Element) -> Iterator[str]:
    """Give the paragraphs below an element, tables row by row, whatever wraps them."""
    for child in parent:
        if child.tag == _P:
            yield _text_of(child)
            for box in child.iter(qn("w:txbxContent")):
                if not any(a.tag in _LEFT_OUT for a in box.iterancestors()):
                    yield from _iter_blocks(box)
        elif child.tag == _TBL:
            yield from join_cells(_rows(child))
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _iter_blocks(child)


def _rows(table: Element) -> list[list[list[str]]]:
    return [[list(_iter_cell(cell)) for cell in _cells(row)] for row in table.iter(_TR) if _owner(row) is table]


def _iter_cell(cell: Element) -> Iterator[str]:
    return (text.strip() for text in _iter_blocks(cell) if text.strip())


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]


def _owner(row: Element) -> Element:
    return next(row.iterancestors(_TBL))


def _text_of(paragraph: Element) -> str:
    return "".join(_iter_text(paragraph))


def _iter_text(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == qn("w:txbxContent"):
            continue
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag != _R or child.find(f"{qn('w:rPr')}/{_VANISH}") is None:
            yield from _iter_text(child)
