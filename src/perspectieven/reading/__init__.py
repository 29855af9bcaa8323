"""Read transcripts, one reader per file format.

To add a reader:

1. Write a module here with ``read_<format>(path) -> Source``: let a library do the format, clean the text with
   `encoding.clean_text` (or `encoding.decode_bytes`), and find speakers with
   `labels.find_turns(paragraphs, path.name)`.
2. Turn what the library raises for a damaged file into a `TranscriptError` that says what to do.
3. Add its ending to `_READERS` in `transcripts`, to `docs/bronnen.md`, and to `benchmarks/fuzz/seeds.py`; and a test
   module with a small file that a colleague can read.

The names below are imported when they are first used: a lexicon is read without the readers of transcripts.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perspectieven.reading.sheets import Columns
    from perspectieven.reading.source import UNKNOWN, Source, Utterance
    from perspectieven.reading.speakers import SpeakerList, SpeakerRow, read_speakers
    from perspectieven.reading.transcripts import SUFFIXES, read_source, read_transcript

__all__ = [
    "SUFFIXES",
    "UNKNOWN",
    "Columns",
    "Source",
    "SpeakerList",
    "SpeakerRow",
    "Utterance",
    "read_source",
    "read_speakers",
    "read_transcript",
]

_HOMES = {
    "SUFFIXES": "transcripts",
    "UNKNOWN": "source",
    "Columns": "sheets",
    "Source": "source",
    "SpeakerList": "speakers",
    "SpeakerRow": "speakers",
    "Utterance": "source",
    "read_source": "transcripts",
    "read_speakers": "speakers",
    "read_transcript": "transcripts",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
