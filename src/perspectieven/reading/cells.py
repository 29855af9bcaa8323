"""A table in a document as lines of text: turns where its rows are turns."""

import re
from collections.abc import Iterator, Sequence

Row = Sequence[Sequence[str]]
"""The cells of one row, each as its paragraphs that are not empty."""

_STAMP = re.compile(r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]?")
_HEADINGS = frozenset({"spreker", "sprekers", "naam", "wie", "speaker", "label", "deelnemer", "persoon"})


def join_cells(rows: Sequence[Row]) -> Iterator[str]:
    r"""Give a table as lines: ``label: text`` for a table of speakers, otherwise one paragraph per row or cell.

    Examples
    --------
    >>> list(join_cells([[["Spreker"], ["Tekst"]], [["Moeder"], ["Goed.", "Echt."]]]))
    ['Moeder: Goed.', 'Echt.']
    >>> list(join_cells([[["Rust"], ["8"]], [["School", "en thuis"], ["7"]]]))
    ['Rust\t8', 'School', 'en thuis', '7']
    """
    if _names_speakers(rows):
        for row in rows:
            yield from _as_turn(row)
        return
    for row in rows:
        if all(len(cell) <= 1 for cell in row):
            yield "\t".join(text for cell in row for text in cell)
        else:
            yield from (text for cell in row for text in cell)


def _names_speakers(rows: Sequence[Row]) -> bool:
    """Tell whether each row is a turn: (time,) a short name, and text; and some name comes back."""
    if not rows or len({len(row) for row in rows}) > 1 or len(rows[0]) not in (2, 3):
        return False
    if len(rows[0]) == 3 and not all(_STAMP.fullmatch(" ".join(row[0])) for row in rows[1:]):
        return False
    names = [" ".join(row[-2]).rstrip(":") for row in rows]
    return all(len(name) <= 45 for name in names) and (len(set(names)) < len(names) or names[0].lower() in _HEADINGS)


def _as_turn(row: Row) -> Iterator[str]:
    *time, names, said = row
    name = " ".join(names).rstrip(":").strip()
    if not name:
        yield from said
    elif name.lower() not in _HEADINGS and said:
        stamp = "".join(f"[{text.strip('[]()')}] " for cell in time for text in cell)
        yield f"{stamp}{name}: {said[0]}"
        yield from said[1:]
