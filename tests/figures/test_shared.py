"""The shared-themes figure is asked what it drew."""

import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_shared
from tests.figures.samples import FOUR, LABELS, THREE, shared

HOLDERS = {"ERB": THREE, "LAB": THREE, "GRE": ("ouders", "professionals"), "NET": ("jeugdigen",), "SYS": ()}


def lines(figure: Figure) -> list[str]:
    """Return headings and theme names from top to bottom."""
    ax = figure.axes[0]
    names = [text for text in ax.texts if not text.get_text().isdigit()]
    return [text.get_text().replace("\n", " ") for text in sorted(names, key=lambda text: text.get_position()[1])]


def held(figure: Figure, perspective: str) -> list[str]:
    """Return the themes with a filled mark in the column of a perspective."""
    line = next(line for line in figure.axes[0].lines if line.get_label() == perspective)
    return [lines(figure)[int(at)] for at in line.get_ydata()]  # type: ignore[union-attr]  # always a sequence here


def test_themes_stand_under_how_many_share_them() -> None:
    assert lines(plot_shared(shared(HOLDERS), THREE, labels=LABELS)) == [
        "Gedeeld door alle drie: 2",
        LABELS["ERB"],
        LABELS["LAB"],
        "Gedeeld door twee: 1",
        LABELS["GRE"],
        "Alleen bij één: 1",
        LABELS["NET"],
        "Door niemand gedeeld: 1",
        LABELS["SYS"],
    ]


def test_a_filled_mark_where_a_perspective_holds_a_theme() -> None:
    figure = plot_shared(shared(HOLDERS), THREE, labels=LABELS)
    assert held(figure, "ouders") == [LABELS[theme] for theme in ("ERB", "LAB", "GRE")]
    assert held(figure, "jeugdigen") == [LABELS[theme] for theme in ("ERB", "LAB", "NET")]
    assert held(figure, "jeugdigen not") == [LABELS[theme] for theme in ("GRE", "SYS")]
    assert held(figure, "professionals") == [LABELS[theme] for theme in ("ERB", "LAB", "GRE")]


def test_columns_and_numbers_of_speakers() -> None:
    ax = plot_shared(shared(HOLDERS), THREE, labels=LABELS).axes[0]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Ouders", "Jeugdigen", "Professionals", "sprekers"]
    assert [text.get_text() for text in ax.texts if text.get_text().isdigit()] == ["6", "6", "4", "2", "0"]


def test_nothing_shared_by_all_is_a_result() -> None:
    assert lines(plot_shared(shared({"NET": ("jeugdigen",)}), THREE, labels=LABELS)) == [
        "Gedeeld door alle drie: geen",
        "Gedeeld door twee: geen",
        "Alleen bij één: 1",
        LABELS["NET"],
        "Door niemand gedeeld: geen",
    ]


@pytest.mark.parametrize(
    ("perspectives", "headings"),
    [
        (THREE[:1], ["Alleen bij één", "Door niemand gedeeld"]),
        (THREE[:2], ["Gedeeld door beide", "Alleen bij één", "Door niemand gedeeld"]),
        (
            FOUR,
            [
                "Gedeeld door alle vier",
                "Gedeeld door drie",
                "Gedeeld door twee",
                "Alleen bij één",
                "Door niemand gedeeld",
            ],
        ),
    ],
)
def test_headings_follow_the_number_of_perspectives(perspectives: tuple[str, ...], headings: list[str]) -> None:
    drawn = lines(plot_shared(shared({"NET": ("ouders",)}), perspectives, labels=LABELS))
    assert [text.split(":")[0] for text in drawn if text != LABELS["NET"]] == headings


def test_codes_in_english() -> None:
    figure = plot_shared(shared({"BET-IDEE": THREE}, by="code"), THREE, labels=LABELS, language="en")
    assert figure.texts[0].get_text() == "Which codes are shared?"
    assert lines(figure)[:2] == ["Shared by all three: 1", "Praten over normaliseren als idee"]


def test_an_unknown_perspective_is_refused() -> None:
    with pytest.raises(TableError, match='row 0: shared_by has "beleid"; use ouders, jeugdigen, professionals, or'):
        plot_shared(shared({"ERB": FOUR}), THREE, labels=LABELS)
