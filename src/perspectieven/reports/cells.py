"""Cells: the quotes behind every number of a report, counted, chosen and findable."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.lexicon import Lexicon
from perspectieven.reports.quotes import MAX_QUOTES, NO_CONSENT, WITHHELD_CODE, spread_quotes

Key = tuple[str, ...]
"""An item, a perspective and perhaps a facet: a stance, ``prompted`` or ``spontaneous``."""

STANCES = ("affirmed", "negated", "hypothetical")


@dataclass(frozen=True, slots=True)
class Cell:
    """The mentions behind one number.

    Attributes
    ----------
    n : int
        All of them, shown or not.
    n_speakers : int
    n_no_consent, n_same_turn : int
        How many may not be shown, and why.
    shown : tuple of int
        Rows of the quotes that are shown, one of each speaker in turn.
    """

    n: int = 0
    n_speakers: int = 0
    n_no_consent: int = 0
    n_same_turn: int = 0
    shown: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cells:
    """Every cell that holds a mention, by key.

    Attributes
    ----------
    kept : frozenset of int
        Rows that some cell of a code shows. Themes, questions and orientations show a choice from these.
    """

    cells: Mapping[Key, Cell] = field(repr=False)
    kept: frozenset[int] = field(repr=False)

    def cell(self, *key: str) -> Cell:
        """Return a cell; where nothing was mentioned, an empty one."""
        return self.cells.get(key, Cell())


def question_item(question: str, theme: str = "") -> str:
    """Return the item that stands for a research question, or for the part of it in one theme.

    >>> question_item("2"), question_item("2", "ERB")
    ('vraag-2', 'vraag-2.ERB')
    """
    return f"vraag-{question}.{theme}" if theme else f"vraag-{question}"


def fill_cells(quotes: pd.DataFrame, lexicon: Lexicon, *, limit: int = MAX_QUOTES) -> Cells:
    """Sort the mentions into cells and choose at most `limit` quotes for each.

    Parameters
    ----------
    quotes : DataFrame
        From `quotes.judge_quotes`; only the perspectives that are shown.
    """
    questions = {code.id: code.questions for code in lexicon.codes}
    rows: dict[Key, list[int]] = defaultdict(list)
    broad: dict[Key, list[int]] = defaultdict(list)
    columns = ["theme", "code", "perspective", "stance", "orientation", "prompted"]
    for row, (theme, code, perspective, stance, orientation, prompted) in enumerate(
        quotes[columns].itertuples(index=False)
    ):
        facets = (stance, "prompted" if prompted else "spontaneous")
        for key in _keys(code, perspective, facets):
            rows[key].append(row)
        items = [question_item(question, part) for question in questions.get(code, ()) for part in ("", theme)]
        for key in [*_keys(theme, perspective, facets), *((item, perspective) for item in (*items, orientation))]:
            broad[key].append(row)
    withheld = list(quotes["withheld"])
    ids = list(zip(quotes["speaker"], quotes["coding_id"], strict=True))
    showable = frozenset(row for row, reason in enumerate(withheld) if not reason)
    cells = {key: _cell(here, withheld, ids, showable, limit) for key, here in rows.items()}
    kept = frozenset(row for cell in cells.values() for row in cell.shown)
    cells |= {key: _cell(here, withheld, ids, kept, limit) for key, here in broad.items()}
    return Cells(cells, kept)


def _keys(item: str, perspective: str, facets: Sequence[str]) -> Iterator[Key]:
    yield (item, perspective)
    for facet in facets:
        yield (item, perspective, facet)


def _cell(
    rows: list[int], withheld: list[str], ids: list[tuple[str, str]], allowed: frozenset[int], limit: int
) -> Cell:
    choice = [row for row in rows if row in allowed]
    shown = [choice[at] for at in spread_quotes([ids[row] for row in choice], limit)]
    reasons = [withheld[row] for row in rows]
    return Cell(
        len(rows),
        len({ids[row][0] for row in rows}),
        reasons.count(NO_CONSENT),
        reasons.count(WITHHELD_CODE),
        tuple(shown),
    )
