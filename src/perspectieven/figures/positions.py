"""Where in the conversation each perspective mentions a theme."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import (
    Drawing,
    add_key,
    add_panel,
    height_of_key,
    mark_id,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input, choose_most, order_of, present, tell_extremes
from perspectieven.figures.measuring import break_lines, break_text, height_of_lines, measure_text
from perspectieven.figures.notes import add_notes, name_left_out
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import (
    HEIGHT,
    LINE,
    MARGIN,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_number,
    mark,
    style_perspectives,
    styled,
)
from perspectieven.tables import POSITION_COUNTS

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wanneer komt {item} ter sprake?",
        "text": "Vermeldingen per 1.000 woorden, van het begin tot het eind van het gesprek.",
        "begin": "begin",
        "end": "eind",
        "top": "{amount} ({who}, deel {part} van {n})",
    },
    "en": {
        "title": "When does {item} come up?",
        "text": "Mentions per 1,000 words, from the beginning to the end of the conversation.",
        "begin": "start",
        "end": "end",
        "top": "{amount} ({who}, part {part} of {n})",
    },
}

TICKS = 0.75
"""Inches for the numbers at the left of the page."""
ROOM = WIDTH - MARGIN - TICKS
"""Inches for all panels in a row."""
NAMES = 1.5
"""Inches for the names at the right of a panel."""
ABREAST = 3
"""Panels in a row."""
MOST = 6
"""Panels that can still be read on one slide."""
HALVED = 8
"""Panels of which a slide for a class holds half: two by two."""


@styled()
def plot_positions(
    position_counts: pd.DataFrame,
    *,
    themes: Sequence[str] = (),
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    """Draw a panel per theme: mentions per 1,000 words from the first to the last part, a line per perspective.

    Parameters
    ----------
    position_counts : DataFrame
        Schema `tables.POSITION_COUNTS`, about themes or codes. A part in which a perspective says nothing breaks its
        line.
    themes : sequence of str
        The themes (or codes) to draw, at most six; by default all of the table's.
    labels, language
        As in `plot_shares`. For a class four panels are drawn, of the themes with most mentions.

    Returns
    -------
    Drawing
        With an axes per theme and in it a line per perspective, named by ``get_label()``.

    Raises
    ------
    TableError
        If the table does not have its schema, a theme is not in it, or there are more than six.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> rows = [{"perspective": "ouders", "theme": "ERB", "part": part, "per_1000_words": part} for part in (1, 2)]
    >>> figure = plot_positions(make_table(rows, POSITION_COUNTS), labels={"ouders": "Ouders", "ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['Ouders']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(position_counts, POSITION_COUNTS)
    styles = style_perspectives(order_of(position_counts["perspective"]))
    there = present(position_counts[by])
    asked = _choose(themes or there, there, by)
    heights = position_counts.astype({by: str}).groupby(by)["per_1000_words"].sum()
    items = choose_most({item: float(heights[item]) for item in asked}, HALVED)
    drawing = start_drawing(words["title"].format(item=words[by]), words["text"])
    if not items:
        return say_empty(drawing, words["no_data"])
    names = present(position_counts["perspective"])
    table = position_counts.astype({"perspective": str, by: str}).sort_values("part", kind="stable")
    table = table[table[by].isin(items)]
    silent = [name for name in names if not table.loc[table["perspective"] == name, "per_1000_words"].notna().any()]
    told = (
        ", ".join(f"{labels.get(name, name)}: {words['no_words']}" for name in silent),
        name_left_out(items, asked, by, "mentions", labels, words),
    )
    notes = break_lines("\n".join(filter(None, told)))
    # Names that are too long for their place beside a line stand in a key.
    who = {name: labels.get(name, name) for name in names}
    longest = max(measure_text(text, SMALL_SIZE + 0.5)[0] for text in who.values())
    beside = longest <= (NAMES - 0.2) * current_page().letters
    key = 0.0 if beside else height_of_key(who)
    if not beside:
        add_key(drawing, styles, who, top=1.08)
    top = _nice_top(float(table["per_1000_words"].max()))
    titles = [_break_title(labels.get(item, item), ROOM / _columns_of(len(items)) - 0.3) for item in items]
    head = 0.15 + max(measure_text(text, weight="bold", spacing=1)[1] for text in titles)
    panels = _grid(drawing, len(items), top=1.15 + key, head=head, foot=height_of_lines(notes), wide=not beside)
    for at, (item, ax) in enumerate(zip(items, panels, strict=True)):
        ends: dict[str, float] = {}
        for name in names:
            own = table[(table["perspective"] == name) & (table[by] == item)]
            style = styles[name]
            ax.plot(own["part"], own["per_1000_words"], **mark(style, size=8), label=name, clip_on=False, zorder=3)
            ax.lines[-1].set(linestyle=style.dashes, linewidth=2.5, gid=mark_id(item, name))
            said = own["per_1000_words"].dropna()
            if len(said):
                ends[name] = float(said.iloc[-1])
        parts = table["part"]
        ax.set_title(
            titles[at],
            loc="left",
            size=TEXT_SIZE,
            weight="bold",
            linespacing=1.0,
            pad=8,
        )
        ax.tick_params(labelleft=at % _columns_of(len(items)) == 0)
        _dress(ax, (int(parts.min()), int(parts.max())), top, words, language)
        inches = float(ax.get_position().height) * HEIGHT
        gap = measure_text("Ag", SMALL_SIZE + 0.5, spacing=1.1)[1] / inches * 1.03 * top
        for name, height in _spread(ends, gap=gap, top=top).items() if beside else ():
            _name_line(ax, int(parts.max()), height, labels.get(name, name), styles[name].ink)
    drawing.alt += f" {', '.join(labels.get(name, name) for name in names)}."
    n_parts = int(table["part"].max())
    for item in items:
        own = table[(table[by] == item) & table["per_1000_words"].notna()]
        spoken = {
            words["top"].format(
                amount=format_number(amount, language=language), who=labels.get(name, name), part=part, n=n_parts
            ): float(amount)
            for name, part, amount in zip(own["perspective"], own["part"], own["per_1000_words"], strict=True)
        }
        drawing.alt += f" {tell_extremes(labels.get(item, item), spoken, words)}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _choose(asked: Sequence[str], there: Sequence[str], by: str) -> tuple[str, ...]:
    """Return what to draw, or say what is wrong with the choice."""
    faults = [
        Fault(POSITION_COUNTS.name, by, f'has no "{item}"; use one of {", ".join(there) or "no rows at all"}')
        for item in asked
        if item not in there
    ]
    if len(asked) > MOST:
        what = f"{len(asked)} to draw; pass themes=(...) with at most {MOST} of them"
        faults.append(Fault(POSITION_COUNTS.name, by, what))
    if faults:
        raise TableError(faults)
    return tuple(asked)


def _break_title(label: str, width: float) -> str:
    """Break the name of a panel; of a long one, only what stands before its colon."""
    whole = break_text(label, width, weight="bold")
    return whole if whole.count("\n") < 2 else break_text(shorten(label), width, weight="bold")


def _columns_of(n_panels: int) -> int:
    """Return how many panels stand in a row; with larger letters there are fewer.

    >>> [_columns_of(n_panels) for n_panels in (1, 3, 4, 6)]
    [1, 3, 2, 3]
    """
    return min(n_panels if n_panels < 4 else (n_panels + 1) // 2, int(ABREAST / current_page().letters))


def _rows_of(n_panels: int) -> int:
    return -(-n_panels // _columns_of(n_panels))


def _grid(drawing: Drawing, n_panels: int, *, top: float, head: float, foot: float, wide: bool) -> list[Axes]:
    """Lay out panels of one size, with room on the right of each for the names of its lines."""
    columns, rows, letters = _columns_of(n_panels), _rows_of(n_panels), current_page().letters
    width, height = ROOM / columns, (HEIGHT - drawing.lower - top - 0.3 - foot) / rows
    return [
        add_panel(
            drawing,
            left=TICKS + at % columns * width,
            right=WIDTH - TICKS - (at % columns + 1) * width + (0.3 if wide else NAMES * letters),
            top=top + at // columns * height + head,
            bottom=0.3 + foot + (rows - 1 - at // columns) * height + 0.35,
        )
        for at in range(n_panels)
    ]


def _dress(ax: Axes, parts: tuple[int, int], top: float, words: Mapping[str, str], language: str) -> None:
    """Give a panel the axes that it shares with the others."""
    first, last = parts
    ax.set_xlim(first - 0.2, last + 0.2)
    ax.set_ylim(-0.03 * top, top)
    ax.set_xticks([first, last] if last > first else [first], [words["begin"], words["end"]][: 1 + (last > first)])
    for text, side in zip(ax.get_xticklabels(), ("left", "right"), strict=False):
        text.set(horizontalalignment=side, size=SMALL_SIZE)
    ticks = (0, top / 2, top)
    decimals = 0 if (top / 2).is_integer() else 1
    ax.set_yticks(ticks, [format_number(tick, decimals=decimals, language=language) for tick in ticks], size=SMALL_SIZE)
    ax.spines["bottom"].set_visible(False)
    ax.grid(axis="y", color=LINE, linewidth=1)


def _name_line(ax: Axes, last: int, height: float, text: str, ink: str) -> None:
    beside = ax.transData + ScaledTranslation(14 / 72, 0, ax.figure.dpi_scale_trans)
    ax.text(last, height, text, transform=beside, color=ink, va="center_baseline", size=SMALL_SIZE + 0.5)


def _nice_top(most: float) -> float:
    """Return where the y axis ends: the first round number that is not below the highest mark.

    >>> [_nice_top(most) for most in (0.0, 0.7, 3.2, 10.1, 17.0)]
    [1.0, 1.0, 4.0, 12.0, 20.0]
    """
    steps = (step * power for power in (1, 10, 100, 1000) for step in (1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 6.0, 8.0))
    return next((step for step in steps if step >= most), 1.0 if pd.isna(most) else most)


def _spread(ends: Mapping[str, float], *, gap: float, top: float) -> dict[str, float]:
    """Move names apart so that none covers another, in the order of their lines and as near to them as can be.

    >>> _spread({"a": 4.0, "b": 4.0, "c": 8.0}, gap=2.0, top=10.0)
    {'a': 3.0, 'b': 5.0, 'c': 8.0}
    >>> _spread({"a": 0.0, "b": 0.0}, gap=2.0, top=10.0)
    {'a': 0.0, 'b': 2.0}
    """

    def lowest(group: list[str]) -> float:
        high = (len(group) - 1) * gap
        return max(0.0, min(sum(ends[name] for name in group) / len(group) - high / 2, top - high))

    groups: list[list[str]] = []
    for name in sorted(ends, key=lambda name: ends[name]):
        groups.append([name])
        while len(groups) > 1 and lowest(groups[-1]) < lowest(groups[-2]) + len(groups[-2]) * gap:
            groups[-2:] = [groups[-2] + groups[-1]]
    return {name: lowest(group) + at * gap for group in groups for at, name in enumerate(group)}
