"""How far names of schools and organisations go; all invented."""

import pytest

from perspectieven.privacy.extents import grow
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.tokens import split_tokens


def grown(marked: str, kind: Kind = Kind.ORGANISATION) -> list[tuple[str, Kind]]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = grow(text, split_tokens(text), [Finding(start, end, kind, "given")])
    return [(text[finding.start : finding.end], finding.kind) for finding in found]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("die meid van uitzendbureau [startkabel] belde", "uitzendbureau startkabel"),
        ("op m'n werk bij dierenspeciaalzaak de [hamster] toen", "dierenspeciaalzaak de hamster"),
        ("een garage autobedrijf [el kattabi] in het dorp", "autobedrijf el kattabi"),
        ("ze zit op de [brug] nu", "de brug"),
        ("Van [HV Olympia] '84 was hij.", "HV Olympia '84"),
        ("ze zit op het [schinkkel] lyceum daar", "schinkkel lyceum"),
        ("hij kwam op [siddieqq] noord terecht", "siddieqq noord"),
        ("ik werk bij [kleinhoutt] en zonen daar", "kleinhoutt en zonen"),
        ("Die man van Stem en [Steun] belde.", "Stem en Steun"),
        ("Die man van [Kamers] met Kansen belde.", "Kamers met Kansen"),
    ],
)
def test_what_belongs_to_a_name_is_of_it(marked, name):
    assert grown(marked) == [(name, Kind.ORGANISATION)]


def test_a_firm_has_the_name_of_a_person():
    assert grown("toen naar toko [anugerahh] daar", Kind.PERSON) == [("toko anugerahh", Kind.ORGANISATION)]
    assert grown("stage bij [van dijk] en zonen daar", Kind.PERSON) == [("van dijk en zonen", Kind.ORGANISATION)]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("toen kwam de kapper [dilano] langs", Kind.PERSON),
        ("we zaten in de groep [dilano] en ik", Kind.PERSON),
        ("op school [dilano] en ik", Kind.SCHOOL),
        ("We gingen naar de [Bron] toe.", Kind.SCHOOL),
        ("de [borgwijkk] was ver weg", Kind.SCHOOL),
        ("Met Sanne en [Fikkie] naar huis.", Kind.ORGANISATION),
        ("In een praktijk, [Sterk] heette die.", Kind.ORGANISATION),
        ("het was op de [kerkstraat] nummer twee", Kind.ADDRESS),
    ],
)
def test_what_belongs_to_no_name_stays(marked, kind):
    assert grown(marked, kind) == []
