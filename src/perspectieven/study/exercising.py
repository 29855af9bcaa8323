"""The class exercise of a study: what may be shown to a class, with the key that the study has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.errors import Fault, StudyError
from perspectieven.exercise import (
    Exercise,
    Key,
    Scores,
    Source,
    choose_passages,
    class_page,
    key_of_codings,
    key_of_people,
    list_items,
    read_key,
    read_sheets,
    score_sheets,
    student_page,
    write_key,
    write_sheet,
)
from perspectieven.reading.rows import read_csv_rows
from perspectieven.study.sharing import keep_agreed
from perspectieven.writing import write_text

if TYPE_CHECKING:
    from perspectieven.study.study import Study

HUMAN = "coderingen_mensen.csv"
"""In data/raw, where a study has it: what people saw in turns, as `agreement.judge_codings` takes it."""

SHEET, KEY, NUMBERS = "blad.xlsx", "sleutel.xlsx", "nummers.csv"


@dataclass(frozen=True, slots=True)
class Made:
    """An exercise as it was written."""

    exercise: Exercise
    sheet: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores as they were written; ``faults`` are of the sheets that are not in them."""

    exercise: Exercise
    scores: Scores
    page: Path
    numbers: Path
    faults: tuple[Fault, ...] = ()


def _for_class(study: "Study") -> Path:
    return study.reports / "oefening"


def _for_lecturer(study: "Study") -> Path:
    """Return the folder of what students must not see; it is not under reports, which may be handed on whole."""
    return study.root / "data" / "oefening"


def make_exercise(
    study: "Study", *, n: int = 20, seed: int | None = None, by: str = "theme", source: Source | None = None,
    sheet: Path | None = None, key: Path | None = None,
) -> Made:  # fmt: skip
    """Write a sheet to code and, apart from it, the key.

    Passages are turns of people who agreed to be quoted, pseudonymised, in groups that are not too small, without a
    withheld code.

    Parameters
    ----------
    seed : int, optional
        By default that of the study.
    by : {"theme", "code"}
        What students give.
    source : {"people", "confirmed", "machine"}, optional
        Who makes the key; by default people who coded apart if the study has them (`HUMAN`), and otherwise the codings
        that people confirmed. The machine's codings alone only where that is asked for.
    sheet, key : Path, optional
        Where to write; by default reports/oefening/blad.xlsx and data/oefening/sleutel.xlsx.

    Raises
    ------
    StudyError
        If texts are not pseudonymised, nothing makes a key, or there are too few passages.
    """
    if not study.settings.pseudonyms:
        what = "pseudonyms is false, so names would be on the sheet; set it to true and make the exercise again"
        raise StudyError(Fault("study.toml", "privacy", what))
    source = source or ("people" if (study.raw / HUMAN).is_file() else "confirmed")
    seed = study.settings.seed if seed is None else seed
    answers = _make_key(study, source=source, by=by)
    exercise = Exercise(
        title=study.settings.title,
        language=study.settings.language,
        by=by,
        source=source,
        seed=seed,
        lexicon=f"{study.lexicon.name} {study.lexicon.version}",
        items=list_items(study.lexicon, by=by, withheld=study.settings.withheld_codes),
        passages=choose_passages(_may_be_shown(study), answers, n=n, seed=seed),
        coders=study.settings.coders,
        notice=study.settings.notice,
    )
    return Made(
        exercise,
        write_sheet(exercise, study.lexicon, sheet or _for_class(study) / SHEET),
        write_key(exercise, key or _for_lecturer(study) / KEY),
    )


def score_exercise(study: "Study", sheets: Sequence[Path], *, key: Path | None = None) -> Scored:
    """Score sheets, and write under reports/oefening a page of the class and one for each student.

    Which number belongs to which file is in data/oefening/nummers.csv, for the lecturer. A sheet that needs work stops
    no other: what is wrong is in ``faults``. Once it is mended, score all sheets again: who is which number may change.

    Raises
    ------
    ExerciseError
        With all that is wrong with the key; or with the sheets, where not one can be scored. Nothing is written then.
    """
    folder, withheld = _for_class(study), study.settings.withheld_codes
    read = read_key(key or _for_lecturer(study) / KEY, study.lexicon, withheld=withheld)
    exercise = replace(read, coders=study.settings.coders, notice=study.settings.notice)
    faults: list[Fault] = []
    scores = score_sheets(exercise, read_sheets(sheets, exercise, on_fault=faults.append), seed=exercise.seed)
    for stale in (folder / "studenten").glob("student-*.html"):
        stale.unlink()
    for number in scores.files:
        write_text(folder / "studenten" / f"student-{number}.html", student_page(exercise, scores, number))
    numbers = pd.DataFrame({"student": list(scores.files), "bestand": list(scores.files.values())})
    return Scored(
        exercise,
        scores,
        write_text(folder / "klas.html", class_page(exercise, scores, min_group=study.settings.min_group)),
        write_text(_for_lecturer(study) / NUMBERS, numbers.to_csv(index=False, lineterminator="\n")),
        tuple(faults),
    )


def _make_key(study: "Study", *, source: Source, by: str) -> Key:
    if by not in {"theme", "code"}:
        raise StudyError(Fault("exercise", f"by={by!r}", 'is nothing that students can give; use "theme" or "code"'))
    items = {code.id: code.theme if by == "theme" else code.id for code in study.lexicon.codes}
    if source == "people":
        return key_of_people(_read_human(study.raw / HUMAN), items=items)
    key = key_of_codings(study.codings(), study.turns(), items=items, confirmed=source == "confirmed")
    if not key:
        what = (
            f"no coding was confirmed by a person and there is no {HUMAN}; let people judge codings first, or take "
            "what the machine found, which nobody confirmed, with --key machine"
        )
        raise StudyError(Fault("exercise", "key", what))
    return key


def _read_human(path: Path) -> pd.DataFrame:
    if not path.is_file():
        what = f"is not there; put {path.name} in data/raw, or take another key with --key confirmed or --key machine"
        raise StudyError(Fault(f"data/raw/{path.name}", "", what))
    rows = [cells for _, cells in read_csv_rows(path)]
    wanted = ("transcript_id", "turn_index", "coder", "codes")
    if not rows or set(wanted) - set(rows[0]):
        what = f"its first row must name {', '.join(wanted)}; put that row back"
        raise StudyError(Fault(f"data/raw/{path.name}", "row 1", what))
    table = pd.DataFrame(rows[1:], columns=list(rows[0]))
    wrong = [at for at, value in enumerate(table["turn_index"], start=2) if not value.isdigit()]
    if wrong:
        what = "turn_index is no number; number turns from 0"
        raise StudyError([Fault(f"data/raw/{path.name}", f"row {at}", what) for at in wrong])
    return table.astype({"turn_index": "int64"})


def _may_be_shown(study: "Study") -> pd.DataFrame:
    """Return the turns that a class may see; a withheld code may also be one that people saw."""
    turns = keep_agreed(study.shareable().turns(), study.withheld(), quotable=study.quotable())
    withheld = set(study.settings.withheld_codes)
    if (study.raw / HUMAN).is_file() and withheld:
        human = _read_human(study.raw / HUMAN)
        seen = human["codes"].map(lambda marks: any(m.strip().partition(":")[0] in withheld for m in marks.split(";")))
        turns = keep_agreed(turns, human[seen], quotable=study.quotable())
    return turns
