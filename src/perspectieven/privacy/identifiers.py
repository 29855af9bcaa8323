"""Identifiers in Dutch talk, written and dictated: numbers, addresses, accounts, full dates and, if asked, ages.

Each kind has one function that looks for something cheap first. All but a few look in the folded text: in small letters
and without accents on the *e*, every character in its place.
"""

from perspectieven.dutch.letters import lower_same_length
from perspectieven.privacy.accounts import find_accounts
from perspectieven.privacy.addresses import find_addresses
from perspectieven.privacy.ages import find_ages
from perspectieven.privacy.dates import find_dates
from perspectieven.privacy.findings import Finding, resolve
from perspectieven.privacy.phones import find_phones


def find_identifiers(text: str, *, ages: bool = False) -> tuple[Finding, ...]:
    """Find what identifies a person by itself: numbers, addresses, accounts, full dates and, if asked, ages.

    Written text is read as it is written, and speech recognition without capitals and punctuation as it is spoken:
    numbers in words, *punt* and *apenstaartje*.

    Parameters
    ----------
    text : str
        A turn, as `perspectieven.reading` gives it.
    ages : bool
        Whether the ages of people are found too. In a study of young people they often are what matters.

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
    lowered = text.lower() if text.isascii() else lower_same_length(text)
    folded = lowered.replace("\u00e9", "e").replace("\u00eb", "e")
    found = [
        *find_phones(text, folded),
        *find_accounts(folded),
        *find_addresses(text, folded),
        *find_dates(folded),
        *(find_ages(text, lowered) if ages else ()),
    ]
    return resolve(found)
