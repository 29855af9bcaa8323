"""Surface forms of Dutch lemmas: a large form dictionary, completed by the regular rules.

Neither source is enough alone. The dictionary (simplemma's, 370,000 forms) knows strong verbs and irregular plurals
but few compounds; the rules know any word but no exceptions. Rules that often make another word (the adjective ending
of a noun, a comparative) only count where the dictionary does not give that form to another lemma: *boot* does not get
*boter*.
"""

import re
from collections import defaultdict
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

VOWELS = "aeiou"
_ADJECTIVE = re.compile(r"(ig|lijk|baar|zaam|isch|eus|loos|vol|end|aal|eel|ief|iek)$")
_CLOSED = frozenset(
    "aan achter af al alleen alles als anders bij binnen boven daar dan dat de die dit door echt een eens eerst "
    "eigen en er eraan erbij ermee erover eruit etc even geen gelijk haar heel hele het hem hier hij hoe hun ik ie "
    "in iedereen iets ja je jezelf jij jullie kan maar me mee meer men met mezelf mij mijn na naar naast nee "
    "nergens net niemand niet niets nog nooit nou nu of om omdat onder ons op over overheen per precies samen soms "
    "steeds te tegen ten ter terug thuis toch toe toen tot tussen uit van veel vaak vanzelf ver via vol volgens "
    "voor vroeger wat wel weer weg wie wij we wil wordt zelf zelfs zich zichzelf zij ze zo zonder zoals is was "
    "valt viel gaat leert blijkt klopt weet snel tijdens elke elk ieder elkaar één mét".split()
)
"""Words that have no other forms; generating some would make other words of them (*een*, *eens*)."""

_STRONG = {
    "vragen": "vroeg vroegen",
    "snijden": "sneed sneden gesneden",
}
"""Strong forms that the form dictionary gives to another lemma (*vroeg* to the adjective)."""

_NOUNS_IN_EN = frozenset(
    "jongen morgen boodschappen gymspullen zelfvertrouwen zorgmolen welbevinden handelingsverlegen".split()
)
_PREFIXED = re.compile(r"(be|ge|her|ont|ver)[^aeiou]*[aeiou]+[^aeiou]+en$")
_LOOSE_SHORT = frozenset({"gaan", "staan", "slaan", "doen", "zien", "zijn"})


@cache
def _form_dictionary() -> dict[str, str]:
    return dict(DefaultDictionaryFactory().get_dictionary("nl").items())


@cache
def _forms_by_lemma() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in _form_dictionary().items():
        forms[lemma.replace("_", "")].add(form)
    return {lemma: frozenset(found) for lemma, found in forms.items()}


def is_known(form: str) -> bool:
    """Say whether the form dictionary has a word."""
    return form in _form_dictionary()


def lemma_of(form: str) -> str | None:
    """Return the lemma that the form dictionary gives a form, or None where it has none.

    >>> lemma_of("verwees"), lemma_of("knuffelgesprek")
    ('verwijzen', None)
    """
    lemma = _form_dictionary().get(form)
    return None if lemma is None else lemma.replace("_", "")


def is_verb(lemma: str) -> bool:
    """Say whether a lemma is an infinitive: it ends like one and has a present participle, or no other reading.

    >>> is_verb("verwijzen"), is_verb("stoppen"), is_verb("jongen")
    (True, True, False)
    """
    if lemma in _LOOSE_SHORT:
        return True
    if lemma in _NOUNS_IN_EN:
        return False
    if not lemma.endswith("en") or len(lemma) < 4:
        return False
    stem = _closed_stem(lemma[:-2])
    return any(is_known(form) for form in (f"{lemma}d", f"{stem}de", f"{stem}te")) or lemma_of(lemma) is None


def is_verb_form(form: str) -> bool:
    """Say whether a word is a form of some verb.

    >>> is_verb_form("belt"), is_verb_form("kleuter")
    (True, False)
    """
    lemma = lemma_of(form)
    return lemma is not None and is_verb(lemma)


@cache
def forms_of(lemma: str) -> frozenset[str]:
    """Return every surface form of a lemma, itself included; some regular forms nobody uses come along.

    >>> {"etiketten", "etiketje", "etiketjes"} <= forms_of("etiket")
    True
    >>> {"verwijst", "verwees", "verwezen"} <= forms_of("verwijzen")
    True
    >>> "boter" in forms_of("boot")
    False
    """
    if lemma in _CLOSED:
        return frozenset({lemma})
    known = frozenset(
        form
        for form in _forms_by_lemma().get(lemma, frozenset())
        if lemma != "zijn" or form[0] != "z" or form == "zijn"
    )
    if is_verb(lemma):
        complete = any(form.startswith("ge") for form in known) or bool(_PREFIXED.match(lemma))
        made = frozenset() if lemma in _LOOSE_SHORT or (complete and len(known) > 4) else verb_forms(lemma)
        return known | made | _first_person(lemma, known) | frozenset(_STRONG.get(lemma, "").split()) | {lemma}
    adjective = bool(_ADJECTIVE.search(lemma)) or f"{lemma}st" in known or f"{lemma}t" in known
    inflected = {f for f in adjective_forms(lemma) if lemma_of(f) in {None, lemma} or (adjective and f.endswith("e"))}
    return known | noun_forms(lemma) | inflected | {lemma}


def _first_person(infinitive: str, known: frozenset[str]) -> frozenset[str]:
    """Return the stem of a verb that has a regular present, though the dictionary may give it to a noun (*vraag*)."""
    stem = _closed_stem(infinitive[:-2])
    third = stem if stem.endswith("t") else f"{stem}t"
    return frozenset({stem, third}) if third in known else frozenset()


def noun_forms(noun: str) -> frozenset[str]:
    """Return the regular plurals and diminutives of a noun.

    >>> sorted(noun_forms("opvoedvraag"))
    ['opvoedvraagje', 'opvoedvraagjes', 'opvoedvraags', 'opvoedvragen']
    >>> sorted(noun_forms("dip"))
    ['dipje', 'dipjes', 'dippen', 'dips']
    """
    small = _diminutives(noun)
    if noun[-1] in "aiouy":
        plural = {f"{noun}'s", f"{noun}s"}
    elif noun.endswith("e"):
        plural = {f"{noun}n", f"{noun}s"}
    else:
        plural = {f"{_open_stem(noun)}en", f"{noun}s"}
        if noun.endswith("heid"):
            plural.add(f"{noun[:-4]}heden")
    if noun.endswith("s"):
        plural.discard(f"{noun}s")
    return frozenset(plural | small | {f"{form}s" for form in small})


def adjective_forms(adjective: str) -> frozenset[str]:
    """Return the inflected, partitive and compared forms of an adjective.

    >>> sorted(adjective_forms("raar"))
    ['raarder', 'raardere', 'raars', 'raarst', 'raarste', 'rare']
    >>> "gekke" in adjective_forms("gek")
    True
    """
    if adjective[-1] in "eaiouy":
        return frozenset()
    stem = _open_stem(adjective)
    forms = {f"{stem}e", f"{adjective}s"}
    compared = is_known(adjective) and (lemma_of(f"{stem}e") == adjective or bool(_ADJECTIVE.search(adjective)))
    if compared:
        comparative = f"{adjective}der" if adjective.endswith("r") else f"{stem}er"
        superlative = f"{adjective}t" if adjective.endswith("s") else f"{adjective}st"
        forms |= {comparative, f"{comparative}e", superlative, f"{superlative}e"}
    return frozenset(forms)


def verb_forms(infinitive: str) -> frozenset[str]:
    """Return the forms of a regular verb: present, past, participles.

    >>> sorted(verb_forms("labelen"))
    ['gelabeld', 'gelabelde', 'label', 'labelde', 'labelden', 'labelen', 'labelend', 'labelende', 'labelt']
    >>> {"stop", "stopte", "gestopt"} <= verb_forms("stoppen")
    True
    """
    if not infinitive.endswith("en"):
        return frozenset({infinitive})
    open_stem = infinitive[:-2]
    stem = _closed_stem(open_stem)
    dental = "t" if open_stem[-1] in "tkfschp" or open_stem.endswith("ch") else "d"
    past = f"{stem}{dental}"
    participle = stem if stem.endswith(dental) else past
    participle = (
        participle
        if _PREFIXED.match(infinitive)
        else f"ge{'ë' if participle[0] == 'e' else ''}{participle}".replace("eëe", "eë")
    )
    third = stem if stem.endswith("t") else f"{stem}t"
    present = {infinitive, stem, third, f"{infinitive}d", f"{infinitive}de"}
    return frozenset(present | {f"{past}e", f"{past}en", participle, f"{participle}e"})


def _open_stem(word: str) -> str:
    """Return a word as written before an ending that begins with a vowel: *raar* rar-, *gek* gekk-, *lief* liev-."""
    if match := re.fullmatch(r"(.*?)(aa|ee|oo|uu)([^aeiou])", word):
        head, vowels, last = match.groups()
        return f"{head}{vowels[0]}{_voiced(last)}"
    if re.fullmatch(r".*(ie|eu|oe|ij|ei|ui|ou|au)[fs]", word):
        return f"{word[:-1]}{_voiced(word[-1])}"
    one_syllable_or_stressed = re.fullmatch(r"(.*[^aeiouy])?[aeiou][bdfgklmnprst]", word)
    unstressed = re.search(r"(el|er|em|en|aar|ig|ik|et)$", word) and len(re.findall(r"[aeiouy]+", word)) > 1
    if one_syllable_or_stressed and not (unstressed and not word.endswith(("et", "ek"))):
        return f"{word}{word[-1]}"
    return word


def _closed_stem(open_stem: str) -> str:
    """Return the first person from an infinitive without its *-en*: *lop-* loop, *stopp-* stop, *liev-* lief.

    Of the verbs in *-eren* only the dictionary knows which are stressed there: *signaleer*, but *verbeter*.
    """
    if len(open_stem) > 2 and open_stem[-1] == open_stem[-2] and open_stem[-1] not in VOWELS:
        return open_stem[:-1]
    devoiced = open_stem[:-1] + {"v": "f", "z": "s"}.get(open_stem[-1], open_stem[-1])
    if re.fullmatch(r"(.*[^aeiou])?[aou][^aeiouwx]", devoiced):
        return f"{devoiced[:-1]}{devoiced[-2]}{devoiced[-1]}"
    stressed = re.fullmatch(r".*[^e]er", devoiced) and (devoiced.endswith("iser") or is_known(f"{devoiced[:-1]}ert"))
    if stressed or re.fullmatch(r"[^aeiou]*e[^aeiouwx]", devoiced):
        return f"{devoiced[:-1]}e{devoiced[-1]}"
    return devoiced


def _voiced(consonant: str) -> str:
    return {"f": "v", "s": "z"}.get(consonant, consonant)


def _diminutives(noun: str) -> set[str]:
    """Return the regular diminutives; where stress decides (*wandelingetje*, *koninkje*) both."""
    if re.search(r"ing$", noun) and len(re.findall(r"[aeiouy]+", noun)) > 1:
        return {f"{noun[:-1]}kje", f"{noun}etje"}
    if re.search(r"(^|[^aeiou])[aeiou](ng|[lmnr])$", noun):
        double = noun if noun.endswith("ng") else f"{noun}{noun[-1]}"
        return {f"{double}etje", f"{noun}pje" if noun.endswith("m") else f"{noun}tje"}
    if noun.endswith("m"):
        return {f"{noun}pje"}
    if re.search(r"[^aeiou]y$", noun):
        return {f"{noun}'tje"}
    if match := re.search(r"[aou]$", noun):
        return {f"{noun}{match.group()}tje"}
    if noun[-1] in "eiylnrw" or re.search(r"(ij|ei|ui|ou|au|oe|ie|eu)$", noun):
        return {f"{noun}tje"}
    return {f"{noun}je"}
