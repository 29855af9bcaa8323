"""The table of signs: the same weights however many a sign has, for words and for pairs, in questions too."""

import numpy as np
import pytest

from perspectieven.dutch.words import split_words
from perspectieven.lexicon.signs import Rule, Signs
from perspectieven.matching import signs as kinds
from perspectieven.matching.sign_table import Table, make_table
from perspectieven.matching.word_weights import WordWeights
from tests.lexicon.networks import network_of

N_COLUMNS = 40
RULE = Rule((0.0,) * 4, (0.0,) * 3, (0.0,) * 18, (0.0,) * 18)


def table_of(rows: dict[int, list[int]]) -> Table:
    """Return a table of signs by their keys; each column has a largest weight of 127, so that none is rounded."""
    weights = np.array([*rows.values(), [127] * N_COLUMNS], float)
    keys = np.array([*rows, 1], np.uint64)
    names = tuple(map(str, range(N_COLUMNS)))
    made = Signs.make(
        names,
        (),
        keys,
        weights,
        np.zeros(N_COLUMNS),
        np.zeros(N_COLUMNS),
        np.zeros((N_COLUMNS, 3)),
        {},
        {},
        RULE,
        network_of(N_COLUMNS),
    )
    assert made.unit == pytest.approx(1, rel=0.01)
    return make_table(made.keys, made.weights, N_COLUMNS)


def row_with(n_weights: int) -> list[int]:
    return [(-1) ** at * (at + 1) if at < n_weights else 0 for at in range(N_COLUMNS)]


@pytest.mark.parametrize("n_weights", [1, 3, 24, 25, N_COLUMNS])
def test_a_word_says_its_weights_however_many_it_has(n_weights):
    words = split_words(["fiets kar"])
    key = int(kinds.word_key(kinds.WORD, words.keys[0]))
    told = WordWeights(table_of({key: row_with(n_weights)}), N_COLUMNS, kinds.WORD, kinds.PIECE).look_up(words)
    assert told.weights[told.row, :N_COLUMNS].tolist() == [row_with(n_weights), [0] * N_COLUMNS]


@pytest.mark.parametrize("n_weights", [2, 300])
def test_a_lexicon_may_have_more_codes_than_a_byte_counts(n_weights):
    words = split_words(["fiets"])
    row = [at % 100 + 1 if at >= 300 - n_weights else 0 for at in range(300)]
    names = tuple(map(str, range(300)))
    keys = np.array([int(kinds.word_key(kinds.WORD, words.keys[0])), 1], np.uint64)
    zeros = np.zeros(300)
    weights = np.array([row, [127] * 300], float)
    made = Signs.make(names, (), keys, weights, zeros, zeros, np.zeros((300, 3)), {}, {}, RULE, network_of(300))
    at, told = WordWeights(make_table(made.keys, made.weights, 300), 300, kinds.WORD, kinds.PIECE).look_up(words)
    assert told[at[0], :300].tolist() == row


@pytest.mark.parametrize("n_weights", [3, N_COLUMNS])
def test_pairs_count_within_their_passage_and_point_at_their_words(n_weights):
    words = split_words(["de oude fiets", "fiets stuk"])
    pair = int(kinds.pair_key(kinds.PAIR, words.keys[1], words.keys[2]))
    gapped = int(kinds.pair_key(kinds.GAPPED, words.keys[0], words.keys[2]))
    across = int(kinds.pair_key(kinds.PAIR, words.keys[2], words.keys[3]))
    table = table_of({pair: row_with(n_weights), gapped: row_with(2), across: row_with(5)})
    passages, rows = kinds.split_passages(words), np.array([0, 1, 2, 2, 3], np.int32)
    told = np.zeros((4, N_COLUMNS), np.int16)
    pairs = kinds.find_pairs(words, passages.first, table.slots)
    assert (pairs != -1).tolist() == [[False, True], [True, False], [False, False], [False, False], [False, False]]
    sums, n_types = kinds.weigh_passages(passages.first, rows, told, pairs, table, np.ones(N_COLUMNS, np.float32))
    assert n_types.tolist() == [3, 2]
    assert sums[0] == pytest.approx(np.add(row_with(n_weights), row_with(2)) / np.sqrt(3 + kinds.SMOOTHING))
    assert not sums[1].any()
    sentence, parts = kinds.point_out(
        words, np.array([0], np.int32), np.array([0], np.int32), passages.first, rows, told, pairs, table
    )
    assert (sentence.tolist(), parts.tolist()) == ([0], [[0, 1, 2]])
