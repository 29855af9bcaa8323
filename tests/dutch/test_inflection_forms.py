"""Forms of words against reviewed forms, against a word list where the machine has one, and what always holds."""

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perspectieven import read_lexicon
from perspectieven.dutch.form_dictionary import known_forms
from perspectieven.dutch.inflection import forms_of, is_verb, lemma_of
from perspectieven.dutch.irregular import WHOLE
from perspectieven.dutch.verbs import is_strong, verb_forms, weak_ending
from perspectieven.lexicon.notation import Bag, Choice, Pattern, Sequence, Word

FORMS = Path(__file__).with_name("forms.tsv")
WORD_LIST = Path("/usr/share/dict/dutch")
SHARE_IN_WORD_LIST = 0.6
"""Of the forms of lexicon words in the word list (0.63 when written); it lacks most diminutives and compared forms."""

LED_AWAY = 0.008
"""Of the forms of lexicon words (0.0072 when written)."""

ONSETS = "b bl br d dr f fl g gr h j k kl kr l m n p pl pr r s sch sl sp st str t tr v w z".split()
OPEN_STEMS = "aap ek ijs oep oed ind amp ers elv aaz ol el".split()
WORDS = st.text("abdefghijklmnoprstuvwyzéë'", min_size=1, max_size=14)


def read_forms() -> list[dict[str, str]]:
    with FORMS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def lexicon_words() -> tuple[str, ...]:
    """Every word of which the shipped lexicon asks all forms."""
    codes = read_lexicon("normaliseren").codes
    terms = [term for code in codes for term in (*code.terms, *code.blockers)]
    patterns = [pattern for term in terms for pattern in (term.pattern, *(c.pattern for c in term.conditions))]
    return tuple(sorted({word for pattern in patterns for word in _words(pattern)}))


def _words(pattern: Pattern) -> list[str]:
    match pattern:
        case Word(text, literal):
            return [] if literal else [text.lower()]
        case Sequence(parts) | Bag(parts) | Choice(parts):
            return [word for part in parts for word in _words(part)]
        case _:
            return []


def test_reviewed_forms():
    missing = {row["lemma"]: set(row["made"].split()) - forms_of(row["lemma"]) for row in read_forms()}
    wrong = {row["lemma"]: set(row["not_made"].split()) & forms_of(row["lemma"]) for row in read_forms()}
    assert {lemma: forms for lemma, forms in missing.items() if forms} == {}
    assert {lemma: forms for lemma, forms in wrong.items() if forms} == {}


def test_reviewed_words_of_one_form_have_no_other():
    of_one_form = [row for row in read_forms() if row["class"] == "one form"]
    assert {row["lemma"]: forms_of(row["lemma"]) for row in of_one_form} == {
        row["lemma"]: {row["lemma"], *row["made"].split()} for row in of_one_form
    }


def test_reviewed_verbs_are_verbs_and_other_words_are_not():
    rows = read_forms()
    assert {row["lemma"] for row in rows if is_verb(row["lemma"])} == {
        row["lemma"] for row in rows if row["class"] == "verb"
    }


def test_reviewed_words_are_many_and_listed_once():
    lemmas = [row["lemma"] for row in read_forms()]
    assert len(lemmas) == len(set(lemmas))
    assert len(lemmas) >= 250


@pytest.mark.skipif(not WORD_LIST.is_file(), reason=f"no {WORD_LIST}; apt-get install wdutch")
def test_forms_of_lexicon_words_are_words():
    listed = frozenset(WORD_LIST.read_text(encoding="utf-8").split("\n"))
    made = [form for word in lexicon_words() if word in listed for form in forms_of(word) - {word}]
    assert sum(form in listed for form in made) / len(made) >= SHARE_IN_WORD_LIST


def test_verbs_have_no_diminutives_but_those_in_the_dictionary():
    small = {
        word: {form for form in forms_of(word) if form.endswith("je")} - known_forms(word)
        for word in lexicon_words()
        if is_verb(word)
    }
    assert {word: forms for word, forms in small.items() if forms} == {}


def test_nouns_and_adjectives_have_no_participles_but_those_in_the_dictionary():
    made = {
        word: {form for form in forms_of(word) if form.startswith("ge") and not word.startswith("ge")}
        - known_forms(word)
        for word in lexicon_words()
        if not is_verb(word)
    }
    assert {word: forms for word, forms in made.items() if forms} == {}


def test_the_dictionary_leads_forms_of_lexicon_words_back():
    """To the word, or to one of its forms (a participle, *strafje*); the rest are homographs (*las* to *lassen*)."""
    led = [(word, form, lemma_of(form)) for word in lexicon_words() for form in forms_of(word) - {word}]
    away = [(word, form) for word, form, lemma in led if lemma not in {None, lemma_of(word), *forms_of(word)}]
    assert len(away) / len(led) <= LED_AWAY


@given(WORDS)
@example("u")
def test_any_word_has_itself_as_form_and_nothing_malformed(word):
    forms = forms_of(word)
    assert word in forms
    assert all(form and form == form.strip() and form == form.lower() for form in forms)


@given(st.sampled_from(ONSETS), st.sampled_from(OPEN_STEMS))
def test_a_weak_verb_has_one_past(onset, stem):
    infinitive = f"{onset}{stem}en"
    forms = verb_forms(infinitive)
    endings = {form[-2] for form in forms if form.endswith(("te", "de")) and f"{form}n" in forms}
    assert is_strong(infinitive) or endings == {weak_ending(infinitive)}


@given(st.sampled_from(sorted(WHOLE)))
def test_irregular_verbs_have_the_forms_of_the_list(infinitive):
    assert set(WHOLE[infinitive]) <= forms_of(infinitive)
    assert is_verb(infinitive)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("merkte", "merken"), ("gestaan", "staan"), ("geknepen", "knijpen"), ("afgestaan", "afstaan"), ("", None)],
)
def test_a_form_is_led_back_to_the_verb_without_a_particle_that_it_lacks(form, lemma):
    assert lemma_of(form) == lemma
