"""The orientations figure is asked what it drew."""

import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_orientations
from tests.figures.samples import LABELS, ORIENTATIONS, orientation_counts

SHARES = {"ouders": (0.5, 0.25, 0.25), "jeugdigen": (0.25, 0.05, 0.7), "professionals": (1.0, 0.0, 0.0)}


def bars(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    """Return where each bar starts and how long it is, per orientation."""
    return {
        str(container.get_label()): [(round(bar.get_x(), 6), round(bar.get_width(), 6)) for bar in container]
        for container in figure.axes[0].containers
    }


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def test_bars_lie_end_to_end_in_one_order() -> None:
    drawn = bars(plot_orientations(orientation_counts(SHARES), labels=LABELS))
    assert list(drawn) == list(ORIENTATIONS)
    assert drawn["normaliserend"] == [(0.0, 0.5), (0.0, 0.25), (0.0, 1.0)]
    assert drawn["neutraal"] == [(0.5, 0.25), (0.25, 0.05)]
    assert drawn["problematiserend"] == [(0.75, 0.25), (0.3, 0.7)]


def test_percentages_stand_in_the_bars_and_n_in_the_names() -> None:
    drawn = texts(plot_orientations(orientation_counts(SHARES), labels=LABELS))
    assert [text for text in drawn if text.endswith("%")] == ["50%", "25%", "100%", "25%", "5%", "25%", "70%"]
    assert [text for text in drawn if not text.endswith("%")] == [
        "Ouders",
        "3 sprekers, 6 vermeldingen",
        "Jeugdigen",
        "3 sprekers, 6 vermeldingen",
        "Professionals",
        "3 sprekers, 6 vermeldingen",
    ]


def test_narrow_neighbours_have_their_percentages_on_two_sides() -> None:
    figure = plot_orientations(orientation_counts({"ouders": (0.02, 0.02, 0.96)}), labels=LABELS)
    boxes = [text.get_window_extent() for text in figure.axes[0].texts if text.get_text() == "2%"]
    assert len(boxes) == 2
    assert not boxes[0].overlaps(boxes[1])


def test_no_mentions_is_said() -> None:
    figure = plot_orientations(
        orientation_counts({"ouders": (0.5, 0.5, 0.0), "jeugdigen": (None, None, None)}), labels=LABELS
    )
    assert "geen vermeldingen" in texts(figure)
    assert "0 sprekers, 0 vermeldingen" in texts(figure)


def test_four_perspectives_and_english() -> None:
    counts = orientation_counts(SHARES | {"beleid": (0.2, 0.3, 0.5)})
    figure = plot_orientations(counts, labels=LABELS, language="en")
    assert len(bars(figure)["normaliserend"]) == 4
    assert texts(figure)[-2:] == ["Beleid", "3 speakers, 6 mentions"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["normalising", "neutral", "problematising"]


def test_another_orientation_is_refused() -> None:
    counts = orientation_counts(SHARES).astype({"orientation": str})
    counts.loc[4, "orientation"] = "neutral"
    with pytest.raises(TableError, match='row 4: orientation is "neutral"; use one of normaliserend, neutraal, prob'):
        plot_orientations(counts, labels=LABELS)
