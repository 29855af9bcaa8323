"""Saturation: how many new codes a further conversation brings, whatever the order of the conversations."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import gammaln

from perspectieven.comparison.intervals import TAIL
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.wording import refuse_small
from perspectieven.errors import Fault, TableError
from perspectieven.tables import Schema
from perspectieven.themes import join_turns

SATURATION = Schema(
    "saturation",
    "one perspective x number of conversations",
    {
        "perspective": "str",
        "n_transcripts": "int64",
        "n_speakers": "int64",
        "mean_codes": "float64",
        "low": "float64",
        "high": "float64",
        "mean_new": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "n_transcripts"),
)

NEW_INFORMATION = Schema(
    "new_information",
    "one perspective x number of conversations at the end of a run",
    {
        "perspective": "str",
        "n_transcripts": "int64",
        "n_speakers": "int64",
        "n_base": "int64",
        "n_new": "int64",
        "ratio": "float64",
        "mean_ratio": "float64",
        "share_saturated": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "n_transcripts"),
)

N_ORDERS = 999


def measure_saturation(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "code",
    min_group: int = 3,
    seed: int = 0,
    n_orders: int = N_ORDERS,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure per perspective how many codes are known after each number of conversations.

    One row per perspective x number of conversations, from 1 to as many as it speaks in; one row, of 0, where it speaks
    in none or is withheld. To look at the whole study, give all turns one perspective:
    ``turns.assign(perspective="study")``.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`. What a perspective says in a conversation counts, and nothing else of it.
    min_group, seed, language
        As in `rates.measure_rates`.
    n_orders : int
        Random orders.

    Returns
    -------
    DataFrame
        Schema `SATURATION`. ``mean_codes`` is the number of different codes (or themes) over all orders there are,
        exactly (see `expect_codes`); ``low`` and ``high`` hold 95% of the random orders; ``mean_new`` is how many the
        last conversation adds.

    Examples
    --------
    One conversation has two codes, the other one of these: that the second adds something depends on the order.

    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"perspective": "ouders", "role": "participant"}
    >>> turns = make_table([{**said, "transcript_id": name, "speaker": name} for name in "ab"], TURNS)
    >>> codings = make_table([{"transcript_id": t, "code": code} for t, code in ("aX", "aY", "bX")], CODINGS)
    >>> table = measure_saturation(codings, turns, items=["X", "Y"], perspectives=["ouders"], min_group=2)
    >>> table[["n_transcripts", "mean_codes", "low", "high", "mean_new"]]
       n_transcripts  mean_codes  low  high  mean_new
    0              1         1.5  1.0   2.0       1.5
    1              2         2.0  2.0   2.0       0.5
    """
    rows: list[dict[str, object]] = []
    for known, holds in _gather(codings, turns, items, perspectives, by, None, min_group, language):
        if known["withheld"]:
            rows.append(known)
            continue
        n = len(holds)
        first = _first_places(holds, n_orders, seed)
        numbers = np.array([(first <= size).sum(axis=1) for size in range(1, n + 1)])
        low, high = np.quantile(numbers, [TAIL, 1 - TAIL], axis=1, method="inverted_cdf")
        mean = expect_codes(holds.sum(axis=0), n)
        new = np.diff(mean, prepend=0)
        rows += [
            known
            | {"n_transcripts": at + 1, "mean_codes": mean[at], "low": low[at], "high": high[at], "mean_new": new[at]}
            for at in range(n)
        ]
    return order_table(rows, SATURATION, perspectives=perspectives)


def measure_new_information(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "code",
    order: Sequence[str] | None = None,
    base_size: int = 4,
    run_length: int = 2,
    threshold: float = 0.05,
    min_group: int = 3,
    seed: int = 0,
    n_orders: int = N_ORDERS,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure how much new a run of conversations brings, against what the first few brought.

    One row per perspective x number of conversations at the end of a run; one row, of 0, where there are too few
    for one run or the perspective is withheld.

    Source: G. Guest, E. Namey & M. Chen, PLoS ONE 15 (2020), e0232076.

    Parameters
    ----------
    codings, turns, items, perspectives, by, min_group, seed, n_orders, language
        As in `measure_saturation`.
    order : sequence of str, optional
        All transcripts, in the order in which the conversations were held; by default that of their ids.
    base_size : int
        Conversations that are the base.
    run_length : int
        Conversations in a run. Runs overlap: each further conversation ends one.
    threshold : float
        The ratio, 0 to 1, up to which little is new.

    Returns
    -------
    DataFrame
        Schema `NEW_INFORMATION`. ``n_base`` is how many codes the base has, ``n_new`` how many the run adds to all
        before it, ``ratio`` the second divided by the first; ``mean_ratio`` its mean over random orders, and
        ``share_saturated`` the part of these with a ratio up to `threshold`: where an order happened by chance, these
        say how much it matters. Missing where the base has no codes.

    Raises
    ------
    TableError
        If a transcript is not in `order`, or a size is smaller than 1.

    Examples
    --------
    A base of one conversation has two codes, the next adds one, and that after it none.

    >>> from perspectieven.tables import CODINGS, TURNS, make_table
    >>> said = {"perspective": "ouders", "role": "participant"}
    >>> turns = make_table([{**said, "transcript_id": name, "speaker": name} for name in "abc"], TURNS)
    >>> codings = make_table([{"transcript_id": t, "code": code} for t, code in ("aX", "aY", "bZ", "cX")], CODINGS)
    >>> table = measure_new_information(
    ...     codings, turns, items=["X", "Y", "Z"], perspectives=["ouders"], base_size=1, run_length=1)
    >>> table[["n_transcripts", "n_base", "n_new", "ratio"]]
       n_transcripts  n_base  n_new  ratio
    0              2       2      1    0.5
    1              3       2      0    0.0
    """
    faults = [
        Fault("comparison", name, f"is {size}; use 1 or more")
        for name, size in (("base_size", base_size), ("run_length", run_length))
        if size < 1
    ]
    if faults:
        raise TableError(faults)
    rows: list[dict[str, object]] = []
    for known, holds in _gather(codings, turns, items, perspectives, by, order, min_group, language):
        if known["withheld"]:
            rows.append(known)
            continue
        held = np.where(holds.any(axis=0), holds.argmax(axis=0) + 1, len(holds) + 1)
        drawn = _first_places(holds, n_orders, seed)
        n_base = int((held <= base_size).sum())
        n_base_drawn = (drawn <= base_size).sum(axis=1)
        ends = range(base_size + run_length, len(holds) + 1)
        if not ends:
            rows.append(known | {"n_transcripts": len(holds), "n_base": n_base})
        for end in ends:
            n_new = int(((held > end - run_length) & (held <= end)).sum())
            n_new_drawn = ((drawn > end - run_length) & (drawn <= end)).sum(axis=1)
            ratios = n_new_drawn[n_base_drawn > 0] / n_base_drawn[n_base_drawn > 0]
            numbers: dict[str, object] = {"n_transcripts": end, "n_base": n_base, "n_new": n_new}
            if n_base:
                numbers |= {"ratio": n_new / n_base}
            if len(ratios):
                numbers |= {"mean_ratio": ratios.mean(), "share_saturated": (ratios <= threshold).mean()}
            rows.append(known | numbers)
    return order_table(rows, NEW_INFORMATION, perspectives=perspectives)


def expect_codes(n_found: np.ndarray, n: int) -> np.ndarray:
    """Return how many things to expect in 1, 2, ... `n` conversations drawn from `n` without putting back.

    Parameters
    ----------
    n_found : array of int
        In how many of the conversations each thing is found.

    Notes
    -----
    Sources: S. H. Hurlbert, Ecology 52 (1971), 577-586; for samples instead of individuals R. K. Colwell, C. X. Mao &
    J. Chang, Ecology 85 (2004), 2717-2727, formula 5.

    >>> expect_codes(np.array([1, 2]), 2)
    array([1.5, 2. ])
    """
    sizes, without = np.arange(1, n + 1)[:, None], n - n_found[None]
    possible = sizes <= without
    left = np.where(possible, without - sizes, 0)
    logs = gammaln(without + 1) - gammaln(left + 1) + gammaln(n - sizes + 1) - gammaln(n + 1)
    missed = np.where(possible, np.exp(logs), 0.0)
    found: np.ndarray = (1 - missed).sum(axis=1)
    return found


def _gather(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str,
    order: Sequence[str] | None,
    min_group: int,
    language: str,
) -> list[tuple[dict[str, object], np.ndarray]]:
    """Return per perspective what its rows have in common, and which conversation, in order, has which item."""
    mentions = join_turns(codings, turns)
    spoken = turns[turns["role"] == "participant"]
    absent = set(spoken["transcript_id"]) - set(order) if order is not None else set()
    if absent:
        what = f"{len(absent)} transcripts are not in it, such as {min(absent)}; name every transcript once"
        raise TableError(Fault("comparison", "order", what))
    gathered = []
    for name in perspectives:
        own = spoken[spoken["perspective"] == name]
        transcripts = sorted(set(own["transcript_id"]), key=list(order).index if order is not None else None)
        n_speakers = own["speaker"].nunique()
        reason = refuse_small(n_speakers, min_group=min_group, language=language)
        known: dict[str, object] = {"perspective": name, "n_speakers": n_speakers}
        known |= {"withheld": bool(reason), "reason": reason}
        said = mentions[mentions["perspective"] == name]
        row = pd.Index(transcripts).get_indexer(pd.Index(said["transcript_id"]))
        column = pd.Index(list(items)).get_indexer(pd.Index(said[by]))
        holds = np.zeros((len(transcripts), len(items)), dtype=bool)
        holds[row[column >= 0], column[column >= 0]] = True
        gathered.append((known, holds))
    return gathered


def _first_places(holds: np.ndarray, n_orders: int, seed: int) -> np.ndarray:
    """Return, per random order and item, at which conversation the item is first found; one past the last for never."""
    n, k = holds.shape
    places = np.random.default_rng(seed).permuted(np.tile(np.arange(1, n + 1), (n_orders, 1)), axis=1)
    first = np.full((n_orders, k), n + 1)
    for item in np.flatnonzero(holds.any(axis=0)):
        first[:, item] = places[:, holds[:, item]].min(axis=1)
    return first
