"""Weighing: whether what was found counts among the words around it, and which codes the words alone tell of."""

import math
from collections.abc import Sequence

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
    list_types,
    point_out,
    split_passages,
    weigh_passages,
    weigh_questions,
    weigh_types,
)
from perspectieven.slots import fill_slots


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
        self._weights, self._unit, self._bias = signs.of(ids)
        self._slots = fill_slots(signs.keys)
        self._rule, denials = signs.rule, signs.denials(ids)
        self._denial = np.full(len(ids), -1)
        self._denial[[ids.index(code) for code in denials]] = len(ids) + np.arange(len(denials))
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
        passages, types = split_passages(words), list_types(words)
        said = weigh_types(words, types.example, self._slots, self._weights, WORD, PIECE)
        sums, n_types = weigh_passages(
            words, passages.first, types.of_word, said, self._slots, self._weights, self._unit
        )
        sums += self._bias
        sums += self._asked(words, passages, types, interviewer, opens)
        where = passages.of_sentence[hits.sentence]
        code = self._code[hits.target]
        unweighed = interviewer[passages.text] | (n_types < SHORTEST_PASSAGE)
        counts = unweighed[where] | (sums[where, code] >= self._needed[hits.target])
        alone = (sums[:, : len(self._alone)] >= self._alone) & ~unweighed[:, np.newaxis]
        alone[where[counts], code[counts]] = False
        at, codes = np.nonzero(alone)
        tables = (passages.first, types.of_word, said, self._slots, self._weights)
        sentence, pointed = point_out(words, at.astype(np.int32), codes.astype(np.int32), *tables)
        parts = np.full((len(at), hits.parts.shape[1]), -1, np.int32)
        parts[:, :POINTED_OUT] = pointed
        text = passages.text[at]
        asked = hits.text[interviewer[hits.text]]
        its_codes = self._code[hits.target[interviewer[hits.text]]]
        prompting = set(zip(questions[asked].tolist(), its_codes.tolist(), strict=True))
        prompted = [place in prompting for place in zip(questions[text].tolist(), codes.tolist(), strict=True)]
        more = Hits(
            text,
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
        denied = np.concatenate([np.zeros(int(counts.sum()), np.bool_), self._denied(sums, at, codes)])[order]
        return weighed, trusted, denied

    def _denied(self, sums: NDArray[np.float32], at: NDArray[np.int64], codes: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say which codes that signs alone give in some passages are denied there."""
        denied = self._denial[codes] >= 0
        at, codes = at[denied], codes[denied]
        denied[denied] = self._rule.denies(sums[at, codes], sums[at, self._denial[codes]], self._share_denied[codes])
        return denied

    def _asked(
        self,
        words: Words,
        passages: Passages,
        types: Types,
        interviewer: NDArray[np.bool_],
        opens: NDArray[np.bool_],
    ) -> NDArray[np.float32]:
        """Return per passage what the last question before it says for each code."""
        asked = np.flatnonzero(interviewer).astype(np.int32)
        if not len(asked):
            return np.zeros((1, len(self._bias)), np.float32)
        place = np.full(len(interviewer), -1)
        place[asked] = np.arange(len(asked))
        last = -1
        for text, opening in enumerate(opens.tolist()):
            last = place[text] if place[text] >= 0 else -1 if opening else last
            place[text] = last
        told = weigh_types(words, types.example, self._slots, self._weights, ASKED, ASKED_PIECE)
        by_question = np.vstack(
            [weigh_questions(words, asked, types.of_word, told, self._unit), np.zeros((1, len(self._bias)), np.float32)]
        )
        of_passage: NDArray[np.float32] = by_question[place[passages.text]]
        return of_passage


def _limits(signs: Signs, ids: Sequence[str], terms: Sequence[tuple[int, Term]]) -> tuple[list[float], list[float]]:
    """Return what signs must say for each term to count, and for each code to be given without one."""
    share = dict(zip(signs.codes, signs.share[: len(signs.codes)].tolist(), strict=True))
    of_terms = []
    for code, term in terms:
        chance = signs.chance(ids[code], term.notation)
        trusted = chance is None or (term.core and signs.is_blameless(ids[code], term.notation))
        of_terms.append(-math.inf if trusted else signs.rule.limit(share[ids[code]], chance))
    return of_terms, [signs.rule.limit(share[code]) if code in share else math.inf for code in ids]
