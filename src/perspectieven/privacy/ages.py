"""Ages of people, in figures and in words."""

import re
from collections.abc import Iterator

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import FROM_TEN, NUMBER, ORDINAL, UNITS

_AGE = re.compile(
    rf"(?:(?P<ordinal>{ORDINAL}|\d\d?(?:e|ste|de))|"
    rf"(?:\d\d?|{FROM_TEN}|(?:\u00e9\u00e9n|{'|'.join(UNITS[2:])})(?:enhalf)?|anderhalf)"
    r"(?:(?P<aged>[- ]?jarige?)|"
    r"(?P<unit> (?:jaar|jaartjes|jr\.?|maanden|maandjes|weken|dagen))?(?P<old> (?:oud|jong))?))"
    r"(?![\w'\-%]|[.,:]\d)"
)
_IS = r"(?:is|was|ben|bent|word|wordt|werd)"
_CHILD = (
    r"(?:jongen|jongetje|meisje|meid|kind|kindje|kleuter|peuter|puber|baby|zoon|zoontje|dochter|dochtertje|broer|"
    r"broertje|zus|zusje|man|vrouw|neefje|nichtje|kleinkind|kleinzoon|kleindochter|tiener|jeugdige|oudste|jongste|"
    r"middelste|eentje|iemand|vent|knul|ventje|dame|leeftijd)"
)
_WHOSE = r"(?:mijn|m'n|haar|d'r|zijn|z'n|je|jouw|hun)"
_WHO = rf"(?:ik|jij|je|hij|zij|ze|ie|u|die|deze|(?:{_WHOSE}|onze|ons|de|een|die) {_CHILD})"
_JUST = r"(?:(?:nu|net|pas|bijna|toen|inmiddels|ook|nog|maar|ongeveer|ondertussen|dan|eh|uh) )*"
_IS_SO_OLD = re.compile(rf"\b(?:{_WHO} {_IS}|{_IS} (?:ik|jij|je|hij|zij|ze|ie)) {_JUST}$")
_CHILD_OF = re.compile(rf"\b{_CHILD} van {_JUST}(?:(?:\d\d?|{NUMBER})(?: jaar)?,? (?:en|of|tot) )?$")
_WHEN = re.compile(
    r"\b(?:toen|als|dat|voordat|nadat|totdat|tot|zodra|sinds|omdat|wanneer|terwijl|want|en) (?:\w+ ){1,2}?"
    rf"{_JUST}$"
)
_WAS = re.compile(rf" {_IS}\b")
_AT_WHOSE = re.compile(rf"\b(?:op|vanaf|sinds|rond|tot|met|na|voor) {_WHOSE} $")
_OPENS = re.compile(r"(?:^|[,(.?!:;\n] ?)$")
_CLOSES = re.compile(r"\s*(?:[,).?!;:\n]|$)")
_AFTER_AGE = re.compile(
    r" (?:en|dus|maar|of|ofzo|toen|geworden|he|hoor|nu|want|als|dan|die|inmiddels|ongeveer|denk|geloof|was|is)\b"
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


def find_ages(lowered: str) -> tuple[Finding, ...]:
    """Find ages in a text in small letters, with its accents."""
    return tuple(_ages(lowered))


def _ages(lowered: str) -> Iterator[Finding]:
    text = lowered.replace("\u00eb", "e")
    for found in _AGE.finditer(text):
        start, end = found.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in ".,:-'"):
            continue
        reason = _why_age(text, found)
        if reason:
            yield Finding(start, end, Kind.AGE, reason)


def _why_age(text: str, found: re.Match[str]) -> str:
    """Name the rule by which a number is the age of a person; empty if it is none."""
    start, end = found.span()
    before = max(0, start - 50)
    if found["ordinal"]:
        is_of_life = _AT_WHOSE.search(text, before, start) and not _NO_YEAR_OF_LIFE.match(text, end)
        return "at so many" if is_of_life else ""
    if found["aged"]:
        return "" if _NO_PERSON.match(text, end) else "aged"
    if found["old"]:
        return "number and old" if found["unit"] else ""
    if _WHEN.search(text, before, start) and _WAS.match(text, end):
        return "when so old"
    closes = _CLOSES.match(text, end) is not None
    if not closes and (_COUNTED_OR_SPENT.match(text, end) or (found["unit"] and not _AFTER_AGE.match(text, end))):
        return ""
    if _IS_SO_OLD.search(text, before, start):
        return "is so old"
    if _CHILD_OF.search(text, before, start):
        return "child of"
    is_alone = found["unit"] == " jaar" and closes and _OPENS.search(text, 0, start)
    return "years alone" if is_alone else ""
