"""Writing a file whole or not at all."""

import os
from pathlib import Path


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
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        return beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
