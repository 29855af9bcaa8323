"""Scores, counted by hand."""

import math

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from perspectieven.exercise import score_sheets
from tests.exercise.samples import sheet, small

# passage 1 holds A, 2 holds B (denied), 3 nothing, 4 holds A and B is defensible
PERFECT = {"p1": "A:affirmed", "p2": "B:negated", "p3": "", "p4": "A:affirmed"}


def of(scores, student=1):
    [row] = scores.students[scores.students["student"] == student].to_dict("records")
    return row


def test_a_sheet_that_is_the_key():
    row = of(score_sheets(small(), [sheet("a", **PERFECT)]))
    assert (row["n_passages"], row["n_same"], row["n_firm"], row["n_found"], row["n_extra"]) == (4, 4, 3, 3, 0)
    assert (row["n_stance_right"], row["share_stance"], row["kappa"]) == (3, 1.0, 1.0)


def test_what_is_defensible_is_never_wrong():
    given = sheet("a", **PERFECT | {"p4": "A:affirmed B:negated"})
    scores = score_sheets(small(), [given])
    assert of(scores)["n_same"] == 4
    assert of(scores)["n_extra"] == 0
    assert scores.differences[["passage", "item", "what"]].to_numpy().tolist() == [[4, "B", "stance_differs"]]


def test_misses_extras_and_stances_are_told_apart():
    scores = score_sheets(small(), [sheet("a", p1="B:affirmed", p2="B:affirmed", p3="A:other", p4="")])
    row = of(scores)
    assert (row["n_same"], row["n_firm"], row["n_found"], row["n_extra"], row["n_stance_right"]) == (1, 3, 1, 2, 0)
    assert scores.differences.to_numpy().tolist() == [
        [1, 1, "A", "missed", "", "affirmed"],
        [1, 1, "B", "extra", "affirmed", ""],
        [1, 2, "B", "stance_differs", "affirmed", "negated"],
        [1, 3, "A", "extra", "other", ""],
        [1, 4, "A", "missed", "", "affirmed"],
    ]
    # seven decisions, as B in 4 is defensible: both yes 1, only the student 2, only the key 2, neither 2
    assert row["kappa"] == pytest.approx(cohens_kappa(np.array([[1, 2], [2, 2]])).kappa)


def test_passages_left_empty_have_no_part_in_the_scores():
    row = of(score_sheets(small(), [sheet("a", p1="A:affirmed", p3="")]))
    assert (row["n_passages"], row["n_firm"], row["share_found"], row["share_same"]) == (2, 1, 1.0, 1.0)


def test_nothing_to_find_is_missing_and_not_zero():
    row = of(score_sheets(small(3), [sheet("a", p3="")]))
    assert math.isnan(row["share_found"])
    assert math.isnan(row["share_stance"])
    assert math.isnan(row["kappa"])


def test_the_class_is_compared_with_itself():
    sheets = [sheet(name, **PERFECT) for name in "abc"]
    same = score_sheets(small(), sheets)
    assert same.alpha.value == 1
    assert same.passages["agreement"].tolist() == [1, 1, 1, 1]
    # the key has no part in it: a class that is wrong together agrees
    wrong = {"p1": "B:affirmed", "p2": "A:affirmed", "p3": "A:affirmed", "p4": "B:affirmed"}
    together = score_sheets(small(), [sheet(name, **wrong) for name in "abc"])
    assert together.alpha.value == 1
    assert (together.students["n_found"] == 0).all()


def test_alpha_counted_by_hand():
    # passage 1: A yes/no, B no/no; passage 3: A no/no, B no/no -> values: 1 yes and 7 no, one decision of two unequal
    scores = score_sheets(small(1, 3), [sheet("a", p1="A:affirmed", p3=""), sheet("b", p1="", p3="")])
    expected = (8**2 - (1 + 7**2)) / 7
    assert scores.alpha.value == pytest.approx(1 - 2 / expected)
    assert scores.alpha.n == 2


def test_what_divides_the_class_is_the_mean_overlap_between_two():
    sheets = [sheet("a", p1="A:affirmed"), sheet("b", p1="A:affirmed B:affirmed"), sheet("c", p1="B:affirmed")]
    scores = score_sheets(small(1), sheets)
    assert scores.passages["agreement"].tolist() == [pytest.approx((0.5 + 0 + 0.5) / 3)]
    assert scores.choices.to_numpy().tolist() == [[1, "A", 2, 3, "firm"], [1, "B", 2, 3, ""]]


def test_nothing_to_code_is_a_choice_too():
    scores = score_sheets(small(3), [sheet("a", p3=""), sheet("b", p3="A:affirmed"), sheet("c", p3="")])
    assert scores.choices.to_numpy().tolist() == [[3, "", 2, 3, "firm"], [3, "A", 1, 3, ""]]


def test_numbers_do_not_follow_the_alphabet_or_the_order_of_handing_in():
    sheets = [sheet(f"{letter}.xlsx", **PERFECT) for letter in "abcdefgh"]
    files = score_sheets(small(), sheets, seed=4).files
    assert files == score_sheets(small(), sheets[::-1], seed=4).files
    assert list(files.values()) != sorted(files.values())
    assert files != score_sheets(small(), sheets, seed=5).files
    assert "a.xlsx" not in repr(score_sheets(small(), sheets))


def test_no_sheets_give_empty_tables():
    scores = score_sheets(small(), [])
    assert (len(scores.students), len(scores.differences), len(scores.passages)) == (0, 0, 4)
    assert math.isnan(scores.alpha.value)
    assert scores.passages["agreement"].isna().all()
