"""Kinds of words: the word lists of the rules, numbered for use in compiled code, and the words that rules name."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from perspectieven.dutch import cues
from perspectieven.dutch.inflection import is_verb, is_verb_form, lemma_of
from perspectieven.dutch.irregular import PARTICLES

_LISTS = (
    cues.HESITATIONS,
    cues.FILLERS,
    cues.CLUSTER_WORDS,
    cues.PARTICLE_PREPOSITIONS,
    cues.AFTER_PARTICLES,
    cues.SUBORDINATORS,
    cues.BEFORE_SUBJECT,
    cues.SUBJECTS,
    cues.OPEN_SUBJECTS,
    cues.ARTICLES,
    cues.RELATIVES,
    cues.POINTING_AFTER,
    cues.IN_A_ROLE,
    cues.ASKING_AFTER_NEGATOR,
    cues.SOFT_MAAR,
    cues.NO_BREAK_AFTER,
    cues.NEGATORS,
    cues.NOUN_NEGATORS,
    cues.HIGHER_VERBS,
    cues.BEFORE_DAT,
    cues.AFTER_NEGATOR,
    cues.MODIFIERS,
    cues.DENYING,
    cues.LACKING,
    cues.NO_OBJECT,
    cues.EXPERIENCED,
    cues.HAVING,
    cues.TAKING_BACK,
    cues.NO_LONGER,
    cues.LIGHT,
    cues.BARE_NOUNS,
    cues.SUPPOSERS,
    cues.WISHES,
    cues.OBLIGATIONS,
    cues.TAGS,
    cues.ASKING,
    cues.COMPARED,
    cues.ROLES,
    cues.QUALIFIERS,
    cues.QUESTION_OPENERS,
    cues.HABITUAL,
    cues.IRREALIS,
    cues.SURELY_UNREAL,
    cues.UNREAL,
    cues.FEARING,
    cues.SAYING,
    cues.JUDGING,
    cues.COPULAS,
    cues.DETERMINERS,
    cues.OWN_SUBJECTS,
    cues.INVERTING,
    cues.QUOTED_SUBJECTS,
    cues.ADOPTING,
    cues.ADOPTING_ALSO,
    cues.RESUMING,
    cues.OPEN_QUESTIONS,
    cues.YES,
    cues.NO,
    cues.HEDGES,
    cues.RULE_BOOKS,
    frozenset(cues.REPORTERS),
)
(
    HESITATION,
    FILLER,
    CLUSTER,
    PREPOSITION,
    AFTER_PARTICLE,
    SUBORDINATOR,
    BEFORE_SUBJECT,
    SUBJECT,
    OPEN_SUBJECT,
    ARTICLE,
    RELATIVE,
    POINTING_AFTER,
    IN_A_ROLE,
    ASKING_AFTER_NEGATOR,
    SOFT_MAAR,
    NO_BREAK_AFTER,
    NEGATOR,
    NOUN_NEGATOR,
    HIGHER_VERB,
    BEFORE_DAT,
    AFTER_NEGATOR,
    MODIFIER,
    DENYING,
    LACKING,
    NO_OBJECT,
    EXPERIENCED,
    HAVING,
    TAKING_BACK,
    NO_LONGER,
    LIGHT,
    BARE_NOUN,
    SUPPOSER,
    WISH,
    OBLIGATION,
    TAG,
    ASKING,
    COMPARED,
    ROLE,
    QUALIFIER,
    QUESTION_OPENER,
    HABITUAL,
    IRREALIS,
    SURELY_UNREAL,
    UNREAL,
    FEARING,
    SAYING,
    JUDGING,
    COPULA,
    DETERMINER,
    OWN_SUBJECT,
    INVERTING,
    QUOTED_SUBJECT,
    ADOPTING,
    ADOPTING_ALSO,
    RESUMING,
    OPEN_QUESTION,
    YES,
    NO,
    HEDGE,
    RULE_BOOK,
    REPORTER,
    FINITE,
    VERB_FORM,
    VERBAL,
    NON_FINITE,
) = range(len(_LISTS) + 4)
N_KINDS = len(_LISTS) + 4

_PARTICIPLE = re.compile(r"ge.*|(be|ver|ont|her).*d|.*ende?")
_NOT_WRITTEN_OUT = ("me", "z'n")
_SEPARABLE_OR_NOT = re.compile(rf"({'|'.join(PARTICLES)})?(ge|be|ver|ont|her)")
"""How a participle begins: *gedacht*, *meegedacht*."""

NAMED = (
    "aan al als betreft daar dan dat die dus eens en er erg geen gevoel gewoon he het hoor idee iets ik indien ja "
    "je jou kan kon laten maar mee meer mij mits mocht net niemand niet niets noch of om ons ook plaats stel te "
    "tenzij terwijl toch u van verre volgens voor want wat we wij zijn zo zoals zoiets zonder zou zouden"
).split()
"""Words that rules name one by one."""
(
    AAN, AL, ALS, BETREFT, DAAR, DAN, DAT, DIE, DUS, EENS, EN, ER, ERG, GEEN, GEVOEL, GEWOON, HE, HET, HOOR, IDEE,
    IETS, IK, INDIEN, JA, JE, JOU, KAN, KON, LATEN, MAAR, MEE, MEER, MIJ, MITS, MOCHT, NET, NIEMAND, NIET, NIETS,
    NOCH, OF, OM, ONS, OOK, PLAATS, STEL, TE, TENZIJ, TERWIJL, TOCH, U, VAN, VERRE, VOLGENS, VOOR, WANT, WAT, WE,
    WIJ, ZIJN, ZO, ZOALS, ZOIETS, ZONDER, ZOU, ZOUDEN,
) = range(1, len(NAMED) + 1)  # fmt: skip

REPORTER_NAMES = ("", "", *dict.fromkeys(name for name in cues.REPORTERS.values() if name))
"""Who may be reported; the first is nobody, the second whoever a pronoun stands for."""


@lru_cache(maxsize=1 << 12)
def kinds_of(form: str) -> tuple[int, ...]:
    """Return the kinds that a word is of; of a spoken short form, what it stands for counts as well.

    >>> PREPOSITION in kinds_of("op"), VERB_FORM in kinds_of("op"), VERB_FORM in kinds_of("belt")
    (True, False, True)
    """
    written_out = write_out(form)
    listed = _listed_kinds().get(form, ())
    if written_out != form:
        listed = (*listed, *_listed_kinds().get(written_out, ()))
    if form in cues.REDUCED:
        return listed
    return (*listed, *(kind for kind, holds in _VERBAL if holds(form)))


@cache
def _listed_kinds() -> dict[str, tuple[int, ...]]:
    """Return the lists that each listed word is in."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for kind, words in enumerate(_LISTS):
        for word in words:
            kinds[word].append(kind)
    return {word: tuple(found) for word, found in kinds.items()}


def listed_words() -> set[str]:
    """Return every word of every list, and the spoken short forms."""
    return set(cues.REDUCED).union(*_LISTS)


def reporter_of(form: str) -> int:
    """Return the place in `REPORTER_NAMES` of whom a word names.

    >>> REPORTER_NAMES[reporter_of("juf")], reporter_of("zij"), reporter_of("stoel")
    ('school', 1, 0)
    """
    name = cues.REPORTERS.get(write_out(form))
    return 0 if name is None else REPORTER_NAMES.index(name, 1)


def write_out(form: str) -> str:
    """Return what a spoken short form stands for, where that is one word and no other.

    Not *me*, nor *z'n*, which is the possessive but never the verb.

    >>> write_out("niks"), write_out("me"), write_out("z'n")
    ('niets', 'me', "z'n")
    """
    readings = cues.REDUCED.get(form, ())
    return readings[0] if len(readings) == 1 and form not in _NOT_WRITTEN_OUT else form


def is_finite(form: str) -> bool:
    """Say whether a word can only be a finite verb.

    >>> is_finite("werkt"), is_finite("werken"), is_finite("gewerkt"), is_finite("stress")
    (True, False, False, False)
    """
    if form in cues.STRONG_FINITE:
        return True
    regular = form.endswith(("t", "de", "te")) and not is_verb(form) and _PARTICIPLE.fullmatch(form) is None
    return regular and is_verb_form(form)


def _is_verbal(form: str) -> bool:
    """Say whether a word is an infinitive or participle, an auxiliary included."""
    lemma = lemma_of(form)
    is_participle = lemma is not None and is_verb(lemma) and _SEPARABLE_OR_NOT.match(form) is not None
    return form == "te" or is_verb(form) or is_participle


def _is_non_finite(form: str) -> bool:
    """Say whether a word is an infinitive or participle, which takes the negation before it for itself."""
    lemma = lemma_of(form)
    verbal = lemma is not None and is_verb(lemma) and (form == lemma or form.startswith("ge"))
    return verbal and form not in cues.AUXILIARIES


_VERBAL = ((FINITE, is_finite), (VERB_FORM, is_verb_form), (VERBAL, _is_verbal), (NON_FINITE, _is_non_finite))
