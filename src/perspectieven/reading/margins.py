"""Leave out the line numbers that are printed in the margin, on every line or on every fifth.

Only where they cannot be anything else: each number is that of its line, counted through the whole file, and none is
missing. A list that is numbered without a point or bracket passes for it; without its numbers it says the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from perspectieven.errors import Fault
from perspectieven.reading.printed import Line, Page, Word

_NUMBERED = re.compile(r"(?P<number>[ \t]*+\d{1,5})(?=[ \t]|$)")
_STEPS = (1, 2, 5, 10)
_FEWEST_LINES, _FEWEST_NUMBERS = 20, 4
_MOST_AFTER = 5
"""Lines without a number behind the last number, beside those of its own step."""
_APART = 3.0
"""Points by which what is printed on one line, or in one column of numbers, may be apart."""


def blank_line_numbers(text: str, name: str) -> tuple[str, tuple[Fault, ...]]:
    r"""Put spaces where plain text has line numbers in its margin, and remark that it was done.

    Parameters
    ----------
    text : str
    name : str
        Name of the file, for the remark.

    Examples
    --------
    >>> text = "\n".join(f"{n if n % 5 == 0 else '':>2}  dat hoort erbij" for n in range(1, 22))
    >>> blank_line_numbers(text, "gesprek.txt")[0].split("\n")[4]
    '    dat hoort erbij'
    """
    lines = text.split("\n")
    numbers = {at: int(found["number"]) for at, line in enumerate(lines) if (found := _NUMBERED.match(line))}
    if len(numbers) < _FEWEST_NUMBERS:
        return text, ()
    reading = next(_iter_readings(numbers, [at for at, line in enumerate(lines) if line.strip()]), None)
    if reading is None:
        return text, ()
    step, kept = reading
    for at in kept:
        lines[at] = _NUMBERED.sub(lambda found: " " * len(found["number"]), lines[at], count=1)
    return "\n".join(lines), (_remark(name, len(kept), step),)


def _iter_readings(numbers: dict[int, int], filled: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Give the step, and the lines that are numbered, where numbers count lines; blank lines may count or not."""
    for count in ({at: n for n, at in enumerate(filled)}, {at: at for at in filled}):
        start, _ = Counter(number - count[at] for at, number in numbers.items()).most_common(1)[0]
        fitting = [at for at, number in numbers.items() if number - count[at] == start]
        inside = [at for at in filled if fitting[0] <= at <= fitting[-1]]
        n_after = sum(at > fitting[-1] for at in filled)
        for step in _STEPS:
            due = [at for at in inside if (count[at] + start) % step == 0]
            n_chance = len(fitting) - len(due)  # words: the twelfth line begins with "12 uur"
            complete = set(due) <= set(fitting) and n_chance <= len(due) / 4
            if complete and _are_enough(len(due), step) and n_after < step + _MOST_AFTER:
                yield step, due
    first, last = min(numbers), max(numbers)
    inside = [at for at in filled if first <= at <= last]
    goes_on = all(b in (1, a + 1) for a, b in pairwise(numbers.values()))
    if goes_on and inside == list(numbers) and _are_enough(len(inside), 1):  # starts anew on each page
        yield 1, inside


def _are_enough(n_numbers: int, step: int) -> bool:
    return n_numbers >= _FEWEST_NUMBERS and n_numbers * step >= _FEWEST_LINES


def drop_line_numbers(pages: Sequence[Page], name: str) -> tuple[list[tuple[Line, ...]], tuple[Fault, ...]]:
    """Leave the line numbers out of the lines of printed pages, and remark that it was done.

    They stand left of all words, under each other, beside a line each, and go up by the same step over the page; on
    the next page they go on or start anew.

    Returns
    -------
    tuple of (list of tuple of Line, tuple of Fault)
        The lines of each page, and the remark if numbers were left out.
    """
    all_lines = [page.lines for page in pages]
    columns = [_find_column(lines) for lines in all_lines]
    found = [column for column in columns if column]
    steps = Counter(int(b.text) - int(a.text) for column in found for (_, a), (_, b) in pairwise(column))
    step = steps.most_common(1)[0][0] if steps else 0
    n_numbers = sum(map(len, found))
    if (
        step not in _STEPS
        or not _are_enough(n_numbers, step)
        or not _go_up(found, step)
        or not all(_beside_lines(lines, column, step) for lines, column in zip(all_lines, columns, strict=True))
    ):
        return all_lines, ()
    kept = [_without(lines, column) for lines, column in zip(all_lines, columns, strict=True)]
    return kept, (_remark(name, n_numbers, step),)


def _find_column(lines: Sequence[Line]) -> list[tuple[float, Word]]:
    """Give the numbers, with their height on the page, that stand under each other left of all other words."""
    firsts = [(line.bottom, line.words[0]) for line in lines if re.fullmatch(r"\d{1,5}", line.words[0].text)]
    if not firsts:
        return []
    figures = {id(word) for _, word in firsts}
    left = min((word.left for line in lines for word in line.words if id(word) not in figures), default=0.0)
    column = sorted(((bottom, word) for bottom, word in firsts if word.right < left), key=lambda one: -one[0])
    edges = ([word.left for _, word in column], [word.right for _, word in column])
    return column if column and any(max(edge) - min(edge) < _APART for edge in edges) else []


def _go_up(columns: Sequence[Sequence[tuple[float, Word]]], step: int) -> bool:
    """Tell whether numbers go up by a step, and over a page end too or start anew there."""
    before = None
    for column in columns:
        numbers = [int(word.text) for _, word in column]
        starts = before is None or numbers[0] in (1, step, before + step)
        if not starts or any(b - a != step for a, b in pairwise(numbers)):
            return False
        before = numbers[-1]
    return True


def _rows(lines: Sequence[Line], column: Sequence[tuple[float, Word]]) -> list[float]:
    """Give the heights at which words stand beside the numbers."""
    numbers = {id(word) for _, word in column}
    heights = sorted({line.bottom for line in lines if any(id(word) not in numbers for word in line.words)})
    return [b for a, b in pairwise([float("-inf"), *heights]) if b - a > _APART]


def _beside_lines(lines: Sequence[Line], column: Sequence[tuple[float, Word]], step: int) -> bool:
    """Tell whether each number stands beside words, and no more lines stand between two than their step says."""
    rows = _rows(lines, column)

    def count(low: float, high: float) -> int:
        return bisect_left(rows, high) - bisect_right(rows, low)

    beside = all(count(bottom - _APART, bottom + _APART) for bottom, _ in column)
    return beside and all(count(b + _APART, a - _APART) < step for (a, _), (b, _) in pairwise(column))


def _without(lines: Sequence[Line], column: Sequence[tuple[float, Word]]) -> tuple[Line, ...]:
    numbers = {id(word) for _, word in column}
    left = (replace(line, words=tuple(word for word in line.words if id(word) not in numbers)) for line in lines)
    return tuple(line for line in left if line.words)


def _remark(name: str, n: int, step: int) -> Fault:
    where = "every line" if step == 1 else f"every {step} lines"
    what = f"{n:,} numbers in the margin, on {where}, count its lines and are left out; look whether they do"
    return Fault(name, "", what)
