"""A table of codings as a card: counts, and rows without anybody's words until one asks for them."""

from collections.abc import Mapping

import pandas as pd

from perspectieven.cards import Card, Table
from perspectieven.exploring.showing import AS_SAID, name_column, name_values
from perspectieven.tables import CODINGS, check_table

_SAID = ("matched_text", "cue")
"""Columns of the codings that hold somebody's words."""

_SHOWN = ("theme", "code", "stance", "voice", "orientation", "prompted", "needs_review", "status")

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "title": "Coderingen",
        "n": "coderingen",
        "codes": "codes",
        "needs_review": "na te kijken",
        "prompted": "uitgelokt",
        "rejected": "verworpen, niet meegeteld",
        "per": "Per {what}",
        "rows": "De eerste rijen",
    },
    "en": {
        "title": "Codings",
        "n": "codings",
        "codes": "codes",
        "needs_review": "to look at",
        "prompted": "prompted",
        "rejected": "rejected, not counted",
        "per": "By {what}",
        "rows": "The first rows",
    },
}


def describe_codings(
    codings: pd.DataFrame,
    *,
    n_rows: int = 5,
    with_words: bool = False,
    labels: Mapping[str, str] | None = None,
    language: str = "nl",
) -> Card:
    """Return codings as a card: how many, of what, and the first rows.

    Parameters
    ----------
    codings : DataFrame
        Schema `tables.CODINGS`.
    n_rows : int
        Rows to show.
    with_words : bool
        Show in those rows which words were matched, and which decided. Without it the card holds no word of anybody and
        not in which conversation it was said.
    labels : mapping of str to str, optional
        Theme and code ids to what people read; an id without a label stays.

    Raises
    ------
    TableError
        If it is no table of codings.

    Examples
    --------
    >>> import perspectieven as pv
    >>> codings = pv.code_texts(["Dat hoort erbij.", "Ik maak me geen zorgen."], pv.read_lexicon("normaliseren"))
    >>> describe_codings(codings, n_rows=0).facts
    {'coderingen': 2, 'codes': 2, 'na te kijken': 0, 'uitgelokt': 0}
    """
    check_table(codings, CODINGS)
    w, labels = _WORDS[language], labels or {}
    standing = codings[codings["status"] != "rejected"]
    facts = {
        w["n"]: len(standing),
        w["codes"]: int(standing["code"].nunique()),
        w["needs_review"]: int(standing["needs_review"].sum()),
        w["prompted"]: int(standing["prompted"].sum()),
    }
    if len(standing) < len(codings):
        facts[w["rejected"]] = len(codings) - len(standing)
    tables = [_count(standing, column, labels, language) for column in ("stance", "voice", "theme")]
    if n_rows:
        columns = [*_SHOWN, *(_SAID if with_words else ())]
        shown = standing[columns].head(n_rows)
        named = [
            shown[name].tolist() if name in AS_SAID else name_values(shown[name], labels=labels, language=language)
            for name in columns
        ]
        heading = [name_column(name, labels=labels, language=language) for name in columns]
        tables.append(Table(w["rows"], heading, list(zip(*named, strict=True))))
    return Card(w["title"], facts, tables)


def _count(codings: pd.DataFrame, column: str, labels: Mapping[str, str], language: str) -> Table:
    w = _WORDS[language]
    counts = codings[column].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    what = name_column(column, labels=labels, language=language)
    names = name_values(counts.index.to_series(), labels=labels, language=language)
    return Table(w["per"].format(what=what), [what, w["n"]], [[n, int(m)] for n, m in zip(names, counts, strict=True)])
