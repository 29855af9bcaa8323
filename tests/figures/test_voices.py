"""The matrix of voices is asked what it drew."""

from matplotlib.figure import Figure

from perspectieven.figures import plot_voices
from perspectieven.figures.drawing import find_marks
from tests.figures.comparison_samples import FEW, voices
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
    """Return how long each bar is, as part of the longest that there can be."""
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
        "ouders school affirmed": 0.2,
        "jeugdigen ouders negated": 0.4,
    }


def test_parts_in_numbers_stand_in_every_cell_or_in_none() -> None:
    some = {("ouders", "own", "affirmed"): 267, ("ouders", "own", "negated"): 17, ("ouders", "own", "hypothetical"): 7}
    few = {("jeugdigen", "own", "affirmed"): 4, ("jeugdigen", "own", "negated"): 1}
    holders = ("own", *FOUR, "school")
    counts = some | few | {("ouders", "school", "affirmed"): 1}
    figure = plot_voices(voices(counts, holders), labels=LABELS)
    told = [cell(figure, row, 0)[-1].split("\n")[0] for row in (0, 1)]
    assert told == ["267 + 17 + 7", "4 + 1 + 0"]
    more = plot_voices(voices(counts | {("ouders", "own", "negated"): 1_717_171_717_171}, holders), labels=LABELS)
    assert [cell(more, row, 0)[-1].split(" ")[0] for row in (0, 1)] == ["100%", "100%"]


def test_every_cell_has_its_number() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS)
    assert cell(figure, 0, 0) == ["10", "6 + 3 + 1\n83% (42\N{EN DASH}92)"]
    none = ["0", "0% (0\N{EN DASH}50)"]
    assert [cell(figure, 1, at) for at in range(4)] == [none, ["4", "0 + 4 + 0\n100% (50\N{EN DASH}100)"], none, none]


def test_what_is_told_once_is_not_told_never() -> None:
    counts = {("ouders", "own", "affirmed"): 999, ("ouders", "school", "affirmed"): 1}
    figure = plot_voices(voices(counts, HOLDERS), labels=LABELS)
    assert [cell(figure, 0, at) for at in range(3)] == [
        ["999", "100% (50\N{EN DASH}100)"],
        ["0", "0% (0\N{EN DASH}50)"],
        ["1", "<1% (0\N{EN DASH}50)"],
    ]


def test_a_perspective_that_says_nothing_has_no_shares() -> None:
    table = voices(COUNTS, HOLDERS)
    table.loc[table["perspective"] == "jeugdigen", ["share_holder", "low_holder", "high_holder"]] = None
    figure = plot_voices(
        table.assign(n_coded=table["n_coded"].where(table["perspective"] == "ouders", 0)), labels=LABELS
    )
    assert cell(figure, 1, 0) == ["0", ""]


def test_a_withheld_perspective_has_no_row_and_is_named() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS, withheld="jeugdigen"), labels=LABELS)
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["Ouders\n(n = 9)"]
    assert figure.texts[-1].get_text() == f"Niet getoond: Jeugdigen (n = 8; {FEW})."
    only = {key: n for key, n in COUNTS.items() if key[0] == "jeugdigen"}
    alone = plot_voices(voices(only, HOLDERS, withheld="jeugdigen"), labels=LABELS)
    assert (alone.axes, alone.texts[-1].get_text()) == ([], "niet getoond")


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
    assert list(looks) == ["affirmed", "denied", "as a possibility"]
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


def test_where_rows_are_low_the_interval_stays_and_the_bar_alone_shows_the_parts() -> None:
    counts = {(name, "own", stance): 300 for name in FOUR for stance in ("affirmed", "negated")}
    figure = plot_voices(voices(counts, ("own", *FOUR)), labels=LABELS)
    assert sorted(cell(figure, 0, 0)) == ["300 + 300 + 0\n100% (50\N{EN DASH}100)", "600"]
    large = figure.with_size("class")
    assert sorted(cell(large, 0, 0)) == ["100%\n(50\N{EN DASH}100)", "600"]
    ax = large.axes[0]
    for text in ax.texts:  # all that is in a cell stays in it
        box = text.get_window_extent().transformed(ax.transData.inverted())
        assert {round(box.y0), round(box.y1)} == {round(text.get_position()[1])}


def test_cells_can_be_linked_by_holder_and_perspective() -> None:
    figure = plot_voices(voices(COUNTS, HOLDERS), labels=LABELS)
    cells = {("own", "ouders"), ("school", "ouders"), ("ouders", "jeugdigen")}
    bars = {(f"{holder}-{stance}", name) for name, holder, stance in COUNTS}
    assert set(find_marks(figure)) == cells | bars
