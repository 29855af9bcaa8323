"""The style keeps its promises about colours, words and numbers."""

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from itertools import pairwise
from string import Formatter

import pytest
from matplotlib import colormaps
from matplotlib.colors import to_hex, to_rgb

from perspectieven import figures
from perspectieven.errors import TableError
from perspectieven.figures.pages import drawing_for
from perspectieven.figures.style import (
    HEATMAP,
    LABELS,
    ORIENTATIONS,
    PERSPECTIVES,
    fixed_words,
    style_perspectives,
    wrap,
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def lightness(colour: str) -> float:
    """Lightness as the eye sees it, CIE L*, 0 to 100."""
    light = luminance(colour)
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def words_of_figures() -> dict[str, Mapping[str, Mapping[str, str]]]:
    """Return the fixed words of every figure module that has its own, and those that they share."""
    names = [module.name for module in pkgutil.iter_modules(figures.__path__)]
    modules = {name: import_module(f"{figures.__name__}.{name}") for name in names}
    return {"style": LABELS} | {name: module._WORDS for name, module in modules.items() if hasattr(module, "_WORDS")}


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    found = words_of_figures()
    assert {"style", "shares", "heatmap", "orientations", "shared", "positions"} <= set(found)
    for name, words in found.items():
        assert list(words) == ["nl", "en"], name
        blanks = [
            {key: sorted(field for _, field, _, _ in Formatter().parse(text) if field) for key, text in those.items()}
            for those in words.values()
        ]
        assert blanks[0] == blanks[1], name


def test_perspectives_differ_in_colour_and_in_shape() -> None:
    assert len(PERSPECTIVES) == 6
    assert len({style.fill for style in PERSPECTIVES}) == 6
    assert len({style.marker for style in PERSPECTIVES}) == 6
    assert len({style.dashes for style in PERSPECTIVES}) == 6


def test_the_first_four_perspectives_differ_in_grey() -> None:
    greys = sorted(lightness(style.fill) for style in PERSPECTIVES[:4])
    assert all(darker + 15 < lighter for darker, lighter in pairwise(greys))


def test_neighbours_differ_in_grey_or_in_shape_and_dashes() -> None:
    """15 steps of lightness (L*) of 100 tell two greys apart on a photocopy."""
    for one, other in pairwise(PERSPECTIVES):
        in_grey = abs(lightness(one.fill) - lightness(other.fill)) > 15
        assert in_grey or (one.marker != other.marker and one.dashes != other.dashes)


def test_orientations_differ_in_grey_from_their_neighbour_in_the_bar() -> None:
    """A bar has neither shape nor dashes, so that only lightness is left."""
    greys = [lightness(style.fill) for style in ORIENTATIONS.values()]
    assert all(abs(one - other) > 15 for one, other in pairwise(greys))


def test_a_darker_cell_of_the_heatmap_is_darker_in_grey_too() -> None:
    greys = [lightness(to_hex(colormaps[HEATMAP](step / 20))) for step in range(21)]
    assert all(darker < lighter for lighter, darker in pairwise(greys))


def test_names_can_be_read_on_white_and_percentages_in_their_bar() -> None:
    assert all(contrast(style.ink, "white") >= 4.5 for style in PERSPECTIVES)
    assert all(contrast(style.ink, style.fill) >= 4.5 for style in ORIENTATIONS.values())


def test_orientations_have_colours_of_their_own() -> None:
    assert tuple(ORIENTATIONS) == ("normaliserend", "neutraal", "problematiserend")
    assert not {style.fill for style in ORIENTATIONS.values()} & {style.fill for style in PERSPECTIVES}
    for name in ("normaliserend", "problematiserend"):
        red, green, blue = to_rgb(to_hex(ORIENTATIONS[name].fill))
        assert blue > min(red, green)  # neither the red nor the green of a traffic light


def test_a_seventh_perspective_is_refused() -> None:
    with pytest.raises(TableError, match="7 perspectives; at most 6 can be told apart, draw fewer"):
        style_perspectives([str(at) for at in range(7)])


def test_fixed_words_of_another_language_are_refused() -> None:
    with pytest.raises(TableError, match='language is "fy"; use one of nl, en'):
        fixed_words("fy")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("Kort", ["Kort"]),
        ("Labelen, problematiseren en medicaliseren", ["Labelen, problematiseren", "en medicaliseren"]),
        ("Eenwoorddatveelengerisdandebreedte past", ["Eenwoorddatveelengerisdandebreedte", "past"]),
    ],
)
def test_labels_break_between_words(text: str, lines: list[str]) -> None:
    assert wrap(text, 26).split("\n") == lines


def test_larger_letters_leave_fewer_on_a_line() -> None:
    text = "Handelen van ouders"
    assert wrap(text, 20) == text
    with drawing_for("class"):
        assert wrap(text, 20) == "Handelen\nvan ouders"
    assert wrap(text, 20) == text
