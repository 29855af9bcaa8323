"""What a figure says around its data: who is not shown and why, what is left out, what to be careful with."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing
from perspectieven.figures.inputs import check_input
from perspectieven.figures.measuring import break_lines, height_of_lines
from perspectieven.figures.pages import current_size
from perspectieven.figures.placing import shorten
from perspectieven.figures.style import FAINT, MARGIN, SMALL_SIZE, WIDTH

NAMED = 4
"""Of more that is left out, only the number is told."""


def name_withheld(table: pd.DataFrame, labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Say which perspectives have withheld rows, of how many speakers, and why; nothing where there are none.

    >>> row = {"perspective": "beleid", "n_speakers": 2, "withheld": True, "reason": "te weinig sprekers"}
    >>> name_withheld(pd.DataFrame([row]), {"beleid": "Beleid"}, {"not_shown": "Niet getoond: {who}."})
    'Niet getoond: Beleid (n = 2; te weinig sprekers).'
    """
    rows = table[table["withheld"]].astype({"perspective": str}).drop_duplicates("perspective")
    who = [
        f"{labels.get(row['perspective'], row['perspective'])} (n = {row['n_speakers']}; {row['reason']})"
        for row in rows.to_dict("records")
    ]
    return words["not_shown"].format(who=", ".join(who)) if who else ""


def name_left_out(
    items: Sequence[str], there: Sequence[str], by: str, what: str, labels: Mapping[str, str], words: Mapping[str, str]
) -> str:
    """Say of how many themes or codes only some are drawn, where the others are, and which where these are few.

    A slide has no table beside it, and refers to the report.

    >>> words = {"left_out": "{n} van {n_all} {items}; {rest}.", "themes": "thema's", "most": ""}
    >>> words |= {"others_are": "niet {who}", "others_rest": ""}
    >>> name_left_out(["A"], ["A", "B"], "theme", "most", {"B": "Bij: iets"}, words)
    "1 van 2 thema's; niet Bij."
    """
    rest = [shorten(labels.get(item, item)) for item in there if item not in items]
    if not rest:
        return ""
    size = "_class" if current_size() == "class" else ""
    few = words[f"others_are{size}"].format(who=", ".join(rest)) if len(rest) <= NAMED else ""
    told = few or words[f"others_rest{size}"]
    return words["left_out"].format(n=len(items), n_all=len(there), items=words[f"{by}s"], what=words[what], rest=told)


def lay_out_notes(*notes: str) -> str:
    """Join notes, those with nothing in them left out, and break them into lines of the width of the page."""
    return "\n".join(break_lines(note) for note in notes if note)


def height_of(text: str) -> float:
    """Return how many inches a laid out note takes.

    >>> height_of(""), height_of("een")
    (0, 0.24)
    """
    return height_of_lines(text)


def add_notes(drawing: Drawing, text: str) -> None:
    """Write laid out notes at the bottom of the page, and into the alternative text."""
    if text:
        height = float(drawing.get_size_inches()[1])
        look: dict[str, Any] = {"size": SMALL_SIZE, "color": FAINT, "va": "bottom", "linespacing": 1.2}
        drawing.text(MARGIN / WIDTH, 0.1 / height, text, **look)
        drawing.alt = f"{drawing.alt} {text}".replace("\n", " ")


def gather_cautions(
    cautions: pd.DataFrame | None, by: str, words: Mapping[str, str]
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return per item and pair of perspectives what to be careful with, by the names in `tell_cautions`.

    Raises
    ------
    TableError
        If the table does not have its schema, or is about codes where the figure is about themes.
    """
    if cautions is None:
        return {}
    about = check_input(cautions, CAUTIONS)
    if about != by and len(cautions):
        what = f"are about {words[f'{about}s']}, and the figure about {words[f'{by}s']}; pass cautions of the same"
        raise TableError(Fault(CAUTIONS.name, "", what))
    found = {
        (str(row[by]), str(row["perspective_a"]), str(row["perspective_b"])): tuple(
            name for name in ("rests_on_one", "carried_by_one", "mainly_prompted", "heard_better") if row[name]
        )
        for row in (cautions.to_dict("records") if len(cautions) else [])
    }
    return {key: names for key, names in found.items() if names}


def find_largest(
    cautions: pd.DataFrame | None, by: str, words: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], tuple[str, ...]]]:
    """Return per item the pair of perspectives that differs most, and what to be careful with; none where nothing is.

    A caution about a small difference is no reason to doubt a large one beside it.
    """
    found = gather_cautions(cautions, by, words)
    largest: dict[str, tuple[float, tuple[str, str]]] = {}
    for row in cautions.to_dict("records") if cautions is not None else []:
        size, pair = abs(float(row["difference"])), (str(row["perspective_a"]), str(row["perspective_b"]))
        if size > largest.get(str(row[by]), (0.0, pair))[0]:
            largest[str(row[by])] = (size, pair)
    return {item: (pair, found[item, *pair]) for item, (_, pair) in largest.items() if (item, *pair) in found}


def without_carrier(names: Sequence[str]) -> tuple[str, ...]:
    """Return columns of `CAUTIONS` with it said only once that one speaker carries a difference.

    >>> without_carrier(["rests_on_one", "carried_by_one", "mainly_prompted"]), without_carrier(["carried_by_one"])
    (('rests_on_one', 'mainly_prompted'), ('carried_by_one',))
    """
    return tuple(name for name in names if name != "carried_by_one" or "rests_on_one" not in names)


def tell_cautions(names: Sequence[str], words: Mapping[str, str]) -> str:
    """Say in few words what to be careful with, and fewer where there is more than one thing.

    Parameters
    ----------
    names : sequence of str
        Columns of `CAUTIONS`.

    Examples
    --------
    >>> from perspectieven.figures.style import fixed_words
    >>> words = fixed_words("nl")
    >>> tell_cautions(["rests_on_one", "carried_by_one"], words), tell_cautions(["carried_by_one"], words)
    ('rust op één spreker', 'meeste van één spreker')
    >>> tell_cautions(["rests_on_one", "mainly_prompted"], words)
    'één spreker, uitgelokt'
    """
    said = without_carrier(names)
    if len(said) < 2:
        return "".join(words[name] for name in said)
    short = {
        "rests_on_one": "by_one_short",
        "carried_by_one": "by_one_short",
        "mainly_prompted": "prompted_short",
        "heard_better": "heard_better",
    }
    return ", ".join(words[short[name]] for name in said)
