"""What makes a word the name of a person where it stands: lists, what is said beside it, what the study knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    BETWEEN,
    BETWEEN_OR_CALLS,
    CALLED,
    CALLS,
    DOES,
    KIN,
    NO_NAME_BEHIND,
    PRONOUNS,
    SAYS,
    SECOND,
    SHORTENED,
    TITLES,
    TRADES,
)
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import (
    NAMES_FIRST,
    NOT_NAMES,
    first_names,
    is_word,
)
from perspectieven.privacy.more_names import MORE_FIRST_NAMES
from perspectieven.privacy.tokens import Token

_ENDINGS = ("tje", "etje", "pje", "ke", "ie", "je")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people, in small letters and without accents."""

    first: frozenset[str] = field(default=frozenset(), repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)

    def __or__(self, other: "Names") -> "Names":
        return Names(self.first | other.first, self.last | other.last)


NOBODY = Names()


def trade_before(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a trade stands before a token, or *achternaam is*: a surname may follow."""
    if not at or tokens[at].between.strip():
        return False
    is_he = at > 1 and tokens[at - 1].word in ("is", "was") and tokens[at - 2].word == "achternaam"
    return is_he or tokens[at - 1].word in TRADES


def is_called(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody, and not something, is called so: *mijn nicht heet*, *heette ze toen*, *ik heet gewoon*."""
    place = at
    if not place or tokens[place - 1].word not in BETWEEN_OR_CALLS:
        return False
    while place and at - place < 3 and tokens[place - 1].word in BETWEEN and not tokens[place].between.strip():
        place -= 1
    if not place or tokens[place - 1].word not in CALLS or tokens[place].between.strip():
        return False
    if any(token.word in PRONOUNS for token in tokens[place:at]):
        return place < 2 or tokens[place - 2].word not in ("hoe", "zo", "dat", "het")
    return place > 1 and (tokens[place - 2].word in PRONOUNS or tokens[place - 2].word in KIN)


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


def goes_on_as_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the next word is the second half of a name such as *Mei Ling*."""
    if at + 1 >= len(tokens) or tokens[at + 1].between != " ":
        return False
    second = tokens[at + 1]
    return second.word in SECOND and second.is_capital == tokens[at].is_capital


def is_among_people(tokens: Sequence[Token], at: int, name: str, known: Names) -> bool:
    """Say whether what stands beside a name that is a word too makes it one: *bij roos thuis*, *roos en ik*."""
    before = [token.word for token in tokens[max(0, at - 2) : at]] if not tokens[at].between.strip() else []
    after = [token.word for token in tokens[at + 1 : at + 3]]
    if at + 1 < len(tokens) and tokens[at + 1].between.strip():
        after = []
    if before[-1:] == ["volgens"] or (before[-1:] == ["bij"] and after[:1] == ["thuis"]):
        return True
    if is_verb_form(name):
        return False
    others = [*(before[:1] if before[-1:] == ["en"] else []), *(after[1:] if after[:1] == ["en"] else [])]
    if any(other == "ik" or (is_first(other, known) and not is_word(other) and len(other) > 3) for other in others):
        return not before or before[-1] not in ("de", "het", "een", "mijn", "die", "dat")
    return after[:1] != [] and after[0] in SAYS and (not before or before[-1] not in NO_NAME_BEHIND)


def is_told(tokens: Sequence[Token], at: int) -> bool:
    """Say whether it is said behind a comma who somebody is: *Hester, mijn vrouw*."""
    following = tokens[at + 1 : at + 2]
    if [token.word for token in tokens[at + 1 : at + 3]] in (["van", "het"], ["van", "de"]):
        return not is_verb_form(tokens[at].word) and not following[0].between.strip()
    return any(t.between.strip() == "," and t.word in ("mijn", "onze", "haar", "zijn", "die", "de") for t in following)


def acts(token: Token) -> bool:
    """Say whether a token goes on after a name that opens a sentence, as a verb does."""
    if token.is_capital or token.between.strip():
        return False
    return token.word in DOES or (token.word not in NOT_NAMES and is_verb_form(token.word))


def is_brand(tokens: Sequence[Token], at: int) -> bool:
    """Say whether everybody knows what is named: *Tourette*, *Albert Heijn*; *Piet* and *Albert* alone are people."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    word = tokens[at].word
    return is_familiar(word) and (word not in NAMES_FIRST | MORE_FIRST_NAMES or is_familiar(following))


def small_name(name: str) -> bool:
    """Say whether a word is a first name made small: *Keesje*, *Fleurtje*."""
    return any(name.endswith(ending) and name.removesuffix(ending) in first_names() for ending in _ENDINGS)
