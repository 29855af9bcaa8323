"""How many speakers of each perspective mention a theme, or how often, with intervals and words of caution."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory

from perspectieven.comparison.rates import RATES
from perspectieven.errors import Fault, TableError
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
from perspectieven.figures.inputs import check_input, choose_most, order_of, present
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import (
    add_notes,
    find_largest,
    height_of,
    lay_out_notes,
    name_left_out,
    name_withheld,
    tell_cautions,
)
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import height_of_row, lay_out_rows
from perspectieven.figures.style import (
    HEIGHT,
    MARGIN,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_number,
    format_percent,
    mark,
    style_perspectives,
    styled,
)

NAMES = 4.1
"""Inches for the names of the themes, at the most."""
CAUTION = 2.65
"""Inches for the words of caution, right of the data."""
BEFORE = 0.5
"""Inches of these for the marks of the two perspectives."""
LANE = 0.1
"""Inches for the mark of a perspective in a row."""

_COLUMNS = {
    "share": ("share_speakers", "share_low", "share_high"),
    "rate": ("per_1000_words", "rate_low", "rate_high"),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "share_title": "Welk deel van de sprekers noemt {item}?",
        "rate_title": "Hoe vaak komt {item} ter sprake?",
        "share_text": "Teken: aandeel van de sprekers. Lijn: 95%-interval over gesprekken.",
        "rate_text": "Teken: vermeldingen per 1.000 woorden. Lijn: 95%-interval over gesprekken.",
        "careful": "Het grootste verschil:",
        "or_first": "sprekers, en waar een verschil vaststaat",
        "spoken": "Het meest genoemd, {name}: {most}.",
    },
    "en": {
        "share_title": "Which share of speakers mentions {item}?",
        "rate_title": "How often does {item} come up?",
        "share_text": "Mark: share of speakers. Line: 95% interval over conversations.",
        "rate_text": "Mark: mentions per 1,000 words. Line: 95% interval over conversations.",
        "careful": "The largest difference:",
        "or_first": "speakers, and where a difference is certain",
        "spoken": "Most mentioned, {name}: {most}.",
    },
}


@styled()
def plot_rates(
    rates: pd.DataFrame,
    *,
    measure: str = "share",
    cautions: pd.DataFrame | None = None,
    first: Collection[str] = (),
    most: int = 16,
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    """Draw per theme and perspective the share of speakers, or mentions per 1,000 words, with its interval.

    One row per theme, one mark per perspective in it. A withheld perspective has no mark, and is named under the data.

    Parameters
    ----------
    rates : DataFrame
        Schema `comparison.rates.RATES`, about themes or codes.
    measure : {"share", "rate"}
    cautions : DataFrame, optional
        Schema `comparison.cautions.CAUTIONS`, about the same and with the same measure. What is to be careful with in
        the largest difference of a row stands right of it, in a few words, after the marks of the two perspectives.
    first : collection of str
        Themes (or codes) that are drawn however few speakers mention them, such as those with a decided difference.
    most : int
        Themes (or codes) to draw: those that most speakers mention. The others are counted under the data.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a line per perspective, named by ``get_label()``, and a text per row with a caution.

    Raises
    ------
    TableError
        If a table does not have its schema, or there is no such measure.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "theme": "ERB", "n_speakers": 4, "share_speakers": 0.5}
    >>> limits = {"share_low": 0.2, "share_high": 0.8}
    >>> figure = plot_rates(make_table([row | limits], RATES), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['Ouders (n = 4)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    if measure not in _COLUMNS:
        raise TableError(Fault("figure", "measure", f'is "{measure}"; use one of {", ".join(_COLUMNS)}'))
    value, low, high = _COLUMNS[measure]
    by = check_input(rates, RATES, shares=("share_speakers", "share_low", "share_high"))
    styles = style_perspectives(order_of(rates["perspective"]))
    table = rates.astype({"perspective": str, by: str, "withheld": bool})
    names, there = present(rates["perspective"]), present(rates[by])
    speakers = table.groupby(by)["n_speakers_coded"].sum()
    weights = {item: float(speakers[item] + (item in first) * speakers.sum()) for item in there}
    pairs = find_largest(cautions, by, words)
    page = current_page()
    told = {
        item: break_text(tell_cautions(pairs[item][1], words), CAUTION - BEFORE)
        for item in choose_most(weights, most)
        if item in pairs
    }
    drawing = start_drawing(words[f"{measure}_title"].format(item=words[by]), words[f"{measure}_text"])
    if not there:
        return say_empty(drawing, words["no_data"])
    sizes = table.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    shown = [name for name in names if not table.loc[table["perspective"] == name, "withheld"].all()]
    key = {name: f"{labels.get(name, name)} (n = {sizes[name]})" for name in shown}
    top = 1.18 + height_of_key(key) + (0.35 if told and page.letters > 1 else 0)
    lines = max((measure_text(text, spacing=1)[1] for text in told.values()), default=0.0)
    rows = lay_out_rows(
        weights,
        labels,
        room=HEIGHT - top - drawing.lower - 0.5,
        widest=NAMES,
        tell=lambda items: lay_out_notes(
            name_withheld(table, labels, words),
            name_left_out(items, there, by, "or_first" if first else "speakers", labels, words),
        ),
        most=most,
        least=max(lines, LANE * len(names) * page.letters),
    )
    items, notes = rows.items, rows.notes
    told = {item: text for item, text in told.items() if item in items}
    add_key(drawing, styles, key, top=1.08)
    right = CAUTION + 0.23 if told else 0.45
    ax = add_panel(drawing, left=rows.left, right=right, top=top, bottom=0.5 + height_of(notes))
    add_rows(ax, rows.names)
    lane = 0.84 / max(3, len(shown))
    # Marks as high as their lane, so that none hides another.
    size = min(10.0, 72 * lane * height_of_row(ax) / page.letters)
    for at, name in enumerate(shown):
        own = table[(table["perspective"] == name) & table[by].isin(items) & ~table["withheld"]]
        lanes = [items.index(item) + (at - (len(shown) - 1) / 2) * lane for item in own[by]]
        ax.hlines(lanes, own[low], own[high], color=styles[name].ink, linewidth=2, label=f"{name} interval")
        ax.plot(
            own[value], lanes, **mark(styles[name], size=size), linestyle="none", label=name, clip_on=False, zorder=3
        )
        for item, amount, row in zip(own[by], own[value], lanes, strict=True):
            if pd.notna(amount):
                add_target(ax, amount, row, item, name, size=10)
    _scale(ax, measure, language)
    beside, wide = ax.get_yaxis_transform(), float(ax.get_position().width) * WIDTH
    for item, said in told.items():
        row = items.index(item)
        for inches, name in zip((0.16, 0.36), pairs[item][0], strict=True):
            x = 1 + inches / wide
            ax.plot(x, row, **mark(styles[name]), transform=beside, clip_on=False, label=f"{item} {name} caution")
        ax.text(1 + BEFORE / wide, row, said, transform=beside, va="center", size=TEXT_SIZE, linespacing=1)
    if told:
        at_edge = blended_transform_factory(drawing.transFigure, ax.transData)
        look: dict[str, Any] = {"ha": "right", "va": "bottom", "weight": "bold", "size": TEXT_SIZE}
        ax.text(1 - MARGIN / WIDTH, -0.55, words["careful"], transform=at_edge, **look)
    for name in shown:
        own = table[(table["perspective"] == name) & table[value].notna()]
        largest = own.sort_values(value, ascending=False, kind="stable").head(3)
        spoken = ", ".join(
            f"{labels.get(item, item)} {_write(amount, measure, language)}"
            for item, amount in zip(largest[by], largest[value], strict=True)
        )
        drawing.alt += f" {words['spoken'].format(name=key[name], most=spoken)}"
    if told:
        said = "; ".join(
            f"{labels.get(item, item)} ({', '.join(labels.get(name, name) for name in pairs[item][0])}): {text}"
            for item, text in told.items()
        ).replace("\n", " ")
        drawing.alt += f" {words['careful']} {said}."
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _write(amount: float, measure: str, language: str) -> str:
    return format_percent(amount) if measure == "share" else format_number(amount, language=language)


def _scale(ax: Axes, measure: str, language: str) -> None:
    if measure == "share":
        ax.set_xlim(-0.005, 1.005)
        ticks: tuple[float, ...] = (0, 0.25, 0.5, 0.75, 1)
    else:
        ax.set_xlim(left=-0.005 * ax.get_xlim()[1])
        ticks = tuple(tick for tick in ax.get_xticks() if 0 <= tick <= ax.get_xlim()[1])
    written = [_write(tick, measure, language) for tick in ticks]
    ax.set_xticks(ticks, written, size=SMALL_SIZE)
