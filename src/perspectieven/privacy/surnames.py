"""Surnames: how far a name goes behind its first name, what stands before a surname and initials counted in."""

from collections.abc import Sequence

from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import PREFIXES
from perspectieven.privacy.evidence import Names, is_first
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import NOT_NAMES, is_ordinary, surnames
from perspectieven.privacy.tokens import Token

_INITIALS = frozenset("bcdfghjlpqvwz")
_CLITICS = frozenset("kmrs")
"""What is also written for a small word: *'k*, *'m*."""


def is_prefix(token: Token) -> bool:
    """Say whether a token may stand before a surname, as *van* and *der* do."""
    return token.word in PREFIXES and not (token.is_capital and len(token.word) == 1)


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small letter is what is left of a surname: *noah k*, not *toen sanne n* as *'n*, *'k heb*."""
    word = tokens[at].word
    goes_on = at + 1 < len(tokens) and is_verb_form(tokens[at + 1].word)
    return word in _INITIALS or (word in _CLITICS and tokens[at].between == " " and not goes_on)


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
    if len(name) == 1 and (token.is_capital or (uncased and _is_initial(tokens, place))):
        end = token.end + (text[token.end : token.end + 1] == ".")
        return name, place + 1, end
    prefixed = place > at
    is_listed = name in surnames() or name in known.last or name.split("-")[0] in surnames()
    if token.is_capital and (not token.opens or titled):
        taken = not is_familiar(name) and (name not in NOT_NAMES or prefixed or not titled)
    else:
        plain = len(name) > 2 and not is_verb_form(name)
        is_name = (is_listed and (prefixed or titled or plain)) or (prefixed and titled and not is_ordinary(name))
        taken = uncased and is_name and name not in NOT_NAMES
    if not taken:
        return None
    return name, place + 1, token.start + len(name)
