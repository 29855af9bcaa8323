"""Names beside points so that none covers another, the same way every time; short names for where room is scarce."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

_SIDES = (
    (1, 0), (-1, 0), (0.25, 1), (-0.25, 1), (0.25, -1), (-0.25, -1),
    (0.8, 1), (-0.8, 1), (0.8, -1), (-0.8, -1),
)  # fmt: skip
_REACHES = (0.0, 0.12, 0.25, 0.4, 0.6, 0.85)
_NEAR = 1.6
"""Inches up or down within which the names of two points may be in each other's way."""
_ROUNDS = 6
GAP = 0.1
OFF_PAGE, OVER_NAME, OVER_MARK, FAR = 40.0, 20.0, 10.0, 0.25
"""What a square inch off the page, over another name or over a mark costs, and an inch between a name and its point."""


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
    gaps: Sequence[float] = (),
) -> list[Box]:
    """Return where each name goes: beside its point, and where that is taken a little further away.

    One by one in the order given, and then again, one by one and two neighbours at a time, with the others in place,
    until no name finds a better place. All in inches.

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
    gaps : sequence of float
        Between each point and its name; 0.1 where there are none.

    >>> boxes = place_names([(1, 1), (1.1, 1)], [(1, 0.2), (1, 0.2)], page=Box(0, 0, 3, 2))
    >>> boxes[0].overlap(boxes[1]) < 1e-9
    True
    """
    if not points:
        return []
    free = list(gaps) or [GAP] * len(points)
    kept = [*taken, *(Box(x - gap, y - gap, x + gap, y + gap) for (x, y), gap in zip(points, free, strict=True))]
    places = [_list_places(*given) for given in zip(points, sizes, free, strict=True)]
    costs = [_cost(own, point, page, np.array(kept)) for own, point in zip(places, points, strict=True)]
    chosen = np.full(len(points), -1)

    def crowd(at: int, *without: int) -> np.ndarray:
        """Return what each place of a name costs with the others where they are."""
        rest = [
            places[other][chosen[other]]
            for other in range(len(points))
            if chosen[other] >= 0 and other not in (at, *without)
        ]
        over = _overlaps(places[at], np.array(rest)).sum(axis=1) if rest else 0.0
        paid: np.ndarray = np.round(costs[at] + OVER_NAME * over, 9)
        return paid

    for at in range(len(points)):
        chosen[at] = crowd(at).argmin()
    near = [
        (a, b)
        for a, b in combinations(range(len(points)), 2)
        if abs(points[a][0] - points[b][0]) <= max(_NEAR, sizes[a][0] + sizes[b][0] + free[a] + free[b])
        and abs(points[a][1] - points[b][1]) <= _NEAR
    ]
    for _ in range(_ROUNDS):
        before = chosen.copy()
        for at in range(len(points)):
            chosen[at] = crowd(at).argmin()
        for a, b in near:
            both = crowd(a, b)[:, None] + crowd(b, a)[None] + OVER_NAME * _overlaps(places[a], places[b])
            best = np.unravel_index(np.round(both, 9).argmin(), both.shape)
            if both[best] < both[chosen[a], chosen[b]] - 1e-9:
                chosen[a], chosen[b] = best
        if (chosen == before).all():
            break
    return [Box(*(float(side) for side in own[at])) for own, at in zip(places, chosen, strict=True)]


def _list_places(point: tuple[float, float], size: tuple[float, float], gap: float) -> np.ndarray:
    """Return the boxes that a name may have, those that are nearest first."""
    boxes = [_beside(*point, *size, right, up, gap + reach) for reach in _REACHES for right, up in _SIDES]
    return np.array(boxes)


def _overlaps(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the area that each of some boxes shares with each of others."""
    one, other = some[:, None], others[None]
    across = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0])
    up = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1])
    shared: np.ndarray = np.clip(across, 0, None) * np.clip(up, 0, None)
    return shared


def _cost(boxes: np.ndarray, point: tuple[float, float], page: Box, kept: np.ndarray) -> np.ndarray:
    """Return how bad each place is in itself: off the page, over what is kept free, or far from its own point."""
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    away = np.hypot(
        np.clip(point[0], boxes[:, 0], boxes[:, 2]) - point[0], np.clip(point[1], boxes[:, 1], boxes[:, 3]) - point[1]
    )
    off_page = OFF_PAGE * (area - _overlaps(boxes, np.array([page]))[:, 0])
    left = boxes[:, 0] + boxes[:, 2] < 2 * point[0]
    over_marks = OVER_MARK * _overlaps(boxes, kept).sum(axis=1)
    cost: np.ndarray = off_page + over_marks + FAR * away + 0.0005 * left
    return cost


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
