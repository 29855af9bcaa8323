"""Which rows a page holds, and their names broken so that none touches the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matplotlib.axes import Axes

from perspectieven.figures.inputs import choose_most, pick_largest
from perspectieven.figures.measuring import break_text, drawn_size, height_of_lines, measure_text, split_words
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import MARGIN, TEXT_SIZE

SPACING = 0.95
"""Between the lines of a name, as matplotlib's ``linespacing``."""
NARROW = 1.8
"""Inches that names get at the least, so that short ones are not broken."""
APART = 0.05
"""Inches between two names, one under the other."""
BESIDE = 0.16
"""Inches between a name and its row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a panel.

    Attributes
    ----------
    items : tuple of str
        Their ids, from top to bottom.
    names : tuple of str
        What stands beside them, in lines.
    left : float
        Inches from the edge of the page to where the rows begin.
    notes : str
        What stands under them.
    """

    items: tuple[str, ...]
    names: tuple[str, ...]
    left: float
    notes: str


def lay_out_rows(
    weights: Mapping[str, float],
    names: Mapping[str, str],
    *,
    room: float,
    widest: float,
    tell: Callable[[tuple[str, ...]], str],
    most: int | None = None,
    taken: int = 0,
    least: float = 0.0,
) -> Rows:
    """Return as many rows as there is room for, those with most weight, with their names in as few lines as fit.

    Parameters
    ----------
    weights : mapping of str to float
        By id, in the order of the rows.
    names : mapping of str to str
        By id; of what stands after a colon is left out where there is no room for it.
    room : float
        Inches for all rows and for the notes under them.
    widest : float
        Inches for the names at the most; where they need less, the rows begin further to the left.
    tell : callable
        Gives the notes, laid out, when these rows are drawn.
    most : int, optional
        Rows that a screen holds; see `choose_most`.
    taken : int
        Rows that something else takes, such as headings.
    least : float
        Inches that a row needs for what is drawn in it.

    Examples
    --------
    >>> rows = lay_out_rows(
    ...     {"a": 1, "b": 3, "c": 2}, {}, room=0.7, widest=2, least=0.3, tell=lambda items: ""
    ... )
    >>> rows.items, rows.names
    (('b', 'c'), ('b', 'c'))
    """
    n_rows = len(choose_most(weights, most, taken=taken))
    while True:
        items = pick_largest(weights, n_rows)
        notes = tell(items)
        pitch = (room - height_of_lines(notes)) / max(1, n_rows + taken)
        whole = [names.get(item, item) for item in items]
        short = [shorten(name) for name in whole]
        broken = _break_names(whole, pitch - APART, widest) or _break_names(short, pitch - APART, widest)
        if n_rows <= 1 or (pitch >= least - 1e-9 and broken is not None):
            break
        n_rows -= 1
    told = broken or [break_text(name, widest) for name in short]
    wide = max((measure_text(name)[0] for name in told), default=0.0)
    return Rows(items, tuple(told), MARGIN + min(wide, widest) + BESIDE, notes)


def _break_names(names: list[str], high: float, widest: float) -> list[str] | None:
    r"""Return names that are no higher than a row, over as many lines as they may take; None where there are none.

    >>> _break_names(["Verwijzen en toegang tot hulp"], 0.5, 2.0), _break_names(["Verwijzen en toegang"], 0.2, 1.0)
    (['Verwijzen en\ntoegang tot hulp'], None)
    """
    n_lines = int(high / (SPACING * drawn_size(TEXT_SIZE) / 72))
    # A word is cut only where there is no wider place for it.
    longest = max((measure_text(word)[0] for name in names for word in split_words(name)), default=0.0)
    narrow = int(10 * NARROW * current_page().letters)
    widths = [width for tenths in range(narrow, int(10 * widest) + 1) if longest <= (width := tenths / 10)]
    # More than two lines only where the widest place is too narrow.
    for most in range(min(2, n_lines), n_lines + 1):
        for width in (*widths, widest):
            broken = [break_text(name, width) for name in names]
            if all(name.count("\n") < most for name in broken):
                return broken
    return None


def height_of_row(ax: Axes) -> float:
    """Return the inches between two rows of a panel."""
    first, last = ax.get_ylim()
    height = float(ax.get_position().height * ax.figure.bbox_inches.height)  # type: ignore[union-attr]  # never a part
    return height / abs(last - first)
