import pytest
from statsmodels.stats.proportion import proportion_confint

from perspectieven.comparison import measure_spontaneity
from perspectieven.comparison.layout import name_after
from perspectieven.comparison.spontaneity import SPONTANEITY
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, said


def spontaneity(*people, **more):
    table = measure_spontaneity(*said(*people), items=["ERB"], perspectives=PERSPECTIVES, **more)
    check_table(table, SPONTANEITY)
    return table.iloc[0]


def test_mentions_and_speakers_unasked_beside_all():
    row = spontaneity("a o1 ERB? ERB?", "b o2 ERB ERB?", "c o3 ERB", "d o4")
    assert row[["n_coded", "n_spontaneous", "n_prompted"]].tolist() == [5, 2, 3]
    assert row[["n_speakers", "n_speakers_coded", "n_speakers_spontaneous"]].tolist() == [4, 3, 2]
    assert row[["share_prompted", "share_speakers", "share_spontaneous"]].tolist() == [0.6, 0.75, 0.5]


def test_mainly_prompted_of_mentions():
    # all three also speak of it unasked, but seven of ten mentions answer a question about it
    row = spontaneity("a o1 ERB ERB? ERB? ERB?", "b o2 ERB ERB? ERB?", "c o3 ERB ERB? ERB?")
    assert row["n_speakers_spontaneous"] == row["n_speakers_coded"]
    assert row["mainly_prompted"]
    assert row["sentence"] == (
        "vooral uitgelokt: 0 van de 3 ouders die het noemen doen dat alleen nadat ernaar is gevraagd, en zo zijn 7 van "
        "de 10 vermeldingen gekomen"
    )


def test_mainly_prompted_of_speakers():
    # one speaker has most mentions, unasked; the two others mention it only after a question
    row = spontaneity("a o1 ERB ERB ERB ERB", "b o2 ERB?", "c o3 ERB? ERB?")
    assert row["n_spontaneous"] > row["n_prompted"]
    assert row["mainly_prompted"]
    assert row["sentence"] == (
        "vooral uitgelokt: 2 van de 3 ouders die het noemen doen dat alleen nadat ernaar is gevraagd, en zo zijn 3 van "
        "de 7 vermeldingen gekomen"
    )


def test_half_is_not_mainly():
    row = spontaneity("a o1 ERB", "b o2 ERB?", "c o3")
    assert (row["mainly_prompted"], row["sentence"]) == (False, "")


def test_what_nobody_mentions_is_not_prompted():
    row = spontaneity("a o1", "b o2", "c o3")
    assert not row["mainly_prompted"]
    assert row[["share_prompted"]].isna().all()


def test_the_interval_is_that_of_the_share_who_do_so_unasked():
    row = spontaneity(*(f"o{n} o{n} ERB?" for n in range(8)))
    assert [row["low"], row["high"]] == pytest.approx(list(proportion_confint(0, 8, method="wilson")))


def test_small_groups_keep_their_counts_only():
    row = spontaneity("a o1 ERB?", "b o2 ERB?")
    assert (row["n_prompted"], row["withheld"], row["mainly_prompted"], row["sentence"]) == (2, True, False, "")
    assert row[["share_prompted", "share_speakers", "share_spontaneous", "low", "high"]].isna().all()


def test_english_by_code_and_empty():
    table = measure_spontaneity(
        *said("a j1 ERB?"), items=["ERB-X"], perspectives=PERSPECTIVES, by="code", min_group=1, language="en"
    )
    check_table(table, name_after(SPONTANEITY, "code"))
    assert table["sentence"].tolist() == [
        "",
        "mainly prompted: the only one of the jeugdigen who mentions it does so mainly after being asked (1 of the 1 "
        "mentions)",
    ]
    empty = measure_spontaneity(*EMPTY, items=["ERB"], perspectives=PERSPECTIVES)
    assert empty["withheld"].tolist() == [True, True]
    assert len(measure_spontaneity(*EMPTY, items=[], perspectives=[])) == 0
