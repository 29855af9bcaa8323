"""The marks of figures as links: a bar that is clicked opens its quotes."""

from collections.abc import Callable, Mapping
from itertools import permutations

from perspectieven.figures.drawing import mark_id
from perspectieven.reports.items import set_item
from perspectieven.reports.shelves import anchor
from perspectieven.reports.svg import Link
from perspectieven.reports.view import Number
from perspectieven.reports.words import MISSING

Show = Callable[[str, str], Number]
"""From an item and a perspective to what a mark of these shows; without a target there is nothing behind it."""


def link_marks(perspectives: Mapping[str, str], marks: Mapping[str, str], show: Show) -> dict[str, Link]:
    """Return, by its id, the link that the mark of one perspective becomes.

    Parameters
    ----------
    perspectives : mapping
        Id to label; only those that are shown.
    marks : mapping
        What a mark is of in its figure, to the item of the report that is the same.
    """
    return {
        mark_id(mark, perspective): _as_link(shown)
        for perspective in perspectives
        for mark, item in marks.items()
        if (shown := show(item, perspective)).target
    }


def link_pairs(perspectives: Mapping[str, str], themes: Mapping[str, str], show: Show) -> dict[str, Link]:
    """Return, by its id, the link that the mark of two perspectives, or of all, becomes: to their quotes on a theme."""
    links = {}
    between = f" {MISSING} "
    for theme, label in themes.items():
        for names in (*permutations(perspectives, 2), tuple(perspectives)):
            sides = {perspectives[name]: show(theme, name) for name in names}
            if any(side.target for side in sides.values()):
                text, about = between.join(side.text for side in sides.values()), f"{label} · {between.join(sides)}"
                links[mark_id(theme, *names)] = _as_link(_join(text, f"thema.{theme}", about, sides))
    return links


def link_sets(
    perspectives: Mapping[str, str], sets: Mapping[tuple[str, ...], tuple[str, str]], show: Show
) -> dict[str, Link]:
    """Return, by its id, the link that the bar of what some perspectives share becomes: to the quotes of all of them.

    Parameters
    ----------
    sets : mapping
        Perspectives that share codes, to how many these are in words, and to what they are called together.
    """
    links = {}
    for names, (text, about) in sets.items():
        sides = {perspectives[name]: show(set_item(names), name) for name in names}
        target = anchor(set_item(names), names[0], kind="codes")
        links[mark_id("-".join(names), *names)] = _as_link(_join(text, target, about, sides))
    return links


def _join(text: str, target: str, about: str, sides: Mapping[str, Number]) -> Number:
    quotes = " ".join(side.quotes for side in sides.values() if side.quotes)
    return Number(
        text, target, quotes, about, "; ".join(f"{who}: {side.note}" for who, side in sides.items() if side.note)
    )


def _as_link(number: Number) -> Link:
    return {
        "href": f"#{number.target}",
        "data-citaten": number.quotes,
        "data-noot": number.note,
        "aria-label": f"{number.text} · {number.about}",
    }
