"""A map of perspectives and themes: what lies in one direction is mentioned together more than by the others."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.comparison.correspondence import CORRESPONDENCE
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of
from perspectieven.figures.maps import LARGE, SPACING, Key, Map, Point, lay_out_map
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import Box, shorten
from perspectieven.figures.style import (
    FAINT,
    HEIGHT,
    INK,
    LINE,
    MARGIN,
    PAPER,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_percent,
    mark,
    style_perspectives,
    styled,
)

TOP = 1.3
"""Inches for the title."""
NAME = 1.9
"""Inches for a line of a name."""
LEADER = 0.25
"""Inches from which a name has a line to its point."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wie noemt wat meer dan de anderen?",
        "text": "In de richting van een perspectief ligt wat het meer noemt dan de andere.\n"
        "In het midden: ongeveer even vaak. Lijnen: 95%-interval over gesprekken.",
        "axis": "As {n}: {share} van de verschillen",
        "single": "Er is één as; de hoogte in de figuur zegt niets.",
        "three": "Bij drie groepen zijn twee assen samen altijd 100%.",
        "cut": "Een lijn tot de rand loopt door.",
        "no_place": "Niet op de kaart, want door niemand genoemd: {who}.",
        "spoken": "In de richting van {name}: {items}.",
    },
    "en": {
        "title": "Who mentions what more than the others?",
        "text": "In the direction of a perspective lies what it mentions more than the others.\n"
        "In the middle: about as often. Lines: 95% interval over conversations.",
        "axis": "Axis {n}: {share} of the differences",
        "single": "There is one axis; the height in the figure says nothing.",
        "three": "With three groups two axes together are always 100%.",
        "cut": "A line up to the edge goes on.",
        "no_place": "Not on the map, as nobody mentions them: {who}.",
        "spoken": "In the direction of {name}: {items}.",
    },
}


@styled()
def plot_correspondence(
    correspondence: pd.DataFrame, *, most: int = 18, labels: Mapping[str, str], language: str = "nl"
) -> Drawing:
    """Draw the first two dimensions of a correspondence analysis, with the intervals of the table as crosses.

    With one dimension (two perspectives) the points lie under each other, and the figure says so.

    Parameters
    ----------
    correspondence : DataFrame
        Schema `comparison.correspondence.CORRESPONDENCE`, of perspectives, about themes or codes.
    most : int
        Themes (or codes) to draw: those that tell perspectives apart most (their contribution to the two dimensions).
        The others are counted under the map.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a line (one mark) per point, named by its id, and a text per name.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"kind": "theme", "n_coded": 9, "contribution": 0.5, "inertia": 0.1, "share_inertia": 0.6}
    >>> rows = [row | {"point": "ERB", "dimension": at, "coordinate": at / 9} for at in (1, 2)]
    >>> figure = plot_correspondence(make_table(rows, CORRESPONDENCE), labels={"ERB": "Erbij horen: gewoon"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['Erbij horen']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(correspondence, CORRESPONDENCE)
    table = correspondence.astype({"kind": str, "point": str, "perspective": str, "withheld": bool})
    by = "code" if (table["kind"] == "code").any() else "theme"
    drawing = start_drawing(words["title"], words["text"])
    points = {name: table[table["dimension"] == at].set_index(["kind", "point"]) for at, name in ((1, "x"), (2, "y"))}
    placed = points["x"][points["x"]["coordinate"].notna()]
    if placed.empty:
        return say_empty(drawing, words["no_data"])
    names = [point for kind, point in placed.index if kind == "perspective"]
    there = [point for kind, point in placed.index if kind == by]
    weights = (placed["contribution"] * placed["share_inertia"]).add(
        (points["y"]["contribution"] * points["y"]["share_inertia"]).fillna(0), fill_value=0
    )
    absent = [point for kind, point in points["x"].index if kind == by and point not in there]
    single = bool(points["y"]["coordinate"].isna().all())
    styles = style_perspectives([name for name in order_of(correspondence["perspective"]) if name] or names)

    whole = _share_of(placed) + (0 if single else _share_of(points["y"]))
    three = not single and len(names) == 3 and math.isclose(whole, 1, abs_tol=0.005)

    def tell(items: Sequence[str], *, cut: bool) -> str:
        axes = words["single"] if single else words["three"] if three else ""
        return lay_out_notes(
            f"{axes} {words['cut'] if cut else ''}".strip(),
            name_withheld(table[table["kind"] == "perspective"], labels, words),
            name_left_out(items, there, by, "difference", labels, words),
            _list_absent(absent, by, labels, words),
        )

    items = choose_most({item: float(weights[by, item]) for item in there}, most)
    cut = False
    while True:
        notes = tell(items, cut=cut)
        bottom = 0.25 + measure_text(words["axis"])[1] + height_of(notes)
        # The names in the middle, where there is least room, are placed first.
        inward = sorted(items, key=lambda item: float(abs(placed["coordinate"][by, item])))
        ids = [*(("perspective", name) for name in names), *((by, item) for item in inward)]
        on_map = {key: _describe_point(key, -float(at), points, labels) for at, key in enumerate(ids)}
        page = Box(MARGIN, bottom, WIDTH - MARGIN, HEIGHT - TOP - drawing.lower)
        drawn = lay_out_map(on_map, page, one_scale=not single)
        crowded = drawn.find_crowded(by)
        if not crowded:
            if cut or not _is_cut(placed, points["y"], list(on_map), drawn):
                break
            cut = True
            continue
        least = min(crowded, key=lambda item: float(weights[by, item]))
        items = tuple(item for item in items if item != least)
    ax = add_panel(drawing, left=MARGIN, right=MARGIN, top=TOP, bottom=bottom)
    _draw_axes(ax, drawn, placed, points["y"], single=single, words=words)
    for key, point in on_map.items():
        name = key[1]
        colour = styles[name].ink if point.large else "#C4C4C4"
        look: dict[str, Any] = {"color": colour, "linewidth": 2.5 if point.large else 0.8}
        look |= {"zorder": 3 if point.large else 1, "label": f"{name} interval"}
        ax.hlines(point.y, placed["low"][key], placed["high"][key], **look)
        if not single:
            ax.vlines(point.x, points["y"]["low"][key], points["y"]["high"][key], **look)
        face = mark(styles[name], size=15) if point.large else {"color": INK, "marker": "o", "markersize": 6}
        ax.plot(point.x, point.y, **face, linestyle="none", label=name, zorder=5)
        ax.lines[-1].set_gid(None if point.large else mark_id(name, *names))
        _write_name(ax, key, point, drawn, styles[name].ink if point.large else INK)
    for name in names:
        close = _along({key: (point.x, point.y) for key, point in on_map.items()}, ("perspective", name), by)
        near = ", ".join(shorten(labels.get(item, item)) for item in close)
        drawing.alt += f" {words['spoken'].format(name=on_map['perspective', name].text, items=near or words['0'])}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _describe_point(key: Key, height: float, points: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> Point:
    """Return a point with its name; where there is one axis, at a height that says nothing."""
    (kind, name), across, up = key, points["x"].loc[[key]].iloc[0], points["y"].reindex([key]).iloc[0]
    x, y = float(across["coordinate"]), float(up["coordinate"])
    if kind != "perspective":
        text = break_text(shorten(labels.get(name, name)), NAME * current_page().letters)
        return Point(x, height if math.isnan(y) else y, text)
    text = f"{labels.get(name, name)} (n = {across['n_speakers']})"
    arms = [
        (float(row["low"]), float(row["high"])) if pd.notna(row["low"]) and pd.notna(row["high"]) else None
        for row in (across, up)
    ]
    return Point(x, height if math.isnan(y) else y, text, large=True, across=arms[0], up=arms[1])


def _share_of(axis: pd.DataFrame) -> float:
    """Return which part of the differences an axis shows, which is the same in all its rows."""
    return float(axis["share_inertia"].dropna().iloc[0])


def _is_cut(first: pd.DataFrame, second: pd.DataFrame, keys: Sequence[Key], drawn: Map) -> bool:
    """Say whether some interval does not end within the map."""
    left, right, bottom, top = drawn.limits
    places = pd.MultiIndex.from_tuples(keys)
    across, up = first.reindex(places), second.reindex(places)
    return bool(
        ((across["low"] < left) | (across["high"] > right)).any() or ((up["low"] < bottom) | (up["high"] > top)).any()
    )


def _list_absent(absent: list[str], by: str, labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    if not absent:
        return ""
    who = ", ".join(shorten(labels.get(item, item)) for item in absent)
    return words["no_place"].format(who=who if len(absent) <= 4 else f"{len(absent)} {words[f'{by}s']}")


def _draw_axes(
    ax: Axes, drawn: Map, first: pd.DataFrame, second: pd.DataFrame, *, single: bool, words: Mapping[str, str]
) -> None:
    """Draw the crossing, one scale for both axes, and how much of the differences each shows."""
    ax.set_xlim(*drawn.limits[:2])
    ax.set_ylim(*drawn.limits[2:])
    ax.axvline(0, color=FAINT, linewidth=1.5, linestyle=(0, (5, 3)), zorder=0)
    if not single:
        ax.axhline(0, color=FAINT, linewidth=1.5, linestyle=(0, (5, 3)), zorder=0)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set(visible=True, color=LINE)
    along = words["axis"].format(n=1, share=format_percent(_share_of(first)))
    if not single:
        up = words["axis"].format(n=2, share=format_percent(_share_of(second)))
        along = f"\N{LEFT RIGHT ARROW} {along}      \N{UP DOWN ARROW} {up}"
    ax.set_xlabel(along, size=TEXT_SIZE, color=FAINT, labelpad=6)


def _write_name(ax: Axes, key: Key, point: Point, drawn: Map, ink: str) -> None:
    """Write a name in its place on the page, with a line to its point where it had to move away."""
    box, (x, y), inches = drawn.names[key], drawn.places[key], ax.figure.dpi_scale_trans
    look: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": SPACING, "zorder": 6, "color": ink}
    look |= {"weight": "bold", "size": TEXT_SIZE + LARGE} if point.large else {"size": TEXT_SIZE}
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    behind: dict[str, Any] = {"facecolor": PAPER, "linewidth": 0, "pad": 0.5}
    ax.text(*middle, point.text, transform=inches, bbox=behind, **look)
    near = (min(max(x, box.x0), box.x1), min(max(y, box.y0), box.y1))
    if math.dist(near, (x, y)) > LEADER:
        line: dict[str, Any] = {"color": FAINT, "linewidth": 0.8, "zorder": 2, "label": f"{key[1]} line"}
        ax.plot((x, near[0]), (y, near[1]), transform=inches, **line)


def _along(
    place: Mapping[tuple[str, str], tuple[float, float]], key: tuple[str, str], by: str, *, n: int = 3
) -> list[str]:
    """Return the items that lie farthest out in the direction of a perspective; distances to it mean nothing."""
    x, y = place[key]
    out = {item: at[0] * x + at[1] * y for (kind, item), at in place.items() if kind == by}
    return [item for item in sorted(out, key=lambda item: -out[item]) if out[item] > 0][:n]
