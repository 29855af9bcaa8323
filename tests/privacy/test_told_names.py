"""Names that are told to be of a school, a club or something else; all invented."""

import pytest

from perspectieven.privacy.findings import Kind
from perspectieven.privacy.tokens import is_lower, split_tokens
from perspectieven.privacy.told_names import find_told


def found(text: str) -> list[tuple[str, Kind]]:
    told = find_told(split_tokens(text), uncased=is_lower(text))
    return [(text[finding.start : finding.end], finding.kind) for finding in told]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Het koor heet Sterk, en daar zing ik.", "Sterk", Kind.ORGANISATION),
        ("die voetbalclub heette gewoon de mussen", "de mussen", Kind.ORGANISATION),
        ("de school heet nu de brug", "de brug", Kind.SCHOOL),
        ("Bij de Mussen, zo heet die club.", "Mussen", Kind.ORGANISATION),
        ("de psycholoog zat bij stam dat is een praktijk in de stad", "stam", Kind.ORGANISATION),
        ("we gingen naar warme soep dat is zo'n buurthuis", "warme soep", Kind.ORGANISATION),
        ("Ze werkt bij de Sikkel, dat is een zorgboerderij.", "Sikkel", Kind.ORGANISATION),
        ("hij ging naar de dobber dat was een basisschool", "dobber", Kind.SCHOOL),
    ],
)
def test_names_that_are_told(text, name, kind):
    assert found(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "ik ging naar school dat is een basisschool in het dorp",
        "naar de huisarts dat is een praktijk om de hoek",
        "de club heet dat niet meer",
        "Die club heet nu anders.",
        "ze heet zo en die club ook",
        "bij ons thuis, dat is een huis met een tuin",
        "hij zei dat is toch geen school",
    ],
)
def test_what_is_told_of_no_name_stays(text):
    assert found(text) == []
