"""What a figure asks of its table: the schema, shares between 0 and 1, and the order of its ids."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.pages import current_page
from perspectieven.tables import Schema, check_table


def check_input(table: pd.DataFrame, schema: Schema, *, shares: Sequence[str] = ()) -> str:
    """Check a finished table and say whether its rows are about themes or codes.

    Parameters
    ----------
    schema : Schema
        With the column ``theme``, or ``theme_a`` and ``theme_b``; a table about codes has ``code`` in its place.
    shares : sequence of str
        Columns that hold shares, -1 to 1 or missing.

    Returns
    -------
    {"theme", "code"}

    Raises
    ------
    TableError
        If a column is missing, two rows have one key, or a share is outside its range.
    """
    by = (
        "code" if {"code", "code_a"} & set(table.columns) and not {"theme", "theme_a"} & set(table.columns) else "theme"
    )
    named = {name: name.replace("theme", by, 1) if name.startswith("theme") else name for name in schema.columns}
    columns = {named[name]: dtype for name, dtype in schema.columns.items()}
    key = tuple(named[name] for name in schema.key)
    check_table(table, replace(schema, columns=columns, key=key))
    faults = [
        Fault(schema.name, f"row {row}", f"{column} is {value:g}; a share is at most 1, divide percentages by 100")
        for column in shares
        for row, value in table.loc[table[column].abs() > 1 + 1e-9, column].items()
    ]
    if faults:
        raise TableError(faults)
    return by


def order_of(column: pd.Series) -> tuple[str, ...]:
    """Return all ids of a column in the study's order: its categories, else as they first appear.

    A category without rows keeps its place, so that a colour never depends on what is left out.

    >>> order_of(pd.Series(pd.Categorical(["b"], categories=["a", "b"])))
    ('a', 'b')
    >>> order_of(pd.Series(["b", "a", "b"]))
    ('b', 'a')
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        return tuple(str(name) for name in column.cat.categories)
    return tuple(str(name) for name in column.drop_duplicates())


def present(column: pd.Series) -> tuple[str, ...]:
    """Return the ids that have rows, in the study's order.

    >>> present(pd.Series(pd.Categorical(["b"], categories=["a", "b"])))
    ('b',)
    """
    there = set(column.astype(str))
    return tuple(name for name in order_of(column) if name in there)


def choose_most(weights: Mapping[str, float], most: int | None = None, *, taken: int = 0) -> tuple[str, ...]:
    """Return the ids with the largest weights, in the order in which they came: as many as the page holds.

    Parameters
    ----------
    weights : mapping of str to float
    most : int, optional
        Rows or panels that a screen holds; without it a screen holds all, see `rows.lay_out_rows`.
    taken : int
        Rows that something else takes; see `Page.hold`.

    Examples
    --------
    >>> choose_most({"a": 1, "b": 3, "c": 2, "d": 2}, 2)
    ('b', 'c')
    >>> from perspectieven.figures.pages import drawing_for
    >>> with drawing_for("class"):
    ...     choose_most({"a": 1, "b": 3, "c": 2, "d": 2}, 2)
    ('b',)
    """
    return pick_largest(weights, current_page().hold(most, taken=taken))


def pick_largest(weights: Mapping[str, float], n: int | None) -> tuple[str, ...]:
    """Return the ids with the n largest weights, in the order in which they came.

    >>> pick_largest({"a": 1, "b": 3, "c": 2, "d": 2}, 2)
    ('b', 'c')
    """
    chosen = set(sorted(weights, key=lambda name: -weights[name])[:n])
    return tuple(name for name in weights if name in chosen)


def tell_extremes(who: str, amounts: Mapping[str, float], words: Mapping[str, str]) -> str:
    """Say what is largest and what smallest, the first of equals; nothing where there is nothing.

    Parameters
    ----------
    who : str
    amounts : mapping of str to float
        By how each is said, the amount in it.
    words : mapping of str to str
        From `fixed_words`.

    Examples
    --------
    >>> from perspectieven.figures.style import fixed_words
    >>> tell_extremes("Ouders", {"School (50%)": 0.5, "Thuis (90%)": 0.9, "Sport (50%)": 0.5}, fixed_words("nl"))
    'Ouders: het meest Thuis (90%); het minst School (50%).'
    >>> tell_extremes("Ouders", {}, fixed_words("nl"))
    ''
    """
    if not amounts:
        return ""
    most, least = (pick(amounts, key=lambda said: amounts[said]) for pick in (max, min))
    return words["range"].format(who=who, most=most, least=least)
