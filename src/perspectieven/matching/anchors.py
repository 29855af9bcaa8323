"""Anchors: where each target is looked for, so that most of them are not looked for in most sentences."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, lean
from perspectieven.matching.arrays import ANY_OF, NEAR_CONDITION, QUESTION_CONDITION
from perspectieven.matching.sentence import PRESENT, is_met


class Anchors(NamedTuple):
    """The targets that are looked for where an atom stands.

    Attributes
    ----------
    first : array of int32
        One element per atom and one more: where its targets begin in `target` and `also`.
    target : array of int32
    also : array of int32
        The need of the target that must be met as well before it is worth a closer look, -1 for none.
    """

    first: NDArray[np.int32]
    target: NDArray[np.int32]
    also: NDArray[np.int32]


@compiled
def choose_anchors(types, lexemes, nodes, targets):
    """Choose where each target is looked for: at the need that is met most rarely in these very texts.

    And there only if the need that is met most rarely but one is met too. A target that is one of several patterns has
    an anchor for each of them. Conditions on the sentence have none: they are looked for where a term was found.
    """
    met = _count_met(types, lexemes, nodes)
    target, node = _list_patterns(nodes, targets)
    rarest, next_rarest = np.empty(len(node), np.int32), np.full(len(node), -1, np.int32)
    first = np.zeros(len(lexemes.cased) + 1, np.int32)
    for at in range(len(node)):
        rarest[at] = nodes.need_first[node[at]]
        for need in range(rarest[at] + 1, nodes.need_first[node[at] + 1]):
            if met[need] < met[rarest[at]]:
                rarest[at], next_rarest[at] = need, rarest[at]
            elif next_rarest[at] < 0 or met[need] < met[next_rarest[at]]:
                next_rarest[at] = need
        for place in range(nodes.need_end[rarest[at]], nodes.need_end[rarest[at] + 1]):
            first[nodes.needed[place] + 1] += 1
    for atom in range(1, len(first)):
        first[atom] += first[atom - 1]
    anchored, also = np.empty(first[-1], np.int32), np.empty(first[-1], np.int32)
    filled = first.copy()
    for at in range(len(node)):
        for place in range(nodes.need_end[rarest[at]], nodes.need_end[rarest[at] + 1]):
            atom = nodes.needed[place]
            anchored[filled[atom]], also[filled[atom]] = target[at], next_rarest[at]
            filled[atom] += 1
    return Anchors(first, anchored, also)


@compiled
def _list_patterns(nodes, targets):
    """List the targets that have anchors with their patterns; one of several patterns is so many patterns."""
    n_children = nodes.child_first[targets.node + 1] - nodes.child_first[targets.node]
    most = len(targets.node) + n_children.sum()
    target_of, node_of = np.empty(most, np.int32), np.empty(most, np.int32)
    count = 0
    for target in range(len(targets.node)):
        node = targets.node[target]
        if targets.role[target] == NEAR_CONDITION:
            continue
        if nodes.kind[node] != ANY_OF:
            target_of[count], node_of[count] = target, node
            count += 1
            continue
        for at in range(nodes.child_first[node], nodes.child_first[node + 1]):
            target_of[count], node_of[count] = target, nodes.child[at]
            count += 1
    return target_of[:count], node_of[:count]


@compiled
def _count_met(types, lexemes, nodes):
    """Count for each need the words that meet it."""
    counts = np.zeros(len(lexemes.cased), np.int64)
    seen = np.zeros(len(lexemes.form), np.int64)
    for kind in types:
        seen[kind] += 1
    for kind in range(len(lexemes.form)):
        for at in range(lexemes.atom_first[kind], lexemes.atom_first[kind + 1]):
            counts[lexemes.atoms[at]] += seen[kind]
        for at in range(lexemes.base_first[kind], lexemes.base_first[kind + 1]):
            counts[lexemes.bases[at]] += seen[kind]
    met = np.zeros(len(nodes.need_end) - 1, np.int64)
    for need in range(len(met)):
        for at in range(nodes.need_end[need], nodes.need_end[need + 1]):
            met[need] += counts[nodes.needed[at]]
    return met


@lean
def list_targets(s, number, anchors, nodes, targets, asks, target_seen, candidates):
    """List the targets that may be in the sentence at hand; return how many.

    `asks` says whether an interviewer says it: elsewhere, conditions on the question alone are not looked for.
    """
    n_candidates = 0
    for at in range(s.counts[PRESENT]):
        atom = s.present[at]
        for place in range(anchors.first[atom], anchors.first[atom + 1]):
            if anchors.also[place] >= 0 and not is_met(s, nodes, anchors.also[place]):
                continue
            target = anchors.target[place]
            if target_seen[target] != number and (asks or targets.role[target] != QUESTION_CONDITION):
                target_seen[target] = number
                candidates[n_candidates] = target
                n_candidates += 1
    return n_candidates
