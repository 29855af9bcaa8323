"""Parts of compounds: whether what a word has beside the part looks like the rest of a compound."""

import re
from functools import cache

from perspectieven.dutch.inflection import is_known

LINKING = ("", "s", "e", "en", "n")
"""Sounds that may join the parts: *gezin-s-probleem*, *zieken-huis*."""

_SUFFIXES = (
    "heid", "heden", "ig", "ige", "lijk", "lijke", "er", "ers", "ster", "ing", "ingen", "schap", "loos", "loze", "vol",
    "volle",
        "achtig",
        "achtige",
        "baar",
        "bare",
        "isch",
        "ische",
        "zaam",
        "zame",
        "je",
        "jes",
        "tje",
        "tjes",
        "isme",
        "ist",
        "ster",
)  # fmt: skip

_DERIVED = re.compile(r"[aeiouy].*(ing|heid|schap|iteit|atie|isme)$")


def may_follow(part: str, rest: str) -> bool:
    """Say whether `rest` can follow `part` in one word.

    After a part that is a word of its own, the rest must be a word or a suffix, perhaps after a linking sound; after a
    bare stem (*diagnos-*, *autis-*) anything may follow.

    >>> may_follow("buur", "vrouw"), may_follow("buur", "t"), may_follow("diagnos", "tiek")
    (True, False, True)
    """
    if not rest or not is_known(part):
        return True
    return (
        rest in _SUFFIXES
        or rest.startswith(("heids", "schaps", "ings"))
        or any(rest.startswith(link) and _is_part(rest[len(link) :]) for link in LINKING if len(rest) > len(link))
    )


def may_precede(rest: str, part: str) -> bool:
    """Say whether `rest` can come before `part` in one word.

    >>> may_precede("faalangst", "stoornis"), may_precede("ab", "normaal")
    (True, False)
    """
    del part
    if not rest:
        return True
    return any(rest.endswith(link) and _is_part(rest[: len(rest) - len(link)]) for link in LINKING)


@cache
def _is_part(word: str) -> bool:
    """Say whether a word may be part of a compound: known, derived, or itself a compound of two known words."""
    if len(word) < 3:
        return False
    if is_known(word) or _DERIVED.search(word):
        return True
    return any(
        is_known(word[:cut])
        and any(word[cut:].startswith(link) and is_known(word[cut + len(link) :]) for link in LINKING)
        for cut in range(3, len(word) - 2)
    )
