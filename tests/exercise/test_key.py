"""What a key makes of the codings of people and of the machine."""

import pandas as pd
import pytest

from perspectieven.errors import TableError
from perspectieven.exercise.key import Answer, Entry, key_of_codings, key_of_people
from perspectieven.tables import CODINGS, TURNS, make_table

THEMES = {"ERB-FASE": "ERB", "ERB-SOMBER": "ERB", "GRE-ZORGEN": "GRE"}
CODES = {code: code for code in THEMES}


def human(*rows):
    return pd.DataFrame([("t", *row) for row in rows], columns=["transcript_id", "turn_index", "coder", "codes"])


def test_a_theme_is_firm_when_each_coder_gave_some_code_of_it_without_doubt():
    marks = human((0, "x", "ERB-FASE:aff;GRE-ZORGEN:neg?"), (0, "y", "ERB-SOMBER:oth;ERB-FASE:aff?"))
    [entry] = key_of_people(marks, items=THEMES).values()
    assert entry == Entry(
        (Answer("ERB", ("affirmed", "other"), firm=True), Answer("GRE", ("negated",), firm=False)), disputed=True
    )
    [by_code] = key_of_people(marks, items=CODES).values()
    assert {answer.item: answer.firm for answer in by_code.answers} == {
        "ERB-FASE": False, "ERB-SOMBER": False, "GRE-ZORGEN": False,
    }  # fmt: skip


def test_turns_that_not_every_coder_coded_have_no_key():
    marks = human((0, "x", "GEEN"), (0, "y", "GEEN"), (1, "x", "ERB-FASE:aff"))
    assert key_of_people(marks, items=THEMES) == {("t", 0): Entry(())}


def test_kinds():
    kind = {
        "ERB-FASE:aff|ERB-FASE:aff": "plain",
        "ERB-FASE:neg|ERB-FASE:neg": "turned",
        "ERB-FASE:aff;GRE-ZORGEN:aff|ERB-FASE:aff": "doubtful",
        "ERB-FASE:aff?|ERB-FASE:aff": None,
        "GEEN|GEEN": "nothing",
    }
    for marks, wanted in kind.items():
        one, other = marks.split("|")
        [entry] = key_of_people(human((0, "x", one), (0, "y", other)), items=THEMES).values()
        assert entry.kind == wanted, marks


def test_codes_that_are_in_no_lexicon_are_named_together():
    with pytest.raises(TableError, match="the codes ERB-FASSE, XYZ are not in the lexicon; correct the spelling"):
        key_of_people(human((0, "x", "XYZ:aff;ERB-FASSE:aff"), (0, "y", "GEEN")), items=THEMES)


def codings(*rows):
    names = ["turn_index", "code", "status", "stance", "voice", "needs_review"]
    made = [
        dict(zip(names, row, strict=False)) | {"transcript_id": "t", "start_char": at} for at, row in enumerate(rows)
    ]
    return make_table(made, CODINGS)


TURNS_SAID = make_table([{"transcript_id": "t", "turn_index": n, "role": "participant"} for n in range(5)], TURNS)


def test_only_turns_of_which_a_person_judged_every_coding_have_a_key():
    table = codings(
        (0, "ERB-FASE", "confirmed", "affirmed", "own"), (0, "GRE-ZORGEN", "machine", "affirmed", "own"),
        (1, "ERB-FASE", "added", "negated", "own"), (1, "GRE-ZORGEN", "rejected", "affirmed", "own"),
        (2, "ERB-FASE", "rejected", "affirmed", "own"),
    )  # fmt: skip
    assert key_of_codings(table, TURNS_SAID, items=THEMES) == {
        ("t", 1): Entry((Answer("ERB", ("negated",), firm=True),), disputed=True),
        ("t", 2): Entry((), disputed=True),
    }


def test_the_machine_alone_has_a_key_for_every_turn():
    table = codings(
        (0, "ERB-FASE", "machine", "affirmed", "other", True), (0, "ERB-SOMBER", "machine", "negated", "own", False)
    )
    key = key_of_codings(table, TURNS_SAID, items=THEMES, confirmed=False)
    assert key["t", 0] == Entry((Answer("ERB", ("negated", "other"), firm=True),), disputed=True)
    assert [entry.kind for entry in key.values()] == ["turned", *["nothing"] * 4]


def test_no_codings_give_no_key():
    assert key_of_codings(codings(), TURNS_SAID, items=THEMES) == {}
