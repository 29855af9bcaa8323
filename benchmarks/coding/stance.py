"""Measure stance and voice on invented turns made to be hard, each mention marked with both.

    python benchmarks/coding/stance.py             how many are right, by part and by what was marked
    python benchmarks/coding/stance.py --wrong     also those of the part that may be read that are wrong

A mention is found where the terms alone give its code at its words; it is right where stance and voice both are.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from measure import LEXICON

from perspectieven import code_texts, read_lexicon

PARTS = ("stance", "frozen_stance")
MAY_BE_READ = "stance"
VOICES = {"own": "own", "reported": "other"}
"""What the writers call a voice, and what the table of codings does."""

Told = tuple[str, str]
"""A stance and a voice."""


def read_mentions(part: str) -> list[dict[str, str]]:
    """Read the marked mentions of a part; mentions of one turn have the same number and text."""
    with (Path(__file__).parent / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge_mentions(mentions: list[dict[str, str]]) -> list[tuple[dict[str, str], Told, set[Told]]]:
    """Return of each mention that was found what it was marked with, and what the codings at its words say."""
    texts = {mention["nummer"]: mention["tekst"] for mention in mentions}
    codings = code_texts(list(texts.values()), read_lexicon(LEXICON).without_signs())
    turns = {number: turn for turn, number in enumerate(texts)}
    judged = []
    for mention in mentions:
        start = mention["tekst"].index(mention["woorden"])
        found = codings[
            (codings["turn_index"] == turns[mention["nummer"]])
            & (codings["code"] == mention["code"])
            & (codings["start_char"] < start + len(mention["woorden"]))
            & (codings["end_char"] > start)
        ]
        if len(found):
            said = set(zip(found["stance"], found["voice"], strict=True))
            judged.append((mention, (mention["stance"], VOICES[mention["voice"]]), said))
    return judged


def main() -> None:
    """Print the numbers."""
    parser = argparse.ArgumentParser(description="Measure stance and voice on hard turns.")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    for part in PARTS:
        mentions = read_mentions(part)
        judged = judge_mentions(mentions)
        right = [told for _, told, said in judged if told in said]
        print(
            f"{part}: {len(mentions)} mentions, {len(judged)} found, {len(right)} right, {len(right) / len(judged):.3f}"
        )
        found, well = Counter(told for _, told, _ in judged), Counter(right)
        for told in sorted(found):
            print(f"  {' '.join(told):<20} {well[told]:>3} of {found[told]:>3}")
        if asked.wrong and part == MAY_BE_READ:
            for mention, told, said in judged:
                if told not in said:
                    print(mention["nummer"], mention["code"], *told, "but", *sorted(said), mention["tekst"])


if __name__ == "__main__":
    main()
