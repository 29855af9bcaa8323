"""People: who is found in talk, and which words are left alone."""

import pytest

from perspectieven.privacy.evidence import Names
from perspectieven.privacy.people import find_people
from perspectieven.privacy.tokens import split_tokens


def found(text: str, known: Names | None = None) -> list[str]:
    people = find_people(text, split_tokens(text), known or Names())
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
        ("Ahmed's broer belde.", ["Ahmed's"]),
        ("Jantje zat te huilen.", ["Jantje"]),
        ("juf marloes belde op", ["marloes"]),
        ("Hij heet Storm en hij is vier.", ["Storm"]),
        ("Van den Bergen, zo heet onze voogd.", ["Van den Bergen"]),
        ("Anne-Fleur en Dirk-Jan kwamen ook.", ["Anne-Fleur", "Dirk-Jan"]),
        ("Toen bleef Ouiam bij Bo-Lin.", ["Ouiam", "Bo-Lin"]),
        ("Daarna kwam Mei Ling weer.", ["Mei Ling"]),
        ("de dokter heette van der meulen", ["van der meulen"]),
        ("zijn achternaam is de jong", ["de jong"]),
        ("ik heet jip en meer niet", ["jip"]),
        ("haar broer heet vrede", ["vrede"]),
        ("we zaten bij roos thuis", ["roos"]),
        ("volgens roos was dat niet zo", ["roos"]),
        ("roos en ik gingen samen", ["roos"]),
        ("De rechter, mr. Ten Cate, vroeg niks.", ["Ten Cate"]),
        ("ik moest bij t. wiersma zijn", ["t. wiersma"]),
        ("Els van het wijkteam belde.", ["Els"]),
        ("met els van maatschappelijk werk praten", ["els"]),
        ("Vraag naar ome Joop, zo heet ie.", ["Joop"]),
        ("met nha bia en si mohammed erbij", ["bia", "mohammed"]),
        ("romaisa kwam met fajah en jinte", ["romaisa", "fajah", "jinte"]),
        ("aan de bewindvoerder mevrouw kroon", ["kroon"]),
        ("meneer van dalen zei dat", ["van dalen"]),
        ("zijn vader is ene de groot geloof ik", ["de groot"]),
        ("het huis van van der heijden daar", ["van der heijden"]),
        ("mevrouw Van 't Hof kwam langs", ["Van 't Hof"]),
        ("haar achternaam was bos en meer niet", ["bos"]),
        ("ze helpt bij bakker hoogland in de winkel", ["hoogland"]),
        ("toen kwam storm weer bij ons", ["storm"]),
        ("toen zei storm dat het goed was", ["storm"]),
        ("ik zat naast bloem in de klas", ["bloem"]),
        ("ik ging met job mee naar huis", ["job"]),
        ("sky van zeventien was er ook", ["sky"]),
        ("mijn zusje heet wende en meer niet", ["wende"]),
        ("ze heette dan ook nog linde van zichzelf", ["linde"]),
        ("die zei noem me maar lot", ["lot"]),
        ("een jongen die noemden we knoop", ["knoop"]),
        ("Iedereen noemt hem Muis.", ["Muis"]),
        ("Daar woonde Bakker, zo heette de slager.", ["Bakker"]),
        ("en singh heette die man", ["singh"]),
        ("zijn bijnaam was spriet op school", ["spriet"]),
        ("ik heb het tegen j punt gezegd", ["j punt"]),
        ("het was zo dat a m die wilde niet", ["a m"]),
        ("en dikke Rens, zo noemden ze hem", ["dikke Rens"]),
        ("Storms moeder belde.", ["Storms"]),
        ("Ik was bij broeder Ben.", ["Ben"]),
        ("Ik heb toen tegen Koning gezegd dat het klaar was.", ["Koning"]),
        ("Die vrouw van het wijkteam, Bakker, gaf me dat.", ["Bakker"]),
        ("Stort het op NL91, ten name van kuipers want die regelt het.", ["kuipers"]),
        ("Vroeger zeiden ze J.P. tegen me.", ["J.P."]),
        ("Hij had mijn pas gepakt, samen met Snuf, en weg.", ["Snuf"]),
        ("hij schreef zijn naam s i e m op het bord", ["s i e m"]),
        ("els had zoiets van dat doen we niet", ["els"]),
        ("maar job die vond het niet erg", ["job"]),
        ("wil zei nog dat het mocht", ["wil"]),
        ("toen zei ze dus tegen angel dat het klaar was", ["angel"]),
        ("met noortje lente jip en kees op de achterbank", ["noortje", "lente", "jip", "kees"]),
        ("hoop ja zo heet ze echt", ["hoop"]),
        ("vraag maar aan zus want zo heet ze bij ons", ["zus"]),
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
        "Sinterklaas komt met Piet Zwarte.".replace("Piet Zwarte", "de boot"),
        "Mijn oma. In de zomer ging ik daarheen.",
        "Alleen de moeder van school belde.",
        "Jan en alleman weet ervan.".replace("Jan en alleman", "Iedereen"),
        "Max Verstappen rijdt, en Anne Frank schreef.",
        "een mees in de tuin",
        "just you wait, zei hij elke day",
        "zo'n mees op de vensterbank en een merel",
        "dat noemden we armoede en ze noemde me lui",
        "de koffie ging erin en dan gerold",
        "mijn mail is j punt jansen apenstaartje werk".replace("jansen", "j"),
        "Hij wil worden als Hakim Ziyech.",
        "We stonden op de Paul Krugerlaan.".replace("Paul ", ""),
        "dat heet normaliseren en hoe heet die groep",
        "zo heette de roos en ik zag hem",
        "die mevrouw van de raad zei het",
        "Ze doen daar Triple P.",
        "we lazen altijd jip en janneke voor en suske en wiske",
        "Dat nummer van Suzan en Freek draaiden ze.",
        "P.S. dat was van de N.V. en het B.V. zei hij",
        "dat is a b c en dan verder",
        "wat ik wil zei hij is rust",
        "En toen zong het koor Kinderen voor Kinderen.",
        "mijn mentor zei dat ook",
        "dat wil ik, per week, om de dag, met ma of pa",
    ],
)
def test_ordinary_words_are_left_alone(text):
    assert found(text) == []


def test_who_the_study_knows_is_found_in_small_letters_too():
    known = Names(frozenset({"quirijntje"}), frozenset({"wagenvoort"}))
    assert found("dat was quirijntje wagenvoort weer", known) == ["quirijntje wagenvoort"]


def test_a_name_that_is_a_word_is_one_again_where_it_is_known():
    known = Names(frozenset({"roos"}), frozenset())
    assert found("dan komt het bij roos of de roos in de tuin", known) == ["roos"]


def test_an_article_makes_a_word_of_a_known_name():
    known = Names(frozenset({"mees"}), frozenset())
    assert found("mees heeft een mees en nog een mees", known) == ["mees", "mees"]


def test_first_and_last_name_are_told_apart():
    text = "Meneer Jansen is de vader van Sanne Jansen."
    people = find_people(text, split_tokens(text))
    assert [(person.first, person.last, person.before) for person in people] == [
        ("", "jansen", "meneer"),
        ("sanne", "jansen", ""),
    ]
