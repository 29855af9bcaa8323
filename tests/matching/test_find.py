import pytest

from perspectieven.dutch.words import split_words
from perspectieven.matching import Matcher


@pytest.fixture(scope="module")
def matcher(lexicon):
    return Matcher(lexicon)


def parts_of(matcher, text, code):
    return [match.parts for match in matcher.find(split_words(text)) if match.code.id == code]


def test_a_split_verb_may_close_behind_an_element_it_began_before(matcher):
    assert parts_of(matcher, "We zetten ons hele netwerk in", "NET-BENUTTEN") == [(1, 4, 5)]


def test_an_unordered_term_is_found_late_in_a_long_sentence(matcher):
    text = f"{'het gaat weer en dan ' * 15}gaan we het weer gewoon maken"
    assert parts_of(matcher, text, "BET-NORMALISEREN") == [(78, 79, 80)]
