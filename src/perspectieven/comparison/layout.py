"""How tables of comparison are laid out: named after what is counted, in the order of the study."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from perspectieven.tables import Schema, make_table

_PERSPECTIVES = ("perspective", "perspective_a", "perspective_b")


def order_table(
    rows: pd.DataFrame | Sequence[dict[str, object]],
    schema: Schema,
    *,
    perspectives: Sequence[str],
    items: Sequence[str] = (),
    by: str = "theme",
    orders: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Make a table of a schema: the column ``theme`` named after `by`, sorted, with ordered categories in its key.

    The order is that of `perspectives` and `items`, and of `orders` for further columns.

    >>> schema = Schema("sizes", "one perspective x theme", {"perspective": "str", "theme": "str"}, ("theme",))
    >>> rows = [{"perspective": "ouders", "theme": "b"}, {"perspective": "ouders", "theme": "a"}]
    >>> order_table(rows, schema, perspectives=["ouders"], items=["a", "b"], by="code")["code"].tolist()
    ['a', 'b']
    """
    table = (
        rows[list(schema.columns)].astype(schema.columns)
        if isinstance(rows, pd.DataFrame)
        else make_table(rows, schema)
    )
    named = name_after(schema, by)
    table.columns = pd.Index(list(named.columns))
    known = {name: perspectives for name in _PERSPECTIVES} | {by: items} | dict(orders or {})
    dtypes = {name: pd.CategoricalDtype(list(known[name]), ordered=True) for name in named.key if name in known}
    return table.astype(dtypes).sort_values(list(named.key), kind="stable", ignore_index=True)


def name_after(schema: Schema, by: str) -> Schema:
    """Return a schema with its column ``theme`` named after what is counted."""
    columns = {by if name == "theme" else name: dtype for name, dtype in schema.columns.items()}
    return replace(schema, columns=columns, key=tuple(by if name == "theme" else name for name in schema.key))
