"""Streets with a house number, written and spoken."""

import re
from collections.abc import Iterator

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.deduce_lists import streets
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, places
from perspectieven.privacy.house_numbers import (
    IN_WORDS,
    LIVES,
    NO_STREET,
    NUMBERED,
    PERHAPS_STREET,
    STREET,
    find_house_numbers,
)
from perspectieven.privacy.numbers import DIGIT, NUMBER, has_any
from perspectieven.privacy.other_houses import find_other_houses
from perspectieven.privacy.postcodes import find_postcodes

_PART_OF_HOUSE = (
    rf"(?:,? (?:bus|paviljoen|unit|kamer|appartement|flat|blok|toegang|etage) (?:\d{{1,3}}|{NUMBER}|[a-h])\b"
    r"| (?:een|twee|drie|vier|vijf|[1-9]) ?hoog\b| (?:hs|bis|hoog|zwart|rood)\b)?"
)
_HOUSE = (
    r"(?:,? (?:een|twee|drie|vier|[1-9]) ?hoog)?,? (?:(?:eh|uh|euh|ehm|geloof ik|denk ik|"
    r"dacht ik|volgens mij|iets van|noord|zuid|oost|west),? )*"
    r"(?:(?:op )?(?:huis)?nummer |nr\.? )?(?:(?:eh|uh|euh|ehm),? )*"
    r"(?P<house>(?:(?!(?:19|20)\d\d\b|0)\d{1,4}(?![\d%]|[.,:]\d)"
    r"(?:(?: [a-d]|-?(?:[a-z]{1,2}|iii))(?![\w']))?(?:[-/](?:\d{1,4}|[a-z])(?!\w))?"
    rf"|{IN_WORDS}\b(?: [a-d](?![\w']))?)"
    rf"(?:[- ](?:en[- ])?(?:zoveel|nog wat|iets))?{_PART_OF_HOUSE})"
)
_STREET_AND_HOUSE = re.compile(rf"(?:{STREET})\b(?={_HOUSE})")
_PERHAPS_AND_HOUSE = re.compile(rf"(?:{PERHAPS_STREET})\b(?={_HOUSE})")
_STREET_ENDS = tuple(STREET.split("|"))
_LIVING = (
    "woon",
    "wone",
    "opgegroeid",
    "adres",
    "verhuis",
    "geboren",
    "huis",
    "bezorg",
    "ingeschreven",
    "opgehaald",
    "aangebeld",
    "nummer",
    "postcode",
    "tig",
)
_WORD_AND_HOUSE = re.compile(rf"(?<![\w'.-])(?P<street>(?:[a-z][\w'-]* ){{0,2}}[a-z][\w'-]{{3,}})(?={_HOUSE})")
_IN_PLACE = re.compile(r",? in '?[A-Z]")
_LAAN_VAN = re.compile(rf"\b(?:laan|plein|weg|hof) (?:van|naar) (?:(?:de|het|den|der) )?\w+{_HOUSE}")
_RUE = re.compile(
    r"\b(?:(?:rue|avenue|chaussee|impasse|allee|quai) (?:(?:de|du|des|la|le|les) )*|place (?:(?:de|du|des|la) )+)"
    rf"(?:[dl]')?\w+(?: \w+)?{_HOUSE}"
)
_LONG = ("korte ", "lange ", "lage ", "hoge ")
_LONG_STREET = re.compile(
    r"\b(?:de|het) (?P<street>(?:korte|lange|lage|hoge) "
    r"(?:kade|pad|gracht|steeg|dreef|singel|akker|wal|vaart|laan|dijk))\b"
)
_TOLD_ADDRESS = re.compile(r"\b(?i:adres)\b[^.?!\d]{0,40}? (?P<all>(?:[A-Z][\w'-]+ ){1,3}\d{1,4}[a-d]?)(?=[,.?!]|$)")
_PLACE_JOINED = re.compile(r", 's-[A-Z][\w\-]+")
_STEM = re.compile(r"[\w'.\-]*$")
_TITLES = re.compile(
    r"(?:\b(?:burgemeester|burg\.|prins|prinses|koningin|koning|graaf|generaal|admiraal|kapitein|pastoor|pater|meester|"
    r"dominee|professor|prof\.|dokter|dr\.|mr\.|ds\.|sint|st\.|oude?|nieuwe?|lange|korte|grote|kleine|hoge|lage|"
    r"eerste|tweede|derde|[123]e|noorder|zuider|(?<=\bde )van) (?:(?:van|de|der|den) )*)+$"
)
_CAPITALS = re.compile(
    r"(?:\b(?!(?:In|Op|De|Het|Aan|Bij|Naar|Van|Uit|Ik|Die|Dat|En|Of|Maar|Toen|Daar|Hier|Nu|Onze|Mijn|Ja|Nee)\b)"
    r"[A-Z][\w'.\-]* (?:(?:van|de|der|den|ten|ter|'t) )*)+$"
)
_LIVES_AT = re.compile(
    r"\b(?:woont?|woonden?|wonen|gewoond|adres|verhuis\w*|geboren|huis|bezorgd?|ingeschreven|"
    r"opgehaald|aangebeld)\b[^.?!]{0,20}\b(?:op|aan)(?: de| het)? $"
)
_OF_FIRST_NAME = re.compile(r"(?<=\bde )([^\W\d_]+) (?:van (?:(?:de|der|den) )?)?$")
_AT = re.compile(r"\b(?:op|aan) (?:de|het) $")
_HIGH = re.compile(r"en(?:t|d|v|z|n)\w+tig\b|honderd|[a-z] [a-d]$| (?:bis|hs)$|\w hoog$")
"""Numbers that hardly ever count what is named before them: *zevenentwintig*, *drie a*."""
_GOES_ON = re.compile(r"[,.?!;]|$| (?:en|dat|die|dus|maar|want|ja|eh|in|op|bij|daar|toen|is|was|woon\w*)\b")
_ARTICLE = re.compile(r"(?<!\baan )(?<!\bin )(?<!\bvan )(?<!\bnaar )\b((?:de|het) )$")
_AT = re.compile(r"\b(?:op|aan) (?:de|het) $")
_BARE_STREETS = frozenset("singel plein kade dijk gracht markt haven hof dreef boulevard wal".split())
_SELDOM_STREETS = frozenset("hoofdweg middenweg landweg hoofdstraat winkelstraat dorpsplein spoorweg".split())
_COUNTED = re.compile(
    r" ?(?:(?:jaar|jaren|maand|maanden|week|weken|dag|dagen|nachten|uur|uren|uurtjes|minuten|keer|maal|huizen|deuren|"
    r"winkels|kinderen|mensen|gezinnen|auto's|meter|kilometer|km|euro|procent|stuks|straten|andere|files)\b|\u20ac)"
    r"| (?:(?:van|tot) de|of (?:twee|drie|vier)|tegen)\b"
)


def find_addresses(text: str, folded: str) -> tuple[Finding, ...]:
    """Find streets with a house number, and postcodes."""
    streets_and_houses = _streets(text, folded, has_digit=DIGIT.search(folded) is not None)
    found = (*find_postcodes(text, folded), *streets_and_houses, *find_house_numbers(folded))
    return (*found, *(other for address in found for other in find_other_houses(folded, address.end)))


def _streets(text: str, folded: str, *, has_digit: bool) -> Iterator[Finding]:
    if has_digit or has_any(folded, _LIVING):
        yield from _houses(text, folded, _PERHAPS_AND_HOUSE, is_sure=False)
    if has_any(folded, _STREET_ENDS):
        yield from _houses(text, folded, _STREET_AND_HOUSE, is_sure=True)
    if has_digit or has_any(folded, _LIVING):
        yield from _listed_streets(text, folded)
    if has_any(folded, _LONG):
        for found in _LONG_STREET.finditer(folded):
            yield Finding(*found.span("street"), Kind.ADDRESS, "street in two words")
    if " van " in folded or " naar " in folded:
        yield from _whole(folded, _LAAN_VAN)
    if has_digit:
        yield from _whole(folded, _RUE)
        for found in _TOLD_ADDRESS.finditer(text):
            yield Finding(*found.span("all"), Kind.ADDRESS, "called an address")


def _listed_streets(text: str, folded: str) -> Iterator[Finding]:
    """Find streets by the list of all, where a number follows that can only be of a house: *Beukenhaag 14*."""
    for found in _WORD_AND_HOUSE.finditer(folded):
        words = found["street"].split()
        end = found.end("house")
        if (
            words[-1] in NUMBERED
            or words[-1] in NO_STREET
            or words[-1].endswith(_STREET_ENDS)
            or _COUNTED.match(folded, end)
            or _is_article(text, found)
        ):
            continue
        while words[0] in ("de", "aan", "op"):
            del words[0]
        size = next((size for size in (3, 2, 1) if size <= len(words) and " ".join(words[-size:]) in streets()), 0)
        name = " ".join(words[-size:])
        start = found.end("street") - len(name)
        behind_article = _AT.search(folded, max(0, start - 8), start) is not None
        if not size or (name in first_names() and not behind_article):
            continue
        lives = LIVES.search(folded, max(0, start - 90), start)
        is_name = text[start].isupper() and folded[:start].rstrip()[-1:] not in (".", "?", "!", "")
        in_figures = found["house"][0].isdigit() and (is_name or (lives and not is_known(name)))
        at_house = lives and (behind_article or not is_known(name) or "nummer" in folded[start:end])
        by_itself = lives or not is_known(name) or _IN_PLACE.match(text, end)
        joined = folded[found.end("street") : found.end("street") + 1] == " "
        high = joined and _HIGH.search(found["house"]) is not None and _GOES_ON.match(folded, end) is not None
        if at_house or high or (in_figures and by_itself):
            article = _ARTICLE.search(folded, max(0, start - 12), start) if high else None
            yield Finding(article.start(1) if article else start, end, Kind.ADDRESS, "list of streets")


def _whole(folded: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for found in pattern.finditer(folded):
        if not _COUNTED.match(folded, found.end()):
            yield Finding(found.start(), found.end(), Kind.ADDRESS, "street and number")


def _houses(text: str, folded: str, pattern: re.Pattern[str], *, is_sure: bool) -> Iterator[Finding]:
    for found in pattern.finditer(folded):
        start = _start_of_street(text, folded, found, is_sure=is_sure)
        end = found.end("house")
        if start is not None and not _COUNTED.match(folded, end) and not _is_article(text, found):
            place = _PLACE_JOINED.match(text, end)
            yield Finding(start, place.end() if place else end, Kind.ADDRESS, "street and number")


def _start_of_street(text: str, folded: str, found: re.Match[str], *, is_sure: bool) -> int | None:
    """Return where the name of a street starts, or None if it is another word with such an end."""
    stem = _STEM.search(folded, max(0, found.start() - 40), found.start())
    start = stem.start() if stem else found.start()
    word = folded[start : found.end()]
    is_name = text[start].isupper() and folded[:start].rstrip()[-1:] not in ".?!"
    titles = _titles(text, folded, start)
    if word in NO_STREET or (word in _SELDOM_STREETS and not found["house"][0].isdigit()):
        return None
    if start == found.start() and titles is None and not (is_name and (is_sure or word in _BARE_STREETS)):
        return None
    start = start if titles is None else titles
    is_name = is_name and (is_sure or word not in places())  # *14 in Amsterdam, 2 in Rotterdam*
    return start if is_sure or is_name or _is_told(folded, start, word, found["house"]) else None


def _titles(text: str, folded: str, start: int) -> int | None:
    """Return where the words before a street start that belong to its name, as in *burgemeester de Vrieslaan*."""
    before = max(0, start - 50)
    titles = _TITLES.search(folded, before, start)
    if text[start].isupper():
        titles = _CAPITALS.search(text, before, start) or titles
    if titles is None:
        of_name = _OF_FIRST_NAME.search(folded, before, start)
        titles = of_name if of_name and of_name[1] in first_names() else None
    return titles.start() if titles else None


def _is_told(folded: str, start: int, word: str, house: str) -> bool:
    """Say whether somebody is told to live there, or whether it is no word and has a number in figures."""
    if _LIVES_AT.search(folded, max(0, start - 60), start):
        return True
    return house[0].isdigit() and _AT.search(folded, max(0, start - 8), start) is not None and not is_known(word)


def _is_article(text: str, found: re.Match[str]) -> bool:
    """Say whether *een* after a street is more likely the article than a house number."""
    is_een = text[found.start("house") : found.end("house")].lower() == "een"
    return is_een and re.match(r" \w", text[found.end("house") :]) is not None
