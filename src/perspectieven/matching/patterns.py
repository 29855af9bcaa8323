"""A lexicon as arrays: its nodes and what is looked for, ready for the search."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from perspectieven.lexicon import Lexicon, Term
from perspectieven.lexicon.notation import Scope
from perspectieven.matching.atoms import AtomIndex
from perspectieven.matching.nodes import AnyOf, InOrder, Literally, Node, NodeMaker, OneWord, SplitVerb, TogetherIn
from perspectieven.matching.search import (
    ANY_OF,
    BLOCKER,
    CONDITION,
    IN_ORDER,
    IN_QUESTION,
    IN_SENTENCE,
    IN_TURN,
    LITERALLY,
    NEARBY,
    ONE_WORD,
    SPLIT_VERB,
    TERM,
    TOGETHER,
    Nodes,
    Targets,
)
from perspectieven.matching.vocabulary import Vocabulary

Element = TypeVar("Element")

_SCOPES: dict[Scope, int] = {"zin": IN_SENTENCE, "beurt": IN_TURN, "vraag": IN_QUESTION, "buurt": NEARBY}
_KINDS: dict[type[Node], int] = {
    OneWord: ONE_WORD,
    SplitVerb: SPLIT_VERB,
    AnyOf: ANY_OF,
    InOrder: IN_ORDER,
    TogetherIn: TOGETHER,
    Literally: LITERALLY,
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """A lexicon that is ready to be looked for.

    Attributes
    ----------
    terms : tuple of (int, Term)
        One element per target that is a term: the place of its code in the lexicon, and the term.
    """

    nodes: Nodes
    targets: Targets
    vocabulary: Vocabulary
    terms: tuple[tuple[int, Term], ...]


@dataclass(frozen=True, slots=True)
class _Target:
    node: Node
    role: int
    code: int
    notation: str
    conditions: tuple[tuple[int, bool, Node], ...]


def make_patterns(lexicon: Lexicon) -> Patterns:
    """Make the patterns of a lexicon."""
    atoms = AtomIndex()
    maker = NodeMaker(atoms)
    terms = [(at, term) for at, code in enumerate(lexicon.codes) for term in code.terms]
    blockers = [(at, term) for at, code in enumerate(lexicon.codes) for term in code.blockers]
    targets = [
        *(_make_target(maker, TERM, *term) for term in terms),
        *(_make_target(maker, BLOCKER, *blocker) for blocker in blockers),
    ]
    asked = dict.fromkeys(node for target in targets for _, _, node in target.conditions)
    conditions = {node: len(targets) + at for at, node in enumerate(asked)}
    targets += [_Target(node, CONDITION, -1, "", ()) for node in asked]
    nodes = _in_order_of_making(target.node for target in targets)
    vocabulary = Vocabulary(atoms)
    return Patterns(
        _as_arrays(nodes, vocabulary),
        _targets_as_arrays(targets, nodes, conditions, maker, len(lexicon.codes), len(atoms.numbers)),
        vocabulary,
        tuple(terms),
    )


def _make_target(maker: NodeMaker, role: int, code: int, term: Term) -> _Target:
    conditions = tuple((_SCOPES[c.scope], c.wanted, maker.make(c.pattern)) for c in term.conditions)
    return _Target(maker.make(term.pattern), role, code, term.notation, conditions)


def _children(node: Node) -> tuple[Node, ...]:
    match node:
        case AnyOf(options=children) | InOrder(parts=children) | TogetherIn(parts=children) | Literally(words=children):
            return children
        case _:
            return ()


def _in_order_of_making(roots: Iterable[Node]) -> dict[Node, int]:
    """Number every node, children before what they are part of."""
    numbers: dict[Node, int] = {}

    def add(node: Node) -> None:
        for child in _children(node):
            add(child)
        numbers.setdefault(node, len(numbers))

    for root in roots:
        add(root)
    return numbers


def _as_arrays(nodes: dict[Node, int], vocabulary: Vocabulary) -> Nodes:
    child_first, children = _concatenate([nodes[child] for child in _children(node)] for node in nodes)
    need_first, needs = _concatenate([sorted(need) for need in node.needs] for node in nodes)
    need_end, needed = _concatenate(needs)
    part_first, parts = _concatenate(sorted({nodes[part] for part in _within(node)}) for node in nodes)
    return Nodes(
        kind=np.array([_KINDS[type(node)] for node in nodes], np.uint8),
        atom=_ints(node.atom if isinstance(node, OneWord | SplitVerb) else -1 for node in nodes),
        particle=_ints(vocabulary.form_number(node.particle) if isinstance(node, SplitVerb) else -1 for node in nodes),
        spare=_ints(node.spare if isinstance(node, TogetherIn) else 0 for node in nodes),
        may_split=np.array([_may_split(node) for node in nodes], np.bool_),
        child_first=child_first,
        child=_ints(children),
        gap=_ints(gap for node in nodes for gap in _gaps(node)),
        mark=_ints(mark for node in nodes for mark in _marks(node)),
        need_first=need_first,
        need_end=need_end,
        needed=_ints(needed),
        part_first=part_first,
        part=_ints(parts),
        n_parts=max((_most_words(node) for node in nodes), default=1),
    )


def _targets_as_arrays(
    targets: Sequence[_Target],
    nodes: dict[Node, int],
    conditions: dict[Node, int],
    maker: NodeMaker,
    n_codes: int,
    n_atoms: int,
) -> Targets:
    anchored: list[list[int]] = [[] for _ in range(n_atoms)]
    for number, target in enumerate(targets):
        for atom in maker.anchor(target.node):
            anchored[atom].append(number)
    anchor_first, anchors = _concatenate(anchored)
    condition_first, its_conditions = _concatenate(target.conditions for target in targets)
    notations = {notation: at for at, notation in enumerate(dict.fromkeys(target.notation for target in targets))}
    return Targets(
        node=_ints(nodes[target.node] for target in targets),
        role=np.array([target.role for target in targets], np.uint8),
        code=_ints(target.code for target in targets),
        notation=_ints(notations[target.notation] for target in targets),
        anchor_first=anchor_first,
        anchored=_ints(anchors),
        condition_first=condition_first,
        scope=np.array([scope for scope, _, _ in its_conditions], np.uint8),
        wanted=np.array([wanted for _, wanted, _ in its_conditions], np.bool_),
        condition=_ints(conditions[node] for _, _, node in its_conditions),
        n_codes=n_codes,
        n_notations=len(notations),
    )


def _within(node: Node) -> Iterator[Node]:
    for child in _children(node):
        yield from _within(child)
    yield node


def _may_split(node: Node) -> bool:
    """Say whether a pattern is a separable verb or has one among its options."""
    return isinstance(node, SplitVerb) or (isinstance(node, AnyOf) and any(map(_may_split, node.options)))


def _gaps(node: Node) -> Iterator[int]:
    return iter((0, *node.gaps) if isinstance(node, InOrder) else (0,) * len(_children(node)))


def _marks(node: Node) -> Iterator[int]:
    if isinstance(node, Literally):
        return iter(ord(mark) if mark else 0 for mark in node.marks)
    return iter((0,) * len(_children(node)))


def _most_words(node: Node) -> int:
    """Return the most words that an occurrence can have."""
    sizes = [_most_words(child) for child in _children(node)]
    if isinstance(node, AnyOf):
        return max(sizes)
    return sum(sizes) if sizes else 2 if isinstance(node, SplitVerb) else 1


def _concatenate(rows: Iterable[Iterable[Element]]) -> tuple[NDArray[np.int32], list[Element]]:
    """Put rows after each other; return where each begins, and one more, with all their elements."""
    elements: list[Element] = []
    firsts = [0]
    for row in rows:
        elements += row
        firsts.append(len(elements))
    return _ints(firsts), elements


def _ints(numbers: Iterable[int]) -> NDArray[np.int32]:
    return np.array(list(numbers), np.int32)
