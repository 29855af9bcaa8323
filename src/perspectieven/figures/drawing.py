"""A Figure that shows itself in a notebook and says in words what it shows; the page every figure starts from."""

import base64
import html
import io
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

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
    wrap,
)

DPI = 150
ABREAST = 3
"""Names in a row of a key."""


class Drawing(Figure):
    """A matplotlib Figure outside pyplot, with its alternative text.

    It is a subclass because Jupyter shows a bare Figure only after ``%matplotlib inline`` and never with an
    alternative text; ``_repr_html_`` is the door that Jupyter and nbconvert both use.

    Attributes
    ----------
    alt : str
        What the figure shows, for those who do not see it. `write_figure` puts it in the SVG and the PNG.
    """

    def __init__(self, *, height: float = HEIGHT) -> None:
        super().__init__(figsize=(WIDTH, height), dpi=DPI)
        FigureCanvasAgg(self)
        self.alt = ""

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.png()).decode("ascii")
        return f'<img alt="{html.escape(self.alt)}" width="1024" src="data:image/png;base64,{picture}">'

    def png(self) -> bytes:
        """Return the figure as a PNG, the same bytes every time."""
        with styled(), io.BytesIO() as stream:
            self.savefig(stream, format="png", dpi=DPI, metadata={"Software": None, "Description": self.alt})
            return stream.getvalue()

    def svg(self) -> bytes:
        """Return the figure as an SVG with title and description, the same bytes every time."""
        with styled(), io.BytesIO() as stream:
            title = self.texts[0].get_text()
            self.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
            return _describe(stream.getvalue().decode("utf-8"), self.alt).encode("utf-8")


def start_drawing(title: str, text: str, *, height: float = HEIGHT) -> Drawing:
    """Return a page with a title and, under it, what is counted."""
    drawing = Drawing(height=height)
    drawing.text(MARGIN / WIDTH, 1 - 0.26 / height, title, size=TITLE_SIZE, weight="bold", va="top")
    drawing.text(MARGIN / WIDTH, 1 - 0.68 / height, text, size=TEXT_SIZE, color=FAINT, va="top", linespacing=1.3)
    drawing.alt = f"{title} {text}".replace("\n", " ")
    return drawing


def add_panel(drawing: Drawing, *, left: float, right: float, top: float, bottom: float) -> Axes:
    """Add a panel; all four in inches from their own edge of the page."""
    width, height = (float(size) for size in drawing.get_size_inches())
    return drawing.add_axes(
        (left / width, bottom / height, (width - left - right) / width, (height - top - bottom) / height)
    )


def add_rows(ax: Axes, texts: Sequence[str], *, width: int = 42, size: float = TEXT_SIZE) -> None:
    """Name the rows of a panel from top to bottom, every other one on a grey band."""
    ax.set_ylim(len(texts) - 0.5, -0.5)
    ax.set_yticks(range(len(texts)), [wrap(text, width) for text in texts], size=size, linespacing=0.95)
    for at in range(0, len(texts), 2):
        ax.axhspan(at - 0.5, at + 0.5, color=BAND, linewidth=0, zorder=0)
    ax.grid(axis="x", color=LINE, linewidth=1)


def add_key(
    drawing: Drawing, styles: Mapping[str, PerspectiveStyle], texts: Mapping[str, str], *, top: float, left: float
) -> None:
    """Add one key of perspectives, in lines above the data, `top` inches from the top edge."""
    names = [name for column in range(ABREAST) for name in list(texts)[column::ABREAST]]  # a legend fills columns first
    marks = [Line2D([], [], **mark(styles[name], size=11), linewidth=2) for name in names]
    height = float(drawing.get_size_inches()[1])
    drawing.legend(
        marks,
        [texts[name] for name in names],
        loc="upper left",
        bbox_to_anchor=(left / WIDTH, 1 - top / height),
        ncols=ABREAST,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        handlelength=2.2,
        handletextpad=0.5,
        columnspacing=1.6,
        fontsize=TEXT_SIZE,
    )


def add_columns(ax: Axes, texts: Sequence[str]) -> None:
    """Name the columns of a panel above it, as large as fits."""
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(texts)), list(texts), size=TEXT_SIZE)
    left, right = ax.get_xlim()
    room = ax.get_window_extent().width / (right - left) - 8
    widest = max(text.get_window_extent().width for text in ax.get_xticklabels())
    for text in ax.get_xticklabels():
        text.set_fontsize(min(TEXT_SIZE, TEXT_SIZE * room / widest))


def say_empty(drawing: Drawing, text: str) -> Drawing:
    """Say in the middle of the page that there is nothing to draw."""
    drawing.text(0.5, 0.45, text, size=TITLE_SIZE, color=FAINT, ha="center", va="center")
    drawing.alt = f"{drawing.alt} {text}."
    return drawing


def _describe(svg: str, alt: str) -> str:
    """Make an SVG one picture with a text, for those who have it read aloud."""
    opening = svg.index("<svg")
    described = svg[opening:].replace(">", f' role="img" aria-label="{html.escape(alt)}">', 1)
    described = described.replace("</title>", f"</title>\n <desc>{html.escape(alt, quote=False)}</desc>", 1)
    return svg[:opening] + described
