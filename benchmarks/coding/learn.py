"""Learn the signs of the shipped lexicon from coded fragments, and count how its terms did on them.

    python benchmarks/coding/learn.py             learn, print what it gives on fragments left out, write nothing
    python benchmarks/coding/learn.py --write     write signs.npz and ledger.csv beside the lexicon

The weights are those of a ridge regression per code of what coders gave on the signs of a turn, solved in its dual
form, so that what a fragment left out would have got follows without solving again.

Sources: A. E. Hoerl & R. W. Kennard, Technometrics 12 (1970), 55-67; G. C. Cawley & N. L. C. Talbot, Pattern
Recognition 36 (2003), 2585-2592, who leave out one case, here all turns of a fragment.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from coded_turns import FITTED, INDEPENDENT, Coded, read_coded, read_utterances
from ledger import Hits, find_terms, judge_rules, make_ledger, sum_by_code
from measure import LEXICON
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import minimize
from scipy.special import expit

from perspectieven import read_lexicon
from perspectieven.dutch.words import Words, split_words
from perspectieven.lexicon.signs import LEAST, Rule, Signs, chance_of, describe_denial
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
FEWEST_DENIALS = 80
"""A code that was denied this often or more has weights for its denial too."""
BLOCK = 1_000
"""Turns whose products with all turns are made at a time."""
COMMON = 0.03
"""From this share of turns on, a sign is multiplied as part of a full matrix."""
MOST_WEIGHTS, MOST_OF_DENIALS = 2_000_000, 450_000
"""Weights that are kept, for codes and for denials: those that say most over all turns."""


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


def prune(weights: np.ndarray, spread: np.ndarray, most: int) -> None:
    """Set all weights to zero but those that say most over all turns: `spread` tells how much their sign varies."""
    said = np.abs(weights) * spread[:, None]
    weights[said < np.partition(said, -most, axis=None)[-most]] = 0


def leave_out(root: np.ndarray, dual: np.ndarray, given: np.ndarray, fragments: np.ndarray) -> np.ndarray:
    """Return what each turn would have got from all other fragments.

    Parameters
    ----------
    root : array, turns x turns
        The Cholesky factor of the products; of their inverse, what each fragment needs is made from it.
    dual : array, turns x columns
    fragments : array of str
        One per turn; turns of the same one stand together.
    """
    scores = np.empty_like(given)
    begins = np.flatnonzero(np.r_[True, fragments[1:] != fragments[:-1]])
    ends = np.r_[begins[1:], len(fragments)]
    for block in np.split(np.arange(len(begins)), np.flatnonzero(np.diff(begins // BLOCK)) + 1):
        first, end = begins[block[0]], ends[block[-1]]
        solved = solve_lower(root[first:, first:], np.eye(len(root) - first, end - first))
        for begin, until in zip(begins[block], ends[block], strict=True):
            own, its = slice(begin, until), solved[:, begin - first : until - first].astype(float)
            scores[own] = given[own] - np.linalg.solve(its.T @ its, dual[own])
    return scores


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
    denied = np.flatnonzero(turns.denies.sum(axis=0) >= FEWEST_DENIALS)
    targets = np.hstack([given, np.vstack([part.denies for part in parts])[:, denied]])
    blocks = []
    for texts, is_asked in ((said, False), (questions, True)):
        found, keys, kind_of = list_signs(texts, asked=is_asked)
        kept, factor = scale(found, kind_of)
        blocks.append((found[:, kept] @ sp.diags(factor), keys[kept], factor))
    design = sp.hstack([block[0] for block in blocks]).tocsr()
    keys, factor = (np.concatenate([block[at] for block in blocks]) for at in (1, 2))
    print(f"{len(turns.said)} + {len(fitted.said)} + {len(uttered.said)} turns, {design.shape[1]} signs")
    gram = multiply(design) + np.float32(CONSTANT)
    gram[np.diag_indices_from(gram)] += RIDGE
    root = factorise(gram)
    dual = solve(root, targets).astype(float)
    scores = leave_out(root, dual, targets, fragments)[: len(turns.said)]
    weights = (design.T @ dual) * factor[:, None]
    bias = CONSTANT * dual.sum(axis=0)
    hits = find_terms()
    share = np.concatenate([(turns.given > 0).mean(axis=0), _share_denied(turns)[denied]])
    of_codes = choose_rule(turns, codes, scores[:, : len(codes)], hits)
    rule = Rule(*of_codes, choose_denial(turns, codes, scores, denied, Rule(*of_codes, ()), hits))
    spread = np.sqrt(np.asarray(design.multiply(design).mean(axis=0)).ravel()) / factor
    for of_kind, most in ((weights[:, : len(codes)], MOST_WEIGHTS), (weights[:, len(codes) :], MOST_OF_DENIALS)):
        prune(of_kind, spread, most)
    kept = np.flatnonzero(weights.any(axis=1))
    ledger = make_ledger(hits, turns, codes, np.ones(len(turns.said), bool))
    rules = judge_rules()
    names = tuple(codes[at] for at in denied)
    made = Signs.make(codes, names, keys[kept], weights[kept], bias, share, ledger, rules, rule)
    print(f"{len(made.keys)} signs with {len(made.weights.weight)} weights kept, {len(ledger)} terms measured")
    print(rule)
    if asked.write:
        for path in write_signs(BESIDE, made):
            print(f"wrote {path.name}, {path.stat().st_size:,} bytes")


def _share_denied(turns: Coded) -> np.ndarray:
    return (turns.denies.sum(axis=0) + 1) / ((turns.given > 0).sum(axis=0) + 2)


def choose_denial(
    turns: Coded, codes: tuple[str, ...], scores: np.ndarray, denied: np.ndarray, rule: Rule, hits: Hits
) -> tuple[float, ...]:
    """Fit when a code that signs alone give is denied, on what coders gave too."""
    share, of_denial = (turns.given > 0).mean(axis=0), _share_denied(turns)
    rows, features = [], []
    for column, code in enumerate(denied):
        told, denial = scores[:, code], scores[:, len(codes) + column]
        alone = [codes[code] not in hits.get(place, {}) for place in turns.place]
        at = np.flatnonzero((told >= rule.limit(share[code])) & alone & (turns.given[:, code] > 0))
        rows.append(turns.denies[at, code])
        features.append(describe_denial(told[at], denial[at], np.full(len(at), of_denial[code])))
    right, told_of = np.concatenate(rows), np.vstack(features)
    fitted = fit_logistic(told_of, right)
    says = _odds(told_of, fitted) > 0
    print(f"  {len(denied)} codes may be denied: {right.mean():.3f} of {len(right)} mentions by signs alone are")
    print(
        f"  said of {says.mean():.3f}, right in {right[says].mean():.3f}; {right[~says].mean():.3f} of the others are"
    )
    return tuple(fitted.tolist())


def choose_rule(
    turns: Coded, codes: tuple[str, ...], scores: np.ndarray, hits: Hits
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Fit when a term counts and when signs alone do, each fragment judged by the ledger of the others."""
    share = (turns.given > 0).mean(axis=0)
    names = np.unique(turns.fragment)
    folds = np.random.default_rng(1).integers(0, 5, len(names))[np.searchsorted(names, turns.fragment)]
    where, records, certain = [], [], []
    core = {(code.id, term.notation) for code in read_lexicon(LEXICON).codes for term in code.terms if term.core}
    for out in range(5):
        ledger = make_ledger(hits, turns, codes, folds != out)
        totals = sum_by_code(ledger)
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
    return tuple(of_term.tolist()), tuple(of_signs.tolist())


def _features(told: float, share: float) -> tuple[float, float, float]:
    return told, np.log(max(told, LEAST)), share


def _odds(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    odds: np.ndarray = features @ weights[:-1] + weights[-1]
    return odds


def _logit(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


WORTH_A_LOOK = 0.04
CHANCE = 0.5
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
