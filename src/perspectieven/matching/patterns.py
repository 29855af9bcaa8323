"""A lexicon as arrays: its nodes and what is looked for, ready for the search."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from perspectieven.lexicon import Lexicon, Term
from perspectieven.lexicon.notation import Choice, Compound, Condition, Scope, Word
from perspectieven.matching.arrays import (
    ANY_OF,
    BLOCKER,
    CHILD,
    CONDITION,
    IN_ORDER,
    IN_QUESTION,
    IN_SENTENCE,
    IN_TURN,
    LITERALLY,
    NEAR_CONDITION,
    NEARBY,
    NEED,
    NODE,
    ONE_WORD,
    QUESTION_CONDITION,
    SPLIT_VERB,
    TERM,
    TOGETHER,
    Nodes,
    Targets,
)
from perspectieven.matching.atoms import AtomIndex
from perspectieven.matching.nodes import (
    AnyOf,
    InOrder,
    Literally,
    Node,
    NodeMaker,
    OneWord,
    SplitVerb,
    TogetherIn,
    list_options,
)
from perspectieven.matching.signs import POINTED_OUT
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
class _Condition:
    """A condition: met by any of some atoms, or by a pattern of more than one word."""

    scope: int
    wanted: bool
    atoms: tuple[int, ...]
    node: Node | None


@dataclass(frozen=True, slots=True)
class _Target:
    node: Node
    role: int
    code: int
    conditions: tuple[_Condition, ...]


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
    asked = [(c.node, c.scope) for target in targets for c in target.conditions if c.node is not None]
    conditions = {node: len(targets) + at for at, node in enumerate(dict.fromkeys(node for node, _ in asked))}
    scopes = {node: {scope for other, scope in asked if other is node} for node in conditions}
    targets += [_Target(node, _role_of(scopes[node]), -1, ()) for node in conditions]
    nodes = _in_order_of_making(target.node for target in targets)
    vocabulary = Vocabulary(atoms)
    return Patterns(
        _as_arrays(nodes, vocabulary),
        _targets_as_arrays(targets, nodes, conditions, len(lexicon.codes)),
        vocabulary,
        tuple(terms),
    )


def _make_target(maker: NodeMaker, role: int, code: int, term: Term) -> _Target:
    conditions = tuple(_make_condition(maker, condition) for condition in term.conditions)
    return _Target(maker.make(term.pattern), role, code, conditions)


def _make_condition(maker: NodeMaker, condition: Condition) -> _Condition:
    options = list(list_options(condition.pattern))
    words = [option for option in options if isinstance(option, Word | Compound)]
    longer = tuple(option for option in options if not isinstance(option, Word | Compound))
    node = maker.make(longer[0] if len(longer) == 1 else Choice(longer)) if longer else None
    return _Condition(_SCOPES[condition.scope], condition.wanted, tuple(maker.number(word) for word in words), node)


def _role_of(scopes: set[int]) -> int:
    """Return the role of a condition with these scopes."""
    if scopes == {IN_SENTENCE}:
        return NEAR_CONDITION
    return QUESTION_CONDITION if scopes <= {IN_SENTENCE, IN_QUESTION} else CONDITION


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
        node=_records(
            NODE,
            kind=[_KINDS[type(node)] for node in nodes],
            atom=[node.atom if isinstance(node, SplitVerb) else -1 for node in nodes],
            particle=[vocabulary.form_number(node.particle) if isinstance(node, SplitVerb) else -1 for node in nodes],
            spare=[node.spare if isinstance(node, TogetherIn) else 0 for node in nodes],
            may_split=[_may_split(node) for node in nodes],
            child_first=child_first[:-1],
            child_end=child_first[1:],
            need_first=need_first[:-1],
            need_end=need_first[1:],
            part_first=part_first[:-1],
            part_end=part_first[1:],
        ),
        child=_records(
            CHILD,
            node=children,
            gap=[gap for node in nodes for gap in _gaps(node)],
            mark=[mark for node in nodes for mark in _marks(node)],
        ),
        need=_records(NEED, first=need_end[:-1], end=need_end[1:], atom=[need[0] for need in needs]),
        needed=_ints(needed),
        part=_ints(parts),
        n_parts=max((POINTED_OUT, *(_most_words(node) for node in nodes))),
    )


def _records(fields: np.dtype[np.void], **columns: Sequence[int] | NDArray[np.int32]) -> NDArray[np.void]:
    """Put columns side by side, one record per element."""
    records = np.empty(len(next(iter(columns.values()))), fields)
    for name, column in columns.items():
        records[name] = column
    return records


def _targets_as_arrays(
    targets: Sequence[_Target],
    nodes: dict[Node, int],
    conditions: dict[Node, int],
    n_codes: int,
) -> Targets:
    condition_first, its_conditions = _concatenate(target.conditions for target in targets)
    meeting_first, meeting = _concatenate(condition.atoms for condition in its_conditions)
    return Targets(
        node=_ints(nodes[target.node] for target in targets),
        role=np.array([target.role for target in targets], np.uint8),
        code=_ints(target.code for target in targets),
        condition_first=condition_first,
        scope=np.array([condition.scope for condition in its_conditions], np.uint8),
        wanted=np.array([condition.wanted for condition in its_conditions], np.bool_),
        condition=_ints(conditions[c.node] if c.node is not None else -1 for c in its_conditions),
        meeting_first=meeting_first,
        meeting=_ints(meeting),
        n_codes=n_codes,
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
