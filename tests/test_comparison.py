import pandas as pd
import pytest
from scipy.stats import bootstrap, fisher_exact
from statsmodels.stats.proportion import confint_proportions_2indep

from perspectieven.comparison import compare_perspectives, speaker_matrix
from perspectieven.tables import CODINGS, DIFFERENCES, TURNS, make_table

PERSPECTIVES = ["ouders", "jeugdigen"]


def study(n_a: int, some_a: int, n_b: int, some_b: int):
    """Speakers a0.. and b0.., of whom the first mention ERB, the talkative a0 many times."""
    rows = [("ouders", f"a{at}", at < some_a) for at in range(n_a)] + [
        ("jeugdigen", f"b{at}", at < some_b) for at in range(n_b)
    ]
    turns = [
        {
            "transcript_id": name,
            "turn_index": 0,
            "speaker": name,
            "perspective": perspective,
            "role": "participant",
            "n_words": 10,
        }
        for perspective, name, _ in rows
    ]
    codings = [
        {"transcript_id": name, "turn_index": 0, "theme": "ERB", "start_char": at, "code": "ERB-X"}
        for _, name, said in rows
        for at in range(30 if name == "a0" else 1)
        if said
    ]
    return make_table(codings, CODINGS), make_table(turns, TURNS)


def compare(*numbers, **more):
    return compare_perspectives(*study(*numbers), items=["ERB"], perspectives=PERSPECTIVES, **more)


def test_the_unit_is_the_person():
    [row] = compare(8, 1, 8, 1).to_dict("records")
    assert (row["share_a"], row["share_b"], row["difference"]) == (0.125, 0.125, 0.0)


def test_the_interval_is_the_wider_of_bootstrap_and_newcombe():
    [row] = compare(12, 9, 10, 2, seed=3).to_dict("records")
    score = confint_proportions_2indep(9, 12, 2, 10, compare="diff", method="newcomb")
    a, b = [1.0] * 9 + [0.0] * 3, [1.0] * 2 + [0.0] * 8
    drawn = bootstrap(
        (a, b), lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis), method="percentile", n_resamples=9999, rng=1
    ).confidence_interval
    assert row["low"] == pytest.approx(min(score[0], drawn.low), abs=0.03)
    assert row["high"] == pytest.approx(max(score[1], drawn.high), abs=0.03)


def test_newcombe_s_published_example():
    # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 - 48/80 and 10/10 - 0/10.
    first = confint_proportions_2indep(56, 70, 48, 80, compare="diff", method="newcomb")
    second = confint_proportions_2indep(10, 10, 0, 10, compare="diff", method="newcomb")
    assert [round(x, 4) for x in first] == [0.0524, 0.3339]
    assert [round(x, 4) for x in second] == [0.6075, 1.0]


def test_everybody_against_nobody_keeps_its_width():
    [row] = compare(9, 9, 9, 0).to_dict("records")
    assert row["difference"] == 1.0
    assert 0.5 < row["low"] < 0.7
    assert row["p_adjusted"] == pytest.approx(fisher_exact([[9, 0], [0, 9]]).pvalue)


def test_p_values_are_adjusted_over_all_that_is_tested():
    codings, turns = study(9, 9, 9, 2)
    alone = compare_perspectives(codings, turns, items=["ERB"], perspectives=PERSPECTIVES)
    among = compare_perspectives(codings, turns, items=["ERB", "LAT", "BET"], perspectives=PERSPECTIVES)
    p = fisher_exact([[9, 0], [2, 7]]).pvalue
    assert alone["p_adjusted"].tolist() == [pytest.approx(p)]
    assert among.query("theme == 'ERB'")["p_adjusted"].tolist() == [pytest.approx(3 * p)]


def test_small_groups_are_withheld_with_the_reason_and_without_numbers():
    [row] = compare(9, 9, 2, 0).to_dict("records")
    assert (row["withheld"], row["reason"], row["n_b"]) == (True, "te weinig sprekers (minder dan 3)", 2)
    numbers = ["share_a", "share_b", "difference", "low", "high", "p_adjusted", "effect"]
    assert all(pd.isna(row[name]) for name in numbers)


def test_the_same_seed_gives_the_same_table():
    pd.testing.assert_frame_equal(compare(9, 5, 8, 3, seed=5), compare(9, 5, 8, 3, seed=5))


def test_empty_gives_withheld_rows():
    table = compare_perspectives(
        make_table([], CODINGS), make_table([], TURNS), items=["ERB"], perspectives=PERSPECTIVES
    )
    assert list(table.columns) == list(DIFFERENCES.columns)
    assert table["reason"].tolist() == ["te weinig sprekers (minder dan 3)"]


def test_a_speaker_matrix_has_every_speaker():
    matrix = speaker_matrix(*study(3, 1, 2, 2), items=["ERB"])
    assert matrix["ouders"]["ERB"].to_dict() == {"a0": 1.0, "a1": 0.0, "a2": 0.0}
    assert matrix["jeugdigen"]["ERB"].to_dict() == {"b0": 1.0, "b1": 1.0}
