"""Overlaps in a turn: of one code the longest hit stays, and a blocker cancels."""

import numpy as np

from perspectieven.compiled import compiled, lean
from perspectieven.matching.arrays import BLOCKER


@compiled
def longest_first(targets, target, sentence, parts, count):
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
def settle_overlaps(targets, target, sentence, parts, order):
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
