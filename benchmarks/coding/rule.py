"""When a code is given, by a term or by signs alone, and when a mention is shifted: fitted on writers left out."""

import numpy as np
from coded_turns import INDEPENDENT, Coded
from ledger import Hits, make_ledger, sum_by_code
from measure import LEXICON
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

from perspectieven import read_lexicon
from perspectieven.lexicon.signs import ANY, SHIFTS, WORTH_A_LOOK, Signs, chance_of, describe_shifts

CHANCE = 0.59
"""From this chance of being right on, a code is given."""
MOST_LOST = 0.003
"""Share of turns with a code that may be taken for turns about something else."""
FAITH = 10
"""Codings that what is known of all codes counts for, where something is learnt of one."""
SMALL = 1e-5
"""Keeps weights of features that are hardly ever there from growing."""

Place = tuple[int, int]
"""A turn and a code, by their numbers."""


def fit_logistic(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic regression; return its coefficients, the constant last."""
    design = np.column_stack([features, np.ones(len(features))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = design @ weights
        return float(np.sum(np.logaddexp(0, z) - right * z)), design.T @ (expit(z) - right)

    fitted: np.ndarray = minimize(loss, np.zeros(design.shape[1]), jac=True).x
    return fitted


def choose_elsewhere(told: np.ndarray, given: np.ndarray) -> float:
    """Return from what on a turn is about something else, so that few turns with a code are taken for that.

    `told` is what signs say of each turn, of the writers left out.
    """
    coded = (given > 0).any(axis=1)
    limit = float(np.quantile(told[coded], 1 - MOST_LOST))
    print(f"  about something else above {limit:.3f}: {np.mean(told[~coded] > limit):.3f} of turns without a code")
    return limit


def share_shifted(turns: Coded) -> np.ndarray:
    """Return per code which share of its mentions take each of `SHIFTS`, the others counting for a few mentions."""
    given = turns.given > 0
    shifted = [given & (turns.shifted == number) for number in range(1, len(SHIFTS) + 1)]
    n_shifted = np.stack([some.sum(axis=0) for some in shifted], axis=1)
    return (n_shifted + FAITH * n_shifted.sum(axis=0) / given.sum()) / (given.sum(axis=0)[:, None] + FAITH)


def choose_shifts(
    turns: Coded,
    scores: np.ndarray,
    told: np.ndarray,
    signs: Signs,
    found: list[Place],
    untold: set[tuple[str, int, str]],
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Fit when a mention is shifted that no rule says anything of: one that a term found, and one by signs alone.

    Learnt from mentions that a coder gave too, by what signs say and the network tells of the writers left out.
    """
    codes = signs.codes
    by_term = [(at, code) for at, code in found if (*turns.place[at], codes[code]) in untold]
    said = scores[:, : len(codes)]
    given_alone = (signs.rule.odds(told, said, by_term=False) + signs.lean > 0) & (said > WORTH_A_LOOK)
    likely, taken_by_term = zip(*np.nonzero(given_alone), strict=True), {*found}
    alone = [place for place in likely if place not in taken_by_term]
    column = {shift: at for at, shift in enumerate(signs.shifts, len(codes))}
    own = np.array([[column.get((code, shift), -1) for shift in SHIFTS] for code in codes])
    of_any = [column[ANY, shift] for shift in SHIFTS]
    chosen = []
    for places in (by_term, alone):
        at, code = np.array([place for place in places if turns.given[place] > 0]).T
        features = describe_shifts(
            scores[at, code], scores[at[:, None], own[code]], scores[at][:, of_any], signs.share[code], own[code] >= 0
        )
        taken = turns.shifted[at, code].astype(int)
        weights = fit_choice(features, taken)
        said = choose(features, weights)
        right = np.mean(said == taken)
        print(f"  {len(at)} mentions, affirmed {np.mean(taken == 0):.3f}; stance right in {right:.3f}")
        for number, shift in enumerate(("affirmed", *SHIFTS)):
            print(
                f"    {shift}: said of {np.sum(said == number)}, right in {np.sum((said == number) & (said == taken))}"
            )
        chosen.append(tuple(weights.ravel().tolist()))
    return chosen[0], chosen[1]


def choose(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return which shift is most likely, 0 for none, by weights of features that each shift has of its own."""
    odds = np.einsum("ijk,jk->ij", features, weights[:, :-1]) + weights[:, -1]
    return np.column_stack([np.zeros(len(odds)), odds]).argmax(axis=1)


def fit_choice(features: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Fit a conditional logit of which shift is taken.

    Parameters
    ----------
    features : array, mentions x shifts x features
    taken : array of int
        One element per mention: the shift, counted from 1; 0 for none.

    Returns
    -------
    array, shifts x (features + 1)
        The constant last.

    Notes
    -----
    Source: D. McFadden, Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics (1974),
    105-142.
    """
    n_shifts, n_features = features.shape[1:]
    design = np.concatenate([features, np.ones((*features.shape[:2], 1))], axis=2)
    is_taken = taken[:, None] == np.arange(1, n_shifts + 1)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = np.einsum("ijk,jk->ij", design, weights.reshape(n_shifts, -1))
        total = np.logaddexp(0, logsumexp(odds, axis=1))
        slope = np.einsum("ij,ijk->jk", np.exp(odds - total[:, None]) - is_taken, design) / len(taken)
        return float(np.mean(total - (odds * is_taken).sum(axis=1)) + SMALL * weights @ weights), (
            slope.ravel() + 2 * SMALL * weights
        )

    fitted: np.ndarray = minimize(loss, np.zeros(n_shifts * (n_features + 1)), jac=True).x
    return fitted.reshape(n_shifts, -1)


def list_records(turns: Coded, codes: tuple[str, ...], hits: Hits) -> tuple[dict[Place, float], list[Place]]:
    """Return where terms gave a code, with the log odds of the best; and where a core term did that was never wrong.

    Each writer is judged by the ledger of the others.
    """
    names, writer = np.unique(turns.writer(), return_inverse=True)
    folds = np.random.default_rng(1).integers(0, 5, len(names))[writer]
    core = {(code.id, term.notation) for code in read_lexicon(LEXICON).codes for term in code.terms if term.core}
    records: dict[Place, float] = {}
    certain: list[Place] = []
    for out in range(5):
        ledger = make_ledger(hits, turns, codes, folds != out)
        totals = sum_by_code(ledger)
        for at in np.flatnonzero(folds == out):
            for code, terms in hits.get(turns.place[at], {}).items():
                place = (at, codes.index(code))
                if any((code, term) in core and ledger[code, term][0] == ledger[code, term][1] for term in terms):
                    certain.append(place)
                else:
                    records[place] = _logit(max(chance_of(ledger[code, term], totals[code]) for term in terms))
    return records, certain


def choose_rule(
    turns: Coded,
    fitted: Coded,
    codes: tuple[str, ...],
    scores: np.ndarray,
    told: np.ndarray,
    records: dict[Place, float],
    certain: list[Place],
) -> tuple[tuple[float, ...], tuple[float, ...], np.ndarray]:
    """Fit when a term counts, when signs alone do, and the lean of each code.

    The lean is learnt from `turns`, and then from those that two coders read, which stand behind them in `scores`, what
    signs say, and `told`, what the network tells; of these from signs alone, as terms were made from them.
    """
    n_turns, taken = len(turns.said), {*records, *certain}
    others = [place for place in zip(*np.nonzero(scores[:n_turns] > WORTH_A_LOOK), strict=True) if place not in taken]
    places = [*records, *others]
    right = np.array([turns.given[place] > 0 for place in places], float)
    features = np.stack([told, scores], axis=2)
    signs = np.array([features[place] for place in places])
    by_term, by_signs = np.column_stack([signs[: len(records)], list(records.values())]), signs[len(records) :]
    of_term, of_signs = fit_logistic(by_term, right[: len(records)]), fit_logistic(by_signs, right[len(records) :])
    odds = np.concatenate([_odds(by_term, of_term), _odds(by_signs, of_signs)])
    code_of = np.array([code for _, code in places])
    lean = correct_lean(np.zeros(len(codes)), code_of, odds, right)
    read, code_read = np.nonzero(scores[n_turns : n_turns + len(fitted.said)] > WORTH_A_LOOK)
    odds_read = _odds(features[n_turns + read, code_read], of_signs)
    lean = correct_lean(lean, code_read, odds_read, fitted.given[read, code_read] > 0)
    odds += lean[code_of]
    print(f"  terms as they are: {_judge(turns, [*records, *certain])}; core, never wrong {_judge(turns, certain)}")
    for chance in (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3):
        kept = [*certain, *(places[at] for at in np.flatnonzero(odds > _logit(chance)))]
        alone = sum(place not in taken for place in kept) / len(kept)
        print(f"  chance above {chance:.2f}: {_judge(turns, kept)}, signs alone {alone:.2f}")
    for weights in (of_term, of_signs):
        weights[-1] -= _logit(CHANCE)
    return tuple(of_term.tolist()), tuple(of_signs.tolist()), lean


def correct_lean(lean: np.ndarray, codes: np.ndarray, odds: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the lean of each code, so that in some places it is said as often as coders gave it.

    Parameters
    ----------
    lean : array
        As it is, one element per code.
    codes, odds, right : array
        One element per place: its code, the log odds without the lean, and whether a coder gave it.
    """
    said = np.bincount(codes, expit(odds + lean[codes]), len(lean))
    given = np.bincount(codes, right, len(lean))
    return lean + np.log(given + FAITH) - np.log(said + FAITH)


def _odds(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    odds: np.ndarray = features @ weights[:-1] + weights[-1]
    return odds


def _logit(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))


def _judge(turns: Coded, places: list[tuple[int, int]]) -> str:
    """Say how often codes in some places were given by a coder too, part by part."""
    told = []
    for part in INDEPENDENT:
        given = np.array([turns.given[place] for place in places if turns.part[place[0]] == part])
        recall = np.sum(given == 1) / np.sum(turns.given[turns.part == part] == 1)
        told.append(f"{part} precision {np.mean(given > 0):.3f}, recall {recall:.3f} ({len(given)})")
    return "; ".join(told)
