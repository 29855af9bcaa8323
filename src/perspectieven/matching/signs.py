"""Signs: what the words of a passage say for or against each code, added up.

A sign is a word, a piece of a word (three to six letters, its edges counted in), a pair of neighbours, or a pair with
one word between; and, of the question before the passage, a word or a piece of one. Each has a weight per code, learnt
from coded conversations. A word says what its pieces say together, so that forms and compounds never seen count too.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean
from perspectieven.dutch.words import PRIME, Words
from perspectieven.matching.sign_table import add_weights, weight_for
from perspectieven.slots import number_of

LONGEST_PASSAGE = 80
"""Words; a longer turn is weighed in passages of whole sentences."""

SHORTEST_PASSAGE = 20
"""Distinct words; in less the words around a term say too little."""

_AT_ONCE = 128
"""Words whose pairs are added up in 16 bits: two pairs to a word, of eight bits each."""

SMOOTHING = 2
"""Words added to the length of a passage, so that a few words weigh less."""

POINTED_OUT = 3
"""Words that a coding from signs alone consists of."""

WORD, PIECE, PAIR, GAPPED, ASKED, ASKED_PIECE = range(6)
"""The kinds of signs."""

_SEEDS = np.array([0x9E3779B97F4A7C15 * (kind + 1) & 0xFFFFFFFFFFFFFFFF for kind in range(6)], np.uint64)
_PIECES = np.array([3, 6, 4, 6])
"""The shortest and longest piece of a word said, and of a word asked."""
_OPENING, _CLOSING = np.uint64(1), np.uint64(2)
LONGEST_WORD = 40
MOST_PIECES = 4 * LONGEST_WORD


class Passages(NamedTuple):
    """The passages of some texts.

    Attributes
    ----------
    of_sentence : array of int32
        One element per sentence: its passage.
    text : array of int32
        One element per passage: its text.
    first : array of int32
        One element per passage and one more: its first word.
    """

    of_sentence: NDArray[np.int32]
    text: NDArray[np.int32]
    first: NDArray[np.int32]


def split_passages(words: Words) -> Passages:
    """Divide each text into passages of whole sentences, of at most `LONGEST_PASSAGE` words or one sentence."""
    return Passages(*_split_passages(words.sentences, words.texts))


@compiled
def _split_passages(sentences, texts):
    of_sentence = np.empty(len(sentences) - 1, np.int32)
    text_of, first = np.empty(len(sentences), np.int32), np.empty(len(sentences) + 1, np.int32)
    count = 0
    for text in range(len(texts) - 1):
        size = LONGEST_PASSAGE + 1
        for sentence in range(texts[text], texts[text + 1]):
            n_words = sentences[sentence + 1] - sentences[sentence]
            if size + n_words > LONGEST_PASSAGE:
                text_of[count], first[count] = text, sentences[sentence]
                count += 1
                size = 0
            size += n_words
            of_sentence[sentence] = count - 1
    first[count] = sentences[len(sentences) - 1]
    return of_sentence, text_of[:count].copy(), first[: count + 1].copy()


@inlined
def word_key(kind, key):
    """Return the key of a word as a sign."""
    return (key ^ _SEEDS[kind]) * PRIME


@inlined
def pair_key(kind, one, other):
    """Return the key of two words as a sign."""
    return ((one ^ _SEEDS[kind]) * PRIME ^ other) * PRIME


@compiled
def list_pieces(words, word, kind):
    """Return the keys of the pieces of a word as signs.

    The opening and the closing edge of a word each count as a letter.
    """
    keys = np.empty(MOST_PIECES, np.uint64)
    return keys[: write_pieces(words, word, kind, keys)]


@lean
def write_pieces(words, word, kind, keys):
    """Write the keys of the pieces of a word; return how many there are."""
    shortest, longest = (_PIECES[0], _PIECES[1]) if kind == PIECE else (_PIECES[2], _PIECES[3])
    start = words.starts[word]
    closing = words.ends[word] - start + 1
    length = min(closing + 1, LONGEST_WORD)
    count = 0
    for begin in range(length - shortest + 1):
        key = _SEEDS[kind]
        for place in range(begin, min(begin + longest, length)):
            letter = (
                _OPENING
                if place == 0
                else _CLOSING
                if place == closing
                else np.uint64(words.letters[start + place - 1])
            )
            key = (key ^ letter) * PRIME
            if place - begin + 1 >= shortest:
                keys[count] = key
                count += 1
    return count


@compiled
def find_pairs(words, first, slots):
    """Return the addresses of pairs: of each word and the next, and of each word and the next but one.

    Returns
    -------
    array of int32, words x 2
        -1 where a pair is no sign, or does not end in the passage.
    """
    pairs = np.full((len(words.keys), 2), -1, np.int32)
    for passage in range(len(first) - 1):
        for word in range(first[passage], first[passage + 1] - 1):
            pairs[word, 0] = number_of(slots, pair_key(PAIR, words.keys[word], words.keys[word + 1]))
            if word + 2 < first[passage + 1]:
                pairs[word, 1] = number_of(slots, pair_key(GAPPED, words.keys[word], words.keys[word + 2]))
    return pairs


@compiled
def weigh_questions(words, asked, row, told, unit):
    """Return what each asked text says for each column.

    Parameters
    ----------
    asked : array of int32
        Texts.

    Returns
    -------
    array of float32, asked texts x columns
    """
    sums = np.zeros(told.shape[1], np.int32)
    weighed = np.empty((len(asked), len(unit)), np.float32)
    seen = np.full(len(told), -1, np.int32)
    for number in range(len(asked)):
        first = words.sentences[words.texts[asked[number]]]
        end = words.sentences[words.texts[asked[number] + 1]]
        sums[:] = 0
        n_types = _add_types(sums, row, told, seen, number, first, end)
        _measure(sums, unit, n_types, weighed[number])
    return weighed


@lean
def _add_types(sums, row, told, seen, number, first, end):
    """Add what the distinct words of a range say; return how many there are."""
    n_types = 0
    for word in range(first, end):
        kind = row[word]
        if seen[kind] != number:
            seen[kind] = number
            n_types += 1
            for code in range(len(sums)):
                sums[code] += told[kind, code]
    return n_types


@lean
def _measure(sums, unit, n_types, weighed):
    """Write sums of weights in the unit of each code, divided by the root of the number of distinct words."""
    root = np.sqrt(n_types + SMOOTHING)
    for code in range(len(weighed)):
        weighed[code] = sums[code] * unit[code] / root


@compiled
def weigh_passages(first, row, told, pairs, table, unit):
    """Return what each passage says for each column.

    Returns
    -------
    (array of float32, passages x columns; array of int32, passages)
        The sums, divided by the square root of the number of distinct words; and that number.
    """
    n_passages = len(first) - 1
    sums = np.zeros(told.shape[1], np.int32)
    weighed = np.empty((n_passages, len(unit)), np.float32)
    n_types = np.empty(n_passages, np.int32)
    near, sorted_out = np.zeros(told.shape[1], np.int16), np.empty(2 * _AT_ONCE, np.int32)
    seen = np.full(len(told), -1, np.int32)
    for passage in range(n_passages):
        begin, end = first[passage], first[passage + 1]
        sums[:] = 0
        n_types[passage] = _add_types(sums, row, told, seen, passage, begin, end)
        for first_word in range(begin, end, _AT_ONCE):
            near[:] = 0
            addresses = pairs[first_word : min(first_word + _AT_ONCE, end)].reshape(-1)
            add_weights(near, table, addresses, sorted_out)
            for code in range(len(sums)):
                sums[code] += near[code]
        _measure(sums, unit, n_types[passage], weighed[passage])
    return weighed, n_types


@compiled
def point_out(words, passages, code, first, row, told, pairs, table):
    """Point out the words that say most for a code in a passage, within the one sentence that says most for it.

    Parameters
    ----------
    passages, code : array of int32
        One element per coding.

    Returns
    -------
    (sentence, parts)
        The number of the sentence, and its words in order; -1 beyond the last.
    """
    sentence = np.empty(len(passages), np.int32)
    parts = np.full((len(passages), POINTED_OUT), -1, np.int32)
    for at in range(len(passages)):
        begin, end = first[passages[at]], first[passages[at] + 1]
        said = _tell_words(begin, end, code[at], row, told, pairs, table)
        best = np.searchsorted(words.sentences, begin, side="right") - 1
        most_told, number = -np.inf, best
        while words.sentences[number] < end:
            total = 0.0
            for word in range(words.sentences[number], words.sentences[number + 1]):
                total += max(said[word - begin], 0.0)
            if total > most_told:
                most_told, best = total, number
            number += 1
        sentence[at] = best
        low, high = words.sentences[best] - begin, words.sentences[best + 1] - begin
        count = 0
        while count < min(POINTED_OUT, high - low):
            word = low + np.argmax(said[low:high])
            if count > 0 and said[word] <= 0:
                break
            parts[at, count], said[word] = begin + word, -np.inf
            count += 1
        parts[at, :count].sort()
    return sentence, parts


@compiled
def _tell_words(begin, end, code, row, told, pairs, table):
    """Return what each word of a range says for a code: its own weight, and half of each pair that it is in."""
    said = np.zeros(end - begin, np.float64)
    for word in range(begin, end):
        said[word - begin] += told[row[word], code]
        for pair in range(2):
            if pairs[word, pair] != -1:
                half = weight_for(table, pairs[word, pair], code) / 2
                said[word - begin] += half
                said[word + pair + 1 - begin] += half
    return said
