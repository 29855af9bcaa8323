"""What is in `data/coded`: codings per transcript as they are finished, and the tables that they make together."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
from filelock import BaseFileLock, FileLock

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.reading import SpeakerList
from perspectieven.study.assembling import write_tables
from perspectieven.study.engines import Engine
from perspectieven.study.gaps import Labels, describe_gaps
from perspectieven.study.manifest import digest_file, read_manifest, write_manifest
from perspectieven.study.parts import Entry, Parts, clear_unfinished
from perspectieven.study.pseudonymising import Mask
from perspectieven.study.work import Errand, Outcome, Tools, make_errands
from perspectieven.tables import CODINGS, TURNS, Schema

MANIFEST = "manifest.json"
LOCK = "lock"
_TABLES: tuple[Schema, Schema] = (TURNS, CODINGS)


@dataclass(frozen=True, slots=True)
class Coded:
    """The folder `data/coded` of a study."""

    folder: Path

    @property
    def parts(self) -> Parts:
        """The folder with what is coded, transcript by transcript."""
        return Parts(self.folder / "parts")

    def alone(self) -> BaseFileLock:
        """Return what holds off other processes that want to code this study, while it is entered."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.folder / LOCK)

    def is_fresh(self, made_from: Mapping[str, object]) -> bool:
        """Say whether the tables are there, untouched, and made from exactly this."""
        manifest = read_manifest(self.folder / MANIFEST)
        outputs = manifest.get("outputs")
        if manifest.get("made_from") != made_from or not isinstance(outputs, dict) or not outputs:
            return False
        return all(
            (self.folder / name).is_file() and digest_file(self.folder / name) == found
            for name, found in outputs.items()
        )

    def read(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Read turns and codings."""
        turns, codings = (
            pd.read_parquet(self.folder / f"{schema.name}.parquet").astype(schema.columns) for schema in _TABLES
        )
        return turns, codings

    def count(self) -> dict[str, int]:
        """Count turns, words and codings, and read no more than that takes."""
        turns, codings = (self.folder / f"{schema.name}.parquet" for schema in _TABLES)
        words = pq.read_table(turns, columns=["n_words"])["n_words"]
        return {
            "turns": len(words),
            "words": sum(words.to_numpy().tolist()),
            "codings": pq.ParquetFile(codings).metadata.num_rows,
        }

    def count_codes(self, codes: Collection[str]) -> dict[str, int]:
        """Count the codings of some codes, the most frequent first; a code without any is left out."""
        found = pq.read_table(self.folder / f"{CODINGS.name}.parquet", columns=["code"])["code"].value_counts()
        counts = [(row["values"], row["counts"]) for row in found.to_pylist() if row["values"] in codes]
        return dict(sorted(counts, key=lambda row: (-row[1], row[0])))

    def notes(self) -> tuple[str, ...]:
        """Return what was noteworthy in what the tables were made from."""
        notes = read_manifest(self.folder / MANIFEST).get("notes")
        return tuple(notes) if isinstance(notes, list) else ()

    def code(
        self,
        paths: Sequence[Path],
        speakers: SpeakerList,
        tools: Tools,
        *,
        masks: Mapping[str, Mask],
        made_from: Mapping[str, object],
        engine: Callable[[int], Engine],
        faults: Sequence[Fault] = (),
        on_done: Callable[[str], None],
    ) -> None:
        """Code transcripts and write the tables; a transcript that is in a part already is not coded again.

        One that cannot be coded stops no other. The tables are written only if there is none: they never lack a
        transcript silently. What is coded is kept, so that after mending only the mended one is coded.

        Parameters
        ----------
        paths : sequence of Path
            The files of the transcripts.
        masks : mapping of str to Mask
            What hides the people in each transcript; empty if nothing is to be hidden.
        made_from : mapping
            Goes into the manifest; the tables are fresh while it stays the same.
        engine : callable
            From the bytes that are to be read and coded to what does it.
        faults : sequence of Fault
            What is wrong already.
        on_done : callable
            Called with the id of each transcript when it is finished, or found to need work.

        Raises
        ------
        PerspectievenError
            With all that is wrong with any transcript.
        RuntimeError
            With every transcript that made us stumble, and where: a bug of ours.
        """
        clear_unfinished(self.folder)
        index = self.parts.index()
        entries: dict[str, Entry] = {}
        seals: dict[str, str] = {}
        todo: list[Errand] = []
        for errand in make_errands(paths, speakers, tools, masks=masks, index=index):
            name = errand.path.stem
            seals[name] = errand.seal
            entry = next((found for found in index.get(name, ()) if found.source == errand.source), None)
            if entry is None:
                todo.append(errand)
            else:
                entries[name] = entry
                on_done(name)
        failed: list[Outcome] = []
        if todo:
            run = engine(sum(errand.size for errand in todo))
            for outcome in run(todo, tools, self.parts):
                name = outcome.path.stem
                if outcome.entry is None:
                    failed.append(outcome)
                else:
                    entries[name] = outcome.entry
                on_done(name)
        _check(sorted(failed, key=lambda outcome: outcome.path), faults, n_coded=len(entries))
        notes = describe_gaps(
            speakers, {name: Labels(frozenset(entry.labels), seals[name]) for name, entry in entries.items()}
        )
        self._assemble([entries[name].key for name in sorted(entries)], made_from, notes)

    def _assemble(self, keys: Sequence[str], made_from: Mapping[str, object], notes: Sequence[str]) -> None:
        """Put the parts together, write both tables in both formats, and clear what no longer belongs."""
        (self.folder / MANIFEST).unlink(missing_ok=True)
        outputs = write_tables(self.folder, map(self.parts.read, keys))
        self.parts.keep(keys)
        write_manifest(self.folder / MANIFEST, {"made_from": dict(made_from), "notes": list(notes), "outputs": outputs})


def _check(failed: Sequence[Outcome], faults: Sequence[Fault], *, n_coded: int) -> None:
    """Raise all that is wrong, with how far we are."""
    told = [*faults, *(fault for outcome in failed for fault in outcome.faults)]
    bugs = [outcome for outcome in failed if outcome.bug]
    error = None
    if told:
        kept = f"{n_coded} transcripts are coded and kept" if n_coded else "no transcript could be coded"
        what = f"no tables were made: {kept}; mend what is above, or put it under ignore in study.toml, and run again"
        error = PerspectievenError([*told, Fault("data/coded", "", what)])
    if bugs:
        traces = "\n".join(f"{outcome.path.stem}:\n{outcome.bug}" for outcome in bugs)
        raise RuntimeError(
            f"{len(bugs)} transcripts made us stumble, {n_coded} are coded and kept\n{traces}"
        ) from error
    if error is not None:
        raise error
