"""Learn the tagger that helps the search for names and numbers, from marked snippets and from interviews.

    python benchmarks/privacy/learn.py             learn from all but one part at a time, print what it adds there
    python benchmarks/privacy/learn.py --write     learn from all parts that may be read, and write it

The snippets are marked by hand. Of the interviews, written with capitals and full stops, the rules find nearly
all names: what they find is learnt as it stands, and once more without capitals and stops, where rules find less.

The weights are those of a logistic regression per column, by stochastic gradient descent with averaging.
Source: L. Bottou, Large-scale machine learning with stochastic gradient descent, COMPSTAT 2010, 177-186.
"""

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from measure import HERE, KINDS, LEARNT, make_ours, measure, read_snippets
from numpy.typing import NDArray
from sklearn.linear_model import SGDClassifier

from perspectieven.privacy import search, tagger
from perspectieven.privacy.features import N_FEATURES, list_features
from perspectieven.privacy.findings import Kind
from perspectieven.privacy.tokens import is_lower, split_tokens
from perspectieven.writing import write_bytes

INTERVIEWS = HERE.parent / "coding" / "fragments" / "learn.tsv"
WRITTEN = Path(tagger.__file__).with_name("tagger.npz")
FEWEST = 3
"""Words that a feature must be seen at."""
MOST_FEATURES = 60_000
"""Features that are kept: those that say most over all words."""
OF_SNIPPET = 4.0
"""What a word of a snippet counts, against one of an interview."""
ONE_IN = 3
"""Of the interviews that are learnt from."""
REGULARISATION = 1e-5
N_ROUNDS = 10
NEVER = -30.0
"""What is added for a kind that is in no example."""
_STOPS = re.compile(r"[.,?!;:\"\u201c\u201d\u2026()]")


class Marked(NamedTuple):
    """A text, and what is to be found in it: first and last code point, half-open, and kind."""

    text: str
    marks: tuple[tuple[int, int, Kind], ...]


class Examples(NamedTuple):
    """Words to learn from: their features by key, their kinds (0 for none), what each counts."""

    keys: NDArray[np.uint64]
    kinds: NDArray[np.int64]
    weights: NDArray[np.float64]


def read_marked(part: str) -> Iterator[Marked]:
    """Read the snippets of a part."""
    for snippet in read_snippets(part):
        yield Marked(snippet.text, tuple((start, end, KINDS[kind]) for kind, start, end in snippet.marks))


def read_interviews() -> Iterator[Marked]:
    """Read the invented interviews, with what rules find in them."""
    with INTERVIEWS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = search.Wanted(ages=True)
    for _, turns in islice(groupby(rows, key=lambda row: row["fragment_id"]), 0, None, ONE_IN):
        for found in search.search_texts([turn["text"] for turn in turns], wanted, tagged=False):
            findings = [*(person.finding for person in found.people), *found.others]
            yield Marked(found.text, tuple((f.start, f.end, f.kind) for f in findings))


def make_examples(texts: Iterable[Marked], kinds: Sequence[Kind], weight: float) -> Examples:
    """Make examples of texts, as they are and without capitals and stops."""
    split, uncased, labels = [], [], []
    for marked in texts:
        as_heard = _STOPS.sub(" ", marked.text.lower())
        for text in dict.fromkeys((marked.text, as_heard)):
            if len(text) != len(marked.text):
                continue
            tokens = split_tokens(text)
            kind_at = {place: kinds.index(kind) + 1 for start, end, kind in marked.marks for place in range(start, end)}
            split.append(tokens)
            uncased.append(is_lower(text))
            labels += [kind_at.get(token.start, 0) for token in tokens]
    return Examples(list_features(split, uncased), np.array(labels), np.full(len(labels), weight))


def learn(examples: Sequence[Examples], kinds: tuple[Kind, ...]) -> tagger.Tagger:
    """Learn a tagger."""
    keys, column = np.unique(np.vstack([part.keys for part in examples]), return_inverse=True)
    column = column.reshape(-1, N_FEATURES)
    given = np.concatenate([part.kinds for part in examples])
    counts = np.concatenate([part.weights for part in examples])
    rows = np.repeat(np.arange(len(column)), N_FEATURES)
    seen = sp.csr_matrix((np.ones(column.size, np.float32), (rows, column.ravel())), (len(column), len(keys)))
    n_words = np.bincount(column.ravel(), minlength=len(keys))
    kept = np.flatnonzero(n_words >= FEWEST)
    seen = seen[:, kept].tocsr()
    model = SGDClassifier(
        loss="log_loss", alpha=REGULARISATION, max_iter=N_ROUNDS, tol=None, random_state=0, average=True, n_jobs=2
    )
    model.fit(seen, given, sample_weight=counts)
    weights = np.zeros((len(kept), 1 + len(kinds)))
    bias = np.full(1 + len(kinds), NEVER, np.float32)
    weights[:, model.classes_] = model.coef_.T
    bias[model.classes_] = model.intercept_
    weights[:, 0] *= -1
    bias[0] *= -1
    use = np.abs(weights[:, 0]) * np.sqrt(n_words[kept])
    strongest = np.sort(np.argsort(-use, kind="stable")[:MOST_FEATURES])
    unit = np.maximum(np.quantile(np.abs(weights), 0.9999, axis=0) / 127, 1e-9).astype(np.float32)
    steps = np.clip(np.rint(weights[strongest] / unit), -127, 127).astype(np.int8)
    return tagger.Tagger(kinds, keys[kept[strongest]], steps, unit, bias)


def main() -> None:
    """Learn, and write it or print what it adds to parts left out."""
    parser = argparse.ArgumentParser(description="Learn the tagger.")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--part", action="append", choices=LEARNT)
    asked = parser.parse_args()
    kinds = tuple(Kind)
    of_interviews = make_examples(read_interviews(), kinds, 1.0)
    of_part = {part: make_examples(read_marked(part), kinds, OF_SNIPPET) for part in LEARNT}
    if asked.write:
        content = learn([of_interviews, *of_part.values()], kinds).to_bytes()
        print(f"wrote {write_bytes(WRITTEN, content).name}, {len(content):,} bytes")
        return
    for out in asked.part or LEARNT:
        made = learn([of_interviews, *(part for name, part in of_part.items() if name != out)], kinds)
        print(f"{out}, left out: {len(made.keys)} features")
        for likely in (0.999, 0.5, 0.3, 0.2, 0.1, 0.05):
            tagger.LIKELY, tagger.read_tagger = likely, lambda made=made: made
            print(f" from a chance of {likely}")
            measure(out, make_ours(out), missed=False)


if __name__ == "__main__":
    main()
