"""The orientation of what each perspective says, as bars to both sides of a common middle, with intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_percent,
    style_perspectives,
    styled,
)

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "In welke richting wordt er gesproken?",
        "text": "Gemiddelde verdeling van wie iets noemt; tussen haakjes 95%-interval over gesprekken.\n"
        "Neutraal ligt om het midden; de lijn bij een uiteinde is het interval van dat deel.",
        "no_mentions": "geen vermeldingen",
        "speaker": "spreker",
        "mention": "vermelding",
    },
    "en": {
        "title": "In which direction do people speak?",
        "text": "Mean distribution of those who mention something; in brackets 95% interval over conversations.\n"
        "Neutral lies around the middle; the line at an end is the interval of that part.",
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
"""Inches from the furthest end of a bar or line to the left to the furthest to the right."""
BAR = 0.24
"""How far a bar reaches from the middle of its row, which is 1 high."""
ABOVE = 0.31
"""How far above there the lines of the intervals are."""
BELOW = 0.27
"""How far below there numbers are that their part of the bar is too narrow for."""
APART = 0.08
"""Inches that such a number stays away from another."""
OVER_LINE: Mapping[str, Any] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
"""What lies between a text and the middle line."""
FIRST, MIDDLE, LAST = ORIENTATIONS
WAYS: Mapping[str, int] = {FIRST: -1, MIDDLE: 1, LAST: 1}
"""Whether a part goes to the left or to the right from where it begins."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a bar: how much of everything it is, 0 to 1, with its interval; and where it begins."""

    orientation: str
    share: float
    low: float
    high: float
    begin: float

    def end(self, share: float) -> float:
        """Return where this part ends if a share is what it is of everything."""
        return self.begin + WAYS[self.orientation] * share

    @property
    def said(self) -> tuple[str, str]:
        return format_percent(self.share), format_share_limits(self.low, self.high)


Bar = Mapping[str, _Part]
"""By orientation, what is known of it."""


@styled()
def plot_orientations(orientations: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw a bar per perspective: neutraal around a middle line, normaliserend to its left, problematiserend right.

    So both ends are seen from one place, which bars from 0 to 100% do not give. An end lies half of neutraal further
    than the share of its part, so there is no axis to read a wrong share from: numbers stand in the bars. The line
    above an end is the interval of its part, and spans from where the part begins what low and high are.

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
        Its axes have a container of bars per orientation, named by ``get_label()``; a line "middle", and two lines per
        perspective, named "ouders normaliserend interval" and "ouders problematiserend interval". What is to the left
        of the middle is negative.

    Raises
    ------
    TableError
        If the table does not have its schema, or an orientation is not one of the three.

    Notes
    -----
    Source: R. M. Heiberger and N. B. Robbins, Design of Diverging Stacked Bar Charts for Likert Scales and Other
    Applications, Journal of Statistical Software 57(5), 2014.

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
        loc="upper center",
        bbox_to_anchor=((LEFT + WIDE / 2) / WIDTH, 1 - (1.35 + drawing.lower) / page),
        ncols=len(keys),
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        handlelength=1.5,
        handletextpad=0.5,
        columnspacing=1.2,
        fontsize=TEXT_SIZE + 1,
    )
    bars = [_divide(table[table["perspective"] == name]) for name in names]
    ax = add_panel(drawing, left=LEFT, right=RIGHT, top=1.8, bottom=0.2 + height_of(notes))
    reach = _find_reach(bars)
    ax.set_xlim(-reach, reach)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.axvline(0, color=FAINT, linewidth=1.2, zorder=0, label="middle")
    for orientation in ORIENTATIONS:
        _draw_parts(ax, orientation, names, bars)
    for at, (name, bar) in enumerate(zip(names, bars, strict=True)):
        _draw_limits(ax, name, at, bar)
        _say_shares(ax, at, bar, WIDE / (2 * reach), words)
        own = table[table["perspective"] == name]
        many = (
            _many(int(own["n_speakers"].max()), "speaker", words),
            _many(int(own["n_coded"].sum()), "mention", words),
        )
        _name_bar(ax, at, labels.get(name, name), many)
        spoken = ", ".join(f"{words[part.orientation]} {' '.join(part.said)}".rstrip() for part in bar.values())
        drawing.alt += f" {labels.get(name, name)} ({', '.join(many)}): {spoken or words['no_mentions']}."
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _divide(rows: pd.DataFrame) -> Bar:
    """Return the parts of a bar in the order of `ORIENTATIONS`; none for who mentions nothing."""
    known = {str(row["orientation"]): row for row in rows.dropna(subset="share_per_speaker").to_dict("records")}
    half = float(known[MIDDLE]["share_per_speaker"]) / 2 if MIDDLE in known else 0.0
    begins = {FIRST: -half, MIDDLE: -half, LAST: half}
    return {
        name: _Part(
            name,
            share=float(known[name]["share_per_speaker"]),
            low=float(known[name]["low"]),
            high=float(known[name]["high"]),
            begin=begin,
        )
        for name, begin in begins.items()
        if name in known
    }


def _find_reach(bars: Sequence[Bar]) -> float:
    """Return how far the bars and their lines are from the middle at most; as far to both sides."""
    outer = [part for bar in bars for part in bar.values() if part.orientation != MIDDLE]
    ends = [abs(part.end(share)) for part in outer for share in (part.share, part.high) if not np.isnan(share)]
    return max([0.5, *ends])


def _draw_parts(ax: Axes, orientation: str, names: Sequence[str], bars: Sequence[Bar]) -> None:
    """Draw one orientation of every bar; what nobody says has no part."""
    parts = enumerate(bar.get(orientation) for bar in bars)
    drawn = [(at, names[at], part) for at, part in parts if part and part.share > 0]
    marks = ax.barh(
        [at for at, _, _ in drawn],
        [part.share for _, _, part in drawn],
        left=[min(part.begin, part.end(part.share)) for _, _, part in drawn],
        height=2 * BAR,
        color=ORIENTATIONS[orientation].fill,
        edgecolor=INK,
        linewidth=0.8,
        clip_on=False,
        label=orientation,
    )
    for (_, name, _), mark in zip(drawn, marks, strict=True):
        mark.set_gid(mark_id(orientation, name))


def _draw_limits(ax: Axes, name: str, row: int, bar: Bar) -> None:
    """Draw the intervals of the two outer parts above a bar, from where each may end to where it may end."""
    look: dict[str, Any] = {"color": INK, "linewidth": 2, "marker": "|", "markersize": 8, "markeredgewidth": 2}
    for part in bar.values():
        if part.orientation != MIDDLE and not np.isnan(part.low):
            ends = [part.end(part.low), part.end(part.high)]
            ax.plot(ends, [row - ABOVE] * 2, **look, label=f"{name} {part.orientation} interval", clip_on=False)


def _say_shares(ax: Axes, row: int, bar: Bar, scale: float, words: Mapping[str, str]) -> None:
    """Write percentages and intervals in the parts of a bar, or under those that are too narrow or nothing.

    Under a bar, that of the middle part is in the middle and says what it is; the others keep to their own side of it.

    Parameters
    ----------
    scale : float
        Inches that are everything.
    """
    if not bar:
        ax.text(
            0, row, words["no_mentions"], ha="center", va="center", color=FAINT, style="italic", bbox=dict(OVER_LINE)
        )
    below: dict[str, tuple[float, str, float]] = {}
    for name, part in bar.items():
        if not _say_inside(ax, row, part, scale):
            said = " ".join(filter(None, (words[name] if name == MIDDLE else "", *part.said)))
            below[name] = (part.end(part.share / 2), said, (measure_text(said)[0] / 2 + APART) / scale)
    taken = below[MIDDLE][2] if MIDDLE in below else 0.0
    for name, (x, said, half) in below.items():
        if name != MIDDLE:
            # On the page at the outside, and beside the middle at the inside.
            away = max(min(abs(x), WIDE / 2 / scale - half), taken + half)
            x = WAYS[name] * away
        ax.text(x, row + BELOW, said, ha="center", va="top", size=TEXT_SIZE, linespacing=1, bbox=dict(OVER_LINE))


def _say_inside(ax: Axes, row: int, part: _Part, scale: float) -> bool:
    """Write a percentage and its interval in a part of a bar, where that is wide enough."""
    number, limits = part.said
    wide = max(measure_text(number, TEXT_SIZE + 3)[0], measure_text(limits, SMALL_SIZE)[0])
    if wide > part.share * scale - 0.1:
        return False
    look: dict[str, Any] = {"ha": "center", "color": ORIENTATIONS[part.orientation].ink, "linespacing": 1}
    x = part.end(part.share / 2)
    ax.text(x, row + 0.02, number, **look, va="bottom", size=TEXT_SIZE + 3)
    ax.text(x, row + 0.04, limits, **look, va="top", size=SMALL_SIZE)
    return True


def _name_bar(ax: Axes, row: int, label: str, many: Sequence[str]) -> None:
    """Write to the left of a bar whose it is, and of how many."""
    room, beside = LEFT - MARGIN - 0.15, ax.get_yaxis_transform()
    who = break_text(label, room, TEXT_SIZE + 2, weight="bold")
    look: dict[str, Any] = {"ha": "right", "linespacing": 1, "transform": beside}
    ax.text(-0.02, row - 0.03, who, **look, va="bottom", weight="bold", size=TEXT_SIZE + 2)
    counted = break_text(", ".join(many).replace(" ", NBSP).replace(f",{NBSP}", ", "), room).replace(NBSP, " ")
    ax.text(-0.02, row + 0.03, counted, **look, va="top", size=SMALL_SIZE, color=FAINT)


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
