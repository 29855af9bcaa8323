"""Plurals and diminutives of nouns, by the rules; the likeliest spelling first."""

import re

from perspectieven.dutch.spelling import VOWELS, count_syllables, open_stems

_PLURAL_IN_S = re.compile(
    r"(e[lmnr]|erd|aar|aard|ster|eur|oor|ier|[tscgnlr]ie|[aeou]y|eau|sh|é|um|ck|ow|ew|app|chat|team|club)$"
)
_STRESSED_IE = re.compile(
    r"(log|graf|nom|fob|therap|path|strat|crat|str|gor|fil|arch|allerg|^kn|eg|kop|tro|hiërarch)ie$"
)
_SHORT_END = re.compile(rf"(^|.*[^{VOWELS}])[aeiou](ng|[lmnr])")
_UNSTRESSED_END = re.compile(r"(e[lmnr]|or|um)$")
_NEVER_SMALL = re.compile(r"(heid|teit|isme|schap|[^aeiou]en|[^ieé]e)$")
_SCHWA_BEFORE_ING = re.compile(r"e[lmnr]ing$|[lr]ling$")


def plurals(noun: str) -> tuple[str, ...]:
    """Return the plurals that a noun may have, the likeliest first.

    >>> [plurals(noun)[0] for noun in ("gezin", "moeder", "oma", "baby", "cowboy", "allergie", "vakantie", "idee")]
    ['gezinnen', 'moeders', "oma's", "baby's", 'cowboys', 'allergieën', 'vakanties', 'ideeën']
    >>> [plurals(noun)[0] for noun in ("moeilijkheid", "pgb", "café", "jongere", "werkwijze")]
    ['moeilijkheden', "pgb's", 'cafés', 'jongeren', 'werkwijzen']
    """
    if is_acronym(noun) or re.search(rf"([^{VOWELS}][aiouy]|[^{VOWELS}]uw?y)$", noun):
        return (f"{noun}'s",)
    if re.search(r"(sh|tch|nch|oach)$", noun):
        return f"{noun}es", f"{noun}en"
    if noun.endswith("heid"):
        return (f"{noun[:-4]}heden",)
    in_s = () if noun.endswith(("s", "x", "z")) else (f"{noun}s",)
    if noun.endswith("ee"):
        return f"{noun}ën", *in_s
    if noun.endswith("ie"):
        stressed = (f"{noun}ën", *in_s)
        return stressed if _STRESSED_IE.search(noun) else stressed[::-1]
    if noun.endswith("e"):
        return f"{noun}n", *in_s
    in_en = tuple(f"{stem}en" for stem in open_stems(noun))
    return (*in_s, *in_en) if _PLURAL_IN_S.search(noun) and count_syllables(noun) > 1 else (*in_en, *in_s)


def diminutives(noun: str) -> tuple[str, ...]:
    """Return the diminutives that a noun may have, the likeliest first.

    >>> [diminutives(noun)[0] for noun in ("gezin", "moeder", "boom", "ring", "koning", "wandeling", "oma", "baby")]
    ['gezinnetje', 'moedertje', 'boompje', 'ringetje', 'koninkje', 'wandelingetje', 'omaatje', "baby'tje"]
    >>> diminutives("eenzaamheid"), diminutives("kaartje")
    ((), ())
    >>> [diminutives(noun)[0] for noun in ("taxi", "café", "cowboy", "pgb", "balkon", "probleem", "idee", "dag")]
    ['taxietje', 'cafeetje', 'cowboytje', "pgb'tje", 'balkonnetje', 'probleempje', 'ideetje', 'dagje']
    """
    if _NEVER_SMALL.search(noun):
        return ()
    if is_acronym(noun) or re.search(rf"[^{VOWELS}]y$", noun):
        return (f"{noun}'tje",)
    if re.search(rf"[^{VOWELS}][aou]$", noun):
        return (f"{noun}{noun[-1]}tje",)
    if re.search(rf"[^{VOWELS}]i$", noun):
        return (f"{noun}etje",)
    if noun.endswith("é"):
        return (f"{noun[:-1]}eetje",)
    if noun.endswith("ing") and count_syllables(noun) > 1:
        both = (f"{noun[:-1]}kje", f"{noun}etje")
        return both[::-1] if _SCHWA_BEFORE_ING.search(noun) else both
    small = f"{noun}pje" if noun.endswith("m") else f"{noun}tje"
    if _SHORT_END.fullmatch(noun):
        stressed = f"{noun}etje" if noun.endswith("ng") else f"{noun}{noun[-1]}etje"
        return (small, stressed) if _UNSTRESSED_END.search(noun) and count_syllables(noun) > 1 else (stressed, small)
    if noun[-1] in f"{VOWELS}ylmnrw":
        return (small,)
    return (f"{noun}je",)


def is_acronym(word: str) -> bool:
    """Say whether a word is said letter by letter, as it has no vowels.

    >>> is_acronym("pgb"), is_acronym("mbo")
    (True, False)
    """
    return not re.search(rf"[{VOWELS}y]", word)
