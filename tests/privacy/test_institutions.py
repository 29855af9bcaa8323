"""Schools, neighbourhoods, organisations and places."""

import pytest

from perspectieven.privacy.findings import Kind, resolve
from perspectieven.privacy.institutions import find_institutions
from perspectieven.privacy.tokens import split_tokens


def found(text: str) -> list[tuple[str, Kind]]:
    return [(text[f.start : f.end], f.kind) for f in resolve(find_institutions(text, split_tokens(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ze zit op basisschool De Regenboog.", ("basisschool De Regenboog", Kind.SCHOOL)),
        ("Hij ging naar de Bosschool toe.", ("Bosschool", Kind.SCHOOL)),
        ("en toen zat hij op het kandinskylyceum ja", ("kandinskylyceum", Kind.SCHOOL)),
        ("We wonen in de wijk Lombok.", ("Lombok", Kind.NEIGHBOURHOOD)),
        ("we wonen in de wijk overvecht", ("overvecht", Kind.NEIGHBOURHOOD)),
        ("Het was in de Javastraat.", ("Javastraat", Kind.NEIGHBOURHOOD)),
        ("Ik werk bij Stichting De Oever.", ("Stichting De Oever", Kind.ORGANISATION)),
        ("Hij voetbalt bij VV Hoograven.", ("VV Hoograven", Kind.ORGANISATION)),
        ("We zijn verhuisd naar Deventer.", ("Deventer", Kind.PLACE)),
        ("ik kom uit heerenveen", ("heerenveen", Kind.PLACE)),
        ("Hij kwam net uit Den Haag.", ("Den Haag", Kind.PLACE)),
    ],
)
def test_names_are_found_whole(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op de basisschool de laatste jaren ging het goed.",
        "Ze ging naar de middelbare school in de buurt.",
        "op het schoolplein en in de winkelstraat",
        "We wonen in een nieuwbouwwijk met een speeltuin.",
        "Dat was best echt een heel gedoe, in huizen ook.",
        "Hij heeft ADHD en slikt Ritalin, zei de GGZ.",
        "In Nederland vieren we Pasen en Kerst.",
        "een knuffelgesprek en een buurtpicknick",
    ],
)
def test_what_everybody_knows_is_left_alone(text):
    assert found(text) == []
