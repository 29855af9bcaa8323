"""The orientation of what each perspective says, as bars that add up to everything, with intervals."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present
from perspectieven.figures.limits import format_share_limits
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_withheld
from perspectieven.figures.style import (
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    ORIENTATIONS,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    OrientationStyle,
    fixed_words,
    format_percent,
    style_perspectives,
    styled,
)

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "In welke richting wordt er gesproken?",
        "text": "Gemiddelde verdeling van wie iets noemt; tussen haakjes 95%-interval over mensen.\n"
        "Dat interval als lijn: normaliserend boven de balk, problematiserend eronder.",
        "no_mentions": "geen vermeldingen",
        "speaker": "spreker",
        "mention": "vermelding",
    },
    "en": {
        "title": "In which direction do people speak?",
        "text": "Mean distribution of those who mention something; in brackets 95% interval over people.\n"
        "That interval as a line: normalising above the bar, problematising under it.",
        "no_mentions": "no mentions",
        "speaker": "speaker",
        "mention": "mention",
    },
}

NBSP = "\N{NO-BREAK SPACE}"
LEFT = 3.6
"""Inches for the names of the perspectives."""
RIGHT = 0.45
"""Inches that the bars stay away from the right edge."""
WIDE = WIDTH - LEFT - RIGHT
"""Inches for a whole bar."""
BAR = 0.24
"""How far a bar reaches from the middle of its row, which is 1 high."""
LINE = 0.31
"""How far from there the lines of the intervals are."""
BESIDE, BEYOND = 0.26, 0.37
"""How far from there numbers are that their part of the bar is too narrow for: beside a line, and where that leaves
no room."""
APART = 0.012
"""How far such a number stays away from a line, as a part of the bar."""
ABOVE, BELOW = -1, 1
"""The sides of a bar."""
FIRST, *_, LAST = ORIENTATIONS
SIDES: Mapping[str, tuple[int, ...]] = {FIRST: (ABOVE,), LAST: (BELOW,)}
"""Where the line of an orientation is."""

Span = tuple[float, float]
Taken = dict[int, list[Span]]
"""By side of a bar, from where to where something stands there."""


@styled()
def plot_orientations(orientations: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw a bar per perspective, divided into normaliserend, neutraal and problematiserend.

    Parameters
    ----------
    orientations : DataFrame
        Schema `comparison.orientations.ORIENTATION_SHARES`; drawn is ``share_per_speaker`` with its interval. The
        mentions in a bar's label are the sum of its rows. A withheld perspective has no bar, and is named under them.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a container of bars per orientation, named by ``get_label()``, and two lines per perspective,
        named "ouders normaliserend interval" and "ouders problematiserend interval".

    Raises
    ------
    TableError
        If the table does not have its schema, or an orientation is not one of the three.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "orientation": "neutraal", "n_coded": 3, "n_speakers": 2}
    >>> shares = {"share_per_speaker": 1.0, "low": 0.6, "high": 1.0}
    >>> figure = plot_orientations(make_table([row | shares], ORIENTATION_SHARES), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['100%', '(60\N{EN DASH}100)', 'Ouders', '2 sprekers, 3 vermeldingen']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(orientations, ORIENTATION_SHARES, shares=("share", "share_per_speaker", "low", "high"))
    _check_orientations(orientations)
    style_perspectives(order_of(orientations["perspective"]))
    table = orientations.astype({"perspective": str, "orientation": str, "withheld": bool})
    names = [
        name
        for name in present(orientations["perspective"])
        if not table.loc[table["perspective"] == name, "withheld"].any()
    ]
    notes = lay_out_notes(name_withheld(table, labels, words))
    page = min(HEIGHT, max(5.76, 2.3 + 1.4 * len(names) + height_of(notes)))
    drawing = start_drawing(words["title"], words["text"], height=page)
    if not names:
        add_notes(drawing, notes)
        return say_empty(drawing, words["withheld" if len(table) else "no_data"])
    keys = [Patch(facecolor=style.fill, edgecolor=INK, label=words[name]) for name, style in ORIENTATIONS.items()]
    drawing.legend(
        handles=keys,
        loc="upper right",
        bbox_to_anchor=(1 - RIGHT / WIDTH, 1 - (1.35 + drawing.lower) / page),
        ncols=len(keys),
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        columnspacing=1.6,
        fontsize=TEXT_SIZE + 1,
    )
    ax = add_panel(drawing, left=LEFT, right=RIGHT, top=1.8, bottom=0.5 + height_of(notes))
    ax.set_xlim(0, 1)
    ax.set_ylim(len(names) - 0.5, -0.5)
    pairs = {(str(row["perspective"]), str(row["orientation"])): row for row in table.to_dict("records")}
    shares = {pair: float(row["share_per_speaker"]) for pair, row in pairs.items()}
    limits = {pair: (float(row["low"]), float(row["high"])) for pair, row in pairs.items()}
    reached = dict.fromkeys(names, 0.0)
    taken = {name: _draw_limits(ax, name, at, limits) for at, name in enumerate(names)}
    for orientation, style in ORIENTATIONS.items():
        drawn = {name: shares[name, orientation] for name in names if shares.get((name, orientation), 0) > 0}
        bars = ax.barh(
            [names.index(name) for name in drawn],
            list(drawn.values()),
            left=[reached[name] for name in drawn],
            height=2 * BAR,
            color=style.fill,
            edgecolor=INK,
            linewidth=0.8,
            label=orientation,
        )
        for (name, share), bar in zip(drawn.items(), bars, strict=True):
            bar.set_gid(mark_id(orientation, name))
            said = (format_percent(share), format_share_limits(*limits[name, orientation]))
            at, middle = names.index(name), reached[name] + share / 2
            if not _say_share(ax, middle, at, share, said, style):
                # Beside its own line; the middle part has none and says what it is.
                of = () if orientation in SIDES else (words[orientation],)
                sides = SIDES.get(orientation, (ABOVE, BELOW))
                _say_outside(ax, middle, at, " ".join(filter(None, (*of, *said))), taken[name], sides)
            reached[name] += share
    for at, name in enumerate(names):
        own = table[table["perspective"] == name]
        if reached[name] == 0:
            ax.text(0.01, at, words["no_mentions"], va="center", color=FAINT, style="italic")
        below = (
            _many(int(own["n_speakers"].max()), "speaker", words),
            _many(int(own["n_coded"].sum()), "mention", words),
        )
        spoken = ", ".join(
            f"{words[orientation]} {format_percent(shares[name, orientation])} "
            f"{format_share_limits(*limits[name, orientation])}".rstrip()
            for orientation in ORIENTATIONS
            if shares.get((name, orientation), -1) >= 0
        )
        drawing.alt += f" {labels.get(name, name)} ({', '.join(below)}): {spoken or words['no_mentions']}."
        room = LEFT - MARGIN - 0.15
        who = break_text(labels.get(name, name), room, TEXT_SIZE + 2, weight="bold")
        look: dict[str, Any] = {"ha": "right", "va": "bottom", "weight": "bold", "size": TEXT_SIZE + 2}
        ax.text(-0.02, at - 0.03, who, **look, linespacing=1)
        many = break_text(", ".join(below).replace(" ", NBSP).replace(f",{NBSP}", ", "), room).replace(NBSP, " ")
        ax.text(-0.02, at + 0.03, many, ha="right", va="top", size=SMALL_SIZE, color=FAINT, linespacing=1)
    ax.set_yticks([])
    ticks = (0, 0.25, 0.5, 0.75, 1)
    ax.set_xticks(ticks, [format_percent(tick) for tick in ticks])
    ax.get_xticklabels()[-1].set(horizontalalignment="right")  # larger letters reach beyond the page
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _draw_limits(ax: Axes, name: str, row: int, limits: Mapping[tuple[str, str], tuple[float, float]]) -> Taken:
    """Draw the interval of where the first part ends above a bar, and of where the last begins under it."""
    taken: Taken = {ABOVE: [], BELOW: []}
    look: dict[str, Any] = {"color": INK, "linewidth": 2, "marker": "|", "markersize": 8, "markeredgewidth": 2}
    for orientation, side in ((FIRST, ABOVE), (LAST, BELOW)):
        low, high = limits.get((name, orientation), (np.nan, np.nan))
        if not np.isnan(low):
            start, end = (low, high) if orientation == FIRST else (1 - high, 1 - low)
            height = row + side * LINE
            ax.plot([start, end], [height] * 2, **look, label=f"{name} {orientation} interval", clip_on=False)
            taken[side].append((start, end))
    return taken


def _say_share(ax: Axes, x: float, row: int, share: float, said: tuple[str, str], style: OrientationStyle) -> bool:
    """Write a percentage and its interval in a part of a bar, where that is wide enough."""
    number, limits = said
    wide = max(measure_text(number, TEXT_SIZE + 3)[0], measure_text(limits, SMALL_SIZE)[0])
    if wide > share * WIDE - 0.1:
        return False
    look: dict[str, Any] = {"ha": "center", "color": style.ink, "linespacing": 1}
    ax.text(x, row + 0.02, number, **look, va="bottom", size=TEXT_SIZE + 3)
    ax.text(x, row + 0.04, limits, **look, va="top", size=SMALL_SIZE)
    return True


def _say_outside(ax: Axes, x: float, row: int, said: str, taken: Taken, sides: Sequence[int]) -> None:
    """Write what a part of a bar is too narrow for beside the lines above and under it, as near as may be."""
    half = measure_text(said)[0] / WIDE / 2 + APART
    free = [(abs(place - x), side, place) for side in sides for place in _find_free(x, half, taken[side])]
    _, side, place = min(free, default=(0.0, sides[0], min(max(x, half), 1 - half)))
    height = row + side * (BESIDE if free else BEYOND)
    ax.text(place, height, said, ha="center", va="top" if side == BELOW else "bottom", size=TEXT_SIZE, linespacing=1)
    taken[side].append((place - half, place + half))


def _find_free(x: float, half: float, taken: Sequence[Span]) -> list[float]:
    """Return where the middle of a text may be on a line from 0 to 1: at x itself, or beside what is there.

    >>> _find_free(0.5, 0.125, []), _find_free(0.0, 0.125, []), _find_free(0.5, 0.125, [(0.25, 0.625)])
    ([0.5], [0.125], [0.75, 0.125])
    """
    places = [min(max(x, half), 1 - half), *(end + half for _, end in taken), *(start - half for start, _ in taken)]
    return [
        place
        for place in places
        if half <= place <= 1 - half and all(place + half <= start or end <= place - half for start, end in taken)
    ]


def _many(n: int, one: str, words: Mapping[str, str]) -> str:
    return f"{n} {words[one if n == 1 else one + 's']}"


def _check_orientations(orientations: pd.DataFrame) -> None:
    faults = [
        Fault(ORIENTATION_SHARES.name, f"row {row}", f'orientation is "{name}"; use one of {", ".join(ORIENTATIONS)}')
        for row, name in orientations["orientation"].items()
        if name not in ORIENTATIONS
    ]
    if faults:
        raise TableError(faults)
