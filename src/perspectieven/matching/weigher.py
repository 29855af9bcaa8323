"""Weighing: whether what was found counts among the words around it, and which codes the words alone tell of."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.dutch.words import Words
from perspectieven.lexicon import Code, Term
from perspectieven.lexicon.signs import ANY, ELSEWHERE, SHIFTS, WORTH_A_LOOK, Signs, describe_shifts
from perspectieven.matching.arrays import Hits
from perspectieven.matching.rules import RULES
from perspectieven.matching.sign_table import Table, make_table
from perspectieven.matching.signs import (
    ASKED,
    ASKED_PIECE,
    PIECE,
    POINTED_OUT,
    SHORTEST_PASSAGE,
    WORD,
    find_pairs,
    point_out,
    split_passages,
    weigh_passages,
    weigh_questions,
)
from perspectieven.matching.word_weights import WordWeights


class Weighed(NamedTuple):
    """What counts of what was found, one element per hit.

    Attributes
    ----------
    hits : Hits
        Those that count, and those that signs alone give.
    trusted : array of bool, hits x rules
        Which rules of stance and voice decide.
    shifted : array of uint8
        Which of `SHIFTS` it takes by what signs say, counted from 1, where no rule of stance or voice says anything; 0
        for none.
    poor : array of bool
        Its term has a poor record, and stands in a passage that says too little to weigh it.
    """

    hits: Hits
    trusted: NDArray[np.bool_]
    shifted: NDArray[np.uint8]
    poor: NDArray[np.bool_]


class _Scale(NamedTuple):
    """The weights of signs, ready for use, and what is known of words that came by.

    Attributes
    ----------
    table : Table
    said, asked : WordWeights
        Of words that are said, and of those in a question.
    """

    table: Table
    said: WordWeights
    asked: WordWeights


@lru_cache(maxsize=4)
def _scale_of(signs: Signs) -> _Scale:
    """Return the scale of signs; lexicons that have the same share it."""
    n_columns = len(signs.unit)
    table = make_table(signs.keys, signs.weights, n_columns)
    return _Scale(table, WordWeights(table, n_columns, WORD, PIECE), WordWeights(table, n_columns, ASKED, ASKED_PIECE))


class Weigher:
    """The signs of a lexicon made ready to weigh what its terms found.

    A term that has a record counts where what signs tell is enough for that record; a term without one, which
    somebody has just added, always counts, and so does a core term as long as it was never wrong. A code that no term
    gave is given to a passage where signs alone tell enough of it; its target is that of the code, behind those of all
    terms. What they tell of a code depends on what they say for all others (`lexicon.network`). Whether a mention is
    denied, supposed or another's view, signs tell too. Passages of fewer than `SHORTEST_PASSAGE` distinct words say
    too little to weigh: there terms count as they are, and one with a poor record leaves a doubt. In a text that is
    about something else altogether (roads, the euro) only a term without a record counts, however short the text is.
    """

    def __init__(self, signs: Signs, codes: Sequence[Code], terms: Sequence[tuple[int, Term]]) -> None:
        ids = tuple(code.id for code in codes)
        self._signs, self._scale, self._share_shifted = signs, _scale_of(signs), signs.share_shifted(ids)
        self._column = np.array([signs.codes.index(code) if code in signs.codes else -1 for code in ids])
        column_of = {shift: at for at, shift in enumerate(signs.shifts, len(signs.codes))}
        self._shift = np.array([[column_of.get((code, shift), -1) for shift in SHIFTS] for code in ids])
        self._any_shift = np.array([column_of.get((ANY, shift), -1) for shift in SHIFTS])
        self._elsewhere = column_of.get((ANY, ELSEWHERE), -1)
        of_terms, of_codes = _limits(signs, ids, terms)
        self._new = np.array([(ids[code], term.notation) not in signs.record for code, term in terms], np.bool_)
        poor = [signs.is_poor(ids[code], term.notation) for code, term in terms]
        self._poor = np.array([*poor, *(False for _ in ids)], np.bool_)
        self._needed, self._alone = np.array(of_terms, np.float32), np.array(of_codes, np.float32)
        self._trusted = np.array([[signs.trusts(code, rule) for rule in RULES] for code in ids], np.bool_)
        self._code = np.array([*(code for code, _ in terms), *range(len(ids))], np.int32)

    def weigh(
        self,
        words: Words,
        hits: Hits,
        interviewer: NDArray[np.bool_],
        opens: NDArray[np.bool_],
        questions: NDArray[np.int32],
    ) -> Weighed:
        """Weigh hits; what an interviewer says is left as it is."""
        scale, unit = self._scale, self._signs.unit
        passages, said = split_passages(words), scale.said.look_up(words)
        pairs = find_pairs(words, passages.first, scale.table.slots)
        tables = (passages.first, *said, pairs, scale.table)
        sums, n_types = weigh_passages(*tables, unit)
        sums += self._signs.bias
        self._add_questions(sums, words, _last_questions(interviewer, opens)[passages.text])
        where = passages.of_sentence[hits.sentence]
        code = self._code[hits.target]
        unweighed = interviewer[passages.text] | (n_types < SHORTEST_PASSAGE)
        elsewhere = self._is_elsewhere(sums, passages.text, interviewer)
        counts, alone = self._decide(sums, unweighed, where, hits.target)
        counts &= ~elsewhere[hits.text] | self._new[hits.target]
        alone &= ~elsewhere[passages.text][:, np.newaxis]
        alone[where[counts], code[counts]] = False
        at, codes = np.nonzero(alone)
        sentence, pointed = point_out(words, at.astype(np.int32), self._column[codes].astype(np.int32), *tables)
        parts = np.full((len(at), hits.parts.shape[1]), -1, np.int32)
        parts[:, :POINTED_OUT] = pointed
        its_text = passages.text[at]
        asked = hits.text[interviewer[hits.text]]
        its_codes = self._code[hits.target[interviewer[hits.text]]]
        prompting = set(zip(questions[asked].tolist(), its_codes.tolist(), strict=True))
        prompted = [place in prompting for place in zip(questions[its_text].tolist(), codes.tolist(), strict=True)]
        more = Hits(
            its_text,
            (len(self._needed) + codes).astype(np.int32),
            sentence,
            parts,
            np.array(prompted, np.bool_),
        )
        texts = np.concatenate([hits.text[counts], more.text])
        order = np.argsort(texts, kind="stable")
        weighed = Hits(*(np.concatenate([old[counts], new])[order] for old, new in zip(hits, more, strict=True)))
        trusted = self._trusted[self._code[weighed.target]]
        as_it_is = unweighed[passages.of_sentence[weighed.sentence]]
        trusted[as_it_is] = True
        shifted = self._shifted(sums, passages.of_sentence[weighed.sentence], weighed.target)
        shifted[as_it_is] = 0
        return Weighed(weighed, trusted, shifted, as_it_is & self._poor[weighed.target])

    def _decide(
        self,
        sums: NDArray[np.float32],
        unweighed: NDArray[np.bool_],
        where: NDArray[np.int32],
        target: NDArray[np.int32],
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Say which hits count by what signs tell, and which codes signs alone give.

        Where they say too little for a code it is not looked at. A code that signs do not know has what another one
        has; nothing is asked of it, nor is it given.

        Parameters
        ----------
        unweighed : array of bool
            One element per passage: there all hits count, and no codes are given.
        where, target : arrays of int32
            One element per hit: its passage, and what was hit.

        Returns
        -------
        (array of bool, hits; array of bool, passages x codes)
        """
        rule, weighed = self._signs.rule, ~unweighed
        said = sums[weighed, : len(self._signs.codes)]
        told, its_own = (np.take(of, self._column, axis=1) for of in (self._signs.network.tell(said), said))
        asked = weighed[where]
        place = (np.cumsum(weighed) - 1)[where[asked]], self._code[target[asked]]
        counts = np.ones(len(target), np.bool_)
        counts[asked] = rule.odds(told[place], its_own[place], by_term=True) >= self._needed[target[asked]]
        alone = np.zeros((len(sums), len(self._alone)), np.bool_)
        alone[weighed] = (its_own > WORTH_A_LOOK) & (rule.odds(told, its_own, by_term=False) >= self._alone)
        return counts, alone

    def _add_questions(self, sums: NDArray[np.float32], words: Words, question: NDArray[np.int64]) -> None:
        """Add to each passage what the last question before it says for each column."""
        asked, which = np.unique(question[question >= 0], return_inverse=True)
        if not len(asked):
            return
        begin = words.sentences[words.texts]
        is_asked = np.zeros(len(words.keys), np.bool_)
        for text in asked:
            is_asked[begin[text] : begin[text + 1]] = True
        told = self._scale.asked.look_up(words, is_asked)
        sums[question >= 0] += weigh_questions(words, asked, *told, self._signs.unit)[which]

    def _is_elsewhere(
        self, sums: NDArray[np.float32], text: NDArray[np.int32], interviewer: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Say of each text whether it is about something else: what its passages say is beyond the limit on average."""
        limit = self._signs.rule.elsewhere
        if self._elsewhere < 0 or not limit:
            return np.zeros(len(interviewer), np.bool_)
        size = np.maximum(np.bincount(text, minlength=len(interviewer)), 1)
        told = np.bincount(text, sums[:, self._elsewhere], len(interviewer)) / size
        beyond: NDArray[np.bool_] = (told > limit[0]) & ~interviewer
        return beyond

    def _shifted(
        self, sums: NDArray[np.float32], passage: NDArray[np.int32], target: NDArray[np.int32]
    ) -> NDArray[np.uint8]:
        """Say which of `SHIFTS` each mention takes by what signs say, one element per mention."""
        code = self._code[target]
        column, place = self._shift[code], passage[:, np.newaxis]
        of_any = np.where(self._any_shift >= 0, sums[place, self._any_shift], np.float32(0))
        features = describe_shifts(
            sums[passage, self._column[code]], sums[place, column], of_any, self._share_shifted[code], column >= 0
        )
        return self._signs.rule.shift(features, target < len(self._needed))


def _last_questions(interviewer: NDArray[np.bool_], opens: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return per text which text is the last question before it in its conversation, or it itself; -1 for none."""
    texts = np.arange(len(interviewer))
    asked, opened = (np.maximum.accumulate(np.where(at, texts, -1)) for at in (interviewer, opens & ~interviewer))
    return np.where(asked > opened, asked, -1)


def _limits(signs: Signs, ids: Sequence[str], terms: Sequence[tuple[int, Term]]) -> tuple[list[float], list[float]]:
    """Return which log odds each term needs to count, and each code to be given without one."""
    lean = dict(zip(signs.codes, signs.lean.tolist(), strict=True))
    of_terms = []
    for code, term in terms:
        chance = signs.chance(ids[code], term.notation)
        if chance is None or (term.core and signs.is_blameless(ids[code], term.notation)):
            of_terms.append(-math.inf)
        else:
            of_terms.append(-lean[ids[code]] - signs.rule.record_odds(chance))
    return of_terms, [-lean[code] if code in lean else math.inf for code in ids]
