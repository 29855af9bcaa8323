"""The figure of rates is asked what it drew, and what it says of caution."""

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_rates
from perspectieven.figures.drawing import find_marks
from perspectieven.figures.style import PERSPECTIVES
from tests.figures.comparison_samples import FEW, cautions, rates
from tests.figures.samples import FOUR, LABELS, THREE

ITEMS = ("ERB", "GRE", "LAT", "LAB")
ONE, PROMPTED = ["rests_on_one"], ["mainly_prompted"]


def marks(figure: Figure, name: str) -> list[float]:
    line = next(line for line in figure.axes[0].lines if line.get_label() == name)
    return [round(float(x), 3) for x in np.asarray(line.get_xdata())]


def texts(figure: Figure) -> dict[float, str]:
    """Return what is said beside each row."""
    return {text.get_position()[1]: text.get_text().replace("\n", " ") for text in figure.axes[0].texts}


def test_shares_with_intervals() -> None:
    figure = plot_rates(rates(items=ITEMS), labels=LABELS)
    assert marks(figure, "ouders") == [0, 0.25, 0.5, 0.75]
    lines = next(c for c in figure.axes[0].collections if c.get_label() == "ouders interval")
    assert [(start[0], end[0]) for start, end in lines.get_segments()] == [
        (0, 0.5), (0.125, 0.625), (0.25, 0.75), (0.375, 0.875),
    ]  # fmt: skip
    assert [text.get_text() for text in figure.legends[0].get_texts()] == [
        "Ouders (n = 9)", "Jeugdigen (n = 8)", "Professionals (n = 10)",
    ]  # fmt: skip


def test_rates_per_thousand_words() -> None:
    figure = plot_rates(rates(items=ITEMS), measure="rate", labels=LABELS)
    assert marks(figure, "jeugdigen") == [0, 0.5, 1, 1.5]
    assert "per 1.000 woorden" in figure.texts[1].get_text()


def test_every_mark_can_be_linked() -> None:
    figure = plot_rates(rates(items=ITEMS), labels=LABELS)
    assert find_marks(figure) == tuple(sorted((item, name) for item in ITEMS for name in THREE))


def test_a_caution_is_said_of_the_largest_difference_only() -> None:
    told = cautions(
        {
            ("ERB", "ouders", "jeugdigen"): (0.5, ONE),
            ("ERB", "ouders", "professionals"): (0.1, PROMPTED),
            ("LAT", "ouders", "jeugdigen"): (-0.8, ()),
            ("LAT", "ouders", "professionals"): (0.1, ONE),
            ("LAB", "jeugdigen", "professionals"): (-0.4, [*ONE, *PROMPTED]),
        }
    )
    figure = plot_rates(rates(items=ITEMS), cautions=told, labels=LABELS)
    assert texts(figure) == {0: "rust op één spreker", 3: "één spreker, uitgelokt", -0.55: "Het grootste verschil:"}
    drawn = [str(line.get_label()) for line in figure.axes[0].lines if "caution" in str(line.get_label())]
    assert drawn == [
        "ERB ouders caution",
        "ERB jeugdigen caution",
        "LAB jeugdigen caution",
        "LAB professionals caution",
    ]
    assert "(Ouders, Jeugdigen): rust op één spreker" in figure.alt


def test_without_cautions_nothing_is_said() -> None:
    assert texts(plot_rates(rates(items=ITEMS), labels=LABELS)) == {}


def test_cautions_about_codes_do_not_go_with_themes() -> None:
    told = cautions({("BET-IDEE", "ouders", "jeugdigen"): (0.5, ONE)}, by="code")
    with pytest.raises(TableError, match="are about codes, and the figure about thema's; pass cautions of the same"):
        plot_rates(rates(items=ITEMS), cautions=told, labels=LABELS)


def test_a_withheld_perspective_is_named_with_its_reason() -> None:
    figure = plot_rates(rates(perspectives=FOUR, items=ITEMS, withheld="beleid"), labels=LABELS)
    assert figure.texts[-1].get_text() == f"Niet getoond: Beleid (n = 4; {FEW})."
    assert "beleid" not in [line.get_label() for line in figure.axes[0].lines]


def test_of_many_codes_those_of_most_speakers_are_drawn() -> None:
    codes = [f"X-{at}" for at in range(90)]
    figure = plot_rates(rates(items=codes, by="code"), labels=LABELS)
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == codes[-16:]
    assert "Van 90 codes staan er 16 in de figuur" in figure.texts[-1].get_text()


def test_another_measure_is_refused() -> None:
    with pytest.raises(TableError, match='measure: is "count"; use one of share, rate'):
        plot_rates(rates(), measure="count", labels=LABELS)


def test_intervals_and_lines_have_the_ink_of_their_perspective() -> None:
    ax = plot_rates(rates(), labels=LABELS).axes[0]
    inks = {name: style.ink for name, style in zip(THREE, PERSPECTIVES, strict=False)}
    assert {str(line.get_label()): line.get_color() for line in ax.lines} == inks
    drawn = {str(lines.get_label()).removesuffix(" interval"): lines for lines in ax.collections}
    assert {name: to_hex(lines.get_color()[0]).upper() for name, lines in drawn.items()} == inks  # type: ignore[attr-defined]


def test_a_theme_with_a_decided_difference_is_drawn_whoever_mentions_it() -> None:
    usual = plot_rates(rates(items=ITEMS), labels=LABELS, most=2)
    assert {item for item, _ in find_marks(usual)} == {"LAT", "LAB"}
    first = plot_rates(rates(items=ITEMS), labels=LABELS, most=2, first=["ERB"])
    assert {item for item, _ in find_marks(first)} == {"ERB", "LAB"}
    assert "met de meeste sprekers, en waar een verschil vaststaat" in first.texts[-1].get_text().replace("\n", " ")
