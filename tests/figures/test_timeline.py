"""The timeline is asked what it drew, and that it names nobody."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_timeline
from perspectieven.figures.drawing import find_marks
from tests.figures.comparison_samples import timeline
from tests.figures.samples import LABELS

MENTIONS = [
    (0.8, "LAT", "jeugdigen", "problematiserend", "negated"),
    (0.1, "ERB", "ouders", "normaliserend", "affirmed"),
    (0.3, "ERB", "ouders", "normaliserend", "affirmed"),
    (0.5, "ERB", "jeugdigen", "neutraal", "hypothetical"),
]


def marks(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    return {
        str(line.get_label()): [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]
        for line in figure.axes[0].lines
    }


def test_marks_lie_at_their_position_in_the_lane_of_their_theme_apart_by_orientation() -> None:
    assert marks(plot_timeline(timeline(MENTIONS), labels=LABELS)) == {
        "ERB ouders normaliserend affirmed": [(0.1, -0.27), (0.3, -0.27)],
        "ERB jeugdigen neutraal hypothetical": [(0.5, 0)],
        "LAT jeugdigen problematiserend negated": [(0.8, 1.27)],
    }


def test_shape_is_orientation_and_filling_is_stance() -> None:
    lines = plot_timeline(timeline(MENTIONS), labels=LABELS).axes[0].lines
    assert [(line.get_marker(), line.get_fillstyle()) for line in lines] == [
        ("^", "full"),
        ("o", "left"),
        ("s", "none"),
    ]


def test_lanes_are_named_in_the_order_of_the_conversation_with_their_numbers() -> None:
    ax = plot_timeline(timeline(MENTIONS), labels=LABELS).axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Erbij horen", "De lat"]
    assert [text.get_text() for text in ax.texts] == ["3 keer", "1 keer"]


def test_nobody_is_named() -> None:
    figure = plot_timeline(timeline(MENTIONS), labels=LABELS)
    assert "moeder-1" in set(timeline(MENTIONS)["speaker"])
    assert "moeder-1" not in figure.svg().decode()  # nor in the id of the conversation, its marks or its texts


def test_marks_can_be_linked() -> None:
    figure = plot_timeline(timeline(MENTIONS), labels=LABELS)
    assert set(find_marks(figure)) == {("ERB", "ouders"), ("ERB", "jeugdigen"), ("LAT", "jeugdigen")}


def test_of_many_themes_those_mentioned_most_have_a_lane() -> None:
    many = [(at / 40, f"T{at % 20:02}", "ouders", "neutraal", "affirmed") for at in range(37)]
    figure = plot_timeline(timeline(many), labels=LABELS, language="en")
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == [f"T{at:02}" for at in range(16)]
    assert "Of 20 themes 16 are in the figure, those with most mentions" in figure.texts[-1].get_text().replace(
        "\n", " "
    )


def test_everything_that_is_wrong_is_said_at_once() -> None:
    table = timeline([(0.1, "ERB", "ouders", "vrolijk", "affirmed"), (0.2, "ERB", "ouders", "neutraal", "maybe")])
    table["transcript_id"] = ["a", "b"]
    with pytest.raises(TableError, match='orientation: has "vrolijk"; use normaliserend') as error:
        plot_timeline(table, labels=LABELS)
    assert 'stance: has "maybe"; use affirmed, negated, hypothetical' in str(error.value)
    assert "has 2 conversations; draw one in a figure" in str(error.value)
