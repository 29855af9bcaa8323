"""A table of signs: from the key of a sign to its weights, with as little waiting for memory as can be."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined
from perspectieven.lexicon.signs import Weights
from perspectieven.slots import Slots, insert, make_slots

_FEW = 24
"""A sign with more weights has a full row of them."""
_COUNT = 5
"""Bits of an address that say how many weights a sign has."""
_LAST = (1 << _COUNT) - 1
_STEP = 64
"""Columns that a processor adds in one step, at most."""


class Table(NamedTuple):
    """Signs made ready to be looked up.

    A sign with few weights has them together as small numbers, so that they are fetched from memory at once; one with
    many, a word or pair that is often said, has a full row, which is added in a few steps.

    Attributes
    ----------
    slots : Slots
        From the key of a sign to its address: where its weights begin in `few` and, in the last bits, how many it has;
        or -2 less its row in `many`. So there is room for 2**26 weights.
    few : array of uint16 or uint32
        Weights as they are packed in `lexicon.signs.Weights`.
    many : array of int8, signs x `row_width` columns
    """

    slots: Slots
    few: NDArray[np.uint16] | NDArray[np.uint32]
    many: NDArray[np.int8]


def row_width(n_columns: int) -> int:
    """Return how many columns a full row has: so many that a processor adds them in whole steps."""
    return -(-n_columns // _STEP) * _STEP


def make_table(keys: NDArray[np.uint64], weights: Weights, n_columns: int) -> Table:
    """Make a table of signs."""
    many = np.zeros((np.count_nonzero(np.diff(weights.first) > _FEW), row_width(n_columns)), np.int8)
    slots = make_slots(2 * len(keys))
    insert(slots, keys, _fill(many, *weights))
    return Table(slots, weights.packed, many)


@compiled
def _fill(many, first, packed):
    """Write the full rows; return the address of each sign."""
    addresses = np.empty(len(first) - 1, np.int32)
    row = 0
    for sign in range(len(addresses)):
        count = first[sign + 1] - first[sign]
        if count > _FEW:
            addresses[sign] = -2 - row
            for at in range(first[sign], first[sign + 1]):
                many[row, packed[at] >> 8] = _weight(packed[at])
            row += 1
        else:
            addresses[sign] = first[sign] << _COUNT | count
    return addresses


@inlined
def add_weights(told, table, addresses, sorted_out):
    """Add the weights of signs; none where an address is -1.

    Those with a full row come first, so that the processor can guess which of the two ways is next.

    Parameters
    ----------
    told : array, `row_width` columns
    addresses : array of int32
    sorted_out : array of int32, at least as many elements
        What it holds is of no use to anyone.
    """
    n_full, few = 0, len(addresses)
    for at in range(len(addresses)):
        sorted_out[n_full] = addresses[at]
        n_full += addresses[at] < -1
        sorted_out[few - 1] = addresses[at]
        few -= addresses[at] >= 0
    for at in range(n_full):
        row = -2 - sorted_out[at]
        for column in range(len(told)):
            told[column] += table.many[row, column]
    for at in range(few, len(addresses)):
        begin = sorted_out[at] >> _COUNT
        for entry in range(begin, begin + (sorted_out[at] & _LAST)):
            told[table.few[entry] >> 8] += _weight(table.few[entry])


@inlined
def weight_for(table, address, column):
    """Return the weight of a sign for one column."""
    if address < -1:
        return np.int64(table.many[-2 - address, column])
    if address >= 0:
        begin = address >> _COUNT
        for at in range(begin, begin + (address & _LAST)):
            if table.few[at] >> 8 == column:
                return _weight(table.few[at])
    return 0


@inlined
def _weight(packed):
    return ((packed & 255) ^ 128) - 128
