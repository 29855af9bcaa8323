"""Judging: the stance and voice of every hit, and answers that lean on the question before them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, lean
from perspectieven.dutch.kinds import HEDGE, HESITATION, NO, OPEN_QUESTION, YES
from perspectieven.dutch.phrases import IRONY, phrase_at
from perspectieven.dutch.words import QUESTION_AFTER
from perspectieven.matching.aftermath import find_called_off, find_taken_back
from perspectieven.matching.negation import find_negations
from perspectieven.matching.own_answer import find_own_answer
from perspectieven.matching.rules import (
    ANTONYM,
    DENIED_BY_SIGNS,
    FAR_NEGATION,
    INDIRECT_QUESTION,
    IRONIC,
    MANY_NEGATIONS,
    MOST_CUES,
    POOR_TERM,
    QUOTED,
    REPORTED,
    SIGNS,
    SIGNS_ALONE,
    SUPPOSITION,
    TAKEN_BACK,
    UNSURE,
    Mention,
    find_resumed,
)
from perspectieven.matching.supposition import find_supposition
from perspectieven.matching.voice import decide_voice

AFFIRMED, NEGATED, HYPOTHETICAL = range(3)

FAR = 4
"""Words between a negator and a mention from which a person should look."""


class Judged(NamedTuple):
    """One element per hit.

    Attributes
    ----------
    stance : array of uint8
    other : array of bool
        Somebody else's view.
    reporter : array of int32
        Place in `kinds.REPORTER_NAMES` of whose view it is.
    cues : array of int32, hits x most cues x 4
        As `rules.Cue`; the first with rule 0 is beyond the last.
    """

    stance: NDArray[np.uint8]
    other: NDArray[np.bool_]
    reporter: NDArray[np.int32]
    cues: NDArray[np.int32]


@compiled
def judge(
    said,
    sentences,
    first_sentences,
    text,
    sentence,
    parts,
    trusted,
    shifted,
    poor,
    signs,
    antonym,
    asking,
    conditional,
    factual,
):
    """Decide the stance and voice of every hit.

    Hypothetical overrules negated (coding rule 4). A negator that is a part of the mention does not count; one that
    stands between its parts does. An even number of negations affirms. A rule that is not trusted leaves a doubt.

    Parameters
    ----------
    said : Said
    sentences, first_sentences : array of int32
        As in `words.Words`: the first word of each sentence, the first sentence of each text.
    text, sentence, parts : arrays
        As in `arrays.Hits`.
    trusted : array of bool, hits x rules
        Whether the rule decides for the code at hand.
    shifted : array of uint8
        One element per hit: which of `lexicon.signs.SHIFTS` it takes by what signs say, counted from 1, where rules
        leave it affirmed; 0 for none.
    poor : array of bool
        One element per hit: its term is seldom right, and what is around it could not be weighed.
    signs, antonym, asking, conditional, factual : array of bool
        One element per hit: no term but signs alone gave it; the term says that the code is absent; the code is about
        asking; a condition affirms the code; the code tells what somebody does, which nobody else can think for them.
    """
    count = len(text)
    stance, other = np.zeros(count, np.uint8), np.zeros(count, np.bool_)
    reporter, cues = np.zeros(count, np.int32), np.zeros((count, MOST_CUES, 4), np.int32)
    for hit in range(count):
        begin, end = sentences[sentence[hit]], sentences[sentence[hit] + 1]
        size = 0
        while size < parts.shape[1] and parts[hit, size] >= 0:
            size += 1
        told = cues[hit]
        if signs[hit]:
            n_cues = _tell(told, 0, SIGNS, parts[hit, 0], parts[hit, size - 1] + 1, 0)
            stance[hit], other[hit], n_cues = _shift(told, n_cues, shifted[hit])
            _tell(told, n_cues, SIGNS_ALONE, 0, 0, 0)
            continue
        resumed = find_resumed(said, parts[hit, size - 1], end)
        mention = Mention(said, parts[hit], size, begin, end, resumed)
        earlier = sentences[sentence[hit] - 1] if sentence[hit] > first_sentences[text[hit]] else -1
        after = sentence[hit] + 1
        answer = find_own_answer(mention, sentences[after + 1] if after < first_sentences[text[hit] + 1] else end)
        supposed = find_supposition(mention, asking[hit] or answer.rule, conditional[hit], factual[hit], earlier)
        n_cues = _tell(told, 0, supposed.rule, supposed.first, supposed.end, supposed.number) if supposed.rule else 0
        if answer.rule:
            n_cues = _tell(told, n_cues, answer.rule, answer.first, answer.end, answer.number)
        n_negations = find_negations(mention, told[n_cues:])
        n_far = 0
        for at in range(n_cues, n_cues + n_negations):
            n_far = max(n_far, told[at, 3])
        n_cues += n_negations
        if not n_negations:
            back = find_taken_back(mention)
            if not back.rule and supposed.rule == SUPPOSITION:
                back = find_called_off(mention, supposed.first)
            if back.rule:
                n_cues = _tell(told, n_cues, back.rule, back.first, back.end, back.number)
        if antonym[hit]:
            n_cues = _tell(told, n_cues, ANTONYM, 0, 0, 0)
        voice = decide_voice(mention, factual[hit])
        if voice.cue.rule:
            n_cues = _tell(told, n_cues, voice.cue.rule, voice.cue.first, voice.cue.end, voice.cue.number)
        hypothetical, n_negations, reported = _weigh_cues(told, n_cues, trusted[hit])
        stance[hit] = HYPOTHETICAL if hypothetical else NEGATED if n_negations % 2 else AFFIRMED
        if reported:
            other[hit] = True
            reporter[hit] = said.reporter[said.lexeme[voice.reporter]] if voice.reporter >= 0 else 0
        if shifted[hit] and not (hypothetical or n_negations or reported):
            stance[hit], other[hit], n_cues = _shift(told, n_cues, shifted[hit])
            n_cues = _tell(told, n_cues, SIGNS_ALONE, 0, 0, 0)
        for word in range(begin, end):
            phrase = phrase_at(said.form, IRONY, word, end)
            if phrase:
                n_cues = _tell(told, n_cues, IRONIC, word, word + phrase, 0)
                break
        if n_negations > 1:
            n_cues = _tell(told, n_cues, MANY_NEGATIONS, 0, 0, 0)
        if n_far >= FAR and n_negations:
            n_cues = _tell(told, n_cues, FAR_NEGATION, 0, 0, n_far)
        if poor[hit]:
            _tell(told, n_cues, POOR_TERM, 0, 0, 0)
    return stance, other, reporter, cues


@lean
def _tell(told, at, rule, first, end, number):
    """Write down a cue where there is room for one more; return where the next goes."""
    if at == len(told):
        return at
    told[at, 0], told[at, 1], told[at, 2], told[at, 3] = rule, first, end, number
    return at + 1


@lean
def _shift(told, n_cues, shift):
    """Shift a mention as signs say; return its stance, whether it is another's view, and where the next cue goes."""
    if not shift:
        return AFFIRMED, False, n_cues
    n_cues = _tell(told, n_cues, DENIED_BY_SIGNS + shift - 1, 0, 0, 0)
    return NEGATED if shift == 1 else HYPOTHETICAL if shift == 2 else AFFIRMED, shift == 3, n_cues


@lean
def _weigh_cues(told, n_cues, trusted):
    """Say what the cues that may decide come to, and mark the others as doubts.

    What is taken back is neither supposed nor left to somebody else.

    Returns
    -------
    (bool, int, bool)
        Something makes the mention hypothetical; how many negations reach it; somebody else says it.
    """
    hypothetical, n_negations, reported, settled = False, 0, False, False
    for at in range(n_cues):
        rule = told[at, 0]
        if not trusted[rule]:
            told[at, 0] = UNSURE + rule
        elif rule <= ANTONYM:
            n_negations += 1
            settled = settled or rule == TAKEN_BACK
        elif rule <= INDIRECT_QUESTION:
            hypothetical = True
        elif rule in (REPORTED, QUOTED):
            reported = True
    return hypothetical and not settled, n_negations, reported and not settled


@compiled
def find_answers(said, sentences, texts, interviewer, opens, text, target, sentence, parts, code_of):
    """Find answers that take their meaning from the question before (*Is dat normaal?* *Nee.*).

    The interviewer's last sentence asks for yes or no, and the next speaker begins with the answer. What the
    question mentions is then said in the answer, unless the answer mentions it in words of its own.

    Returns
    -------
    (text, asked, answer, negated)
        One element per answer found: its text, the hit in the question, the word that answers, whether it denies.
    """
    found = np.empty((len(text), 4), np.int32)
    count = 0
    for hit in range(len(text)):
        asked = text[hit]
        answer = asked + 1
        if not interviewer[asked] or answer >= len(texts) - 1 or interviewer[answer] or opens[answer]:
            continue
        final = texts[asked + 1] - 1
        if sentence[hit] != final or texts[answer] == texts[answer + 1]:
            continue
        first, end = sentences[final], sentences[final + 1]
        if not said.after[end - 1] & QUESTION_AFTER or said.kinds[said.lexeme[first], OPEN_QUESTION]:
            continue
        word = sentences[texts[answer]]
        until = sentences[texts[answer] + 1]
        while word < until and said.kinds[said.lexeme[word], HESITATION]:
            word += 1
        if word == until:
            continue
        kinds = said.kinds[said.lexeme[word]]
        if not (kinds[YES] or kinds[NO]) or (word + 1 < until and said.kinds[said.lexeme[word + 1], HEDGE]):
            continue
        repeated = False
        for other in range(len(text)):
            repeated = repeated or (text[other] == answer and code_of[target[other]] == code_of[target[hit]])
        if not repeated:
            found[count] = answer, hit, word, 1 if kinds[NO] else 0
            count += 1
    return found[:count]
