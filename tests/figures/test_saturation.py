"""The figure of saturation is asked what it drew."""

import numpy as np
from matplotlib.axes import Axes

from perspectieven.figures import plot_saturation
from tests.figures.comparison_samples import FEW, saturation
from tests.figures.samples import FOUR, LABELS

CODES = {"ouders": (10.0, 15.0, 17.5), "jeugdigen": (8.0, 9.0), "professionals": (20.0, 21.0, 21.0)}


def line(ax: Axes, name: str) -> list[tuple[float, float]]:
    drawn = next(line for line in ax.lines if line.get_label() == name)
    return [(float(x), float(y)) for x, y in np.asarray(drawn.get_xydata())]


def test_a_panel_per_perspective_with_its_line_and_band() -> None:
    figure = plot_saturation(saturation(CODES), labels=LABELS)
    assert [ax.get_title(loc="left") for ax in figure.axes] == [
        "Ouders (n = 9)", "Jeugdigen (n = 8)", "Professionals (n = 10)",
    ]  # fmt: skip
    assert line(figure.axes[0], "ouders") == [(1, 10), (2, 15), (3, 17.5)]
    assert line(figure.axes[0], "jeugdigen behind") == [(1, 8), (2, 9)]
    band = next(c for c in figure.axes[1].collections if c.get_label() == "jeugdigen band")
    heights = band.get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == (6, 11)


def test_what_the_last_conversation_adds_is_said() -> None:
    figure = plot_saturation(saturation(CODES), labels=LABELS)
    assert [[text.get_text() for text in ax.texts] for ax in figure.axes] == [
        ["18 codes", "laatste gesprek:\n+2,5"],
        ["9 codes", "laatste gesprek:\n+1,0"],
        ["21 codes", "laatste gesprek:\n+0"],
    ]
    assert "Jeugdigen (n = 8): 9 codes na 2 gesprekken, waarvan 1,0 uit het laatste." in figure.alt


def test_panels_share_their_scales() -> None:
    axes = plot_saturation(saturation(CODES), labels=LABELS).axes
    assert len({(ax.get_xlim(), ax.get_ylim()) for ax in axes}) == 1


def test_four_perspectives_in_two_rows() -> None:
    axes = plot_saturation(saturation({name: (1.0, 2.0) for name in FOUR}), labels=LABELS, language="en").axes
    assert len(axes) == 4
    assert axes[3].get_position().y1 < axes[0].get_position().y0
    assert axes[0].get_xlabel() == "conversations"


def test_a_withheld_perspective_is_named_with_its_reason() -> None:
    figure = plot_saturation(saturation(CODES, withheld=["jeugdigen"]), labels=LABELS)
    assert len(figure.axes) == 2
    assert figure.texts[-1].get_text() == f"Niet getoond: Jeugdigen (n = 8; {FEW})."


def test_one_conversation_is_one_conversation() -> None:
    table = saturation({"ouders": (1.0,)})
    for language, text, codes, axis in (
        ("nl", "Ouders (n = 9): 1 code na 1 gesprek, waarvan", "1 code", "gesprek"),
        ("en", "Ouders (n = 9): 1 code after 1 conversation, 1.0 of them", "1 code", "conversation"),
    ):
        figure = plot_saturation(table, labels=LABELS, language=language)
        assert text in figure.alt
        assert figure.axes[0].texts[0].get_text() == codes
        assert figure.axes[0].get_xlabel() == axis
