"""Every figure at every size can be read: on the page, nothing over anything else, letters large enough."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from perspectieven.figures.drawing import TITLE_ID
from perspectieven.figures.pages import PAGES, Size, drawing_for
from perspectieven.figures.style import HEIGHT, TITLE_SIZE, WIDTH
from perspectieven.reports import svg
from tests.figures.crowded import DRAWINGS

SLIDE = 100
"""Dots per inch of a slide of 1024 x 768."""
SEEN = [(kind, name, size) for kind, plots in DRAWINGS.items() for name in plots for size in PAGES]
# Paper has the letters of a screen or larger ones; with the hardest tables the two others say enough.
SEEN = [(kind, name, size) for kind, name, size in SEEN if (kind, size) != ("hard", "paper")]
each = pytest.mark.parametrize(("kind", "name", "size"), SEEN, ids=["-".join(seen) for seen in SEEN])


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen of a figure: its page, texts and marks in dots of a slide, and points of its letters."""

    page: Bbox
    texts: tuple[tuple[str, Bbox], ...]
    marks: tuple[tuple[str, Bbox], ...]
    points: tuple[float, ...]
    title: float


@lru_cache
def look_at(kind: str, name: str, size: Size) -> Seen:
    """Draw a figure once for all tests."""
    with drawing_for(size):
        figure = DRAWINGS[kind][name]()
    figure.draw_without_rendering()  # a key finds its place only then
    part = SLIDE / figure.dpi

    def on_slide(box: Bbox) -> Bbox:
        return Bbox(box.get_points() * part)

    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    marks = []
    for line in (line for ax in figure.axes for line in ax.lines):
        if line.get_marker() in ("None", "", None) or line.get_alpha() == 0:
            continue
        half = float(line.get_markersize()) / 2 / 72 * SLIDE
        for x, y in line.get_transform().transform(np.asarray(line.get_xydata(), dtype=float)) * part:
            if np.isfinite((x, y)).all():
                marks.append((str(line.get_label()), Bbox.from_extents(x - half, y - half, x + half, y + half)))
    title = next(text for text in texts if text.get_gid() == TITLE_ID)
    return Seen(
        on_slide(figure.bbox),
        tuple((text.get_text(), on_slide(text.get_window_extent())) for text in texts),
        tuple(marks),
        tuple(float(text.get_fontsize()) for text in texts),
        float(title.get_fontsize()),
    )


@each
def test_it_is_a_slide(kind: str, name: str, size: Size) -> None:
    page = look_at(kind, name, size).page
    assert page.width == pytest.approx(WIDTH * SLIDE)
    assert page.height <= HEIGHT * SLIDE + 0.01


@each
def test_every_text_is_on_the_page(kind: str, name: str, size: Size) -> None:
    seen = look_at(kind, name, size)
    off = [
        text
        for text, box in seen.texts
        if box.x0 < 2 or box.y0 < 0 or box.x1 > seen.page.x1 - 2 or box.y1 > seen.page.y1
    ]
    assert off == []


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, plots in DRAWINGS.items() for name in plots])
def test_a_slide_shows_every_text_but_the_title(kind: str, name: str) -> None:
    """`reports.svg` leaves out a strip on every side."""
    texts = [(text, box) for text, box in look_at(kind, name, "class").texts]
    low, sides = (points / 72 * SLIDE for points in (svg._FOOT, svg._MARGIN))
    off = [text for text, box in texts if box.y0 < low or box.x0 < sides - 1 or box.x1 > WIDTH * SLIDE - sides + 1]
    assert off == []


@each
def test_no_text_covers_another(kind: str, name: str, size: Size) -> None:
    # Letters stay a little inside the box of their line.
    boxes = [(text, box.padded(-2)) for text, box in look_at(kind, name, size).texts]
    assert [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)] == []


@each
def test_no_text_covers_a_mark(kind: str, name: str, size: Size) -> None:
    seen = look_at(kind, name, size)
    found = [
        (text, mark)
        for text, box in seen.texts
        for mark, place in seen.marks
        if box.padded(-3).overlaps(place.padded(-1))
    ]
    assert found == []


@each
def test_letters_are_large_enough_for_the_size(kind: str, name: str, size: Size) -> None:
    """Points on paper at 16 cm; a slide for a class has letters of 14 dots or more on a screen of 1024 x 768."""
    seen = look_at(kind, name, size)
    least = {"paper": 8.0, "screen": 11.5, "class": 16.0}[size]
    assert min(seen.points) * PAGES[size].width / WIDTH >= least - 0.01
    if size == "class":
        shown = min(1.0, HEIGHT * SLIDE / seen.page.height)
        assert min(seen.points) / 72 * SLIDE * shown >= 14


@each
def test_the_title_is_not_shrunk(kind: str, name: str, size: Size) -> None:
    if (kind, name) != ("hard", "cooccurrence"):  # it has the name of a perspective in it
        assert look_at(kind, name, size).title == TITLE_SIZE * PAGES[size].letters
