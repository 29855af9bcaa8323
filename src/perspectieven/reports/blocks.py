"""What a report on paper is made of, in whatever format: headings, texts, tables, pictures and quotes."""

from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.reports.shelves import Quote
from perspectieven.reports.view import Number

LETTERS = 100
"""About as many letters of a table fit beside each other on paper."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 5; ``ids`` is where numbers lead to."""

    level: int
    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or with more than one text a list of them."""

    texts: tuple[str, ...]
    listed: bool = False
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Numbers that each lead to their quotes, in a list."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a heading for each column; every row begins with its own heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Number, ...], ...]

    @property
    def is_crowded(self) -> bool:
        """Whether the longest words of its columns do not fit beside each other: letters must be smaller."""
        return sum(self._least) > LETTERS

    @property
    def widths(self) -> tuple[float, ...]:
        """Part of the width for each column, which add up to 1: the longest word fits, and then longer texts get more.

        >>> [round(width, 2) for width in Grid("", ("a", "b"), ((Number("een lange zin " * 3), Number("12")),)).widths]
        [0.92, 0.08]
        """
        least = self._least
        wanted = [max(short, min(40, max(map(len, texts)))) for short, texts in zip(least, self._columns, strict=True)]
        more = [long - short + 1 for short, long in zip(least, wanted, strict=True)]
        spare = max(0, LETTERS - sum(least))
        letters = [short + spare * part / sum(more) for short, part in zip(least, more, strict=True)]
        return tuple(length / sum(letters) for length in letters)

    @property
    def _columns(self) -> list[tuple[str, ...]]:
        return list(zip(self.header, *([number.text for number in row] for row in self.rows), strict=True))

    @property
    def _least(self) -> list[int]:
        """The letters of the longest word of each column, and the space beside it."""
        return [3 + max(len(word) for text in texts for word in (text.split() or [""])) for texts in self._columns]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure."""

    path: Path
    title: str
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A quote, and under it who says it and what it was coded as."""

    quote: Quote = field(repr=False)
    about: str


Block = Heading | Paragraph | Links | Grid | Picture | Saying


@dataclass(frozen=True, slots=True)
class Document:
    """A report on paper; ``targets`` are the ids that some block carries.

    Attributes
    ----------
    notice : str
        What a reader must know first; empty for nothing.
    """

    title: str
    language: str
    contents: str
    blocks: tuple[Block, ...] = field(repr=False)
    notice: str = ""

    @property
    def targets(self) -> frozenset[str]:
        """Where numbers can lead to."""
        return frozenset(i for block in self.blocks if isinstance(block, Heading) for i in block.ids)
