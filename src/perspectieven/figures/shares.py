"""Which share of the speakers of each perspective mentions a theme."""

from collections.abc import Mapping

import pandas as pd

from perspectieven.figures.drawing import (
    Drawing,
    add_key,
    add_panel,
    add_rows,
    add_target,
    break_lines,
    height_of_lines,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input, choose_most, order_of, present, tell_extremes
from perspectieven.figures.notes import add_notes, name_left_out
from perspectieven.figures.style import HEIGHT, fixed_words, format_percent, mark, style_perspectives, styled
from perspectieven.tables import THEME_COUNTS

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
    For a class only the themes that most speakers mention are drawn; the others are counted under them.

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
    weights = table.groupby(by)["n_speakers_coded"].sum()
    items = choose_most({item: float(weights[item]) for item in there})
    notes = break_lines(name_left_out(len(items), len(there), by, "speakers", words))
    page = _page_height(len(items), len(names))
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"], height=page)
    if not items:
        return say_empty(drawing, words["no_data"])
    speaking = table[(table["n_speakers"] > 0) & table[by].isin(items)]
    key = {name: _name(table, name, labels, words) for name in names}
    add_key(drawing, styles, key, top=1.08, left=0.35)
    ax = add_panel(
        drawing, left=4.5, right=0.45, top=1.45 + 0.27 * (len(names) > 3), bottom=0.5 + height_of_lines(notes)
    )
    add_rows(ax, [labels.get(item, item) for item in items])
    lanes = tuple(name for name in names if (speaking["perspective"] == name).any())
    lane = 0.84 / max(3, len(lanes))
    for at, name in enumerate(lanes):
        own = speaking[speaking["perspective"] == name]
        rows = [items.index(item) + (at - (len(lanes) - 1) / 2) * lane for item in own[by]]
        style = styles[name]
        ax.hlines(rows, own["low"], own["high"], color=style.fill, linewidth=2, label=f"{name} interval")
        ax.plot(own["share_speakers"], rows, **mark(style), linestyle="none", label=name, clip_on=False, zorder=3)
        for item, share, row in zip(own[by], own["share_speakers"], rows, strict=True):
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


def _page_height(n_items: int, n_perspectives: int) -> float:
    """Return inches: a slide for as many rows as it holds, longer for more."""
    return max(HEIGHT, 2.2 + n_items * max(0.34, 0.107 * n_perspectives))
