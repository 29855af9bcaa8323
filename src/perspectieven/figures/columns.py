"""The names above the columns of a grid: broken, and by turns in two lines where they are wide."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from perspectieven.figures.measuring import break_text, measure_text, split_words
from perspectieven.figures.style import MARGIN, TEXT_SIZE

APART = 0.05
"""Inches between two names."""
ABOVE = 0.06
"""Inches between a panel and the names of its columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of columns.

    Attributes
    ----------
    names : tuple of str
        In lines.
    raised : float
        Inches by which every second name stands higher than the first.
    high : float
        Inches that all of them take above the panel.
    """

    names: tuple[str, ...]
    raised: float
    high: float


def lay_out_columns(names: Sequence[str], room: float) -> Columns:
    r"""Break names for columns that are `room` inches wide.

    Names with a word that is wider than its column stand in two lines of names, by turns, and have twice the room.

    >>> lay_out_columns(["Ouders\nn = 9", "Jeugdigen\nn = 9"], 2).names
    ('Ouders\nn = 9', 'Jeugdigen\nn = 9')
    >>> lay_out_columns(["Ouders", "Professionals"], 1).raised > 0
    True
    """
    if not names:
        return Columns((), 0.0, 0.0)
    narrow = room - APART
    by_turns = (
        max(
            (measure_text(word)[0] for name in names for line in name.split("\n") for word in split_words(line)),
            default=0.0,
        )
        > narrow
    )
    widths = [2 * room - APART if by_turns else narrow for _ in names]
    if by_turns:  # the last one has the edge of the page beside it
        widths[-1] = room + MARGIN
    broken = tuple(break_text(name, width) for name, width in zip(names, widths, strict=True))
    tallest = max(measure_text(name)[1] for name in broken)
    return Columns(broken, tallest if by_turns else 0.0, ABOVE + tallest * (1 + by_turns))


def add_columns(ax: Axes, columns: Columns) -> None:
    """Name the columns of a panel, above it."""
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(columns.names)), list(columns.names), size=TEXT_SIZE)
    for at, tick in enumerate(ax.xaxis.get_major_ticks()):
        tick.set_pad(72 * (ABOVE + columns.raised * (at % 2)))
