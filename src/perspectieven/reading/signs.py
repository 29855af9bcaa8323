"""Signs on disk, beside their lexicon: weights in `signs.npz`, the record of terms and rules in `ledger.csv`."""

import csv
import io
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon.network import Network
from perspectieven.lexicon.signs import Record, Rule, Signs, Weights
from perspectieven.writing import write_bytes

WEIGHTS, LEDGER = "signs.npz", "ledger.csv"
_COLUMNS = ("kind", "code", "name", "fired", "right")
_TERM, _RULE = "term", "rule"


def read_signs(folder: Path) -> Signs | None:
    """Read the signs of the lexicon in a folder, None where it has none.

    Raises
    ------
    LexiconError
        If one of the two files is there without the other, or cannot be read as such.
    """
    weights, ledger = folder / WEIGHTS, folder / LEDGER
    if not weights.is_file() and not ledger.is_file():
        return None
    for one, other in ((weights, ledger), (ledger, weights)):
        if not one.is_file():
            raise LexiconError(Fault(one.name, "", f"is not there but {other.name} is; keep both, or remove both"))
    try:
        with weights.open("rb") as packed, np.load(packed, allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        with ledger.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return Signs(
            tuple(arrays["codes"].tolist()),
            tuple((code, shift) for code, shift in arrays["shifts"].tolist()),
            np.cumsum(arrays["steps"], dtype=np.uint64),
            Weights.pack(
                np.concatenate([np.zeros(1, np.int32), np.cumsum(arrays["n_weights"], dtype=np.int32)]),
                arrays["column"],
                arrays["weight"],
            ),
            arrays["unit"],
            arrays["bias"],
            arrays["lean"],
            arrays["share"],
            _record(rows, _TERM),
            _record(rows, _RULE),
            Rule(*(tuple(arrays[name].tolist()) for name in Rule._fields)),
            Network(*(arrays[f"network_{name}"] for name in Network._fields)),
        )
    except (ValueError, KeyError, OSError, TypeError, BadZipFile) as error:
        what = f"or {LEDGER} is damaged; put back both as they were released, or remove both to do without signs"
        raise LexiconError(Fault(WEIGHTS, "", what)) from error


def _record(rows: list[dict[str, str]], kind: str) -> Record:
    return {(row["code"], row["name"]): (int(row["fired"]), int(row["right"])) for row in rows if row["kind"] == kind}


def write_signs(folder: Path, signs: Signs) -> tuple[Path, Path]:
    """Write the signs of the lexicon in a folder; the same signs give the same bytes."""
    buffer = io.BytesIO()
    learnt: dict[str, Any] = {
        **signs.rule._asdict(),
        **{f"network_{name}": array for name, array in signs.network._asdict().items()},
    }
    np.savez_compressed(
        buffer,
        codes=np.array(signs.codes),
        shifts=np.array(signs.shifts, np.str_).reshape(-1, 2),
        steps=np.diff(signs.keys, prepend=np.uint64(0)),
        n_weights=np.diff(signs.weights.first).astype(np.uint16),
        column=signs.weights.columns,
        weight=signs.weights.steps,
        unit=signs.unit,
        bias=signs.bias,
        lean=signs.lean,
        share=signs.share,
        **learnt,
    )
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for kind, record in ((_TERM, signs.record), (_RULE, signs.rules)):
        writer.writerows((kind, *where, *counts) for where, counts in sorted(record.items()))
    return (
        write_bytes(folder / WEIGHTS, buffer.getvalue()),
        write_bytes(folder / LEDGER, table.getvalue().encode("utf-8")),
    )
