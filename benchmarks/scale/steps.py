"""Measure what each step asks for one conversation: processor time in this process, words seen before.

    python benchmarks/scale/steps.py STUDY        a study that generate.py made

Prints milliseconds of processor time for each conversation.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from perspectieven.study import Study
from perspectieven.study.assembling import write_tables
from perspectieven.study.engines import run_here
from perspectieven.study.parts import Parts
from perspectieven.study.pseudonymising import make_masks, make_wanted
from perspectieven.study.work import Tools, digest_tools, make_errands

R = TypeVar("R")


def measure_steps(study: Study) -> dict[str, float]:
    """Return the milliseconds that each step asks for one conversation."""
    settings, lexicon, speakers, paths = study.settings, study.lexicon, study.speakers(), study.transcript_paths
    tools = Tools(lexicon, settings.columns, digest_tools(lexicon.digest), hides=True)
    steps: dict[str, float] = {}

    def timed(name: str, action: Callable[[], R]) -> R:
        begun = time.process_time()
        result = action()
        steps[name] = 1000 * (time.process_time() - begun) / len(paths)
        return result

    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(Path(folder, "parts"))
        wanted = make_wanted(study.raw, speakers, settings)
        look = partial(make_masks, paths, wanted, key=Path(folder, "key"), columns=settings.columns, passphrase="")
        look()  # so that every word has been seen
        shutil.rmtree(next(Path(folder).iterdir()))
        masks = timed("searching for names", look)
        timed("taking up what was found", look)
        errands = list(make_errands(paths, speakers, tools, masks=masks, index={}))
        list(run_here(errands, tools, parts))  # so that every word has been seen
        outcomes = timed("reading, coding and keeping", lambda: list(run_here(errands, tools, parts)))
        keys: Sequence[str] = [outcome.entry.key for outcome in outcomes if outcome.entry]
        timed("finding what is there", parts.index)
        timed("putting in the tables", lambda: write_tables(Path(folder), map(parts.read, keys)))
    return steps


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", type=Path)
    for name, each in measure_steps(Study.open(parser.parse_args().study)).items():
        print(f"{name:30} {each:6.1f} ms")


if __name__ == "__main__":
    main()
