"""The search: every occurrence of every pattern in many texts, as compiled loops over arrays.

Per sentence, the atoms of its words are listed; a pattern is looked for only where all its needs are met, from its
smallest parts upwards, each part once. Hits of a turn are then weighed together: conditions, overlaps, blockers.
"""

import numpy as np

from perspectieven.compiled import compiled, lean
from perspectieven.matching.anchors import list_targets
from perspectieven.matching.arrays import CONDITION, QUESTION_CONDITION
from perspectieven.matching.conditions import is_ruled_out, near_conditions_hold, wide_conditions_hold
from perspectieven.matching.occurrences import find_occurrences
from perspectieven.matching.overlaps import settle_overlaps
from perspectieven.matching.sentence import OVERFLOW, counts_as, list_atoms, make_sentence, needs_met
from perspectieven.matching.turn import make_seen, make_turn

WORDS_IN_A_NOD = 2
"""A turn of so many words (*hm*, *ja hoor*) leaves the interviewer's question open."""

_NO_ROOM = -1


@compiled
def search(words, types, lexemes, nodes, targets, anchors, interviewer, questions, room):
    """Find every term in every text.

    Parameters
    ----------
    words : Words
    types : array of int32
        One element per word: which of the `lexemes` it is.
    lexemes : Lexemes
    nodes : Nodes
    targets : Targets
    anchors : Anchors
    interviewer : array of bool
        One element per text: it prompts the texts after it.
    questions : array of int32
        One element per text: the question that is open in it, as from `number_questions`.
    room : int
        Occurrences of patterns that a sentence may hold, and hits that a turn may.

    Returns
    -------
    (text, target, sentence, parts, prompted, complete)
        The arrays of `Hits`, and whether there was room for everything.
    """
    sentence, turn = make_sentence(lexemes, nodes, targets, room), make_turn(nodes, targets, room)
    seen = make_seen(lexemes, targets)
    text_out, target_out, sentence_out = np.empty(1024, np.int32), np.empty(1024, np.int32), np.empty(1024, np.int32)
    parts_out, prompted_out = np.empty((1024, nodes.n_parts), np.int32), np.empty(1024, np.bool_)
    n_out = 0
    for text in range(len(words.texts) - 1):
        asks, question = interviewer[text], questions[text]
        n_turn = _search_turn(
            sentence, turn, seen, words, types, lexemes, nodes, targets, anchors, text, asks, question
        )
        if n_turn == _NO_ROOM:
            return text_out, target_out, sentence_out, parts_out, prompted_out, False
        while n_out + n_turn > len(text_out):
            text_out, target_out, sentence_out = _doubled(text_out), _doubled(target_out), _doubled(sentence_out)
            parts_out, prompted_out = _doubled_rows(parts_out), _doubled_flags(prompted_out)
        for at in range(n_turn):
            row = turn.order[at]
            target = turn.target[row]
            text_out[n_out], target_out[n_out], sentence_out[n_out] = text, target, turn.sentence[row]
            parts_out[n_out] = turn.parts[row]
            prompted_out[n_out] = (
                seen.code_asked[targets.code[target]] == question or seen.target_asked[target] == question
            )
            n_out += 1
    return text_out[:n_out], target_out[:n_out], sentence_out[:n_out], parts_out[:n_out], prompted_out[:n_out], True


@lean
def _search_turn(sentence, turn, seen, words, types, lexemes, nodes, targets, anchors, text, asks, question):
    """Find the terms of a turn; return how many, those that ``turn.order`` begins with, or `_NO_ROOM`."""
    n_turn, n_conditions = 0, 0
    _note_atoms(words, types, lexemes, text, seen.atom_said)
    for number in range(words.texts[text], words.texts[text + 1]):
        first, end = words.sentences[number], words.sentences[number + 1]
        list_atoms(sentence, number, words, types, lexemes, first, end)
        n_candidates = list_targets(sentence, turn, seen, number, anchors, nodes, targets, asks)
        begun = n_turn
        for at in range(n_candidates):
            target = turn.candidates[at]
            node, role = targets.node[target], targets.role[target]
            if not needs_met(sentence, nodes, node):
                continue
            if not asks and is_ruled_out(targets, target, seen, text, question):
                continue
            find_occurrences(sentence, number, words, first, lexemes, nodes, node)
            n_found = sentence.node[node].end - sentence.node[node].first
            if sentence.counts[OVERFLOW] or n_turn + n_found > len(turn.target):
                return _NO_ROOM
            if role in (CONDITION, QUESTION_CONDITION):
                if n_found:
                    if seen.condition_said[target] != text:
                        turn.conditions[n_conditions] = target
                        n_conditions += 1
                    seen.condition_said[target] = text
                continue
            for row in range(sentence.node[node].first, sentence.node[node].end):
                turn.target[n_turn], turn.sentence[n_turn] = target, number
                for part in range(nodes.n_parts):
                    known = part < sentence.n_found[row]
                    turn.parts[n_turn, part] = sentence.found[row, part] + first if known else -1
                n_turn += 1
        kept = begun
        for at in range(begun, n_turn):
            target = turn.target[at]
            if asks:
                seen.target_asked[target] = question
            if near_conditions_hold(sentence, number, words, first, lexemes, nodes, targets, target):
                _move(turn, at, kept)
                kept += 1
        n_turn = kept
    kept = 0
    for at in range(n_turn):
        if wide_conditions_hold(targets, turn.target[at], seen, text, question):
            _move(turn, at, kept)
            kept += 1
    n_left = settle_overlaps(targets, turn, kept)
    if asks:
        for at in range(n_left):
            seen.code_asked[targets.code[turn.target[turn.order[at]]]] = question
        for at in range(n_conditions):
            seen.condition_asked[turn.conditions[at]] = question
        _note_asked(words, types, lexemes, text, question, seen)
    return n_left


@lean
def _move(turn, hit, to):
    """Move a hit of the turn to an earlier place."""
    turn.target[to], turn.sentence[to] = turn.target[hit], turn.sentence[hit]
    for part in range(turn.parts.shape[1]):
        turn.parts[to, part] = turn.parts[hit, part]


@compiled
def number_questions(words, interviewer, opens):
    """Number the questions of interviewers: a text has the number of the question that is open in it.

    A conversation opens without one; an answer of more than `WORDS_IN_A_NOD` words closes it.
    """
    numbers = np.empty(len(words.texts) - 1, np.int32)
    question = 0
    for text in range(len(numbers)):
        question += opens[text]
        numbers[text] = question
        n_words = words.sentences[words.texts[text + 1]] - words.sentences[words.texts[text]]
        question += not interviewer[text] and n_words > WORDS_IN_A_NOD
    return numbers


@compiled
def _doubled(array):
    larger = np.empty(2 * len(array), np.int32)
    larger[: len(array)] = array
    return larger


@compiled
def _doubled_flags(array):
    larger = np.empty(2 * len(array), np.bool_)
    larger[: len(array)] = array
    return larger


@compiled
def _doubled_rows(array):
    larger = np.empty((2 * len(array), array.shape[1]), np.int32)
    larger[: len(array)] = array
    return larger


@lean
def _note_atoms(words, types, lexemes, text, atom_in_turn):
    """Write down for each atom in a turn that this is the last turn with it."""
    for number in range(words.texts[text], words.texts[text + 1]):
        first = words.sentences[number]
        for word in range(first, words.sentences[number + 1]):
            for at in range(lexemes.atom_first[types[word]], lexemes.atom_first[types[word] + 1]):
                if counts_as(words, lexemes, lexemes.atoms[at], first, word):
                    atom_in_turn[lexemes.atoms[at]] = text


@lean
def _note_asked(words, types, lexemes, text, question, seen):
    """Write down for each atom that an interviewer says that this is the last question with it."""
    for word in range(words.sentences[words.texts[text]], words.sentences[words.texts[text + 1]]):
        for at in range(lexemes.atom_first[types[word]], lexemes.atom_first[types[word] + 1]):
            if seen.atom_said[lexemes.atoms[at]] == text:
                seen.atom_asked[lexemes.atoms[at]] = question
