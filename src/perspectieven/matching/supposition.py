"""Supposition: conditions, wishes and questions, in which nothing is affirmed or denied."""

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import (
    AAN,
    ALS,
    ASKING,
    COMPARED,
    DAN,
    DAT,
    FEARING,
    FILLER,
    FINITE,
    HABITUAL,
    HE,
    HOOR,
    IK,
    INDIEN,
    IRREALIS,
    JE,
    KAN,
    KON,
    LATEN,
    MAAR,
    MITS,
    MOCHT,
    NON_FINITE,
    OF,
    OPEN_QUESTION,
    QUALIFIER,
    QUESTION_OPENER,
    ROLE,
    SOFT_MAAR,
    STEL,
    SUPPOSER,
    SURELY_UNREAL,
    TAG,
    TE,
    TENZIJ,
    TOCH,
    UNREAL,
    VERB_FORM,
    WE,
    WIJ,
    WISH,
    ZIJN,
    ZO,
)  # fmt: skip
from perspectieven.dutch.words import BREAK_AFTER, QUESTION_AFTER
from perspectieven.matching.rules import (
    CONDITION_RULE,
    INDIRECT_QUESTION,
    NO_RULE,
    QUESTION_RULE,
    SUPPOSITION,
    UNREAL_WISH,
    is_part,
    opening_of,
    shares_clause,
    tell,
)  # fmt: skip

_UNREAL = 1
"""The number of the cue of a condition that is not so."""


@lean
def find_supposition(mention, asked, conditional, factual, earlier):
    """Return what makes a mention hypothetical, if anything does.

    Parameters
    ----------
    asked : bool
        The code is about asking, so a question affirms it.
    conditional : bool
        The code is said of what happens if something is so: *als* affirms it; *mocht*, *stel dat* and what is unreal
        (*als we ooit gaan scheiden*) do not.
    factual : bool
        The code tells what somebody does: asking whether is doing (*ze vroeg of ze mocht meekijken*).
    earlier : int
        First word of the sentence before in the same text, -1 if there is none.
    """
    cue = _condition(mention, earlier)
    form = mention.said.form[cue.first]
    if cue.rule and conditional and form != MOCHT and form != STEL and cue.number != _UNREAL:
        cue = tell(NO_RULE, 0, 0, 0)
    if not cue.rule:
        cue = _supposer(mention)
    if not cue.rule and not asked:
        cue = _question(mention)
        if not cue.rule and not factual:
            cue = _indirect_question(mention)
    return cue


@lean
def _condition(mention, earlier):
    none = tell(NO_RULE, 0, 0, 0)
    said = mention.said
    if said.form[mention.begin] == STEL and _is_conditional(said, mention.begin, mention.begin, mention.end):
        return _tell_condition(said, mention.begin, mention.begin, mention.end)
    for at in range(mention.size):
        opening = opening_of(mention, at)
        if opening < 0:
            continue
        if _is_conditional(said, opening, mention.begin, mention.end):
            return _tell_condition(said, opening, mention.begin, mention.end)
        before = said.clauses[said.clause[opening] - 1] if opening > mention.begin else -1
        follows = before >= mention.begin and _is_conditional(said, before, mention.begin, mention.end)
        if follows and said.form[opening] == DAT and said.form[before] == ALS:
            return _tell_condition(said, before, mention.begin, mention.end)
        if said.form[opening] == DAN or follows:
            for word in range(opening - 1, mention.begin - 1, -1):
                if _is_conditional(said, word, mention.begin, mention.end):
                    return _tell_condition(said, word, mention.begin, mention.end)
    if said.form[mention.begin] == DAN and earlier >= 0:
        for word in range(mention.begin - 1, earlier - 1, -1):
            if _is_conditional(said, word, earlier, mention.begin):
                return _tell_condition(said, word, earlier, mention.begin)
    return none


@lean
def _tell_condition(said, word, begin, end):
    """*Als ik stress heb, ga ik naar buiten* tells a habit; *als het uit de hand zou lopen* supposes."""
    number = said.clause[word]
    first, last = said.clauses[number], said.clauses[number + 1]
    if said.form[word] == ALS:
        surely, unreal, habit = False, False, False
        for at in range(first, last):
            unreal = unreal or said.kinds[said.lexeme[at], IRREALIS]
        for at in range(begin, end):
            habit = habit or said.kinds[said.lexeme[at], HABITUAL]
            surely = surely or said.kinds[said.lexeme[at], SURELY_UNREAL]
        if last - first > 1:
            second = said.form[first + 1]
            habit = habit or second in (IK, WE, WIJ)
        if surely:
            return tell(CONDITION_RULE, word, word + 1, _UNREAL)
        if habit and not unreal:
            return tell(NO_RULE, 0, 0, 0)
    return tell(CONDITION_RULE, word, word + 1, 0)


@lean
def _is_conditional(said, word, begin, end):
    form = said.form[word]
    after = said.clauses[said.clause[word] + 1]
    if word == begin and after < end and said.form[after] == DAN and said.kinds[said.lexeme[word], VERB_FORM]:
        return True
    if form == 0:
        return False
    if form in (INDIEN, MITS, TENZIJ):
        return True
    if form == MOCHT:
        return word == begin or said.clause[word] != said.clause[word - 1]
    if form == STEL and word + 1 < end and (said.form[word + 1] == DAT or said.form[word + 1] == JE):
        return not _is_fuss(said, word)
    if form != ALS or word + 1 >= end:
        return False
    number = said.clause[word]
    first, last = said.clauses[number], said.clauses[number + 1]
    following = said.kinds[said.lexeme[word + 1]]
    if following[ROLE] or last - first < 3 or _is_role(said, word, end):
        return False
    if (
        not following[QUALIFIER]
        and not _is_wished(said, word, begin)
        and (not said.kinds[said.lexeme[last - 1], VERB_FORM] or said.form[last - 2] == TE)
    ):
        return False
    for before in range(max(begin, word - 3), word):
        if said.form[before] == ZO or (before >= word - 2 and said.kinds[said.lexeme[before], COMPARED]):
            return False
    return True


@lean
def _is_wished(said, word, begin):
    """Say whether what stands before *als* is not so: *het zou mooi zijn als*."""
    for before in range(begin, word):
        if said.kinds[said.lexeme[before], SURELY_UNREAL]:
            return True
    return False


@lean
def _is_role(said, word, end):
    """Say whether *als* tells in what role somebody is: *als consulent krijg ik*."""
    if word + 3 >= end or not said.kinds[said.lexeme[word + 2], VERB_FORM]:
        return False
    subject = said.form[word + 3]
    return subject in (IK, WE, WIJ, JE) and not said.kinds[said.lexeme[word + 1], QUALIFIER]


@lean
def _is_fuss(said, word):
    """Say whether *stel* is part of *stel je niet aan*, which supposes nothing."""
    if said.form[word] != STEL:
        return False
    for later in range(word, said.clauses[said.clause[word] + 1]):
        if said.form[later] == AAN:
            return True
    return False


@lean
def _supposer(mention):
    said = mention.said
    last = mention.parts[mention.size - 1]
    for word in range(mention.begin, mention.end):
        kinds = said.kinds[said.lexeme[word]]
        if not (kinds[SUPPOSER] or kinds[WISH]) or is_part(mention, word) or not shares_clause(mention, word):
            continue
        if kinds[SUPPOSER] and (_is_fuss(said, word) or _is_asked_within(mention, word)):
            continue
        if kinds[SUPPOSER] or word < last:
            return tell(SUPPOSITION, word, word + 1, 0)
    wish = _unreal_wish(said, mention.begin, mention.end)
    if wish.rule:
        return wish
    proposes = mention.begin + 1 < mention.end and said.form[mention.begin + 1] == WE
    if proposes and said.form[mention.begin] == LATEN:
        return tell(SUPPOSITION, mention.begin, mention.begin + 2, 0)
    for at in range(mention.size):
        opening = opening_of(mention, at)
        if opening <= mention.begin or said.form[opening] not in (DAT, OF):
            continue
        first = said.clauses[said.clause[opening - 1]]
        supposed, wished, may, be = False, False, False, False
        for word in range(first, opening):
            kinds = said.kinds[said.lexeme[word]]
            supposed = supposed or kinds[SUPPOSER] or (kinds[FEARING] and not is_part(mention, word))
            wished = kinds[WISH] or (wished and not kinds[NON_FINITE])
            may = may or said.form[word] == KAN or said.form[word] == KON
            be = be or said.form[word] == ZIJN
        if supposed or (said.form[opening] == DAT and (wished or (may and be))):
            return tell(SUPPOSITION, first, opening + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _is_asked_within(mention, word):
    """Say whether *zou* belongs to a question in the mention or behind it: *bezig met wat ze zouden denken*."""
    said = mention.said
    for asking in range(said.clauses[said.clause[word]], word):
        if said.kinds[said.lexeme[asking], OPEN_QUESTION] and asking >= mention.parts[0]:
            return True
    return False


@lean
def _unreal_wish(said, begin, end):
    """*Had ik maar iemand gebeld*, *was er maar een oudercafé*: all of the sentence is wished for."""
    first = begin
    while first < end and said.kinds[said.lexeme[first], FILLER]:
        first += 1
    if first < end and said.kinds[said.lexeme[first], UNREAL]:
        for later in range(first + 1, min(first + 6, end - 1)):
            if said.after[later - 1] & BREAK_AFTER:
                break
            softened = said.kinds[said.lexeme[later - 1], SOFT_MAAR]
            if said.form[later] == MAAR and later > first + 1 and not softened:
                return tell(UNREAL_WISH, first, first + 1, 0)
    return tell(NO_RULE, 0, 0, 0)


@lean
def _question(mention):
    none = tell(NO_RULE, 0, 0, 0)
    said, final = mention.said, mention.end - 1
    if not said.after[final] & QUESTION_AFTER:
        return none
    number = said.clause[final]
    tagged, alternative = True, False
    for word in range(max(mention.begin, said.clauses[number]), mention.end):
        tagged = tagged and said.kinds[said.lexeme[word], TAG]
        alternative = alternative or said.form[word] == OF
    if tagged and not alternative:
        return none
    asks = tell(QUESTION_RULE, final, final + 1, 0)
    opener = said.kinds[said.lexeme[mention.begin]]
    if opener[QUESTION_OPENER] or opener[FINITE]:
        return asks
    if tagged or said.form[final] == TOCH or said.form[final] == HE or said.form[final] == HOOR:
        return none
    many = mention.resumed >= 0
    for at in range(mention.size):
        many = many or said.clause[mention.parts[at]] != said.clause[mention.parts[0]]
    return asks if many or shares_clause(mention, final) else none


@lean
def _indirect_question(mention):
    said = mention.said
    for at in range(mention.size):
        opening = opening_of(mention, at)
        if opening <= mention.begin or said.form[opening] != OF:
            continue
        for word in range(said.clauses[said.clause[opening - 1]], opening):
            if said.kinds[said.lexeme[word], ASKING]:
                return tell(INDIRECT_QUESTION, opening - 1, opening + 1, 0)
    return tell(NO_RULE, 0, 0, 0)
