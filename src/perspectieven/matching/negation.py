"""Negation: which negators reach a mention."""

from perspectieven.compiled import lean
from perspectieven.dutch.clauses import ENDS_IN_E, ENDS_IN_EN
from perspectieven.dutch.kinds import (
    AFTER_NEGATOR,
    BARE_NOUN,
    BEFORE_DAT,
    DAT,
    DENYING,
    DIE,
    FILLER,
    FINITE,
    GEEN,
    GEVOEL,
    HESITATION,
    HIGHER_VERB,
    IDEE,
    LACKING,
    MODIFIER,
    NEGATOR,
    NIEMAND,
    NIETS,
    NOCH,
    NON_FINITE,
    NOUN_NEGATOR,
    OF,
    PLAATS,
    QUALIFIER,
    TE,
    TOCH,
    VAN,
    VERBAL,
    VERRE,
    ZONDER,
)  # fmt: skip
from perspectieven.dutch.phrases import APPARENT_NEGATION
from perspectieven.dutch.words import QUESTION_AFTER
from perspectieven.matching.fronted import fronted_negation
from perspectieven.matching.rules import (
    DENIED_BEFORE,
    HIGHER_NEGATION,
    NEGATED_ANTECEDENT,
    NEGATION_AFTER,
    NEGATION_BEFORE,
    NEGATION_INSIDE,
    NO_RULE,
    is_part,
    opening_of,
    shares_clause,
    tell,
)  # fmt: skip

REACH_BEFORE = 7
REACH_AFTER = 5
REACH_DENIAL = 4
"""Words from a verb that denies, or *plaats van*, to a mention, or fewer."""
MOST_ALTERNATIVE = 3
"""Words that the first noun of *geen A of B* may take."""


@lean
def find_negations(mention, cues):
    """Write what negates a mention to `cues`; return how many cues that are.

    Of the negators before it only the nearest counts (*niet lui en niet gek*).
    """
    count = 0
    said = mention.said
    for word in range(mention.parts[0] - 1, mention.begin - 1, -1):
        if said.kinds[said.lexeme[word], NEGATOR]:
            found = _write(cues, count, _negation_at(mention, word))
            if found > count:
                count = found
                break
    n_before = count
    for word in range(mention.parts[0] + 1, mention.end):
        if count < len(cues) - 4 and said.kinds[said.lexeme[word], NEGATOR]:
            count = _write(cues, count, _negation_at(mention, word))
    if count == n_before:
        count = _write(cues, count, fronted_negation(mention))
    higher = _higher_negation(mention)
    count = _write(cues, count, higher if higher.rule else _negated_antecedent(mention))
    denied = _denied_before(mention)
    return _write(cues, count, denied if denied.rule else _lacking(mention))


@lean
def _write(cues, count, cue):
    """Write a cue where there is one; return how many there are."""
    if cue.rule:
        cues[count, 0], cues[count, 1], cues[count, 2], cues[count, 3] = cue
        count += 1
    return count


@lean
def _negation_at(mention, word):
    said = mention.said
    none = tell(NO_RULE, 0, 0, 0)
    if is_part(mention, word) or not shares_clause(mention, word):
        return none
    if _is_apparent(mention, word) or (said.form[word] == ZONDER and _is_negated(said, word)):
        return none
    first, last = mention.parts[0], mention.parts[mention.size - 1]
    if first < word < last:
        return tell(NEGATION_INSIDE, word, word + 1, 0)
    if word < first:
        distance = 0
        for between in range(word + 1, first):
            if said.form[between] == ZONDER or (
                said.kinds[said.lexeme[between], NON_FINITE] and not said.kinds[said.lexeme[between - 1], BARE_NOUN]
            ):
                return none
            distance += not said.kinds[said.lexeme[between], HESITATION]
        if said.kinds[said.lexeme[word], NOUN_NEGATOR] and not (word + 1 < first and said.form[word + 1] == VAN):
            for between in range(_after_alternative(said, word + 1, first), first):
                if said.kinds[said.lexeme[between], BARE_NOUN]:
                    break
                if not _may_modify(said, between):
                    return none
        too_far = distance > REACH_BEFORE and not _is_nobody(said, word)
        return none if too_far else tell(NEGATION_BEFORE, word, word + 1, distance)
    distance = 0
    for between in range(last + 1, word):
        distance += not said.kinds[said.lexeme[between], HESITATION]
    form = said.form[word]
    if distance > REACH_AFTER or form in (ZONDER, NOCH, VERRE) or not _is_last_said(said, word):
        return none
    return tell(NEGATION_AFTER, word, word + 1, distance)


@lean
def _is_nobody(said, word):
    """Say whether a clause opens with nobody, which denies all of it: *niemand van hen heeft*, *geen van de ouders*."""
    if said.clauses[said.clause[word]] != word:
        return False
    return said.form[word] == NIEMAND or (said.form[word] == GEEN and said.form[word + 1] == VAN)


@lean
def _is_negated(said, word):
    """Say whether a negator stands before a word in its clause: *geen week zonder driftbui*."""
    for earlier in range(said.clauses[said.clause[word]], word):
        if said.kinds[said.lexeme[earlier], NEGATOR]:
            return True
    return False


@lean
def _is_last_said(said, word):
    """Say whether a negator after the mention has nothing else to deny: not *de wachtlijst werd niet korter*."""
    end = said.clauses[said.clause[word] + 1]
    if said.form[word] == GEEN:
        return word + 1 == end
    if word + 1 < end and said.kinds[said.lexeme[end - 1], FINITE]:
        end -= 1
    for later in range(word + 1, end):
        kinds = said.kinds[said.lexeme[later]]
        verbal = kinds[VERBAL] or (said.lexeme[later] == 0 and said.shape[later] & ENDS_IN_EN)
        if not (kinds[FILLER] or kinds[AFTER_NEGATOR] or verbal):
            return False
    return True


@lean
def _is_apparent(mention, word):
    """Say whether a negator denies nothing of what is said beside it: *niet alleen*, *toch niet?*."""
    said, form = mention.said, mention.said.form
    if form[word] == VERRE and not (word + 1 < mention.end and form[word + 1] == VAN):
        return True
    tag = word > mention.begin and form[word - 1] == TOCH and word + 1 == mention.end
    if tag and said.after[word] & QUESTION_AFTER:
        return True
    for row in range(len(APPARENT_NEGATION)):
        size = 0
        while size < APPARENT_NEGATION.shape[1] and APPARENT_NEGATION[row, size]:
            size += 1
        for place in range(size):
            begin = word - place
            if begin < mention.begin or begin + size > mention.end or APPARENT_NEGATION[row, place] != form[word]:
                continue
            same = True
            for at in range(size):
                same = same and form[begin + at] == APPARENT_NEGATION[row, at]
            if same:
                return True
    return False


@lean
def _higher_negation(mention):
    """*Ik denk niet dat het normaal is*: the negation before *dat* is meant for the clause."""
    said = mention.said
    for at in range(mention.size):
        opening = opening_of(mention, at)
        if opening <= mention.begin or (said.form[opening] != DAT and said.form[opening] != OF):
            continue
        first = said.clauses[said.clause[opening - 1]]
        word = opening - 1
        while word > first and (
            said.kinds[said.lexeme[word], HIGHER_VERB] or said.kinds[said.lexeme[word], BEFORE_DAT]
        ):
            word -= 1
        if not said.kinds[said.lexeme[word], NEGATOR] or _is_apparent(mention, word):
            continue
        governed = first == word
        for earlier in range(first, opening):
            governed = governed or said.kinds[said.lexeme[earlier], HIGHER_VERB]
            governed = governed or (earlier >= word and (said.form[earlier] == IDEE or said.form[earlier] == GEVOEL))
        if governed:
            return tell(HIGHER_NEGATION, first, opening + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _negated_antecedent(mention):
    """*Niemand die ons geruststelde*: the relative clause belongs to nobody."""
    form = mention.said.form
    for at in range(mention.size):
        opening = opening_of(mention, at)
        if opening <= mention.begin or (form[opening] != DAT and form[opening] != DIE):
            continue
        begin = max(mention.begin, opening - 2)
        if form[opening - 1] == NIEMAND or form[opening - 1] == NIETS or form[begin] == GEEN:
            return tell(NEGATED_ANTECEDENT, begin, opening + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _denied_before(mention):
    """*Vergeten te signaleren*, *in plaats van te verwijzen*: what stands before it says that it was not done."""
    said, first = mention.said, mention.parts[0]
    for word in range(max(mention.begin, first - REACH_DENIAL), first):
        if said.form[word] == PLAATS and said.form[word + 1] == VAN and shares_clause(mention, word):
            return tell(DENIED_BEFORE, word, word + 2, 0)
        denies = said.kinds[said.lexeme[word], DENYING] and not _is_negated(said, word)
        if not denies or is_part(mention, word) or not shares_clause(mention, word):
            continue
        for between in range(word + 1, mention.parts[mention.size - 1]):
            if said.form[between] == TE:
                return tell(DENIED_BEFORE, word, word + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _lacking(mention):
    """*Aan moed ontbreekt het*: a verb in the clause says that it is not there."""
    said = mention.said
    for word in range(mention.begin, mention.end):
        if said.kinds[said.lexeme[word], LACKING] and shares_clause(mention, word) and not is_part(mention, word):
            return tell(DENIED_BEFORE, word, word + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _may_modify(said, word):
    """Say whether a word may stand between *geen* and its noun: an inflected adjective, a degree word."""
    kinds = said.kinds[said.lexeme[word]]
    return kinds[MODIFIER] or kinds[HESITATION] or said.shape[word] & ENDS_IN_E != 0


@lean
def _after_alternative(said, first, end):
    """Return where the words begin that follow *of* in a noun phrase with *geen*: *geen stress of (grote) zorgen*."""
    last_of = -1
    for word in range(first, end):
        if said.form[word] == OF:
            last_of = word
    if last_of < 0 or last_of - first > MOST_ALTERNATIVE:
        return first
    for word in range(first, last_of):
        if said.kinds[said.lexeme[word], FINITE] or said.kinds[said.lexeme[word], QUALIFIER]:
            return first
    return last_of + 1
