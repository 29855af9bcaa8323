"""Names behind what they are of, said without an article: *bij popkoor de losse noten*, *klimhal de rots heeft*."""

from collections.abc import Iterator, Sequence

from perspectieven.dutch.inflection import is_verb_form, lemma_of
from perspectieven.privacy.cue_words import (
    ARTICLES,
    CALLED_ENDS,
    FOREIGN_ARTICLES,
    IN_NAMES,
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
    behind = tokens[at + 1 : at + 2]
    goes_on = goes_before_a_name(name.word) and any(
        t.between == " " and t.word not in _NO_NAME and not is_verb_form(t.word) for t in behind
    )
    return at + goes_on


def goes_before_a_name(word: str) -> bool:
    """Say whether a word stands before the last word of a name: *losse*, *lachende*, *witte*, *gouden*."""
    return word in IN_NAMES or (word.endswith("e") and lemma_of(word) not in (None, word))
