"""Dispersion: whether a perspective's mentions are spread over its speakers, or come from a few of them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.stats import binom

from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.tables import Schema

DISPERSION = Schema(
    "dispersion",
    "one perspective x theme (or code), every pair",
    {
        "perspective": "str",
        "theme": "str",
        "n_coded": "int64",
        "n_words": "int64",
        "n_speakers": "int64",
        "n_speakers_coded": "int64",
        "largest_share": "float64",
        "dp": "float64",
        "dp_normalised": "float64",
        "dp_chance": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "theme"),
)


def measure_dispersion(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    min_group: int = 3,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure per perspective and theme how evenly mentions are spread over speakers, given how much each says.

    One row per perspective x item, every pair.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    min_group, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `DISPERSION` (its column ``theme`` named after `by`).

        - ``dp``: Gries' deviation of proportions, see `deviate`. 0 is spread as the words are; near 1 is all from one
          quiet speaker.
        - ``dp_normalised``: the same, divided by the most that these speakers can come to, 0 to 1.
        - ``dp_chance``: what ``dp`` would be on average if as many mentions fell on words at random. Few mentions
          cannot be even, so ``dp`` is read beside this, and not beside 0.
        - ``largest_share``: the part of the mentions that one speaker has, 0 to 1.

        Missing where there are no mentions; ``dp_normalised`` also where only one speaker says anything.

    Examples
    --------
    Three parents say equally much, and one of them has all three mentions: on average chance gives a DP of 0.3.

    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"perspective": "ouders", "role": "participant", "n_words": 100}
    >>> turns = make_table([{**said, "transcript_id": name, "speaker": name} for name in "abc"], TURNS)
    >>> codings = make_table([{"transcript_id": "a", "theme": "ERB", "start_char": at} for at in range(3)], CODINGS)
    >>> table = measure_dispersion(codings, turns, items=["ERB"], perspectives=["ouders"])
    >>> table[["n_coded", "n_speakers_coded", "dp", "dp_normalised", "dp_chance"]].round(2)
       n_coded  n_speakers_coded    dp  dp_normalised  dp_chance
    0        3                 1  0.67            1.0        0.3
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    rows: list[dict[str, object]] = []
    for name in perspectives:
        of = speakers.of(name)
        counts, n_words = speakers.n_coded[of], speakers.n_words[of]
        reason = refuse_small(len(of), min_group=min_group, language=language)
        numbers: dict[str, np.ndarray] = {}
        if not reason:
            dp, normalised = deviate(counts, n_words)
            n_coded = counts.sum(axis=0)
            largest = counts.max(axis=0, initial=0) / np.where(n_coded > 0, n_coded, np.nan)
            chance = deviate_by_chance(n_coded, n_words)
            numbers = {"largest_share": largest, "dp": dp, "dp_normalised": normalised, "dp_chance": chance}
        rows += [
            {
                "perspective": name,
                "theme": item,
                "n_coded": int(counts[:, at].sum()),
                "n_words": int(n_words.sum()),
                "n_speakers": len(of),
                "n_speakers_coded": int((counts[:, at] > 0).sum()),
                "withheld": bool(reason),
                "reason": reason,
            }
            | {column: values[at] for column, values in numbers.items()}
            for at, item in enumerate(items)
        ]
    return order_table(rows, DISPERSION, items=items, perspectives=perspectives, by=by)


def deviate(counts: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return Gries' DP of each column over its parts, and DP divided by the most it can be.

    Sources: S. Th. Gries, International Journal of Corpus Linguistics 13 (2008), 403-437; the divisor, 1 - the smallest
    part, is of J. Lijffijt & S. Th. Gries, the same 17 (2012), 147-149.

    Parameters
    ----------
    counts : array of int, n x k
        How often each of k things is found in each of n parts.
    sizes : array, n
        How large each part is. Parts of size 0 take no part.

    Examples
    --------
    Of two speakers who say equally much, one has all three mentions.

    >>> deviate(np.array([[3], [0]]), np.array([100, 100]))
    (array([0.5]), array([1.]))
    """
    there = sizes > 0
    counts, sizes = counts[there], sizes[there]
    totals = counts.sum(axis=0)
    if not len(sizes):
        return np.full(len(totals), np.nan), np.full(len(totals), np.nan)
    expected = sizes / sizes.sum()
    found = counts / np.where(totals > 0, totals, np.nan)
    dp: np.ndarray = np.abs(found - expected[:, None]).sum(axis=0) / 2
    most = 1 - expected.min() if len(sizes) > 1 else np.nan
    return dp, dp / most


def deviate_by_chance(totals: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return the DP to expect when `totals` mentions fall at random over parts of some sizes.

    The number in each part is then binomial, and the mean distance of that to its expectation is known exactly.

    Source: De Moivre's formula, in P. Diaconis & S. Zabell, Statistical Science 6 (1991), 284-302.

    >>> deviate_by_chance(np.array([1, 2, 0]), np.array([100, 100]))
    array([0.5 , 0.25,  nan])
    """
    whole = sizes.sum()
    if not whole:
        return np.full(len(totals), np.nan)
    share = (sizes[sizes > 0] / whole)[:, None]
    n = np.where(totals > 0, totals, 1)[None]
    above = np.floor(n * share).astype(int) + 1
    apart = 2 * above * (1 - share) * binom.pmf(above, n, share)
    expected: np.ndarray = np.where(totals > 0, (apart / n).sum(axis=0) / 2, np.nan)
    return expected
