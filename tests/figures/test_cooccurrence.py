"""The network is asked what it drew."""

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_cooccurrence
from tests.figures.comparison_samples import FEW, cooccurrence
from tests.figures.samples import FOUR, LABELS, THEMES

PAIRS = {("ERB", "GRE"): (7, 1.2), ("ERB", "LAT"): (3, 0.4), ("GRE", "LAT"): (1, 1.5), ("LAB", "LAT"): (0, 0.0)}


def lines(figure: Figure) -> dict[str, tuple[str, float]]:
    """Return whether each line is solid or not, and how wide."""
    return {
        str(line.get_label()): (str(line.get_linestyle()), round(line.get_linewidth(), 1))
        for line in figure.axes[0].lines
        if " - " in str(line.get_label())
    }


def test_only_what_is_no_chance_is_solid_and_wide() -> None:
    figure = plot_cooccurrence(cooccurrence(PAIRS), perspective="ouders", labels=LABELS)
    assert lines(figure) == {"ERB - LAT": ("--", 1.2), "ERB - GRE": ("-", 5.9)}
    assert figure.texts[-1].get_text() == "Niet getekend: 1 andere paren; zie de tabel."


def test_numbers_of_speakers_stand_on_the_lines_that_are_no_chance() -> None:
    ax = plot_cooccurrence(cooccurrence(PAIRS), perspective="ouders", labels=LABELS).axes[0]
    assert [text.get_text() for text in ax.texts if text.get_text().isdigit()] == ["7"]


def test_a_pair_that_is_no_chance_is_drawn_however_seldom_its_themes_go_with_others() -> None:
    seldom = {("ERB", "GRE"): (9, 0.9), ("ERB", "LAT"): (8, 0.9), ("GRE", "LAT"): (8, 0.9), ("LAB", "BET"): (2, 1.4)}
    for most in (2, 3):
        figure = plot_cooccurrence(cooccurrence(seldom), perspective="ouders", most=most, labels=LABELS)
        assert lines(figure) == {"LAB - BET": ("-", 2.4)}


def test_without_a_pair_above_chance_there_are_words_and_no_network() -> None:
    chance = {pair: (n, 0.8) for pair, (n, _) in PAIRS.items()}
    figure = plot_cooccurrence(cooccurrence(chance), perspective="ouders", labels=LABELS)
    assert figure.axes == []
    assert "Er is geen netwerk" in figure.texts[1].get_text()
    said, pairs = (text.get_text().replace("\n", " ") for text in figure.texts[2:])
    assert said == "Geen twee thema's gaan duidelijk vaker samen dan bij toeval."
    assert "Erbij horen met De grens 7 van 9 sprekers, " in pairs
    assert "(95%: 0,8 tot " in pairs
    assert "LAT" not in pairs.replace(LABELS["LAT"], "LAT") or pairs.index("De grens") < pairs.index("De lat")
    assert said in figure.alt


def test_what_is_named_in_words_stays_on_the_page() -> None:
    long = {
        theme: f"{label.partition(':')[0]} {'en wat daar nog meer bij hoort ' * 4}" for theme, label in LABELS.items()
    }
    pairs = {(a, "LNW"): (2, 0.5) for a in list(THEMES)[:-1]}
    figure = plot_cooccurrence(cooccurrence(pairs), perspective="ouders", labels=long).with_size("class")
    assert min(text.get_window_extent().y0 for text in figure.texts) > 0


def test_no_pair_with_enough_speakers_is_said() -> None:
    figure = plot_cooccurrence(cooccurrence({("ERB", "GRE"): (1, 2.0)}), perspective="ouders", labels=LABELS)
    assert figure.texts[-1].get_text() == "Geen paren bij genoeg sprekers"


def test_lines_join_their_themes() -> None:
    ax = plot_cooccurrence(cooccurrence(PAIRS), perspective="ouders", labels=LABELS).axes[0]
    at = {str(line.get_label()): np.asarray(line.get_xydata()) for line in ax.lines}
    assert at["ERB - LAT"][0].tolist() == at["ERB"][0].tolist()
    assert at["ERB - LAT"][-1].tolist() == at["LAT"][0].tolist()


def test_places_are_the_same_for_every_perspective() -> None:
    def places(name: str) -> dict[str, list[float]]:
        ax = plot_cooccurrence(cooccurrence(PAIRS), perspective=name, labels=LABELS).axes[0]
        return {str(line.get_label()): np.asarray(line.get_xydata())[0].tolist() for line in ax.lines}

    assert places("ouders") == places("jeugdigen")


def test_names_do_not_cover_each_other() -> None:
    pairs = {(a, "LNW"): (2, 1.5) for a in list(THEMES)[:-1]}
    ax = plot_cooccurrence(cooccurrence(pairs), perspective="ouders", labels=LABELS).axes[0]
    boxes = [text.get_window_extent() for text in ax.texts if not text.get_text().isdigit()]
    assert len(boxes) == 16
    assert sum(one.overlaps(other) for one in boxes for other in boxes) == 16  # each only itself


def test_the_title_names_the_perspective_and_its_speakers() -> None:
    figure = plot_cooccurrence(cooccurrence(PAIRS, perspectives=FOUR), perspective="beleid", labels=LABELS)
    assert figure.texts[0].get_text() == "Beleid (n = 4): wat gaat samen?"
    assert "Vaker dan bij toeval: Erbij horen met De grens (7 sprekers)." in figure.alt


def test_a_withheld_perspective_says_why() -> None:
    figure = plot_cooccurrence(cooccurrence(PAIRS, withheld="ouders"), perspective="ouders", labels=LABELS)
    assert [text.get_text() for text in figure.texts[2:]] == [f"Niet getoond: Ouders (n = 9; {FEW}).", "niet getoond"]


def test_of_many_codes_those_of_most_speakers_are_drawn() -> None:
    codes = [f"X-{at:02}" for at in range(90)]
    pairs = {(a, b): (at + 2, 1.5) for at, (a, b) in enumerate(pairwise(codes))}
    table = cooccurrence(pairs, items=codes, by="code")
    figure = plot_cooccurrence(table, perspective="ouders", labels=LABELS, language="en")
    drawn = [str(line.get_label()) for line in figure.axes[0].lines if " - " not in str(line.get_label())]
    assert len(drawn) == 16
    assert "X-88" in drawn
    assert figure.texts[-1].get_text().startswith("Of 90 codes 16 are in the figure")


def test_another_perspective_or_reach_is_refused() -> None:
    with pytest.raises(TableError, match='has no "beleid"; use one of ouders') as error:
        plot_cooccurrence(cooccurrence(PAIRS), perspective="beleid", reach="week", labels=LABELS)
    assert 'is "week"; use one of turn, next' in str(error.value)
