"""Fronted mentions: what stands before the verb, far from the negator that denies it.

*Van opvoedtwijfels heb ik eerlijk gezegd nooit last gehad.* *Een stoornis, daar is bij hem nooit sprake van geweest.*
"""

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import (
    AFTER_NEGATOR,
    DAAR,
    DAT,
    DIE,
    ER,
    EXPERIENCED,
    FILLER,
    FINITE,
    HAVING,
    MODIFIER,
    NEGATOR,
    NO,
    NO_OBJECT,
    OWN_SUBJECT,
    QUALIFIER,
    REPORTER,
    SUBORDINATOR,
    VAN,
    VERB_FORM,
    VERBAL,
    ZONDER,
)  # fmt: skip
from perspectieven.dutch.words import COMMA_AFTER
from perspectieven.matching.rules import NEGATION_AFTER, NO_RULE, is_part, tell

LONGEST = 6
"""Words of a topic that *daar*, *dat* or *die* takes up, or fewer."""


@lean
def fronted_negation(mention):
    """Return what denies a mention that stands as an object or predicate before the verb of its clause.

    What stands there is no subject: it is an infinitive or participle (*gemeld heeft de dokter het niet*), opens with
    *van*, somebody else follows the verb (*somber ben ik nooit geweest*), or *nee* or *daar* takes it up (*een fase,
    nee, dat is het nooit geweest*). The negator must have nothing else to deny: *de juf heeft het niet gezien* denies
    no teacher, and *rouw kom ik niet mee door het systeem* no grief.
    """
    said, last = mention.said, mention.parts[mention.size - 1]
    none = tell(NO_RULE, 0, 0, 0)
    first = said.clauses[said.clause[mention.parts[0]]]
    while first < mention.parts[0] and said.kinds[said.lexeme[first], FILLER]:
        first += 1
    opening = said.kinds[said.lexeme[first]]
    if opening[NO_OBJECT] or opening[SUBORDINATOR]:
        return none
    verb, taken_up = _find_verb(mention, first)
    if verb + 1 >= mention.end or not said.kinds[said.lexeme[verb], VERB_FORM]:
        return none
    end = said.clauses[said.clause[verb] + 1]
    no_subject = taken_up or said.form[first] == VAN or (verb == last + 1 and said.kinds[said.lexeme[last], VERBAL])
    for subject in range(verb + 1, min(verb + 3, end)):
        kinds = said.kinds[said.lexeme[subject]]
        no_subject = no_subject or kinds[OWN_SUBJECT] or kinds[REPORTER] or said.form[subject] == ER
    if not no_subject:
        return none
    for word in range(verb + 1, end):
        negator = said.kinds[said.lexeme[word], NEGATOR] and said.form[word] != ZONDER
        if negator and _is_for_what_precedes(said, verb, word, end):
            return tell(NEGATION_AFTER, word, word + 1, word - last - 1)
    return none


@lean
def _find_verb(mention, first):
    """Return where the verb behind a mention should be, and whether *nee* or *daar* takes the mention up."""
    said, last = mention.said, mention.parts[mention.size - 1]
    word, denied = said.clauses[said.clause[last] + 1], False
    if word >= mention.end or not said.after[word - 1] & COMMA_AFTER or not _is_topic(mention, first, word):
        return last + 1, False
    while word < mention.end and said.kinds[said.lexeme[word], FILLER]:
        denied = denied or said.kinds[said.lexeme[word], NO]
        word += 1
    if word < mention.end and said.form[word] in (DAAR, DAT, DIE):
        return word + 1, denied or said.form[word] == DAAR
    return last + 1, denied


@lean
def _is_topic(mention, first, end):
    """Say whether a clause does no more than name something: it is short, and has no verb but in the mention."""
    if end - first > LONGEST:
        return False
    for word in range(first, end):
        if mention.said.kinds[mention.said.lexeme[word], FINITE] and not is_part(mention, word):
            return False
    return True


@lean
def _is_for_what_precedes(said, verb, negator, end):
    """Say whether a negator denies what stands before the verb: that was not had, felt or met, or is not so."""
    alone = said.kinds[said.lexeme[verb], HAVING]
    for later in range(negator + 1, end):
        kinds = said.kinds[said.lexeme[later]]
        if kinds[EXPERIENCED]:
            return True
        alone = alone and (kinds[FILLER] or kinds[AFTER_NEGATOR] or kinds[MODIFIER] or kinds[QUALIFIER])
    return alone
