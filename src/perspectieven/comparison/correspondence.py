"""Correspondence: a map on which perspectives (or speakers) lie near the themes that they mention more than others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import bootstrap_ratios, percentiles
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import Speakers, gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.errors import Fault, TableError
from perspectieven.tables import Schema

CORRESPONDENCE = Schema(
    "correspondence",
    "one point (a perspective or speaker, or a theme or code) x dimension of the map",
    {
        "kind": "str",
        "point": "str",
        "perspective": "str",
        "dimension": "int64",
        "n_coded": "int64",
        "n_speakers": "int64",
        "mass": "float64",
        "coordinate": "float64",
        "low": "float64",
        "high": "float64",
        "contribution": "float64",
        "cos2": "float64",
        "inertia": "float64",
        "share_inertia": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("kind", "point", "dimension"),
)

_NONE = 1e-12
"""Inertia below which a dimension is a rounding error."""


@dataclass(frozen=True, slots=True)
class Side:
    """The rows, or the columns, of a table on the d dimensions of a map.

    Attributes
    ----------
    masses : array, n
        The part of all that is counted.
    places : array, n x d
        Principal coordinates.
    inertias : array, d
        Principal inertias of the map.
    """

    masses: np.ndarray
    places: np.ndarray
    inertias: np.ndarray

    @property
    def axes(self) -> np.ndarray:
        """Standard coordinates: the profile of a further point of the other side, times these, is its place."""
        axes: np.ndarray = self.places / np.sqrt(self.inertias)
        return axes

    @property
    def contributions(self) -> np.ndarray:
        """The part of the inertia of each dimension that comes from each point; columns sum to 1."""
        parts: np.ndarray = self.masses[:, None] * self.places**2 / self.inertias
        return parts

    @property
    def cos2(self) -> np.ndarray:
        """The part of the inertia of each point that each dimension shows; rows sum to 1, missing at the centre."""
        squares = self.places**2
        whole = squares.sum(axis=1, keepdims=True)
        parts: np.ndarray = squares / np.where(whole > 0, whole, np.nan)
        return parts


def correspond(counts: np.ndarray) -> tuple[Side, Side]:
    """Analyse a table of counts in which no row and no column is empty; return its rows and its columns.

    Dimensions come by inertia, largest first; the inertias sum to chi-square / n. The sign of a dimension says nothing:
    it is such that the column that is farthest out is positive.

    Source: M. Greenacre (2017), Correspondence Analysis in Practice, 3rd edition, appendix A: the singular values of
    the standardised residuals.

    Examples
    --------
    >>> rows, columns = correspond(np.array([[10, 20], [20, 10]]))
    >>> rows.inertias.round(3).tolist(), columns.places.round(3).tolist()
    ([0.111], [[0.333], [-0.333]])
    """
    shares = counts / counts.sum()
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    expected = np.outer(rows, columns)
    left, sizes, right = np.linalg.svd((shares - expected) / np.sqrt(expected), full_matrices=False)
    some = sizes**2 > _NONE
    of_rows = left[:, some] * sizes[some] / np.sqrt(rows)[:, None]
    of_columns = right[some].T * sizes[some] / np.sqrt(columns)[:, None]
    # Rounded, so that of two that are equally far out the first decides, on every machine.
    farthest = np.abs(of_columns).round(9).argmax(axis=0)
    signs = np.sign(of_columns[farthest, np.arange(len(farthest))])
    inertias = sizes[some] ** 2
    return Side(rows, of_rows * signs, inertias), Side(columns, of_columns * signs, inertias)


def measure_correspondence(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    rows: str = "perspective",
    n_dimensions: int = 2,
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure where perspectives (or speakers) and themes lie on a map of who mentions what.

    One row per point x dimension, also of points that have no place: items that nobody mentions, and perspectives that
    mention nothing or are too small.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`; mentions are counted.
    rows : {"perspective", "speaker"}
        What is set against the items. A speaker of a perspective that is too small has no place.
    n_dimensions : int
        How many to give, the largest first. Three perspectives have two.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `CORRESPONDENCE`.

        - ``kind`` is `rows` or `by`, ``point`` the name. ``perspective`` is empty for items.
        - ``mass``: the part of all mentions, 0 to 1. ``coordinate``: the principal coordinate, the same scale for
          both kinds. Only distances within a kind can be read as distances.
        - ``contribution``: the part of the dimension that comes from the point. ``cos2``: the part of the point that
          the dimension shows; a point with a low sum of ``cos2`` lies elsewhere than it seems.
        - ``inertia`` and ``share_inertia``: of the dimension, the same in all of its rows.
        - ``low``, ``high``: a 95% percentile interval of the coordinate. Conversations are drawn with replacement (see
          `intervals.bootstrap_ratios`) and what they come to is placed on the map as it is. Missing for speakers, and
          for an item of one perspective alone: however it is drawn, it lies in the same place.

        Missing where there is no such dimension, or no place.

    Notes
    -----
    Sources: `correspond`; for the intervals the partial bootstrap of L. Lebart, in M. Greenacre & J. Blasius (eds),
    Multiple Correspondence Analysis and Related Methods (2006), 179-196. As the axes stay as they are, a map looks
    steadier than where each draw makes a map of its own.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = [("ouders", "ERB"), ("ouders", "ERB"), ("jeugdigen", "LAT"), ("jeugdigen", "ERB")]
    >>> person = {"role": "participant", "n_words": 10}
    >>> names = [{"transcript_id": str(at), "speaker": str(at)} for at in range(4)]
    >>> turns = make_table([{**name, **person, "perspective": p} for name, (p, _) in zip(names, said)], TURNS)
    >>> codings = make_table([{**name, "theme": theme} for name, (_, theme) in zip(names, said)], CODINGS)
    >>> perspectives = ["ouders", "jeugdigen"]
    >>> table = measure_correspondence(
    ...     codings, turns, items=["ERB", "LAT"], perspectives=perspectives, n_dimensions=1, min_group=2)
    >>> table[["kind", "point", "mass", "coordinate", "contribution"]].round(2)
              kind      point  mass  coordinate  contribution
    0  perspective     ouders  0.50       -0.58          0.50
    1  perspective  jeugdigen  0.50        0.58          0.50
    2        theme        ERB  0.75       -0.33          0.25
    3        theme        LAT  0.25        1.00          0.75
    """
    if rows not in ("perspective", "speaker"):
        raise TableError(Fault("comparison", "rows", f'is "{rows}"; use "perspective" or "speaker"'))
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    points = _list_rows(speakers, rows=rows, min_group=min_group, language=language)
    of_row = speakers.perspective if rows == "perspective" else np.arange(len(speakers))
    counts = np.zeros((len(points), len(items)), dtype=np.int64)
    np.add.at(counts, of_row, speakers.n_coded)
    points["n_coded"] = counts.sum(axis=1)
    counts[points["withheld"].to_numpy(dtype=bool)] = 0
    placed = (counts.sum(axis=1) > 0, counts.sum(axis=0) > 0)
    kept = ~points["withheld"].to_numpy(dtype=bool)[of_row]
    holders = (speakers.n_coded[kept] > 0).sum(axis=0)
    further = pd.DataFrame({"point": list(items), "n_coded": counts.sum(axis=0), "n_speakers": holders})
    further = further.assign(perspective="", withheld=False, reason="")
    tables = [_spread(table.assign(kind=kind), n_dimensions) for kind, table in ((rows, points), (by, further))]
    if counts.any():
        sides = correspond(counts[np.ix_(*placed)])
        limits = _limit_places(speakers, kept, sides, placed, seed=seed) if rows == "perspective" else None
        for at, (side, there) in enumerate(zip(sides, placed, strict=True)):
            _place(tables[at], side, np.flatnonzero(there), limits[at] if limits else None, n_dimensions)
    orders = {"kind": (rows, by), "point": list(dict.fromkeys([*points["point"], *items]))}
    return order_table(pd.concat(tables), CORRESPONDENCE, perspectives=perspectives, orders=orders)


def _list_rows(speakers: Speakers, *, rows: str, min_group: int, language: str) -> pd.DataFrame:
    """List the points that are set against the items, with the reason why some have no place."""
    n_speakers = np.bincount(speakers.perspective, minlength=len(speakers.perspectives))
    reasons = [refuse_small(int(n), min_group=min_group, language=language) for n in n_speakers]
    if rows == "perspective":
        table = pd.DataFrame({"point": speakers.perspectives, "n_speakers": n_speakers, "reason": reasons})
        table["perspective"] = table["point"]
    else:
        of = [reasons[at] for at in speakers.perspective]
        table = pd.DataFrame({"point": speakers.ids, "n_speakers": 1, "reason": of})
        table["perspective"] = [speakers.perspectives[at] for at in speakers.perspective]
    return table.assign(withheld=table["reason"] != "")


def _spread(points: pd.DataFrame, n_dimensions: int) -> pd.DataFrame:
    """Give every point a row for each dimension, without a place as yet."""
    table = points.loc[points.index.repeat(n_dimensions)].reset_index(drop=True)
    table["dimension"] = np.tile(np.arange(1, n_dimensions + 1), len(points))
    missing = [name for name, dtype in CORRESPONDENCE.columns.items() if dtype == "float64"]
    return table.assign(**dict.fromkeys(missing, np.nan))


def _place(
    table: pd.DataFrame, side: Side, points: np.ndarray, limits: tuple[np.ndarray, np.ndarray] | None, n_dimensions: int
) -> None:
    """Fill in what a map says of some points of a table that is being made."""
    for dimension in range(min(n_dimensions, len(side.inertias))):
        at = table.index[points * n_dimensions + dimension]
        table.loc[at, "mass"] = side.masses
        table.loc[at, "coordinate"] = side.places[:, dimension]
        table.loc[at, "contribution"] = side.contributions[:, dimension]
        table.loc[at, "cos2"] = side.cos2[:, dimension]
        if limits:
            table.loc[at, "low"], table.loc[at, "high"] = limits[0][:, dimension], limits[1][:, dimension]
        everywhere = table["dimension"] == dimension + 1
        table.loc[everywhere, "inertia"] = side.inertias[dimension]
        table.loc[everywhere, "share_inertia"] = side.inertias[dimension] / side.inertias.sum()


def _limit_places(
    speakers: Speakers,
    kept: np.ndarray,
    sides: tuple[Side, Side],
    placed: tuple[np.ndarray, np.ndarray],
    *,
    seed: int,
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Draw conversations, place what they come to on the map as it is, and return the limits: of rows, of columns."""
    n_sides = len(speakers.perspectives)
    side, amounts = speakers.perspective[kept], speakers.n_coded[kept].astype(float)
    means = bootstrap_ratios(
        amounts, np.ones(len(amounts)), cluster=speakers.cluster[kept], side=side, n_sides=n_sides, seed=seed
    )
    counts = means * np.bincount(side, minlength=n_sides)[:, None]
    counts = counts[:, placed[0]][:, :, placed[1]]
    limits = []
    for drawn, axes in ((counts, sides[1].axes), (counts.swapaxes(1, 2), sides[0].axes)):
        whole = drawn.sum(axis=2, keepdims=True)
        places = np.divide(drawn, whole, out=np.full(drawn.shape, np.nan), where=whole > 0) @ axes
        low, high = np.array([percentiles(places[:, at]) for at in range(places.shape[1])]).swapaxes(0, 1)
        fixed = high - low < _NONE
        limits.append((np.where(fixed, np.nan, low), np.where(fixed, np.nan, high)))
    return limits
