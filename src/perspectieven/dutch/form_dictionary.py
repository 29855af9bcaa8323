"""The form dictionary: which lemma a Dutch form belongs to, and the forms of a lemma, as simplemma ships them.

It is looked up in two tries, which are files: they take a few megabytes, and no time to open, where dictionaries of
Python take 200 and two seconds. They are made when first needed, per version of simplemma, in the cache folder of the
user.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import simplemma
from marisa_trie import BytesTrie
from platformdirs import user_cache_path
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.dictionary_factory import (
    DecodedStrMapping,
    DefaultDictionaryFactory,
    DictionaryFactory,
)

from perspectieven.writing import write_bytes

_LEMMAS, _FORMS = "lemmas.marisa", "forms.marisa"
_KEPT_IN = user_cache_path("perspectieven") / "forms" / f"simplemma-{simplemma.__version__}"


@cache
def _open_trie(name: str, folder: Path = _KEPT_IN) -> BytesTrie:
    """Open the lemma of each form, or the forms of each lemma."""
    if not (folder / name).is_file():
        _make_tries(folder)
    return BytesTrie().mmap(str(folder / name))


def _make_tries(folder: Path) -> None:
    lemmas = list(DefaultDictionaryFactory().get_dictionary("nl").items())
    forms = {(_whole(lemma), form.lower()) for form, lemma in lemmas}
    for name, pairs in ((_LEMMAS, lemmas), (_FORMS, forms)):
        write_bytes(folder / name, BytesTrie((key, value.encode()) for key, value in pairs).tobytes())


def _whole(lemma: str) -> str:
    """Return a lemma without the marks that simplemma puts between its parts."""
    return lemma.replace("_", "")


class _Lemmas(DecodedStrMapping):
    """The lemma of each form, as simplemma's rules ask for it."""

    __slots__ = ()

    def _lookup(self, key: str) -> str | None:
        found = _open_trie(_LEMMAS).get(key)
        return found[0].decode() if found else None

    def __iter__(self) -> Iterator[str]:
        return iter(_open_trie(_LEMMAS).iterkeys())

    def __len__(self) -> int:
        return len(_open_trie(_LEMMAS))


class _Factory(DictionaryFactory):
    """Hands the tries to simplemma's rules, which would load a dictionary of their own."""

    __slots__ = ()

    def get_dictionary(self, lang: str) -> _Lemmas:
        return _DICTIONARY


_DICTIONARY = _Lemmas()
_LEMMATIZER = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Factory()))


def is_known(form: str) -> bool:
    """Say whether the form dictionary has a word."""
    return form in _open_trie(_LEMMAS)


def looked_up(form: str) -> str | None:
    """Return the lemma that the form dictionary gives a form, or None where it has none.

    >>> looked_up("verwees"), looked_up("knuffelgesprek")
    ('verwijzen', None)
    """
    lemma = _DICTIONARY.get(form)
    return None if lemma is None else _whole(lemma)


def guessed(form: str) -> str | None:
    """Return the lemma that simplemma's rules make of a form that the dictionary lacks, or None.

    >>> guessed("wmo-doelgroepen"), guessed("knuffelgesprek")
    ('wmo-doelgroep', None)
    """
    lemma = _whole(_LEMMATIZER.lemmatize(form, lang="nl")) if form else form
    return None if lemma == form else lemma


def known_forms(lemma: str) -> frozenset[str]:
    """Return the forms that the form dictionary gives to a lemma; it gives each form to one lemma only.

    >>> sorted(known_forms("etiket"))
    ['etiket', 'etiketje', 'etiketten']
    """
    return frozenset(form.decode() for form in _open_trie(_FORMS).get(lemma, ()))


def first_known(candidates: Iterable[str]) -> str:
    """Return the first of some spellings that the form dictionary has, or else the first.

    >>> first_known(["wandelinkje", "wandelingetje"]), first_known(["knuffelinkje", "knuffelingetje"])
    ('wandelingetje', 'knuffelinkje')
    """
    listed = list(candidates)
    return next((candidate for candidate in listed if is_known(candidate)), listed[0])
