"""Numbers of houses that stand apart from their street; all invented."""

import pytest

from perspectieven.privacy.house_numbers import find_house_numbers


def found(text: str) -> list[str]:
    findings = sorted({(finding.start, finding.end) for finding in find_house_numbers(text.lower())})
    return [text[start:end] for start, end in findings]


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
        "op school nummer vier ging het mis",
    ],
)
def test_other_numbers_stay(text):
    assert found(text) == []
