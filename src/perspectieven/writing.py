"""Writing a file whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from perspectieven.errors import Fault, PerspectievenError


def write_text(path: Path, text: str) -> Path:
    """Write text as UTF-8, see `write_bytes`."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> Path:
    """Write a file beside its place and rename it, so that a reader never finds half a file; return its path.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text(Path(folder, "a", "b.txt"), "hallo").read_text()
    'hallo'
    """
    with open_whole(path) as file:
        file.write(content)
    return path


@contextmanager
def open_whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside its place, and rename it when all went well; otherwise nothing is left of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            yield file
        _put(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _put(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except PermissionError as error:  # Windows: another program has the file open
        what = "cannot be written over; close it where it is open (in Excel or Word), see that you may write there"
        raise PerspectievenError([Fault(path.name, "", f"{what}, and run again")]) from error
