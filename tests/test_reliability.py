"""Reliability coefficients against published examples and statsmodels."""

import math

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from perspectieven.reliability import measure_alpha, measure_kappa

# K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), examples A, B and C; a dot is a missing value
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def count(coders):
    values = sorted(set("".join(coders)) - {"."})
    return np.array([[row.count(value) for value in values] for row in zip(*coders, strict=True)])


@pytest.mark.parametrize(("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR, 0.743)])
def test_alpha_is_that_of_krippendorff(coders, alpha):
    counts = count(coders)
    assert measure_alpha(counts, passages=range(len(counts))).value == pytest.approx(alpha, abs=0.0005)


def test_kappa_is_that_of_statsmodels():
    rng = np.random.default_rng(3)
    first = rng.random(200) < 0.4
    second = np.where(rng.random(200) < 0.3, ~first, first)
    table = [[np.sum((first == a) & (second == b)) for b in (True, False)] for a in (True, False)]
    theirs = cohens_kappa(np.array(table))
    ours = measure_kappa(first, second, passages=range(200))
    assert ours.value == pytest.approx(theirs.kappa)
    # one decision per passage: the bootstrap comes close to the interval from large-sample theory
    assert (ours.low, ours.high) == pytest.approx((theirs.kappa_low, theirs.kappa_upp), abs=0.03)
    assert ours.n == 200


def test_decisions_of_one_passage_are_drawn_together():
    first, second = [True, False] * 20, [True, False] * 10 + [False, True] * 10
    apart = measure_kappa(first, second, passages=range(40))
    together = measure_kappa(first, second, passages=[at // 10 for at in range(40)])
    assert together.value == apart.value == 0
    assert together.n == 4
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_where_nobody_ever_differs_or_varies_there_is_no_coefficient():
    assert math.isnan(measure_kappa([False] * 5, [False] * 5, passages=range(5)).value)
    assert math.isnan(measure_alpha(np.array([[3, 0], [2, 0]]), passages=[1, 2]).value)
    nothing = measure_alpha(np.zeros((0, 2)), passages=[])
    assert (math.isnan(nothing.value), math.isnan(nothing.low), nothing.n) == (True, True, 0)
    assert math.isnan(measure_kappa([], [], passages=[]).value)


def test_one_passage_has_a_value_and_no_interval():
    found = measure_kappa([True, False], [True, False], passages=[1, 1])
    assert found.value == 1
    assert math.isnan(found.low)


def test_a_decision_that_only_one_coder_made_does_not_count():
    counts = np.array([[2, 0], [1, 1], [0, 1]])
    assert measure_alpha(counts, passages=[1, 2, 3]).value == measure_alpha(counts[:2], passages=[1, 2]).value
    assert measure_alpha(counts, passages=[1, 2, 3]).n == 2


def test_the_same_seed_gives_the_same_interval():
    first, second = [True, False, True, True, False] * 6, [True, False, False, True, True, False] * 5
    found = [measure_kappa(first, second, passages=range(30), seed=seed) for seed in (1, 1, 2)]
    assert found[0] == found[1]
    assert found[0] != found[2]
