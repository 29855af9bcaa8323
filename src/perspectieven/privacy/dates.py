"""Full dates, and days and months of a birth or a death, in figures and in words."""

import re
from collections.abc import Iterator

from perspectieven.privacy.ages import CHILD
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names
from perspectieven.privacy.numbers import DAYS, DIGIT, FROM_TEN, NUMBER, ORDINAL, PAUSE, UNIT, has_any, read_value

_MONTH_NAMES = (
    "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sept/sep oktober/okt "
    "november/nov december/dec"
)
_MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES.split(), 1) for name in names.split("/")}
_SHORT_MONTHS = frozenset(_MONTHS) - {names.split("/")[0] for names in _MONTH_NAMES.split()}
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_STEMS = tuple("jan feb maart mrt apr mei jun jul aug sep okt nov dec".split())
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?")
_DAY_BEFORE = re.compile(
    rf"(?:(?<![\w.,:/\-])de (?={ORDINAL}))?(?<![\w.,:/\-])(?P<day>[0-3]?\d|{ORDINAL}|{NUMBER})"
    r"(?:(?<=\d)(?:e|ste|de))?(?: dag)?(?: van)?(?: |-|\. ?)$"
)
_DAYS_UNTIL = re.compile(
    rf"(?<![\w.,:/\-])(?P<first>[0-3]?\d|{ORDINAL}|{NUMBER})(?:(?<=\d)(?:e|ste|de))?"
    rf",? ?(?:tot(?: en met)?|t/m|en|of|-|\u2013|of nee|nee|{PAUSE})(?:,? {PAUSE})?,?(?: op| de)? ?$"
)
"""The first of some days, of which the last has the month: *zes tot negen juli*."""
_SPOKEN_YEAR = (
    rf"(?:tweeduizend(?:,? ?(?:{PAUSE},? )?(?:en ?)?{NUMBER})?|"
    rf"(?:negentien|twintig)(?: ?honderd)?(?: ?en)? ?(?:{FROM_TEN})"
    rf"|nul (?:{UNIT}))\b"
)
_YEAR_AFTER = re.compile(
    r"(?:,? (?:van |in |van het jaar )?|-)"
    rf"(?:(?:19|20)\d\d(?![\d.,:]*\d)|'\d\d\b|0\d\b(?![:.]\d| uur)|{_SPOKEN_YEAR})"
)
_NUMERIC_DATE = re.compile(
    r"(?<![\w.,/\-])(?:(?:19|20)\d\d-(?P<month>\d\d)-(?P<day>\d\d)|(?P<one>\d\d?)"
    r"(?:(?P<sign> ?[-/] ?)(?P<two>\d\d?)(?P=sign)(?:(?:19|20)\d\d|'?\d\d)"
    r"|(?P<dot>[. ])(?P<three>\d\d?)(?P=dot)(?:19|20)\d\d))(?![\w/\-]|[.,:]\d)"
)
_DAY_AND_MONTH = re.compile(r"(?<![\w.,:/\-])(\d\d?)[-/](\d\d?)(?![\w/\-]|[.,:]\d)")
_SPOKEN_DATE = re.compile(rf"\b(?:nul )?({NUMBER}) (?:nul )?({NUMBER}) {_SPOKEN_YEAR}")
_BIRTH_OR_DEATH = re.compile(
    r"\b(?:geboren|geboorte|geb\.|jarig|verjaar|verjaren|overleden|overlijden|overleed|gestorven|stierf|sterfdag|"
    r"doodgegaan|omgekomen|verongelukt|begraven|begrafenis|gecremeerd|uitgerekend|bevallen|beviel)"
)
_IS_OF = re.compile(
    rf"\b(?:(?:ik|jij|je|hij|zij|ze|u|die|{CHILD}(?: \w+)?) (?:is|ben|bent|was)|"
    r"(?:is|ben|bent|was) (?:ik|jij|je|hij|zij|ze|u|die)|(?P<name>[^\W\d_]+) (?:is|was))"
    rf"(?: (?:dus|ook|zelf|toen|eh|uh|nu {NUMBER} en))* van $"
)
_PART_OF_MONTH = re.compile(r"\b(?:eind|einde|begin|half|medio|midden) $")
_SPOKEN_IN_FULL = re.compile(rf".* tweeduizend(?: ?(?:en ?)?{NUMBER})$")
_COUNTED = re.compile(r" (?:euro|kilo|mensen|kinderen|keer|stuks|kilometer|meter|honderd)\b")
_HOLIDAY = re.compile(
    rf"\b(?P<day>kerstavond|(?:eerste|tweede|[12]e) (?:kerst|paas|pinkster)dag|oude?jaars(?:dag|avond)|nieuwjaarsdag|"
    r"koningsdag|koninginnedag|bevrijdingsdag|sinterklaasavond|pakjesavond|valentijnsdag|driekoningen|goede vrijdag|"
    rf"hemelvaartsdag|moederdag|vaderdag|dierendag)\b(?P<year>{_YEAR_AFTER.pattern})?"
)
_HOLIDAY_STEMS = ("dag", "avond", "driekoningen")
_BORN_ON = re.compile(r"\b(?:geboren|jarig|overleden|gestorven)(?: (?:is|was|op|met))* $")
_BORN = re.compile(r" (?:(?:is|was|ben) )?(?:\w+ )?(?:geboren|jarig|overleden|gestorven)\b")
_FOR_EVERYBODY = frozenset(
    (
        (1, 1),
        (14, 2),
        (8, 3),
        (1, 4),
        (27, 4),
        (30, 4),
        (4, 5),
        (5, 5),
        (1, 7),
        (4, 10),
        (31, 10),
        (11, 11),
        (5, 12),
        (6, 12),
    )
) | frozenset((day, 12) for day in (24, 25, 26, 31))
"""Days that everybody has: *vijf mei*, *31 december*. They stay, unless somebody was born or died on one."""
_DAY_OF_MONTH_NUMBER = re.compile(
    rf"\b(?P<date>(?:de )?(?P<day>{ORDINAL}|\d\d?e)) van de (?P<month>{ORDINAL}|\d\d?e)\b(?! \w*jarig)"
)
_LATE_ENDS = ("tiende", "tigste", *(f"{figure}{end}" for figure in range(10) for end in ("e", "de", "ste")))
_LATE_DAYS = "|".join(word for word, value in DAYS.items() if value > 12)
_DAY_ALONE = re.compile(
    rf"\bde (?:{_LATE_DAYS}|(?:1[3-9]|2\d|3[01])(?:e|de|ste))(?= (?:werd|"
    r"was|is|zijn|waren|ging|gingen|kreeg|kregen|kwam|kwamen|moest|moesten|mocht|zou|"
    r"zouden|had|hadden|heb|hebben|heeft|stond|begon|belde|om|en dat was|van (?:die|deze|de) maand|'s)\b|[,.?!]|$)"
)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\n")


def find_dates(folded: str) -> tuple[Finding, ...]:
    """Find full dates, and days and months of a birth or a death."""
    in_figures = tuple(_numeric_dates(folded)) if DIGIT.search(folded) else ()
    return (*in_figures, *_dates(folded), *_days_by_number(folded), *_holidays(folded))


def _days_by_number(folded: str) -> Iterator[Finding]:
    """Find days whose month is a number, or is not said: *de eenentwintigste van de zesde*, *de dertiende kwam ze*."""
    if has_any(folded, _LATE_ENDS):
        for found in _DAY_ALONE.finditer(folded):
            yield Finding(found.start(), found.end(), Kind.DATE, "day of a month")
    if " van de " not in folded:
        return
    for found in _DAY_OF_MONTH_NUMBER.finditer(folded):
        day, month = (
            read_value(found[part].removesuffix("e") if found[part][0].isdigit() else found[part])
            for part in ("day", "month")
        )
        if _is_day(day, month):
            year = _YEAR_AFTER.match(folded, found.end())
            yield Finding(found.start("date"), (year or found).end(), Kind.DATE, "day on which something happened")


def _numeric_dates(folded: str) -> Iterator[Finding]:
    for found in _NUMERIC_DATE.finditer(folded):
        one = int(found["one"] or found["day"])
        other = int(found["two"] or found["three"] or found["month"])
        if _is_day(one, other) or _is_day(other, one):
            yield Finding(found.start(), found.end(), Kind.DATE, "full date")
    for found in _DAY_AND_MONTH.finditer(folded):
        if _is_day(int(found[1]), int(found[2])) and _is_of_birth_or_death(folded, found.start(), found.end()):
            yield Finding(found.start(), found.end(), Kind.DATE, "day of birth or death")


def _dates(folded: str) -> Iterator[Finding]:
    if has_any(folded, _MONTH_STEMS):
        for month in _MONTH.finditer(folded):
            finding = _date_around(folded, month)
            if finding is not None:
                yield finding
    if "tweeduizend" in folded or "negentien" in folded or "nul" in folded:
        for found in _SPOKEN_DATE.finditer(folded):
            is_day = _is_day(read_value(found[1]), read_value(found[2]))
            is_sure = _SPOKEN_IN_FULL.match(found[0]) and not _COUNTED.match(folded, found.end())
            if is_day and (is_sure or _is_of_birth_or_death(folded, found.start(), found.end())):
                yield Finding(found.start(), found.end(), Kind.DATE, "dictated date")


def _holidays(folded: str) -> Iterator[Finding]:
    """Find days with a name that have a year, or on which somebody was born or died."""
    if not has_any(folded, _HOLIDAY_STEMS):
        return
    for found in _HOLIDAY.finditer(folded):
        start, end = found.span()
        if found["year"]:
            yield Finding(start, end, Kind.DATE, "holiday of a year")
        elif _BORN_ON.search(folded, max(0, start - 30), start) or _BORN.match(folded, end):
            yield Finding(start, end, Kind.DATE, "day of birth or death")


def _date_around(folded: str, month: re.Match[str]) -> Finding | None:
    """Return the date that a month is part of: a full one, or a part of one that is of birth or death."""
    name = month[0].rstrip(".")
    day = _DAY_BEFORE.search(folded, max(0, month.start() - 30), month.start())
    year = _YEAR_AFTER.match(folded, month.end())
    if day is None and (year is None or name in _SHORT_MONTHS):
        return None
    if day is not None and not _is_day(read_value(day["day"]), _MONTHS[name]):
        return None
    part = None if day else _PART_OF_MONTH.search(folded, max(0, month.start() - 10), month.start())
    start = (day or part or month).start()
    first = _DAYS_UNTIL.search(folded, max(0, start - 30), start) if day else None
    if first and _is_day(read_value(first["first"]), _MONTHS[name]):
        start = first.start()
    end = year.end() if year else month.start() + len(name)
    if day and year:
        return Finding(start, end, Kind.DATE, "full date")
    if day and not _is_for_everybody(read_value(day["day"]), _MONTHS[name]):
        return Finding(start, end, Kind.DATE, "day on which something happened")
    if _is_of_birth_or_death(folded, start, end):
        return Finding(start, end, Kind.DATE, "day of birth or death" if day else "month of birth or death")
    return None


def _is_for_everybody(day: int, month: int) -> bool:
    return (day, month) in _FOR_EVERYBODY


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]


def _is_of_birth_or_death(folded: str, start: int, end: int) -> bool:
    """Say whether the same sentence, not far away, speaks of a birth, a birthday or a death.

    Where nothing else is in the sentence, the one before it counts.
    """
    *earlier, before = _SENTENCE_END.split(folded[max(0, start - 60) : start])
    after = _SENTENCE_END.split(folded[end : end + 40])[0]
    if earlier and not before.strip() and not after.strip():
        before = earlier[-1]
    if _BIRTH_OR_DEATH.search(before) or _BIRTH_OR_DEATH.search(after):
        return True
    is_of = _IS_OF.search(before)
    return is_of is not None and (is_of["name"] is None or is_of["name"] in first_names())
