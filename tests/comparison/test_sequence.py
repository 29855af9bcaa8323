import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.contingency_tables import Table

from perspectieven.comparison.sequence import (
    TIMELINE,
    TRANSITIONS,
    adjust_residuals,
    count_transitions,
    measure_timeline,
)
from perspectieven.errors import TableError
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.comparison.talk import talk

ITEMS = ["A", "B"]
OPTIONS = {"items": ITEMS, "perspectives": ["ouders", "jeugdigen"], "min_group": 1}
PEOPLE = {"m": "ouders", "v": "ouders", "j": "jeugdigen"}


def test_a_published_table_of_residuals():
    # A. Agresti (2007), An Introduction to Categorical Data Analysis, 2nd edition, table 2.5: gender by party.
    _, residuals = adjust_residuals(np.array([[762, 327, 468], [484, 239, 477]]))
    assert residuals.round(2).tolist() == [[4.5, 0.7, -5.32], [-4.5, -0.7, 5.32]]


def test_residuals_are_those_of_statsmodels():
    counts = np.random.default_rng(3).integers(1, 30, size=(5, 5))
    expected, residuals = adjust_residuals(counts)
    table = Table(counts)
    assert expected == pytest.approx(table.fittedvalues)
    assert residuals == pytest.approx(table.standardized_resids)


def numbers(table, perspective="ouders", column="n"):
    return table.loc[table["perspective"] == perspective, column].tolist()


def test_each_item_is_followed_by_each_of_the_next_coded_turn():
    table = count_transitions(*talk({"a": [("m", "A"), ("i", "B"), ("m", ""), ("v", "A B")]}, PEOPLE), **OPTIONS)
    assert table[["theme_before", "theme_after"]].values.tolist()[:4] == [
        ["A", "A"],
        ["A", "B"],
        ["B", "A"],
        ["B", "B"],
    ]
    assert numbers(table) == [1, 1, 0, 0]
    assert numbers(table, column="n_before") == [2, 2, 0, 0]
    assert numbers(table, column="n_after") == [1, 1, 1, 1]
    assert numbers(table, column="n_transitions") == [2, 2, 2, 2]
    assert numbers(table, column="share")[:2] == [0.5, 0.5]
    assert np.isnan(numbers(table, column="share")[2:]).all()


def test_a_transcript_and_another_perspective_break_the_line():
    said = {"a": [("m", "A"), ("j", "B"), ("m", "A"), ("m", "B")], "b": [("m", "A")]}
    table = count_transitions(*talk(said, PEOPLE), **OPTIONS)
    assert numbers(table) == [0, 1, 0, 0]
    assert numbers(table, "jeugdigen") == [0, 0, 0, 0]


def test_a_turn_without_items_of_the_question_is_passed_over():
    table = count_transitions(*talk({"a": [("m", "A"), ("j", "C"), ("m", "B")]}, PEOPLE), **OPTIONS)
    assert numbers(table) == [0, 1, 0, 0]


def test_who_says_the_second_is_counted():
    said = {"a": [("m", "A"), ("v", "B")], "b": [("v", "A"), ("v", "B"), ("m", "A")]}
    table = count_transitions(*talk(said, PEOPLE), **OPTIONS)
    assert numbers(table) == [0, 2, 1, 0]
    assert numbers(table, column="n_speakers") == [0, 1, 1, 0]


def test_a_theme_mentioned_twice_in_a_turn_counts_once():
    table = count_transitions(*talk({"a": [("m", "A A"), ("m", "B B")]}, PEOPLE), **OPTIONS)
    assert numbers(table) == [0, 1, 0, 0]


def test_chance_and_residual_of_a_conversation():
    said = {"a": [("m", theme) for theme in "A B A B A A B B A B A B A B A A B".split()]}
    table = count_transitions(*talk(said, PEOPLE), **OPTIONS)
    counts = np.array(numbers(table)).reshape(2, 2)
    assert counts.tolist() == [[2, 7], [6, 1]]
    assert numbers(table, column="residual") == pytest.approx(Table(counts).standardized_resids.ravel().tolist())
    assert numbers(table, column="too_few") == [True, True, True, True]


def test_enough_to_expect():
    said = {f"t{at}": [("m", "A"), ("m", "B"), ("m", "B"), ("m", "A")] for at in range(10)}
    table = count_transitions(*talk(said, PEOPLE), **OPTIONS)
    assert numbers(table, column="expected") == pytest.approx([10 / 3, 20 / 3, 20 / 3, 40 / 3])
    assert numbers(table, column="too_few") == [True, False, False, False]


def test_a_small_perspective_keeps_counts_only():
    table = count_transitions(*talk({"a": [("m", "A"), ("m", "B")]}, PEOPLE), **OPTIONS | {"min_group": 2})
    assert numbers(table) == [0, 1, 0, 0]
    assert table["reason"].unique().tolist() == ["te weinig sprekers (minder dan 2)"]
    assert table[["share", "expected", "residual"]].isna().all(axis=None)


def test_transitions_of_nothing():
    nothing = make_table([], CODINGS), make_table([], TURNS)
    table = count_transitions(*nothing, **OPTIONS | {"min_group": 0}, by="code")
    assert list(table.columns) == [name.replace("theme", "code") for name in TRANSITIONS.columns]
    assert table["n"].tolist() == [0] * 8
    assert count_transitions(*nothing, items=[], perspectives=["ouders"]).empty
    assert count_transitions(*nothing, items=ITEMS, perspectives=[]).empty


def timeline(**options):
    names = ["transcript_id", "turn_index", "speaker", "perspective", "role", "n_words", "text"]
    said = [
        ("a", 3, "i", "", "interviewer", 5, "een twee drie vier vijf"),
        ("a", 7, "m", "ouders", "participant", 5, "0123456789"),
        ("b", 0, "m", "ouders", "participant", 5, "0123456789"),
    ]
    turns = make_table([dict(zip(names, row, strict=True)) for row in said], TURNS)
    coding = {"transcript_id": "a", "turn_index": 7}
    mentions = [
        {**coding, "theme": "B", "code": "B-Z", "start_char": 4, "end_char": 5, "stance": "negated"},
        {**coding, "theme": "A", "code": "A-Y", "start_char": 0, "end_char": 3, "stance": "affirmed"},
        {**coding, "theme": "A", "code": "A-X", "start_char": 6, "end_char": 7, "status": "rejected"},
        {**coding, "theme": "C", "code": "C-X", "start_char": 8, "end_char": 9},
        {"transcript_id": "b", "theme": "A", "code": "A-Y"},
    ]
    options = {"transcript_id": "a", "items": ITEMS, "perspectives": ["ouders"]} | options
    return measure_timeline(make_table(mentions, CODINGS), turns, **options)


def test_mentions_in_order_with_their_place_among_all_words():
    table = timeline()
    assert list(table.columns) == list(TIMELINE.columns)
    assert table[["theme", "stance", "position", "speaker", "role"]].values.tolist() == [
        ["A", "affirmed", 0.5, "m", "participant"],
        ["B", "negated", 0.7, "m", "participant"],
    ]
    assert table["theme"].cat.categories.tolist() == ITEMS


def test_a_timeline_by_code_keeps_its_themes():
    table = timeline(by="code", items=["B-Z", "C-X"])
    assert table[["theme", "code", "position"]].values.tolist() == [["B", "B-Z", 0.7], ["C", "C-X", 0.9]]
    assert table["code"].cat.categories.tolist() == ["B-Z", "C-X"]


def test_a_timeline_of_another_transcript_is_refused():
    with pytest.raises(TableError, match='transcript_id: "z" is not one of the 2 transcripts in turns; name one'):
        timeline(transcript_id="z")


def test_a_conversation_without_mentions():
    codings, turns = talk({"a": [("m", "")]}, PEOPLE)
    table = measure_timeline(codings, turns, transcript_id="a", items=ITEMS, perspectives=["ouders"])
    assert table.empty
    assert list(table.columns) == list(TIMELINE.columns)
    assert isinstance(table["theme"].dtype, pd.CategoricalDtype)
