"""What a search for names found, kept so that no file is searched twice; each is locked with the file itself.

What was found tells who is meant, so it opens with nothing but the bytes of the file that was searched: whoever has
those, has the names already. It lies beside the key and not in data/coded, as somebody who has only the pseudonyms
could try names until a lock opens.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.people import Person
from perspectieven.privacy.search import Searched, Wanted
from perspectieven.reading import Columns
from perspectieven.study.manifest import digest_of, package_digest
from perspectieven.study.parts import clear_unfinished
from perspectieven.writing import write_bytes, write_text

_PADDING = 1024
"""Bytes of which a file has a whole number: its size does not tell how long the names are."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was found in one transcript.

    Attributes
    ----------
    said : str
        Digest of the texts that were searched.
    turns : tuple of Searched
        One for each turn; in its text all that was not found is blank.
    """

    said: str
    turns: tuple[Searched, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lock:
    """Where the search of a file is kept, and what opens it."""

    name: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Searches:
    """The folder with searches.

    Attributes
    ----------
    folder : Path
        Searches are kept only if the folder that it is in is there, and we may write there.
    state : str
        Digest of all but the file that a search depends on; see `digest_search`.
    """

    folder: Path
    state: str

    def lock_of(self, path: Path) -> Lock | None:
        """Return the lock of a file as it is now; None if nothing is kept of it, as it cannot be opened."""
        if not os.access(self.folder.parent, os.W_OK):
            return None
        try:
            content = path.read_bytes()
        except OSError:
            return None
        seed = hashlib.sha512(f"{self.state}\0{path.name}\0".encode() + content).digest()
        return Lock(hashlib.sha256(b"name" + seed).hexdigest(), hashlib.sha512(b"lock" + seed).digest())

    def holds(self, lock: Lock | None) -> bool:
        """Say whether a search is kept."""
        return lock is not None and self._path(lock).is_file()

    def read(self, lock: Lock | None) -> Search | None:
        """Return a search; None if it is not kept, or a power cut damaged its file."""
        if lock is None:
            return None
        try:
            return _from_bytes(AESSIV(lock.secret).decrypt(self._path(lock).read_bytes(), None))
        except (OSError, ValueError, InvalidTag):
            return None

    def write(self, lock: Lock, search: Search) -> Path:
        """Keep a search, whole or not at all."""
        return write_bytes(self._path(lock), AESSIV(lock.secret).encrypt(_as_bytes(search), None))

    def prepare(self) -> None:
        """Clear what a process that is no more was writing, and keep the folder out of git."""
        clear_unfinished(self.folder)
        if os.access(self.folder.parent, os.W_OK):
            write_text(self.folder / ".gitignore", "*\n")

    def keep(self, locks: Iterable[Lock | None]) -> None:
        """Remove all but these: of a transcript that was taken out nothing stays."""
        kept = {lock.name for lock in locks if lock is not None}
        for path in self.folder.glob("[!.]*"):
            if path.name not in kept:
                path.unlink()

    def _path(self, lock: Lock) -> Path:
        return self.folder / lock.name


def digest_search(wanted: Wanted, *, columns: Columns, repair: bool) -> str:
    """Return a digest of all but the file that a search depends on: what is wanted, how a file is read, our code.

    Our code is all of it, with the versions of the packages that lists come from.
    """
    asked = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in _values(wanted)}
    return digest_of(f"{asked} {columns} {repair} {_digest_code()}")


def _values(wanted: Wanted) -> list[tuple[str, object]]:
    return [(column.name, getattr(wanted, column.name)) for column in fields(wanted)]


@cache
def _digest_code() -> str:
    needed = [re.split(r"[^\w.-]", line)[0] for line in requires("perspectieven") or [] if "extra ==" not in line]
    versions = {name: version(name) for name in sorted(needed)}
    return digest_of(f"{package_digest()} {versions}")


def blank(searched: Searched) -> Searched:
    """Return what was found in a text without the text around it.

    >>> found = Searched("Dat zei Sanne ook.", (), (Finding(8, 13, Kind.PERSON, "somebody"),))
    >>> blank(found).text
    '        Sanne'
    """
    findings = [*(person.finding for person in searched.people), *searched.others]
    places = [(finding.start, searched.text[finding.start : finding.end]) for finding in findings]
    return Searched(_write_at(places), searched.people, searched.others)


def _write_at(places: Iterable[tuple[int, str]]) -> str:
    """Return a text with these words at these places; they do not overlap."""
    text = ""
    for start, said in sorted(places):
        text = text.ljust(start) + said
    return text


def _as_bytes(search: Search) -> bytes:
    turns = [
        [
            [
                [*_row(turn, person.finding), person.first, person.last, person.before, person.is_namesake]
                for person in turn.people
            ],
            [_row(turn, finding) for finding in turn.others],
        ]
        for turn in search.turns
    ]
    content = json.dumps([search.said, turns]).encode()
    return content.ljust(-(-len(content) // _PADDING) * _PADDING)


def _row(turn: Searched, finding: Finding) -> list[Any]:
    return [finding.start, finding.end, finding.kind, finding.reason, turn.text[finding.start : finding.end]]


def _from_bytes(content: bytes) -> Search:
    said, turns = json.loads(content)
    return Search(said, tuple(_as_searched(people, others) for people, others in turns))


def _as_searched(people: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]]) -> Searched:
    return Searched(
        _write_at((row[0], row[4]) for row in (*people, *others)),
        tuple(Person(_finding(row), *row[5:]) for row in people),
        tuple(map(_finding, others)),
    )


def _finding(row: Sequence[Any]) -> Finding:
    return Finding(row[0], row[1], Kind(row[2]), row[3])
