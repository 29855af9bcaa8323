"""How far apart two perspectives are, theme by theme, with what is not known as visible as what is."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from perspectieven.figures.drawing import Drawing, add_panel, add_rows, add_target, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of, present
from perspectieven.figures.notes import (
    add_notes,
    gather_cautions,
    height_of,
    lay_out_notes,
    name_left_out,
    tell_cautions,
)
from perspectieven.figures.pages import current_page
from perspectieven.figures.style import (
    BAND,
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    style_perspectives,
    styled,
    wrap,
)
from perspectieven.tables import DIFFERENCES

ABREAST = 3
"""Panels in a row."""
TOP = 1.4
"""Inches for the title."""
LEFT = 2.75
"""Inches for the names of the themes."""
ROW = 0.32
"""Inches for a row."""
UP = 0.3
"""How far above the middle of its row a mark stands that has words under it."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "explain": "Open teken: lees de woorden eronder mee, voor u het als een verschil in kijk leest.",
        "apart": "Intervallen waar nul niet in ligt: {rows}.",
        "careful": "Rijen met een kanttekening: {rows}.",
    },
    "en": {
        "explain": "Open mark: read the words under it before reading it as a difference of view.",
        "apart": "Intervals that do not hold zero: {rows}.",
        "careful": "Rows with a caution: {rows}.",
    },
}


@styled()
def plot_differences(
    differences: pd.DataFrame,
    *,
    cautions: pd.DataFrame | None = None,
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    """Draw a panel per pair of perspectives: per theme the difference in share of speakers, with its interval.

    A withheld row has no mark; its reason stands in its place, once where it holds for the whole panel.

    Parameters
    ----------
    differences : DataFrame
        Schema `tables.DIFFERENCES`, about themes or codes.
    cautions : DataFrame, optional
        Schema `comparison.cautions.CAUTIONS`, about the same. A row with a caution has an open mark, and under it what
        it is, in a few words.
    labels, language
        As in `plot_shares`. The reasons are the table's own words.

    Returns
    -------
    Drawing
        With an axes per pair; each has one line of marks, named "ouders - jeugdigen", and where there are cautions one
        of open marks, named "ouders - jeugdigen caution".

    Raises
    ------
    TableError
        If a table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"theme": "ERB", "perspective_a": "ouders", "perspective_b": "jeugdigen", "n_a": 2, "n_b": 5}
    >>> withheld = row | {"withheld": True, "reason": "te weinig sprekers: 2 (minimaal 3)"}
    >>> figure = plot_differences(make_table([withheld], DIFFERENCES), labels={})
    >>> figure.axes[0].texts[0].get_text().split()
    ['niet', 'getoond', 'te', 'weinig', 'sprekers:', '2', '(minimaal', '3)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(differences, DIFFERENCES, shares=("share_a", "share_b", "difference", "low", "high"))
    there = present(differences[by])
    sizes = differences.astype({by: str}).groupby(by)["difference"].agg(lambda own: own.abs().max()).fillna(0).to_dict()
    items = choose_most({item: float(sizes[item]) for item in there})
    order = dict.fromkeys(order_of(differences["perspective_a"]) + order_of(differences["perspective_b"]))
    styles = style_perspectives(list(order))
    table = differences.astype({by: str, "perspective_a": str, "perspective_b": str, "withheld": bool})
    pairs = [
        (a, b) for a in order for b in order if ((table["perspective_a"] == a) & (table["perspective_b"] == b)).any()
    ]
    careful = gather_cautions(cautions, by, words)
    shown = table[~table["withheld"]]
    drawn = set(zip(shown[by], shown["perspective_a"], shown["perspective_b"], strict=True))
    told = {key: wrap(tell_cautions(names, words), 24) for key, names in careful.items() if key in drawn}
    letters = current_page().letters
    head = 0.5 if letters == 1 else 1.15
    n_rows = -(-len(pairs) // ABREAST)
    notes = lay_out_notes(name_left_out(len(items), len(there), by, "difference", words))
    foot = height_of(notes)
    top = TOP + 0.22 * bool(told)
    n_lines = max((text.count("\n") for text in told.values()), default=0)
    below = max(HEIGHT - top - foot, head + 0.4 + (ROW + 0.1 * bool(told) + 0.2 * n_lines) * letters * len(items))
    text = words["differences_text"].format(item=words[by]) + (f"\n{words['explain']}" if told else "")
    drawing = start_drawing(words["differences_title"], text, height=top + max(1, n_rows) * below + foot)
    if not pairs:
        return say_empty(drawing, words["no_data"])
    width = (WIDTH - LEFT - MARGIN) / min(ABREAST, len(pairs))
    for at, (a, b) in enumerate(pairs):
        down, across = divmod(at, ABREAST)
        ax = add_panel(
            drawing,
            left=LEFT + across * width + 0.08,
            right=WIDTH - LEFT - (across + 1) * width + 0.08,
            top=top + drawing.lower + down * below + head,
            bottom=foot + (n_rows - 1 - down) * below + 0.4,
        )
        own = table[(table["perspective_a"] == a) & (table["perspective_b"] == b) & table[by].isin(items)].set_index(by)
        add_rows(ax, [labels.get(item, item) for item in items], width=26, size=SMALL_SIZE)
        if across:
            ax.set_yticklabels([])
        _draw_pair(ax, own, items, (a, b), {item: told[key] for item in items if (key := (item, a, b)) in told}, words)
        _head(ax, (a, b), own, labels, styles)
    spoken = ", ".join(f"{labels.get(a, a)} {words['and']} {labels.get(b, b)}" for a, b in pairs)
    drawing.alt += f" {spoken}. {len(items)} {words[by + 's']}."
    apart = shown[(shown["low"] > 0) | (shown["high"] < 0)]
    rows = [
        f"{labels.get(i, i)}, {labels.get(a, a)} {words['and']} {labels.get(b, b)} ({_points(difference)})"
        for i, a, b, difference in apart[[by, "perspective_a", "perspective_b", "difference"]].to_numpy()
    ]
    drawing.alt += f" {words['apart'].format(rows='; '.join(rows) or words['0'])}"
    if told:
        texts = list(told.values())
        drawing.alt += " " + words["careful"].format(
            rows=", ".join(f"{text} ({texts.count(text)})" for text in dict.fromkeys(texts))
        ).replace("\n", " ")
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _draw_pair(
    ax: Axes,
    own: pd.DataFrame,
    items: tuple[str, ...],
    pair: tuple[str, str],
    told: Mapping[str, str],
    words: Mapping[str, str],
) -> None:
    name = " - ".join(pair)
    shown = own[~own["withheld"]]
    withheld = own[own["withheld"]]
    if len(withheld) == len(own) and withheld["reason"].nunique() == 1:
        text = f"{words['withheld']}\n{wrap(withheld['reason'].iloc[0], 20)}"
        ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=INK, backgroundcolor=PAPER)
        ax.plot([], [], label=name)
        ax.set_xticks([])
        return
    careful = shown.index.isin(list(told))
    rows = np.array([items.index(item) for item in shown.index]) - np.where(careful, UP, 0)
    ax.axvline(0, color=FAINT, linewidth=1.5, zorder=1)
    ax.hlines(rows, shown["low"], shown["high"], color=INK, linewidth=2, zorder=3, label=f"{name} interval")
    look: dict[str, Any] = {"color": INK, "markersize": 8, "linestyle": "none", "marker": "o", "zorder": 4}
    ax.plot(shown["difference"][~careful], rows[~careful], **look, label=name)
    if careful.any():
        ax.plot(
            shown["difference"][careful],
            rows[careful],
            **look,
            markerfacecolor=PAPER,
            markeredgewidth=2,
            label=f"{name} caution",
        )
    for item in shown.index[careful]:
        y = items.index(item) + 0.52
        behind: dict[str, Any] = {
            "facecolor": BAND if items.index(item) % 2 == 0 else PAPER,
            "linewidth": 0,
            "pad": 0.5,
        }
        ax.text(0, y, told[item], ha="center", va="bottom", size=SMALL_SIZE, linespacing=0.95, bbox=behind, zorder=2)
    for item, difference in shown["difference"].items():
        add_target(ax, float(difference), items.index(str(item)), str(item), *pair)
    ax.set_xlim(-1.05, 1.05)
    ax.set_xticks((-1, -0.5, 0, 0.5, 1), ["", "\N{MINUS SIGN}50", "0", "+50", ""], size=SMALL_SIZE)
    for item, reason in withheld["reason"].items():
        ax.text(0, items.index(str(item)), wrap(reason, 26), ha="center", va="center", color=FAINT, size=SMALL_SIZE - 1)


def _head(
    ax: Axes,
    pair: tuple[str, str],
    own: pd.DataFrame,
    labels: Mapping[str, str],
    styles: Mapping[str, PerspectiveStyle],
) -> None:
    """Say on which side of zero each of the two is mentioned more, in a line for each so that they never collide."""
    a, b = pair
    n_a, n_b = int(own["n_a"].iloc[0]), int(own["n_b"].iloc[0])
    at = ax.transAxes
    gap, line = (" ", 18) if current_page().letters == 1 else ("\n", 38)  # larger letters: the number on its own line
    for text, x, points, side, name in (
        (f"{labels.get(a, a)}{gap}(n = {n_a}) \N{RIGHTWARDS ARROW}", 1.0, 6 + line, "right", a),
        (f"\N{LEFTWARDS ARROW} {labels.get(b, b)}{gap}(n = {n_b})", 0.0, 6, "left", b),
    ):
        ax.annotate(
            text,
            xy=(x, 1),
            xycoords=at,
            xytext=(0, points),
            textcoords="offset points",
            ha=side,
            va="bottom",
            weight="bold",
            size=SMALL_SIZE,
            color=styles[name].ink,
            annotation_clip=False,
        )


def _points(difference: float) -> str:
    r"""Write a difference of shares in percentage points, with its sign.

    >>> _points(0.5), _points(-0.25) == "\N{MINUS SIGN}25"
    ('+50', True)
    """
    return f"{100 * difference:+.0f}".replace("-", "\N{MINUS SIGN}")
