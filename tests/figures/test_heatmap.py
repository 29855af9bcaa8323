"""The heatmap is asked what it drew."""

from itertools import combinations

from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from perspectieven.figures import plot_heatmap
from perspectieven.figures.style import PAPER
from tests.figures.samples import CODES, FOUR, LABELS, THEMES, THREE, theme_counts


def numbers(figure: Figure) -> dict[tuple[float, float], str]:
    """Return what stands in each cell, by (row, column)."""
    return {(text.get_position()[1], text.get_position()[0]): text.get_text() for text in figure.axes[0].texts}


def test_a_number_in_every_cell_with_a_comma() -> None:
    drawn = numbers(plot_heatmap(theme_counts(), labels=LABELS))
    assert len(drawn) == len(THEMES) * len(THREE)
    assert [drawn[row, 0] for row in range(5)] == ["0", "0,8", "1,5", "2,2", "3,0"]


def test_rows_and_columns_are_named_in_order() -> None:
    ax = plot_heatmap(theme_counts(), labels=LABELS).axes[0]
    assert [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()] == list(THEMES.values())
    assert [label.get_text() for label in ax.get_xticklabels()] == [
        "Ouders\nn = 9",
        "Jeugdigen\nn = 8",
        "Professionals\nn = 10",
    ]
    assert ax.yaxis_inverted()


def test_more_is_darker() -> None:
    cells = plot_heatmap(theme_counts(), labels=LABELS).axes[0].patches
    one_column = [cell for cell in cells if str(cell.get_label()).endswith(" ouders")]
    lightness = [sum(to_rgb(cell.get_facecolor())) for cell in one_column]
    assert len(lightness) == len(THEMES)
    assert lightness == sorted(lightness, reverse=True)


def test_missing_is_not_zero() -> None:
    figure = plot_heatmap(theme_counts(perspectives=FOUR, items=["ERB", "GRE"], silent="beleid"), labels=LABELS)
    cells = {str(cell.get_label()): cell for cell in figure.axes[0].patches}
    missing, zero = cells["ERB beleid"], cells["ERB ouders"]
    assert missing.get_hatch()
    assert not zero.get_hatch()
    assert to_hex(missing.get_facecolor()) == PAPER.lower() != to_hex(zero.get_facecolor())
    assert set(numbers(figure)) == {(row, column) for row in range(2) for column in range(3)}
    assert "Gearceerd: niets gezegd." in figure.texts[1].get_text()


def test_a_full_table_does_not_explain_hatching() -> None:
    assert "Gearceerd" not in plot_heatmap(theme_counts(), labels=LABELS).texts[1].get_text()


def test_all_zero() -> None:
    counts = theme_counts(items=["ERB", "GRE"]).assign(per_1000_words=0.0)
    assert set(numbers(plot_heatmap(counts, labels=LABELS)).values()) == {"0"}


def test_codes_in_english_with_a_point() -> None:
    figure = plot_heatmap(theme_counts(items=list(CODES), by="code"), labels=LABELS, language="en")
    assert figure.texts[0].get_text() == "How often does the code come up?"
    assert numbers(figure)[1, 0] == "0.8"


def test_long_names_of_columns_do_not_touch() -> None:
    labels = dict.fromkeys(FOUR, "Jeugdprofessionals")
    ax = plot_heatmap(theme_counts(perspectives=FOUR), labels=labels).axes[0]
    boxes = [label.get_window_extent() for label in ax.get_xticklabels()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
