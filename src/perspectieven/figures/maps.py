"""Where the points of a map and their names lie on the page, in inches."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from perspectieven.figures.measuring import measure_text
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import Box, place_names
from perspectieven.figures.style import TEXT_SIZE

Key = tuple[str, str]
"""What a point is, and its id."""
OUTER = 1.2
"""How much wider than its points a map is."""
SPACING = 1.1
"""Between the lines of a name."""
AROUND = 1.0
"""Inches within which the name of one point stands in the way of that of another."""
LARGE = 2
"""Points by which the names of perspectives are larger."""
_ARM = 0.05
"""Inches on both sides of an interval that are kept free."""
_CLEAR = 0.003
"""Square inches that two names may share: the corners of their boxes, where there are no letters."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a map.

    Attributes
    ----------
    x, y : float
        Coordinates.
    across, up : (float, float) or None
        Its intervals, where names should not lie over these.
    text : str
        Its name, in lines.
    large : bool
        Whether it has a large mark and a bold name.
    """

    x: float
    y: float
    text: str
    large: bool = False
    across: tuple[float, float] | None = None
    up: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """A map that is laid out.

    Attributes
    ----------
    limits : (float, float, float, float)
        Of the axes: left, right, bottom and top.
    places : mapping of Key to (x, y)
        Inches.
    names : mapping of Key to Box
    crowded : tuple of Key
        Whose name covers another or a point, or is not wholly on the map.
    """

    limits: tuple[float, float, float, float]
    places: Mapping[Key, tuple[float, float]]
    names: Mapping[Key, Box]
    crowded: tuple[Key, ...]

    def find_crowded(self, kind: str) -> list[str]:
        """Return the points of one kind that are crowded, and those around them: one of these has to go."""
        around = [self.places[key] for key in self.crowded]
        return [
            name
            for (own, name), place in self.places.items()
            if own == kind and any(math.dist(place, other) < AROUND for other in around)
        ]


def lay_out_map(points: Mapping[Key, Point], page: Box, *, one_scale: bool = True) -> Map:
    """Lay out points and their names.

    Parameters
    ----------
    points : mapping of Key to Point
        Names are placed in this order.
    page : Box
        Of the map.
    one_scale : bool
        Whether a step to the right is as long as a step upwards.

    >>> points = {("theme", "a"): Point(0, 0, "a"), ("theme", "b"): Point(1, 0.5, "b")}
    >>> drawn = lay_out_map(points, Box(0, 0, 4, 2))
    >>> [tuple(round(inches, 2) for inches in place) for place in drawn.places.values()], drawn.crowded
    ([(0.33, 0.17), (3.67, 1.83)], ())
    """
    left, right, bottom, top = limits = _find_limits(list(points.values()), page, one_scale=one_scale)

    def to_page(x: float, y: float) -> tuple[float, float]:
        across, up = (x - left) / (right - left), (y - bottom) / (top - bottom)
        return page.x0 + across * (page.x1 - page.x0), page.y0 + up * (page.y1 - page.y0)

    places = {key: to_page(point.x, point.y) for key, point in points.items()}
    taken = []
    for point in points.values():
        if point.across is not None:
            (x0, y), (x1, _) = (to_page(x, point.y) for x in point.across)
            taken.append(Box(x0, y - _ARM, x1, y + _ARM))
        if point.up is not None:
            (x, y0), (_, y1) = (to_page(point.x, y) for y in point.up)
            taken.append(Box(x - _ARM, y0, x + _ARM, y1))
    letters = current_page().letters
    gaps = [letters * (0.15 if point.large else 0.08) for point in points.values()]
    sizes = [_measure(point) for point in points.values()]
    boxes = place_names(list(places.values()), sizes, page=page, taken=taken, gaps=gaps)
    marks = [Box(x - gap, y - gap, x + gap, y + gap) for (x, y), gap in zip(places.values(), gaps, strict=True)]
    names = dict(zip(points, boxes, strict=True))
    crowded = tuple(
        key
        for at, (key, box) in enumerate(names.items())
        if _is_crowded(box, boxes[:at] + boxes[at + 1 :], marks, page)
    )
    return Map(limits, places, names, crowded)


def _find_limits(points: Sequence[Point], page: Box, *, one_scale: bool) -> tuple[float, float, float, float]:
    xs, ys = np.array([(point.x, point.y) for point in points]).T
    room = (page.x1 - page.x0) / (page.y1 - page.y0)
    middle, half = float(xs.min() + xs.max()) / 2, OUTER * (float(np.ptp(xs)) / 2 or 1.0)
    centre, tall = float(ys.min() + ys.max()) / 2, OUTER * (float(np.ptp(ys)) / 2 or 1.0)
    if one_scale:
        tall = max(tall, half / room)
        half = tall * room
    return middle - half, middle + half, centre - tall, centre + tall


def _measure(point: Point) -> tuple[float, float]:
    weight, larger = ("bold", LARGE) if point.large else ("normal", 0)
    width, height = measure_text(point.text, TEXT_SIZE + larger, weight=weight, spacing=SPACING)
    return width + 0.06, height


def _is_crowded(box: Box, others: Sequence[Box], marks: Sequence[Box], page: Box) -> bool:
    return max(box.overlap(other) for other in (*others, *marks)) > _CLEAR or box.outside(page) > _CLEAR
