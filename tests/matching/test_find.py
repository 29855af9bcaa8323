import pytest

from perspectieven.matching import Matcher
from tests.matching.lexicons import lexicon_of


@pytest.fixture(scope="module")
def matcher(lexicon):
    return Matcher(lexicon)


def parts_of(matcher, text, code):
    found = matcher.find([text])
    return [tuple(found.parts(at)) for at, t in enumerate(found.hits.target) if matcher.term(t)[0].id == code]


def test_a_split_verb_may_close_behind_an_element_it_began_before(matcher):
    assert parts_of(matcher, "We zetten ons hele netwerk in", "NET-BENUTTEN") == [(1, 4, 5)]


def test_where_terms_are_looked_for_does_not_hang_on_what_came_before():
    once = Matcher(lexicon_of("P:goed ~1~ genoeg"))
    for text in ("goed goed goed", "genoeg " * 40 + "goed wel genoeg", "dat is goed wel genoeg"):
        found, anew = once.find([text]), Matcher(once.lexicon).find([text])
        assert [found.parts(at) for at in range(len(found))] == [anew.parts(at) for at in range(len(anew))]
        assert bool(len(found)) == ("wel" in text)


def test_a_particle_stays_with_the_verb_of_its_own_clause(matcher):
    assert parts_of(matcher, "Wacht, dan zet ik de radio af.", "HPR-AFWACHTEN") == []
    assert parts_of(matcher, "Wacht dat nou eens even af.", "HPR-AFWACHTEN") == [(0, 5)]


def test_an_unordered_term_is_found_late_in_a_long_sentence():
    text = f"{'het gaat weer en dan ' * 15}gaan we het weer gewoon maken"
    found = Matcher(lexicon_of("W:weer+gewoon+maken/2")).find([text])
    assert [found.parts(at) for at in range(len(found))] == [[78, 79, 80]]


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
    hits = Matcher(lexicon_of(term)).find([asked, text], interviewer=[True, False]).hits
    assert bool((hits.text == 1).any()) is found


def test_a_blocker_cancels_only_where_its_conditions_hold():
    matcher = Matcher(lexicon_of("L:label", blockers=["L:label mits zin (trui)"]))
    assert [len(matcher.find([text])) for text in ("Dat label.", "Het label in die trui.")] == [1, 0]


@pytest.mark.parametrize(
    ("verb", "sentence", "found"),
    [
        ("gerust|stellen", "ze stelden ons daar echt gerust", [(1, 5)]),
        ("gerust|stellen", "ze stelden ons daar, eh, ja, echt gerust", [(1, 7)]),
        ("af|wachten", "wacht, ik heb de radio af", []),
        ("af|wachten", "wacht, eh, dat nou eerst eens af", [(0, 6)]),
        ("af|wachten", "wacht dat nou maar eens af", [(0, 5)]),
        ("bij|springen", "dan springt m'n moeder, als het echt moet, wel bij", [(1, 9)]),
        ("af|wachten", "wacht, als het kan, dan heeft hij alles af", []),
        ("af|wachten", "wacht, omdat hij dat wil heeft hij alles af", []),
        ("mee|vallen", "het viel, toen ze er was, omdat het kon, reuze mee", [(1, 10)]),
        ("op|nemen", "ik belde hem, en hij nam niet op", [(5, 7)]),
        ("aan|kijken", "we kijken het nog even aan", [(1, 5)]),
        ("aan|kijken", "we kijken aan die kant", []),
        ("op|vallen", "hij viel op zijn hoofd", []),
        ("aan|melden", "ik meld hem aan bij de ggz", [(1, 3)]),
        ("door|verwijzen", "door te verwijzen", [(0, 2)]),
        ("mee|doen", "dat ie mee kan doen", [(2, 4)]),
        ("om|kijken", "bereid om te kijken", []),
        ("mee|doen", "mee met ons doen", []),
        ("door|sturen", "stuur stuur hem door", [(0, 3)]),
    ],
)
def test_split_verbs(verb, sentence, found):
    hits = Matcher(lexicon_of(f"L:{verb}")).find([sentence])
    assert [tuple(hits.parts(at)) for at in range(len(hits))] == found
