"""Surface forms of Dutch lemmas: a large form dictionary, completed by the rules, corrected by a list of exceptions.

No source is enough alone. The dictionary (simplemma's, 370,000 forms) knows irregular plurals but few compounds, gives
each form to one lemma only, and has forms nobody says (*boekde*); the rules know any word but no exceptions. An unknown
compound is inflected as its last part: *schoolkinderen*. A word that the dictionary only has as a form of another
(*liep*, *ouders*) has no more forms.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from perspectieven.dutch.adjectives import compared, inflected, is_gradable, looks_like_adjective, partitive
from perspectieven.dutch.form_dictionary import first_known, guessed, is_known, known_forms, looked_up
from perspectieven.dutch.irregular import (
    ADJECTIVES,
    ALSO,
    NEVER,
    NO_VERBS,
    NOUNS_ONLY,
    ONE_FORM,
    PARTICLES,
    VERBS,
    WHOLE,
)
from perspectieven.dutch.nouns import diminutives, plurals
from perspectieven.dutch.verbs import is_strong, is_strong_participle, looks_like_infinitive, verb_forms, wrong_forms

__all__ = ["forms_of", "is_known", "is_verb", "is_verb_form", "lemma_of"]

_LINKS = ("", "s", "e", "en", "n", "-")
_SHORTEST_HEAD = 3
_SHORTEST_BEFORE_VERB = 4
_NUMBER = re.compile(r"(.*(tig|tien|honderd|duizend)|miljoen|miljard|elf|twaalf|[^n]*acht)$")
_GE = ("ge", "be", "ver", "ont", "her", "over", "onder")


def is_verb(lemma: str) -> bool:
    """Say whether a lemma is an infinitive: it ends like one and has other forms of a verb, or no other reading.

    >>> is_verb("verwijzen"), is_verb("stoppen"), is_verb("jongen"), is_verb("jeugdartsen")
    (True, True, False, False)
    """
    return lemma.endswith("n") and _is_infinitive(lemma)


@cache
def _is_infinitive(lemma: str) -> bool:
    if lemma in NO_VERBS or is_strong_participle(lemma) or not looks_like_infinitive(lemma):
        return False
    if lemma in VERBS or is_strong(lemma):
        return True
    if is_known(lemma) or known_forms(lemma):
        own = (verb_forms(lemma) & known_forms(lemma)) - {lemma}
        return bool(own) or is_known(f"{lemma}d") or is_known(f"{lemma}de")
    head = _head(lemma)
    short = head is not None and len(lemma) - len(head) < _SHORTEST_BEFORE_VERB
    return head is None or short or (is_verb(head) and looked_up(head) == head)


@lru_cache(maxsize=1 << 13)
def lemma_of(form: str) -> str | None:
    """Return the lemma of a form by lookup and else by simplemma's rules, or None where neither has one.

    >>> lemma_of("verwees"), lemma_of("wmo-doelgroepen"), lemma_of("knuffelgesprek")
    ('verwijzen', 'wmo-doelgroep', None)
    """
    lemma = looked_up(form)
    return guessed(form) if lemma is None else _without_particle(lemma, form)


def _without_particle(lemma: str, form: str) -> str:
    """Return the verb itself where the dictionary names one with a particle: *staan* for *gestaan*, not *afstaan*."""
    if lemma == form or not lemma.endswith("n") or not lemma.startswith(PARTICLES):
        return lemma
    for particle in PARTICLES:
        verb = lemma.removeprefix(particle)
        if verb != lemma and not form.startswith(particle) and is_verb(verb) and form in verb_forms(verb):
            return verb
    return lemma


def is_verb_form(form: str) -> bool:
    """Say whether a word is a form of some verb.

    >>> is_verb_form("belt"), is_verb_form("kleuter")
    (True, False)
    """
    lemma = lemma_of(form)
    return lemma is not None and is_verb(lemma)


@lru_cache(maxsize=1 << 11)
def forms_of(lemma: str) -> frozenset[str]:
    """Return every surface form of a lemma, itself included.

    >>> sorted(forms_of("etiket"))
    ['etiket', 'etiketje', 'etiketjes', 'etiketten']
    >>> {"verwijst", "verwees", "verwezen"} <= forms_of("verwijzen")
    True
    >>> sorted(forms_of("schoolkind")), forms_of("liep")
    (['schoolkind', 'schoolkinderen', 'schoolkindje', 'schoolkindjes'], frozenset({'liep'}))
    """
    if lemma in ONE_FORM:
        return frozenset({lemma}) | ALSO.get(lemma, frozenset())
    return (_made(lemma) | ALSO.get(lemma, frozenset())) - NEVER.get(lemma, frozenset()) | {lemma}


def _made(lemma: str) -> frozenset[str]:
    if is_verb(lemma):
        known = frozenset() if lemma in WHOLE else known_forms(lemma) - wrong_forms(lemma)
        return verb_forms(lemma) | known | _with_plural(known)
    if lemma in NO_VERBS:
        return known_forms(lemma) - verb_forms(lemma) - wrong_forms(lemma)
    if known_forms(lemma) - {lemma}:
        return _complete(lemma)
    if is_known(lemma):
        return _more_of_form(lemma)
    if is_known(lemma.capitalize()):
        return frozenset(form.lower() for form in known_forms(lemma.capitalize()))
    if head := _head(lemma):
        before = lemma.removesuffix(head)
        return frozenset() if is_verb(head) else frozenset(f"{before}{form}" for form in _as_last_part(head))
    if looks_like_adjective(lemma) or lemma in ADJECTIVES:
        return _adjective(lemma, graded=is_gradable(lemma))
    return _noun(lemma) if lemma.isalpha() or "-" in lemma else frozenset()


def _complete(lemma: str) -> frozenset[str]:
    """Return the forms of a noun or adjective (or both) that the dictionary has forms of, and those that it lacks."""
    known = known_forms(lemma) - {lemma}
    small = {form for form in known if form.endswith(("je", "jes"))}
    described = known.intersection(inflected(lemma))
    degrees = _degrees(lemma)
    graded = not known.isdisjoint(form for form in degrees if not form.endswith("er"))
    forms = set(known)
    if _NUMBER.fullmatch(lemma):
        return frozenset(known | _with_plural(known))
    is_noun = small or _plurals_in(known, lemma)
    is_adjective = lemma not in NOUNS_ONLY and (
        graded or is_gradable(lemma) or (not is_noun and (looks_like_adjective(lemma) or bool(described)))
    )
    if is_adjective:
        forms |= _adjective(lemma, graded=graded)
    if small or (not is_adjective and _plurals_in(known, lemma)):
        if not _plurals_in(known, lemma):
            forms |= set([form for form in plurals(lemma) if is_known(form) and not form.endswith("s")][:1])
        forms |= _with_plural(small) or _diminutive(lemma)
    return frozenset(forms)


def _degrees(adjective: str) -> frozenset[str]:
    return compared(adjective, first_known(inflected(adjective) or (f"{adjective}e",)))


def _plurals_in(known: frozenset[str], noun: str) -> set[str]:
    """Return the plurals among the known forms: *leraars* and *leraren*, but not *groeps* beside *groepen*."""
    found = [form for form in plurals(noun) if form in known]
    both = found if noun.endswith(("aar", "or", "ier")) else found[:1]
    return {*both, *(form for form in known if form.endswith("eren") and form.startswith(noun[:2]))}


@cache
def _as_last_part(head: str) -> frozenset[str]:
    """Return the forms of a word as the last part of a compound: without those that only old texts have."""
    forms = forms_of(head)
    small = {form for form in forms if form.endswith(("je", "jes"))}
    if not small or (head not in NOUNS_ONLY and forms & _degrees(head)):
        return forms
    return frozenset({head} | small | _plurals_in(forms, head))


def _more_of_form(form: str) -> frozenset[str]:
    """Return what belongs to a word that the dictionary has only as a form of another: little or nothing.

    A participle has its form in *-e*, *volwassene* its plural, and the stem of a verb may be a noun (*haak*, *haakje*).
    """
    lemma = looked_up(form)
    if lemma is None or lemma == form:
        return frozenset()
    if is_verb(lemma):
        if form in verb_forms(lemma) and not verb_forms(lemma).isdisjoint(inflected(form)) and form.startswith(_GE):
            return frozenset(inflected(form)) & verb_forms(lemma)
        small = {word for word in diminutives(form) if looked_up(word) in {word, form}}
        return frozenset(_with_plural(small) | {word for word in plurals(form) if small and is_known(word)})
    return frozenset({f"{form}n"}) if form.endswith("e") and looked_up(f"{form}n") in {lemma, form} else frozenset()


def _adjective(adjective: str, *, graded: bool) -> frozenset[str]:
    """Return the forms of an adjective; without those that the dictionary gives to another word (*langs*)."""
    if not (described := inflected(adjective)):
        return frozenset(form for form in partitive(adjective) if looked_up(form) in {None, adjective})
    ending = first_known(described)
    more = {*partitive(adjective), *(compared(adjective, ending) if graded else ())}
    own = {form for form in more if looked_up(form) in {None, adjective} or form.startswith(f"{adjective}st")}
    people = {f"{ending}n"} if looked_up(f"{ending}n") in {adjective, ending} else set()
    return frozenset({ending} | own | people)


def _noun(noun: str) -> frozenset[str]:
    return frozenset({first_known(plurals(noun))} | _diminutive(noun))


def _diminutive(noun: str) -> set[str]:
    return _with_plural({first_known(diminutives(noun))}) if diminutives(noun) else set()


def _with_plural(small: Iterable[str]) -> set[str]:
    """Return the diminutives among some forms, and their plurals."""
    singular = {form for form in small if form.endswith("je")}
    return singular | {f"{form}s" for form in singular}


@cache
def _head(word: str) -> str | None:
    """Return the last part of a compound: the longest word after something that is a word.

    >>> _head("knuffelgesprek"), _head("faalangst"), _head("weirdo")
    ('gesprek', 'angst', None)
    """
    for cut in range(2, len(word) - _SHORTEST_HEAD + 1):
        if is_known(word[cut:]) and word[:cut] != "ge" and _may_begin(word[:cut]):
            return word[cut:]
    return None


def _may_begin(part: str) -> bool:
    return any(
        part.endswith(link) and len(part) > len(link) + 1 and is_known(part.removesuffix(link)) for link in _LINKS
    )
