"""Schools, neighbourhoods, organisations and places."""

import pytest

from perspectieven.privacy.findings import Kind
from perspectieven.privacy.institutions import find_institutions
from perspectieven.privacy.search import Wanted, search_texts
from perspectieven.privacy.tokens import split_tokens


def found(text: str) -> list[tuple[str, Kind]]:
    [searched] = search_texts([text], Wanted(largest_place=20_000_000))
    return [(text[f.start : f.end], f.kind) for f in searched.others]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ze zit op basisschool De Regenboog.", ("basisschool De Regenboog", Kind.SCHOOL)),
        ("Hij ging naar de Bosschool toe.", ("Bosschool", Kind.SCHOOL)),
        ("en toen zat hij op het kandinskylyceum ja", ("kandinskylyceum", Kind.SCHOOL)),
        ("We wonen in de wijk Lombok.", ("Lombok", Kind.NEIGHBOURHOOD)),
        ("we wonen in de wijk overvecht", ("wijk overvecht", Kind.NEIGHBOURHOOD)),
        ("Het was in de Javastraat.", ("Javastraat", Kind.NEIGHBOURHOOD)),
        ("Ik werk bij Stichting De Oever.", ("Stichting De Oever", Kind.ORGANISATION)),
        ("Hij voetbalt bij VV Hoograven.", ("VV Hoograven", Kind.ORGANISATION)),
        ("We zijn verhuisd naar Deventer.", ("Deventer", Kind.PLACE)),
        ("ik kom uit heerenveen", ("heerenveen", Kind.PLACE)),
        ("Hij kwam net uit Den Haag.", ("Den Haag", Kind.PLACE)),
        ("In 's-Heerenberg heb je de grens.", ("s-Heerenberg", Kind.PLACE)),
        ("hij zat op de springplank bij juf ria", ("de springplank", Kind.SCHOOL)),
        ("alle ouders van de achtsprong", ("de achtsprong", Kind.SCHOOL)),
        ("Ze ging erheen. De Gouden Bal, ja.", ("De Gouden Bal", Kind.ORGANISATION)),
        ("Ze ging erheen. De Kleine Kapitein, ja.", ("De Kleine Kapitein", Kind.SCHOOL)),
        ("ik slaap in holtenbroek nu", ("holtenbroek", Kind.NEIGHBOURHOOD)),
        ("we woonden in oud-krispijn", ("oud-krispijn", Kind.NEIGHBOURHOOD)),
        ("aan de lange vorststraat", ("lange vorststraat", Kind.NEIGHBOURHOOD)),
        ("ik solliciteerde bij garage timmerman in de stad", ("garage timmerman", Kind.ORGANISATION)),
        ("naar het praktijkonderwijs op de poort", ("de poort", Kind.SCHOOL)),
        ("de kluis van snackbar 't hoekje was leeg", ("snackbar 't hoekje", Kind.ORGANISATION)),
        (
            "op de computer van verzorgingshuis avondrood met één vinger",
            ("verzorgingshuis avondrood", Kind.ORGANISATION),
        ),
        ("die al amal was er ook", ("al amal", Kind.ORGANISATION)),
        ("ze moest naar de sint jozef toe", ("sint jozef", Kind.SCHOOL)),
        ("de regenboog ging dicht en mijn school ook", ("de regenboog", Kind.SCHOOL)),
        ("zij zat op de dolfijn en haar broer op de wingerd", ("de wingerd", Kind.SCHOOL)),
        ("op het speciaal onderwijs op de ark", ("de ark", Kind.SCHOOL)),
        ("die gasten uit de baarsjes kwamen", ("baarsjes", Kind.NEIGHBOURHOOD)),
        ("Bij ons in Schollevaar was het anders.", ("Schollevaar", Kind.NEIGHBOURHOOD)),
        ("wij woonden in de nijverheid toen", ("de nijverheid", Kind.NEIGHBOURHOOD)),
        ("op de kermis in horst was dat", ("horst", Kind.PLACE)),
        ("in echt heb ik gewoond", ("echt", Kind.PLACE)),
        ("Ik was in Den Dolder toen.", ("Den Dolder", Kind.PLACE)),
        ("Een knul uit Naaldwijk, ja.", ("Naaldwijk", Kind.PLACE)),
        ("hij voetbalt bij vooruit en is daar gelukkig", ("vooruit", Kind.ORGANISATION)),
        ("en dan nog naar studio lef op woensdag", ("studio lef", Kind.ORGANISATION)),
        ("om de hoek een jongerenhonk de loods", ("jongerenhonk de loods", Kind.ORGANISATION)),
        ("ze is door praktijk de linde getest", ("praktijk de linde", Kind.ORGANISATION)),
        ("we woonden eerst in het centrum en toen in de gaarden", ("de gaarden", Kind.NEIGHBOURHOOD)),
        ("Ze zong bij Sint Lukas toen.", ("Sint Lukas", Kind.ORGANISATION)),
        ("hij danst bij dansschool lichte voet in de stad", ("dansschool lichte voet", Kind.ORGANISATION)),
        ("een vrouw van uitzendbureau startkabel zei nee", ("uitzendbureau startkabel", Kind.ORGANISATION)),
        ("ze helpt bij bakker hoogland in de winkel", ("bakker hoogland", Kind.ORGANISATION)),
        ("ze traint bij bc de uppercut en wint", ("bc de uppercut", Kind.ORGANISATION)),
        ("we moesten van wapenveld met de bus", ("wapenveld", Kind.PLACE)),
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
        "het kwam uit de wijk en ging over de haven",
        "Het BSN van ons kind, zei hij. Op school Nederlands.",
        "een vinexwijk met een tweekamerflat",
        "op de bank en van de regenboog hield ze",
        "Ze las voor uit Pluk en reed in een Volvo, met Brinta.",
        "met andre hazes op en een blikje red bull",
        "LIEVE MENSEN, HIER ALLES GOED.",
        "Hij zei: 't Is niet anders, en 't gaat.",
        "van school gestuurd en bij pleegzorg terecht gekomen",
        "naar garage gebracht voor controle",
        "in best veel gevallen en naar huis",
        "het is echt in echt veel gevallen zo",
        "ze zat te zingen op de zelfde manier",
        "Dat nummer van Suzan en Freek draaiden ze op Radio 538, en Studio Sport.",
        "ik had een nokia en bij outlook snap ik niks van ambulante hulp",
        "een knuffelgesprek en een buurtpicknick",
    ],
)
def test_rules_leave_alone_what_everybody_knows(text):
    assert find_institutions(text, split_tokens(text)) == ()


def by_rules(text: str) -> list[tuple[str, Kind]]:
    return [(text[f.start : f.end], f.kind) for f in find_institutions(text, split_tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik at daar bij pizzeria la bella met mijn oom", ("pizzeria la bella", Kind.ORGANISATION)),
        ("ze logeerde bij logeerhuis de hoop", ("logeerhuis de hoop", Kind.ORGANISATION)),
        ("bij korfbalclub ons genoegen is iedereen welkom", ("korfbalclub ons genoegen", Kind.ORGANISATION)),
        ("hij speelt op drumband juliana", ("drumband juliana", Kind.ORGANISATION)),
        ("Bel maar met Fysio aan de Gracht, die weten het.", ("Fysio aan de Gracht", Kind.ORGANISATION)),
        ("Toen kwam Logopedie op de Hoek langs.", ("Logopedie op de Hoek", Kind.ORGANISATION)),
        ("hij zit op achterhoek college nu", ("achterhoek college", Kind.SCHOOL)),
        ("toen moest ik naar vossenbeek en nooit meer terug", ("vossenbeek", Kind.SCHOOL)),
        ("een huis in klaverlanden met een tuin", ("klaverlanden", Kind.NEIGHBOURHOOD)),
        ("hij zat op judo bij de meeuwen en toen niet meer", ("meeuwen", Kind.ORGANISATION)),
        ("we zijn aangemeld bij de wilg en die belden", ("wilg", Kind.ORGANISATION)),
        ("ze werkt bij van der velde makelaars op kantoor", ("van der velde makelaars", Kind.ORGANISATION)),
        ("hij heeft een baantje bij van den tuin in het weekend", ("van den tuin", Kind.ORGANISATION)),
        ("een gezinscoach van sterk & vrij kwam langs", ("sterk & vrij", Kind.ORGANISATION)),
        (
            "ik haal het bij bakkerij de vergulde krakeling om zes uur",
            ("bakkerij de vergulde krakeling", Kind.ORGANISATION),
        ),
        ("dat komt van kringloop de paraplu daar", ("kringloop de paraplu", Kind.ORGANISATION)),
        ("ze zit op streetdance bij hercules en", ("hercules", Kind.ORGANISATION)),
        ("ze zaten op de prins bernhard in groep acht", ("prins bernhard", Kind.SCHOOL)),
        ("toen zijn we in de gilden komen wonen", ("de gilden", Kind.NEIGHBOURHOOD)),
        ("mijn tante woont in de tuindershoek daar", ("tuindershoek", Kind.NEIGHBOURHOOD)),
        ("daar in rijkerswoerd gebeurde het", ("rijkerswoerd", Kind.NEIGHBOURHOOD)),
        ("zij zingt bij popkoor de losse noten en sindsdien", ("popkoor de losse noten", Kind.ORGANISATION)),
        ("klimhal de rots heeft een middag", ("klimhal de rots", Kind.ORGANISATION)),
        ("stage bij slagerij ten have gelopen", ("slagerij ten have", Kind.ORGANISATION)),
        ("Gaat u weleens naar Huis van de Straat?", ("Huis van de Straat", Kind.ORGANISATION)),
        ("Ik ben via Maatjes in de Buurt gekoppeld.", ("Maatjes in de Buurt", Kind.ORGANISATION)),
    ],
)
def test_rules_know_ways_of_naming(text, expected):
    assert expected in by_rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "toen ging ik naar fysio samen met mijn moeder",
        "met het jongerenwerk erbij ging het beter",
        "ze komt bij de fysio aan het eind van de dag",
        "hij zit op een ander college nu",
        "op mijn school en naar welke school dan",
        "op school de juf vragen",
        "ik zat op zwemles en in groepsverband",
        "ze is aangemeld bij de psycholoog en bij de huisarts",
        "een intake bij maatschappelijk werk en therapie bij ons thuis",
        "ik liep stage bij de bakker en de kapper",
        "daar kochten we de banden en de bloemen van",
        "Hij zag een Hotel aan de rand van het bos.",
        "School in de Betuwe is anders.",
        "bij mooie schoenen hoort een jas",
        "we woonden in de polder en toen in de woonwagen",
        "hij was de prins van het feest",
        "we gingen naar de koning kijken",
        "ik zag de koningin en de koning",
        "naar de zorgboerderij de hele dag",
        "een popkoor de volgende keer dan",
        "in kinderopvang de kinderen die dat nodig hebben",
        "Hij leest Marokkaans en Nederlands voor Oma.",
        "de uithuisplaatsing was erg en de logopediste ook, met z'n drieën",
    ],
)
def test_rules_leave_alone_what_looks_like_it(text):
    assert by_rules(text) == []
