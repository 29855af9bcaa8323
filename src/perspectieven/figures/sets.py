"""The shared vocabulary: which codes all perspectives use, which only some of them, and which are one's own."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, say_empty, start_drawing
from perspectieven.figures.inputs import check_input
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import (
    BAND,
    FAINT,
    HEIGHT,
    MARGIN,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    mark,
    style_perspectives,
    styled,
    wrap,
)
from perspectieven.tables import SHARED

TOP = 1.5
"""Inches for the title."""
LINE = 0.225
"""Inches for a line of names."""
PAD = 0.14
"""Inches between the lines of two rows."""
STEP = 0.42
"""Inches between two columns of marks."""
BAR = 2.1
"""Inches for the longest bar."""
_NAME = 26
"""Letters in a line of the name of a set."""
NBSP = "\N{NO-BREAK SPACE}"
MOST = 12
"""Sets that fit on a page; empty ones are left out but for that of all perspectives."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Gedeeld begrippenkader",
        "text": "Gevulde tekens: deze perspectieven gebruiken de {items} samen, de andere (vrijwel) niet.\n"
        "Balk: hoeveel {items}. Meest genoemd voorop.",
        "all": "Alle {n}",
        "only": "Eigen: {name}",
        "rest": "en nog {n}",
        "nobody": "Bij geen enkel perspectief door genoeg sprekers genoemd: {n} {items}.",
        "small": "Niet getekend: {n} kleinere combinaties; zie de tabel.",
    },
    "en": {
        "title": "Shared vocabulary",
        "text": "Filled marks: these perspectives use the {items} together, the others (almost) never.\n"
        "Bar: how many {items}. Most mentioned first.",
        "all": "All {n}",
        "only": "Own: {name}",
        "rest": "and {n} more",
        "nobody": "In no perspective mentioned by enough speakers: {n} {items}.",
        "small": "Not drawn: {n} smaller combinations; see the table.",
    },
}


@styled()
def plot_sets(
    shared: pd.DataFrame, perspectives: Sequence[str], *, labels: Mapping[str, str], language: str = "nl"
) -> Drawing:
    """Draw a row per set of perspectives: who they are, how many codes only they share, and which.

    It is an UpSet plot that stands on its side, so that names can be read. Sets of all perspectives come first, then
    those of fewer, then what is one's own. That nothing is shared by all is a result, and has its row.

    Parameters
    ----------
    shared : DataFrame
        Schema `tables.SHARED`, about codes or themes.
    perspectives : sequence of str
        All perspectives, in the order of the study.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a bar per set, named "ouders + jeugdigen" by ``get_label()``, and a line of filled marks per
        perspective.

    Raises
    ------
    TableError
        If the table does not have its schema, or names a perspective that is not in `perspectives`.

    Notes
    -----
    Source: A. Lex et al., UpSet: Visualization of Intersecting Sets, IEEE Transactions on Visualization and Computer
    Graphics 20 (2014), 1983-1992.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"theme": "ERB", "n_perspectives": 1, "shared_by": "ouders", "n_speakers_coded": 3}
    >>> figure = plot_sets(make_table([row], SHARED), ["ouders", "jeugdigen"], labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['Alle twee', '0', 'geen', 'Eigen: Ouders', '1', 'ERB']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(shared, SHARED)
    styles = style_perspectives(perspectives)
    sets = _gather_sets(shared, by, perspectives)
    items = words[f"{by}s"]
    nobody = len(sets.pop((), []))
    chosen = [key for key in sets if sets[key] or len(key) == len(perspectives)]
    drawn = [key for key in chosen if key in sorted(chosen, key=lambda key: -len(sets[key]))[:MOST]]
    notes = lay_out_notes(
        words["nobody"].format(n=nobody, items=items) if nobody else "",
        words["small"].format(n=len(chosen) - len(drawn)) if len(chosen) > len(drawn) else "",
    )
    names_at = MARGIN + STEP * len(perspectives) + 0.2 + BAR + 0.75
    width = int((WIDTH - MARGIN - names_at) / 0.112)
    names = {key: wrap(_name_set(key, perspectives, labels, words), _NAME) for key in drawn}
    least = {key: 2 + names[key].count("\n") for key in drawn}
    whole = {key: _list_names(sets[key], labels, width) for key in drawn}
    n_lines = int((HEIGHT - TOP - 0.2 - height_of(notes) - PAD * len(drawn)) / LINE)
    rooms = _share_out({key: len(lines) for key, lines in whole.items()}, least, n_lines)
    told = {key: _cut(whole[key], rooms[key], sets[key], labels, width, words) for key in drawn}
    heights = {key: max(least[key], len(told[key])) * LINE + PAD for key in drawn}
    page = max(HEIGHT, TOP + sum(heights.values()) + 0.2 + height_of(notes))
    drawing = start_drawing(words["title"], words["text"].format(items=items), height=page)
    if shared.empty:
        return say_empty(drawing, words["no_data"])
    ax = add_panel(drawing, left=MARGIN, right=MARGIN, top=TOP, bottom=0.15 + height_of(notes))
    inches = page - TOP - 0.15 - height_of(notes)
    ax.set_xlim(0, WIDTH - 2 * MARGIN)
    ax.set_ylim(inches, 0)
    ax.axis("off")
    bars_at = STEP * len(perspectives) + 0.2
    longest = max(len(sets[key]) for key in drawn) or 1
    y = 0.0
    for at, key in enumerate(drawn):
        middle, n = y + heights[key] / 2, len(sets[key])
        if at % 2 == 0:
            ax.axhspan(y, y + heights[key], color=BAND, linewidth=0, zorder=0)
        _draw_marks(ax, middle, key, perspectives, styles)
        ax.text(bars_at, middle - 0.03, names[key], linespacing=1, va="bottom", weight="bold", size=SMALL_SIZE)
        bar = ax.barh(middle + 0.11, BAR * n / longest, height=0.17, left=bars_at, color="#5A5A5A")
        bar.set_label(" + ".join(key))
        ax.text(bars_at + BAR * n / longest + 0.08, middle + 0.11, str(n), va="center", size=TEXT_SIZE)
        text = "\n".join(told[key]) or words["0"]
        look: dict[str, Any] = {"va": "center", "size": SMALL_SIZE, "linespacing": 1.1}
        ax.text(names_at - MARGIN, middle, text, **look, color="#1A1A1A" if n else FAINT)
        y += heights[key]
        several = ", ".join(shorten(labels.get(item, item)) for item in sets[key]) or words["0"]
        drawing.alt += f" {names[key]}: {n} ({several}).".replace("\n", " ")
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _gather_sets(shared: pd.DataFrame, by: str, perspectives: Sequence[str]) -> dict[tuple[str, ...], list[str]]:
    """Return per set of perspectives what exactly they share, most mentioned first; larger sets first."""
    n = len(perspectives)
    subsets = [tuple(name for at, name in enumerate(perspectives) if bits >> at & 1) for bits in range(2**n)]
    order = sorted(subsets, key=lambda key: (-len(key), [perspectives.index(name) for name in key]))
    sets: dict[tuple[str, ...], list[str]] = {key: [] for key in order}
    faults = []
    for at, row in enumerate(shared.sort_values("n_speakers_coded", ascending=False, kind="stable").to_dict("records")):
        names = [name for name in str(row["shared_by"]).split(" + ") if name]
        strange = [name for name in names if name not in perspectives]
        if strange:
            what = f'shared_by has "{strange[0]}"; use {", ".join(perspectives)}, or pass it as well'
            faults.append(Fault(SHARED.name, f"row {at}", what))
        else:
            sets[tuple(name for name in perspectives if name in names)].append(str(row[by]))
    if faults:
        raise TableError(faults)
    return sets


def _name_set(
    key: tuple[str, ...], perspectives: Sequence[str], labels: Mapping[str, str], words: Mapping[str, str]
) -> str:
    if len(key) == len(perspectives) > 1:
        return words["all"].format(n=words[str(len(key))])
    if len(key) == 1:
        return words["only"].format(name=labels.get(key[0], key[0]))
    return " + ".join(labels.get(name, name) for name in key)


def _draw_marks(
    ax: Axes, y: float, key: tuple[str, ...], perspectives: Sequence[str], styles: Mapping[str, PerspectiveStyle]
) -> None:
    places = [0.2 + STEP * at for at, name in enumerate(perspectives) if name in key]
    if len(places) > 1:
        ax.plot([min(places), max(places)], [y, y], color=FAINT, linewidth=2, zorder=1, label="together")
    for at, name in enumerate(perspectives):
        if name in key:
            ax.plot(0.2 + STEP * at, y, **mark(styles[name], size=13), label=name, zorder=3)
        else:
            look: dict[str, Any] = {"color": "#FFFFFF", "markeredgecolor": "#B5B5B5", "markersize": 6}
            ax.plot(0.2 + STEP * at, y, "o", **look, label=f"{name} not", zorder=2)


def _share_out(
    wanted: Mapping[tuple[str, ...], int], least: Mapping[tuple[str, ...], int], n_lines: int
) -> dict[tuple[str, ...], int]:
    """Divide lines over rows: each its least, and then one by one to the row that has most to tell still.

    >>> _share_out({("a",): 9, ("b",): 1}, {("a",): 2, ("b",): 2}, 7)
    {('a',): 5, ('b',): 2}
    """
    rooms = dict(least)
    for _ in range(n_lines - sum(rooms.values())):
        short = max(rooms, key=lambda key: wanted[key] / rooms[key])
        if wanted[short] <= rooms[short]:
            break
        rooms[short] += 1
    return rooms


def _list_names(items: Sequence[str], labels: Mapping[str, str], width: int) -> list[str]:
    """Return names, with a dot between, in lines."""
    text = f"{NBSP}· ".join(shorten(labels.get(item, item)).replace(" ", NBSP) for item in items)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return [line.replace(NBSP, " ") for line in lines]


def _cut(
    lines: list[str], room: int, items: Sequence[str], labels: Mapping[str, str], width: int, words: Mapping[str, str]
) -> list[str]:
    """Return as many names as there is room for, and how many more there are."""
    n = len(items)
    while len(lines) > room and n > 1:
        n -= 1
        rest = words["rest"].format(n=len(items) - n)
        lines = _list_names([*items[:n], rest], labels, width)
    return lines
