from itertools import combinations

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from perspectieven.comparison.spread import SPREAD, measure_spread
from perspectieven.tables import CODINGS, TURNS, make_table

ITEMS = ["X", "Y", "Z"]
SAID = {"a1": [4, 1, 2], "a2": [3, 2, 0], "a3": [5, 0, 1], "b1": [0, 3, 2], "b2": [1, 4, 1], "b3": [2, 2, 5]}
"""How often each speaker mentions each item; the first letter is the perspective."""


def tables(said):
    who = [{"transcript_id": name, "speaker": name, "role": "participant"} for name in said]
    turns = make_table([one | {"perspective": one["speaker"][0]} for one in who], TURNS)
    codings = [
        {"transcript_id": name, "theme": item, "code": item, "start_char": at, "end_char": at + 1}
        for name, counts in said.items()
        for item, n in zip(ITEMS, counts, strict=True)
        for at in range(n)
    ]
    return make_table(codings, CODINGS), turns


def spread(said, **more):
    codings, turns = tables(said)
    return measure_spread(codings, turns, items=ITEMS, perspectives=["a", "b"], **more)


def inertia(counts):
    """Return chi-square / n, by scipy."""
    return chi2_contingency(counts, correction=False).statistic / np.sum(counts)


def between(of_a):
    """Return the inertia between some speakers and all others: that of the table of their sums."""
    sides = [[SAID[name] for name in SAID if (name in of_a) == is_a] for is_a in (True, False)]
    return inertia([np.sum(side, axis=0) for side in sides])


def test_what_lies_between_and_within_is_the_chi_square_of_sums_and_of_each_group():
    # Greenacre, Journal of Classification 5 (1988), 39-51: the inertia of speakers is that of the groups and, weighted,
    # that within them.
    table = spread(SAID)
    assert list(table.columns) == list(SPREAD.columns)
    whole = inertia(list(SAID.values()))
    assert table["share_between"].sum() == pytest.approx(between({"a1", "a2", "a3"}) / whole)
    assert table[["share_between", "share_within"]].to_numpy().sum() == pytest.approx(1)
    n = np.sum(list(SAID.values()))
    masses = np.sum(list(SAID.values()), axis=0) / n
    for name, share in zip("ab", table["share_within"], strict=True):
        own = np.array([counts for speaker, counts in SAID.items() if speaker[0] == name])
        profiles, middle = own / own.sum(axis=1, keepdims=True), own.sum(axis=0) / own.sum()
        apart = (own.sum(axis=1) / n * ((profiles - middle) ** 2 / masses).sum(axis=1)).sum()
        assert share == pytest.approx(apart / whole)


def test_chance_is_every_way_to_choose_the_speakers_of_a_group():
    ways = [between(set(chosen)) for chosen in combinations(SAID, 3)]
    observed = between({"a1", "a2", "a3"})
    expected = np.mean([way >= observed - 1e-9 for way in ways])
    assert spread(SAID)["p"].tolist() == pytest.approx([expected] * 2)
    assert 0 < expected < 1


def test_who_mentions_nothing_has_no_place_and_a_small_group_is_withheld():
    table = spread(SAID | {"a4": [0, 0, 0]})
    assert table["n_speakers"].tolist() == [3, 3]
    table = spread({name: SAID[name] for name in SAID if name != "b3"})
    assert table["withheld"].tolist() == [False, True]
    assert table["reason"].iloc[1]
    assert table["share_between"].tolist() == pytest.approx([0, np.nan], nan_ok=True)
    assert table["p"].isna().all()


def test_nothing_that_sets_speakers_apart_leaves_it_missing():
    for said in ({}, {name: [1, 1, 1] for name in SAID}, {name: [0, 0, 0] for name in SAID}):
        table = spread(said, min_group=1)
        assert table["share_between"].isna().all()
        assert len(table) == 2
