"""The positions figure is asked what it drew."""

import numpy as np
import pytest
from matplotlib.axes import Axes

from perspectieven.errors import TableError
from perspectieven.figures import plot_positions
from tests.figures.samples import FOUR, LABELS, THEMES, THREE, position_counts

RISING, FALLING, LEVEL = (1.0, 2.0, 3.0), (3.0, 2.0, 1.0), (1.1, 1.1, 1.1)
VALUES = {
    (perspective, theme): values
    for theme in ("ERB", "GRE")
    for perspective, values in zip(THREE, (RISING, FALLING, LEVEL), strict=True)
}


def lines(ax: Axes) -> dict[str, list[tuple[float, float]]]:
    return {
        str(line.get_label()): list(zip(np.asarray(line.get_xdata()), np.asarray(line.get_ydata()), strict=True))
        for line in ax.lines
    }


def test_a_panel_per_theme_and_a_line_per_perspective() -> None:
    figure = plot_positions(position_counts(VALUES), labels=LABELS)
    assert [ax.get_title(loc="left").replace("\n", " ") for ax in figure.axes] == [LABELS["ERB"], LABELS["GRE"]]
    assert list(lines(figure.axes[1])) == list(THREE)
    assert lines(figure.axes[1])["jeugdigen"] == [(1, 3.0), (2, 2.0), (3, 1.0)]


def test_parts_are_drawn_in_order_whatever_the_order_of_the_rows() -> None:
    figure = plot_positions(position_counts(VALUES).iloc[::-1], labels=LABELS)
    assert lines(figure.axes[0])["ouders"] == [(1, 1.0), (2, 2.0), (3, 3.0)]


def test_panels_share_their_axes() -> None:
    figure = plot_positions(position_counts(VALUES), labels=LABELS)
    assert len({(ax.get_xlim(), ax.get_ylim()) for ax in figure.axes}) == 1
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["begin", "eind"]
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["0", "1,5", "3,0"]


def test_lines_are_named_at_their_ends_and_names_do_not_collide() -> None:
    ax = plot_positions(position_counts(VALUES), labels=LABELS).axes[0]
    ax.figure.canvas.draw()
    assert [text.get_text() for text in ax.texts] == ["Jeugdigen", "Professionals", "Ouders"]
    boxes = [text.get_window_extent() for text in ax.texts]
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


@pytest.mark.parametrize("end", [0.0, 4.0, 8.0])
def test_names_stay_apart_with_six_panels_and_equal_ends(end: float) -> None:
    values = {(perspective, theme): (8.0, end) for theme in list(THEMES)[:6] for perspective in FOUR}
    figure = plot_positions(position_counts(values, perspectives=FOUR), labels=LABELS)
    assert len(figure.axes) == 6
    for ax in figure.axes:
        boxes = [text.get_window_extent() for text in ax.texts]
        assert len(boxes) == 4
        assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


def test_silence_breaks_a_line_and_a_silent_perspective_is_named() -> None:
    values = {("ouders", "ERB"): (1.0, None, 2.0), ("jeugdigen", "ERB"): (None, None, None)}
    figure = plot_positions(position_counts(values), labels=LABELS)
    assert np.isnan(lines(figure.axes[0])["ouders"][1][1])
    assert [text.get_text() for text in figure.axes[0].texts] == ["Ouders"]
    assert figure.texts[-1].get_text() == "Jeugdigen: niets gezegd"


def test_themes_are_chosen_in_the_order_asked() -> None:
    figure = plot_positions(position_counts(VALUES), themes=("GRE", "ERB"), labels=LABELS)
    assert [ax.get_title(loc="left").replace("\n", " ") for ax in figure.axes] == [LABELS["GRE"], LABELS["ERB"]]


def test_codes_in_english_with_a_point() -> None:
    figure = plot_positions(
        position_counts({("ouders", "BET-IDEE"): (0.5, 1.0)}, by="code"), labels=LABELS, language="en"
    )
    assert figure.texts[0].get_text() == "When does the code come up?"
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["0", "0.5", "1.0"]
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["start", "end"]


def test_too_many_or_unknown_themes_are_refused() -> None:
    seven = position_counts({("ouders", theme): (1.0, 2.0) for theme in list(THEMES)[:7]})
    with pytest.raises(TableError, match=r"7 to draw; pass themes=\(\.\.\.\) with at most 6"):
        plot_positions(seven, labels=LABELS)
    with pytest.raises(TableError, match='theme: has no "LAT"; use one of ERB, GRE'):
        plot_positions(position_counts(VALUES), themes=("LAT",), labels=LABELS)
