"""A study on disk: its transcripts and lexicon, the order of the steps, and the tables at the end of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from perspectieven.coding import code_transcripts
from perspectieven.comparison import compare_perspectives
from perspectieven.concordance import find_keyword
from perspectieven.errors import Fault, PerspectievenError, StudyError
from perspectieven.lexicon import Lexicon
from perspectieven.reading import SpeakerList, read_speakers
from perspectieven.reports import select_quotes
from perspectieven.study.coded import Coded
from perspectieven.study.inputs import SPEAKERS, find_transcripts, read_own_lexicon, read_transcripts
from perspectieven.study.manifest import digest_file, digest_of, package_digest, package_versions
from perspectieven.study.settings import FILE as SETTINGS
from perspectieven.study.settings import Settings, read_settings
from perspectieven.study.sharing import WHO, find_small_groups, keep_agreed, leave_out
from perspectieven.themes import count_orientations, count_positions, count_shared, count_themes
from perspectieven.transcript import Transcript


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

    def speakers(self) -> SpeakerList:
        """Read `speakers.csv`."""
        return read_speakers(self.raw / SPEAKERS, perspectives=self.perspectives)

    def transcripts(self) -> tuple[Transcript, ...]:
        """Read every transcript, with every speaker known; see `inputs.read_transcripts`."""
        return read_transcripts(
            self.transcript_paths,
            self.raw / SPEAKERS,
            columns=self.settings.columns,
            perspectives=self.perspectives,
        )

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
        faults: list[Fault] = []
        transcripts: tuple[Transcript, ...] = ()
        try:
            transcripts = self.transcripts()
        except PerspectievenError as error:
            faults += error.faults
        try:
            _ = self.lexicon
        except PerspectievenError as error:
            faults += error.faults
        if faults:
            raise PerspectievenError(faults)
        notes = [f"{SPEAKERS}: no turn has {row.transcript},{row.label}" for row in self.speakers().unused(transcripts)]
        if not transcripts:
            notes.append("data/raw: no transcripts yet")
        return tuple(notes)

    # the steps

    def code(self, *, jobs: int = 1, on_done: Callable[[str], None] = _nothing) -> None:
        """Code every transcript and write turns, codings and manifest to data/coded.

        Nothing is coded twice: a transcript whose file, speakers and lexicon are as they were is taken over, also
        from a run that was broken off.

        Parameters
        ----------
        jobs : int
            Processes to use.
        on_done : callable
            Called with the id of each transcript as it is finished.
        """
        made_from = self._made_from()
        if self.coded.is_fresh(made_from):
            for path in self.transcript_paths:
                on_done(path.stem)
            return
        transcripts = self.transcripts()
        shared = digest_of(f"{self.lexicon.digest} {package_digest()} {package_versions()}")
        keys = {
            t.id: digest_of(f"{shared} {t.id} {[(u.label, u.text, u.start_s, u.end_s, u.speaker) for u in t.turns]}")
            for t in transcripts
        }
        self.coded.code(transcripts, self.lexicon, made_from=made_from, keys=keys, jobs=jobs, on_done=on_done)

    def run(self, *, jobs: int = 1, on_done: Callable[[str], None] = _nothing) -> Path:
        """Check, code and report; return the page that the report begins at."""
        from perspectieven.study.reporting import write_reports

        self.check()
        self.code(jobs=jobs, on_done=on_done)
        return write_reports(self, on_done=on_done)

    def _made_from(self) -> dict[str, object]:
        speakers = self.raw / SPEAKERS
        inputs = {str(p.relative_to(self.raw).as_posix()): digest_file(p) for p in self.transcript_paths}
        return {
            "columns": repr(self.settings.columns),
            "inputs": inputs,
            "lexicon": {"name": self.lexicon.name, "version": self.lexicon.version, "digest": self.lexicon.digest},
            "package": package_digest(),
            "perspectives": list(self.perspectives),
            "seed": self.settings.seed,
            "speakers": digest_file(speakers) if speakers.is_file() else "",
            "versions": package_versions(),
        }

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
        if lexicon is None:
            return self._tables()[1]
        return self._shown(*code_transcripts(self.transcripts(), lexicon))[1]

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
        return frozenset(
            turn.speaker.id for t in self.transcripts() for turn in t.turns if turn.speaker and turn.speaker.quotable
        )

    def theme_counts(self, by: str = "theme") -> pd.DataFrame:
        """Count mentions, turns and speakers per perspective and theme or code; see `themes.count_themes`.

        Codes that `study.toml` withholds are left out, as in every table below.
        """
        turns, codings = self._counted()
        return count_themes(codings, turns, items=self._items(by), perspectives=self.perspectives, by=by)

    def differences(self, by: str = "theme") -> pd.DataFrame:
        """Compare perspectives; see `comparison.compare_perspectives`."""
        turns, codings = self._counted()
        return compare_perspectives(
            codings,
            turns,
            items=self._items(by),
            perspectives=self.perspectives,
            by=by,
            min_group=self.settings.min_group,
            seed=self.settings.seed,
        )

    def orientations(self) -> pd.DataFrame:
        """Count orientations per perspective; see `themes.count_orientations`."""
        turns, codings = self._counted()
        return count_orientations(codings, turns, perspectives=self.perspectives)

    def shared(self, by: str = "theme") -> pd.DataFrame:
        """Say what is shared by all perspectives, by some, by one; see `themes.count_shared`."""
        return count_shared(self.theme_counts(by), by=by)

    def positions(self, by: str = "theme") -> pd.DataFrame:
        """Count mentions along the conversation; see `themes.count_positions`."""
        turns, codings = self._counted()
        return count_positions(codings, turns, items=self._items(by), perspectives=self.perspectives, by=by)

    def kwic(self, term: str, *, window: int = 8) -> pd.DataFrame:
        """Show a word or a term of the notation in its context; see `concordance.find_keyword`."""
        turns = self.turns()
        if not self.is_shareable:
            return find_keyword(turns, term, window=window)
        agreed = keep_agreed(turns, self.withheld(), quotable=self.quotable())
        return find_keyword(agreed, term, window=window).drop(columns=list(WHO))

    def quotes(self, code: str, *, perspective: str | None = None, everyone: bool = False) -> pd.DataFrame:
        """Return the turns that carry a code or theme.

        Parameters
        ----------
        code : str
            A code or theme.
        perspective : str, optional
            Only this one.
        everyone : bool
            Also of people who did not agree to be quoted, and of withheld codes: for the team, never to pass on.

        Returns
        -------
        DataFrame
            One row per coding, as from `reports.select_quotes`.
        """
        if perspective is not None:
            self._check_perspective(perspective)
        everyone = everyone and not self.is_shareable
        turns, _ = self._tables()
        _, codings = replace(self, is_shareable=False)._tables()
        spoken = codings.merge(turns[["transcript_id", "turn_index"]], on=["transcript_id", "turn_index"])
        quotes = select_quotes(
            spoken,
            turns,
            items=self._codes_of(code),
            perspectives=None if perspective is None else [perspective],
            quotable=None if everyone else self.quotable(),
            withheld_codes=frozenset() if everyone else frozenset(self.settings.withheld_codes),
        )
        return quotes.drop(columns=[*WHO, "coding_id"]) if self.is_shareable else quotes

    def _check_perspective(self, perspective: str) -> None:
        if perspective not in self.perspectives:
            what = f"is no perspective of this study; use one of {', '.join(self.perspectives)}"
            raise StudyError(Fault("study.toml", perspective, what))

    def _codes_of(self, name: str) -> Sequence[str]:
        if name in self.lexicon.theme_ids:
            return [code.id for code in self.lexicon.codes if code.theme == name]
        return [self.lexicon.code(name).id]

    def _items(self, by: str) -> tuple[str, ...]:
        if by not in {"theme", "code"}:
            raise StudyError(Fault("study", f"by={by!r}", 'cannot be counted by; use "theme" or "code"'))
        if by == "theme":
            return self.lexicon.theme_ids
        return tuple(code for code in self.lexicon.code_ids if code not in self.settings.withheld_codes)
