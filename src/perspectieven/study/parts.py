"""Parts: what a transcript, or a few short ones, came to, on disk as soon as it is coded."""

import io
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from perspectieven.study.manifest import digest_of
from perspectieven.tables import CODINGS, TURNS, Schema, make_table
from perspectieven.writing import write_bytes

Slices = tuple[pa.Table, pa.Table]
"""Turns and codings of one transcript."""

COMPRESSION = "zstd"
_ENTRIES = b"perspectieven.transcripts"
_END = b"PAR1"
_UNFINISHED = re.compile(r"\..+\.(\d+)\.tmp")


def arrow_schema(schema: Schema) -> pa.Schema:
    """Return how a table stands in Parquet."""
    return pa.Table.from_pandas(make_table([], schema), preserve_index=False).schema


ARROW = {schema.name: arrow_schema(schema) for schema in (TURNS, CODINGS)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a part says of a transcript in it.

    Attributes
    ----------
    key : str
        Digest of all that its coding depends on: text, speakers, lexicon, code, versions.
    source : str
        Digest of all that it was read from: the file, the rows of `speakers.csv` that can be about it, lexicon, code,
        versions. While this stays the same the file need not even be read.
    labels : tuple of str
        Digests of the speaker labels in it; see `gaps.digest_labels`.
    """

    key: str
    source: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Turns and codings of some transcripts, each as the bytes of a Parquet file.

    Attributes
    ----------
    entries : mapping of str to Entry
        By transcript id.
    """

    entries: Mapping[str, Entry]
    turns: bytes = field(repr=False)
    codings: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """The name of its files: the same transcripts, coded the same way, have the same."""
        return digest_of(_as_json(self.entries))[:24]


def make_part(turns: pa.Table, codings: pa.Table, entries: Mapping[str, Entry]) -> Part:
    """Make a part of tables in Arrow; the file with turns says whose they are."""
    about = {**(turns.schema.metadata or {}), _ENTRIES: _as_json(entries).encode()}
    return Part(entries, _as_parquet(turns.replace_schema_metadata(about)), _as_parquet(codings))


def as_arrow(table: pd.DataFrame, schema: Schema) -> pa.Table:
    """Return a table as it stands in Parquet."""
    return pa.Table.from_pandas(table, schema=ARROW[schema.name], preserve_index=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """The folder with parts: `turns` and `codings`, with a file of the same name in each.

    A part is there when both are; the turns are written last and removed first.
    """

    folder: Path

    def write(self, part: Part) -> Path:
        """Write a part, whole or not at all."""
        write_bytes(self._path(CODINGS, part.name), part.codings)
        return write_bytes(self._path(TURNS, part.name), part.turns)

    def index(self) -> dict[str, dict[str, Entry]]:
        """Return by transcript id, then by part, what is there; a file that a power cut damaged is no part."""
        found: dict[str, dict[str, Entry]] = {}
        for name in self._names():
            for transcript_id, entry in self.entries_of(name).items():
                found.setdefault(transcript_id, {})[name] = entry
        return found

    def entries_of(self, name: str) -> dict[str, Entry]:
        """Return what is in a part, by transcript id; nothing if it is not whole."""
        try:
            about = pq.read_schema(self._path(TURNS, name)).metadata or {}
            if not _ends_well(self._path(CODINGS, name)):
                return {}
        except (pa.ArrowInvalid, OSError):
            return {}
        told: dict[str, tuple[str, str, list[str]]] = json.loads(about.get(_ENTRIES, b"{}"))
        return {name: Entry(key, source, tuple(labels)) for name, (key, source, labels) in told.items()}

    def read(self, name: str) -> dict[str, Slices]:
        """Read a part: transcript id to its turns and codings."""
        turns, codings = (self._read(schema, name) for schema in (TURNS, CODINGS))
        of_turns, of_codings = _find_rows(turns), _find_rows(codings)
        return {
            transcript_id: (turns.slice(*rows), codings.slice(*of_codings.get(transcript_id, (0, 0))))
            for transcript_id, rows in of_turns.items()
        }

    def keep(self, places: Mapping[str, str]) -> None:
        """Remove all but what is in `places`, transcript id to part: what was said is nowhere else in data/coded.

        A part that holds others too is written anew without them.
        """
        kept: set[str] = set()
        for name in list(self._names()):
            entries = self.entries_of(name)
            alive = {
                transcript_id: entry for transcript_id, entry in entries.items() if places.get(transcript_id) == name
            }
            if alive and alive != entries:
                found = self.read(name)
                turns, codings = (pa.concat_tables([found[who][at] for who in sorted(alive)]) for at in (0, 1))
                part = make_part(turns, codings, alive)
                self.write(part)
                kept.add(part.name)
            elif alive:
                kept.add(name)
        stray = [path for path in self.folder.rglob("[!.]*") if path.is_file() and path.stem not in kept]
        for path in sorted(stray, key=lambda path: path.parent.name != TURNS.name):
            path.unlink()

    def _read(self, schema: Schema, name: str) -> pa.Table:
        with pq.ParquetFile(self._path(schema, name)) as file:
            return file.read(use_threads=False).cast(ARROW[schema.name])

    def _names(self) -> Iterator[str]:
        return (path.stem for path in sorted((self.folder / TURNS.name).glob("*.parquet")))

    def _path(self, schema: Schema, name: str) -> Path:
        return self.folder / schema.name / f"{name}.parquet"


def clear_unfinished(folder: Path) -> None:
    """Remove the files that a process which is no more was writing; what another run is writing now stays."""
    for path in folder.rglob(".*.tmp"):
        named = _UNFINISHED.fullmatch(path.name)
        if named and not _is_running(int(named[1])):
            try:
                path.unlink(missing_ok=True)
            except PermissionError:  # Windows: another run has it open
                continue


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there, a file that is being written cannot be removed, and asking would end the process
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _find_rows(table: pa.Table) -> dict[str, tuple[int, int]]:
    """Return where the rows of each transcript begin, and how many they are; the rows of one are together."""
    rows: dict[str, tuple[int, int]] = {}
    begin = 0
    for counted in table["transcript_id"].value_counts().to_pylist():
        rows[counted["values"]] = (begin, counted["counts"])
        begin += counted["counts"]
    return rows


def _as_parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression=COMPRESSION)
    return buffer.getvalue()


def _as_json(entries: Mapping[str, Entry]) -> str:
    return json.dumps({name: astuple(entry) for name, entry in entries.items()}, sort_keys=True)


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-len(_END), os.SEEK_END)
        return file.read() == _END
