"""The statistics of a study: what `comparison` says of its perspectives, with the settings of the study."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from perspectieven import comparison
from perspectieven.errors import Fault, StudyError

if TYPE_CHECKING:
    from perspectieven.study.study import Study


_DAY = len("2021-05-26")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Tables whose unit is the person, each made from what is on disk; see the functions of `comparison`.

    Withheld codes are in none of them. What may be shown of a shareable study names no speaker.

    Examples
    --------
    >>> from perspectieven.study import Study
    >>> statistics = Study.open("tests/ministudie").statistics
    >>> statistics.rates().query("theme == 'ERB'")[["perspective", "n_speakers", "share_speakers"]].round(2)
          perspective  n_speakers  share_speakers
    1          ouders           3            1.00
    17      jeugdigen           3            0.33
    33  professionals           2             NaN
    """

    study: "Study"

    def speakers(self, by: str = "theme") -> pd.DataFrame:
        """Count mentions per speaker; see `comparison.count_speakers`.

        Raises
        ------
        StudyError
            If the study is shareable: the table is of single persons.
        """
        self._keep_in_team("speakers", "is of single persons")
        return self._make(comparison.count_speakers, by)

    def rates(self, by: str = "theme") -> pd.DataFrame:
        """Measure shares of speakers and rates per 1,000 words; see `comparison.measure_rates`."""
        return self._make(comparison.measure_rates, by, **self._care, seed=self._seed)

    def differences(self, by: str = "theme", *, measure: str = "share", adjust: str = "holm") -> pd.DataFrame:
        """Compare every pair of perspectives; see `comparison.compare_perspectives`."""
        options = {"measure": measure, "adjust": adjust, "seed": self._seed}
        return self._make(comparison.compare_perspectives, by, **self._care, **options)

    def overall(self, by: str = "theme", *, measure: str = "share", adjust: str = "holm") -> pd.DataFrame:
        """Test all perspectives at once; see `comparison.compare_all`."""
        options = {"measure": measure, "adjust": adjust, "seed": self._seed}
        return self._make(comparison.compare_all, by, **self._care, **options)

    def without_one(self, by: str = "theme", *, measure: str = "share") -> pd.DataFrame:
        """Compare again without each speaker; see `comparison.compare_without_one`.

        Who it is that matters most is not in the table of a shareable study.
        """
        table = self._make(comparison.compare_without_one, by, **self._care, measure=measure)
        return table.drop(columns="speaker") if self.study.is_shareable else table

    def cautions(self, by: str = "theme", *, measure: str = "share") -> pd.DataFrame:
        """Find what to know before believing a difference; see `comparison.find_cautions`."""
        return self._make(comparison.find_cautions, by, **self._care, measure=measure, seed=self._seed)

    def spontaneity(self, by: str = "theme") -> pd.DataFrame:
        """Measure what is said unasked beside what was prompted; see `comparison.measure_spontaneity`."""
        return self._make(comparison.measure_spontaneity, by, **self._care, seed=self._seed)

    def orientations(self) -> pd.DataFrame:
        """Measure in which direction people speak; see `comparison.measure_orientations`."""
        return self._make(comparison.measure_orientations, None, **self._care, seed=self._seed)

    def voices(self, *, holders: Mapping[str, str] = comparison.HOLDERS) -> pd.DataFrame:
        """Count who says it, whose view it is, and stance; see `comparison.count_voices`."""
        return self._make(comparison.count_voices, "theme", holders=holders, **self._care, seed=self._seed)

    def coverage(self) -> pd.DataFrame:
        """Measure how much of each perspective's talk carries a code; see `comparison.measure_coverage`."""
        return self._make(comparison.measure_coverage, None, **self._care, seed=self._seed)

    def coverage_ratios(self) -> pd.DataFrame:
        """Compare whom the lexicon hears better; see `comparison.compare_coverage`."""
        return self._make(comparison.compare_coverage, None, **self._care, seed=self._seed)

    def terms(self) -> pd.DataFrame:
        """Count which terms of the lexicon find something, in whose talk; see `comparison.count_terms`."""
        shown = self.study._items("code")
        codes = [code for code in self.study.lexicon.codes if code.id in shown]
        terms = [(code.id, term.notation) for code in codes for term in code.terms]
        return self._make(comparison.count_terms, None, terms=terms)

    def dispersion(self, by: str = "theme") -> pd.DataFrame:
        """Measure how evenly speakers share a theme; see `comparison.dispersion`."""
        return self._make(comparison.measure_dispersion, by, **self._care)

    def cooccurrence(self, by: str = "theme") -> pd.DataFrame:
        """Count what is mentioned together; see `comparison.cooccurrence`."""
        return self._make(comparison.count_cooccurrence, by, **self._care, seed=self._seed)

    def correspondence(self, by: str = "theme", *, rows: str = "perspective") -> pd.DataFrame:
        """Place perspectives (or speakers) and themes on one map; see `comparison.correspondence`.

        Raises
        ------
        StudyError
            If the study is shareable and the rows are speakers; `spread` tells of them together.
        """
        if rows == "speaker":
            self._keep_in_team("correspondence of speakers", "is of single persons")
        return self._make(comparison.measure_correspondence, by, **self._care, rows=rows, seed=self._seed)

    def spread(self, by: str = "theme") -> pd.DataFrame:
        """Measure how much of what sets speakers apart lies between perspectives; see `comparison.measure_spread`."""
        return self._make(comparison.measure_spread, by, **self._care, seed=self._seed)

    def saturation(self, by: str = "code") -> pd.DataFrame:
        """Measure what a further conversation adds; see `comparison.saturation`."""
        return self._make(comparison.measure_saturation, by, **self._care, seed=self._seed)

    def new_information(self, by: str = "code") -> pd.DataFrame:
        """Measure when conversations stop telling something new; see `comparison.measure_new_information`.

        They are taken in the order of their dates where the day of each is known, else in that of their ids.
        """
        held = self.study.conversations()
        dated = held.sort_values(["date", "transcript_id"]) if (held["date"].str.len() == _DAY).all() else held
        return self._make(
            comparison.measure_new_information, by, **self._care, seed=self._seed, order=list(dated["transcript_id"])
        )

    def transitions(self, by: str = "theme") -> pd.DataFrame:
        """Count which theme follows which; see `comparison.count_transitions`."""
        return self._make(comparison.count_transitions, by, **self._care)

    def timeline(self, transcript_id: str, by: str = "theme") -> pd.DataFrame:
        """Measure where in one conversation each theme is mentioned; see `comparison.measure_timeline`.

        Of a shareable study it does not say by whom, nor in which conversation: those columns are empty.
        """
        table = self._make(comparison.measure_timeline, by, transcript_id=transcript_id)
        return table.assign(transcript_id="", speaker="", coding_id="") if self.study.is_shareable else table

    def positions(self, by: str = "theme") -> pd.DataFrame:
        """Measure where in the conversation each theme is mentioned; see `comparison.measure_positions`."""
        return self._make(comparison.measure_positions, by, **self._care, seed=self._seed)

    def keyness(self) -> pd.DataFrame:
        """Measure which words outside the lexicon mark a perspective; see `comparison.keyness`.

        Raises
        ------
        StudyError
            If the study is shareable: the table is of words that people said.
        """
        self._keep_in_team("keyness", "is of words that people said")
        turns, codings = self.study.turns(), self.study.codings()
        return comparison.measure_keyness(codings, turns, perspectives=self.study.perspectives, **self._care)

    def _keep_in_team(self, table: str, what: str) -> None:
        if self.study.is_shareable:
            told = f"{what} and stays in the team; ask it of the study itself, not of study.shareable()"
            raise StudyError(Fault("statistics", table, told))

    @property
    def _care(self) -> dict[str, Any]:
        """What is withheld, and in which language that is said."""
        settings = self.study.settings
        return {"min_group": settings.min_group, "language": settings.language}

    @property
    def _seed(self) -> int:
        return self.study.settings.seed

    def _make(self, function: Callable[..., pd.DataFrame], by: str | None, **options: object) -> pd.DataFrame:
        """Make a table of the codings that are counted, of all items of a kind where the function asks for them."""
        items = {} if by is None else {"items": self.study._items(by), "by": by}
        turns, codings = self.study._counted()
        return function(codings, turns, perspectives=self.study.perspectives, **items, **options)
