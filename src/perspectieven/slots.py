"""Slots: a hash table from keys of 64 bits to numbers, as two arrays."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean


class Slots(NamedTuple):
    """The key in each slot, the number that it leads to, and, in bits, which slots are filled.

    Most keys that are asked for are not there; the bits, which fit in the fastest memory, say so of most of those.
    """

    keys: NDArray[np.uint64]
    numbers: NDArray[np.int32]
    filled: NDArray[np.uint8]


def make_slots(size: int) -> Slots:
    """Make an empty table of at least `size` slots; leave half of them empty."""
    size = 1 << max(size - 1, 3).bit_length()
    return Slots(np.zeros(size, np.uint64), np.full(size, -1, np.int32), np.zeros(size // 8, np.uint8))


def fill_slots(keys: NDArray[np.uint64]) -> Slots:
    """Make a table that leads each key to its place.

    >>> slots = fill_slots(np.array([7, 9], np.uint64))
    >>> number_of(slots, np.uint64(9)), number_of(slots, np.uint64(8))
    (1, -1)
    """
    slots = make_slots(4 * len(keys))
    insert(slots, keys, np.arange(len(keys), dtype=np.int32))
    return slots


@compiled
def insert(slots, keys, numbers):
    """Add keys with their numbers."""
    for at in range(len(keys)):
        put(slots, keys[at], numbers[at])


@lean
def put(slots, key, number):
    """Add one key with its number; the caller sees to it that there is room."""
    mask = len(slots.keys) - 1
    slot = np.int64(key & np.uint64(mask))
    while _is_filled(slots, slot) and slots.keys[slot] != key:
        slot = (slot + 1) & mask
    slots.keys[slot], slots.numbers[slot] = key, number
    slots.filled[slot >> 3] |= np.uint8(1 << (slot & 7))


@lean
def number_of(slots, key):
    """Return the number of a key, -1 where it is not in the table."""
    mask = len(slots.keys) - 1
    slot = np.int64(key & np.uint64(mask))
    while _is_filled(slots, slot):
        if slots.keys[slot] == key:
            return slots.numbers[slot]
        slot = (slot + 1) & mask
    return -1


@inlined
def _is_filled(slots, slot):
    return (slots.filled[slot >> 3] >> (slot & 7)) & 1 != 0
