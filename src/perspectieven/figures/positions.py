"""Where in the conversation each perspective mentions a theme."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.comparison.positions import POSITIONS
from perspectieven.errors import Fault, TableError
from perspectieven.figures.columns import ABOVE, lay_out_columns
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present, tell_extremes
from perspectieven.figures.measuring import height_of_lines
from perspectieven.figures.notes import add_notes, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import BESIDE, SPACING, lay_out_rows
from perspectieven.figures.style import (
    HEIGHT,
    LINE,
    MARGIN,
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

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wanneer komt {item} ter sprake?",
        "text": "Vermeldingen per 1.000 woorden, van het begin tot het eind van het gesprek.\n"
        "Lijn door een teken: 95%-interval. n: wie dan spreken. Grijs: de andere groepen.",
        "begin": "begin",
        "end": "eind",
        "top": "{amount} ({who}, deel {part} van {n})",
        "to": "tot",
        "gap": "Onderbroken: in dat deel is niets gezegd, of door te weinig sprekers.",
    },
    "en": {
        "title": "When does {item} come up?",
        "text": "Mentions per 1,000 words, from the beginning to the end of the conversation.\n"
        "Line through a mark: 95% interval. n: those who speak then. Grey: the other groups.",
        "begin": "start",
        "end": "end",
        "top": "{amount} ({who}, part {part} of {n})",
        "to": "to",
        "gap": "Interrupted: nothing is said in that part, or by too few speakers.",
    },
}

TOP = 1.3
"""Inches for the title."""
NAMES = 2.5
"""Inches for the names of the themes, at the most."""
TICKS = 0.35
"""Inches for the numbers of the vertical axis."""
ACROSS = 0.3
"""Inches between two panels in a row."""
DOWN = 0.24
"""Inches between two rows of panels, so that their numbers stay apart."""
FOOT = 0.4
"""Inches for begin and end."""
ROW = 0.7
"""Inches that a row needs."""
MOST = 6
"""Themes that can still be read on one slide."""
HALVED = 8
"""Themes of which a slide for a class holds half."""
BEHIND = "#B5B5B5"


@styled()
def plot_positions(
    positions: pd.DataFrame,
    *,
    themes: Sequence[str] = (),
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    r"""Draw mentions per 1,000 words from the first to the last part: themes in rows, perspectives in columns.

    Parameters
    ----------
    positions : DataFrame
        Schema `comparison.positions.POSITIONS`, about themes or codes. A part in which a perspective says nothing, or
        with too few speakers, breaks its line. A perspective that is withheld in every part has no column, and is
        named under the data.
    themes : sequence of str
        The themes (or codes) to draw, at most six; by default all of the table's.
    labels, language
        As in `plot_shares`. For a class four rows are drawn, of the themes with most mentions.

    Returns
    -------
    Drawing
        With an axes per theme and perspective, row by row. In it the line of the perspective, named by
        ``get_label()``, its intervals, named "ouders interval", and the lines of the others, named "jeugdigen behind".

    Raises
    ------
    TableError
        If the table does not have its schema, a theme is not in it, or there are more than six.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_speakers": 4}
    >>> rows = [row | {"part": at, "per_1000_words": 2 * at, "low": at, "high": 4 * at} for at in (1, 2)]
    >>> figure = plot_positions(make_table(rows, POSITIONS), labels={"ouders": "Ouders", "ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.texts[2:]]
    ['Ouders\nn = 4', 'Erbij horen']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(positions, POSITIONS)
    styles = style_perspectives(order_of(positions["perspective"]))
    there = present(positions[by])
    asked = _choose(themes or there, there, by)
    table = positions.astype({"perspective": str, by: str, "withheld": bool}).sort_values("part", kind="stable")
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"])
    if not asked:
        return say_empty(drawing, words["no_data"])
    withheld = table.groupby("perspective")["withheld"].all()
    names = [name for name in present(positions["perspective"]) if not withheld[name]]
    refused = table[table["perspective"].map(withheld)]
    shown = table[table[by].isin(asked) & table["perspective"].isin(names)]
    notes_of = lay_out_notes(
        name_withheld(refused, labels, words), words["gap"] if shown["per_1000_words"].isna().any() else ""
    )
    if not names:
        add_notes(drawing, notes_of)
        return say_empty(drawing, words["withheld"])
    letters = current_page().letters
    heads = [f"{labels.get(name, name)}\n{_say_size(table, name, words)}" for name in names]
    ticks, foot = TICKS * letters, FOOT * letters
    least = lay_out_columns(heads, (WIDTH - 2 * MARGIN - NAMES - BESIDE - ticks) / len(names) - ACROSS)
    room = HEIGHT - TOP - drawing.lower - foot
    heights = shown.groupby(by)["per_1000_words"].sum()
    rows = lay_out_rows(
        {item: float(heights[item]) for item in asked},
        labels,
        room=room - least.high,
        widest=NAMES,
        tell=lambda items: "\n".join(
            filter(None, (notes_of, lay_out_notes(name_left_out(items, asked, by, "mentions", labels, words))))
        ),
        most=HALVED,
        least=ROW * letters,
    )
    left = rows.left + ticks
    wide = (WIDTH - left - MARGIN + ACROSS) / len(names)
    columns = lay_out_columns(heads, wide - ACROSS)
    under = height_of_lines(rows.notes)
    high = (room - columns.high - under) / len(rows.items)
    shown = shown[shown[by].isin(rows.items)]
    top = _nice_top(float(shown[["per_1000_words", "high"]].max().max()))
    for down, item in enumerate(rows.items):
        for across, name in enumerate(names):
            ax = add_panel(
                drawing,
                left=left + across * wide,
                right=WIDTH - left - (across + 1) * wide + ACROSS,
                top=TOP + columns.high + down * high + DOWN * letters / 2,
                bottom=foot + under + (len(rows.items) - 1 - down) * high + DOWN * letters / 2,
            )
            _draw_lines(ax, shown[shown[by] == item], item, name, styles)
            _dress(ax, shown["part"], top, words, language)
            ax.tick_params(labelleft=across == 0, labelbottom=down == len(rows.items) - 1)
            if down == 0:
                box, up = ax.get_position(), DOWN * letters / 2 + ABOVE + columns.raised * (across % 2)
                look: dict[str, Any] = {"ha": "center", "va": "bottom", "color": styles[name].ink}
                drawing.text((box.x0 + box.x1) / 2, box.y1 + up / HEIGHT, columns.names[across], **look, size=TEXT_SIZE)
        middle = ax.get_position().y0 + ax.get_position().height / 2
        place = (rows.left - BESIDE) / WIDTH, middle
        drawing.text(*place, rows.names[down], ha="right", va="center", size=TEXT_SIZE, linespacing=SPACING)
    drawing.alt += f" {', '.join(head.replace(chr(10), ' (') for head in heads)})."
    for item in rows.items:
        drawing.alt += f" {_tell(shown[shown[by] == item], labels.get(item, item), labels, words, language)}"
    add_notes(drawing, rows.notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _choose(asked: Sequence[str], there: Sequence[str], by: str) -> tuple[str, ...]:
    """Return what to draw, or say what is wrong with the choice."""
    faults = [
        Fault(POSITIONS.name, by, f'has no "{item}"; use one of {", ".join(there) or "no rows at all"}')
        for item in asked
        if item not in there
    ]
    if len(asked) > MOST:
        what = f"{len(asked)} to draw; pass themes=(...) with at most {MOST} of them"
        faults.append(Fault(POSITIONS.name, by, what))
    if faults:
        raise TableError(faults)
    return tuple(asked)


def _tell(own: pd.DataFrame, item: str, labels: Mapping[str, str], words: Mapping[str, str], language: str) -> str:
    """Say in which part, and of which perspective, a theme is mentioned most and least."""
    n_parts, said = int(own["part"].max()), own[own["per_1000_words"].notna()]
    amounts = {
        words["top"].format(
            amount=format_number(amount, language=language), who=labels.get(name, name), part=part, n=n_parts
        ): float(amount)
        for name, part, amount in zip(said["perspective"], said["part"], said["per_1000_words"], strict=True)
    }
    return tell_extremes(item, amounts, words)


def _say_size(table: pd.DataFrame, name: str, words: Mapping[str, str]) -> str:
    """Say how many of a perspective speak in a part: fewest and most, where that differs."""
    sizes = table.loc[table["perspective"] == name, "n_speakers"]
    fewest, most = int(sizes.min()), int(sizes.max())
    if not most:
        return words["no_words"]
    return f"n = {most}" if fewest == most else f"n = {fewest} {words['to']} {most}"


def _draw_lines(ax: Axes, own: pd.DataFrame, item: str, name: str, styles: Mapping[str, PerspectiveStyle]) -> None:
    """Draw the line of a perspective with its intervals, and behind it those of the others in grey."""
    for other, rows in own.groupby("perspective", sort=False):
        style = styles[str(other)]
        if other != name:
            ax.plot(rows["part"], rows["per_1000_words"], color=BEHIND, linestyle=style.dashes, label=f"{other} behind")
            ax.lines[-1].set(linewidth=1.5, zorder=1)
            continue
        ax.vlines(rows["part"], rows["low"], rows["high"], color=style.ink, linewidth=2, label=f"{name} interval")
        ax.plot(rows["part"], rows["per_1000_words"], **mark(style, size=7), label=name, clip_on=False, zorder=3)
        ax.lines[-1].set(linestyle=style.dashes, linewidth=2, gid=mark_id(item, name))


def _dress(ax: Axes, parts: pd.Series, top: float, words: Mapping[str, str], language: str) -> None:
    """Give a panel the axes that it shares with the others."""
    first, last = int(parts.min()), int(parts.max())
    ax.set_xlim(first - 0.2, last + 0.2)
    ax.set_ylim(-0.03 * top, top)
    ax.set_xticks([first, last] if last > first else [first], [words["begin"], words["end"]][: 1 + (last > first)])
    for text, side in zip(ax.get_xticklabels(), ("left", "right"), strict=False):
        text.set(horizontalalignment=side, size=SMALL_SIZE)
    decimals = 0 if top.is_integer() else 1
    written = [format_number(tick, decimals=decimals, language=language) for tick in (0.0, top)]
    ax.set_yticks((0, top), written, size=SMALL_SIZE)
    ax.spines["bottom"].set_visible(False)
    ax.grid(axis="y", color=LINE, linewidth=1)


def _nice_top(most: float) -> float:
    """Return where the y axis ends: the first round number that is not below the highest mark.

    >>> [_nice_top(most) for most in (0.0, 0.7, 3.2, 10.1, 17.0)]
    [1.0, 1.0, 4.0, 12.0, 20.0]
    """
    steps = (step * power for power in (1, 10, 100, 1000) for step in (1.0, 1.2, 1.6, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0))
    return next((step for step in steps if step >= most), 1.0 if pd.isna(most) else most)
