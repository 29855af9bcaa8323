"""The rules of stance and voice: their names, as they stand in `cue`, and how a mention is handed to them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import inlined, lean
from perspectieven.dutch.clauses import Said
from perspectieven.dutch.kinds import DAT, DIE, FILLER
from perspectieven.dutch.words import COMMA_AFTER

RULES = (
    "no cue",
    "negation {} inside",
    "negation {} before",
    "negation {} after",
    "negated higher verb {}",
    "negation {} before",
    "denying {}",
    "own answer {} denies",
    "taken back {}",
    "antonym term",
    "condition {}",
    "supposition {}",
    "unreal wish {} ... maar",
    'question "?"',
    "indirect question {}",
    "own standpoint {}",
    "reported {}",
    "quoted after {}",
    "answer to {}",
    "own answer {}",
    "signs {}",
    "denied by signs",
    "supposed by signs",
    "another's view by signs",
    "review: signs alone",
    "review: may be ironic ({})",
    "review: more than one negation",
    "review: negator {} words away",
    "review: a term that is seldom right, and too few words to weigh it",
)
"""One element per rule; braces stand for the words that it saw, or their number."""
(
    NO_RULE,
    NEGATION_INSIDE,
    NEGATION_BEFORE,
    NEGATION_AFTER,
    HIGHER_NEGATION,
    NEGATED_ANTECEDENT,
    DENIED_BEFORE,
    OWN_DENIAL,
    TAKEN_BACK,
    ANTONYM,
    CONDITION_RULE,
    SUPPOSITION,
    UNREAL_WISH,
    QUESTION_RULE,
    INDIRECT_QUESTION,
    OWN_STANDPOINT,
    REPORTED,
    QUOTED,
    ANSWER,
    OWN_YES,
    SIGNS,
    DENIED_BY_SIGNS,
    SUPPOSED_BY_SIGNS,
    TOLD_BY_SIGNS,
    SIGNS_ALONE,
    IRONIC,
    MANY_NEGATIONS,
    FAR_NEGATION,
    POOR_TERM,
) = range(len(RULES))
FIRST_DOUBT = SIGNS_ALONE
"""From this rule on a cue is a reason for a person to look."""
UNSURE = len(RULES)
"""Added to a rule that saw something but is seldom right for the code at hand, so that it does not decide."""


def name_rule(rule: int) -> str:
    """Return the name of a rule; braces stand for the words that it saw, or their number.

    >>> name_rule(NEGATION_AFTER), name_rule(UNSURE + NEGATION_AFTER)
    ('negation {} after', 'review: unsure of negation {} after')
    """
    return RULES[rule] if rule < UNSURE else f"review: unsure of {RULES[rule - UNSURE]}"


MOST_CUES = 8


class Mention(NamedTuple):
    """A mention in its sentence.

    Attributes
    ----------
    said : Said
    parts : array of int32
        Its words.
    size : int
        How many.
    begin, end : int
        Half-open range of words of its sentence.
    resumed : int
        The number of a clause that shares its stance: a short clause taken up by *dat* or *die* (*een label, nee, dat
        hoeft voor mij niet*); -1 where there is none.
    """

    said: Said
    parts: NDArray[np.int32]
    size: int
    begin: int
    end: int
    resumed: int


class Cue(NamedTuple):
    """What a rule saw: the rule (0 for none), a half-open range of words, and a number that it tells."""

    rule: np.int64
    first: np.int64
    end: np.int64
    number: np.int64


@inlined
def tell(rule, first, end, number):
    """Return a cue; the compiler wants its numbers of one size."""
    return Cue(np.int64(rule), np.int64(first), np.int64(end), np.int64(number))


@inlined
def is_part(mention, word):
    """Say whether a word belongs to a mention."""
    for at in range(mention.size):
        if mention.parts[at] == word:
            return True
    return False


@inlined
def shares_clause(mention, word):
    """Say whether a word is in a clause that a mention shares its stance with."""
    number = mention.said.clause[word]
    if number == mention.resumed:
        return True
    for at in range(mention.size):
        if mention.said.clause[mention.parts[at]] == number:
            return True
    return False


@inlined
def opening_of(mention, at):
    """Return the first word of the clause that a part is in, -1 where an earlier part is in the same clause."""
    number = mention.said.clause[mention.parts[at]]
    if at and mention.said.clause[mention.parts[at - 1]] == number:
        return -1
    return mention.said.clauses[number]


@lean
def find_resumed(said, last, end):
    """Return the number of the clause in which *dat* or *die* takes up the clause of word `last`, -1 for none."""
    number = said.clause[last]
    after = said.clauses[number + 1]
    if after - said.clauses[number] > 4:
        return -1
    while after < end and said.kinds[said.lexeme[after], FILLER]:
        after += 1
    if after < end and (said.form[after] == DAT or said.form[after] == DIE) and said.after[after - 1] & COMMA_AFTER:
        return said.clause[after]
    return -1
