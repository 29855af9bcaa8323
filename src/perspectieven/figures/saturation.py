"""Whether further conversations still bring new codes: what is known after one, two, three of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.comparison.saturation import SATURATION
from perspectieven.figures.drawing import Drawing, add_panel, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_withheld
from perspectieven.figures.style import (
    HEIGHT,
    LINE,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    format_number,
    mark,
    style_perspectives,
    styled,
)

ABREAST = 3
"""Panels in a row."""
TOP = 1.55
"""Inches for the title."""
LEFT = 0.85
"""Inches for the numbers at the left of the page."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Brengt een volgend gesprek nog iets nieuws?",
        "text": "Codes na zoveel gesprekken, gemiddeld over alle volgordes (band: 95% daarvan).\n"
        "Wordt de lijn vlak, dan voegen verdere gesprekken weinig toe. Grijs: de andere.",
        "conversation": "gesprek",
        "conversations": "gesprekken",
        "one_code": "code",
        "last": "laatste gesprek:\n+{n}",
        "spoken": "{name}: {codes} na {conversations}, waarvan {new} uit het laatste.",
    },
    "en": {
        "title": "Does another conversation add anything?",
        "text": "Codes after so many conversations, the mean of all orders (band: 95% of these).\n"
        "Where the line gets flat, further conversations add little. Grey: the others.",
        "conversation": "conversation",
        "conversations": "conversations",
        "one_code": "code",
        "last": "last conversation:\n+{n}",
        "spoken": "{name}: {codes} after {conversations}, {new} of them from the last.",
    },
}


@styled()
def plot_saturation(saturation: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    r"""Draw a panel per perspective: the number of codes after each conversation, with a band, and what the last adds.

    Parameters
    ----------
    saturation : DataFrame
        Schema `comparison.saturation.SATURATION`, of codes. A withheld perspective has no panel, and is named under
        the data.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        With an axes per perspective, in it its line, named by ``get_label()``, and that of each other perspective in
        grey, named "jeugdigen behind".

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "n_speakers": 4}
    >>> rows = [row | {"n_transcripts": at, "mean_codes": 4.0 + at, "mean_new": 1.0} for at in (1, 2)]
    >>> figure = plot_saturation(make_table(rows, SATURATION), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['6 codes', 'laatste gesprek:\n+1,0']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(saturation, SATURATION)
    styles = style_perspectives(order_of(saturation["perspective"]))
    table = saturation.astype({"perspective": str, "withheld": bool}).sort_values("n_transcripts", kind="stable")
    known = table[table["mean_codes"].notna() & ~table["withheld"]]
    names = [name for name in present(saturation["perspective"]) if (known["perspective"] == name).any()]
    drawing = start_drawing(words["title"], words["text"])
    notes = lay_out_notes(name_withheld(table, labels, words))
    if not names:
        add_notes(drawing, notes)
        return say_empty(drawing, words["no_data"])
    columns = min(ABREAST, len(names))
    n_rows = -(-len(names) // columns)
    width = (WIDTH - LEFT - MARGIN) / columns
    foot = 0.25 + height_of(notes)
    tall = (HEIGHT - TOP - foot) / n_rows
    most, last = float(known["high"].fillna(known["mean_codes"]).max()), int(known["n_transcripts"].max())
    sizes = known.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    said = {name: f"{labels.get(name, name)} (n = {sizes[name]})" for name in names}
    heads = {name: break_text(text, width - 0.3, weight="bold") for name, text in said.items()}
    head = 0.15 + max(measure_text(text, weight="bold")[1] for text in heads.values())
    for at, name in enumerate(names):
        down, across = divmod(at, columns)
        ax = add_panel(
            drawing,
            left=LEFT + across * width + 0.1,
            right=WIDTH - LEFT - (across + 1) * width + 0.1,
            top=TOP + down * tall + head,
            bottom=foot + (n_rows - 1 - down) * tall + 0.55,
        )
        for other in names:
            if other != name:
                own = known[known["perspective"] == other]
                look: dict[str, Any] = {
                    "color": "#B5B5B5",
                    "linewidth": 1.5,
                    "linestyle": styles[other].dashes,
                    "zorder": 1,
                }
                ax.plot(own["n_transcripts"], own["mean_codes"], **look, label=f"{other} behind")
        own = known[known["perspective"] == name]
        _draw_line(ax, own, name, styles[name], words, language)
        ax.set_xlim(0.5, last + 0.5)
        ax.set_ylim(0, 1.05 * most)
        ax.set_title(heads[name], loc="left", size=TEXT_SIZE, weight="bold", color=styles[name].ink, pad=8)
        ax.tick_params(labelleft=across == 0, labelsize=SMALL_SIZE)
        ax.set_xticks(sorted({1, (last + 1) // 2, last}))
        ax.set_xlabel(words["conversation" if last == 1 else "conversations"], size=SMALL_SIZE)
        ax.grid(axis="y", color=LINE, linewidth=1)
        end = own.iloc[-1]
        numbers: dict[str, Any] = {
            "codes": _say_codes(end["mean_codes"], words, language),
            "conversations": _say_conversations(int(end["n_transcripts"]), words),
            "new": format_number(end["mean_new"], language=language),
        }
        drawing.alt += f" {words['spoken'].format(name=said[name], **numbers)}"
    drawing.axes[0].set_ylabel(words["codes"], size=SMALL_SIZE)
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _draw_line(
    ax: Axes, own: pd.DataFrame, name: str, style: PerspectiveStyle, words: Mapping[str, str], language: str
) -> None:
    """Draw the line of a perspective with its band, and say at its end how far it comes and what came last."""
    x, mean, end = own["n_transcripts"], own["mean_codes"], own.iloc[-1]
    look: dict[str, Any] = {"color": style.fill, "alpha": 0.25, "linewidth": 0, "zorder": 2}
    ax.fill_between(x, own["low"].fillna(mean), own["high"].fillna(mean), **look, label=f"{name} band")
    ax.plot(x, mean, **mark(style, size=7), label=name, zorder=3)
    ax.lines[-1].set(linestyle=style.dashes, linewidth=2.5)
    known = _say_codes(end["mean_codes"], words, language)
    new = words["last"].format(n=format_number(end["mean_new"], language=language))
    behind: dict[str, Any] = {"facecolor": PAPER, "linewidth": 0, "pad": 1}
    low: dict[str, Any] = {"transform": ax.transAxes, "ha": "right", "linespacing": 1.1, "bbox": behind}
    ax.text(0.97, 0.24, known, **low, va="bottom", weight="bold", size=TEXT_SIZE + 3, color=style.ink)
    ax.text(0.97, 0.22, new, **low, va="top", size=SMALL_SIZE)


def _say_codes(mean: float, words: Mapping[str, str], language: str) -> str:
    """Say how many codes there are on average, in whole ones.

    >>> words = {**fixed_words("nl"), **_WORDS["nl"]}
    >>> _say_codes(1.2, words, "nl"), _say_codes(17.5, words, "nl")
    ('1 code', '18 codes')
    """
    n = format_number(mean, decimals=0, language=language)
    return f"{n} {words['one_code' if n == '1' else 'codes']}"


def _say_conversations(n: int, words: Mapping[str, str]) -> str:
    """Say how many conversations there are.

    >>> _say_conversations(1, _WORDS["nl"]), _say_conversations(2, _WORDS["nl"])
    ('1 gesprek', '2 gesprekken')
    """
    return f"{n} {words['conversation' if n == 1 else 'conversations']}"
