"""A map of perspectives and themes: what lies in one direction is mentioned together more than by the others."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from perspectieven.comparison.correspondence import CORRESPONDENCE
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.placing import Box, place_names, shorten
from perspectieven.figures.style import (
    FAINT,
    INK,
    LINE,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    fixed_words,
    format_percent,
    mark,
    style_perspectives,
    styled,
    wrap,
)

TOP = 1.5
"""Inches for the title."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wie noemt wat meer dan de anderen?",
        "text": "{items} in de richting van een perspectief, gezien vanuit het kruispunt, noemt dat het meest.\n"
        "Bij het kruispunt: allen ongeveer even vaak. Lijnen: 95%-interval over de gesprekken.",
        "axis": "As {n}: {share} van de verschillen",
        "single": "Er is één as; de hoogte in de figuur zegt niets.",
        "no_place": "Niet op de kaart, want door niemand genoemd: {who}.",
        "spoken": "In de richting van {name}: {items}.",
    },
    "en": {
        "title": "Who mentions what more than the others?",
        "text": "{items} in the direction of a perspective, seen from the crossing, it mentions the most.\n"
        "Near the crossing: by all about as often. Lines: 95% interval over conversations.",
        "axis": "Axis {n}: {share} of the differences",
        "single": "There is one axis; the height in the figure says nothing.",
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
    drawing = start_drawing(words["title"], words["text"].format(items=words[f"{by}s"].capitalize()))
    points = {name: table[table["dimension"] == at].set_index(["kind", "point"]) for at, name in ((1, "x"), (2, "y"))}
    placed = points["x"][points["x"]["coordinate"].notna()]
    if placed.empty:
        return say_empty(drawing, words["no_data"])
    names = [point for kind, point in placed.index if kind == "perspective"]
    there = [point for kind, point in placed.index if kind == by]
    weights = (placed["contribution"] * placed["share_inertia"]).add(
        (points["y"]["contribution"] * points["y"]["share_inertia"]).fillna(0), fill_value=0
    )
    items = choose_most({item: float(weights[by, item]) for item in there}, most)
    absent = [point for kind, point in points["x"].index if kind == by and point not in there]
    single = points["y"]["coordinate"].isna().all()
    notes = lay_out_notes(
        words["single"] if single else "",
        name_withheld(table[table["kind"] == "perspective"], labels, words),
        name_left_out(len(items), len(there), by, "difference", words),
        _list_absent(absent, by, labels, words),
    )
    ax = add_panel(drawing, left=MARGIN, right=MARGIN, top=TOP, bottom=0.5 + height_of(notes))
    # The names in the middle, where there is least room, are placed first.
    inward = sorted(items, key=lambda item: float(abs(placed["coordinate"][by, item])))
    ids = [*(("perspective", name) for name in names), *((by, item) for item in inward)]
    place = {
        key: (float(placed["coordinate"][key]), -float(at) if single else float(points["y"]["coordinate"][key]))
        for at, key in enumerate(ids)
    }
    _draw_axes(ax, placed, points["y"], list(place.values()), single=bool(single), words=words)
    styles = style_perspectives([name for name in order_of(correspondence["perspective"]) if name] or names)
    for key, (x, y) in place.items():
        kind, point = key
        own = kind == "perspective"
        colour = styles[point].fill if own else "#C4C4C4"
        look: dict[str, Any] = {"color": colour, "linewidth": 2.5 if own else 0.8, "zorder": 3 if own else 1}
        ax.hlines(y, placed["low"][key], placed["high"][key], **look, label=f"{point} interval")
        if not single:
            ax.vlines(x, points["y"]["low"][key], points["y"]["high"][key], **look, label=f"{point} interval")
        face: dict[str, Any] = mark(styles[point], size=15) if own else {"color": INK, "marker": "o", "markersize": 6}
        ax.plot(x, y, **face, linestyle="none", label=point, zorder=5, gid=None if own else mark_id(point, *names))
    texts = {
        key: f"{labels.get(key[1], key[1])} (n = {placed['n_speakers'][key]})"
        if key[0] == "perspective"
        else wrap(shorten(labels.get(key[1], key[1])), 22)
        for key in ids
    }
    _name_points(drawing, ax, place, texts, {("perspective", name): styles[name].ink for name in names})
    for name in names:
        close = _along(place, ("perspective", name), by)
        near = ", ".join(shorten(labels.get(item, item)) for item in close)
        drawing.alt += f" {words['spoken'].format(name=texts['perspective', name], items=near or words['0'])}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _list_absent(absent: list[str], by: str, labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    if not absent:
        return ""
    who = ", ".join(shorten(labels.get(item, item)) for item in absent)
    return words["no_place"].format(who=who if len(absent) <= 4 else f"{len(absent)} {words[f'{by}s']}")


def _draw_axes(
    ax: Axes,
    first: pd.DataFrame,
    second: pd.DataFrame,
    places: list[tuple[float, float]],
    *,
    single: bool,
    words: Mapping[str, str],
) -> None:
    """Draw the crossing, one scale for both axes, and how much of the differences each shows."""
    xs, ys = np.array(places).T
    room = float(ax.get_window_extent().width / ax.get_window_extent().height)
    middle, half = (xs.min() + xs.max()) / 2, 1.14 * (np.ptp(xs) / 2 or 1.0)
    centre, tall = (ys.min() + ys.max()) / 2, 1.14 * (np.ptp(ys) / 2 or 1.0)
    if not single:
        tall = max(tall, half / room)
        half = tall * room
    ax.set_xlim(middle - half, middle + half)
    ax.set_ylim(centre - tall, centre + tall)
    ax.axvline(0, color=FAINT, linewidth=1.5, linestyle=(0, (5, 3)), zorder=0)
    if not single:
        ax.axhline(0, color=FAINT, linewidth=1.5, linestyle=(0, (5, 3)), zorder=0)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set(visible=True, color=LINE)
    along = words["axis"].format(n=1, share=format_percent(float(first["share_inertia"].iloc[0])))
    if not single:
        up = words["axis"].format(n=2, share=format_percent(float(second["share_inertia"].dropna().iloc[0])))
        along = f"\N{LEFT RIGHT ARROW} {along}      \N{UP DOWN ARROW} {up}"
    ax.set_xlabel(along, size=TEXT_SIZE, color=FAINT, labelpad=8)


def _name_points(
    drawing: Drawing,
    ax: Axes,
    place: Mapping[tuple[str, str], tuple[float, float]],
    texts: Mapping[tuple[str, str], str],
    inks: Mapping[tuple[str, str], str],
) -> None:
    """Write each name beside its point, with a line to it where it had to move away."""
    inch = drawing.dpi
    at = {key: tuple(ax.transData.transform(xy) / inch) for key, xy in place.items()}
    extent = ax.get_window_extent()
    page = Box(extent.x0 / inch, extent.y0 / inch, extent.x1 / inch, extent.y1 / inch)
    drawn = {}
    for key, text in texts.items():
        bold = "bold" if key in inks else "normal"
        size = TEXT_SIZE + 2 if key in inks else SMALL_SIZE
        look: dict[str, Any] = {"ha": "center", "va": "center", "linespacing": 1.0, "zorder": 6}
        drawn[key] = ax.text(0, 0, text, weight=bold, size=size, color=inks.get(key, INK), **look)
        drawn[key].set_bbox({"facecolor": PAPER, "alpha": 0.75, "linewidth": 0, "pad": 0.5})
    sizes = {key: text.get_window_extent() for key, text in drawn.items()}
    # The marks of perspectives are larger than those of themes, and keep their names further away.
    wide = [sizes[key].width / inch + (0.16 if key in inks else 0.04) for key in texts]
    high = [sizes[key].height / inch + (0.1 if key in inks else 0.03) for key in texts]
    boxes = place_names(list(at.values()), list(zip(wide, high, strict=True)), page=page)
    back = ax.transData.inverted()
    for key, box in zip(texts, boxes, strict=True):
        middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        drawn[key].set_position(tuple(back.transform((middle[0] * inch, middle[1] * inch))))
        x, y = at[key]
        near = (min(max(x, box.x0), box.x1), min(max(y, box.y0), box.y1))
        if np.hypot(near[0] - x, near[1] - y) > 0.2:
            end = back.transform((near[0] * inch, near[1] * inch))
            ax.plot(*zip(place[key], end, strict=True), color=FAINT, linewidth=0.8, zorder=2, label=f"{key[1]} line")


def _along(
    place: Mapping[tuple[str, str], tuple[float, float]], key: tuple[str, str], by: str, *, n: int = 3
) -> list[str]:
    """Return the items that lie farthest out in the direction of a perspective; distances to it mean nothing."""
    x, y = place[key]
    out = {item: at[0] * x + at[1] * y for (kind, item), at in place.items() if kind == by}
    return [item for item in sorted(out, key=lambda item: -out[item]) if out[item] > 0][:n]
