"""The heatmap is asked what it drew."""

from itertools import combinations

from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from perspectieven.figures import plot_heatmap
from perspectieven.figures.style import PAPER
from tests.figures.comparison_samples import FEW, rates
from tests.figures.samples import CODES, FOUR, LABELS, THEMES, THREE
from tests.figures.test_style import contrast


def cells(figure: Figure) -> dict[tuple[int, int], list[str]]:
    """Return what stands in each cell, by (row, column)."""
    drawn: dict[tuple[int, int], list[str]] = {}
    for text in figure.axes[0].texts:
        x, y = text.get_position()
        drawn.setdefault((round(y), round(x)), []).append(text.get_text())
    return drawn


def test_a_number_and_its_interval_in_every_cell_with_a_comma() -> None:
    drawn = cells(plot_heatmap(rates(), labels=LABELS))
    assert len(drawn) == len(THEMES) * len(THREE)
    assert [drawn[row, 0] for row in range(4)] == [
        ["0", "(0\N{EN DASH}0)"],
        ["0,5", "(0,2\N{EN DASH}1,0)"],
        ["1,0", "(0,5\N{EN DASH}2,0)"],
        ["1,5", "(0,8\N{EN DASH}3,0)"],
    ]


def test_the_interval_stands_beside_its_number_and_under_it_where_columns_are_narrow() -> None:
    def heights(figure: Figure) -> list[float]:
        number, limits, *_ = figure.axes[0].texts
        return [number.get_position()[1], limits.get_position()[1]]

    beside = heights(plot_heatmap(rates(), labels=LABELS))
    assert beside[0] == beside[1]
    number, limits = heights(plot_heatmap(rates(perspectives=FOUR), labels=LABELS))
    assert number < limits  # the first row is the highest


def test_numbers_of_a_column_end_in_one_line() -> None:
    texts = plot_heatmap(rates(), labels=LABELS).axes[0].texts
    numbers = [text for text in texts if not text.get_text().startswith("(")]
    ends = [text.get_window_extent().x1 for text in numbers[:: len(THREE)]]
    assert len(ends) == len(THEMES)
    assert max(ends) - min(ends) < 2  # pixels


def test_without_limits_a_number_stands_alone() -> None:
    figure = plot_heatmap(rates(items=["ERB"]).assign(rate_low=float("nan")), labels=LABELS)
    assert cells(figure)[0, 0] == ["0", ""]


def test_rows_and_columns_are_named_in_order() -> None:
    ax = plot_heatmap(rates(), labels=LABELS).axes[0]
    assert [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()] == list(THEMES.values())
    assert [label.get_text() for label in ax.get_xticklabels()] == [
        "Ouders\nn = 9",
        "Jeugdigen\nn = 8",
        "Professionals\nn = 10",
    ]
    assert ax.yaxis_inverted()


def test_more_is_darker() -> None:
    patches = plot_heatmap(rates(), labels=LABELS).axes[0].patches
    one_column = [cell for cell in patches if str(cell.get_label()).endswith(" ouders")]
    lightness = [sum(to_rgb(cell.get_facecolor())) for cell in one_column]
    assert len(lightness) == len(THEMES)
    assert lightness == sorted(lightness, reverse=True)


def test_numbers_can_be_read_in_every_shade() -> None:
    items = [f"C-{at}" for at in range(60)]
    for part in (items[:15], items[15:30], items[30:45], items[45:]):
        most = rates(items=items, by="code")["per_1000_words"].max()
        table = rates(items=items, by="code")
        table.loc[table["code"] == "C-0", "per_1000_words"] = most  # the scale is that of all
        ax = plot_heatmap(table[table["code"].isin(["C-0", *part])], labels={}).axes[0]
        colours = {str(cell.get_label()): to_hex(cell.get_facecolor()) for cell in ax.patches}
        inks = [to_hex(text.get_color()) for text in ax.texts[::2]]
        assert len(inks) == len(colours)
        assert min(contrast(ink, fill) for ink, fill in zip(inks, colours.values(), strict=True)) > 4.1


def test_missing_is_not_zero() -> None:
    figure = plot_heatmap(rates(perspectives=FOUR, items=["ERB", "GRE"], silent="beleid"), labels=LABELS)
    patches = {str(cell.get_label()): cell for cell in figure.axes[0].patches}
    missing, zero = patches["ERB beleid"], patches["ERB ouders"]
    assert missing.get_hatch()
    assert not zero.get_hatch()
    assert to_hex(missing.get_facecolor()) == PAPER.lower() != to_hex(zero.get_facecolor())
    assert set(cells(figure)) == {(row, column) for row in range(2) for column in range(3)}
    assert "Gearceerd: niets gezegd." in figure.texts[1].get_text()


def test_a_full_table_does_not_explain_hatching() -> None:
    assert "Gearceerd" not in plot_heatmap(rates(), labels=LABELS).texts[1].get_text()


def test_a_withheld_perspective_has_no_column_and_is_named() -> None:
    figure = plot_heatmap(rates(withheld="jeugdigen"), labels=LABELS)
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == [
        "Ouders\nn = 9",
        "Professionals\nn = 10",
    ]
    assert figure.texts[-1].get_text() == f"Niet getoond: Jeugdigen (n = 8; {FEW})."
    alone = plot_heatmap(rates(perspectives=["jeugdigen"], withheld="jeugdigen"), labels=LABELS)
    assert (alone.axes, alone.texts[-1].get_text()) == ([], "niet getoond")


def test_all_zero() -> None:
    counts = rates(items=["ERB", "GRE"]).assign(per_1000_words=0.0)
    assert {number for number, _ in cells(plot_heatmap(counts, labels=LABELS)).values()} == {"0"}


def test_codes_in_english_with_a_point() -> None:
    figure = plot_heatmap(rates(items=list(CODES), by="code"), labels=LABELS, language="en")
    assert figure.texts[0].get_text() == "How often does the code come up?"
    assert cells(figure)[1, 0] == ["0.5", "(0.2\N{EN DASH}1.0)"]


def test_long_names_of_columns_do_not_touch() -> None:
    labels = dict.fromkeys(FOUR, "Jeugdprofessionals")
    ax = plot_heatmap(rates(perspectives=FOUR), labels=labels).axes[0]
    boxes = [label.get_window_extent() for label in ax.get_xticklabels()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
