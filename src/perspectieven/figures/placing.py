"""Names beside points so that none covers another, the same way every time; short names for where room is scarce."""

import math
from collections.abc import Sequence
from typing import NamedTuple

_SIDES = (
    (1, 0), (-1, 0), (0.25, 1), (-0.25, 1), (0.25, -1), (-0.25, -1),
    (0.8, 1), (-0.8, 1), (0.8, -1), (-0.8, -1),
)  # fmt: skip
_REACHES = (0.0, 0.18, 0.36, 0.6, 0.85)
_NEAR = 1.2
"""Inches within which two points are in each other's way."""


class Box(NamedTuple):
    """A rectangle, in inches."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlap(self, other: "Box") -> float:
        """Return the area that both cover."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        up = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, across) * max(0.0, up)

    def outside(self, page: "Box") -> float:
        """Return the area that is not on the page."""
        return (self.x1 - self.x0) * (self.y1 - self.y0) - self.overlap(page)


def place_names(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    *,
    page: Box,
    taken: Sequence[Box] = (),
    gap: float = 0.1,
) -> list[Box]:
    """Return where each name goes: beside its point, and where that is taken a little further away.

    In the order given, and then neighbours again, two by two, with the others in place. All in inches.

    Parameters
    ----------
    points : sequence of (x, y)
        The points themselves are kept free.
    sizes : sequence of (width, height)
        Of the names.
    page : Box
        Names stay in it.
    taken : sequence of Box
        Kept free too.
    gap : float
        Between a point and its name.

    >>> boxes = place_names([(1, 1), (1.1, 1)], [(1, 0.2), (1, 0.2)], page=Box(0, 0, 3, 2))
    >>> boxes[0].overlap(boxes[1]) < 1e-9
    True
    """
    kept = [*taken, *(Box(x - gap, y - gap, x + gap, y + gap) for x, y in points)]
    placed: list[Box] = []
    for point, size in zip(points, sizes, strict=True):
        placed.append(_choose(point, size, page=page, placed=placed, kept=kept, gap=gap)[1])
    for first, second in [(a, b) for a in range(len(points)) for b in range(len(points)) if a != b]:
        if math.dist(points[first], points[second]) > _NEAR:
            continue
        # Two neighbours again, now that it is known where the others are: the one, and then the other.
        rest = [box for at, box in enumerate(placed) if at not in (first, second)]
        before, tried = 0.0, list(rest)
        now, cost = [], 0.0
        for at in (first, second):
            before += _cost(
                placed[at], points[at], page=page, placed=[*rest, *(placed[first],) * (at == second)], kept=kept
            )
            paid, box = _choose(points[at], sizes[at], page=page, placed=tried, kept=kept, gap=gap)
            tried.append(box)
            now.append(box)
            cost += paid
        if cost < before - 1e-9:
            placed[first], placed[second] = now
    return placed


def _cost(box: Box, point: tuple[float, float], *, page: Box, placed: Sequence[Box], kept: Sequence[Box]) -> float:
    """Return how bad a place is: off the page, over another name, over a point, or far from its own."""
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    near = (min(max(point[0], box.x0), box.x1), min(max(point[1], box.y0), box.y1))
    cost = 20 * box.outside(page) + 10 * sum(box.overlap(other) for other in placed)
    cost += 5 * sum(box.overlap(other) for other in kept) + 0.25 * math.dist(near, point)
    return cost + 0.0005 * (middle[0] < point[0])


def _choose(
    point: tuple[float, float],
    size: tuple[float, float],
    *,
    page: Box,
    placed: Sequence[Box],
    kept: Sequence[Box],
    gap: float,
) -> tuple[float, Box]:
    """Return the best place beside a point, after what it costs; of equals the first."""
    boxes = [_beside(*point, *size, right, up, gap + reach) for reach in _REACHES for right, up in _SIDES]
    costs = [_cost(box, point, page=page, placed=placed, kept=kept) for box in boxes]
    best = min(range(len(boxes)), key=lambda at: (round(costs[at], 9), at))
    return costs[best], boxes[best]


def _beside(x: float, y: float, width: float, height: float, right: float, up: float, gap: float) -> Box:
    """Return the place of a name on one side of a point: its middle is moved by its own size."""
    middle_x = x + right * (width / 2 + (gap if abs(right) > 0.5 else 0))
    middle_y = y + up * (height / 2 + (gap if up else 0))
    return Box(middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)


def shorten(label: str) -> str:
    """Return what comes before the colon in a label: its title, without what explains it.

    >>> shorten("Erbij horen: gewoon opgroeien en opvoeden"), shorten("Steunend netwerk")
    ('Erbij horen', 'Steunend netwerk')
    """
    return label.split(":", maxsplit=1)[0].strip() or label
