"""Intervals: a bootstrap over people who may share a transcript, and limits that keep their width where all agree."""

from collections.abc import Iterator

import numpy as np
from scipy.stats import chi2, norm, t
from statsmodels.stats.proportion import proportion_confint

from perspectieven.themes import CONFIDENCE

N_RESAMPLES = 2000
TAIL = (1 - CONFIDENCE) / 2
_CELLS = 4_000_000
"""Drawn clusters that are in memory at a time."""

Interval = tuple[np.ndarray, np.ndarray]


def bootstrap_ratios(
    amounts: np.ndarray,
    sizes: np.ndarray,
    *,
    cluster: np.ndarray,
    side: np.ndarray,
    n_sides: int,
    seed: int,
    n_resamples: int = N_RESAMPLES,
) -> np.ndarray:
    """Draw clusters with replacement and return sum(amounts) / sum(sizes) per side in every draw.

    Whoever shares a transcript comes and goes together. Where no cluster has people of two sides, each side's clusters
    are drawn apart, so that every draw has as many of each; otherwise all clusters are drawn together.

    Sources: A. C. Davison & D. V. Hinkley, Bootstrap Methods and their Application (1997), section 3.8: draw the
    independent units; C. A. Field & A. H. Welsh, Journal of the Royal Statistical Society B 69 (2007), 369-390.

    Parameters
    ----------
    amounts : array, n x k
        Per speaker: what is counted, for k items.
    sizes : array, n
        Per speaker: what it is divided by (1 for a share of speakers, words for a rate).
    cluster, side : array of int, n
        Of each speaker; sides are 0 to `n_sides` - 1.

    Returns
    -------
    array, n_resamples x n_sides x k
        Missing where a side has nothing to divide by in a draw.

    Examples
    --------
    Two speakers in one conversation are one draw, so nothing varies.

    >>> one, zero = np.array([[1.0], [0.0]]), np.zeros(2, dtype=int)
    >>> np.unique(bootstrap_ratios(one, np.ones(2), cluster=zero, side=zero, n_sides=1, seed=0)).tolist()
    [0.5]
    """
    numbers = np.unique(cluster, return_inverse=True)[1]
    n_clusters, k = int(numbers.max(initial=-1)) + 1, amounts.shape[1]
    parts = np.zeros((n_clusters, n_sides, k + 1))
    np.add.at(parts, (numbers, side), np.column_stack([amounts, sizes]))
    flat = parts.reshape(n_clusters, n_sides * (k + 1))
    drawn = np.zeros((n_resamples, n_sides, k + 1))
    first = 0
    for weights in _draw(_strata(numbers, side, n_clusters), n_resamples, np.random.default_rng(seed)):
        drawn[first : first + len(weights)] = (weights @ flat).reshape(len(weights), n_sides, k + 1)
        first += len(weights)
    sums, whole = drawn[..., :-1], drawn[..., -1:]
    ratios: np.ndarray = np.divide(sums, whole, out=np.full(sums.shape, np.nan), where=whole > 0)
    return ratios


def _strata(cluster: np.ndarray, side: np.ndarray, n_clusters: int) -> list[np.ndarray]:
    """Return the clusters that are drawn from together: those of a side, or all where a cluster has two sides."""
    pairs = np.unique(np.column_stack([cluster, side]), axis=0)
    if len(pairs) > n_clusters or not n_clusters:
        return [np.arange(n_clusters)]
    return [pairs[pairs[:, 1] == one, 0] for one in np.unique(side)]


def _draw(strata: list[np.ndarray], n_resamples: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield how often each cluster is drawn, some draws at a time: one row per draw."""
    n_clusters = sum(map(len, strata))
    step = max(1, _CELLS // max(1, n_clusters))
    for first in range(0, n_resamples if n_clusters else 0, step):
        n = min(step, n_resamples - first)
        weights = np.zeros((n, n_clusters))
        for stratum in strata:
            m = len(stratum)
            places = rng.integers(m, size=(n, m)) + m * np.arange(n)[:, None]
            weights[:, stratum] = np.bincount(places.ravel(), minlength=n * m).reshape(n, m)
        yield weights


def percentiles(draws: np.ndarray) -> Interval:
    """Return the 95% percentile interval of each column over the draws that are not missing.

    >>> low, high = percentiles(np.array([[0.0], [1.0], [np.nan]]))
    >>> low.round(3), high.round(3)
    (array([0.025]), array([0.975]))
    """
    there = draws[~np.isnan(draws).any(axis=1)]
    if not len(there):
        return np.full(draws.shape[1], np.nan), np.full(draws.shape[1], np.nan)
    low, high = np.quantile(there, [TAIL, 1 - TAIL], axis=0)
    return low, high


def share_limits(shares: np.ndarray, n_independent: int) -> Interval:
    """Return Wilson's 95% interval of shares, of as many people as speak independently.

    Speakers who share a transcript count as one, so that two focus groups are never read as twenty interviews.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212, as in statsmodels.

    >>> low, high = share_limits(np.array([0.5]), 8)
    >>> low.round(3), high.round(3)
    (array([0.215]), array([0.785]))
    """
    if n_independent == 0:
        return np.full(len(shares), np.nan), np.full(len(shares), np.nan)
    low, high = proportion_confint(shares * n_independent, n_independent, alpha=2 * TAIL, method="wilson")
    return np.asarray(low), np.asarray(high)


def rate_limits(counts: np.ndarray, size: float) -> Interval:
    """Return the exact 95% interval of counts per unit of `size`, as if mentions came one by one.

    Mentions come in clusters, so this is a floor under the bootstrap and no more: it has a width where there are none.

    Source: F. Garwood, Biometrika 28 (1936), 437-442.

    >>> low, high = rate_limits(np.array([0, 10]), 1)
    >>> low.round(3), high.round(3)
    (array([0.   , 4.795]), array([ 3.689, 18.39 ]))
    """
    if size <= 0:
        return np.full(len(counts), np.nan), np.full(len(counts), np.nan)
    low = np.where(counts > 0, chi2.ppf(TAIL, 2 * np.maximum(counts, 1)) / 2, 0.0)
    return low / size, chi2.ppf(1 - TAIL, 2 * counts + 2) / 2 / size


def floor_limits(amounts: np.ndarray, sizes: np.ndarray, *, cluster: np.ndarray, measure: str) -> Interval:
    """Return the interval that a bootstrap is never narrower than, of the share or the rate of some speakers."""
    if measure == "share":
        return share_limits(amounts.mean(axis=0), len(np.unique(cluster)))
    return rate_limits(amounts.sum(axis=0), sizes.sum())


def group_interval(amounts: np.ndarray, sizes: np.ndarray, *, cluster: np.ndarray, measure: str, seed: int) -> Interval:
    """Return the 95% interval of the share or rate of some speakers: the bootstrap, and never narrower than its floor.

    >>> low, high = group_interval(np.ones((9, 1)), np.ones(9), cluster=np.arange(9), measure="share", seed=0)
    >>> low.round(2), high.round(2)
    (array([0.7]), array([1.]))
    """
    drawn = bootstrap_ratios(amounts, sizes, cluster=cluster, side=np.zeros_like(cluster), n_sides=1, seed=seed)
    return widest(percentiles(drawn[:, 0]), floor_limits(amounts, sizes, cluster=cluster, measure=measure))


def mention_limits(shares: np.ndarray, variances: np.ndarray, *, n_mentions: float, n_clusters: int) -> Interval:
    """Return 95% limits of shares of mentions, of which those of one conversation go together.

    Wilson's limits, of as many mentions as would be as certain if each came by itself: no more than there are, fewer
    the more conversations differ, and fewer still where there are few of them to see that by. Never fewer than there
    are conversations, as if each said one thing only.

    Sources: E. L. Korn & B. I. Graubard, Survey Methodology 24 (1998), 193-201, for the effective number; with
    Wilson's limits in C. Franco, R. J. A. Little, T. A. Louis & E. V. Slud, Journal of Survey Statistics and
    Methodology 7 (2019), 334-364.

    Parameters
    ----------
    shares, variances : array, k
        And what each share would vary by, of other conversations.
    n_mentions : float
        Of which they are shares.
    n_clusters : int
        Conversations, those that share speakers taken as one.

    Examples
    --------
    Nobody in six conversations with sixty mentions: as if there were 35 of them.

    >>> low, high = mention_limits(np.array([0.0]), np.array([0.0]), n_mentions=60, n_clusters=6)
    >>> low.round(3), high.round(3)
    (array([0.]), array([0.099]))
    """
    apart = np.divide(shares * (1 - shares), variances, out=np.full(len(shares), np.inf), where=variances > 0)
    few = float(np.nan_to_num(norm.ppf(TAIL) / t.ppf(TAIL, n_clusters - 1))) ** 2
    effective = np.maximum(n_clusters, few * np.minimum(n_mentions, apart))
    low, high = proportion_confint(shares * effective, effective, alpha=2 * TAIL, method="wilson")
    return np.clip(low, 0, 1), np.clip(high, 0, 1)


def mention_interval(
    amounts: np.ndarray, sizes: np.ndarray, *, n_mentions: float, cluster: np.ndarray, seed: int
) -> Interval:
    """Return the 95% interval of shares of mentions: the bootstrap, and never narrower than `mention_limits`.

    Parameters
    ----------
    amounts, sizes, cluster
        As in `bootstrap_ratios`, of at least one speaker; `sizes` are above 0.
    n_mentions : float
        As in `mention_limits`.

    Examples
    --------
    >>> half, alone = np.full((9, 1), 5.0), np.arange(9)
    >>> low, high = mention_interval(half, np.full(9, 10.0), n_mentions=90, cluster=alone, seed=0)
    >>> low.round(2), high.round(2)
    (array([0.38]), array([0.62]))
    """
    drawn = bootstrap_ratios(amounts, sizes, cluster=cluster, side=np.zeros_like(cluster), n_sides=1, seed=seed)[:, 0]
    n_clusters = len(np.unique(cluster))
    variances = drawn.var(axis=0) * n_clusters / max(1, n_clusters - 1)  # a draw has too little by one conversation
    shares = amounts.sum(axis=0) / sizes.sum()
    floor = mention_limits(shares, variances, n_mentions=n_mentions, n_clusters=n_clusters)
    return widest(percentiles(drawn), floor)


def subtract_intervals(a: np.ndarray, of_a: Interval, b: np.ndarray, of_b: Interval) -> Interval:
    """Return the interval of a - b from those of a and b: their distances to the limits, squared and added.

    With Wilson's limits this is Newcombe's method 10 for a difference of shares.

    Sources: R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890; G. Y. Zou & A. Donner, Statistics in Medicine 27
    (2008), 1693-1702, for other limits.

    >>> one = np.ones(1)
    >>> low, high = subtract_intervals(one, share_limits(one, 10), 0 * one, share_limits(0 * one, 10))
    >>> low.round(4), high.round(4)
    (array([0.6075]), array([1.]))
    """
    low = a - b - np.hypot(a - of_a[0], of_b[1] - b)
    high = a - b + np.hypot(of_a[1] - a, b - of_b[0])
    return low, high


def widest(one: Interval, other: Interval) -> Interval:
    """Return at each end the limit that is farther out."""
    return np.minimum(one[0], other[0]), np.maximum(one[1], other[1])
