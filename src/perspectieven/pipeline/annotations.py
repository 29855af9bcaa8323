"""What a Doc carries of its codings: span groups, and extension attributes that read them.

All of it is in the span groups, which spaCy writes with a Doc in every form (`Doc.to_bytes`, `DocBin`, with or without
user data). Import this module where such a Doc is read back, and the attributes are there. `Doc.from_docs` keeps the
spans and drops what their groups carry; run the component over the joined Doc.
"""

import warnings
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pandas as pd
from spacy.tokens import Doc, Span, SpanGroup

from perspectieven.errors import Fault, TableError
from perspectieven.tables import CODINGS, make_table

SPANS_KEY = "perspectieven"
"""The span group with all codings."""

SPAN_ATTRIBUTES = (
    "coding_id", "theme", "code", "term", "stance", "voice", "attributed_to", "orientation", "needs_review", "cue",
)  # fmt: skip
"""Columns of `tables.CODINGS` that a span answers for, ``span._.stance``; None for a span that is no coding."""

_MADE_BY, _ROWS = "made_by", "codings"
"""What a span group carries: the key under which it was made, and in the group of that key every row by its id."""

Row = dict[str, Any]
"""A row of the codings table."""


def put_codings(doc: Doc, rows: Iterable[Row], spans_key: str = SPANS_KEY) -> Doc:
    """Put codings on a Doc, in place of those that were put there before under this key.

    Each part of a mention becomes a span of whole tokens, with the code as its label and the coding as its id: in the
    group `spans_key` and in a group per theme that occurs, by the theme's id.
    """
    for name in [name for name, group in doc.spans.items() if group.attrs.get(_MADE_BY) == spans_key]:
        del doc.spans[name]
    kept = {row["coding_id"]: row for row in rows}
    spans: dict[str, list[Span]] = {spans_key: []}
    for row in kept.values():
        for span in _make_spans(doc, row):
            spans[spans_key].append(span)
            spans.setdefault(row["theme"], []).append(span)
    for name, its_spans in spans.items():
        doc.spans[name] = SpanGroup(doc, name=name, attrs={_MADE_BY: spans_key}, spans=its_spans)
    doc.spans[spans_key].attrs[_ROWS] = kept
    return doc


def _make_spans(doc: Doc, row: Row) -> list[Span]:
    """Make a span of each part; two parts within one token make one."""
    spans: dict[tuple[int, int], Span] = {}
    for part in row["parts"].split():
        start, end = map(int, part.split(":"))
        span = doc.char_span(start, end, label=row["code"], span_id=row["coding_id"], alignment_mode="expand")
        assert span is not None, "the range of a part is within the text"
        spans[span.start, span.end] = span
    return list(spans.values())


def codings_of(doc: Doc) -> pd.DataFrame:
    """Return the codings on a Doc, ``doc._.codings``.

    Returns
    -------
    DataFrame
        Schema `tables.CODINGS`; one row per mention, as `code_texts` gives for the text of this Doc alone.

    Raises
    ------
    TableError
        If no component has put codings on the Doc, which is something else than a Doc in which nothing was found.
    """
    groups = [group.attrs[_ROWS] for group in doc.spans.values() if _ROWS in group.attrs]
    if not groups:
        what = 'carries no codings; add the component with nlp.add_pipe("perspectieven") and run it over the text'
        raise TableError(Fault("Doc", "", what))
    rows = {coding_id: row for group in groups for coding_id, row in group.items()}
    return make_table(list(rows.values()), CODINGS).sort_values(list(CODINGS.key), ignore_index=True)


def coding_of(span: Span) -> Row | None:
    """Return the row of the coding that a span is a part of, None for a span that is no coding."""
    groups = (group.attrs.get(_ROWS, {}) for group in span.doc.spans.values())
    return next((group[span.id_] for group in groups if span.id_ in group), None)


def _value_of(span: Span, *, column: str) -> object:
    row = coding_of(span)
    return None if row is None else row[column]


def add_extensions() -> None:
    """Make ``doc._.codings`` and ``span._.stance`` and its likes; attributes that somebody else made stay theirs."""
    _add(Doc, "codings", codings_of)
    for name in SPAN_ATTRIBUTES:
        _add(Span, name, partial(_value_of, column=name))


def _add(owner: type[Doc] | type[Span], name: str, getter: Callable[[Any], object]) -> None:
    if not owner.has_extension(name):
        owner.set_extension(name, getter=getter)
    elif not _is_ours(owner.get_extension(name)[2]):
        what = f"{owner.__name__}._.{name} was made by somebody else and stays theirs; ours is in doc._.codings"
        warnings.warn(what, stacklevel=3)


def _is_ours(getter: object) -> bool:
    return getattr(getattr(getter, "func", getter), "__module__", "") == __name__


add_extensions()
