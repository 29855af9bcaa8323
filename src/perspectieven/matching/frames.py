"""Reporting frames: expressions with which somebody else's words or views are told, and which words they cover."""

from typing import NamedTuple

import numpy as np

from perspectieven.compiled import inlined, lean
from perspectieven.dutch.kinds import (
    BETREFT,
    COPULA,
    DAT,
    DETERMINER,
    DUS,
    EN,
    ER,
    FILLER,
    FINITE,
    HET,
    IDEE,
    IK,
    INVERTING,
    JOU,
    JUDGING,
    MAAR,
    MIJ,
    NIETS,
    NON_FINITE,
    OBLIGATION,
    OM,
    ONS,
    OWN_SUBJECT,
    QUOTED_SUBJECT,
    RELATIVE,
    REPORTER,
    RESUMING,
    ROLE,
    RULE_BOOK,
    SAYING,
    SUBJECT,
    SUBORDINATOR,
    TERWIJL,
    VAN,
    VERB_FORM,
    VOLGENS,
    VOOR,
    WAT,
    WISH,
    ZOIETS,
    U,
)  # fmt: skip
from perspectieven.dutch.phrases import HEARSAY, phrase_at
from perspectieven.dutch.words import APART

NEAR = 5
"""Words before a verb of saying among which its subject is looked for."""
NOBODY = -1
"""Where nobody is named whose view it is."""


class Frame(NamedTuple):
    """A reporting expression at word `at`, and the half-open range of words that it covers; `at` is -1 for none."""

    at: np.int64
    first: np.int64
    last: np.int64
    reporter: np.int64
    said_first: np.int64
    said_end: np.int64


@inlined
def _cover(at, first, last, reporter, said_first, said_end):
    return Frame(
        np.int64(at), np.int64(first), np.int64(last), np.int64(reporter), np.int64(said_first), np.int64(said_end)
    )


@lean
def frame_at(said, word, begin, end):
    """Return the reporting frame that a word makes, in a sentence from `begin` to `end`."""
    kinds = said.kinds[said.lexeme[word]]
    if said.form[word] == VOLGENS:
        return _according_to(said, word, end)
    if said.form[word] == VOOR and word == begin:
        return _in_the_eyes_of(said, word, end)
    if said.form[word] == WAT and word == begin:
        return _as_far_as(said, word, end)
    size = phrase_at(said.form, HEARSAY, word, end)
    if size:
        return _hearsay(said, word, size, end)
    if kinds[OBLIGATION] and word > begin:
        return _told_by(said, word)
    idea = said.form[word] == IDEE and word + 1 < end and said.form[word + 1] == VAN
    if kinds[SAYING] or kinds[JUDGING] or idea or (kinds[WISH] and _governs(said, word, end)):
        return _reported(said, word, begin, end)
    return _cover(-1, 0, 0, 0, 0, 0)


@inlined
def _governs(said, word, end):
    """Say whether a clause with *dat* follows the clause of a word: *school wilde dat we een test deden*."""
    last = said.clauses[said.clause[word] + 1]
    return last < end and said.form[last] == DAT


@lean
def _according_to(said, word, end):
    none = _cover(-1, 0, 0, 0, 0, 0)
    if word + 1 >= end:
        return none
    form = said.form[word + 1]
    if form in (MIJ, ONS, JOU, U):
        return none
    named = word + 1
    while named + 1 < end and said.kinds[said.lexeme[named], DETERMINER]:
        named += 1
    if said.kinds[said.lexeme[named], RULE_BOOK]:
        return none
    after = _leaves_report(said, named + 1, end)
    covered = named + 1 if named + 1 < after else said.clauses[said.clause[word]]
    return _cover(word, covered, after, _known(said, named), word, named + 1)


@lean
def _in_the_eyes_of(said, word, end):
    """Find for whom something is so: *voor de wijkagent is dat onveilig*, but not *voor de kinderen is er een club*."""
    named = _named(said, word + 1, end)
    verb = named + 1
    if named < 0 or verb + 1 >= end or not said.kinds[said.lexeme[verb], COPULA] or said.form[verb + 1] == ER:
        return _cover(-1, 0, 0, 0, 0, 0)
    return _cover(word, verb, _leaves_report(said, verb, end), _known(said, named), word, verb + 1)


@lean
def _as_far_as(said, word, end):
    """Find as far as whom something is so: *wat de jeugdarts betreft is het een fase*."""
    named = _named(said, word + 1, end)
    if named < 0 or named + 1 >= end or said.form[named + 1] != BETREFT:
        return _cover(-1, 0, 0, 0, 0, 0)
    return _cover(word, named + 2, _leaves_report(said, named + 2, end), _known(said, named), word, named + 2)


@lean
def _named(said, word, end):
    """Return the word after determiners that names somebody else, -1 where nobody is named."""
    first = word
    while word < end and said.kinds[said.lexeme[word], DETERMINER]:
        word += 1
    if not first < word < end:
        return -1
    kinds = said.kinds[said.lexeme[word]]
    somebody = kinds[REPORTER] or not (kinds[ROLE] or kinds[VERB_FORM] or said.form[word - 1] == HET)
    return word if somebody else -1


@inlined
def _known(said, named):
    """Return who is named where that is somebody whose views are often told, and else nobody in particular."""
    return named if said.kinds[said.lexeme[named], REPORTER] else NOBODY


@lean
def _told_by(said, word):
    """Find who tells somebody what to do: *van de groepsleiding moest ik mijn netwerk bellen*."""
    first = said.clauses[said.clause[word]]
    if said.form[first] != VAN or not said.kinds[said.lexeme[word - 1], REPORTER]:
        return _cover(-1, 0, 0, 0, 0, 0)
    for between in range(first + 1, word - 1):
        if not said.kinds[said.lexeme[between], DETERMINER]:
            return _cover(-1, 0, 0, 0, 0, 0)
    return _cover(word, word + 1, said.clauses[said.clause[word] + 1], word - 1, first, word + 1)


@lean
def _leaves_report(said, first, end):
    """Return the first word that leaves the reported view: *, maar*, *, dus*, *en ik*, *en toen*."""
    for word in range(first, end):
        form = said.form[word]
        if form == EN and word + 1 < end and said.kinds[said.lexeme[word + 1], RESUMING]:
            return word
        if (form in (MAAR, TERWIJL, DUS)) and said.after[word - 1] & APART:
            return word
    return end


@lean
def _hearsay(said, word, size, end):
    if said.form[word] == ZOIETS:
        for before in range(said.clauses[said.clause[word]], word):
            if said.kinds[said.lexeme[before], OWN_SUBJECT]:
                return _cover(-1, 0, 0, 0, 0, 0)
    last = word + size
    return _cover(word, last, _leaves_report(said, last, end), NOBODY, word, last)


@lean
def _reported(said, word, begin, end):
    """Find a verb of saying or judging with somebody else as its subject."""
    none = _cover(-1, 0, 0, 0, 0, 0)
    number = said.clause[word]
    first, last = said.clauses[number], said.clauses[number + 1]
    who = _subject(said, word, first, last)
    if who < 0 and word - first == 1 and said.form[first] == EN and first > begin:
        who = _first_subject(said, said.clause[first - 1])
    if who < 0:
        return none
    inverted = who > word
    reporter = who if inverted else _noun_for(said, who, word, begin)
    low, high = min(word, reporter) if who >= first else first, max(word, reporter)
    n_tail = last - high - 1
    if n_tail and said.form[high + 1] == NIETS:
        return none
    if inverted and word - first <= 1 and first > begin and _is_said_before(said, word, n_tail, last, end):
        return _cover(word, begin, first, reporter, low, high + 1)
    if said.kinds[said.lexeme[word], JUDGING] and _is_found(said, first, n_tail, inverted, last, end):
        return none
    if said.kinds[said.lexeme[word], JUDGING] or said.form[word] == IDEE:
        covered = high + 1 if inverted or n_tail else last
        return _cover(word, covered, _leaves_report(said, last, end), reporter, low, high + 1)
    if not inverted and n_tail and said.kinds[said.lexeme[word + 1], QUOTED_SUBJECT]:
        return _cover(word, word + 1, last, reporter, low, high + 1)
    for after in range(high + 1, last):
        if said.form[after] == OM:
            return _cover(word, after, last, reporter, low, high + 1)
    stop = _leaves_report(said, last, end)
    return _cover(word, last, stop, reporter, low, high + 1) if last < stop else none


@lean
def _is_found(said, first, n_tail, inverted, last, end):
    """Say whether somebody finds a thing and no more: *dat ie een plek vindt waar hij zichzelf is*."""
    subordinate = said.kinds[said.lexeme[first], SUBORDINATOR] and not inverted and not n_tail
    return subordinate and last < end and said.kinds[said.lexeme[last], RELATIVE]


@lean
def _is_said_before(said, word, n_tail, last, end):
    """Say whether a clause with a verb of saying only tells who said what stands before it: *..., zei m'n opa*."""
    if last == end:
        return n_tail <= 2
    goes_on = said.kinds[said.lexeme[last], SUBORDINATOR] and said.form[last] != DAT
    return goes_on and said.kinds[said.lexeme[word], SAYING] and said.clauses[said.clause[word]] == word


@lean
def _subject(said, word, first, last):
    """Return the subject of a verb; -1 where it is the speaker or unclear.

    What stands before another finite verb is the subject of that one: *toen ik klein was zei mijn vader*.
    """
    verb = said.kinds[said.lexeme[word]]
    own_next = word + 1 < last and said.kinds[said.lexeme[word + 1], OWN_SUBJECT]
    if own_next and (said.form[word + 1] != IK or verb[INVERTING]):
        return -1
    for before in range(word - 1, first - 1, -1):
        kinds = said.kinds[said.lexeme[before]]
        if kinds[FINITE] and verb[FINITE]:
            first = before + 1
            break
        if kinds[OWN_SUBJECT]:
            return -1
    for before in range(word - 1, max(first, word - NEAR) - 1, -1):
        if said.kinds[said.lexeme[before], REPORTER]:
            return before
    for after in range(word + 1, min(word + 4, last)):
        if said.kinds[said.lexeme[after], REPORTER]:
            return after
    return word - 1 if not verb[NON_FINITE] and _is_somebody(said, word - 1, first) else -1


@lean
def _is_somebody(said, word, first):
    """Say whether what stands before a verb of saying is somebody: a name, or a clause opens with *de teamleider*."""
    if word < first or said.kinds[said.lexeme[word], FILLER]:
        return False
    if said.capital[word] and said.lexeme[word] == 0:
        return True
    if word == first or not said.kinds[said.lexeme[first], DETERMINER]:
        return False
    return said.form[first] != DAT or not said.kinds[said.lexeme[first + 1], SUBJECT]


@lean
def _first_subject(said, number):
    """Return who a clause begins with, whose verb the next clause goes on with: *de mentor belt mij en zegt*."""
    for word in range(said.clauses[number], said.clauses[number + 1]):
        kinds = said.kinds[said.lexeme[word]]
        if kinds[OWN_SUBJECT]:
            return -1
        if kinds[REPORTER]:
            return word
    return -1


@lean
def _noun_for(said, who, word, begin):
    """Prefer a noun over the pronoun that takes it up: *school, die zegt*."""
    if said.reporter[said.lexeme[who]] > 1:
        return who
    for before in range(word - 1, max(begin, word - NEAR) - 1, -1):
        if said.reporter[said.lexeme[before]] > 1:
            return before
    return who
