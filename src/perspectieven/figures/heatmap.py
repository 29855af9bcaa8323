"""How often each perspective mentions each theme, as numbers in a coloured grid."""

from collections.abc import Mapping

import matplotlib as mpl
import pandas as pd
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from perspectieven.figures.columns import add_columns, lay_out_columns
from perspectieven.figures.drawing import (
    Drawing,
    add_panel,
    mark_id,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input, order_of, present, tell_extremes
from perspectieven.figures.measuring import break_lines, height_of_lines
from perspectieven.figures.notes import add_notes, name_left_out
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import BESIDE, SPACING, lay_out_rows
from perspectieven.figures.style import (
    HEATMAP,
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_number,
    style_perspectives,
    styled,
)
from perspectieven.tables import THEME_COUNTS

TOP = 1.05
"""Inches for the title."""
NAMES = 4.1
"""Inches for the names of the themes, at the most."""
ROW = 0.34
"""Inches that a row needs."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Hoe vaak komt {item} ter sprake?",
        "text": "Vermeldingen per 1.000 woorden. Donkerder is vaker.",
        "missing": "Gearceerd: niets gezegd.",
    },
    "en": {
        "title": "How often does {item} come up?",
        "text": "Mentions per 1,000 words. Darker is more often.",
        "missing": "Hatched: nothing said.",
    },
}


@styled()
def plot_heatmap(counts: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw mentions per 1,000 words, themes in rows and perspectives in columns, the number in each cell.

    A pair without words has a hatched cell without a number: nothing said is not the same as never mentioned. Of
    more than a page holds, those with most mentions are drawn, and the others are counted under them; to draw all
    codes, draw those of one theme at a time.

    Parameters
    ----------
    counts : DataFrame
        Schema `tables.THEME_COUNTS`, about themes or codes.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a patch per cell, named "theme perspective", and a text per number.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_words": 400, "n_speakers": 4, "per_1000_words": 2.5}
    >>> figure = plot_heatmap(make_table([row], THEME_COUNTS), labels={"ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['2,5']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(counts, THEME_COUNTS)
    there, names = present(counts[by]), present(counts["perspective"])
    style_perspectives(order_of(counts["perspective"]))
    values = {
        (str(row[by]), str(row["perspective"])): float(row["per_1000_words"]) for row in counts.to_dict("records")
    }
    weights = {item: sum(values[item, n] for n in names if values.get((item, n), 0) > 0) for item in there}
    gaps = {pair for pair in ((item, name) for item in there for name in names) if pd.isna(values.get(pair))}
    text = words["text"] + (f" {words['missing']}" if gaps else "")
    drawing = start_drawing(words["title"].format(item=words[by]), text)
    if not there:
        return say_empty(drawing, words["no_data"])
    n_speakers = (
        counts.astype({"perspective": str}).drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    )
    heads = [f"{labels.get(name, name)}\nn = {n_speakers[name]}" for name in names]
    least = lay_out_columns(heads, (WIDTH - 2 * MARGIN - NAMES - BESIDE) / len(names))
    rows = lay_out_rows(
        weights,
        labels,
        room=HEIGHT - TOP - least.high - drawing.lower - 0.25,
        widest=NAMES,
        tell=lambda items: break_lines(name_left_out(items, there, by, "mentions", labels, words)),
        least=ROW * current_page().letters,
    )
    items, notes = rows.items, rows.notes
    columns = lay_out_columns(heads, (WIDTH - rows.left - MARGIN) / len(names))
    ax = add_panel(drawing, left=rows.left, right=MARGIN, top=TOP + columns.high, bottom=0.25 + height_of_lines(notes))
    scale = Normalize(0, max((values[pair] for pair in values if pair not in gaps), default=0) or 1)
    colours = mpl.colormaps[HEATMAP]
    for y, item in enumerate(items):
        for x, name in enumerate(names):
            cell = Rectangle((x - 0.5, y - 0.5), 1, 1, edgecolor=PAPER, linewidth=2, label=f"{item} {name}")
            cell.set_gid(mark_id(item, name))
            ax.add_patch(cell)
            if (item, name) in gaps:
                cell.set(facecolor=PAPER, hatch="///")
                continue
            value = values[item, name]
            cell.set_facecolor(colours(scale(value)))
            ink = PAPER if scale(value) > 0.55 else INK
            written = format_number(value, language=language)
            ax.text(x, y, written, ha="center", va="center_baseline", color=ink, size=TEXT_SIZE + 1)
    ax.set_xlim(-0.5, len(names) - 0.5)
    ax.set_ylim(len(items) - 0.5, -0.5)
    ax.set_yticks(range(len(items)), list(rows.names), linespacing=SPACING)
    add_columns(ax, columns)
    ax.spines[:].set_visible(False)
    drawing.alt += f" {len(items)} {words[by + 's']}."
    for name in names:
        told = {
            f"{labels.get(item, item)} ({format_number(values[item, name], language=language)})": values[item, name]
            for item in items
            if (item, name) not in gaps
        }
        who = f"{labels.get(name, name)} (n = {n_speakers[name]})"
        drawing.alt += " " + (tell_extremes(who, told, words) or f"{who}: {words['no_words']}.")
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing
