"""Which themes are shared by all perspectives, by some, by one or by none."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.columns import add_columns, lay_out_columns
from perspectieven.figures.drawing import (
    Drawing,
    add_panel,
    add_target,
    say_empty,
    start_drawing,
)
from perspectieven.figures.inputs import check_input
from perspectieven.figures.measuring import break_lines, height_of_lines, measure_text
from perspectieven.figures.notes import add_notes, name_left_out
from perspectieven.figures.pages import current_page
from perspectieven.figures.rows import BESIDE, SPACING, lay_out_rows
from perspectieven.figures.style import (
    BAND,
    FAINT,
    HEIGHT,
    MARGIN,
    PAPER,
    WIDTH,
    fixed_words,
    mark,
    style_perspectives,
    styled,
)
from perspectieven.tables import SHARED

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "which_theme": "Welke thema's",
        "which_code": "Welke codes",
        "title": "{items} worden gedeeld?",
        "text": "Gevuld teken: genoeg sprekers van dit perspectief noemen {item}.",
        "all": "Gedeeld door alle {n}",
        "both": "Gedeeld door beide",
        "some": "Gedeeld door {n}",
        "one": "Alleen bij één",
        "none": "Door niemand gedeeld",
        "in_group": "sprekers in hun groep",
    },
    "en": {
        "which_theme": "Which themes",
        "which_code": "Which codes",
        "title": "{items} are shared?",
        "text": "Filled mark: enough speakers of this perspective mention {item}.",
        "all": "Shared by all {n}",
        "both": "Shared by both",
        "some": "Shared by {n}",
        "one": "With one only",
        "none": "Shared by nobody",
        "in_group": "speakers in their group",
    },
}

TOP = 1.15
"""Inches for the title."""
NAMES = 4.1
"""Inches for the names of the themes, at the most."""
ROW = 0.27
"""Inches that a row needs."""
INDENT = 0.2
"""Inches by which names begin further to the right than the headings."""


@styled()
def plot_shared(
    shared: pd.DataFrame, perspectives: Sequence[str], *, labels: Mapping[str, str], language: str = "nl"
) -> Drawing:
    """Draw a grid of themes and perspectives, a filled mark where the perspective holds the theme.

    Themes are grouped by how many perspectives share them, the most widely shared first. A group without themes
    keeps its heading: that nothing is shared by all is a result. Of more than a page holds, those of each group that
    most speakers mention are drawn; the others are counted under them, while the headings count all.

    Parameters
    ----------
    shared : DataFrame
        Schema `tables.SHARED`, about themes or codes, in the order in which to draw them within a group.
    perspectives : sequence of str
        All perspectives, in the order of the study; one that holds nothing has a column too.
    labels, language
        As in `plot_shares`.

    Returns
    -------
    Drawing
        Its axes have a line of filled marks per perspective, named by ``get_label()``; texts name rows and groups.

    Raises
    ------
    TableError
        If the table does not have its schema, or names a perspective that is not in `perspectives`.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"theme": "ERB", "n_perspectives": 1, "shared_by": "ouders", "n_speakers_coded": 3}
    >>> figure = plot_shared(make_table([row], SHARED), ["ouders", "jeugdigen"], labels={"ERB": "Erbij horen"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['Gedeeld door beide: geen', 'Alleen bij één: 1', 'Erbij horen', '3', 'Door niemand gedeeld: geen']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    by = check_input(shared, SHARED)
    styles = style_perspectives(perspectives)
    rows = shared.astype({by: str}).to_dict("records")
    holders = {row[by]: _holders(str(row["shared_by"]), perspectives, at) for at, row in enumerate(rows)}
    speakers = {row[by]: int(row["n_speakers_coded"]) for row in rows}
    n_groups = len(perspectives) + 1
    ranks = _rank(holders, speakers)
    title = words["title"].format(items=words[f"which_{by}"])
    drawing = start_drawing(title, words["text"].format(item=words[by]))
    if not holders:
        return say_empty(drawing, words["no_data"])
    heads = [*(labels.get(name, name) for name in perspectives), words["speakers"]]
    least = lay_out_columns(heads, (WIDTH - 2 * MARGIN - NAMES - BESIDE - INDENT) / len(heads))
    laid_out = lay_out_rows(
        {item: float(rank) for item, rank in ranks.items()},
        labels,
        room=HEIGHT - TOP - least.high - drawing.lower - 0.2,
        widest=NAMES,
        tell=lambda items: break_lines(name_left_out(items, tuple(speakers), by, "in_group", labels, words)),
        taken=n_groups,
        least=ROW * current_page().letters,
    )
    items, notes = laid_out.items, laid_out.notes
    names = dict(zip(items, laid_out.names, strict=True))
    groups = {n: [item for item in items if len(holders[item]) == n] for n in range(len(perspectives), -1, -1)}
    sizes = Counter(map(len, holders.values()))
    n_lines = len(items) + len(groups)
    headings = {n: f"{_heading(n, len(perspectives), words)}: {sizes[n] or words['0']}" for n in groups}
    widest = max(measure_text(text, weight="bold")[0] for text in headings.values())
    left = max(laid_out.left + INDENT, MARGIN + widest + 0.2)
    above = lay_out_columns(heads, (WIDTH - left - MARGIN) / len(heads))
    ax = add_panel(drawing, left=left, right=MARGIN, top=TOP + above.high, bottom=0.2 + height_of_lines(notes))
    across = ax.get_yaxis_transform()
    before = (MARGIN - left) / (WIDTH - MARGIN - left)
    places: dict[str, int] = {}
    line = 0
    for n, group in groups.items():
        ax.axhspan(line - 0.5, line + 0.5, xmin=before, color=BAND, linewidth=0, clip_on=False, zorder=0)
        ax.text(before + 0.01, line, headings[n], transform=across, va="center_baseline", weight="bold")
        line += 1
        for item in group:
            places[item] = line
            ax.text(
                before + INDENT / (WIDTH - MARGIN - left),
                line,
                names[item],
                transform=across,
                va="center",
                linespacing=SPACING,
            )
            ax.text(len(perspectives), line, str(speakers[item]), ha="center", va="center_baseline", color=FAINT)
            line += 1
    for item, at in places.items():
        columns = [perspectives.index(name) for name in holders[item]]
        if len(columns) > 1:
            ax.hlines(at, min(columns), max(columns), color=FAINT, linewidth=2, zorder=1, label=f"{item} together")
    for x, name in enumerate(perspectives):
        held = [at for item, at in places.items() if name in holders[item]]
        rest = [at for item, at in places.items() if name not in holders[item]]
        ax.plot([x] * len(rest), rest, "o", markersize=6, color=PAPER, markeredgecolor="#B5B5B5", label=f"{name} not")
        ax.plot([x] * len(held), held, **mark(styles[name], size=13), linestyle="none", label=name)
        for item, at in places.items():
            add_target(ax, x, at, item, name)
    ax.set_xlim(-0.5, len(perspectives) + 0.5)
    ax.set_ylim(n_lines - 0.5, -0.5)
    ax.set_yticks([])
    add_columns(ax, above)
    ax.get_xticklabels()[-1].set_color(FAINT)
    ax.spines[:].set_visible(False)
    told = {item: f"{labels.get(item, item)} (n = {speakers[item]})" for item in items}
    spoken = ". ".join(
        f"{_heading(n, len(perspectives), words)}: {', '.join(map(told.__getitem__, group)) or words['0']}"
        for n, group in groups.items()
    )
    drawing.alt += f" {spoken}."
    add_notes(drawing, notes)
    drawing.alt += f" {words['see_table']}"
    return drawing


def _holders(shared_by: str, perspectives: Sequence[str], at: int) -> list[str]:
    """Take "ouders + jeugdigen" apart."""
    names = [name for name in shared_by.split(" + ") if name]
    faults = [
        Fault(SHARED.name, f"row {at}", f'shared_by has "{name}"; use {", ".join(perspectives)}, or pass it as well')
        for name in names
        if name not in perspectives
    ]
    if faults:
        raise TableError(faults)
    return names


def _rank(holders: Mapping[str, Sequence[str]], speakers: Mapping[str, int]) -> dict[str, int]:
    """Weigh themes so that those with most speakers of every group come before the second of any.

    >>> _rank({"a": ["ouders"], "b": [], "c": ["ouders"]}, {"a": 3, "b": 0, "c": 9})
    {'a': -1, 'b': 0, 'c': 0}
    """
    ranks: dict[str, int] = {}
    taken: Counter[int] = Counter()
    for item in sorted(holders, key=lambda item: -speakers[item]):
        ranks[item] = -taken[len(holders[item])]
        taken[len(holders[item])] += 1
    return {item: ranks[item] for item in holders}


def _heading(n: int, n_all: int, words: Mapping[str, str]) -> str:
    """Say by how many a group of themes is shared.

    >>> words = {**fixed_words("nl"), **_WORDS["nl"]}
    >>> [_heading(n, 3, words) for n in (3, 2, 1, 0)]
    ['Gedeeld door alle drie', 'Gedeeld door twee', 'Alleen bij één', 'Door niemand gedeeld']
    """
    if n < 2:
        return words["one" if n else "none"]
    if n == n_all == 2:
        return words["both"]
    return words["all" if n == n_all else "some"].format(n=words[str(n)])
