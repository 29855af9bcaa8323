"""The map is asked what it drew, and whether its names can be read."""

from itertools import combinations

import numpy as np
from matplotlib.figure import Figure

from perspectieven.figures import plot_correspondence
from tests.figures.comparison_samples import FEW, correspondence
from tests.figures.samples import FOUR, LABELS, THEMES, THREE

PLACES: dict[str, tuple[float | None, float | None]] = {
    "ouders": (0.0, -0.5),
    "jeugdigen": (-0.5, 0.2),
    "professionals": (0.5, 0.1),
    "ERB": (0.0, 0.0),
    "LAT": (-1.0, 0.4),
    "LAB": (0.1, -0.8),
}


def places(figure: Figure) -> dict[str, tuple[float, float]]:
    return {
        str(line.get_label()): (float(np.asarray(line.get_xdata())[0]), float(np.asarray(line.get_ydata())[0]))
        for line in figure.axes[0].lines
        if line.get_label() in {*FOUR, *THEMES}
    }


def names(figure: Figure) -> list[str]:
    return sorted(text.get_text().replace("\n", " ") for text in figure.axes[0].texts)


def test_points_lie_where_the_table_says() -> None:
    assert places(plot_correspondence(correspondence(PLACES), labels=LABELS)) == PLACES


def test_intervals_cross_on_their_point() -> None:
    ax = plot_correspondence(correspondence(PLACES), labels=LABELS).axes[0]
    found = [c.get_segments()[0].round(2).tolist() for c in ax.collections if c.get_label() == "LAT interval"]
    assert found == [[[-1.1, 0.4], [-0.9, 0.4]], [[-1.0, 0.3], [-1.0, 0.5]]]


def test_names_are_short_and_tell_how_many_speakers() -> None:
    figure = plot_correspondence(correspondence(PLACES), labels=LABELS)
    assert names(figure) == [
        "De lat", "Erbij horen", "Jeugdigen (n = 9)", "Labelen, problematiseren en medicaliseren",
        "Ouders (n = 9)", "Professionals (n = 9)",
    ]  # fmt: skip
    assert figure.axes[0].get_xlabel().count("60% van de verschillen") == 2


def test_names_do_not_cover_each_other() -> None:
    around = np.linspace(0, 2 * np.pi, len(THEMES), endpoint=False)
    many = {name: (float(np.cos(at)), float(np.sin(at))) for name, at in zip(THEMES, around, strict=True)}
    figure = plot_correspondence(correspondence(PLACES | many), labels=LABELS)
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(boxes) == 3 + len(THEMES)
    assert [one for one, other in combinations(boxes, 2) if one.overlaps(other)] == []


def test_the_alternative_text_says_what_lies_in_which_direction() -> None:
    figure = plot_correspondence(correspondence(PLACES), labels=LABELS)
    assert "In de richting van Jeugdigen (n = 9): De lat." in figure.alt


def test_two_perspectives_have_one_axis() -> None:
    flat = {name: (place[0], None) for name, place in PLACES.items() if name != "professionals"}
    figure = plot_correspondence(correspondence(flat, perspectives=THREE[:2]), labels=LABELS)
    assert figure.texts[-1].get_text() == "Er is één as; de hoogte in de figuur zegt niets."
    assert {name: x for name, (x, _) in places(figure).items()} == {name: place[0] for name, place in flat.items()}
    assert len({y for _, y in places(figure).values()}) == len(flat)


def test_of_three_perspectives_two_axes_show_all_there_is() -> None:
    table = correspondence(PLACES)
    shares = table.assign(share_inertia=table["dimension"].map({1: 0.67, 2: 0.33}))
    note = "Bij drie groepen zijn twee assen samen altijd 100%."
    assert plot_correspondence(shares, labels=LABELS).texts[-1].get_text() == note
    assert note not in plot_correspondence(table, labels=LABELS).alt


def test_an_interval_that_leaves_the_map_is_told() -> None:
    table = correspondence(PLACES)
    wide = table.assign(high=table["high"].where(table["point"] != "LAT", 9.0))
    assert plot_correspondence(wide, labels=LABELS).texts[-1].get_text() == "Een lijn tot de rand loopt door."
    assert "tot de rand" not in plot_correspondence(table, labels=LABELS).alt


def test_what_has_no_place_is_said() -> None:
    table = correspondence(
        PLACES | {"NET": (None, None), "beleid": (None, None)}, perspectives=FOUR, withheld=["beleid"]
    )
    notes = plot_correspondence(table, labels=LABELS).texts[-1].get_text().split("\n")
    assert notes == [
        f"Niet getoond: Beleid (n = 9; {FEW}).",
        "Niet op de kaart, want door niemand genoemd: Steunend netwerk.",
    ]


def test_of_many_codes_those_that_tell_most_apart_are_drawn() -> None:
    codes = {f"X-{at}": (at / 90, 0.0) for at in range(90)}
    three = {name: PLACES[name] for name in THREE}
    figure = plot_correspondence(correspondence(three | codes, by="code"), labels=LABELS, language="en")
    drawn = [str(line.get_label()) for line in figure.axes[0].lines if str(line.get_label()) in codes]
    assert sorted(drawn) == sorted(list(codes)[-18:])
    assert "Of 90 codes 18 are in the figure" in figure.texts[-1].get_text()
