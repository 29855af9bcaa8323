"""Clauses: how far a cue word reaches, read from punctuation and conjunctions."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from perspectieven.compiled import compiled, inlined, lean
from perspectieven.dutch.kinds import (
    AL,
    ALS,
    ARTICLE,
    ASKING_AFTER_NEGATOR,
    BEFORE_SUBJECT,
    CLUSTER,
    COMPARED,
    DAT,
    EN,
    ER,
    FILLER,
    FINITE,
    HESITATION,
    IK,
    IN_A_ROLE,
    JE,
    MAAR,
    MIJ,
    NEGATOR,
    NET,
    NIET,
    NO_BREAK_AFTER,
    OM,
    OPEN_SUBJECT,
    POINTING_AFTER,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOFT_MAAR,
    SUBJECT,
    SUBORDINATOR,
    WANT,
    WAT,
    WE,
    WIJ,
    ZO,
    ZOALS,
)  # fmt: skip
from perspectieven.dutch.words import BREAK_AFTER, COMMA_AFTER

LONGEST_QUOTATION = 60
"""Words; what is longer is no quotation but a mark that was never closed."""

ENDS_IN_E, ENDS_IN_EN = 1, 2
"""What a word looks like: more than three letters, the last ones being these."""


class Said(NamedTuple):
    """Words as the rules see them; one element per word unless it says otherwise.

    Attributes
    ----------
    form : array of int32
        The number of the word where a rule names it, 0 for other words.
    lexeme : array of int32
        The row of the word in `kinds`.
    kinds : array of bool, lexemes x kinds
    reporter : array of int32
        One element per lexeme: the place in `kinds.REPORTER_NAMES` of whom it names.
    clause : array of int32
        The number of its clause; a clause never runs across a sentence.
    clauses : array of int32
        One element per clause and one more: index of its first word.
    after : array of uint8
    capital : array of bool
        See `words.Words` for both.
    shape : array of uint8
        What the word looks like, in bits (`ENDS_IN_E`, ...).
    quoted : array of int32
        The first word of the quotation that it is in, -1 outside quotations.
    """

    form: NDArray[np.int32]
    lexeme: NDArray[np.int32]
    kinds: NDArray[np.bool_]
    reporter: NDArray[np.int32]
    clause: NDArray[np.int32]
    clauses: NDArray[np.int32]
    after: NDArray[np.uint8]
    capital: NDArray[np.bool_]
    shape: NDArray[np.uint8]
    quoted: NDArray[np.int32]


@compiled
def split_clauses(form, lexeme, kinds, after, sentences):
    """Split sentences into clauses; return the clause of each word, and where each clause begins, and one more.

    A comma around a hesitation or filler ends nothing (*nooit, eh, stress gehad*). *En* and *of* begin a clause only
    before a subject, so that *geen zorgen en stress* stays together.
    """
    n_words = len(form)
    clause = np.empty(n_words, np.int32)
    clauses = np.empty(n_words + 1, np.int32)
    count = 0
    for sentence in range(len(sentences) - 1):
        first, end = sentences[sentence], sentences[sentence + 1]
        for word in range(first, end):
            if word == first or _begins_clause(form, lexeme, kinds, after, word, clauses[count - 1], first, end):
                clauses[count] = word
                count += 1
            clause[word] = count - 1
    clauses[count] = n_words
    return clause, clauses[: count + 1].copy()


@lean
def _begins_clause(form, lexeme, kinds, after, word, begun, first, end):
    """Say whether a clause begins at a word; the clause before it began at `begun`."""
    before = kinds[lexeme[word - 1]]
    if after[word - 1] & BREAK_AFTER and not _is_filler_comma(lexeme, kinds, after, word, first):
        return True
    this = kinds[lexeme[word]]
    if not (this[SUBORDINATOR] or this[BEFORE_SUBJECT] or this[RELATIVE] or form[word] == WAT):
        return False
    following = kinds[lexeme[word + 1 if word + 1 < end else word]]
    followed = word + 1 < end
    opens = followed and following[OPEN_SUBJECT]
    if form[word] == DAT and (
        before[BEFORE_SUBJECT] or form[word - 1] == WANT or (before[POINTING_AFTER] and not opens)
    ):
        return False
    if form[word] == DAT and not opens and _is_object(form, lexeme, kinds, word, first):
        return False
    next_form = form[word + 1] if followed else 0
    if form[word] == ALS and before[IN_A_ROLE] and not (opens or next_form in (JE, ER)):
        return False
    in_a_role = form[word] == ALS and followed and following[ROLE] and not before[COMPARED]
    if in_a_role and not after[word - 1] & BREAK_AFTER and _has_own_subject(form, begun, word):
        return False
    if this[SUBORDINATOR]:
        as_if = form[word] == ALS and (form[word - 1] == NET or form[word - 1] == ZOALS or form[word - 1] == ZO)
        return not as_if and not before[SUBORDINATOR]
    if form[word] == MAAR and not before[SOFT_MAAR]:
        for earlier in range(begun, word):
            if kinds[lexeme[earlier], NEGATOR]:
                return True
    if form[word] == EN and followed and following[FINITE]:
        return True
    if this[BEFORE_SUBJECT]:
        return followed and following[SUBJECT]
    if this[ASKING_AFTER_NEGATOR] and form[word - 1] == NIET:
        return True
    if form[word] == WAT:
        return followed and (following[SUBJECT] or following[ARTICLE])
    return not before[NO_BREAK_AFTER]


@inlined
def _is_object(form, lexeme, kinds, word, first):
    """Say whether *dat* is a pronoun: *na al dat wachten*, *met dat gedoe*, *kun je dat nooit zeggen*."""
    before = kinds[lexeme[word - 1]]
    if form[word - 1] == AL or (before[PREPOSITION] and form[word - 1] != OM):
        return True
    return before[SUBJECT] and word - 2 >= first and kinds[lexeme[word - 2], CLUSTER]


@lean
def _has_own_subject(form, first, end):
    """Say whether the speaker is named, so that *als moeder* behind it tells a role: *ik heb daar als moeder nooit*."""
    for word in range(first, end):
        if form[word] in (IK, MIJ, WE, WIJ):
            return True
    return False


@inlined
def _is_filler_comma(lexeme, kinds, after, word, first):
    """Say whether a comma before a word only sets off a filler on one of its sides."""
    if kinds[lexeme[word], HESITATION] or kinds[lexeme[word - 1], HESITATION]:
        return True
    earlier = word - 1
    while earlier >= first and kinds[lexeme[earlier], FILLER]:
        if earlier > first and after[earlier - 1] & COMMA_AFTER:
            return not kinds[lexeme[word], SUBJECT]
        earlier -= 1
    return False


@compiled
def list_shapes(letters, starts, ends):
    """Return the shape of each word."""
    shapes = np.zeros(len(starts), np.uint8)
    for word in range(len(starts)):
        end = ends[word]
        if end - starts[word] > 3:
            shapes[word] = (ENDS_IN_E if letters[end - 1] == 101 else 0) | (
                ENDS_IN_EN if letters[end - 1] == 110 and letters[end - 2] == 101 else 0
            )
    return shapes


@compiled
def find_quotations(letters, starts, ends, texts, sentences):
    """Return for each word the first word of the quotation that it is in, -1 for none.

    A quotation opens with a mark before a word, after a space or the start of a text, and closes with the next mark
    behind a word or its punctuation.
    """
    quoted = np.full(len(starts), -1, np.int32)
    for text in range(len(texts) - 1):
        opened = -1
        for word in range(sentences[texts[text]], sentences[texts[text + 1]]):
            before = starts[word] - 1
            if (
                opened < 0
                and before >= 0
                and _is_quote(letters[before])
                and (before == 0 or not _is_inner(letters[before - 1]))
            ):
                opened = word
            if opened < 0:
                continue
            if word - opened >= LONGEST_QUOTATION:
                quoted[opened:word] = -1
                opened = -1
                continue
            quoted[word] = opened
            after = ends[word]
            while after < len(letters) and _is_stop(letters[after]):
                after += 1
            if (
                after < len(letters)
                and _is_quote(letters[after])
                and not (after + 1 < len(letters) and _is_inner(letters[after + 1]))
            ):
                opened = -1
        if opened >= 0:
            quoted[opened : sentences[texts[text + 1]]] = -1
    return quoted


@inlined
def _is_quote(letter):
    return letter == 39 or letter == 34 or 8220 <= letter <= 8222


@inlined
def _is_inner(letter):
    return 97 <= letter <= 122


@inlined
def _is_stop(letter):
    return letter == 46 or letter == 44 or letter == 33 or letter == 63 or letter == 8230
