"""Reading and coding, done by Dask: on this machine, or on all machines that a scheduler knows."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any

from perspectieven.errors import Fault, StudyError
from perspectieven.study.engines import keep_part
from perspectieven.study.parts import Parts
from perspectieven.study.work import Errand, Outcome, Tools, digest_tools, work

PATIENCE_S = 30
"""How long a scheduler and its first worker may take to answer."""


def run_in_dask(
    errands: Iterable[Errand], tools: Tools, parts: Parts, *, jobs: int, scheduler: str | None
) -> Iterator[Outcome]:
    """Do errands on Dask workers: texts go there, parts come back and are written here.

    The lexicon goes to every worker once. No folder needs to be shared.

    Parameters
    ----------
    jobs : int
        Worker processes on this machine if no scheduler is named.
    scheduler : str, optional
        Address, such as ``tcp://192.168.1.10:8786``.

    Raises
    ------
    StudyError
        If Dask is not installed, nothing answers at the address, a worker has other versions than we have here, or
        workers go away; what was finished is kept.
    """
    with ExitStack() as stack:
        client = _connect(stack, jobs=jobs, scheduler=scheduler)
        from distributed import CancelledError, KilledWorker, as_completed

        (there,) = client.scatter([tools], broadcast=True, hash=False)
        coming = iter(errands)

        def send(n: int) -> list[Any]:
            chosen = list(islice(coming, n))
            return [client.submit(_work_there, errand.packed(), there, pure=False) for errand in chosen]

        # one for each worker: what it did not bring back yet would be lost with us
        waiting = as_completed(send(sum(client.ncores().values())))
        for future in waiting:
            try:
                outcome: Outcome = future.result()
            except (KilledWorker, CancelledError) as error:
                what = (
                    "workers went away, perhaps for lack of memory; what is coded is kept: run again, with more memory"
                )
                raise StudyError(Fault("dask", "", what)) from error
            future.release()
            waiting.update(send(1))
            yield keep_part(outcome, parts)


def _connect(stack: ExitStack, *, jobs: int, scheduler: str | None) -> Any:
    """Return a Dask client that is closed with the stack."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        what = 'is not installed; install it with: python -m pip install "perspectieven[dask]"'
        raise StudyError(Fault("dask", "", what)) from error
    if scheduler is None:
        cluster = LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
        )
        return stack.enter_context(Client(stack.enter_context(cluster)))
    try:
        client = stack.enter_context(Client(scheduler, timeout=PATIENCE_S))
    except (OSError, ValueError) as error:
        what = "no scheduler answers there; start one with dask scheduler, or correct the address (tcp://HOST:8786)"
        raise StudyError(Fault("scheduler", scheduler, what)) from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError as error:
        what = f"has no workers; start one with: dask worker {scheduler}"
        raise StudyError(Fault("scheduler", scheduler, what)) from error
    return client


def _work_there(errand: Errand, tools: Tools) -> Outcome:
    if digest_tools(tools.lexicon.digest) != tools.digest:
        what = "has other versions of perspectieven or of the packages it needs; install the same there as here"
        raise StudyError(Fault("dask", "a worker", what))
    return work(errand, tools)
