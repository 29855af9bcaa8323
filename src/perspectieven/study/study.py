"""A study on disk: its transcripts and lexicon, the order of the steps, and the tables at the end of each."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.coding import recode
from perspectieven.coding.people import count_composition, list_conversations, list_speakers
from perspectieven.errors import Fault, StudyError
from perspectieven.lexicon import Lexicon
from perspectieven.privacy.disclosure import Risk, find_risks
from perspectieven.privacy.pseudonyms import hide_labels
from perspectieven.questions import count_factors, count_network, count_questions
from perspectieven.reading import SpeakerList, read_speakers
from perspectieven.study.coded import Coded
from perspectieven.study.inputs import SPEAKERS, draft_speakers, find_transcripts, list_transcripts, read_own_lexicon
from perspectieven.study.pseudonymising import reveal
from perspectieven.study.quoting import show_keyword, show_quotes
from perspectieven.study.settings import FILE as SETTINGS
from perspectieven.study.settings import Settings, read_settings
from perspectieven.study.sharing import count_withheld, find_small_groups, leave_out
from perspectieven.study.statistics import Statistics
from perspectieven.study.steps import check_study, code_study, read_study
from perspectieven.themes import count_shared, count_themes
from perspectieven.transcript import Transcript

if TYPE_CHECKING:
    from perspectieven.exploring import Page
    from perspectieven.exploring.widget import ExplorerWidget


def _nothing(done: str) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class Study:
    """A study in a folder; every table is a method, made from what is on disk.

    Examples
    --------
    >>> study = Study.open("tests/ministudie")
    >>> study
    Study('Ministudie', 4 transcripts, lexicon normaliseren 0.2)
    >>> study.theme_counts().query("theme == 'ERB'")[["perspective", "n_speakers_coded", "n_speakers"]]
          perspective  n_speakers_coded  n_speakers
    1          ouders                 3           3
    17      jeugdigen                 1           3
    33  professionals                 1           2
    """

    root: Path
    settings: Settings = field(repr=False)
    is_shareable: bool = False

    @classmethod
    def open(cls, folder: str | Path = ".") -> "Study":
        """Open the study in a folder, or in the nearest folder above it that has a `study.toml`.

        Raises
        ------
        StudyError
            If there is no `study.toml`, or with all that is wrong in it.
        """
        here = Path(folder).resolve()
        root = next((place for place in (here, *here.parents) if (place / SETTINGS).is_file()), here)
        return cls(root, read_settings(root))

    def __repr__(self) -> str:
        lexicon = f"lexicon {self.lexicon.name} {self.lexicon.version}"
        return f"Study({self.settings.title!r}, {len(self.transcript_paths)} transcripts, {lexicon})"

    def _repr_html_(self) -> str:
        from perspectieven.study.exploring import study_card

        return study_card(self)._repr_html_()

    def shareable(self) -> "Study":
        """Return the same study as it may be shown outside the team.

        Its turns and codings leave out groups below the minimum size and withheld codes; quotes and keywords in context
        are only of people who agreed, without who or where; no interviewer is quoted.
        """
        return replace(self, is_shareable=True)

    # what is on disk

    @property
    def raw(self) -> Path:
        """The folder with transcripts and `speakers.csv`."""
        return self.root / "data" / "raw"

    @property
    def coded(self) -> Coded:
        """The folder with turns, codings and manifest."""
        return Coded(self.root / "data" / "coded")

    @property
    def reports(self) -> Path:
        """The folder with figures, tables and pages."""
        return self.root / "reports"

    @property
    def perspectives(self) -> tuple[str, ...]:
        """Perspective ids in the order of the study."""
        return tuple(self.settings.perspectives)

    @property
    def labels(self) -> dict[str, str]:
        """What people read: perspective, theme and code ids to their labels."""
        themes = {theme.id: theme.label for theme in self.lexicon.themes}
        return {**self.settings.perspectives, **themes, **{code.id: code.label for code in self.lexicon.codes}}

    @property
    def lexicon_source(self) -> str | Path:
        """Where the lexicon is that `study.toml` names: a shipped one, or a folder in the study."""
        inside = self.root / self.settings.lexicon
        return inside if inside.is_dir() else self.settings.lexicon

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon of the study, as it is on disk now; see `inputs.read_own_lexicon`."""
        return read_own_lexicon(self.lexicon_source, withheld=self.settings.withheld_codes)

    @property
    def transcript_paths(self) -> tuple[Path, ...]:
        """The files in data/raw that are transcripts, sorted; see `inputs.find_transcripts`."""
        return find_transcripts(self.raw, ignore=self.settings.ignore)

    @property
    def n_transcripts(self) -> int:
        """How many files in data/raw can be transcripts, whatever else is wrong there."""
        return len(list_transcripts(self.raw, ignore=self.settings.ignore)[0])

    def speakers(self) -> SpeakerList:
        """Read `speakers.csv`."""
        return read_speakers(self.raw / SPEAKERS, perspectives=self.perspectives)

    def transcripts(self) -> tuple[Transcript, ...]:
        """Read every transcript, with every speaker known; see `inputs.read_transcripts`."""
        return read_study(self)[0]

    def people(self) -> pd.DataFrame:
        """Return what `speakers.csv` says of everybody who takes part; for the team, never to pass on.

        Raises
        ------
        StudyError
            If the study is to be shareable: `composition` is.
        """
        if self.is_shareable:
            what = "are for the team; pass on study.composition(), in which nobody stands alone"
            raise StudyError(Fault("shareable study", "people", what))
        return list_speakers(self._hidden())

    def composition(self) -> pd.DataFrame:
        """Count what kind of people speak, nobody alone in a row; see `coding.people.count_composition`."""
        people = list_speakers(self._hidden())
        return count_composition(people, perspectives=self.perspectives, min_group=self.settings.min_group)

    def conversations(self) -> pd.DataFrame:
        """Return the transcripts with the dates that are known; see `coding.people.list_conversations`."""
        return list_conversations(self._hidden())

    def _hidden(self) -> tuple[Transcript, ...]:
        """Return the transcripts with no names in the labels, if the study asks for that."""
        return tuple(map(hide_labels, self.transcripts())) if self.settings.pseudonyms else self.transcripts()

    def check(self) -> tuple[str, ...]:
        """Check settings, lexicon, transcripts and speakers, all in one go.

        Returns
        -------
        tuple of str
            What is noteworthy but not wrong.

        Raises
        ------
        PerspectievenError
            With every fault of every part.
        """
        return check_study(self)

    def draft_speakers(self, *, write: bool = False) -> tuple[str, ...]:
        """Return a line of `speakers.csv` for every speaker who is in no line yet, perspective still empty.

        Parameters
        ----------
        write : bool
            Also add the lines to the file.
        """
        settings = self.settings
        return draft_speakers(
            self.transcript_paths,
            self.raw / SPEAKERS,
            columns=settings.columns,
            write=write,
            repair=settings.repair_encoding,
        )

    def privacy_risks(self) -> tuple[Risk, ...]:
        """Return what may still identify somebody in the coded turns; see `privacy.disclosure.find_risks`."""
        whole = replace(self, is_shareable=False)
        return find_risks(whole.turns(), whole.people(), min_group=self.settings.min_group)

    def reveal(self, pseudonym: str, *, passphrase: str) -> tuple[str, ...]:
        """Return how the texts name who or what is behind a pseudonym; needs the passphrase of the key."""
        return reveal(self.root / self.settings.key, pseudonym, passphrase=passphrase)

    # the steps

    def code(
        self,
        *,
        jobs: int = 1,
        engine: str = "local",
        scheduler: str | None = None,
        on_done: Callable[[str], None] = _nothing,
    ) -> None:
        """Code every transcript and write turns, codings and manifest to data/coded.

        Nothing is coded twice: a transcript whose text, speakers and lexicon are as they were is taken over, also
        from a run that was broken off. A transcript that needs work stops no other: the others are coded and kept,
        and the list comes at the end; the tables are made when nothing is wrong any more. Where another process is
        coding this study, it is waited for.

        Parameters
        ----------
        jobs : int
            Processes to use, if there is enough to do. A script of your own calls this under
            ``if __name__ == "__main__":``, as each process begins by importing the script.
        engine : {"local", "dask"}
            This machine, or Dask. The bytes of the tables are the same.
        scheduler : str, optional
            Address of a Dask scheduler; without it Dask runs on this machine, with `jobs` workers.
        on_done : callable
            Called with the id of each transcript as it is finished.

        Raises
        ------
        PerspectievenError
            With all that is wrong with any transcript.
        """
        code_study(self, jobs=jobs, engine=engine, scheduler=scheduler, on_done=on_done)

    def run(
        self,
        *,
        jobs: int = 1,
        engine: str = "local",
        scheduler: str | None = None,
        on_done: Callable[[str], None] = _nothing,
    ) -> Path:
        """Code, see `code`, and report; return the page that the report begins at."""
        from perspectieven.study.reporting import write_reports

        self.code(jobs=jobs, engine=engine, scheduler=scheduler, on_done=on_done)
        return write_reports(self, on_done=on_done)[0]

    # the tables

    def turns(self) -> pd.DataFrame:
        """Return every turn (schema `tables.TURNS`); codes first if what is in data/coded is stale."""
        return self._tables()[0]

    def codings(self, lexicon: Lexicon | None = None) -> pd.DataFrame:
        """Return every coding (schema `tables.CODINGS`); codes first if what is in data/coded is stale.

        Parameters
        ----------
        lexicon : Lexicon, optional
            A lexicon to try out instead of the study's own: nothing on disk changes.
        """
        return self._tables()[1] if lexicon is None else self.recode(lexicon)

    def recode(self, lexicon: Lexicon) -> pd.DataFrame:
        """Return the codings that another lexicon gives: try out a changed term, and nothing on disk changes.

        Only codes that differ from those of the study's own lexicon are looked for; see `coding.recode`.

        Examples
        --------
        >>> from dataclasses import replace
        >>> study = Study.open("tests/ministudie")
        >>> code = study.lexicon.code("ERB-FASE")
        >>> changed = study.recode(study.lexicon.with_code(replace(code, terms=code.terms[1:])))
        >>> len(study.codings()) - len(changed)
        1
        """
        turns, codings = replace(self, is_shareable=False)._tables()
        return self._shown(turns, recode(turns, codings, self.lexicon, lexicon))[1]

    def _tables(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        self.code()
        return self._shown(*self.coded.read())

    def _shown(self, turns: pd.DataFrame, codings: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return what of turns and codings may be shown; all of it unless the study is to be shareable."""
        if not self.is_shareable:
            return turns, codings
        withheld = self.settings.withheld_codes
        return leave_out(turns, codings, small=self.small_groups(), withheld=withheld)

    def _counted(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return turns and codings without those of withheld codes, which are in no count."""
        turns, codings = self._tables()
        return turns, codings[~codings["code"].isin(self.settings.withheld_codes)]

    def small_groups(self) -> frozenset[str]:
        """Return the perspectives with fewer speakers than the study's minimum, but not none."""
        return find_small_groups(replace(self, is_shareable=False).turns(), min_group=self.settings.min_group)

    def withheld(self) -> pd.DataFrame:
        """Return the codings of withheld codes, such as safety: for the team to look at, in no count or report."""
        codings = replace(self, is_shareable=False).codings()
        return codings[codings["code"].isin(self.settings.withheld_codes)].reset_index(drop=True)

    def quotable(self) -> frozenset[str]:
        """Return the ids of the speakers who agreed to be quoted."""
        people = list_speakers(self._hidden())
        return frozenset(people.loc[people["quotable"], "speaker"])

    def withholding(self) -> pd.DataFrame:
        """Count what is left out of all that is passed on, and why; see `sharing.count_withheld`."""
        whole = replace(self, is_shareable=False)
        withheld = self.settings.withheld_codes
        small, quotable = self.small_groups(), self.quotable()
        return count_withheld(whole.turns(), whole.codings(), small=small, withheld=withheld, quotable=quotable)

    def theme_counts(self, by: str = "theme") -> pd.DataFrame:
        """Count mentions, turns and speakers per perspective and theme or code; see `themes.count_themes`.

        Codes that `study.toml` withholds are left out, as in every table below.
        """
        turns, codings = self._counted()
        return count_themes(codings, turns, items=self._items(by), perspectives=self.perspectives, by=by)

    def differences(self, by: str = "theme") -> pd.DataFrame:
        """Compare perspectives; see `comparison.compare_perspectives`."""
        return self.statistics.differences(by)

    @property
    def statistics(self) -> Statistics:
        """The tables whose unit is the person."""
        return Statistics(self)

    def orientations(self) -> pd.DataFrame:
        """Measure orientations per perspective; see `comparison.measure_orientations`."""
        return self.statistics.orientations()

    def shared(self, by: str = "theme") -> pd.DataFrame:
        """Say what is shared by all perspectives, by some, by one; see `themes.count_shared`."""
        return count_shared(self.theme_counts(by), by=by)

    def questions(self) -> pd.DataFrame:
        """Count who says something to each research question; see `questions.count_questions`."""
        turns, codings = self._counted()
        return count_questions(codings, turns, perspectives=self.perspectives, seed=self.settings.seed)

    def factors(self) -> pd.DataFrame:
        """Count what helps and what hinders, at each level; see `questions.count_factors`."""
        turns, codings = self._counted()
        return count_factors(
            codings, turns, lexicon=self.lexicon, perspectives=self.perspectives, seed=self.settings.seed
        )

    def network(self) -> pd.DataFrame:
        """Count the kinds of support that people speak of; see `questions.count_network`."""
        turns, codings = self._counted()
        return count_network(codings, turns, perspectives=self.perspectives, seed=self.settings.seed)

    def explore(self, *, everyone: bool = False) -> "ExplorerWidget":
        """Show a widget in Jupyter to choose, read, and try a changed term in; see `study.exploring.open_explorer`."""
        from perspectieven.study.exploring import open_explorer

        return open_explorer(self, everyone=everyone)

    def conversation(self, conversation: str | int = 1, *, everyone: bool = False) -> "Page":
        """Return a conversation with its codings marked in the text; see `study.exploring.show_conversation`."""
        from perspectieven.study.exploring import show_conversation

        return show_conversation(self, conversation, everyone=everyone)

    def kwic(self, term: str, *, window: int = 8, passphrase: str | None = None) -> pd.DataFrame:
        """Show a word or a term of the notation in its context; see `concordance.find_keyword`.

        Parameters
        ----------
        passphrase : str, optional
            That of the key: names are shown as they were said, for the team, never to pass on.
        """
        return show_keyword(self, term, window=window, passphrase=passphrase)

    def quotes(
        self, code: str, *, perspective: str | None = None, everyone: bool = False, passphrase: str | None = None
    ) -> pd.DataFrame:
        """Return the turns that carry a code or theme.

        Parameters
        ----------
        code : str
            A code or theme.
        perspective : str, optional
            Only this one.
        everyone : bool
            Also of people who did not agree to be quoted, and of withheld codes: for the team, never to pass on.
        passphrase : str, optional
            That of the key: names are shown as they were said, for the team, never to pass on.

        Returns
        -------
        DataFrame
            One row per coding, as from `reports.select_quotes`.
        """
        return show_quotes(self, code, perspective=perspective, everyone=everyone, passphrase=passphrase)

    def _items(self, by: str) -> tuple[str, ...]:
        if by not in {"theme", "code"}:
            raise StudyError(Fault("study", f"by={by!r}", 'cannot be counted by; use "theme" or "code"'))
        if by == "theme":
            return self.lexicon.theme_ids
        return tuple(code for code in self.lexicon.code_ids if code not in self.settings.withheld_codes)
