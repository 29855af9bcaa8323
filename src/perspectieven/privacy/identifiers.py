"""Identifiers in Dutch talk, written and dictated: numbers, addresses, accounts, full dates and, if asked, ages.

Each kind has one function, which is asked where a word or a mark of the text may be part of one. All but a few look in
the folded text: in small letters and without accents on the *e*, every character in its place.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from perspectieven.dutch.letters import lower_same_length
from perspectieven.privacy.accounts import find_accounts
from perspectieven.privacy.addresses import find_addresses
from perspectieven.privacy.ages import find_ages
from perspectieven.privacy.dates import find_dates
from perspectieven.privacy.findings import Finding, resolve
from perspectieven.privacy.numbers import FROM_TEN, NUMBER, ORDINAL, TENS, UNIT, UNITS
from perspectieven.privacy.phones import find_phones
from perspectieven.privacy.tokens import Token, read_word, split_tokens

_PHONE, _ACCOUNT, _ADDRESS, _DATE, _AGE, _FIGURE = 1, 2, 4, 8, 16, 32
_SIGNS = (
    (
        _PHONE,
        r".*(?:nul|plus$|bsn|burgerservice|sofi|nummer$|mobiel)|nl$|(?:terug|op)?(?:bellen|belde|belt?|gebeld)$|eindig|beg[io]n|cijfers$",
    ),
    (
        _ACCOUNT,
        r".*staart|.*\b(?:punt|(?:insta(?:gram)?|snap(?:chat)?|tik(?:tok)?|twitter|facebook|discord|twitch|youtube|roblox|"
        r"fortnite|minecraft|steam|psn|playstation|xbox|gamer|gebruikersnaam|user|nickname|nick|accountnaam|account|profiel|handle|telegram|strava|"
        r"habbo|msn|reddit|wattpad|vinted|pinterest|threads|soundcloud|gamenaam|inlognaam|underscore|streepje)"
        r"(?:naam|account|kanaal|id|tag|name)?)\b|xx?$|hoofdletter$|hashtag$|hekje$|bereal$|online$|volg|filmpje|stream",
    ),
    (
        _ADDRESS,
        r".*(?:straat|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen|boulevard|dijk|weg|strjitte|wyk|dyk|leane|"
        r"hof|woon|wone|opgegroeid|adres|verhuis|geboren|huis|nummer$|postcode|(?:korte|lange|lage|hoge)$)|"
        rf"(?:{UNIT}) ?en ?(?:{'|'.join(TENS)})$",
    ),
    (
        _DATE,
        r".*\b(?:januari|jan|februari|feb|maart|mrt|april|apr|mei|juni|jun|juli|jul|augustus|aug|september|sept?|oktober|"
        rf"okt|november|nov|december|dec)\b|{ORDINAL}$|"
        r".*(?:tweeduizend|negentien|nul|avond|koningen|jaarsdag|[tsr]dag$|inn?edag$|"
        r"[gsnr]sdag$|vrijdag|moederdag|vaderdag|dierendag)",
    ),
    (_AGE, rf"(?:{ORDINAL}|{FROM_TEN}|anderhalf|(?:\u00e9\u00e9n|{'|'.join(UNITS[2:])})(?:enhalf)?)(?:-?jarige?)?$"),
    (_FIGURE, rf"(?:{'|'.join(UNITS[2:])})$"),
)
"""What a word looks like that may be part of an identifier of each kind."""
_LOOKS = tuple((kind, re.compile(sign)) for kind, sign in _SIGNS)
_FIVE_FIGURES = re.compile(rf"\b{NUMBER}(?:,? (?:(?:eh|uh) )*{NUMBER}\b){{4}}")
_MARKS = re.compile(r"[\d@/_]|[a-z]\.[a-z]")


def find_identifiers(text: str, *, ages: bool = False, tokens: Sequence[Token] | None = None) -> tuple[Finding, ...]:
    """Find what identifies a person by itself: numbers, addresses, accounts, full dates and, if asked, ages.

    Written text is read as it is written, and speech recognition without capitals and punctuation as it is spoken:
    numbers in words, *punt* and *apenstaartje*.

    Parameters
    ----------
    text : str
        A turn, as `perspectieven.reading` gives it.
    ages : bool
        Whether the ages of people are found too. In a study of young people they often are what matters.
    tokens : sequence of Token, optional
        Of the text, where it was split before.

    Returns
    -------
    tuple of Finding
        By place, none overlapping.

    Examples
    --------
    >>> text = "ik woon op de kerkstraat twaalf en m'n nummer is nul zes twaalf vierendertig vijf vijf nul een"
    >>> for finding in find_identifiers(text):
    ...     print(finding.kind, finding.reason, text[finding.start : finding.end], sep=" | ")
    adres | street and number | kerkstraat twaalf
    telefoon | dictated number | nul zes twaalf vierendertig vijf vijf nul een

    A year, a price and a holiday identify nobody:

    >>> find_identifiers("In 2009 was dat 1.500 euro, en op vijf mei waren we vrij.")
    ()
    """
    may_be = 0
    for signs in set(map(_sign, [token.said for token in (split_tokens(text) if tokens is None else tokens)])):
        may_be |= signs
    if _MARKS.search(text):
        may_be |= _PHONE | _ACCOUNT | _ADDRESS | _DATE | _AGE
    if not may_be:
        return ()
    lowered = text.lower() if text.isascii() else lower_same_length(text)
    folded = lowered.replace("\u00e9", "e").replace("\u00eb", "e")
    if may_be & _FIGURE and not may_be & _PHONE and _FIVE_FIGURES.search(folded):
        may_be |= _PHONE
    found = [
        *(find_phones(text, folded) if may_be & _PHONE else ()),
        *(find_accounts(text, folded) if may_be & _ACCOUNT else ()),
        *(find_addresses(text, folded) if may_be & _ADDRESS else ()),
        *(find_dates(folded) if may_be & _DATE else ()),
        *(find_ages(text, lowered) if ages and may_be & _AGE else ()),
    ]
    return resolve(found)


@lru_cache(maxsize=1 << 16)
def _sign(said: str) -> int:
    """Say of a word of what kinds of identifier it may be a part."""
    word, spelled, *_ = read_word(said)
    spelled = spelled.replace("\u00eb", "e")
    return sum(kind for kind, sign in _LOOKS if sign.match(word) or sign.match(spelled))
