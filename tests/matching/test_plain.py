"""The engine and the plain road find the same, in sentences that nobody would say and in the whole example study."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven.coding.cells import write_cues
from perspectieven.dutch import words as fast
from perspectieven.lexicon import Code, Lexicon, Term, Theme
from perspectieven.matching import Found, Matcher
from perspectieven.matching.rules import ANSWER
from perspectieven.study import Study
from tests.conftest import ROOT
from tests.matching.lexicons import lexicon_of
from tests.matching.plain import Hit, PlainMatcher, split_sentences, split_words

Turn = tuple[str, bool, bool]
"""What is said, whether an interviewer says it, whether a conversation begins with it."""

FAMILIES = {
    "zorg": "zorg zorgen zorgt Zorg",
    "maken": "maak maken gemaakt",
    "label": "label labels labeltje gelabeld",
    "kind": "kind kinderen kindje",
    "=kinderen": "kind kinderen",
    "normaal[ADJ]": "normaal normale abnormaal",
    "een": "een 'n \u00e9\u00e9n",
    "\u00e9\u00e9n": "een \u00e9\u00e9n \u00c9\u00e9n",
    "wel": "wel w\u00e8l weleens",
    "Snap": "Snap snap snapt",
    "ggz-zorg": "ggz-zorg GGZ zorg",
    "even": "even effe ff",
    "z'n": "z'n zijn zo'n",
    "niet": "niet nie niks",
    "door|verwijzen": "door doorverwezen doorverwijzen verwijs verwees verwezen te",
    "op|passen": "op pas past passen gepast opgepast oppassen hoofd",
    "om|kijken": "om te kijk keken kijken omkijken omgekeken",
    "mee|doen": "mee doe doet gedaan meedoen meedoet kan",
    "gerust|stellen": "gerust stelde stelden gerustgesteld heeft",
    "wacht-": "wachtlijst wachtlijsten wachten wachttijd",
    "-lijst": "wachtlijst woordenlijsten lijst",
    "-zorg-": "jeugdzorg mantelzorg zorgteam zorg jeugdzorgplus",
    "diagnos-": "diagnose diagnostiek",
}
"""What may stand in a term, and words that may make it, or nearly."""

FILLERS = "eh uhm de het 't ik en maar want naar kan heeft zorgvuldig bijv 'k de".split()
MARKS = [" "] * 12 + [", ", " - ", "-", ". ", "? ", "! ", "... ", "\n", ': "', "; ", "."]


def elements(bases: list[str], *, deep: bool = True) -> st.SearchStrategy[str]:
    """Return words of a term: one, or alternatives, of which each may be a sequence with alternatives in it."""
    one = st.sampled_from(bases)
    if not deep:
        return one
    inside = st.one_of(one, one, choices(one))
    return st.one_of(one, one, choices(inside))


def sequences(parts: st.SearchStrategy[str], *, least: int, most: int) -> st.SearchStrategy[str]:
    def write(pairs: list[tuple[str, int]]) -> str:
        return "".join(f" ~{gap}~ {part}" if at else part for at, (part, gap) in enumerate(pairs))

    return st.lists(st.tuples(parts, st.integers(0, 4)), min_size=least, max_size=most).map(write)


def choices(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    options = st.lists(sequences(parts, least=1, most=2), min_size=1, max_size=3)
    return options.map(lambda written: f"({'/'.join(written)})")


def bags(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    written = st.lists(parts, min_size=1, max_size=3).map("+".join)
    return st.tuples(written, st.integers(0, 5)).map(lambda pair: f"{pair[0]}/{pair[1]}")


def exact_words(words: list[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(words), st.sampled_from([" ", " ", " ", ", ", "? ", "-"]))
    return st.lists(pairs, min_size=1, max_size=3).map(lambda parts: "".join(map("".join, parts)).strip())


@st.composite
def terms(draw: st.DrawFn, bases: list[str], words: list[str]) -> Term:
    compounds = [base for base in bases if "-" in (base[0], base[-1])]
    lemmas = [base for base in bases if base not in compounds]
    kinds = [
        exact_words(words).map('X:"{}"'.format),
        sequences(elements(bases), least=2, most=3).map("P:{}".format),
        bags(elements(bases)).map("W:{}".format),
        *([st.sampled_from(lemmas).map("L:{}".format)] if lemmas else []),
        *([st.sampled_from(compounds).map("C:{}".format)] if compounds else []),
    ]
    term = draw(st.one_of(kinds))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        scope = draw(st.sampled_from(["zin", "beurt", "vraag", "buurt"]))
        term += f" {draw(st.sampled_from(['mits', 'tenzij']))} {scope} {draw(choices(elements(bases, deep=False)))}"
    return Term(draw(st.sampled_from(["", "", "", "!"])) + term)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Lexicon, list[Turn]]:
    """Draw a lexicon and a conversation in the same few words, so that they meet."""
    bases = draw(st.lists(st.sampled_from(sorted(FAMILIES)), min_size=2, max_size=4, unique=True))
    words = [word for base in bases for word in FAMILIES[base].split()]
    lists = {"unique_by": lambda term: term.notation}
    codes = tuple(
        Code(
            f"X-{at}", "X", "", "", "", "", (), "neutraal", "behoudt", "n.v.t.", (), (),
            tuple(draw(st.lists(terms(bases, words), min_size=3, max_size=8, **lists))),
            tuple(draw(st.lists(terms(bases, words), max_size=2, **lists))),
        )
        for at in range(draw(st.integers(1, 3)))
    )  # fmt: skip
    pairs = st.tuples(st.sampled_from(words * 3 + FILLERS), st.sampled_from(MARKS))
    spoken = st.one_of(st.lists(pairs, min_size=1, max_size=3), st.lists(pairs, min_size=4, max_size=16))
    texts = spoken.map(lambda parts: "".join(map("".join, parts)))
    turns = st.lists(st.tuples(texts, st.booleans(), st.sampled_from([False, False, True])), min_size=1, max_size=5)
    return Lexicon("x", "1", (Theme("X", "", "", ()),), codes), draw(turns)


def hits_of(found: Found) -> list[Hit]:
    """Return what the engine found, answers that lean on a question left out: they are no finding but a judgement."""
    firsts, sentences, words = found.words.texts, found.words.sentences, found.hits
    hits = []
    for at in range(len(found)):
        if found.judged.cues[at, 0, 0] != ANSWER:
            text = int(words.text[at])
            parts = tuple(word - int(sentences[firsts[text]]) for word in found.parts(at))
            sentence = int(words.sentence[at] - firsts[text])
            hits.append(Hit(text, int(words.target[at]), sentence, parts, bool(words.prompted[at])))
    return sorted(hits)


def both(lexicon: Lexicon, turns: Sequence[Turn]) -> tuple[list[Any], list[Any]]:
    """Return what the engine finds and what the plain road finds, each hit with its term."""
    texts = [text for text, _, _ in turns]
    roles = {"interviewer": [asks for _, asks, _ in turns], "opens": [opens for _, _, opens in turns]}
    engine = hits_of(Matcher(lexicon).find(texts, **roles))
    slow = PlainMatcher(lexicon).find(texts, **roles)
    notations = [term.notation for code in lexicon.codes for term in code.terms]
    return [(notations[hit.target], hit) for hit in engine], [(notations[hit.target], hit) for hit in slow]


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_the_engine_finds_what_the_plain_road_finds(world):
    engine, slow = both(*world)
    assert engine == slow


def test_in_the_whole_example_study_too(lexicon):
    """The terms alone: the plain road finds, and weighs nothing but what the notation says."""
    turns = [
        (turn.text, turn.speaker is not None and turn.speaker.role == "interviewer", turn.index == 0)
        for transcript in Study.open(ROOT).transcripts()
        for turn in transcript.turns
    ]
    engine, slow = both(Lexicon(lexicon.name, lexicon.version, lexicon.themes, lexicon.codes), turns)
    assert engine == slow
    kinds = {term.removeprefix("!")[0] for term, _ in slow}
    assert (len(turns), len(slow) > 900, kinds) == (932, True, set("LCXPW"))
    assert {hit.prompted for _, hit in slow} == {True, False}


ALPHABET = "aZ\u00e9\u00eb'\u2019k n1.,!?\u2026-_\n\u3042\u0130"


@given(st.lists(st.one_of(st.text(ALPHABET, max_size=40), st.text(max_size=20)), max_size=4))
def test_both_roads_have_the_same_words_and_sentences(texts):
    words = fast.split_words(texts)
    for at, text in enumerate(texts):
        first, end = words.texts[at], words.texts[at + 1]
        bounds = words.sentences[first : end + 1].tolist()
        begin = words.text_starts[at]
        places = zip(words.starts - begin, words.ends - begin, words.capital, strict=True)
        assert list(places)[bounds[0] : bounds[-1]] == [
            (word.start_char, word.end_char, word.capital) for word in split_words(text)
        ]
        lengths = [after - before for before, after in pairwise(bounds)]
        assert lengths == [len(sentence) for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    ("term", "text", "parts"),
    [
        ("L:label", "Een label of labeltjes.", [(1,), (3,)]),
        ("L:Snap", "Snap je? Ik snap Snap niet.", [(4,)]),
        ("L:\u00e9\u00e9n", "Een is niet \u00e9\u00e9n.", [(3,)]),
        ("L:wel", "Ik wil w\u00e9l.", [(2,)]),
        ("L:even", "Effe wachten, ff.", [(0,), (2,)]),
        ("L:gerust|stellen", "Ze stelden ons, eh, gerust.", [(1, 4)]),
        ("L:op|vallen", "Hij viel op zijn hoofd.", []),
        ("L:mee|doen", "Dat ie mee kan doen.", [(2, 4)]),
        ("L:om|kijken", "Ik ben bereid om te kijken.", []),
        ("W:door|sturen+hem/0", "Stuur of stuur hem door.", []),
        ("C:wachtlijst-", "De wachtlijst, het wachtlijstbeheer.", [(3,)]),
        ('X:"nou ja"', "Nou eh ja. Ja nou.", [(0, 2)]),
        ('X:"ja, hoor"', "Ja hoor. Ja, hoor.", [(2, 3)]),
        ("P:van ~1~ kastje", "Van het kastje, van een klein kastje.", [(0, 2)]),
        ("P:de ~0~ school", "De de school.", [(0, 2)]),
        ("P:van ~3~ kastje", "Van jou. Kastje.", []),
        ("W:zorg+maken/2", "Zorgen die ik maak, ik maak me echt heel veel zorgen.", [(0, 3)]),
        ("P:(minder/te ~0~ veel) ~1~ geld", "Te veel ander geld, minder geld.", [(0, 1, 3), (4, 5)]),
        ("P:=doe ~1~ normaal", "Doe eens normaal, doet normaal.", [(0, 2)]),
    ],
)
def test_the_plain_road_knows_the_notation(term, text, parts):
    """By hand, from docs/lexicon_notatie.md: the plain road is only worth something if it is right itself."""
    found = PlainMatcher(lexicon_of(term)).find([text], interviewer=[False], opens=[True])
    assert [hit.parts for hit in found] == parts


@pytest.mark.parametrize(("between", "prompted"), [("Hm, ja.", True), ("Label, ja.", True), ("Nou ja goed.", False)])
def test_a_nod_leaves_the_question_open_on_both_roads(between, prompted):
    turns = [("Een label dus?", True, True), (between, False, False), ("Een label.", False, False)]
    engine, slow = both(lexicon_of("L:label mits vraag (label)"), turns)
    assert engine == slow
    assert [hit.prompted for _, hit in slow if hit.text == 2] == [True] * prompted


@pytest.mark.parametrize(
    ("term", "text", "parts"),
    [
        ("P:zorg ~1~ (kind/normaal) ~0~ label", "Zorg kind normaal label.", [0, 2, 3]),
        ("P:heel ~0~ heel", "Dat is heel heel veel.", [2, 3]),
    ],
)
def test_an_ordered_term_finds_its_way(term, text, parts):
    matcher = Matcher(lexicon_of(term))
    [hit] = PlainMatcher(lexicon_of(term)).find([text], interviewer=[False], opens=[True])
    assert matcher.find([text]).parts(0) == list(hit.parts) == parts


def test_a_term_with_an_accent_takes_no_rule_away():
    found = Matcher(lexicon_of('X:"g\u00e9\u00e9n"', "L:normaal")).find(["Het was g\u00e9\u00e9n normale dag."])
    assert write_cues(found, np.arange(len(found))).to_pylist() == ["no cue", 'negation "geen" before']
