"""What is seen of every word and of those beside it, as keys: what a tagger learns from and what it looks up.

Features of this kind are those of L. Ratinov & D. Roth, Design challenges and misconceptions in named entity
recognition, CoNLL 2009: the word, its beginning and endings, how it is written, the lists that have it, two words on
either side, and pairs of these.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined
from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.words import PRIME
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_said_often, places, surnames
from perspectieven.privacy.tokens import Token, read_word

N_FEATURES = 21
"""Of every word."""

_WORD, _LAST_TWO, _LAST_THREE, _LAST_FOUR, _FIRST_THREE, _LISTS, _LENGTH, _SHAPE, _APART = range(9)
_OUTSIDE, _NO_TYPE, _NO_SHAPE = -1, (0,) * 7, (0, 0)
"""What stands before the first word of a text and after its last."""
_UNCASED, _SMALL, _CAPITAL, _OPENING_CAPITAL = range(1, 5)
_LONGEST = 9
_SEEDS = np.array([0x9E3779B97F4A7C15 * (number + 1) & 0xFFFFFFFFFFFFFFFF for number in range(N_FEATURES)], np.uint64)


def list_features(texts: Sequence[Sequence[Token]], uncased: Sequence[bool]) -> NDArray[np.uint64]:
    """Return the features of all words of some texts, by their keys.

    Parameters
    ----------
    texts : sequence of sequence of Token
    uncased : sequence of bool
        Of each text, whether it has no capitals at all.

    Returns
    -------
    array of uint64, words x N_FEATURES

    Examples
    --------
    >>> from perspectieven.privacy.tokens import split_tokens
    >>> keys = list_features([split_tokens("Bij Sanne thuis"), split_tokens("bij sanne thuis")], [False, True])
    >>> keys.shape, float((keys[1] == keys[4]).mean()) < 1
    ((6, 21), True)
    """
    number_of: dict[str, int] = {}
    numbers, shapes = [_OUTSIDE, _OUTSIDE], [_NO_SHAPE, _NO_SHAPE]
    for tokens, is_uncased in zip(texts, uncased, strict=True):
        numbers += [number_of.setdefault(token.said, len(number_of)) for token in tokens]
        shapes += [_read_shape(is_uncased, token.is_capital, token.opens, token.between) for token in tokens]
        numbers += [_OUTSIDE, _OUTSIDE]
        shapes += [_NO_SHAPE, _NO_SHAPE]
    types = np.array([*map(_read_type, number_of), _NO_TYPE], np.uint64)
    keys: NDArray[np.uint64] = _list_keys(np.hstack([types[numbers], np.array(shapes, np.uint64)]))
    return keys


@lru_cache(maxsize=1 << 12)
def _read_shape(is_uncased: bool, is_capital: bool, opens: bool, between: str) -> tuple[int, int]:  # noqa: FBT001
    """Return how a word is written, and whether something stands between it and the word before."""
    capital = _OPENING_CAPITAL if opens else _CAPITAL
    return _UNCASED if is_uncased else capital if is_capital else _SMALL, 2 if between.strip() else 1


@lru_cache(maxsize=1 << 16)
def _read_type(said: str) -> tuple[int, ...]:
    """Return what is seen of a word wherever it stands."""
    word, spelled, _, _ = read_word(said)
    pieces = (word, word[-2:], word[-3:], word[-4:], word[:3])
    lists = (
        word in first_names(),
        word in surnames(),
        word in places(),
        is_known(word),
        is_ordinary(word) or is_ordinary(spelled),
        is_said_often(word),
        is_familiar(word),
    )
    mask = 1 + sum(1 << bit for bit, has in enumerate(lists) if has)
    return *(crc32(piece.encode()) for piece in pieces), mask, min(len(word), _LONGEST)


@inlined
def _mix(key, value):
    mixed = (key ^ value) * PRIME
    return mixed ^ (mixed >> np.uint64(29))


@compiled
def _list_keys(rows):
    keys = np.empty((len(rows), N_FEATURES), np.uint64)
    count = 0
    for at in range(2, len(rows) - 2):
        own = rows[at]
        if own[_SHAPE] == 0:
            continue
        before, after = rows[at - 1], rows[at + 1]
        first, last = rows[at - 2][_WORD], rows[at + 2][_WORD]
        previous, following = _mix(before[_WORD], own[_APART]), _mix(after[_WORD], after[_APART])
        seen = _mix(own[_LISTS], own[_SHAPE])
        key = keys[count]
        key[0], key[1], key[2] = own[_WORD], own[_LAST_TWO], own[_LAST_THREE]
        key[3], key[4], key[5] = own[_LAST_FOUR], own[_FIRST_THREE], seen
        key[6], key[7], key[8], key[9] = previous, following, first, last
        key[10], key[11] = _mix(previous, first), _mix(following, last)
        key[12], key[13], key[14] = _mix(before[_WORD], after[_WORD]), _mix(seen, previous), _mix(seen, following)
        key[15] = _mix(_mix(before[_LISTS], after[_LISTS]), seen)
        key[16] = _mix(_mix(seen, before[_WORD]), first)
        key[17] = _mix(_mix(before[_SHAPE], after[_SHAPE]), seen)
        key[18], key[19] = _mix(own[_WORD], before[_WORD]), _mix(own[_WORD], after[_WORD])
        key[20] = _mix(own[_LENGTH], own[_LISTS])
        for number in range(N_FEATURES):
            key[number] = _mix(key[number], _SEEDS[number])
        count += 1
    return keys[:count].copy()
