"""Write a figure beside the table it shows, and beside both where they come from."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing, find_marks, mark_id
from perspectieven.figures.pages import Size
from perspectieven.figures.provenance import Provenance, Quotes
from perspectieven.writing import write_bytes


def write_figure(
    figure: Drawing,
    table: pd.DataFrame,
    folder: Path,
    name: str,
    *,
    provenance: Provenance | None = None,
    row: str = "",
    sizes: Sequence[Size] = (),
) -> tuple[Path, ...]:
    """Write name.svg, name.png, name.csv and name.json; the same figure and table give the same bytes.

    Each file is written beside its place and then renamed, so that a reader never finds half a file.

    Parameters
    ----------
    figure : Drawing
        From a `plot_` function. Its ``alt`` is the description in the SVG and the PNG.
    table : DataFrame
        The table that the figure shows. UTF-8, a comma between fields, at most four decimals, missing is empty.
    folder : Path
        Made if it is not there.
    name : str
        File name without suffix, such as ``"aandelen"``.
    provenance : Provenance, optional
        What the table was made from; without it there is no JSON. The JSON also says what the figure shows, what is in
        the table, its digest, and for each mark (by its id in the SVG) the ids of the quotes behind it.
    row : str
        What one row of the table is, such as `tables.THEME_COUNTS` says in ``row``; for the JSON.
    sizes : sequence of {"paper", "screen", "class"}
        Other sizes to write too, as ``name.paper.svg`` and ``name.paper.png``.

    Returns
    -------
    tuple of Path
        The SVG, the PNG and the CSV; the JSON, where there is one; then an SVG and a PNG for each of the other sizes.

    Raises
    ------
    TableError
        If the name has a folder in it or is empty, or there is no such size.

    Examples
    --------
    >>> import tempfile
    >>> from perspectieven.figures import plot_shares
    >>> from perspectieven.tables import THEME_COUNTS, make_table
    >>> counts = make_table([], THEME_COUNTS)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_figure(plot_shares(counts, labels={}), counts, Path(folder), "leeg")]
    ['leeg.svg', 'leeg.png', 'leeg.csv']
    """
    if not name or Path(name).name != name:
        raise TableError(Fault("figure", "name", f'is "{name}"; give a file name without a folder, such as "aandelen"'))
    drawn = {name: figure, **{f"{name}.{size}": figure.with_size(size) for size in sizes if size != figure.size}}
    pictures = {f"{stem}.{kind}": getattr(one, kind)() for stem, one in drawn.items() for kind in ("svg", "png")}
    written = table.to_csv(index=False, float_format=_four_decimals, lineterminator="\n").encode("utf-8")
    files = dict(list(pictures.items())[:2]) | {f"{name}.csv": written}
    if provenance is not None:
        described = _describe(figure, table, provenance, row)
        described["digests"] |= {"table": hashlib.sha256(written).hexdigest()}
        described["sizes"] = {one.size: [f"{stem}.svg", f"{stem}.png"] for stem, one in drawn.items()}
        text = json.dumps(described, indent=2, sort_keys=True, ensure_ascii=False)
        files[f"{name}.json"] = f"{text}\n".encode()
    return tuple(write_bytes(folder / file, content) for file, content in (files | pictures).items())


def _describe(figure: Drawing, table: pd.DataFrame, provenance: Provenance, row: str) -> dict[str, Any]:
    return {
        **{key: value for key, value in asdict(provenance).items() if key != "quotes"},
        "title": figure.texts[0].get_text(),
        "alt": figure.alt,
        "row": row,
        "columns": list(table.columns),
        "quotes": _quotes_behind(figure, provenance.quotes),
    }


def _quotes_behind(figure: Drawing, quotes: Quotes) -> dict[str, list[str]]:
    """Return the quotes of every mark; a mark of two perspectives has those of both.

    A mark of something that has no quotes of its own, such as a question, is left out.
    """
    behind = {}
    for item, *perspectives in find_marks(figure):
        pairs = [(item, perspective) for perspective in perspectives]
        if pairs and all(pair in quotes for pair in pairs):
            behind[mark_id(item, *perspectives)] = sorted({quote for pair in pairs for quote in quotes[pair]})
    return behind


def _four_decimals(value: Any) -> str:
    """Return a number with at most four decimals and without a negative zero.

    >>> [_four_decimals(value) for value in (0.5, 1 / 3, -0.00001, 12.0)]
    ['0.5', '0.3333', '0', '12']
    """
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
