"""Answers: what speakers say to a short question of their own (*Zorgen? Nee hoor.*)."""

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import DAT, DIE, FINITE, HESITATION, NEGATOR, NIEMAND, NO, OPEN_QUESTION, YES
from perspectieven.dutch.words import QUESTION_AFTER
from perspectieven.matching.rules import NO_RULE, OWN_DENIAL, OWN_YES, tell

LONGEST_QUESTION = 6
"""Words; a longer question is seldom one that the speaker answers."""


@lean
def find_own_answer(mention, end):
    """Return how the speaker answers a question in which a mention is.

    The answer begins with *nee* or *ja*. A question without a verb may be denied with the first word too (*nooit*,
    *geen seconde*), or taken up with *dat* or *die*.

    Parameters
    ----------
    end : int
        Where the sentence after it ends, that of the mention itself where nothing follows in the same text.
    """
    none = tell(NO_RULE, 0, 0, 0)
    said, word = mention.said, mention.end
    first = said.clauses[said.clause[word - 1]]
    if not said.after[word - 1] & QUESTION_AFTER or word - first > LONGEST_QUESTION or mention.parts[0] < first:
        return none
    if said.kinds[said.lexeme[first], OPEN_QUESTION]:
        return none
    with_verb = False
    for asked in range(first, word):
        with_verb = with_verb or said.kinds[said.lexeme[asked], FINITE]
    while word < end and said.kinds[said.lexeme[word], HESITATION]:
        word += 1
    if word == end:
        return none
    kinds = said.kinds[said.lexeme[word]]
    if kinds[NO] or (kinds[NEGATOR] and said.form[word] != NIEMAND and not with_verb):
        return tell(OWN_DENIAL, word, word + 1, 0)
    if kinds[YES]:
        return tell(OWN_YES, word, word + 1, 0)
    if with_verb or (said.form[word] != DAT and said.form[word] != DIE):
        return none
    for later in range(word, said.clauses[said.clause[word] + 1]):
        if said.kinds[said.lexeme[later], NEGATOR]:
            return tell(OWN_DENIAL, later, later + 1, 0)
    return tell(OWN_YES, word, word + 1, 0)
