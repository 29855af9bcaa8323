"""Fronted mentions: what stands before the verb, far from the negator that denies it.

*Van opvoedtwijfels heb ik eerlijk gezegd nooit last gehad.* *Een stoornis, daar is bij hem nooit sprake van geweest.*
"""

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import (
    DAAR,
    ER,
    EXPERIENCED,
    FILLER,
    GEEN,
    NEGATOR,
    NIETS,
    NO_OBJECT,
    OWN_SUBJECT,
    REPORTER,
    SUBORDINATOR,
    VERB_FORM,
)
from perspectieven.dutch.words import COMMA_AFTER
from perspectieven.matching.rules import NEGATION_AFTER, NO_RULE, tell

LONGEST = 6
"""Words of a fronted clause that *daar* takes up, or fewer."""


@lean
def fronted_negation(mention):
    """Return what denies a mention that stands as an object before the verb of its clause.

    Something must have been had, felt or met for that (`cues.EXPERIENCED`): *de juf heeft het niet gezien* denies no
    teacher, and *rouw kom ik niet mee door het systeem* no grief.
    """
    said, last = mention.said, mention.parts[mention.size - 1]
    none = tell(NO_RULE, 0, 0, 0)
    first = said.clauses[said.clause[mention.parts[0]]]
    while first < mention.parts[0] and said.kinds[said.lexeme[first], FILLER]:
        first += 1
    opening = said.kinds[said.lexeme[first]]
    if opening[NO_OBJECT] or opening[SUBORDINATOR]:
        return none
    verb, inverted = last + 1, False
    after = said.clauses[said.clause[last] + 1]
    if after < mention.end and said.form[after] == DAAR and said.after[after - 1] & COMMA_AFTER:
        verb, inverted = after + 1, after - first <= LONGEST
    if verb + 1 >= mention.end or not said.kinds[said.lexeme[verb], VERB_FORM]:
        return none
    end = said.clauses[said.clause[verb] + 1]
    for subject in range(verb + 1, min(verb + 3, end)):
        kinds = said.kinds[said.lexeme[subject]]
        inverted = inverted or kinds[OWN_SUBJECT] or kinds[REPORTER] or said.form[subject] == ER
    if not inverted:
        return none
    for word in range(verb + 1, end):
        if not said.kinds[said.lexeme[word], NEGATOR]:
            continue
        if said.form[word] == NIETS and word + 1 == end:
            return tell(NEGATION_AFTER, word, end, word - last - 1)
        for later in range(word + 1, end):
            if said.kinds[said.lexeme[later], EXPERIENCED]:
                return tell(NEGATION_AFTER, word, word + 1, word - last - 1)
        if said.form[word] == GEEN:
            break
    return none
