"""Learn the signs of the shipped lexicon from coded fragments, and count how its terms did on them.

    python benchmarks/coding/learn.py             learn, print what it gives on fragments left out, write nothing
    python benchmarks/coding/learn.py --write     write signs.npz and ledger.csv beside the lexicon

The weights are those of a ridge regression per code of what coders gave on the signs of a turn, solved in its dual
form, so that what a fragment left out would have got follows without solving again.

Sources: A. E. Hoerl & R. W. Kennard, Technometrics 12 (1970), 55-67; G. C. Cawley & N. L. C. Talbot, Pattern
Recognition 36 (2003), 2585-2592, who leave out one case, here all turns of a fragment.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import scipy.sparse as sp
from measure import LEXICON, read_coders, read_fragments
from scipy.optimize import minimize
from scipy.special import expit

from perspectieven import read_lexicon
from perspectieven.agreement import POLARITIES
from perspectieven.coding import code_transcripts
from perspectieven.dutch.words import Words, split_words
from perspectieven.lexicon.signs import LEAST, Rule, Signs, chance_of
from perspectieven.matching import signs as kinds
from perspectieven.matching.rules import (
    ANTONYM,
    CONDITION_RULE,
    INDIRECT_QUESTION,
    NEGATION_INSIDE,
    QUOTED,
    REPORTED,
    RULES,
)
from perspectieven.reading.signs import write_signs

UTTERANCES = Path(__file__).parent / "utterances.tsv"
BESIDE = Path(__file__).parents[2] / "src" / "perspectieven" / "lexicon" / LEXICON
LEARN, ELSEWHERE = "learn", "elsewhere"
"""Interviews, and talk and writing that mostly is about something else: councils, reports, meetings, small talk."""
INDEPENDENT = (LEARN, ELSEWHERE)
"""Fragments that no term was made from: on these the terms are counted."""
FITTED = ("develop", "develop2", "check2")

SHARE = {
    kinds.WORD: 0.5,
    kinds.PIECE: 1.0,
    kinds.PAIR: 0.5,
    kinds.GAPPED: 0.3,
    kinds.ASKED: 0.1,
    kinds.ASKED_PIECE: 0.1,
}
"""How much of the sum of squares each kind of sign takes; chosen on fragments left out."""
FEWEST = {kinds.WORD: 2, kinds.PIECE: 3, kinds.PAIR: 2, kinds.GAPPED: 3, kinds.ASKED: 2, kinds.ASKED_PIECE: 3}
"""Turns that a sign must be in."""
RIDGE = 3.0
DOUBTFUL = 0.6
"""What a code counts that a coder gave in doubt."""
CONSTANT = 0.3
MOST_SIGNS = 60_000
"""Signs that are kept: those that say most over all turns."""


@dataclass(frozen=True)
class Coded:
    """Turns to learn from: what was asked and said, and per turn and code what coders gave: 0, `DOUBTFUL` or 1."""

    asked: list[str]
    said: list[str]
    given: np.ndarray
    fragment: np.ndarray
    place: list[tuple[str, int]]
    part: np.ndarray


def read_coded(codes: tuple[str, ...], parts: tuple[str, ...]) -> Coded:
    """Read the coded turns of some parts, with the question before each."""
    asked, said, rows, fragments, places, its_parts = [], [], [], [], [], []
    for part in parts:
        marks = {
            place: group["codes"].tolist()
            for place, group in read_coders(part).groupby(["transcript_id", "turn_index"])
        }
        for transcript in read_fragments(part):
            question = ""
            for turn in transcript.turns:
                if turn.is_asked:
                    question = turn.text
                elif (turn.transcript_id, turn.index) in marks:
                    asked.append(question)
                    said.append(turn.text)
                    rows.append(_as_row(codes, marks[turn.transcript_id, turn.index]))
                    fragments.append(turn.transcript_id)
                    places.append((turn.transcript_id, turn.index))
                    its_parts.append(part)
    return Coded(asked, said, np.array(rows), np.array(fragments), places, np.array(its_parts))


def _as_row(codes: tuple[str, ...], given: list[str]) -> np.ndarray:
    row = np.zeros(len(codes))
    firm = Counter()
    for marks in given:
        for mark in marks.split(";"):
            code, _, polarity = mark.strip().partition(":")
            if polarity:
                row[codes.index(code)] = DOUBTFUL
                firm[code] += not polarity.endswith("?")
    for code, count in firm.items():
        if count == len(given):
            row[codes.index(code)] = 1
    return row


def read_utterances(codes: tuple[str, ...]) -> Coded:
    """Read utterances, each written for one code."""
    with UTTERANCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    given = np.zeros((len(rows), len(codes)))
    given[np.arange(len(rows)), [codes.index(row["code"]) for row in rows]] = 1
    names = np.array([f"utterance {at}" for at in range(len(rows))])
    part = np.full(len(rows), "utterances")
    return Coded([""] * len(rows), [row["text"] for row in rows], given, names, [("", 0)] * len(rows), part)


def list_signs(texts: list[str], *, asked: bool) -> tuple[sp.csr_matrix, np.ndarray, np.ndarray]:
    """Return the signs of each text divided by the root of its length, their keys and their kinds."""
    words = split_words(texts)
    types = kinds.list_types(words)
    word, piece = (kinds.ASKED, kinds.ASKED_PIECE) if asked else (kinds.WORD, kinds.PIECE)
    of_type = [
        [(int(kinds.word_key(word, words.keys[at])), word)]
        + [(int(key), piece) for key in kinds.list_pieces(words, at, piece)]
        for at in types.example
    ]
    found: list[tuple[int, int, int, float]] = []
    for text in range(len(texts)):
        first, end = words.sentences[words.texts[text]], words.sentences[words.texts[text + 1]]
        distinct = set(types.of_word[first:end].tolist())
        root = np.sqrt(len(distinct) + kinds.SMOOTHING)
        signs = [sign for at in distinct for sign in of_type[at]]
        if not asked:
            signs += _pairs(words, first, end)
        found += [(text, key, kind, count / root) for (key, kind), count in Counter(signs).items()]
    columns = zip(zip(*found, strict=True), (np.int64, np.uint64, np.int64, np.float64), strict=True)
    rows, keys, its_kinds, values = (np.array(*column) for column in columns)
    keys, column = np.unique(keys, return_inverse=True)
    kind_of = np.zeros(len(keys), np.int64)
    kind_of[column] = its_kinds
    return sp.csr_matrix((values, (rows, column)), (len(texts), len(keys))), keys, kind_of


def _pairs(words: Words, first: int, end: int) -> list[tuple[int, int]]:
    keys = words.keys
    near = [(int(kinds.pair_key(kinds.PAIR, keys[at], keys[at + 1])), kinds.PAIR) for at in range(first, end - 1)]
    return near + [
        (int(kinds.pair_key(kinds.GAPPED, keys[at], keys[at + 2])), kinds.GAPPED) for at in range(first, end - 2)
    ]


def scale(found: sp.csr_matrix, kind_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which signs are in enough turns, and the factor of each: inverse document frequency, its kind's share."""
    n_turns = np.diff(found.tocsc().indptr)
    kept = np.flatnonzero(n_turns >= np.array([FEWEST[kind] for kind in range(6)])[kind_of])
    factor = np.log((1 + found.shape[0]) / (1 + n_turns[kept])) + 1
    for kind, share in SHARE.items():
        of_kind = kind_of[kept] == kind
        if of_kind.any():
            weighed = found[:, kept[of_kind]] @ sp.diags(factor[of_kind])
            factor[of_kind] *= np.sqrt(share / weighed.multiply(weighed).sum(axis=1).mean())
    return kept, factor


def leave_out(inverse: np.ndarray, given: np.ndarray, fragments: np.ndarray) -> np.ndarray:
    """Return what each turn would have got from all other fragments."""
    dual = (inverse @ given).astype(float)
    scores = np.empty_like(given)
    for fragment in np.unique(fragments):
        own = np.flatnonzero(fragments == fragment)
        scores[own] = given[own] - np.linalg.solve(inverse[np.ix_(own, own)], dual[own])
    return scores


Ledger = dict[tuple[str, str], tuple[int, int]]
Given = dict[tuple[str, int, str], str]
"""Per turn and code the polarity that a coder gave."""

Hits = dict[tuple[str, int], dict[str, set[str]]]
"""Per turn the codes that terms gave, with the terms."""


def find_terms() -> Hits:
    """Return per turn the codes that terms gave, with the terms."""
    plain = read_lexicon(LEXICON).without_signs()
    hits: Hits = {}
    for part in INDEPENDENT:
        _, codings = code_transcripts(read_fragments(part), plain)
        for row in codings.itertuples():
            hits.setdefault((row.transcript_id, row.turn_index), {}).setdefault(row.code, set()).add(row.term)
    return hits


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


def judge_rules() -> Ledger:
    """Count per rule of stance and voice, and per code, how often it decided and how often a coder said the same."""
    fired: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    plain = read_lexicon(LEXICON).without_signs()
    for part in INDEPENDENT:
        given = _polarities(read_coders(part))
        _, codings = code_transcripts(read_fragments(part), plain)
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
    names = [_QUOTED.sub("{}", part) for part in cue.split("; ")]
    for says, kind, decided in (
        ("other", VOICE_RULES, voice == "other"),
        ("hypothetical", SUPPOSING_RULES, stance == "hypothetical"),
        ("negated", NEGATING_RULES, stance == "negated"),
    ):
        rule = next((rule for rule in RULES if _QUOTED.sub("{}", rule) in names and rule in kind), None)
        if decided and rule:
            yield rule, says


_QUOTED = re.compile(r'"[^"]*"')
NEGATING_RULES, SUPPOSING_RULES = RULES[NEGATION_INSIDE : ANTONYM + 1], RULES[CONDITION_RULE : INDIRECT_QUESTION + 1]
VOICE_RULES = (RULES[REPORTED], RULES[QUOTED])


def fit_logistic(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic regression; return its coefficients, the constant last."""
    design = np.column_stack([features, np.ones(len(features))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = design @ weights
        return float(np.sum(np.logaddexp(0, z) - right * z)), design.T @ (expit(z) - right)

    fitted: np.ndarray = minimize(loss, np.zeros(design.shape[1]), jac=True).x
    return fitted


def main() -> None:
    """Learn, print how it does on what was left out, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description="Learn the signs of the shipped lexicon.")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    lexicon = read_lexicon(LEXICON)
    codes = lexicon.code_ids
    turns, fitted, uttered = read_coded(codes, INDEPENDENT), read_coded(codes, FITTED), read_utterances(codes)
    parts = (turns, fitted, uttered)
    said = [text for part in parts for text in part.said]
    questions = [text for part in parts for text in part.asked]
    given = np.vstack([part.given for part in parts])
    fragments = np.concatenate([part.fragment for part in parts])
    blocks = []
    for texts, is_asked in ((said, False), (questions, True)):
        found, keys, kind_of = list_signs(texts, asked=is_asked)
        kept, factor = scale(found, kind_of)
        blocks.append((found[:, kept] @ sp.diags(factor), keys[kept], factor))
    design = sp.hstack([block[0] for block in blocks]).tocsr()
    keys, factor = (np.concatenate([block[at] for block in blocks]) for at in (1, 2))
    print(f"{len(turns.said)} + {len(fitted.said)} + {len(uttered.said)} turns, {design.shape[1]} signs")
    gram = ((design @ design.T).toarray() + CONSTANT).astype(np.float32)
    gram[np.diag_indices_from(gram)] += RIDGE
    inverse = np.linalg.inv(gram)
    scores = leave_out(inverse, given, fragments)[: len(turns.said)]
    dual = (inverse @ given).astype(float)
    weights = (design.T @ dual) * factor[:, None]
    bias = CONSTANT * dual.sum(axis=0)
    hits = find_terms()
    rule = choose_rule(turns, codes, scores, hits)
    use = np.sqrt(np.asarray(design.multiply(design).mean(axis=0)).ravel()) / factor * np.linalg.norm(weights, axis=1)
    kept = np.sort(np.argsort(-use, kind="stable")[:MOST_SIGNS])
    ledger = make_ledger(hits, turns, codes, np.ones(len(turns.said), bool))
    share = (turns.given > 0).mean(axis=0)
    rules = judge_rules()
    made = Signs.make(codes, keys[kept], weights[kept], bias, share, ledger, rules, rule)
    print(f"{len(made.keys)} signs kept, {len(ledger)} terms measured, rule {rule}")
    if asked.write:
        for path in write_signs(BESIDE, made):
            print(f"wrote {path.name}, {path.stat().st_size:,} bytes")


def choose_rule(turns: Coded, codes: tuple[str, ...], scores: np.ndarray, hits: Hits) -> Rule:
    """Fit when a term counts and when signs alone do, each fragment judged by the ledger of the others."""
    share = (turns.given > 0).mean(axis=0)
    names = np.unique(turns.fragment)
    folds = np.random.default_rng(1).integers(0, 5, len(names))[np.searchsorted(names, turns.fragment)]
    where, records, certain = [], [], []
    core = {(code.id, term.notation) for code in read_lexicon(LEXICON).codes for term in code.terms if term.core}
    for out in range(5):
        ledger = make_ledger(hits, turns, codes, folds != out)
        totals = _by_code(ledger)
        for at in np.flatnonzero(folds == out):
            for code, terms in hits.get(turns.place[at], {}).items():
                place = (at, codes.index(code))
                if any((code, term) in core and ledger[code, term][0] == ledger[code, term][1] for term in terms):
                    certain.append(place)
                    continue
                where.append(place)
                records.append(_logit(max(chance_of(ledger[code, term], totals[code]) for term in terms)))
    taken = {*where, *certain}
    others = [place for place in zip(*np.nonzero(scores > WORTH_A_LOOK), strict=True) if place not in taken]
    right = np.array([turns.given[place] > 0 for place in (*where, *others)], float)
    signs = np.array([_features(scores[place], share[place[1]]) for place in (*where, *others)])
    by_term = np.column_stack([signs[: len(where)], records])
    of_term, of_signs = (
        fit_logistic(by_term, right[: len(where)]),
        fit_logistic(signs[len(where) :], right[len(where) :]),
    )
    odds = np.concatenate([_odds(by_term, of_term), _odds(signs[len(where) :], of_signs)])
    places = [*where, *others]
    print(f"  terms as they are: {_judge(turns, [*where, *certain])}; core terms never wrong {_judge(turns, certain)}")
    for chance in (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3):
        kept = [*certain, *(places[at] for at in np.flatnonzero(odds > _logit(chance)))]
        alone = sum(place not in taken for place in kept) / len(kept)
        print(f"  chance above {chance:.2f}: {_judge(turns, kept)}, signs alone {alone:.2f}")
    for fitted in (of_term, of_signs):
        fitted[-1] -= _logit(CHANCE)
    return Rule(tuple(of_term.tolist()), tuple(of_signs.tolist()))


def _by_code(ledger: Ledger) -> dict[str, tuple[int, int]]:
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (code, _), counts in ledger.items():
        fired[code] += counts[0]
        right[code] += counts[1]
    return {code: (fired[code], right[code]) for code in fired}


def _features(told: float, share: float) -> tuple[float, float, float]:
    return told, np.log(max(told, LEAST)), share


def _odds(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    odds: np.ndarray = features @ weights[:-1] + weights[-1]
    return odds


def _logit(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


WORTH_A_LOOK = 0.04
CHANCE = 0.45
"""From this chance of being right on, a code is given."""


def _judge(turns: Coded, places: list[tuple[int, int]]) -> str:
    """Say how often codes in some places were given by a coder too, part by part."""
    told = []
    for part in INDEPENDENT:
        given = np.array([turns.given[place] for place in places if turns.part[place[0]] == part])
        recall = np.sum(given == 1) / np.sum(turns.given[turns.part == part] == 1)
        told.append(f"{part} precision {np.mean(given > 0):.3f}, recall {recall:.3f} ({len(given)})")
    return "; ".join(told)


if __name__ == "__main__":
    main()
