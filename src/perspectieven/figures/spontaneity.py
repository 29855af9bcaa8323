"""Who mentions a theme unasked, and who only after a question about it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from perspectieven.comparison.spontaneity import SPONTANEITY
from perspectieven.figures.drawing import Drawing, add_panel, add_rows, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of, present
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import (
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    format_percent,
    style_perspectives,
    styled,
    wrap,
)

ABREAST = 3
"""Panels in a row."""
TOP = 1.6
"""Inches for the title and the key."""
LEFT = 2.75
"""Inches for the names of the themes."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wie noemt {item} uit zichzelf?",
        "text": "Deel van de sprekers. Lijn: 95%-interval van wie het uit zichzelf noemt.",
        "unasked": "uit zichzelf",
        "asked": "alleen na een vraag ernaar",
        "spoken": "{name}: {rows}.",
        "nothing": "niets vooral uitgelokt",
    },
    "en": {
        "title": "Who mentions {item} unasked?",
        "text": "Part of the speakers. Line: 95% interval of those who mention it unasked.",
        "unasked": "unasked",
        "asked": "only after a question about it",
        "spoken": "{name}: {rows}.",
        "nothing": "nothing mainly prompted",
    },
}


@styled()
def plot_spontaneity(
    spontaneity: pd.DataFrame, *, most: int = 16, labels: Mapping[str, str], language: str = "nl"
) -> Drawing:
    """Draw a panel per perspective: per theme the share of speakers who mention it unasked, and of those only asked.

    Parameters
    ----------
    spontaneity : DataFrame
        Schema `comparison.spontaneity.SPONTANEITY`, about themes or codes. A withheld perspective has no panel, and is
        named under the data.
    most : int
        Themes (or codes) to draw: those that most speakers mention only when asked, then those that most mention.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        With an axes per perspective; in it a container of bars "ouders unasked" and one "ouders asked", and where a
        theme is mainly prompted the words for it.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_speakers": 4, "n_speakers_coded": 4}
    >>> row |= {"n_speakers_spontaneous": 1, "share_speakers": 1.0, "share_spontaneous": 0.25, "mainly_prompted": True}
    >>> figure = plot_spontaneity(make_table([row], SPONTANEITY), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['vooral uitgelokt']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(spontaneity, SPONTANEITY, shares=("share_speakers", "share_spontaneous", "low", "high"))
    styles = style_perspectives(order_of(spontaneity["perspective"]))
    table = spontaneity.astype({"perspective": str, by: str, "withheld": bool, "mainly_prompted": bool})
    shown = table[~table["withheld"]]
    names = [name for name in present(spontaneity["perspective"]) if (shown["perspective"] == name).any()]
    there = present(spontaneity[by])
    n_mention = table.groupby(by)["n_speakers_coded"].sum().to_dict()
    n_unasked = table.groupby(by)["n_speakers_spontaneous"].sum().to_dict()
    # Only whoever was asked counts first, and among equals how many mention it at all.
    weights = {item: 1000.0 * (n_mention[item] - n_unasked[item]) + n_mention[item] for item in there}
    items = choose_most(weights, most)
    notes = lay_out_notes(
        name_withheld(table, labels, words), name_left_out(len(items), len(there), by, "speakers", words)
    )
    n_rows = -(-len(names) // ABREAST)
    foot = 0.1 + height_of(notes)
    below = max((HEIGHT - TOP - foot) / max(1, n_rows), 0.8 + 0.3 * len(items))
    height = TOP + max(1, n_rows) * below + foot
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"], height=height)
    if not names or not items:
        add_notes(drawing, notes)
        return say_empty(drawing, words["no_data"])
    keys = [
        Patch(facecolor="#5A5A5A", edgecolor=INK, label=words["unasked"]),
        Patch(facecolor=PAPER, edgecolor=INK, hatch="////", label=words["asked"]),
    ]
    drawing.legend(
        handles=keys,
        loc="upper left",
        bbox_to_anchor=(MARGIN / WIDTH, 1 - (1.08 + drawing.lower) / height),
        ncols=2,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        columnspacing=1.6,
        fontsize=TEXT_SIZE,
    )
    width = (WIDTH - LEFT - MARGIN) / min(ABREAST, len(names))
    for at, name in enumerate(names):
        down, across = divmod(at, ABREAST)
        ax = add_panel(
            drawing,
            left=LEFT + across * width + 0.1,
            right=WIDTH - LEFT - (across + 1) * width + 0.15,
            top=TOP + down * below + 0.35 * current_page().letters ** 2,
            bottom=foot + (n_rows - 1 - down) * below + 0.35,
        )
        own = shown[(shown["perspective"] == name) & shown[by].isin(items)]
        add_rows(ax, [shorten(labels.get(item, item)) for item in items], width=26, size=SMALL_SIZE)
        if across:
            ax.set_yticklabels([])
        _draw_bars(ax, own, by, items, name, styles[name], words)
        head = f"{labels.get(name, name)} (n = {own['n_speakers'].iloc[0]})"
        ax.set_title(wrap(head, 22), loc="left", size=TEXT_SIZE, weight="bold", color=styles[name].ink, pad=8)
        prompted = own[own["mainly_prompted"]]
        rows = [
            f"{labels.get(row[by], row[by])} {words['mainly_prompted']} "
            f"({row['n_speakers_spontaneous']}/{row['n_speakers_coded']} {words['unasked']})"
            for row in prompted.to_dict("records")
        ]
        drawing.alt += f" {words['spoken'].format(name=head, rows='; '.join(rows) or words['nothing'])}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _draw_bars(
    ax: Axes,
    own: pd.DataFrame,
    by: str,
    items: tuple[str, ...],
    name: str,
    style: PerspectiveStyle,
    words: Mapping[str, str],
) -> None:
    rows = [items.index(item) for item in own[by]]
    look: dict[str, Any] = {"height": 0.5, "edgecolor": INK, "linewidth": 0.8}
    bars = ax.barh(rows, own["share_spontaneous"], **look, color=style.fill, label=f"{name} unasked")
    rest = own["share_speakers"] - own["share_spontaneous"]
    hatched: dict[str, Any] = {
        "left": own["share_spontaneous"],
        "color": PAPER,
        "hatch": "////",
        "label": f"{name} asked",
    }
    ax.barh(rows, rest, **look, **hatched)
    for item, bar in zip(own[by], bars, strict=True):
        bar.set_gid(mark_id(item, name))
    ax.hlines(rows, own["low"], own["high"], color=PAPER, linewidth=4.5, zorder=3)
    ax.hlines(rows, own["low"], own["high"], color=INK, linewidth=1.8, zorder=4, label=f"{name} interval")
    for item in own.loc[own["mainly_prompted"], by]:
        behind: dict[str, Any] = {"facecolor": PAPER, "linewidth": 0, "pad": 1}
        ax.text(
            0.98, items.index(item), words["mainly_prompted"], ha="right", va="center", size=SMALL_SIZE, bbox=behind
        )
    ax.set_xlim(0, 1)
    ax.set_xticks((0, 0.5, 1), [format_percent(tick) for tick in (0, 0.5, 1)], size=SMALL_SIZE)
    for text, side in zip(ax.get_xticklabels(), ("left", "center", "right"), strict=True):
        text.set(horizontalalignment=side)
