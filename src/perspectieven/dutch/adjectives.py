"""Inflected, partitive and compared forms of adjectives, by the rules; the likeliest spelling first."""

import re

from perspectieven.dutch.spelling import VOWELS, open_stems

_ADJECTIVE = re.compile(r"..(ig|lijk|baar|zaam|isch|eus|loos|vol|eel|ief|achtig|gericht|..end)$")
_GRADABLE = re.compile(r"..(ig|lijk|baar|zaam|loos|achtig)$")
_NEVER_INFLECTED = re.compile(rf"([{VOWELS}y]|[^{VOWELS}]en)$")


def looks_like_adjective(word: str) -> bool:
    """Say whether a word ends like an adjective.

    >>> looks_like_adjective("kansloos"), looks_like_adjective("kind"), looks_like_adjective("ernstig")
    (True, False, True)
    """
    return bool(_ADJECTIVE.search(word))


def is_gradable(word: str) -> bool:
    """Say whether a word ends like an adjective that can be compared."""
    return bool(_GRADABLE.search(word))


def inflected(adjective: str) -> tuple[str, ...]:
    """Return the forms in *-e* that an adjective may have, the likeliest first; none for *houten*, *roze*.

    >>> [inflected(word)[:1] for word in ("raar", "gek", "boos", "somber", "lang", "verlegen")]
    [('rare',), ('gekke',), ('boze',), ('sombere',), ('lange',), ()]
    """
    if _NEVER_INFLECTED.search(adjective):
        return ()
    return tuple(f"{stem}e" for stem in open_stems(adjective))


def partitive(adjective: str) -> tuple[str, ...]:
    """Return the form after *iets* and *niets*.

    >>> partitive("raar"), partitive("fris")
    (('raars',), ())
    """
    return () if adjective.endswith(("s", "sch", "x", "e")) else (f"{adjective}s",)


def compared(adjective: str, inflected_form: str) -> frozenset[str]:
    """Return comparative and superlative, with their own inflection; *meest* does it for *fantastisch* and *vast*.

    >>> sorted(compared("raar", "rare"))
    ['raarder', 'raardere', 'raarst', 'raarste']
    >>> sorted(compared("boos", "boze"))
    ['boost', 'booste', 'bozer', 'bozere']
    """
    comparative = f"{adjective}der" if adjective.endswith("r") else f"{inflected_form}r"
    superlative = f"{adjective}t" if adjective.endswith("s") else f"{adjective}st"
    if adjective.endswith(("sch", "st", "x")):
        return frozenset({comparative, f"{comparative}e"})
    return frozenset({comparative, f"{comparative}e", superlative, f"{superlative}e"})
