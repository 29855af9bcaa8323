"""Transcripts from files: the ending decides on the reader."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.captions import read_sbv, read_vtt
from perspectieven.reading.chat import read_chat
from perspectieven.reading.doubled import tally_doubled
from perspectieven.reading.doubts import find_doubts
from perspectieven.reading.elan import read_eaf
from perspectieven.reading.opendocument import read_odt
from perspectieven.reading.parliament import read_parliament
from perspectieven.reading.pdf import read_pdf
from perspectieven.reading.praat import read_textgrid
from perspectieven.reading.recognised import read_json
from perspectieven.reading.rich_text import read_rtf
from perspectieven.reading.sheets import Columns, read_csv, read_xlsx
from perspectieven.reading.source import (
    LARGEST_FILE,
    LARGEST_MARKUP,
    LARGEST_TEXT,
    Source,
    check_size,
)
from perspectieven.reading.subrip import read_srt
from perspectieven.reading.text import read_markdown, read_text
from perspectieven.reading.word import read_word
from perspectieven.transcript import Transcript

_READERS: dict[str, Callable[[Path], Source]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".docx": read_word,
    ".vtt": read_vtt,
    ".srt": read_srt,
    ".sbv": read_sbv,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".pdf": read_pdf,
    ".json": read_json,
    ".eaf": read_eaf,
    ".textgrid": read_textgrid,
    ".cha": read_chat,
    ".xml": read_parliament,
}
_TABLE_READERS: dict[str, Callable[[Path, Columns | None], Source]] = {".csv": read_csv, ".xlsx": read_xlsx}

_LARGEST = dict.fromkeys((".docx", ".odt", ".pdf", ".rtf", ".xlsx"), LARGEST_FILE) | dict.fromkeys(
    (".eaf", ".json", ".textgrid", ".xml"), LARGEST_MARKUP
)
"""Bytes of the files that may be larger than `LARGEST_TEXT`."""

SUFFIXES: frozenset[str] = frozenset(_READERS | _TABLE_READERS)
"""The endings of the files that can be read, in lower case."""


def read_transcript(
    path: Path, *, transcript_id: str | None = None, columns: Columns | None = None, repair: bool = False
) -> Transcript:
    r"""Read one file as a transcript.

    Parameters
    ----------
    path : Path
        The ending decides on the reader; see `SUFFIXES`.
    transcript_id : str, optional
        The file name without its ending unless given.
    columns : Columns, optional
        For .csv and .xlsx: which column holds what.
    repair : bool
        Whether UTF-8 that was encoded twice ("cliÃ«nten") is repaired.

    Returns
    -------
    Transcript
        Turns without their `Speaker`; `SpeakerList.assign` adds those. A file without speaker labels is a document:
        one turn per paragraph, with the label `DOCUMENT`.

    Raises
    ------
    TranscriptError
        If the file cannot be read or holds no text; every fault of the file at once.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "gesprek-01.txt")
    >>> _ = path.write_text("Interviewer: Hoe gaat het?\nMoeder: Beter.", encoding="utf-8")
    >>> read_transcript(path).labels
    ('Interviewer', 'Moeder')
    """
    source = read_source(path, columns=columns, repair=repair)
    return source.as_transcript(path.stem if transcript_id is None else transcript_id)


def read_source(path: Path, *, columns: Columns | None = None, repair: bool = False) -> Source:
    """Read one file, and keep what nobody says (front matter) and remarks beside what was said.

    The parameters are those of `read_transcript`.

    Raises
    ------
    TranscriptError
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        what = f'ends in "{path.suffix}"; readable are {", ".join(sorted(SUFFIXES))}; save it as one of these'
        raise TranscriptError(Fault(path.name, "", what))
    check_size(path, most=_LARGEST.get(suffix, LARGEST_TEXT))
    with tally_doubled(repair=repair) as tally:
        source = _TABLE_READERS[suffix](path, columns) if suffix in _TABLE_READERS else _READERS[suffix](path)
    if not source.utterances:
        raise TranscriptError(Fault(path.name, "", "no text in it; a transcript has at least one utterance"))
    remarks = (*source.remarks, *tally.find_remarks(path.name), *find_doubts(source, path.name))
    return replace(source, remarks=remarks)
