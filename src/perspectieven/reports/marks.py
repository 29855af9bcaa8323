"""The marks of figures as links: a bar that is clicked opens its quotes."""

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations

from perspectieven.figures.drawing import mark_id
from perspectieven.reports.svg import Link
from perspectieven.reports.view import Number
from perspectieven.reports.words import MISSING


def link_marks(
    perspectives: Mapping[str, str],
    themes: Mapping[str, str],
    items: Sequence[str],
    number: Callable[[str, str], Number],
) -> dict[str, Link]:
    """Return, by the id of a mark, the link that it becomes; without quotes or mentions behind it there is none.

    Parameters
    ----------
    perspectives, themes : mapping
        Id to label; only the perspectives that are shown. A mark that compares two of them opens the quotes of both.
    items : sequence of str
        Themes, codes and orientations.
    number : callable
        From an item and a perspective to what the mark shows.
    """
    links = {
        mark_id(item, perspective): _as_link(shown)
        for perspective in perspectives
        for item in items
        if (shown := number(item, perspective)).target
    }
    for theme, label in themes.items():
        for pair in permutations(perspectives, 2):
            sides = {perspectives[perspective]: number(theme, perspective) for perspective in pair}
            if any(side.target for side in sides.values()):
                links[mark_id(theme, *pair)] = _as_link(_compare(theme, label, sides))
    return links


def _compare(theme: str, label: str, sides: Mapping[str, Number]) -> Number:
    between = f" {MISSING} "
    return Number(
        between.join(side.text for side in sides.values()),
        f"thema.{theme}",
        " ".join(side.quotes for side in sides.values() if side.quotes),
        f"{label} · {between.join(sides)}",
        "; ".join(f"{who}: {side.note}" for who, side in sides.items() if side.note),
    )


def _as_link(number: Number) -> Link:
    return {
        "href": f"#{number.target}",
        "data-citaten": number.quotes,
        "data-noot": number.note,
        "aria-label": f"{number.text} · {number.about}",
    }
