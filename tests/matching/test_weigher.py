"""Weighing: terms among the words around them, codes that signs alone tell of, and rules that do not decide."""

from dataclasses import replace

import numpy as np
import pytest

from perspectieven.coding import code_texts, code_transcripts
from perspectieven.dutch.words import split_words
from perspectieven.lexicon import Lexicon
from perspectieven.lexicon.signs import ANY, ELSEWHERE, Rule, Signs
from perspectieven.matching import signs as kinds
from perspectieven.transcript import Speaker, Transcript, Turn
from tests.lexicon.networks import network_of
from tests.matching.lexicons import lexicon_of

FILLING = "de buurman kwam gisteren langs met zijn oude fiets en een tas vol appels uit eigen tuin voor onze keuken "
"""Twenty distinct words that are no signs."""
INTERVIEWER = Speaker("interviewer", None, "interviewer")
MOTHER = Speaker("moeder", "ouders")


def with_signs(
    lexicon: Lexicon,
    said: dict[str, float],
    asked: dict[str, float] | None = None,
    against: dict[str, float] | None = None,
    shift: tuple[str, str] = ("X-X", "negated"),
    **records,
) -> Lexicon:
    """Return a lexicon in which words said and asked have a weight for its one code, and some for a shift of it."""
    rows = [*((kinds.WORD, *item) for item in said.items()), *((kinds.ASKED, *item) for item in (asked or {}).items())]
    keys = [int(kinds.word_key(kind, split_words([word]).keys[0])) for kind, word, _ in rows]
    weights = np.array([[weight, (against or {}).get(word, 0.0)] for _, word, weight in rows])
    rule = Rule(
        of_term=(10.0, 0.0, 1.0, -1.0),
        of_signs=(0.0, 10.0, -5.0),
        shift_of_term=(0.0, 0.0, 1.0, -9.0, 0.0, -1.0) * 3,
        shift_of_signs=(0.0, 0.0, 1.0, -9.0, 0.0, -0.5) * 3,
        elsewhere=(0.5,),
    )
    given = {"record": {("X-X", term.notation): (5, 3) for term in lexicon.codes[0].terms}, "rules": {}, **records}
    columns = (weights, np.zeros(2), np.zeros(1), np.full((1, 3), 0.1))
    names = (("X-X",), (shift,))
    made = Signs.make(*names, np.array(keys, np.uint64), *columns, given["record"], given["rules"], rule, network_of(1))
    return replace(lexicon, signs=made)


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(row.term, row.matched_text) for row in code_texts([text], lexicon).itertuples()]


@pytest.mark.parametrize(("weight", "counts"), [(3.0, True), (-3.0, False), (0.0, False)])
def test_a_term_counts_where_the_words_around_it_are_for_it(weight, counts):
    lexicon = with_signs(lexicon_of("L:druk"), {"werk": weight, "druk": 0.0})
    assert found(lexicon, f"Het was druk op het werk, {FILLING}.") == [("L:druk", "druk")] * counts


def test_a_term_that_nobody_measured_counts():
    lexicon = with_signs(lexicon_of("L:druk"), {"werk": -3.0}, record={})
    assert found(lexicon, f"Het was druk op het werk, {FILLING}.") == [("L:druk", "druk")]


@pytest.mark.parametrize(("right", "counts"), [(2, True), (1, False)])
def test_a_core_term_counts_as_long_as_it_was_never_wrong(right, counts):
    lexicon = with_signs(lexicon_of("L:druk"), {"werk": -3.0}, record={("X-X", "L:druk"): (2, right)})
    assert found(lexicon, f"Het was druk op het werk, {FILLING}.") == [("L:druk", "druk")] * counts


def test_a_short_text_is_not_weighed():
    lexicon = with_signs(lexicon_of("L:druk"), {"werk": -3.0, "fiets": 9.0})
    assert found(lexicon, "Het was druk op het werk met de fiets.") == [("L:druk", "druk")]


@pytest.mark.parametrize(
    ("record", "doubted"), [((10, 1), True), ((10, 2), False), ((9, 0), False), ((40, 7), True), ((0, 0), False)]
)
def test_in_a_short_text_a_term_that_is_seldom_right_leaves_a_doubt(record, doubted):
    lexicon = with_signs(lexicon_of("L:druk"), {"werk": 9.0}, record={("X-X", "L:druk"): record})
    short, long = "Het was druk op het werk.", f"Het was druk op het werk, {FILLING}."
    [in_short, in_long] = code_texts([short, long], lexicon).itertuples()
    assert (in_short.needs_review, in_long.needs_review) == (doubted, False)
    assert in_short.cue == (
        "review: a term that is seldom right, and too few words to weigh it" if doubted else "no cue"
    )


def test_signs_alone_give_a_code_and_leave_a_doubt():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0, "appels": 4.0})
    [row] = code_texts([f"Nee. {FILLING}. Tot morgen."], lexicon).itertuples()
    assert (row.code, row.term, row.stance, row.voice, row.needs_review) == (
        "X-X",
        "(aanwijzingen)",
        "affirmed",
        "own",
        True,
    )
    assert "fiets" in row.matched_text
    assert "appels" in row.matched_text
    assert row.cue.startswith('signs "')
    assert row.cue.endswith("review: signs alone")


SHIFTED = [
    ("negated", "negated", "own", "denied by signs"),
    ("hypothetical", "hypothetical", "own", "supposed by signs"),
    ("other", "affirmed", "other", "another's view by signs"),
]
"""Turns, and what a mention that takes it says in the table."""


@pytest.mark.parametrize(("shift", "stance", "voice", "rule"), SHIFTED)
def test_what_signs_alone_give_they_may_turn(shift, stance, voice, rule):
    told = {"fiets": 5.0, "appels": 4.0}
    for against, row_is in ((9.0, (stance, voice)), (1.0, ("affirmed", "own"))):
        lexicon = with_signs(lexicon_of("L:druk"), told, against={"fiets": against}, shift=("X-X", shift))
        [row] = code_texts([f"Nee. {FILLING}. Tot morgen."], lexicon).itertuples()
        assert (row.term, row.stance, row.voice, row.needs_review) == ("(aanwijzingen)", *row_is, True)
        assert (f"; {rule}; " in row.cue) == (against == 9.0)


@pytest.mark.parametrize(("shift", "stance", "voice", "rule"), SHIFTED)
def test_what_a_term_found_signs_turn_where_no_rule_says_anything(shift, stance, voice, rule):
    told = {"fiets": 5.0}
    lexicon = with_signs(lexicon_of("L:druk"), told, against={"fiets": 7.0}, shift=("X-X", shift))
    [row] = code_texts([f"Het was druk en {FILLING}."], lexicon).itertuples()
    assert (row.term, row.stance, row.voice, row.needs_review) == ("L:druk", stance, voice, True)
    assert row.cue == f"{rule}; review: signs alone"
    lexicon = with_signs(lexicon_of("L:druk"), told, against={"fiets": 4.0}, shift=("X-X", shift))
    [row] = code_texts([f"Het was druk en {FILLING}."], lexicon).itertuples()
    assert (row.stance, row.voice, row.cue) == ("affirmed", "own", "no cue")


@pytest.mark.parametrize(
    ("said", "stance", "voice"),
    [
        ("Het was niet druk", "negated", "own"),
        ("Stel dat het druk was", "hypothetical", "own"),
        ("Zij vond het druk", "affirmed", "other"),
    ],
)
def test_where_a_rule_says_something_signs_turn_nothing(said, stance, voice):
    for shift, *_ in SHIFTED:
        lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0}, against={"fiets": 9.0}, shift=("X-X", shift))
        [row] = code_texts([f"{said}. Dat was het. {FILLING}."], lexicon).itertuples()
        assert (row.stance, row.voice) == (stance, voice)
        assert "by signs" not in row.cue


def test_in_few_words_signs_turn_nothing():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0}, against={"fiets": 9.0})
    [row] = code_texts(["Het was druk op de fiets."], lexicon).itertuples()
    assert (row.stance, row.cue) == ("affirmed", "no cue")


@pytest.mark.parametrize(("weight", "counts"), [(9.0, False), (1.0, True)])
def test_what_signs_say_for_one_code_may_speak_against_another(weight, counts):
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0, "appels": 4.0})
    keys = [int(kinds.word_key(kinds.WORD, split_words([word]).keys[0])) for word in ("fiets", "appels", "tuin")]
    weights = np.array([[5.0, 0.0], [4.0, 0.0], [0.0, weight]])
    columns = (np.array(keys, np.uint64), weights, np.zeros(2), np.zeros(2), np.full((2, 3), 0.1))
    network = network_of(2, [[0.0, 0.0], [-2.0, 0.0]])
    rule = lexicon.signs.rule._replace(of_signs=(10.0, 0.0, -5.0), elsewhere=())
    made = Signs.make(("X-X", "Y-Y"), (), *columns, lexicon.signs.record, {}, rule, network)
    for said, term in ((f"Nee. {FILLING}.", "(aanwijzingen)"), (f"Het was druk. {FILLING}.", "L:druk")):
        assert [term for term, _ in found(replace(lexicon, signs=made), said)] == [term] * counts


def test_where_signs_say_next_to_nothing_they_give_no_code():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 0.1})
    rule = lexicon.signs.rule._replace(of_signs=(0.0, 0.0, 1.0))
    assert not found(replace(lexicon, signs=replace(lexicon.signs, rule=rule)), f"Nee. {FILLING}.")
    assert found(replace(lexicon, signs=replace(with_signs(lexicon, {"fiets": 1.0}).signs, rule=rule)), f"{FILLING}.")


def test_a_code_that_signs_do_not_know_is_given_by_its_terms_alone():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 9.0})
    lexicon = replace(lexicon, codes=(replace(lexicon.codes[0], id="X-Y"),))
    assert found(lexicon, f"Het was druk. {FILLING}.") == [("L:druk", "druk")]
    assert not found(lexicon, f"Nee. {FILLING}.")


def test_where_a_term_counts_signs_add_nothing():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0, "appels": 4.0})
    assert found(lexicon, f"Het was druk en {FILLING}.") == [("L:druk", "druk")]


def test_the_question_is_a_sign_too_and_only_the_last_one():
    lexicon = with_signs(lexicon_of("L:druk"), {"druk": 0.0}, {"werk": 9.0})
    turns = [(INTERVIEWER, "Hoe is het werk?"), (MOTHER, FILLING), (INTERVIEWER, "En thuis?"), (MOTHER, FILLING)]
    talk = Transcript("g", tuple(Turn("g", at, who.id, text, speaker=who) for at, (who, text) in enumerate(turns)))
    _, codings = code_transcripts(
        [talk, replace(talk, id="h", turns=tuple(replace(t, transcript_id="h") for t in talk.turns))], lexicon
    )
    assert list(zip(codings["transcript_id"], codings["turn_index"], strict=True)) == [("g", 1), ("h", 1)]


def test_what_signs_alone_give_is_prompted_by_a_term_in_the_question():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 9.0})
    for question, prompted in (("Is het druk?", True), ("Is het rustig?", False)):
        turns = (Turn("g", 0, "i", question, speaker=INTERVIEWER), Turn("g", 1, "m", FILLING, speaker=MOTHER))
        _, codings = code_transcripts([Transcript("g", turns)], lexicon)
        assert codings["prompted"].tolist() == [prompted]


def test_a_rule_that_is_seldom_right_does_not_decide():
    text = f"Het was niet druk, {FILLING}."
    rule = "negation {} before"
    for rules, stance, cue in (
        ({("X-X", rule): (9, 8)}, "negated", 'negation "niet" before'),
        ({("X-X", rule): (9, 1)}, "affirmed", 'review: unsure of negation "niet" before'),
    ):
        [row] = code_texts([text], with_signs(lexicon_of("L:druk"), {"druk": 9.0}, rules=rules)).itertuples()
        assert (row.stance, row.cue, row.needs_review) == (stance, cue, stance == "affirmed")


def test_a_long_turn_is_weighed_in_passages():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 9.0})
    other = FILLING.replace("fiets", "kar")
    codings = code_texts([" ".join([f"{other}."] * 4 + [f"{FILLING}."] + [f"{other}."] * 4)], lexicon)
    assert codings["matched_text"].str.contains("fiets").tolist() == [True]


ABOUT_SOMETHING_ELSE = (ANY, ELSEWHERE)


@pytest.mark.parametrize(
    "text", [f"Het was druk en {FILLING}.", "Druk met de fiets.", f"{FILLING}. Het was druk. {FILLING}."]
)
def test_in_a_text_about_something_else_nothing_counts(text):
    for weight, counts in ((6.0, False), (1.0, True)):
        said = {"fiets": 5.0, "druk": 5.0}
        lexicon = with_signs(lexicon_of("L:druk"), said, against={"fiets": weight}, shift=ABOUT_SOMETHING_ELSE)
        assert bool(found(lexicon, text)) == counts


def test_a_term_that_nobody_measured_counts_in_any_text():
    lexicon = with_signs(
        lexicon_of("L:druk"), {"fiets": 5.0}, against={"fiets": 9.0}, shift=ABOUT_SOMETHING_ELSE, record={}
    )
    assert found(lexicon, "Druk met de fiets.") == [("L:druk", "Druk")]


def test_what_an_interviewer_asks_may_be_about_anything():
    lexicon = with_signs(lexicon_of("L:druk"), {"fiets": 5.0}, against={"fiets": 9.0}, shift=ABOUT_SOMETHING_ELSE)
    asked = Turn("gesprek", 0, "I", "Is het druk met de fiets?", speaker=INTERVIEWER)
    answer = Turn("gesprek", 1, "M", "Nee.", speaker=MOTHER)
    _, codings = code_transcripts([Transcript("gesprek", (asked, answer))], lexicon)
    assert codings["stance"].tolist() == ["negated"]
