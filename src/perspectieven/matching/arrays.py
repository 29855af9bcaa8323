"""The arrays that the search works on: patterns, what is looked for, what words may be, and what was found."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ONE_WORD, SPLIT_VERB, ANY_OF, IN_ORDER, TOGETHER, LITERALLY = range(6)

TERM, BLOCKER, CONDITION, QUESTION_CONDITION, NEAR_CONDITION = range(5)
"""Conditions are patterns of more than one word: on what is said and asked, on the question alone, on the sentence."""

IN_SENTENCE, IN_TURN, IN_QUESTION, NEARBY = range(4)


_NODE = (
    "kind",
    "atom",
    "particle",
    "spare",
    "may_split",
    "child_first",
    "child_end",
    "need_first",
    "need_end",
    "part_first",
    "part_end",
)
NODE = np.dtype([(name, np.int32) for name in _NODE])
"""A node: its fields lie side by side, as they are asked for together. Half-open ranges of `child`, `need`, `part`."""
CHILD = np.dtype([("node", np.int32), ("gap", np.int32), ("mark", np.int32)])
NEED = np.dtype([("first", np.int32), ("end", np.int32), ("atom", np.int32)])
"""A half-open range of `needed`, and the first atom of it."""


class Nodes(NamedTuple):
    """The patterns of a lexicon; children come before what they are part of.

    Attributes
    ----------
    node : array of `NODE`
    child : array of `CHILD`
        The elements of each node, with the most words before it and the punctuation mark that must follow it.
    need : array of `NEED`
        What must be met for a node to be there: one of some atoms.
    needed, part : arrays of int32
        Atoms; and the nodes that a node is made of, itself the last.
    n_parts : int
        The most words that an occurrence has.
    """

    node: NDArray[np.void]
    child: NDArray[np.void]
    need: NDArray[np.void]
    needed: NDArray[np.int32]
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
