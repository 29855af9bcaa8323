"""The shared vocabulary is asked what it drew."""

import pytest
from matplotlib.figure import Figure

from perspectieven.errors import TableError
from perspectieven.figures import plot_sets
from tests.figures.samples import FOUR, LABELS, THREE, shared

HOLDERS = {"ERB": THREE, "LAB": THREE, "GRE": ("ouders", "professionals"), "NET": ("jeugdigen",), "SYS": ()}


def bars(figure: Figure) -> dict[str, float]:
    """Return how long each bar is, against the longest."""
    widths = {str(bar.get_label()): bar.patches[0].get_width() for bar in figure.axes[0].containers}
    return {name: round(width / max(widths.values()), 3) for name, width in widths.items()}


def texts(figure: Figure) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in figure.axes[0].texts]


def test_a_bar_per_set_the_widest_first() -> None:
    figure = plot_sets(shared(HOLDERS), THREE, labels=LABELS)
    assert bars(figure) == {"ouders + jeugdigen + professionals": 1, "ouders + professionals": 0.5, "jeugdigen": 0.5}


def test_sets_are_named_with_their_number_and_their_codes() -> None:
    assert texts(plot_sets(shared(HOLDERS), THREE, labels=LABELS)) == [
        "Alle drie", "2", "Erbij horen · Labelen, problematiseren en medicaliseren",
        "Ouders + Professionals", "1", "De grens",
        "Eigen: Jeugdigen", "1", "Steunend netwerk",
    ]  # fmt: skip


def test_marks_say_who_is_in_a_set() -> None:
    ax = plot_sets(shared(HOLDERS), THREE, labels=LABELS).axes[0]
    labels = [str(line.get_label()) for line in ax.lines]
    assert [labels.count(name) for name in THREE] == [2, 2, 2]
    assert [labels.count(f"{name} not") for name in THREE] == [1, 1, 1]
    assert labels.count("together") == 2


def test_what_nobody_holds_is_counted() -> None:
    figure = plot_sets(shared(HOLDERS), THREE, labels=LABELS)
    assert figure.texts[-1].get_text() == "Bij geen enkel perspectief door genoeg sprekers genoemd: 1 thema's."


def test_nothing_shared_by_all_is_a_result() -> None:
    assert texts(plot_sets(shared({"NET": ("jeugdigen",)}), THREE, labels=LABELS))[:3] == ["Alle drie", "0", "geen"]


def test_of_many_codes_the_rest_is_counted() -> None:
    names = [f"Een code met een lange naam {at}" for at in range(90)]
    figure = plot_sets(shared({f"X-{at}": THREE for at in range(90)}, by="code"), THREE, labels=dict(
        LABELS, **{f"X-{at}": name for at, name in enumerate(names)}))  # fmt: skip
    told = texts(figure)[2]
    shown = told.count("Een code")
    assert 10 < shown < 90
    assert told.endswith(f"en nog {90 - shown}")
    assert figure.get_size_inches()[1] == 7.68


def test_four_perspectives_in_english() -> None:
    figure = plot_sets(shared({"ERB": FOUR, "NET": FOUR[:3]}), FOUR, labels=LABELS, language="en")
    assert texts(figure)[::3] == ["All four", "Ouders + Jeugdigen + Professionals"]


def test_an_unknown_perspective_is_refused() -> None:
    with pytest.raises(TableError, match='row 0: shared_by has "beleid"; use ouders, jeugdigen, professionals, or'):
        plot_sets(shared({"ERB": FOUR}), THREE, labels=LABELS)
