"""The record of terms, and of rules of stance and voice: how often each fired in independent text, and was right."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pandas as pd
from coded_turns import INDEPENDENT, Coded
from measure import LEXICON, read_coders, read_fragments

from perspectieven import read_lexicon
from perspectieven.agreement import POLARITIES
from perspectieven.coding import code_transcripts
from perspectieven.lexicon.signs import Signs
from perspectieven.matching.rules import (
    ANTONYM,
    CONDITION_RULE,
    INDIRECT_QUESTION,
    NEGATION_INSIDE,
    QUOTED,
    REPORTED,
    RULES,
)

Ledger = dict[tuple[str, str], tuple[int, int]]
Given = dict[tuple[str, int, str], str]
"""Per turn and code the polarity that a coder gave."""

Hits = dict[tuple[str, int], dict[str, set[str]]]
"""Per turn the codes that terms gave, with the terms."""


def code_by_terms() -> pd.DataFrame:
    """Code all fragments by terms alone, with every rule of stance and voice trusted."""
    plain = read_lexicon(LEXICON).without_signs()
    return pd.concat([code_transcripts(read_fragments(part), plain)[1] for part in INDEPENDENT])


def find_terms(codings: pd.DataFrame) -> Hits:
    """Return per turn the codes that terms gave, with the terms."""
    hits: Hits = {}
    for row in codings.itertuples():
        hits.setdefault((row.transcript_id, row.turn_index), {}).setdefault(row.code, set()).add(row.term)
    return hits


def find_untold(codings: pd.DataFrame, signs: Signs) -> set[tuple[str, int, str]]:
    """Return where terms gave a code and no trusted rule of stance or voice saw anything."""
    given, told = set(), set()
    for row in codings.itertuples():
        place = (row.transcript_id, row.turn_index, row.code)
        given.add(place)
        if any(rule in SAYING and signs.trusts(row.code, rule) for rule in _rules_in(row.cue)):
            told.add(place)
    return given - told


def make_ledger(hits: Hits, turns: Coded, codes: tuple[str, ...], among: np.ndarray) -> Ledger:
    """Count per term how often it fired in some turns, and in how many of those its code was given."""
    fired: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for at in np.flatnonzero(among):
        for code, terms in hits.get(turns.place[at], {}).items():
            for term in terms:
                fired[code, term] += 1
                right[code, term] += int(turns.given[at, codes.index(code)] > 0)
    return {
        (code.id, term.notation): (fired[code.id, term.notation], right[code.id, term.notation])
        for code in read_lexicon(LEXICON).codes
        for term in code.terms
    }


def judge_rules(codings: pd.DataFrame) -> Ledger:
    """Count per rule of stance and voice, and per code, how often it decided and how often a coder said the same."""
    fired: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    given: Given = {}
    for part in INDEPENDENT:
        given |= _polarities(read_coders(part))
    for row in codings.itertuples():
        polarity = given.get((row.transcript_id, row.turn_index, row.code))
        for rule, says in _deciding(row.cue, row.stance, row.voice) if polarity else ():
            fired[row.code, rule] += 1
            right[row.code, rule] += says == polarity
    return {place: (count, right[place]) for place, count in fired.items()}


def _polarities(coders: pd.DataFrame) -> Given:
    given: Given = {}
    for row in coders.itertuples():
        for mark in row.codes.split(";"):
            code, _, polarity = mark.strip().partition(":")
            if polarity:
                given[row.transcript_id, row.turn_index, code] = POLARITIES[polarity.rstrip("?")]
    return given


def _deciding(cue: str, stance: str, voice: str) -> Iterator[tuple[str, str]]:
    """Yield the rules that decided a coding, each with what it says."""
    seen = _rules_in(cue)
    for says, kind, decided in (
        ("other", VOICE_RULES, voice == "other"),
        ("hypothetical", SUPPOSING_RULES, stance == "hypothetical"),
        ("negated", NEGATING_RULES, stance == "negated"),
    ):
        rule = next((rule for rule in seen if rule in kind), None)
        if decided and rule:
            yield rule, says


def _rules_in(cue: str) -> list[str]:
    names = [_QUOTED.sub("{}", part) for part in cue.split("; ")]
    return [rule for rule in RULES if _QUOTED.sub("{}", rule) in names]


_QUOTED = re.compile(r'"[^"]*"')
NEGATING_RULES, SUPPOSING_RULES = RULES[NEGATION_INSIDE : ANTONYM + 1], RULES[CONDITION_RULE : INDIRECT_QUESTION + 1]
VOICE_RULES = (RULES[REPORTED], RULES[QUOTED])
SAYING = (*NEGATING_RULES, *SUPPOSING_RULES, *VOICE_RULES)


def sum_by_code(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """Add up the record of the terms of each code."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (code, _), counts in ledger.items():
        fired[code] += counts[0]
        right[code] += counts[1]
    return {code: (fired[code], right[code]) for code in fired}
