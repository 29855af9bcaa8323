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


def word_heads(pair: Pair, table: pd.DataFrame, labels: Mapping[str, str], width: float) -> tuple[str, str]:
    """Return who is right and who left of zero, with how many they are; the number on its own line where it must."""
    own = table[(table["perspective_a"] == pair[0]) & (table["perspective_b"] == pair[1])].iloc[0]
    heads = (
        f"{labels.get(pair[0], pair[0])} (n = {own['n_a']}) \N{RIGHTWARDS ARROW}",
        f"\N{LEFTWARDS ARROW} {labels.get(pair[1], pair[1])} (n = {own['n_b']})",
    )
    kept = [
        head.replace("n = ", f"n{NBSP}={NBSP}")
        .replace(") ", f"){NBSP}")
        .replace("\N{LEFTWARDS ARROW} ", f"\N{LEFTWARDS ARROW}{NBSP}")
        for head in heads
    ]
    first, second = (break_text(head, width, weight="bold").replace(NBSP, " ") for head in kept)
    return first, second


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
