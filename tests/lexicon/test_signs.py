"""Signs as a value: what they say, when a term counts, which rules are trusted, and their digest."""

import math
from dataclasses import replace

import numpy as np
import pytest

from perspectieven.lexicon.signs import Rule, Signs, Weights, chance_of, describe_shifts
from tests.lexicon.networks import network_of

SHIFTING = (1.0, 2.0, 0.5, -9.0, 3.0, 1.0, 1.0, 2.0, 0.5, -9.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -2.0)
RULE = Rule(
    of_term=(1.0, 2.0, 0.5, -1.0), of_signs=(1.0, 3.0, -2.0), shift_of_term=SHIFTING, shift_of_signs=(*(0.0,) * 17, 1.0)
)


def signs(**changes) -> Signs:
    made = Signs.make(
        ("A-A", "B-B"),
        (("B-B", "negated"),),
        np.array([5, 7], np.uint64),
        np.array([[1.0, 0.0, 0.5], [-0.5, 2.0, 0.0]]),
        np.array([0.1, 0.2, 0.0]),
        np.array([0.3, -0.1]),
        np.array([[0.1, 0.2, 0.3], [0.25, 0.0, 0.1]]),
        {("A-A", "L:een"): (10, 9), ("A-A", "L:twee"): (0, 0), ("B-B", "L:drie"): (4, 0)},
        {("A-A", "negation"): (8, 1), ("B-B", "negation"): (2, 2), ("A-A", "condition"): (10, 9)},
        RULE,
        network_of(2),
    )
    return replace(made, **changes)


def as_table(weights: Weights, n_columns: int) -> np.ndarray:
    table = np.zeros((len(weights.first) - 1, n_columns))
    table[np.repeat(np.arange(len(table)), np.diff(weights.first)), weights.columns] = weights.steps
    return table


def test_weights_are_rounded_by_less_than_one_step():
    table = as_table(signs().weights, 3) * signs().unit
    assert np.allclose(table, [[1, 0, 0.5], [-0.5, 2, 0]], atol=0.01)


def test_weights_of_zero_take_no_room():
    assert signs().weights.columns.tolist() == [0, 2, 0, 1]
    assert signs().weights.first.tolist() == [0, 2, 4]


def test_the_order_in_which_signs_were_learnt_changes_nothing():
    rng = np.random.default_rng(3)
    keys, weights = rng.permutation(20).astype(np.uint64), rng.normal(size=(20, 3)) * (rng.random((20, 3)) < 0.3)
    others = (np.zeros(3), np.zeros(2), np.full((2, 3), 0.1), {}, {}, RULE, network_of(2))
    order = rng.permutation(20)
    one, other = (
        Signs.make(("A-A", "B-B"), (("B-B", "other"),), keys[at], weights[at], *others) for at in (np.arange(20), order)
    )
    assert one.digest == other.digest
    assert np.allclose(as_table(one.weights, 3) * one.unit, weights[np.argsort(keys)], atol=one.unit.max())


def test_a_code_that_signs_do_not_know_is_shifted_as_often_as_the_mean():
    shares = signs().share_shifted(("B-B", "C-C", "A-A"))
    assert shares == pytest.approx(np.array([[0.25, 0, 0.1], [0.175, 0.1, 0.2], [0.1, 0.2, 0.3]]))


def test_what_turns_are_weighed_by():
    told, shifted = np.array([0.5, 0.01]), np.array([[0.2, 0.9, 0.0], [0.1, 0.0, -0.2]])
    of_any, share = np.full((2, 3), 0.3), np.full((2, 3), 0.1)
    known = np.array([[True, False, True], [True, True, True]])
    features = describe_shifts(told, shifted, of_any, share, known)
    assert features[0, 0] == pytest.approx([math.log(0.1), 0.2, 0.4, 0, 0.3])
    assert features[0, 1] == pytest.approx([math.log(0.1), 0, 0, 1, 0.3])
    # what is told for the code is taken for 0.05; a ratio for no more than 1.5 and no less than -0.5
    assert features[1, :, 2] == pytest.approx([1.5, 0, -0.5])


def test_a_mention_takes_the_turn_with_the_best_odds_if_these_are_better_than_even():
    features = np.zeros((4, 3, 5))
    # odds for the shifts by hand, in the weights of terms: (1, 0, -2), (-1, 0.5, -2), (-1, -2, -2), (-8, -0.4, -2)
    features[1, :2] = [[-2, 0, 0, 0, 0], [0, 0.25, 0, 0, 0]]
    features[2, :2] = [[-2, 0, 0, 0, 0], [-2, 0, 0, 0, 0]]
    features[3, :2] = [[0, 0, 0, 1, 0], [-1, 0, 0, 0, 0.2]]
    by_term = np.ones(4, np.bool_)
    assert RULE.shift(features, by_term).tolist() == [1, 2, 0, 0]
    assert RULE.shift(features, ~by_term).tolist() == [3, 3, 3, 3]
    assert RULE.shift(features, np.array([True, False, True, False])).tolist() == [1, 3, 0, 3]


def test_a_new_term_has_no_record_and_a_known_one_is_judged_by_its_own_and_its_code():
    assert signs().chance("A-A", "L:nieuw") is None
    assert signs().chance("A-A", "L:een") == chance_of((10, 9), (10, 9))
    assert signs().chance("A-A", "L:twee") == chance_of((0, 0), (10, 9)) == pytest.approx((9 + 5 * 0.6) / 15)
    assert signs().chance("B-B", "L:drie") < 0.4


def test_a_term_is_blameless_until_it_was_wrong():
    known = {("A-A", "L:een"): False, ("A-A", "L:twee"): True, ("B-B", "L:drie"): False, ("A-A", "L:nieuw"): True}
    assert {where: signs().is_blameless(*where) for where in known} == known


def test_the_odds_of_a_code_are_weighed_sums_with_the_record_of_a_term_on_top():
    told, sums = np.array([[0.5, -1.0]]), np.array([[0.2, 0.0]])
    assert RULE.odds(told, sums, by_term=True) == pytest.approx(np.array([[0.5 + 0.4 - 1, -2.0]]))
    assert RULE.odds(told, sums, by_term=False) == pytest.approx(np.array([[0.5 + 0.6 - 2, -3.0]]))
    assert RULE.record_odds(0.8) == pytest.approx(0.5 * math.log(4))
    assert RULE.record_odds(0.5) == 0


def test_a_rule_is_trusted_where_it_is_more_often_right_than_wrong():
    trusts = signs().trusts
    assert (trusts("A-A", "negation"), trusts("B-B", "negation")) == (False, True)
    assert trusts("A-A", "condition")
    assert trusts("B-B", "condition")
    assert trusts("A-A", "never seen")


@pytest.mark.parametrize(
    "changes",
    [
        {"record": {}},
        {"rules": {}},
        {"lean": np.array([0.3, 0.2], np.float32)},
        {"share": np.full((2, 3), 0.3, np.float32)},
        {"shifts": (("A-A", "negated"),)},
        {"keys": np.array([5, 8], np.uint64)},
        {"weights": Weights.pack(signs().weights.first, signs().weights.columns, np.array([1, 2, 3, 4], np.int8))},
        {"rule": Rule((1.0,) * 4, (1.0,) * 3, SHIFTING, SHIFTING)},
        {"network": network_of(2, [[0, 3], [0, 0]])},
        {"rule": RULE._replace(elsewhere=(0.2,))},
    ],
)
def test_any_change_gives_another_digest(changes):
    assert signs().digest == signs().digest != signs(**changes).digest
