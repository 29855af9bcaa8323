"""Words and sentences of many texts at once, as arrays, with offsets that stay true to the texts."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, lean
from perspectieven.dutch.letters import (
    APOSTROPHE,
    CLASSES,
    CLAUSE_MARK,
    COMMA,
    FOLDED,
    HARD_STOP,
    LETTER,
    LOWER,
    LOWERED,
    NEWLINE,
    QUESTION,
    SPACE,
    STOP,
    UNDERSCORE,
    UPPER,
)

LONGEST_SENTENCE = 100
"""Words; speech written down without punctuation is cut here, so that the work per word does not grow with the text."""

APART, COMMA_AFTER, QUESTION_AFTER, BREAK_AFTER = 1, 2, 4, 8
"""What stands between a word and the next: more than one character, a comma, a question mark, a break of the clause."""

_PSEUDONYM = re.compile(r"\[[^\W\d_][^\[\]\n]{0,30}-\d{1,6}\]")
_ABBREVIATIONS = "bijv bv dr drs mr prof enz etc nl ca max min evt mw".split()


class Words(NamedTuple):
    """The words of some texts; one element per word unless it says otherwise.

    Attributes
    ----------
    letters : array of uint16
        One element per character: all texts after each other, each closed by a newline, in lower case and without
        accents.
    starts, ends : array of int32
        Half-open range of characters in `letters`.
    keys : array of uint64
        A hash of the word as it is in `letters`.
    spelled : array of uint64
        The same with accents, for the few words that an accent changes (*een*, *\u00e9\u00e9n*).
    capital : array of bool
        Whether the word began with a capital.
    after : array of uint8
        What stands between the word and the next, in bits (`APART`, ...).
    sentences : array of int32
        One element per sentence and one more: index of its first word.
    texts : array of int32
        One element per text and one more: number of its first sentence.
    text_starts : array of int32
        One element per text: where it begins in `letters`.
    """

    letters: NDArray[np.uint16]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    keys: NDArray[np.uint64]
    spelled: NDArray[np.uint64]
    capital: NDArray[np.bool_]
    after: NDArray[np.uint8]
    sentences: NDArray[np.int32]
    texts: NDArray[np.int32]
    text_starts: NDArray[np.int32]


def split_words(texts: Sequence[str]) -> Words:
    """Split texts into words and sentences.

    A full stop before a small letter ends no sentence, unless a text has no capitals at all; no sentence is longer
    than `LONGEST_SENTENCE`.

    >>> words = split_words(["Da's 'n dipje. Hoort 't erbij?", "Ja."])
    >>> [say(words, at, at + 1) for at in range(len(words.starts))]
    ["da's", "'n", 'dipje', 'hoort', "'t", 'erbij', 'ja']
    >>> words.sentences.tolist(), words.texts.tolist()
    ([0, 3, 6, 7], [0, 2, 3])

    A pseudonym in square brackets is one word that means nothing, whatever it is called after.

    >>> words = split_words(["Dat zei [Meisje-1] ook."])
    >>> [say(words, at, at + 1) for at in range(len(words.starts))]
    ['dat', 'zei', 'xxxxxxxx', 'ook']
    """
    joined = "\n".join([*texts, ""])
    if "[" in joined:
        joined = _PSEUDONYM.sub(lambda found: f"[X{'x' * (len(found[0]) - 3)}]", joined)
    characters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int32, len(texts)) + np.int32(1)
    text_starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)])
    arrays: Any = _split(characters, text_starts, CLASSES, LOWERED, FOLDED, _ABBREVIATION_KEYS)
    return Words._make([*arrays, text_starts[:-1]])


def say(words: Words, first: int, end: int) -> str:
    """Return a half-open range of words as they are in `letters`, with single spaces."""
    return " ".join(
        words.letters[words.starts[word] : words.ends[word]].tobytes().decode("utf-16-le") for word in range(first, end)
    )


def key_of(word: str) -> int:
    """Return the hash that a word in lower case has as a key."""
    key = int(SEED)
    for character in word:
        key = ((key ^ ord(character)) * int(PRIME)) & 0xFFFFFFFFFFFFFFFF
    return key


SEED, PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)
"""Of the hash FNV-1a, here over characters; two of a million words share one with a chance of one in ten million."""
_ABBREVIATION_KEYS = np.array(sorted(key_of(word) for word in _ABBREVIATIONS), np.uint64)


@compiled
def _split(characters, text_starts, classes, lowered, folded, abbreviations):
    size = len(characters)
    kinds = np.zeros(size, np.uint16)
    letters = np.zeros(size, np.uint16)
    lower = np.zeros(size, np.uint16)
    for at in range(size):
        code = characters[at]
        if code < len(classes):
            kinds[at], letters[at], lower[at] = classes[code], folded[code], lowered[code]
    most = size // 2 + 1
    starts, ends = np.empty(most, np.int32), np.empty(most, np.int32)
    keys, spelled = np.empty(most, np.uint64), np.empty(most, np.uint64)
    capital, after = np.zeros(most, np.bool_), np.zeros(most, np.uint8)
    sentences = np.empty(most + 1, np.int32)
    texts = np.empty(len(text_starts), np.int32)
    n_words, n_sentences = 0, 0
    for text in range(len(text_starts) - 1):
        texts[text] = n_sentences
        first = n_words
        at, end = text_starts[text], text_starts[text + 1]
        cased = False
        while at < end:
            stop = _word_end(kinds, lower, at)
            if stop == at:
                at += 1
                continue
            starts[n_words], ends[n_words] = at, stop
            keys[n_words], spelled[n_words] = _hash(letters, at, stop), _hash(lower, at, stop)
            capital[n_words] = kinds[at] & UPPER != 0
            cased = cased or capital[n_words]
            n_words += 1
            at = stop
        begun = first
        for word in range(first, n_words):
            if word == begun:
                sentences[n_sentences] = word
                n_sentences += 1
            last = word + 1 == n_words
            until = end - 1 if last else starts[word + 1]
            marks = 0
            for place in range(ends[word], until):
                marks |= kinds[place]
            between = until - ends[word]
            after[word] = (
                (APART if between > 1 else 0)
                | (COMMA_AFTER if marks & COMMA else 0)
                | (QUESTION_AFTER if marks & QUESTION else 0)
                | (BREAK_AFTER if marks & CLAUSE_MARK and between > 1 else 0)
            )
            if last:
                continue
            if word + 1 - begun >= LONGEST_SENTENCE:
                begun = word + 1
            elif between > 1 or marks & NEWLINE:
                opens = not kinds[starts[word + 1]] & LOWER or not cased
                if marks & HARD_STOP or (
                    marks & STOP and opens and marks & SPACE and not _among(keys[word], abbreviations)
                ):
                    begun = word + 1
    texts[len(text_starts) - 1] = n_sentences
    sentences[n_sentences] = n_words
    return (
        letters,
        starts[:n_words].copy(),
        ends[:n_words].copy(),
        keys[:n_words].copy(),
        spelled[:n_words].copy(),
        capital[:n_words].copy(),
        after[:n_words].copy(),
        sentences[: n_sentences + 1].copy(),
        texts,
    )


@lean
def _word_end(kinds, lower, at):
    """Return where the word that begins here ends, or `at` where none begins.

    Letters with apostrophes between them (*zo'n*), or one of *'k 'm 'n 't 's 'ns*.
    """
    if kinds[at] & APOSTROPHE:
        stop = at + 1
        if lower[stop] == 110 and lower[stop + 1] == 115:
            stop += 2
        elif lower[stop] in (107, 109, 116, 110, 115):
            stop += 1
        else:
            return at
        return at if kinds[stop] & (LETTER | APOSTROPHE | UNDERSCORE) else stop
    stop = at
    while kinds[stop] & LETTER or (stop > at and kinds[stop] & APOSTROPHE and kinds[stop + 1] & LETTER):
        stop += 1
    return stop


@lean
def _hash(letters, first, end):
    key = SEED
    for at in range(first, end):
        key = (key ^ np.uint64(letters[at])) * PRIME
    return key


@compiled
def _among(key, sorted_keys):
    at = np.searchsorted(sorted_keys, key)
    return at < len(sorted_keys) and sorted_keys[at] == key
