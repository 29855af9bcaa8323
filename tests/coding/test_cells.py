"""Cells are written as Python would write them, whatever the letters and however many there are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven.coding.cells import Texts, write_cues, write_parts
from perspectieven.dutch.words import say, split_words
from perspectieven.matching import Found
from perspectieven.matching.arrays import Hits
from perspectieven.matching.judge import Judged
from perspectieven.matching.rules import MANY_NEGATIONS, MOST_CUES, NEGATION_AFTER, NO_RULE, RULES, UNSURE, name_rule

WORDS = split_words(["Nou, één crème brûlée.", "Ze zei: œuvre, ế, Δ en ჰო, hè.", "Niet " * 60])


def found_of(parts: list[list[int]], cues: list[list[tuple[int, int, int, int]]], text: list[int]) -> Found:
    size = len(text)
    told = np.zeros((size, MOST_CUES, 4), np.int32)
    its = np.full((size, 8), -1, np.int32)
    for hit in range(size):
        its[hit, : len(parts[hit])] = parts[hit]
        for at, cue in enumerate(cues[hit]):
            told[hit, at] = cue
    nothing = np.zeros(size, np.int32)
    hits = Hits(np.array(text, np.int32), nothing, nothing, its, nothing.astype(np.bool_))
    judged = Judged(nothing.astype(np.uint8), nothing.astype(np.bool_), nothing, told)
    return Found(WORDS, hits, judged, np.ones(len(WORDS.keys), np.bool_))


@st.composite
def cues_of_a_hit(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    cues = []
    for _ in range(draw(st.integers(1, MOST_CUES))):
        rule = draw(st.integers(1, UNSURE + len(RULES) - 1))
        first = draw(st.integers(0, len(WORDS.keys) - 1))
        end = draw(st.just(0) | st.integers(first + 1, len(WORDS.keys)))
        cues.append((rule, first, end, draw(st.integers(0, 1000))))
    return cues


def as_python_writes(cues: list[tuple[int, int, int, int]]) -> str:
    written = []
    for rule, first, end, number in cues:
        seen = f'"{say(WORDS, first, end)}"' if end else str(number)
        written.append(name_rule(rule).replace("{}", seen))
    return "; ".join(written)


@settings(deadline=None)  # it compiles at first
@given(st.lists(cues_of_a_hit(), max_size=30))
def test_cues_name_their_rules_with_the_words_they_saw(cues):
    found = found_of([[0]] * len(cues), cues, [0] * len(cues))
    assert write_cues(found, np.arange(len(cues))).to_pylist() == [as_python_writes(its) for its in cues]


def test_a_cue_without_a_rule_ends_the_others():
    cues = [[(NEGATION_AFTER, 1, 3, 0), (NO_RULE, 0, 0, 0), (MANY_NEGATIONS, 0, 0, 3)]]
    assert write_cues(found_of([[0]], cues, [0]), np.array([0])).to_pylist() == [as_python_writes(cues[0][:1])]


@pytest.mark.parametrize(
    ("parts", "written"),
    [([0], "0:3"), ([0, 1], "0:8"), ([0, 2], "0:3 9:14"), ([0, 1, 3], "0:8 15:21"), ([3], "15:21")],
)
def test_parts_are_joined_to_ranges(parts, written):
    assert write_parts(found_of([parts], [[]], [0]), np.array([0])).to_pylist() == [written]


def test_ranges_are_counted_from_the_beginning_of_a_text():
    found = found_of([[4, 6]], [[]], [1])
    assert write_parts(found, np.array([0])).to_pylist() == ["0:2 8:13"]


@settings(deadline=None)  # it compiles at first
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), st.data())
def test_texts_are_repeated(texts, data):
    numbers = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    repeated = Texts.of(texts).repeat(np.array(numbers, np.int32))
    assert repeated.to_pylist() == [texts[number] for number in numbers]
