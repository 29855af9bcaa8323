"""Code Dutch conversations against a shared lexicon of normalising and compare perspectives.

The names below are imported when they are first used, so that the command line answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Study": "study",
    "code_texts": "coding",
    "compare_perspectives": "comparison",
    "count_themes": "themes",
    "find_keyword": "concordance",
    "read_lexicon": "reading.lexicon",
    "read_transcript": "reading",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
