"""Damage small sound files of every format for some minutes, and see that each is read or refused.

    python benchmarks/fuzz/fuzz.py                                   ten minutes per reader
    python benchmarks/fuzz/fuzz.py --minutes 3 --reader .vtt --reader .srt
    python benchmarks/fuzz/fuzz.py --keep /tmp/fuzz --seed 7         keep what goes wrong; another series

Files are read one by one in a process of their own, where each may take `SECONDS` of processor time, and all together
`MEMORY` more than the process has when it starts. What is no `PerspectievenError`, too slow, too large, or ends the
process, goes wrong: it is printed, and the file is kept. The same seed makes the same files in the same order; how many
there are depends on the machine.
"""

import argparse
import multiprocessing
import os
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from damage import damage
from seeds import make_seeds

from perspectieven.errors import PerspectievenError
from perspectieven.reading import SUFFIXES, read_source

SECONDS = 10
MEMORY = 1_000_000_000
READ, REFUSED, SLOW = "read", "refused", f"took more than {SECONDS} s"


def main() -> int:
    """Fuzz the readers one after another; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10.0, help="per reader")
    parser.add_argument(
        "--reader", action="append", choices=sorted(SUFFIXES), help="an ending; all of them if left out"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-kept"), help="folder for the files that go wrong")
    options = parser.parse_args()
    n_wrong = 0
    for suffix in options.reader or sorted(SUFFIXES):
        counts, wrong = fuzz(suffix, minutes=options.minutes, series=options.seed, keep=options.keep)
        n_files = counts.total() + sum(wrong.values())
        print(f"{suffix:10} {n_files:>9,} files, {counts[READ]:,} read, {counts[REFUSED]:,} refused", flush=True)
        for what, n in wrong.most_common():
            print(f"{'':10} {n:>9,} times: {what}", flush=True)
        n_wrong += sum(wrong.values())
    return 1 if n_wrong else 0


def fuzz(suffix: str, *, minutes: float, series: int, keep: Path) -> tuple[Counter[str], Counter[str]]:
    """Read damaged files with one ending for some minutes; count what came of them, and what went wrong."""
    random, seeds = Random(f"{suffix} {series}"), make_seeds(suffix)
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    until = time.monotonic() + 60 * minutes
    with TemporaryDirectory() as folder:
        path = Path(folder, f"kapot{suffix}")
        worker = Worker(work)
        for seed in seeds:
            path.write_bytes(seed)
            if (outcome := worker.read(path)) != READ:
                raise SystemExit(f"{suffix}: a seed is {outcome}, and must be sound")
        while time.monotonic() < until:
            path.write_bytes(damage(seeds, random))
            outcome = worker.read(path)
            if outcome in (READ, REFUSED):
                counts[outcome] += 1
                continue
            wrong[outcome] += 1
            if wrong[outcome] <= 3:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{suffix[1:]}-{len(wrong)}-{wrong[outcome]}{suffix}").write_bytes(path.read_bytes())
        worker.stop()
    return counts, wrong


class Worker:
    """A process that reads files; another takes its place when it ends or is too slow.

    Parameters
    ----------
    work : callable
        What the process does: take paths from a pipe, and send back what is to be said of each file.
    """

    def __init__(self, work: Callable[[Connection], None]) -> None:
        self._work = work
        self._start()

    def read(self, path: Path) -> str:
        """Have a file read; say what came of it."""
        try:
            self._pipe.send(path)
            return str(self._pipe.recv())
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._process.join(1)
            is_slow = self._process.exitcode == -signal.SIGPROF
            outcome = SLOW if is_slow else f"ended the process (exit code {self._process.exitcode})"
        self.stop()
        self._start()
        return outcome

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=self._work, args=(other,), daemon=True)
        self._process.start()
        other.close()


def work(pipe: Connection) -> None:
    """Read the files whose paths come in, and say of each what came of it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    while True:
        path = pipe.recv()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # the signal ends the process, also inside a regular expression
        pipe.send(read(path))


def read(path: Path) -> str:
    """Read a file; an error that is not ours is told with its place in the code."""
    try:
        read_source(path)
    except PerspectievenError:
        return REFUSED
    except Exception as error:  # whatever it is, it is what we look for
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "perspectieven/reading" in f.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "elsewhere"
        return f"{type(error).__name__} in {place}"
    return READ


if __name__ == "__main__":
    raise SystemExit(main())
