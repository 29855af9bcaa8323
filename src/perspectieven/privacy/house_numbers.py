"""Numbers of houses that stand apart from their street: *op nummer elf*, *nummer 31 in de Acacialaan*."""

import re
from collections.abc import Iterator

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.deduce_lists import streets
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import NUMBER, UNIT

STREET = "straat|straatje|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen|boulevard|dijk|weg|strjitte|wyk|dyk|leane"
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
IN_WORDS = rf"(?:(?:{UNIT})?honderd(?: ?(?:en ?)?{NUMBER})?|{NUMBER})"
"""The number of a house in words."""
_FIGURES_OR_WORDS = rf"(?:\d{{1,4}} ?[a-d]?|{IN_WORDS}(?: [a-d])?)(?![\w'%])"
_AT_NUMBER = re.compile(
    rf"\b(?P<at>(?:op|van|naar|bij) )?(?P<number>(?:huis)?nummer {_FIGURES_OR_WORDS})"
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
    rf"{_FIGURES_OR_WORDS})"
)
_IN_STREET = re.compile(r"\b(?:op|aan|in|de|het|'t|t) (?=(?P<street>[^\W\d_][\w'-]+)\b)")
_NUMBERED_BEFORE = re.compile(rf"\b(?:{'|'.join(NUMBERED)}) $")
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
    if "nummer " not in folded:
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
        stands_alone = found["at"] or folded[: found.start()].rstrip()[-1:] in (".", ",", "")
        if not (stands_alone or found["told"]) or _NUMBERED_BEFORE.search(folded, near, found.start()):
            continue
        if found["told"] or lives or _names_street(folded, near, found.start()):
            yield Finding(*found.span("number"), Kind.ADDRESS, "number of a house")


def _names_street(folded: str, start: int, end: int) -> bool:
    """Say whether a street is named in a part of a text, by the list or by how it ends."""
    named = (found["street"] for found in _IN_STREET.finditer(folded, start, end))
    return any(
        word not in (*NO_STREET, *NUMBERED)
        and (word.endswith(tuple(STREET.split("|"))) or (word in streets() and len(word) > 3))
        for word in named
    )
