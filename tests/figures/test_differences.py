"""The differences figure is asked what it drew."""

import math

import numpy as np
import pytest
from matplotlib.axes import Axes

from perspectieven.figures import plot_differences
from perspectieven.figures.pages import Size, drawing_for
from tests.figures.comparison_samples import cautions
from tests.figures.samples import FOUR, LABELS, THEMES, THREE, differences

FEW = "te weinig sprekers: 2 (minimaal 3)"
VALUES: dict[tuple[str, str, str], float | str] = {
    ("ERB", "ouders", "jeugdigen"): 0.5,
    ("GRE", "ouders", "jeugdigen"): -0.25,
    ("ERB", "ouders", "professionals"): 0.0,
    ("GRE", "ouders", "professionals"): FEW,
    ("ERB", "jeugdigen", "professionals"): FEW,
    ("GRE", "jeugdigen", "professionals"): FEW,
}


def marks(ax: Axes) -> dict[str, list[tuple[float, float]]]:
    """Return where the marks of each pair lie, as (difference, row)."""
    return {
        str(line.get_label()): list(zip(np.asarray(line.get_xdata()), np.asarray(line.get_ydata()), strict=True))
        for line in ax.lines
        if " - " in str(line.get_label())
    }


def texts(ax: Axes) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in ax.texts]


def test_a_panel_per_pair_in_the_order_of_the_study() -> None:
    figure = plot_differences(differences(VALUES), labels=LABELS)
    assert [list(marks(ax)) for ax in figure.axes] == [
        ["ouders - jeugdigen maybe"],
        ["ouders - professionals undecided"],
        [],
    ]


def test_marks_and_intervals() -> None:
    ax = plot_differences(differences(VALUES), labels=LABELS).axes[0]
    assert marks(ax) == {"ouders - jeugdigen maybe": [(0.5, 0), (-0.25, 1)]}
    intervals = next(c for c in ax.collections if c.get_label() == "ouders - jeugdigen maybe interval")
    assert [(start[0], end[0]) for start, end in intervals.get_segments()] == [(0.4, 0.6), (-0.35, -0.15)]


def test_a_withheld_row_says_why_in_its_place() -> None:
    ax = plot_differences(differences(VALUES), labels=LABELS).axes[1]
    assert marks(ax) == {"ouders - professionals undecided": [(0.0, 0)]}
    assert [text.get_position() for text in ax.texts if FEW in text.get_text().replace("\n", " ")] == [(0, 1)]


def test_a_withheld_pair_says_so_once() -> None:
    ax = plot_differences(differences(VALUES), labels=LABELS).axes[2]
    assert marks(ax) == {}
    assert texts(ax).count(f"niet getoond {FEW}") == 1
    assert not list(ax.get_xticks())


def test_heads_say_which_side_is_whose() -> None:
    ax = plot_differences(differences(VALUES), labels=LABELS).axes[0]
    assert texts(ax) == ["Ouders (n = 9) →", "← Jeugdigen (n = 8)"]


def test_only_the_first_panel_of_a_row_names_the_themes() -> None:
    figure = plot_differences(differences(VALUES), labels=LABELS)
    names = [[label.get_text().replace("\n", " ") for label in ax.get_yticklabels()] for ax in figure.axes]
    assert names == [[LABELS["ERB"], LABELS["GRE"]], ["", ""], ["", ""]]


def test_four_perspectives_make_two_rows_of_panels() -> None:
    values: dict[tuple[str, str, str], float | str] = {
        ("ERB", a, b): 0.1 for at, a in enumerate(FOUR) for b in FOUR[at + 1 :]
    }
    figure = plot_differences(differences(values, perspectives=FOUR), labels=LABELS)
    assert len(figure.axes) == 6
    assert [round(ax.get_position().y0, 6) for ax in figure.axes[:3]] == [
        round(figure.axes[0].get_position().y0, 6)
    ] * 3
    assert figure.axes[3].get_position().y1 < figure.axes[0].get_position().y0


def test_codes_in_english() -> None:
    figure = plot_differences(
        differences({("BET-IDEE", "ouders", "jeugdigen"): FEW}, perspectives=THREE, by="code"),
        labels=LABELS,
        language="en",
    )
    assert "mention the code" in figure.texts[1].get_text()
    assert texts(figure.axes[0])[0] == f"withheld {FEW}"


TOLD = cautions(
    {
        ("ERB", "ouders", "jeugdigen"): (0.5, ["rests_on_one", "carried_by_one"]),
        ("GRE", "ouders", "jeugdigen"): (-0.25, []),
        ("GRE", "ouders", "professionals"): (0.1, ["mainly_prompted"]),
    }
)


def test_only_what_holds_after_adjusting_is_filled() -> None:
    table = differences(VALUES).assign(p_adjusted=[0.04, 0.05, 0.001, *[math.nan] * 3])
    figure = plot_differences(table, labels=LABELS)
    ax = figure.axes[0]
    assert marks(ax) == {"ouders - jeugdigen maybe": [(-0.25, 1)], "ouders - jeugdigen decided": [(0.5, 0)]}
    assert list(marks(figure.axes[1])) == ["ouders - professionals undecided"]  # its interval holds zero
    faces = {str(line.get_label()).split()[-1]: line.get_markerfacecolor() for line in ax.lines[1:]}
    assert faces == {"maybe": "#FFFFFF", "decided": "#1A1A1A"}
    assert figure.texts[1].get_text().endswith("Gevuld: ook na correctie voor 3 vergelijkingen. Open: misschien.")
    one, other = f"{LABELS['ERB']}, Ouders en Jeugdigen (+50)", f"{LABELS['GRE']}, Ouders en Jeugdigen"
    assert f"Ook na correctie voor 3 vergelijkingen: {one}. Misschien: {other} (\N{MINUS SIGN}25)." in figure.alt


def test_where_nothing_holds_after_adjusting_the_figure_says_so() -> None:
    table = differences(VALUES).assign(p_adjusted=[0.2, 0.05, 0.6, *[math.nan] * 3])
    text = plot_differences(table, labels=LABELS).texts[1].get_text()
    assert text.endswith("Na correctie voor 3 vergelijkingen houdt er geen stand. Open: misschien.")


def test_a_number_does_not_stand_on_the_line_of_zero() -> None:
    values: dict[tuple[str, str, str], float | str] = {("ERB", "ouders", "jeugdigen"): -0.15}
    careful = cautions({("ERB", "ouders", "jeugdigen"): (-0.15, ["rests_on_one"])})
    ax = plot_differences(differences(values), cautions=careful, labels=LABELS).axes[0]
    (number,) = [text for text in ax.texts if text.get_text() == "1"]
    assert number.xy == (0, 0)  # type: ignore[attr-defined]  # the interval ends at -0.05, where it would cover zero


def test_a_caution_has_its_number_beside_it() -> None:
    figure = plot_differences(differences(VALUES), cautions=TOLD, labels=LABELS)
    ax = figure.axes[0]
    numbers = [text for text in ax.texts if text.get_text() == "1"]
    assert [text.xy for text in numbers] == [(0.4, 0)]  # type: ignore[attr-defined]  # an annotation
    assert figure.texts[1].get_text().endswith("Let op bij een cijfer: 1\N{NO-BREAK SPACE}rust op één spreker.")


def test_a_withheld_row_has_no_caution_beside_its_reason() -> None:
    figure = plot_differences(differences(VALUES), cautions=TOLD, labels=LABELS)
    assert list(marks(figure.axes[1])) == ["ouders - professionals undecided"]
    assert "vooral uitgelokt" not in texts(figure.axes[1])
    assert "vooral uitgelokt" not in figure.alt


def test_without_cautions_there_is_no_number() -> None:
    figure = plot_differences(differences(VALUES), labels=LABELS)
    assert "cijfer" not in figure.texts[1].get_text()
    assert not [text for ax in figure.axes for text in texts(ax) if text.isdecimal()]


def test_the_alternative_text_says_which_rows_have_a_caution() -> None:
    figure = plot_differences(differences(VALUES), cautions=TOLD, labels=LABELS)
    assert "rust op één spreker (1)" in figure.alt


def test_cautions_that_occur_are_numbered_and_one_row_may_have_two() -> None:
    both = {("ERB", "ouders", "jeugdigen"): (0.5, ["mainly_prompted", "heard_better"])}
    figure = plot_differences(differences(VALUES), cautions=cautions(both), labels=LABELS)
    assert (
        figure.texts[1]
        .get_text()
        .endswith("cijfer: 1\N{NO-BREAK SPACE}vooral uitgelokt, 2\N{NO-BREAK SPACE}ongelijk gehoord.")
    )
    assert "1,2" in texts(figure.axes[0])


@pytest.mark.parametrize("size", ["screen", "paper"])
def test_all_themes_of_the_lexicon_are_there(size: Size) -> None:
    few = ["rests_on_one", "carried_by_one"]
    pairs = [("ouders", "jeugdigen"), ("ouders", "professionals"), ("jeugdigen", "professionals")]
    values: dict[tuple[str, str, str], float | str] = {(theme, a, b): 0.2 for theme in THEMES for a, b in pairs}
    careful = cautions({(theme, a, b): (0.2, few) for theme in THEMES for a, b in pairs})
    with drawing_for(size):
        figure = plot_differences(differences(values), cautions=careful, labels=LABELS)
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert names == list(THEMES.values())
    assert "Van 16" not in figure.alt
