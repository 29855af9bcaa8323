"""From parts to the tables in `data/coded`, a stretch of rows at a time, so that no table has to fit in memory."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from perspectieven.study.manifest import digest_file
from perspectieven.study.parts import ARROW, Slices
from perspectieven.tables import CODINGS, TURNS, Schema
from perspectieven.writing import open_whole

COMPRESSION = "zstd"
ROWS = 1 << 16
"""Rows that are written in one go, about."""


def write_tables(folder: Path, slices: Iterable[Slices]) -> dict[str, str]:
    """Write both tables in both formats, each whole or not at all; return their names with the digests of the files.

    Parameters
    ----------
    slices : iterable of (turns, codings)
        Of one transcript each, sorted, in the order of their ids.
    """
    names = [f"{schema.name}.{suffix}" for schema in (TURNS, CODINGS) for suffix in ("parquet", "csv")]
    with ExitStack() as stack:
        files = [stack.enter_context(open_whole(folder / name)) for name in names]
        tables = [
            stack.enter_context(_writing(schema, *files[at : at + 2])) for at, schema in ((0, TURNS), (2, CODINGS))
        ]
        for pair in slices:
            for table, rows in zip(tables, pair, strict=True):
                table.add(rows)
    return {name: digest_file(folder / name) for name in names}


class _Table:
    """One table on its way to Parquet and CSV."""

    def __init__(self, schema: Schema, parquet: IO[bytes], csv: IO[bytes]) -> None:
        self._schema = ARROW[schema.name]
        self._csv = csv
        self._parquet = pq.ParquetWriter(parquet, self._schema, compression=COMPRESSION)
        self._waiting: list[pa.Table] = []
        self._n = 0
        self._write_csv(self._schema.empty_table(), heading=True)

    def add(self, rows: pa.Table) -> None:
        self._waiting.append(rows)
        self._n += len(rows)
        if self._n >= ROWS:
            self.flush()

    def flush(self) -> None:
        rows = pa.concat_tables(self._waiting).combine_chunks()
        self._parquet.write_table(rows)
        self._write_csv(rows, heading=False)
        self._waiting, self._n = [], 0

    def close(self) -> None:
        if self._n:
            self.flush()
        self._parquet.close()

    def _write_csv(self, rows: pa.Table, *, heading: bool) -> None:
        text: str = rows.to_pandas().to_csv(index=False, header=heading, lineterminator="\n")
        self._csv.write(text.encode("utf-8"))


@contextmanager
def _writing(schema: Schema, parquet: IO[bytes], csv: IO[bytes]) -> Iterator[_Table]:
    table = _Table(schema, parquet, csv)
    yield table
    table.close()
