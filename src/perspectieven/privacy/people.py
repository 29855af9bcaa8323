"""People: first names and surnames in talk, by lists, by what stands before them, and by what the study knows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    BEFORE_NOUNS,
    CALLED,
    CALLS,
    KIN,
    NOT_CALLED,
    PREFIXES,
    TITLES,
)
from perspectieven.privacy.evidence import (
    NOBODY,
    Names,
    acts,
    bare,
    is_brand,
    is_called,
    is_first,
    is_named_again,
    who_before,
)
from perspectieven.privacy.familiar import is_famous_at, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import (
    NAMES_FIRST,
    NOT_NAMES,
    is_ordinary,
    is_word,
    places,
)
from perspectieven.privacy.surnames import is_prefix, surname_from
from perspectieven.privacy.tokens import Token, is_lower, read_word

_INITIALS = re.compile(r"(?<![\w.])(?!P\.S|N\.B|B\.V|N\.V|V\.S|U\.S|A\.U)[A-Z]\.(?:-?[A-Z]\.){1,3}(?![\w.])")
_OPENS_MORE = frozenset("de het 't la le du al".split())
"""Prefixes that begin, with a capital, more names than surnames: *De Regenboog*."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named at one place.

    Attributes
    ----------
    finding : Finding
    first, last : str
        In small letters, without accents; empty where it is not said.
    before : str
        The word that says who it is (*dochter*, *juf*), empty for none.
    is_namesake : bool
        Whether it is another than the person of the family with the same first name.
    """

    finding: Finding
    first: str
    last: str
    before: str
    is_namesake: bool = False


def find_people(text: str, tokens: Sequence[Token], known: Names = NOBODY) -> tuple[Person, ...]:
    """Find the people named in a text.

    Parameters
    ----------
    known : Names
        Of people in this study.
    """
    return tuple(_find(text, tokens, known))


def _find(text: str, tokens: Sequence[Token], known: Names) -> Iterator[Person]:
    uncased = is_lower(text)
    until = 0
    for at in _where_to_look(tokens, known, uncased=uncased):
        if at >= until:
            person, until = _person_at(text, tokens, at, known, uncased=uncased)
            if person is not None:
                yield person


_LOOK, _LOOK_IF_UNCASED, _LOOK_BEHIND, _LOOK_FAR_BEHIND = 1, 2, 4, 8


def _where_to_look(tokens: Sequence[Token], known: Names, *, uncased: bool) -> list[int]:
    """Return the places where a name may begin, by the word itself and the one before it."""
    said = [token.said for token in tokens]
    hints = list(map(_hint, said))
    wanted = _LOOK | _LOOK_IF_UNCASED if uncased else _LOOK
    places = {at for at, hint in enumerate(hints) if hint & wanted}
    places.update(at for at, hint in enumerate(hints, 1) if hint & _LOOK_BEHIND and at < len(hints))
    for at, hint in enumerate(hints):
        if hint & _LOOK_FAR_BEHIND:
            places.update(range(at + 1, min(at + 5, len(hints))))
    if known.first or known.last:
        places.update(at for at, is_known in enumerate(map(_who_knows(known), said)) if is_known)
    return sorted(places)


@lru_cache(maxsize=8)
def _who_knows(known: Names) -> Callable[[str], bool]:
    """Return what says of a word whether it may be the name of somebody known."""
    names = known.first | known.last
    return lru_cache(maxsize=1 << 14)(lambda said: not names.isdisjoint(_bare_forms(said)))


@lru_cache(maxsize=1 << 16)
def _hint(said: str) -> int:
    """Say of a word, wherever it stands, whether a name may begin with it or behind it."""
    word, _, is_capital, _ = read_word(said)
    behind = _LOOK_BEHIND if word in TITLES or word in CALLED or word in KIN else 0
    behind |= _LOOK_FAR_BEHIND if word in CALLS else 0
    name, _ = bare(word, NOBODY)
    if not is_capital:
        is_name = is_first(name, NOBODY)
        if is_name and not is_word(name) and len(name) > 3:
            return behind | _LOOK
        return behind | (_LOOK_IF_UNCASED if is_name else 0)
    may_be = is_first(name, NOBODY) or word in PREFIXES or len(name) == 1
    return behind | (_LOOK if may_be or not is_ordinary(name) else 0)


@lru_cache(maxsize=1 << 16)
def _bare_forms(said: str) -> tuple[str, ...]:
    """Return what a word may be once `bare` has taken off what belongs to no name."""
    word = read_word(said)[0]
    return word, word.removesuffix("'s"), word.removesuffix("'"), word.removesuffix("s"), word.partition("-")[0]


def _person_at(
    text: str, tokens: Sequence[Token], at: int, known: Names, *, uncased: bool
) -> tuple[Person | None, int]:
    """Return the person named from a token on, and the token after it."""
    if is_famous_at(tokens, at):
        return None, at + 1
    token, before = tokens[at], who_before(tokens, at)
    name, length = bare(token.word, known)
    if before in TITLES and (not is_first(name, known) or token.word in PREFIXES):
        found = surname_from(text, tokens, at, known, uncased=uncased, titled=True)
        if found is not None:
            last, until, end = found
            return Person(Finding(token.start, end, Kind.PERSON, "after a title"), "", last, before), until
    if len(name) == 1 and (found_initials := _initials_alone(text, tokens, at, before)) is not None:
        return found_initials
    reason = _reason(tokens, at, name, before, known, uncased=uncased)
    if not reason and token.is_capital:
        named = _by_prefix(text, tokens, at, known) or _by_surname(text, tokens, at, name, known)
        return named or (None, at + 1)
    if not reason:
        return None, at + 1
    first, last, until, end = name, "", at + 1, token.start + length
    if name in known.last and not is_first(name, known):
        first, last = "", name
    elif end == token.end:
        following = surname_from(text, tokens, at + 1, known, uncased=uncased, titled=False)
        if following is not None:
            last, until, end = following
    return Person(Finding(token.start, end, Kind.PERSON, reason), first, last, before), until


def _initials_alone(text: str, tokens: Sequence[Token], at: int, before: str) -> tuple[Person, int] | None:
    """Return who is named by initials and no more: *J.P.*."""
    initials = _INITIALS.match(text, tokens[at].start)
    if initials is None:
        return None
    until = next((place for place in range(at, len(tokens)) if tokens[place].start >= initials.end()), len(tokens))
    if until < len(tokens) and (tokens[until].is_capital or is_prefix(tokens[until])):
        return None
    finding = Finding(*initials.span(), Kind.PERSON, "initials alone")
    return Person(finding, initials[0].lower().replace(".", ""), "", before), until


def _by_prefix(text: str, tokens: Sequence[Token], at: int, known: Names) -> tuple[Person, int] | None:
    """Return who is named by a surname alone that begins with a capital: *Van Dijk*, *Van den Bergen*."""
    token = tokens[at]
    deep = at + 1 < len(tokens) and tokens[at + 1].word in ("den", "der", "de")
    if not is_prefix(token) or token.word in _OPENS_MORE or (token.opens and not deep):
        return None
    found = surname_from(text, tokens, at, known, uncased=False, titled=False)
    if found is None:
        return None
    last, until, end = found
    if last.endswith(("wijk", "buurt", "straat", "plein")) or text[token.start : end].lower() in places():
        return None
    return Person(Finding(token.start, end, Kind.PERSON, "surname with a prefix"), "", last, ""), until


def _by_surname(text: str, tokens: Sequence[Token], at: int, name: str, known: Names) -> tuple[Person, int] | None:
    """Return who is named by initials or a name that is a word too, and a surname: *B. Tahiri*, *Floor van Dijk*."""
    token, place = tokens[at], at + 1
    while place < len(tokens) and len(tokens[place].word) == 1 and tokens[place].between == ".":
        place += 1
    has_stop = place < len(tokens) and tokens[place].between.strip(" ") == "."
    initials = len(name) == 1 and has_stop and token.between[-1:] != "-"
    named = is_first(name, known) or not (token.opens or token.is_short_form or is_ordinary(name))
    if not initials and (not named or place != at + 1):
        return None
    if token.word in TITLES or token.word in KIN or (len(name) > 1 and is_brand(tokens, at)):
        return None
    found = surname_from(text, tokens, place, known, uncased=False, titled=initials)
    if found is None or not tokens[found[1] - 1].is_capital:
        return None
    last, until, end = found
    first = "" if initials else name
    return Person(Finding(token.start, end, Kind.PERSON, "name with a surname"), first, last, ""), until


def _reason(tokens: Sequence[Token], at: int, name: str, before: str, known: Names, *, uncased: bool) -> str:
    """Return why a token is a first name; empty where it is none."""
    token = tokens[at]
    shown = token.is_capital and not token.opens
    listed = name in known.first or name in known.last
    plain = not is_ordinary(name) or (is_first(name, NOBODY) and not is_word(name))
    of_noun = not token.is_capital and is_ordinary(name) and _is_noun_at(tokens, at)
    if listed and name not in NOT_NAMES and not of_noun and (shown or plain or (uncased and before)):
        return "known in the study"
    if listed and uncased and name not in NOT_NAMES and is_named_again(tokens, at):
        return "named before"
    called = (uncased or shown) and name not in NOT_CALLED and len(name) > 2 and is_called(tokens, at)
    if called and (is_first(name, known) or not is_verb_form(name)):
        return "somebody is called so"
    if shown and before and name in NAMES_FIRST and not is_brand(tokens, at):
        return f"after {before}"
    if name in NOT_NAMES or len(name) < 2 or is_brand(tokens, at) or (token.is_short_form and name == token.word):
        return ""
    does = token.is_capital and at + 1 < len(tokens) and acts(tokens[at + 1])
    if is_first(name, known):
        if not is_word(name):
            if of_noun:
                return ""
            return "list of names" if token.is_capital or uncased or len(name) > 3 else ""
        if shown:
            return "list of names, with a capital"
        if before and before != "heer" and (token.is_capital or uncased):
            return f"after {before}"
        if does:
            return "list of names, before a verb"
        return ""
    if is_ordinary(name) or is_ordinary(token.spelled) or is_spoken(token.word):
        return ""
    if before and (shown or uncased):
        return f"after {before}"
    goes_on = at + 1 < len(tokens) and not tokens[at + 1].opens
    opening = token.is_capital and token.opens and goes_on and len(name) > 3
    return "unknown word that opens a sentence" if opening else ""


def _is_noun_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an article makes a noun of a word: *een mees*; *nog een daan* is a second one."""
    return bool(at) and tokens[at - 1].word in BEFORE_NOUNS and not (at > 1 and tokens[at - 2].word == "nog")
