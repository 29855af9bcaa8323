"""Effect sizes: how far apart groups are, whatever their numbers."""

import numpy as np
from scipy.stats import rankdata


def cohens_h(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return Cohen's h of two shares, from -pi to pi: 0.2 is called small, 0.5 medium, 0.8 large.

    Source: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. (1988), chapter 6.

    >>> cohens_h(np.array([0.21]), np.array([0.04])).round(2)
    array([0.55])
    """
    h: np.ndarray = 2 * (np.arcsin(np.sqrt(a)) - np.arcsin(np.sqrt(b)))
    return h


def cliffs_delta(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return per column how much more often a row of `a` is above one of `b` than below it, -1 to 1.

    Source: N. Cliff, Psychological Bulletin 114 (1993), 494-509.

    >>> cliffs_delta(np.array([[3.0], [4.0]]), np.array([[1.0], [3.0]]))
    array([0.75])
    """
    ranks = rankdata(np.concatenate([a, b]), axis=0)
    above = ranks[: len(a)].sum(axis=0) - len(a) * (len(a) + 1) / 2
    delta: np.ndarray = 2 * above / (len(a) * len(b)) - 1
    return delta


def cramers_v(said: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return Cramer's V of a yes or no (0.0 or 1.0, per row and column) and a group, 0 to 1; missing where all agree.

    Source: H. Cramer, Mathematical Methods of Statistics (1946), chapter 21, p. 282.

    >>> cramers_v(np.array([[1.0], [1.0], [0.0], [0.0]]), np.array([0, 0, 1, 1]))
    array([1.])
    """
    together = said.mean(axis=0)
    between = sum((group == one).sum() * (said[group == one].mean(axis=0) - together) ** 2 for one in np.unique(group))
    spread = len(said) * together * (1 - together)
    v: np.ndarray = np.sqrt(np.divide(between, spread, out=np.full(said.shape[1], np.nan), where=spread > 0))
    return v


def epsilon_squared(values: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return per column which part of the variance of ranks lies between groups, 0 to 1; missing where all are equal.

    It is H / (n - 1) with the H of Kruskal and Wallis, corrected for ties.

    Source: M. Tomczak & E. Tomczak, Trends in Sport Sciences 21 (2014), 19-25.

    >>> epsilon_squared(np.array([[1.0], [1.0], [2.0], [2.0]]), np.array([0, 0, 1, 1]))
    array([1.])
    """
    ranks = rankdata(values, axis=0)
    centred = ranks - ranks.mean(axis=0)
    between = sum((group == one).sum() * centred[group == one].mean(axis=0) ** 2 for one in np.unique(group))
    spread = (centred**2).sum(axis=0)
    part: np.ndarray = np.divide(between, spread, out=np.full(values.shape[1], np.nan), where=spread > 0)
    return part
