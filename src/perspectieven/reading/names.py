"""Read `names.csv`, in which a study lists what is to be replaced wherever it is said."""

from collections.abc import Collection
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.rows import read_csv_rows

COLUMNS = ("name", "kind")


def read_names(path: Path, *, kinds: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Read names with their kind.

    Parameters
    ----------
    path : Path
        A table with the columns name and kind, separated by comma or semicolon. It need not be there.
    kinds : collection of str
        What a name can be.

    Returns
    -------
    tuple of (str, str)
        Name and kind; none if there is no file.

    Raises
    ------
    TranscriptError
        With every fault of the file, by row and never by name.
    """
    if not path.is_file():
        return ()
    rows = read_csv_rows(path)
    heading = [cell.lower() for cell in rows[0][1]] if rows else []
    lacking = [column for column in COLUMNS if column not in heading]
    if lacking:
        raise TranscriptError(
            Fault(path.name, "row 1", f"has no column {', '.join(lacking)}; the heading is name,kind")
        )
    listed, faults = [], []
    for number, cells in rows[1:]:
        row = dict.fromkeys(COLUMNS, "") | dict(zip(heading, cells, strict=False))
        if not row["name"]:
            faults.append(Fault(path.name, f"row {number}", "name is empty; fill it in, or take the row out"))
        if row["kind"].lower() not in kinds:
            what = f"the kind is none that is known; use one of {', '.join(kinds)}"
            faults.append(Fault(path.name, f"row {number}", what))
        listed.append((row["name"], row["kind"].lower()))
    if faults:
        raise TranscriptError(faults)
    return tuple(listed)
