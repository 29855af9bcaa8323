"""The orientation of what each perspective says, as bars that add up to everything."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present
from perspectieven.figures.measuring import break_text
from perspectieven.figures.style import (
    FAINT,
    INK,
    MARGIN,
    ORIENTATIONS,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_percent,
    style_perspectives,
    styled,
)
from perspectieven.tables import ORIENTATION_COUNTS

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "In welke richting wordt er gesproken?",
        "text": "Elke spreker die iets noemt telt even zwaar: het gemiddelde van ieders verdeling.\n"
        "Wie niets noemt heeft geen verdeling en telt hier niet mee.",
        "no_mentions": "geen vermeldingen",
        "speaker": "spreker",
        "mention": "vermelding",
    },
    "en": {
        "title": "In which direction do people speak?",
        "text": "Every speaker who mentions something weighs the same: the mean of their distributions.\n"
        "Who mentions nothing has no distribution and is not counted here.",
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
NARROW = 0.07
"""A part of a bar below this share has its number outside it."""


@styled()
def plot_orientations(orientation_counts: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw a bar per perspective, divided into normaliserend, neutraal and problematiserend.

    Parameters
    ----------
    orientation_counts : DataFrame
        Schema `tables.ORIENTATION_COUNTS`; drawn is ``share_per_speaker``. The mentions in a bar's label are the sum
        of its rows.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a container of bars per orientation, named by ``get_label()``.

    Raises
    ------
    TableError
        If the table does not have its schema, or an orientation is not one of the three.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "orientation": "neutraal", "n_coded": 3, "n_speakers": 2}
    >>> counts = make_table([row | {"share_per_speaker": 1.0}], ORIENTATION_COUNTS)
    >>> figure = plot_orientations(counts, labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['100%', 'Ouders', '2 sprekers, 3 vermeldingen']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(orientation_counts, ORIENTATION_COUNTS, shares=("share", "share_per_speaker"))
    _check_orientations(orientation_counts)
    names = present(orientation_counts["perspective"])
    style_perspectives(order_of(orientation_counts["perspective"]))
    page = max(5.76, 2.7 + 1.2 * len(names))
    drawing = start_drawing(words["title"], words["text"], height=page)
    if not names:
        return say_empty(drawing, words["no_data"])
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
    ax = add_panel(drawing, left=LEFT, right=RIGHT, top=1.8, bottom=0.5)
    ax.set_xlim(0, 1)
    ax.set_ylim(len(names) - 0.5, -0.5)
    shares = {
        (str(row["perspective"]), str(row["orientation"])): float(row["share_per_speaker"])
        for row in orientation_counts.to_dict("records")
    }
    reached = dict.fromkeys(names, 0.0)
    for orientation, style in ORIENTATIONS.items():
        drawn = {name: shares[name, orientation] for name in names if shares.get((name, orientation), 0) > 0}
        bars = ax.barh(
            [names.index(name) for name in drawn],
            list(drawn.values()),
            left=[reached[name] for name in drawn],
            height=0.56,
            color=style.fill,
            edgecolor=INK,
            linewidth=0.8,
            label=orientation,
        )
        for (name, share), bar in zip(drawn.items(), bars, strict=True):
            bar.set_gid(mark_id(orientation, name))
            _say_share(ax, reached[name] + share / 2, names.index(name), share, orientation)
            reached[name] += share
    for at, name in enumerate(names):
        own = orientation_counts[orientation_counts["perspective"] == name]
        if reached[name] == 0:
            ax.text(0.01, at, words["no_mentions"], va="center", color=FAINT, style="italic")
        below = (
            _many(int(own["n_speakers"].max()), "speaker", words),
            _many(int(own["n_coded"].sum()), "mention", words),
        )
        spoken = ", ".join(
            f"{words[orientation]} {format_percent(shares[name, orientation])}"
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
    drawing.alt += f" {words['see_table']}"
    return drawing


def _say_share(ax: Axes, x: float, row: int, share: float, orientation: str) -> None:
    """Write a percentage in its part of the bar, or outside a narrow one: above, and below for the middle part."""
    text, style = format_percent(share), ORIENTATIONS[orientation]
    if share >= NARROW:
        ax.text(x, row, text, ha="center", va="center_baseline", color=style.ink, size=TEXT_SIZE + 3)
    elif orientation == "neutraal":
        ax.text(x, row + 0.3, text, ha="center", va="top", size=TEXT_SIZE)
    else:
        ax.text(x, row - 0.3, text, ha="center", va="bottom", size=TEXT_SIZE)


def _many(n: int, one: str, words: Mapping[str, str]) -> str:
    return f"{n} {words[one if n == 1 else one + 's']}"


def _check_orientations(orientation_counts: pd.DataFrame) -> None:
    faults = [
        Fault(ORIENTATION_COUNTS.name, f"row {row}", f'orientation is "{name}"; use one of {", ".join(ORIENTATIONS)}')
        for row, name in orientation_counts["orientation"].items()
        if name not in ORIENTATIONS
    ]
    if faults:
        raise TableError(faults)
