"""Voice: whether the speaker speaks for themselves or reports what somebody else thinks, and who that is."""

from typing import NamedTuple

import numpy as np

from perspectieven.compiled import lean
from perspectieven.dutch.kinds import (
    DAT,
    JUDGING,
    OBLIGATION,
    OWN_SUBJECT,
    REPORTER,
    SAYING,
    VOLGENS,
)  # fmt: skip
from perspectieven.dutch.phrases import OWN_STANDPOINTS, phrase_at
from perspectieven.matching.aftermath import find_adopted
from perspectieven.matching.frames import NEAR, NOBODY, frame_at
from perspectieven.matching.rules import NO_RULE, OWN_STANDPOINT, QUOTED, REPORTED, Cue, is_part, shares_clause, tell


class Voice(NamedTuple):
    """A decided voice.

    Attributes
    ----------
    other : bool
    reporter : int
        Word that names whose view it is, -1 for nobody named.
    cue : Cue
    """

    other: bool
    reporter: np.int64
    cue: Cue


@lean
def decide_voice(mention, factual):
    """Decide whose view a mention is.

    What others *do*, told as a fact, is the speaker's own account; what others *find or say* is theirs (coding
    rule 7), unless the speaker takes a stand of their own in the same clause (rule 4).
    """
    said = mention.said
    own = _own_standpoint(mention)
    if factual:
        frame = _judged(mention)
        if frame.at < 0 or own.rule:
            return Voice(False, np.int64(NOBODY), tell(NO_RULE, 0, 0, 0))
        return Voice(True, frame.reporter, tell(REPORTED, frame.said_first, frame.said_end, 0))
    if own.rule and said.quoted[own.first] < 0 and not _is_said_by_another(mention, own.first):
        return Voice(False, np.int64(NOBODY), own)
    for word in range(mention.begin, mention.end):
        frame = frame_at(said, word, mention.begin, mention.end)
        if frame.at < 0 or is_part(mention, frame.at):
            continue
        for at in range(mention.size):
            if frame.first <= mention.parts[at] < frame.last:
                return Voice(True, frame.reporter, tell(REPORTED, frame.said_first, frame.said_end, 0))
    opened = said.quoted[mention.parts[0]]
    if opened >= 0:
        return _quoted(said, opened)
    return Voice(False, np.int64(NOBODY), tell(NO_RULE, 0, 0, 0))


@lean
def _judged(mention):
    """Return the frame in which somebody else *judges* a mention: *volgens Jo*, *moeder vindt dat hij moet*."""
    said = mention.said
    for word in range(mention.begin, mention.end):
        judging = said.kinds[said.lexeme[word], JUDGING]
        if said.form[word] != VOLGENS and not judging:
            continue
        frame = frame_at(said, word, mention.begin, mention.end)
        if frame.at < 0 or is_part(mention, frame.at) or not frame.first <= mention.parts[0] < frame.last:
            continue
        obliged = not judging
        for at in range(frame.first, frame.last):
            kinds = said.kinds[said.lexeme[at]]
            obliged = obliged or (kinds[OBLIGATION] and shares_clause(mention, at))
        if obliged:
            return frame
    return frame_at(said, mention.begin, mention.begin, mention.begin)


@lean
def _is_said_by_another(mention, first):
    """Say whether somebody else's words begin at a word: *zij zei, ik denk dat jij een puber bent*."""
    said = mention.said
    for word in range(mention.begin, first):
        if said.kinds[said.lexeme[word], SAYING] and frame_at(said, word, mention.begin, mention.end).first == first:
            return True
    return False


@lean
def _quoted(said, opened):
    """Say who speaks in a quotation, by the verb of saying before it; the speaker's own words stay their own."""
    for word in range(opened - 1, max(opened - 1 - NEAR, -1), -1):
        kinds = said.kinds[said.lexeme[word]]
        if kinds[OWN_SUBJECT]:
            return Voice(False, np.int64(NOBODY), tell(NO_RULE, 0, 0, 0))
        if kinds[REPORTER]:
            return Voice(True, np.int64(word), tell(QUOTED, word, opened, 0))
    return Voice(True, np.int64(NOBODY), tell(QUOTED, max(opened - 1, 0), opened, 0))


@lean
def _own_standpoint(mention):
    """Return the words with which the speaker takes a stand: in the clause, before its *dat*, by agreeing after."""
    said = mention.said
    previous = -1
    for at in range(mention.size):
        number = said.clause[mention.parts[at]]
        if number == previous:
            continue
        previous = number
        cue = _standpoint_in(said, number)
        if cue.rule:
            return cue
    opening = said.clauses[said.clause[mention.parts[0]]]
    if opening > mention.begin and said.form[opening] == DAT:
        cue = _standpoint_in(said, said.clause[opening - 1])
        if cue.rule:
            return tell(OWN_STANDPOINT, cue.first, opening + 1, 0)
    return find_adopted(mention)


@lean
def _standpoint_in(said, number):
    for word in range(said.clauses[number], said.clauses[number + 1]):
        size = phrase_at(said.form, OWN_STANDPOINTS, word, said.clauses[number + 1])
        if size:
            return tell(OWN_STANDPOINT, word, word + size, 0)
    return tell(NO_RULE, 0, 0, 0)
