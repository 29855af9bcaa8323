"""What a figure asks of its table: the schema, shares between 0 and 1, and the order of its ids."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.tables import Schema, check_table


def check_input(table: pd.DataFrame, schema: Schema, *, shares: Sequence[str] = ()) -> str:
    """Check a finished table and say whether its rows are about themes or codes.

    Parameters
    ----------
    schema : Schema
        With the column ``theme``; a table about codes has ``code`` in its place.
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
    by = "theme" if "theme" in table.columns or "code" not in table.columns else "code"
    columns = {by if name == "theme" else name: dtype for name, dtype in schema.columns.items()}
    key = tuple(by if name == "theme" else name for name in schema.key)
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
