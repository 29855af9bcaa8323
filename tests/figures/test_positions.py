"""The positions figure is asked what it drew."""

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_positions
from tests.figures.samples import FOUR, LABELS, THEMES, THREE, positions

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


def said(figure: Figure) -> list[str]:
    """Return the texts under the title and the explanation: heads of columns, names of rows, notes."""
    return [text.get_text().replace("\n", " ") for text in figure.texts[2:]]


def test_a_row_per_theme_and_a_column_per_perspective() -> None:
    figure = plot_positions(positions(VALUES), labels=LABELS)
    assert said(figure) == [
        "Ouders n = 9",
        "Jeugdigen n = 8",
        "Professionals n = 10",
        LABELS["ERB"],
        LABELS["GRE"],
    ]
    assert len(figure.axes) == 6
    own = [name for ax in figure.axes for name in lines(ax) if not name.endswith(" behind")]
    assert own == [*THREE, *THREE]
    assert lines(figure.axes[4])["jeugdigen"] == [(1, 3.0), (2, 2.0), (3, 1.0)]
    assert set(lines(figure.axes[4])) == {"jeugdigen", "ouders behind", "professionals behind"}


def test_every_mark_has_its_interval() -> None:
    ax = plot_positions(positions(VALUES), labels=LABELS).axes[0]
    (drawn,) = ax.collections
    assert drawn.get_label() == "ouders interval"
    segments = [[tuple(end) for end in segment] for segment in drawn.get_segments()]  # type: ignore[attr-defined]
    assert segments == [[(1, 0.5), (1, 2.0)], [(2, 1.0), (2, 4.0)], [(3, 1.5), (3, 6.0)]]


def test_parts_are_drawn_in_order_whatever_the_order_of_the_rows() -> None:
    figure = plot_positions(positions(VALUES).iloc[::-1], labels=LABELS)
    assert lines(figure.axes[0])["ouders"] == [(1, 1.0), (2, 2.0), (3, 3.0)]


def test_panels_share_their_axes_and_hold_the_longest_interval() -> None:
    figure = plot_positions(positions(VALUES), labels=LABELS)
    assert len({(ax.get_xlim(), ax.get_ylim()) for ax in figure.axes}) == 1
    assert figure.axes[0].get_ylim()[1] == 6.0
    assert [label.get_text() for label in figure.axes[3].get_xticklabels()] == ["begin", "eind"]
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["0", "6"]


def test_names_stay_apart_with_six_themes_and_four_perspectives() -> None:
    values = {(perspective, theme): (8.0, 0.0) for theme in list(THEMES)[:6] for perspective in FOUR}
    figure = plot_positions(positions(values, perspectives=FOUR), labels=LABELS)
    assert len(figure.axes) == 24
    boxes = [text.get_window_extent() for text in figure.texts]
    assert len(boxes) == 2 + 4 + 6
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


def test_a_part_in_which_fewer_speak_shows_in_the_head() -> None:
    table = positions(VALUES)
    table.loc[(table["perspective"] == "jeugdigen") & (table["part"] == 2), "n_speakers"] = 6
    assert said(plot_positions(table, labels=LABELS))[1] == "Jeugdigen n = 6 tot 8"


def test_silence_breaks_a_line_and_a_silent_perspective_is_named() -> None:
    values = {("ouders", "ERB"): (1.0, None, 2.0), ("jeugdigen", "ERB"): (None, None, None)}
    figure = plot_positions(positions(values), labels=LABELS)
    assert np.isnan(lines(figure.axes[0])["ouders"][1][1])
    assert said(figure)[1] == "Jeugdigen niets gezegd"
    assert said(figure)[-1].startswith("Onderbroken: in dat deel is niets gezegd")
    assert "Onderbroken" not in plot_positions(positions(VALUES), labels=LABELS).alt


def test_a_withheld_perspective_has_no_column_and_is_named() -> None:
    figure = plot_positions(positions(VALUES, withheld="jeugdigen"), labels=LABELS)
    assert len(figure.axes) == 4
    assert said(figure)[-1] == "Niet getoond: Jeugdigen (n = 2; te weinig sprekers: 2 (minimaal 3))."
    alone = positions({("ouders", "ERB"): RISING}, withheld="ouders")
    assert said(plot_positions(alone, labels=LABELS))[-1] == "niet getoond"


def test_themes_are_chosen_in_the_order_asked() -> None:
    figure = plot_positions(positions(VALUES), themes=("GRE", "ERB"), labels=LABELS)
    assert said(figure)[3:] == [LABELS["GRE"], LABELS["ERB"]]


def test_codes_in_english_with_a_point() -> None:
    figure = plot_positions(positions({("ouders", "BET-IDEE"): (0.5, 0.6)}, by="code"), labels=LABELS, language="en")
    assert figure.texts[0].get_text() == "When does the code come up?"
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["0", "1.2"]
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["start", "end"]


def test_too_many_or_unknown_themes_are_refused() -> None:
    seven = positions({("ouders", theme): (1.0, 2.0) for theme in list(THEMES)[:7]})
    with pytest.raises(TableError, match=r"7 to draw; pass themes=\(\.\.\.\) with at most 6"):
        plot_positions(seven, labels=LABELS)
    with pytest.raises(TableError, match='theme: has no "LAT"; use one of ERB, GRE'):
        plot_positions(positions(VALUES), themes=("LAT",), labels=LABELS)
