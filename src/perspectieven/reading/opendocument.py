"""Read OpenDocument text (.odt): paragraphs and tables in reading order, tracked changes accepted."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.cells import join_cells
from perspectieven.reading.emphasis import close_seams, plain, set_apart
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.labels import find_turns
from perspectieven.reading.markup import parse_markup
from perspectieven.reading.opendocument_styles import Styles
from perspectieven.reading.source import BROKEN_ARCHIVE, Source, check_archive, unreadable

LARGEST_CONTENT = 100_000_000
"""Bytes of content.xml, which holds the words and no pictures."""

_REPAIR = "open it in LibreOffice and save it again"
_OPENDOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _TABLE, _DRAW = (_OPENDOCUMENT % name for name in ("office", "text", "table", "drawing"))
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_ROWS, _CELLS = f"{_TABLE}table-row", frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_LEFT_OUT = frozenset(
    [f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "event-listeners", "binary-data")]
    + [
        f"{_TEXT}{name}"
        for name in (
            *("tracked-changes", "note", "ruby-text", "number", "hidden-text", "script"),
            *("page-number", "page-count", "page-continuation", "page-variable-get", "page-variable-set"),
            *("variable-decls", "sequence-decls", "user-field-decls", "dde-connection-decls"),
            *("alphabetical-index-auto-mark-file", "alphabetical-index-source", "bibliography-source"),
            *("illustration-index-source", "object-index-source", "table-index-source"),
            *("table-of-content-source", "user-index-source"),
        )
    ]
    + [f"{_TABLE}{name}" for name in ("title", "desc")]
    + ["{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}" + name for name in ("title", "desc")]
)
_MOST_SPACES = 4
_GAP = re.compile(r"[ \t]{4,}")
"""White space that says no more than four spaces, and that would make the search for labels slow."""
_WHITE = re.compile(r"[ \t\r\n]+")
_Piece = tuple[str, bool, bool]


def read_odt(path: Path) -> Source:
    """Read an .odt file; then speaker labels.

    Left out: headers and footers, annotations, foot- and endnotes, deleted text, hidden text and sections, page
    numbers, and the numbers that LibreOffice itself gives to list items. Kept: inserted text, the text of links,
    text boxes (after the paragraph they hang on) and what other fields show.

    Raises
    ------
    TranscriptError
        If it has a password, is damaged, or is not a text document.
    """
    check_archive(path, program="LibreOffice")
    root = parse_markup(_read_content(path), path, repair=_REPAIR)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        what = "holds no text document but, for instance, a spreadsheet; save the text in it as .odt"
        raise TranscriptError(Fault(path.name, "", what))
    paragraphs = (_GAP.sub("    ", clean_text(text)) for text in _Walk(Styles(root)).blocks(body))
    return find_turns(tuple(text for text in paragraphs if plain(text).strip()), path.name)


def _read_content(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            if b"encryption-data" in manifest:
                what = "has a password; open it in LibreOffice and save it without one"
                raise TranscriptError(Fault(path.name, "", what))
            if "content.xml" not in names:
                raise unreadable(path, program="LibreOffice")
            size = archive.getinfo("content.xml").file_size
            if size > LARGEST_CONTENT:
                what = f"holds {size / 1e6:,.0f} MB of text; at most {LARGEST_CONTENT / 1e6:,.0f} MB is read; split it"
                raise TranscriptError(Fault(path.name, "", what))
            return archive.read("content.xml")
    except RuntimeError as error:  # zipfile: a password on the zip file itself
        raise TranscriptError(Fault(path.name, "", "has a password; save it without one")) from error
    except BROKEN_ARCHIVE as error:
        raise unreadable(path, program="LibreOffice") from error


class _Walk:
    """The way through the elements of a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def blocks(self, parent: Element) -> Iterator[str]:
        """Give the paragraphs below an element, tables row by row, whatever wraps them."""
        for child in parent:
            if self._is_left_out(child):
                continue
            if child.tag in _PARAGRAPHS:
                boxes: list[Element] = []
                is_apart = child.tag == f"{_TEXT}h" or bool(self._styles.sets_apart(child))
                yield _collapse(self._pieces(child, boxes, is_apart=is_apart))
                for box in boxes:
                    yield from self.blocks(box)
            elif child.tag == f"{_TABLE}table":
                yield from join_cells([[list(self._cell(cell)) for cell in row] for row in _iter_rows(child)])
            else:
                yield from self.blocks(child)

    def _cell(self, cell: Element) -> Iterator[str]:
        return (text for block in self.blocks(cell) if (text := plain(block).strip()))

    def _pieces(self, element: Element, boxes: list[Element], *, is_apart: bool) -> Iterator[_Piece]:
        """Give the text of a paragraph, and for each piece whether its white space is meant and it is set apart."""
        yield element.text or "", False, is_apart
        for child in element:
            if child.tag == f"{_TEXT}s":
                count = child.get(f"{_TEXT}c", "1")
                n_spaces = int(count[:2]) if count.isdecimal() else 1  # more digits are beyond the most
                yield " " * max(1, min(n_spaces, _MOST_SPACES)), True, False
            elif child.tag == f"{_TEXT}tab":
                yield "\t", True, False
            elif child.tag == f"{_TEXT}line-break":
                yield "\n", True, False
            elif isinstance(child.tag, str) and child.tag.startswith(_DRAW):
                boxes.append(child)
            elif not self._is_left_out(child):
                own = self._styles.sets_apart(child)
                yield from self._pieces(child, boxes, is_apart=is_apart if own is None else own)
            yield child.tail or "", False, is_apart

    def _is_left_out(self, element: Element) -> bool:
        return (
            element.tag in _LEFT_OUT
            or self._styles.hides(element)
            or (element.tag == f"{_TEXT}section" and element.get(f"{_TEXT}display") == "none")
        )


def _iter_rows(table: Element) -> Iterator[list[Element]]:
    """Give the cells of each row, also of rows in a group, and not those of a table inside a cell."""
    for child in table:
        if child.tag == _ROWS:
            yield [cell for cell in child if cell.tag in _CELLS]
        else:
            yield from _iter_rows(child)


def _collapse(pieces: Iterable[_Piece]) -> str:
    """Join pieces of text; white space that only lays out the file is one space, and none at the edges."""
    texts = (
        (plain(text) if is_meant else _WHITE.sub(" ", plain(text)), is_apart) for text, is_meant, is_apart in pieces
    )
    joined = close_seams("".join(set_apart(text) if is_apart else text for text, is_apart in texts))
    return joined.lstrip(" ").rstrip()
