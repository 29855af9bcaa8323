"""What a search for personal data returns, and what becomes of findings that overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a finding points at; of two that overlap and are equally long, the kind that stands first here is taken."""

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
    """Sort findings by place, and make one of those that overlap, directly or through others.

    It spans them all, so that no part of any stays readable, and is of the kind of the longest; of two that are equally
    long, of the kind that `Kind` lists first, and of one kind, of the one that starts first.

    Examples
    --------
    A number inside an address, and a date that touches neither:

    >>> number, address = Finding(11, 13, Kind.AGE, "number"), Finding(0, 13, Kind.ADDRESS, "street")
    >>> date = Finding(13, 20, Kind.DATE, "full date")
    >>> [finding.kind.value for finding in resolve([date, number, address])]
    ['adres', 'datum']
    """
    resolved: list[Finding] = []
    together: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        if together and finding.start >= max(other.end for other in together):
            resolved.append(_as_one(together))
            together = []
        together.append(finding)
    if together:
        resolved.append(_as_one(together))
    return tuple(resolved)


def _as_one(findings: Sequence[Finding]) -> Finding:
    best = min(findings, key=_worth)
    return replace(best, start=min(f.start for f in findings), end=max(f.end for f in findings))


def _worth(finding: Finding) -> tuple[int, int, int, str]:
    """Order findings from the one that gives its kind to the others."""
    return finding.start - finding.end, _RANK[finding.kind], finding.start, finding.reason
