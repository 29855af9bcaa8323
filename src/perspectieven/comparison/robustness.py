"""What is left of a difference without any one of the speakers."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from perspectieven.comparison.layout import order_table
from perspectieven.comparison.speakers import gather_speakers
from perspectieven.comparison.wording import refuse_small, say, say_amount
from perspectieven.tables import Schema

HALF = 0.5 + 1e-9
"""A difference of which no more is left without somebody rests on that one; the rest is for rounding."""

WITHOUT_ONE = Schema(
    "without_one",
    "one theme (or code) x pair of perspectives",
    {
        "theme": "str",
        "perspective_a": "str",
        "perspective_b": "str",
        "n_a": "int64",
        "n_b": "int64",
        "difference": "float64",
        "lowest": "float64",
        "highest": "float64",
        "perspective": "str",
        "speaker": "str",
        "without": "float64",
        "rests_on_one": "bool",
        "sentence": "str",
        "withheld": "bool",
        "reason": "str",
    },
    ("theme", "perspective_a", "perspective_b"),
)


def compare_without_one(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    by: str = "theme",
    measure: str = "share",
    min_group: int = 3,
    language: str = "nl",
) -> pd.DataFrame:
    """Compare every pair of perspectives again without each of their speakers.

    One row per item x pair, every pair. A difference *rests on one* when half of it or more goes with one of the
    speakers: no test, but what a reader wants to know who sees it.

    Parameters
    ----------
    codings, turns, items, perspectives, by, measure, min_group, language
        As in `differences.compare_perspectives`.

    Returns
    -------
    DataFrame
        Schema `WITHOUT_ONE` (its column ``theme`` named after `by`). ``lowest`` and ``highest`` are the range of the
        difference when any one speaker is left out. ``perspective`` and ``speaker`` say whose absence changes it most
        (of equals the one with most mentions, then the first), and ``without`` to what. The sentence names nobody,
        and there is none where there is no difference.

    Examples
    --------
    All three parents mention belonging, and one of three young people; without one of the other two it is one of two.

    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> table = compare_without_one(
    ...     study.codings(), study.turns(), items=["ERB"], perspectives=["ouders", "jeugdigen"])
    >>> print(table["sentence"].item())
    zonder wie dan ook van de 6 sprekers blijft er van 67 procentpunt in het uiterste geval 50 procentpunt over
    """
    speakers = gather_speakers(codings, turns, items=items, perspectives=perspectives, by=by)
    amounts, sizes = speakers.measure(measure)
    rows: list[dict[str, object]] = []
    for a, b in combinations(perspectives, 2):
        of_a, of_b = speakers.of(a), speakers.of(b)
        known: dict[str, object] = {"perspective_a": a, "perspective_b": b, "n_a": len(of_a), "n_b": len(of_b)}
        reason = refuse_small(min(len(of_a), len(of_b)), min_group=max(2, min_group), language=language)
        if not reason and min((sizes[of].sum() - sizes[of]).min() for of in (of_a, of_b)) <= 0:
            reason = say("too_few_words", language=language)
        if reason:
            rows += [known | {"theme": item, "withheld": True, "reason": reason} for item in items]
            continue
        whole_a, whole_b = (amounts[of].sum(axis=0) / sizes[of].sum() for of in (of_a, of_b))
        without = np.concatenate(
            [_leave_out(amounts, sizes, of_a) - whole_b, whole_a - _leave_out(amounts, sizes, of_b)]
        )
        both = np.concatenate([of_a, of_b])
        both_coded = speakers.n_coded[both]
        names = np.repeat([a, b], [len(of_a), len(of_b)])
        for at, item in enumerate(items):
            difference, left = round(float(whole_a[at] - whole_b[at]), 12), without[:, at]
            change = np.abs(left - difference).round(9)
            most = int(np.lexsort((-both_coded[:, at], -change))[0])
            weakest = int(np.argmin(left * np.sign(difference)))
            rests = difference != 0 and bool(left[weakest] / difference <= HALF)
            sentence = ""
            if difference:
                n = int((names == names[weakest]).sum()) if rests else len(both)
                sentence = _describe(difference, left[weakest], n, names[weakest], measure, language)
            rows.append(
                known
                | {
                    "theme": item,
                    "difference": difference,
                    "lowest": left.min(),
                    "highest": left.max(),
                    "perspective": names[most],
                    "speaker": speakers.ids[both[most]],
                    "without": left[most],
                    "rests_on_one": rests,
                    "sentence": sentence,
                }
            )
    return order_table(rows, WITHOUT_ONE, items=items, perspectives=perspectives, by=by)


def _describe(difference: float, left: float, n: int, perspective: str, measure: str, language: str) -> str:
    """Say what is least left of a difference without one of `n` speakers."""
    whole, rest = (say_amount(value, measure, language=language) for value in (difference, left))
    if left / difference > HALF:
        return say("rests_on_all", language=language, n=n, difference=whole, least=rest)
    sentence = "rests_on_one" if left / difference > 0 else "turns_on_one"
    return say(sentence, language=language, n=n, perspective=perspective, difference=whole, without=rest)


def _leave_out(amounts: np.ndarray, sizes: np.ndarray, of: np.ndarray) -> np.ndarray:
    """Return the share or rate of some speakers without each of them, one row per speaker left out."""
    left: np.ndarray = (amounts[of].sum(axis=0) - amounts[of]) / (sizes[of].sum() - sizes[of])[:, None]
    return left
