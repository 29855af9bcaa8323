"""A run that is killed at a moment of choice, and what it had taken in hand by then."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from perspectieven.study import Study

PATIENCE_S = 120
_SCRIPT = """\
import sys
from pathlib import Path
from perspectieven.study import Study, engines, pseudonymising, work

_, root, engine, jobs = sys.argv
original = work.read_transcript


def noted_in(log):
    def noted(path, **options):
        with Path(root, log).open("a") as file:
            file.write(f"{path.stem}\\n")
        return original(path, **options)

    return noted


work.read_transcript = noted_in("begun.txt")
pseudonymising.read_transcript = noted_in("searched.txt")
engines.WORTH = pseudonymising.WORTH = 0
if __name__ == "__main__":
    Study.open(root).code(engine=engine, jobs=int(jobs))
"""


@dataclass(frozen=True)
class Kill:
    """A run that is killed.

    Attributes
    ----------
    jobs : int
    moment : callable
        Given how many parts there are, whether it is time.
    engine : str
    """

    jobs: int
    moment: Callable[[int], bool]
    engine: str = "local"

    def run(self, study: Study, *, pause_s: float) -> None:
        """Code a study, and kill that at its moment and a pause; return when all its processes are gone."""
        psutil = pytest.importorskip("psutil", reason="needed to look for workers that are left behind")
        script = study.root / "run.py"
        script.write_text(_SCRIPT, encoding="utf-8")
        command = [sys.executable, str(script), study.root, self.engine, str(self.jobs)]
        running = subprocess.Popen(command)
        end = time.monotonic() + PATIENCE_S
        while not self.moment(len(times_of_parts(study))):
            assert running.poll() is None, "it was finished before its moment"
            assert time.monotonic() < end, "its moment never came"
            time.sleep(0.0005)
        time.sleep(pause_s)
        workers = psutil.Process(running.pid).children(recursive=True)
        assert len(workers) >= (self.jobs if self.jobs > 1 else 0)
        running.kill()
        running.wait()
        _, alive = psutil.wait_procs(workers, timeout=PATIENCE_S)
        assert alive == []

    @staticmethod
    def begun(study: Study) -> list[str]:
        """Return the ids of the transcripts that runs took in hand to be coded, in their order."""
        return _lines(study.root / "begun.txt")

    @staticmethod
    def searched(study: Study) -> list[str]:
        """Return the ids of the transcripts that runs took in hand to be searched for names, in their order."""
        return _lines(study.root / "searched.txt")


def times_of_parts(study: Study) -> dict[Path, int]:
    """Return when each file of the parts was written.

    Codings without turns are no part yet: a kill came between the two, and that transcript was still in hand.
    """
    folder = study.coded.folder / "parts"
    whole = {path.name for path in folder.glob("turns/*.parquet")}
    return {path: path.stat().st_mtime_ns for path in folder.glob("*/*.parquet") if path.name in whole}


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").splitlines() if log.is_file() else []
