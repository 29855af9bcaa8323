"""Read PDF files that carry text: without running heads, with paragraphs rebuilt from where lines stand."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]  # pypdfium2 has no types

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.hyphens import WRAP, undo_hyphens
from perspectieven.reading.labels import find_turns
from perspectieven.reading.paragraphs import is_item
from perspectieven.reading.source import Source, read_bytes, unreadable

_ONE_AT_A_TIME = Lock()
"""PDFium breaks when two threads use it at once."""
_WRONG_PASSWORD = 4
_PRINTED_LINE = re.compile(r"[ \t]*(?P<shown>[^\r\n\ufffe\x02]*[^\s\ufffe\x02])[ \t]*(?P<wrap>[\ufffe\x02])?")
"""Up to a line end, or up to the mark that PDFium puts in place of a hyphen and the line end after it."""
_EDGE = 3
"""How many lines at the top and bottom of a page may be a running head."""
_SPACE = 1.4
"""White space: a distance to the line before of this many ordinary line steps."""
_PAGE_NUMBER = re.compile(r"(?i)\W*(?:pagina|page|blad|p\.)?\s*\d{1,4}\s*(?:(?:van|of|/)\s*\d{1,4})?\W*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line; places in points from the lower left corner of the page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float

    @property
    def character(self) -> float:
        return (self.right - self.left) / max(len(self.text), 1)


def read_pdf(path: Path) -> Source:
    """Read a .pdf file; then speaker labels.

    Raises
    ------
    TranscriptError
        If the file is damaged, has a password, or holds pictures of text only.
    """
    data = read_bytes(path)
    try:
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as document:
            pages = [_read_lines(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            what = "has a password; save a copy without one"
            raise TranscriptError(Fault(path.name, "", what)) from error
        raise unreadable(path, program="a PDF viewer") from error
    if not any(pages):
        what = f"no text on its {len(pages)} page{'s' if len(pages) != 1 else ''}: run OCR first"
        raise TranscriptError(Fault(path.name, "", what))
    return find_turns(_build_paragraphs(_without_running_heads(pages)))


def _read_lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    textpage = page.get_textpage()
    text = textpage.get_text_range() if textpage.count_chars() else ""
    located = len(text) == textpage.count_chars()
    lines = []
    for match in _PRINTED_LINE.finditer(text):
        first, last = match.start("shown"), match.end("shown") - 1
        left, bottom = textpage.get_charbox(first)[:2] if located else (0.0, 0.0)
        right = textpage.get_charbox(last)[2] if located else float(last - first)
        shown = clean_text(match["shown"]).strip()
        if shown:
            lines.append(_Line(shown + (WRAP if match["wrap"] else ""), number, left, right, bottom))
    textpage.close()
    page.close()
    return lines


def _without_running_heads(pages: Sequence[list[_Line]]) -> list[_Line]:
    """Leave out the lines at the edges that return on at least half of the pages, and page numbers."""
    edges = Counter(key for lines in pages for key in {_edge_key(line) for line in _edge_lines(lines)})
    often = {key for key, n in edges.items() if n >= max(3, len(pages) / 2)}
    kept = []
    for lines in pages:
        heads = {id(line) for line in _edge_lines(lines) if _edge_key(line) in often or _is_page_number(line, lines)}
        kept += [line for line in lines if id(line) not in heads]
    return kept


def _edge_lines(lines: list[_Line]) -> list[_Line]:
    return lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]


def _edge_key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_page_number(line: _Line, lines: list[_Line]) -> bool:
    outermost = line in (lines[0], lines[-1])
    return outermost and len(lines) > 1 and _PAGE_NUMBER.fullmatch(line.text) is not None


def _build_paragraphs(lines: Sequence[_Line]) -> tuple[str, ...]:
    """Group lines into paragraphs; an empty one stands for white space."""
    if not lines:
        return ()
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = median(steps) if steps else 0.0
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    width = max(line.right for line in lines)
    paragraphs: list[list[str]] = []
    for line, before in zip(lines, (None, *lines), strict=False):
        if before is not None and _is_spaced(line, before, step, width):
            paragraphs.append([])
        if before is None or not paragraphs[-1] or _is_indented(line, before, margin) or _had_room(line, before, width):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
    return undo_hyphens(["\n".join(texts) for texts in paragraphs], n_lines=len(lines))


def _is_spaced(line: _Line, before: _Line, step: float, width: float) -> bool:
    """Tell whether there is white space above a line; a new page has it if it starts flush after a short line."""
    if line.page != before.page:
        return _had_room(line, before, width) and abs(line.left - before.left) < line.character
    return before.bottom - line.bottom > _SPACE * step


def _is_indented(line: _Line, before: _Line, margin: float) -> bool:
    item = is_item(line.text) and before.text.endswith((".", ";", ":", "?", ","))
    return item or (line.left > before.left + 2 * line.character and abs(before.left - margin) < 2)


def _had_room(line: _Line, before: _Line, width: float) -> bool:
    """Tell whether two words of this line would have fitted on the line before."""
    two_words = 2 + sum(map(len, line.text.split(maxsplit=2)[:2]))
    return before.right + two_words * before.character < width
