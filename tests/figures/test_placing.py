"""Names find a place of their own."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven.figures.placing import Box, place_names

PAGE = Box(0, 0, 9, 5)
POINT = st.tuples(st.floats(0.5, 8.5), st.floats(0.5, 4.5))


@given(st.lists(POINT, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_few_names_stay_on_the_page_and_apart(points: list[tuple[float, float]]) -> None:
    boxes = place_names(points, [(1.0, 0.2)] * len(points), page=PAGE)
    assert len(boxes) == len(points)
    assert sum(box.outside(PAGE) for box in boxes) < 1e-6
    assert sum(one.overlap(other) for one, other in combinations(boxes, 2)) < 0.01


def test_a_name_keeps_its_size_and_leaves_its_point_free() -> None:
    box = place_names([(4, 2)], [(1.5, 0.25)], page=PAGE)[0]
    assert (round(box.x1 - box.x0, 9), round(box.y1 - box.y0, 9)) == (1.5, 0.25)
    assert (round(box.x0, 9), round((box.y0 + box.y1) / 2, 9)) == (4.1, 2)


def test_what_is_taken_stays_free() -> None:
    taken = Box(4.05, 1.5, 9, 2.5)
    box = place_names([(4, 2)], [(1.5, 0.25)], page=PAGE, taken=[taken])[0]
    assert box.overlap(taken) < 1e-9
