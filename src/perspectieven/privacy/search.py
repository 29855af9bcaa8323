"""The search for everything in a turn that may identify somebody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from perspectieven.privacy.cue_words import PREFIXES
from perspectieven.privacy.evidence import Names
from perspectieven.privacy.extents import grow
from perspectieven.privacy.findings import Finding, Kind, resolve
from perspectieven.privacy.gazetteers import is_ordinary, places
from perspectieven.privacy.identifiers import find_identifiers
from perspectieven.privacy.institutions import find_institutions
from perspectieven.privacy.namesakes import tell_apart
from perspectieven.privacy.people import Person, find_people
from perspectieven.privacy.tagger import NOTHING, REASON, tag
from perspectieven.privacy.tokens import Token, is_lower, split_tokens


@dataclass(frozen=True, slots=True)
class Searched:
    """A text and what was found in it; nothing overlaps.

    Attributes
    ----------
    text : str
    people : tuple of Person
    others : tuple of Finding
    """

    text: str = field(repr=False)
    people: tuple[Person, ...]
    others: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a study wants to be replaced, and what it knows itself.

    Attributes
    ----------
    listed : tuple of (str, Kind)
        What the study itself lists: names of people, whole or a part, schools and so on.
    largest_place : int
        Places with more inhabitants stay.
    ages : bool
        Whether ages are replaced.
    kept : frozenset of str
        Words that stay whatever they look like, in small letters.
    """

    listed: tuple[tuple[str, Kind], ...] = field(default=(), repr=False)
    largest_place: int = 100_000
    ages: bool = False
    kept: frozenset[str] = frozenset()

    @property
    def names(self) -> Names:
        """The first names and surnames of people who are listed."""
        return _names_in(self.listed)


@lru_cache(maxsize=8)
def _names_in(listed: tuple[tuple[str, Kind], ...]) -> Names:
    names = Names()
    for name, kind in listed:
        if kind == Kind.PERSON:
            words = [token.word for token in split_tokens(name) if len(token.word) > 1]
            names |= Names(frozenset(words[:1]), frozenset(word for word in words[1:] if word not in PREFIXES))
    return names


@lru_cache(maxsize=8)
def _pattern(listed: tuple[tuple[str, Kind], ...]) -> re.Pattern[str] | None:
    """Return what finds everything listed but people, the longest first."""
    names = sorted((name for name, kind in listed if kind != Kind.PERSON), key=len, reverse=True)
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE) if written else None


def _find_listed(text: str, listed: tuple[tuple[str, Kind], ...]) -> Iterator[Finding]:
    if not listed:
        return
    pattern = _pattern(listed)
    kinds = {" ".join(name.lower().split()): kind for name, kind in listed}
    for found in pattern.finditer(text) if pattern else ():
        yield Finding(found.start(), found.end(), kinds[" ".join(found[0].lower().split())], "listed by the study")


def search_texts(texts: Sequence[str], wanted: Wanted, *, tagged: bool = True) -> tuple[Searched, ...]:
    """Search the texts of one conversation: a name that is certain in one place is known in the others.

    Parameters
    ----------
    texts : sequence of str
    wanted : Wanted
    tagged : bool
        Whether a tagger adds to what the rules find.
    """
    listed = wanted.names
    split = [split_tokens(text) for text in texts]
    likely = tag(split, [is_lower(text) for text in texts], ages=wanted.ages) if tagged else [NOTHING] * len(texts)
    others = [
        [*_find_others(text, tokens, wanted), *more.others]
        for text, tokens, more in zip(texts, split, likely, strict=True)
    ]
    named = [
        (*find_people(text, tokens, listed), *more.people)
        for text, tokens, more in zip(texts, split, likely, strict=True)
    ]
    others = [
        [*found, *grow(text, tokens, [*found, *(person.finding for person in people)])]
        for text, tokens, people, found in zip(texts, split, named, others, strict=True)
    ]
    first = [_settle(*found, wanted) for found in zip(texts, named, others, strict=True)]
    people = [person for searched in first for person in searched.people if _is_certain(person)]
    certain = Names(
        frozenset(person.first for person in people if len(person.first) > 2),
        frozenset(person.last for person in people if len(person.last) > 2),
    )
    names, known = certain.first | certain.last, listed | certain
    again = [
        _settle(searched.text, (*find_people(searched.text, tokens, known), *more.people), found, wanted)
        if not names.isdisjoint([token.word for token in tokens])
        else searched
        for searched, tokens, found, more in zip(first, split, others, likely, strict=True)
    ]
    apart = tell_apart(searched.people for searched in again)
    return tuple(
        searched if people is searched.people else replace(searched, people=people)
        for searched, people in zip(again, apart, strict=True)
    )


def _is_certain(person: Person) -> bool:
    """Say whether a name may be looked for elsewhere: not one that a tagger took for a name here and that is a word."""
    return person.finding.reason != REASON or not (is_ordinary(person.first) or is_ordinary(person.last))


def _find_others(text: str, tokens: Sequence[Token], wanted: Wanted) -> list[Finding]:
    """Find everything but people."""
    return [
        *_find_listed(text, wanted.listed),
        *find_identifiers(text, ages=wanted.ages, tokens=tokens),
        *find_institutions(text, tokens),
    ]


def _settle(text: str, people: Sequence[Person], others: Sequence[Finding], wanted: Wanted) -> Searched:
    """Leave what is to stay, and make one of what overlaps."""
    kept = resolve(
        finding
        for finding in (*(person.finding for person in people), *others)
        if not _stays(text[finding.start : finding.end].lower(), finding, wanted)
    )
    named = [_widest(people, finding) for finding in kept]
    return Searched(
        text,
        tuple(replace(person, finding=kept[at]) for at, person in enumerate(named) if person is not None),
        tuple(kept[at] for at, person in enumerate(named) if person is None),
    )


def _widest(people: Sequence[Person], finding: Finding) -> Person | None:
    """Return the person that a finding is about: of those named in it, the one with the longest name."""
    if finding.kind != Kind.PERSON:
        return None
    within = [p for p in people if finding.start <= p.finding.start and p.finding.end <= finding.end]
    return max(within, key=lambda person: person.finding.end - person.finding.start)


def _stays(said: str, finding: Finding, wanted: Wanted) -> bool:
    if said in wanted.kept:
        return True
    return finding.kind == Kind.PLACE and places().get(said, 0) > wanted.largest_place
