"""Nodes: the patterns of a lexicon with every word replaced by the number of its atom, ready to be looked for."""

from collections.abc import Iterator
from collections.abc import Sequence as Series
from dataclasses import dataclass

from perspectieven.dutch.words import split_words
from perspectieven.lexicon.notation import Bag, Choice, Compound, Exact, Pattern, Separable, Sequence, Word
from perspectieven.matching.atoms import AtomIndex

Need = frozenset[int]
"""Atoms of which at least one must be in the sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A pattern that is ready; two nodes are the same only if they are one object.

    Attributes
    ----------
    needs : tuple of Need
        The pattern can only be where every one of these is.
    """

    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True, eq=False)
class OneWord(Node):
    """One word: any of the atoms that it needs."""


@dataclass(frozen=True, slots=True, eq=False)
class SplitVerb(Node):
    """A separable verb."""

    atom: int
    particle: str


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf(Node):
    """One of several."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class InOrder(Node):
    """Parts in order, with the most words that may stand between."""

    parts: tuple[Node, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TogetherIn(Node):
    """Parts in any order, with the most other words between the first and the last."""

    parts: tuple[Node, ...]
    spare: int


@dataclass(frozen=True, slots=True, eq=False)
class Literally(Node):
    """Words next to each other; ``marks[i]`` is the punctuation mark that must follow word ``i``, often none."""

    words: tuple[OneWord, ...]
    marks: tuple[str, ...]


class NodeMaker:
    """Makes nodes, the same node for the same pattern."""

    def __init__(self, atoms: AtomIndex) -> None:
        self._atoms = atoms
        self._made: dict[Pattern, Node] = {}

    def make(self, pattern: Pattern) -> Node:
        """Return the node of a pattern."""
        node = self._made.get(pattern)
        if node is None:
            node = self._made[pattern] = self._make(pattern)
        return node

    def number(self, word: Word | Compound) -> int:
        """Return the number of the atom of a word."""
        return self._atoms.add(word)

    def _anchor(self, node: Node) -> Need:
        """Return the need that is likely to be met most rarely."""
        return min(node.needs, key=lambda need: sum(self._atoms.commonness[atom] for atom in need))

    def _make(self, pattern: Pattern) -> Node:
        match pattern:
            case Word() | Compound():
                return self._one_word(pattern)
            case Separable(particle=particle):
                atom = self._atoms.add(pattern)
                return SplitVerb((frozenset({atom}),), atom, particle)
            case Choice():
                options = tuple(list_options(pattern))
                words = [option for option in options if isinstance(option, Word | Compound)]
                longer = [self.make(option) for option in options if not isinstance(option, Word | Compound)]
                nodes = (self._one_word(*words), *longer) if words else tuple(longer)
                if len(nodes) == 1:
                    return nodes[0]
                return AnyOf((frozenset().union(*(self._anchor(node) for node in nodes)),), nodes)
            case Sequence(parts, gaps):
                nodes = tuple(self.make(part) for part in parts)
                return InOrder(_all_needs(nodes), nodes, gaps)
            case Bag(parts, spare):
                nodes = tuple(self.make(part) for part in parts)
                return TogetherIn(_all_needs(nodes), nodes, spare)
            case Exact(text):
                return self._literally(text)

    def _one_word(self, *options: Word | Compound) -> OneWord:
        return OneWord((frozenset(self._atoms.add(option) for option in options),))

    def _literally(self, text: str) -> Literally:
        words = split_words([text])
        spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
        nodes = tuple(self._one_word(Word(text[start:end], literal=True)) for start, end in spans)
        until = [*(start for start, _ in spans[1:]), len(text)]
        marks = tuple(text[end:after].strip()[:1] for (_, end), after in zip(spans, until, strict=True))
        return Literally(_all_needs(nodes), nodes, marks)


def list_options(pattern: Pattern) -> Iterator[Pattern]:
    """Yield the alternatives of a pattern, those within alternatives as well."""
    if isinstance(pattern, Choice):
        for option in pattern.options:
            yield from list_options(option)
    else:
        yield pattern


def _all_needs(nodes: Series[Node]) -> tuple[Need, ...]:
    return tuple(need for node in nodes for need in node.needs)
