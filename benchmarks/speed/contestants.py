"""What is compared: each contestant is made ready, and goes over the same turns once.

    python contestants.py NAME FOLDER CORPUS N_TURNS BEGAN

runs one in this process and says what it cost. It imports nothing that its contestant does not need, and reads the
terms from FOLDER, where `measure` has written them.

To add one: write a function from the folder to a function from turns to a number of things found, and name it in
`CONTESTANTS`.
"""

import json
import pickle
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

FIRST = 10
"""Turns that are done before a contestant counts as started: what is compiled at first use is then loaded."""
WARM_UP = 1_000
"""More turns, other than those that are measured, that are done before measuring."""
BLOCK = 1_000_000
"""Characters that are joined for one call of the joined pass."""

Prepare = Callable[[list[str]], Sequence[str]]
Run = Callable[[Sequence[str]], int]


def as_they_are(turns: list[str]) -> Sequence[str]:
    """Return turns without any preparation."""
    return turns


def normalised(turns: list[str]) -> Sequence[str]:
    """Return turns in small letters, with a space for every character that is in no word, and one at each end."""
    no_word = re.compile(r"\W")
    return [f" {no_word.sub(' ', turn.lower())} " for turn in turns]


def joined(turns: list[str]) -> Sequence[str]:
    """Return normalised turns, joined to blocks of a million characters."""
    blocks, block, size = [], [], 0
    for turn in normalised(turns):
        block.append(turn)
        size += len(turn)
        if size >= BLOCK:
            blocks.append("".join(block))
            block, size = [], 0
    return [*blocks, "".join(block)]


def bare_pass(folder: Path) -> Run:
    """Find every form of every word of the terms, overlapping ones too: offsets, and nothing else."""
    from ahocorasick_rs import AhoCorasick, Implementation

    automaton = AhoCorasick([f" {form} " for form in _read(folder, "forms")], implementation=Implementation.DFA)

    def run(turns: Sequence[str]) -> int:
        return sum(len(automaton.find_matches_as_indexes(turn, overlapping=True)) for turn in turns)

    return run


def hits_alone(folder: Path) -> Run:
    """Find terms: words, look-up and search. No stance, no voice, no signs, no table."""
    import numpy as np

    from perspectieven.coding.batches import split_batches
    from perspectieven.dutch.words import split_words
    from perspectieven.matching import Matcher
    from perspectieven.matching.search import number_questions

    matcher = Matcher(_read_lexicon(folder, signs=False))

    def find(turns: Sequence[str]) -> int:
        words = split_words(turns)
        lexeme = matcher._patterns.vocabulary.look_up(words)  # there is no public way to do half of the work
        nobody, first = np.zeros(len(turns), np.bool_), np.arange(len(turns)) == 0
        return len(matcher._search(words, lexeme, nobody, number_questions(words, nobody, first)).text)

    return lambda turns: sum(find(batch) for batch in split_batches(turns, len))


def coding(folder: Path) -> Run:
    """Code to the finished table: turn, sentence, stance, voice, cue."""
    return _coding(_read_lexicon(folder, signs=True))


def coding_by_terms(folder: Path) -> Run:
    """Code to the finished table, by the terms alone."""
    return _coding(_read_lexicon(folder, signs=False))


def _coding(lexicon: Any) -> Run:
    from perspectieven import code_texts

    return lambda turns: len(code_texts(turns, lexicon))


def tokenizer(_: Path) -> Run:
    """Split into tokens."""
    import spacy

    make_doc = spacy.blank("nl").make_doc
    return lambda turns: sum(len(make_doc(turn)) for turn in turns)


def phrases_on_lower(folder: Path) -> Run:
    """Find every form of every word of the terms, whatever its capitals."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("nl")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("term", [nlp.make_doc(form) for form in _read(folder, "forms")])
    return lambda turns: sum(len(matcher(nlp.make_doc(turn))) for turn in turns)


def phrases_on_lemma(folder: Path) -> Run:
    """Look every token's lemma up, once for each form, and find the terms as sequences of lemmas."""
    import spacy
    from simplemma import lemmatize
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    nlp = spacy.blank("nl")
    strings = nlp.vocab.strings
    lemmas: dict[int, int] = {}
    matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
    for words in _read(folder, "sequences"):
        matcher.add("term", [Doc(nlp.vocab, words=words, lemmas=[lemmatize(word, lang="nl") for word in words])])

    def run(turns: Sequence[str]) -> int:
        found = 0
        for turn in turns:
            doc = nlp.make_doc(turn)
            for token in doc:
                lemma = lemmas.get(token.lower)
                if lemma is None:
                    lemma = lemmas[token.lower] = strings.add(lemmatize(token.lower_, lang="nl"))
                token.lemma = lemma
            found += len(matcher(doc))
        return found

    return run


def count_vectorizer(folder: Path) -> Run:
    """Count every form of every word of the terms in each turn."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(vocabulary=_read(folder, "forms"), token_pattern=r"(?u)\b\w+\b")
    return lambda turns: int(vectorizer.transform(turns).sum())


def _read(folder: Path, name: str) -> list[Any]:
    found: list[Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _read_lexicon(folder: Path, *, signs: bool) -> Any:
    """Return the lexicon of a folder; the shipped one where there is none."""
    if (folder / "lexicon.pickle").is_file():
        return pickle.loads((folder / "lexicon.pickle").read_bytes())
    from perspectieven import read_lexicon

    lexicon = read_lexicon("normaliseren")
    return lexicon if signs else lexicon.without_signs()


CONTESTANTS: dict[str, tuple[Callable[[Path], Run], Prepare]] = {
    "bare pass, per turn": (bare_pass, normalised),
    "bare pass, joined": (bare_pass, joined),
    "ours: hits alone": (hits_alone, as_they_are),
    "ours: coding by terms": (coding_by_terms, as_they_are),
    "ours: coding": (coding, as_they_are),
    "spaCy tokenizer": (tokenizer, as_they_are),
    "PhraseMatcher LOWER": (phrases_on_lower, as_they_are),
    "PhraseMatcher LEMMA": (phrases_on_lemma, as_they_are),
    "CountVectorizer": (count_vectorizer, as_they_are),
}


def _memory(name: str) -> int:
    """Return bytes of this process: VmRSS now, or VmHWM at most; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(rf"^{name}:\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.is_file() else None
    return int(found.group(1)) * 1024 if found else 0


def take_part(name: str, folder: Path, corpus: Path, n_turns: int, began: float) -> dict[str, float]:
    """Get ready, go over the turns, and return what it cost."""
    reading = time.time()
    turns = corpus.read_text(encoding="utf-8").split("\n")
    others = turns[n_turns:-1]
    del turns[n_turns:]
    loaded = _memory("VmRSS")
    began += time.time() - reading
    make, prepare = CONTESTANTS[name]
    run = make(folder)
    run(prepare(others[:FIRST]))
    start_up = time.time() - began
    run(prepare(others[FIRST:]))
    prepared = prepare(turns)
    cpu = time.process_time()
    found = run(prepared)
    cpu = time.process_time() - cpu
    return {"cpu": cpu, "found": found, "start_up": start_up, "memory": _memory("VmHWM") - loaded}


if __name__ == "__main__":
    which, terms, text, count, start = sys.argv[1:]
    print(json.dumps(take_part(which, Path(terms), Path(text), int(count), float(start))))
