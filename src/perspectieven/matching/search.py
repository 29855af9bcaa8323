"""The search: every occurrence of every pattern in many texts, as compiled loops over arrays.

Per sentence, the atoms of its words are listed; a pattern is looked for only where all its needs are met, from its
smallest parts upwards, each part once. Hits of a turn are then weighed together: conditions, overlaps, blockers.
"""

import numpy as np

from perspectieven.compiled import compiled, lean
from perspectieven.matching.anchors import choose_anchors, list_targets
from perspectieven.matching.arrays import CONDITION, QUESTION_CONDITION
from perspectieven.matching.conditions import is_ruled_out, near_conditions_hold, wide_conditions_hold
from perspectieven.matching.occurrences import find_occurrences
from perspectieven.matching.overlaps import longest_first, settle_overlaps
from perspectieven.matching.sentence import OVERFLOW, counts_as, list_atoms, make_sentence, needs_met

WORDS_IN_A_NOD = 2
"""A turn of so many words (*hm*, *ja hoor*) leaves the interviewer's question open."""


@compiled
def search(words, types, lexemes, nodes, targets, interviewer, questions, room):
    """Find every term in every text.

    Parameters
    ----------
    words : Words
    types : array of int32
        One element per word: which of the `lexemes` it is.
    lexemes : Lexemes
    nodes : Nodes
    targets : Targets
    interviewer : array of bool
        One element per text: it prompts the texts after it.
    questions : array of int32
        One element per text: the question that is open in it, as from `number_questions`.
    room : int
        Occurrences of patterns that a sentence may hold.

    Returns
    -------
    (text, target, sentence, parts, prompted, complete)
        The arrays of `Hits`, and whether there was room for everything.
    """
    anchors = choose_anchors(types, lexemes, nodes, targets)
    sentence = make_sentence(lexemes, nodes, targets, room)
    target_seen = np.full(len(targets.node), -1, np.int32)
    condition_in_turn = np.full(len(targets.node), -1, np.int32)
    condition_asked = np.full(len(targets.node), -1, np.int32)
    atom_in_turn = np.full(len(lexemes.cased), -1, np.int32)
    atom_asked = np.full(len(lexemes.cased), -1, np.int32)
    code_asked = np.full(targets.n_codes, -1, np.int32)
    target_asked = np.full(len(targets.node), -1, np.int32)
    candidates, turn_conditions = np.empty(len(targets.node), np.int32), np.empty(len(targets.node), np.int32)
    width = nodes.n_parts
    # hits of the turn at hand
    turn_target, turn_sentence = np.empty(64, np.int32), np.empty(64, np.int32)
    turn_parts = np.empty((64, width), np.int32)
    # hits of all texts
    text_out, target_out, sentence_out = np.empty(1024, np.int32), np.empty(1024, np.int32), np.empty(1024, np.int32)
    parts_out, prompted_out = np.empty((1024, width), np.int32), np.empty(1024, np.bool_)
    n_out = 0
    for text in range(len(words.texts) - 1):
        question = questions[text]
        n_turn, n_conditions = 0, 0
        _note_atoms(words, types, lexemes, text, atom_in_turn)
        for number in range(words.texts[text], words.texts[text + 1]):
            first, end = words.sentences[number], words.sentences[number + 1]
            list_atoms(sentence, number, words, types, lexemes, first, end)
            n_candidates = list_targets(
                sentence, number, anchors, nodes, targets, interviewer[text], target_seen, candidates
            )
            begun = n_turn
            for at in range(n_candidates):
                target = candidates[at]
                node, role = targets.node[target], targets.role[target]
                if not needs_met(sentence, nodes, node):
                    continue
                if not interviewer[text] and is_ruled_out(
                    targets, target, atom_in_turn, text, atom_asked, condition_asked, question
                ):
                    continue
                find_occurrences(sentence, number, words, first, lexemes, nodes, node)
                if sentence.counts[OVERFLOW]:
                    return text_out, target_out, sentence_out, parts_out, prompted_out, False
                if role in (CONDITION, QUESTION_CONDITION):
                    if sentence.node_end[node] > sentence.node_first[node]:
                        if condition_in_turn[target] != text:
                            turn_conditions[n_conditions] = target
                            n_conditions += 1
                        condition_in_turn[target] = text
                    continue
                for row in range(sentence.node_first[node], sentence.node_end[node]):
                    if n_turn == len(turn_target):
                        turn_target, turn_sentence = _doubled(turn_target), _doubled(turn_sentence)
                        turn_parts = _doubled_rows(turn_parts)
                    turn_target[n_turn], turn_sentence[n_turn] = target, number
                    for part in range(width):
                        known = part < sentence.n_found[row]
                        turn_parts[n_turn, part] = sentence.found[row, part] + first if known else -1
                    n_turn += 1
            kept = begun
            for at in range(begun, n_turn):
                if interviewer[text]:
                    target_asked[turn_target[at]] = question
                if near_conditions_hold(sentence, number, words, first, lexemes, nodes, targets, turn_target[at]):
                    turn_target[kept], turn_sentence[kept] = turn_target[at], turn_sentence[at]
                    turn_parts[kept] = turn_parts[at]
                    kept += 1
            n_turn = kept
        kept = 0
        for at in range(n_turn):
            target = turn_target[at]
            if wide_conditions_hold(
                targets, target, atom_in_turn, condition_in_turn, text, atom_asked, condition_asked, question
            ):
                turn_target[kept], turn_sentence[kept] = target, turn_sentence[at]
                turn_parts[kept] = turn_parts[at]
                kept += 1
        n_turn = kept
        order = longest_first(targets, turn_target, turn_sentence, turn_parts, n_turn)
        stays = settle_overlaps(targets, turn_target, turn_sentence, turn_parts, order)
        for at in range(n_turn):
            row = order[at]
            target = turn_target[row]
            if not stays[at]:
                continue
            if interviewer[text]:
                code_asked[targets.code[target]] = question
            if n_out == len(text_out):
                text_out, target_out, sentence_out = _doubled(text_out), _doubled(target_out), _doubled(sentence_out)
                parts_out, prompted_out = _doubled_rows(parts_out), _doubled_flags(prompted_out)
            text_out[n_out], target_out[n_out], sentence_out[n_out] = text, target, turn_sentence[row]
            parts_out[n_out] = turn_parts[row]
            prompted_out[n_out] = code_asked[targets.code[target]] == question or target_asked[target] == question
            n_out += 1
        if interviewer[text]:
            for at in range(n_conditions):
                condition_asked[turn_conditions[at]] = question
            for word in range(words.sentences[words.texts[text]], words.sentences[words.texts[text + 1]]):
                for at in range(lexemes.atom_first[types[word]], lexemes.atom_first[types[word] + 1]):
                    if atom_in_turn[lexemes.atoms[at]] == text:
                        atom_asked[lexemes.atoms[at]] = question
    return text_out[:n_out], target_out[:n_out], sentence_out[:n_out], parts_out[:n_out], prompted_out[:n_out], True


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
