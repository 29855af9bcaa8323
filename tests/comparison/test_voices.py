import numpy as np
import pytest
from scipy.stats import bootstrap
from statsmodels.stats.proportion import proportion_confint

from perspectieven.comparison import count_voices
from perspectieven.comparison.voices import HOLDERS, OWN, STANCES, UNKNOWN, VOICES
from perspectieven.dutch.cues import REPORTERS
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, said

THREE = ["ouders", "jeugdigen", "professionals"]


def voices(*people, perspectives=THREE, items=("ERB",), **more):
    table = count_voices(*said(*people), items=items, perspectives=perspectives, **more)
    check_table(table, VOICES)
    return table


def found(table):
    return [tuple(row) for row in table.loc[table["n_coded"] > 0, ["perspective", "holder", "n_coded"]].values]


def test_every_cell_is_there():
    table = voices("a o1 ERB")
    holders = table["holder"].cat.categories
    assert list(holders) == [
        OWN, *THREE, "school", "gemeente", "familie", "omgeving", "partner", "anderen", UNKNOWN
    ]  # fmt: skip
    assert len(table) == len(THREE) * len(holders) * len(STANCES)
    assert not table.duplicated(["perspective", "holder", "stance"]).any()


def test_who_says_it_and_whose_view_it_is():
    table = voices("a o1 ERB ERB@school ERB@jgz", "b o2 ERB@jeugdige", "c j1 ERB@moeder ERB@vader", "d p1 ERB@")
    assert found(table) == [
        ("ouders", "own", 1),
        ("ouders", "jeugdigen", 1),
        ("ouders", "professionals", 1),
        ("ouders", "school", 1),
        ("jeugdigen", "ouders", 2),
        ("professionals", "unknown", 1),
    ]


def test_shares_are_of_the_mentions_of_a_perspective_and_speakers_are_counted_once():
    table = voices("a o1 ERB ERB ERB", "b o2 ERB@school", "c o3").set_index(["perspective", "holder", "stance"])
    assert table.loc[
        ("ouders", "own", "affirmed"), ["n_coded", "n_speakers_coded", "n_speakers", "share"]
    ].tolist() == [
        3,
        1,
        3,
        0.75,
    ]
    assert table.loc["jeugdigen", "share"].isna().all()


def test_stances():
    codings, turns = said("a o1 ERB ERB ERB")
    codings["stance"] = ["affirmed", "negated", "negated"]
    table = count_voices(codings, turns, items=["ERB"], perspectives=["ouders"])
    assert table.loc[table["holder"] == "own", "n_coded"].tolist() == [1, 2, 0]


PEOPLE = ("a o1 ERB ERB ERB@school", "b o2 ERB@school ERB@school", "c o3 ERB ERB", "d o4 ERB ERB ERB ERB@school")


def of_school(table, stance="affirmed"):
    return table.set_index(["perspective", "holder", "stance"]).loc[("ouders", "school", stance)]


def test_the_interval_is_of_all_that_people_say_over_who_says_it():
    theirs = bootstrap(
        (np.array([1.0, 2, 0, 1]), np.array([3.0, 2, 2, 4])),
        lambda x, y, axis: x.sum(axis=axis) / y.sum(axis=axis),
        paired=True,
        method="percentile",
        n_resamples=20_000,
        rng=1,
    )
    share = 4 / 11
    assert share * (1 - share) / (theirs.standard_error**2 * 4 / 3) * (1.960 / 3.182) ** 2 < 4  # as of four people
    floor = proportion_confint(4 * share, 4, method="wilson")
    low, high = theirs.confidence_interval
    row = of_school(voices(*PEOPLE))
    expected = [share, min(low, floor[0]), max(high, floor[1])]
    assert row[["share", "low", "high"]].tolist() == pytest.approx(expected, abs=0.02)


def test_the_share_of_a_holder_is_of_all_stances_together():
    codings, turns = said(*PEOPLE)
    codings.loc[codings["attributed_to"] == "school", "stance"] = ["affirmed", "affirmed", "negated", "hypothetical"]
    divided = count_voices(codings, turns, items=["ERB"], perspectives=THREE)
    whole = of_school(voices(*PEOPLE))
    assert [of_school(divided, stance)["share"] for stance in STANCES] == pytest.approx([2 / 11, 1 / 11, 1 / 11])
    for stance in STANCES:
        row = of_school(divided, stance)
        assert row[["share_holder", "low_holder", "high_holder"]].tolist() == whole[["share", "low", "high"]].tolist()


def test_who_speaks_together_counts_as_one():
    row = of_school(voices(*(f"a {line.split(maxsplit=1)[1]}" for line in PEOPLE)))
    assert row[["low", "high"]].tolist() == pytest.approx(proportion_confint(4 / 11, 1, method="wilson"))


def test_what_nobody_tells_may_still_be_told_by_others():
    row = voices(*PEOPLE).set_index(["perspective", "holder", "stance"]).loc[("ouders", "gemeente", "negated")]
    assert (row["share"], row["low"]) == (0, 0)
    assert row["high"] == pytest.approx(proportion_confint(0, 11 * (1.960 / 3.182) ** 2, method="wilson")[1], abs=1e-3)


def test_too_few_are_withheld_with_the_reason_and_keep_their_counts():
    table = voices("a o1 ERB", "b o2 ERB@school", "c j1 ERB", "d j2", "e j3", perspectives=["ouders", "jeugdigen"])
    own = table[table["perspective"] == "ouders"]
    assert set(own["reason"]) == {"te weinig sprekers (minder dan 3)"}
    assert own["withheld"].all()
    assert own["n_coded"].sum() == 2
    assert own[["share", "low", "high", "share_holder", "low_holder", "high_holder"]].isna().all(axis=None)
    assert not table.loc[table["perspective"] == "jeugdigen", "withheld"].any()
    assert not voices("a o1 ERB", "b o2 ERB", perspectives=["ouders"], min_group=2)["withheld"].any()


def test_where_nothing_is_mentioned_there_is_no_share_and_nothing_withheld():
    table = voices("a o1", "b o2", "c o3", perspectives=["ouders"])
    assert not table["withheld"].any()
    assert table["share_holder"].isna().all()


def test_rows_that_were_left_out_before_change_nothing_of_the_others():
    codings, turns = said("a o1 ERB LAT ERB@school", "b j1 ERB LAT@school ERB@moeder")
    kept = codings.drop(index=[0])
    assert found(count_voices(kept, turns, items=["ERB"], perspectives=THREE)) == [
        ("ouders", "school", 1),
        ("jeugdigen", "own", 1),
        ("jeugdigen", "ouders", 1),
    ]


def test_what_somebody_rejected_is_not_counted():
    codings, turns = said("a o1 ERB ERB@wijkagent")
    codings.loc[codings["voice"] == "other", "status"] = "rejected"
    table = count_voices(codings, turns, items=["ERB"], perspectives=["ouders"])
    assert table["n_coded"].sum() == 1
    assert "wijkagent" not in table["holder"].cat.categories


def test_only_the_items_asked_for():
    assert found(voices("a o1 LAT@school ERB")) == [("ouders", "own", 1)]
    table = count_voices(*said("a o1 LAT ERB"), items=["LAT-X"], perspectives=["ouders"], by="code")
    assert found(table) == [("ouders", "own", 1)]


def test_a_perspective_that_the_study_has_not_is_no_holder():
    assert found(voices("a o1 ERB@jgz ERB@jeugdige", perspectives=["ouders"])) == [
        ("ouders", "jgz", 1),
        ("ouders", "jeugdige", 1),
    ]


def test_a_name_that_a_human_coder_wrote_is_kept_and_another_mapping_can_be_given():
    assert found(voices("a o1 ERB@wijkagent")) == [("ouders", "wijkagent", 1)]
    assert found(voices("a o1 ERB@school", holders={"school": "professionals"})) == [("ouders", "professionals", 1)]


def test_what_is_mapped_can_be_reported():
    assert set(HOLDERS) < set(REPORTERS.values())


def test_empty():
    assert voices()["n_coded"].sum() == 0
    assert len(count_voices(*EMPTY, items=[], perspectives=[])) == 0
