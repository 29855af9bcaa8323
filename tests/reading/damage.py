"""Damage to a file, for tests that no reader may stumble over it."""

from hypothesis import strategies as st

Edits = list[tuple[float, int, bytes]]

EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=9)), max_size=4)
"""Edits: each a place as a share of the file, how many bytes go there, and which come instead."""


def damage(data: bytes, edits: Edits) -> bytes:
    """Return data with edits made one after another."""
    for place, length, new in edits:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    return data
