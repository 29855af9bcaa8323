"""What every reader returns, and the few checks that every reader makes on a file."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.transcript import DOCUMENT, Transcript, Turn

UNKNOWN = "onbekend"
"""The label of speech that the source itself gives no speaker, in a file that names speakers elsewhere."""

LARGEST_FILE = 200_000_000
LARGEST_UNPACKED = 500_000_000


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


def read_bytes(path: Path) -> bytes:
    """Read a file whole, if it is there, not empty and not too large.

    Raises
    ------
    TranscriptError
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            what = f"{size / 1e6:,.0f} MB; at most {LARGEST_FILE / 1e6:,.0f} MB is read; split the file"
            raise TranscriptError(Fault(path.name, "", what))
        data = path.read_bytes()
    except OSError as error:
        what = (
            f"cannot be opened ({error.strerror or 'no reason given'}); check that it is there and that you may read it"
        )
        raise TranscriptError(Fault(path.name, "", what)) from error
    if not data:
        raise TranscriptError(Fault(path.name, "", "empty file; a transcript has text; export it again or remove it"))
    return data


def check_archive(path: Path, *, program: str) -> None:
    """Check that a .docx or .xlsx is a sound zip file that does not unpack to an unreasonable size.

    Raises
    ------
    TranscriptError
    """
    if read_bytes(path).startswith(b"\xd0\xcf\x11\xe0"):
        what = f"has a password or is an old {program} file; save it without a password as {path.suffix.lower()}"
        raise TranscriptError(Fault(path.name, "", what))
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:  # the last: unknown compression
        raise unreadable(path, program=program) from error
    if size > LARGEST_UNPACKED:
        what = f"unpacks to {size / 1e6:,.0f} MB; at most {LARGEST_UNPACKED / 1e6:,.0f} MB is read; split the file"
        raise TranscriptError(Fault(path.name, "", what))


def unreadable(path: Path, *, program: str) -> TranscriptError:
    """Describe a file that its library cannot read."""
    what = f"is not a sound {path.suffix.lower()} file; open it in {program} and save it again"
    return TranscriptError(Fault(path.name, "", what))
