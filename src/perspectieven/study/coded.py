"""What is in `data/coded`: codings per transcript as they are finished, and the tables that they make together."""

import io
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from perspectieven.coding import code_transcripts
from perspectieven.lexicon import Lexicon
from perspectieven.study.manifest import digest_file, digest_of, read_manifest, write_manifest
from perspectieven.tables import CODINGS, TURNS, Schema, make_table
from perspectieven.transcript import Transcript
from perspectieven.writing import write_bytes

MANIFEST = "manifest.json"
PARTS = "parts"
_TABLES: tuple[Schema, Schema] = (TURNS, CODINGS)


@dataclass(frozen=True, slots=True)
class Coded:
    """The folder `data/coded` of a study."""

    folder: Path

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

    def code(
        self,
        transcripts: Sequence[Transcript],
        lexicon: Lexicon,
        *,
        made_from: Mapping[str, object],
        keys: Mapping[str, str],
        jobs: int,
        on_done: Callable[[str], None],
    ) -> None:
        """Code transcripts and write the tables; a transcript whose part is there already is not coded again.

        Parameters
        ----------
        made_from : mapping
            Goes into the manifest; the tables are fresh while it stays the same.
        keys : mapping of str to str
            Transcript id to a digest of all that its coding depends on.
        on_done : callable
            Called with the id of each transcript as it is finished.
        """
        parts = {t.id: self.folder / PARTS / f"{digest_of(t.id + keys[t.id])[:24]}.parquet" for t in transcripts}
        todo = [t for t in transcripts if not parts[t.id].is_file()]
        for transcript in transcripts:
            if transcript not in todo:
                on_done(transcript.id)
        if jobs > 1 and len(todo) > 1:
            with ProcessPoolExecutor(min(jobs, len(todo))) as pool:
                waiting: dict[Future[bytes], str] = {pool.submit(_code_part, t, lexicon): t.id for t in todo}
                for future in as_completed(waiting):
                    write_bytes(parts[waiting[future]], future.result())
                    on_done(waiting[future])
        else:
            for transcript in todo:
                write_bytes(parts[transcript.id], _code_part(transcript, lexicon))
                on_done(transcript.id)
        self._assemble([parts[t.id] for t in transcripts], made_from)

    def _assemble(self, parts: Sequence[Path], made_from: Mapping[str, object]) -> None:
        """Put the parts together, write both tables in both formats, and clear what no longer belongs."""
        (self.folder / MANIFEST).unlink(missing_ok=True)
        found = [_split_part(part.read_bytes()) for part in parts]
        outputs: dict[str, str] = {}
        for at, schema in enumerate(_TABLES):
            frames = [tables[at] for tables in found if len(tables[at])]
            table = pd.concat(frames, ignore_index=True) if frames else make_table([], schema)
            table = table.astype(schema.columns).sort_values(list(schema.key), ignore_index=True)
            for name, content in (
                (f"{schema.name}.parquet", _as_parquet(table)),
                (f"{schema.name}.csv", _as_csv(table)),
            ):
                outputs[name] = digest_file(write_bytes(self.folder / name, content))
        for stale in set((self.folder / PARTS).glob("*.parquet")) - set(parts):
            stale.unlink()
        write_manifest(self.folder / MANIFEST, {"made_from": dict(made_from), "outputs": outputs})


def _code_part(transcript: Transcript, lexicon: Lexicon) -> bytes:
    """Code one transcript; turns and codings as two Parquet files behind each other, after the length of the first."""
    turns, codings = code_transcripts([transcript], lexicon)
    first = _as_parquet(turns)
    return len(first).to_bytes(8, "big") + first + _as_parquet(codings)


def _split_part(content: bytes) -> tuple[pd.DataFrame, pd.DataFrame]:
    length = int.from_bytes(content[:8], "big")
    first, second = content[8 : 8 + length], content[8 + length :]
    return pd.read_parquet(io.BytesIO(first)), pd.read_parquet(io.BytesIO(second))


def _as_parquet(table: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def _as_csv(table: pd.DataFrame) -> bytes:
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")
