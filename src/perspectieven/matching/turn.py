"""The turn at hand: what was found in it so far, and what was seen in it and in the question before it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled


class Turn(NamedTuple):
    """What was found in the turn at hand, to be filled again and again.

    Attributes
    ----------
    target, sentence, parts : arrays
        One element per hit, as in `Hits`.
    order : array of int32
        Hits, in the order in which they are told.
    stays : array of bool
        One element per place in `order`.
    candidates : array of int32
        Targets that may be in the sentence at hand.
    conditions : array of int32
        Targets of conditions that were found in the turn.
    """

    target: NDArray[np.int32]
    sentence: NDArray[np.int32]
    parts: NDArray[np.int32]
    order: NDArray[np.int32]
    stays: NDArray[np.bool_]
    candidates: NDArray[np.int32]
    conditions: NDArray[np.int32]


class Seen(NamedTuple):
    """When something was last seen, one element per atom, target or code: in which turn, sentence or question.

    Attributes
    ----------
    target : array of int32
        One element per target: the last sentence for which it was a candidate.
    atom_said, condition_said : arrays of int32
        One element per atom and per target: the last turn with it.
    atom_asked, condition_asked, target_asked, code_asked : arrays of int32
        One element per atom, target and code: the last question with it.
    """

    target: NDArray[np.int32]
    atom_said: NDArray[np.int32]
    condition_said: NDArray[np.int32]
    atom_asked: NDArray[np.int32]
    condition_asked: NDArray[np.int32]
    target_asked: NDArray[np.int32]
    code_asked: NDArray[np.int32]


@compiled
def make_turn(nodes, targets, room):
    """Make room for a turn of so many hits."""
    return Turn(
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty((room, nodes.n_parts), np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.bool_),
        np.empty(len(targets.node), np.int32),
        np.empty(len(targets.node), np.int32),
    )


@compiled
def make_seen(lexemes, targets):
    """Begin with nothing seen."""
    n_targets, n_atoms = len(targets.node), len(lexemes.cased)
    return Seen(
        np.full(n_targets, -1, np.int32),
        np.full(n_atoms, -1, np.int32),
        np.full(n_targets, -1, np.int32),
        np.full(n_atoms, -1, np.int32),
        np.full(n_targets, -1, np.int32),
        np.full(n_targets, -1, np.int32),
        np.full(targets.n_codes, -1, np.int32),
    )
