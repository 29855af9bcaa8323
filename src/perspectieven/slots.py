"""Slots: a hash table from keys of 64 bits to numbers, as two arrays."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean

_NUMBER = np.uint64(0xFFFFFFFF)
"""The bits of an entry that hold the number; the others are those of its key."""


class Slots(NamedTuple):
    """What is in each slot, and, in bits, which slots are filled.

    An entry is the upper half of a key with the number that it leads to, so that both come from memory at once; the
    lower half says in which slot to begin. Most keys that are asked for are not there; the bits, which fit in the
    fastest memory, say so of most of those.
    """

    entries: NDArray[np.uint64]
    filled: NDArray[np.uint8]


def make_slots(size: int) -> Slots:
    """Make an empty table of at least `size` slots; leave half of them empty."""
    size = 1 << max(size - 1, 3).bit_length()
    return Slots(np.zeros(size, np.uint64), np.zeros(size // 8, np.uint8))


def fill_slots(keys: NDArray[np.uint64]) -> Slots:
    """Make a table that leads each key to its place.

    >>> slots = fill_slots(np.array([7 << 40, 9 << 40], np.uint64))
    >>> number_of(slots, np.uint64(9 << 40)), number_of(slots, np.uint64(8 << 40))
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
    """Add one key with its number, of 32 bits; the caller sees to it that there is room."""
    mask = len(slots.entries) - 1
    slot = np.int64(key & np.uint64(mask))
    while _is_filled(slots, slot) and not _is_of(slots.entries[slot], key):
        slot = (slot + 1) & mask
    slots.entries[slot] = (key & ~_NUMBER) | (np.uint64(number) & _NUMBER)
    slots.filled[slot >> 3] |= np.uint8(1 << (slot & 7))


@lean
def number_of(slots, key):
    """Return the number of a key, -1 where it is not in the table."""
    mask = len(slots.entries) - 1
    slot = np.int64(key & np.uint64(mask))
    while _is_filled(slots, slot):
        entry = slots.entries[slot]
        if _is_of(entry, key):
            return np.int64(np.int32(entry & _NUMBER))
        slot = (slot + 1) & mask
    return np.int64(-1)


@inlined
def _is_filled(slots, slot):
    return (slots.filled[slot >> 3] >> (slot & 7)) & 1 != 0


@inlined
def _is_of(entry, key):
    return (entry ^ key) & ~_NUMBER == 0
