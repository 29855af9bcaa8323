"""Lists of Dutch names that `deduce` ships: first names, surnames, where people live, streets.

They are read as files, without deduce itself: it would take a third of a second to start, and is not needed for them.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from perspectieven.dutch.letters import fold_accents

_SMALL_WORDS = frozenset("de het den der van 't 's aan op in bij en ter te ten la le".split())


@cache
def _folder() -> Path:
    found = find_spec("deduce")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "data" / "lookup" / "src"


@cache
def read_list(name: str) -> frozenset[str]:
    """Return a list in small letters, without accents and without what is said in brackets.

    >>> "joop" in read_list("names/lst_first_name"), "hoogland" in read_list("names/lst_surname")
    (True, True)
    """
    lines = (_folder() / name / "items.txt").read_text(encoding="utf-8").splitlines()
    names = (line.partition("(")[0].strip().lower() for line in lines)
    return frozenset(name if name.isascii() else fold_accents(name) for name in names)


@cache
def streets() -> frozenset[str]:
    """Return the names of streets in small letters, as the register of addresses of the Netherlands has them.

    >>> "beukenhaag" in streets(), "beukennootje" in streets()
    (True, False)
    """
    return read_list("locations/lst_street") - _SMALL_WORDS
