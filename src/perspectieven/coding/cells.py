"""Cells of the codings table: texts that rows repeat, the parts of a mention, and the cues of its stance and voice.

They are written as UTF-8 by compiled loops, straight into the memory of their column.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean
from perspectieven.matching import Found
from perspectieven.matching.rules import NO_RULE, RULES, UNSURE, name_rule

_LONGEST_NUMBER = 10
_LONGEST_LETTER = 3
"""Bytes in UTF-8 of one of 16 bits."""
_SPACE, _QUOTE, _ZERO, _COLON, _SEMICOLON = (ord(letter) for letter in ' "0:;')


class Texts(NamedTuple):
    """Texts that many cells repeat.

    Attributes
    ----------
    ends : array of int64
        One element per text and one more: where it ends in `written`, after a zero.
    written : array of uint8
        All of them in UTF-8.
    """

    ends: NDArray[np.int64]
    written: NDArray[np.uint8]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Write texts one after the other."""
        encoded = [text.encode() for text in texts]
        ends = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
        return cls(ends, np.frombuffer(b"".join(encoded), np.uint8))

    def repeat(self, numbers: NDArray[np.integer] | NDArray[np.bool_]) -> pa.Array:
        """Return the text of each number.

        >>> Texts.of(["ja", "nee", "één"]).repeat(np.array([2, 0, 0])).to_pylist()
        ['één', 'ja', 'ja']
        """
        return _as_column(*_repeat(*self, numbers.astype(np.int64)))


_NAMES = [name_rule(rule).partition("{}") for rule in range(UNSURE + len(RULES))]
_TELLS = np.array([braces == "{}" for _, braces, _ in _NAMES], np.bool_)
_SIDES = Texts.of([side for before, _, after in _NAMES for side in (before, after)])
"""What stands before and after the braces of each rule."""


def write_parts(found: Found, hits: NDArray[np.int64]) -> pa.Array:
    """Return the code point ranges of the parts of hits, neighbours joined: ``0:4 10:14``."""
    words = found.words
    begin = words.text_starts[found.hits.text[hits]]
    return _as_column(*_write_parts(found.hits.parts[hits], begin, words.starts, words.ends))


def write_cues(found: Found, hits: NDArray[np.int64]) -> pa.Array:
    """Return the rules that decided on hits, each with the words that it saw in double quotes."""
    words, cues = found.words, found.judged.cues[hits]
    return _as_column(*_write_cues(cues, words.letters, words.starts, words.ends, *_SIDES, _TELLS))


def _as_column(ends: NDArray[np.int64], written: NDArray[np.uint8]) -> pa.Array:
    return pa.LargeStringArray.from_buffers(len(ends) - 1, pa.py_buffer(ends), pa.py_buffer(written))


@compiled
def _repeat(text_ends, texts, numbers):
    """Write the text of each number; return where each ends, after a zero, and the bytes."""
    cell_ends = np.zeros(len(numbers) + 1, np.int64)
    for at in range(len(numbers)):
        cell_ends[at + 1] = cell_ends[at] + text_ends[numbers[at] + 1] - text_ends[numbers[at]]
    written = np.empty(cell_ends[-1], np.uint8)
    for at in range(len(numbers)):
        _write_range(written, cell_ends[at], texts, text_ends[numbers[at]], text_ends[numbers[at] + 1])
    return cell_ends, written


@compiled
def _write_parts(parts, begin, starts, ends):
    """Write a cell for each row of words; return where each ends, after a zero, and the bytes."""
    cell_ends = np.zeros(len(parts) + 1, np.int64)
    written = np.empty(parts.size * 2 * (_LONGEST_NUMBER + 1), np.uint8)
    size = 0
    for hit in range(len(parts)):
        part = 0
        while part < parts.shape[1] and parts[hit, part] >= 0:
            if part:
                size = _write_byte(written, size, _SPACE)
            size = _write_number(written, size, starts[parts[hit, part]] - begin[hit])
            while part + 1 < parts.shape[1] and parts[hit, part + 1] == parts[hit, part] + 1:
                part += 1
            size = _write_byte(written, size, _COLON)
            size = _write_number(written, size, ends[parts[hit, part]] - begin[hit])
            part += 1
        cell_ends[hit + 1] = size
    return cell_ends, written[:size].copy()


@compiled
def _write_cues(cues, letters, starts, ends, side_ends, sides, tells):
    """Write a cell for each row of cues; return where each ends, after a zero, and the bytes."""
    cell_ends = np.zeros(len(cues) + 1, np.int64)
    written = np.empty(64 * len(cues) + 1024, np.uint8)
    size = 0
    for hit in range(len(cues)):
        for at in range(cues.shape[1]):
            rule, first, end, number = cues[hit, at]
            if at and rule == NO_RULE:
                break
            n_letters = ends[end - 1] - starts[first] + 1 if end > first else 0
            most = len(sides) + _LONGEST_LETTER * n_letters + _LONGEST_NUMBER + 4
            if size + most > len(written):
                larger = np.empty(2 * (size + most), np.uint8)
                larger[:size] = written[:size]
                written = larger
            if at:
                size = _write_byte(written, size, _SEMICOLON)
                size = _write_byte(written, size, _SPACE)
            size = _write_range(written, size, sides, side_ends[2 * rule], side_ends[2 * rule + 1])
            if tells[rule] and end > 0:
                size = _write_words(written, size, letters, starts, ends, first, end)
            elif tells[rule]:
                size = _write_number(written, size, number)
            size = _write_range(written, size, sides, side_ends[2 * rule + 1], side_ends[2 * rule + 2])
        cell_ends[hit + 1] = size
    return cell_ends, written[:size].copy()


@lean
def _write_words(written, size, letters, starts, ends, first, end):
    """Write a half-open range of words in double quotes, with single spaces; return the new size."""
    size = _write_byte(written, size, _QUOTE)
    for word in range(first, end):
        if word > first:
            size = _write_byte(written, size, _SPACE)
        for place in range(starts[word], ends[word]):
            size = _write_letter(written, size, np.int64(letters[place]))
    return _write_byte(written, size, _QUOTE)


@inlined
def _write_byte(written, size, byte):
    written[size] = byte
    return size + 1


@lean
def _write_range(written, size, source, first, end):
    for at in range(first, end):
        written[size] = source[at]
        size += 1
    return size


@lean
def _write_number(written, size, number):
    """Write a number that is not negative, in decimals."""
    n_digits, rest = 1, number // 10
    while rest:
        n_digits, rest = n_digits + 1, rest // 10
    for at in range(size + n_digits - 1, size - 1, -1):
        written[at] = _ZERO + number % 10
        number //= 10
    return size + n_digits


@lean
def _write_letter(written, size, letter):
    """Write a character of 16 bits as UTF-8."""
    if letter < 0x80:
        return _write_byte(written, size, letter)
    if letter < 0x800:
        size = _write_byte(written, size, 0xC0 | letter >> 6)
    else:
        size = _write_byte(written, size, 0xE0 | letter >> 12)
        size = _write_byte(written, size, 0x80 | letter >> 6 & 0x3F)
    return _write_byte(written, size, 0x80 | letter & 0x3F)
