"""The matrix of voices is asked what it drew."""

from matplotlib.figure import Figure

from perspectieven.figures import plot_voices
from perspectieven.figures.drawing import find_marks
from tests.figures.comparison_samples import voices
from tests.figures.samples import FOUR, LABELS

HOLDERS = ("own", "ouders", "jeugdigen", "school", "unknown")
COUNTS = {
    ("ouders", "own", "affirmed"): 6,
    ("ouders", "own", "negated"): 3,
    ("ouders", "own", "hypothetical"): 1,
    ("ouders", "school", "affirmed"): 2,
    ("jeugdigen", "ouders", "negated"): 4,
}


def bars(figure: Figure) -> dict[str, float]:
    """Return the part of its cell that each bar takes."""
    return {str(patch.get_label()): round(patch.get_width() / 0.8, 3) for patch in figure.axes[0].patches}


def cell(figure: Figure, row: int, column: int) -> list[str]:
    texts = figure.axes[0].texts
    return [
        text.get_text() for text in texts
        if text.get_position()[0] == column and abs(text.get_position()[1] - row) < 0.5
    ]  # fmt: skip


def test_bars_are_divided_by_stance() -> None:
    assert bars(plot_voices(voices(COUNTS, HOLDERS), labels=LABELS)) == {
        "ouders own affirmed": 0.6,
        "ouders own negated": 0.3,
        "ouders own hypothetical": 0.1,
        "ouders school affirmed": 1,
        "jeugdigen ouders negated": 1,
    }


def test_every_cell_has_its_number() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS)
    assert cell(figure, 0, 0) == ["10", "6 + 3 + 1"]
    assert [cell(figure, 1, at) for at in range(4)] == [["0"], ["4", "0 + 4 + 0"], ["0"], ["0"]]


def test_rows_and_columns_are_named() -> None:
    ax = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS).axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Ouders\n(n = 9)", "Jeugdigen\n(n = 8)"]
    columns = [label.get_text() for label in ax.get_xticklabels()]
    assert columns == ["eigen kijk", "Ouders", "Jeugdigen", "school"]  # nobody is left unsaid, so there is no column


def test_stances_differ_without_colour() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS, language="en")
    looks = {
        patch.get_label(): (patch.get_facecolor()[:3], patch.get_hatch()) for patch in figure.legends[0].get_patches()
    }
    assert list(looks) == ["affirmed", "denied", "supposed"]
    assert len(set(looks.values())) == 3


def test_four_perspectives_keep_their_columns_and_what_is_left_out_is_counted() -> None:
    holders = ("own", *FOUR, "school", "gemeente", "jgz")
    counts = {(name, "own", "affirmed"): 5 for name in FOUR}
    counts |= {
        ("ouders", "school", "affirmed"): 3,
        ("ouders", "gemeente", "affirmed"): 2,
        ("ouders", "jgz", "negated"): 1,
    }
    figure = plot_voices(voices(counts, holders), labels=LABELS)
    columns = [label.get_text() for label in figure.axes[0].get_xticklabels()]
    assert columns == ["eigen kijk", "Ouders", "Jeugdigen", "Professionals", "Beleid", "school"]
    assert figure.texts[-1].get_text() == "Niet getekend: gemeente, jgz; vermeldingen: 3."


def test_cells_can_be_linked_by_holder_and_perspective() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS)
    cells = {("own", "ouders"), ("school", "ouders"), ("ouders", "jeugdigen")}
    bars = {(f"{holder}-{stance}", name) for name, holder, stance in COUNTS}
    assert set(find_marks(figure)) == cells | bars
