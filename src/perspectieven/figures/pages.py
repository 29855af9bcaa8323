"""The three sizes of a figure: on paper, on a screen, on a slide for the whole class."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal

from perspectieven.errors import Fault, TableError

Size = Literal["paper", "screen", "class"]

SLIDE_ROWS: Final = 16
"""Rows that a screen holds."""


@dataclass(frozen=True, slots=True)
class Page:
    """How a figure of one size differs from the one that its module lays out, which is that of a screen.

    Attributes
    ----------
    letters : float
        How much larger its letters, marks and lines are drawn.
    smallest : float
        Points, on the page as it is laid out: no letter is smaller.
    part : float
        Which part of the rows or panels of a screen it holds, at most 1.
    width : float
        Inches, of the finished picture.
    dpi : float
        Dots per inch of the finished picture.
    """

    letters: float
    smallest: float
    part: float
    width: float
    dpi: float

    def hold(self, most: int | None, *, taken: int = 0) -> int | None:
        """Return how many rows or panels fit where a screen holds so many; None is no limit.

        Parameters
        ----------
        most : int or None
        taken : int
            Rows that something else takes, such as headings.

        Examples
        --------
        >>> PAGES["screen"].hold(None), PAGES["screen"].hold(6), PAGES["class"].hold(None), PAGES["class"].hold(6)
        (None, 6, 8, 3)
        """
        return most if self.part == 1 else max(1, math.ceil(self.part * ((most or SLIDE_ROWS) - taken)))


PAGES: Final[Mapping[Size, Page]] = {
    "paper": Page(letters=1, smallest=13, part=1, width=16 / 2.54, dpi=300),
    "screen": Page(letters=1, smallest=11.5, part=1, width=10.24, dpi=150),
    "class": Page(letters=1.25, smallest=16, part=0.5, width=10.24, dpi=150),
}
"""Paper is the text width of a report, 16 cm, on which 13 points become 8. Screen and class are a slide of 1024 x 768
at 100 dots per inch, written with more dots so that it stays sharp when enlarged."""

_SIZE: ContextVar[Size] = ContextVar("size", default="screen")


def current_size() -> Size:
    """Return the size that is being drawn."""
    return _SIZE.get()


def current_page() -> Page:
    """Return the page of the size that is being drawn."""
    return PAGES[_SIZE.get()]


@contextmanager
def drawing_for(size: Size) -> Iterator[None]:
    """Draw for a size; outside it that is a screen.

    Raises
    ------
    TableError
        If there is no such size.

    >>> with drawing_for("class"):
    ...     current_page().smallest
    16
    """
    if size not in PAGES:
        raise TableError(Fault("figure", "size", f'is "{size}"; use one of {", ".join(PAGES)}'))
    before = _SIZE.set(size)
    try:
        yield
    finally:
        _SIZE.reset(before)
