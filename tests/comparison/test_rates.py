import pytest
from scipy.stats import bootstrap
from statsmodels.stats.proportion import proportion_confint

from perspectieven.comparison import measure_rates, measure_spontaneity
from perspectieven.comparison.layout import name_after
from perspectieven.comparison.rates import RATES
from perspectieven.questions import count_questions
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said

SHARE = ["share_speakers", "share_low", "share_high"]
RATE = ["per_1000_words", "rate_low", "rate_high"]


def rates(sample, items=("ERB",), **more):
    table = measure_rates(*sample, items=items, perspectives=PERSPECTIVES, **more)
    check_table(table, RATES)
    return table


def test_counts_and_their_denominators():
    table = rates(said("a o1 ERB ERB", "a o2", "b o2:50 ERB", "c o3", "c i1 ERB"))
    row = table.iloc[0]
    assert row[["n_speakers", "n_speakers_coded", "n_transcripts", "n_coded", "n_words"]].tolist() == [3, 2, 3, 3, 350]
    assert row["share_speakers"] == pytest.approx(2 / 3)
    assert row["per_1000_words"] == pytest.approx(3000 / 350)


def test_every_pair_is_there_in_the_order_given():
    table = rates(said("a o1 ERB"), items=["LAT", "ERB"], min_group=1)
    assert table[["perspective", "theme", "n_coded"]].values.tolist() == [
        ["ouders", "LAT", 0],
        ["ouders", "ERB", 1],
        ["jeugdigen", "LAT", 0],
        ["jeugdigen", "ERB", 0],
    ]


def test_the_share_has_the_wider_of_bootstrap_and_wilson():
    row = rates(interviews(("o", [1] * 6 + [0] * 3))).iloc[0]
    drawn = bootstrap(([1.0] * 6 + [0.0] * 3,), _mean, method="percentile", rng=1)
    score = proportion_confint(6, 9, method="wilson")
    ends = drawn.confidence_interval
    assert row["share_low"] == pytest.approx(min(ends.low, score[0]), abs=0.02)
    assert row["share_high"] == pytest.approx(max(ends.high, score[1]), abs=0.02)


def _mean(values, axis):
    return values.mean(axis=axis)


def test_speakers_of_one_conversation_make_the_interval_wider():
    alone = rates(interviews(("o", [1] * 4 + [0] * 5))).iloc[0]
    together = rates(said(*(f"groep{n // 4} o{n} {'ERB' if n < 4 else ''}" for n in range(9)))).iloc[0]
    assert together["share_speakers"] == alone["share_speakers"]
    for low, high in ((SHARE[1], SHARE[2]), (RATE[1], RATE[2])):
        assert together[high] - together[low] > alone[high] - alone[low]


def test_nobody_mentions_it_and_the_interval_has_a_width():
    row = rates(interviews(("o", [0] * 9))).iloc[0]
    assert row[["share_speakers", "share_low", "per_1000_words", "rate_low"]].tolist() == [0, 0, 0, 0]
    # Wilson's upper limit of 0 of 9; Garwood's of 0 in 900 words
    assert row["share_high"] == pytest.approx(proportion_confint(0, 9, method="wilson")[1])
    assert row["rate_high"] == pytest.approx(3.6889 / 0.9, abs=1e-3)


def test_small_groups_keep_their_counts_and_have_no_share():
    row = rates(interviews(("o", [2, 0]))).iloc[0]
    assert row[["n_speakers", "n_speakers_coded", "n_coded", "n_words"]].tolist() == [2, 1, 2, 200]
    assert row[SHARE + RATE].isna().all()
    assert (row["withheld"], row["reason"]) == (True, "te weinig sprekers (minder dan 3)")
    assert not rates(interviews(("o", [2, 0])), min_group=2).iloc[0]["withheld"]


def test_no_words_give_no_rate():
    row = rates(said("a o1:0", "b o2:0", "c o3:0")).iloc[0]
    assert row[RATE].isna().all()
    assert row["share_speakers"] == 0


def test_by_code():
    table = measure_rates(*said("a o1 ERB"), items=["ERB-X"], perspectives=PERSPECTIVES, by="code")
    check_table(table, name_after(RATES, "code"))
    assert table["n_coded"].tolist() == [1, 0]


def test_empty():
    table = rates(EMPTY)
    assert table["withheld"].tolist() == [True, True]
    assert len(measure_rates(*EMPTY, items=[], perspectives=[])) == 0


def test_the_same_people_have_the_same_interval_wherever_they_are_counted():
    # eight conversations of nine parents: two share one, and Wilson's limits of nine would be narrower
    people = [f"t{max(at, 1)} o{at} {'ERB' * (at < 8)}" for at in range(9)]
    codings, turns = said(*people)
    asked = {"perspectives": ["ouders"], "seed": 7}
    [rates] = measure_rates(codings, turns, items=["ERB"], **asked).to_dict("records")
    [unasked] = measure_spontaneity(codings, turns, items=["ERB"], **asked).to_dict("records")
    [question] = count_questions(codings, turns, questions={"2a": ["ERB"]}, **asked).to_dict("records")
    assert (rates["n_speakers_coded"], rates["n_speakers"]) == (8, 9)
    limits = [rates["share_low"], rates["share_high"]]
    assert [unasked["low"], unasked["high"]] == limits
    assert [question["low"], question["high"]] == limits
    assert limits[0] < proportion_confint(8, 9, method="wilson")[0]
