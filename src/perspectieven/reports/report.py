"""What a report is made of: finished tables, figures on disk, and who and what may be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from perspectieven.errors import Fault, StudyError
from perspectieven.lexicon import Lexicon
from perspectieven.reports.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class FigureFile:
    """One figure on disk, beside the table it shows.

    What has the id of a mark in the SVG (`figures.drawing.mark_id`) becomes a link to its quotes.

    Attributes
    ----------
    name : str
        Unique; file names of what a reader saves begin with it.
    svg_path : Path
        The size of a screen. Beside it lie those of other sizes, see `figures.write_figure`.
    alt : str
        What the figure shows, for who does not see it.
    question : str
        Of a reader, which heads the figures that answer it; empty for none.
    """

    name: str
    title: str
    caption: str
    svg_path: Path
    csv_path: Path
    alt: str
    question: str = ""

    @property
    def paper_path(self) -> Path:
        """The same for documents on paper, a PNG."""
        return self.svg_path.with_suffix(".paper.png")

    @property
    def class_path(self) -> Path:
        """The same for a slide, an SVG."""
        return self.svg_path.with_suffix(".class.svg")


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report shows; finished tables in, nothing is compared here.

    Attributes
    ----------
    language : {"nl", "en"}
        Of the page; what was said, and the lexicon, stay Dutch.
    perspectives : mapping
        Id to label, in the order of the study.
    turns, codings : DataFrame
        Schemas `tables.TURNS` and `tables.CODINGS`.
    theme_counts, code_counts, differences, shared : DataFrame
        Schemas of the same names in `tables`, made without `withheld_codes`.
    orientation_counts : DataFrame
        Schema `comparison.orientations.ORIENTATION_SHARES`, made without `withheld_codes`.
    shared_codes : DataFrame
        Schema `tables.SHARED`, of codes.
    cautions, coverage_ratios : DataFrame
        Schemas of the same names in `comparison`, of the same themes or codes as the differences.
    new_information, spread : DataFrame
        Schemas of the same names in `comparison`.
    conversations, composition, withheld : DataFrame
        Schemas of the same names in `tables`.
    quotable : frozenset of str
        Ids of the speakers who agreed to be quoted.
    min_group : int
        A perspective with fewer speakers is named, without numbers or quotes.
    withheld_codes : frozenset of str
        Codes that are never quoted or counted in what leaves the team.
    speaker_numbers : bool
        Whether quotes say which of them are of one speaker, by a number. Without, what one person said here and there
        cannot be laid together.
    manifest : mapping
        Label to value: what made the report. No names of transcripts or files.
    notes : tuple of str
        Sentences on method and validation.
    """

    title: str
    language: str
    perspectives: Mapping[str, str]
    lexicon: Lexicon
    turns: pd.DataFrame = field(repr=False)
    codings: pd.DataFrame = field(repr=False)
    theme_counts: pd.DataFrame = field(repr=False)
    code_counts: pd.DataFrame = field(repr=False)
    differences: pd.DataFrame = field(repr=False)
    cautions: pd.DataFrame = field(repr=False)
    coverage_ratios: pd.DataFrame = field(repr=False)
    orientation_counts: pd.DataFrame = field(repr=False)
    shared: pd.DataFrame = field(repr=False)
    shared_codes: pd.DataFrame = field(repr=False)
    new_information: pd.DataFrame = field(repr=False)
    spread: pd.DataFrame = field(repr=False)
    conversations: pd.DataFrame = field(repr=False)
    composition: pd.DataFrame = field(repr=False)
    withheld: pd.DataFrame = field(repr=False)
    figures: tuple[FigureFile, ...]
    quotable: frozenset[str] = field(repr=False)
    min_group: int
    withheld_codes: frozenset[str]
    manifest: Mapping[str, str]
    notes: tuple[str, ...] = ()
    speaker_numbers: bool = False
    notice: str = ""

    def __post_init__(self) -> None:
        faults = []
        if self.language not in LANGUAGES:
            what = f'is "{self.language}"; use one of {", ".join(LANGUAGES)}'
            faults.append(Fault("report", "language", what))
        if self.min_group < 1:
            faults.append(Fault("report", "min_group", f"is {self.min_group}; use a whole number from 1"))
        names = [figure.name for figure in self.figures]
        faults += [
            Fault("report", f"figure {name}", "occurs more than once; give each figure its own name")
            for name in dict.fromkeys(names)
            if names.count(name) > 1
        ]
        if faults:
            raise StudyError(faults)
