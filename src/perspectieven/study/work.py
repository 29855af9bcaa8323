"""What a worker does with a file: read it, find who speaks, and code it if that is not done yet."""

import os
import tempfile
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from perspectieven.coding.transcripts import code_turns
from perspectieven.errors import Fault, PerspectievenError
from perspectieven.lexicon import Lexicon
from perspectieven.reading import Columns, SpeakerList, SpeakerRow, read_transcript
from perspectieven.reading.speakers import ANY
from perspectieven.study.gaps import Labels
from perspectieven.study.manifest import digest_of, package_digest, package_versions, seal_file
from perspectieven.study.parts import ARROW, Entry, Part, make_part
from perspectieven.study.pseudonymising import Mask, changed
from perspectieven.tables import CODINGS, TURNS
from perspectieven.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Tools:
    """What all workers need.

    Attributes
    ----------
    lexicon : Lexicon
    columns : Columns
        Which column of a table holds what.
    digest : str
        Of lexicon, code and versions; see `digest_tools`.
    hides : bool
        Whether nothing is coded without its mask.
    repair : bool
        Whether UTF-8 that was encoded twice is repaired.
    """

    lexicon: Lexicon = field(repr=False)
    columns: Columns
    digest: str
    hides: bool = False
    repair: bool = False


@lru_cache(maxsize=4)
def digest_tools(lexicon: str) -> str:
    """Return one digest of the lexicon with this digest, the package's code and the versions of what it leans on."""
    return digest_of(f"{lexicon} {package_digest()} {package_versions()}")


@dataclass(frozen=True, slots=True)
class Errand:
    """One file that may have to be coded.

    Attributes
    ----------
    path : Path
    speakers : SpeakerList
        The rows that can be about it.
    source : str
        Digest of what it is read from; see `parts.Entry`.
    seal : str
        Of the file; see `manifest.seal_file`.
    mask : Mask or None
        What hides the people in its transcript, if that is asked and it could be searched.
    known : frozenset of str
        The keys with which it is coded already.
    content : bytes, optional
        What is in the file, for a worker that cannot open it.
    """

    path: Path
    speakers: SpeakerList = field(repr=False)
    source: str
    seal: str = field(default="", repr=False)
    mask: Mask | None = field(default=None, repr=False)
    known: frozenset[str] = field(default=frozenset(), repr=False)
    content: bytes | None = field(default=None, repr=False)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def packed(self) -> "Errand":
        """Return the same errand with what is in the file.

        One that cannot be opened is empty, which its reader reports.
        """
        try:
            return replace(self, content=self.path.read_bytes())
        except OSError:
            return replace(self, content=b"")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an errand.

    Attributes
    ----------
    path : Path
        The file.
    entry : Entry or None
        What is to be known of its transcript, if that is coded, now or before.
    part : Part or None
        What was coded now.
    faults : tuple of Fault
        What is to be mended before it can be coded.
    bug : str
        The traceback of an error that is ours, or nothing.
    """

    path: Path
    entry: Entry | None = None
    part: Part | None = None
    faults: tuple[Fault, ...] = ()
    bug: str = ""


def make_errands(
    paths: Iterable[Path],
    speakers: SpeakerList,
    tools: Tools,
    *,
    masks: Mapping[str, Mask],
    index: Mapping[str, Sequence[Entry]],
) -> Iterator[Errand]:
    """Find out what each file would be read from.

    Parameters
    ----------
    masks : mapping of str to Mask
        By transcript id; empty where nothing is hidden.
    index : mapping
        What is coded already; see `parts.Parts.index`.
    """
    rows: dict[str, list[SpeakerRow]] = {}
    for row in speakers.rows:
        rows.setdefault(row.transcript, []).append(row)
    everywhere = rows.get(ANY, [])
    options = f"{tools.columns} {tools.repair} {tools.hides}"
    shared = digest_of(f"{tools.digest} {options} {_unnumbered(everywhere)}")
    for path in paths:
        own = rows.get(path.stem, [])
        content, seal = seal_file(path) if os.access(path, os.R_OK) else ("", "")
        mask = masks.get(path.stem)
        masked = mask.digest if mask else ""
        source = digest_of(f"{shared} {path.name} {content} {seal} {masked} {_unnumbered(own)}")
        known = frozenset(entry.key for entry in index.get(path.stem, ()))
        yield Errand(path, replace(speakers, rows=(*everywhere, *own)), source, seal, mask, known)


def work(errand: Errand, tools: Tools) -> Outcome:
    """Read and code a file.

    One that cannot be read, has a speaker who is not listed, or makes us stumble, is told in the outcome and stops no
    other.
    """
    try:
        read = _read(errand, tools)
        transcript = _hide(read, errand.mask, tools)
        labels = Labels.of(read.labels, errand.seal)
        entry = Entry(transcript.id, key_of(transcript, tools), errand.source, tuple(sorted(labels.digests)))
        part = None if entry.key in errand.known else _code(transcript, tools, entry)
    except PerspectievenError as error:
        return Outcome(errand.path, faults=error.faults)
    except Exception:  # a bug of ours in one transcript must not lose the others; it is told at the end
        return Outcome(errand.path, bug=traceback.format_exc())
    return Outcome(errand.path, entry, part)


def key_of(transcript: Transcript, tools: Tools) -> str:
    """Return a digest of all that the coding of a transcript depends on: text, speakers, lexicon, code, versions."""
    said = [(turn.label, turn.text, turn.start_s, turn.end_s, turn.speaker) for turn in transcript.turns]
    return digest_of(f"{tools.digest} {transcript.id} {said}")


def _read(errand: Errand, tools: Tools) -> Transcript:
    if errand.content is None:
        transcript = read_transcript(errand.path, columns=tools.columns, repair=tools.repair)
    else:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, errand.path.name)
            copy.write_bytes(errand.content)
            transcript = read_transcript(copy, columns=tools.columns, repair=tools.repair)
    (assigned,) = errand.speakers.assign([transcript])
    return assigned


def _hide(transcript: Transcript, mask: Mask | None, tools: Tools) -> Transcript:
    if not tools.hides:
        return transcript
    if mask is None:
        raise changed(transcript.id)
    return mask.hide(transcript)


def _code(transcript: Transcript, tools: Tools, entry: Entry) -> Part:
    turns, codings = code_turns(transcript.turns, tools.lexicon)
    return make_part(turns.cast(ARROW[TURNS.name]), codings.cast(ARROW[CODINGS.name]), entry)


def _unnumbered(rows: Iterable[SpeakerRow]) -> list[SpeakerRow]:
    """Return rows without their place in the file, which changes nothing."""
    return [replace(row, row=0) for row in rows]
