"""What a reader must know before believing a difference between perspectives."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from perspectieven.comparison.coverage import compare_coverage
from perspectieven.comparison.layout import order_table
from perspectieven.comparison.robustness import compare_without_one
from perspectieven.comparison.speakers import Speakers, gather_speakers
from perspectieven.comparison.spontaneity import measure_spontaneity
from perspectieven.comparison.wording import say
from perspectieven.tables import Schema

CAUTIONS = Schema(
    "cautions",
    "one theme (or code) x pair of perspectives",
    {
        "theme": "str",
        "perspective_a": "str",
        "perspective_b": "str",
        "n_a": "int64",
        "n_b": "int64",
        "difference": "float64",
        "too_few": "bool",
        "rests_on_one": "bool",
        "carried_by_one": "bool",
        "mainly_prompted": "bool",
        "heard_better": "bool",
        "n_cautions": "int64",
        "text": "str",
    },
    ("theme", "perspective_a", "perspective_b"),
)


def find_cautions(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    measure: str = "share",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Find what speaks against reading a difference as a difference between perspectives.

    One row per item x pair, every pair.

    Parameters
    ----------
    codings, turns, items, perspectives, by, measure, min_group, seed, language
        As in `differences.compare_perspectives`.

    Returns
    -------
    DataFrame
        Schema `CAUTIONS` (its column ``theme`` named after `by`).

        - ``too_few``: the pair cannot be compared; nothing else is said of it.
        - ``rests_on_one``: half of the difference goes with one speaker, see `robustness.compare_without_one`.
        - ``carried_by_one``: of the perspective that mentions it most per 1,000 words, one speaker has more than
          half of the mentions.
        - ``mainly_prompted``: in one of the two, by mentions or by speakers, see `spontaneity.measure_spontaneity`.
        - ``heard_better``: the lexicon hears the one with the higher share or rate better, see
          `coverage.compare_coverage`.

        ``text`` has a sentence for each, separated by "; ". It names no speaker.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = find_cautions(study.codings(), study.turns(), items=["ERB"], perspectives=study.perspectives)
    >>> table[["perspective_a", "perspective_b", "too_few", "n_cautions"]].values.tolist()
    [['ouders', 'jeugdigen', False, 0], ['ouders', 'professionals', True, 1], ['jeugdigen', 'professionals', True, 1]]
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    asked: dict[str, Any] = {"perspectives": perspectives, "min_group": min_group, "language": language}
    without = compare_without_one(codings, turns, items=items, by=by, measure=measure, **asked)
    unasked = measure_spontaneity(codings, turns, items=items, by=by, seed=seed, **asked)
    prompted = {(row["perspective"], row[by]): str(row["sentence"]) for row in unasked.to_dict("records")}
    ratios = compare_coverage(codings, turns, seed=seed, **asked).to_dict("records")
    heard = {(row["perspective_a"], row["perspective_b"]): row for row in ratios}
    rows: list[dict[str, object]] = []
    for row in without.to_dict("records"):
        pair, item = (row["perspective_a"], row["perspective_b"]), row[by]
        known = {"theme": item} | {name: row[name] for name in ("perspective_a", "perspective_b", "n_a", "n_b")}
        if row["withheld"]:
            rows.append(known | {"too_few": True, "n_cautions": 1, "text": row["reason"]})
            continue
        more = pair[0] if row["difference"] > 0 else pair[1] if row["difference"] < 0 else ""
        better, warning = heard[pair]["heard_better"], str(heard[pair]["warning"])
        sentences: dict[str, str] = {
            "rests_on_one": str(row["sentence"]) if row["rests_on_one"] else "",
            "carried_by_one": _find_carrier(speakers, list(items).index(item), pair, language),
            "mainly_prompted": "; ".join(filter(None, (prompted[name, item] for name in pair))),
            "heard_better": warning if better and better == more else "",
        }
        said = [sentence for sentence in sentences.values() if sentence]
        flags = {name: bool(sentence) for name, sentence in sentences.items()}
        numbers = {"difference": row["difference"], "n_cautions": len(said), "text": "; ".join(said)}
        rows.append(known | flags | numbers)
    return order_table(rows, CAUTIONS, items=items, perspectives=perspectives, by=by)


def _find_carrier(speakers: Speakers, at: int, pair: tuple[str, str], language: str) -> str:
    """Say it where one speaker has most of the mentions of the perspective that mentions an item most."""
    amounts, sizes = speakers.measure("rate")
    rates = [amounts[of, at].sum() / sizes[of].sum() if sizes[of].sum() else 0.0 for of in map(speakers.of, pair)]
    if rates[0] == rates[1]:
        return ""
    name = pair[int(np.argmax(rates))]
    mentions = speakers.n_coded[speakers.of(name), at]
    n_most, n = int(mentions.max()), int(mentions.sum())
    if 2 * n_most <= n:
        return ""
    return say("carried_by_one", language=language, n_speakers=len(mentions), perspective=name, n_most=n_most, n=n)
