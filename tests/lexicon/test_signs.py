"""Signs as a value: what they say, when a term counts, which rules are trusted, and their digest."""

import math
from dataclasses import replace

import numpy as np
import pytest

from perspectieven.lexicon.signs import MOST, Rule, Signs, Weights, chance_of, describe_denial

RULE = Rule(of_term=(1.0, 1.0, 0.0, 1.0, 0.0), of_signs=(1.0, 1.0, -2.0, 0.0), of_denial=(1.0, 2.0, 1.0, 1.0))


def signs(**changes) -> Signs:
    made = Signs.make(
        ("A-A", "B-B"),
        ("B-B",),
        np.array([5, 7], np.uint64),
        np.array([[1.0, 0.0, 0.5], [-0.5, 2.0, 0.0]]),
        np.array([0.1, 0.2, 0.0]),
        np.array([0.3, 0.1, 0.25]),
        {("A-A", "L:een"): (10, 9), ("A-A", "L:twee"): (0, 0), ("B-B", "L:drie"): (4, 0)},
        {("A-A", "negation"): (8, 1), ("B-B", "negation"): (2, 2), ("A-A", "condition"): (10, 9)},
        RULE,
    )
    return replace(made, **changes)


def as_table(weights: Weights, n_columns: int) -> np.ndarray:
    table = np.zeros((len(weights.first) - 1, n_columns))
    table[np.repeat(np.arange(len(table)), np.diff(weights.first)), weights.column] = weights.weight
    return table


def test_weights_are_rounded_by_less_than_one_step():
    weights, unit, bias = signs().of(("B-B", "C-C", "A-A"))
    assert np.allclose(as_table(weights, 4) * unit, [[0, 0, 1, 0.5], [2, 0, -0.5, 0]], atol=0.01)
    assert bias == pytest.approx([0.2, 0, 0.1, 0])


def test_weights_of_zero_take_no_room():
    assert signs().weights.column.tolist() == [0, 2, 0, 1]
    assert signs().weights.first.tolist() == [0, 2, 4]


def test_the_order_in_which_signs_were_learnt_changes_nothing():
    rng = np.random.default_rng(3)
    keys, weights = rng.permutation(20).astype(np.uint64), rng.normal(size=(20, 3)) * (rng.random((20, 3)) < 0.3)
    others = (np.zeros(3), np.full(3, 0.1), {}, {}, RULE)
    order = rng.permutation(20)
    one, other = (Signs.make(("A-A", "B-B"), ("B-B",), keys[at], weights[at], *others) for at in (np.arange(20), order))
    assert one.digest == other.digest
    assert np.allclose(as_table(one.weights, 3) * one.unit, weights[np.argsort(keys)], atol=one.unit.max())


def test_the_denial_of_a_code_goes_with_the_code():
    assert signs().denials(("B-B", "C-C", "A-A")) == ("B-B",)
    assert signs().share_denied(("B-B", "C-C", "A-A")).tolist() == [0.25, 0, 0]
    weights, unit, _ = signs().of(("A-A",))
    assert (weights.column.max(), len(unit)) == (0, 1)


def test_a_code_is_denied_where_its_denial_is_most_of_what_is_said_for_it():
    # 1 x denial + 2 x (denial / told) + log(share) + 1 > 0, by hand: -0.09, 0.41, 0.71 (told is taken for 0.05), -0.39
    told, denial = np.array([0.5, 0.5, 0.01, 0.5], np.float32), np.array([0.06, 0.16, 0.016, 0.0], np.float32)
    features = describe_denial(told, denial, np.full(4, 0.25, np.float32))
    assert features[:, 1] == pytest.approx([0.12, 0.32, 0.32, 0], abs=1e-6)
    assert RULE.denies(told, denial, np.full(4, 0.25, np.float32)).tolist() == [False, True, True, False]


def test_a_new_term_has_no_record_and_a_known_one_is_judged_by_its_own_and_its_code():
    assert signs().chance("A-A", "L:nieuw") is None
    assert signs().chance("A-A", "L:een") == chance_of((10, 9), (10, 9))
    assert signs().chance("A-A", "L:twee") == chance_of((0, 0), (10, 9)) == pytest.approx((9 + 5 * 0.6) / 15)
    assert signs().chance("B-B", "L:drie") < 0.4


def test_a_term_is_blameless_until_it_was_wrong():
    known = {("A-A", "L:een"): False, ("A-A", "L:twee"): True, ("B-B", "L:drie"): False, ("A-A", "L:nieuw"): True}
    assert {where: signs().is_blameless(*where) for where in known} == known


def test_a_better_record_asks_less_of_the_signs():
    limits = [RULE.limit(0.1, chance) for chance in (0.2, 0.3, 0.7, 0.995)]
    assert limits == sorted(limits, reverse=True)
    assert limits[-1] == -math.inf
    for chance, limit in zip((0.2, 0.3, 0.7), limits, strict=False):
        assert limit + math.log(limit) + math.log(chance / (1 - chance)) == pytest.approx(0, abs=0.02)


def test_signs_alone_have_a_limit_that_a_common_code_reaches_later():
    assert RULE.limit(0.5) > RULE.limit(0.0)
    assert Rule((0.0, 0.0, 0.0, 1.0, -9.0), (0.0, 0.0, 0.0, -1.0), (0.0,)).limit(0.1) == MOST


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
        {"share": np.array([0.3, 0.2], np.float32)},
        {"keys": np.array([5, 8], np.uint64)},
        {"weights": signs().weights._replace(weight=np.array([1, 2, 3, 4], np.int8))},
        {"rule": Rule((1.0,) * 5, (1.0,) * 4, (1.0,) * 4)},
    ],
)
def test_any_change_gives_another_digest(changes):
    assert signs().digest == signs().digest != signs(**changes).digest
