"""Conditions of terms: on their sentence, on their turn, and on the question before it."""

from perspectieven.compiled import inlined, lean
from perspectieven.matching.arrays import IN_QUESTION, IN_SENTENCE, IN_TURN
from perspectieven.matching.occurrences import find_occurrences
from perspectieven.matching.sentence import needs_met


@lean
def near_conditions_hold(s, number, words, first, lexemes, nodes, targets, target):
    """Say whether the conditions on the sentence hold; patterns among them are looked for only now."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        if targets.scope[at] != IN_SENTENCE:
            continue
        met = False
        for place in range(targets.meeting_first[at], targets.meeting_first[at + 1]):
            met = met or s.atom_seen[targets.meeting[place]] == number
        if not met and targets.condition[at] >= 0:
            node = targets.node[targets.condition[at]]
            if needs_met(s, nodes, node):
                find_occurrences(s, number, words, first, lexemes, nodes, node)
                met = s.node[node].end > s.node[node].first
        if met != targets.wanted[at]:
            return False
    return True


@inlined
def is_ruled_out(targets, target, seen, text, question):
    """Say whether a wide condition is known not to hold before the turn is searched: by words and by what was asked."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        scope, wanted = targets.scope[at], targets.wanted[at]
        if scope == IN_SENTENCE or (scope != IN_QUESTION and wanted and targets.condition[at] >= 0):
            continue
        met = scope != IN_QUESTION and _is_met_by_word(targets, at, seen.atom_said, text)
        met = met or (scope != IN_TURN and _is_met(targets, at, seen.atom_asked, seen.condition_asked, question))
        if met != wanted:
            return True
    return False


@lean
def wide_conditions_hold(targets, target, seen, text, question):
    """Say whether the conditions on the turn and on the question before it hold."""
    for at in range(targets.condition_first[target], targets.condition_first[target + 1]):
        scope = targets.scope[at]
        if scope == IN_SENTENCE:
            continue
        met = scope != IN_QUESTION and _is_met(targets, at, seen.atom_said, seen.condition_said, text)
        met = met or (scope != IN_TURN and _is_met(targets, at, seen.atom_asked, seen.condition_asked, question))
        if met != targets.wanted[at]:
            return False
    return True


@inlined
def _is_met(targets, at, atom_seen, condition_seen, number):
    """Say whether a condition is met where `number` is: by an atom that was seen there, or by a pattern."""
    if _is_met_by_word(targets, at, atom_seen, number):
        return True
    return targets.condition[at] >= 0 and condition_seen[targets.condition[at]] == number


@inlined
def _is_met_by_word(targets, at, atom_seen, number):
    for place in range(targets.meeting_first[at], targets.meeting_first[at + 1]):
        if atom_seen[targets.meeting[place]] == number:
            return True
    return False
