from itertools import combinations, permutations

import numpy as np
import pytest
from scipy.stats import hypergeom

from perspectieven.comparison.saturation import (
    NEW_INFORMATION,
    SATURATION,
    expect_codes,
    measure_new_information,
    measure_saturation,
)
from perspectieven.errors import TableError
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.comparison.talk import talk

SAID = {"a": "A B C", "b": "B", "c": "C D", "d": ""}
OPTIONS = {"items": list("ABCDE"), "perspectives": ["ouders"], "min_group": 1}


def tables(said=SAID):
    return talk({name: [(f"s-{name}", codes)] for name, codes in said.items()}, {f"s-{n}": "ouders" for n in said})


def test_the_expectation_is_the_mean_over_every_selection():
    holds = np.array([[code in codes.split() for code in "ABCD"] for codes in SAID.values()])
    means = [
        np.mean([holds[list(chosen)].any(axis=0).sum() for chosen in combinations(range(4), size)])
        for size in range(1, 5)
    ]
    assert expect_codes(holds.sum(axis=0), 4) == pytest.approx(means)
    assert measure_saturation(*tables(), **OPTIONS)["mean_codes"].tolist() == pytest.approx(means)


def test_the_expectation_of_many_is_that_of_the_hypergeometric_distribution():
    n_found = np.array([0, 1, 7, 150, 300])
    expected = [sum(1 - hypergeom.pmf(0, 300, n_found, size)) for size in range(1, 301)]
    assert expect_codes(n_found, 300) == pytest.approx(expected)


def test_the_curve_ends_at_all_codes_and_the_last_column_is_what_is_added():
    table = measure_saturation(*tables(), **OPTIONS)
    assert list(table.columns) == list(SATURATION.columns)
    assert table["n_transcripts"].tolist() == [1, 2, 3, 4]
    assert table.iloc[-1][["mean_codes", "low", "high"]].tolist() == [4.0, 4.0, 4.0]
    assert table["mean_new"].cumsum().tolist() == pytest.approx(table["mean_codes"].tolist())
    assert (table["low"][0], table["high"][0]) == (0.0, 3.0)


def test_random_orders_hold_what_all_orders_hold():
    sets = [set(codes.split()) for codes in SAID.values()]
    second = sorted(len(order[0] | order[1]) for order in permutations(sets))
    table = measure_saturation(*tables(), **OPTIONS, n_orders=4000)
    assert (table["low"][1], table["high"][1]) == (second[0], second[-1]) == (1, 4)


def test_only_what_the_perspective_says_counts():
    codings, turns = talk({"a": [("m", "A"), ("j", "B C")], "b": [("m", "A")]}, {"m": "ouders", "j": "jeugdigen"})
    table = measure_saturation(codings, turns, **OPTIONS | {"perspectives": ["ouders", "jeugdigen"]})
    assert table[["perspective", "n_transcripts", "mean_codes"]].values.tolist() == [
        ["ouders", 1, 1.0],
        ["ouders", 2, 1.0],
        ["jeugdigen", 1, 2.0],
    ]


def test_the_same_seed_gives_the_same_table():
    one, other = (measure_saturation(*tables(), **OPTIONS, seed=4) for _ in range(2))
    assert one.equals(other)


def themes(*n_new):
    """Return, per conversation, as many themes that none before it had."""
    names = iter(range(1000))
    return {f"t{at:02}": " ".join(f"c{next(names)}" for _ in range(n)) for at, n in enumerate(n_new)}


def test_the_published_example_of_guest_namey_and_chen():
    # Guest, Namey & Chen (2020), PLoS ONE 15, e0232076, steps 1 to 4: a base of four interviews with 37 themes, 7 new
    # ones in the first run of two: 7 / 37 = 19%.
    said = themes(20, 9, 5, 3, 4, 3)
    items = " ".join(said.values()).split()
    table = measure_new_information(*tables(said), items=items, perspectives=["ouders"])
    assert table[["n_transcripts", "n_base", "n_new"]].values.tolist() == [[6, 37, 7]]
    assert round(100 * table["ratio"][0]) == 19


def test_runs_overlap_and_what_came_before_is_not_new():
    said = {"a": "A", "b": "B", "c": "B C", "d": "C D", "e": "A"}
    table = measure_new_information(*tables(said), **OPTIONS, base_size=2, run_length=2)
    assert table[["n_transcripts", "n_base", "n_new", "ratio"]].values.tolist() == [[4, 2, 2, 1.0], [5, 2, 1, 0.5]]


def test_the_order_of_the_conversations_is_that_which_is_given():
    options = OPTIONS | {"base_size": 1, "run_length": 1}
    table = measure_new_information(*tables(), **options, order=["d", "c", "b", "a"])
    assert table[["n_base", "n_new"]].values.tolist() == [[0, 2], [0, 1], [0, 1]]
    assert table["ratio"].isna().all()
    with pytest.raises(TableError, match="order: 2 transcripts are not in it, such as b; name every transcript once"):
        measure_new_information(*tables(), **options, order=["c", "a"])


def test_the_part_of_random_orders_that_is_saturated():
    said = {"a": "A", "b": "A", "c": "A B"}
    table = measure_new_information(*tables(said), **OPTIONS, base_size=1, run_length=2, n_orders=3000, seed=1)
    # Only with c first there is nothing new: one of three orders. Otherwise B is new, against a base of A.
    assert table["share_saturated"][0] == pytest.approx(1 / 3, abs=0.03)
    assert table["mean_ratio"][0] == pytest.approx(2 / 3, abs=0.03)


def test_a_ratio_at_the_threshold_is_saturated():
    said = {"a": "A", "b": "B", "c": "C"}
    table = measure_new_information(*tables(said), **OPTIONS, base_size=1, run_length=1, threshold=1.0)
    assert table["share_saturated"].tolist() == [1.0, 1.0]


def test_too_few_conversations_for_a_run():
    table = measure_new_information(*tables(), **OPTIONS)
    assert table[["n_transcripts", "n_base", "n_new"]].values.tolist() == [[4, 4, 0]]
    assert table[["ratio", "mean_ratio", "share_saturated"]].isna().all(axis=None)


def test_sizes_are_at_least_one():
    with pytest.raises(TableError, match=r"base_size: is 0; use 1 or more\n.*run_length: is -1; use 1 or more"):
        measure_new_information(*tables(), **OPTIONS, base_size=0, run_length=-1)


@pytest.mark.parametrize(
    ("measure", "schema"), [(measure_saturation, SATURATION), (measure_new_information, NEW_INFORMATION)]
)
def test_empty_and_small(measure, schema):
    nothing = make_table([], CODINGS), make_table([], TURNS)
    for codings, turns in (nothing, tables()):
        table = measure(codings, turns, items=["A"], perspectives=["ouders", "beleid"], min_group=5)
        assert list(table.columns) == list(schema.columns)
        assert table["reason"].tolist() == ["te weinig sprekers (minder dan 5)"] * 2
    assert measure(*tables(), items=[], perspectives=["ouders"])["withheld"].any() == np.False_
    assert measure(*nothing, items=["A"], perspectives=[]).empty
