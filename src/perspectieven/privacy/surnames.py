"""Surnames, initials and nicknames: how far a name goes, before and behind its first name."""

from collections.abc import Sequence

from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import DETERMINERS, NICKNAMED, PREFIXES
from perspectieven.privacy.evidence import Names, is_first
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import NOT_NAMES, first_names, is_said_often, surnames, surnames_and_words
from perspectieven.privacy.tokens import Token

_SPELLED = frozenset("naam spel spelt spellen schrijf schrijft schreef je heet letters achternaam".split())
_SURNAME_FOLLOWS = frozenset("meneer mevrouw mevr dhr mw dokter dr familie fam dominee".split())


def is_prefix(token: Token) -> bool:
    """Say whether a token may stand before a surname, as *van* and *der* do."""
    return token.word in PREFIXES and not (token.is_capital and len(token.word) == 1)


def surname_from(
    text: str, tokens: Sequence[Token], at: int, known: Names, *, uncased: bool, titled: bool
) -> tuple[str, int, int] | None:
    """Return the surname from a token on, the token after it, and where it ends; None where there is none."""
    place = at
    while (
        place < len(tokens)
        and is_prefix(tokens[place])
        and (place == at or not tokens[place].between.strip(" .'\u2019"))
    ):
        place += 1
    if place < len(tokens) and place == at + 1 and tokens[at].word == "van" and is_first(tokens[place].word, known):
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
    if name.endswith(("laan", "straat", "plein", "gracht", "singel", "kade", "steeg")):
        return None
    if len(name) == 1 and token.is_capital:
        end = token.end + (text[token.end : token.end + 1] == ".")
        return name, place + 1, end
    prefixed = place > at
    is_listed = name in surnames() or name in known.last or name.split("-")[0] in surnames()
    n_deep = prefixed and tokens[place - 1].word in ("der", "den", "ter", "ten")
    by_title = (
        titled
        and at
        and tokens[at - 1].word in _SURNAME_FOLLOWS
        and [t.word for t in tokens[at:place]] in ([], ["de"], ["van"])
    )
    is_listed = is_listed or bool((n_deep or by_title) and name in surnames_and_words())
    if token.is_capital and (not token.opens or titled):
        taken = not is_familiar(name) and (name not in NOT_NAMES or prefixed or not titled)
    else:
        plain = name not in NOT_NAMES and len(name) > 2 and not is_verb_form(name)
        taken = uncased and is_listed and (prefixed or titled or plain) and name not in NOT_NAMES
        said = is_familiar(name) or (prefixed and tokens[at].word == "van" and is_said_often(name))
        taken = taken or (titled and uncased and not said and plain)
    if not taken:
        return None
    return name, place + 1, token.start + len(name)


def spelled_name(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a name that is said letter by letter, *s i e m*; 0 where none is."""
    if len(tokens[at].word) != 1 or (at and len(tokens[at - 1].word) == 1 and tokens[at].between == " "):
        return 0
    until = at + 1
    while until < len(tokens) and len(tokens[until].word) == 1 and tokens[until].between in (" ", "-", ", "):
        until += 1
    name = "".join(token.word for token in tokens[at:until])
    near = {token.word for token in tokens[max(0, at - 6) : at]}
    told = near & _SPELLED and len(name) > 2 and name not in "abcdefghijklmnopqrstuvwxyz"
    return until if len(name) > 2 and (told or name in first_names()) else 0


def spoken_initials(tokens: Sequence[Token], at: int) -> int:
    """Return the token after initials as they are said in small letters, *j punt*, *a m die*; 0 where none are."""
    if len(tokens[at].word) != 1 or tokens[at].word == "u" or (at and tokens[at].between != " "):
        return 0
    words = [token.word for token in tokens[at : at + 3]]
    near = {token.word for token in tokens[max(0, at - 8) : at + 8]}
    if words[1:2] == ["punt"] and not any(word.startswith(("apenst", "mail", "www", "gmail")) for word in near):
        return at + 2
    two = len(words) == 3 and len(words[1]) == 1 and words[2] in ("die", "zei", "is", "heeft", "en") and at
    return at + 2 if two and tokens[at - 1].word in ("dat", "met", "van", "bij", "en", "door", "aan") else 0


def start_of_name(tokens: Sequence[Token], at: int) -> int:
    """Return where a name starts: with what is always said before it, as in *dikke Rens*."""
    nicknamed = at and tokens[at - 1].word in NICKNAMED and tokens[at].between == " "
    whole = nicknamed and (at < 2 or tokens[at - 1].between.strip() or tokens[at - 2].word not in DETERMINERS)
    return tokens[at - 1].start if whole else tokens[at].start
