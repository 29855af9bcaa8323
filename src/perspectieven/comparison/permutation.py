"""Permutation tests: what differences chance gives when it does not matter which perspective somebody has."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from scipy.stats import hypergeom

MAX_EXACT = 100_000
"""Arrangements up to which all are looked at."""
N_SHUFFLES = 9_999
"""Arrangements drawn at random where there are more."""
_CELLS = 4_000_000

Statistic = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""From means (draws x groups x items) and numbers of speakers (draws x groups) to how far the groups are apart."""


@dataclass(frozen=True, slots=True)
class Units:
    """What exchanges its perspective under the hypothesis that this does not matter.

    Attributes
    ----------
    group : array of int, u
        The perspective of each unit.
    block : array of int, u
        Units exchange within their block only.
    sums : array, u x k
        Summed over the speakers of the unit, for k items.
    n_speakers : array, u
    """

    group: np.ndarray
    block: np.ndarray
    sums: np.ndarray = field(repr=False)
    n_speakers: np.ndarray = field(repr=False)

    @property
    def n_groups(self) -> int:
        """How many perspectives there are."""
        return int(self.group.max(initial=-1)) + 1

    @property
    def blocks(self) -> tuple[np.ndarray, ...]:
        """The positions of the units of each block."""
        return tuple(np.flatnonzero(self.block == one) for one in np.unique(self.block))

    @property
    def n_arrangements(self) -> int:
        """In how many ways the perspectives can be given to the units."""
        return math.prod(_n_ways(np.bincount(self.group[block])) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The p-value of each item, of how many arrangements, and whether these are all there are."""

    p: np.ndarray
    n_arrangements: int
    is_exact: bool


def make_units(values: np.ndarray, *, cluster: np.ndarray, group: np.ndarray) -> Units:
    """Make the units of exchange: speakers where perspectives meet, else all who share a transcript.

    Within a conversation of several perspectives its speakers exchange theirs among themselves: the conversation is the
    same for all of them. A conversation of one perspective exchanges it as a whole, with others of one perspective.

    Sources: A. M. Winkler and others, NeuroImage 123 (2015), 253-268 (exchange within and of whole blocks); M. H. Gail
    and others, Statistics in Medicine 15 (1996), 1069-1092 (exchange of whole groups).

    Parameters
    ----------
    values : array, n x k
        What each speaker comes to, for k items.
    cluster : array of int, n
        As in `speakers.Speakers`.
    group : array of int, n
        The perspective of each speaker, from 0.

    Examples
    --------
    Two interviews, and a meeting of two perspectives: the first two exchange, and so do those who met.

    >>> units = make_units(np.zeros((4, 1)), cluster=np.array([0, 1, 2, 2]), group=np.array([0, 1, 0, 1]))
    >>> units.block.tolist(), units.n_arrangements
    ([0, 0, 3, 3], 4)
    """
    numbers = np.unique(cluster, return_inverse=True)[1]
    pairs = np.unique(np.column_stack([numbers, group]), axis=0)
    meets = np.bincount(pairs[:, 0], minlength=1)[numbers] > 1 if len(pairs) else np.zeros(0, dtype=bool)
    unit_of = np.where(meets, numbers.max(initial=0) + 1 + np.arange(len(numbers)), numbers)
    first, unit = np.unique(unit_of, return_index=True, return_inverse=True)[1:]
    sums = np.zeros((len(first), values.shape[1]))
    np.add.at(sums, unit, values)
    block = np.where(meets, numbers + 1, 0)
    return Units(group[first], block[first], sums, np.bincount(unit, minlength=len(first)))


def compare_two(means: np.ndarray, n_speakers: np.ndarray) -> np.ndarray:
    """Return how far two groups are apart, without its sign."""
    apart: np.ndarray = np.abs(means[:, 0] - means[:, 1])
    return apart


def compare_several(means: np.ndarray, n_speakers: np.ndarray) -> np.ndarray:
    """Return how far groups are from what they have together: squares, weighted by number.

    For shares this orders arrangements as Pearson's chi-square does.
    """
    weights = n_speakers[:, :, None]
    together = (weights * means).sum(axis=1, keepdims=True) / weights.sum(axis=1, keepdims=True)
    apart: np.ndarray = (weights * (means - together) ** 2).sum(axis=1)
    return apart


def permute(units: Units, statistic: Statistic, *, seed: int, n_shuffles: int = N_SHUFFLES) -> Outcome:
    """Test for every item whether its groups are farther apart than chance puts them.

    All arrangements are looked at where there are at most `MAX_EXACT`, or where the share of two groups is asked of
    units that are single speakers: the number of them who mention it is then a sum of hypergeometric numbers.
    Otherwise arrangements are drawn, and the one that was found counts as one of them, so that p is never 0.

    Sources: E. J. G. Pitman, Supplement to the Journal of the Royal Statistical Society 4 (1937), 119-130; B. Phipson
    & G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39: (b + 1) / (m + 1).

    Examples
    --------
    All three of one group and none of the other: 2 of the 20 arrangements are as far apart.

    >>> said, alone = np.array([[1.0]] * 3 + [[0.0]] * 3), np.arange(6)
    >>> units = make_units(said, cluster=alone, group=np.array([0, 0, 0, 1, 1, 1]))
    >>> permute(units, compare_two, seed=0)
    Outcome(p=array([0.1]), n_arrangements=20, is_exact=True)
    """
    n = units.n_arrangements
    if statistic is compare_two and (units.n_speakers == 1).all() and np.isin(units.sums, (0, 1)).all():
        return Outcome(_test_shares(units), n, is_exact=True)
    observed = _measure(units, units.group[None], statistic)[0]
    least = observed - 1e-9 * np.maximum(1, np.abs(observed))
    is_exact = n <= MAX_EXACT
    beyond = np.zeros(len(observed), dtype=np.int64)
    for groups in _arrange_all(units) if is_exact else _arrange_some(units, n_shuffles, seed):
        beyond += (_measure(units, groups, statistic) >= least).sum(axis=0)
    return Outcome(beyond / n if is_exact else (beyond + 1) / (n_shuffles + 1), n, is_exact)


def _test_shares(units: Units) -> np.ndarray:
    """Add up, exactly, how probable each number of speakers of the first group is that is as far from expectation."""
    n_first, n_second = np.bincount(units.group, minlength=2)
    found = units.sums[units.group == 0].sum(axis=0)
    apart: dict[tuple[int, ...], np.ndarray] = {}
    p = np.ones(len(found))
    for item, n_found in enumerate(found):
        said = tuple(int(units.sums[block, item].sum()) for block in units.blocks)
        if said not in apart:
            chances = np.ones(1)
            for block, n_said in zip(units.blocks, said, strict=True):
                n_of_first = int((units.group[block] == 0).sum())
                ways = hypergeom.pmf(np.arange(n_of_first + 1), len(block), n_said, n_of_first)
                chances = np.convolve(chances, ways)
            apart[said] = chances
        chances = apart[said]
        numbers = np.arange(len(chances))
        distance = np.abs(numbers / n_first - (sum(said) - numbers) / n_second)
        p[item] = min(1.0, chances[distance >= distance[int(n_found)] - 1e-9].sum())
    return p


def _measure(units: Units, groups: np.ndarray, statistic: Statistic) -> np.ndarray:
    """Return the statistic of each arrangement (rows of `groups`) and item."""
    means = np.zeros((len(groups), units.n_groups, units.sums.shape[1]))
    n_speakers = np.zeros((len(groups), units.n_groups))
    for one in range(units.n_groups):
        chosen = (groups == one).astype(float)
        n_speakers[:, one] = chosen @ units.n_speakers
        means[:, one] = (chosen @ units.sums) / n_speakers[:, [one]]
    return statistic(means, n_speakers)


def _arrange_some(units: Units, n_shuffles: int, seed: int) -> Iterator[np.ndarray]:
    rng = np.random.default_rng(seed)
    step = max(1, _CELLS // max(1, len(units.group)))
    for first in range(0, n_shuffles, step):
        groups = np.tile(units.group, (min(step, n_shuffles - first), 1))
        for block in units.blocks:
            groups[:, block] = rng.permuted(groups[:, block], axis=1)
        yield groups


def _arrange_all(units: Units) -> Iterator[np.ndarray]:
    """Yield every arrangement once, some at a time: all ways of the largest block for each way of the others."""
    blocks = sorted(units.blocks, key=lambda block: _n_ways(np.bincount(units.group[block])))
    ways = [_ways(units.group[block]) for block in blocks]
    for others in product(*ways[:-1]):
        groups = np.tile(units.group, (len(ways[-1]), 1))
        for block, way in zip(blocks[:-1], others, strict=True):
            groups[:, block] = way
        groups[:, blocks[-1]] = ways[-1]
        yield groups


def _ways(group: np.ndarray) -> np.ndarray:
    """Return every distinct order of the groups of a block, one a row."""
    names, counts = np.unique(group, return_counts=True)
    if len(names) == 1:
        return group[None]
    rows = []
    rest = _ways(np.repeat(names[1:], counts[1:]))
    for places in combinations(range(len(group)), int(counts[0])):
        row = np.full((len(rest), len(group)), names[0])
        row[:, np.setdiff1d(np.arange(len(group)), places)] = rest
        rows.append(row)
    return np.concatenate(rows)


def _n_ways(counts: np.ndarray) -> int:
    """Return the number of distinct orders of as many as `counts` of each."""
    placed, ways = 0, 1
    for count in counts.tolist():
        placed += count
        ways *= math.comb(placed, count)
    return ways
