"""Read PDF files that carry text: without running heads, with paragraphs rebuilt from where lines stand."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from subprocess import DEVNULL
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]  # pypdfium2 has no types

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.columns import order_lines
from perspectieven.reading.emphasis import set_apart
from perspectieven.reading.hyphens import WRAP, undo_hyphens
from perspectieven.reading.labels import find_turns
from perspectieven.reading.margins import drop_line_numbers
from perspectieven.reading.paragraphs import is_item
from perspectieven.reading.printed import Line, Page, read_page
from perspectieven.reading.source import Source, read_bytes, unreadable

_ONE_AT_A_TIME = Lock()
"""PDFium breaks when two threads use it at once."""
_WRONG_PASSWORD = 4
_LARGEST_UNPROBED = 500_000
"""Bytes: where the index of a larger file is damaged, PDFium takes time that grows with the square of its size."""
_SECONDS_TO_OPEN = 20.0
"""What a sound file of 200 MB opens in a hundred times over."""
_OPEN = "import sys, pypdfium2; pypdfium2.PdfDocument(sys.argv[1]).close()"
MOST_CHARACTERS = 20_000_000
"""Characters on all pages; a day of talk has about a million."""
_EDGE = 3
"""How many lines at the top and bottom of a page may be a running head."""
_SPACE = 1.4
"""White space: a distance to the line before of this many ordinary line steps."""
_PAGE_NUMBER = re.compile(r"(?i)\W*+(?:pagina|page|blad|p\.)?\s*+\d{1,4}\s*+(?:(?:van|of|/)\s*\d{1,4})?\W*")


def read_pdf(path: Path) -> Source:
    """Read a .pdf file; then speaker labels.

    Raises
    ------
    TranscriptError
        If the file is damaged, has a password, holds pictures of text only, takes longer than 20 seconds to open, or
        has more than `MOST_CHARACTERS`.
    """
    data = read_bytes(path)
    if len(data) > _LARGEST_UNPROBED:
        _check_opens(path)
    try:
        with _ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as document:
            pages = list(_read_pages(document, path.name))
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            what = "has a password; save a copy without one"
            raise TranscriptError(Fault(path.name, "", what)) from error
        raise unreadable(path, program="a PDF viewer") from error
    if not any(page.lines for page in pages):
        what = f"no text on its {len(pages)} page{'s' if len(pages) != 1 else ''}: run OCR first"
        raise TranscriptError(Fault(path.name, "", what))
    numberless, numbered = drop_line_numbers(pages, path.name)
    lines = _without_running_heads([order_lines(page) for page in numberless])
    source = find_turns(_build_paragraphs(lines), path.name)
    return replace(source, remarks=(*_find_gaps(pages, path.name), *numbered, *source.remarks))


def _check_opens(path: Path) -> None:
    """Have another process open a file first, which can be ended when that takes too long; PDFium itself cannot.

    Whatever else is wrong with the file comes to light when it is opened here.
    """
    command = (sys.executable, "-c", _OPEN, str(path))
    try:
        subprocess.run(command, stdout=DEVNULL, stderr=DEVNULL, timeout=_SECONDS_TO_OPEN, check=False)
    except subprocess.TimeoutExpired:
        what = f"takes longer than {_SECONDS_TO_OPEN:.0f} seconds to open, so its index is damaged; "
        raise TranscriptError(Fault(path.name, "", what + "open it in a PDF viewer and save it again")) from None


def _read_pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    n_characters = 0
    for number in range(len(document)):
        page = read_page(document, number, most=MOST_CHARACTERS - n_characters)
        if page is None:
            what = f"more than {MOST_CHARACTERS:,} characters up to here; no more is read; split the file"
            raise TranscriptError(Fault(name, f"page {number + 1}", what))
        n_characters += page.n_characters
        yield page


def _find_gaps(pages: Sequence[Page], name: str) -> Iterator[Fault]:
    """Tell which pages are not read, or not as they look."""
    pictures = [number for number, page in enumerate(pages, start=1) if page.is_picture]
    garbled = [number for number, page in enumerate(pages, start=1) if page.is_garbled]
    if pictures:
        yield Fault(name, _name_pages(pictures), "a picture without text, which is not read: run OCR")
    if garbled:
        what = "the fonts do not say which letters they print, so the text may be nonsense: look at it, or run OCR"
        yield Fault(name, _name_pages(garbled), what)


def _name_pages(numbers: Sequence[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Leave out the lines at the edges that return on at least half of the pages, and page numbers."""
    edges = Counter(key for lines in pages for key in {_edge_key(line) for line in _edge_lines(lines)})
    often = {key for key, n in edges.items() if n >= max(3, len(pages) / 2)}
    kept = []
    for lines in pages:
        heads = {id(line) for line in _edge_lines(lines) if _edge_key(line) in often or _is_page_number(line, lines)}
        kept += [line for line in lines if id(line) not in heads]
    return kept


def _edge_lines(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]


def _edge_key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_page_number(line: Line, lines: Sequence[Line]) -> bool:
    outermost = line in (lines[0], lines[-1])
    return outermost and len(lines) > 1 and _PAGE_NUMBER.fullmatch(line.text) is not None


def _build_paragraphs(lines: Sequence[Line]) -> tuple[str, ...]:
    """Group lines into paragraphs; an empty one stands for white space."""
    if not lines:
        return ()
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = median(steps) if steps else 0.0
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    page = (margin, max(line.right for line in lines))
    lines = [replace(line, column=line.column or page) for line in lines]
    shows_bold = 2 * sum(word.bold for line in lines for word in line.words) < sum(len(line.words) for line in lines)
    paragraphs: list[list[str]] = []
    for line, before in zip(lines, (None, *lines), strict=False):
        if before is not None and _is_spaced(line, before, step):
            paragraphs.append([])
        if before is None or not paragraphs[-1] or _is_indented(line, before) or _had_room(line, before):
            paragraphs.append([])
        paragraphs[-1].append(_text_of(line, before) if shows_bold else line.text)
    return undo_hyphens(["\n".join(texts) for texts in paragraphs], n_lines=len(lines))


def _text_of(line: Line, before: Line | None) -> str:
    """Give the text of a line with the bold words at its start set apart, unless a word is broken off there."""
    n_bold = next((n for n, word in enumerate(line.words) if not word.bold), len(line.words))
    breaks = [one for one in (before, line if n_bold == len(line.words) else None) if one is not None]
    if not n_bold or any(one.text.endswith((WRAP, "-")) for one in breaks):
        return line.text
    label = set_apart(replace(line, words=line.words[:n_bold]).text)
    if n_bold == len(line.words):
        return label
    rest = replace(line, words=line.words[n_bold:]).text
    return label + rest if rest.startswith("\t") else f"{label} {rest}"


def _is_spaced(line: Line, before: Line, step: float) -> bool:
    """Tell whether there is white space above a line; a new page has it if it starts flush after a short line."""
    if line.page != before.page or line.bottom > before.bottom + step:
        return _had_room(line, before) and abs(_indent(line) - _indent(before)) < line.character
    return before.bottom - line.bottom > _SPACE * step


def _is_indented(line: Line, before: Line) -> bool:
    item = is_item(line.text) and before.text.endswith((".", ";", ":", "?", ","))
    hangs = any(word.text.startswith("\t") and abs(word.left - line.left) < 2 for word in before.words)
    return item or (_indent(line) > _indent(before) + 2 * line.character and abs(_indent(before)) < 2 and not hangs)


def _indent(line: Line) -> float:
    return line.left - (line.column or (0.0, 0.0))[0]


def _had_room(line: Line, before: Line) -> bool:
    """Tell whether two words of this line would have fitted on the line before."""
    two_words = 2 + sum(map(len, line.text.split(maxsplit=2)[:2]))
    return before.right + two_words * before.character < (before.column or (0.0, 0.0))[1]
