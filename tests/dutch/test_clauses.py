from itertools import pairwise

import pytest

from perspectieven.dutch.clauses import find_quotations, split_clauses
from perspectieven.dutch.compounds import may_follow, may_precede
from perspectieven.dutch.words import say, split_words
from perspectieven.matching.atoms import AtomIndex
from perspectieven.matching.vocabulary import Vocabulary

VOCABULARY = Vocabulary(AtomIndex())


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Ik denk niet dat het normaal is", ["ik denk niet", "dat het normaal is"]),
        ("Ze heeft nooit, eh, stress gehad", ["ze heeft nooit eh stress gehad"]),
        ("geen zorgen en stress", ["geen zorgen en stress"]),
        ("hij is boos en dan gaat hij", ["hij is boos", "en dan gaat hij"]),
        ("modder maar wat aan", ["modder maar wat aan"]),
        ("niet boos, maar verdrietig", ["niet boos", "maar verdrietig"]),
        ("in al die jaren nooit", ["in al die jaren nooit"]),
        ("niet duidelijk wat de gemeente wil", ["niet duidelijk", "wat de gemeente wil"]),
        ("net als de rest", ["net als de rest"]),
        ("ik vind dat normaal", ["ik vind dat normaal"]),
        ("ik vind dat hij boos is", ["ik vind", "dat hij boos is"]),
        ("of dat normaal is", ["of dat normaal is"]),
        ("niet raar maar normaal", ["niet raar", "maar normaal"]),
        ("niet zeg maar boos", ["niet zeg maar boos"]),
        ("ze eet niet en is somber", ["ze eet niet", "en is somber"]),
        ("niet gehoord en gezien", ["niet gehoord en gezien"]),
        ("ik weet niet waarom hij boos is", ["ik weet niet", "waarom hij boos is"]),
        ("wij als gemeente vinden dat", ["wij als gemeente vinden dat"]),
        ("Ja. Nee.", ["ja", "nee"]),
    ],
)
def test_clauses(text, clauses):
    words = split_words([text])
    lexeme = VOCABULARY.look_up(words)
    known = VOCABULARY.lexemes
    _, starts = split_clauses(known.form[lexeme], lexeme, known.kinds, words.after, words.sentences)
    assert [say(words, first, end) for first, end in pairwise(starts)] == clauses


@pytest.mark.parametrize(
    ("part", "rest", "may"),
    [
        ("buur", "vrouw", True),
        ("buur", "t", False),
        ("diagnos", "tiek", True),
        ("gezin", "sprobleem", True),
        ("weerbaar", "heid", True),
    ],
)
def test_what_may_follow_a_part(part, rest, may):
    assert may_follow(part, rest) is may


@pytest.mark.parametrize(
    ("rest", "part", "may"),
    [("faalangst", "stoornis", True), ("ab", "normaal", False), ("hulpverlenings", "molen", True)],
)
def test_what_may_precede_a_part(rest, part, may):
    assert may_precede(rest, part) is may


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("ze zei 'hij is raar' en ging", ["hij", "is", "raar"]),
        ("'t is 'n dipje, zo'n 'fase'.", ["fase"]),
        ('ze zei: "laat maar." en ging', ["laat", "maar"]),
        ("een ' die nooit sluit", []),
    ],
)
def test_quotations(text, quoted):
    words = split_words([text])
    found = find_quotations(words.letters, words.starts, words.ends, words.texts, words.sentences)
    assert [say(words, at, at + 1) for at in range(len(found)) if found[at] >= 0] == quoted
