"""People: who is found in talk, and which words are left alone."""

import pytest

from perspectieven.privacy.evidence import NOBODY, Names
from perspectieven.privacy.people import find_people
from perspectieven.privacy.search import Wanted, search_texts
from perspectieven.privacy.tokens import split_tokens


def found(text: str) -> list[str]:
    [searched] = search_texts([text], Wanted())
    return [text[person.finding.start : person.finding.end] for person in searched.people]


def found_by_rules(text: str, known: Names = NOBODY) -> list[str]:
    people = find_people(text, split_tokens(text), known)
    return [text[person.finding.start : person.finding.end] for person in people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Toen kwam Sanne thuis.", ["Sanne"]),
        ("toen kwam sanne thuis met fatima", ["sanne", "fatima"]),
        ("Ik sprak Anna van der Meer, van school.", ["Anna van der Meer"]),
        ("Dat zei mevrouw De Vries ook.", ["De Vries"]),
        ("Dat zei mevrouw De V. ook.", ["De V."]),
        ("Je moet bij B. Tahiri zijn.", ["B. Tahiri"]),
        ("Mijn dochter Roos is twaalf.", ["Roos"]),
        ("Roos zegt dat ook.", ["Roos"]),
        ("Sannes fiets was weg.", ["Sannes"]),
        ("Dat weet 't Ron ook wel.", ["Ron"]),
        ("Ik ging met Albert en Jan mee.", ["Albert", "Jan"]),
        ("Ahmed's broer belde.", ["Ahmed's"]),
        ("Jantje zat te huilen.", ["Jantje"]),
        ("juf marloes belde op", ["marloes"]),
        ("Hij heet Storm en hij is vier.", ["Storm"]),
        ("Van den Bergen, zo heet onze voogd.", ["Van den Bergen"]),
        ("Anne-Fleur en Dirk-Jan kwamen ook.", ["Anne-Fleur", "Dirk-Jan"]),
        ("Toen bleef Ouiam bij Bo-Lin.", ["Ouiam", "Bo-Lin"]),
        ("Daarna kwam Mei Ling weer.", ["Mei Ling"]),
        ("de dokter heette van der meulen", ["van der meulen"]),
        ("zijn achternaam is de jong", ["jong"]),
        ("ik heet jip en meer niet", ["jip"]),
        ("mijn vriendin was tamara de w van school", ["tamara de w"]),
        ("ik zat naast noah k in de klas", ["noah k"]),
        ("dat zag sanne k heb het gehoord", ["sanne"]),
        ("twee keer finn en dan kwam ik jaap jan met de trui", ["finn", "jaap jan"]),
        ("haar broer heet vrede", ["vrede"]),
        ("we zaten bij roos thuis", ["roos"]),
        ("volgens roos was dat niet zo", ["roos"]),
        ("roos en ik gingen samen", ["roos"]),
        ("De rechter, mr. Ten Cate, vroeg niks.", ["Ten Cate"]),
        ("Els van het wijkteam belde.", ["Els"]),
        ("met els van maatschappelijk werk praten", ["els"]),
        ("Vraag naar ome Joop, zo heet ie.", ["Joop"]),
        ("met nha bia en si mohammed erbij", ["bia", "mohammed"]),
        ("romaisa kwam met fajah en jinte", ["romaisa", "fajah", "jinte"]),
        ("aan de bewindvoerder mevrouw kroon", ["kroon"]),
        ("meneer van dalen zei dat", ["van dalen"]),
        ("het huis van van der heijden daar", ["van der heijden"]),
        ("mevrouw Van 't Hof kwam langs", ["Van 't Hof"]),
        ("haar achternaam was bos en meer niet", ["bos"]),
        ("toen kwam storm weer bij ons", ["storm"]),
        ("toen zei storm dat het goed was", ["storm"]),
        ("sky van zeventien was er ook", ["sky"]),
        ("mijn zusje heet wende en meer niet", ["wende"]),
        ("ze heette dan ook nog linde van zichzelf", ["linde"]),
        ("die zei noem me maar lot", ["lot"]),
        ("Iedereen noemt hem Muis.", ["Muis"]),
        ("Daar woonde Bakker, zo heette de slager.", ["Bakker"]),
        ("en singh heette die man", ["singh"]),
        ("zijn bijnaam was spriet op school", ["spriet"]),
        ("Storms moeder belde.", ["Storms"]),
        ("Ik was bij broeder Ben.", ["Ben"]),
        ("Die vrouw van het wijkteam, Bakker, gaf me dat.", ["Bakker"]),
        ("Stort het op NL91, ten name van kuipers want die regelt het.", ["kuipers"]),
        ("Vroeger zeiden ze J.P. tegen me.", ["J.P."]),
        ("Hij had mijn pas gepakt, samen met Snuf, en weg.", ["Snuf"]),
        ("els had zoiets van dat doen we niet", ["els"]),
        ("maar job die vond het niet erg", ["job"]),
        ("wil zei nog dat het mocht", ["wil"]),
        ("hoop ja zo heet ze echt", ["hoop"]),
        ("vraag maar aan roos want zo heet ze bij ons", ["roos"]),
    ],
)
def test_people_are_found(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "De roos bloeit, en els is een boom.",
        "een roos in de tuin en storm op zee",
        "We gingen met de ns naar de stad.",
        "Hij heeft Tourette, en dat is iets anders dan Asperger.",
        "We halen het bij Albert Heijn of bij de Hema.",
        "Sinterklaas komt met de boot.",
        "Mijn oma. In de zomer ging ik daarheen.",
        "Alleen de moeder van school belde.",
        "Iedereen weet ervan.",
        "een mees in de tuin",
        "just you wait, zei hij elke day",
        "zo'n mees op de vensterbank en een merel",
        "de koffie ging erin en dan gerold",
        "Hij wil worden als Hakim Ziyech.",
        "We stonden op de Krugerlaan.",
        "dat heet normaliseren en hoe heet die groep",
        "zo heette de roos en ik zag hem",
        "die mevrouw van de raad zei het",
        "Ze doen daar Triple P.",
        "P.S. dat was van de N.V. en het B.V. zei hij",
        "En toen zong het koor Kinderen voor Kinderen.",
        "mijn mentor zei dat ook",
        "dat wil ik, per week, om de dag, met ma of pa",
    ],
)
def test_rules_leave_ordinary_words_alone(text):
    assert found_by_rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "we lazen altijd jip en janneke voor en suske en wiske",
        "Dat nummer van Suzan en Freek draaiden ze.",
        "Het hing naast een poster van Vincent van Gogh.",
        "Max Verstappen rijdt, en Anne Frank schreef.",
    ],
)
def test_whom_everybody_knows_stays(text):
    assert found(text) == []


def test_who_the_study_knows_is_found_in_small_letters_too():
    known = Names(frozenset({"quirijntje"}), frozenset({"wagenvoort"}))
    assert found_by_rules("dat was quirijntje wagenvoort weer", known) == ["quirijntje wagenvoort"]


def test_a_name_that_is_a_word_is_one_again_where_it_is_known():
    known = Names(frozenset({"roos"}), frozenset())
    assert found_by_rules("dan komt het bij roos of de roos in de tuin", known) == ["roos"]


def test_an_article_makes_a_word_of_a_known_name():
    known = Names(frozenset({"mees"}), frozenset())
    assert found_by_rules("mees heeft een mees en nog een mees", known) == ["mees", "mees"]


def test_first_and_last_name_are_told_apart():
    text = "Meneer Jansen is de vader van Sanne Jansen."
    people = find_people(text, split_tokens(text))
    assert [(person.first, person.last, person.before) for person in people] == [
        ("", "jansen", "meneer"),
        ("sanne", "jansen", ""),
    ]
