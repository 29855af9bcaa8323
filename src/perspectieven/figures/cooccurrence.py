"""Which themes one perspective mentions together, as a network on a fixed circle."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from perspectieven.comparison.cooccurrence import COOCCURRENCE, REACHES
from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, choose_most, order_of, present
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_left_out, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.placing import Box, shorten
from perspectieven.figures.style import (
    HEIGHT,
    INK,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    fixed_words,
    format_number,
    mark,
    style_perspectives,
    styled,
)

TOP = 1.4
"""Inches for the title."""
NAMES = 2.3
"""Inches for the names on either side."""
INDENT = 0.6
"""Inches by which words in the place of a network stand further to the right."""
NAMED = 4
"""Pairs that are named where there is no network."""
SIGNIFICANT = 0.05
"""A pair whose adjusted p-value is not below this may be chance."""
THIN = 1.2
"""Points, of a line that may be chance."""
BEND = 0.6
"""Of the way from the middle of the circle to that of a straight line, where a line bends to."""
ALONG = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)
"""Where along a line its number may stand."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "{name} (n = {n}): wat gaat samen?",
        "turn": "Dikke lijn: samen in één beurt, vaker dan bij toeval (getoetst over alle paren).\n"
        "Getal: bij hoeveel sprekers. Dunne stippellijn: kan toeval zijn.",
        "next": "Dikke lijn: in opeenvolgende beurten, vaker dan bij toeval (getoetst over alle paren).\n"
        "Getal: bij hoeveel sprekers. Dunne stippellijn: kan toeval zijn.",
        "turn_apart": "Samen: in één beurt. Er is geen netwerk, want geen lijn zou iets zeggen.",
        "next_apart": "Samen: in opeenvolgende beurten. Er is geen netwerk, want geen lijn zou iets zeggen.",
        "rest": "Niet getekend: {n} andere paren; zie de tabel.",
        "none": "Geen paren bij genoeg sprekers",
        "apart": "Geen twee {items} gaan duidelijk vaker samen dan bij toeval.",
        "still": "Bij de meeste sprekers samen, maar dat kan toeval zijn:",
        "pair": "{a} met {b}\n{n} van {n_all} sprekers, {lift} keer zo vaak als bij toeval (95%: {low} tot {high})",
        "solid": "Vaker dan bij toeval: {pairs}.",
        "dashed": "Kan toeval zijn: {n} paren, waarvan {pairs} bij de meeste sprekers.",
        "with": "{a} met {b} ({n} sprekers)",
    },
    "en": {
        "title": "{name} (n = {n}): what goes together?",
        "turn": "Thick line: together in one turn, more often than by chance (tested over all pairs).\n"
        "Number: with how many speakers. Thin dotted line: may be chance.",
        "next": "Thick line: in successive turns, more often than by chance (tested over all pairs).\n"
        "Number: with how many speakers. Thin dotted line: may be chance.",
        "turn_apart": "Together: in one turn. There is no network, as no line would mean anything.",
        "next_apart": "Together: in successive turns. There is no network, as no line would mean anything.",
        "rest": "Not drawn: {n} other pairs; see the table.",
        "none": "No pairs with enough speakers",
        "apart": "No two {items} go together clearly more often than by chance.",
        "still": "Together with most speakers, but that may be chance:",
        "pair": "{a} with {b}\n{n} of {n_all} speakers, {lift} times as often as by chance (95%: {low} to {high})",
        "solid": "More often than by chance: {pairs}.",
        "dashed": "May be chance: {n} pairs, of which {pairs} with most speakers.",
        "with": "{a} with {b} ({n} speakers)",
    },
}


@styled()
def plot_cooccurrence(
    cooccurrence: pd.DataFrame,
    *,
    perspective: str,
    reach: str = "turn",
    min_speakers: int = 2,
    most: int = 16,
    most_pairs: int = 18,
    labels: Mapping[str, str],
    language: str = "nl",
) -> Drawing:
    """Draw the themes on a circle, in the order of the lexicon, and a line between two that are mentioned together.

    The places are the same for every perspective of a study, so that two figures can be laid side by side. Where no
    pair is above chance there is no network: the figure says so, and names the pairs of most speakers.

    Parameters
    ----------
    cooccurrence : DataFrame
        Schema `comparison.cooccurrence.COOCCURRENCE`, of themes or codes.
    perspective : str
        Whose network; one per figure.
    reach : {"turn", "next"}
        Together in a turn, or from one turn of a speaker to the next.
    min_speakers : int
        Speakers with whom two must go together for a line.
    most, most_pairs : int
        How many themes (or codes) and lines at the most: those with most speakers, and lines that are no chance first.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a line per pair, named "ERB - GRE" by ``get_label()``, a line of one mark per theme, and texts.

    Raises
    ------
    TableError
        If the table does not have its schema, or not the perspective or reach.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "reach": "turn", "theme_a": "ERB", "theme_b": "GRE", "n_speakers": 4}
    >>> table = make_table([row | {"n_speakers_together": 3, "low": 1.2, "lift": 2, "p_adjusted": 0}], COOCCURRENCE)
    >>> figure = plot_cooccurrence(table, perspective="ouders", labels={"ouders": "Ouders"})
    >>> [line.get_label() for line in figure.axes[0].lines], [text.get_text() for text in figure.axes[0].texts]
    (['ERB - GRE', 'ERB', 'GRE'], ['3', 'ERB', 'GRE'])
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(cooccurrence, COOCCURRENCE)
    a, b = f"{by}_a", f"{by}_b"
    table = cooccurrence.astype({"perspective": str, "reach": str, a: str, b: str, "withheld": bool})
    _check_choice(table, perspective, reach)
    style = style_perspectives(order_of(cooccurrence["perspective"]) or (perspective,))
    own = table[(table["perspective"] == perspective) & (table["reach"] == reach)]
    n_speakers = int(own["n_speakers"].max()) if len(own) else 0
    title = words["title"].format(name=labels.get(perspective, perspective), n=n_speakers)
    there = tuple(dict.fromkeys([*present(cooccurrence[a]), *present(cooccurrence[b])]))
    enough = own[(own["n_speakers_together"] >= min_speakers) & ~own["withheld"]]
    enough = enough.assign(sure=(enough["low"] > 1) & (enough["p_adjusted"] < SIGNIFICANT)).sort_values(
        ["sure", "n_speakers_together", "lift"], ascending=False, kind="stable"
    )
    items = choose_most(_weigh_items(there, own, enough[enough["sure"]], a, b), most)
    drawn = enough[enough[a].isin(items) & enough[b].isin(items)].head(most_pairs)
    n_fewer = int((own["n_speakers_together"] > 0).sum()) - len(drawn)
    withheld = name_withheld(own, labels, words) if len(own) else ""
    notes = lay_out_notes(
        withheld,
        name_left_out(items, there, by, "speakers", labels, words),
        words["rest"].format(n=n_fewer) if n_fewer and not withheld else "",
    )
    if own.empty or withheld:
        drawing = start_drawing(title, words[reach])
        add_notes(drawing, notes)
        return say_empty(drawing, words["withheld" if withheld else "no_data"])
    if not drawn["sure"].any():
        return _say_apart(start_drawing(title, words[f"{reach}_apart"]), drawn, by, n_speakers, labels, words, language)
    drawing = start_drawing(title, words[reach])
    ax = add_panel(drawing, left=MARGIN, right=MARGIN, top=TOP, bottom=0.15 + height_of(notes))
    size = ax.get_window_extent()
    wide, high = WIDTH - 2 * MARGIN, (WIDTH - 2 * MARGIN) * float(size.height / size.width)
    ax.set_xlim(-wide / 2, wide / 2)
    ax.set_ylim(-high / 2, high / 2)
    ax.axis("off")
    places = _place_on_circle(items, across=wide / 2 - NAMES - 0.2, up=high / 2 - 0.15)
    taken: list[Box] = [Box(x - 0.12, y - 0.12, x + 0.12, y + 0.12) for x, y in places.values()]
    # The lines that are no chance lie on top.
    for first, second, n, sure in drawn[[a, b, "n_speakers_together", "sure"]].to_numpy()[::-1]:
        look: dict[str, Any] = {
            "color": INK if sure else "#8A8A8A",
            "linewidth": 1 + 0.7 * n if sure else THIN,
            "zorder": 2 if sure else 1,
        }
        ax.plot(*_bend(places[first], places[second]).T, **look, label=f"{first} - {second}")
        ax.lines[-1].set(linestyle="-" if sure else (0, (1, 3)))
    for first, second, n in drawn.loc[drawn["sure"], [a, b, "n_speakers_together"]].to_numpy():
        _number_line(ax, places[first], places[second], int(n), taken)
    for item, (x, y) in places.items():
        ax.plot(x, y, **mark(style[perspective], size=13), linestyle="none", label=item, zorder=4)
        ax.lines[-1].set_gid(mark_id(item, perspective))
        name = break_text(shorten(labels.get(item, item)), NAMES)
        side: dict[str, Any] = {"ha": "left" if x > 0 else "right", "va": "center", "linespacing": 1}
        ax.text(x + math.copysign(0.17, x), y, name, **side, size=SMALL_SIZE)
    drawing.alt += _describe(drawn, a, b, labels, words)
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _weigh_items(there: Sequence[str], own: pd.DataFrame, sure: pd.DataFrame, a: str, b: str) -> dict[str, float]:
    """Weigh items by the speakers of their pairs; those of pairs that are no chance come before all others."""
    weights = {item: float(own.loc[(own[a] == item) | (own[b] == item), "n_speakers_together"].sum()) for item in there}
    before = 1 + max(weights.values(), default=0)
    for rank, pair in enumerate(sure[[a, b]].to_numpy()[::-1].tolist(), 1):
        weights |= dict.fromkeys(pair, before * rank)
    return weights


def _say_apart(
    drawing: Drawing,
    drawn: pd.DataFrame,
    by: str,
    n_speakers: int,
    labels: Mapping[str, str],
    words: Mapping[str, str],
    language: str,
) -> Drawing:
    """Say in words that nothing goes together more often than by chance, and what went together with most speakers."""
    drawing.alt += _describe(drawn, f"{by}_a", f"{by}_b", labels, words)
    if drawn.empty:
        return say_empty(drawing, words["none"])
    room, left = WIDTH - 2 * MARGIN - 2 * INDENT, (MARGIN + INDENT) / WIDTH
    look: dict[str, Any] = {"va": "top", "linespacing": 1.3}
    said = break_text(words["apart"].format(items=words[f"{by}s"]), room, TITLE_SIZE, weight="bold")
    y = TOP + drawing.lower + 0.5
    drawing.text(left, 1 - y / HEIGHT, said, **look, size=TITLE_SIZE, weight="bold")
    y += measure_text(said, TITLE_SIZE, weight="bold", spacing=1.3)[1] + 0.5
    pairs: list[str] = []
    for row in drawn.head(NAMED).to_dict("records"):
        numbers = {name: format_number(row[name], language=language) for name in ("lift", "low", "high")}
        names = {side: shorten(labels.get(row[f"{by}_{side}"], row[f"{by}_{side}"])) for side in ("a", "b")}
        told = words["pair"].format(**names, **numbers, n=row["n_speakers_together"], n_all=n_speakers)
        longer = "\n\n".join([words["still"], *pairs, break_text(told, room)])
        if y + measure_text(longer, spacing=1.3)[1] <= HEIGHT - MARGIN:
            pairs.append(break_text(told, room))
    drawing.text(left, 1 - y / HEIGHT, "\n\n".join([words["still"], *pairs]), **look, size=TEXT_SIZE)
    drawing.alt += f" {said} {words['see_table']}".replace("\n", " ")
    return drawing


def _check_choice(table: pd.DataFrame, perspective: str, reach: str) -> None:
    """Refuse a perspective that a table with rows does not have, and a reach that there is not."""
    faults = []
    if len(table) and perspective not in set(table["perspective"]):
        there = ", ".join(dict.fromkeys(table["perspective"]))
        faults.append(Fault(COOCCURRENCE.name, "perspective", f'has no "{perspective}"; use one of {there}'))
    if reach not in REACHES:
        faults.append(Fault("figure", "reach", f'is "{reach}"; use one of {", ".join(REACHES)}'))
    if faults:
        raise TableError(faults)


def _place_on_circle(items: tuple[str, ...], *, across: float, up: float) -> dict[str, tuple[float, float]]:
    """Place items on an ellipse, clockwise from the top, at even heights, so that the names beside them never touch.

    >>> {name: (round(x, 2), round(y, 2)) for name, (x, y) in _place_on_circle(("a", "b", "c"), across=2, up=2).items()}
    {'a': (1.73, 1.0), 'b': (1.73, -1.0), 'c': (-2.0, 0.0)}
    """
    right = items[: -(-len(items) // 2)]
    left = items[len(right) :]
    places = {}
    for side, names in ((1, right), (-1, tuple(reversed(left)))):
        for at, name in enumerate(names):
            y = 1 - 2 * (at + 0.5) / len(names)
            places[name] = (side * across * math.sqrt(1 - y**2), up * y)
    return {name: places[name] for name in items}


def _bend(start: tuple[float, float], end: tuple[float, float]) -> np.ndarray:
    """Return points of a line that bends to the middle of the circle, so that neighbours do not hide each other's.

    >>> _bend((-1, 0), (1, 0))[[0, 30, -1]].tolist()
    [[-1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]
    """
    one, other = np.array(start, dtype=float), np.array(end, dtype=float)
    middle, part = BEND * (one + other) / 2, np.linspace(0, 1, 61)[:, None]
    line: np.ndarray = (1 - part) ** 2 * one + 2 * part * (1 - part) * middle + part**2 * other
    return line


def _number_line(ax: Axes, start: tuple[float, float], end: tuple[float, float], n: int, taken: list[Box]) -> None:
    """Write a number on a line, where it covers no other."""
    line, half = _bend(start, end), 0.125 * current_page().letters

    def at(part: float) -> Box:
        x, y = line[round(part * (len(line) - 1))]
        return Box(x - half, y - half, x + half, y + half)

    box = min((at(part) for part in ALONG), key=lambda box: sum(box.overlap(other) for other in taken))
    taken.append(box)
    look: dict[str, Any] = {"ha": "center", "va": "center_baseline", "size": TEXT_SIZE, "zorder": 5, "weight": "bold"}
    behind: dict[str, Any] = {"facecolor": PAPER, "linewidth": 0, "pad": 1.0}
    ax.text((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, str(n), **look, bbox=behind)


def _describe(drawn: pd.DataFrame, a: str, b: str, labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Say which pairs go together, first those that are no chance."""

    def tell(rows: pd.DataFrame) -> str:
        pairs = rows[[a, b, "n_speakers_together"]].to_numpy()
        names = [(shorten(labels.get(x, x)), shorten(labels.get(y, y)), n) for x, y, n in pairs]
        return ", ".join(words["with"].format(a=x, b=y, n=n) for x, y, n in names) or words["0"]

    sure, rest = drawn[drawn["sure"]], drawn[~drawn["sure"]]
    text = f" {words['solid'].format(pairs=tell(sure))}"
    return text + (f" {words['dashed'].format(n=len(rest), pairs=tell(rest.head(3)))}" if len(rest) else "")
