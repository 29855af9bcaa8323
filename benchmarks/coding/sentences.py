"""Measure the shipped lexicon on sentences made from the terms of its first version.

    python benchmarks/coding/sentences.py     by kind: precision, recall, and stance and voice of what is found

`sentences.tsv` and `stance_sentences.tsv`, made to be hard on stance, voice and word order, were read and mended from;
`frozen_sentences.tsv` was read by nobody. README.md beside this file says how
they were made.
"""

import csv
from pathlib import Path

import pandas as pd
from measure import LEXICON

from perspectieven import code_texts, read_lexicon
from perspectieven.agreement import Agreement, judge_codings

HERE = Path(__file__).parent
PARTS = ("sentences", "stance_sentences", "frozen_sentences")
ALL = "all"


def read_sentences(part: str) -> pd.DataFrame:
    """Read the sentences of a part: ``id``, ``kind``, ``text``, and the ``codes`` that its writer marked."""
    with (HERE / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        return pd.DataFrame(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge_sentences(sentences: pd.DataFrame) -> pd.DataFrame:
    """Code sentences, each as a text of its own, and compare with what their writer marked, as `judge_codings` does."""
    lexicon = read_lexicon(LEXICON)
    found = [code_texts([text], lexicon).assign(transcript_id=name) for name, text in sentences[["id", "text"]].values]
    marked = sentences.assign(transcript_id=sentences["id"], turn_index=0, coder="writer")
    return judge_codings(pd.concat(found), marked[["transcript_id", "turn_index", "coder", "codes"]])


def main() -> None:
    """Print one row per part and kind."""
    for part in PARTS:
        sentences = read_sentences(part)
        judged = judge_sentences(sentences)
        kind = judged["transcript_id"].map(sentences.set_index("id")["kind"])
        groups = {**dict(list(judged.groupby(kind))), ALL: judged}
        print(f"{part}: {len(sentences)} sentences")
        for name, rows in groups.items():
            found = Agreement.of(rows)
            print(
                f"  {name:<22} precision {found.precision:.3f} ({found.n_hits})   recall {found.recall:.3f} "
                f"({found.n_firm})   stance {found.stance:.3f}"
            )


if __name__ == "__main__":
    main()
