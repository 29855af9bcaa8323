"""What follows: a clause behind a mention that takes it back, or takes over what somebody else said.

*We zouden stoppen, maar daar is het niet van gekomen.* *School vindt hem druk, en daar ben ik het mee eens.*
"""

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import (
    ADOPTING,
    ADOPTING_ALSO,
    AFTER_NEGATOR,
    DAAR,
    DAT,
    EENS,
    EN,
    ERG,
    FILLER,
    GEWOON,
    HAVING,
    HESITATION,
    IETS,
    LIGHT,
    MAAR,
    MEE,
    MEER,
    NEGATOR,
    NIET,
    NIETS,
    NO_LONGER,
    OOK,
    QUALIFIER,
    SAYING,
    TAKING_BACK,
    TOCH,
    ZO,
    ZOU,
    ZOUDEN,
)  # fmt: skip
from perspectieven.matching.rules import NO_RULE, OWN_STANDPOINT, TAKEN_BACK, tell

LATE = 2
"""Words before *zou* with which it still opens a plan, and no question or remark on the side."""


@lean
def find_taken_back(mention):
    """Return what takes back a mention: a clause right behind it that is about nothing else, and denies.

    It opens with what takes up the clause before it (*dat*, *daar*, *zo erg*) and a verb with little content, has one
    negator, and nothing else to say: *maar dat is hij allang niet meer*, *daar geloof ik niks van*; not *maar dat is
    niet erg*, *dat is niks*, *dat is niet gewoon*. What somebody says in that clause is theirs: *de juf zei: dat kan
    niet meer*.
    """
    said, none = mention.said, tell(NO_RULE, 0, 0, 0)
    first, end = _clause_behind(mention)
    if end - first < 3 or _is_speaking(mention):
        return none
    so_bad = said.form[first] == ZO and said.form[first + 1] == ERG
    verb = first + 2 if so_bad else first + 1
    kinds = said.kinds[said.lexeme[verb]]
    if not (so_bad or said.form[first] == DAT or said.form[first] == DAAR) or not (
        kinds[TAKING_BACK] or kinds[NO_LONGER]
    ):
        return none
    n_negators, longer, is_so = 0, not kinds[NO_LONGER], kinds[HAVING]
    for word in range(verb + 1, end):
        kinds = said.kinds[said.lexeme[word]]
        n_negators += kinds[NEGATOR]
        longer = longer or said.form[word] == MEER
        judged = (is_so and said.form[word] == NIETS) or (n_negators and said.form[word] == GEWOON)
        if judged or said.form[word] == IETS or not (kinds[NEGATOR] or _is_light(kinds)):
            return none
    broken_off = said.kinds[said.lexeme[end - 1], HESITATION]
    return tell(TAKEN_BACK, first, end, 0) if n_negators == 1 and longer and not broken_off else none


@lean
def find_called_off(mention, supposed):
    """Return what says that a plan did not come about: *er zou een coach komen, maar die is nooit gestart*.

    Parameters
    ----------
    supposed : int
        The word that supposes: *zou*, *zouden*.
    """
    said, none = mention.said, tell(NO_RULE, 0, 0, 0)
    if said.form[supposed] not in (ZOU, ZOUDEN) or said.clauses[said.clause[supposed]] != mention.begin:
        return none
    first = said.clauses[said.clause[mention.parts[mention.size - 1]] + 1]
    if supposed > mention.begin + LATE or first >= mention.end or said.form[first] != MAAR:
        return none
    for word in range(first, mention.end):
        if said.kinds[said.lexeme[word], NEGATOR] or said.form[word] == TOCH:
            return tell(TAKEN_BACK, first, word + 1, 0)
    return none


@lean
def find_adopted(mention):
    """Return what takes over somebody else's words: *en dat vind ik ook*, *ze hebben gewoon gelijk*.

    *Mee eens* does so wherever it stands behind the mention; other words only in a clause that says nothing else.
    """
    said = mention.said
    for word in range(mention.parts[mention.size - 1], mention.end - 1):
        if said.form[word] == MEE and said.form[word + 1] == EENS and not _is_denied(said, word):
            return tell(OWN_STANDPOINT, word, word + 2, 0)
    first, end = _clause_behind(mention)
    adopts, also, so = False, False, False
    for word in range(first, end):
        kinds = said.kinds[said.lexeme[word]]
        if kinds[NEGATOR] or not (_is_light(kinds) or kinds[ADOPTING] or kinds[TAKING_BACK] or kinds[HAVING]):
            return tell(NO_RULE, 0, 0, 0)
        adopts = adopts or kinds[ADOPTING]
        also, so = also or said.form[word] == OOK, so or kinds[ADOPTING_ALSO]
    return tell(OWN_STANDPOINT, first, end, 0) if adopts or (also and so) else tell(NO_RULE, 0, 0, 0)


@lean
def _is_denied(said, word):
    """Say whether *niet* stands close before a word: *niet helemaal mee eens*."""
    for before in range(max(0, word - 3), word):
        if said.form[before] == NIET:
            return True
    return False


@lean
def _is_light(kinds):
    """Say whether a word has little content of its own."""
    return kinds[FILLER] or kinds[AFTER_NEGATOR] or kinds[QUALIFIER] or kinds[LIGHT]


@lean
def _is_speaking(mention):
    """Say whether somebody speaks in the clause of a mention, behind it."""
    said, last = mention.said, mention.parts[mention.size - 1]
    for word in range(last + 1, said.clauses[said.clause[last] + 1]):
        if said.kinds[said.lexeme[word], SAYING]:
            return True
    return False


@lean
def _clause_behind(mention):
    """Return the half-open range of the clause behind a mention, without the words that only lead to it."""
    said = mention.said
    first = said.clauses[said.clause[mention.parts[mention.size - 1]] + 1]
    while first < mention.end and (
        said.kinds[said.lexeme[first], FILLER] or said.form[first] == MAAR or said.form[first] == EN
    ):
        first += 1
    return first, said.clauses[said.clause[first] + 1] if first < mention.end else first
