"""A table of signs: from the key of a sign to its weights, with as little waiting for memory as can be."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import inlined
from perspectieven.lexicon.signs import Weights
from perspectieven.slots import Slots, insert, make_slots

_FEW = 24
"""A sign with more weights has a full row of them."""


class Table(NamedTuple):
    """Signs made ready to be looked up.

    A sign with few weights has them together as numbers of 16 bits, so that they are fetched from memory at once; one
    with many, a word or pair that is often said, has a full row, which is added in a few steps.

    Attributes
    ----------
    slots : Slots
        From the key of a sign to its address: where it begins in `few`, or -2 less its row in `many`.
    few : array of uint16
        Of each sign, how many weights it has, and these: the column times 256, and the weight as eight bits.
    many : array of int8, signs x columns
    """

    slots: Slots
    few: NDArray[np.uint16]
    many: NDArray[np.int8]


def make_table(keys: NDArray[np.uint64], weights: Weights, n_columns: int) -> Table:
    """Make a table of signs."""
    counts = np.diff(weights.first)
    full = counts > _FEW
    sign = np.repeat(np.arange(len(keys), dtype=np.int32), counts)
    many = np.zeros((np.count_nonzero(full), n_columns), np.int8)
    row = np.cumsum(full, dtype=np.int32) - 1
    in_full = full[sign]
    many[row[sign[in_full]], weights.column[in_full]] = weights.weight[in_full]
    counts[full] = -1
    begins = np.cumsum(counts + 1, dtype=np.int32) - counts - 1
    few = np.empty(int((counts + 1).sum()), np.uint16)
    few[begins[~full]] = counts[~full]
    rank = np.arange(len(sign), dtype=np.int32) - weights.first[sign]
    packed = weights.column.astype(np.uint16) << 8 | weights.weight.view(np.uint8)
    few[(begins[sign] + 1 + rank)[~in_full]] = packed[~in_full]
    slots = make_slots(4 * len(keys))
    insert(slots, keys, np.where(full, -2 - row, begins).astype(np.int32))
    return Table(slots, few, many)


@inlined
def add_weights(told, table, address):
    """Add the weights of a sign; none where the address is -1."""
    if address >= 0:
        for at in range(address + 1, address + 1 + table.few[address]):
            told[table.few[at] >> 8] += _weight(table.few[at])
    elif address < -1:
        for column in range(len(told)):
            told[column] += table.many[-2 - address, column]


@inlined
def weight_for(table, address, column):
    """Return the weight of a sign for one column."""
    if address < -1:
        return np.int64(table.many[-2 - address, column])
    if address >= 0:
        for at in range(address + 1, address + 1 + table.few[address]):
            if table.few[at] >> 8 == column:
                return _weight(table.few[at])
    return 0


@inlined
def _weight(packed):
    return ((packed & 255) ^ 128) - 128
