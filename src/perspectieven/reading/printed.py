"""Lines of text as they are printed on a page of a PDF file, whichever way the page is turned."""

import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, create_string_buffer
from dataclasses import dataclass, replace
from math import pi
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # pypdfium2 has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # pypdfium2 has no types

from perspectieven.reading.encoding import clean_text
from perspectieven.reading.hyphens import WRAP

_PRINTED_LINE = re.compile(r"(?P<shown>[^\r\n\ufffe\x02]+)(?P<wrap>[\ufffe\x02])?")
"""Up to a line end, or up to the mark that PDFium puts in place of a hyphen and the line end after it."""
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
_SAMPLE = 60
"""Characters of a page from which it is told which way it reads, and whether its fonts name their letters."""
_WORD_GAP, _SAME_LINE, _NEIGHBOURS = 0.12, 0.5, 3.0
"""Shares of the height of a letter: white space between words, how far the letters of a line are apart in height, and
how far letters are apart that follow each other."""
_Way = tuple[int, int]
_Box = tuple[float, float, float, float]
_RIGHT, _LEFT, _UP, _DOWN = (1, 0), (-1, 0), (0, 1), (0, -1)
_SHOWN_RIGHTWARDS = {0: _RIGHT, 90: _UP, 180: _LEFT, 270: _DOWN}
"""Which way on the page runs to the right when a viewer has turned it by so many degrees."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, with where it begins and ends on its line, and whether its first letter is bold."""

    text: str
    left: float
    right: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line.

    Attributes
    ----------
    words : tuple of Word
        From left to right; the last may end in `hyphens.WRAP`.
    page : int
    bottom, height : float
        In points, seen with the text upright; `bottom` from the lower edge of the page.
    column : tuple of two floats, or None
        Where its column begins and ends, on a page with columns.
    """

    words: tuple[Word, ...]
    page: int
    bottom: float
    height: float
    column: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """The words with a space between them, or a tab if the word brings one."""
        return " ".join(word.text for word in self.words).replace(" \t", "\t")

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def character(self) -> float:
        """The width of a character, on average."""
        return (self.right - self.left) / max(len(self.text), 1)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and what is to be said of it.

    Attributes
    ----------
    lines : tuple of Line
        In the order of PDFium, which is mostly that of the program that printed them.
    is_picture : bool
        Whether it holds pictures and no text.
    is_garbled : bool
        Whether its fonts do not say which letters they print.
    n_characters : int
        How many it holds, white space and what is not shown among them.
    """

    lines: tuple[Line, ...]
    is_picture: bool
    is_garbled: bool
    n_characters: int


def read_page(document: pypdfium2.PdfDocument, number: int, *, most: int) -> Page | None:
    """Read the printed lines of a page of an open document; None if it has more than so many characters."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > most:
            return None
        letters = _Letters(textpage)
        sample = range(0, letters.n, max(1, letters.n // _SAMPLE))
        along = _find_direction(letters, sample)
        as_shown = along == _SHOWN_RIGHTWARDS[page.get_rotation()]
        read = _read_as_shown(letters, number, along) if as_shown else _read_turned(letters, number, along, sample)
        lines = tuple(read)
        n_unnamed = sum(pdfium.FPDFText_HasUnicodeMapError(textpage, at) == 1 for at in sample)
        is_picture = not lines and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return Page(lines, is_picture, bool(lines) and 2 * n_unnamed > len(sample), letters.n)
    finally:
        textpage.close()
        page.close()


class _Letters:
    """The letters of a page and where they stand, as PDFium numbers them."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._font = create_string_buffer(128)
        self._edges = [c_double() for _ in range(4)]
        self.n = textpage.count_chars()
        self.text = textpage.get_text_range() if self.n else ""
        self.are_located = len(self.text) == self.n

    def __getitem__(self, at: int) -> str:
        return chr(pdfium.FPDFText_GetUnicode(self._textpage, at))

    def find_box(self, at: int, along: _Way = _RIGHT) -> _Box:
        """Return left, bottom, right and top of the ink of a letter, turned so that a direction runs rightwards."""
        left, right, bottom, top = self._edges
        pdfium.FPDFText_GetCharBox(self._textpage, at, left, right, bottom, top)
        return _turn((left.value, bottom.value, right.value, top.value), along)

    def find_space(self, at: int, along: _Way) -> _Box:
        """Return the box in which its font sets a letter, the same height for all."""
        box: _Box = self._textpage.get_charbox(at, loose=True)
        return _turn(box, along)

    def is_mirrored(self, at: int) -> bool:
        """Tell whether a letter is printed as a mirror shows it."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._textpage, at, matrix)
        return bool(matrix.a * matrix.d < matrix.b * matrix.c)

    def is_bold(self, at: int) -> bool:
        """Tell whether the font of a letter says in its name that it is bold."""
        size = pdfium.FPDFText_GetFontInfo(self._textpage, at, self._font, len(self._font), None)
        return size <= len(self._font) and _BOLD.search(self._font.value) is not None

    def find_way(self, at: int) -> _Way:
        """Return the direction in which a letter stands."""
        quarter = round(pdfium.FPDFText_GetCharAngle(self._textpage, at) / (pi / 2)) % 4
        return (_RIGHT, _DOWN, _LEFT, _UP)[quarter]


def _find_direction(letters: _Letters, sample: range) -> _Way:
    """Find the way in which most letters follow each other; where none do, the way in which they stand."""
    steps: Counter[_Way] = Counter()
    for at in sample:
        if at + 1 < letters.n and not {letters[at], letters[at + 1]} & set(" \r\n"):
            here, there = letters.find_box(at), letters.find_box(at + 1)
            right, up = (there[0] + there[2] - here[0] - here[2]) / 2, (there[1] + there[3] - here[1] - here[3]) / 2
            if max(abs(right), abs(up)) < _NEIGHBOURS * max(here[3] - here[1], here[2] - here[0], 1.0):
                across = abs(right) > abs(up)
                steps[(_RIGHT if right > 0 else _LEFT) if across else (_UP if up > 0 else _DOWN)] += 1
    steps = steps or Counter(letters.find_way(at) for at in sample if letters[at].strip())
    return max(steps, key=lambda way: (steps[way], way == _RIGHT), default=_RIGHT)


def _read_as_shown(letters: _Letters, number: int, along: _Way) -> Iterator[Line]:
    """Read the lines that PDFium finds, and where their words stand."""
    for match in _PRINTED_LINE.finditer(letters.text):
        is_clean = clean_text(match["shown"]) == match["shown"]
        words: list[Word] = []
        bottom, height = 0.0, 1.0
        for word in re.finditer(r"\S+", match["shown"]):
            first, last = match.start("shown") + word.start(), match.start("shown") + word.end() - 1
            if letters.are_located:
                box, right = letters.find_box(first, along), letters.find_box(last, along)[2]
            else:
                box, right = (float(word.start()), 0.0, 0.0, 1.0), float(word.end())
            shown = word.group() if is_clean else "".join(clean_text(word.group()).split())
            if shown:
                bottom = bottom if words else box[1]
                height = max(height, box[3] - box[1])
                words.append(Word(shown, box[0], right, letters.are_located and letters.is_bold(first)))
        if words:
            yield _make_line(words, number, bottom, height, wrapped=bool(match["wrap"]))


def _read_turned(letters: _Letters, number: int, along: _Way, sample: range) -> Iterator[Line]:
    """Put letters together to lines on a page whose text is not upright as it is shown."""
    placed = [(letters[at], letters.find_space(at, along)) for at in range(letters.n) if letters[at].strip()]
    if 2 * sum(letters.is_mirrored(at) for at in sample) > len(sample):
        placed = [(letter, (left, -top, right, -bottom)) for letter, (left, bottom, right, top) in placed]
    rows: list[list[tuple[str, _Box]]] = []
    for letter, box in sorted(placed, key=lambda one: -one[1][1]):
        if not rows or rows[-1][0][1][1] - box[1] > _SAME_LINE * max(box[3] - box[1], 1.0):
            rows.append([])
        rows[-1].append((letter, box))
    for row in rows:
        height = max(box[3] - box[1] for _, box in row)
        words: list[Word] = []
        for letter, (left, _, right, _) in sorted(row, key=lambda one: one[1][0]):
            if words and left - words[-1].right <= _WORD_GAP * height:
                words[-1] = Word(words[-1].text + letter, words[-1].left, right)
            else:
                words.append(Word(letter, left, right))
        cleaned = [Word(shown, word.left, word.right) for word in words if (shown := clean_text(word.text).strip())]
        if cleaned:
            yield _make_line(cleaned, number, row[0][1][1], height, wrapped=False)


def _turn(box: _Box, along: _Way) -> _Box:
    """Turn a box so that what runs along a direction runs to the right."""
    left, bottom, right, top = box
    if along == _RIGHT:
        return box
    if along == _LEFT:
        return (-right, -top, -left, -bottom)
    return (bottom, -right, top, -left) if along == _UP else (-top, left, -bottom, right)


def _make_line(words: list[Word], number: int, bottom: float, height: float, *, wrapped: bool) -> Line:
    if wrapped:
        words = [*words[:-1], replace(words[-1], text=words[-1].text + WRAP)]
    return Line(tuple(words), number, bottom, height)
