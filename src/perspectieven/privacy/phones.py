"""Telephone numbers, BSNs and IBANs, written and dictated."""

import re
from collections.abc import Iterator

import phonenumbers
import stdnum.iban
import stdnum.nl.bsn

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.half_numbers import find_half_numbers
from perspectieven.privacy.numbers import COUNTING, DIGIT, FIGURE, NEXT_FIGURE, has_any, read_figures
from perspectieven.privacy.told_numbers import FOR_EVERYBODY, find_told_numbers

_LONG_NUMBER = re.compile(r"(?:\d[\s().\-\u2013\u2026/]{0,5}){8}")
_MOBILE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:(?:\+|00) ?3[12] ?(?:\(0\) ?)?|0 ?)[46](?:[ .\-\u2013\u2026]{0,5}\d){8}(?!\d|[.,]\d)"
)
_TEN_FIGURES = re.compile(
    r"(?<!\d)(?<!\d[.,])(?:\+31 ?(?:\(0\) ?)?|0031 ?|\(?0)(?!800|90[069])"
    r"(?:[1-9]\d\)?[ \-\u2013]{0,3}\d{7}|[1-9]\d\d\)?[ \-\u2013]{0,3}\d{6})(?!\d|[.,]\d)"
)
_FOR_EVERYBODY = {
    phonenumbers.PhoneNumberType.TOLL_FREE,
    phonenumbers.PhoneNumberType.PREMIUM_RATE,
    phonenumbers.PhoneNumberType.SHARED_COST,
}
_STARTS_AS_DATE = re.compile(r"\d\d?[-./]\d\d?[-./](?:19|20)\d\d")
_MONEY_BEFORE = re.compile(r"(?:\u20ac|\beuro|\beur) ?$")
_MONEY_AFTER = re.compile(r" ?(?:\u20ac|euro\b|eur\b|miljoen|miljard)")


def find_phones(text: str, folded: str) -> tuple[Finding, ...]:
    """Find telephone numbers, and the numbers of people and accounts that carry a check."""
    dictated = (
        *_dictated_numbers(folded),
        *_rows_of_nine(folded),
        *find_told_numbers(folded),
        *find_half_numbers(folded),
    )
    if not DIGIT.search(folded):
        return dictated
    return (*_written_phones(text, folded), *_numbers_with_a_check(folded), *dictated)


def _written_phones(text: str, folded: str) -> Iterator[Finding]:
    if not _LONG_NUMBER.search(folded):
        return
    for found in _MOBILE.finditer(folded):
        yield Finding(found.start(), found.end(), Kind.PHONE, "mobile number")
    for found in _TEN_FIGURES.finditer(folded):  # also where no such area code exists: it may be misheard
        yield Finding(found.start(), found.end(), Kind.PHONE, "ten figures")
    for region in ("NL", "BE"):
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            if _is_phone(folded, match):
                yield Finding(match.start, match.end, Kind.PHONE, "written number")


def _is_phone(folded: str, match: phonenumbers.PhoneNumberMatch) -> bool:
    """Tell a number of somebody from scores, dates, amounts, a BSN and numbers that are for everybody."""
    raw = match.raw_string
    groups = re.split(r"\D+", raw.strip("+() "))
    if len(groups) > 6 or sum(len(group) == 1 for group in groups[1:]) > 1 or _STARTS_AS_DATE.match(raw):
        return False
    if _MONEY_BEFORE.search(folded, max(0, match.start - 6), match.start) or _MONEY_AFTER.match(folded, match.end):
        return False
    is_bsn = len(raw) == 9 and raw.isdigit() and stdnum.nl.bsn.is_valid(raw)
    return not is_bsn and phonenumbers.number_type(match.number) not in _FOR_EVERYBODY


_BSN = re.compile(
    r"(?<![\w/-])(?<!\d[ .,])(?:\d{9}|\d{4}[ .]\d\d[ .]\d{3}|\d{3}([ .])\d{3}\1\d{3}|\d{4} \d{5}|\d(?: \d){8})"
    r"(?![\w/-]|[ .,]\d)"
)
_IBAN = re.compile(r"\b(?=([a-z]{2} ?\d\d(?:[ .-]?[a-z0-9]){11,30})\b)")
_SHORTEST_IBAN = 15
_DUTCH_IBAN = re.compile(r"\bnl ?\d\d[ .-]?[a-z]{4}(?:[ .-]?\d){10}\b")
_ONE_BY_ONE = re.compile(r"(?<!\d )(?<!\d[,.:] )(?<![\w.,:])\d(?:,? \d){7,9}(?![\w/-]|[ .,]+\d)")


def _numbers_with_a_check(folded: str) -> Iterator[Finding]:
    for found in _BSN.finditer(folded):
        start, end = found.span()
        is_money = _MONEY_AFTER.match(folded, end) or _MONEY_BEFORE.search(folded, max(0, start - 6), start)
        if not is_money and stdnum.nl.bsn.is_valid(re.sub(r"\D", "", found[0])):
            yield Finding(start, end, Kind.BSN, "bsn")
    for found in _CALLED_BSN.finditer(folded):  # it may be misheard, so without a check
        yield Finding(found.start(1), found.end(1), Kind.BSN, "called a bsn")
    for found in _IBAN.finditer(folded):
        start, longest = found.span(1)
        for end in range(longest, start + _SHORTEST_IBAN - 1, -1):
            ends_word = not folded[end : end + 1].isalnum() and folded[end - 1].isalnum()
            if ends_word and stdnum.iban.is_valid(folded[start:end], check_country=False):
                yield Finding(start, end, Kind.IBAN, "iban")
                break
    for found in _DUTCH_IBAN.finditer(folded):  # it may be mistyped, so without a check
        yield Finding(found.start(), found.end(), Kind.IBAN, "like a dutch iban")
    for found in _ONE_BY_ONE.finditer(folded):
        kind = Kind.BSN if sum(letter.isdigit() for letter in found[0]) == 9 else Kind.PHONE
        yield Finding(found.start(), found.end(), kind, "figures one by one")


_DICTATED = ("nul", "0", " nl", "n l", "be ", "plus ", "bsn", "burgerservice", "sofi")
_LETTERS = r"[a-z](?:[ ,]*[a-z]){3}"
_DICTATED_IBAN = re.compile(
    rf"\b(?P<land>n ?l|b ?e|d ?e)[ ,]+(?:(?:en|dan|eh|uh)[ ,]+)*(?P<check>{FIGURE}(?:{NEXT_FIGURE})?)[ ,]+"
    rf"(?P<bank>{_LETTERS})[ ,]+(?P<account>{FIGURE}(?:{NEXT_FIGURE}){{2,}})"
)
_BANKS = frozenset("abna asnb bunq ingb knab rabo rbrb snsb trio fvlb revo hand nnba".split())
_DICTATED_PHONE = re.compile(rf"(?<![\w.,:])(?:plus {FIGURE}|nul\b|0\d*\b)(?:{NEXT_FIGURE}){{3,}}")
_CALLED_BSN = re.compile(
    r"(?:\bbsn|burgerservice|sofi)[- ]?(?:nummer|nr)?\b[^.?!\d]{0,40}?(?<!\d)(\d(?:[ .\-]{0,2}\d){7,8})(?![ .\-]?\d)"
)
_ANOTHER_BSN = re.compile(rf"(?<![\w.,:])({FIGURE}(?:{NEXT_FIGURE}){{4,8}})")


def _dictated_numbers(folded: str) -> Iterator[Finding]:
    if not has_any(folded, _DICTATED):
        return
    for found in _DICTATED_PHONE.finditer(folded):
        end = _end_of_phone(found)
        if end is not None:
            yield Finding(found.start(), end, Kind.PHONE, "dictated number")
    yield from _dictated_ibans(folded)


def _rows_of_nine(folded: str) -> Iterator[Finding]:
    """Find nine figures that are said one after another and make a BSN, whatever they are called."""
    for found in _ANOTHER_BSN.finditer(folded):
        for end, figures in read_figures(folded, *found.span(1)):
            if len(figures) == 9 and stdnum.nl.bsn.is_valid(figures):
                yield Finding(found.start(1), end, Kind.BSN, "dictated bsn")


def _dictated_ibans(folded: str) -> Iterator[Finding]:
    """Find an IBAN that is said, whole with its check or of a bank that exists: *nl zestien rabo nul acht ...*."""
    for found in _DICTATED_IBAN.finditer(folded):
        bank = re.sub("[ ,]", "", found["bank"])
        check = "".join(so_far for _, so_far in list(read_figures(folded, *found.span("check")))[-1:])
        for end, account in read_figures(folded, *found.span("account")):
            written = f"{found['land'].replace(' ', '')}{check}{bank}{account}"
            if stdnum.iban.is_valid(written, check_country=False):
                yield Finding(found.start(), end, Kind.IBAN, "dictated iban")
                break
        else:
            if bank in _BANKS:
                yield Finding(found.start(), found.end(), Kind.IBAN, "of a bank")


def _end_of_phone(found: re.Match[str]) -> int | None:
    """Return where a dictated number is complete, or else stops; None if it is no telephone number."""
    read = list(read_figures(found.string, *found.span()))
    last, figures = read[-1]
    if not re.search("[a-z]{3}", found[0]) or COUNTING.startswith(figures) or FOR_EVERYBODY.match(found[0]):
        return None
    for end, so_far in read:
        if len(so_far) == 10 and so_far[0] == "0" and so_far[1] != "0":
            return end
    return last if 8 <= len(figures) <= 13 else None
