import pandas as pd
import pytest

from perspectieven.comparison import compare_without_one
from perspectieven.comparison.layout import name_after
from perspectieven.comparison.robustness import WITHOUT_ONE
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said


def without(sample, **more):
    table = compare_without_one(*sample, items=["ERB"], perspectives=PERSPECTIVES, **more)
    check_table(table, WITHOUT_ONE)
    [row] = table.to_dict("records")
    return row


def test_each_speaker_is_left_out_once():
    # by hand: 3 of 4 against 1 of 3 is 5/12; without a parent who mentions it 2/3, who does not 1; without the young
    # person who mentions it 0, who does not 1/2
    row = without(interviews(("o", [1, 1, 1, 0]), ("j", [1, 0, 0])))
    assert row["difference"] == pytest.approx(5 / 12)
    assert row["lowest"] == pytest.approx(3 / 4 - 1 / 2)
    assert row["highest"] == pytest.approx(3 / 4 - 0)
    assert (row["perspective"], row["speaker"], row["without"]) == ("jeugdigen", "j1", pytest.approx(3 / 4))


@pytest.mark.parametrize("measure", ["share", "rate"])
def test_as_the_difference_of_the_others(measure):
    codings, turns = said(
        "a o1:300 ERB ERB", "b o2:80 ERB", "c o3:120", "d j1:90 ERB ERB ERB", "e j2:500", "f j3:40 ERB"
    )

    def difference(speakers):
        sides = []
        for letter in "oj":
            spoken = turns[turns["speaker"].str.startswith(letter) & turns["speaker"].isin(speakers)]
            found = codings[codings["transcript_id"].isin(spoken["transcript_id"])]
            if measure == "share":
                sides.append(found["transcript_id"].nunique() / len(spoken))
            else:
                sides.append(1000 * len(found) / spoken["n_words"].sum())
        return sides[0] - sides[1]

    everybody = set(turns["speaker"])
    each = {name: difference(everybody - {name}) for name in everybody}
    row = without((codings, turns), measure=measure)
    assert row["difference"] == pytest.approx(difference(everybody))
    assert (row["lowest"], row["highest"]) == (pytest.approx(min(each.values())), pytest.approx(max(each.values())))
    assert row["without"] == pytest.approx(each[row["speaker"]])
    assert abs(row["without"] - row["difference"]) == pytest.approx(
        max(abs(value - row["difference"]) for value in each.values())
    )


def test_a_difference_that_one_speaker_makes_is_said_to_rest_on_one():
    row = without(interviews(("o", [8, 1, 0, 0]), ("j", [0, 0, 0])), measure="rate")
    assert (row["rests_on_one"], row["perspective"], row["speaker"]) == (True, "ouders", "o1")
    assert row["sentence"] == (
        "dit verschil rust op één spreker: zonder één van de 4 ouders blijft van 22,5 per 1.000 woorden nog "
        "3,3 per 1.000 woorden over"
    )


def test_a_difference_that_turns_is_said_to_turn():
    row = without(interviews(("o", [1, 0, 0]), ("j", [0, 0, 0])), language="en")
    assert row["sentence"] == (
        "this difference rests on one speaker: without one of the 3 ouders it is gone, or points the other way"
    )


def test_it_can_rest_on_one_who_does_not_mention_it():
    # everybody but one young person: without that one nobody differs
    row = without(interviews(("o", [1, 1, 1]), ("j", [1, 1, 0])))
    assert (row["rests_on_one"], row["perspective"], row["speaker"]) == (True, "jeugdigen", "j3")


def test_a_difference_of_many_rests_on_nobody():
    row = without(interviews(("o", [1] * 8 + [0]), ("j", [0] * 8 + [1])))
    assert not row["rests_on_one"]
    assert row["sentence"] == (
        "zonder wie dan ook van de 18 sprekers blijft er van 78 procentpunt in het uiterste geval 76 procentpunt over"
    )


def test_exactly_half_rests_on_one():
    row = without(said("a o1:100 ERB ERB", "b o2:100 ERB ERB", "c o3:100", "d j1", "e j2", "f j3"), measure="rate")
    assert row["difference"] == pytest.approx(40 / 3)
    assert row["lowest"] == pytest.approx(10)
    assert not row["rests_on_one"]
    row = without(interviews(("o", [3, 1, 0]), ("j", [1, 1, 0])), measure="rate")
    assert (row["difference"], row["lowest"]) == (pytest.approx(20 / 3), pytest.approx(-5 / 3))
    row = without(interviews(("o", [1, 1, 1, 1, 1, 0, 0, 0, 0]), ("j", [1, 1, 1, 1, 0, 0, 0, 0, 0])))
    assert row["lowest"] == pytest.approx(row["difference"] / 2)
    assert row["rests_on_one"]


def test_no_difference_has_no_sentence():
    row = without(interviews(("o", [1, 1, 0]), ("j", [1, 1, 0])))
    assert (row["difference"], row["rests_on_one"], row["sentence"]) == (0, False, "")
    assert row["lowest"] < 0 < row["highest"]


def test_of_equals_the_one_with_most_mentions_is_named():
    assert without(interviews(("o", [1, 7, 1, 0, 0, 0]), ("j", [0] * 9)))["speaker"] == "o2"


def test_the_sentence_never_names_the_speaker():
    row = without(interviews(("o", [8, 1, 0, 0]), ("j", [0, 0, 0])), measure="rate")
    assert row["speaker"] not in row["sentence"]


def test_small_groups_and_silence_are_withheld():
    row = without(interviews(("o", [1, 1]), ("j", [0, 0, 0])))
    assert (row["withheld"], row["reason"], row["speaker"]) == (True, "te weinig sprekers (minder dan 3)", "")
    assert pd.isna(row["difference"])
    assert without(interviews(("o", [1]), ("j", [0])), min_group=1)["reason"] == "te weinig sprekers (minder dan 2)"
    row = without(said("a o1 ERB", "b o2:0", "c o3:0", "d j1", "e j2", "f j3"), measure="rate")
    assert row["reason"] == "er is niets gezegd om op te delen"


def test_by_code_and_empty():
    table = compare_without_one(
        *interviews(("o", [1] * 3), ("j", [0] * 3)), items=["ERB-X"], perspectives=PERSPECTIVES, by="code"
    )
    check_table(table, name_after(WITHOUT_ONE, "code"))
    assert table["difference"].tolist() == [1]
    assert without(EMPTY)["withheld"]
    assert len(compare_without_one(*EMPTY, items=[], perspectives=[])) == 0
