"""Who says it, whose view it is, and whether it is affirmed, denied or supposed, in a grid with intervals."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from perspectieven.comparison.voices import OWN, STANCES, UNKNOWN, VOICES
from perspectieven.figures.columns import add_columns, lay_out_columns
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, pick_largest, present
from perspectieven.figures.limits import format_share_limits
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes, name_withheld
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import BESIDE, height_of_row
from perspectieven.figures.style import (
    FAINT,
    INK,
    LINE,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    fixed_words,
    format_percent,
    style_perspectives,
    styled,
)

TOP = 1.35
"""Inches for the title."""
LEFT = 2.05
"""Inches for who says it."""
MOST = 6
"""Columns that can be read on a slide."""

BAR = 0.8
"""Part of a column that the longest bar takes."""

LOOKS: Mapping[str, tuple[str, str]] = {
    "affirmed": ("#4A4A4A", ""),
    "negated": (PAPER, ""),
    "hypothetical": (PAPER, "////"),
}
"""Fill and hatching of each stance: told apart without colour."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wie zegt het, en wiens kijk is het?",
        "text": "Rij: wie het zegt. Kolom: wiens kijk. Getal en balk: vermeldingen.\n"
        "Procent: deel van de vermeldingen in de rij, met het 95%-interval over gesprekken.",
        "affirmed": "bevestigd",
        "negated": "ontkend",
        "hypothetical": "als mogelijkheid",
        OWN: "eigen kijk",
        UNKNOWN: "niet gezegd wie",
        "left_out": "Niet getekend: {who}; vermeldingen: {n}.",
        "spoken": "{name}: {n} keer de eigen kijk{share}{others}.",
        "other": "; {n} keer die van {holder}{share}",
    },
    "en": {
        "title": "Who says it, and whose view is it?",
        "text": "Row: who says it. Column: whose view. Number and bar: mentions.\n"
        "Percent: part of the mentions in the row, with the 95% interval over conversations.",
        "affirmed": "affirmed",
        "negated": "denied",
        "hypothetical": "as a possibility",
        OWN: "own view",
        UNKNOWN: "not said whose",
        "left_out": "Not drawn: {who}; mentions: {n}.",
        "spoken": "{name}: {n} times their own view{share}{others}.",
        "other": "; {n} times that of {holder}{share}",
    },
}


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one perspective tells of the view of one holder: mentions by stance, and their share in words."""

    counts: tuple[int, ...]
    share: str

    @property
    def whole(self) -> int:
        return sum(self.counts)


@styled()
def plot_voices(voices: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw a cell per speaker's perspective and holder of the view: its mentions, a bar divided by stance, its share.

    All bars are of one scale. Under them stand their parts in numbers, so that what is rarely told can be read too, if
    there is room for that in every cell. The share is that of the holder in what the perspective says, with its
    interval. A withheld perspective has no row, and is named under the data.

    Parameters
    ----------
    voices : DataFrame
        Schema `comparison.voices.VOICES`.
    labels, language
        As in `plot_shares`; a holder without a label is shown as it is.

    Returns
    -------
    Drawing
        Its axes have a patch per cell and stance, named "ouders school negated" by ``get_label()``, and texts.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"perspective": "ouders", "holder": "own", "n_coded": 3, "n_speakers": 4, "stance": "affirmed"}
    >>> shares = {"share_holder": 1.0, "low_holder": 0.6, "high_holder": 1.0}
    >>> figure = plot_voices(make_table([row | shares], VOICES), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['3', '100% (60\N{EN DASH}100)']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(voices, VOICES, shares=("share", "low", "high", "share_holder", "low_holder", "high_holder"))
    style_perspectives(order_of(voices["perspective"]))
    given = voices.astype({"perspective": str, "holder": str, "stance": str, "withheld": bool})
    not_shown = name_withheld(given, labels, words)
    table = given[~given["withheld"]]
    names = [name for name in present(voices["perspective"]) if (table["perspective"] == name).any()]
    order = present(voices["holder"])
    totals = table.groupby("holder")["n_coded"].sum().reindex(list(order), fill_value=0)
    told = [holder for holder in order if totals[holder] > 0 or holder in names or holder == OWN]
    # Own view and perspectives keep their columns, also where nobody tells of them; outside parties as there is room.
    weights = {holder: float(totals[holder]) + 1e6 * (holder in (OWN, *names)) for holder in told}
    most = current_page().hold(MOST) or MOST
    holders = pick_largest(weights, max(most, len(names) + 1))
    absent = [holder for holder in told if holder not in holders]
    tell = {holder: words.get(holder, labels.get(holder, holder)) for holder in told}
    left_out = words["left_out"].format(who=", ".join(tell[name] for name in absent), n=int(totals[absent].sum()))
    notes = lay_out_notes(not_shown, left_out if absent else "")
    drawing = start_drawing(words["title"], words["text"])
    if not names or not holders:
        add_notes(drawing, lay_out_notes(not_shown))
        return say_empty(drawing, words["withheld" if len(given) else "no_data"])
    _add_stances(drawing, words)
    columns = lay_out_columns([tell[holder] for holder in holders], (WIDTH - LEFT - MARGIN) / len(holders))
    top = TOP + 0.3 * current_page().letters + columns.high
    ax = add_panel(drawing, left=LEFT, right=MARGIN, top=top, bottom=0.15 + height_of(notes))
    ax.set_xlim(-0.5, len(holders) - 0.5)
    ax.set_ylim(len(names) - 0.5, -0.5)
    counts = {
        (row["perspective"], row["holder"], row["stance"]): int(row["n_coded"]) for row in table.to_dict("records")
    }
    shares = {(row["perspective"], row["holder"]): _say_share(row) for row in table.to_dict("records")}
    wide = 0.94 * (WIDTH - LEFT - MARGIN) / len(holders)
    cells = {
        (name, holder): _Cell(
            tuple(counts.get((name, holder, stance), 0) for stance in STANCES),
            break_text(shares.get((name, holder), ""), wide, SMALL_SIZE),
        )
        for name in names
        for holder in holders
    }
    told_parts = _fit_parts(cells, wide, 0.31 * height_of_row(ax))
    most_told = max(cell.whole for cell in cells.values())
    for (name, holder), cell in cells.items():
        below = "\n".join(filter(None, (told_parts.get((name, holder), ""), cell.share)))
        _draw_cell(ax, holders.index(holder), names.index(name), (name, holder), cell, below, most_told)
    ax.set_xticks([at + 0.5 for at in range(len(holders) - 1)], minor=True)
    ax.set_yticks([at + 0.5 for at in range(len(names) - 1)], minor=True)
    ax.grid(which="minor", color=LINE, linewidth=1)
    ax.tick_params(which="minor", length=0)
    sizes = table.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    heads = [break_text(f"{labels.get(name, name)}\n(n = {sizes[name]})", LEFT - MARGIN - BESIDE) for name in names]
    ax.set_yticks(range(len(names)), heads, size=TEXT_SIZE, linespacing=1.15)
    add_columns(ax, columns)
    ax.spines[:].set_visible(False)
    for name in names:
        sums = {holder: sum(counts.get((name, holder, stance), 0) for stance in STANCES) for holder in told}
        spoken = {holder: f": {said}" if (said := shares.get((name, holder))) else "" for holder in told}
        others = "".join(
            words["other"].format(n=n, holder=tell[holder], share=spoken[holder])
            for holder, n in sums.items()
            if n and holder != OWN
        )
        own: dict[str, Any] = {"n": sums.get(OWN, 0), "share": spoken.get(OWN, "")}
        drawing.alt += f" {words['spoken'].format(name=labels.get(name, name), others=others, **own)}"
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _add_stances(drawing: Drawing, words: Mapping[str, str]) -> None:
    keys = [
        Patch(facecolor=fill, hatch=hatch, edgecolor=INK, label=words[name]) for name, (fill, hatch) in LOOKS.items()
    ]
    height = float(drawing.get_size_inches()[1])
    drawing.legend(
        handles=keys,
        loc="upper left",
        bbox_to_anchor=(MARGIN / WIDTH, 1 - (1.33 + drawing.lower) / height),
        ncols=len(keys),
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        columnspacing=1.6,
        fontsize=TEXT_SIZE,
    )


def _say_share(row: Mapping[Any, Any]) -> str:
    """Say the part of a holder in what a perspective says, with its interval; nothing where it is missing."""
    share, low, high = (float(row[name]) for name in ("share_holder", "low_holder", "high_holder"))
    said = "<1%" if 0 < share < 0.005 else format_percent(share)  # what is told once is not told never
    return "" if pd.isna(share) else f"{said} {format_share_limits(low, high)}".rstrip()


def _fit_parts(cells: Mapping[tuple[str, str], _Cell], wide: float, high: float) -> dict[tuple[str, str], str]:
    """Return the parts of each cell in numbers, as they fit all of the cells; where they do not, none at all.

    A bar that is affirmed throughout has no parts.
    """
    mixed = {key: cell for key, cell in cells.items() if cell.whole > cell.counts[0]}
    for plus in (" + ", "+"):
        told = {key: plus.join(map(str, cell.counts)) for key, cell in mixed.items()}
        if all(
            measure_text(parts, SMALL_SIZE)[0] <= wide
            and measure_text(f"{parts}\n{mixed[key].share}", SMALL_SIZE)[1] <= high
            for key, parts in told.items()
        ):
            return told
    return {}


def _draw_cell(ax: Axes, x: int, y: float, place: tuple[str, str], cell: _Cell, below: str, most_told: int) -> None:
    """Draw the number of a cell, its bar and what stands below that; where there is none, a small grey 0."""
    if not cell.whole:
        ax.text(x, y - 0.04, "0", ha="center", va="bottom", color=FAINT, size=SMALL_SIZE)
        ax.text(x, y + 0.02, below, ha="center", va="top", color=FAINT, size=SMALL_SIZE, linespacing=1.1)
        return
    y -= max(0.0, 0.17 + measure_text(below, SMALL_SIZE)[1] / height_of_row(ax) - 0.48)  # so that all is in its cell
    number = ax.text(x, y - 0.04, str(cell.whole), ha="center", va="bottom", weight="bold", size=TEXT_SIZE + 7)
    number.set_gid(mark_id(place[1], place[0]))
    left = x - BAR * cell.whole / most_told / 2
    for stance, n in zip(STANCES, cell.counts, strict=True):
        if not n:
            continue
        fill, hatch = LOOKS[stance]
        look: dict[str, Any] = {"color": fill, "edgecolor": INK, "hatch": hatch, "linewidth": 0.8, "height": 0.14}
        bar = ax.barh(y + 0.07, BAR * n / most_told, left=left, **look)
        bar.patches[0].set(label=" ".join((*place, stance)), gid=mark_id(f"{place[1]}-{stance}", place[0]))
        left += BAR * n / most_told
    ax.text(x, y + 0.17, below, ha="center", va="top", size=SMALL_SIZE, linespacing=1.1)
