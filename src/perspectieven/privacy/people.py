"""People: first names and surnames in talk, by lists, by what stands before them, and by what the study knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import (
    MORE_FIRST_NAMES,
    NAMES_FIRST,
    NOT_NAMES,
    first_names,
    is_ordinary,
    is_word,
    places,
    surnames,
)
from perspectieven.privacy.tokens import Token, is_lower

KIN = frozenset(
    "dochter dochtertje zoon zoontje broer broertje zus zusje zusjes man vrouw vriend vriendin vriendje "
    "vriendinnetje maatje oma opa tante oom neef neefje nicht nichtje moeder vader ex partner buurvrouw buurman "
    "buurmeisje buurjongen collega stiefvader stiefmoeder pleegzoon pleegdochter peuter baby meisje jongen "
    "jongetje kleinzoon kleindochter schoonzus schoonmoeder zwager jongste oudste middelste kleine hond kat oppas "
    "au-pair trainer mentor coach begeleider begeleidster leidster leider voogd gezinsvoogd bewindvoerder "
    "werkster werker pater psycholoog psychologe orthopedagoog huisarts leerkracht docent docente logopediste "
    "conciërge tolk".split()
)
TITLES = frozenset(
    "juf juffrouw meester mevrouw mevr meneer dhr mw dokter dr zuster dominee pastoor imam directeur wethouder "
    "professor prof heer familie fam drs ir".split()
)
_SHORTENED = frozenset("mevr dhr mw dr prof drs ir fam".split())
CALLED = frozenset("heet heette heten genaamd geheten ene zekere".split())
"""Words before a name that say somebody is called so."""
PREFIXES = frozenset(
    "van de der den ten ter te het 't v d vd vande vander el al ben bin ait la le du von da dos".split()
)
"""Tussenvoegsels."""
_DOES = frozenset(
    "is was heeft had zegt zei wil wilde moet moest kan kon gaat ging doet deed vindt vond mag mocht komt kwam "
    "zit zat speelt speelde werkt werkte belt belde vroeg vraagt huilt huilde slaapt sliep die en".split()
)
"""What follows a name that opens a sentence."""
_ENDINGS = ("tje", "etje", "pje", "ke", "ie", "je")


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
    """

    finding: Finding
    first: str
    last: str
    before: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people, in small letters and without accents."""

    first: frozenset[str] = field(default=frozenset(), repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)

    def __or__(self, other: "Names") -> "Names":
        return Names(self.first | other.first, self.last | other.last)


NOBODY = Names()


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
    at = 0
    while at < len(tokens):
        person, until = _person_at(text, tokens, at, known, uncased=uncased)
        if person is not None:
            yield person
        at = until


def _person_at(
    text: str, tokens: Sequence[Token], at: int, known: Names, *, uncased: bool
) -> tuple[Person | None, int]:
    """Return the person named from a token on, and the token after it."""
    before = _who_before(tokens, at)
    name, end = _bare(tokens[at], known)
    if before in TITLES and (found := _surname(text, tokens, at, known, uncased=uncased, titled=True)) is not None:
        last, until, stop = found
        if not _is_first(name, known) or tokens[at].word in PREFIXES:
            return Person(Finding(tokens[at].start, stop, Kind.PERSON, "after a title"), "", last, before), until
    reason = _reason(tokens, at, name, before, known, uncased=uncased)
    if not reason and tokens[at].is_capital and (named := _by_surname(text, tokens, at, name, known)) is not None:
        return named
    if not reason:
        return None, at + 1
    first, last, until = name, "", at + 1
    if name in known.last and not _is_first(name, known):
        first, last = "", name
    elif end == tokens[at].end:
        following = _surname(text, tokens, at + 1, known, uncased=uncased, titled=False)
        if following is not None:
            last, until, end = following
    return Person(Finding(tokens[at].start, end, Kind.PERSON, reason), first, last, before), until


def _by_surname(text: str, tokens: Sequence[Token], at: int, name: str, known: Names) -> tuple[Person, int] | None:
    """Return who is named by initials or a name that is a word too, and a surname: *B. Tahiri*, *Floor van Dijk*.

    So is who is named by a surname alone that begins with a capital *Van* or *De*.
    """
    token = tokens[at]
    deep = at + 1 < len(tokens) and tokens[at + 1].word in ("den", "der", "de")
    if _is_prefix(token) and (not token.opens or deep) and token.word not in ("la", "le", "du", "al", "het", "'t"):
        found = _surname(text, tokens, at, known, uncased=False, titled=False)
        if found is not None and token.word != "de" and text[token.start : found[2]].lower() not in places():
            last, until, end = found
            return Person(Finding(token.start, end, Kind.PERSON, "surname with a prefix"), "", last, ""), until
    place = at + 1
    while place < len(tokens) and len(tokens[place].word) == 1 and tokens[place].between == ".":
        place += 1
    initials = len(name) == 1 and place < len(tokens) and tokens[place].between.strip(" ") == "."
    named = _is_first(name, known) or not (token.opens or token.is_short_form or is_ordinary(name))
    if (not initials and (not named or place != at + 1)) or token.word in TITLES | KIN:
        return None
    found = _surname(text, tokens, place, known, uncased=False, titled=initials)
    if found is None or not tokens[found[1] - 1].is_capital:
        return None
    last, until, end = found
    first = "" if initials else name
    return Person(Finding(token.start, end, Kind.PERSON, "name with a surname"), first, last, ""), until


def _who_before(tokens: Sequence[Token], at: int) -> str:
    """Return the title or the kin that stands right before a token, empty for none."""
    if not at:
        return ""
    word, between = tokens[at - 1].word, tokens[at].between.strip()
    if between and not (between == "." and word in _SHORTENED):
        return ""
    return word if word in TITLES or word in CALLED or word in KIN else ""


def _bare(token: Token, known: Names) -> tuple[str, int]:
    """Return a name without its genitive s or what is joined by a hyphen, and where what is to be hidden ends."""
    word, end = token.word, token.end
    for mark in ("'s", "'"):
        if word.endswith(mark):
            return word.removesuffix(mark), end
    head, hyphen, rest = word.partition("-")
    if hyphen and not _is_first(word, known) and _is_first(head, known) and not _is_first(rest, known):
        return head, token.start + len(head)
    if word.endswith("s") and not _is_first(word, known) and _is_first(word[:-1], known) and not is_known(word):
        return word[:-1], end
    return word, end


def _is_first(word: str, known: Names) -> bool:
    if word in known.first or word in first_names():
        return True
    parts = word.split("-")
    return len(parts) == 2 and all(part in first_names() for part in parts)


def _reason(tokens: Sequence[Token], at: int, name: str, before: str, known: Names, *, uncased: bool) -> str:
    """Return why a token is a first name; empty where it is none."""
    token = tokens[at]
    shown = token.is_capital and not token.opens
    listed = name in known.first or name in known.last
    if listed and name not in NOT_NAMES and (shown or not is_ordinary(name) or (uncased and before)):
        return "known in the study"
    if name in NOT_NAMES or len(name) < 2 or _is_brand(tokens, at) or (token.is_short_form and name == token.word):
        return ""
    acts = token.is_capital and at + 1 < len(tokens) and _acts(tokens[at + 1])
    if _is_first(name, known):
        if not is_word(name):
            return "list of names" if token.is_capital or uncased or len(name) > 3 else ""
        if shown and name not in places():
            return "list of names, with a capital"
        if before and before not in ("heer", "een") and (token.is_capital or before in CALLED or uncased):
            return f"after {before}"
        return "list of names, before a verb" if acts or (token.is_capital and _is_told(tokens, at)) else ""
    if is_ordinary(name) or is_ordinary(token.spelled) or is_spoken(name):
        return f"after {before}" if shown and before and not is_familiar(name) else ""
    if before and (shown or (uncased and before not in ("heer", "kleine"))):
        return f"after {before}"
    if token.is_capital and _small_name(name):
        return "pet name"
    goes_on = at + 1 < len(tokens) and not tokens[at + 1].opens
    opening = token.is_capital and token.opens and goes_on and len(name) > (2 if acts else 3)
    return "unknown word that opens a sentence" if opening else ""


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Say whether it is said behind a comma who somebody is: *Hester, mijn vrouw*."""
    following = tokens[at + 1 : at + 2]
    return any(t.between.strip() == "," and t.word in ("mijn", "onze", "haar", "zijn", "die", "de") for t in following)


def _acts(token: Token) -> bool:
    """Say whether a token goes on after a name that opens a sentence, as a verb does."""
    if token.is_capital or token.between.strip():
        return False
    return token.word in _DOES or (token.word not in NOT_NAMES and is_verb_form(token.word))


def _is_brand(tokens: Sequence[Token], at: int) -> bool:
    """Say whether everybody knows what is named: *Tourette*, *Albert Heijn*; *Piet* and *Albert* alone are people."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    word = tokens[at].word
    return is_familiar(word) and (word not in NAMES_FIRST | MORE_FIRST_NAMES or is_familiar(following))


def _small_name(name: str) -> bool:
    return any(name.endswith(ending) and name.removesuffix(ending) in first_names() for ending in _ENDINGS)


def _is_prefix(token: Token) -> bool:
    return token.word in PREFIXES and not (token.is_capital and len(token.word) == 1)


def _surname(
    text: str, tokens: Sequence[Token], at: int, known: Names, *, uncased: bool, titled: bool
) -> tuple[str, int, int] | None:
    """Return the surname from a token on, the token after it, and where it ends; None where there is none."""
    place = at
    while (
        place < len(tokens)
        and _is_prefix(tokens[place])
        and (place == at or not tokens[place].between.strip(" .'\u2019"))
    ):
        place += 1
    if place < len(tokens) and place == at + 1 and tokens[at].word == "van" and _is_first(tokens[place].word, known):
        return None
    if place == len(tokens) or (tokens[place].between.strip(" .-'\u2019") and place != at):
        return None
    if place - at > 3 or (tokens[at].between.strip(" -'\u2019") and not titled):
        return None
    while place + 1 < len(tokens) and len(tokens[place].word) == 1 and tokens[place + 1].between.strip(" ") == ".":
        if not (uncased or tokens[place + 1].is_capital):
            break
        place += 1
    token = tokens[place]
    name = token.word.removesuffix("'s").removesuffix("'")
    if len(name) == 1 and token.is_capital:
        end = token.end + (text[token.end : token.end + 1] == ".")
        return name, place + 1, end
    prefixed = place > at
    is_listed = name in surnames() or name in known.last or name.split("-")[0] in surnames()
    if token.is_capital and (not token.opens or titled):
        taken = not is_familiar(name) and (name not in NOT_NAMES or prefixed or not titled)
    else:
        plain = name not in NOT_NAMES and len(name) > 2 and not is_verb_form(name)
        taken = uncased and is_listed and (prefixed or titled or plain)
        taken = taken or (titled and uncased and name not in NOT_NAMES and not is_verb_form(name) and len(name) > 2)
    if not taken:
        return None
    return name, place + 1, token.start + len(name)
