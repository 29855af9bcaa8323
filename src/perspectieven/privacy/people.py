"""People: first names and surnames in talk, by lists, by what stands before them, and by what the study knows."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    CALLED,
    CALLS,
    DETERMINERS,
    IN_TWO,
    KIN,
    NAME_WORDS,
    NAMES_SO,
    NOT_CALLED,
    PREFIXES,
    TITLES,
    TRADES,
)
from perspectieven.privacy.evidence import (
    NOBODY,
    Names,
    acts,
    bare,
    goes_on_as_name,
    is_among_people,
    is_brand,
    is_called,
    is_first,
    is_named_again,
    is_named_behind,
    is_named_so,
    is_surname_shown,
    is_told,
    is_word_beside_people,
    kin_called,
    owns,
    small_name,
    surname_said_before,
    trade_before,
    who_before,
)
from perspectieven.privacy.familiar import has_famous_pair, is_familiar, is_famous, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import (
    NAMES_FIRST,
    NOT_NAMES,
    is_ordinary,
    is_said_often,
    is_word,
    places,
    surnames,
    surnames_and_words,
)
from perspectieven.privacy.more_names import MORE_FIRST_NAMES
from perspectieven.privacy.surnames import is_prefix, spelled_name, spoken_initials, start_of_name, surname_from
from perspectieven.privacy.tokens import Token, is_lower, read_word

_FIRST_OF_TWO = "name in two words"
_SURNAME = "surname with a capital"
_IN_NAME_OF = (["ten", "name", "van"], ["op", "naam", "van"])
_INITIALS = re.compile(r"(?<![\w.])(?!P\.S|N\.B|B\.V|N\.V|V\.S|U\.S|A\.U)[A-Z]\.(?:-?[A-Z]\.){1,3}(?![\w.])")
_RARE_PREFIXES = PREFIXES - {"de", "het", "van", "t", "te", "al"}
_BEFORE_NOUNS = DETERMINERS - {"onze", "die", "dat", "mijn", "het"}


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


_LOOK, _LOOK_IF_UNCASED, _LOOK_BEHIND, _LOOK_FAR_BEHIND, _LOOK_BEFORE = 1, 2, 4, 8, 16


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
        if hint & _LOOK_BEFORE:
            places.update(range(max(at - 3, 0), at))
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
    behind = _LOOK_BEHIND if word in TITLES or word in CALLED or word in KIN or word in TRADES else 0
    behind |= _LOOK_FAR_BEHIND if word in CALLS or word in NAMES_SO or word in NAME_WORDS else 0
    behind |= _LOOK_FAR_BEHIND if word in ("achternaam", "name", "naam") else 0
    behind |= _LOOK_BEHIND if word in ("tegen", "naast", "met") else 0
    behind |= _LOOK_BEFORE if word in CALLS or word in NAMES_SO else 0
    name, _ = bare(word, NOBODY)
    if not is_capital:
        is_name = is_first(name, NOBODY)
        if is_name and not is_word(name) and len(name) > 3:
            return behind | _LOOK
        may_be = is_name or word in _RARE_PREFIXES or word in IN_TWO
        return behind | (_LOOK_IF_UNCASED if may_be or len(word) == 1 or word == "van" else 0)
    may_be = is_first(name, NOBODY) or word in PREFIXES or len(name) == 1 or small_name(name) or word in IN_TWO
    may_be = may_be or name in surnames()
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
    before = who_before(tokens, at)
    around = [token.word for token in tokens[max(0, at - 1) : at + 2]]
    if any(is_famous(one, two) for one, two in pairwise(around)) or has_famous_pair(
        [t.word for t in tokens[max(0, at - 2) : at + 3]]
    ):
        return None, at + 1
    name, length = bare(tokens[at].word, known)
    if length < len(tokens[at].word) and tokens[at].said[length + 1].isupper():
        length = len(tokens[at].word)
    end = tokens[at].start + length
    if before in TITLES and (found := surname_from(text, tokens, at, known, uncased=uncased, titled=True)) is not None:
        last, until, stop = found
        if not is_first(name, known) or tokens[at].word in PREFIXES:
            return Person(Finding(tokens[at].start, stop, Kind.PERSON, "after a title"), "", last, before), until
    if len(name) == 1 and (initials := _INITIALS.match(text, tokens[at].start)) is not None:
        stop = initials.end()
        until = next((place for place in range(at, len(tokens)) if tokens[place].start >= stop), len(tokens))
        if until == len(tokens) or not (tokens[until].is_capital or is_prefix(tokens[until])):
            finding = Finding(*initials.span(), Kind.PERSON, "initials alone")
            return Person(finding, initials[0].lower().replace(".", ""), "", before), until
    if uncased and (stop := spelled_name(tokens, at)):
        finding = Finding(tokens[at].start, tokens[stop - 1].end, Kind.PERSON, "spelled name")
        return Person(finding, "".join(token.word for token in tokens[at:stop]), "", before), stop
    if uncased and (stop := spoken_initials(tokens, at)):
        finding = Finding(tokens[at].start, tokens[stop - 1].end, Kind.PERSON, "spoken initials")
        return Person(finding, "_".join(token.word for token in tokens[at:stop]), "", before), stop
    reason = _reason(tokens, at, name, before, known, uncased=uncased)
    if not reason and (tokens[at].is_capital or uncased):
        named = _by_surname(text, tokens, at, name, known) if tokens[at].is_capital else None
        named = named or _by_surname_alone(text, tokens, at, known)
        if named is not None:
            return named
    if not reason:
        return None, at + 1
    first, last, until = name, "", at + 1
    if reason == _SURNAME or (name in known.last and not is_first(name, known)):
        first, last = "", name
    elif reason == _FIRST_OF_TWO:
        last, until, end = tokens[at + 1].word, at + 2, tokens[at + 1].end
    elif end == tokens[at].end:
        following = surname_from(text, tokens, at + 1, known, uncased=uncased, titled=False)
        if following is not None:
            last, until, end = following
    return Person(Finding(start_of_name(tokens, at), end, Kind.PERSON, reason), first, last, before), until


def _by_surname(text: str, tokens: Sequence[Token], at: int, name: str, known: Names) -> tuple[Person, int] | None:
    """Return who is named by initials or a name that is a word too, and a surname: *B. Tahiri*, *Floor van Dijk*.

    So is who is named by a surname alone that begins with a capital *Van* or *De*.
    """
    token = tokens[at]
    deep = at + 1 < len(tokens) and tokens[at + 1].word in ("den", "der", "de")
    if is_prefix(token) and (not token.opens or deep) and token.word not in ("la", "le", "du", "al", "het", "'t"):
        found = surname_from(text, tokens, at, known, uncased=False, titled=False)
        area = found is not None and found[0].endswith(("wijk", "buurt", "straat", "plein"))
        if (
            found is not None
            and not area
            and token.word != "de"
            and text[token.start : found[2]].lower() not in places()
        ):
            last, until, end = found
            return Person(Finding(token.start, end, Kind.PERSON, "surname with a prefix"), "", last, ""), until
    place = at + 1
    while place < len(tokens) and len(tokens[place].word) == 1 and tokens[place].between == ".":
        place += 1
    initials = (
        len(name) == 1 and token.between[-1:] != "-" and place < len(tokens) and tokens[place].between.strip(" ") == "."
    )
    named = is_first(name, known) or not (token.opens or token.is_short_form or is_ordinary(name))
    if (
        (not initials and (not named or place != at + 1))
        or token.word in TITLES
        or token.word in KIN
        or (len(name) > 1 and is_brand(tokens, at))
    ):
        return None
    found = surname_from(text, tokens, place, known, uncased=False, titled=initials)
    if found is None or not tokens[found[1] - 1].is_capital:
        return None
    last, until, end = found
    first = "" if initials else name
    return Person(Finding(token.start, end, Kind.PERSON, "name with a surname"), first, last, ""), until


def _by_surname_alone(text: str, tokens: Sequence[Token], at: int, known: Names) -> tuple[Person, int] | None:
    """Return who is named without a first name, in small letters too: *t. wiersma*, *van der meulen*."""
    place = at
    while place + 1 < len(tokens) and len(tokens[place].word) == 1 and tokens[place + 1].between.strip(" ") == ".":
        place += 1
    behind = place
    while behind < len(tokens) and is_prefix(tokens[behind]) and not tokens[behind].between.strip(" .'"):
        if [token.word for token in tokens[behind : behind + 2]] == ["van", "van"]:
            return None
        behind += 1
    if behind == len(tokens) or tokens[behind].between.strip(" .'"):
        return None
    if tokens[behind].opens and behind > place == at:
        return None
    name = tokens[behind].word.removesuffix("'s")
    n_prefixes = behind - place
    behind_initials = place > at and len(name) > 3 and not is_known(name)
    is_sure = place > at or (n_prefixes > 1 and tokens[behind - 1].word in ("der", "den", "ter"))
    told = surname_said_before(tokens, at)
    of_trade = not n_prefixes and trade_before(tokens, at) and not is_said_often(name)
    listed = surnames_and_words() if is_sure or told or of_trade else surnames()
    if name not in listed and name not in known.last and not behind_initials:
        return None
    of_ene = n_prefixes and at and tokens[at - 1].word in ("ene", "zekere") and not tokens[at].between.strip()
    is_said = (
        is_sure
        or tokens[at].word == "el"
        or of_ene
        or trade_before(tokens, at)
        or (n_prefixes and is_called(tokens, at))
    )
    if not is_said or (not n_prefixes and not told and (is_verb_form(name) or len(name) < 4)):
        return None
    finding = Finding(tokens[at].start, tokens[behind].end, Kind.PERSON, "surname alone")
    return Person(finding, "", name, ""), behind + 1


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
    if name in IN_TWO and goes_on_as_name(tokens, at):
        return _FIRST_OF_TWO
    called = (uncased or shown) and name not in NOT_CALLED and len(name) > 2 and is_called(tokens, at)
    if called and (is_first(name, known) or not is_verb_form(name) or name in MORE_FIRST_NAMES):
        return "somebody is called so"
    if (uncased or shown) and name not in NOT_CALLED and len(name) > 2 and kin_called(tokens, at):
        return "somebody is called so"
    if owns(tokens, at):
        return "with family"
    brand = is_brand(tokens, at) and name not in surnames_and_words()
    may_be = (uncased or shown) and name not in NOT_CALLED and len(name) > 2 and not brand
    if may_be and (is_named_so(tokens, at) or is_named_behind(tokens, at)):
        return "somebody is named so"
    if shown and before and name in NAMES_FIRST and not is_brand(tokens, at):
        return f"after {before}"
    if shown and is_word_beside_people(tokens, at, name):
        return "word with a capital, beside people"
    if is_surname_shown(tokens, at, name):
        return _SURNAME
    if name in surnames() and [t.word for t in tokens[max(0, at - 3) : at]] in _IN_NAME_OF:
        return _SURNAME
    if name in NOT_NAMES or len(name) < 2 or is_brand(tokens, at) or (token.is_short_form and name == token.word):
        return ""
    does = token.is_capital and at + 1 < len(tokens) and acts(tokens[at + 1])
    if is_first(name, known):
        if not is_word(name):
            if of_noun:
                return ""
            return "list of names" if token.is_capital or uncased or len(name) > 3 else ""
        if shown and not (name in places() and at and tokens[at - 1].word in ("in", "uit", "naar", "te")):
            return "list of names, with a capital"
        if before and before not in ("heer", "een") and (token.is_capital or before in CALLED or uncased):
            return f"after {before}"
        if does or (token.is_capital and is_told(tokens, at)):
            return "list of names, before a verb"
        among = (token.is_capital or uncased) and is_among_people(tokens, at, name, known)
        return "list of names, beside who is with them" if among else ""
    if is_ordinary(name) or is_ordinary(token.spelled) or is_spoken(name) or is_spoken(token.word):
        return f"after {before}" if shown and before and not is_familiar(name) else ""
    if before and (shown or (uncased and before not in ("heer", "kleine"))):
        return f"after {before}"
    if token.is_capital and small_name(name):
        return "pet name"
    goes_on = at + 1 < len(tokens) and not tokens[at + 1].opens
    opening = token.is_capital and token.opens and goes_on and len(name) > (2 if does else 3)
    return "unknown word that opens a sentence" if opening else ""


def _is_noun_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an article makes a noun of a word: *een mees*; *nog een daan* is a second one."""
    return bool(at) and tokens[at - 1].word in _BEFORE_NOUNS and not (at > 1 and tokens[at - 2].word == "nog")
