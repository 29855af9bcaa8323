"""Which share of the speakers of each perspective mentions a theme."""

from collections.abc import Mapping

import pandas as pd

from perspectieven.figures.drawing import (
    Drawing,
    add_key,
    add_panel,
    add_rows,
    add_target,
    height_of_key,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input, order_of, present, tell_extremes
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import height_of_row, lay_out_rows
from perspectieven.figures.style import HEIGHT, fixed_words, format_percent, mark, style_perspectives, styled
from perspectieven.tables import THEME_COUNTS

NAMES = 4.1
"""Inches for the names of the themes, at the most."""
ROW = 0.34
"""Inches that a row needs."""
LANE = 0.107
"""Inches that it needs for every perspective."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Welk deel van de sprekers noemt {item}?",
        "text": "Teken: aandeel van de sprekers. Lijn: 95%-betrouwbaarheidsinterval.",
        "no_speakers": "geen sprekers",
    },
    "en": {
        "title": "Which share of speakers mentions {item}?",
        "text": "Mark: share of speakers. Line: 95% confidence interval.",
        "no_speakers": "no speakers",
    },
}


@styled()
def plot_shares(counts: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw the share of speakers per theme and perspective, with its interval.

    One row per theme, one mark per perspective in it. A perspective without speakers has no mark: the key says so.
    Of more than a page holds, those that most speakers mention are drawn, and the others are counted under them; to
    draw all codes, draw those of one theme at a time.

    Parameters
    ----------
    counts : DataFrame
        Schema `tables.THEME_COUNTS`, about themes or codes.
    labels : mapping of str to str
        Id to label, for perspectives and themes (or codes). An id without a label is shown as it is.
    language : {"nl", "en"}
        Of the fixed words.

    Returns
    -------
    Drawing
        A matplotlib Figure that a notebook shows. Its axes have a line per perspective, named by ``get_label()``.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_speakers": 4, "share_speakers": 0.5, "low": 0.2, "high": 0.8}
    >>> figure = plot_shares(make_table([row], THEME_COUNTS), labels={"ouders": "Ouders", "ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['Ouders (n = 4)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(counts, THEME_COUNTS, shares=("share_speakers", "low", "high"))
    styles = style_perspectives(order_of(counts["perspective"]))
    table = counts.astype({"perspective": str, by: str})
    names, there = present(counts["perspective"]), present(counts[by])
    speakers = table.groupby(by)["n_speakers_coded"].sum()
    weights = {item: float(speakers[item]) for item in there}
    letters = current_page().letters
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"])
    if not there:
        return say_empty(drawing, words["no_data"])
    key = {name: _name(table, name, labels, words) for name in names}
    top = 1.18 + height_of_key(key)
    rows = lay_out_rows(
        weights,
        labels,
        room=HEIGHT - top - drawing.lower - 0.5,
        widest=NAMES,
        tell=lambda items: lay_out_notes(name_left_out(items, there, by, "speakers", labels, words)),
        least=max(ROW, LANE * len(names)) * letters,
    )
    items, notes = rows.items, rows.notes
    speaking = table[(table["n_speakers"] > 0) & table[by].isin(items)]
    add_key(drawing, styles, key, top=1.08)
    ax = add_panel(drawing, left=rows.left, right=0.45, top=top, bottom=0.5 + height_of(notes))
    add_rows(ax, rows.names)
    lanes = tuple(name for name in names if (speaking["perspective"] == name).any())
    lane = 0.84 / max(3, len(lanes))
    size = min(10.0, 72 * lane * height_of_row(ax) / letters)
    for at, name in enumerate(lanes):
        own = speaking[speaking["perspective"] == name]
        heights = [items.index(item) + (at - (len(lanes) - 1) / 2) * lane for item in own[by]]
        style = styles[name]
        ax.hlines(heights, own["low"], own["high"], color=style.ink, linewidth=2, label=f"{name} interval")
        ax.plot(
            own["share_speakers"],
            heights,
            **mark(style, size=size),
            linestyle="none",
            label=name,
            clip_on=False,
            zorder=3,
        )
        for item, share, row in zip(own[by], own["share_speakers"], heights, strict=True):
            add_target(ax, share, row, item, name, size=10)
    ax.set_xlim(-0.005, 1.005)
    ticks = (0, 0.25, 0.5, 0.75, 1)
    ax.set_xticks(ticks, [format_percent(tick) for tick in ticks])
    drawing.alt += f" {', '.join(key.values())}. {len(items)} {words[by + 's']}."
    for name in lanes:
        own = speaking[(speaking["perspective"] == name) & speaking["share_speakers"].notna()]
        told = {
            f"{labels.get(item, item)} ({format_percent(share)})": float(share)
            for item, share in zip(own[by], own["share_speakers"], strict=True)
        }
        drawing.alt += f" {tell_extremes(labels.get(name, name), told, words)}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _name(counts: pd.DataFrame, name: str, labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    n_speakers = int(counts.loc[counts["perspective"] == name, "n_speakers"].iloc[0])
    return f"{labels.get(name, name)} ({f'n = {n_speakers}' if n_speakers else words['no_speakers']})"
