"""What makes a word the name of a person where it stands: lists, what is said beside it, what the study knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import BEFORE_NAMES, BETWEEN, CALLED, CALLS, KIN, PRONOUNS, SHORTENED, TITLES
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import NAMES_FIRST, NOT_NAMES, first_names
from perspectieven.privacy.more_names import MORE_FIRST_NAMES
from perspectieven.privacy.tokens import Token

_NAMES_FOR_SURE = NAMES_FIRST | MORE_FIRST_NAMES
_JOINS = frozenset("ja nou want dus hoor nee en of maar toen waar wie hoe wat u ik pap mam papa mama".split())
"""What is familiar and says nothing of the name before it: *piet en ik*."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people, in small letters and without accents."""

    first: frozenset[str] = field(default=frozenset(), repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)

    def __or__(self, other: "Names") -> "Names":
        return Names(self.first | other.first, self.last | other.last)


NOBODY = Names()


def is_called(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody, and not something, is called so: *mijn nicht heet*, *heette ze toen*, *ik heet gewoon*."""
    place = at
    while place and at - place < 3 and tokens[place - 1].word in BETWEEN and not tokens[place].between.strip():
        place -= 1
    if not place or tokens[place - 1].word not in CALLS or tokens[place].between.strip():
        return False
    if any(token.word in PRONOUNS for token in tokens[place:at]):
        return place < 2 or tokens[place - 2].word not in ("hoe", "zo", "dat", "het")
    return place > 1 and (tokens[place - 2].word in PRONOUNS or tokens[place - 2].word in KIN)


def is_named_again(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word may be the name of somebody who was named before, by the word before it: *bij roos*."""
    if is_verb_form(tokens[at].word):
        return False
    return bool(at) and tokens[at - 1].word in BEFORE_NAMES and not tokens[at].between.strip()


def who_before(tokens: Sequence[Token], at: int) -> str:
    """Return the title or the kin that stands right before a token, empty for none."""
    if not at:
        return ""
    word, between = tokens[at - 1].word, tokens[at].between.strip()
    if between and not (between == "." and word in SHORTENED):
        return ""
    return word if word in TITLES or word in CALLED or word in KIN else ""


def bare(word: str, known: Names) -> tuple[str, int]:
    """Return a name without its genitive s or what is joined by a hyphen, and how many characters are to be hidden."""
    for mark in ("'s", "'"):
        if word.endswith(mark):
            return word.removesuffix(mark), len(word)
    head, hyphen, rest = word.partition("-")
    if hyphen and not is_first(word, known) and is_first(head, known) and not is_first(rest, known):
        return head, len(head)
    if word.endswith("s") and not is_first(word, known) and is_first(word[:-1], known) and not is_known(word):
        return word[:-1], len(word)
    return word, len(word)


def is_first(word: str, known: Names) -> bool:
    """Say whether a word is a first name, by the lists or the study."""
    if word in known.first or word in first_names():
        return True
    parts = word.split("-")
    return len(parts) == 2 and all(part in first_names() for part in parts)


def acts(token: Token) -> bool:
    """Say whether a token goes on after a name that opens a sentence, as a verb does."""
    if token.is_capital or token.between.strip():
        return False
    return token.word not in NOT_NAMES and is_verb_form(token.word)


def is_brand(tokens: Sequence[Token], at: int) -> bool:
    """Say whether everybody knows what is named: *Tourette*, *Albert Heijn*; *Piet* and *Albert* alone are people."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    word = tokens[at].word
    return is_familiar(word) and (word not in _NAMES_FOR_SURE or (following not in _JOINS and is_familiar(following)))
