import numpy as np
import pytest
from scipy.stats import bootstrap
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

from perspectieven.comparison.intervals import (
    bootstrap_ratios,
    floor_limits,
    group_interval,
    mention_interval,
    mention_limits,
    percentiles,
    rate_limits,
    share_limits,
    subtract_intervals,
)


def draw(amounts, sizes, cluster, side, *, n_sides=1, **more):
    amounts = np.array(amounts, dtype=float).reshape(len(amounts), -1)
    return bootstrap_ratios(
        amounts, np.array(sizes, float), cluster=np.array(cluster), side=np.array(side), n_sides=n_sides, seed=1, **more
    )


def test_as_scipy_s_bootstrap_where_everybody_speaks_alone():
    said = np.array([1.0] * 9 + [0.0] * 5)
    ours = percentiles(draw(said, np.ones(14), range(14), [0] * 14, n_resamples=20_000)[:, 0])
    theirs = bootstrap((said,), np.mean, method="percentile", n_resamples=20_000, rng=2).confidence_interval
    assert [float(limit[0]) for limit in ours] == pytest.approx([theirs.low, theirs.high], abs=0.02)


def test_as_scipy_s_bootstrap_of_a_difference():
    # no ones and zeros: their differences lie on a grid, on which two draws may be a step apart
    a, b = np.random.default_rng(6).exponential(size=12), np.random.default_rng(7).exponential(size=10)
    side = np.repeat([0, 1], [12, 10])
    drawn = draw(np.concatenate([a, b]), np.ones(22), range(22), side, n_sides=2, n_resamples=20_000)
    low, high = percentiles(drawn[:, 0] - drawn[:, 1])
    theirs = bootstrap(
        (a, b),
        lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis),
        method="percentile",
        n_resamples=20_000,
        rng=3,
    ).confidence_interval
    assert [low[0], high[0]] == pytest.approx([theirs.low, theirs.high], abs=0.03)


def test_as_scipy_s_bootstrap_of_a_ratio_over_clusters():
    # three conversations of two, two of one: the conversations are what is drawn
    mentions, words = np.array([3.0, 0, 1, 1, 8, 2, 0, 4]), np.array([1.0, 2, 1, 1, 2, 1, 3, 1])
    cluster = np.array([0, 0, 1, 1, 2, 2, 3, 4])
    by_cluster = [np.bincount(cluster, weights=values) for values in (mentions, words)]
    ours = percentiles(draw(mentions, words, cluster, [0] * 8, n_resamples=20_000)[:, 0])
    theirs = bootstrap(
        tuple(by_cluster),
        lambda x, y, axis: x.sum(axis=axis) / y.sum(axis=axis),
        paired=True,
        method="percentile",
        n_resamples=20_000,
        rng=4,
    ).confidence_interval
    assert [float(limit[0]) for limit in ours] == pytest.approx([theirs.low, theirs.high], abs=0.06)


def test_a_cluster_of_two_sides_comes_and_goes_as_a_whole():
    # both sides of the one meeting say it, or neither does: in every draw the sides are equally large
    cluster, side, said = [0, 0, 1, 1], [0, 1, 0, 1], [1.0, 1.0, 0.0, 0.0]
    drawn = draw(said, np.ones(4), cluster, side, n_sides=2)
    assert np.array_equal(drawn[:, 0], drawn[:, 1])
    assert set(np.unique(drawn)) == {0, 0.5, 1}


def test_sides_that_share_nothing_keep_their_numbers():
    # were all drawn together, a draw in eight would have nobody on one of the sides
    drawn = draw([1, 1, 0, 0], np.ones(4), range(4), [0, 0, 1, 1], n_sides=2)
    assert not np.isnan(drawn).any()
    assert np.array_equal(np.unique(drawn[:, 0]), [1])


def test_a_side_without_anything_to_divide_by_is_missing():
    assert np.isnan(draw([1.0], [0.0], [0], [0])).all()
    nobody = np.zeros(0, dtype=int)
    assert np.isnan(bootstrap_ratios(np.zeros((0, 2)), nobody, cluster=nobody, side=nobody, n_sides=1, seed=0)).all()
    low, high = percentiles(np.full((10, 2), np.nan))
    assert np.isnan([low, high]).all()


def test_drawing_in_steps_gives_as_many_draws(monkeypatch):
    monkeypatch.setattr("perspectieven.comparison.intervals._CELLS", 30)
    drawn = draw(np.arange(7.0), np.ones(7), range(7), [0] * 7)
    assert drawn.shape == (2000, 1, 1)
    assert drawn.mean() == pytest.approx(3, abs=0.1)
    assert (drawn > 0).all()


def test_wilson_as_statsmodels():
    ours = share_limits(np.array([0.0, 0.5, 1.0]), 8)
    theirs = proportion_confint(np.array([0, 4, 8]), 8, method="wilson")
    assert np.allclose(ours, theirs)


def test_newcombe_s_published_examples():
    # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 - 48/80 and 10/10 - 0/10
    for (x, n), (y, m), published in (((56, 70), (48, 80), [0.0524, 0.3339]), ((10, 10), (0, 10), [0.6075, 1.0])):
        a, b = np.array([x / n]), np.array([y / m])
        ours = subtract_intervals(a, share_limits(a, n), b, share_limits(b, m))
        assert [round(float(limit[0]), 4) for limit in ours] == published
        assert np.allclose(np.ravel(ours), confint_proportions_2indep(x, n, y, m, compare="diff", method="newcomb"))


def test_garwood_as_statsmodels_and_as_published():
    # Garwood (1936), Biometrika 28, 437-442, table for 95%: 0 gives 0 to 3.69, 10 gives 4.80 to 18.39
    counts = np.array([0, 1, 10])
    low, high = rate_limits(counts, 2.0)
    assert [round(float(x), 2) for x in 2 * low[[0, 2]]] == [0, 4.80]
    assert [round(float(x), 2) for x in 2 * high[[0, 2]]] == [3.69, 18.39]
    theirs = confint_poisson(counts, 2.0, method="exact-c")
    assert np.allclose(high, theirs[1])
    assert np.allclose(low[1:], theirs[0][1:])


@pytest.mark.parametrize("everybody", [0.0, 1.0])
def test_where_everybody_agrees_the_interval_keeps_its_width(everybody):
    said = np.full((9, 1), everybody)
    alone = group_interval(said, np.ones(9), cluster=np.arange(9), measure="share", seed=0)
    assert np.allclose(alone, share_limits(np.array([everybody]), 9))
    in_threes = group_interval(said, np.ones(9), cluster=np.repeat([0, 1, 2], 3), measure="share", seed=0)
    assert np.allclose(in_threes, share_limits(np.array([everybody]), 3))
    assert in_threes[1] - in_threes[0] > alone[1] - alone[0]


def test_a_rate_of_nothing_keeps_its_width():
    low, high = group_interval(np.zeros((4, 1)), np.full(4, 0.5), cluster=np.arange(4), measure="rate", seed=0)
    assert (low[0], round(float(high[0]), 3)) == (0, 1.844)
    assert np.isnan(floor_limits(np.zeros((0, 1)), np.zeros(0), cluster=np.zeros(0), measure="rate")).all()
    assert np.isnan(share_limits(np.array([np.nan]), 0)).all()


def limits_of(share, variance, n_mentions, n_clusters):
    low, high = mention_limits(np.array([share]), np.array([variance]), n_mentions=n_mentions, n_clusters=n_clusters)
    return [float(low[0]), float(high[0])]


@pytest.mark.parametrize(
    ("variance", "n_mentions", "effective"),
    [
        (0.0, 60, 60 * (1.960 / 2.571) ** 2),  # z and t of five degrees of freedom, as in the tables of any textbook
        (0.25 / 20, 60, 20 * (1.960 / 2.571) ** 2),  # as uncertain as twenty mentions
        (0.25 / 90, 60, 60 * (1.960 / 2.571) ** 2),  # never more than there are
        (0.25 / 7, 60, 6),  # never fewer than there are conversations
    ],
)
def test_mentions_that_go_together_count_for_fewer(variance, n_mentions, effective):
    theirs = proportion_confint(effective / 2, effective, method="wilson")
    assert limits_of(0.5, variance, n_mentions, 6) == pytest.approx(theirs, abs=2e-4)


def test_one_conversation_is_one_whatever_is_said_in_it():
    assert limits_of(0.5, 0.0, 500, 1) == pytest.approx(proportion_confint(0.5, 1, method="wilson"))


def test_limits_of_mentions_stay_between_none_and_all_of_them():
    assert limits_of(0.0, 0.0, 60, 6)[0] == 0 < limits_of(0.0, 0.0, 60, 6)[1] < 0.15
    assert limits_of(1.0, 0.0, 60, 6)[1] == 1


def test_the_interval_of_mentions_as_scipy_and_statsmodels_have_it():
    # seven people in six conversations, of whom the first two spoke together
    said, all_said = np.array([5.0, 4, 1, 6, 2, 9, 4]), np.array([9.0, 11, 10, 12, 14, 15, 6])
    cluster = np.array([0, 0, 1, 2, 3, 4, 5])
    ours = mention_interval(said[:, None], all_said, n_mentions=all_said.sum(), cluster=cluster, seed=3)
    theirs = bootstrap(
        tuple(np.bincount(cluster, weights=values) for values in (said, all_said)),
        lambda x, y, axis: x.sum(axis=axis) / y.sum(axis=axis),
        paired=True,
        method="percentile",
        n_resamples=20_000,
        rng=5,
    )
    share = said.sum() / all_said.sum()
    effective = (1.960 / 2.571) ** 2 * share * (1 - share) / (theirs.standard_error**2 * 6 / 5)
    assert 6 < effective < all_said.sum()
    floor = proportion_confint(share * effective, effective, method="wilson")
    both = zip(floor, theirs.confidence_interval, strict=True)
    expected = [pick(limits) for pick, limits in zip((min, max), both, strict=True)]
    assert [float(limit[0]) for limit in ours] == pytest.approx(expected, abs=0.01)


def test_the_interval_of_mentions_holds_what_it_promises():
    """People differ in what they say by an intraclass correlation of 0.2: as if from a beta distribution."""
    rng, true, held, too_narrow = np.random.default_rng(8), 0.3, 0, 0
    for _ in range(200):
        n_said = rng.integers(5, 40, size=6)
        said = rng.binomial(n_said, rng.beta(1.2, 2.8, size=6)).astype(float)
        n = float(n_said.sum())
        low, high = mention_interval(said[:, None], n_said.astype(float), n_mentions=n, cluster=np.arange(6), seed=0)
        held += low[0] <= true <= high[0]
        alone = proportion_confint(said.sum(), n, method="wilson")
        too_narrow += not alone[0] <= true <= alone[1]
    assert held >= 186  # 0.95 less the chance of 200 tries
    assert too_narrow > 50
