"""The sentence at hand: which atoms stand where in it, and the occurrences of patterns that were found so far."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean
from perspectieven.dutch.kinds import HESITATION
from perspectieven.dutch.words import APART, LONGEST_SENTENCE

MOST_PLACES = 8
"""Of each further element of an unordered term, so many places near the first are tried, the nearest first."""

WORDS, PLACES, PRESENT, FOUND, OVERFLOW = range(5)


FOUND_OF = np.dtype([("seen", np.int32), ("first", np.int32), ("end", np.int32)])
"""Of a node: the number of the sentence in which it was looked for last, and a half-open range of `found`."""


class Sentence(NamedTuple):
    """What is known of the sentence at hand; places count from its first word.

    ``atom_seen`` and its likes hold the number of the sentence for which the array beside them is filled. ``present``
    lists the atoms that are there, and ``there`` has a bit for each atom: the whole of it fits in the fastest memory.
    """

    counts: NDArray[np.int64]
    atom_seen: NDArray[np.int32]
    atom_first: NDArray[np.int32]
    atom_last: NDArray[np.int32]
    base_seen: NDArray[np.int32]
    base_first: NDArray[np.int32]
    base_last: NDArray[np.int32]
    place: NDArray[np.int32]
    next_place: NDArray[np.int32]
    present: NDArray[np.int32]
    there: NDArray[np.uint8]
    form: NDArray[np.int32]
    form_seen: NDArray[np.int32]
    kind: NDArray[np.int32]
    apart: NDArray[np.bool_]
    number: NDArray[np.int32]
    used: NDArray[np.bool_]
    node: NDArray[np.void]
    found: NDArray[np.int32]
    n_found: NDArray[np.int32]
    chains: NDArray[np.int32]
    n_chains: NDArray[np.int32]
    tails: NDArray[np.int32]
    n_tails: NDArray[np.int32]
    near: NDArray[np.int32]
    spans: NDArray[np.int32]
    n_near: NDArray[np.int32]
    choice: NDArray[np.int32]
    taken: NDArray[np.int32]
    best: NDArray[np.int32]


@compiled
def make_sentence(lexemes, nodes, targets, room):
    """Make room for a sentence, to be filled again and again."""
    n_atoms, n_nodes = len(lexemes.cased), len(nodes.node)
    places = LONGEST_SENTENCE * 64
    return Sentence(
        np.zeros(5, np.int64),
        np.full(n_atoms, -1, np.int32),
        np.empty(n_atoms, np.int32),
        np.empty(n_atoms, np.int32),
        np.full(n_atoms, -1, np.int32),
        np.empty(n_atoms, np.int32),
        np.empty(n_atoms, np.int32),
        np.empty(places, np.int32),
        np.empty(places, np.int32),
        np.empty(places, np.int32),
        np.zeros((n_atoms >> 3) + 1, np.uint8),
        np.empty(LONGEST_SENTENCE, np.int32),
        np.full(lexemes.n_forms, -1, np.int32),
        np.empty(LONGEST_SENTENCE, np.int32),
        np.empty(LONGEST_SENTENCE, np.bool_),
        np.empty(LONGEST_SENTENCE, np.int32),
        np.empty(LONGEST_SENTENCE, np.bool_),
        _unseen(n_nodes),
        np.empty((room, nodes.n_parts), np.int32),
        np.empty(room, np.int32),
        np.empty((nodes.n_parts + 1, nodes.n_parts), np.int32),
        np.empty(nodes.n_parts + 1, np.int32),
        np.empty((nodes.n_parts + 1, nodes.n_parts), np.int32),
        np.empty(nodes.n_parts + 1, np.int32),
        np.empty((nodes.n_parts, MOST_PLACES), np.int32),
        np.empty(MOST_PLACES, np.int32),
        np.empty(nodes.n_parts, np.int32),
        np.empty(nodes.n_parts, np.int32),
        np.empty(nodes.n_parts, np.int32),
        np.empty(nodes.n_parts, np.int32),
    )


@compiled
def _unseen(n_nodes):
    found_of = np.empty(n_nodes, FOUND_OF)
    for node in range(n_nodes):
        found_of[node].seen = -1
    return found_of


@inlined
def counts_as(words, lexemes, atom, first, word):
    """Say whether a word may be an atom: one that is a name has a capital, and not because it comes first."""
    return not lexemes.cased[atom] or (word > first and words.capital[word])


@lean
def list_atoms(s, number, words, types, lexemes, first, end):
    """Fill in where each atom of a sentence stands, and which atoms are there at all."""
    for at in range(s.counts[PRESENT]):
        s.there[s.present[at] >> 3] = 0
    s.counts[WORDS], s.counts[PLACES], s.counts[PRESENT], s.counts[FOUND] = end - first, 0, 0, 0
    counted = -1
    for place in range(end - first):
        word = first + place
        kind = types[word]
        s.kind[place], s.form[place] = kind, lexemes.form[kind]
        s.form_seen[lexemes.form[kind]] = number
        s.apart[place] = words.after[word] & APART != 0
        if not (lexemes.kinds[kind, HESITATION] or (place and words.keys[word] == words.keys[word - 1])):
            counted += 1
        s.number[place] = counted
        for at in range(lexemes.atom_first[kind], lexemes.atom_first[kind + 1]):
            atom = lexemes.atoms[at]
            if not counts_as(words, lexemes, atom, first, word):
                continue
            if s.atom_seen[atom] != number:
                _add_present(s, atom)
            _add_place(s, number, s.atom_seen, s.atom_first, s.atom_last, atom, place)
    for place in range(end - first):
        kind = s.kind[place]
        for at in range(lexemes.base_first[kind], lexemes.base_first[kind + 1]):
            atom = lexemes.bases[at]
            if s.form_seen[lexemes.particle[atom]] != number:
                continue
            if s.base_seen[atom] != number and s.atom_seen[atom] != number:
                _add_present(s, atom)
            _add_place(s, number, s.base_seen, s.base_first, s.base_last, atom, place)


@inlined
def _add_present(s, atom):
    s.present[s.counts[PRESENT]] = atom
    s.counts[PRESENT] += 1
    s.there[atom >> 3] |= np.uint8(1 << (atom & 7))


@inlined
def _add_place(s, number, seen, firsts, lasts, atom, place):
    at = s.counts[PLACES]
    s.place[at], s.next_place[at] = place, -1
    if seen[atom] != number:
        seen[atom], firsts[atom] = number, at
    else:
        s.next_place[lasts[atom]] = at
    lasts[atom] = at
    s.counts[PLACES] += 1


@inlined
def needs_met(s, nodes, node):
    """Say whether every need of a pattern is met somewhere in the sentence."""
    for need in range(nodes.node[node].need_first, nodes.node[node].need_end):
        if not is_met(s, nodes, need):
            return False
    return True


@inlined
def is_met(s, nodes, need):
    """Say whether one of the atoms of a need is in the sentence."""
    its = nodes.need[need]
    if is_there(s, its.atom):
        return True
    for at in range(its.first + 1, its.end):
        if is_there(s, nodes.needed[at]):
            return True
    return False


@inlined
def is_there(s, atom):
    """Say whether an atom is in the sentence."""
    return (s.there[atom >> 3] >> (atom & 7)) & 1 != 0


@inlined
def room_for(s):
    """Say whether one more occurrence can be written down, and take note if not."""
    if s.counts[FOUND] + 1 >= len(s.found):
        s.counts[OVERFLOW] = 1
        return False
    return True


@inlined
def add_found(s, first, second):
    """Add an occurrence of one word, or of two in the order of the text (`second` is -1 for one)."""
    if not room_for(s):
        return
    row = s.counts[FOUND]
    s.found[row, 0] = first
    s.n_found[row] = 1
    if second >= 0:
        s.found[row, 0], s.found[row, 1] = min(first, second), max(first, second)
        s.n_found[row] = 2
    s.counts[FOUND] += 1


@lean
def add_row(s, parts, size):
    """Add an occurrence of some words."""
    if size == 0 or not room_for(s):
        return
    row = s.counts[FOUND]
    for part in range(size):
        s.found[row, part] = parts[part]
    s.n_found[row] = size
    s.counts[FOUND] += 1


@inlined
def copy(source, source_lengths, row, goal, goal_lengths, at):
    """Copy a row of words from one table to another."""
    goal_lengths[at] = source_lengths[row]
    for part in range(source_lengths[row]):
        goal[at, part] = source[row, part]


@lean
def sort_found(s, first):
    """Sort the occurrences from row `first` on, each once."""
    end = first
    for row in range(first, s.counts[FOUND]):
        size = s.n_found[row]
        for part in range(size):
            s.taken[part] = s.found[row, part]
        at = end
        while at > first and _compare(s, size, at - 1) < 0:
            at -= 1
        if at > first and _compare(s, size, at - 1) == 0:
            continue
        for place in range(end, at, -1):
            copy(s.found, s.n_found, place - 1, s.found, s.n_found, place)
        for part in range(size):
            s.found[at, part] = s.taken[part]
        s.n_found[at] = size
        end += 1
    s.counts[FOUND] = end


@inlined
def _compare(s, size, row):
    """Return whether the words in `taken` come before (-1), are (0) or come after (1) those of an occurrence."""
    for part in range(min(size, s.n_found[row])):
        if s.taken[part] != s.found[row, part]:
            return -1 if s.taken[part] < s.found[row, part] else 1
    return 0 if size == s.n_found[row] else -1 if size < s.n_found[row] else 1
