"""Separable verbs: written as one word, around *ge* and *te*, and split within a sentence."""

from perspectieven.dutch.inflection import forms_of, is_verb


def joined_forms(particle: str, verb: str) -> frozenset[str]:
    """Return the forms in which particle and verb are one word.

    >>> {"doorverwijst", "doorverwezen", "doorverwees"} <= joined_forms("door", "verwijzen")
    True
    >>> {"afgewacht", "afwacht", "afwachten"} <= joined_forms("af", "wachten")
    True
    """
    whole = f"{particle}{verb}"
    te = {f"{particle}te{verb}"}
    return (
        forms_of(whole) | {f"{particle}{form}" for form in forms_of(verb)} | te if is_verb(verb) else frozenset({whole})
    )
