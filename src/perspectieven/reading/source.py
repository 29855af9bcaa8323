"""What every reader returns, and the few checks that every reader makes on a file."""

import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.transcript import DOCUMENT, Transcript, Turn

UNKNOWN = "onbekend"
"""The label of speech that the source itself gives no speaker, in a file that names speakers elsewhere."""

LARGEST_FILE = 200_000_000
"""Bytes of a file; pictures may be in it."""
LARGEST_TEXT = 20_000_000
"""Bytes of plain text; a day of talk has about a million."""
LARGEST_MARKUP = 50_000_000
"""Bytes of text with tags or fields around every word, as a file or all together in a zip file."""
LARGEST_UNPACKED = 500_000_000
"""Bytes of all that is in a zip file."""

BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What `zipfile` raises for a file that is damaged or false; the last where the kind of compression is unknown."""

_MARKUP = (".xml", ".rels")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker says in one go, before it has a place in a transcript.

    Attributes
    ----------
    label : str
        The speaker as the source names them, or `DOCUMENT`.
    text : str
        Paragraphs joined with a newline, wrapped lines joined with a space.
    start_s, end_s : float or None
        Seconds from the start of the recording.
    """

    label: str
    text: str = field(repr=False)
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """All that was read from one file.

    Attributes
    ----------
    utterances : tuple of Utterance
        In the order of the file.
    unspoken : tuple of str
        Paragraphs that nobody says in a file that names its speakers: what stands before the first label (title,
        agenda, who was there) and, in minutes, motions and votes between the turns. They are not part of the
        transcript; they stay here so that they can be counted and looked at.
    remarks : tuple of Fault
        What was read but deserves a look before it is trusted, such as words that a speech recogniser made up. Never
        the words themselves.

    Examples
    --------
    >>> source = Source((Utterance("Moeder", "Dat hoort erbij."),), unspoken=("Gesprek 3",))
    >>> source.as_transcript("gesprek-03").labels, len(source.unspoken)
    (('Moeder',), 1)
    """

    utterances: tuple[Utterance, ...]
    unspoken: tuple[str, ...] = field(default=(), repr=False)
    remarks: tuple[Fault, ...] = ()

    def as_transcript(self, transcript_id: str) -> Transcript:
        """Number the utterances as the turns of one transcript."""
        turns = (
            Turn(transcript_id, index, said.label, said.text, said.start_s, said.end_s)
            for index, said in enumerate(self.utterances)
        )
        return Transcript(transcript_id, tuple(turns))


def as_document(paragraphs: Iterable[str]) -> Source:
    """Make a source in which nobody is said to speak: one utterance per paragraph."""
    return Source(tuple(Utterance(DOCUMENT, text) for text in paragraphs if text))


def check_size(path: Path, *, most: int) -> None:
    """Check that a file is there and has at most so many bytes, before anything of it is read.

    Raises
    ------
    TranscriptError
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise _unopened(path, error) from error
    if size > most:
        what = f"{size / 1e6:,.0f} MB; at most {most / 1e6:,.0f} MB is read; split the file"
        raise TranscriptError(Fault(path.name, "", what))


def read_bytes(path: Path) -> bytes:
    """Read a file whole, if it is there, not empty and not too large.

    Raises
    ------
    TranscriptError
    """
    check_size(path, most=LARGEST_FILE)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from error
    if not data:
        raise TranscriptError(Fault(path.name, "", "empty file; a transcript has text; export it again or remove it"))
    return data


def _unopened(path: Path, error: OSError) -> TranscriptError:
    why = error.strerror or "no reason given"
    return TranscriptError(
        Fault(path.name, "", f"cannot be opened ({why}); check that it is there and that you may read it")
    )


def check_archive(path: Path, *, program: str) -> None:
    """Check that a zip file (.docx, .xlsx, .odt) is sound and within bounds, without keeping anything of it.

    The sizes are those that the file declares. That these can be false does no harm: `zipfile` never gives more of an
    entry than it declares, and all together cannot take more room than the file. Nothing is ever unpacked to disk, so a
    name such as ``../x`` leads nowhere.

    Raises
    ------
    TranscriptError
        If it unpacks to more than `LARGEST_UNPACKED`, has more than `LARGEST_MARKUP` of text, or declares a document
        type or entities, which none of these formats does.
    """
    if read_bytes(path).startswith(b"\xd0\xcf\x11\xe0"):
        what = f"has a password or is an old {program} file; save it without a password as {path.suffix.lower()}"
        raise TranscriptError(Fault(path.name, "", what))
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            texts = [entry for entry in entries if entry.filename.lower().endswith(_MARKUP)]
            if sum(entry.compress_size for entry in entries) > path.stat().st_size:  # they overlap, or a size is false
                raise unreadable(path, program=program)
            _check_unpacked(path, entries, LARGEST_UNPACKED, "")
            _check_unpacked(path, texts, LARGEST_MARKUP, " of text")
            declares = not any(entry.flag_bits & 1 for entry in texts) and any(_declares(archive, e) for e in texts)
    except BROKEN_ARCHIVE as error:
        raise unreadable(path, program=program) from error
    if declares:
        what = f"declares a document type or entities, which {program} does not; open it in {program} and save it again"
        raise TranscriptError(Fault(path.name, "", what))


def _check_unpacked(path: Path, entries: Iterable[zipfile.ZipInfo], most: int, of: str) -> None:
    size = sum(entry.file_size for entry in entries)
    if size > most:
        what = f"unpacks to {size / 1e6:,.0f} MB{of}; at most {most / 1e6:,.0f} MB is read; split the file"
        raise TranscriptError(Fault(path.name, "", what))


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    before = b""
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            plain = before + chunk.replace(b"\x00", b"")  # UTF-16 too
            if _DECLARES.search(plain):
                return True
            before = plain[-9:]
    return False


def unreadable(path: Path, *, program: str) -> TranscriptError:
    """Describe a file that its library cannot read."""
    what = f"is not a sound {path.suffix.lower()} file; open it in {program} and save it again"
    return TranscriptError(Fault(path.name, "", what))
