"""Measure how fast coding is beside a bare Aho-Corasick pass, spaCy and scikit-learn, and whether the bars hold.

    python benchmarks/speed/measure.py              1, 10 and 100 MB; on 1 MB also 500 to 50,000 terms
    python benchmarks/speed/measure.py --quick      1 MB only, 500 and 5,000 terms: a few minutes
    python benchmarks/speed/measure.py --mb 10      other sizes

Every run has a process of its own; the contestants of one table take turns, so that what else the machine does falls on
all of them. What is measured, and how, is told in README.md beside this file.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contestants import CONTESTANTS, FIRST, WARM_UP
from corpora import LEXICON, REAL, Corpus, list_forms, list_sequences, make_lexicon, write_corpus

from perspectieven import read_lexicon
from perspectieven.lexicon import Lexicon

SIZES = (1.0, 10.0, 100.0)
N_TERMS = (500, 5_000, 50_000)
QUICK_SIZES, QUICK_N_TERMS = (1.0,), (500, 5_000)
ONCE_FROM = 50
"""MB from which there is one round."""
ROUNDS, QUICK_ROUNDS = 3, 2
"""Runs of which the best counts."""
LEMMA_UP_TO = 2
"""MB; lemma look-up is measured on no more, its cost per MB does not change."""
HELP_RUNS = 5

BARE, HITS, BY_TERMS, CODING = "bare pass, per turn", "ours: hits alone", "ours: coding by terms", "ours: coding"
LEMMA = "PhraseMatcher LEMMA"

WORST_RATIO = 5
LEAST_GAIN = 30
WORST_GROWTH = 1.25
WORST_BY_TERMS = {5_000: 1.5, 50_000: 2.5}
MOST_MEMORY_MB = 400
MOST_HELP_S = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """What one contestant did with one text and one lexicon.

    Attributes
    ----------
    ms : float
        Milliseconds of processor time per MB.
    found : float
        Things found per MB.
    memory_mb : float
        Memory at most, in MB, above that of Python with the text loaded.
    start_up_s : float
        Seconds from nothing until the first few turns were done, reading the text not counted.
    """

    ms: float
    found: float
    memory_mb: float
    start_up_s: float


def measure(names: Sequence[str], folder: Path, corpus: Corpus, *, rounds: int) -> dict[str, Measured]:
    """Let contestants go over a text by turns, each time in a new process; the best of all rounds counts."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(1 if corpus.megabytes >= ONCE_FROM else rounds):
        for name in names:
            runs[name].append(run(name, folder, corpus))
    return {name: _best(of_one, corpus.megabytes) for name, of_one in runs.items()}


def run(name: str, folder: Path, corpus: Corpus, **environment: str) -> dict[str, float]:
    """Let one contestant go over a text in a new process."""
    script = Path(__file__).with_name("contestants.py")
    command = [sys.executable, str(script), name, str(folder), str(corpus.path), str(corpus.n_turns), str(time.time())]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, **environment})
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _best(runs: list[dict[str, float]], megabytes: float) -> Measured:
    best = {name: min(told[name] for told in runs) for name in runs[0]}
    memory = max(told["memory"] for told in runs)
    return Measured(1000 * best["cpu"] / megabytes, best["found"] / megabytes, memory / 1e6, best["start_up"])


def print_table(title: str, measured: dict[str, Measured], corpus: Corpus) -> None:
    """Print a line for each contestant."""
    words = f"{corpus.n_words:,} words, {corpus.n_types:,} different ones"
    print(f"\n### {title}: {corpus.megabytes:.1f} MB, {corpus.n_turns:,} turns, {words}\n")
    print("| | ms/MB | times bare pass | words/s | found/MB | memory (MB) | start-up (s) |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, its in measured.items():
        cells = (
            name,
            f"{its.ms:,.1f}",
            f"{its.ms / measured[BARE].ms:.1f}",
            f"{corpus.n_words / corpus.megabytes / its.ms * 1000:,.0f}",
            f"{its.found:,.0f}",
            f"{its.memory_mb:,.0f}",
            f"{its.start_up_s:.1f}",
        )
        print(f"| {' | '.join(cells)} |", flush=True)


@dataclass(frozen=True, slots=True)
class Bar:
    """A promise, and what was measured of it."""

    what: str
    measured: float
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is kept."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def list_bars(
    by_size: dict[float, dict[str, Measured]], by_terms: dict[int, dict[str, Measured]], help_s: float
) -> Iterator[Bar]:
    """Yield the bars that can be judged by what was measured."""
    small, large = min(by_size), max(by_size)
    middle = max((size for size in by_size if size < ONCE_FROM), default=large)
    for name in (CODING, BY_TERMS):
        ratio = by_size[middle][name].ms / by_size[middle][BARE].ms
        yield Bar(f"{name}, {middle:g} MB: times the bare pass per turn", ratio, WORST_RATIO)
    if LEMMA in by_size[small]:
        for name in (CODING, BY_TERMS):
            gain = by_size[small][LEMMA].ms / by_size[small][name].ms
            yield Bar(f"{name}, {small:g} MB: times faster than {LEMMA}", gain, LEAST_GAIN, at_least=True)
    if large > middle:
        growth = by_size[large][CODING].ms / by_size[middle][CODING].ms
        yield Bar(f"{CODING}: cost per MB, {large:g} MB to {middle:g} MB", growth, WORST_GROWTH)
    few = min(by_terms)
    for n_terms, limit in WORST_BY_TERMS.items():
        if n_terms in by_terms:
            growth = by_terms[n_terms][BY_TERMS].ms / by_terms[few][BY_TERMS].ms
            yield Bar(f"{BY_TERMS}: cost per MB, {n_terms:,} terms to {few:,}", growth, limit)
    yield Bar(f"{CODING}, {large:g} MB: memory above the text, MB", by_size[large][CODING].memory_mb, MOST_MEMORY_MB)
    yield Bar("perspectieven --help, seconds", help_s, MOST_HELP_S)


def measure_help() -> float:
    """Return the seconds that the command line takes to explain itself, at best."""
    command = [str(Path(sys.executable).with_name("perspectieven")), "--help"]

    def ask() -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - began

    return min(ask() for _ in range(HELP_RUNS))


def measure_compiling(folder: Path, corpus: Corpus) -> float:
    """Return the seconds of a start-up that has everything to compile, as after an installation."""
    with tempfile.TemporaryDirectory() as empty:
        return run(CODING, folder, corpus, NUMBA_CACHE_DIR=empty)["start_up"]


@contextmanager
def written(lexicon: Lexicon, *, shipped: bool) -> Iterator[tuple[Path, str]]:
    """Write the terms for the contestants; give the folder, and how much there is."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lists: dict[str, list[Any]] = {"forms": list_forms(lexicon), "sequences": list_sequences(lexicon)}
        for name, values in lists.items():
            (folder / f"{name}.json").write_text(json.dumps(values), encoding="utf-8")
        if not shipped:
            (folder / "lexicon.pickle").write_bytes(pickle.dumps(lexicon))
        sizes = ", ".join(f"{len(values):,} {name}" for name, values in lists.items())
        yield folder, f"{lexicon.n_terms:,} terms, {sizes}"


def _chosen(corpus: Corpus, *, leave_out: Sequence[str] = ()) -> list[str]:
    slow = () if corpus.megabytes <= LEMMA_UP_TO else (LEMMA,)
    return [name for name in CONTESTANTS if name not in {*slow, *leave_out}]


def measure_all(folder: Path, *, sizes: Sequence[float], n_terms: Sequence[int], quick: bool) -> list[Bar]:
    """Measure and print everything."""
    if not REAL.is_file():
        print(f"{REAL.name} is not there: the text is of the example study and the fragments alone")
    corpora = {size: write_corpus(folder / f"{size:g}.txt", size, more=FIRST + WARM_UP) for size in sizes}
    small = corpora[min(sizes)]
    by_size, by_terms = {}, {}
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with written(read_lexicon(LEXICON), shipped=True) as (terms, told):
        run(CODING, terms, small)  # compiles what is not compiled yet
        for size, corpus in corpora.items():
            by_size[size] = measure(_chosen(corpus), terms, corpus, rounds=rounds)
            print_table(f"shipped lexicon, {told}", by_size[size], corpus)
        if not quick:
            print(f"\nfirst start-up ever, everything to compile: {measure_compiling(terms, small):.0f} s")
    for n in n_terms:
        with written(make_lexicon(n, small), shipped=False) as (terms, told):
            names = (BARE, HITS, BY_TERMS) if quick else _chosen(small, leave_out=[CODING])
            by_terms[n] = measure(names, terms, small, rounds=rounds)
            print_table(told, by_terms[n], small)
    return list(list_bars(by_size, by_terms, measure_help()))


def main() -> None:
    """Read the command line, measure, and print the bars."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="1 MB, 500 and 5,000 terms")
    parser.add_argument("--mb", type=float, nargs="+", help="sizes of the text")
    parser.add_argument("--terms", type=int, nargs="+", help="numbers of terms")
    given = parser.parse_args()
    sizes = given.mb or (QUICK_SIZES if given.quick else SIZES)
    n_terms = given.terms or (QUICK_N_TERMS if given.quick else N_TERMS)
    with tempfile.TemporaryDirectory() as temporary:
        bars = measure_all(Path(temporary), sizes=sizes, n_terms=n_terms, quick=given.quick)
    print("\n| bar | measured | limit | |\n|---|--:|--:|---|")
    for bar in bars:
        limit = f"{'at least' if bar.at_least else 'at most'} {bar.limit:g}"
        print(f"| {bar.what} | {bar.measured:.2f} | {limit} | {'holds' if bar.holds else '**does not hold**'} |")


if __name__ == "__main__":
    main()
