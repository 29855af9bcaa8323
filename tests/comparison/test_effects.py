import numpy as np
import pytest
from scipy.stats import contingency, kruskal, mannwhitneyu
from statsmodels.stats.proportion import proportion_effectsize

from perspectieven.comparison.effects import cliffs_delta, cohens_h, cramers_v, epsilon_squared

RNG = np.random.default_rng(5)


def test_cohen_s_h_as_published_and_as_statsmodels():
    # Cohen (1988): h = 0.20 for .55 against .45, 0.52 for .75 against .50
    assert cohens_h(np.array([0.55, 0.75]), np.array([0.45, 0.50])).round(2).tolist() == [0.20, 0.52]
    a, b = RNG.random(20), RNG.random(20)
    assert np.allclose(cohens_h(a, b), [proportion_effectsize(x, y) for x, y in zip(a, b, strict=True)])


def test_cliff_s_delta_as_mann_whitney():
    a, b = RNG.poisson(2, (7, 5)).astype(float), RNG.poisson(3, (11, 5)).astype(float)
    assert np.allclose(cliffs_delta(a, b), 2 * mannwhitneyu(a, b).statistic / 77 - 1)


def test_cramer_s_v_as_scipy():
    group = np.repeat([0, 1, 2], [5, 7, 9])
    said = RNG.integers(0, 2, (21, 3)).astype(float)
    for column in range(3):
        table = np.array([[((group == g) & (said[:, column] == x)).sum() for x in (0, 1)] for g in range(3)])
        assert cramers_v(said, group)[column] == pytest.approx(contingency.association(table, method="cramer"))


def test_epsilon_squared_as_kruskal():
    group = np.repeat([0, 1, 2], [5, 7, 9])
    values = RNG.poisson(2, (21, 3)).astype(float)
    theirs = kruskal(*(values[group == one] for one in range(3))).statistic / 20
    assert np.allclose(epsilon_squared(values, group), theirs)


def test_where_nobody_differs_there_is_no_effect_to_measure():
    group = np.array([0, 0, 1])
    assert np.isnan(cramers_v(np.ones((3, 1)), group)).all()
    assert np.isnan(epsilon_squared(np.zeros((3, 1)), group)).all()
