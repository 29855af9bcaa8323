"""Scores as pages: one of the class that a lecturer can show, and one for each student."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined

from perspectieven.exercise.passages import Exercise, Item, Passage
from perspectieven.exercise.scoring import Scores
from perspectieven.exercise.words import WORDS

_ENVIRONMENT = Environment(
    loader=PackageLoader("perspectieven.exercise"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class _Choice:
    name: str
    n: int
    of: int
    key: str

    @property
    def percent(self) -> int:
        return round(100 * self.n / self.of) if self.of else 0


@dataclass(frozen=True, slots=True)
class _Difference:
    name: str
    what: str
    given: str
    right: str
    item: Item


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage with what a page says of it."""

    passage: Passage
    kind: str
    key: tuple[str, ...]
    agreement: str = ""
    choices: tuple[_Choice, ...] = ()
    differences: tuple[_Difference, ...] = ()
    items: tuple[Item, ...] = ()


def class_page(exercise: Exercise, scores: Scores, *, min_group: int) -> str:
    """Return the page of the class as HTML: students by number, passages with what divided the class most on top.

    With fewer sheets than `min_group` it holds neither students nor the spread over passages: one could tell whose they
    are.
    """
    words = WORDS[exercise.language]
    rows = [
        (
            str(row["student"]), str(row["n_passages"]), _percent(row["share_same"]), _percent(row["share_found"]),
            str(row["n_extra"]), _percent(row["share_stance"]), *_number(row["kappa"], row["low"], row["high"], words),
        )
        for row in scores.students.to_dict("records")
    ]  # fmt: skip
    order = scores.passages.sort_values(["agreement", "passage"], na_position="last")["passage"]
    is_small = len(scores.students) < min_group
    return _ENVIRONMENT.get_template("class.html.j2").render(
        w=words,
        exercise=exercise,
        alpha=_number(scores.alpha.value, scores.alpha.low, scores.alpha.high, words),
        n_sheets=words["n_sheets"].format(n=len(scores.students), passages=len(exercise.passages)),
        reading=words["reading"].format(passages=len(exercise.passages)),
        too_few=words["too_few"].format(n=min_group) if is_small else "",
        rows=[] if is_small else rows,
        passages=[] if is_small else [_show_choices(exercise, scores, number) for number in order],
    )


def student_page(exercise: Exercise, scores: Scores, number: int) -> str:
    """Return the page of one student as HTML: own scores, and each passage where the choice differed from the key."""
    words = WORDS[exercise.language]
    [row] = scores.students[scores.students["student"] == number].to_dict("records")
    own = scores.differences[scores.differences["student"] == number]
    return _ENVIRONMENT.get_template("student.html.j2").render(
        w=words,
        exercise=exercise,
        title=words["student_title"].format(number=number),
        kappa=_number(row["kappa"], row["low"], row["high"], words),
        facts=[
            (words["n_done"], f"{row['n_passages']} {words['of']} {len(exercise.passages)}"),
            (words["share_same"], f"{row['n_same']} {words['of']} {row['n_passages']}"),
            (words["share_found"], f"{row['n_found']} {words['of']} {row['n_firm']}"),
            (words["n_extra"], str(row["n_extra"])),
            (words["share_stance"], f"{row['n_stance_right']} {words['of']} {row['n_found']}"),
        ],
        reading=words["reading"].format(passages=row["n_passages"]),
        passages=[_show_differences(exercise, passage, own) for passage in exercise.passages if _has(own, passage)],
    )


def describe_scores(exercise: Exercise, scores: Scores) -> str:
    """Return the scores as a table for the terminal: students by number, then the class.

    Examples
    --------
    >>> from perspectieven.exercise import Exercise, score_sheets
    >>> exercise = Exercise("Oefening", "nl", "theme", "people", 0, "normaliseren 0.2", (), ())
    >>> print(describe_scores(exercise, score_sheets(exercise, [])).splitlines()[-1])
    Overeenstemming binnen de klas (Krippendorffs alfa): - (95%-interval: -)
    """
    words = WORDS[exercise.language]
    names = ["student", "n_done", "share_same", "share_found", "n_extra", "share_stance"]
    table = [[words[name] for name in names] + ["kappa", words["interval"]]]
    for row in scores.students.to_dict("records"):
        shares = [_percent(row["share_same"]), _percent(row["share_found"]), str(row["n_extra"])]
        numbers = _number(row["kappa"], row["low"], row["high"], words)
        table.append([str(row["student"]), str(row["n_passages"]), *shares, _percent(row["share_stance"]), *numbers])
    widths = [max(len(cells[at]) for cells in table) for at in range(len(table[0]))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True)) for cells in table]
    value, interval = _number(scores.alpha.value, scores.alpha.low, scores.alpha.high, words)
    return "\n".join([*lines, "", f"{words['alpha']}: {value} ({words['interval']}: {interval})"])


def _show_choices(exercise: Exercise, scores: Scores, number: int) -> _Shown:
    words = WORDS[exercise.language]
    passage = next(passage for passage in exercise.passages if passage.number == number)
    [scored] = scores.passages[scores.passages["passage"] == number].to_dict("records")
    rows = scores.choices[scores.choices["passage"] == number].to_dict("records")
    names = {item.id: item.name for item in exercise.items} | {"": words["nobody_none"]}
    marks = {"firm": words["the_key"].lower(), "doubt": words["doubtful_note"], "": ""}
    choices = tuple(
        _Choice(names[row["item"]], int(row["n_chosen"]), int(row["n_students"]), marks[row["key"]]) for row in rows
    )
    items = tuple(exercise.item(row["item"]) for row in rows if row["item"])
    agreement = _decimal(scored["agreement"], words)
    return _Shown(passage, words[passage.kind], _describe_key(exercise, passage), agreement, choices, items=items)


def _show_differences(exercise: Exercise, passage: Passage, own: pd.DataFrame) -> _Shown:
    words = WORDS[exercise.language]
    differences = tuple(
        _Difference(
            exercise.item(row["item"]).name, words[row["what"]], _stances(row["given"], words),
            _stances(row["right"], words), exercise.item(row["item"]),
        )
        for row in own[own["passage"] == passage.number].to_dict("records")
    )  # fmt: skip
    return _Shown(passage, words[passage.kind], _describe_key(exercise, passage), differences=differences)


def _has(own: pd.DataFrame, passage: Passage) -> bool:
    return bool((own["passage"] == passage.number).any())


def _describe_key(exercise: Exercise, passage: Passage) -> tuple[str, ...]:
    words = WORDS[exercise.language]
    lines = [
        f"{exercise.item(answer.item).name}: {_stances(', '.join(answer.stances), words)}"
        + ("" if answer.firm else f" ({words['doubtful_note']})")
        for answer in sorted(passage.answers, key=lambda answer: not answer.firm)
    ]
    return tuple(lines) or (words["nobody_none"],)


def _stances(stances: str, words: Mapping[str, str]) -> str:
    return ", ".join(words[stance] for stance in stances.split(", ") if stance)


def _percent(share: float) -> str:
    return "-" if math.isnan(share) else f"{100 * share:.0f}%"


def _number(value: float, low: float, high: float, words: Mapping[str, str]) -> tuple[str, str]:
    has_interval = not (math.isnan(low) or math.isnan(high))
    to = " tot " if words is WORDS["nl"] else " to "
    return _decimal(value, words), f"{_decimal(low, words)}{to}{_decimal(high, words)}" if has_interval else "-"


def _decimal(value: float, words: Mapping[str, str]) -> str:
    if math.isnan(value):
        return "-"
    shown = f"{value:.2f}".replace("-0.00", "0.00")
    return shown.replace(".", ",") if words is WORDS["nl"] else shown
