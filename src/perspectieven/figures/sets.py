"""The shared vocabulary: which codes all perspectives use, which only some of them, and which are one's own."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import (
    BAND,
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    mark,
    style_perspectives,
    styled,
)
from perspectieven.tables import SHARED

TOP = 1.35
"""Inches for the title."""
SPACING = 1.1
"""Between lines, as matplotlib's ``linespacing``."""
PAD = 0.16
"""Inches between the lines of two rows."""
STEP = 0.42
"""Inches between two columns of marks."""
NAME = 2.75
"""Inches for the name of a set, at the most."""
BAR = 2.0
"""Inches for the longest bar."""
HIGH = 0.2
"""Inches for a bar, with the number beside it."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Gedeeld begrippenkader",
        "text": "Gevulde tekens: deze perspectieven delen de {items}; de andere (vrijwel) niet.\n"
        "Balk: hoeveel {items}. Meest genoemd voorop.",
        "all": "Alle {n}",
        "only": "Eigen: {name}",
        "rest": "en nog {n}",
        "nobody": "Bij geen enkel perspectief door genoeg sprekers genoemd: {n} {items}.",
        "small": "Niet getekend: {n} kleinere combinaties; zie de tabel.",
    },
    "en": {
        "title": "Shared vocabulary",
        "text": "Filled marks: these perspectives share the {items}; the others (almost) never.\n"
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
    letters = current_page().letters
    drawing = start_drawing(words["title"], words["text"].format(items=items))
    if shared.empty:
        return say_empty(drawing, words["no_data"])
    inches = HEIGHT - TOP - drawing.lower - 0.15
    line = measure_text("A", spacing=SPACING)[1]
    names = {key: break_text(_name_set(key, perspectives, labels, words), NAME, weight="bold") for key in chosen}
    least = {key: measure_text(names[key], weight="bold", spacing=1)[1] + HIGH * letters + PAD for key in chosen}

    def tell(drawn: Sequence[tuple[str, ...]]) -> str:
        n_small = len(chosen) - len(drawn)
        return lay_out_notes(
            words["nobody"].format(n=nobody, items=items) if nobody else "",
            words["small"].format(n=n_small) if n_small else "",
        )

    drawn = chosen
    while len(drawn) > 1 and sum(least[key] for key in drawn) > inches - height_of(tell(drawn)):
        smallest = min(reversed(drawn), key=lambda key: len(sets[key]))
        drawn = [key for key in drawn if key != smallest]
    notes = tell(drawn)
    inches -= height_of(notes)
    bars_at = STEP * len(perspectives) + 0.2
    widest = max(measure_text(text, weight="bold")[0] for text in names.values())
    names_at = bars_at + max(widest, BAR + 0.5 * letters) + 0.2
    width = WIDTH - 2 * MARGIN - names_at - 0.1
    whole = {key: _list_names(sets[key], labels, width) for key in drawn}
    wanted = {key: len(lines) for key, lines in whole.items()}
    rooms = _share_out(wanted, {key: least[key] - PAD for key in drawn}, line, inches - PAD * len(drawn))
    told = {key: _cut(whole[key], rooms[key], sets[key], labels, width, words) for key in drawn}
    heights = {key: max(least[key], len(told[key]) * line + PAD) for key in drawn}
    ax = add_panel(drawing, left=MARGIN, right=MARGIN, top=TOP, bottom=0.15 + height_of(notes))
    ax.set_xlim(0, WIDTH - 2 * MARGIN)
    ax.set_ylim(inches, 0)
    ax.axis("off")
    longest = max(len(sets[key]) for key in drawn) or 1
    y = 0.0
    for at, key in enumerate(drawn):
        middle, n = y + heights[key] / 2, len(sets[key])
        if at % 2 == 0:
            ax.axhspan(y, y + heights[key], color=BAND, linewidth=0, zorder=0)
        _draw_marks(ax, middle, key, perspectives, styles)
        under = middle + (least[key] - PAD) / 2 - HIGH * letters
        look: dict[str, Any] = {"size": SMALL_SIZE, "weight": "bold", "linespacing": 1}
        ax.text(bars_at, under, names[key], **look, va="bottom")
        under += HIGH * letters / 2
        bar = ax.barh(under, BAR * n / longest, height=0.75 * HIGH, left=bars_at, color="#5A5A5A")
        bar.set_label(" + ".join(key))
        bar.patches[0].set_gid(mark_id("-".join(key), *key))
        ax.text(bars_at + BAR * n / longest + 0.08, under, str(n), va="center_baseline", size=TEXT_SIZE)
        text = "\n".join(told[key]) or words["0"]
        look = {"va": "center", "size": SMALL_SIZE, "linespacing": SPACING, "color": INK if n else FAINT}
        ax.text(names_at, middle, text, **look)
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
    wanted: Mapping[tuple[str, ...], int], least: Mapping[tuple[str, ...], float], line: float, room: float
) -> dict[tuple[str, ...], int]:
    """Divide inches over rows: each its least, and then line by line to the row that has most to tell still.

    >>> _share_out({("a",): 9, ("b",): 1}, {("a",): 0.5, ("b",): 0.5}, 0.25, 1.8)
    {('a',): 5, ('b',): 2}
    """
    rooms = {key: int(inches / line + 1e-9) for key, inches in least.items()}
    room -= sum(least.values())
    short = set(rooms)
    while short:
        key = max((key for key in rooms if key in short), key=lambda key: wanted[key] / max(1, rooms[key]))
        more = (rooms[key] + 1) * line - max(least[key], rooms[key] * line)
        if wanted[key] <= rooms[key] or more > room:
            short.discard(key)
        else:
            rooms[key] += 1
            room -= more
    return rooms


def _list_names(items: Sequence[str], labels: Mapping[str, str], width: float) -> list[str]:
    """Return names in lines, with a dot between two on a line; a name stands on one line where it fits."""
    lines: list[str] = []
    for item in items:
        name = shorten(labels.get(item, item))
        longer = f"{lines[-1]} · {name}" if lines else name
        if lines and measure_text(longer)[0] <= width:
            lines[-1] = longer
        else:
            lines += break_text(name, width).split("\n")
    return lines


def _cut(
    lines: list[str], room: int, items: Sequence[str], labels: Mapping[str, str], width: float, words: Mapping[str, str]
) -> list[str]:
    """Return as many names as there is room for, and how many more there are."""
    n = len(items)
    while len(lines) > room and n > 1:
        n -= 1
        rest = words["rest"].format(n=len(items) - n)
        lines = _list_names([*items[:n], rest], labels, width)
    return lines
