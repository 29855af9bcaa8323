"""Code Dutch conversations against a shared lexicon of normalising and compare perspectives."""

from perspectieven.coding import code_texts
from perspectieven.comparison import compare_perspectives
from perspectieven.concordance import find_keyword
from perspectieven.errors import LexiconError, PerspectievenError, StudyError, TableError, TranscriptError
from perspectieven.reading import read_transcript
from perspectieven.reading.lexicon import read_lexicon
from perspectieven.study import Study
from perspectieven.themes import count_themes

__all__ = [
    "LexiconError",
    "PerspectievenError",
    "Study",
    "StudyError",
    "TableError",
    "TranscriptError",
    "code_texts",
    "compare_perspectives",
    "count_themes",
    "find_keyword",
    "read_lexicon",
    "read_transcript",
]
