"""The form dictionary: which lemma a Dutch form belongs to, and the forms of a lemma, as simplemma ships them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_FACTORY = DefaultDictionaryFactory()
_LEMMATIZER = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_FACTORY))


@cache
def _form_dictionary() -> dict[str, str]:
    return dict(_FACTORY.get_dictionary("nl").items())


@cache
def _forms_by_lemma() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in _form_dictionary().items():
        forms[lemma.replace("_", "")].add(form.lower())
    return {lemma: frozenset(found) for lemma, found in forms.items()}


def is_known(form: str) -> bool:
    """Say whether the form dictionary has a word."""
    return form in _form_dictionary()


def looked_up(form: str) -> str | None:
    """Return the lemma that the form dictionary gives a form, or None where it has none.

    >>> looked_up("verwees"), looked_up("knuffelgesprek")
    ('verwijzen', None)
    """
    lemma = _form_dictionary().get(form)
    return None if lemma is None else lemma.replace("_", "")


def guessed(form: str) -> str | None:
    """Return the lemma that simplemma's rules make of a form that the dictionary lacks, or None.

    >>> guessed("wmo-doelgroepen"), guessed("knuffelgesprek")
    ('wmo-doelgroep', None)
    """
    lemma = _LEMMATIZER.lemmatize(form, lang="nl").replace("_", "") if form else form
    return None if lemma == form else lemma


def known_forms(lemma: str) -> frozenset[str]:
    """Return the forms that the form dictionary gives to a lemma; it gives each form to one lemma only.

    >>> sorted(known_forms("etiket"))
    ['etiket', 'etiketje', 'etiketten']
    """
    return _forms_by_lemma().get(lemma, frozenset())


def first_known(candidates: Iterable[str]) -> str:
    """Return the first of some spellings that the form dictionary has, or else the first.

    >>> first_known(["wandelinkje", "wandelingetje"]), first_known(["knuffelinkje", "knuffelingetje"])
    ('wandelingetje', 'knuffelinkje')
    """
    listed = list(candidates)
    return next((candidate for candidate in listed if is_known(candidate)), listed[0])
