"""Put the lines of a page in the order in which people read its columns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from perspectieven.reading.printed import Line, Word

_GAP = 1.8
"""Heights of a letter: wider white space inside a line stands between columns; the words of a line are closer."""
_FEWEST = 4
"""Lines that a column has at least."""
_MOST_PIECES = 2_000
"""Pieces of lines on a page that people can read; on one with more no columns are looked for, which would take long."""
_FULL = 0.6
"""Share of its column that an ordinary line of prose fills; names and figures in a table fill less."""


def order_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a page, column after column where it has columns of prose.

    A line over the whole width (a title) ends the columns above it. Columns of names, times or figures are a table:
    its rows stay lines, with a tab between their cells.

    Parameters
    ----------
    lines : sequence of Line
        Of one page; a line may go over several columns.

    Examples
    --------
    >>> def line(row, *words):
    ...     return Line(tuple(Word(text, left, right) for text, left, right in words), 0, 100.0 - 10 * row, 8.0)
    >>> cells = [("links", 0, 40), ("{}", 45, 90), ("naast", 110, 150), ("{}", 155, 200)]
    >>> rows = [line(row, *((text.format(row), *place) for text, *place in cells)) for row in range(4)]
    >>> [one.text for one in order_lines(rows)][2:6]
    ['links 2', 'links 3', 'naast 0', 'naast 1']
    """
    pieces = [piece for line in lines for piece in _split(line)]
    gutter = _find_gutter(pieces)
    if gutter is None:
        return tuple(_as_row(line) for line in lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (-round(piece.bottom), piece.left)):
        if piece.left < gutter < piece.right:
            ordered += [*_read_band(band, gutter), piece]
            band = []
        else:
            band.append(piece)
    return (*ordered, *_read_band(band, gutter))


def _read_band(band: Sequence[Line], gutter: float) -> tuple[Line, ...]:
    left, right = ([piece for piece in band if (piece.left > gutter) == is_right] for is_right in (False, True))
    return (*_read_column(left), *_read_column(right))


def _read_column(pieces: Sequence[Line]) -> tuple[Line, ...]:
    """Read a column, which may consist of columns; what is no column of prose are rows again."""
    if _find_gutter(pieces) is not None:
        return order_lines(pieces)
    rows: dict[int, list[Word]] = {}
    for piece in pieces:
        rows.setdefault(round(piece.bottom), []).extend(piece.words)
    column = (min(piece.left for piece in pieces), max(piece.right for piece in pieces)) if pieces else None
    firsts = {round(piece.bottom): replace(piece, column=column) for piece in reversed(pieces)}
    return tuple(_as_row(replace(firsts[bottom], words=tuple(words))) for bottom, words in rows.items())


def _split(line: Line) -> list[Line]:
    """Split a line where white space stands that is wider than between words."""
    groups: list[list[Word]] = []
    for word in line.words:
        if not groups or word.left - groups[-1][-1].right > _GAP * line.height:
            groups.append([])
        groups[-1].append(word)
    return [line] if len(groups) == 1 else [replace(line, words=tuple(group)) for group in groups]


def _as_row(line: Line) -> Line:
    """Put a tab before the words that stand far from the word before them."""
    first, *others = _split(line)
    if not others:
        return line
    tabbed = [replace(piece.words[0], text="\t" + piece.words[0].text) for piece in others]
    rest = [word for start, piece in zip(tabbed, others, strict=True) for word in (start, *piece.words[1:])]
    return replace(line, words=(*first.words, *rest))


def _find_gutter(pieces: Sequence[Line]) -> float | None:
    """Return the place behind the first of two or more columns of prose, if there are such columns."""
    if len(pieces) > _MOST_PIECES:
        return None
    starts = Counter(round(piece.left) for piece in pieces)
    for start in sorted(start for start, n_lines in starts.items() if n_lines >= _FEWEST):
        gutter = start - 2.0
        left = [piece for piece in pieces if piece.right < gutter]
        right = [piece for piece in pieces if piece.left > gutter]
        n_across = len(pieces) - len(left) - len(right)
        if n_across <= len(pieces) / 4 and _are_side_by_side(left, right) and _is_prose(left):
            return gutter if _is_prose(right) or _find_gutter(right) is not None else None
    return None


def _are_side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return False
    low = max(min(piece.bottom for piece in column) for column in (left, right))
    high = min(max(piece.bottom for piece in column) for column in (left, right))
    return sum(low <= piece.bottom <= high for piece in left) >= _FEWEST


def _is_prose(column: Sequence[Line]) -> bool:
    """Tell whether an ordinary line fills most of the column."""
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    return median(piece.right - piece.left for piece in column) >= _FULL * width and _n_words(column) >= 2 * len(column)


def _n_words(column: Sequence[Line]) -> int:
    return sum(len(piece.words) for piece in column)
