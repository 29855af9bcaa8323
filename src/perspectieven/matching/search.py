"""The search: every occurrence of every pattern in many texts, as compiled loops over arrays.

Per sentence, the atoms of its words are listed; a pattern is looked for only where all its needs are met, from its
smallest parts upwards, each part once. Hits of a turn are then weighed together: conditions, overlaps, blockers.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean
from perspectieven.dutch.kinds import AFTER_PARTICLE, CLUSTER, HESITATION, OM, PREPOSITION, TE
from perspectieven.dutch.words import APART, LONGEST_SENTENCE

ONE_WORD, SPLIT_VERB, ANY_OF, IN_ORDER, TOGETHER, LITERALLY = range(6)
TERM, BLOCKER, CONDITION, QUESTION_CONDITION, NEAR_CONDITION = range(5)
"""Conditions are patterns of more than one word: on what is said and asked, on the question alone, on the sentence."""
IN_SENTENCE, IN_TURN, IN_QUESTION, NEARBY = range(4)

MAX_SPLIT = 14
"""Words that may stand between a separable verb and its particle."""
MAX_CLUSTER = 4
"""Words over which a particle may come before its verb."""
MOST_PLACES = 8
"""Of each further element of an unordered term, so many places near the first are tried, the nearest first."""
MOST_COMBINATIONS = MOST_PLACES**3
WORDS_IN_A_NOD = 2
"""A turn of so many words (*hm*, *ja hoor*) leaves the interviewer's question open."""


class Nodes(NamedTuple):
    """The patterns of a lexicon, each element a node; children come before what they are part of.

    ``x_first`` has one element per node and one more: where the node's elements begin in the array beside it.
    """

    kind: NDArray[np.uint8]
    atom: NDArray[np.int32]
    particle: NDArray[np.int32]
    spare: NDArray[np.int32]
    may_split: NDArray[np.bool_]
    child_first: NDArray[np.int32]
    child: NDArray[np.int32]
    gap: NDArray[np.int32]
    mark: NDArray[np.int32]
    need_first: NDArray[np.int32]
    need_end: NDArray[np.int32]
    needed: NDArray[np.int32]
    part_first: NDArray[np.int32]
    part: NDArray[np.int32]
    n_parts: int


class Targets(NamedTuple):
    """What is looked for: terms, blockers and conditions; one element per target unless it says otherwise.

    Attributes
    ----------
    node, role, code : arrays
        Its pattern; term, blocker or condition; the number of its code.
    condition_first : array of int32
        One element per target and one more: where its conditions begin in `scope`, `wanted` and `condition`.
    condition : array of int32
        The target that meets the condition where it is found, -1 for none.
    meeting_first, meeting : arrays of int32
        One element per condition and one more, and the atoms that meet it where they stand.
    """

    node: NDArray[np.int32]
    role: NDArray[np.uint8]
    code: NDArray[np.int32]
    condition_first: NDArray[np.int32]
    scope: NDArray[np.uint8]
    wanted: NDArray[np.bool_]
    condition: NDArray[np.int32]
    meeting_first: NDArray[np.int32]
    meeting: NDArray[np.int32]
    n_codes: int


class Lexemes(NamedTuple):
    """What the words of a text may be; one element per distinct word unless it says otherwise.

    Attributes
    ----------
    kinds : array of bool, distinct words x kinds
    form : array of int32
        The number of the word itself, short forms written out; 0 for words that no rule names.
    reporter : array of int32
        The place in `kinds.REPORTER_NAMES` of whom it names.
    atom_first, atoms, base_first, bases : arrays of int32
        The atoms that it is, and the separable verbs of which it may be the split-off verb.
    cased : array of bool
        One element per atom: it only counts with a capital, and not at the start of a sentence.
    particle : array of int32
        One element per atom: the number of the particle of a separable verb, 0 for other atoms.
    """

    kinds: NDArray[np.bool_]
    form: NDArray[np.int32]
    reporter: NDArray[np.int32]
    atom_first: NDArray[np.int32]
    atoms: NDArray[np.int32]
    base_first: NDArray[np.int32]
    bases: NDArray[np.int32]
    cased: NDArray[np.bool_]
    particle: NDArray[np.int32]
    n_forms: int


class _Sentence(NamedTuple):
    """What is known of the sentence at hand; places count from its first word.

    ``atom_seen`` and its likes hold the number of the sentence for which the array beside them is filled.
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
    form: NDArray[np.int32]
    form_seen: NDArray[np.int32]
    kind: NDArray[np.int32]
    apart: NDArray[np.bool_]
    number: NDArray[np.int32]
    used: NDArray[np.bool_]
    node_seen: NDArray[np.int32]
    node_first: NDArray[np.int32]
    node_end: NDArray[np.int32]
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


_WORDS, _PLACES, _PRESENT, _FOUND, _OVERFLOW = range(5)


class Hits(NamedTuple):
    """What was found; one element per hit, in the order of the texts.

    Attributes
    ----------
    text, target : arrays of int32
    sentence : array of int32
    parts : array of int32, hits x most parts
        Words, by their place in all texts; -1 beyond the last.
    prompted : array of bool
    """

    text: NDArray[np.int32]
    target: NDArray[np.int32]
    sentence: NDArray[np.int32]
    parts: NDArray[np.int32]
    prompted: NDArray[np.bool_]


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
    anchor_first, anchored = _choose_anchors(types, lexemes, nodes, targets)
    sentence = _make_sentence(lexemes, nodes, targets, room)
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
            _list_atoms(sentence, number, words, types, lexemes, first, end)
            n_candidates = _list_targets(sentence, number, anchor_first, anchored, target_seen, candidates)
            begun = n_turn
            for at in range(n_candidates):
                target = candidates[at]
                node, role = targets.node[target], targets.role[target]
                if role == QUESTION_CONDITION and not interviewer[text]:
                    continue
                if not _needs_met(sentence, number, nodes, node):
                    continue
                if not interviewer[text] and _is_ruled_out(
                    targets, target, atom_in_turn, text, atom_asked, condition_asked, question
                ):
                    continue
                _find(sentence, number, words, first, lexemes, nodes, node)
                if sentence.counts[_OVERFLOW]:
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
                if _near_conditions_hold(sentence, number, words, first, lexemes, nodes, targets, turn_target[at]):
                    turn_target[kept], turn_sentence[kept] = turn_target[at], turn_sentence[at]
                    turn_parts[kept] = turn_parts[at]
                    kept += 1
            n_turn = kept
        kept = 0
        for at in range(n_turn):
            target = turn_target[at]
            if _wide_conditions_hold(
                targets, target, atom_in_turn, condition_in_turn, text, atom_asked, condition_asked, question
            ):
                turn_target[kept], turn_sentence[kept] = target, turn_sentence[at]
                turn_parts[kept] = turn_parts[at]
                kept += 1
        n_turn = kept
        order = _longest_first(targets, turn_target, turn_sentence, turn_parts, n_turn)
        stays = _weigh(targets, turn_target, turn_sentence, turn_parts, order)
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
def _choose_anchors(types, lexemes, nodes, targets):
    """Choose where each target is looked for: at the need that is met most rarely in these very texts.

    Returns
    -------
    (anchor_first, anchored)
        One element per atom and one more, and the targets that are looked for where it stands.
    """
    n_atoms = len(lexemes.cased)
    counts = np.zeros(n_atoms, np.int64)
    seen = np.zeros(len(lexemes.form), np.int64)
    for kind in types:
        seen[kind] += 1
    for kind in range(len(lexemes.form)):
        for at in range(lexemes.atom_first[kind], lexemes.atom_first[kind + 1]):
            counts[lexemes.atoms[at]] += seen[kind]
        for at in range(lexemes.base_first[kind], lexemes.base_first[kind + 1]):
            counts[lexemes.bases[at]] += seen[kind]
    chosen = np.empty(len(targets.node), np.int32)
    sizes = np.zeros(n_atoms + 1, np.int32)
    for target in range(len(targets.node)):
        node = targets.node[target]
        if targets.role[target] == NEAR_CONDITION:
            continue
        least = -1
        for need in range(nodes.need_first[node], nodes.need_first[node + 1]):
            total = 0
            for at in range(nodes.need_end[need], nodes.need_end[need + 1]):
                total += counts[nodes.needed[at]]
            if least < 0 or total < least:
                least, chosen[target] = total, need
        for at in range(nodes.need_end[chosen[target]], nodes.need_end[chosen[target] + 1]):
            sizes[nodes.needed[at] + 1] += 1
    anchor_first = np.cumsum(sizes)
    anchored = np.empty(anchor_first[-1], np.int32)
    filled = anchor_first.copy()
    for target in range(len(targets.node)):
        if targets.role[target] == NEAR_CONDITION:
            continue
        for at in range(nodes.need_end[chosen[target]], nodes.need_end[chosen[target] + 1]):
            atom = nodes.needed[at]
            anchored[filled[atom]] = target
            filled[atom] += 1
    return anchor_first, anchored


@compiled
def _make_sentence(lexemes, nodes, targets, room):
    n_atoms, n_nodes = len(lexemes.cased), len(nodes.kind)
    places = LONGEST_SENTENCE * 64
    return _Sentence(
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
        np.empty(LONGEST_SENTENCE, np.int32),
        np.full(lexemes.n_forms, -1, np.int32),
        np.empty(LONGEST_SENTENCE, np.int32),
        np.empty(LONGEST_SENTENCE, np.bool_),
        np.empty(LONGEST_SENTENCE, np.int32),
        np.empty(LONGEST_SENTENCE, np.bool_),
        np.full(n_nodes, -1, np.int32),
        np.empty(n_nodes, np.int32),
        np.empty(n_nodes, np.int32),
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
                if _counts(words, lexemes, lexemes.atoms[at], first, word):
                    atom_in_turn[lexemes.atoms[at]] = text


@inlined
def _counts(words, lexemes, atom, first, word):
    return not lexemes.cased[atom] or (word > first and words.capital[word])


@lean
def _list_atoms(s, number, words, types, lexemes, first, end):
    """Fill in where each atom of a sentence stands, and which atoms are there at all."""
    s.counts[_WORDS], s.counts[_PLACES], s.counts[_PRESENT], s.counts[_FOUND] = end - first, 0, 0, 0
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
            if not _counts(words, lexemes, atom, first, word):
                continue
            if s.atom_seen[atom] != number:
                s.present[s.counts[_PRESENT]] = atom
                s.counts[_PRESENT] += 1
            _add_place(s, number, s.atom_seen, s.atom_first, s.atom_last, atom, place)
    for place in range(end - first):
        kind = s.kind[place]
        for at in range(lexemes.base_first[kind], lexemes.base_first[kind + 1]):
            atom = lexemes.bases[at]
            if s.form_seen[lexemes.particle[atom]] != number:
                continue
            if s.base_seen[atom] != number and s.atom_seen[atom] != number:
                s.present[s.counts[_PRESENT]] = atom
                s.counts[_PRESENT] += 1
            _add_place(s, number, s.base_seen, s.base_first, s.base_last, atom, place)


@inlined
def _add_place(s, number, seen, firsts, lasts, atom, place):
    at = s.counts[_PLACES]
    s.place[at], s.next_place[at] = place, -1
    if seen[atom] != number:
        seen[atom], firsts[atom] = number, at
    else:
        s.next_place[lasts[atom]] = at
    lasts[atom] = at
    s.counts[_PLACES] += 1


@lean
def _list_targets(s, number, anchor_first, anchored, target_seen, candidates):
    n_candidates = 0
    for at in range(s.counts[_PRESENT]):
        atom = s.present[at]
        for place in range(anchor_first[atom], anchor_first[atom + 1]):
            target = anchored[place]
            if target_seen[target] != number:
                target_seen[target] = number
                candidates[n_candidates] = target
                n_candidates += 1
    return n_candidates


@inlined
def _needs_met(s, number, nodes, node):
    for need in range(nodes.need_first[node], nodes.need_first[node + 1]):
        met = False
        for at in range(nodes.need_end[need], nodes.need_end[need + 1]):
            atom = nodes.needed[at]
            if s.atom_seen[atom] == number or s.base_seen[atom] == number:
                met = True
                break
        if not met:
            return False
    return True


@lean
def _find(s, number, words, first, lexemes, nodes, node):
    """Fill in the occurrences of a pattern, its parts first: ``found[node_first[node]:node_end[node]]``."""
    for at in range(nodes.part_first[node], nodes.part_first[node + 1]):
        part = nodes.part[at]
        if s.node_seen[part] == number:
            continue
        s.node_seen[part] = number
        s.node_first[part] = s.counts[_FOUND]
        kind = nodes.kind[part]
        if not _needs_met(s, number, nodes, part):
            s.node_end[part] = s.counts[_FOUND]
            continue
        if kind == ONE_WORD:
            _find_one_word(s, number, nodes, part)
        elif kind == SPLIT_VERB:
            _find_split_verb(s, number, lexemes, nodes.atom[part], nodes.particle[part])
        elif kind == ANY_OF:
            _find_any(s, nodes, part)
        elif kind == IN_ORDER:
            _find_in_order(s, nodes, part)
        elif kind == TOGETHER:
            _find_together(s, nodes, part)
        else:
            _find_literally(s, words, first, lexemes, nodes, part)
        if s.counts[_FOUND] > s.node_first[part] + 1:
            _sort_found(s, s.node_first[part])
        s.node_end[part] = s.counts[_FOUND]


@inlined
def _room_for(s):
    if s.counts[_FOUND] + 1 >= len(s.found):
        s.counts[_OVERFLOW] = 1
        return False
    return True


@inlined
def _add_found(s, first, second):
    """Add an occurrence of one word, or of two in the order of the text (`second` is -1 for one)."""
    if not _room_for(s):
        return
    row = s.counts[_FOUND]
    s.found[row, 0] = first
    s.n_found[row] = 1
    if second >= 0:
        s.found[row, 0], s.found[row, 1] = min(first, second), max(first, second)
        s.n_found[row] = 2
    s.counts[_FOUND] += 1


@inlined
def _find_one_word(s, number, nodes, node):
    need = nodes.need_first[node]
    for option in range(nodes.need_end[need], nodes.need_end[need + 1]):
        atom = nodes.needed[option]
        if s.atom_seen[atom] == number:
            at = s.atom_first[atom]
            while at >= 0:
                _add_found(s, s.place[at], -1)
                at = s.next_place[at]


@inlined
def _stands_at(s, number, atom, place):
    if s.atom_seen[atom] != number:
        return False
    at = s.atom_first[atom]
    while at >= 0:
        if s.place[at] == place:
            return True
        at = s.next_place[at]
    return False


@lean
def _find_split_verb(s, number, lexemes, atom, particle):
    """Find a separable verb, joined or apart; every particle is used once.

    Verb cluster (*door te verwijzen*, *mee kan doen*): the particle first, nothing but auxiliaries between. Main clause
    (*stelden ons daar gerust*): the particle later, where it belongs to no noun phrase after it.
    """
    if s.atom_seen[atom] == number:
        at = s.atom_first[atom]
        while at >= 0:
            _add_found(s, s.place[at], -1)
            at = s.next_place[at]
    if s.base_seen[atom] != number:
        return
    n_words = s.counts[_WORDS]
    for place in range(n_words):
        s.used[place] = False
    at = s.base_first[atom]
    while at >= 0:
        verb = s.place[at]
        at = s.next_place[at]
        if _stands_at(s, number, atom, verb):
            continue
        partner = -1
        for place in range(verb - 1, max(verb - MAX_CLUSTER - 1, -1), -1):
            if s.form[place] == particle and not s.used[place] and _is_cluster(s, lexemes, particle, place, verb):
                partner = place
                break
        if partner < 0:
            for place in range(verb + 1, min(verb + MAX_SPLIT + 1, n_words)):
                if s.form[place] == particle and not s.used[place] and _is_free(s, lexemes, place):
                    partner = place
                    break
        if partner >= 0:
            s.used[partner] = True
            _add_found(s, verb, partner)


@lean
def _is_cluster(s, lexemes, particle, place, verb):
    """Say whether only auxiliaries stand between; *om te kijken* is no *omkijken*."""
    for between in range(place + 1, verb):
        if not lexemes.kinds[s.kind[between], CLUSTER] or (particle == OM and s.form[between] == TE):
            return False
    return True


@lean
def _is_free(s, lexemes, place):
    """Say whether a particle belongs to no noun phrase after it (*viel op zijn hoofd*)."""
    if place + 1 == s.counts[_WORDS] or s.apart[place] or not lexemes.kinds[s.kind[place], PREPOSITION]:
        return True
    return lexemes.kinds[s.kind[place + 1], AFTER_PARTICLE]


@lean
def _find_any(s, nodes, node):
    for at in range(nodes.child_first[node], nodes.child_first[node + 1]):
        option = nodes.child[at]
        for row in range(s.node_first[option], s.node_end[option]):
            if not _room_for(s):
                return
            _copy(s.found, s.n_found, row, s.found, s.n_found, s.counts[_FOUND])
            s.counts[_FOUND] += 1


@inlined
def _copy(source, source_lengths, row, goal, goal_lengths, at):
    goal_lengths[at] = source_lengths[row]
    for part in range(source_lengths[row]):
        goal[at, part] = source[row, part]


@lean
def _find_in_order(s, nodes, node):
    """Begin at every place of the first element, and go on to the nearest place of each next that leads to the end."""
    first = nodes.child_first[node]
    n_steps = nodes.child_first[node + 1] - first - 1
    head = nodes.child[first]
    rows, gaps = s.choice, s.best
    for start in range(s.node_first[head], s.node_end[head]):
        _copy(s.found, s.n_found, start, s.chains, s.n_chains, 0)
        _copy(s.found, s.n_found, start, s.tails, s.n_tails, 0)
        rows[0], gaps[0] = -1, -1
        step, tried = 0, 0
        while 0 <= step < n_steps and tried < MOST_COMBINATIONS:
            child = first + 1 + step
            row, gap = _next_nearest(s, nodes, child, step, rows[step], gaps[step])
            if row < 0:
                step -= 1
                continue
            rows[step], gaps[step] = row, gap
            _lengthen(s, step, row, step + 1)
            step += 1
            tried += 1
            if step < n_steps:
                rows[step], gaps[step] = -1, -1
        if step == n_steps:
            if not _room_for(s):
                return
            _copy(s.chains, s.n_chains, n_steps, s.found, s.n_found, s.counts[_FOUND])
            s.counts[_FOUND] += 1


@lean
def _next_nearest(s, nodes, child, chain, after_row, after_gap):
    """Return the place of an element that is nearest to a chain among those after the one tried; -1 for none."""
    node = nodes.child[child]
    best, least = -1, nodes.gap[child] + 1
    for row in range(s.node_first[node], s.node_end[node]):
        gap = _gap(s, chain, row, nodes.may_split[node])
        if gap < 0 or gap >= least or gap < after_gap or (gap == after_gap and row <= after_row):
            continue
        if not _share_a_word(s, chain, row):
            best, least = row, gap
    return best, least


@inlined
def _share_a_word(s, chain, row):
    for part in range(s.n_found[row]):
        for other in range(s.n_chains[chain]):
            if s.found[row, part] == s.chains[chain, other]:
                return True
    return False


@inlined
def _gap(s, chain, row, may_split):
    """Count the words between the last element of a chain and another, -1 where they are not in order.

    Of a split verb the nearer part counts; one that began earlier may close behind the element before it
    (*zetten ons netwerk in*).
    """
    n_tail, n_row = s.n_tails[chain], s.n_found[row]
    following = s.found[row, 0]
    if following > s.tails[chain, 0]:
        nearest = s.tails[chain, 0]
        for part in range(n_tail):
            if s.tails[chain, part] < following:
                nearest = s.tails[chain, part]
        return max(s.number[following] - s.number[nearest] - 1, 0)
    if may_split and s.found[row, n_row - 1] > s.tails[chain, n_tail - 1]:
        return max(s.number[s.found[row, n_row - 1]] - s.number[s.tails[chain, n_tail - 1]] - 1, 0)
    return -1


@lean
def _lengthen(s, chain, row, goal):
    """Write a chain with one more element at `goal`."""
    size = s.n_chains[chain]
    for part in range(size):
        s.chains[goal, part] = s.chains[chain, part]
    for part in range(s.n_found[row]):
        word = s.found[row, part]
        at = size
        while at > 0 and s.chains[goal, at - 1] > word:
            s.chains[goal, at] = s.chains[goal, at - 1]
            at -= 1
        s.chains[goal, at] = word
        size += 1
    s.n_chains[goal] = size
    _copy(s.found, s.n_found, row, s.tails, s.n_tails, goal)


@lean
def _find_together(s, nodes, node):
    """Put elements together in any order: for each place of the first the tightest combination with the others."""
    first, last = nodes.child_first[node], nodes.child_first[node + 1]
    head, n_others = nodes.child[first], last - first - 1
    spare = nodes.spare[node]
    widest = spare
    for at in range(first, last):
        longest = 0
        for row in range(s.node_first[nodes.child[at]], s.node_end[nodes.child[at]]):
            longest = max(longest, s.n_found[row])
        widest += longest
    near, n_near, choice = s.near, s.n_near, s.choice
    taken, best = s.taken, s.best
    begun, begin, n_best, least = False, -1, 0, 0
    for anchor in range(s.node_first[head], s.node_end[head]):
        if begun and s.found[anchor, 0] != begin:
            _add_row(s, best, n_best)
            n_best = 0
        begun, begin = True, s.found[anchor, 0]
        possible = True
        for other in range(n_others):
            n_near[other] = _list_near(s, nodes.child[first + 1 + other], anchor, widest, other)
            possible = possible and n_near[other] > 0
            choice[other] = 0
        tried = 0
        while possible and tried < MOST_COMBINATIONS:
            size = _combine(s, anchor, near, choice, n_others, taken)
            if size > 0:
                between = s.number[taken[size - 1]] - s.number[taken[0]] + 1 - size
                if between <= spare and (
                    n_best == 0 or between < least or (between == least and _before(taken, size, best, n_best))
                ):
                    for part in range(size):
                        best[part] = taken[part]
                    n_best, least = size, between
            tried += 1
            other = n_others - 1
            while other >= 0:
                choice[other] += 1
                if choice[other] < n_near[other]:
                    break
                choice[other] = 0
                other -= 1
            if other < 0:
                break
    if begun:
        _add_row(s, best, n_best)


@lean
def _add_row(s, parts, size):
    if size == 0 or not _room_for(s):
        return
    row = s.counts[_FOUND]
    for part in range(size):
        s.found[row, part] = parts[part]
    s.n_found[row] = size
    s.counts[_FOUND] += 1


@lean
def _list_near(s, node, anchor, widest, other):
    """List the places of one element that may fit beside `anchor`, the nearest first; return how many."""
    count = 0
    for row in range(s.node_first[node], s.node_end[node]):
        low = min(s.found[anchor, 0], s.found[row, 0])
        high = max(s.found[anchor, s.n_found[anchor] - 1], s.found[row, s.n_found[row] - 1])
        span = s.number[high] - s.number[low] + 1
        if span > widest or (count == MOST_PLACES and s.spans[count - 1] <= span):
            continue
        at = min(count, MOST_PLACES - 1)
        while at > 0 and s.spans[at - 1] > span:
            s.spans[at], s.near[other, at] = s.spans[at - 1], s.near[other, at - 1]
            at -= 1
        s.spans[at], s.near[other, at] = span, row
        count = min(count + 1, MOST_PLACES)
    return count


@lean
def _combine(s, anchor, near, choice, n_others, taken):
    """Write the words of a combination in the order of the text; return how many, 0 if two elements share a word."""
    size = s.n_found[anchor]
    for part in range(size):
        taken[part] = s.found[anchor, part]
    for other in range(n_others):
        row = near[other, choice[other]]
        for part in range(s.n_found[row]):
            word = s.found[row, part]
            at = size
            while at > 0 and taken[at - 1] > word:
                at -= 1
            if at > 0 and taken[at - 1] == word:
                return 0
            for place in range(size, at, -1):
                taken[place] = taken[place - 1]
            taken[at] = word
            size += 1
    return size


@lean
def _find_literally(s, words, first, lexemes, nodes, node):
    """Find words next to each other, hesitations left out, with the punctuation that the term asks for."""
    begin, end = nodes.child_first[node], nodes.child_first[node + 1]
    head = nodes.child[begin]
    for start in range(s.node_first[head], s.node_end[head]):
        if not _room_for(s):
            return
        row = s.counts[_FOUND]
        place = s.found[start, 0]
        s.found[row, 0] = place
        size = 1
        for at in range(begin, end):
            if at > begin:
                place += 1
                while place < s.counts[_WORDS] and lexemes.kinds[s.kind[place], HESITATION]:
                    place += 1
                if not _begins_at(s, nodes.child[at], place):
                    break
                s.found[row, size] = place
                size += 1
            if nodes.mark[at] and not _mark_follows(words, first + place, nodes.mark[at]):
                size = 0
                break
        if size == end - begin:
            s.n_found[row] = size
            s.counts[_FOUND] += 1


@lean
def _begins_at(s, node, place):
    for row in range(s.node_first[node], s.node_end[node]):
        if s.found[row, 0] == place:
            return True
    return False


@lean
def _mark_follows(words, word, mark):
    end = words.starts[word + 1] if word + 1 < len(words.starts) else len(words.letters)
    for at in range(words.ends[word], end):
        if words.letters[at] == mark:
            return True
        if words.letters[at] == 10:
            return False
    return False


@lean
def _before(one, n_one, other, n_other):
    """Say whether one row of words comes before another, word by word, the shorter first."""
    for at in range(min(n_one, n_other)):
        if one[at] != other[at]:
            return one[at] < other[at]
    return n_one < n_other


@lean
def _sort_found(s, first):
    """Sort the occurrences from row `first` on, each once."""
    end = first
    for row in range(first, s.counts[_FOUND]):
        size = s.n_found[row]
        for part in range(size):
            s.taken[part] = s.found[row, part]
        at = end
        while at > first and _compare(s, size, at - 1) < 0:
            at -= 1
        if at > first and _compare(s, size, at - 1) == 0:
            continue
        for place in range(end, at, -1):
            _copy(s.found, s.n_found, place - 1, s.found, s.n_found, place)
        for part in range(size):
            s.found[at, part] = s.taken[part]
        s.n_found[at] = size
        end += 1
    s.counts[_FOUND] = end


@inlined
def _compare(s, size, row):
    """Return whether the words in `taken` come before (-1), are (0) or come after (1) those of an occurrence."""
    for part in range(min(size, s.n_found[row])):
        if s.taken[part] != s.found[row, part]:
            return -1 if s.taken[part] < s.found[row, part] else 1
    return 0 if size == s.n_found[row] else -1 if size < s.n_found[row] else 1


@lean
def _near_conditions_hold(s, number, words, first, lexemes, nodes, targets, target):
    """Say whether the conditions on the sentence hold; patterns among them are looked for only now."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        if targets.scope[at] != IN_SENTENCE:
            continue
        met = False
        for place in range(targets.meeting_first[at], targets.meeting_first[at + 1]):
            met = met or s.atom_seen[targets.meeting[place]] == number
        if not met and targets.condition[at] >= 0:
            node = targets.node[targets.condition[at]]
            if _needs_met(s, number, nodes, node):
                _find(s, number, words, first, lexemes, nodes, node)
                met = s.node_end[node] > s.node_first[node]
        if met != targets.wanted[at]:
            return False
    return True


@lean
def _is_ruled_out(targets, target, atom_said, text, atom_asked, condition_asked, question):
    """Say whether a wide condition is known not to hold before the turn is searched: by words and by what was asked."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        scope, wanted = targets.scope[at], targets.wanted[at]
        if scope == IN_SENTENCE or (scope != IN_QUESTION and wanted and targets.condition[at] >= 0):
            continue
        met = scope != IN_QUESTION and _is_met_by_word(targets, at, atom_said, text)
        met = met or (scope != IN_TURN and _is_met(targets, at, atom_asked, condition_asked, question))
        if met != wanted:
            return True
    return False


@lean
def _wide_conditions_hold(targets, target, atom_said, condition_said, text, atom_asked, condition_asked, question):
    """Say whether the conditions on the turn and on the question before it hold."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        scope = targets.scope[at]
        if scope == IN_SENTENCE:
            continue
        met = scope != IN_QUESTION and _is_met(targets, at, atom_said, condition_said, text)
        met = met or (scope != IN_TURN and _is_met(targets, at, atom_asked, condition_asked, question))
        if met != targets.wanted[at]:
            return False
    return True


@lean
def _is_met(targets, at, atom_seen, condition_seen, number):
    """Say whether a condition is met where `number` is: by an atom that was seen there, or by a pattern."""
    if _is_met_by_word(targets, at, atom_seen, number):
        return True
    return targets.condition[at] >= 0 and condition_seen[targets.condition[at]] == number


@lean
def _is_met_by_word(targets, at, atom_seen, number):
    for place in range(targets.meeting_first[at], targets.meeting_first[at + 1]):
        if atom_seen[targets.meeting[place]] == number:
            return True
    return False


@compiled
def _longest_first(targets, target, sentence, parts, count):
    """Order the hits of a turn by sentence and code; in a code blockers, then the longest, the first, the term."""
    order = np.arange(count)
    for end in range(1, count):
        hit = order[end]
        at = end
        while at > 0 and _comes_before(targets, target, sentence, parts, hit, order[at - 1]):
            order[at] = order[at - 1]
            at -= 1
        order[at] = hit
    return order


@lean
def _comes_before(targets, target, sentence, parts, one, other):
    if sentence[one] != sentence[other]:
        return sentence[one] < sentence[other]
    code, other_code = targets.code[target[one]], targets.code[target[other]]
    if code != other_code:
        return code < other_code
    role, other_role = targets.role[target[one]], targets.role[target[other]]
    if role != other_role:
        return role > other_role
    n_one, n_other = _size(parts[one]), _size(parts[other])
    span = parts[one, n_one - 1] - parts[one, 0]
    other_span = parts[other, n_other - 1] - parts[other, 0]
    if span != other_span:
        return span > other_span
    if n_one != n_other:
        return n_one > n_other
    for at in range(n_one):
        if parts[one, at] != parts[other, at]:
            return parts[one, at] < parts[other, at]
    return target[one] < target[other]


@lean
def _size(parts):
    size = 0
    while size < len(parts) and parts[size] >= 0:
        size += 1
    return size


@compiled
def _weigh(targets, target, sentence, parts, order):
    """Say of each hit, in this order, whether it stays: the longest wins, and then a blocker cancels."""
    count = len(order)
    stays = np.zeros(count, np.bool_)
    group = 0
    for at in range(count):
        row = order[at]
        if at and (
            sentence[row] != sentence[order[at - 1]] or targets.code[target[row]] != targets.code[target[order[at - 1]]]
        ):
            group = at
        if targets.role[target[row]] == BLOCKER:
            continue
        stays[at] = True
        for other in range(group, at):
            rival = order[other]
            if stays[other] and _overlap(parts[row], parts[rival]):
                stays[at] = False
                break
    group = 0
    for at in range(count):
        row = order[at]
        if at and (
            sentence[row] != sentence[order[at - 1]] or targets.code[target[row]] != targets.code[target[order[at - 1]]]
        ):
            group = at
        for other in range(group, at):
            rival = order[other]
            if stays[at] and targets.role[target[rival]] == BLOCKER and _overlap(parts[row], parts[rival]):
                stays[at] = False
    return stays


@lean
def _overlap(one, other):
    return one[0] <= other[_size(other) - 1] and other[0] <= one[_size(one) - 1]
