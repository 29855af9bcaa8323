"""How often a theme is mentioned in each part of the conversation, with an interval over people."""

from collections.abc import Sequence

import pandas as pd

from perspectieven.comparison.layout import order_table
from perspectieven.comparison.rates import measure_rates
from perspectieven.tables import TURNS, Schema
from perspectieven.themes import find_parts

POSITIONS = Schema(
    "positions",
    "one perspective x theme (or code) x part of the conversation, every triple",
    {
        "perspective": "str",
        "theme": "str",
        "part": "int64",
        "n_speakers": "int64",
        "n_speakers_coded": "int64",
        "n_coded": "int64",
        "n_words": "int64",
        "per_1000_words": "float64",
        "low": "float64",
        "high": "float64",
        "withheld": "bool",
        "reason": "str",
    },
    ("perspective", "theme", "part"),
)


def measure_positions(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    items: Sequence[str],
    perspectives: Sequence[str],
    n_parts: int = 5,
    by: str = "theme",
    min_group: int = 3,
    seed: int = 0,
    language: str = "nl",
) -> pd.DataFrame:
    """Measure mentions per 1,000 words along the conversation, in parts of equally many words (`themes.find_parts`).

    One row per perspective x item x part, every triple: `rates.measure_rates` of what is said in that part alone.

    Parameters
    ----------
    codings, turns, items, perspectives, by
        As in `themes.count_themes`.
    n_parts : int
        Into how many parts every conversation is cut.
    min_group, seed, language
        As in `rates.measure_rates`.

    Returns
    -------
    DataFrame
        Schema `POSITIONS` (its column ``theme`` named after `by`). ``n_speakers`` say something in that part; where
        they are too few, the rate is withheld. ``low`` and ``high`` are its 95% interval.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> shown = {"items": ["ERB"], "perspectives": ["ouders"], "n_parts": 2}
    >>> positions = measure_positions(study.codings(), study.turns(), **shown)
    >>> positions[["part", "n_speakers", "n_coded", "n_words", "per_1000_words"]].round(1)
       part  n_speakers  n_coded  n_words  per_1000_words
    0     1           2        5       32             NaN
    1     2           3        2       45            44.4
    """
    key = list(TURNS.key)
    parts = find_parts(turns, n_parts)
    places = codings[key].merge(turns[key].assign(part=parts), on=key, how="left", validate="m:1")["part"]
    places = places.fillna(1)  # a coding without a turn goes to where it is refused
    tables = [
        measure_rates(
            codings[(places == part).to_numpy()],
            turns[parts == part],
            items=items,
            perspectives=perspectives,
            by=by,
            min_group=min_group,
            seed=seed,
            language=language,
        ).assign(part=part)
        for part in range(1, n_parts + 1)
    ]
    measured = pd.concat(tables).rename(columns={by: "theme", "rate_low": "low", "rate_high": "high"})
    return order_table(measured, POSITIONS, items=items, perspectives=perspectives, by=by)
