import pytest

from perspectieven.matching import Matcher
from tests.matching.lexicons import lexicon_of

STANCES = ("affirmed", "negated", "hypothetical")
MATCHER = Matcher(lexicon_of(*(f"L:{word}" for word in "lui bang raar zorg stress dom".split())))
FACTS = Matcher(lexicon_of("L:lui", factual=True))


@pytest.mark.parametrize(
    ("text", "word", "voice"),
    [
        ("school zegt dat hij lui is, maar ik denk dat hij bang is", "lui", "other"),
        ("school zegt dat hij lui is, maar ik denk dat hij bang is", "bang", "own"),
        ("wij als gemeente vinden het raar", "raar", "own"),
        ("zij zegt ik ben raar", "raar", "other"),
        ("toen zei ik dat hij raar was", "raar", "own"),
        ("school zegt dat hij lui is en ik maak me zorgen", "zorg", "own"),
        ("school zegt dat hij lui is en toen kreeg hij stress", "stress", "own"),
        ("school zegt dat hij lui is en dom", "dom", "other"),
        ("zij zeggen 'die is dom' en dan lachen ze", "dom", "other"),
        ("ik zeg 'die is dom' en dan lach ik", "dom", "own"),
        ("volgens de richtlijn is dat raar", "raar", "own"),
        ("toen ik klein was zei mijn vader: hij is lui", "lui", "other"),
        ("de mentor belt mij en zegt: hij is lui", "lui", "other"),
        ("ik bel de mentor en zeg: hij is lui", "lui", "own"),
        ("zij zei, ik denk dat hij lui is", "lui", "other"),
        ("zij zei dat hij dom is, ik vind hem lui", "lui", "own"),
        ("toen kwamen ze met 'ik denk dat hij lui is'", "lui", "other"),
        ("toen zei mijn vader niks, hij is lui", "lui", "own"),
        ("de teamleider zegt dat hij lui is", "lui", "other"),
        ("ik hoorde dat Fenna zegt dat hij lui is", "lui", "other"),
        ("ja zegt dat hij lui is", "lui", "own"),
        ("ik durf het niet te zeggen want hij is lui", "lui", "own"),
        ("van de dokter moest ik minder stress hebben", "stress", "other"),
        ("van stress moest ik huilen", "stress", "own"),
        ("de wijkagent adviseerde mij om stress te mijden", "stress", "other"),
        ("het idee van de juf is dat hij lui is", "lui", "other"),
        ("we kregen het advies om stress te mijden", "stress", "other"),
        ("voor de buurvrouw is dat lui", "lui", "other"),
        ("voor onze notaris was dat raar", "raar", "other"),
        ("voor het eerst was hij bang", "bang", "own"),
        ("voor de kinderen is er stress", "stress", "own"),
        ("wat de juf betreft is hij lui", "lui", "other"),
        ("wat mij betreft is hij lui", "lui", "own"),
        ("hij is lui, zei mijn oma altijd als ik zat te klagen", "lui", "other"),
        ("ik hoop dat ie een plek vindt waar ie raar mag zijn", "raar", "own"),
        ("school noemt hem lui, maar dat zie ik toch niet", "lui", "own"),
        ("school noemt hem lui, en daar geloof ik helemaal niks van", "lui", "own"),
        ("school noemt hem lui en ze hebben gewoon gelijk", "lui", "own"),
        ("school noemt hem lui, en dat vind ik ook", "lui", "own"),
        ("school noemt hem lui, en dat was ik ook", "lui", "other"),
    ],
)
def test_voice(text, word, voice):
    found = MATCHER.find([text])
    terms = [MATCHER.term(target)[1].notation for target in found.hits.target]
    assert found.judged.other[terms.index(f"L:{word}")] == (voice == "other")


def test_who_says_it_is_named_by_the_noun_rather_than_the_pronoun():
    assert MATCHER.find(["school, die zegt dat hij lui is"]).reporters() == ["school"]


def test_a_view_that_is_rejected_is_denied_and_one_that_is_shared_is_not():
    rejected, shared = MATCHER.find(
        ["school noemt hem lui, maar dat is niet zo", "school noemt hem lui, en dat klopt"]
    ).judged.stance
    assert (STANCES[rejected], STANCES[shared]) == ("negated", "affirmed")


def test_a_fact_stays_one_whoever_tells_it():
    assert not FACTS.find(["school zegt dat hij lui is"]).judged.other.any()


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("volgens de directeur is therapie te duur", "other"),
        ("volgens de meldcode is therapie nodig", "own"),
        ("mijn moeder vindt dat ik in therapie moet", "other"),
        ("mijn moeder vindt dat therapie duur is", "own"),
        ("school zegt dat hij in therapie moet", "own"),
        ("ik vind dat hij in therapie moet", "own"),
    ],
)
def test_what_is_done_is_anothers_view_only_where_somebody_judges(text, voice):
    found = Matcher(lexicon_of("L:therapie", factual=True)).find([text])
    assert ["other" if other else "own" for other in found.judged.other] == [voice]
