import math

import numpy as np
import pytest
from scipy.stats import bootstrap

from perspectieven.comparison import compare_coverage, measure_coverage
from perspectieven.comparison.coverage import COVERAGE, COVERAGE_RATIOS
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said


def coverage(sample, **more):
    table = measure_coverage(*sample, perspectives=PERSPECTIVES, **more)
    check_table(table, COVERAGE)
    return table.iloc[0]


def ratio(sample, **more):
    table = compare_coverage(*sample, perspectives=PERSPECTIVES, **more)
    check_table(table, COVERAGE_RATIOS)
    [row] = table.to_dict("records")
    return row


def test_what_carries_any_code():
    row = coverage(said("a o1:30 ERB LAT LAT", "b o1:70", "c o2:50 ERB", "d o3:50", "d j1 ERB", "e i1 LAT"))
    assert row[["n_speakers", "n_speakers_coded", "n_turns", "n_turns_coded"]].tolist() == [3, 2, 4, 2]
    assert row[["n_words", "n_words_coded", "n_coded", "n_terms"]].tolist() == [200, 80, 4, 2]
    assert row[["share_turns", "share_words", "per_1000_words"]].tolist() == [0.5, 0.4, 20]
    assert row["share_speakers"] == pytest.approx(2 / 3)
    assert row["low"] < 20 < row["high"]


def test_small_groups_keep_their_counts_only():
    row = coverage(said("a o1 ERB"))
    assert (row["n_coded"], row["withheld"]) == (1, True)
    assert row[["share_speakers", "share_turns", "share_words", "per_1000_words", "low", "high"]].isna().all()


def test_nothing_said():
    row = coverage(said("a o1:0", "b o2:0", "c o3:0"))
    assert row[["share_words", "per_1000_words", "low", "high"]].isna().all()
    assert row["share_turns"] == 0


def test_the_ratio_has_the_interval_of_scipy_s_bootstrap():
    rng = np.random.default_rng(1)
    a, b = rng.integers(3, 30, 15), rng.integers(1, 12, 12)
    row = ratio(interviews(("o", a), ("j", b)))
    theirs = bootstrap(
        (a, b),
        lambda x, y, axis: x.mean(axis=axis) / y.mean(axis=axis),
        method="percentile",
        n_resamples=20_000,
        rng=2,
    ).confidence_interval
    assert row["ratio"] == pytest.approx(a.mean() / b.mean())
    assert row["low"] == pytest.approx(theirs.low, rel=0.04)
    assert row["high"] == pytest.approx(theirs.high, rel=0.04)


def test_it_is_never_narrower_than_two_counts_allow():
    # all alike, so the bootstrap has no width: 6 mentions against 3
    row = ratio(interviews(("o", [2, 2, 2]), ("j", [1, 1, 1])))
    assert (row["low"], row["high"]) == (pytest.approx(0.42, abs=0.1), pytest.approx(11, abs=3))
    assert (row["heard_better"], row["warning"]) == ("", "")


@pytest.mark.parametrize(("a", "b", "better"), [([9] * 6, [3] * 6, "ouders"), ([3] * 6, [9] * 6, "jeugdigen")])
def test_a_warning_where_the_lexicon_hears_one_better(a, b, better):
    row = ratio(interviews(("o", a), ("j", b)))
    other = "jeugdigen" if better == "ouders" else "ouders"
    assert row["heard_better"] == better
    assert row["warning"].startswith(
        f"het lexicon vindt bij {better} 3,0 keer zoveel per 1.000 woorden als bij {other}"
    )
    assert not 1 > row["low"] < row["high"] > 1


def test_both_sides_say_the_same_of_the_ratio():
    sample, turned = interviews(("o", [9] * 6), ("j", [3] * 6)), interviews(("o", [3] * 6), ("j", [9] * 6))
    numbers = [ratio(which)["warning"].split("95%")[1] for which in (sample, turned)]
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize(("a", "b"), [([9] * 6, [0] * 6), ([0] * 6, [9] * 6)])
def test_nothing_found_in_one_group_is_the_strongest_warning(a, b):
    row = ratio(interviews(("o", a), ("j", b)), language="en")
    better, worse = PERSPECTIVES if sum(a) else PERSPECTIVES[::-1]
    assert row["ratio"] == (math.inf if sum(a) else 0)
    assert row["heard_better"] == better
    assert row["warning"].startswith(f"the lexicon finds nothing in {worse}, and an estimated 11.")


def test_a_draw_in_which_a_side_is_absent_says_nothing_of_the_ratio():
    row = ratio(said("a o1 ERB", "b o2 ERB", "b j1 ERB", "c j2 ERB", "c j3 ERB", "d o3 ERB"))
    assert 0 < row["low"] < 1 < row["high"] < math.inf


def test_withheld_with_the_reason():
    assert ratio(interviews(("o", [1]), ("j", [1])))["reason"] == "te weinig sprekers (minder dan 3)"
    assert ratio(interviews(("o", [0] * 3), ("j", [0] * 3)))["reason"] == "bij geen van beide is iets gevonden"
    silent = said("a o1:0", "b o2:0", "c o3:0", "d j1", "e j2", "f j3")
    assert ratio(silent)["reason"] == "er is niets gezegd om op te delen"


def test_empty():
    assert coverage(EMPTY)["withheld"]
    assert ratio(EMPTY)["withheld"]
    assert len(measure_coverage(*EMPTY, perspectives=[])) == len(compare_coverage(*EMPTY, perspectives=[])) == 0
