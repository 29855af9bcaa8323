"""A Figure that shows itself in a notebook and says in words what it shows; the page every figure starts from."""

import base64
import html
import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Self

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text

from perspectieven.figures.measuring import LINE_HEIGHT, break_lines, drawn_size, height_of_lines, measure_text
from perspectieven.figures.pages import PAGES, Page, Size, current_page, current_size, drawing_for
from perspectieven.figures.rows import SPACING
from perspectieven.figures.style import (
    BAND,
    FAINT,
    HEIGHT,
    LINE,
    MARGIN,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    PerspectiveStyle,
    mark,
    styled,
)

ABREAST = 3
"""Names in a row of a key."""
HANDLE = 2.2
"""Letters that a mark in a key is wide."""
TITLE_ID = "title"
"""Id of the title in an SVG, for a page that has a title of its own."""
MARK = "mark"
"""What the id of a mark begins with."""


class Drawing(Figure):
    """A matplotlib Figure outside pyplot, with its alternative text.

    It is a subclass because Jupyter shows a bare Figure only after ``%matplotlib inline`` and never with an
    alternative text; ``_repr_html_`` is the door that Jupyter and nbconvert both use.

    Attributes
    ----------
    alt : str
        What the figure shows, for those who do not see it. `write_figure` puts it in the SVG and the PNG.
    size : {"paper", "screen", "class"}
        What it is drawn for; `with_size` draws it for another.
    lower : float
        Inches by which everything under a longer explanation begins lower.
    """

    def __init__(self, *, height: float = HEIGHT) -> None:
        self.size: Size = current_size()
        super().__init__(figsize=(WIDTH, height), dpi=PAGES["screen"].dpi)
        FigureCanvasAgg(self)
        self.alt = ""
        self.lower = 0.0

    def with_size(self, size: Size) -> Self:
        """Return the same figure, drawn for another size.

        ``"paper"`` is 16 cm wide, for a Word report or an article. ``"screen"`` is what a ``plot_`` function returns.
        ``"class"`` is a slide to be read from the back of the room: larger letters, and of many rows those that
        matter most, with the number of the others under them.

        Raises
        ------
        TableError
            If there is no such size.

        Examples
        --------
        >>> from perspectieven.figures import plot_shares
        >>> from perspectieven.tables import THEME_COUNTS, make_table
        >>> figure = plot_shares(make_table([], THEME_COUNTS), labels={})
        >>> figure.texts[0].get_fontsize(), figure.with_size("class").texts[0].get_fontsize()
        (20.0, 25.0)
        """
        with drawing_for(size):
            return self._again()

    def finish(self, again: Callable[[], Self]) -> None:
        """Give letters, marks and lines the measure of the size, and keep how to draw it again."""
        self._again = again
        page = PAGES[self.size]
        for text in self.findobj(Text):
            _enlarge_text(text, page)
        for line in self.findobj(Line2D):
            line.set(linewidth=line.get_linewidth() * page.letters, markersize=line.get_markersize() * page.letters)
        for lines in self.findobj(LineCollection):
            lines.set_linewidth((page.letters * np.asarray(lines.get_linewidth())).tolist())
        for text in self.texts[:1]:
            _fit(text, self.bbox.width * (1 - 2 * MARGIN / WIDTH))

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.png()).decode("ascii")
        width = round(100 * PAGES[self.size].width)
        return f'<img alt="{html.escape(self.alt)}" width="{width}" src="data:image/png;base64,{picture}">'

    def png(self) -> bytes:
        """Return the figure as a PNG, the same bytes every time."""
        page = PAGES[self.size]
        with styled(), io.BytesIO() as stream:
            self.savefig(
                stream,
                format="png",
                dpi=page.dpi * page.width / WIDTH,
                metadata={"Software": None, "Description": self.alt},
                pil_kwargs={"dpi": (page.dpi, page.dpi)},
            )
            return stream.getvalue()

    def svg(self) -> bytes:
        """Return the figure as an SVG with title and description, the same bytes every time."""
        with styled(), io.BytesIO() as stream:
            title = self.texts[0].get_text()
            self.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
            written = _scale(stream.getvalue().decode("utf-8"), PAGES[self.size].width / WIDTH)
            return _describe(written, self.alt).encode("utf-8")


def start_drawing(title: str, text: str, *, height: float = HEIGHT) -> Drawing:
    """Return a page with a title and, under it, what is counted.

    An explanation that is too long for the page at this size gets another line, and what follows begins lower.
    """
    drawing = Drawing(height=height)
    broken = break_lines(text)
    drawing.lower = height_of_lines(broken) - LINE_HEIGHT * (text.count("\n") + 1)
    drawing.text(MARGIN / WIDTH, 1 - 0.26 / height, title, size=TITLE_SIZE, weight="bold", va="top", gid=TITLE_ID)
    drawing.text(MARGIN / WIDTH, 1 - 0.68 / height, broken, size=TEXT_SIZE, color=FAINT, va="top", linespacing=1.3)
    drawing.alt = f"{title} {text}".replace("\n", " ")
    return drawing


def mark_id(item: str, *perspectives: str) -> str:
    """Return the id in an SVG of what shows an item of these perspectives, so that a page can make it a link.

    >>> mark_id("ERB", "ouders")
    'mark.ERB.ouders'
    """
    return ".".join((MARK, item, *perspectives))


def find_marks(drawing: Drawing) -> tuple[tuple[str, ...], ...]:
    """Return what has a mark in a figure: an item and its perspectives, sorted.

    >>> drawing = Drawing()
    >>> _ = drawing.text(0, 0, "", gid=mark_id("ERB", "ouders"))
    >>> find_marks(drawing)
    (('ERB', 'ouders'),)
    """
    ids = {artist.get_gid() or "" for artist in drawing.findobj()}
    return tuple(sorted(tuple(id.split(".")[1:]) for id in ids if id.startswith(f"{MARK}.")))


def add_target(ax: Axes, x: float, y: float, item: str, *perspectives: str, size: float = 20) -> None:
    """Lay an unseen square over a mark, large enough to click; it carries the id of `mark_id`.

    It belongs to the page, so that the axes have nothing but data.

    Parameters
    ----------
    size : float
        Points.
    """
    look = {"marker": "s", "markersize": size, "linestyle": "none", "alpha": 0, "zorder": 10}
    target = Line2D([x], [y], transform=ax.transData, gid=mark_id(item, *perspectives), **look)  # type: ignore[arg-type]
    ax.get_figure(root=True).add_artist(target)  # type: ignore[union-attr]


def add_panel(drawing: Drawing, *, left: float, right: float, top: float, bottom: float) -> Axes:
    """Add a panel; all four in inches from their own edge of the page."""
    top += drawing.lower
    width, height = (float(size) for size in drawing.get_size_inches())
    return drawing.add_axes(
        (left / width, bottom / height, (width - left - right) / width, (height - top - bottom) / height)
    )


def add_rows(ax: Axes, names: Sequence[str]) -> None:
    """Name the rows of a panel from top to bottom, every other one on a grey band; see `rows.lay_out_rows`."""
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_yticks(range(len(names)), list(names), size=TEXT_SIZE, linespacing=SPACING)
    for at in range(0, len(names), 2):
        ax.axhspan(at - 0.5, at + 0.5, color=BAND, linewidth=0, zorder=0)
    ax.grid(axis="x", color=LINE, linewidth=1)


def height_of_key(texts: Mapping[str, str]) -> float:
    """Return how many inches a key takes; see `add_key`.

    >>> height_of_key({"a": "Ouders", "b": "Jeugdigen"}), height_of_key({"a": "Ouders " * 9, "b": "Jeugdigen " * 9})
    (0.27, 0.54)
    """
    return 0.27 * current_page().letters * -(-len(texts) // _columns_of_key(list(texts.values())))


def _columns_of_key(texts: Sequence[str]) -> int:
    """Return how many names of a key fit beside each other."""
    letter = drawn_size(TEXT_SIZE) / 72
    for columns in range(min(ABREAST, len(texts)), 1, -1):
        widths = [max(measure_text(text)[0] for text in texts[at::columns]) for at in range(columns)]
        if sum(widths) + (columns * (HANDLE + 0.5) + (columns - 1) * 1.6) * letter <= WIDTH - 2 * MARGIN:
            return columns
    return 1


def add_key(drawing: Drawing, styles: Mapping[str, PerspectiveStyle], texts: Mapping[str, str], *, top: float) -> None:
    """Add one key of perspectives, in lines above the data, `top` inches from the top edge."""
    columns = _columns_of_key(list(texts.values()))
    names = [name for column in range(columns) for name in list(texts)[column::columns]]  # a legend fills columns first
    marks = [Line2D([], [], **mark(styles[name], size=11), linewidth=2) for name in names]
    height = float(drawing.get_size_inches()[1])
    drawing.legend(
        marks,
        [texts[name] for name in names],
        loc="upper left",
        bbox_to_anchor=(MARGIN / WIDTH, 1 - (top + drawing.lower) / height),
        ncols=columns,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        handlelength=HANDLE,
        handletextpad=0.5,
        columnspacing=1.6,
        fontsize=TEXT_SIZE,
    )


def say_empty(drawing: Drawing, text: str) -> Drawing:
    """Say in the middle of the page that there is nothing to draw."""
    drawing.text(0.5, 0.45, text, size=TITLE_SIZE, color=FAINT, ha="center", va="center")
    drawing.alt = f"{drawing.alt} {text}."
    return drawing


def _enlarge_text(text: Text, page: Page) -> None:
    text.set_fontsize(max(page.smallest, _points(text) * page.letters))
    if isinstance(text, Annotation) and text.anncoords == "offset points":
        across, up = text.xyann
        text.xyann = (across * page.letters, up * page.letters)


def _fit(text: Text, width: float) -> None:
    """Let a line that is too wide shrink until it fits."""
    text.set_fontsize(_points(text) * min(1.0, width / text.get_window_extent().width))


def _points(text: Text) -> float:
    return float(text.get_fontsize())  # matplotlib's stubs also allow the names that only its setter takes


def _scale(svg: str, factor: float) -> str:
    """Give an SVG another width and height; what is drawn in it stays the same.

    >>> _scale('<svg width="720pt" height="72pt" viewBox="0 0 720 72">', 0.5)
    '<svg width="360pt" height="36pt" viewBox="0 0 720 72">'
    """
    opening = svg.index("<svg")
    size = re.compile(r'(?<= )(width|height)="([\d.]+)pt"')
    return svg[:opening] + size.sub(lambda m: f'{m[1]}="{float(m[2]) * factor:g}pt"', svg[opening:], count=2)


def _describe(svg: str, alt: str) -> str:
    """Make an SVG one picture with a text, for those who have it read aloud."""
    opening = svg.index("<svg")
    described = svg[opening:].replace(">", f' role="img" aria-label="{html.escape(alt)}">', 1)
    described = described.replace("</title>", f"</title>\n <desc>{html.escape(alt, quote=False)}</desc>", 1)
    return svg[:opening] + described
