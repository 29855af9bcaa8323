"""Cells: the quotes behind every number of a report, counted, chosen and findable."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.reports.quotes import MAX_QUOTES, NO_CONSENT, WITHHELD_CODE, spread_quotes

Key = tuple[str, ...]
"""An item, a perspective and perhaps a facet: a stance, ``prompted`` or ``spontaneous``; or a code behind the item."""

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
        Rows that some cell of a code shows. Themes and other items show a choice from these.
    """

    cells: Mapping[Key, Cell] = field(repr=False)
    kept: frozenset[int] = field(repr=False)

    def cell(self, *key: str) -> Cell:
        """Return a cell; where nothing was mentioned, an empty one."""
        return self.cells.get(key, Cell())


def fill_cells(quotes: pd.DataFrame, items: Sequence[Sequence[str]], *, limit: int = MAX_QUOTES) -> Cells:
    """Sort the mentions into cells and choose at most `limit` quotes for each.

    Parameters
    ----------
    quotes : DataFrame
        From `quotes.judge_quotes`; only the perspectives that are shown.
    items : sequence of sequence of str
        From `items.list_items`: what each of the mentions counts for beside its theme and code.
    """
    rows: dict[Key, list[int]] = defaultdict(list)
    broad: dict[Key, list[int]] = defaultdict(list)
    mentions = quotes[["theme", "code", "perspective", "stance", "prompted"]].itertuples(index=False)
    for row, (theme, code, perspective, stance, prompted) in enumerate(mentions):
        facets = (stance, "prompted" if prompted else "spontaneous")
        for key in _keys(code, perspective, facets):
            rows[key].append(row)
        for key in _keys(theme, perspective, facets):
            broad[key].append(row)
        for item in items[row]:
            for key in _keys(item, perspective, (code,)):
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
