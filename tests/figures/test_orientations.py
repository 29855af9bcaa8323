"""The orientations figure is asked what it drew."""

from itertools import combinations

import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_orientations
from perspectieven.figures.pages import PAGES, Size
from tests.figures.samples import LABELS, ORIENTATIONS, orientations

SHARES = {"ouders": (0.5, 0.25, 0.25), "jeugdigen": (0.25, 0.05, 0.7), "professionals": (1.0, 0.0, 0.0)}


def bars(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    """Return where each bar starts and how long it is, per orientation."""
    return {
        str(container.get_label()): [(round(bar.get_x(), 6), round(bar.get_width(), 6)) for bar in container]
        for container in figure.axes[0].containers
    }


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def test_neutral_is_around_the_middle_and_the_ends_are_on_either_side() -> None:
    drawn = bars(plot_orientations(orientations(SHARES), labels=LABELS))
    assert list(drawn) == list(ORIENTATIONS)
    assert drawn["normaliserend"] == [(-0.625, 0.5), (-0.275, 0.25), (-1.0, 1.0)]
    assert drawn["neutraal"] == [(-0.125, 0.25), (-0.025, 0.05)]
    assert drawn["problematiserend"] == [(0.125, 0.25), (0.025, 0.7)]


def test_the_middle_is_a_line_in_the_middle_and_no_axis_says_another_share() -> None:
    ax = plot_orientations(orientations(SHARES), labels=LABELS).axes[0]
    [middle] = [line for line in ax.lines if line.get_label() == "middle"]
    assert list(middle.get_xdata()) == [0, 0]
    low, high = ax.get_xlim()
    assert (low, high) == (-1.0, 1.0)
    assert (list(ax.get_xticks()), ax.get_xlabel()) == ([], "")


def lines(figure: Figure) -> dict[str, tuple[list[float], float]]:
    """Return from where to where each line goes, and how far it is from the middle of its bar."""
    return {
        str(line.get_label()): (
            [round(float(x), 6) for x in line.get_xdata()],
            round(float(line.get_ydata()[0]) % 1, 2),
        )
        for line in figure.axes[0].lines
        if line.get_label() != "middle"
    }


def test_percentages_and_intervals_stand_in_the_bars_and_n_in_the_names() -> None:
    drawn = texts(plot_orientations(orientations(SHARES), labels=LABELS))
    assert [text for text in drawn if "%" in text or "(" in text] == [
        *("50%", "(25\N{EN DASH}75)", "neutraal 25% (12\N{EN DASH}62)", "25% (12\N{EN DASH}62)"),
        *("70%", "(35\N{EN DASH}85)", "25% (12\N{EN DASH}62)", "neutraal 5% (2\N{EN DASH}52)"),
        *("100%", "(50\N{EN DASH}100)", "neutraal 0% (0\N{EN DASH}50)", "0% (0\N{EN DASH}50)"),
    ]
    assert [text for text in drawn if "%" not in text and "(" not in text] == [
        "Ouders",
        "3 sprekers, 6 vermeldingen",
        "Jeugdigen",
        "3 sprekers, 6 vermeldingen",
        "Professionals",
        "3 sprekers, 6 vermeldingen",
    ]


def test_a_line_spans_low_to_high_of_its_part_from_where_that_begins() -> None:
    shares = {"ouders": (0.5, 0.25, 0.25), "jeugdigen": (0.2, 0.0, 0.8)}
    drawn = lines(plot_orientations(orientations(shares), labels=LABELS))
    assert drawn == {
        "ouders normaliserend interval": ([-0.375, -0.875], 0.69),
        "ouders problematiserend interval": ([0.25, 0.75], 0.69),
        "jeugdigen normaliserend interval": ([-0.1, -0.6], 0.69),
        "jeugdigen problematiserend interval": ([0.4, 0.9], 0.69),
    }


@pytest.mark.parametrize("high", [0.6, 1.0])
def test_the_longest_line_is_on_the_page_to_the_left_as_to_the_right(high: float) -> None:
    table = orientations({"ouders": (0.05, 0.9, 0.05)}).assign(low=0.0, high=high)
    assert plot_orientations(table, labels=LABELS).axes[0].get_xlim() == pytest.approx((-0.45 - high, 0.45 + high))


def test_a_withheld_perspective_has_no_bar_and_is_named() -> None:
    figure = plot_orientations(orientations(SHARES, withheld="jeugdigen"), labels=LABELS)
    assert bars(figure)["normaliserend"] == [(-0.625, 0.5), (-1.0, 1.0)]
    assert figure.texts[-1].get_text() == "Niet getoond: Jeugdigen (n = 2; te weinig sprekers (minder dan 3))."
    alone = plot_orientations(orientations({"ouders": (0.5, 0.25, 0.25)}, withheld="ouders"), labels=LABELS)
    assert (alone.axes, alone.texts[-1].get_text()) == ([], "niet getoond")


NARROW = [(0.02, 0.02, 0.96), (0.96, 0.02, 0.02), (0.05, 0.9, 0.05), (0.01, 0.98, 0.01), (0.33, 0.34, 0.33)]


@pytest.mark.parametrize("size", PAGES)
@pytest.mark.parametrize("shares", NARROW)
@pytest.mark.parametrize("high", [None, 1.0])
def test_numbers_of_narrow_parts_are_under_the_bar_on_their_own_side(
    shares: tuple[float, ...], high: float | None, size: Size
) -> None:
    table = orientations({"ouders": shares, "jeugdigen": (0.01, 0.98, 0.01)})
    table = table if high is None else table.assign(low=0.0, high=high)
    figure = plot_orientations(table, labels=LABELS).with_size(size)
    figure.draw_without_rendering()
    ax = figure.axes[0]
    below = [text for text in ax.texts if text.get_position()[1] == pytest.approx(0.27) and "(" in text.get_text()]
    panel, middle = ax.get_window_extent(), ax.transData.transform((0, 0))[0]
    boxes = [text.get_window_extent() for text in below]
    assert all(panel.x0 <= box.x0 and box.x1 <= panel.x1 for box in boxes)
    assert not any(box.overlaps(thing.get_window_extent()) for box in boxes for thing in ax.patches)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for text, box in zip(below, boxes, strict=True):
        x = text.get_position()[0]
        assert x == 0 if text.get_text().startswith("neutraal") else box.x1 < middle if x < 0 else box.x0 > middle
    inside = sum(text.get_text().endswith("%") for text in ax.texts if round(text.get_position()[1]) == 0)
    assert len(below) + inside == 3


def test_no_mentions_is_said() -> None:
    figure = plot_orientations(
        orientations({"ouders": (0.5, 0.5, 0.0), "jeugdigen": (None, None, None)}), labels=LABELS
    )
    assert not any(name.startswith("jeugdigen") for name in lines(figure))
    assert "geen vermeldingen" in texts(figure)
    assert "0 sprekers, 0 vermeldingen" in texts(figure)


def test_four_perspectives_and_english() -> None:
    counts = orientations(SHARES | {"beleid": (0.2, 0.3, 0.5)})
    figure = plot_orientations(counts, labels=LABELS, language="en")
    assert len(bars(figure)["normaliserend"]) == 4
    assert texts(figure)[-2:] == ["Beleid", "3 speakers, 6 mentions"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["normalising", "neutral", "problematising"]


def test_another_orientation_is_refused() -> None:
    counts = orientations(SHARES).astype({"orientation": str})
    counts.loc[4, "orientation"] = "neutral"
    with pytest.raises(TableError, match='row 4: orientation is "neutral"; use one of normaliserend, neutraal, prob'):
        plot_orientations(counts, labels=LABELS)
