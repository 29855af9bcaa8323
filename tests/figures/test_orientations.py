"""The orientations figure is asked what it drew."""

import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_orientations
from tests.figures.samples import LABELS, ORIENTATIONS, orientations

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
    drawn = bars(plot_orientations(orientations(SHARES), labels=LABELS))
    assert list(drawn) == list(ORIENTATIONS)
    assert drawn["normaliserend"] == [(0.0, 0.5), (0.0, 0.25), (0.0, 1.0)]
    assert drawn["neutraal"] == [(0.5, 0.25), (0.25, 0.05)]
    assert drawn["problematiserend"] == [(0.75, 0.25), (0.3, 0.7)]


def lines(figure: Figure) -> dict[str, tuple[list[float], float]]:
    """Return from where to where each line goes, and how far it is from the middle of its bar."""
    return {
        str(line.get_label()): (
            [round(float(x), 6) for x in line.get_xdata()],
            round(float(line.get_ydata()[0]) % 1, 2),
        )
        for line in figure.axes[0].lines
    }


def test_percentages_and_intervals_stand_in_the_bars_and_n_in_the_names() -> None:
    drawn = texts(plot_orientations(orientations(SHARES), labels=LABELS))
    assert [text for text in drawn if "%" in text or "(" in text] == [
        *("50%", "(25\N{EN DASH}75)", "25%", "(12\N{EN DASH}62)", "100%", "(50\N{EN DASH}100)"),
        *("25%", "(12\N{EN DASH}62)", "neutraal 5% (2\N{EN DASH}52)"),
        *("25%", "(12\N{EN DASH}62)", "70%", "(35\N{EN DASH}85)"),
    ]
    assert [text for text in drawn if "%" not in text and "(" not in text] == [
        "Ouders",
        "3 sprekers, 6 vermeldingen",
        "Jeugdigen",
        "3 sprekers, 6 vermeldingen",
        "Professionals",
        "3 sprekers, 6 vermeldingen",
    ]


def test_a_line_above_a_bar_for_where_its_first_part_ends_and_one_under_it_for_where_the_last_begins() -> None:
    shares = {"ouders": (0.5, 0.25, 0.25), "jeugdigen": (0.2, 0.0, 0.8)}
    assert lines(plot_orientations(orientations(shares), labels=LABELS)) == {
        "ouders normaliserend interval": ([0.25, 0.75], 0.69),
        "ouders problematiserend interval": ([0.375, 0.875], 0.31),
        "jeugdigen normaliserend interval": ([0.1, 0.6], 0.69),
        "jeugdigen problematiserend interval": ([0.1, 0.6], 0.31),
    }


def test_a_withheld_perspective_has_no_bar_and_is_named() -> None:
    figure = plot_orientations(orientations(SHARES, withheld="jeugdigen"), labels=LABELS)
    assert bars(figure)["normaliserend"] == [(0.0, 0.5), (0.0, 1.0)]
    assert figure.texts[-1].get_text() == "Niet getoond: Jeugdigen (n = 2; te weinig sprekers (minder dan 3))."
    alone = plot_orientations(orientations({"ouders": (0.5, 0.25, 0.25)}, withheld="ouders"), labels=LABELS)
    assert (alone.axes, alone.texts[-1].get_text()) == ([], "niet getoond")


def test_narrow_parts_have_their_numbers_beside_the_lines() -> None:
    figure = plot_orientations(orientations({"ouders": (0.02, 0.02, 0.96)}), labels=LABELS)
    drawn = {text.get_text(): text for text in figure.axes[0].texts}
    own, other = drawn["2% (1\N{EN DASH}51)"], drawn["neutraal 2% (1\N{EN DASH}51)"]
    assert [text.get_position()[1] for text in (own, other)] == [pytest.approx(-0.26), pytest.approx(0.26)]
    boxes = [thing.get_window_extent() for thing in (own, other, *figure.axes[0].lines, *figure.axes[0].patches)]
    assert not any(one.overlaps(thing) for one in boxes[:2] for thing in boxes if one is not thing)


def test_where_a_line_leaves_no_room_the_number_stands_beyond_it() -> None:
    table = orientations({"ouders": (0.02, 0.98, 0.0)})
    figure = plot_orientations(table.assign(low=0.0, high=1.0), labels=LABELS)
    [number] = [text for text in figure.axes[0].texts if text.get_text() == "2% (0\N{EN DASH}100)"]
    assert number.get_position()[1] == pytest.approx(-0.37)
    assert not number.get_window_extent().overlaps(figure.axes[0].lines[0].get_window_extent())


def test_no_mentions_is_said() -> None:
    figure = plot_orientations(
        orientations({"ouders": (0.5, 0.5, 0.0), "jeugdigen": (None, None, None)}), labels=LABELS
    )
    assert not any(name.startswith("jeugdigen") for name in lines(figure))
    assert "geen vermeldingen" in texts(figure)
    assert "0 sprekers, 0 vermeldingen" in texts(figure)


def test_four_perspectives_and_english() -> None:
    counts = orientations(SHARES | {"beleid": (0.2, 0.3, 0.5)})
    figure = plot_orientations(counts, labels=LABELS, language="en")
    assert len(bars(figure)["normaliserend"]) == 4
    assert texts(figure)[-2:] == ["Beleid", "3 speakers, 6 mentions"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["normalising", "neutral", "problematising"]


def test_another_orientation_is_refused() -> None:
    counts = orientations(SHARES).astype({"orientation": str})
    counts.loc[4, "orientation"] = "neutral"
    with pytest.raises(TableError, match='row 4: orientation is "neutral"; use one of normaliserend, neutraal, prob'):
        plot_orientations(counts, labels=LABELS)
