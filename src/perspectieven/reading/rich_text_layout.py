"""How the text of a Rich Text Format file is laid out: paragraphs, tables inside each other, and text boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perspectieven.reading.cells import join_cells
from perspectieven.reading.emphasis import plain

MOST_TABLES = 20
"""Tables inside each other that keep their rows apart."""


@dataclass(slots=True)
class _Level:
    """A table that is being read; the first level is the text itself."""

    rows: list[list[list[str]]] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


class Layout:
    r"""Text that is put together; whoever reads the file says where a paragraph, a cell, a row or a text box ends.

    The level of a paragraph, cell or row is how many tables it is in; text in a text box is in none.

    Examples
    --------
    >>> layout = Layout()
    >>> for text in ("Rust", "8"):
    ...     layout.add(text)
    ...     layout.end_cell(1)
    >>> layout.end_row(1)
    >>> layout.add("Daarna.")
    >>> layout.close()
    >>> layout.paragraphs
    ['Rust\t8', 'Daarna.']
    """

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._text: list[str] = []
        self._boxed: list[str] = []
        self._outer: list[tuple[list[_Level], list[str], list[str]]] = []

    @property
    def paragraphs(self) -> Sequence[str]:
        """The paragraphs outside tables, and the rows of tables as lines."""
        return self._levels[0].paragraphs

    def add(self, text: str) -> None:
        """Add text to the paragraph."""
        self._text.append(text)

    def open_box(self) -> None:
        """Set the paragraph aside while the text box that hangs on it is read."""
        self._outer.append((self._levels, self._text, self._boxed))
        self._levels, self._text, self._boxed = [_Level()], [], []

    def close_box(self) -> None:
        """Take the paragraph up again; what the text box holds comes after it."""
        self.close()
        boxed = self._levels[0].paragraphs
        self._levels, self._text, self._boxed = self._outer.pop()
        self._boxed += boxed

    def end_paragraph(self, level: int) -> None:
        """End a paragraph, and all tables that are further inside."""
        self._close_tables(level)
        text, self._text = "".join(self._text), []
        if plain(text).strip():
            self._levels[-1].paragraphs.append(text if level == 0 else plain(text).strip())
        self._levels[-1].paragraphs += self._boxed
        self._boxed = []

    def end_cell(self, level: int) -> None:
        """End a cell, with its last paragraph."""
        self.end_paragraph(level)
        here = self._levels[-1]
        here.row.append([plain(text) for text in here.paragraphs])
        here.paragraphs = []

    def end_row(self, level: int) -> None:
        """End a row, with its last cell if that has not ended."""
        self._close_tables(level)
        here = self._levels[-1]
        if here.paragraphs or self._text or self._boxed:
            self.end_cell(level)
        here.rows.append(here.row)
        here.row = []

    def close(self) -> None:
        """End all that is open."""
        self.end_paragraph(0)
        self._close_tables(0)

    def _close_tables(self, level: int) -> None:
        """Make lines of the tables inside this level, and open levels up to it."""
        while len(self._levels) - 1 > level:
            table = self._levels.pop()
            rows = [*table.rows, table.row] if table.row else table.rows
            self._levels[-1].paragraphs += [*join_cells(rows), *table.paragraphs]
        while len(self._levels) - 1 < level:
            self._levels.append(_Level())
