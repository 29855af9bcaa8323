"""What makes a word the name of a person where it stands: lists, what is said beside it, what the study knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.cue_words import (
    BEFORE_NAMES,
    BETWEEN,
    BETWEEN_NAMES_SO,
    BETWEEN_OR_CALLS,
    CALLED,
    CALLS,
    DETERMINERS,
    DOES,
    HOW_MOVES,
    KIN,
    MOVES,
    NAME_WORDS,
    NAMES_SO,
    PREFIXES,
    PRONOUNS,
    SAYS,
    SECOND,
    SHORTENED,
    TITLES,
    TRADES,
    WHERE_FROM,
    WHOM,
)
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.gazetteers import (
    NAMES_FIRST,
    NOT_NAMES,
    first_names,
    is_said_often,
    is_word,
    surnames,
)
from perspectieven.privacy.more_names import MORE_FIRST_NAMES
from perspectieven.privacy.numbers import VALUES
from perspectieven.privacy.tokens import Token

_AT_HOME = frozenset("thuis of langs logeren slapen eten blijven".split())
_WITH_WHOM = frozenset("bij met tegen naast van voor door".split())
_NAMES_FOR_SURE = NAMES_FIRST | MORE_FIRST_NAMES
_SPOKE = frozenset("zei zegt vroeg vraagt riep roept vond dacht".split())
_TOGETHER = frozenset("mee samen spelen gespeeld praten gepraat bellen gebeld logeren".split())
_FILLERS = frozenset("ja nou want dus hoor nee en".split())
_JOINS = _FILLERS | frozenset("of maar toen waar wie hoe wat u ik pap mam papa mama".split())
"""What is familiar and says nothing of the name before it: *piet en ik*."""
_SPEAKERS = frozenset("je jij we wij jullie u men die mijn m'n de het een".split())
_SAYERS = frozenset("ja en maar want nou toen dus of".split())
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
    return surname_said_before(tokens, at) or tokens[at - 1].word in TRADES


def surname_said_before(tokens: Sequence[Token], at: int) -> bool:
    """Say whether *achternaam is* stands before a token."""
    return at > 1 and tokens[at - 1].word in ("is", "was") and tokens[at - 2].word == "achternaam"


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


def is_named_so(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody is given a name: *noem me maar lot*, *die noemden we knoop*, *zo noemde ze hem* is not."""
    if at > 1 and tokens[at - 1].word in ("is", "was") and tokens[at - 2].word in NAME_WORDS:
        return not tokens[at].between.strip()
    place = at
    while place and at - place < 4 and tokens[place - 1].word in BETWEEN_NAMES_SO and not tokens[place].between.strip():
        place -= 1
    if not place or tokens[place - 1].word not in NAMES_SO or tokens[place].between.strip():
        return False
    between = {token.word for token in tokens[place:at]}
    before = tokens[place - 2].word if place > 1 else ""
    if not tokens[at].is_capital and is_known(tokens[at].word):
        is_own = tokens[place - 1].word == "noem" and not between.isdisjoint(WHOM) and "maar" in between
        return is_own or (before == "die" and not between.isdisjoint(("we", "wij", "ze", "iedereen")))
    return before not in ("zo", "dat", "hoe", "wat") and (before == "die" or not between.isdisjoint(WHOM))


def is_named_behind(tokens: Sequence[Token], at: int) -> bool:
    """Say whether somebody is said, behind a token, to have that name: *wesley heette die*, *Bakker, zo heette hij*."""
    words = [token.word for token in tokens[at + 1 : at + 3]]
    so = 1 if words[:1] == ["zo"] else 2 if words[1:] == ["zo"] and words[0] in _FILLERS else 0
    verb = at + 1 + so
    if verb + 1 >= len(tokens) or tokens[verb].word not in ("heet", "heette", "heetten", *NAMES_SO):
        return False
    between = "".join(token.between.strip() for token in tokens[at + 1 : verb + 1])
    by_name = tokens[verb].word in NAMES_SO
    who = ("we", "wij", "ze", "ik", "iedereen") if by_name else ("die", "ie", "hij", "ze", "zij", "de", "mijn", "onze")
    named = tokens[verb + 1].word in who and (so > 0 or not by_name) and between in ("", ",")
    return named and not (at and tokens[at - 1].word in DETERMINERS)


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


def owns(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word that ends in *s* is a name before somebody of theirs: *Storms moeder*."""
    token = tokens[at]
    following = tokens[at + 1 : at + 2]
    mine = token.is_capital and token.word.endswith("s") and is_first(token.word[:-1], NOBODY)
    return mine and any(other.word in KIN and other.between == " " for other in following)


def kin_called(tokens: Sequence[Token], at: int) -> bool:
    """Say whether it is said of family what somebody is called: *mijn nicht heet hoop*."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    return len(before) == 3 and before[2] in CALLS and before[1] in KIN and before[0] in DETERMINERS


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
    beside = before[-1:] + after[:1]
    if before[-1:] == ["volgens"] or (before[-1:] == ["bij"] and after[:1] and after[0] in _AT_HOME):
        return True
    if after == ["had", "zoiets"] or (before[-1:] == ["tegen"] and _was_said(tokens, at)):
        return True
    opens = not before or before[-1] in _SAYERS
    if opens and len(after) == 2 and after[0] in _SPOKE and after[1] not in _SPEAKERS and after[1] not in PRONOUNS:
        return True
    if is_verb_form(name):
        return False
    free = not before or before[-1] not in DETERMINERS
    if free and len(after) == 2 and after[0] == "die" and after[1] in _SPOKE:
        return True
    if len(beside) == 2 and is_first(beside[0], known) and len(beside[0]) > 3 and _goes_on_in_row(after, known):
        return True
    if free and len(beside) == 2 and ((beside[0] in MOVES and beside[1] in HOW_MOVES) or beside[0] in _SPOKE):
        return True
    if before[-1:] == ["naast"] or (len(beside) == 2 and beside[0] == "met" and beside[1] in _TOGETHER):
        return True
    if before[-1:] != [] and before[-1] in _WITH_WHOM and not is_said_often(name):
        return True
    if free and after[:1] == ["van"] and len(after) > 1 and (after[1] in WHERE_FROM or after[1] in VALUES):
        return True
    others = [*(before[:1] if before[-1:] == ["en"] else []), *(after[1:] if after[:1] == ["en"] else [])]
    if any(other == "ik" or (is_first(other, known) and not is_word(other) and len(other) > 3) for other in others):
        return not before or before[-1] not in ("de", "het", "een", "mijn", "die", "dat")
    return after[:1] != [] and after[0] in SAYS and (not before or before[-1] not in DETERMINERS)


def _was_said(tokens: Sequence[Token], at: int) -> bool:
    """Say whether something is said to somebody just before a token: *zei toen tegen angel*."""
    return not _SPOKE.isdisjoint(token.word for token in tokens[max(0, at - 4) : at - 1])


def _goes_on_in_row(after: Sequence[str], known: Names) -> bool:
    """Say whether a row of names goes on: *sanne bloem jip en kees*, *sanne bloem en kees*."""
    others = after[1:] if after[0] == "en" else after[:1]
    return any(is_first(other, known) and len(other) > 2 for other in others)


def is_surname_shown(tokens: Sequence[Token], at: int, name: str) -> bool:
    """Say whether a word with a capital within a sentence is a surname that is a word too: *tegen Koning gezegd*."""
    token = tokens[at]
    if token.opens or not token.is_capital or token.is_short_form or token.said.isupper() or len(name) < 3:
        return False
    if name not in surnames() or name in NOT_NAMES or name in KIN or name in TITLES or not is_known(name):
        return False
    before = tokens[at - 1]
    following = tokens[at + 1 : at + 2]
    alone = not any(other.is_capital and not other.between.strip(" -") for other in following)
    joined = before.is_capital and not before.opens and not token.between.strip()
    free = before.word not in DETERMINERS and before.word not in PREFIXES and before.word not in ("in", "te", "uit")
    return alone and free and not joined and not (is_familiar(name) and name not in TRADES)


def is_word_beside_people(tokens: Sequence[Token], at: int, name: str) -> bool:
    """Say whether a word with a capital within a sentence is a nickname, by who is with it: *samen met Snuf*."""
    token, before = tokens[at], tokens[at - 1]
    following = tokens[at + 1 : at + 2]
    plain = token.is_short_form or token.said.isupper() or is_familiar(name) or name in KIN or name in TITLES
    if plain or len(name) < 3 or name in NOT_NAMES or not is_known(name) or token.between != " ":
        return False
    alone = not any(other.is_capital and not other.between.strip(" -") for other in following)
    return alone and (before.word in ("tegen", "naast") or [t.word for t in tokens[at - 2 : at]] == ["samen", "met"])


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
    return is_familiar(word) and (word not in _NAMES_FOR_SURE or (following not in _JOINS and is_familiar(following)))


def small_name(name: str) -> bool:
    """Say whether a word is a first name made small: *Keesje*, *Fleurtje*."""
    return any(name.endswith(ending) and name.removesuffix(ending) in first_names() for ending in _ENDINGS)
