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
        "dat heet normaliseren en hoe heet die groep",
        "zo heette de roos en ik zag hem",
        "die mevrouw van de raad zei het",
        "Ze doen daar Triple P.",
        "dat wil ik, per week, om de dag, met ma of pa",
    ],
)
def test_ordinary_words_are_left_alone(text):
    assert found(text) == []


def test_who_the_study_knows_is_found_in_small_letters_too():
    known = Names(frozenset({"quirijntje"}), frozenset({"wagenvoort"}))
    assert found("dat was quirijntje wagenvoort weer", known) == ["quirijntje wagenvoort"]


def test_first_and_last_name_are_told_apart():
    text = "Meneer Jansen is de vader van Sanne Jansen."
    people = find_people(text, split_tokens(text))
    assert [(person.first, person.last, person.before) for person in people] == [
        ("", "jansen", "meneer"),
        ("sanne", "jansen", ""),
    ]
