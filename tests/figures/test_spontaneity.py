"""The figure of spontaneity is asked what it drew."""

from matplotlib.axes import Axes

from perspectieven.figures import plot_spontaneity
from tests.figures.comparison_samples import FEW, spontaneity
from tests.figures.samples import FOUR, LABELS

COUNTS = {
    ("ouders", "ERB"): (8, 8),
    ("ouders", "LAB"): (2, 9),
    ("jeugdigen", "ERB"): (5, 6),
    ("jeugdigen", "LAB"): (0, 0),
}


def bars(ax: Axes, name: str) -> list[tuple[float, float]]:
    """Return where each bar begins and how long it is."""
    container = next(c for c in ax.containers if c.get_label() == name)
    return [(round(bar.get_x(), 3), round(bar.get_width(), 3)) for bar in container.patches]


def test_unasked_and_only_asked_add_up_to_who_mentions_it() -> None:
    ax = plot_spontaneity(spontaneity(COUNTS), labels=LABELS).axes[0]
    assert bars(ax, "ouders unasked") == [(0, 0.8), (0, 0.2)]
    assert bars(ax, "ouders asked") == [(0.8, 0), (0.2, 0.7)]


def test_mainly_prompted_is_said_in_words_in_its_row() -> None:
    figure = plot_spontaneity(spontaneity(COUNTS), labels=LABELS)
    assert [[(text.get_text(), round(text.get_position()[1])) for text in ax.texts] for ax in figure.axes] == [
        [("vooral uitgelokt", 1)],
        [],
    ]
    assert (
        "Ouders (n = 10): Labelen, problematiseren en medicaliseren vooral uitgelokt (2/9 uit zichzelf)." in figure.alt
    )


def test_four_perspectives_and_one_withheld() -> None:
    table = spontaneity({(name, "ERB"): (1, 2) for name in FOUR}, perspectives=FOUR, withheld="beleid")
    figure = plot_spontaneity(table, labels=LABELS)
    assert [ax.get_title(loc="left") for ax in figure.axes] == [
        "Ouders (n = 10)", "Jeugdigen (n = 10)", "Professionals (n = 10)",
    ]  # fmt: skip
    assert figure.texts[-1].get_text() == f"Niet getoond: Beleid (n = 10; {FEW})."


def test_of_many_codes_those_asked_after_come_first() -> None:
    counts = {("ouders", f"X-{at}"): (5, 5) for at in range(90)} | {("ouders", "X-77"): (1, 4)}
    figure = plot_spontaneity(spontaneity(counts, by="code"), labels=LABELS, language="en")
    drawn = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert drawn == [*(f"X-{at}" for at in range(11)), "X-77"]
    assert "Of 90 codes 12 are in the figure" in figure.texts[-1].get_text()
