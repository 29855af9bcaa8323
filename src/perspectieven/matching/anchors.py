"""Anchors: where each target is looked for, so that most of them are not looked for in most sentences."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, lean
from perspectieven.matching.arrays import ANY_OF, NEAR_CONDITION, QUESTION_CONDITION
from perspectieven.matching.sentence import PRESENT, is_met

ANCHOR = np.dtype([("target", np.int32), ("also", np.int32)])
"""A target, and the need that must be met as well before it is worth a closer look, -1 for none."""


class Anchors(NamedTuple):
    """The targets that are looked for where an atom stands.

    Attributes
    ----------
    first : array of int32
        One element per atom and one more: where its anchors begin.
    anchor : array of `ANCHOR`
    """

    first: NDArray[np.int32]
    anchor: NDArray[np.void]


@compiled
def choose_anchors(types, lexemes, nodes, targets):
    """Choose where each target is looked for: at the need that is met most rarely in some texts.

    And there only if the need that is met most rarely but one is met too. A target that is one of several patterns has
    an anchor for each of them. Conditions on the sentence have none: they are looked for where a term was found.
    """
    met = _count_met(types, lexemes, nodes)
    target, node = _list_patterns(nodes, targets)
    rarest, next_rarest = np.empty(len(node), np.int32), np.full(len(node), -1, np.int32)
    first = np.zeros(len(lexemes.cased) + 1, np.int32)
    for at in range(len(node)):
        rarest[at] = nodes.node[node[at]].need_first
        for need in range(rarest[at] + 1, nodes.node[node[at]].need_end):
            if met[need] < met[rarest[at]]:
                rarest[at], next_rarest[at] = need, rarest[at]
            elif next_rarest[at] < 0 or met[need] < met[next_rarest[at]]:
                next_rarest[at] = need
        for place in range(nodes.need[rarest[at]].first, nodes.need[rarest[at]].end):
            first[nodes.needed[place] + 1] += 1
    for atom in range(1, len(first)):
        first[atom] += first[atom - 1]
    anchor = np.empty(first[-1], ANCHOR)
    filled = first.copy()
    for at in range(len(node)):
        for place in range(nodes.need[rarest[at]].first, nodes.need[rarest[at]].end):
            atom = nodes.needed[place]
            its = anchor[filled[atom]]
            its.target, its.also = target[at], next_rarest[at]
            filled[atom] += 1
    return Anchors(first, anchor)


@compiled
def _list_patterns(nodes, targets):
    """List the targets that have anchors with their patterns; one of several patterns is so many patterns."""
    most = len(targets.node)
    for node in targets.node:
        most += nodes.node[node].child_end - nodes.node[node].child_first
    target_of, node_of = np.empty(most, np.int32), np.empty(most, np.int32)
    count = 0
    for target in range(len(targets.node)):
        node = targets.node[target]
        if targets.role[target] == NEAR_CONDITION:
            continue
        if nodes.node[node].kind != ANY_OF:
            target_of[count], node_of[count] = target, node
            count += 1
            continue
        for at in range(nodes.node[node].child_first, nodes.node[node].child_end):
            target_of[count], node_of[count] = target, nodes.child[at].node
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
    met = np.zeros(len(nodes.need), np.int64)
    for need in range(len(met)):
        for at in range(nodes.need[need].first, nodes.need[need].end):
            met[need] += counts[nodes.needed[at]]
    return met


@lean
def list_targets(s, turn, seen, number, anchors, nodes, targets, asks):
    """List the targets that may be in the sentence at hand in ``turn.candidates``; return how many.

    `asks` says whether an interviewer says it: elsewhere, conditions on the question alone are not looked for.
    """
    n_candidates = 0
    for at in range(s.counts[PRESENT]):
        atom = s.present[at]
        for place in range(anchors.first[atom], anchors.first[atom + 1]):
            anchor = anchors.anchor[place]
            if anchor.also >= 0 and not is_met(s, nodes, anchor.also):
                continue
            target = anchor.target
            if seen.target[target] != number and (asks or targets.role[target] != QUESTION_CONDITION):
                seen.target[target] = number
                turn.candidates[n_candidates] = target
                n_candidates += 1
    return n_candidates
