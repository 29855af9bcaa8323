import numpy as np
import pandas as pd
import pytest

from perspectieven.comparison import count_speakers, speaker_matrix
from perspectieven.comparison.layout import name_after
from perspectieven.comparison.speakers import SPEAKER_COUNTS, gather_speakers
from perspectieven.errors import TableError
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said

ITEMS = ["ERB", "LAT"]


def gather(*people, perspectives=PERSPECTIVES):
    return gather_speakers(*said(*people), items=ITEMS, perspectives=perspectives)


def test_every_speaker_has_a_row_for_every_item_in_the_order_given():
    codings, turns = said("a j1 LAT", "b o2", "c o1 ERB ERB? ERB@school", "c i1 ERB")
    table = count_speakers(codings, turns, items=["LAT", "ERB"], perspectives=PERSPECTIVES)
    check_table(table, SPEAKER_COUNTS)
    assert table[["speaker", "theme", "n_coded", "n_spontaneous", "n_own"]].values.tolist() == [
        ["o1", "LAT", 0, 0, 0],
        ["o1", "ERB", 3, 2, 2],
        ["o2", "LAT", 0, 0, 0],
        ["o2", "ERB", 0, 0, 0],
        ["j1", "LAT", 1, 1, 1],
        ["j1", "ERB", 0, 0, 0],
    ]
    assert table["n_words"].tolist() == [100] * 6


def test_a_speaker_is_one_person_over_transcripts():
    table = count_speakers(*said("a o1 ERB", "b o1:30 ERB"), items=["ERB"], perspectives=PERSPECTIVES)
    assert table[["n_coded", "n_words", "transcripts"]].values.tolist() == [[2, 130, "a + b"]]


def test_by_code():
    table = count_speakers(*said("a o1 ERB"), items=["ERB-X"], perspectives=PERSPECTIVES, by="code")
    assert list(table.columns) == list(name_after(SPEAKER_COUNTS, "code").columns)
    assert table[["code", "n_coded"]].values.tolist() == [["ERB-X", 1]]


def test_rejected_codings_and_other_items_and_perspectives_do_not_count():
    codings, turns = said("a o1 ERB ERB BET", "b p1 ERB")
    codings.loc[0, "status"] = "rejected"
    table = count_speakers(codings, turns, items=["ERB"], perspectives=PERSPECTIVES)
    assert table[["speaker", "n_coded"]].values.tolist() == [["o1", 1]]


def test_speakers_who_share_a_transcript_are_one_cluster_through_others_too():
    # o1 and j1 met; j1 and p1 met elsewhere, and p1 is of no perspective that is asked for; o2 spoke alone
    speakers = gather("a o1", "a j1", "b j1", "b p1", "c p1", "c j2", "d o2", "d i1", "a i1")
    assert dict(zip(speakers.ids, speakers.cluster.tolist(), strict=True)) == {"o1": 0, "o2": 1, "j1": 0, "j2": 0}


def test_an_interviewer_connects_nobody():
    assert gather("a o1", "a i1", "b o2", "b i1").cluster.tolist() == [0, 1]


def test_the_order_of_rows_changes_nothing():
    codings, turns = said("a j1 LAT", "b o2", "c o1 ERB", "b j2 ERB")
    other = codings.sample(frac=1, random_state=1), turns.sample(frac=1, random_state=2)
    among = {"items": ITEMS, "perspectives": PERSPECTIVES}
    pd.testing.assert_frame_equal(count_speakers(codings, turns, **among), count_speakers(*other, **among))
    one, two = gather_speakers(codings, turns, **among), gather_speakers(*other, **among)
    assert np.array_equal(one.cluster, two.cluster)


def test_what_is_measured():
    speakers = gather("a o1:500 ERB ERB", "b o2:0", "c j1:1000 ERB")
    share, alone = speakers.measure("share")
    assert share[:, 0].tolist() == [1, 0, 1]
    assert alone.tolist() == [1, 1, 1]
    rate, words = speakers.measure("rate")
    assert rate[:, 0].tolist() == [2, 0, 1]
    assert words.tolist() == [0.5, 0, 1]
    assert speakers.each("rate")[:, 0].tolist() == [4, 0, 1]
    with pytest.raises(TableError, match=r'measure: is "mean"; use "share" \(of speakers\) or "rate"'):
        speakers.measure("mean")


def test_ids_are_not_in_the_repr():
    assert "o1" not in repr(gather("a o1 ERB"))


def test_empty_gives_the_columns():
    table = count_speakers(*EMPTY, items=ITEMS, perspectives=PERSPECTIVES)
    assert (len(table), list(table.columns)) == (0, list(SPEAKER_COUNTS.columns))
    assert speaker_matrix(*EMPTY, items=ITEMS) == {}


def test_a_speaker_matrix_has_every_speaker():
    matrix = speaker_matrix(*interviews(("o", [30, 0, 0]), ("j", [1, 1])), items=["ERB"])
    assert matrix["ouders"]["ERB"].to_dict() == {"o1": 1.0, "o2": 0.0, "o3": 0.0}
    assert matrix["jeugdigen"]["ERB"].to_dict() == {"j1": 1.0, "j2": 1.0}
