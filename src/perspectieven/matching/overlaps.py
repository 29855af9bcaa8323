"""Overlaps in a turn: of one code the longest hit stays, and a blocker cancels."""

from perspectieven.compiled import lean
from perspectieven.matching.arrays import BLOCKER


@lean
def settle_overlaps(targets, turn, count):
    """Settle the hits of a turn: the longest wins, and then a blocker cancels.

    Returns
    -------
    int
        How many stay: those that ``turn.order`` begins with, by sentence and code; in a code the longest, the first,
        the term.
    """
    _sort(targets, turn, count)
    order, stays = turn.order, turn.stays
    group = 0
    for at in range(count):
        group = at if _begins_group(targets, turn, at) else group
        stays[at] = targets.role[turn.target[order[at]]] != BLOCKER
        for other in range(group, at):
            if stays[at] and stays[other] and _overlap(turn.parts[order[at]], turn.parts[order[other]]):
                stays[at] = False
    n_left, group = 0, 0
    for at in range(count):
        group = at if _begins_group(targets, turn, at) else group
        for other in range(group, at):
            is_blocker = targets.role[turn.target[order[other]]] == BLOCKER
            if stays[at] and is_blocker and _overlap(turn.parts[order[at]], turn.parts[order[other]]):
                stays[at] = False
    for at in range(count):
        if stays[at]:
            order[n_left] = order[at]
            n_left += 1
    return n_left


@lean
def _sort(targets, turn, count):
    """Order the hits of a turn by sentence and code; in a code blockers, then the longest, the first, the term."""
    for hit in range(count):
        at = hit
        while at > 0 and _comes_before(targets, turn, hit, turn.order[at - 1]):
            turn.order[at] = turn.order[at - 1]
            at -= 1
        turn.order[at] = hit


@lean
def _begins_group(targets, turn, at):
    """Say whether the hit at a place of the order is the first of its code in its sentence."""
    if at == 0:
        return True
    hit, before = turn.order[at], turn.order[at - 1]
    return (
        turn.sentence[hit] != turn.sentence[before]
        or targets.code[turn.target[hit]] != targets.code[turn.target[before]]
    )


@lean
def _comes_before(targets, turn, one, other):
    if turn.sentence[one] != turn.sentence[other]:
        return turn.sentence[one] < turn.sentence[other]
    code, other_code = targets.code[turn.target[one]], targets.code[turn.target[other]]
    if code != other_code:
        return code < other_code
    role, other_role = targets.role[turn.target[one]], targets.role[turn.target[other]]
    if role != other_role:
        return role > other_role
    parts, other_parts = turn.parts[one], turn.parts[other]
    n_one, n_other = _size(parts), _size(other_parts)
    span, other_span = parts[n_one - 1] - parts[0], other_parts[n_other - 1] - other_parts[0]
    if span != other_span:
        return span > other_span
    if n_one != n_other:
        return n_one > n_other
    for at in range(n_one):
        if parts[at] != other_parts[at]:
            return parts[at] < other_parts[at]
    return turn.target[one] < turn.target[other]


@lean
def _size(parts):
    size = 0
    while size < len(parts) and parts[size] >= 0:
        size += 1
    return size


@lean
def _overlap(one, other):
    return one[0] <= other[_size(other) - 1] and other[0] <= one[_size(one) - 1]
