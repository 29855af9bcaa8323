"""What words say is added up once: the same the second time, with more room, when all is forgotten, among threads."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from perspectieven.dutch.words import split_words
from perspectieven.matching import signs as kinds
from perspectieven.matching import word_weights
from perspectieven.matching.word_weights import WordWeights
from tests.matching.test_signs import N_COLUMNS, row_with, table_of

LETTERS = "abcdefghij"


def say(numbers) -> str:
    """Return words of letters only, one for each number."""
    return " ".join("".join(LETTERS[int(digit)] for digit in f"{number:05}") for number in numbers)


@pytest.fixture(scope="module")
def table():
    """Weights for the first forty words, and for the pieces of one of them."""
    words = split_words([say(range(40))])
    rows = {int(kinds.word_key(kinds.WORD, key)): row_with(at % N_COLUMNS) for at, key in enumerate(words.keys)}
    pieces = kinds.list_pieces(words, 37, kinds.PIECE).tolist()
    return table_of(rows | {piece: row_with(2) for piece in pieces})


def weighed(weights: WordWeights, numbers) -> list[list[int]]:
    told = weights.look_up(split_words([say(numbers)]))
    return told.weights[told.row, :N_COLUMNS].tolist()


def by_itself(table, number: int) -> list[int]:
    [row] = weighed(WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE), [number])
    return row


def test_a_word_says_what_it_and_its_pieces_say(table):
    n_pieces = len(kinds.list_pieces(split_words([say([37])]), 0, kinds.PIECE))
    assert by_itself(table, 37) == [a + n_pieces * b for a, b in zip(row_with(37), row_with(2), strict=True)]


def test_what_was_kept_is_what_a_new_one_says(table):
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    for numbers in (range(20), range(10, 40), [3, 3, 37, 3]):
        assert weighed(weights, numbers) == [by_itself(table, number) for number in numbers]


def test_room_is_made_and_what_was_handed_out_stays(table):
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    first = weights.look_up(split_words([say(range(10))]))
    before = first.weights[first.row, :N_COLUMNS].tolist()
    many = weighed(weights, range(20_000))
    assert many[:10] == first.weights[first.row, :N_COLUMNS].tolist() == before
    assert many[37] == by_itself(table, 37)
    assert not np.any(many[12_345:12_350])


def test_a_vocabulary_without_end_is_forgotten_and_learnt_again(table, monkeypatch):
    monkeypatch.setattr(word_weights, "MOST_KEPT", 25)
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    for first in (0, 20, 40, 20):
        assert weighed(weights, range(first, first + 20)) == [by_itself(table, at) for at in range(first, first + 20)]
        assert weights.n_kept <= 45


def test_common_words_stay_also_when_they_came_late(table, monkeypatch):
    monkeypatch.setattr(word_weights, "MOST_KEPT", 40)
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    weighed(weights, [*range(50), *range(40, 50)])
    weighed(weights, [60])
    assert weights.n_kept == 40 * 3 // 4 + 1
    assert weighed(weights, range(40, 50)) == [by_itself(table, at) for at in range(40, 50)]
    assert weights.n_kept == 40 * 3 // 4 + 1


def test_words_that_nobody_asked_for_are_left_alone(table):
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    told = weights.look_up(split_words([say([1, 2, 3])]), np.array([True, False, True]))
    assert told.row.tolist() == [0, -1, 1]
    assert weights.n_kept == 2


def test_threads_share_it(table):
    weights = WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE)
    parts = [np.random.default_rng(at).permutation(3_000)[:1_500] for at in range(40)]
    expected = np.array(weighed(WordWeights(table, N_COLUMNS, kinds.WORD, kinds.PIECE), range(3_000)))
    with ThreadPoolExecutor(8) as pool:
        for numbers, rows in zip(parts, pool.map(lambda part: weighed(weights, part), parts), strict=True):
            assert (expected[numbers] == rows).all()
