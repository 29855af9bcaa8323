"""A table of signs: from the key of a sign to its weights, with as little waiting for memory as can be."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined
from perspectieven.lexicon.signs import Weights
from perspectieven.slots import Slots, insert, make_slots

_FEW = 24
"""A sign with more weights has a full row of them."""
_NARROW = 256
"""Columns whose numbers fit in eight bits."""


class Table(NamedTuple):
    """Signs made ready to be looked up.

    A sign with few weights has them together as small numbers, so that they are fetched from memory at once; one with
    many, a word or pair that is often said, has a full row, which is added in a few steps.

    Attributes
    ----------
    slots : Slots
        From the key of a sign to its address: where it begins in `few`, or -2 less its row in `many`.
    few : array of uint16 or uint32
        Of each sign, how many weights it has, and these: the column times 256, and the weight as eight bits; 32 bits
        wide where there are more than 256 columns.
    many : array of int8, signs x columns
    """

    slots: Slots
    few: NDArray[np.uint16] | NDArray[np.uint32]
    many: NDArray[np.int8]


def make_table(keys: NDArray[np.uint64], weights: Weights, n_columns: int) -> Table:
    """Make a table of signs."""
    counts = np.diff(weights.first)
    full = counts > _FEW
    size = int((counts[~full] + 1).sum())
    few = np.empty(size, np.uint16) if n_columns <= _NARROW else np.empty(size, np.uint32)
    many = np.zeros((np.count_nonzero(full), n_columns), np.int8)
    addresses = _fill(few, many, *weights)
    slots = make_slots(2 * len(keys))
    insert(slots, keys, addresses)
    return Table(slots, few, many)


@compiled
def _fill(few, many, first, column, weight):
    """Write all weights; return the address of each sign."""
    addresses = np.empty(len(first) - 1, np.int32)
    begin, row = 0, 0
    for sign in range(len(addresses)):
        count = first[sign + 1] - first[sign]
        if count > _FEW:
            addresses[sign] = -2 - row
            for at in range(first[sign], first[sign + 1]):
                many[row, column[at]] = weight[at]
            row += 1
            continue
        addresses[sign], few[begin] = begin, count
        for at in range(first[sign], first[sign + 1]):
            begin += 1
            few[begin] = np.uint32(column[at]) << 8 | np.uint32(np.uint8(weight[at]))
        begin += 1
    return addresses


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
