"""Which quotes stand on a page: a few of every perspective, and first of people who were not heard yet."""

from collections.abc import Sequence

import pandas as pd


def choose_quotes(quotes: pd.DataFrame, perspectives: Sequence[str], *, n: int) -> pd.DataFrame:
    """Return the first quotes of every perspective, those of another speaker before the second of any.

    Parameters
    ----------
    quotes : DataFrame
        As from `Study.quotes`; its order is kept where speakers do not matter.
    perspectives : sequence of str
        Ids, in the order of the page.
    n : int
        Quotes of each.

    Examples
    --------
    >>> quotes = pd.DataFrame({"perspective": ["a", "a", "a", "b"], "speaker_number": [1, 1, 2, 3]})
    >>> choose_quotes(quotes, ["b", "a"], n=2).index.tolist()
    [3, 0, 2]
    """
    turn = quotes.groupby(["perspective", "speaker_number"], observed=True).cumcount()
    order = quotes["perspective"].astype("str").map({name: at for at, name in enumerate(perspectives)})
    keys = pd.DataFrame({"order": order.to_numpy(), "turn": turn.to_numpy()})
    chosen = keys.dropna().sort_values(["order", "turn"], kind="stable").groupby("order").head(n)
    return quotes.iloc[chosen.index.to_numpy()]
