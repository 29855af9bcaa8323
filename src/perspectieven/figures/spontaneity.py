"""Who mentions a theme unasked, and who only after a question about it."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from perspectieven.comparison.spontaneity import SPONTANEITY
from perspectieven.figures.drawing import Drawing, add_panel, add_rows, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of, present
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.rows import BESIDE, height_of_row, lay_out_rows
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
)

ABREAST = 3
"""Panels in a row."""
TOP = 1.45
"""Inches for the title and the key."""
NAMES = 3.95
"""Inches for the names of the themes, at the most."""
BAR = 0.2
"""Inches for a bar."""
BETWEEN = 0.25
"""Inches between two panels."""
NBSP = "\N{NO-BREAK SPACE}"

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
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"])

    def tell(items: Sequence[str]) -> str:
        left_out = name_left_out(items, there, by, "prompted", labels, words)
        return lay_out_notes(name_withheld(table, labels, words), left_out)

    if not names or not there:
        add_notes(drawing, tell(there))
        return say_empty(drawing, words["no_data"])
    letters = current_page().letters
    n_rows = -(-len(names) // ABREAST)
    sizes = shown.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    said = {name: f"{labels.get(name, name)} (n{NBSP}={NBSP}{sizes[name]})" for name in names}
    widest = NAMES
    columns = min(ABREAST, len(names))
    least = (WIDTH - 2 * MARGIN - widest - BESIDE) / columns - BETWEEN
    head = 0.12 + max(measure_text(break_text(text, least, weight="bold"), weight="bold")[1] for text in said.values())
    any_told = bool(shown.loc[shown["mainly_prompted"], by].isin(choose_most(weights, most)).any())
    tick = 0.2 + measure_text("0")[1]
    rows = lay_out_rows(
        weights,
        {item: shorten(labels.get(item, item)) for item in there},
        room=(HEIGHT - TOP - drawing.lower) / n_rows - head - tick,
        widest=widest,
        tell=tell,
        most=most,
        least=letters * (BAR + 0.02 + 0.95 * TEXT_SIZE / 72 if any_told else 1.3 * BAR),
    )
    items, notes, height = rows.items, rows.notes, HEIGHT
    foot = height_of(notes)
    below = (HEIGHT - TOP - drawing.lower - foot) / n_rows
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
    width = (WIDTH - rows.left - MARGIN) / columns
    heads = {name: break_text(text, width - BETWEEN, weight="bold").replace(NBSP, " ") for name, text in said.items()}
    for at, name in enumerate(names):
        down, across = divmod(at, ABREAST)
        ax = add_panel(
            drawing,
            left=rows.left + across * width + BETWEEN / 2,
            right=WIDTH - rows.left - (across + 1) * width + BETWEEN / 2,
            top=TOP + down * below + head,
            bottom=foot + (n_rows - 1 - down) * below + tick,
        )
        own = shown[(shown["perspective"] == name) & shown[by].isin(items)]
        add_rows(ax, rows.names)
        if across:
            ax.set_yticklabels([])
        _draw_bars(ax, own, by, items, name, styles[name], words)
        ax.set_title(heads[name], loc="left", size=TEXT_SIZE, weight="bold", color=styles[name].ink, pad=6)
        told = [
            f"{labels.get(row[by], row[by])} {words['mainly_prompted']} "
            f"({row['n_speakers_spontaneous']}/{row['n_speakers_coded']} {words['unasked']})"
            for row in own[own["mainly_prompted"]].to_dict("records")
        ]
        who = said[name].replace(NBSP, " ")
        drawing.alt += f" {words['spoken'].format(name=who, rows='; '.join(told) or words['nothing'])}"
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
    inches = height_of_row(ax)
    high = BAR * current_page().letters / inches
    # A bar with words under it stands above the middle of its row.
    words_high = 0.02 / inches + measure_text(words["mainly_prompted"], spacing=0.95)[1] / inches
    rows = [
        items.index(item) - words_high / 2 * told for item, told in zip(own[by], own["mainly_prompted"], strict=True)
    ]
    look: dict[str, Any] = {"height": high, "edgecolor": INK, "linewidth": 0.8}
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
        under = items.index(item) - words_high / 2 + high / 2 + 0.02 / inches
        ax.text(0.02, under, words["mainly_prompted"], va="top", size=TEXT_SIZE, linespacing=0.95)
    ax.set_xlim(0, 1)
    ax.set_xticks((0, 0.5, 1), [format_percent(tick) for tick in (0, 0.5, 1)], size=SMALL_SIZE)
    for text, side in zip(ax.get_xticklabels(), ("left", "center", "right"), strict=True):
        text.set(horizontalalignment=side)
