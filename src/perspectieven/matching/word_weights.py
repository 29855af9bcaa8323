"""What words say: the weights of each word that came by, added up once and kept for the texts after it."""

from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled
from perspectieven.dutch.words import Words
from perspectieven.matching.sign_table import Table, add_weights
from perspectieven.matching.signs import LONGEST_WORD, word_key, write_pieces
from perspectieven.slots import Slots, insert, make_slots, number_of, put

MOST_KEPT = 12_000
"""Words; with more than these only the first half of them is kept for a next time, so that a national corpus does not
fill the memory. Common words come by first."""

_FIRST_ROOM = 1 << 12
_UNASKED = -1


class Told(NamedTuple):
    """What the words of some texts say.

    Attributes
    ----------
    row : array of int32
        One element per word: its row in `weights`; -1 for a word that was not asked for.
    weights : array of int16, known words x columns
        The weights of a word and of its pieces together. No sum is beyond 16 bits: a word of `signs.LONGEST_WORD`
        letters has at most four pieces per letter.
    """

    row: NDArray[np.int32]
    weights: NDArray[np.int16]


class _Kept(NamedTuple):
    slots: Slots
    keys: NDArray[np.uint64]
    weights: NDArray[np.int16]


class WordWeights:
    """Knows what each word says that it was asked for before; threads may share it.

    Parameters
    ----------
    table : Table
    n_columns : int
    word, piece : int
        Which kinds of signs the words and their pieces are (see `matching.signs`).

    Attributes
    ----------
    n_kept : int
        Words that are known now.
    """

    def __init__(self, table: Table, n_columns: int, word: int, piece: int) -> None:
        self._table, self._n_columns = table, n_columns
        self._kinds = (word, piece)
        self._lock = Lock()
        self._kept = self._make(_FIRST_ROOM)
        self.n_kept = 0

    def look_up(self, words: Words, asked: NDArray[np.bool_] | None = None) -> Told:
        """Return what words say; of all words, or of some: `asked` has an element per word."""
        wanted = np.ones(len(words.keys), np.bool_) if asked is None else asked
        row = np.full(len(words.keys), _UNASKED, np.int32)
        with self._lock:
            if self.n_kept > MOST_KEPT:
                self.n_kept = MOST_KEPT // 2
                self._kept = self._copy(self._kept, self.n_kept, len(self._kept.keys))
            until = 0
            while True:
                until, self.n_kept = _look_up(
                    words, wanted, row, until, *self._kept, self.n_kept, self._table, *self._kinds
                )
                if until == len(row):
                    return Told(row, self._kept.weights)
                self._kept = self._copy(self._kept, self.n_kept, 2 * len(self._kept.keys))

    def _make(self, room: int) -> _Kept:
        weights = np.zeros((room, self._n_columns), np.int16)
        return _Kept(make_slots(2 * room), np.zeros(room, np.uint64), weights)

    def _copy(self, kept: _Kept, n_kept: int, room: int) -> _Kept:
        """Return the first words that are kept, with room for more; arrays that were handed out stay as they are."""
        copy = self._make(room)
        copy.keys[:n_kept], copy.weights[:n_kept] = kept.keys[:n_kept], kept.weights[:n_kept]
        insert(copy.slots, copy.keys[:n_kept], np.arange(n_kept, dtype=np.int32))
        return copy


@compiled
def _look_up(words, wanted, row, first, slots, keys, weights, n_kept, table, word_kind, piece_kind):
    """Write the rows of words from one on; return up to which there was room, and how many words are kept then."""
    pieces, addresses = np.empty(4 * LONGEST_WORD, np.uint64), np.empty(4 * LONGEST_WORD, np.int32)
    for word in range(first, len(row)):
        if not wanted[word]:
            continue
        key = words.keys[word]
        number = number_of(slots, key)
        if number < 0:
            if n_kept == len(keys):
                return word, n_kept
            number = n_kept
            its = weights[number]
            add_weights(its, table, number_of(table.slots, word_key(word_kind, key)))
            n_pieces = write_pieces(words, word, piece_kind, pieces)
            for at in range(n_pieces):  # the slots are looked into together, so that there is one wait for memory
                addresses[at] = number_of(table.slots, pieces[at])
            for at in range(n_pieces):
                add_weights(its, table, addresses[at])
            keys[number] = key
            put(slots, key, number)
            n_kept += 1
        row[word] = number
    return len(row), n_kept
