"""Measure the shipped lexicon against the blind-coded fragments, and record it where reports find it.

    python benchmarks/coding/measure.py            show
    python benchmarks/coding/measure.py --record   show, and write src/perspectieven/lexicon/normaliseren/measured.json

How the fragments were made, coded and divided is told in README.md beside this file.
"""

import csv
import json
import sys
from pathlib import Path

import pandas as pd

from perspectieven import read_lexicon
from perspectieven.agreement import Agreement, measure_agreement
from perspectieven.coding import code_transcripts
from perspectieven.transcript import Speaker, Transcript, Turn

FRAGMENTS = Path(__file__).parent / "fragments"
RECORD = Path(__file__).parents[2] / "src" / "perspectieven" / "lexicon" / "normaliseren" / "measured.json"
PARTS = ("develop", "frozen")
LEXICON = "normaliseren"


def read_fragments(part: str) -> tuple[Transcript, ...]:
    """Read the fragments of a part as transcripts."""
    interviewer = Speaker("interviewer", None, "interviewer")
    rows: dict[str, list[dict[str, str]]] = {}
    with (FRAGMENTS / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            rows.setdefault(row["fragment_id"], []).append(row)
    return tuple(
        Transcript(
            fragment,
            tuple(
                Turn(fragment, at, row["speaker"], row["text"], speaker=_speaker(fragment, row, interviewer))
                for at, row in enumerate(turns)
            ),
        )
        for fragment, turns in rows.items()
    )


def _speaker(fragment: str, row: dict[str, str], interviewer: Speaker) -> Speaker:
    return Speaker(f"{fragment}/{row['speaker']}", row["perspectief"]) if row["perspectief"] else interviewer


def read_coders(part: str) -> pd.DataFrame:
    """Read what both coders gave, in the columns of `agreement.measure_agreement`."""
    rows = []
    for coder in "ab":
        with (FRAGMENTS / f"{part}_coder_{coder}.tsv").open(encoding="utf-8", newline="") as file:
            read = csv.DictReader(file, delimiter="\t")
            rows += [(row["fragment_id"], int(row["turn"]) - 1, coder, row["codes"]) for row in read]
    return pd.DataFrame(rows, columns=["transcript_id", "turn_index", "coder", "codes"])


def measure(part: str) -> Agreement:
    """Code the fragments of a part and compare with both coders."""
    _, codings = code_transcripts(read_fragments(part), read_lexicon(LEXICON))
    return measure_agreement(codings, read_coders(part))


def as_record(measured: dict[str, Agreement]) -> dict[str, object]:
    """Return what is recorded, with the digest of the lexicon that was measured."""
    return {
        "lexicon_digest": read_lexicon(LEXICON).digest,
        **{
            part: {
                "n_turns": found.n_turns,
                "n_hits": found.n_hits,
                "precision": round(found.precision, 3),
                "n_firm": found.n_firm,
                "recall": round(found.recall, 3),
                "stance": round(found.stance, 3),
            }
            for part, found in measured.items()
        },
    }


if __name__ == "__main__":
    results = {part: measure(part) for part in PARTS}
    for part, found in results.items():
        print(f"{part}: {found.n_turns} turns; precision {found.precision:.3f} of {found.n_hits} hits;", end=" ")
        print(f"recall {found.recall:.3f} of {found.n_firm} firm codes; stance {found.stance:.3f} of those")
    if "--record" in sys.argv[1:]:
        RECORD.write_text(json.dumps(as_record(results), indent=2) + "\n", encoding="utf-8")
        print(f"recorded in {RECORD.name}")
