"""Names behind what they are of, said without an article: *bij popkoor de losse noten*, *klimhal de rots heeft*."""

from collections.abc import Iterator, Sequence

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    ARTICLES,
    CALLED_ENDS,
    FOREIGN_ARTICLES,
    KIN,
    NAMED_ENDS,
    NEVER_A_NAME,
    NOT_CALLED,
    PRONOUNS,
    SCHOOLS,
    USUAL_PLACES,
)
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.tokens import Token

_ENDS = tuple({*CALLED_ENDS, *NAMED_ENDS, "hal", "kamer", "fabriek", "project", "orkest", "toko", "kroeg"})
_SHORTEST_HEAD = 3
"""Letters before the end of a compound: *klim-hal*; *huis* or *kantoor* are said without an article too."""
_BEFORE = frozenset("bij van naar via met en tegen door voor op in".split())
_PREFIXES = frozenset(("ten", "ter"))
"""What surnames begin with, and nothing else that stands behind a shop: *slagerij ten have*."""
_OPENS = ARTICLES | FOREIGN_ARTICLES | _PREFIXES
_NO_NAME = (
    NEVER_A_NAME
    | NOT_CALLED
    | PRONOUNS
    | KIN
    | USUAL_PLACES
    | frozenset(
        "hele eerste tweede derde laatste volgende vorige andere beste enige meeste rest deur dag kinderen "
        "ouders".split()
    )
)


def find_bare_kinds(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Find names with an article behind a compound that has none, in text without capitals.

    Parameters
    ----------
    tokens : sequence of Token
    """
    for at, token in enumerate(tokens[:-2]):
        if _is_bare_kind(tokens, at) and tokens[at + 1].word in _OPENS and tokens[at + 1].between == " ":
            last = _last_of_name(tokens, at + 2)
            if last is not None:
                kind = Kind.SCHOOL if token.word in SCHOOLS else Kind.ORGANISATION
                yield Finding(token.start, tokens[last].end, kind, f"after {token.word}")


def _is_bare_kind(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].word
    shortest = 0 if tokens[at + 1].word in _PREFIXES else _SHORTEST_HEAD
    says_what = any(word.endswith(end) and len(word) >= len(end) + shortest for end in _ENDS)
    return says_what and (not at or bool(tokens[at].between.strip()) or tokens[at - 1].word in _BEFORE)


def _last_of_name(tokens: Sequence[Token], at: int) -> int | None:
    """Return the last word of a name: *de rots*, *de losse noten*; None where what follows is no name."""
    name = tokens[at]
    if name.between != " " or name.word in _NO_NAME:
        return None
    goes_on = _is_inflected(name.word) and any(
        behind.between == " " and behind.word not in _NO_NAME and not is_verb_form(behind.word)
        for behind in tokens[at + 1 : at + 2]
    )
    return at + goes_on


def _is_inflected(word: str) -> bool:
    """Say whether a word looks like an adjective before a noun: *losse*, *lachende*, *witte*, *rode*."""
    if not word.endswith("e") or not is_known(word):
        return False
    stem = word[:-1]
    doubled = stem[:-1] + stem[-2:] if len(stem) > 2 else stem
    return any(map(is_known, (stem, stem[:-1], doubled)))
