"""Weighing: whether what was found counts among the words around it, and which codes the words alone tell of."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.dutch.words import Words
from perspectieven.lexicon import Code, Term
from perspectieven.lexicon.signs import Signs
from perspectieven.matching.arrays import Hits
from perspectieven.matching.rules import RULES
from perspectieven.matching.signs import (
    ASKED,
    ASKED_PIECE,
    PIECE,
    POINTED_OUT,
    SHORTEST_PASSAGE,
    WORD,
    Passages,
    Types,
    find_signs,
    list_types,
    point_out,
    split_passages,
    weigh_column,
    weigh_passages,
    weigh_questions,
    weigh_types,
)
from perspectieven.slots import fill_slots


class _Heard(NamedTuple):
    """Some texts made ready to be weighed: which question each answers, and the signs of each type of word.

    The signs (see `find_signs`) are those of a type where it is said, and where it is asked.
    """

    words: Words
    passages: Passages
    types: Types
    question: NDArray[np.int64]
    said: tuple[NDArray[np.int32], NDArray[np.int64]]
    asked: tuple[NDArray[np.int32], NDArray[np.int64]]


class Weigher:
    """The signs of a lexicon made ready to weigh what its terms found.

    A term that has a record counts where the signs around it are strong enough for that record; a term without
    one, which somebody has just added, always counts, and so does a core term as long as it was never wrong. A code
    that no term gave is given to a passage where the sum of its signs is beyond the limit of the rule; its target is
    that of the code, behind those of all terms; whether it is denied there, the sum for its denial tells, where the
    code has one. Passages of fewer than `SHORTEST_PASSAGE` distinct words say too
    little to weigh: there terms count as they are.
    """

    def __init__(self, signs: Signs, codes: Sequence[Code], terms: Sequence[tuple[int, Term]]) -> None:
        ids = tuple(code.id for code in codes)
        weights, self._unit, self._bias = signs.of(ids)
        self._weights = np.ascontiguousarray(weights[:, : len(ids)])
        self._of_denial = np.ascontiguousarray(weights[:, len(ids) :].T)
        self._slots = fill_slots(signs.keys)
        self._rule, denials = signs.rule, signs.denials(ids)
        self._denial = np.full(len(ids), -1)
        self._denial[[ids.index(code) for code in denials]] = np.arange(len(denials))
        self._share_denied = signs.share_denied(ids)
        of_terms, of_codes = _limits(signs, ids, terms)
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
    ) -> tuple[Hits, NDArray[np.bool_], NDArray[np.bool_]]:
        """Weigh hits; what an interviewer says is left as it is.

        Returns
        -------
        (Hits, array of bool, hits x rules, array of bool)
            The hits that count, with those that signs alone give; which rules of stance and voice decide for each; and
            which of those by signs alone are denied.
        """
        text = self._listen(words, interviewer, opens)
        passages, types = text.passages, text.types
        told = weigh_types(*text.said, self._weights)
        tables = (types.of_word, told, self._slots, self._weights)
        sums, n_types = weigh_passages(words, passages.first, *tables, self._unit)
        sums += self._bias[: len(self._alone)]
        self._add_questions(sums, text)
        where = passages.of_sentence[hits.sentence]
        code = self._code[hits.target]
        unweighed = interviewer[passages.text] | (n_types < SHORTEST_PASSAGE)
        counts = unweighed[where] | (sums[where, code] >= self._needed[hits.target])
        alone = (sums >= self._alone) & ~unweighed[:, np.newaxis]
        alone[where[counts], code[counts]] = False
        at, codes = np.nonzero(alone)
        sentence, pointed = point_out(words, at.astype(np.int32), codes.astype(np.int32), passages.first, *tables)
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
        trusted[unweighed[passages.of_sentence[weighed.sentence]]] = True
        denied = np.concatenate([np.zeros(int(counts.sum()), np.bool_), self._denied(text, sums, at, codes)])[order]
        return weighed, trusted, denied

    def _listen(self, words: Words, interviewer: NDArray[np.bool_], opens: NDArray[np.bool_]) -> _Heard:
        types = list_types(words)
        is_asked = np.repeat(interviewer, np.diff(words.sentences[words.texts]))
        asked = np.zeros(len(types.example), np.bool_)
        asked[types.of_word[is_asked]] = True
        return _Heard(
            words,
            split_passages(words),
            types,
            _last_questions(interviewer, opens),
            find_signs(words, types.example, np.ones_like(asked), self._slots, WORD, PIECE),
            find_signs(words, types.example, asked, self._slots, ASKED, ASKED_PIECE),
        )

    def _add_questions(self, sums: NDArray[np.float32], text: _Heard) -> None:
        """Add to each passage what the last question before it says for each code."""
        question = text.question[text.passages.text]
        asked, which = np.unique(question[question >= 0], return_inverse=True)
        told = weigh_types(*text.asked, self._weights)
        sums[question >= 0] += weigh_questions(text.words, asked, text.types.of_word, told, self._unit)[which]

    def _denied(
        self, text: _Heard, sums: NDArray[np.float32], at: NDArray[np.int64], codes: NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Say which codes that signs alone give in some passages are denied there."""
        denied = self._denial[codes] >= 0
        at, codes = at[denied], codes[denied]
        column, first = self._denial[codes], text.passages.first
        unit, bias = (values[len(self._alone) + column] for values in (self._unit, self._bias))
        told = bias + unit * self._tell(text, text.said, first[at], first[at + 1], column, paired=True)
        question = text.question[text.passages.text[at]]
        after, opening = question >= 0, text.words.sentences[text.words.texts]
        begins, ends = opening[question[after]], opening[question[after] + 1]
        told[after] += unit[after] * self._tell(text, text.asked, begins, ends, column[after], paired=False)
        denied[denied] = self._rule.denies(sums[at, codes], told, self._share_denied[codes])
        return denied

    def _tell(
        self,
        text: _Heard,
        found: tuple[NDArray[np.int32], NDArray[np.int64]],
        begins: NDArray[np.int32],
        ends: NDArray[np.int32],
        column: NDArray[np.int64],
        *,
        paired: bool,
    ) -> NDArray[np.float32]:
        """Return what ranges of words say for the denial of one code each."""
        tables = (text.types.of_word, *found, self._slots, self._of_denial)
        told: NDArray[np.float32] = weigh_column(text.words, begins, ends, column, *tables, paired)
        return told


def _last_questions(interviewer: NDArray[np.bool_], opens: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return per text which text is the last question before it in its conversation, or it itself; -1 for none."""
    last, questions = -1, np.empty(len(interviewer), np.int64)
    for text, (asked, opening) in enumerate(zip(interviewer.tolist(), opens.tolist(), strict=True)):
        last = text if asked else -1 if opening else last
        questions[text] = last
    return questions


def _limits(signs: Signs, ids: Sequence[str], terms: Sequence[tuple[int, Term]]) -> tuple[list[float], list[float]]:
    """Return what signs must say for each term to count, and for each code to be given without one."""
    share = dict(zip(signs.codes, signs.share[: len(signs.codes)].tolist(), strict=True))
    of_terms = []
    for code, term in terms:
        chance = signs.chance(ids[code], term.notation)
        trusted = chance is None or (term.core and signs.is_blameless(ids[code], term.notation))
        of_terms.append(-math.inf if trusted else signs.rule.limit(share[ids[code]], chance))
    return of_terms, [signs.rule.limit(share[code]) if code in share else math.inf for code in ids]
