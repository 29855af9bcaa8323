"""Processes on this machine that end when this one does."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from perspectieven.errors import Fault, StudyError

WORTH = 20_000_000
"""Bytes of files from which starting processes pays: each needs some seconds to begin."""
_TOGETHER = 16
"""Things that are handed over in one go."""

T = TypeVar("T")
R = TypeVar("R")


def start_pool(
    jobs: int, *, prepare: Callable[..., None] | None = None, given: tuple[object, ...] = ()
) -> ProcessPoolExecutor:
    """Start processes; each begins with `prepare`, called with what is `given`."""
    context = multiprocessing.get_context("spawn")  # the same on every platform, and no threads are copied half-way
    return ProcessPoolExecutor(jobs, context, _begin, (prepare, given))


def map_in_processes(function: Callable[[T], R], things: Iterable[T], *, jobs: int) -> Iterator[R]:
    """Call a function with each thing, in processes if more than one is asked; the results come in order.

    Raises
    ------
    StudyError
        If a process is ended from outside.

    Examples
    --------
    >>> list(map_in_processes(abs, [-2, 3], jobs=1))
    [2, 3]
    """
    if jobs <= 1:
        yield from map(function, things)
        return
    with start_pool(jobs) as pool:
        try:
            yield from pool.map(function, things, chunksize=_TOGETHER)
        except BrokenProcessPool as error:
            raise ended_from_outside(jobs) from error


def ended_from_outside(jobs: int) -> StudyError:
    """Describe processes of which one is gone."""
    what = "one was ended from outside, perhaps for lack of memory; what is coded is kept: run again, with fewer"
    return StudyError(Fault(f"{jobs} processes", "", what))


def _begin(prepare: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare is not None:
        prepare(*given)


def _end_with_parent() -> None:
    """Wait until the parent is gone, and go."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
