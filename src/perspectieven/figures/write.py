"""Write a figure beside the table it shows."""

from pathlib import Path
from typing import Any

import pandas as pd

from perspectieven.errors import Fault, TableError
from perspectieven.figures.drawing import Drawing
from perspectieven.writing import write_bytes


def write_figure(figure: Drawing, table: pd.DataFrame, folder: Path, name: str) -> tuple[Path, Path, Path]:
    """Write name.svg, name.png and name.csv; the same figure and table give the same bytes.

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

    Returns
    -------
    tuple of Path
        The SVG, the PNG and the CSV.

    Raises
    ------
    TableError
        If the name has a folder in it, or is empty.

    Examples
    --------
    >>> import tempfile
    >>> from perspectieven.figures import plot_heatmap
    >>> from perspectieven.tables import THEME_COUNTS, make_table
    >>> counts = make_table([], THEME_COUNTS)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_figure(plot_heatmap(counts, labels={}), counts, Path(folder), "leeg")]
    ['leeg.svg', 'leeg.png', 'leeg.csv']
    """
    if not name or Path(name).name != name:
        raise TableError(Fault("figure", "name", f'is "{name}"; give a file name without a folder, such as "aandelen"'))
    folder.mkdir(parents=True, exist_ok=True)
    written = table.to_csv(index=False, float_format=_four_decimals, lineterminator="\n")
    return (
        write_bytes(folder / f"{name}.svg", figure.svg()),
        write_bytes(folder / f"{name}.png", figure.png()),
        write_bytes(folder / f"{name}.csv", written.encode("utf-8")),
    )


def _four_decimals(value: Any) -> str:
    """Return a number with at most four decimals and without a negative zero.

    >>> [_four_decimals(value) for value in (0.5, 1 / 3, -0.00001, 12.0)]
    ['0.5', '0.3333', '0', '12']
    """
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
