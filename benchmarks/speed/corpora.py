"""Texts of any size and lexicons of any number of terms, the same for every contestant; the same again every time."""

import csv
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, product
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from perspectieven import read_lexicon
from perspectieven.lexicon import Code, Lexicon, Term
from perspectieven.lexicon.notation import Bag, Choice, Compound, Exact, Pattern, Separable, Sequence, Word
from perspectieven.matching.atoms import AtomIndex
from perspectieven.matching.nodes import NodeMaker
from perspectieven.study import Study

ROOT = Path(__file__).parents[2]
FRAGMENTS = ROOT / "benchmarks" / "coding" / "fragments"
REAL = ROOT.parent / "shared" / "real" / "text" / "handelingen_2018.tsv"
"""Debates of a parliament in 2018; not in the repository, and left out where they are not there."""
SEED = 20_260
LEXICON = "normaliseren"
RARE = 2
"""Times that a word is said in all sources together, at most, for it to be replaced where a turn comes by again."""
TOO_COMMON = 20
"""Times per 100,000 words; a word that occurs more often is not made a term."""
ENOUGH_TO_COUNT = 2_000_000
"""Characters that are read to know how common a word is."""
MOST_SEQUENCES = 100
"""Sequences of lemmas that are written out for one term."""
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\b[a-z]{5,}\b")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file with one turn per line, and behind those as many more as `write_corpus` was asked for.

    Attributes
    ----------
    megabytes : float
        Millions of bytes, in UTF-8.
    n_words : int
        Runs of letters and digits.
    n_types : int
        Different ones, in lower case.
    """

    path: Path
    megabytes: float
    n_turns: int
    n_words: int
    n_types: int


def write_corpus(path: Path, megabytes: float, *, more: int) -> Corpus:
    """Write turns until there are so many million bytes, and then some more to warm up with."""
    size = n_turns = n_words = 0
    types: set[str] = set()
    turns = _make_turns()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        while size < megabytes * 1e6:
            turn = next(turns)
            file.write(f"{turn}\n")
            words = _WORD.findall(turn.lower())
            size += len(turn.encode())
            n_turns, n_words = n_turns + 1, n_words + len(words)
            types.update(words)
        file.writelines(f"{turn}\n" for turn in islice(turns, more))
    return Corpus(path, size / 1e6, n_turns, n_words, len(types))


def _make_turns() -> Iterator[str]:
    """Yield the turns of all sources, shuffled, and then again and again with other rare words.

    New text has new words, however much was read before. So a rare word of small letters becomes another one of the
    form dictionary each time, except where a term may be about it.
    """
    draw = random.Random(SEED)
    turns = _read_turns()
    counts = Counter(word for turn in turns for word in _WORD.findall(turn))
    asked = set(list_forms(read_lexicon(LEXICON)))
    rare = {word for word, n in counts.items() if n <= RARE and _PLAIN.fullmatch(word)} - asked
    others = [form for form in sorted(_form_dictionary()) if _PLAIN.fullmatch(form) and form not in asked]

    def vary(found: re.Match[str]) -> str:
        return draw.choice(others) if found.group() in rare else found.group()

    draw.shuffle(turns)
    yield from turns
    while True:
        draw.shuffle(turns)
        yield from (_PLAIN.sub(vary, turn) for turn in turns)


def _read_turns() -> list[str]:
    """Return the turns of the example study, the fragments and the debates, each on one line."""
    study = [turn.text for transcript in Study.open(ROOT).transcripts() for turn in transcript.turns]
    files = sorted(path for path in FRAGMENTS.glob("*.tsv") if "_coder_" not in path.name)
    fragments = [row["text"] for path in files for row in _read_rows(path)]
    real = [line.split("\t")[2] for line in REAL.read_text("utf-8").splitlines()] if REAL.is_file() else []
    return [_on_one_line(text) for text in (*study, *fragments, *real)]


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _on_one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def make_lexicon(n_terms: int, corpus: Corpus) -> Lexicon:
    """Return a lexicon with so many terms: some of those of the shipped one, or all of them and made ones; no signs.

    Made terms are half lemmas and half pairs of lemmas with at most two words between, of the form dictionary, dealt
    out over the codes in turn. A word that is common in the text is not made a term of its own, but may be in a pair.
    """
    lexicon = read_lexicon(LEXICON).without_signs()
    draw = random.Random(SEED)
    terms = [(code.id, term) for code in lexicon.codes for term in code.terms]
    if n_terms <= len(terms):
        kept = sorted(draw.sample(range(len(terms)), n_terms))
        return _with_terms(lexicon, [terms[at] for at in kept])
    known = {term.notation for _, term in terms}
    made = islice((term for term in _make_terms(draw, corpus) if term.notation not in known), n_terms - len(terms))
    ids = lexicon.code_ids
    return _with_terms(lexicon, [*terms, *((ids[at % len(ids)], term) for at, term in enumerate(made))])


def _with_terms(lexicon: Lexicon, terms: list[tuple[str, Term]]) -> Lexicon:
    of_code: dict[str, list[Term]] = {code: [] for code in lexicon.code_ids}
    for code, term in terms:
        of_code[code].append(term)

    def fill(code: Code) -> Code:
        return replace(code, terms=tuple(of_code[code.id]))

    return replace(lexicon, codes=tuple(map(fill, lexicon.codes)))


def _make_terms(draw: random.Random, corpus: Corpus) -> Iterator[Term]:
    """Yield different terms, a lemma and a pair by turns."""
    dictionary = _form_dictionary()
    with corpus.path.open(encoding="utf-8") as file:
        words = _WORD.findall(file.read(ENOUGH_TO_COUNT).lower())
    counts = Counter(dictionary.get(word, word) for word in words)
    lemmas = sorted(lemma for form, lemma in dictionary.items() if form == lemma and re.fullmatch("[a-z]{3,}", form))
    draw.shuffle(lemmas)
    rare = (lemma for lemma in lemmas if counts[lemma] <= len(words) * TOO_COMMON / 100_000)
    for at, lemma in enumerate(rare):
        yield Term(f"L:{lemma}")
        yield Term(f"P:{draw.choice(lemmas)} ~{at % 3}~ {draw.choice(lemmas)}")


@cache
def _form_dictionary() -> dict[str, str]:
    return dict(DefaultDictionaryFactory().get_dictionary("nl").items())


def list_forms(lexicon: Lexicon) -> list[str]:
    """Return every word that is part of some term, blocker or condition, in small letters without accents."""
    atoms = AtomIndex()
    maker = NodeMaker(atoms)
    for code in lexicon.codes:
        for term in (*code.terms, *code.blockers):
            for part in (term, *term.conditions):
                maker.make(part.pattern)
    return sorted(atoms.forms)


def list_sequences(lexicon: Lexicon) -> list[list[str]]:
    """Return the words of every term in their order, one sequence for each way to choose among its alternatives."""
    written = {
        sequence
        for code in lexicon.codes
        for term in code.terms
        for sequence in islice(_write_sequences(term.pattern), MOST_SEQUENCES)
    }
    return [list(sequence) for sequence in sorted(written)]


def _write_sequences(pattern: Pattern) -> Iterator[tuple[str, ...]]:
    match pattern:
        case Word(text):
            yield (text,)
        case Separable(particle, verb):
            yield (f"{particle}{verb}",)
        case Compound(part):
            yield (part,)
        case Exact(text):
            yield tuple(re.findall(r"\w+|[^\w\s]", text))
        case Choice(options):
            for option in options:
                yield from _write_sequences(option)
        case Sequence(parts) | Bag(parts):
            for chosen in product(*(list(islice(_write_sequences(part), MOST_SEQUENCES)) for part in parts)):
                yield tuple(word for sequence in chosen for word in sequence)
