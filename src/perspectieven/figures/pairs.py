"""Pairs of perspectives: which of them a page holds, and what stands above the panel of each."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from perspectieven.figures.inputs import choose_most
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.pages import current_page
from perspectieven.figures.style import TEXT_SIZE

Pair = tuple[str, str]
NBSP = "\N{NO-BREAK SPACE}"


def choose_pairs(pairs: Sequence[Pair], sizes: Mapping[Pair, float], abreast: int) -> list[Pair]:
    """Return the pairs that the page holds, those that differ most: two rows of panels, and one for a class.

    >>> choose_pairs([("a", "b"), ("a", "c"), ("b", "c")], {("a", "b"): 0.1, ("a", "c"): 0.3, ("b", "c"): 0.2}, 1)
    [('a', 'c'), ('b', 'c')]
    """
    chosen = choose_most({" - ".join(pair): float(sizes[pair]) for pair in pairs}, 2 * abreast)
    return [pair for pair in pairs if " - ".join(pair) in chosen]


def name_pairs(pairs: Sequence[Pair], labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Say which pairs are not drawn; nothing where all are."""
    if not pairs:
        return ""
    who = "; ".join(f"{labels.get(a, a)} {words['and']} {labels.get(b, b)}" for a, b in pairs)
    return words["pairs"].format(who=who)


def word_heads(
    pairs: Sequence[Pair], table: pd.DataFrame, labels: Mapping[str, str], width: float
) -> dict[Pair, tuple[str, str]]:
    """Return by pair who is right and who left of zero, with how many they are.

    The number has its own line above all panels where one of them needs that, so that all heads stand alike.
    """
    heads = {}
    for a, b in pairs:
        own = table[(table["perspective_a"] == a) & (table["perspective_b"] == b)].iloc[0]
        heads[a, b] = (
            (labels.get(a, a), f"(n = {own['n_a']}) \N{RIGHTWARDS ARROW}"),
            (f"\N{LEFTWARDS ARROW} {labels.get(b, b)}", f"(n = {own['n_b']})"),
        )
    fit = all(measure_text(" ".join(head), weight="bold")[0] <= width for both in heads.values() for head in both)
    if fit:
        return {pair: (" ".join(first), " ".join(second)) for pair, (first, second) in heads.items()}
    return {pair: (_break_head(first, width), _break_head(second, width)) for pair, (first, second) in heads.items()}


def _break_head(head: tuple[str, str], width: float) -> str:
    """Put the number on its own line, and keep an arrow with the word after it."""
    name = head[0].replace("\N{LEFTWARDS ARROW} ", f"\N{LEFTWARDS ARROW}{NBSP}")
    return f"{break_text(name, width, weight='bold').replace(NBSP, ' ')}\n{head[1]}"


def add_heads(ax: Axes, texts: tuple[str, str], inks: tuple[str, str]) -> None:
    """Say on which side of zero each of the two is mentioned more, the one above the other."""
    up = 6 + 72 * measure_text(texts[1], weight="bold")[1] / current_page().letters
    for text, x, points, side, ink in zip(texts, (1.0, 0.0), (up, 6), ("right", "left"), inks, strict=True):
        ax.annotate(
            text,
            xy=(x, 1),
            xycoords=ax.transAxes,
            xytext=(0, points),
            textcoords="offset points",
            ha=side,
            va="bottom",
            weight="bold",
            size=TEXT_SIZE,
            color=ink,
            annotation_clip=False,
        )
