"""What a study begins with: its lexicon, which files are transcripts, and who speaks in them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

from perspectieven.errors import Fault, LexiconError, PerspectievenError, StudyError
from perspectieven.lexicon import Lexicon
from perspectieven.privacy.pseudonyms import names_person
from perspectieven.reading import SUFFIXES, Columns, read_source, read_speakers, read_transcript
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.lexicon import read_lexicon
from perspectieven.reading.source import read_bytes
from perspectieven.reading.speakers import HEADING, draft_lines
from perspectieven.study.settings import Settings
from perspectieven.transcript import Transcript
from perspectieven.writing import write_text

NAMES = "names.csv"
"""The file in data/raw that lists what is to be replaced."""
SPEAKERS = "speakers.csv"
"""The file in data/raw that says who has which perspective."""


def read_own_lexicon(source: str | Path, *, withheld: Sequence[str]) -> Lexicon:
    """Read the lexicon of a study.

    Parameters
    ----------
    source : str or Path
        A shipped name or a folder.
    withheld : sequence of str
        The codes that the study withholds.

    Raises
    ------
    LexiconError
        With all that is wrong in it.
    StudyError
        If it does not have a code that is withheld: a typing error there would publish the code.
    """
    try:
        lexicon = read_lexicon(source)
    except LexiconError as error:
        named = Fault("study.toml", "lexicon", f'is "{source}"; see there') if len(error.faults) == 1 else None
        raise LexiconError([*filter(None, [named]), *error.faults]) from error
    unknown = [code for code in withheld if code not in lexicon.code_ids]
    if unknown and tuple(withheld) != Settings.withheld_by_default():
        what = "is withheld and not in the lexicon; correct it, or take it out of withheld_codes"
        raise StudyError([Fault("study.toml", f"privacy.withheld_codes, {code}", what) for code in unknown])
    return lexicon


def find_transcripts(raw: Path, *, ignore: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the files in data/raw that are transcripts, sorted; the rest is `speakers.csv` and what `ignore` names.

    Raises
    ------
    StudyError
        If the folder is missing, a file is of no kind that can be read, or two have the same name.
    """
    paths, faults = list_transcripts(raw, ignore=ignore)
    if faults:
        raise StudyError(faults)
    return paths


def list_transcripts(raw: Path, *, ignore: Sequence[str] = ()) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    """Return the files in data/raw that are transcripts, and what is wrong with the others; see `find_transcripts`."""
    if not raw.is_dir():
        raise StudyError(Fault("data/raw", "", "is missing; make the folder and put the transcripts in it"))
    passed_over = {SPEAKERS, NAMES, *ignore}
    files = [
        p for p in sorted(raw.rglob("*"), key=PurePath.as_posix) if p.is_file() and not p.name.startswith((".", "~$"))
    ]
    paths = [p for p in files if p.name not in passed_over]
    readable = f"use {', '.join(sorted(SUFFIXES))}, or list it under ignore in study.toml"
    faults = [
        Fault("data/raw", p.name, f'ends in "{p.suffix}"; {readable}')
        for p in paths
        if p.suffix.lower() not in SUFFIXES
    ]
    n_named = Counter(p.stem for p in paths)
    doubled = "has the same name as another transcript but for its ending or folder; rename one"
    faults += [Fault("data/raw", p.name, doubled) for p in paths if n_named[p.stem] > 1]
    return tuple(p for p in paths if p.suffix.lower() in SUFFIXES and n_named[p.stem] == 1), tuple(faults)


def read_transcripts(
    paths: Sequence[Path], speakers_path: Path, *, columns: Columns, perspectives: Sequence[str], repair: bool = False
) -> tuple[tuple[Transcript, ...], tuple[Fault, ...]]:
    """Read transcripts and give every turn the speaker that `speakers.csv` says; return remarks on the files too.

    Raises
    ------
    PerspectievenError
        With all that is wrong in any file, `speakers.csv` among them, and every speaker that is not listed.
    """
    faults: list[Fault] = []
    remarks: list[Fault] = []
    read: list[Transcript] = []
    for path in paths:
        try:
            source = read_source(path, columns=columns, repair=repair)
            read.append(source.as_transcript(path.stem))
        except PerspectievenError as error:
            faults += error.faults
        else:
            remarks += source.remarks
    assigned: tuple[Transcript, ...] = ()
    try:
        assigned = read_speakers(speakers_path, perspectives=perspectives).assign(read)
    except PerspectievenError as error:
        faults += error.faults
    if faults:
        raise PerspectievenError(faults)
    return assigned, tuple(remarks)


def draft_speakers(
    paths: Sequence[Path], speakers_path: Path, *, columns: Columns, write: bool, repair: bool = False
) -> tuple[str, ...]:
    """Return a line for every speaker whom `speakers.csv` does not list; add them to it where that is asked.

    Raises
    ------
    PerspectievenError
        With all that is wrong in any file.
    """
    faults: list[Fault] = []
    read: list[Transcript] = []
    for path in paths:
        try:
            read.append(read_transcript(path, columns=columns, repair=repair))
        except PerspectievenError as error:
            faults += error.faults
    if faults:
        raise PerspectievenError(faults)
    lines = draft_lines(read, speakers_path, is_name=names_person)
    if write and lines:
        known = decode_bytes(read_bytes(speakers_path), SPEAKERS) if speakers_path.is_file() else HEADING
        write_text(speakers_path, "\n".join([known.rstrip("\n"), *lines, ""]))
    return lines
