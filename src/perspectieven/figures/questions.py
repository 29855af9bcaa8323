"""The research questions against the perspectives: how many speakers say something to each."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from perspectieven.figures.columns import add_columns, lay_out_columns
from perspectieven.figures.drawing import Drawing, add_panel, mark_id, say_empty, start_drawing
from perspectieven.figures.inputs import check_input, order_of, present
from perspectieven.figures.measuring import break_text, measure_text
from perspectieven.figures.notes import add_notes, height_of, lay_out_notes
from perspectieven.figures.rows import BESIDE
from perspectieven.figures.style import (
    FAINT,
    HEIGHT,
    INK,
    LINE,
    MARGIN,
    PAPER,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    PerspectiveStyle,
    fixed_words,
    style_perspectives,
    styled,
)
from perspectieven.questions import QUESTION_COUNTS

LEFT = 3.1
"""Inches for the questions."""
WIDE = 0.92
"""Of the width of a cell, what stands for all speakers."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Wie zegt iets bij de onderzoeksvragen?",
        "text": "Balk: deel van de sprekers. Lijn: 95%-interval. Lege cel: niemand zegt iets.",
        "cell": "{n} van {n_all}",
        "nobody": "geen sprekers",
        "times": "{n_coded} keer",
        "prompted": ", {n} uitgelokt",
        "prompted_elsewhere": "Hoeveel keer het uitgelokt was door een vraag, staat in het verslag.",
        "1": "1. Wat verstaan zij onder normaliseren?",
        "2a": "2a. Wat vinden zij erbij horen?",
        "2b": "2b. Wanneer is er reden om te verwijzen?",
        "3": "3. Hoe handelen zij?",
        "4": "4. Waarom handelen zij zo?",
        "spoken": "{question} {cells}.",
    },
    "en": {
        "title": "Who says something to the research questions?",
        "text": "Bar: part of the speakers. Line: 95% interval. Empty cell: nobody says anything.",
        "cell": "{n} of {n_all}",
        "nobody": "no speakers",
        "times": "{n_coded} times",
        "prompted": ", {n} prompted",
        "prompted_elsewhere": "How many times it was prompted by a question is told in the report.",
        "1": "1. What do they understand by normalising?",
        "2a": "2a. What do they find part of growing up?",
        "2b": "2b. When is there reason to refer?",
        "3": "3. How do they act?",
        "4": "4. Why do they act so?",
        "spoken": "{question} {cells}.",
    },
}


@styled()
def plot_questions(question_counts: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> Drawing:
    """Draw a cell per research question and perspective, with the number of speakers who say something to it.

    A cell in which nobody does is there, and empty.

    Parameters
    ----------
    question_counts : DataFrame
        Schema `questions.QUESTION_COUNTS`.
    labels, language
        As in `plot_shares`. A label for a question takes the place of its fixed words.

    Returns
    -------
    Drawing
        Its axes have a patch per cell with speakers, named "2a ouders" by ``get_label()``, as wide as their share, one
        named "2a ouders empty" where there are none, and the number of speakers as text.

    Raises
    ------
    TableError
        If the table does not have its schema.

    Examples
    --------
    >>> from perspectieven.tables import make_table
    >>> row = {"question": "2a", "perspective": "ouders", "n_speakers": 4, "n_speakers_coded": 3, "n_coded": 9}
    >>> figure = plot_questions(make_table([row], QUESTION_COUNTS), labels={"ouders": "Ouders"})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['3 van 4', '9 keer']
    """
    words = {**fixed_words(language), **_WORDS[language]}
    check_input(question_counts, QUESTION_COUNTS, shares=("share_speakers", "low", "high"))
    styles = style_perspectives(order_of(question_counts["perspective"]))
    table = question_counts.astype({"question": str, "perspective": str})
    questions, names = present(question_counts["question"]), present(question_counts["perspective"])
    height = max(HEIGHT, 2 + 0.85 * len(questions))
    drawing = start_drawing(words["title"], words["text"], height=height)
    if not questions:
        return say_empty(drawing, words["no_data"])
    sizes = table.drop_duplicates("perspective").set_index("perspective")["n_speakers"]
    many = {name: f"n = {sizes[name]}" if sizes[name] else words["nobody"] for name in names}
    heads = [f"{labels.get(name, name)}\n{many[name]}" for name in names]
    columns = lay_out_columns(heads, (WIDTH - LEFT - MARGIN) / len(names))
    wide = (WIDTH - LEFT - MARGIN) / len(names) * WIDE
    fits = all(measure_text(_count(row, words, prompted=True))[0] < wide for row in table.to_dict("records"))
    notes = "" if fits else lay_out_notes(words["prompted_elsewhere"])
    ax = add_panel(drawing, left=LEFT, right=MARGIN, top=1.1 + columns.high, bottom=0.25 + height_of(notes))
    ax.set_xlim(-0.5, len(names) - 0.5)
    ax.set_ylim(len(questions) - 0.5, -0.5)
    asked = {question: labels.get(question, _ask(question, words)) for question in questions}
    said: dict[str, list[str]] = {question: [] for question in questions}
    for row in table.to_dict("records"):
        name, question = row["perspective"], row["question"]
        number = words["cell"].format(n=row["n_speakers_coded"], n_all=row["n_speakers"])
        written = (number, _count(row, words, prompted=fits))
        _draw_cell(ax, names.index(name), questions.index(question), row, styles[name], written)
        said[question].append(f"{labels.get(name, name)} {number}")
    told = [break_text(asked[question], LEFT - MARGIN - BESIDE) for question in questions]
    ax.set_yticks(range(len(questions)), told, size=TEXT_SIZE, linespacing=1)
    add_columns(ax, columns)
    ax.spines[:].set_visible(False)
    spoken = [
        words["spoken"].format(question=asked[question], cells=", ".join(said[question])) for question in questions
    ]
    drawing.alt += f" {' '.join(spoken)} {words['see_table']}"
    add_notes(drawing, notes)
    return drawing


def _count(row: Mapping[Any, Any], words: Mapping[str, str], *, prompted: bool) -> str:
    """Say how many mentions there are, and how many of them were prompted."""
    n_prompted = int(row["n_prompted"])
    told = words["times"].format(n_coded=int(row["n_coded"]))
    return told + words["prompted"].format(n=n_prompted) if prompted and n_prompted else told


def _ask(question: str, words: Mapping[str, str]) -> str:
    return words[question] if question in ("1", "2a", "2b", "3", "4") else question


def _draw_cell(
    ax: Axes, x: int, y: int, row: Mapping[Any, Any], style: PerspectiveStyle, written: tuple[str, str]
) -> None:
    item, name, left = str(row["question"]), str(row["perspective"]), x - WIDE / 2
    frame = Rectangle((left, y - 0.44), WIDE, 0.88, facecolor=PAPER, edgecolor=LINE, linewidth=1.5)
    if not row["n_speakers_coded"]:
        frame.set(label=f"{item} {name} empty", linestyle=(0, (4, 3)))
        ax.add_patch(frame)
        return
    ax.add_patch(frame)
    share, low, high = (float(row[key]) for key in ("share_speakers", "low", "high"))
    bar = Rectangle((left, y + 0.22), WIDE * share, 0.16, facecolor=style.fill, edgecolor=INK, linewidth=0.8)
    bar.set(label=f"{item} {name}", gid=mark_id(item, name))
    ax.add_patch(bar)
    ends = (left + WIDE * low, left + WIDE * high)
    ax.hlines(y + 0.3, *ends, color=PAPER, linewidth=4, zorder=2)
    ax.hlines(y + 0.3, *ends, color=INK, linewidth=1.8, zorder=3, label=f"{item} {name} interval")
    number, count = written
    ax.text(x, y - 0.37, number, ha="center", va="top", weight="bold", size=TEXT_SIZE + 4, color=style.ink)
    ax.text(x, y - 0.06, count, ha="center", va="top", size=SMALL_SIZE, color=FAINT)
