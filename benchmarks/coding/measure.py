"""Measure the shipped lexicon against blind-coded fragments, and record it where reports find it.

    python benchmarks/coding/measure.py              the table, by part
    python benchmarks/coding/measure.py --by         also by theme and perspective
    python benchmarks/coding/measure.py --ledger     also what every term and rule did: fired, right, wrong
    python benchmarks/coding/measure.py --record     write src/perspectieven/lexicon/normaliseren/measured.json

How the fragments were made, coded and divided is told in README.md beside this file.
"""

import argparse
import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path

import numpy as np
import pandas as pd

from perspectieven import read_lexicon
from perspectieven.agreement import POLARITIES, Agreement, judge_codings, measure_agreement
from perspectieven.coding import code_transcripts
from perspectieven.transcript import Speaker, Transcript, Turn

FRAGMENTS = Path(__file__).parent / "fragments"
RECORD = Path(__file__).parents[2] / "src" / "perspectieven" / "lexicon" / "normaliseren" / "measured.json"
PARTS = ("develop", "develop2", "check2", "frozen", "frozen2", "frozen3")
UNREAD = ("frozen", "frozen2", "frozen3")
"""Fragments that nobody read: together they tell how the lexicon does on new text."""
TOGETHER = "unread"
LEXICON = "normaliseren"
RESAMPLES = 2000
SEED = 20_260_101
MEASURES: dict[str, Callable[[Agreement], float]] = {
    "precision": lambda found: found.precision,
    "recall": lambda found: found.recall,
    "F1": lambda found: found.f1,
    "stance": lambda found: found.stance,
}


def read_fragments(part: str) -> tuple[Transcript, ...]:
    """Read the fragments of a part as transcripts."""
    interviewer = Speaker("interviewer", None, "interviewer")
    rows: dict[str, list[dict[str, str]]] = {}
    for row in _read(part):
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


def read_coders(part: str) -> pd.DataFrame:
    """Read what both coders gave, in the columns of `agreement.measure_agreement`."""
    rows = [
        (row["fragment_id"], int(row["turn"]) - 1, coder, row["codes"])
        for coder in "ab"
        if (FRAGMENTS / f"{part}_coder_{coder}.tsv").is_file()
        for row in _read(f"{part}_coder_{coder}")
    ]
    return pd.DataFrame(rows, columns=["transcript_id", "turn_index", "coder", "codes"])


def _read(name: str) -> list[dict[str, str]]:
    with (FRAGMENTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _speaker(fragment: str, row: dict[str, str], interviewer: Speaker) -> Speaker:
    return Speaker(f"{fragment}/{row['speaker']}", row["perspectief"]) if row["perspectief"] else interviewer


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
            for part, found in [*measured.items(), (TOGETHER, add_up(measured))]
        },
    }


def add_up(measured: dict[str, Agreement]) -> Agreement:
    """Return the agreement on all fragments that nobody read: what is counted adds up."""
    counts = np.array([astuple(measured[part]) for part in UNREAD])
    return Agreement(*counts.sum(axis=0).tolist())


def print_part(part: str, *, by: bool, ledger: bool) -> Agreement:
    """Print how a part was coded, with intervals from drawing its fragments with replacement."""
    coders, transcripts = read_coders(part), read_fragments(part)
    _, codings = code_transcripts(transcripts, read_lexicon(LEXICON))
    judged = judge_codings(codings, coders)
    found = Agreement.of(judged)
    print(f"\n{part}: {found.n_turns} turns, {found.n_hits} hits, {found.n_firm} firm codes")
    draws = list(_draws(judged))
    one, other = (measure_agreement(_as_codings(coders, a), coders[coders["coder"] == b]) for a, b in ("ab", "ba"))
    for name, of in MEASURES.items():
        low, high = np.nanpercentile([of(draw) for draw in draws], [2.5, 97.5])
        people = f"a coder against the other {of(one):.3f}, {of(other):.3f}"
        print(f"  {name:<10} {of(found):.3f}  ({low:.3f} to {high:.3f})   {people}")
    if by:
        who = {(t.id, u.index): u.speaker.perspective for t in transcripts for u in t.turns if u.speaker}
        places = zip(judged["transcript_id"], judged["turn_index"], strict=True)
        _print_groups("perspective", judged, pd.Series([who[place] for place in places], judged.index))
        _print_groups("theme", judged[judged["code"] != ""], judged["code"].str.split("-").str[0])
    if ledger:
        _print_ledger(codings, judged)
    return found


def _draws(judged: pd.DataFrame) -> Iterator[Agreement]:
    """Yield the agreement of fragments drawn with replacement: counts add up, so each fragment is counted once."""
    counts = np.array([astuple(Agreement.of(rows)) for _, rows in judged.groupby("transcript_id")])
    rng = np.random.default_rng(SEED)
    for _ in range(RESAMPLES):
        yield Agreement(*counts[rng.integers(0, len(counts), len(counts))].sum(axis=0).tolist())


def _as_codings(coders: pd.DataFrame, coder: str) -> pd.DataFrame:
    """Return what a coder gave as if it were codings, to measure one coder as the machine is measured."""
    rows = []
    for row in coders[coders["coder"] == coder].itertuples():
        for mark in row.codes.split(";"):
            code, _, polarity = mark.strip().partition(":")
            if polarity:
                stance = POLARITIES[polarity.rstrip("?")]
                rows.append((row.transcript_id, row.turn_index, code, stance, "other" if stance == "other" else "own"))
    return pd.DataFrame(rows, columns=["transcript_id", "turn_index", "code", "stance", "voice"])


def _print_groups(name: str, judged: pd.DataFrame, group: pd.Series) -> None:
    print(f"  by {name}: precision (hits), recall (firm codes), stance")
    for value, rows in judged.groupby(group):
        found = Agreement.of(rows)
        numbers = f"{found.precision:.2f} ({found.n_hits:>3})  {found.recall:.2f} ({found.n_firm:>3})"
        print(f"    {value:<14} {numbers}  {found.stance:.2f}")


def _print_ledger(codings: pd.DataFrame, judged: pd.DataFrame) -> None:
    """Print what every term and every rule did: how often it fired, and in how many of those it was right."""
    both = codings.merge(judged, on=["transcript_id", "turn_index", "code"])
    for name, key, right in (
        ("term", both["code"] + " " + both["term"], "right"),
        ("rule", _rules(both), "stance_right"),
    ):
        print(f"  by {name}: fired, right")
        rows = both if name == "term" else both[both["firm"]]
        table = (
            rows.groupby(key.loc[rows.index])[right].agg(["size", "sum"]).sort_values(["size", "sum"], ascending=False)
        )
        for value, (fired, well) in table.iterrows():
            print(f"    {fired:>4} {well:>4}  {value}")


def _rules(codings: pd.DataFrame) -> pd.Series:
    """Return the rules that decided each coding, without the words that they saw."""
    return codings["cue"].str.replace(r'"[^"]*"|\d+', "...", regex=True)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure the shipped lexicon against blind-coded fragments.")
    parser.add_argument("parts", nargs="*", default=PARTS, help="parts to measure; all of them if none is named")
    for name in ("by", "ledger", "record"):
        parser.add_argument(f"--{name}", action="store_true")
    asked = parser.parse_args()
    results = {part: print_part(part, by=asked.by, ledger=asked.ledger) for part in asked.parts}
    if asked.record:
        RECORD.write_text(json.dumps(as_record(results), indent=2) + "\n", encoding="utf-8")
        print(f"recorded in {RECORD.name}")


if __name__ == "__main__":
    main()
