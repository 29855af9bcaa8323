"""Pseudonyms in a study: what is searched for, the register that all transcripts share, and the key that keeps it."""

import os
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.errors import Fault, PerspectievenError
from perspectieven.privacy.findings import Kind
from perspectieven.privacy.key import read_key, write_key
from perspectieven.privacy.pseudonyms import Register, hide_labels, names_person, replace_names
from perspectieven.privacy.search import Searched, Wanted, search_texts
from perspectieven.reading import Columns, SpeakerList, read_transcript
from perspectieven.reading.names import read_names
from perspectieven.study.inputs import NAMES
from perspectieven.study.manifest import digest_of
from perspectieven.study.settings import Settings
from perspectieven.transcript import Transcript

PASSPHRASE = "PERSPECTIEVEN_SLEUTEL"
"""The environment variable with the passphrase of the key."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What hides the people of a study in its transcripts.

    Attributes
    ----------
    wanted : Wanted
    register : Register
    """

    wanted: Wanted = field(repr=False)
    register: Register

    @property
    def digest(self) -> str:
        """SHA-256 over all that it replaces and by what."""
        return digest_of(f"{self.wanted.kept} {self.wanted} {sorted(self.register.of_name.items())}")

    def hide(self, transcript: Transcript) -> Transcript:
        """Return a transcript with pseudonyms for all that was found in it."""
        return replace_names(hide_labels(transcript), search(transcript, self.wanted), self.register)


def search(transcript: Transcript, wanted: Wanted) -> tuple[Searched, ...]:
    """Search the turns of a transcript."""
    return search_texts([turn.text for turn in transcript.turns], wanted)


def make_wanted(raw: Path, speakers: SpeakerList, settings: Settings) -> Wanted:
    """Return what is searched for: what the settings ask, `names.csv`, and the people that `speakers.csv` names.

    Raises
    ------
    TranscriptError
        With all that is wrong in `names.csv`.
    """
    listed = [(name, Kind(kind)) for name, kind in read_names(raw / NAMES, kinds=[kind.value for kind in Kind])]
    listed += [(row.label, Kind.PERSON) for row in speakers.rows if names_person(row.label)]
    kept = frozenset(word.lower() for word in settings.keep)
    return Wanted(tuple(dict.fromkeys(listed)), settings.largest_place, settings.ages, kept)


def make_mask(
    paths: Iterable[Path], wanted: Wanted, *, key: Path, columns: Columns, passphrase: str | None = None
) -> Mask:
    """Search all transcripts, give everything found its pseudonym, and keep these in the key.

    A file that cannot be read is passed over here: coding tells what is wrong with it. Pseudonyms that the key knows
    stay as they are. Without a passphrase there is no key, and numbers follow the order of the transcripts.

    Raises
    ------
    PerspectievenError
        If there is a key and no passphrase, or not the right one.
    """
    passphrase = os.environ.get(PASSPHRASE, "") if passphrase is None else passphrase
    if key.is_file() and not passphrase:
        what = f"is locked: set {PASSPHRASE} to its passphrase, or move it away to give all pseudonyms anew"
        raise PerspectievenError(Fault(str(key), "", what))
    register = Register.from_content(read_key(key, passphrase)) if key.is_file() else Register()
    known = deepcopy(register.as_content())
    for path in sorted(paths, key=lambda path: path.stem):
        try:
            transcript = read_transcript(path, columns=columns)
        except PerspectievenError:
            continue
        register.add(search(transcript, wanted))
    if passphrase and (not key.is_file() or known != register.as_content()):
        write_key(key, register.as_content(), passphrase)
    return Mask(wanted, register)


def open_register(key: Path, *, passphrase: str) -> Register:
    """Return the pseudonyms that the key keeps.

    Raises
    ------
    PerspectievenError
        If there is no key, or the passphrase is not its own.
    """
    return Register.from_content(read_key(key, passphrase))


def reveal(key: Path, pseudonym: str, *, passphrase: str) -> tuple[str, ...]:
    """Return how the texts name who or what is behind a pseudonym.

    Raises
    ------
    PerspectievenError
        If there is no key, the passphrase is not its own, or it does not know the pseudonym.
    """
    register = open_register(key, passphrase=passphrase)
    name = pseudonym.strip("[] ")
    if name not in register.forms:
        raise PerspectievenError(Fault(key.name, name, "is no pseudonym in this key; write it as in the text"))
    return tuple(register.forms[name])
