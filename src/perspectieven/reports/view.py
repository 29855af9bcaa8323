"""What the template shows: words and numbers, nothing left to work out."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from perspectieven.reports.figure_tables import FigureView
from perspectieven.reports.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Number:
    """What a table cell says, and where its quotes are.

    Attributes
    ----------
    target : str
        Id in the page; empty where there is nothing to read.
    quotes : str
        Numbers of the quotes, separated by spaces.
    about : str
        What is counted, in words.
    note : str
        How many quotes are shown, and why not all.
    share : float
        0 to 1, for a bar in the cell; negative for no bar.
    """

    text: str
    target: str = ""
    quotes: str = ""
    about: str = ""
    note: str = ""
    share: float = -1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; without numbers it says why."""

    label: str
    numbers: tuple[Number, ...]
    instead: str = ""
    href: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Behind:
    """The codes behind a number that spans several."""

    id: str
    label: str
    codes: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class CodeView:
    """One code: its definition and its numbers per perspective."""

    id: str
    label: str
    definition: str
    holders: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """One theme: its definition, its numbers, its codes and its quotes."""

    id: str
    label: str
    description: str
    rows: tuple[Row, ...]
    codes: tuple[CodeView, ...]
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A table beside a figure, with how to read it."""

    title: str
    points: tuple[str, ...]
    how_to_read: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One research question, the themes that serve it, and the codes behind its numbers."""

    id: str
    label: str
    row: Row
    themes: tuple[Row, ...]
    behind: tuple[Behind, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two perspectives compared; without rows it says why."""

    label: str
    a: str
    b: str
    rows: tuple[Row, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything the template shows.

    Attributes
    ----------
    groups : tuple of str
        Labels of the perspectives that are shown: the columns of every table with one column per perspective.
    colours : mapping
        Label of a perspective to its colour in the figures.
    without : str
        The perspectives that are too small to be such a column, and why; empty for none.
    period : str
        When the conversations took place, as far as that is known.
    composition : tuple of Row
        What kind of people spoke: what is told, what of it, of how many.
    left_out : tuple of str
        What is not in the report, and why.
    coverage : tuple of str
        Whom the lexicon hears better: to be read before any comparison.
    beside : mapping
        Name of a figure to the table beside it.
    behind : mapping
        Name of a figure to the codes behind its marks, where these are of no theme or code.
    support : tuple of Row
        Which support who speaks of: a kind of support, and then the group and its numbers.
    """

    empty: bool
    no_codings: bool
    groups: tuple[str, ...]
    colours: Mapping[str, str]
    without: str
    people: tuple[Row, ...]
    period: str
    composition: tuple[Row, ...]
    left_out: tuple[str, ...]
    coverage: tuple[str, ...]
    small: str
    elsewhere: str
    figures: tuple[FigureView, ...]
    beside: Mapping[str, Beside]
    behind: Mapping[str, tuple[Behind, ...]]
    overview: tuple[Row, ...]
    themes: tuple[ThemeView, ...]
    questions: tuple[QuestionView, ...]
    support: tuple[Row, ...]
    support_behind: tuple[Behind, ...]
    shared: tuple[tuple[str, tuple[Row, ...]], ...]
    pairs: tuple[PairView, ...]
    orientations: tuple[Row, ...]
    orientations_behind: tuple[Behind, ...]
    trust: tuple[str, ...]
    notes: tuple[str, ...]
    manifest: tuple[tuple[str, str], ...]

    @property
    def all_behind(self) -> tuple[Behind, ...]:
        """The codes behind every number that spans several."""
        asked = (question.behind for question in self.questions)
        return tuple(chain(*self.behind.values(), *asked, self.support_behind, self.orientations_behind))
