"""Measure the forms that we make of the lexicon's own words against three oracles.

    python benchmarks/inflection/measure.py                       with what is on this machine
    python benchmarks/inflection/measure.py --lookup PATH         also with spaCy's table, nl_lemma_lookup.json.gz
    python benchmarks/inflection/measure.py --misses              also every form that we and the oracles disagree on

The oracles are told in README.md beside this file.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from perspectieven import read_lexicon
from perspectieven.dutch.adjectives import inflected
from perspectieven.dutch.inflection import forms_of, is_verb
from perspectieven.dutch.separable import joined_forms
from perspectieven.lexicon import Lexicon
from perspectieven.lexicon.notation import (
    Bag,
    Choice,
    Compound,
    Exact,
    Pattern,
    Separable,
    Sequence,
    Word,
)

LEXICON = "normaliseren"
WORD_LIST = Path("/usr/share/dict/dutch")
CLASSES = ("verb", "separable", "adjective", "noun", "one form")


@dataclass(frozen=True)
class Oracle:
    """A source of Dutch forms: every word that it has and, unless it is a bare list, the forms of each lemma."""

    name: str
    words: frozenset[str]
    forms: dict[str, set[str]] = field(default_factory=dict)


def read_oracles(word_list: Path, lookup: Path | None) -> tuple[Oracle, ...]:
    """Read the oracles that are there, and say why another is not."""
    oracles = [_from_table("simplemma", DefaultDictionaryFactory().get_dictionary("nl").items())]
    if lookup is not None and lookup.is_file():
        with gzip.open(lookup, "rt", encoding="utf-8") as file:
            oracles.append(_from_table("spaCy", json.load(file).items()))
    else:
        print("spaCy skipped: no table; give --lookup nl_lemma_lookup.json.gz from spacy-lookups-data")
    if word_list.is_file():
        oracles.append(Oracle("wdutch", frozenset(word_list.read_text(encoding="utf-8").split("\n"))))
    else:
        print(f"wdutch skipped: no {word_list}; apt-get install wdutch")
    return tuple(oracles)


def _from_table(name: str, table: Iterable[tuple[str, str]]) -> Oracle:
    forms: dict[str, set[str]] = defaultdict(set)
    words = set()
    for form, lemma in table:
        words.add(form)
        forms[lemma.replace("_", "")].add(form)
    return Oracle(name, frozenset(words), dict(forms))


def list_lemmas(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return every word and separable verb of which the lexicon asks all forms, with the forms that we make."""
    lemmas: dict[str, frozenset[str]] = {}
    for code in lexicon.codes:
        for term in (*code.terms, *code.blockers):
            for pattern in (term.pattern, *(condition.pattern for condition in term.conditions)):
                for atom in _atoms(pattern):
                    if isinstance(atom, Separable):
                        lemmas[f"{atom.particle}|{atom.verb}"] = joined_forms(atom.particle, atom.verb)
                    elif not atom.literal:
                        lemmas[atom.text.lower()] = forms_of(atom.text.lower())
    return dict(sorted(lemmas.items()))


def _atoms(pattern: Pattern) -> Iterable[Word | Separable]:
    match pattern:
        case Word() | Separable():
            yield pattern
        case Sequence(parts) | Bag(parts) | Choice(parts):
            for part in parts:
                yield from _atoms(part)
        case Compound() | Exact():
            pass


def class_of(lemma: str, forms: frozenset[str]) -> str:
    """Name the class that a lemma is inflected as."""
    if "|" in lemma:
        return "separable"
    if is_verb(lemma):
        return "verb"
    if len(forms) == 1:
        return "one form"
    return "adjective" if not forms.isdisjoint(inflected(lemma)) else "noun"


def compare(lemmas: dict[str, frozenset[str]], oracles: tuple[Oracle, ...]) -> pd.DataFrame:
    """Compare forms with the oracles.

    One row per lemma x form that we make or that an oracle gives to the lemma. ``made`` says that we make it, and each
    oracle has a column that is ``form`` (a form of this lemma), ``word`` (a word) or empty.
    """
    rows = []
    for lemma, made in lemmas.items():
        whole = lemma.replace("|", "")
        given = [{form for form in oracle.forms.get(whole, ()) if form.islower()} for oracle in oracles]
        for form in sorted(made.union(*given)):
            known = [
                "form" if form in forms else "word" if _is_word(form, oracle) else ""
                for forms, oracle in zip(given, oracles, strict=True)
            ]
            rows.append((lemma, class_of(lemma, made), form, form in made, *known))
    return pd.DataFrame(rows, columns=["lemma", "class", "form", "made", *(oracle.name for oracle in oracles)])


def _is_word(form: str, oracle: Oracle) -> bool:
    return form in oracle.words or form.capitalize() in oracle.words


def count_agreement(compared: pd.DataFrame, oracles: tuple[Oracle, ...]) -> pd.DataFrame:
    """Count by class: the share of made forms that an oracle has, and of an oracle's forms that we make.

    One row per class and one for all. ``a`` is of the forms that we make, the lemma itself left out: those an oracle
    gives to the lemma or has as a word; the same over lemmas that an oracle knows; those in the word list. ``b`` is of
    the forms that an oracle gives to the lemma: those that we make; the same over forms that are in the word list, for
    the tables hold forms that are no Dutch (*boekde*, *kostt*).
    """
    names = [oracle.name for oracle in oracles]
    tables = [name for name in names if "form" in set(compared[name])]
    given = compared[tables].eq("form").any(axis=1)
    compared = compared.assign(
        is_known=compared[names].ne("").any(axis=1),
        is_given=given,
        in_list=compared["wdutch"].eq("word") if "wdutch" in names else False,
        lemma_known=given.groupby(compared["lemma"]).transform("any"),
    )
    rows = {}
    for name in (*CLASSES, "all"):
        part = compared if name == "all" else compared[compared["class"] == name]
        made = part[part["made"] & (part["form"] != part["lemma"].str.replace("|", ""))]
        rows[name] = {
            "lemmas": part["lemma"].nunique(),
            "made": len(made),
            "a: form or word": made["is_known"].mean(),
            "a: known lemmas": made.loc[made["lemma_known"], "is_known"].mean(),
            "a: in wdutch": _share(made["in_list"], names),
            "given": int(part["is_given"].sum()),
            "b": part.loc[part["is_given"], "made"].mean(),
            "b: in wdutch": _share(part.loc[part["is_given"] & part["in_list"], "made"], names),
        }
    return pd.DataFrame.from_dict(rows, orient="index")


def _share(held: "pd.Series[bool]", names: list[str]) -> float:
    return float(held.mean()) if "wdutch" in names else float("nan")


def list_misses(compared: pd.DataFrame, oracles: tuple[Oracle, ...]) -> Iterable[str]:
    """Say per lemma which forms (``+``) no oracle knows and which (``-``) an oracle gives and we do not make."""
    names = [oracle.name for oracle in oracles]
    known = compared[names].ne("").any(axis=1)
    given = compared[names].eq("form").any(axis=1)
    odd = compared[(compared["made"] & ~known) | (~compared["made"] & given)]
    for (name, lemma), part in odd.groupby(["class", "lemma"], sort=True):
        forms = (f"{'+' if made else '-'}{form}" for form, made in zip(part["form"], part["made"], strict=True))
        yield f"{name}\t{lemma}\t{' '.join(forms)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__ or "")[0])
    parser.add_argument("--lookup", type=Path, help="nl_lemma_lookup.json.gz of spacy-lookups-data")
    parser.add_argument("--words", type=Path, default=WORD_LIST, help="a list of Dutch words, one a line")
    parser.add_argument("--misses", action="store_true", help="also list every disagreement")
    options = parser.parse_args()
    oracles = read_oracles(options.words, options.lookup)
    compared = compare(list_lemmas(read_lexicon(LEXICON)), oracles)
    print(count_agreement(compared, oracles).to_string(float_format="{:.3f}".format))
    if options.misses:
        for line in list_misses(compared, oracles):
            print(line)


if __name__ == "__main__":
    main()
