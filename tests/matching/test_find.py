import pytest

from perspectieven.dutch.words import split_words
from perspectieven.lexicon import Code, Lexicon, Term, Theme
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


def lexicon_of(*terms, blockers=()):
    code = Code(
        "X-X", "X", "", "", "", "", (), "neutraal", "behoudt", "n.v.t.", (), (),
        tuple(map(Term, terms)), tuple(map(Term, blockers)),
    )  # fmt: skip
    return Lexicon("x", "1", (Theme("X", "", "", ()),), (code,))


@pytest.mark.parametrize(
    ("term", "text", "asked", "found"),
    [
        ("L:oma mits zin (helpen/op|passen)", "Mijn oma paste vaak op.", "", True),
        ("L:oma mits zin (helpen/op|passen)", "Mijn oma is oud. Wie helpt?", "", False),
        ("L:oma mits beurt (helpen/op|passen)", "Mijn oma is oud. Wie helpt?", "", True),
        ("L:oma mits beurt (helpen)", "Mijn oma.", "Wie helpt u?", False),
        ("L:oma mits vraag (helpen)", "Mijn oma.", "Wie helpt u?", True),
        ("L:oma mits buurt (-zorg)", "Mijn oma.", "Doet u mantelzorg?", True),
        ("L:oma tenzij zin (oud) mits zin (lief)", "Mijn oma is lief.", "", True),
        ("L:oma tenzij zin (oud) mits zin (lief)", "Mijn oma is lief en oud.", "", False),
    ],
)
def test_a_term_with_conditions_is_found_where_they_hold(term, text, asked, found):
    matcher = Matcher(lexicon_of(term))
    assert bool(matcher.find(split_words(text), [split_words(asked)])) is found


def test_a_blocker_cancels_only_where_its_conditions_hold():
    matcher = Matcher(lexicon_of("L:label", blockers=["L:label mits zin (trui)"]))
    assert [len(matcher.find(split_words(text))) for text in ("Dat label.", "Het label in die trui.")] == [1, 0]
