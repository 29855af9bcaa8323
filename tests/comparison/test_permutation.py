from itertools import combinations, permutations

import numpy as np
import pytest
from scipy.stats import chi2_contingency, fisher_exact, permutation_test

from perspectieven.comparison import permutation
from perspectieven.comparison.permutation import Units, compare_several, compare_two, make_units, permute


def alone(values, group):
    values = np.array(values, dtype=float).reshape(len(values), -1)
    return make_units(values, cluster=np.arange(len(values)), group=np.array(group))


def apart(x, y, axis):
    return np.abs(x.mean(axis=axis) - y.mean(axis=axis))


def test_fisher_s_tea():
    # R. A. Fisher, The Design of Experiments (1935), chapter II: 3 or 4 of 4 cups are right in 1 + 16 of 70
    # arrangements, and as wrong in as many
    outcome = permute(alone([1, 1, 1, 0, 1, 0, 0, 0], [0] * 4 + [1] * 4), compare_two, seed=0)
    assert outcome.p.tolist() == [pytest.approx(34 / 70)]
    assert (outcome.n_arrangements, outcome.is_exact) == (70, True)


def test_pitman_s_example():
    # E. J. G. Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119-130: samples of 4 and 5,
    # of whose 126 arrangements 5 lie as far apart
    outcome = permute(alone([0, 11, 12, 20, 16, 19, 22, 24, 29], [0] * 4 + [1] * 5), compare_two, seed=0)
    assert outcome.n_arrangements == 126
    assert outcome.p.tolist() == [pytest.approx(5 / 126)]


def test_the_rotating_rats():
    # R. Bergmann and others, The American Statistician 54 (2000), 72-77: 5 of 12 rats fall off before the end against 0
    # of 12; the exact p-value, which is that of the ranks too, is 0.0373 (11 statistical packages compared)
    outcome = permute(alone([1] * 5 + [0] * 19, [0] * 12 + [1] * 12), compare_two, seed=0)
    assert round(float(outcome.p[0]), 4) == 0.0373


@pytest.mark.parametrize(("n", "m"), [(5, 7), (9, 9)])
def test_every_arrangement_as_scipy(n, m):
    rng = np.random.default_rng(n)
    a, b = rng.poisson(1, n) / 0.7, rng.poisson(3, m) / 0.7
    ours = permute(alone([*a, *b], [0] * n + [1] * m), compare_two, seed=0)
    theirs = permutation_test((a, b), apart, n_resamples=np.inf, alternative="greater")
    assert ours.is_exact
    assert ours.p.tolist() == [pytest.approx(theirs.pvalue)]


def test_arrangements_at_random_as_every_arrangement(monkeypatch):
    values, group = np.random.default_rng(8).exponential(size=12), [0] * 5 + [1] * 7
    exact = permute(alone(values, group), compare_two, seed=0)
    monkeypatch.setattr(permutation, "MAX_EXACT", 10)
    monkeypatch.setattr(permutation, "_CELLS", 1000)
    drawn = permute(alone(values, group), compare_two, seed=0, n_shuffles=20_000)
    assert (exact.is_exact, drawn.is_exact) == (True, False)
    assert drawn.p.tolist() == [pytest.approx(exact.p[0], abs=0.01)]


def test_p_is_never_zero(monkeypatch):
    # Phipson & Smyth (2010): (b + 1) / (m + 1), with b = 0 of m = 99
    monkeypatch.setattr(permutation, "MAX_EXACT", 10)
    values = [*range(100, 130), *range(30)]
    outcome = permute(alone(values, [0] * 30 + [1] * 30), compare_two, seed=0, n_shuffles=99)
    assert outcome.p.tolist() == [0.01]


def test_shares_of_any_number_of_speakers_are_exact():
    # in groups of equal size both sides of Fisher's exact test are as probable, and it is the permutation test
    said = [1] * 60 + [0] * 40 + [1] * 45 + [0] * 55
    outcome = permute(alone(said, [0] * 100 + [1] * 100), compare_two, seed=0)
    assert outcome.is_exact
    assert outcome.p.tolist() == [pytest.approx(fisher_exact([[60, 40], [45, 55]]).pvalue)]


@pytest.mark.parametrize("seed", range(6))
def test_the_sum_of_hypergeometric_numbers_is_every_arrangement(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    cluster, group = [0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7, 7, 7], [0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1]
    units = make_units(rng.integers(0, 2, (13, 4)).astype(float), cluster=np.array(cluster), group=np.array(group))
    summed = permute(units, compare_two, seed=0)
    every = permute(units, lambda means, n: compare_two(means, n), seed=0)
    assert np.allclose(summed.p, every.p)
    assert summed.n_arrangements == every.n_arrangements == 20 * 6 * 3


def test_speakers_of_one_meeting_exchange_among_themselves():
    # a meeting where every parent says it and no young person, and interviews where nobody does: 1 of 6 arrangements on
    # either side, whatever the interviews do
    cluster, group = [0, 1, 2, 3, 4, 4, 4, 4], [0, 0, 1, 1, 0, 0, 1, 1]
    said = np.array([0, 0, 0, 0, 1, 1, 0, 0], dtype=float)[:, None]
    units = make_units(said, cluster=np.array(cluster), group=np.array(group))
    assert units.n_arrangements == 6 * 6
    assert permute(units, compare_two, seed=0).p.tolist() == [pytest.approx(2 / 6)]


def test_a_conversation_of_one_perspective_exchanges_as_a_whole():
    # three parents in one conversation and three who were alone, against six alone: seven units, not twelve
    cluster, group = [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0] * 6 + [1] * 6
    values = np.arange(12.0)[:, None]
    units = make_units(values, cluster=np.array(cluster), group=np.array(group))
    assert (len(units.group), units.n_speakers.tolist()) == (10, [3] + [1] * 9)
    assert units.n_arrangements == 210
    observed = abs(values[:6].mean() - values[6:].mean())
    sums, sizes = [3.0, *range(3, 12)], [3] + [1] * 9
    far = 0
    for four in combinations(range(10), 4):
        rest = set(range(10)) - set(four)
        means = [sum(sums[at] for at in side) / sum(sizes[at] for at in side) for side in (four, rest)]
        far += abs(means[0] - means[1]) >= observed - 1e-9
    assert permute(units, compare_two, seed=0).p.tolist() == [pytest.approx(far / 210)]


def test_several_groups_as_every_permutation():
    values, group = [3.0, 1, 4, 1, 5, 9, 2, 6], [0, 0, 0, 1, 1, 1, 2, 2]
    outcome = permute(alone(values, group), compare_several, seed=0)

    def between(labels):
        together = np.mean(values)
        return sum(
            labels.count(one) * (np.mean([v for v, x in zip(values, labels, strict=True) if x == one]) - together) ** 2
            for one in range(3)
        )

    found = between(group) - 1e-9
    every = {labels for labels in permutations(group)}
    assert outcome.n_arrangements == len(every) == 560
    assert outcome.p.tolist() == [pytest.approx(sum(between(labels) >= found for labels in every) / 560)]


def test_shares_of_several_groups_are_ordered_as_by_chi_square():
    group = np.repeat([0, 1, 2], 3)
    orders = np.array([group, group[::-1], np.roll(group, 1), np.roll(group, 2)])
    said = np.array([1, 1, 0, 1, 0, 0, 0, 0, 0], dtype=float)
    units = alone(said, group)
    ours = permutation._measure(units, orders, compare_several)[:, 0]
    theirs = [
        chi2_contingency(
            [[((order == g) & (said == x)).sum() for x in (0, 1)] for g in range(3)], correction=False
        ).statistic
        for order in orders
    ]
    assert np.allclose(np.array(theirs) / ours, theirs[0] / ours[0])


def test_a_seed_gives_the_same_again():
    units = alone(np.random.default_rng(0).random(60), [0] * 30 + [1] * 30)
    one, again, other = (permute(units, compare_two, seed=seed, n_shuffles=999).p[0] for seed in (1, 1, 2))
    assert one == again != other


def test_nobody_makes_no_units():
    units = make_units(np.zeros((0, 2)), cluster=np.zeros(0, dtype=int), group=np.zeros(0, dtype=int))
    assert isinstance(units, Units)
    assert (len(units.group), units.n_groups, units.n_arrangements) == (0, 0, 1)
