"""Turns that coders coded, to learn from: what was asked and said, and what they gave."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from measure import read_coders, read_fragments

UTTERANCES = Path(__file__).parent / "utterances.tsv"
LEARN, OTHER_KINDS = "learn", ("elsewhere", "elsewhere2")
"""Interviews, and talk and writing that mostly is about something else: councils, reports, meetings, small talk."""
INDEPENDENT = (LEARN, *OTHER_KINDS)
"""Fragments that no term was made from: on these the terms are counted."""
FITTED = ("develop", "develop2", "check2")
FEW_CODED = 1 / 3
"""Share of turns with a code below which a fragment of another kind is about something else."""
DOUBTFUL = 0.6
"""What a code counts that a coder gave in doubt."""
POLARITIES = ("aff", "neg", "hyp", "oth")
"""Of a mark; but for the first in the order of `lexicon.signs.SHIFTS`."""


@dataclass(frozen=True)
class Coded:
    """Turns to learn from: what was asked and said, and per turn and code what coders gave: 0, `DOUBTFUL` or 1.

    `shifted` is 1, 2 or 3 where a code was given and denied, supposed, or told as somebody else's view; 0 elsewhere.
    """

    asked: list[str]
    said: list[str]
    given: np.ndarray
    shifted: np.ndarray
    fragment: np.ndarray
    place: list[tuple[str, int]]
    part: np.ndarray

    def writer(self) -> np.ndarray:
        """Return who wrote and coded each turn: the letters that its fragment is named with."""
        return np.array([name.rstrip("0123456789") for name in self.fragment])

    def is_elsewhere(self) -> np.ndarray:
        """Say of each turn whether it is about something else: no code, in a fragment where few turns have one."""
        coded = (self.given > 0).any(axis=1)
        _, fragment = np.unique(self.fragment, return_inverse=True)
        share = np.bincount(fragment, coded) / np.bincount(fragment)
        elsewhere: np.ndarray = ~coded & (share[fragment] < FEW_CODED) & np.isin(self.part, OTHER_KINDS)
        return elsewhere


def read_coded(codes: tuple[str, ...], parts: tuple[str, ...]) -> Coded:
    """Read the coded turns of some parts, with the question before each."""
    asked, said, rows, fragments, places, its_parts = [], [], [], [], [], []
    shifts_taken = []
    for part in parts:
        marks = {
            place: group["codes"].tolist()
            for place, group in read_coders(part).groupby(["transcript_id", "turn_index"])
        }
        for transcript in read_fragments(part):
            question = ""
            for turn in transcript.turns:
                if turn.is_asked:
                    question = turn.text
                elif (turn.transcript_id, turn.index) in marks:
                    asked.append(question)
                    said.append(turn.text)
                    rows.append(_as_row(codes, marks[turn.transcript_id, turn.index]))
                    shifts_taken.append(_list_shifts(codes, marks[turn.transcript_id, turn.index]))
                    fragments.append(turn.transcript_id)
                    places.append((turn.transcript_id, turn.index))
                    its_parts.append(part)
    return Coded(asked, said, np.array(rows), np.array(shifts_taken), np.array(fragments), places, np.array(its_parts))


def _as_row(codes: tuple[str, ...], given: list[str]) -> np.ndarray:
    row = np.zeros(len(codes))
    firm = Counter()
    for marks in given:
        for mark in marks.split(";"):
            code, _, polarity = mark.strip().partition(":")
            if polarity:
                row[codes.index(code)] = DOUBTFUL
                firm[code] += not polarity.endswith("?")
    for code, count in firm.items():
        if count == len(given):
            row[codes.index(code)] = 1
    return row


def _list_shifts(codes: tuple[str, ...], given: list[str]) -> np.ndarray:
    """Return per code which turn most coders who gave it saw, counted from 1; 0 where most affirm it or none do."""
    seen = np.zeros((len(codes), len(POLARITIES)))
    for marks in given:
        for mark in marks.split(";"):
            code, _, polarity = mark.strip().partition(":")
            if polarity:
                seen[codes.index(code), POLARITIES.index(polarity.rstrip("?"))] += 1
    return np.where(seen.max(axis=1) > seen.sum(axis=1) / 2, seen.argmax(axis=1), 0)


def read_utterances(codes: tuple[str, ...]) -> Coded:
    """Read utterances, each written for one code."""
    with UTTERANCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    given = np.zeros((len(rows), len(codes)))
    given[np.arange(len(rows)), [codes.index(row["code"]) for row in rows]] = 1
    names = np.array([f"utterance {at}" for at in range(len(rows))])
    part = np.full(len(rows), "utterances")
    places = [("", 0)] * len(rows)
    return Coded([""] * len(rows), [row["text"] for row in rows], given, np.zeros_like(given), names, places, part)
