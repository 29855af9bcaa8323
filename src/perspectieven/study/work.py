"""What a worker does with a bundle of files: read them, find who speaks, and code what is not coded yet."""

import os
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from perspectieven.coding import code_transcripts
from perspectieven.errors import Fault, PerspectievenError
from perspectieven.lexicon import Lexicon
from perspectieven.reading import Columns, SpeakerList, SpeakerRow, read_transcript
from perspectieven.reading.speakers import ANY
from perspectieven.study.gaps import digest_labels
from perspectieven.study.manifest import digest_file, digest_of, package_digest, package_versions
from perspectieven.study.parts import Entry, Part, Slices, as_arrow, make_part
from perspectieven.study.pseudonymising import Mask, changed
from perspectieven.tables import CODINGS, TURNS
from perspectieven.transcript import Transcript

BUNDLE = 50_000
"""Bytes of the files in a bundle, about: one long interview, or some ten short ones, which are coded in one go."""

R = TypeVar("R")


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
    rows : tuple of SpeakerRow
        The rows of `speakers.csv` that name its transcript.
    source : str
        Digest of what it is read from; see `parts.Entry`.
    mask : Mask or None
        What hides the people in its transcript, if that is asked and it could be searched.
    """

    path: Path
    rows: tuple[SpeakerRow, ...] = field(repr=False)
    source: str
    mask: Mask | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Some files for one worker.

    Attributes
    ----------
    errands : tuple of Errand
    speakers : SpeakerList
        The rows that can be about these.
    known : frozenset of str
        The keys with which they are coded already.
    contents : tuple of bytes, optional
        What is in the files, for a worker that cannot open them.
    """

    errands: tuple[Errand, ...]
    speakers: SpeakerList = field(repr=False)
    known: frozenset[str] = field(repr=False)
    contents: tuple[bytes, ...] | None = field(default=None, repr=False)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files."""
        return tuple(errand.path for errand in self.errands)

    def packed(self) -> "Bundle":
        """Return the same bundle with what is in its files."""
        return replace(self, contents=tuple(_read_or_nothing(path) for path in self.paths))


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a transcript is not coded: faults to mend, or the traceback of an error that is ours."""

    transcript_id: str
    faults: tuple[Fault, ...]
    bug: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a bundle.

    Attributes
    ----------
    paths : tuple of Path
        The files of the bundle.
    entries : mapping of str to Entry
        Transcript id to what is to be known of it, if it is coded, now or before.
    part : Part or None
        What was coded now.
    failures : tuple of Failure
    """

    paths: tuple[Path, ...]
    entries: Mapping[str, Entry]
    part: Part | None
    failures: tuple[Failure, ...]


def make_errands(
    paths: Iterable[Path], speakers: SpeakerList, tools: Tools, masks: Mapping[str, Mask]
) -> Iterator[Errand]:
    """Find out what each file would be read from.

    Parameters
    ----------
    masks : mapping of str to Mask
        By transcript id; empty where nothing is hidden.
    """
    rows: dict[str, list[SpeakerRow]] = {}
    for row in speakers.rows:
        rows.setdefault(row.transcript, []).append(row)
    options = f"{tools.columns} {tools.repair} {tools.hides}"
    shared = digest_of(f"{tools.digest} {options} {_unnumbered(rows.get(ANY, ()))}")
    for path in paths:
        own = tuple(rows.get(path.stem, ()))
        content = digest_file(path) if os.access(path, os.R_OK) else ""
        mask = masks.get(path.stem)
        masked = mask.digest if mask else ""
        yield Errand(path, own, digest_of(f"{shared} {path.name} {content} {masked} {_unnumbered(own)}"), mask)


def make_bundles(
    errands: Iterable[Errand], speakers: SpeakerList, index: Mapping[str, Mapping[str, Entry]]
) -> Iterator[Bundle]:
    """Divide errands into bundles of about `BUNDLE` bytes, in their order.

    Parameters
    ----------
    index : mapping
        What is coded already; see `parts.Parts.index`.
    """
    everywhere = tuple(row for row in speakers.rows if row.transcript == ANY)

    def bundled() -> Bundle:
        rows = (*everywhere, *(row for errand in together for row in errand.rows))
        known = (entry.key for errand in together for entry in index.get(errand.path.stem, {}).values())
        return Bundle(tuple(together), replace(speakers, rows=rows), frozenset(known))

    together: list[Errand] = []
    size = 0
    for errand in errands:
        together.append(errand)
        size += size_of(errand)
        if size >= BUNDLE:
            yield bundled()
            together, size = [], 0
    if together:
        yield bundled()


def size_of(errand: Errand) -> int:
    """Return the bytes of the file of an errand."""
    return errand.path.stat().st_size if errand.path.is_file() else 0


def work(bundle: Bundle, tools: Tools) -> Outcome:
    """Read and code a bundle.

    A transcript that cannot be read, has a speaker who is not listed, or makes us stumble, is a failure in the
    outcome and does not stop the others.
    """
    read = [_attempt(path.stem, partial(_read, bundle, at, tools)) for at, path in enumerate(bundle.paths)]
    labels = {t.id: digest_labels(t.labels) for t in read if isinstance(t, Transcript)}
    hidden = [
        _attempt(t.id, partial(_hide, t, errand.mask, tools)) if isinstance(t, Transcript) else t
        for t, errand in zip(read, bundle.errands, strict=True)
    ]
    transcripts = [transcript for transcript in hidden if isinstance(transcript, Transcript)]
    sources = {errand.path.stem: errand.source for errand in bundle.errands}
    entries = {t.id: Entry(key_of(t, tools), sources[t.id], labels[t.id]) for t in transcripts}
    done = list(_code([t for t in transcripts if entries[t.id].key not in bundle.known], tools))
    failures = [failure for failure in (*hidden, *done) if isinstance(failure, Failure)]
    tables = [tables for tables in done if not isinstance(tables, Failure)]
    failed = {failure.transcript_id for failure in failures}
    coded = {name: entry for name, entry in entries.items() if name not in failed}
    new = {name: entry for name, entry in coded.items() if entry.key not in bundle.known}
    turns, codings = (pa.concat_tables([pair[at] for pair in tables]) if tables else None for at in (0, 1))
    part = make_part(turns, codings, new) if tables else None
    return Outcome(bundle.paths, coded, part, tuple(failures))


def key_of(transcript: Transcript, tools: Tools) -> str:
    """Return a digest of all that the coding of a transcript depends on: text, speakers, lexicon, code, versions."""
    said = [(turn.label, turn.text, turn.start_s, turn.end_s, turn.speaker) for turn in transcript.turns]
    return digest_of(f"{tools.digest} {transcript.id} {said}")


def _read(bundle: Bundle, at: int, tools: Tools) -> Transcript:
    path = bundle.paths[at]
    if bundle.contents is None:
        transcript = read_transcript(path, columns=tools.columns, repair=tools.repair)
    else:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, path.name)
            copy.write_bytes(bundle.contents[at])
            transcript = read_transcript(copy, columns=tools.columns, repair=tools.repair)
    (assigned,) = bundle.speakers.assign([transcript])
    return assigned


def _hide(transcript: Transcript, mask: Mask | None, tools: Tools) -> Transcript:
    if not tools.hides:
        return transcript
    if mask is None:
        raise changed(transcript.id)
    return mask.hide(transcript)


def _code(transcripts: Sequence[Transcript], tools: Tools) -> Iterator[Slices | Failure]:
    """Code transcripts in one go, or one by one where that fails."""
    if not transcripts:
        return
    tables = _attempt(transcripts[0].id, partial(_code_together, transcripts, tools))
    if isinstance(tables, Failure) and len(transcripts) > 1:
        for transcript in transcripts:
            yield from _code([transcript], tools)
    else:
        yield tables


def _code_together(transcripts: Sequence[Transcript], tools: Tools) -> Slices:
    turns, codings = code_transcripts(transcripts, tools.lexicon)
    return as_arrow(turns, TURNS), as_arrow(codings, CODINGS)


def _attempt(transcript_id: str, action: Callable[[], R]) -> R | Failure:
    try:
        return action()
    except PerspectievenError as error:
        return Failure(transcript_id, error.faults)
    except Exception:  # a bug of ours in one transcript must not lose the others; it is told at the end
        return Failure(transcript_id, (), traceback.format_exc())


def _unnumbered(rows: Iterable[SpeakerRow]) -> list[SpeakerRow]:
    """Return rows without their place in the file, which changes nothing."""
    return [replace(row, row=0) for row in rows]


def _read_or_nothing(path: Path) -> bytes:
    """Read a file; one that cannot be opened is empty, which its reader reports."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
