"""Parts: what a transcript came to, on disk as soon as it is coded."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from perspectieven.tables import CODINGS, TURNS, Schema, make_table
from perspectieven.writing import write_bytes

Slices = tuple[pa.Table, pa.Table]
"""Turns and codings of one transcript."""

_ENTRY = b"perspectieven.transcript"
_END = b"PAR1"
_UNFINISHED = re.compile(r"\..+\.(\d+)\.tmp")


def arrow_schema(schema: Schema) -> pa.Schema:
    """Return how a table stands in Parquet."""
    return pa.Table.from_pandas(make_table([], schema), preserve_index=False).schema


ARROW = {schema.name: arrow_schema(schema) for schema in (TURNS, CODINGS)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a part says of its transcript.

    Attributes
    ----------
    transcript_id : str
    key : str
        Digest of all that its coding depends on: text, speakers, lexicon, code, versions.
    source : str
        Digest of all that it was read from: the file, the rows of `speakers.csv` that can be about it, lexicon, code,
        versions. While this stays the same the file need not even be read.
    labels : tuple of str
        Digests of the speaker labels in it, in order; see `gaps.Labels`.
    """

    transcript_id: str
    key: str
    source: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Turns and codings of a transcript, each as the bytes of a Parquet file."""

    entry: Entry
    turns: bytes = field(repr=False)
    codings: bytes = field(repr=False)


def make_part(turns: pa.Table, codings: pa.Table, entry: Entry) -> Part:
    """Make a part of tables as `ARROW` has them; the file with turns says whose they are."""
    about = {_ENTRY: json.dumps(astuple(entry)).encode()}
    return Part(
        entry, _as_parquet(turns.replace_schema_metadata(about)), _as_parquet(codings.replace_schema_metadata())
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """The folder with parts: `turns` and `codings`, with a file in each that has the key of the transcript as its name.

    A part is there when both are; the turns are written last and removed first.
    """

    folder: Path

    def write(self, part: Part) -> Path:
        """Write a part, whole or not at all."""
        write_bytes(self._path(CODINGS, part.entry.key), part.codings)
        return write_bytes(self._path(TURNS, part.entry.key), part.turns)

    def index(self) -> dict[str, list[Entry]]:
        """Return by transcript id what is there of it; a file that a power cut damaged is no part."""
        found: dict[str, list[Entry]] = {}
        for entry in self._entries():
            found.setdefault(entry.transcript_id, []).append(entry)
        return found

    def read(self, key: str) -> Slices:
        """Read the part with this key."""
        return self._read(TURNS, key), self._read(CODINGS, key)

    def keep(self, keys: Iterable[str]) -> None:
        """Remove all but the parts with these keys: what was said is nowhere else in data/coded."""
        kept = frozenset(keys)
        stray = [path for path in self.folder.rglob("[!.]*") if path.is_file() and path.stem not in kept]
        for path in sorted(stray, key=lambda path: path.parent.name != TURNS.name):
            path.unlink()

    def _entries(self) -> Iterator[Entry]:
        for path in sorted((self.folder / TURNS.name).glob("*.parquet")):
            try:
                about = pq.read_schema(path).metadata or {}
                whole = _ENTRY in about and _ends_well(self._path(CODINGS, path.stem))
            except (pa.ArrowInvalid, OSError):
                continue
            if whole:
                transcript_id, key, source, labels = json.loads(about[_ENTRY])
                yield Entry(transcript_id, key, source, tuple(labels))

    def _read(self, schema: Schema, key: str) -> pa.Table:
        with pq.ParquetFile(self._path(schema, key)) as file:
            return file.read(use_threads=False).cast(ARROW[schema.name])

    def _path(self, schema: Schema, key: str) -> Path:
        return self.folder / schema.name / f"{key}.parquet"


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


def _as_parquet(table: pa.Table) -> bytes:
    """Return a table as a Parquet file that takes little time, as it is small, and is read once, whole."""
    buffer = pa.BufferOutputStream()
    pq.write_table(table, buffer, compression="snappy", use_dictionary=False, write_statistics=False)
    content: bytes = buffer.getvalue().to_pybytes()
    return content


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-len(_END), os.SEEK_END)
        return file.read() == _END
