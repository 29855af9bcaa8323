"""A table of codings as a card: counts, and rows without anybody's words until one asks for them."""

import pandas as pd

from perspectieven.cards import Card, Table
from perspectieven.tables import CODINGS, check_table

_SAID = ("matched_text", "cue")
"""Columns of the codings that hold somebody's words."""

_SHOWN = ("theme", "code", "stance", "voice", "orientation", "prompted", "needs_review", "status")


def describe_codings(codings: pd.DataFrame, *, n_rows: int = 5, with_words: bool = False) -> Card:
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
    standing = codings[codings["status"] != "rejected"]
    facts = {
        "coderingen": len(standing),
        "codes": int(standing["code"].nunique()),
        "na te kijken": int(standing["needs_review"].sum()),
        "uitgelokt": int(standing["prompted"].sum()),
    }
    if len(standing) < len(codings):
        facts["verworpen, niet meegeteld"] = len(codings) - len(standing)
    tables = [
        _count(standing, "stance", "houding"),
        _count(standing, "voice", "stem"),
        _count(standing, "theme", "thema"),
    ]
    if n_rows:
        columns = [*_SHOWN, *(_SAID if with_words else ())]
        rows = codings[columns].head(n_rows).astype(object).to_numpy().tolist()
        tables.append(Table("De eerste rijen", columns, rows))
    return Card("Coderingen", facts, tables)


def _count(codings: pd.DataFrame, column: str, label: str) -> Table:
    counts = codings[column].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return Table(f"Per {label}", [label, "coderingen"], [[name, int(n)] for name, n in counts.items()])
