"""A mention in its sentence: what the rules of stance look at."""

from dataclasses import dataclass

from perspectieven.dutch.clauses import FILLERS, Clauses


@dataclass(frozen=True, slots=True)
class Cue:
    """What one rule saw: the rule with the words in double quotes, how many words away, and why it may be wrong."""

    cue: str
    distance: int = 0
    doubt: str = ""


class Mention:
    """A mention in its sentence.

    Attributes
    ----------
    parts : tuple of int
        The words of the mention.
    begin, end : int
        The half-open range of words of its sentence.
    own_clauses : set of int
        The numbers of the clauses that it shares its stance with.
    """

    def __init__(self, clauses: Clauses, parts: tuple[int, ...]) -> None:
        self.clauses = clauses
        self.words = clauses.words
        self.forms = clauses.forms
        self.parts = parts
        self.begin, self.end = self.words.sentence_bounds(self.words.sentence_of(parts[0]))
        self.own_clauses = {clauses.numbers[part] for part in parts}
        self._add_resumed_clause()

    def _add_resumed_clause(self) -> None:
        """A short clause taken up by *dat* or *die* shares its stance: *een label, nee, dat hoeft voor mij niet*."""
        first, last = self.clauses.bounds(self.parts[-1])
        if last - first > 4:
            return
        while last < self.end and self.forms[last] in FILLERS:
            last += 1
        if last < self.end and self.forms[last] in {"dat", "die"} and "," in self.words.between(last - 1):
            self.own_clauses.add(self.clauses.numbers[last])

    def openings(self) -> list[int]:
        """Return the first word of each clause that the mention is in."""
        return sorted({self.clauses.bounds(part)[0] for part in self.parts})
