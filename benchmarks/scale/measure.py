"""Measure how coding scales: time and memory for many invented conversations, by engine and workers.

    python benchmarks/scale/measure.py                       1,000 and 20,000 short conversations, and 1,000 long ones
    python benchmarks/scale/measure.py --study 3000 4500     only 3,000 conversations of some 4,500 characters
    python benchmarks/scale/measure.py --how one two         only by one and by two processes, not by Dask
    python benchmarks/scale/measure.py --folder FOLDER       keep the studies there, and use those that are there

Prints the table of docs/scale.md. Every run but the last of a study starts from nothing, in a process of its own, with
what is compiled kept from before; the last finds everything searched and coded. All must give the same bytes. Keep the
machine to yourself meanwhile.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from generate import LONG, SHORT, generate

from perspectieven.study.manifest import digest_file

STUDIES = ((1_000, SHORT), (20_000, SHORT), (1_000, LONG))
"""How many conversations, and their characters on average."""
EVERY_S = 0.2
"""How often memory is looked at."""
SCRIPT = """\
import json, os, sys, time
began = time.perf_counter()
from perspectieven.study import Study, engines, pseudonymising, steps
engines.WORTH = steps.WORTH = pseudonymising.WORTH = int(sys.argv[4])
times = []
names = []
make_masks = steps.make_masks

def timed(*given, **options):
    names.append(time.perf_counter())
    masks = make_masks(*given, **options)
    names.append(time.perf_counter())
    return masks

steps.make_masks = timed
study = Study.open(sys.argv[1])
study.code(engine=sys.argv[2], jobs=int(sys.argv[3]), on_done=lambda name: times.append(time.perf_counter() - began))
told = {"names": names[1] - names[0], "first": times[0], "last": times[-1], "end": time.perf_counter() - began}
print(json.dumps({**told, "cpu": sum(os.times()[:4])}))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run.

    Attributes
    ----------
    names_s : float
        Seconds that the search for names took.
    first_s, last_s, end_s : float
        Seconds until the first and the last conversation, and the tables, were finished.
    cpu_s : float
        Seconds that processors worked, all processes together.
    parent, worker : int
        Bytes of memory at most, of the run and of its largest worker (0: there is none).
    """

    names_s: float
    first_s: float
    last_s: float
    end_s: float
    cpu_s: float
    parent: int
    worker: int


def measure(study: Path, *, engine: str, jobs: int) -> Measured:
    """Code a study in a process of its own and watch the memory of it and its workers."""
    worth = "0" if jobs > 1 else str(sys.maxsize)
    command = [sys.executable, "-c", SCRIPT, str(study), engine, str(jobs), worth]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    parent = 0
    workers: dict[int, int] = {}
    while running.poll() is None:
        try:
            watched = psutil.Process(running.pid)
            parent = max(parent, watched.memory_info().rss)
            for child in watched.children(recursive=True):
                workers[child.pid] = max(workers.get(child.pid, 0), child.memory_info().rss)
        except psutil.NoSuchProcess:
            continue
        time.sleep(EVERY_S)
    told = json.loads(running.communicate()[0])
    return Measured(
        told["names"], told["first"], told["last"], told["end"], told["cpu"], parent, max(workers.values(), default=0)
    )


def measure_all(folder: Path, studies: Sequence[tuple[int, int]], *, plans: Sequence[tuple[str, int]]) -> None:
    """Print a line for every study and plan, and one for a run that finds all coded and only makes the tables."""
    compiled = generate(Path(tempfile.mkdtemp(dir=folder)) / "study", 1)
    measure(compiled, engine="local", jobs=1)  # the first run after a change compiles; that is not what we ask
    shutil.rmtree(compiled.parent)
    print(f"| {' | '.join(_HEADING)} |")
    print(f"|{'---|' * len(_HEADING)}")
    for n, length in studies:
        study = folder / f"study-{n}-{length}"
        if not study.is_dir():
            generate(study, n, length=length)
        size = sum(path.stat().st_size for path in study.rglob("gesprek-*.txt"))
        bytes_of: set[str] = set()
        for engine, jobs in plans:
            for kept in ("coded", "sleutel-gezocht"):
                shutil.rmtree(study / "data" / kept, ignore_errors=True)
            _print(n, size, _NAMES[engine, jobs], measure(study, engine=engine, jobs=jobs))
            bytes_of.add("".join(digest_file(path) for path in sorted((study / "data" / "coded").glob("*.*"))))
        if len(bytes_of) > 1:
            raise SystemExit(f"{study}: the engines do not give the same bytes")
        (study / "data" / "coded" / "manifest.json").unlink()
        _print(n, size, "tables only", measure(study, engine="local", jobs=1))


_HEADING = (
    "conversations",
    "MB",
    "how",
    "start (s)",
    "names (s)",
    "coding (s)",
    "tables (s)",
    "all (s)",
    "CPU (s)",
    "parent (MB)",
    "worker (MB)",
)
_NAMES = {("local", 1): "one process", ("local", 2): "two processes", ("dask", 2): "Dask, two workers"}
_PLANS = {"one": ("local", 1), "two": ("local", 2), "dask": ("dask", 2)}


def _print(n: int, size: int, how: str, measured: Measured) -> None:
    cells = (
        f"{n:,}",
        f"{size / 1e6:.1f}",
        how,
        f"{measured.first_s - measured.names_s:.1f}",
        f"{measured.names_s:.1f}",
        f"{measured.last_s - measured.first_s:.1f}",
        f"{measured.end_s - measured.last_s:.1f}",
        f"{measured.end_s:.1f}",
        f"{measured.cpu_s:.0f}",
        f"{measured.parent / 1e6:.0f}",
        f"{measured.worker / 1e6:.0f}" if measured.worker else "",
    )
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--study", type=int, nargs=2, action="append", metavar=("N", "CHARACTERS"), help="conversations, and how long"
    )
    parser.add_argument("--how", nargs="+", choices=_PLANS, default=list(_PLANS), help="what does the work")
    parser.add_argument("--folder", type=Path, help="where the studies are kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        measure_all(given.folder or Path(temporary), given.study or STUDIES, plans=[_PLANS[how] for how in given.how])


if __name__ == "__main__":
    main()
