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
        ("een garage autobedrijf [el kattabi] in het dorp", "garage autobedrijf el kattabi"),
        ("ze zit op de [brug] nu", "de brug"),
        ("Van [HV Olympia] '84 was hij.", "HV Olympia '84"),
        ("ze zit op het [schinkkel] lyceum daar", "schinkkel lyceum"),
        ("hij kwam op [siddieqq] noord terecht", "siddieqq noord"),
        ("ik werk bij [kleinhoutt] en zonen daar", "kleinhoutt en zonen"),
        ("de huisarts dat was bij [bakker] en smit daar", "bakker en smit"),
        ("Die man van Stem en [Steun] belde.", "Stem en Steun"),
        ("Die man van [Kamers] met Kansen belde.", "Kamers met Kansen"),
        ("zij zat op mbo [scaldaa] in de stad", "mbo scaldaa"),
        ("hij ging naar csw [bestevaerr] toen", "csw bestevaerr"),
        ("we aten bij la [stradaa] daar", "la stradaa"),
        ("Je moet naar [Venezia] aan 't Haventje toe.", "Venezia aan 't Haventje"),
        ("ze zat op [sint rosa] aan de geul in groep vier", "sint rosa aan de geul"),
        ("hij haalde het bij vishandel [kosterr] om de hoek", "vishandel kosterr"),
        ("ze liep stage bij praktijk [lindehoff] in het dorp", "praktijk lindehoff"),
        ("Hij ging naar skatehal [Ladybirdd] toen.", "skatehal Ladybirdd"),
        ("ik belde [kwadraatt] jeugd en gezin daarover", "kwadraatt jeugd en gezin"),
        ("hij voetbalt bij [zwaluwenn] 09 in het eerste", "zwaluwenn 09"),
    ],
)
def test_what_belongs_to_a_name_is_of_it(marked, name):
    assert grown(marked) == [(name, Kind.ORGANISATION)]


def test_a_small_word_between_what_was_found_is_of_the_name():
    def joined(text: str, *names: str) -> list[str]:
        found = [Finding(text.index(name), text.index(name) + len(name), Kind.ORGANISATION, "given") for name in names]
        grown = (text[finding.start : finding.end] for finding in grow(text, split_tokens(text), found))
        return [name for name in grown if name not in names]

    assert joined("ze zit bij zorg met zielen daar", "zorg", "zielen") == ["zorg met zielen"]
    assert joined("ze zit bij trots en sterk daar", "trots", "sterk") == ["trots en sterk"]
    assert joined("ze zit bij kwiekk en olympiaa daar", "kwiekk", "olympiaa") == []
    assert joined("Ze zong in Housse of Praisse daar.", "Housse", "Praisse") == ["Housse of Praisse"]
    assert joined("Ze zag Ouiamm bij Bolinn daar.", "Ouiamm", "Bolinn") == []


def test_what_cannot_end_a_name_goes_on():
    assert grown("mijn tante heeft [toko] sarii in de stad") == [("toko sarii", Kind.ORGANISATION)]
    assert grown("ze zag [toko] daar") == []


def test_a_number_that_counts_something_is_of_no_name():
    assert grown("ze was bij [zwaluwenn] 3 jaar geleden") == []


def test_initials_are_of_a_person():
    assert grown("ik heb d.s. [tuinstra] gebeld", Kind.PERSON) == [("d.s. tuinstra", Kind.ORGANISATION)]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("hij speelt bij wvv [lelystad] in het eerste", "wvv lelystad"),
        ("ze kwam bij de [hoenderloo] groep terecht", "hoenderloo groep"),
    ],
)
def test_a_club_may_have_the_name_of_a_place(marked, name):
    assert grown(marked, Kind.PLACE) == [(name, Kind.ORGANISATION)]


@pytest.mark.parametrize(
    ("marked", "kind", "name"),
    [
        ("de trainer van [siddieqq] nee unicum sorry die zei dat", Kind.ORGANISATION, "unicum"),
        ("het was op [meerpaall] of de plevier dat weet ik niet", Kind.SCHOOL, "plevier"),
        ("we gingen van [klimboomm] naar de toverbal toen", Kind.SCHOOL, "toverbal"),
        ("je had [muntell] en de vissershoek daar", Kind.NEIGHBOURHOOD, "vissershoek"),
    ],
)
def test_what_is_said_beside_a_name_is_one_too(marked, kind, name):
    assert grown(marked, kind) == [(name, kind)]


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
        ("toen bij dat [siddieqq] kwam ik", Kind.ORGANISATION),
        ("mijn zus [siddieqq] en ik", Kind.ORGANISATION),
        ("we zijn van [siddieqq] naar de stad verhuisd", Kind.NEIGHBOURHOOD),
        ("met [siddieqq] en de juf erbij", Kind.SCHOOL),
        ("op [siddieqq] nee dat was later", Kind.SCHOOL),
        ("dat was op [siddieqq] en de vakantie toen", Kind.SCHOOL),
        ("dat was op [siddieqq] en de conrector toen", Kind.SCHOOL),
        ("bij [siddieqq] en de wekelijkse afspraak", Kind.ORGANISATION),
        ("dat was op [siddieqq] en taalles toen", Kind.SCHOOL),
        ("de [siddieqq] aan de overkant was dicht", Kind.ORGANISATION),
        ("Hij zat bij [Siddieqq] aan de Kerkstraat.", Kind.ORGANISATION),
        ("we gingen naar [lelystad] met de groep", Kind.PLACE),
        ("op tv [lelystad] gezien", Kind.PLACE),
    ],
)
def test_what_belongs_to_no_name_stays(marked, kind):
    assert grown(marked, kind) == []
