"""Pseudonyms in a study: what is searched for, the register that all transcripts share, and the key that keeps it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from perspectieven.errors import Fault, PerspectievenError, TranscriptError
from perspectieven.privacy.findings import Kind
from perspectieven.privacy.key import read_key, write_key
from perspectieven.privacy.pseudonyms import (
    Place,
    Register,
    hide_labels,
    names_person,
    place_pseudonyms,
    replace_names,
)
from perspectieven.privacy.search import Wanted, search_texts
from perspectieven.reading import Columns, SpeakerList, read_transcript
from perspectieven.reading.names import read_names
from perspectieven.study.inputs import NAMES
from perspectieven.study.manifest import digest_of
from perspectieven.study.processes import WORTH, map_in_processes
from perspectieven.study.searches import Search, Searches, blank, digest_search
from perspectieven.study.settings import Settings
from perspectieven.transcript import Transcript

PASSPHRASE = "PERSPECTIEVEN_SLEUTEL"
"""The environment variable with the passphrase of the key."""
SEARCHES = "-gezocht"
"""How the folder beside the key is called that keeps what was found, after the name of the key."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What hides the people in one transcript.

    Attributes
    ----------
    said : str
        Digest of the texts that it was made for.
    places : tuple of tuple of Place
        Of each turn.
    """

    said: str
    places: tuple[tuple[Place, ...], ...]

    @property
    def digest(self) -> str:
        """SHA-256 over all that it replaces and by what."""
        return digest_of(f"{self.said} {self.places}")

    def hide(self, transcript: Transcript) -> Transcript:
        """Return the transcript with pseudonyms, and with no name in a label.

        Raises
        ------
        TranscriptError
            If its texts are no longer those that were searched.
        """
        if digest_of(_texts(transcript)) != self.said:
            raise changed(transcript.id)
        return replace_names(hide_labels(transcript), self.places)


def changed(transcript_id: str) -> TranscriptError:
    """Describe a transcript that was searched for names in another state than it is coded in."""
    return TranscriptError(Fault(transcript_id, "", "the file changed while it was read; run again when it is at rest"))


def _texts(transcript: Transcript) -> str:
    return repr([turn.text for turn in transcript.turns])


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


def make_masks(
    paths: Iterable[Path],
    wanted: Wanted,
    *,
    key: Path,
    columns: Columns,
    repair: bool = False,
    jobs: int = 1,
    passphrase: str | None = None,
) -> dict[str, Mask]:
    """Search all transcripts, give everything found its pseudonym, and keep these in the key.

    A file that cannot be read has no mask: coding tells what is wrong with it. Pseudonyms that the key knows stay as
    they are. Without a passphrase there is no key, and numbers follow the order of the transcripts. A file that was
    searched before in the same way is not even read; see `searches`.

    Parameters
    ----------
    key : Path
        The key; what was found in each file is kept beside it.
    jobs : int
        Processes to search in, if there is enough to search.

    Returns
    -------
    dict of str to Mask
        By transcript id.

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
    masks: dict[str, Mask] = {}
    searches = Searches(key.with_name(f"{key.stem}{SEARCHES}"), digest_search(wanted, columns=columns, repair=repair))
    look = partial(_search_file, wanted=wanted, columns=columns, repair=repair, searches=searches)
    for path, search in _search_files(sorted(paths, key=lambda path: path.stem), look, searches, jobs=jobs):
        if search is not None:
            register.add(search.turns)
            masks[path.stem] = Mask(search.said, tuple(place_pseudonyms(turn, register) for turn in search.turns))
    if passphrase and (not key.is_file() or known != register.as_content()):
        write_key(key, register.as_content(), passphrase)
    return masks


def _search_files(
    paths: Sequence[Path], look: Callable[[Path], Search | None], searches: Searches, *, jobs: int
) -> Iterator[tuple[Path, Search | None]]:
    """Yield, in the order of the files, what is in each, by looking where that is not known."""
    searches.prepare()
    locks = {path: searches.lock_of(path) for path in paths}
    unknown = dict.fromkeys(path for path in paths if not searches.holds(locks[path]))
    worth = sum(path.stat().st_size for path in unknown if path.is_file()) >= WORTH
    found = map_in_processes(look, unknown, jobs=jobs if worth else 1)
    for path in paths:
        yield path, next(found) if path in unknown else searches.read(locks[path]) or look(path)
    searches.keep(locks.values())


def _search_file(path: Path, *, wanted: Wanted, columns: Columns, repair: bool, searches: Searches) -> Search | None:
    """Read a transcript, search its texts, and keep what is found; None if it cannot be read."""
    lock = searches.lock_of(path)
    try:
        transcript = read_transcript(path, columns=columns, repair=repair)
    except PerspectievenError:
        return None
    found = search_texts([turn.text for turn in transcript.turns], wanted)
    search = Search(digest_of(_texts(transcript)), tuple(map(blank, found)))
    if lock is not None and lock == searches.lock_of(path):  # the file is still what was searched
        searches.write(lock, search)
    return search


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
