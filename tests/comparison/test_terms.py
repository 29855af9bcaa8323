import numpy as np

from perspectieven.comparison import count_terms
from perspectieven.comparison.terms import TERM_COUNTS
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, said


def test_every_term_and_perspective():
    table = count_terms(*said("a o1 LAT ERB ERB", "b o2 ERB", "b i1"), perspectives=PERSPECTIVES)
    check_table(table, TERM_COUNTS)
    assert table[["code", "term", "perspective", "n_coded", "n_speakers_coded", "n_speakers"]].values.tolist() == [
        ["ERB-X", "L:erb", "ouders", 3, 2, 2],
        ["ERB-X", "L:erb", "jeugdigen", 0, 0, 0],
        ["LAT-X", "L:lat", "ouders", 1, 1, 2],
        ["LAT-X", "L:lat", "jeugdigen", 0, 0, 0],
    ]
    assert np.array_equal(table["per_1000_words"], [15, np.nan, 5, np.nan], equal_nan=True)


def test_terms_that_find_nothing_have_rows_if_asked_for():
    table = count_terms(*said("a o1 ERB"), perspectives=["ouders"], terms=[("BET-X", "L:bet"), ("ERB-X", "L:erb")])
    assert table[["term", "n_coded"]].values.tolist() == [["L:bet", 0], ["L:erb", 1]]


def test_empty():
    assert list(count_terms(*EMPTY, perspectives=PERSPECTIVES).columns) == list(TERM_COUNTS.columns)
    assert len(count_terms(*EMPTY, perspectives=[], terms=[("A", "b")])) == 0
