"""How far apart two perspectives are, theme by theme, with what is not known as visible as what is."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from perspectieven.figures.drawing import Drawing, add_panel, add_rows, add_target, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present
from perspectieven.figures.measuring import measure_text
from perspectieven.figures.notes import (
    add_notes,
    gather_cautions,
    height_of,
    lay_out_notes,
    name_left_out,
    without_carrier,
)
from perspectieven.figures.pages import current_page
from perspectieven.figures.pairs import add_heads, choose_pairs, name_pairs, word_heads
from perspectieven.figures.rows import BESIDE, lay_out_rows
from perspectieven.figures.style import (
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    WIDTH,
    fixed_words,
    style_perspectives,
    styled,
    wrap,
)
from perspectieven.tables import DIFFERENCES

ABREAST = 3
"""Panels in a row."""
TOP = 1.25
"""Inches for the title."""
NAMES = 4.1
"""Inches for the names of the themes, at the most: each on one line, so that there is room for all of them."""
BROKEN = 3.0
"""The same where letters are larger: fewer rows fit anyhow, and names of two lines leave room for the panels."""
BETWEEN = 0.12
"""Inches between two panels."""
ROW = 0.26
"""Inches for a row."""
EDGE = 1.05
"""Where a panel ends, in shares."""

NUMBERED = ("rests_on_one", "carried_by_one", "mainly_prompted", "heard_better")
"""Columns of `CAUTIONS`; those that occur are numbered in this order."""

SIGNIFICANT = 0.05
"""A difference whose adjusted p-value is not below this is possible at most."""
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "undecided": {"color": FAINT, "markersize": 5},
    "maybe": {"color": INK, "markersize": 8, "markerfacecolor": PAPER, "markeredgewidth": 2},
    "decided": {"color": INK, "markersize": 9},
}
"""How a mark looks: its interval holds zero; it does not; and its p-value, adjusted for all tests, is low enough."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "certain": "Gevuld: ook na correctie voor {n} vergelijkingen. Open: misschien.",
        "uncertain": "Na correctie voor {n} vergelijkingen houdt er geen stand. Open: misschien.",
        "explain": "Let op bij een cijfer: {key}.",
        "pairs": "Alleen in de tabel, met kleinere verschillen: {who}.",
        "decided": "Ook na correctie voor {n} vergelijkingen: {rows}.",
        "maybe": "Misschien: {rows}.",
        "careful": "Rijen met een kanttekening: {rows}.",
    },
    "en": {
        "certain": "Filled: holds after adjusting for {n} comparisons. Open: perhaps.",
        "uncertain": "None holds after adjusting for {n} comparisons. Open: perhaps.",
        "explain": "Beware at a number: {key}.",
        "pairs": "In the table only, with smaller differences: {who}.",
        "decided": "Holds after adjusting for {n} comparisons: {rows}.",
        "maybe": "Perhaps: {rows}.",
        "careful": "Rows with a caution: {rows}.",
    },
}


@styled()
def plot_differences(
    differences: pd.DataFrame,
    *,
    cautions: pd.DataFrame | None = None,
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    """Draw a panel per pair of perspectives: per theme the difference in share of speakers, with its interval.

    A mark is filled where the interval leaves zero out and the p-value, adjusted for the number of comparisons, is low
    enough; open where only the interval does; small where that holds zero. A withheld row has no mark; its reason
    stands in its place, once where it holds for the whole panel.

    Parameters
    ----------
    differences : DataFrame
        Schema `tables.DIFFERENCES`, about themes or codes: all that were adjusted together, as their number is told.
    cautions : DataFrame, optional
        Schema `comparison.cautions.CAUTIONS`, about the same. A row with a caution has beside it the number under which
        the explanation says what it is.
    labels, language
        As in `plot_shares`. The reasons are the table's own words.

    Returns
    -------
    Drawing
        With an axes per pair; each has a line of marks of each of `LOOKS`, named "ouders - jeugdigen maybe".

    Raises
    ------
    TableError
        If a table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"theme": "ERB", "perspective_a": "ouders", "perspective_b": "jeugdigen", "n_a": 2, "n_b": 5}
    >>> withheld = row | {"withheld": True, "reason": "te weinig sprekers: 2 (minimaal 3)"}
    >>> figure = plot_differences(make_table([withheld], DIFFERENCES), labels={})
    >>> figure.axes[0].texts[0].get_text().split()
    ['niet', 'getoond', 'te', 'weinig', 'sprekers:', '2', '(minimaal', '3)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(differences, DIFFERENCES, shares=("share_a", "share_b", "difference", "low", "high"))
    there = present(differences[by])
    order = dict.fromkeys(order_of(differences["perspective_a"]) + order_of(differences["perspective_b"]))
    styles = style_perspectives(list(order))
    table = differences.astype({by: str, "perspective_a": str, "perspective_b": str, "withheld": bool})
    sizes = table["difference"].abs().fillna(0)
    in_pairs: dict[tuple[str, str], float] = {}
    for a, b, size in zip(table["perspective_a"], table["perspective_b"], sizes, strict=True):
        in_pairs[a, b] = max(float(size), in_pairs.get((a, b), 0.0))
    found = [(a, b) for a in order for b in order if (a, b) in in_pairs]
    pairs = choose_pairs(found, in_pairs, ABREAST)
    careful = gather_cautions(cautions, by, words)
    shown = table[~table["withheld"]]
    drawn = set(zip(shown[by], shown["perspective_a"], shown["perspective_b"], strict=True))
    told = {key: without_carrier(names) for key, names in careful.items() if key in drawn}
    numbered = [name for name in NUMBERED if any(name in names for names in told.values())]
    judged = shown.assign(verdict=_judge(shown))
    n_tested = len(shown)
    certain = (judged["verdict"] == "decided").any()
    text = words["differences_text"].format(item=words[by])
    if n_tested:
        text += f"\n{words['certain' if certain else 'uncertain'].format(n=n_tested)}"
    if numbered:
        cautioned = ", ".join(f"{at}\N{NO-BREAK SPACE}{words[name]}" for at, name in enumerate(numbered, start=1))
        text += f"\n{words['explain'].format(key=cautioned)}"
    drawing = start_drawing(words["differences_title"], text)
    if not pairs:
        return say_empty(drawing, words["no_data"])
    letters = current_page().letters
    widest = NAMES if letters == 1 else BROKEN
    width = (WIDTH - 2 * MARGIN - widest - BESIDE) / min(ABREAST, len(pairs)) - BETWEEN
    heads = word_heads(pairs, table, labels, width)
    head = 0.1 + max(measure_text(f"{one}\n{other}", weight="bold")[1] for one, other in heads.values())
    largest = sizes.groupby(table[by]).max()
    weights = {item: float(largest[item]) for item in there}
    tick = 0.2 + measure_text("0")[1]
    n_rows = -(-len(pairs) // ABREAST)
    top = TOP + 0.22 * (bool(numbered) + bool(n_tested))
    rows = lay_out_rows(
        weights,
        labels,
        room=(HEIGHT - top - drawing.lower) / n_rows - head - tick,
        widest=widest,
        tell=lambda items: lay_out_notes(
            name_pairs([pair for pair in found if pair not in pairs], labels, words),
            name_left_out(items, there, by, "difference", labels, words),
        ),
        least=ROW * letters,
    )
    items, foot = rows.items, height_of(rows.notes)
    below = (HEIGHT - top - drawing.lower - foot) / n_rows
    width = (WIDTH - rows.left - MARGIN) / min(ABREAST, len(pairs))
    for at, (a, b) in enumerate(pairs):
        down, across = divmod(at, ABREAST)
        ax = add_panel(
            drawing,
            left=rows.left + across * width + BETWEEN / 2,
            right=WIDTH - rows.left - (across + 1) * width + BETWEEN / 2,
            top=top + down * below + head,
            bottom=foot + (n_rows - 1 - down) * below + tick,
        )
        own = table[(table["perspective_a"] == a) & (table["perspective_b"] == b) & table[by].isin(items)].set_index(by)
        add_rows(ax, rows.names)
        if across:
            ax.set_yticklabels([])
        numbers = {
            item: ",".join(str(numbered.index(name) + 1) for name in numbered if name in told[key])
            for item in items
            if (key := (item, a, b)) in told
        }
        _draw_pair(ax, own, items, (a, b), numbers, words)
        add_heads(ax, heads[a, b], (styles[a].ink, styles[b].ink))
    spoken = ", ".join(f"{labels.get(a, a)} {words['and']} {labels.get(b, b)}" for a, b in pairs)
    drawing.alt += f" {spoken}. {len(items)} {words[by + 's']}."
    for verdict in ("decided", "maybe") if n_tested else ():
        told_so = judged[judged["verdict"] == verdict]
        said = [
            f"{labels.get(i, i)}, {labels.get(a, a)} {words['and']} {labels.get(b, b)} ({_points(difference)})"
            for i, a, b, difference in told_so[[by, "perspective_a", "perspective_b", "difference"]].to_numpy()
        ]
        drawing.alt += f" {words[verdict].format(n=n_tested, rows='; '.join(said) or words['0'])}"
    if numbered:
        counted = ", ".join(f"{words[name]} ({sum(name in names for names in told.values())})" for name in numbered)
        drawing.alt += f" {words['careful'].format(rows=counted)}"
    add_notes(drawing, rows.notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _draw_pair(
    ax: Axes,
    own: pd.DataFrame,
    items: tuple[str, ...],
    pair: tuple[str, str],
    told: Mapping[str, str],
    words: Mapping[str, str],
) -> None:
    name = " - ".join(pair)
    shown = own[~own["withheld"]]
    withheld = own[own["withheld"]]
    if len(withheld) == len(own) and withheld["reason"].nunique() == 1:
        text = f"{words['withheld']}\n{wrap(withheld['reason'].iloc[0], 20)}"
        ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=INK, backgroundcolor=PAPER)
        ax.set_xticks([])
        return
    careful = shown.index.isin(list(told))
    rows = np.array([items.index(item) for item in shown.index])
    verdicts = _judge(shown)
    ax.set_xlim(-EDGE, EDGE)
    ax.axvline(0, color=FAINT, linewidth=1.5, zorder=1)
    for verdict, look in LOOKS.items():
        own_rows = verdicts == verdict
        if own_rows.any():
            known = shown[own_rows]
            lines: dict[str, Any] = {"color": look["color"], "linewidth": 2 if verdict != "undecided" else 1.2}
            ax.hlines(
                rows[own_rows], known["low"], known["high"], **lines, zorder=3, label=f"{name} {verdict} interval"
            )
            ax.plot(
                known["difference"], rows[own_rows], **look, linestyle="none", marker="o", zorder=4,
                label=f"{name} {verdict}",
            )  # fmt: skip
    # Beside the longer way to the edge, so that it stands in the panel.
    for item, low, high in zip(shown.index[careful], shown["low"][careful], shown["high"][careful], strict=True):
        right = 1 - high >= low + 1
        ax.annotate(
            told[item],
            (_beside(ax, high if right else low, told[item], right=right), items.index(str(item))),
            xytext=(4 if right else -4, 0),
            textcoords="offset points",
            ha="left" if right else "right",
            va="center_baseline",
            size=SMALL_SIZE,
            weight="bold",
        )
    for item, difference in shown["difference"].items():
        add_target(ax, float(difference), items.index(str(item)), str(item), *pair)
    ax.set_xticks((-1, -0.5, 0, 0.5, 1), ["", "\N{MINUS SIGN}50", "0", "+50", ""], size=SMALL_SIZE)
    for item, reason in withheld["reason"].items():
        ax.text(0, items.index(str(item)), wrap(reason, 26), ha="center", va="center", color=FAINT, size=SMALL_SIZE - 1)


def _judge(shown: pd.DataFrame) -> pd.Series:
    """Return the verdict on each difference, one of `LOOKS`."""
    apart = (shown["low"] > 0) | (shown["high"] < 0)
    verdicts = pd.Series("undecided", index=shown.index).mask(apart, "maybe")
    return verdicts.mask(apart & (shown["p_adjusted"] < SIGNIFICANT), "decided")


def _beside(ax: Axes, end: float, number: str, *, right: bool) -> float:
    """Return where a number begins that stands beside the end of an interval, past zero where it would cover that."""
    inches = ax.get_position().width * WIDTH
    reach = 2 * EDGE * (measure_text(number, SMALL_SIZE, weight="bold")[0] + 0.12 * current_page().letters) / inches
    covers = end <= 0 <= end + reach if right else end - reach <= 0 <= end
    return 0.0 if covers else end


def _points(difference: float) -> str:
    r"""Write a difference of shares in percentage points, with its sign.

    >>> _points(0.5), _points(-0.25) == "\N{MINUS SIGN}25"
    ('+50', True)
    """
    return f"{100 * difference:+.0f}".replace("-", "\N{MINUS SIGN}")
