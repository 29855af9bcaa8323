"""Measure how many of the marked names and numbers in invented snippets are found, and what is replaced in vain.

    python benchmarks/privacy/measure.py                        all parts
    python benchmarks/privacy/measure.py --part develop         one part
    python benchmarks/privacy/measure.py --missed               also what was missed or replaced in vain
    python benchmarks/privacy/measure.py --rules --deduce       beside it what rules without the tagger find, and deduce

Snippets mark what identifies somebody as ``{KIND|words}``. A mark counts as found where each of its words is in
something that was found, of whatever kind: then nobody can read it. An article that a mark begins with need not be
found: it tells nobody anything, and some writers mark it and others do not. A word in no mark that is replaced, was
replaced in vain. The parts called `frozen` (130, 63, 220, 240 and, by two writers, 480 snippets) are read by nobody
who makes rules, and nothing is learnt from them. `develop` (340), `develop2` (150), `develop3` (220) and `develop4`
(200) were read to make rules better, and taught the tagger; `develop5` to `develop8` (263, 253, 246 and 257) only
taught the tagger. `develop9` and `develop10` (170 each), and `develop11` and `develop12` (240 each), were read: rules
were made from the first of two and tried on the second before that was read too. `develop9` and `develop10` were made
hard on purpose, full of organisations, schools, streets and accounts that are ordinary words; `develop13` (240) has
many organisations and accounts, and rules were made from it. In the end these five taught the tagger too. `develop14`
to `develop17` (240 each) are hard on purpose as well, full of organisations of more than one word: learning from them
was tried and not taken. Rules were then made from the first two and tried on the others, which nobody read.
`develop18` to `develop27` (1,870, by ten writers) are interviews as they go, most with an organisation, a fifth to a
third with none; what was missed there was read after it was measured, rules were made from it, and the tagger learnt
from all of it. Every part has writers who never saw a rule, but for `frozen2`: that was drawn by chance from what the
writer of `develop2` wrote, who made rules and lists of names as well. From `develop3` and `frozen3` on, places above
100,000 inhabitants are not marked, and the day of any event is.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from perspectieven.privacy.findings import Kind
from perspectieven.privacy.search import Wanted, search_texts

HERE = Path(__file__).parent


def _develop(*numbers: int) -> tuple[str, ...]:
    return tuple(f"develop{at}" if at > 1 else "develop" for at in numbers)


READ = _develop(1, 2, 3, 4, *range(9, 16), *range(18, 28))
LEARNT = _develop(*range(1, 14), *range(18, 28))
FROZEN = ("frozen", "frozen2", "frozen3", "frozen4", "frozen5")
HARD = _develop(14, 15, 16, 17)
PARTS = (*LEARNT, *HARD, *FROZEN)
KINDS = {
    "PERSOON": Kind.PERSON,
    "SCHOOL": Kind.SCHOOL,
    "BUURT": Kind.NEIGHBOURHOOD,
    "ORGANISATIE": Kind.ORGANISATION,
    "PLAATS": Kind.PLACE,
    "ADRES": Kind.ADDRESS,
    "TELEFOON": Kind.PHONE,
    "EMAIL": Kind.EMAIL,
    "HANDLE": Kind.HANDLE,
    "BSN": Kind.BSN,
    "IBAN": Kind.IBAN,
    "DATUM": Kind.DATE,
    "LEEFTIJD": Kind.AGE,
}
_EVERY_PLACE = frozenset(("develop", "develop2", "frozen", "frozen2"))
"""Parts in which large cities are marked as well; in the others these stay, as they do by default."""
_MARK = re.compile(r"\{([A-Z]+)\|([^{}]*)\}")
_WORD = re.compile(r"\w+")
_ARTICLES = ("de", "het", "een")

Find = Callable[[str], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text without its marks, and where these were."""

    text: str
    marks: tuple[tuple[str, int, int], ...]


def read_snippets(part: str) -> Iterator[Snippet]:
    """Read the snippets of a part."""
    with (HERE / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, marks, at = "", [], 0
            for found in _MARK.finditer(row["text"]):
                text += row["text"][at : found.start()]
                marks.append((found[1], len(text), len(text) + len(found[2])))
                text, at = text + found[2], found.end()
            yield Snippet(text + row["text"][at:], tuple(marks))


def make_ours(part: str, *, tagged: bool = True) -> Find:
    """Return a function that says where our search finds something, as the marks of a part want it."""
    wanted = Wanted(largest_place=20_000_000 if part in _EVERY_PLACE else 100_000, ages=True)

    def find(text: str) -> list[tuple[int, int]]:
        [searched] = search_texts([text], wanted, tagged=tagged)
        return [(f.start, f.end) for f in (*(person.finding for person in searched.people), *searched.others)]

    return find


def make_deduce() -> Find:
    """Return a function that says where deduce finds something."""
    from deduce import Deduce

    model = Deduce()
    return lambda text: [(found.start_char, found.end_char) for found in model.deidentify(text).annotations]


def measure(part: str, find: Find, *, missed: bool) -> None:
    """Print recall per kind and how many ordinary words are replaced."""
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    n_words, vain = 0, Counter[str]()
    lost: list[str] = []
    for snippet in read_snippets(part):
        hidden = [place for start, end in find(snippet.text) for place in range(start, end)]
        covered = set(hidden)
        for kind, start, end in snippet.marks:
            total[kind] += 1
            words = _name_in(snippet.text, start, end)
            ok = all(set(range(word.start(), word.end())) <= covered for word in words)
            found[kind] += ok
            if not ok:
                lost.append(f"{kind:<12} {snippet.text[max(0, start - 30) : end + 25]!r}: {snippet.text[start:end]}")
        marked = {place for _, start, end in snippet.marks for place in range(start, end)}
        for word in _WORD.finditer(snippet.text):
            places = set(range(word.start(), word.end()))
            if places & marked:
                continue
            n_words += 1
            if places <= covered:
                vain[word.group()] += 1
    for kind in KINDS:
        print(f"  {kind:<12} {found[kind]:>4} of {total[kind]:>4}  {found[kind] / max(total[kind], 1):.3f}")
    others = [kind for kind in KINDS if kind != "PERSOON"]
    share = sum(found[kind] for kind in others) / max(sum(total[kind] for kind in others), 1)
    n_vain = vain.total()
    print(f"  all but PERSOON {share:.3f}; ordinary words replaced {n_vain} of {n_words}, {n_vain / n_words:.4f}")
    if missed:
        print("\n".join(sorted(lost)))
        print("in vain:", ", ".join(f"{word} {n}" for word, n in vain.most_common()))


def _name_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of a mark without the article that it begins with: some writers mark that, and others do not."""
    words = list(_WORD.finditer(text, start, end))
    return words[1:] if len(words) > 1 and words[0].group().lower() in _ARTICLES else words


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the search for names and numbers.")
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--deduce", action="store_true")
    asked = parser.parse_args()
    deduce = {"deduce": make_deduce()} if asked.deduce else {}
    for part in asked.part or PARTS:
        rules = {"rules alone": make_ours(part, tagged=False)} if asked.rules else {}
        contestants = {"perspectieven": make_ours(part), **rules, **deduce}
        for name, find in contestants.items():
            print(f"{part}, {name}")
            measure(part, find, missed=asked.missed and part in READ and name == "perspectieven")


if __name__ == "__main__":
    main()
