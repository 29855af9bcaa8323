"""The key as it comes back: its answers may have been corrected by hand, its passages are as they were."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from perspectieven.errors import Fault
from perspectieven.exercise.key import Answer, Kind, Source
from perspectieven.exercise.passages import SHARES, Exercise, Passage, list_items
from perspectieven.exercise.sheet_cells import (
    ExerciseError,
    Row,
    blame_choice,
    find_value,
    read_item,
    read_rows,
    read_stances,
)
from perspectieven.exercise.words import WORDS
from perspectieven.lexicon import Lexicon
from perspectieven.reading.rows import read_xlsx_rows

_SUREST = ("firm", "doubt")
_SOURCES: tuple[Source, ...] = ("people", "confirmed", "machine")


def read_key(path: Path, lexicon: Lexicon, *, withheld: Sequence[str] = ()) -> Exercise:
    """Read a key that `write_key` wrote; its answers may have been corrected by hand since.

    Raises
    ------
    ExerciseError
        With all that is wrong with it, also if its passages or the lexicon are no longer those that it was made of.
    """
    if not path.is_file():
        what = "there is no key here; make one with: perspectieven exercise make"
        raise ExerciseError(Fault(str(path), "", what))
    intro = [cells for _, cells in read_xlsx_rows(path)]
    language = next((name for name, words in WORDS.items() if find_value(intro, words["key_source"])), None)
    words = WORDS[language or "nl"]
    by = next((by for by in ("theme", "code") if words[by] == find_value(intro, words["by"])), None)
    stated = find_value(intro, words["key_source"])
    source = next((name for name in _SOURCES if name == stated), None)
    seed = find_value(intro, words["seed"])
    if language is None or by is None or source is None or not seed.removeprefix("-").isdigit():
        what = (
            f"{words['sheet_intro']} no longer says what exercise this is; make it again: perspectieven exercise make"
        )
        raise ExerciseError(Fault(path.name, words["sheet_intro"], what))
    empty = Exercise(
        title=intro[0][0] if intro else "",
        language=language,
        by=by,
        source=source,
        seed=int(seed),
        lexicon=f"{lexicon.name} {lexicon.version}",
        items=list_items(lexicon, by=by, withheld=withheld),
        passages=(),
    )
    names = [words[name] for name in ("number", "text", "kind", "transcript", "turn", by, "stance", "sure")]
    rows = read_rows(path, words["sheet_key"], names)
    exercise = replace(empty, passages=_make_passages(path.name, rows, empty))
    if exercise.id != find_value(intro, words["exercise"]):
        what = (
            f"its passages or the lexicon ({empty.lexicon}) are not those that it was made of; "
            "undo what was changed, or make the exercise again"
        )
        raise ExerciseError(Fault(path.name, "", what))
    return exercise


def _make_passages(where: str, rows: Sequence[Row], exercise: Exercise) -> tuple[Passage, ...]:
    words = WORDS[exercise.language]
    kinds: dict[str, Kind] = {words[kind]: kind for kind in SHARES}
    faults: list[Fault] = []
    found: dict[int, Passage] = {}
    for row in rows:
        number, turn = row[words["number"]], row[words["turn"]]
        kind = kinds.get(row[words["kind"]].text)
        if not number.text.isdigit() or not turn.text.isdigit() or kind is None:
            what = f"is no row of the key, with a number, a turn and a kind ({', '.join(kinds)}); undo what was changed"
            faults.append(Fault(where, number.place, what))
            continue
        item, wrong = read_item(row[words[exercise.by]], exercise)
        stances, unsure = read_stances(row[words["stance"]], exercise)
        sure = row[words["sure"]]
        faults += [Fault(where, place, what) for place, what in (*wrong, *(unsure if item else ()))]
        if sure.text not in {words[name] for name in _SUREST}:
            options = [words[name] for name in _SUREST]
            faults.append(Fault(where, sure.place, blame_choice(sure.text, options)))
        passage = found.get(int(number.text)) or Passage(
            int(number.text), row[words["text"]].text, kind, (), (row[words["transcript"]].text, int(turn.text))
        )
        answer = (Answer(item, stances, firm=sure.text == words["firm"]),) if item else ()
        found[passage.number] = replace(passage, answers=(*passage.answers, *answer))
    if faults:
        raise ExerciseError(faults)
    return tuple(found[number] for number in sorted(found))
