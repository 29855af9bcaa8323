from perspectieven.comparison import find_cautions
from perspectieven.comparison.cautions import CAUTIONS
from perspectieven.comparison.layout import name_after
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said

FLAGS = ["too_few", "rests_on_one", "carried_by_one", "mainly_prompted", "heard_better"]


def cautions(sample, **more):
    table = find_cautions(*sample, items=["ERB"], perspectives=PERSPECTIVES, **more)
    check_table(table, CAUTIONS)
    [row] = table.to_dict("records")
    assert row["n_cautions"] == sum(row[flag] for flag in FLAGS)
    return row


def flags(row):
    return {flag for flag in FLAGS if row[flag]}


def test_a_difference_to_believe_has_no_cautions():
    row = cautions(interviews(("o", [1] * 6), ("j", [0] * 5 + [1])))
    assert flags(row) == set()
    assert row["text"] == ""


def test_a_small_group_is_the_only_caution():
    row = cautions(interviews(("o", [1]), ("j", [0])))
    assert flags(row) == {"too_few"}
    assert row["text"] == "te weinig sprekers (minder dan 3)"


def test_one_speaker_who_makes_a_difference():
    row = cautions(interviews(("o", [1, 0, 0, 0]), ("j", [0] * 4)))
    assert flags(row) == {"rests_on_one", "carried_by_one"}
    assert row["text"].endswith("; één spreker van de 4 ouders heeft 1 van de 1 vermeldingen")


def test_a_talkative_speaker_who_carries_a_theme_that_others_touch():
    row = cautions(interviews(("o", [1, 0, 1, 1, 0, 0]), ("j", [8, 1, 1, 1, 0, 0])), measure="share")
    assert flags(row) >= {"carried_by_one"}
    assert "één spreker van de 6 jeugdigen heeft 8 van de 11 vermeldingen" in row["text"]


def test_exactly_half_does_not_carry():
    assert not cautions(interviews(("o", [2, 1, 1]), ("j", [0] * 3)))["carried_by_one"]


def test_who_carries_it_in_the_lesser_group_is_no_caution():
    assert not cautions(interviews(("o", [2] * 9), ("j", [1] + [0] * 8)))["carried_by_one"]


def test_what_was_prompted_on_either_side():
    people = [f"o{n} o{n} ERB" for n in range(6)] + [f"j{n} j{n} ERB?" for n in range(6)]
    row = cautions(said(*people))
    assert flags(row) == {"mainly_prompted"}
    assert row["difference"] == 0
    assert row["text"].startswith("vooral uitgelokt: 6 van de 6 jeugdigen")


def test_what_was_mostly_prompted_of_people_who_also_speak_of_it_unasked():
    people = [f"o{n} o{n} ERB ERB? ERB?" for n in range(6)] + [f"j{n} j{n} ERB ERB" for n in range(6)]
    row = cautions(said(*people))
    assert flags(row) == {"mainly_prompted"}
    assert row["text"].endswith("12 van de 18 vermeldingen gekomen")


def test_better_heard_counts_only_for_a_difference_in_that_direction():
    more = [f"o{n} o{n} ERB {'LAT ' * 9}" for n in range(6)]
    for mentions, expected in (("", {"heard_better"}), ("ERB", set())):
        row = cautions(said(*more, *(f"j{n} j{n} {mentions}" for n in range(6))))
        assert flags(row) == expected
    less = [f"o{n} o{n} {'LAT ' * 9}" for n in range(6)] + [f"j{n} j{n} ERB" for n in range(6)]
    assert flags(cautions(said(*less))) == set()


def test_no_speaker_is_named():
    row = cautions(interviews(("o", [9, 0, 0, 0]), ("j", [0] * 4)), measure="rate")
    assert row["rests_on_one"]
    assert "o1" not in row["text"]


def test_by_code_in_english_and_empty():
    table = find_cautions(
        *interviews(("o", [1]), ("j", [0])), items=["ERB-X"], perspectives=PERSPECTIVES, by="code", language="en"
    )
    check_table(table, name_after(CAUTIONS, "code"))
    assert table["text"].tolist() == ["too few speakers (fewer than 3)"]
    assert cautions(EMPTY)["too_few"]
    assert len(find_cautions(*EMPTY, items=[], perspectives=[])) == 0
