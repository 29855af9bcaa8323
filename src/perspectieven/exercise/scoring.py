"""Scores: each student beside the key, and the class beside itself."""

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from perspectieven.exercise.handed_in import Sheet
from perspectieven.exercise.passages import Exercise, Passage
from perspectieven.reliability import Reliability, measure_alpha, measure_kappa
from perspectieven.tables import Schema, make_table

STUDENTS = Schema(
    "student_scores",
    "one student",
    {
        "student": "int64",
        "n_passages": "int64",
        "n_same": "int64",
        "share_same": "float64",
        "n_firm": "int64",
        "n_found": "int64",
        "share_found": "float64",
        "n_extra": "int64",
        "n_stance_right": "int64",
        "share_stance": "float64",
        "kappa": "float64",
        "low": "float64",
        "high": "float64",
    },
    ("student",),
)

DIFFERENCES = Schema(
    "exercise_differences",
    "one student x passage x theme (or code) in which the student differs from the key",
    {"student": "int64", "passage": "int64", "item": "str", "what": "str", "given": "str", "right": "str"},
    ("student", "passage", "item"),
)

PASSAGES = Schema(
    "passage_scores",
    "one passage",
    {
        "passage": "int64",
        "kind": "str",
        "n_students": "int64",
        "n_same": "int64",
        "share_same": "float64",
        "agreement": "float64",
    },
    ("passage",),
)

CHOICES = Schema(
    "choices",
    "one passage x theme (or code) that a student chose or the key holds; an empty item is nothing to code",
    {"passage": "int64", "item": "str", "n_chosen": "int64", "n_students": "int64", "key": "str"},
    ("passage", "item"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a class; students go by number, in an order that says nothing.

    Attributes
    ----------
    students, differences, passages, choices : DataFrame
        Schemas `STUDENTS`, `DIFFERENCES`, `PASSAGES`, `CHOICES`.
    alpha : Reliability
        Krippendorff's alpha of the class, over every passage x theme (or code); the key has no part in it.
    files : dict of int to str
        Which number belongs to which file: for the lecturer only.
    """

    students: pd.DataFrame
    differences: pd.DataFrame
    passages: pd.DataFrame
    choices: pd.DataFrame
    alpha: Reliability
    files: dict[int, str] = field(repr=False)


def score_sheets(exercise: Exercise, sheets: Sequence[Sheet], *, seed: int = 0) -> Scores:
    """Compare sheets with the key and with one another.

    A decision is whether a theme (or code) is in a passage, asked for every one of them. What the key calls
    defensible is no decision when comparing with the key: neither giving it nor leaving it out is wrong. Passages that
    a student left empty have no part in that student's scores.

    Parameters
    ----------
    seed : int
        For the intervals, and for the order of the numbers.
    """
    ordered = sorted(sheets, key=lambda sheet: hashlib.sha256(f"{seed}\n{sheet.name}".encode()).digest())
    numbered = dict(enumerate(ordered, start=1))
    students = [_score_student(number, sheet, exercise, seed) for number, sheet in numbered.items()]
    different = [row for number, sheet in numbered.items() for row in _find_differences(number, sheet, exercise)]
    return Scores(
        make_table(students, STUDENTS),
        make_table(different, DIFFERENCES),
        make_table([_score_passage(passage, ordered) for passage in exercise.passages], PASSAGES),
        make_table([row for passage in exercise.passages for row in _count_choices(passage, ordered)], CHOICES),
        _measure_class(exercise, ordered, seed),
        {number: sheet.name for number, sheet in numbered.items()},
    )


def _score_student(number: int, sheet: Sheet, exercise: Exercise, seed: int) -> dict[str, object]:
    ours: list[bool] = []
    theirs: list[bool] = []
    places: list[int] = []
    n_stance = 0
    done = [passage for passage in exercise.passages if passage.number in sheet.marks]
    for passage in done:
        given, answers = sheet.marks[passage.number], {answer.item: answer for answer in passage.answers}
        for item in exercise.items:
            answer = answers.get(item.id)
            if answer is not None and not answer.firm:
                continue
            ours.append(item.id in given)
            theirs.append(answer is not None)
            places.append(passage.number)
            n_stance += answer is not None and given.get(item.id) in answer.stances
    kappa = measure_kappa(ours, theirs, passages=places, seed=seed)
    n_found = sum(mine and yours for mine, yours in zip(ours, theirs, strict=True))
    n_same = sum(_is_same(passage, sheet) for passage in done)
    return {
        "student": number,
        "n_passages": len(done),
        "n_same": n_same,
        "share_same": _share(n_same, len(done)),
        "n_firm": sum(theirs),
        "n_found": n_found,
        "share_found": _share(n_found, sum(theirs)),
        "n_extra": sum(ours) - n_found,
        "n_stance_right": n_stance,
        "share_stance": _share(n_stance, n_found),
        "kappa": kappa.value,
        "low": kappa.low,
        "high": kappa.high,
    }


def _is_same(passage: Passage, sheet: Sheet) -> bool:
    """Say whether a student gave all that is firm and nothing that is not defensible; the stance is looked at apart."""
    given = set(sheet.marks[passage.number])
    firm = {answer.item for answer in passage.answers if answer.firm}
    return firm <= given <= {answer.item for answer in passage.answers}


def _find_differences(number: int, sheet: Sheet, exercise: Exercise) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for passage in exercise.passages:
        if passage.number not in sheet.marks:
            continue
        given, answers = sheet.marks[passage.number], {answer.item: answer for answer in passage.answers}
        for item in exercise.items:
            answer, stance = answers.get(item.id), given.get(item.id)
            right = ", ".join(answer.stances) if answer else ""
            if stance is None and answer is not None and answer.firm:
                rows.append((number, passage.number, item.id, "missed", "", right))
            elif stance is not None and answer is None:
                rows.append((number, passage.number, item.id, "extra", stance, ""))
            elif stance is not None and answer is not None and stance not in answer.stances:
                rows.append((number, passage.number, item.id, "stance_differs", stance, right))
    return rows


def _score_passage(passage: Passage, sheets: Sequence[Sheet]) -> dict[str, object]:
    done = [sheet for sheet in sheets if passage.number in sheet.marks]
    chosen = [set(sheet.marks[passage.number]) for sheet in done]
    overlaps = [_overlap(one, other) for one, other in itertools.combinations(chosen, 2)]
    n_same = sum(_is_same(passage, sheet) for sheet in done)
    return {
        "passage": passage.number,
        "kind": passage.kind,
        "n_students": len(done),
        "n_same": n_same,
        "share_same": _share(n_same, len(done)),
        "agreement": float(np.mean(overlaps)) if overlaps else np.nan,
    }


def _overlap(one: set[str], other: set[str]) -> float:
    """Return the share of what either chose that both chose (Jaccard, New Phytologist 11, 1912); 1 for nothing twice.

    >>> _overlap({"ERB", "LAT"}, {"ERB"}), _overlap(set(), set()), _overlap(set(), {"ERB"})
    (0.5, 1.0, 0.0)
    """
    return len(one & other) / len(one | other) if one | other else 1.0


def _count_choices(passage: Passage, sheets: Sequence[Sheet]) -> list[tuple[object, ...]]:
    chosen = [sheet.marks[passage.number] for sheet in sheets if passage.number in sheet.marks]
    key = {answer.item: "firm" if answer.firm else "doubt" for answer in passage.answers}
    if not any(answer.firm for answer in passage.answers):
        key[""] = "firm"
    n_chosen = {item: sum(item in given for given in chosen) for item in {*key, *itertools.chain(*chosen)}}
    n_chosen[""] = sum(not given for given in chosen)
    there = [item for item in n_chosen if n_chosen[item] or item in key]
    there.sort(key=lambda item: (-n_chosen[item], item))
    return [(passage.number, item, n_chosen[item], len(chosen), key.get(item, "")) for item in there]


def _measure_class(exercise: Exercise, sheets: Sequence[Sheet], seed: int) -> Reliability:
    counts, places = [], []
    for passage in exercise.passages:
        chosen = [sheet.marks[passage.number] for sheet in sheets if passage.number in sheet.marks]
        for item in exercise.items:
            n_yes = sum(item.id in given for given in chosen)
            counts.append((n_yes, len(chosen) - n_yes))
            places.append(passage.number)
    return measure_alpha(np.array(counts).reshape(len(places), 2), passages=places, seed=seed)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else np.nan
