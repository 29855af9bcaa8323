"""The manifest: digests of what a coding was made from and of what it made; stale means that a digest differs."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from perspectieven.writing import write_text

PACKAGES = ("perspectieven", "pandas", "pyarrow", "numpy", "spacy", "simplemma")


def digest_of(content: bytes | str) -> str:
    """Return the SHA-256 of some content."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def seal_file(path: Path) -> tuple[str, str]:
    """Return the SHA-256 of a file, and its seal: a secret that nobody has who does not have the file.

    What is hashed with the seal cannot be found by trying: a name is soon guessed, a whole conversation is not.
    """
    content = path.read_bytes()
    return digest_of(content), hashlib.sha512(b"seal" + content).hexdigest()


@cache
def package_versions() -> dict[str, str]:
    """Return the versions of the packages that a coding depends on."""
    return {name: version(name) for name in PACKAGES}


@cache
def package_digest() -> str:
    """Return the SHA-256 of the package's code and tagger, so that a change of a rule makes earlier codings stale."""
    folder = Path(__file__).parents[1]
    digest = hashlib.sha256()
    paths = {
        path.relative_to(folder).as_posix(): path for path in (*folder.rglob("*.py"), *folder.glob("privacy/*.npz"))
    }
    for name in sorted(paths):
        digest.update(name.encode() + b"\0" + paths[name].read_bytes())
    return digest.hexdigest()


def write_manifest(path: Path, manifest: Mapping[str, object]) -> Path:
    """Write a manifest as JSON; no dates and no machine in it, so the same input gives the same bytes."""
    return write_text(path, json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def read_manifest(path: Path) -> dict[str, object]:
    """Read a manifest; none, or one that is not JSON, reads as empty and so as stale."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}
