"""Co-occurrence: which themes (or codes) go together, in a turn and from one turn of a speaker to the next."""

from collections.abc import Sequence
from functools import cache
from math import comb
from typing import NamedTuple

import numpy as np
import pandas as pd
from statsmodels.stats.multitest import multipletests

from perspectieven.comparison.intervals import TAIL, bootstrap_ratios, rate_limits
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small
from perspectieven.tables import TURNS, Schema
from perspectieven.themes import join_turns

COOCCURRENCE = Schema(
    "cooccurrence",
    "one perspective x reach x pair of themes (or codes), each pair once",
    {
        "perspective": "str",
        "reach": "str",
        "theme_a": "str",
        "theme_b": "str",
        "n_turns_a": "int64",
        "n_turns_b": "int64",
        "n_together": "int64",
        "n_speakers_together": "int64",
        "n_speakers": "int64",
        "expected": "float64",
        "lift": "float64",
        "low": "float64",
        "high": "float64",
        "p_adjusted": "float64",
        "pmi": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "reach", "theme_a", "theme_b"),
)

REACHES = ("turn", "next")
"""Together in one turn; one in a turn, and the other in the next turn of the same speaker."""


def count_cooccurrence(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Count per perspective how often two themes go together, beside what chance gives.

    One row per perspective x reach x pair, every pair once, the item that comes first in `items` as a. Two reaches:
    ``turn``, together in one turn; ``next``, one of them in a turn and the other in the next turn of the same speaker
    in that transcript, either way round, whoever spoke between.

    Chance is that everybody keeps their own turns and how often they mention each of the two, and that these fall into
    the turns at random: into turns of about the same length for ``turn`` (a long turn holds more of everything), and
    in any order for ``next``.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `COOCCURRENCE` (``theme_a`` and ``theme_b`` named after `by`).

        - ``n_together``: turns for ``turn``, pairs of successive turns for ``next`` (twice where both turns hold both).
        - ``n_speakers_together``: speakers of whom this is so at least once.
        - ``expected``: ``n_together`` by chance. ``lift`` is n_together / expected, with a 95% interval: at each end
          the wider of a percentile bootstrap over conversations (see `intervals.bootstrap_ratios`) and of the exact
          limits of the count. ``pmi`` is its base-2 logarithm, and minus infinity where they are never together.
          Missing where chance cannot bring them together.
        - ``p_adjusted``: how often chance brings them together in so many turns or more, by Holm's method for all pairs
          of all perspectives that it can bring together. Missing for ``next``, which is not tested.

    Notes
    -----
    The interval is of one pair, and these are many: of the 120 of sixteen themes, chance alone can put some beside 1.
    Two themes go together more often than by chance where ``p_adjusted`` is low as well.

    Sources: K. W. Church & P. Hanks, Computational Linguistics 16 (1990), 22-29 (mutual information); the expectation
    is that of N. Mantel & W. Haenszel, Journal of the National Cancer Institute 22 (1959), 719-748, with a speaker's
    turns of one length as a stratum; the test is exact, on the sum of the hypergeometric counts of these strata, as in
    C. R. Mehta, N. R. Patel & R. Gray, Journal of the American Statistical Association 80 (1985), 969-973; S. Holm,
    Scandinavian Journal of Statistics 6 (1979), 65-70.

    Examples
    --------
    Of a parent's four turns two mention both themes, and two mention nothing; chance puts them together once.

    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"transcript_id": "a", "speaker": "m", "perspective": "ouders", "role": "participant", "n_words": 9}
    >>> turns = make_table([{**said, "turn_index": at} for at in range(4)], TURNS)
    >>> coding = {"transcript_id": "a", "code": "X"}
    >>> mentions = [{**coding, "turn_index": at, "theme": theme} for at in (0, 2) for theme in ("ERB", "LAT")]
    >>> codings = make_table([{**row, "start_char": at} for at, row in enumerate(mentions)], CODINGS)
    >>> table = count_cooccurrence(codings, turns, items=["ERB", "LAT"], perspectives=["ouders"], min_group=1)
    >>> table[["reach", "theme_a", "theme_b", "n_together", "n_speakers_together", "expected", "lift"]]
      reach theme_a theme_b  n_together  n_speakers_together  expected  lift
    0  turn     ERB     LAT           2                    1       1.0   2.0
    1  next     ERB     LAT           0                    0       1.0   0.0
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    a, b = np.triu_indices(len(items), 1)
    names = np.array(items, dtype=object)
    talks = _gather_talks(codings, turns, items=items, by=by)
    blank = np.zeros((0, len(items)), dtype=float)
    tables = []
    for name in perspectives:
        of = speakers.of(name)
        own = [talks[speakers.ids[at]] for at in of]
        reason = refuse_small(len(of), min_group=min_group, language=language)
        n_turns = np.concatenate([blank, *(talk.holds for talk in own)]).sum(axis=0)
        for reach, cross in zip(REACHES, (_cross_in_turn, _cross_next), strict=True):
            crossed = np.array([cross(talk) for talk in own]).reshape(len(own), 2, len(items), len(items))
            together, expected = crossed[:, 0, a, b], crossed[:, 1, a, b]
            table = pd.DataFrame({"theme_a": names[a], "theme_b": names[b]})
            table = table.assign(
                perspective=name, reach=reach, n_speakers=len(of), withheld=bool(reason), reason=reason
            )
            table["n_turns_a"], table["n_turns_b"] = n_turns[a], n_turns[b]
            table["n_together"] = together.sum(axis=0)
            table["n_speakers_together"] = (together > 0).sum(axis=0)
            table[["expected", "lift", "low", "high", "p_adjusted", "pmi"]] = np.nan
            if not reason:
                table["expected"] = expected.sum(axis=0)
                limits = _limit_lift(together, expected, cluster=speakers.cluster[of], seed=seed)
                table["lift"], table["low"], table["high"] = limits
                with np.errstate(divide="ignore"):
                    table["pmi"] = np.log2(table["lift"])
                if reach == "turn":
                    table["p_adjusted"] = _test_in_turn(own, a, b, together.sum(axis=0), table["expected"].to_numpy())
            tables.append(table)
    orders = {"reach": REACHES, "theme_a": items, "theme_b": items}
    ordered = order_table(pd.concat(tables) if tables else [], COOCCURRENCE, perspectives=perspectives, orders=orders)
    tested = ordered["p_adjusted"].notna()
    if tested.any():
        ordered.loc[tested, "p_adjusted"] = multipletests(ordered.loc[tested, "p_adjusted"], method="holm")[1]
    return ordered.rename(columns={"theme_a": f"{by}_a", "theme_b": f"{by}_b"})


class _Talk(NamedTuple):
    """The turns of one speaker, those of a transcript after each other.

    Attributes
    ----------
    holds : array, n x k
        1.0 where a turn mentions an item.
    n_words : array of int, n
    first : array of int
        Where each transcript begins.
    """

    holds: np.ndarray
    n_words: np.ndarray
    first: np.ndarray


def _gather_talks(codings: pd.DataFrame, turns: pd.DataFrame, *, items: Sequence[str], by: str) -> dict[str, _Talk]:
    """Gather the turns of every participant."""
    mentions = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"].sort_values(["speaker", *TURNS.key])
    places = pd.MultiIndex.from_frame(spoken[list(TURNS.key)])
    rows = places.get_indexer(pd.MultiIndex.from_frame(mentions[list(TURNS.key)]))
    columns = pd.Index(list(items)).get_indexer(pd.Index(mentions[by]))
    there = (rows >= 0) & (columns >= 0)
    holds = np.zeros((len(spoken), len(items)))
    holds[rows[there], columns[there]] = 1
    n_words, transcripts = spoken["n_words"].to_numpy(), pd.factorize(spoken["transcript_id"])[0]
    return {
        str(speaker): _Talk(holds[at], n_words[at], np.flatnonzero(np.diff(transcripts[at], prepend=-1)))
        for speaker, at in spoken.groupby("speaker").indices.items()
    }


def _cross_in_turn(talk: _Talk) -> tuple[np.ndarray, np.ndarray]:
    """Count per pair of items the turns that hold both, and what to expect of turns with about as many words."""
    n_turns, totals = _count_alike(talk)
    return talk.holds.T @ talk.holds, totals.T @ (totals / n_turns[:, None])


def _count_alike(talk: _Talk) -> tuple[np.ndarray, np.ndarray]:
    """Count the turns of about the same number of words, and how many of those hold each item: one row per length."""
    length = np.log2(np.maximum(talk.n_words, 1)).astype(int)
    same = (length == np.unique(length)[:, None]).astype(float)
    return same.sum(axis=1), same @ talk.holds


def _test_in_turn(
    talks: Sequence[_Talk], a: np.ndarray, b: np.ndarray, together: np.ndarray, expected: np.ndarray
) -> np.ndarray:
    """Return for each pair of items how often chance puts both into so many turns or more; not adjusted.

    Missing where chance cannot bring them together.
    """
    counted = [_count_alike(talk) for talk in talks]
    n_turns = np.concatenate([np.zeros(0), *(n for n, _ in counted)]).astype(int)
    n_items = int(b.max(initial=-1)) + 1
    totals = np.concatenate([np.zeros((0, n_items)), *(total for _, total in counted)])
    p = np.where(expected > 0, 1.0, np.nan)
    for pair in np.flatnonzero((together > 0) & (expected > 0)):
        chances = np.ones(1)
        for n, n_a, n_b in zip(n_turns, *totals[:, [a[pair], b[pair]]].T.astype(int), strict=True):
            if n_a and n_b:
                chances = np.convolve(chances, _chance_together(int(n), *sorted((int(n_a), int(n_b)))))
        p[pair] = min(1.0, chances[int(together[pair]) :].sum())
    return p


@cache
def _chance_together(n: int, n_a: int, n_b: int) -> np.ndarray:
    """Return the chance of 0, 1, 2, ... turns with both, of n turns of which n_a and n_b hold one (hypergeometric).

    >>> _chance_together(4, 2, 2).round(3)
    array([0.167, 0.667, 0.167])
    """
    ways = [comb(n_a, both) * comb(n - n_a, n_b - both) for both in range(min(n_a, n_b) + 1)]
    return np.array([way / comb(n, n_b) for way in ways])


def _cross_next(talk: _Talk) -> tuple[np.ndarray, np.ndarray]:
    """Count per pair of items the successive turns that hold one each, and what to expect of turns in any order.

    Of n turns in random order, two given ones follow each other, in either order, with a chance of 2 / n.
    """
    k = talk.holds.shape[1]
    together, expected = np.zeros((2, k, k))
    for holds in np.split(talk.holds, talk.first[1:]):
        follows, totals = holds[:-1].T @ holds[1:], holds.sum(axis=0)
        together += follows + follows.T
        expected += 2 / len(holds) * (np.outer(totals, totals) - holds.T @ holds)
    return together, expected


def _limit_lift(
    together: np.ndarray, expected: np.ndarray, *, cluster: np.ndarray, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the lift of each pair with its interval over people; both arrays have one row per speaker."""
    n, chance = together.sum(axis=0), expected.sum(axis=0)
    lift, low, high = np.full((3, len(n)), np.nan)
    some = chance > 0
    lift[some] = n[some] / chance[some]
    low[some], high[some] = (limit / chance[some] for limit in rate_limits(n[some], 1))
    # A pair that is never together has a lift of 0 in every draw: its interval is that of the count.
    found = np.flatnonzero(n > 0)
    both, alone = np.column_stack([together[:, found], expected[:, found]]), np.ones(len(cluster))
    side = np.zeros_like(cluster)
    means = bootstrap_ratios(both, alone, cluster=cluster, side=side, n_sides=1, seed=seed)[:, 0]
    over, under = np.split(means, 2, axis=1)
    ratios = pd.DataFrame(np.divide(over, under, out=np.full(over.shape, np.nan), where=under > 0))
    if len(found):
        lowest, highest = ratios.quantile([TAIL, 1 - TAIL]).to_numpy()
        low[found], high[found] = np.fmin(low[found], lowest), np.fmax(high[found], highest)
    return lift, low, high
