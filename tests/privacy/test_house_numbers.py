"""Numbers of houses that stand apart from their street; all invented."""

import pytest

from perspectieven.privacy.findings import resolve
from perspectieven.privacy.house_numbers import find_house_numbers


def found(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in resolve(find_house_numbers(text.lower()))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("de politie stond in de kerkstraat bij nummer elf en toen", ["nummer elf"]),
        ("Aan de Beukenhaag, helemaal aan het eind. Nummer honderdacht.", ["Nummer honderdacht"]),
        ("en op nummer drieenzestig woont mijn oma", ["nummer drieenzestig"]),
        ("want op negen woont alleen die oude man", ["negen"]),
        ("ze zit aan het erf nummer twee en dat is geen boerderij", ["erf nummer twee"]),
        ("zij is wonende op nummer elf en meer weet ik niet", ["nummer elf"]),
        ("we zitten op 't erf nummer twee", ["'t erf nummer twee"]),
        ("het was huisnummer 14 b in de beukenlaan daar", ["huisnummer 14 b in de beukenlaan"]),
        ("ons huisnummer is dertien en dat brengt geluk", ["dertien"]),
        ("huisnummer? Veertien.", ["Veertien"]),
        ("we zaten aan de kerkstraat, nummer eh drieentwintig b", ["nummer eh drieentwintig b"]),
        ("in de kerkstraat, dat is nummer twaalf, boven de bakker", ["nummer twaalf"]),
        ("we gingen naar de jan kerkstraat toen, nummer elf zestig, achteraan", ["nummer elf zestig"]),
        ("het was iets met zuiderhaven, een van de twee, nummer zeventien", ["nummer zeventien"]),
        ("we woonden daar, aan de begine, eh, nummer... veertien", ["nummer... veertien"]),
        ("aan de achterkant nummer negen rood was het", ["nummer negen rood"]),
        ("in de kerkstraat en dan dat hoge huis, 47 a.", ["47 a"]),
        ("dat is tweeentwintig aan de populierendreef", ["tweeentwintig"]),
    ],
)
def test_numbers_of_houses(text, numbers):
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "op nummer een staat mijn hond",
        "hij kwam op nummer drie binnen bij de wedstrijd",
        "ik liep in de kerkstraat en u bent nummer vijf in de wacht",
        "op kamer nummer twee lag een jongen",
        "we zaten met zes aan de tafel",
        "ze woonden in workum, aan de kust, nummer een van de vakanties",
        "bij de dokter, dat was nummer elf van de dag",
        "aan de lopende band, nummer twaalf, en dan door",
        "dat is een mooi huis, twaalf.",
        "het is een huis, 20 jaar oud, in de kerkstraat",
        "op school nummer vier ging het mis",
    ],
)
def test_other_numbers_stay(text):
    assert found(text) == []
