"""Compiling: functions over arrays become machine code when first called, and are kept for later runs.

The code is kept in the cache folder of the user, one folder per state of the source that is compiled: a function
has constants and functions of other modules built in, which the compiler itself does not look after.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba
from platformdirs import user_cache_path

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function; it takes and gives arrays, numbers and named tuples of them."""
    return _compile(function)


def lean(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that makes no arrays: nobody counts who holds those that it is handed.

    That counting costs more than most of our functions do: three quarters of the time of a search.
    """
    return _compile(function, _nrt=False)


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a small function to be written out where it is called: a call that hands over many arrays costs more."""
    return cast("Callable[P, R]", numba.njit(inline="always")(function))


def _compile(function: Callable[P, R], **options: Any) -> Callable[P, R]:
    settings: Any = numba.config
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(_KEPT_IN)
    try:
        return cast("Callable[P, R]", numba.njit(cache=True, nogil=True, **options)(function))
    finally:
        settings.CACHE_DIR = before


_COMPILED = (
    "compiled.py",
    "slots.py",
    "coding/cells.py",
    "dutch/*.py",
    "matching/*.py",
    "privacy/features.py",
    "privacy/tagger.py",
)
"""Where there are compiled functions, or constants of them."""


def _folder() -> Path:
    source = hashlib.sha256()
    here = Path(__file__)
    for pattern in _COMPILED:
        for path in sorted(here.parent.glob(pattern)):
            source.update(path.read_bytes())
    return user_cache_path("perspectieven") / "compiled" / source.hexdigest()[:16]


_KEPT_IN = Path(os.environ.get("NUMBA_CACHE_DIR") or _folder())
