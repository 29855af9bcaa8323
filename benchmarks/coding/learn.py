"""Learn the signs of the shipped lexicon from coded fragments, and count how its terms did on them.

    python benchmarks/coding/learn.py             learn, print what it gives on writers left out, write nothing
    python benchmarks/coding/learn.py --write     write signs.npz and ledger.csv beside the lexicon

The weights are those of a ridge regression per code of what coders gave on the signs of a turn, solved in its dual
form, so that what turns left out would have got follows without solving again. All turns of one writer are left out
together: new text comes from somebody else. On what is said of those, a network learns how codes speak for and against
each other (`network.py`), and the rule when a code is given.

Sources: A. E. Hoerl & R. W. Kennard, Technometrics 12 (1970), 55-67; G. C. Cawley & N. L. C. Talbot, Pattern
Recognition 36 (2003), 2585-2592, who leave out one case, here all turns of a writer.
"""

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from coded_turns import FITTED, INDEPENDENT, Coded, read_coded, read_utterances
from ledger import code_by_terms, find_terms, find_untold, judge_rules, make_ledger
from measure import LEXICON
from network import fit_network, tell_left_out
from rule import choose_elsewhere, choose_rule, choose_shifts, list_records, share_shifted
from scipy.linalg import cholesky, solve_triangular

from perspectieven import read_lexicon
from perspectieven.dutch.words import Words, split_words
from perspectieven.lexicon.signs import ANY, ELSEWHERE, SHIFTS, Rule, Signs
from perspectieven.matching import signs as kinds
from perspectieven.reading.signs import write_signs

BESIDE = Path(__file__).parents[2] / "src" / "perspectieven" / "lexicon" / LEXICON
SHARE = {
    kinds.WORD: 0.5,
    kinds.PIECE: 1.0,
    kinds.PAIR: 1.5,
    kinds.GAPPED: 0.9,
    kinds.ASKED: 0.1,
    kinds.ASKED_PIECE: 0.1,
}
"""How much of the sum of squares each kind of sign takes; chosen on fragments left out."""
FEWEST = {kinds.WORD: 2, kinds.PIECE: 3, kinds.PAIR: 2, kinds.GAPPED: 3, kinds.ASKED: 2, kinds.ASKED_PIECE: 3}
"""Turns that a sign must be in."""
RIDGE = 2.0
CONSTANT = 0.3
FEWEST_SHIFTED = 80
"""A code that was denied this often or more has weights for that too; so with what is supposed, or another's view."""
BLOCK = 1_000
"""Turns whose products with all turns are made at a time."""
COMMON = 0.03
"""From this share of turns on, a sign is multiplied as part of a full matrix."""
MOST_WEIGHTS, MOST_OF_SHIFTS = 4_000_000, 700_000
"""Weights that are kept, for codes and for shifts of them: those that say most over all turns."""


def list_signs(texts: list[str], *, asked: bool) -> tuple[sp.csr_matrix, np.ndarray, np.ndarray]:
    """Return the signs of each text divided by the root of its length, their keys and their kinds."""
    words = split_words(texts)
    _, example, type_of = np.unique(words.keys, return_index=True, return_inverse=True)
    word, piece = (kinds.ASKED, kinds.ASKED_PIECE) if asked else (kinds.WORD, kinds.PIECE)
    of_type = [
        [(int(kinds.word_key(word, words.keys[at])), word)]
        + [(int(key), piece) for key in kinds.list_pieces(words, at, piece)]
        for at in example
    ]
    found: list[tuple[int, int, int, float]] = []
    for text in range(len(texts)):
        first, end = words.sentences[words.texts[text]], words.sentences[words.texts[text + 1]]
        distinct = set(type_of[first:end].tolist())
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


def make_design(said: list[str], questions: list[str]) -> tuple[sp.csr_matrix, np.ndarray, np.ndarray]:
    """Return the scaled signs of each turn and of the question before it, their keys and their factors."""
    blocks = []
    for texts, is_asked in ((said, False), (questions, True)):
        found, keys, kind_of = list_signs(texts, asked=is_asked)
        kept, factor = scale(found, kind_of)
        blocks.append((found[:, kept] @ sp.diags(factor), keys[kept], factor))
    design = sp.hstack([block[0] for block in blocks]).tocsr()
    return design, *(np.concatenate([block[at] for block in blocks]) for at in (1, 2))


def multiply(design: sp.csr_matrix) -> np.ndarray:
    """Return the products of all pairs of rows.

    Signs that many turns have are multiplied as a full matrix, the others as a sparse one, block by block.
    """
    common = np.diff(design.tocsc().indptr) >= COMMON * design.shape[0]
    full, rare = design[:, common].toarray().astype(np.float32), design[:, ~common].astype(np.float32).tocsr()
    columns = rare.T.tocsr()
    products = np.empty((design.shape[0], design.shape[0]), np.float32)
    for first in range(0, len(products), BLOCK):
        block = products[first : first + BLOCK]
        block[:] = full[first : first + BLOCK] @ full.T
        some = (rare[first : first + BLOCK] @ columns).tocoo()
        block[some.row, some.col] += some.data
    return products


def _blocks(n: int) -> list[slice]:
    return [slice(first, min(first + BLOCK, n)) for first in range(0, n, BLOCK)]


def factorise(products: np.ndarray) -> np.ndarray:
    """Return the lower Cholesky factor of products, in their own place.

    Block by block: LAPACK's own, in single precision, stops with a memory fault from some 30,000 turns on.
    """
    for at in _blocks(len(products)):
        below = slice(at.stop, len(products))
        products[at, at] = cholesky(
            products[at, at] - products[at, : at.start] @ products[at, : at.start].T, lower=True
        )
        for rows in _blocks(len(products) - at.stop):
            its = slice(below.start + rows.start, below.start + rows.stop)
            rest = products[its, at] - products[its, : at.start] @ products[at, : at.start].T
            products[its, at] = solve_triangular(products[at, at], rest.T, lower=True).T
    return products


def solve(root: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Solve for some columns, given the lower Cholesky factor."""
    solved = solve_lower(root, right)
    for at in reversed(_blocks(len(root))):
        rest = solved[at] - root[at.stop :, at].T @ solved[at.stop :]
        solved[at] = solve_triangular(root[at, at], rest, lower=True, trans="T")
    return solved


def solve_lower(root: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Solve for some columns, given a lower triangular matrix; what is above its diagonal is not looked at."""
    solved = np.array(right, root.dtype)
    for at in _blocks(len(root)):
        rest = solved[at] - root[at, : at.start] @ solved[: at.start]
        solved[at] = solve_triangular(root[at, at], rest, lower=True)
    return solved


def keep_most(weights: np.ndarray, design: sp.csr_matrix, factor: np.ndarray, n_codes: int) -> np.ndarray:
    """Return the weights that say most over all turns, the others zero: of codes, and of shifts of them."""
    spread = np.sqrt(np.asarray(design.multiply(design).mean(axis=0)).ravel()) / factor
    kept = weights.copy()
    for some, most in ((kept[:, :n_codes], MOST_WEIGHTS), (kept[:, n_codes:], MOST_OF_SHIFTS)):
        said = np.abs(some) * spread[:, None]
        some[said < np.partition(said, -most, axis=None)[-most]] = 0
    return kept


def leave_out(root: np.ndarray, dual: np.ndarray, given: np.ndarray, writers: np.ndarray) -> np.ndarray:
    """Return what each turn would have got from all other writers.

    Parameters
    ----------
    root : array, turns x turns
        The Cholesky factor of the products; of their inverse, what each writer needs is made from it.
    dual : array, turns x columns
    writers : array of str
        One per turn; turns of the same one stand together.
    """
    scores = np.empty_like(given)
    begins = np.flatnonzero(np.r_[True, writers[1:] != writers[:-1]])
    ends = np.r_[begins[1:], len(writers)]
    for block in np.split(np.arange(len(begins)), np.flatnonzero(np.diff(begins // BLOCK)) + 1):
        first, end = begins[block[0]], ends[block[-1]]
        solved = solve_lower(root[first:, first:], np.eye(len(root) - first, end - first))
        for begin, until in zip(begins[block], ends[block], strict=True):
            own, its = slice(begin, until), solved[:, begin - first : until - first].astype(float)
            scores[own] = given[own] - np.linalg.solve(its.T @ its, dual[own])
    return scores


def list_shifted(
    turns: Coded, shifted: np.ndarray, given: np.ndarray, codes: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], np.ndarray]:
    """Return which shifts of which codes are learnt, and what to learn of each: one column per shift.

    Of any code, it is which share of what was given in a turn is shifted so.
    """
    names, columns = [], []
    for number, shift in enumerate(SHIFTS, 1):
        for code in np.flatnonzero((turns.shifted == number).sum(axis=0) >= FEWEST_SHIFTED):
            names.append((codes[code], shift))
            columns.append(shifted[:, code] == number)
        names.append((ANY, shift))
        columns.append((shifted == number).sum(axis=1) / np.maximum((given > 0).sum(axis=1), 1))
    return tuple(names), np.column_stack(columns).astype(float)


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
    writers = np.concatenate([part.writer() for part in parts])
    shifted, columns = list_shifted(turns, np.vstack([part.shifted for part in parts]), given, codes)
    elsewhere = np.concatenate([part.is_elsewhere() for part in parts])
    shifted = (*shifted, (ANY, ELSEWHERE))
    targets = np.column_stack([given, columns, elsewhere])
    design, keys, factor = make_design(said, questions)
    print(f"{len(turns.said)} + {len(fitted.said)} + {len(uttered.said)} turns, {design.shape[1]} signs")
    gram = multiply(design)
    gram += np.float32(CONSTANT)
    gram[np.diag_indices_from(gram)] += RIDGE
    root = factorise(gram)
    dual = solve(root, targets).astype(float)
    scores = leave_out(root, dual, targets, writers)
    weights = keep_most((design.T @ dual) * factor[:, None], design, factor, len(codes))
    bias = CONSTANT * dual.sum(axis=0)
    codings = code_by_terms()
    hits = find_terms(codings)
    records, certain = list_records(turns, codes, hits)
    limit = choose_elsewhere(scores[:, -1], given)
    here = scores[:, -1] <= limit
    heard = np.where(here[:, None], scores[:, : len(codes)], 0)
    records = {place: odds for place, odds in records.items() if here[place[0]]}
    certain = [place for place in certain if here[place[0]]]
    n_turns, sums = len(turns.said), scores[:, : len(codes)]
    network = fit_network(sums[:n_turns], given[:n_turns] > 0)
    told = network.tell(sums.astype(np.float32)).astype(float)
    told[:n_turns] = tell_left_out(sums[:n_turns], given[:n_turns] > 0, writers[:n_turns])
    *of_codes, lean = choose_rule(turns, fitted, codes, heard, told, records, certain)
    kept = np.flatnonzero(weights.any(axis=1))
    ledger = make_ledger(hits, turns, codes, ~turns.is_elsewhere())
    learnt = (keys[kept], weights[kept], bias, lean, share_shifted(turns))
    made = Signs.make(codes, shifted, *learnt, ledger, judge_rules(codings), Rule(*of_codes, (), ()), network)
    untold = find_untold(codings, made)
    by_shifts = choose_shifts(turns, scores[:n_turns], told[:n_turns], made, [*records, *certain], untold)
    made = replace(made, rule=Rule(*of_codes, *by_shifts, (limit,)))
    print(f"{len(made.keys)} signs with {len(made.weights.packed)} weights kept, {len(ledger)} terms measured")
    print(made.rule)
    if asked.write:
        for path in write_signs(BESIDE, made):
            print(f"wrote {path.name}, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
