"""Judging: the stance and voice of every hit, and answers that lean on the question before them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled
from perspectieven.dutch.kinds import HEDGE, HESITATION, NO, OPEN_QUESTION, YES
from perspectieven.dutch.phrases import IRONY, phrase_at
from perspectieven.dutch.words import QUESTION_AFTER
from perspectieven.matching.negation import find_negations
from perspectieven.matching.rules import (
    ANTONYM,
    FAR_NEGATION,
    IRONIC,
    MANY_NEGATIONS,
    MOST_CUES,
    SIGNS,
    SIGNS_ALONE,
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
def judge(said, sentences, first_sentences, text, sentence, parts, signs, antonym, asking, conditional, factual):
    """Decide the stance and voice of every hit.

    Hypothetical overrules negated (coding rule 4). A negator that is a part of the mention does not count; one that
    stands between its parts does. An even number of negations affirms.

    Parameters
    ----------
    said : Said
    sentences, first_sentences : array of int32
        As in `words.Words`: the first word of each sentence, the first sentence of each text.
    text, sentence, parts : arrays
        As in `search.Hits`.
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
        resumed = find_resumed(said, parts[hit, size - 1], end)
        mention = Mention(said, parts[hit], size, begin, end, resumed)
        earlier = sentences[sentence[hit] - 1] if sentence[hit] > first_sentences[text[hit]] else -1
        n_cues = 0
        supposed = find_supposition(mention, asking[hit], conditional[hit], factual[hit], earlier)
        if supposed.rule:
            cues[hit, 0, 0], cues[hit, 0, 1], cues[hit, 0, 2], cues[hit, 0, 3] = supposed
            n_cues = 1
        n_negations = find_negations(mention, cues[hit, n_cues:])
        n_far = 0
        for at in range(n_cues, n_cues + n_negations):
            n_far = max(n_far, cues[hit, at, 3])
        n_cues += n_negations
        if antonym[hit]:
            cues[hit, n_cues, 0] = ANTONYM
            n_cues += 1
            n_negations += 1
        if signs[hit]:
            cues[hit, n_cues, 0], cues[hit, n_cues, 1] = SIGNS, parts[hit, 0]
            cues[hit, n_cues, 2], cues[hit, n_cues + 1, 0] = parts[hit, size - 1] + 1, SIGNS_ALONE
            n_cues += 2
        stance[hit] = HYPOTHETICAL if supposed.rule else NEGATED if n_negations % 2 else AFFIRMED
        if not factual[hit]:
            voice = decide_voice(mention)
            other[hit] = voice.other
            reporter[hit] = said.reporter[said.lexeme[voice.reporter]] if voice.reporter >= 0 else 0
            if voice.cue.rule and n_cues < MOST_CUES:
                cues[hit, n_cues, 0], cues[hit, n_cues, 1] = voice.cue.rule, voice.cue.first
                cues[hit, n_cues, 2], cues[hit, n_cues, 3] = voice.cue.end, voice.cue.number
                n_cues += 1
        for word in range(begin, end):
            phrase = phrase_at(said.form, IRONY, word, end)
            if phrase and n_cues < MOST_CUES:
                cues[hit, n_cues, 0], cues[hit, n_cues, 1], cues[hit, n_cues, 2] = IRONIC, word, word + phrase
                n_cues += 1
                break
        if n_negations > 1 and n_cues < MOST_CUES:
            cues[hit, n_cues, 0] = MANY_NEGATIONS
            n_cues += 1
        if n_far >= FAR and n_cues < MOST_CUES:
            cues[hit, n_cues, 0], cues[hit, n_cues, 3] = FAR_NEGATION, n_far
            n_cues += 1
    return stance, other, reporter, cues


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
