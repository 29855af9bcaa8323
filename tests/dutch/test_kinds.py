"""Kinds of spoken short forms."""

import pytest

from perspectieven.dutch.kinds import (
    CLUSTER,
    DETERMINER,
    OPEN_SUBJECT,
    QUALIFIER,
    QUESTION_OPENER,
    VERB_FORM,
    kinds_of,
    write_out,
)


@pytest.mark.parametrize("word", ["z'n", "d'r"])
def test_a_short_possessive_is_what_the_possessive_is(word):
    assert {DETERMINER, OPEN_SUBJECT, QUALIFIER} <= set(kinds_of(word))


def test_a_short_possessive_is_no_verb():
    assert {VERB_FORM, CLUSTER, QUESTION_OPENER} <= set(kinds_of("zijn"))
    assert {VERB_FORM, CLUSTER, QUESTION_OPENER}.isdisjoint(kinds_of("z'n"))
    assert write_out("z'n") == "z'n"


def test_other_short_forms_are_what_they_stand_for():
    assert set(kinds_of("niks")) >= set(kinds_of("niets"))
    assert write_out("m'n") == "mijn"
