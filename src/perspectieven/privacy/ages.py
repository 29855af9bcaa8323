"""Ages of people, in figures and in words."""

import re
from collections.abc import Iterator

from perspectieven.dutch.letters import fold_accents
from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_word, places
from perspectieven.privacy.numbers import FROM_TEN, NUMBER, ORDINAL, UNITS

_AGE = re.compile(
    rf"(?<![^\W_])(?<![.,:\-'])(?:(?P<ordinal>{ORDINAL}|\d\d?(?:e|ste|de))|"
    rf"(?:\d\d?|{FROM_TEN}|(?:\u00e9\u00e9n|{'|'.join(UNITS[2:])})(?:enhalf)?|anderhalf)"
    r"(?: en (?:een half|half|driekwart|een kwart)\b)?"
    r"(?:(?P<aged>[- ]?jarige?)|"
    r"(?P<unit> (?:jaar|jaartjes|jr\.?|maanden|maandjes|weken|dagen))?(?P<old> (?:oud|jong))?))"
    r"(?![\w'\-%]|[.,:]\d)"
)
_IS = r"(?:is|was|ben|bent|word|wordt|werd)"
CHILD = (
    r"(?:jongen|jongetje|meisje|meid|kind|kindje|kleuter|peuter|puber|baby|zoon|zoontje|dochter|dochtertje|broer|"
    r"broertje|zus|zusje|man|vrouw|neefje|nichtje|kleinkind|kleinzoon|kleindochter|tiener|jeugdige|oudste|jongste|"
    r"middelste|eentje|iemand|vent|knul|ventje|dame|jochie|joch|kereltje|mannetje|kleine|dreumes|pleegkind|pleegzoon|pleegdochter|leeftijd)"
)
_CHILDREN = (
    r"(?:kinderen|jongens|meiden|meisjes|zoons|dochters|tieners|pubers|kleuters|peuters|pleegkinderen|kleinkinderen|"
    r"broertjes|zusjes|broers|zussen|jongeren|tweeling|kleintjes)"
)
_ELDER = r"(?:oma|opa|moeder|vader|mama|papa|mam|pap|tante|oom)"
_WHOSE = r"(?:mijn|m'n|haar|d'r|zijn|z'n|je|jouw|hun)"
_WHO = (
    rf"(?:ik|jij|je|hij|zij|ze|ie|u|(?:die|eentje) van (?:mij|hem|haar|ons)|die|deze|{_ELDER}|"
    rf"(?:{_WHOSE}|onze|ons|de|een|die|dat|dit|het) (?:{CHILD}|{_ELDER}))"
)
_JUST = (
    r"(?:(?:nu|net|pas|bijna|toen|inmiddels|ook|d'r|nog|maar|ongeveer|ondertussen|dan|eh|uh|al|alweer|dus|zelf|nou|er|"
    r"(?:nog )?geen|echt|straks|volgens mij|geloof ik|denk ik|krap|amper|ruim|hooguit|"
    r"volgende (?:week|maand)|vorig jaar|destijds|intussen) )*"
)
_NAME = r"(?P<name>[^\W\d_][^\W\d_'-]+)"
_IS_SO_OLD = re.compile(rf"\b(?:{_WHO} {_IS}|{_IS} (?:ik|jij|je|hij|zij|ze|ie)) {_JUST}$")
_CHILD_OF = re.compile(
    rf"\b{CHILD}(?: (?!van|uit|bij)\w+)? van {_JUST}(?:(?:\d\d?|{NUMBER})(?: jaar)?,? (?:en|of|tot) )?$"
)
_CHILDREN_OF = re.compile(
    rf"\b(?:{_CHILDREN}(?: (?:zijn|waren|is|was|van)|[,:])|(?:ze|we|wij|zij|jullie) (?:zijn|waren)|, van|"
    rf"(?:twee|drie|vier)(?: (?:thuis|he|h\u00e8|hoor|hier|eh|kids)){{0,3}} van) {_JUST}$"
)
_AND_ANOTHER = re.compile(rf",? (?:en |of |tot |){_JUST}(?:\d\d?|{NUMBER})\b")
_ABOUT = re.compile(r"\been jaar of $")
_JUST_SO_OLD = re.compile(r"[.?!] (?:net|pas|nog geen|amper|krap|nog maar|pas net) $")
_BESIDE_CHILD = re.compile(rf"\b(?:{CHILD}(?:, | \()|(?:ik|hij|zij), |leeftijd(?: is| was|:)+ )$")
_OF_NAME = (
    re.compile(rf"\b{_NAME},? {_IS} {_JUST}$"),
    re.compile(rf"\b{_IS} {_NAME} {_JUST}$"),
    re.compile(rf"\b{_NAME}(?:, | \(){_JUST}$"),
    re.compile(rf"\b{_NAME},? van {_JUST}$"),
    re.compile(rf"[.?!] {_NAME}\. $"),
)
_NUMBERED = r"(?:regel|nummer|kamer|klas|groep|stap|punt|deel|ronde|plek|optie|les|dag|week|bed|fase|vraag) "
_WHEN = re.compile(
    r"\b(?:toen|als|dat|voordat|nadat|totdat|tot|zodra|sinds|omdat|wanneer|terwijl|want|en) "
    rf"(?:(?!{_NUMBERED})(?:\w+ (?!{_NUMBERED})){{1,2}}?|(?:{_WHOSE}|onze|ons|de|het) {CHILD} \w+ ){_JUST}$"
)
_WHEN_MANY = re.compile(
    r"\b(?:ze|zij|we|wij|jullie|allebei|beiden|kinderen|jongens|meisjes) (?:(?!met|er|in|op|per|het)\w+ ){0,2}$"
)
_WERE = re.compile(r" (?:zijn|waren|worden|werden)\b(?! \w+en\b)")
_BECOMES = re.compile(
    rf"\b(?:{_WHO}|de (?:ander|andere|eerste|tweede)|{_NAME}) "
    r"(?:is|was|ben|wordt|werd|word|moet|moest|zou|zal|gaat|ging|mag|wil) (?:\w+ ){0,4}$"
)
_GEWORDEN = re.compile(r" (?:geworden|gebleven|worden)\b")
_ARE_BECOME = re.compile(rf"(?<!\bhet )(?<!\bdat )\b(?:zijn|waren|worden|werden) (?!er\b){_JUST}$")
_IN_SEASON = re.compile(
    r"\b(?:wordt|word|werd) (?:(?:in|op|met|over|volgende?|deze|dit|een|het|de|straks|bijna|al|nu|begin|eind) )*"
    r"(?:voorjaar|najaar|zomer|winter|herfst|lente|maand|week|maanden|weken|jaar|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|kerst|paar|[a-z]+dag|morgen) $"
)
_WAS_CHILD = re.compile(
    rf"\b(?:was|ben|is) (?:{_JUST})?(?:de|het|een) (?:oudste|jongste|middelste|enige)(?: thuis)?, $"
    r"|\b(?:de|het|een) (?:oudste|jongste|middelste|enige) (?:was|ben|is), $"
)
_SAID_OF_CHILD = re.compile(rf"\b(?:{_WHOSE}|onze|ons) {CHILD}(?: [^\W\d_]+)?(?: dus| dan| hoor)?[.,] $")
_WAS_WHO = re.compile(rf" {_IS} (?:ik|jij|je|hij|zij|ze|ie)\b")
_AND_ALSO = re.compile(
    rf"(?: (?:denk ik|geloof ik|dacht ik|ofzo|zoiets))? (?:of|tot|\u00e0) {_JUST}"
    rf"|(?: {_IS})?,? of (?:nee|wacht),? {_JUST}"
    r"|, (?:bijna|net|haast|krap|ruim) "
    rf"|(?: geworden)?(?:,|,? en|,? maar) (?:{_WHO}|(?:die|de|mijn|m'n|onze) ander|{_NAME})"
    rf"(?: (?:is|was|wordt))? {_JUST}"
    rf"| (?:de|mijn|onze) (?:oudste|jongste|middelste|ander|andere|kleinste|grootste|eerste|tweede) {_JUST}"
)
_AND_THIRD = re.compile(rf",? (?:en |of )?{_JUST}")
_WAS = re.compile(rf" {_IS}\b")
_AT_WHOSE = re.compile(
    rf"\b(?:(?:op|vanaf|sinds|rond|tot|met|na|voor|tussen)|tussen {_WHOSE} (?:\d\d?e|{ORDINAL}) en) {_WHOSE} $"
)
_WITH = re.compile(r"(?:^|[.?!,] |\b(?:en|dan|al|pas|dus|want|maar) )met $")
_CAME_WITH = re.compile(
    r"\b(?:kwam|was|ging|zat|mocht|moest|kon|werkte|rookte|stond|woonde|begon|dronk|reed) (?:ik|hij|zij|ze|ie|je) "
    r"(?:(?:toen|daar|er|dan|dus|eigenlijk) )*met $"
)
_ALREADY = re.compile(r" (?:al|pas|nog niet)\b")
_DID = re.compile(
    r" (?:jaar )?(?:ging|kreeg|kwam|moest|mocht|liep|begon|stond|zat|had|werd|woonde|verhuisde|was|ben|heb)\b"
)
_FROM_WHOSE = re.compile(rf"\bvan {_WHOSE} $")
_UNTIL = re.compile(r" (?:tot|af)\b")
_OPENS = re.compile(r"(?:^|[,(.?!:;\n] ?)$")
_CLOSES = re.compile(r"\s*(?:[,).?!;:\n]|$)")
_AFTER_AGE = re.compile(
    r" (?:en|dus|maar|of|ofzo|toen|geworden|he|hoor|nu|want|als|dan|die|inmiddels|ongeveer|denk|geloof|was|is|al|"
    r"alweer|pas|meer|dat|want|net|zoiets|daar|jaar|mag)\b"
)
_COUNTED_OR_SPENT = re.compile(
    r" (?:geleden|later|lang|terug|bezig|weg|samen|thuis|vrij|kwijt|verder|bij|keer|maal|uur|minuten|nachten|kinderen|"
    r"mensen|man|broers|zussen|jongens|meisjes|procent|kilo|euro|meter|centimeter|punten|onvoldoendes|tegen|op een|"
    r"van de)\b"
)
_NO_PERSON = re.compile(r" (?:relatie|contract|huwelijk|plan|traject|opleiding|studie|termijn|bestaan|jubileum)\b")
_NO_YEAR_OF_LIFE = re.compile(
    r" (?:klas|kind|keer|school|huis|baan|poging|man|vrouw|plek|dag|jaar|stage|gesprek|les|week|gezin|relatie|groep|"
    r"traject|opname|pleeggezin|ronde)\b"
)


def find_ages(text: str, lowered: str) -> tuple[Finding, ...]:
    """Find ages in a text, of which the second is the same in small letters."""
    return tuple(_ages(text, lowered.replace("\u00eb", "e")))


def _ages(text: str, lowered: str) -> Iterator[Finding]:
    last, why, said = 0, "", set[str]()
    for found in _AGE.finditer(lowered):
        start, end = found.span()
        reason = _why_age(lowered, found) or _why_beside_name(text, lowered, found)
        if not reason and last and _is_beside_age(text, lowered, last, found):
            reason = "beside an age"
        if not reason and why == "children of" and _AND_THIRD.fullmatch(lowered, last, start):
            reason = "" if found["ordinal"] or _is_counted(lowered, found) else why
        if not reason and found[0] in said and _is_exclaimed(lowered, start, end):
            reason = "age again"
        if reason:
            last, why = end, reason
            said.add(found[0])
            yield Finding(start, end, Kind.AGE, reason)


def _why_age(text: str, found: re.Match[str]) -> str:
    """Name the rule by which a number is the age of a person; empty if it is none."""
    start, end = found.span()
    before = max(0, start - 50)
    if found["ordinal"]:
        is_from = _FROM_WHOSE.search(text, before, start) and _UNTIL.match(text, end)
        is_of_life = _AT_WHOSE.search(text, before, start) and not _NO_YEAR_OF_LIFE.match(text, end)
        return "at so many" if is_of_life or is_from else ""
    if found["aged"]:
        return "" if _NO_PERSON.match(text, end) else "aged"
    if found["old"]:
        return "number and old" if found["unit"] else ""
    if _WHEN.search(text, before, start) and _WAS.match(text, end):
        return "when so old"
    if _WHEN_MANY.search(text, before, start) and _WERE.match(text, end):
        return "when so old"
    if _OPENS.search(text, 0, start) and _WAS_WHO.match(text, end):
        return "so old is"
    if found["unit"] == " jaar" and _CHILD_OF.search(text, before, start):
        return "child of"
    if _is_counted(text, found):
        return ""
    if _IS_SO_OLD.search(text, before, start):
        return "is so old"
    if _CHILD_OF.search(text, before, start) or _ABOUT.search(text, before, start):
        return "child of"
    if _GEWORDEN.match(text, end) and (_BECOMES.search(text, before, start) or _ARE_BECOME.search(text, before, start)):
        return "became so old"
    came = _CAME_WITH.search(text, before, start) and _ALREADY.match(text, end)
    if came or (_WITH.search(text, before, start) and _DID.match(text, end)):
        return "with so many years"
    if _IN_SEASON.search(text, before, start):
        return "becomes so old"
    closes = _CLOSES.match(text, end)
    if (
        (closes or _AFTER_AGE.match(text, end))
        and not found["unit"]
        and (_WAS_CHILD.search(text, before, start) or _SAID_OF_CHILD.search(text, before, start))
    ):
        return "said of a child"
    if _JUST_SO_OLD.search(text, before, start) and closes and not found["unit"]:
        return "just so old"
    if _BESIDE_CHILD.search(text, before, start) and closes:
        return "beside a child"
    if _CHILDREN_OF.search(text, before, start) and (
        _AND_ANOTHER.match(text, end) or _is_of_children(text, start, end)
    ):
        return "children of"
    is_alone = found["unit"] == " jaar" and _CLOSES.match(text, end) and _OPENS.search(text, 0, start)
    return "years alone" if is_alone else ""


def _is_of_children(text: str, start: int, end: int) -> bool:
    """Say whether what is said of children ends there, as in *de tweeling is negen*; *ze zijn twee* may be a count."""
    said = re.search(rf"\b{_CHILDREN} \w+ {_JUST}$", text[max(0, start - 50) : start])
    return said is not None and (_CLOSES.match(text, end) or _AFTER_AGE.match(text, end)) is not None


def _is_counted(text: str, found: re.Match[str]) -> bool:
    """Say whether so many of something are counted, or time is spent."""
    end = found.end()
    if _CLOSES.match(text, end):
        return False
    return _COUNTED_OR_SPENT.match(text, end) is not None or bool(found["unit"] and not _AFTER_AGE.match(text, end))


def _why_beside_name(text: str, lowered: str, found: re.Match[str]) -> str:
    """Name the rule by which a number is the age of somebody whose name stands before it; empty if it is none."""
    start, end = found.span()
    ends = _CLOSES.match(lowered, end) or _AFTER_AGE.match(lowered, end)
    if found["ordinal"] or not ends or _is_counted(lowered, found):
        return ""
    is_baby = found["unit"] not in (None, " jaar")
    for pattern in _OF_NAME[:1] if is_baby else _OF_NAME:
        named = pattern.search(lowered, max(0, start - 50), start)
        if named and _is_name(text[named.start("name") : named.end("name")]):
            return "beside a name"
    return ""


def _is_name(word: str) -> bool:
    """Say whether a word is a first name: a listed one, or one that is no other word."""
    name = fold_accents(word.lower())
    if is_familiar(name):
        return False
    if word[0].isupper():
        return name in first_names() or not (is_ordinary(name) or name in places())
    if name in first_names():
        return not is_word(name)
    return len(name) > 3 and not is_ordinary(name) and not is_spoken(name)


def _is_beside_age(text: str, lowered: str, last: int, found: re.Match[str]) -> bool:
    """Say whether a number joins the age before it, as in *tien of twaalf* and *zij was tien, hij acht*."""
    start, end = found.span()
    joined = _AND_ALSO.fullmatch(lowered, last, start)
    if joined is None or found["ordinal"] or _is_counted(lowered, found):
        return False
    ends = _CLOSES.match(lowered, end) or _AFTER_AGE.match(lowered, end)
    return ends is not None and (joined["name"] is None or _is_name(text[joined.start("name") : joined.end("name")]))


def _is_exclaimed(lowered: str, start: int, end: int) -> bool:
    """Say whether a number is a sentence by itself."""
    return lowered[:start].rstrip()[-1:] in ("!", ".", "?") and lowered[end : end + 1] in ("!", ".", "?")
