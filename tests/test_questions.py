"""Counts for the research questions, by hand-built values."""

from dataclasses import replace

import pandas as pd
import pytest

from perspectieven.errors import TableError
from perspectieven.questions import (
    FACTOR_COUNTS,
    NETWORK_COUNTS,
    QUESTION_COUNTS,
    count_factors,
    count_network,
    count_questions,
    factor_when,
)
from perspectieven.tables import CODINGS, TURNS, check_table, make_table

WHO = ["ouders", "jeugdigen"]
TURN_ROWS = make_table(
    [
        {"transcript_id": "a", "turn_index": 0, "speaker": "i", "role": "interviewer"},
        {"transcript_id": "a", "turn_index": 1, "speaker": "m", "perspective": "ouders", "role": "participant"},
        {"transcript_id": "a", "turn_index": 2, "speaker": "v", "perspective": "ouders", "role": "participant"},
        {"transcript_id": "b", "turn_index": 0, "speaker": "j", "perspective": "jeugdigen", "role": "participant"},
    ],
    TURNS,
)


def coded(*marks, **more):
    """Make codings from (transcript, turn, code, stance)."""
    rows = [
        {"transcript_id": t, "turn_index": n, "code": code, "theme": code.split("-")[0], "stance": stance}
        | {"start_char": at, "end_char": at + 1, "voice": "own", "status": "machine"}
        | more
        for at, (t, n, code, stance) in enumerate(marks)
    ]
    return make_table(rows, CODINGS)


def cell(counts, **where):
    for name, value in where.items():
        counts = counts[counts[name] == value]
    [row] = counts.to_dict("records")
    return row


def test_every_question_counts_mentions_and_speakers_once():
    codings = coded(
        ("a", 1, "BET-NORMAAL", "affirmed"), ("a", 1, "LAT-TIJDRUST", "negated"), ("a", 2, "ERB-FASE", "affirmed")
    )
    counts = count_questions(codings, TURN_ROWS, perspectives=WHO)
    check_table(counts, QUESTION_COUNTS)
    assert list(counts.columns) == list(QUESTION_COUNTS.columns)
    assert len(counts) == 10
    first = cell(counts, question="1", perspective="ouders")
    assert (first["n_coded"], first["n_speakers_coded"], first["n_speakers"], first["share_speakers"]) == (2, 1, 2, 0.5)
    empty = cell(counts, question="4", perspective="jeugdigen")
    assert (empty["n_coded"], empty["share_speakers"], empty["low"]) == (0, 0.0, pytest.approx(0, abs=1e-12))


def test_questions_may_be_given_as_codes_and_overlap():
    codings = coded(("a", 1, "GRE-ZORGEN", "affirmed"))
    questions = {"x": ["GRE-ZORGEN"], "y": ["GRE", "GRE-ZORGEN"], "z": ["GRE-ERNST"]}
    counts = count_questions(codings, TURN_ROWS, perspectives=["ouders"], questions=questions)
    assert counts["n_coded"].tolist() == [1, 1, 0]
    assert list(counts["question"].cat.categories) == ["x", "y", "z"]


def test_prompted_mentions_and_those_of_others_are_counted_apart():
    codings = coded(("a", 1, "ERB-FASE", "affirmed"), prompted=True, voice="other")
    row = cell(count_questions(codings, TURN_ROWS, perspectives=WHO), question="2a", perspective="ouders")
    assert (row["n_prompted"], row["n_other_voice"]) == (1, 1)


def test_what_a_person_rejected_counts_nowhere(lexicon):
    codings = coded(("a", 1, "NET-NAASTEN", "affirmed"), status="rejected")
    assert count_network(codings, TURN_ROWS, perspectives=WHO)["n_coded"].sum() == 0
    assert count_factors(codings, TURN_ROWS, lexicon=lexicon, perspectives=WHO)["n_coded"].sum() == 0


def test_a_factor_turns_with_its_stance(lexicon):
    codings = coded(
        ("a", 1, "NET-NAASTEN", "affirmed"), ("a", 2, "NET-NAASTEN", "negated"), ("b", 0, "NET-NAASTEN", "hypothetical")
    )
    counts = count_factors(codings, TURN_ROWS, lexicon=lexicon, perspectives=WHO)
    check_table(counts, FACTOR_COUNTS)
    assert len(counts) == 3 * 4 * 2
    for factor, who, n in [("bevorderend", "ouders", 1), ("belemmerend", "ouders", 1), ("wisselend", "jeugdigen", 1)]:
        assert cell(counts, factor=factor, level="gezin/jeugdige", perspective=who)["n_coded"] == n
    assert counts["n_coded"].sum() == 3


def test_a_code_of_two_levels_counts_at_both_and_one_of_all_apart(lexicon):
    two = next(c for c in lexicon.codes if len(c.levels) == 2 and c.factor == "bevorderend")
    every = next(c for c in lexicon.codes if not c.levels and c.factor == "belemmerend")
    none = next(c for c in lexicon.codes if c.factor == "n.v.t.")
    codings = coded(*((("a", 1, code.id, "affirmed")) for code in (two, every, none)))
    counts = count_factors(codings, TURN_ROWS, lexicon=lexicon, perspectives=["ouders"])
    found = counts[counts["n_coded"] > 0]
    assert set(zip(found["factor"], found["level"], strict=True)) == {
        *(("bevorderend", level) for level in two.levels),
        ("belemmerend", "alle niveaus"),
    }


def test_factor_follows_the_rule_of_its_code(lexicon):
    assert factor_when(lexicon.code("BET-AFWIMPELEN"), "negated") == "bevorderend"
    keeps = next(c for c in lexicon.codes if c.negation == "behoudt" and c.factor == "bevorderend")
    assert factor_when(keeps, "negated") == "bevorderend"
    assert factor_when(replace(keeps, negation="vervalt"), "negated") == "wisselend"
    assert {factor_when(c, "negated") for c in lexicon.codes if c.factor == "n.v.t."} == {"n.v.t."}


def test_a_code_outside_the_lexicon_is_named(lexicon):
    with pytest.raises(TableError, match="the codes XYZ-A are not in normaliseren; count with the lexicon that coded"):
        count_factors(coded(("a", 1, "XYZ-A", "affirmed")), TURN_ROWS, lexicon=lexicon, perspectives=WHO)


def test_support_that_is_missed_is_not_support_that_is_there():
    codings = coded(
        ("a", 1, "NET-NAASTEN", "affirmed"),
        ("a", 1, "NET-NAASTEN", "negated"),
        ("a", 2, "NET-ALLEEN", "affirmed"),
        ("a", 2, "NET-ALLEEN", "negated"),
        ("b", 0, "VOO-HUISARTS", "hypothetical"),
    )
    counts = count_network(codings, TURN_ROWS, perspectives=WHO)
    check_table(counts, NETWORK_COUNTS)
    informal = cell(counts, kind="informeel", perspective="ouders")
    assert (informal["n_coded"], informal["n_present"], informal["n_missed"], informal["n_speakers_coded"]) == (
        4,
        2,
        2,
        2,
    )
    formal = cell(counts, kind="formeel", perspective="jeugdigen")
    assert (formal["n_present"], formal["n_missed"], formal["n_possible"]) == (0, 0, 1)


@pytest.mark.parametrize("count", [count_questions, count_network])
def test_empty_tables_give_every_row_and_missing_shares(count):
    counts = count(make_table([], CODINGS), make_table([], TURNS), perspectives=WHO)
    assert (counts["n_coded"] == 0).all()
    assert counts[["share_speakers", "low", "high"]].isna().to_numpy().all()


def test_factors_of_empty_tables(lexicon):
    counts = count_factors(make_table([], CODINGS), make_table([], TURNS), lexicon=lexicon, perspectives=WHO)
    assert len(counts) == 24
    assert counts["share_speakers"].isna().all()
    assert isinstance(counts["level"].dtype, pd.CategoricalDtype)
