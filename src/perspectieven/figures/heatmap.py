"""How often each perspective mentions each theme, as numbers with intervals in a coloured grid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from perspectieven.comparison.rates import RATES
from perspectieven.figures.columns import add_columns, lay_out_columns
from perspectieven.figures.drawing import (
    Drawing,
    add_panel,
    mark_id,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input, order_of, present, tell_extremes
from perspectieven.figures.limits import format_limits
from perspectieven.figures.measuring import drawn_size, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import BESIDE, SPACING, lay_out_rows
from perspectieven.figures.style import (
    HEATMAP,
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_number,
    style_perspectives,
    styled,
)

TOP = 1.05
"""Inches for the title."""
NAMES = 4.1
"""Inches for the names of the themes, at the most."""
ROW = 0.34
"""Inches that a row needs."""
DARK = 0.66
"""From this part of the scale on, white can be read better than black."""
BETWEEN = 0.08
"""Inches between a number and its interval."""
AROUND = 0.06
"""Inches around what stands in a cell."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Hoe vaak komt {item} ter sprake?",
        "text": "Vermeldingen per 1.000 woorden, met het 95%-interval over gesprekken. Donkerder is vaker.",
        "missing": "Gearceerd: niets gezegd.",
    },
    "en": {
        "title": "How often does {item} come up?",
        "text": "Mentions per 1,000 words, with the 95% interval over conversations. Darker is more often.",
        "missing": "Hatched: nothing said.",
    },
}


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in the cells: a number and its interval, by theme and perspective."""

    numbers: Mapping[tuple[str, str], str]
    limits: Mapping[tuple[str, str], str]

    @property
    def number_wide(self) -> float:
        return max((measure_text(text, TEXT_SIZE + 1, weight="bold")[0] for text in self.numbers.values()), default=0.0)

    @property
    def limits_wide(self) -> float:
        return max((measure_text(text, SMALL_SIZE)[0] for text in self.limits.values()), default=0.0)

    @property
    def wide(self) -> float:
        """Inches for both beside each other."""
        return self.number_wide + BETWEEN + self.limits_wide

    @property
    def high(self) -> float:
        """Inches for one under the other."""
        return (drawn_size(TEXT_SIZE + 1) + drawn_size(SMALL_SIZE)) / 72 + 2 * AROUND


@styled()
def plot_heatmap(rates: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw mentions per 1,000 words, themes in rows and perspectives in columns, each with its interval.

    The interval stands beside the number where columns are wide enough for it, else under it. A pair without words has
    a hatched cell without a number: nothing said is not the same as never mentioned. A withheld perspective has no
    column, and is named under the data. Of more than a page holds, the themes with most mentions are drawn, and the
    others are counted under them; to draw all codes, draw those of one theme at a time.

    Parameters
    ----------
    rates : DataFrame
        Schema `comparison.rates.RATES`, about themes or codes.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a patch per cell, named "theme perspective", and two texts per number: itself and its interval.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_words": 400, "n_speakers": 4, "per_1000_words": 2.5}
    >>> figure = plot_heatmap(make_table([row | {"rate_low": 1, "rate_high": 6}], RATES), labels={"ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['2,5', '(1,0\N{EN DASH}6,0)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(rates, RATES)
    there = present(rates[by])
    style_perspectives(order_of(rates["perspective"]))
    table = rates.astype({"perspective": str, by: str, "withheld": bool})
    withheld = table.groupby("perspective")["withheld"].all()
    names = [name for name in present(rates["perspective"]) if not withheld[name]]
    shown = {(row[by], row["perspective"]): row for row in table.to_dict("records") if row["perspective"] in names}
    values = {pair: float(row["per_1000_words"]) for pair, row in shown.items() if pd.notna(row["per_1000_words"])}
    weights = {item: sum(values.get((item, name), 0.0) for name in names) for item in there}
    gaps = len(values) < len(there) * len(names)
    drawing = start_drawing(
        words["title"].format(item=words[by]), words["text"] + (f" {words['missing']}" if gaps else "")
    )
    not_shown = name_withheld(table, labels, words)
    if not there or not names:
        add_notes(drawing, lay_out_notes(not_shown))
        return say_empty(drawing, words["withheld" if there else "no_data"])
    written = _Written(
        {pair: format_number(value, language=language) for pair, value in values.items()},
        {pair: format_limits(shown[pair]["rate_low"], shown[pair]["rate_high"], language=language) for pair in values},
    )
    n_speakers = table.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    heads = [f"{labels.get(name, name)}\nn = {n_speakers[name]}" for name in names]
    narrow = (WIDTH - 2 * MARGIN - NAMES - BESIDE) / len(names)
    least = lay_out_columns(heads, narrow)
    beside = written.wide + 2 * AROUND <= narrow
    rows = lay_out_rows(
        weights,
        labels,
        room=HEIGHT - TOP - least.high - drawing.lower - 0.25,
        widest=NAMES,
        tell=lambda items: lay_out_notes(not_shown, name_left_out(items, there, by, "mentions", labels, words)),
        least=ROW * current_page().letters if beside else written.high,
    )
    items, notes = rows.items, rows.notes
    wide = (WIDTH - rows.left - MARGIN) / len(names)
    columns = lay_out_columns(heads, wide)
    ax = add_panel(drawing, left=rows.left, right=MARGIN, top=TOP + columns.high, bottom=0.25 + height_of(notes))
    scale = Normalize(0, max(values.values(), default=0) or 1)
    colours = mpl.colormaps[HEATMAP]
    for y, item in enumerate(items):
        for x, name in enumerate(names):
            cell = Rectangle((x - 0.5, y - 0.5), 1, 1, edgecolor=PAPER, linewidth=2, label=f"{item} {name}")
            cell.set_gid(mark_id(item, name))
            ax.add_patch(cell)
            if (item, name) not in values:
                cell.set(facecolor=PAPER, hatch="///")
                continue
            value = values[item, name]
            cell.set_facecolor(colours(scale(value)))
            ink = PAPER if scale(value) > DARK else INK
            _write(ax, x, y, written, (item, name), wide if beside else 0.0, ink)
    ax.set_xlim(-0.5, len(names) - 0.5)
    ax.set_ylim(len(items) - 0.5, -0.5)
    ax.set_yticks(range(len(items)), list(rows.names), linespacing=SPACING)
    add_columns(ax, columns)
    ax.spines[:].set_visible(False)
    drawing.alt += f" {len(items)} {words[by + 's']}."
    for name in names:
        told = {
            f"{labels.get(item, item)} {written.numbers[item, name]} {written.limits[item, name]}".rstrip(): values[
                item, name
            ]
            for item in items
            if (item, name) in values
        }
        who = f"{labels.get(name, name)} (n = {n_speakers[name]})"
        drawing.alt += " " + (tell_extremes(who, told, words) or f"{who}: {words['no_words']}.")
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _write(ax: Axes, x: int, y: int, written: _Written, pair: tuple[str, str], beside: float, ink: str) -> None:
    """Write a number and its interval: beside each other in a column of so many inches, or one under the other."""
    number: dict[str, Any] = {"color": ink, "size": TEXT_SIZE + 1, "weight": "bold"}
    limits: dict[str, Any] = {"color": ink, "size": SMALL_SIZE}
    if beside:
        ends = x + (written.number_wide - written.wide / 2) / beside  # so that the numbers of a column end in one line
        ax.text(ends, y, written.numbers[pair], **number, ha="right", va="center_baseline")
        ax.text(ends + BETWEEN / beside, y, written.limits[pair], **limits, ha="left", va="center_baseline")
    else:
        ax.text(x, y + 0.02, written.numbers[pair], **number, ha="center", va="bottom", linespacing=1)
        ax.text(x, y + 0.04, written.limits[pair], **limits, ha="center", va="top", linespacing=1)
