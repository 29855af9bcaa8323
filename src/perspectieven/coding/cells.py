"""Cells of the codings table that are written out: the parts of a mention, and the cues of its stance and voice."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from perspectieven.dutch.words import say_ranges
from perspectieven.matching import Found
from perspectieven.matching.rules import NO_RULE, RULES, UNSURE, name_rule

_NAMES = [name_rule(rule).partition("{}") for rule in range(UNSURE + len(RULES))]
_BEFORE, _BRACES, _AFTER = (pa.array(side, pa.string()) for side in zip(*_NAMES, strict=True))
_TELLS = np.array([braces == "{}" for _, braces, _ in _NAMES], np.bool_)


def write_parts(found: Found, hits: NDArray[np.int64]) -> pa.Array:
    """Return the code point ranges of the parts of hits, neighbours joined: ``0:4 10:14``."""
    parts = found.hits.parts[hits]
    there, absent = parts >= 0, np.full((len(parts), 1), -2, np.int32)
    opens = there & (parts != np.hstack([absent, parts[:, :-1]]) + 1)
    closes = there & (np.hstack([parts[:, 1:], absent]) != parts + 1)
    begin = np.repeat(found.words.text_starts[found.hits.text[hits]], opens.sum(axis=1))
    ranges = pc.binary_join_element_wise(
        _as_text(found.words.starts[parts[opens]] - begin), _as_text(found.words.ends[parts[closes]] - begin), ":"
    )
    return _joined(ranges, opens.sum(axis=1), " ")


def write_cues(found: Found, hits: NDArray[np.int64]) -> pa.Array:
    """Return the rules that decided on hits, each with the words that it saw in double quotes."""
    cues = found.judged.cues[hits]
    told = np.logical_and.accumulate(cues[:, :, 0] != NO_RULE, axis=1)
    told[:, 0] = True
    rule, first, end, number = cues[told].T
    words = found.words
    quoted = pa.array(say_ranges(words, first, end), pa.string())
    seen = pc.if_else(pa.array(end > 0), pc.binary_join_element_wise('"', quoted, '"', ""), _as_text(number))
    seen = pc.if_else(pa.array(_TELLS[rule]), seen, "")
    rules = pa.array(rule)
    written = pc.binary_join_element_wise(_BEFORE.take(rules), seen, _AFTER.take(rules), "")
    return _joined(written, told.sum(axis=1), "; ")


def _as_text(numbers: NDArray[np.integer]) -> pa.Array:
    return pa.array(numbers).cast(pa.string())


def _joined(pieces: pa.Array, sizes: NDArray[np.int64], separator: str) -> pa.Array:
    """Join pieces to one text per size."""
    offsets = np.concatenate([np.zeros(1, np.int32), np.cumsum(sizes, dtype=np.int32)])
    return pc.binary_join(pa.ListArray.from_arrays(pa.array(offsets), pieces), separator).cast(pa.large_string())
