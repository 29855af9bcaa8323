"""Read Word documents (.docx): paragraphs and tables in reading order, tracked changes accepted."""

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from perspectieven.reading.cells import join_cells
from perspectieven.reading.emphasis import close_seams, plain, set_apart
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.labels import find_turns
from perspectieven.reading.source import BROKEN_ARCHIVE, Source, check_archive, unreadable
from perspectieven.reading.word_styles import Element, Styles

_DAMAGE = (
    *BROKEN_ARCHIVE,
    OpcError,
    etree.LxmlError,
    KeyError,
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
        document = docx.Document(str(path))
        paragraphs = tuple(_Walk(Styles(document.styles.element)).blocks(document.element.body))
    except _DAMAGE as error:
        raise unreadable(path, program="Word") from error
    return find_turns(tuple(text for text in map(clean_text, paragraphs) if plain(text).strip()), path.name)


class _Walk:
    """The way through the elements of a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def blocks(self, parent: Element) -> Iterator[str]:
        """Give the paragraphs below an element, tables row by row, whatever wraps them."""
        for child in parent:
            if child.tag == _P:
                yield close_seams("".join(self._pieces(child, child, is_apart=False)))
                for box in child.iter(qn("w:txbxContent")):
                    if not any(a.tag in _LEFT_OUT for a in box.iterancestors()):
                        yield from self.blocks(box)
            elif child.tag == _TBL:
                yield from join_cells([[list(self._cell(cell)) for cell in _cells(row)] for row in _rows(child)])
            elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
                yield from self.blocks(child)

    def _cell(self, cell: Element) -> Iterator[str]:
        return (text for block in self.blocks(cell) if (text := plain(block).strip()))

    def _pieces(self, element: Element, paragraph: Element, *, is_apart: bool) -> Iterator[str]:
        """Give the text of a paragraph in pieces, with marks around what is set apart."""
        for child in element:
            if child.tag in _LEFT_OUT or child.tag == qn("w:txbxContent"):
                continue
            if child.tag == _T:
                text = plain(child.text or "")
                yield set_apart(text) if is_apart else text
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag != _R:
                yield from self._pieces(child, paragraph, is_apart=is_apart)
            elif child.find(f"{qn('w:rPr')}/{_VANISH}") is None:
                yield from self._pieces(child, paragraph, is_apart=self._styles.sets_apart(paragraph, child))


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter(_TR) if next(row.iterancestors(_TBL)) is table]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]
