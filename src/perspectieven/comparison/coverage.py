"""How much of each perspective's talk the lexicon hears, and whom it hears better."""

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from perspectieven.comparison.intervals import (
    TAIL,
    bootstrap_ratios,
    group_interval,
    rate_limits,
    subtract_intervals,
)
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import Speakers, gather_speakers
from perspectieven.comparison.wording import refuse_small, say
from perspectieven.tables import TURNS, Schema
from perspectieven.themes import join_turns

COVERAGE = Schema(
    "coverage",
    "one perspective",
    {
        "perspective": "str",
        "n_speakers": "int64",
        "n_speakers_coded": "int64",
        "share_speakers": "float64",
        "n_turns": "int64",
        "n_turns_coded": "int64",
        "share_turns": "float64",
        "n_words": "int64",
        "n_words_coded": "int64",
        "share_words": "float64",
        "n_coded": "int64",
        "n_terms": "int64",
        "per_1000_words": "float64",
        "low": "float64",
        "high": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective",),
)

COVERAGE_RATIOS = Schema(
    "coverage_ratios",
    "one pair of perspectives",
    {
        "perspective_a": "str",
        "perspective_b": "str",
        "n_a": "int64",
        "n_b": "int64",
        "rate_a": "float64",
        "rate_b": "float64",
        "ratio": "float64",
        "low": "float64",
        "high": "float64",
        "heard_better": "str",
        "warning": "str",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective_a", "perspective_b"),
)

_ANY = "any"


def measure_coverage(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure per perspective how much of what it says carries any code.

    Parameters
    ----------
    codings, turns, perspectives
        As in `themes.count_themes`; all codings count, of any theme.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `COVERAGE`, one row per perspective. ``n_turns_coded`` and ``n_words_coded`` are turns with a code, and
        the words of these turns; shares are 0 to 1. ``n_terms`` is how many terms are found at all. ``low`` and
        ``high`` are the interval of ``per_1000_words``, as in `rates.measure_rates`.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = measure_coverage(study.codings(), study.turns(), perspectives=study.perspectives)
    >>> table[["perspective", "n_speakers", "n_speakers_coded"]].values.tolist()
    [['ouders', 3, 3], ['jeugdigen', 3, 3], ['professionals', 2, 2]]
    """
    speakers = _gather(codings, turns, perspectives)
    merged = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"]
    coded = spoken.merge(merged[list(TURNS.key)].drop_duplicates(), on=list(TURNS.key), validate="1:1")
    rows: list[dict[str, object]] = []
    for name in perspectives:
        of = speakers.of(name)
        theirs, with_code = spoken[spoken["perspective"] == name], coded[coded["perspective"] == name]
        amounts, sizes = (array[of] for array in speakers.measure("rate"))
        numbers = {
            "speakers": (int((amounts > 0).sum()), len(of)),
            "turns": (len(with_code), len(theirs)),
            "words": (int(with_code["n_words"].sum()), int(theirs["n_words"].sum())),
        }
        reason = refuse_small(len(of), min_group=min_group, language=language)
        row: dict[str, object] = {"perspective": name, "withheld": bool(reason), "reason": reason}
        row |= {"n_coded": int(amounts.sum())}
        row["n_terms"] = len(merged.loc[merged["perspective"] == name, ["code", "term"]].drop_duplicates())
        for unit, (n_coded, n) in numbers.items():
            row |= {f"n_{unit}": n, f"n_{unit}_coded": n_coded}
            if n and not reason:
                row[f"share_{unit}"] = n_coded / n
        if sizes.sum() and not reason:
            low, high = group_interval(amounts, sizes, cluster=speakers.cluster[of], measure="rate", seed=seed)
            row |= {"per_1000_words": amounts.sum() / sizes.sum(), "low": low[0], "high": high[0]}
        rows.append(row)
    return order_table(rows, COVERAGE, perspectives=perspectives)


def compare_coverage(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    perspectives: Sequence[str],
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Compare how often the lexicon finds anything, for every pair of perspectives.

    A lexicon that finds more in one perspective may know its words better, or that perspective may have more to say:
    the two cannot be told apart here, so it is a warning and no correction. It is given where the interval of the
    ratio leaves out 1.

    Parameters
    ----------
    codings, turns, perspectives, min_group, seed, language
        As in `measure_coverage`.

    Returns
    -------
    DataFrame
        Schema `COVERAGE_RATIOS`, one row per pair. Rates are mentions per 1,000 words; ``ratio`` is rate_a / rate_b,
        and infinite where only b has none. Its interval is at each end the wider of a percentile bootstrap over
        conversations and of the exact limits of the two counts, combined on the scale of logarithms (see
        `intervals.subtract_intervals`). ``heard_better`` is the perspective that is, or empty.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = compare_coverage(study.codings(), study.turns(), perspectives=["ouders", "jeugdigen"])
    >>> bool(table["low"].item() < table["ratio"].item() < table["high"].item())
    True
    """
    speakers = _gather(codings, turns, perspectives)
    amounts, sizes = speakers.measure("rate")
    rows: list[dict[str, object]] = []
    for a, b in combinations(perspectives, 2):
        sides = [speakers.of(a), speakers.of(b)]
        known: dict[str, object] = {"perspective_a": a, "perspective_b": b, "n_a": len(sides[0]), "n_b": len(sides[1])}
        reason = refuse_small(min(map(len, sides)), min_group=min_group, language=language)
        if not reason and min(sizes[of].sum() for of in sides) == 0:
            reason = say("too_few_words", language=language)
        elif not reason and not any(amounts[of].any() for of in sides):
            reason = say("nothing_found", language=language)
        if reason:
            rows.append(known | {"withheld": True, "reason": reason})
            continue
        rate_a, rate_b = (float(amounts[of].sum() / sizes[of].sum()) for of in sides)
        ratio, low, high = _divide_rates(speakers, sides, seed=seed)
        better = a if low > 1 else b if high < 1 else ""
        warning = ""
        if better == a:
            warning = _warn(a, b, ratio, low, high, language)
        elif better == b:
            warning = _warn(b, a, _invert(ratio), _invert(high), _invert(low), language)
        numbers = {"rate_a": rate_a, "rate_b": rate_b, "ratio": ratio, "low": low, "high": high}
        rows.append(known | numbers | {"heard_better": better, "warning": warning})
    return order_table(rows, COVERAGE_RATIOS, perspectives=perspectives)


def _gather(codings: pd.DataFrame, turns: pd.DataFrame, perspectives: Sequence[str]) -> Speakers:
    """Gather the speakers with one item: any coding at all."""
    return gather_speakers(codings.assign(any=_ANY), turns, items=[_ANY], perspectives=perspectives, by=_ANY)


def _divide_rates(speakers: Speakers, sides: Sequence[np.ndarray], *, seed: int) -> tuple[float, float, float]:
    """Return the ratio of two rates, of which at least one is not 0, and its interval."""
    amounts, sizes = speakers.measure("rate")
    both, side = np.concatenate(sides), np.repeat([0, 1], list(map(len, sides)))
    drawn = bootstrap_ratios(
        amounts[both], sizes[both], cluster=speakers.cluster[both], side=side, n_sides=2, seed=seed
    )[..., 0]
    drawn = drawn[~np.isnan(drawn).any(axis=1) & (drawn > 0).any(axis=1)]
    ratios = np.divide(drawn[:, 0], drawn[:, 1], out=np.full(len(drawn), math.inf), where=drawn[:, 1] > 0)
    low, high = np.quantile(ratios, [TAIL, 1 - TAIL], method="inverted_cdf")
    (a, of_a), (b, of_b) = (
        (amounts[of].sum(axis=0) / sizes[of].sum(), rate_limits(amounts[of].sum(axis=0), float(sizes[of].sum())))
        for of in sides
    )
    if a[0] == 0:
        return 0.0, 0.0, max(float(high), float(of_a[1][0] / of_b[0][0]))
    if b[0] == 0:
        return math.inf, min(float(low), float(of_a[0][0] / of_b[1][0])), math.inf
    logs = subtract_intervals(
        np.log(a), (np.log(of_a[0]), np.log(of_a[1])), np.log(b), (np.log(of_b[0]), np.log(of_b[1]))
    )
    lowest, highest = (float(np.exp(limit[0])) for limit in logs)
    return float(a[0] / b[0]), min(float(low), lowest), max(float(high), highest)


def _invert(ratio: float) -> float:
    return 1 / ratio if ratio else math.inf


def _warn(better: str, worse: str, ratio: float, low: float, high: float, language: str) -> str:
    """Return the warning that the lexicon hears one perspective better."""
    if math.isinf(ratio):
        return say("heard_only", language=language, a=better, b=worse, low=low)
    return say("heard_better", language=language, a=better, b=worse, ratio=ratio, low=low, high=high)
