"""What a search for personal data returns, and which of two that overlap remains."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding points at; of two that are equally long, the kind that stands first here remains."""

    PERSON = "persoon"
    SCHOOL = "school"
    NEIGHBOURHOOD = "buurt"
    ORGANISATION = "organisatie"
    PLACE = "plaats"
    ADDRESS = "adres"
    PHONE = "telefoon"
    EMAIL = "email"
    HANDLE = "handle"
    BSN = "bsn"
    IBAN = "iban"
    DATE = "datum"
    AGE = "leeftijd"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that may point at a person.

    Attributes
    ----------
    start, end : int
        Code points in the text, half-open.
    kind : Kind
    reason : str
        Name of the rule that found it; never words of the text.

    Examples
    --------
    >>> Finding(3, 3, Kind.PHONE, "written number")
    Traceback (most recent call last):
    ValueError: a finding from 3 to 3; it starts at 0 or later and ends after its start
    """

    start: int
    end: int
    kind: Kind
    reason: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            what = f"a finding from {self.start} to {self.end}; it starts at 0 or later and ends after its start"
            raise ValueError(what)


def resolve(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, and of those that overlap keep the longest.

    Of two that are equally long the kind that `Kind` lists first remains, and of one kind the one that starts first.

    Examples
    --------
    A number inside an address, and a date that touches neither:

    >>> number, address = Finding(11, 13, Kind.AGE, "number"), Finding(0, 13, Kind.ADDRESS, "street")
    >>> date = Finding(13, 20, Kind.DATE, "full date")
    >>> [finding.kind.value for finding in resolve([date, number, address])]
    ['adres', 'datum']
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_worth):
        place = bisect_left(kept, finding.start, key=_start)
        is_free = place == 0 or kept[place - 1].end <= finding.start
        if is_free and (place == len(kept) or finding.end <= kept[place].start):
            kept.insert(place, finding)
    return tuple(kept)


def _worth(finding: Finding) -> tuple[int, int, int, str]:
    """Order findings from the one that remains to the one that goes."""
    return finding.start - finding.end, _RANK[finding.kind], finding.start, finding.reason


def _start(finding: Finding) -> int:
    return finding.start
