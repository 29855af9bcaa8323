"""Numbers of houses that stand apart from their street: *op nummer elf*, *nummer 31 in de Acacialaan*."""

import re
from collections.abc import Iterator

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.deduce_lists import streets
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import FROM_TEN, NUMBER, PAUSE, TEENS, UNIT

STREET = "straat|straatje|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen|boulevard|dijk|weg|strjitte|wyk|dyk|leane"
PERHAPS_STREET = (
    "hof|park|pad|markt|baan|wal|veld|erf|haven|burg|berg|bos|kamp|akker|meer|weide|hoek|donk|oord|zoom|heuvel|"
    "poort|brink|gaarde|horst|werf|sluis|terras|tuin|dal|beek|schans|vaart|borg|hage|stede|rak|wijk|brug|stein|waard|"
    "dam|vliet|drift|sloot|kolk|hove|polder|hoogte|molen|kreek|heide|zijde"
)
"""How a street may end, and many another word."""
NO_STREET = frozenset(
    "onderweg snelweg omweg uitweg terugweg heenweg fietsweg autoweg tussenweg leerweg "
    "rijksweg luchtweg urineweg kortweg domweg gewoonweg simpelweg voorrangsweg wandelweg zorgweg slaan "
    "omslaan overslaan verslaan opslaan inslaan toeslaan aanslaan afslaan doorslaan neerslaan uitslaan losslaan "
    "stukslaan doodslaan gadeslaan zijstraat woonstraat schoolplein speelplein "
    "supermarkt arbeidsmarkt woningmarkt huizenmarkt rommelmarkt kerstmarkt bijbaan loopbaan glijbaan bowlingbaan "
    "speelveld sportveld voetbalveld vliegveld werkveld schaatsbaan kerkhof gerechtshof ziekenhuis speeltuin".split()
)
"""What ends like a street and is none."""
LIVES = re.compile(
    r"\b(?:woont?|woonden?|wonen|wonende|gewoond|adres|verhuis\w*|opgegroeid|geboren|huis|kamer op|ingeschreven)\b"
    r"[^.?!]{0,60}$"
)
NUMBERED = frozenset(
    "groep klas kamer lijn bus artikel fase stap leerjaar havo vwo mavo vmbo hoofdstuk bladzijde pagina nummer "
    "unit route etage deel niveau week blok vak les afdeling gang tram trein spoor perron poort sectie bed zaal "
    "team cel plek level bijlage vraag code regel punt kanaal dag maand januari februari maart april mei juni "
    "juli augustus september oktober november december".split()
)
"""What has a number and is no street."""
_DIGIT_IN_WORDS = rf"(?:nul|{UNIT})"
IN_WORDS = (
    rf"(?:(?:(?:{UNIT}) ?)?honderd(?:[ -]?(?:{PAUSE},? )?(?:en[ -]?)?{NUMBER}\b)?"
    rf"|(?:{UNIT})(?: {_DIGIT_IN_WORDS}){{2}}\b|(?:{'|'.join(TEENS)}) (?:{FROM_TEN}|nul (?:{UNIT}))\b|{NUMBER})"
)
"""The number of a house in words, also as figures and in two parts: *acht zes vier*, *elf zestig*."""
HOUSE = (
    rf"(?:(?!(?:19|20)\d\d\b|0)\d{{1,4}}(?: ?[a-d](?![\w']))?(?![\w'%]|[.,:]\d)|{IN_WORDS}\b(?: [a-d](?![\w']))?)"
    r"(?: (?:bis|hs|rood|zwart|driehoog|tweehoog)\b)?"
)
NUMBER_WORD = rf"(?:nummer(?: |\.\.\. ?|\u2026 ?)|huisnummer[ ?.:,\u2026]+)(?:(?:{PAUSE}|is|was|toen),? )*"
_AT_NUMBER = re.compile(
    rf"\b(?P<at>(?:op|van|naar|bij) )?(?P<number>{NUMBER_WORD}(?P<house>{HOUSE}))"
    r"(?P<told> in (?:dezelfde|onze|die|de) (?:straat|laan|flat)| (?:woont|woonde|woonden|wonen|woon)\b)?"
)
_LIVES_ON = re.compile(rf"\bop (?P<number>{IN_WORDS}|\d{{1,4}}) (?:woont|woonde|woonden|wonen)\b")
_NUMBER_IN_STREET = re.compile(
    rf"\b(?:huis)?nummer (?:\d{{1,4}} ?[a-z]?|{NUMBER}) (?:in|op|aan|van) de (?:\w+ )?(?P<street>\w+(?:{STREET}))\b"
)
_NUMBER_AT_STREET = re.compile(
    rf"(?<![\w.,:])(?P<number>\d{{1,4}}[a-z]?|{NUMBER}) aan (?:de|het) (?:\w+ )?(?P<street>\w+(?:{STREET}))\b"
)
_NUMBERED_STREET = re.compile(
    r"\b(?:op|aan) (?:(?:de|het) )?(?P<all>(?:'?t )?(?P<street>[a-z][\w'-]+(?: [a-z][\w'-]+)?),? (?:huis)?nummer "
    rf"{HOUSE})"
)
_IN_STREET = re.compile(r"\b(?:op|aan|in|de|het|'t|t) (?=(?P<street>[^\W\d_][\w'-]+)\b)")
_ENDS = tuple(STREET.split("|"))
_STREET_BY_END = re.compile(rf"\b[^\W\d_]{{4,}}(?:{STREET}|{PERHAPS_STREET})\b")
_NUMBERED_BEFORE = re.compile(rf"\b(?:{'|'.join(NUMBERED)}) $")
_HOUSE_AS_SAID = re.compile(
    r"\b(?:het|dat|een|ons) (?:[^\W\d_]+ )?(?:huis|huisje|woning|boerderij|flat|portiek),? (?:(?:dus|nummer) )*"
    rf"(?P<number>{HOUSE})(?=\s*(?:[,.?!]|$))"
)
_AT_PLACE = re.compile(rf"\b(?:aan|op|in) (?:(?:de|het|'t) )?[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?, (?:{PAUSE},? )*$")
_IT_IS = re.compile(r", (?:dat|het) (?:is|was) $")
_OF_HOUSE = re.compile(r" (?:bis|hs|rood|zwart)$")
_FAR = 90
"""How far before a number its street may be named, in code points."""


def find_house_numbers(folded: str) -> Iterator[Finding]:
    """Find numbers of houses apart from their street, where somebody is told to live or a street was named."""
    if " aan " in folded:
        for found in _NUMBER_AT_STREET.finditer(folded):
            if found["street"] not in NO_STREET and not is_known(found["street"]):
                yield Finding(*found.span("number"), Kind.ADDRESS, "number of a house")
    if " woon" in folded or " wone" in folded:
        for found in _LIVES_ON.finditer(folded):
            yield Finding(*found.span("number"), Kind.ADDRESS, "number of a house")
    for found in _HOUSE_AS_SAID.finditer(folded):
        if _names_street(folded, max(0, found.start() - _FAR), found.start()):
            yield Finding(*found.span("number"), Kind.ADDRESS, "number of a house")
    if "nummer" not in folded:
        return
    for found in _NUMBER_IN_STREET.finditer(folded):
        if found["street"] not in NO_STREET:
            yield Finding(found.start(), found.end(), Kind.ADDRESS, "number in a street")
    for found in _NUMBERED_STREET.finditer(folded):
        if found["street"].rpartition(" ")[2] not in NUMBERED and found["street"].rpartition(" ")[2] in streets():
            yield Finding(*found.span("all"), Kind.ADDRESS, "street and number")
    for found in _AT_NUMBER.finditer(folded):
        near = max(0, found.start() - _FAR)
        lives = found["at"] and LIVES.search(folded, near, found.start())
        stands_alone = (
            found["at"]
            or _IT_IS.search(folded, near, found.start())
            or folded[: found.start()].rstrip()[-1:] in (".", ",", "")
        )
        if found["number"].startswith("huis"):
            yield Finding(*found.span("house"), Kind.ADDRESS, "called the number of a house")
            continue
        if not (stands_alone or found["told"] or _OF_HOUSE.search(found["number"])) or _NUMBERED_BEFORE.search(
            folded, near, found.start()
        ):
            continue
        at_place = not folded.startswith(" van", found.end()) and (
            LIVES.search(folded, near, found.start()) and _AT_PLACE.search(folded, near, found.start())
        )
        if (
            found["told"]
            or lives
            or at_place
            or _OF_HOUSE.search(found["number"])
            or _names_street(folded, near, found.start())
        ):
            yield Finding(*found.span("number"), Kind.ADDRESS, "number of a house")


def _names_street(folded: str, start: int, end: int) -> bool:
    """Say whether a street is named in a part of a text, by the list or by how it ends."""
    for found in _IN_STREET.finditer(folded, start, end):
        word = found["street"]
        is_street = word.endswith(_ENDS) or (word in streets() and len(word) > 3)
        if is_street and word not in NO_STREET and word not in NUMBERED:
            return True
    words = (found[0] for found in _STREET_BY_END.finditer(folded, start, end))
    return any(word not in NO_STREET and not is_known(word) for word in words)
