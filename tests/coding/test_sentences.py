"""Marked sentences: each must get exactly the codings that it is marked with, and no other."""

import pytest

from perspectieven import code_texts
from perspectieven.lexicon import Lexicon
from tests.coding.marks import FROZEN, Marked, parse_marks, read_marked
from tests.conftest import ROOT

SENTENCES = read_marked()


def failed(sentences: tuple[Marked, ...], lexicon: Lexicon) -> set[str]:
    """Return the ids of sentences that do not get exactly what they are marked with."""
    codings = code_texts([sentence.text for sentence in sentences], lexicon)
    wrong = set()
    for number, sentence in enumerate(sentences):
        rows = list(codings[codings["turn_index"] == number].itertuples(index=False))
        got = {(row.code, row.stance, row.voice) for row in rows}
        placed = all(
            any(row.code == e.code and row.start_char < end and start < row.end_char for row in rows)
            for e in sentence.expected
            for start, end in e.spans
        )
        if got != {e.key for e in sentence.expected} or not placed:
            wrong.add(sentence.id)
    return wrong


def test_marked_sentences(lexicon):
    assert failed(SENTENCES, lexicon) == set()


def test_as_many_frozen_sentences_are_right_as_the_method_page_says(lexicon):
    sentences = read_marked(FROZEN)
    wrong = failed(sentences, lexicon)
    right = {kind: sum(s.kind == kind and s.id not in wrong for s in sentences) for kind in {s.kind for s in sentences}}
    page = " ".join((ROOT / "docs" / "methode.md").read_text(encoding="utf-8").split())
    assert f"gaan {right['morphology']} van de 60 zinnen" in page
    assert f"{right['stance']} van de 60 over houding" in page
    assert f"{right['traps']} van de 40 valstrikken" in page


def test_there_are_enough_of_every_kind():
    kinds = [sentence.kind for sentence in SENTENCES]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "morphology": 60,
        "plain": 30,
        "review": 27,
        "stance": 65,
        "traps": 40,
        "voice": 35,
    }
    assert len({e.code for sentence in SENTENCES for e in sentence.expected}) == 90


def test_a_wrong_mark_is_seen(lexicon):
    wrong = (
        parse_marks("x", "Dat is niet [normaal]{BET-NORMAAL}."),
        parse_marks("x", "Dat is [niet]{BET-NORMAAL negated} normaal."),
        parse_marks("x", "Dat is niet normaal."),
    )
    assert failed(wrong, lexicon) == {sentence.id for sentence in wrong}


@pytest.mark.parametrize("line", ["[a]{X", "a]{X}", "[a]{BET-X maybe}", "[a]{BET-X negated hypothetical}"])
def test_unbalanced_or_unknown_marks_are_refused(line):
    with pytest.raises(ValueError, match=r"unbalanced|marks are"):
        parse_marks("x", line)
