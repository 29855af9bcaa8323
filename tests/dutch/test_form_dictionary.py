"""The form dictionary against the one that simplemma ships, and where it is kept."""

import pytest
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from perspectieven.dutch import form_dictionary
from perspectieven.dutch.form_dictionary import guessed, is_known, known_forms, looked_up


@pytest.fixture(scope="module")
def shipped():
    factory = DefaultDictionaryFactory()
    return factory, dict(factory.get_dictionary("nl").items())


def test_each_form_has_the_lemma_that_simplemma_gives(shipped):
    _, lemmas = shipped
    forms = sorted(lemmas)[::5]
    assert len(forms) > 70_000
    assert [form for form in forms if not is_known(form)] == []
    assert [form for form in forms if looked_up(form) != lemmas[form].replace("_", "")] == []


def test_words_that_simplemma_lacks_are_not_known(shipped):
    _, lemmas = shipped
    words = ["", "x" * 5_000, *(f"{form}{more}" for form in sorted(lemmas)[::50] for more in ("q", "ë", "-", "'"))]
    words = [word for word in words if word not in lemmas]
    assert len(words) > 29_000
    assert [word for word in words if is_known(word) or looked_up(word) is not None] == []


def test_each_lemma_has_all_its_forms(shipped):
    _, lemmas = shipped
    forms: dict[str, set[str]] = {}
    for form, lemma in lemmas.items():
        forms.setdefault(lemma.replace("_", ""), set()).add(form.lower())
    some = sorted(forms)[::5]
    assert [lemma for lemma in some if known_forms(lemma) != forms[lemma]] == []


@pytest.mark.parametrize("word", ["wmo-doelgroepen", "knuffelgesprek", "Amsterdam's", "herschoolden", "appje", ""])
def test_rules_guess_what_they_guess_with_the_dictionary_of_simplemma(shipped, word):
    factory, _ = shipped
    lemmatizer = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=factory))
    lemma = lemmatizer.lemmatize(word, lang="nl").replace("_", "") if word else ""
    assert guessed(word) == (None if lemma == word else lemma)


def test_tries_are_made_once(tmp_path, monkeypatch):
    folder = tmp_path / "forms"
    made = form_dictionary._open_trie("lemmas.marisa", folder)
    assert {path.name for path in folder.iterdir()} == {"lemmas.marisa", "forms.marisa"}
    assert made["verwees"] == [b"verwijzen"]
    monkeypatch.setattr(form_dictionary, "DefaultDictionaryFactory", None)
    assert b"kinderen" in form_dictionary._open_trie("forms.marisa", folder)["kind"]
