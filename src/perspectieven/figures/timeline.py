"""The course of one conversation: where each theme is mentioned, from beginning to end."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.transforms import blended_transform_factory

from perspectieven.comparison.sequence import TIMELINE
from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, add_rows, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of
from perspectieven.figures.measuring import measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.rows import height_of_row, lay_out_rows
from perspectieven.figures.style import (
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    ORIENTATIONS,
    PAPER,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_percent,
    styled,
)

NAMES = 3.1
"""Inches for the names of the themes, at the most."""
TOP = 1.75
"""Inches for the title and the keys."""
LANE = 0.28
"""Inches for a theme."""

SHAPES: Mapping[str, str] = {"normaliserend": "^", "neutraal": "o", "problematiserend": "s"}
ASIDE: Mapping[str, float] = {"normaliserend": -0.27, "neutraal": 0.0, "problematiserend": 0.27}
"""How far from the middle of its lane a mark stands, so that one orientation does not hide another."""
FILLS: Mapping[str, str] = {"affirmed": "full", "negated": "none", "hypothetical": "left"}

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Hoe verloopt dit gesprek?",
        "text": "Elk teken is een vermelding, van het begin tot het eind van het gesprek.",
        "affirmed": "bevestigd",
        "negated": "ontkend",
        "hypothetical": "als mogelijkheid",
        "times": "keer",
        "begin": "begin",
        "end": "eind",
        "spoken": "{item}: {n} keer, tussen {first} en {last}",
    },
    "en": {
        "title": "What is the course of this conversation?",
        "text": "Each mark is a mention, from the beginning to the end of the conversation.",
        "affirmed": "affirmed",
        "negated": "denied",
        "hypothetical": "as a possibility",
        "times": "times",
        "begin": "start",
        "end": "end",
        "spoken": "{item}: {n} times, between {first} and {last}",
    },
}


@styled()
def plot_timeline(
    timeline: pd.DataFrame, *, most: int = 16, title: str = "", labels: Mapping[str, str], language: str = "nl"
) -> Drawing:
    """Draw a lane per theme with a mark per mention; its shape is the orientation, its filling the stance.

    No speaker is in the figure. Themes stand in the order in which they first come up.

    Parameters
    ----------
    timeline : DataFrame
        Schema `comparison.sequence.TIMELINE`, of one conversation.
    most : int
        Lanes to draw: the themes that are mentioned most. The others are counted under the data.
    title : str
        Of the figure, in the place of its own; the id of a conversation is not shown, as it may say whose it is.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a line of marks per theme, perspective, orientation and stance that occur together, named
        "ERB ouders normaliserend affirmed" by ``get_label()``, and per lane the number of mentions as text.

    Raises
    ------
    TableError
        If the table does not have its schema, has several conversations, or an orientation or stance that there is not.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"transcript_id": "a", "theme": "ERB", "perspective": "ouders", "position": 0.5, "code": "ERB-FASE"}
    >>> table = make_table([row | {"stance": "affirmed", "orientation": "neutraal"}], TIMELINE)
    >>> plot_timeline(table, labels={}).axes[0].lines[0].get_label()
    'ERB ouders neutraal affirmed'
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(timeline, TIMELINE, shares=("position",))
    _check_values(timeline)
    table = timeline.astype({"theme": str, "perspective": str}).sort_values("position", kind="stable")
    n_mentions = {item: int(n) for item, n in table["theme"].value_counts(sort=False).items()}
    there = tuple(dict.fromkeys(table["theme"]))
    drawing = start_drawing(title or words["title"], words["text"])
    if table.empty:
        return say_empty(drawing, words["no_data"])
    letters = current_page().letters
    top = TOP + 0.4 * (letters - 1)
    rows = lay_out_rows(
        {item: float(n_mentions[item]) for item in there},
        {item: shorten(labels.get(item, item)) for item in there},
        room=HEIGHT - top - drawing.lower - 0.5,
        widest=NAMES,
        tell=lambda items: lay_out_notes(name_left_out(items, there, "theme", "mentions", labels, words)),
        most=most,
        least=LANE * letters,
    )
    items, notes = rows.items, rows.notes
    counts = {item: f"{n_mentions[item]} {words['times']}" for item in items}
    right = MARGIN + 0.2 + max(measure_text(text)[0] for text in counts.values())
    _add_keys(drawing, words)
    ax = add_panel(drawing, left=rows.left, right=right, top=top, bottom=0.5 + height_of(notes))
    add_rows(ax, rows.names)
    size = min(10.0, 72 * ASIDE["problematiserend"] * height_of_row(ax) / letters * 1.1)
    groups = table[table["theme"].isin(items)].groupby(["theme", "perspective", "orientation", "stance"], sort=False)
    for key, own in groups:
        item, name, orientation, stance = (str(part) for part in key)
        lane = [items.index(item) + ASIDE[orientation]] * len(own)
        ax.plot(
            own["position"],
            lane,
            **_look(orientation, stance, size=size),
            label=f"{item} {name} {orientation} {stance}",
        )
        ax.lines[-1].set(clip_on=False, zorder=3, gid=mark_id(item, name) if name else None)
    at_edge = blended_transform_factory(drawing.transFigure, ax.transData)
    for item in items:
        beside: dict[str, Any] = {
            "transform": at_edge,
            "ha": "right",
            "va": "center_baseline",
            "color": FAINT,
        }
        ax.text(1 - MARGIN / WIDTH, items.index(item), counts[item], **beside)
    ax.set_xlim(-0.01, 1.01)
    ticks = (0, 0.25, 0.5, 0.75, 1)
    ax.set_xticks(ticks, [words["begin"], "25%", "50%", "75%", words["end"]])
    spoken = []
    for item in items:
        said = table.loc[table["theme"] == item, "position"]
        ends: dict[str, Any] = {"first": format_percent(said.min()), "last": format_percent(said.max())}
        spoken.append(words["spoken"].format(item=shorten(labels.get(item, item)), n=n_mentions[item], **ends))
    drawing.alt += f" {'; '.join(spoken)}."
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _look(orientation: str, stance: str, *, size: float = 10) -> dict[str, Any]:
    fill = ORIENTATIONS[orientation].fill if orientation != "neutraal" else "#9A9A9A"
    look: dict[str, Any] = {
        "linestyle": "none",
        "marker": SHAPES[orientation],
        "markersize": size,
        "markeredgecolor": INK,
    }
    return look | {"fillstyle": FILLS[stance], "color": fill, "markerfacecoloralt": PAPER, "markeredgewidth": 1.3}


def _add_keys(drawing: Drawing, words: Mapping[str, str]) -> None:
    """Explain shapes and fillings in one line each."""
    height = float(drawing.get_size_inches()[1])
    shapes = [(words[name], _look(name, "affirmed")) for name in SHAPES]
    fills = [(words[stance], _look("neutraal", stance)) for stance in FILLS]
    for keys, top in ((shapes, 1.05), (fills, 1.05 + 0.3 * current_page().letters)):
        drawing.legend(
            handles=[Line2D([], [], **look, label=text) for text, look in keys],
            loc="upper left",
            bbox_to_anchor=(MARGIN / WIDTH, 1 - (top + drawing.lower) / height),
            ncols=3,
            frameon=False,
            borderpad=0,
            borderaxespad=0,
            handletextpad=0.3,
            columnspacing=1.4,
            fontsize=TEXT_SIZE,
        )


def _check_values(timeline: pd.DataFrame) -> None:
    faults = []
    known: Sequence[tuple[str, Mapping[str, str]]] = (("orientation", SHAPES), ("stance", FILLS))
    for column, values in known:
        strange = [value for value in order_of(timeline[column].astype(str)) if value not in values]
        faults += [Fault(TIMELINE.name, column, f'has "{value}"; use {", ".join(values)}') for value in strange]
    if timeline["transcript_id"].nunique() > 1:
        n = timeline["transcript_id"].nunique()
        faults.append(Fault(TIMELINE.name, "transcript_id", f"has {n} conversations; draw one in a figure"))
    if faults:
        raise TableError(faults)
