"""Batches: what is coded in one go, by a matcher that is made once per lexicon."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pyarrow as pa

from perspectieven.coding.tables import Batch, make_codings
from perspectieven.lexicon import Lexicon
from perspectieven.matching import Found, Matcher

BATCH = 120_000
"""Characters that are coded in one go: enough for the arrays to pay, little enough to fit in memory many times."""

_MOST_MATCHERS = 4
_matchers: dict[str, Matcher] = {}

Item = TypeVar("Item")


def split_batches(items: Iterable[Item], size_of: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Divide items into batches of about `BATCH` characters; at least one, which may be empty.

    >>> [len(batch) for batch in split_batches(["a" * 60_000] * 3, len)]
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


def code_batch(batch: Batch, lexicon: Lexicon) -> pa.Table:
    """Code turns in one go; return the codings."""
    return make_codings(batch, find(batch, lexicon), matcher_for(lexicon))


def find(batch: Batch, lexicon: Lexicon) -> Found:
    """Find what a lexicon finds in turns."""
    opens = [index == 0 for index in batch.turn_index]
    return matcher_for(lexicon).find(batch.text, interviewer=batch.is_asked, opens=opens)


def matcher_for(lexicon: Lexicon) -> Matcher:
    """Return the matcher of a lexicon, made before or not; the last few that were asked for are kept."""
    matcher = _matchers.pop(lexicon.digest, None) or Matcher(lexicon)
    _matchers[lexicon.digest] = matcher
    while len(_matchers) > _MOST_MATCHERS:
        del _matchers[next(iter(_matchers))]
    return matcher
