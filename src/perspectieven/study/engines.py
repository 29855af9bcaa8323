"""Engines: where the files are read and coded. Each gives the same outcomes, in the order in which they are finished.

To add an engine:

1. Write ``run_<where>(errands, tools, parts) -> Iterator[Outcome]``: call `work.work` on every errand, with a bounded
   number of them on their way, and `keep_part` on every outcome before it is given.
2. Turn what goes wrong around the work (no workers, no memory) into a `StudyError` that says what to do.
3. Add its name to `ENGINES` and to `choose_engine`, and a test that its tables are those of `run_here`, byte for byte.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial

from perspectieven.errors import Fault, StudyError
from perspectieven.study.parts import Parts
from perspectieven.study.processes import WORTH, ended_from_outside, start_pool
from perspectieven.study.work import Errand, Outcome, Tools, work

Engine = Callable[[Iterable[Errand], Tools, Parts], Iterator[Outcome]]

ENGINES = ("local", "dask")
AHEAD = 4
"""Errands that are on their way for each process: enough to keep it busy, few enough to fit in memory."""


def check_engine(name: str, *, scheduler: str | None) -> str:
    """Return the name if there is such an engine, and if it asks a scheduler where one is named.

    Raises
    ------
    StudyError
    """
    if name not in ENGINES:
        raise StudyError(Fault("engine", "", f'is "{name}"; use one of {", ".join(ENGINES)}'))
    if scheduler is not None and name != "dask":
        raise StudyError(Fault("scheduler", "", f'is "{scheduler}" and the engine is {name}; use the engine dask'))
    return name


def choose_engine(name: str, *, jobs: int, scheduler: str | None, size: int) -> Engine:
    """Return the engine with this name.

    Parameters
    ----------
    name : {"local", "dask"}
        This machine, or Dask.
    jobs : int
        Processes on this machine.
    scheduler : str, optional
        Address of a Dask scheduler; without it Dask runs on this machine.
    size : int
        Bytes of the files to work on; below `WORTH` one process does all.
    """
    if name == "dask":
        from perspectieven.study.dask_engine import run_in_dask

        return partial(run_in_dask, jobs=jobs, scheduler=scheduler)
    return partial(run_in_processes, jobs=jobs) if jobs > 1 and size >= WORTH else run_here


def run_here(errands: Iterable[Errand], tools: Tools, parts: Parts) -> Iterator[Outcome]:
    """Do one errand after the other in this process."""
    for errand in errands:
        yield keep_part(work(errand, tools), parts)


def run_in_processes(errands: Iterable[Errand], tools: Tools, parts: Parts, *, jobs: int) -> Iterator[Outcome]:
    """Do errands in processes on this machine; they end when this process does, however it ends.

    Raises
    ------
    StudyError
        If a process is ended from outside, as happens when memory runs out; what was finished is kept.
    """
    waiting: set[Future[Outcome]] = set()
    with start_pool(jobs, prepare=_hand_over, given=(tools, parts)) as pool:
        try:
            for errand in errands:
                waiting.add(pool.submit(_work_here, errand))
                if len(waiting) >= AHEAD * jobs:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BrokenProcessPool as error:
            raise ended_from_outside(jobs) from error
        finally:
            for future in waiting:
                future.cancel()


def keep_part(outcome: Outcome, parts: Parts) -> Outcome:
    """Write the part of an outcome to disk; return the outcome without it."""
    if outcome.part is not None:
        parts.write(outcome.part)
    return replace(outcome, part=None)


_own: tuple[Tools, Parts] | None = None
"""What this process works with, if it is a worker: a process pool has no other way to hand that over once."""


def _hand_over(tools: Tools, parts: Parts) -> None:
    global _own
    _own = tools, parts


def _work_here(errand: Errand) -> Outcome:
    if _own is None:
        raise RuntimeError("this process was not started as a worker")
    tools, parts = _own
    return keep_part(work(errand, tools), parts)
