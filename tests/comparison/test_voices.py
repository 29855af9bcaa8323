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
