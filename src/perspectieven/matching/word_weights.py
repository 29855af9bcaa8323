"""What words say: the weights of each word that came by, added up once and kept for the texts after it."""

from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled
from perspectieven.dutch.words import Words
from perspectieven.matching.sign_table import Table, add_weights, row_width
from perspectieven.matching.signs import MOST_PIECES, word_key, write_pieces
from perspectieven.slots import Slots, insert, make_slots, number_of, put

MOST_KEPT = 15_000
"""Words; with more than these only the most common of them are kept for a next time, so that a national corpus does not
fill the memory."""

_KEPT_ON = 3 / 4
"""Of `MOST_KEPT`, when there are more."""
_FIRST_ROOM = 1 << 12
_UNASKED = -1


class Told(NamedTuple):
    """What the words of some texts say.

    Attributes
    ----------
    row : array of int32
        One element per word: its row in `weights`; -1 for a word that was not asked for.
    weights : array of int16, known words x `sign_table.row_width` columns
        The weights of a word and of its pieces together. No sum is beyond 16 bits: a word of `signs.LONGEST_WORD`
        letters has at most four pieces per letter.
    """

    row: NDArray[np.int32]
    weights: NDArray[np.int16]


class _Kept(NamedTuple):
    slots: Slots
    keys: NDArray[np.uint64]
    weights: NDArray[np.int16]
    times: NDArray[np.int64]
    """One element per word: how often it came by."""


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
        self._table, self._width = table, row_width(n_columns)
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
                common_first = np.argsort(-self._kept.times[: self.n_kept], kind="stable")
                self._keep(np.sort(common_first[: int(_KEPT_ON * MOST_KEPT)]), len(self._kept.keys))
            until = 0
            while True:
                until, self.n_kept = _look_up(
                    words, wanted, row, until, *self._kept, self.n_kept, self._table, *self._kinds
                )
                if until == len(row):
                    return Told(row, self._kept.weights)
                self._keep(np.arange(self.n_kept), 2 * len(self._kept.keys))

    def _make(self, room: int) -> _Kept:
        weights = np.zeros((room, self._width), np.int16)
        return _Kept(make_slots(2 * room), np.zeros(room, np.uint64), weights, np.zeros(room, np.int64))

    def _keep(self, rows: NDArray[np.int64], room: int) -> None:
        """Keep some of the words, in a copy with room for more; arrays that were handed out stay as they are."""
        copy = self._make(room)
        for name in ("keys", "weights", "times"):
            new, old = getattr(copy, name), getattr(self._kept, name)
            np.take(old, rows, axis=0, out=new[: len(rows)], mode="clip")  # else it goes by way of another copy
        insert(copy.slots, copy.keys[: len(rows)], np.arange(len(rows), dtype=np.int32))
        self._kept, self.n_kept = copy, len(rows)


@compiled
def _look_up(words, wanted, row, first, slots, keys, weights, times, n_kept, table, word_kind, piece_kind):
    """Write the rows of words from one on; return up to which there was room, and how many words are kept then."""
    pieces = np.empty(MOST_PIECES, np.uint64)
    addresses, sorted_out = np.empty(MOST_PIECES + 1, np.int32), np.empty(MOST_PIECES + 1, np.int32)
    for word in range(first, len(row)):
        if not wanted[word]:
            continue
        key = words.keys[word]
        number = number_of(slots, key)
        if number < 0:
            if n_kept == len(keys):
                return word, n_kept
            number = n_kept
            n_pieces = write_pieces(words, word, piece_kind, pieces)
            for at in range(n_pieces):  # the slots are looked into together, so that there is one wait for memory
                addresses[at] = number_of(table.slots, pieces[at])
            addresses[n_pieces] = number_of(table.slots, word_key(word_kind, key))
            add_weights(weights[number], table, addresses[: n_pieces + 1], sorted_out)
            keys[number] = key
            put(slots, key, number)
            n_kept += 1
        row[word] = number
        times[number] += 1
    return len(row), n_kept
