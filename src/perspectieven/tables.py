"""The tables of a study: their columns, keys and what one row is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from perspectieven.errors import Fault, TableError


@dataclass(frozen=True, slots=True)
class Schema:
    """What a table looks like.

    Attributes
    ----------
    row : str
        What one row is.
    columns : dict of str to str
        Column name to pandas dtype, in order.
    key : tuple of str
        The columns that tell rows apart; the table is sorted by them unless its function says otherwise.
    """

    name: str
    row: str
    columns: dict[str, str]
    key: tuple[str, ...]


TURNS = Schema(
    "turns",
    "one speaker turn, coded or not",
    {
        "transcript_id": "str",
        "turn_index": "int64",
        "speaker": "str",
        "perspective": "str",
        "role": "str",
        "sector": "str",
        "start_s": "float64",
        "end_s": "float64",
        "n_words": "int64",
        "text": "str",
    },
    ("transcript_id", "turn_index"),
)

CODINGS = Schema(
    "codings",
    "one mention of a code in a participant's turn, by the lexicon or by a person",
    {
        "coding_id": "str",
        "coder": "str",
        "status": "str",
        "transcript_id": "str",
        "turn_index": "int64",
        "start_char": "int64",
        "end_char": "int64",
        "parts": "str",
        "matched_text": "str",
        "theme": "str",
        "code": "str",
        "term": "str",
        "stance": "str",
        "voice": "str",
        "attributed_to": "str",
        "orientation": "str",
        "prompted": "bool",
        "needs_review": "bool",
        "cue": "str",
    },
    ("transcript_id", "turn_index", "start_char", "end_char", "code"),
)

SPEAKERS = Schema(
    "speakers",
    "one participant, over all transcripts",
    {
        "speaker": "str",
        "perspective": "str",
        "sector": "str",
        "organisation": "str",
        "municipality": "str",
        "knowledge": "str",
        "quotable": "bool",
        "n_transcripts": "int64",
        "n_turns": "int64",
    },
    ("speaker",),
)

CONVERSATIONS = Schema(
    "conversations",
    "one transcript",
    {"transcript_id": "str", "date": "str", "perspectives": "str", "n_speakers": "int64", "n_turns": "int64"},
    ("transcript_id",),
)

COMPOSITION = Schema(
    "composition",
    "one perspective x field x value that its speakers have there",
    {
        "perspective": "str",
        "field": "str",
        "value": "str",
        "n_speakers": "int64",
        "withheld": "bool",
    },
    ("perspective", "field", "value"),
)

WITHHELD = Schema(
    "withheld",
    "one reason to leave something out of what is passed on",
    {"reason": "str", "n_speakers": "int64", "n_turns": "int64", "n_codings": "int64"},
    ("reason",),
)

THEME_COUNTS = Schema(
    "theme_counts",
    "one perspective x theme (or code), every pair",
    {
        "perspective": "str",
        "theme": "str",
        "n_coded": "int64",
        "n_affirmed": "int64",
        "n_negated": "int64",
        "n_hypothetical": "int64",
        "n_prompted": "int64",
        "n_turns_coded": "int64",
        "n_turns": "int64",
        "n_speakers_coded": "int64",
        "n_speakers": "int64",
        "n_words": "int64",
        "share_turns": "float64",
        "share_speakers": "float64",
        "low": "float64",
        "high": "float64",
        "per_1000_words": "float64",
    },
    ("perspective", "theme"),
)

ORIENTATION_COUNTS = Schema(
    "orientation_counts",
    "one perspective x orientation, every pair",
    {
        "perspective": "str",
        "orientation": "str",
        "n_coded": "int64",
        "n_speakers": "int64",
        "share": "float64",
        "share_per_speaker": "float64",
    },
    ("perspective", "orientation"),
)

SHARED = Schema(
    "shared",
    "one theme (or code) and the perspectives that hold it",
    {"theme": "str", "n_perspectives": "int64", "shared_by": "str", "n_speakers_coded": "int64"},
    ("theme",),
)

DIFFERENCES = Schema(
    "differences",
    "one theme (or code) x pair of perspectives",
    {
        "theme": "str",
        "perspective_a": "str",
        "perspective_b": "str",
        "n_a": "int64",
        "n_b": "int64",
        "share_a": "float64",
        "share_b": "float64",
        "difference": "float64",
        "low": "float64",
        "high": "float64",
        "p_adjusted": "float64",
        "effect": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("theme", "perspective_a", "perspective_b"),
)


def make_table(rows: Sequence[Sequence[object]] | Sequence[dict[str, object]], schema: Schema) -> pd.DataFrame:
    """Make a table from rows in schema order, or from dictionaries; what these leave out is empty, zero or missing.

    No rows give an empty table with the right columns.

    >>> make_table([], DIFFERENCES).shape
    (0, 14)
    """
    blank = {"str": "", "bool": False, "int64": 0, "float64": math.nan}
    empty = {name: blank[dtype] for name, dtype in schema.columns.items()}
    filled = [{**empty, **row} if isinstance(row, dict) else row for row in rows]
    return pd.DataFrame(filled, columns=list(schema.columns)).astype(schema.columns)


def check_table(frame: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """Return the table as it came if it has its schema.

    Raises
    ------
    TableError
        With every missing column, and every key that occurs more than once.
    """
    missing = [column for column in schema.columns if column not in frame.columns]
    if missing:
        what = f"has no column {', '.join(missing)}; one row is {schema.row}, with {', '.join(schema.columns)}"
        raise TableError(Fault(schema.name, "", what))
    doubled = frame.index[frame.duplicated(list(schema.key))]
    if len(doubled):
        what = f"{len(doubled)} rows share their {', '.join(schema.key)} with another; keep one of each"
        raise TableError(Fault(schema.name, f"row {doubled[0]}", what))
    return frame
