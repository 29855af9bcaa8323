"""Batches: what is coded in one go, by a matcher that is made once per lexicon."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import pandas as pd

from perspectieven.coding.tables import make_codings, make_turns
from perspectieven.lexicon import Lexicon
from perspectieven.matching import Found, Matcher
from perspectieven.transcript import Turn

BATCH = 500_000
"""Characters that are coded in one go: enough for the arrays to pay, little enough to fit in memory many times."""

_MOST_MATCHERS = 4
_matchers: dict[str, Matcher] = {}

Item = TypeVar("Item")


def split_batches(items: Iterable[Item], size_of: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Divide items into batches of about `BATCH` characters; at least one, which may be empty.

    >>> [len(batch) for batch in split_batches(["a" * 400_000] * 3, len)]
    [2, 1]
    """
    batch: list[Item] = []
    size, n_batches = 0, 0
    for item in items:
        batch.append(item)
        size += size_of(item)
        if size >= BATCH:
            yield batch
            batch, size, n_batches = [], 0, n_batches + 1
    if batch or not n_batches:
        yield batch


def code_turns(turns: Sequence[Turn], lexicon: Lexicon) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Code turns in one go; return turns and codings."""
    found = _find(turns, lexicon)
    return make_turns(turns, found), make_codings(turns, found, matcher_for(lexicon))


def find_codings(turns: Sequence[Turn], lexicon: Lexicon) -> pd.DataFrame:
    """Code turns in one go; return the codings alone."""
    return make_codings(turns, _find(turns, lexicon), matcher_for(lexicon))


def _find(turns: Sequence[Turn], lexicon: Lexicon) -> Found:
    return matcher_for(lexicon).find(
        [turn.text for turn in turns],
        interviewer=[turn.is_asked for turn in turns],
        opens=[turn.index == 0 for turn in turns],
    )


def matcher_for(lexicon: Lexicon) -> Matcher:
    """Return the matcher of a lexicon, made before or not; the last few that were asked for are kept."""
    matcher = _matchers.pop(lexicon.digest, None) or Matcher(lexicon)
    _matchers[lexicon.digest] = matcher
    while len(_matchers) > _MOST_MATCHERS:
        del _matchers[next(iter(_matchers))]
    return matcher
