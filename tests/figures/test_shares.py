"""The shares figure is asked what it drew."""

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_shares
from tests.figures.samples import CODES, FOUR, LABELS, THEMES, THREE, theme_counts


def marks(ax: Axes) -> dict[str, list[float]]:
    return {str(line.get_label()): list(np.asarray(line.get_xdata(), float)) for line in ax.lines}


def row_names(ax: Axes) -> list[str]:
    return [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]


def key(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.legends[0].get_texts()]


def test_a_row_per_theme_in_the_order_of_the_lexicon_from_the_top() -> None:
    ax = plot_shares(theme_counts(), labels=LABELS).axes[0]
    assert row_names(ax) == list(THEMES.values())
    assert ax.yaxis_inverted()


def test_a_mark_per_theme_and_perspective_at_its_share() -> None:
    counts = theme_counts()
    drawn = marks(plot_shares(counts, labels=LABELS).axes[0])
    assert list(drawn) == list(THREE)
    for perspective in THREE:
        assert drawn[perspective] == list(counts.loc[counts["perspective"] == perspective, "share_speakers"])


def test_marks_of_one_theme_lie_in_its_row_in_the_order_of_the_study() -> None:
    ax = plot_shares(theme_counts(), labels=LABELS).axes[0]
    for row in range(len(THEMES)):
        heights = [float(np.asarray(line.get_ydata())[row]) for line in ax.lines]
        assert heights == sorted(heights)
        assert all(row - 0.5 < height < row + 0.5 for height in heights)


def test_intervals_run_from_low_to_high() -> None:
    counts = theme_counts()
    ax = plot_shares(counts, labels=LABELS).axes[0]
    drawn = {c.get_label(): [(line[0][0], line[1][0]) for line in c.get_segments()] for c in ax.collections}
    own = counts[counts["perspective"] == "jeugdigen"]
    assert drawn["jeugdigen interval"] == list(zip(own["low"], own["high"], strict=True))


def test_the_key_has_the_number_of_speakers_and_the_axis_percentages() -> None:
    figure = plot_shares(theme_counts(), labels=LABELS)
    assert key(figure) == ["Ouders (n = 9)", "Jeugdigen (n = 8)", "Professionals (n = 10)"]
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["0%", "25%", "50%", "75%", "100%"]


def test_a_perspective_without_speakers_is_named_and_has_no_mark() -> None:
    figure = plot_shares(theme_counts(perspectives=FOUR, silent="beleid"), labels=LABELS)
    assert "Beleid (geen sprekers)" in key(figure)
    assert list(marks(figure.axes[0])) == list(THREE)


def test_four_perspectives_with_the_colours_of_their_places() -> None:
    three = {line.get_label(): line.get_color() for line in plot_shares(theme_counts(), labels=LABELS).axes[0].lines}
    figure = plot_shares(theme_counts(perspectives=FOUR), labels=LABELS)
    four = {line.get_label(): line.get_color() for line in figure.axes[0].lines}
    assert list(four) == list(FOUR)
    assert four | three == four
    assert len(set(four.values())) == 4
    assert len({line.get_marker() for line in figure.axes[0].lines}) == 4


def test_a_perspective_left_out_does_not_change_the_colours_of_the_others() -> None:
    counts = theme_counts()
    all_of_them = {line.get_label(): line.get_color() for line in plot_shares(counts, labels=LABELS).axes[0].lines}
    figure = plot_shares(counts[counts["perspective"] != "ouders"], labels=LABELS)
    some = {line.get_label(): line.get_color() for line in figure.axes[0].lines}
    assert some == {name: all_of_them[name] for name in ("jeugdigen", "professionals")}


def test_codes_and_ids_without_a_label() -> None:
    figure = plot_shares(theme_counts(items=[*CODES, "ERB-NIEUW"], by="code"), labels=LABELS)
    assert row_names(figure.axes[0]) == [*CODES.values(), "ERB-NIEUW"]
    assert figure.texts[0].get_text() == "Welk deel van de sprekers noemt de code?"


def test_english() -> None:
    figure = plot_shares(theme_counts(perspectives=FOUR, silent="beleid"), labels=LABELS, language="en")
    assert figure.texts[0].get_text() == "Which share of speakers mentions the theme?"
    assert "Beleid (no speakers)" in key(figure)


def test_of_more_than_a_page_holds_the_most_mentioned_are_drawn_and_the_others_counted() -> None:
    counts = theme_counts(items=[f"C{at}" for at in range(93)], by="code")
    counts["n_speakers_coded"] = counts["code"].astype(str).str[1:].astype(int)
    figure = plot_shares(counts, labels={})
    assert list(figure.get_size_inches()) == [10.24, 7.68]
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert names == [f"C{at}" for at in range(93 - len(names), 93)]
    assert len(names) > 14
    assert f"Van 93 codes staan er {len(names)} in de figuur" in figure.texts[-1].get_text()


def test_a_percentage_is_refused() -> None:
    counts = theme_counts(items=["ERB", "GRE"])
    counts.loc[counts["share_speakers"] > 0, "share_speakers"] *= 100
    with pytest.raises(TableError, match=r"row 1: share_speakers is 11\.1111; a share is at most 1, divide"):
        plot_shares(counts, labels=LABELS)
