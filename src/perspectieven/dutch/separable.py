"""Separable verbs: written as one word, around *ge* and *te*, and split within a sentence."""

from collections.abc import Callable, Sequence

from perspectieven.dutch.inflection import forms_of, is_verb

MAX_SPLIT = 14
"""Words that may stand between a verb and its particle."""

CLUSTER_WORDS = frozenset(
    "te kan kun kunt kunnen kon konden wil wilt willen wou wilde wilden mag mogen mocht mochten moet moeten moest "
    "moesten zou zouden zal zullen ga gaat gaan ging gingen laat laten liet lieten blijf blijft blijven bleef heb "
    "hebt heeft hebben had hadden is zijn was waren ben bent word wordt worden werd werden durf durft durven hoef "
    "hoeft hoeven het".split()
)
PREPOSITIONS = frozenset("aan af bij binnen door in langs mee na naar om onder op over tegen toe tot uit voor".split())
AFTER_PARTICLES = frozenset(
    "en of maar want dus dat omdat als toen terwijl wat wie waar hoe hoor he joh toch dan ook wel weer even nog nu "
    "nou zeg maar bij naar met van voor op in aan door over tegen tot uit om tussen tijdens sinds na zonder via "
    "volgens zodat voordat eh uh uhm ehm niet nooit meer eigenlijk gewoon misschien toen daar hier te zo ja nee he "
    "hè vandaag gisteren morgen soms altijd meteen kan kun kunt kunnen kon wil wilt willen wou mag mogen mocht "
    "moet moeten moest zou zouden zal zullen heb hebt heeft hebben had is was waren ben bent word wordt worden "
    "werd gaat gaan".split()
)


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


def find_split(
    forms: Sequence[str],
    verb_at: Sequence[int],
    particle: str,
    *,
    closes: Callable[[int], bool],
) -> tuple[tuple[int, int], ...]:
    """Find a separable verb whose two parts stand apart in one sentence.

    Main clause (*stelden ons daar gerust*): the particle comes after the verb and closes something: punctuation,
    a conjunction, an adverb or a prepositional phrase follows, so that a particle that is a preposition there
    (*viel op zijn hoofd*) is left alone. Verb cluster (*door te verwijzen*, *mee kan doen*): the particle comes first,
    with nothing but auxiliaries between.

    Parameters
    ----------
    forms : sequence of str
        The words of one sentence, folded.
    verb_at : sequence of int
        Where in it a form of the base verb stands.
    particle : str
    closes : callable
        Says whether punctuation or the end of the sentence follows a word.

    Returns
    -------
    tuple of (int, int)
        Word indexes in the order of the text; every particle is used once.

    Examples
    --------
    >>> find_split("ze stelden ons echt gerust".split(), [1], "gerust", closes=lambda i: i == 4)
    ((1, 4),)
    >>> find_split("hij viel op zijn hoofd".split(), [1], "op", closes=lambda i: i == 4)
    ()
    >>> find_split("door te verwijzen".split(), [2], "door", closes=lambda i: i == 2)
    ((0, 2),)
    """
    particles = [i for i, form in enumerate(forms) if form == particle]
    found: list[tuple[int, int]] = []
    for verb in verb_at:
        cluster = [p for p in particles if p < verb <= p + 4 and _is_cluster(particle, forms[p + 1 : verb])]
        later = [p for p in particles if verb < p <= verb + MAX_SPLIT and _is_free(forms, p, particle, closes)]
        pair = (cluster[-1], verb) if cluster else (verb, later[0]) if later else None
        if pair is not None:
            particles.remove(pair[0] if cluster else pair[1])
            found.append(pair)
    return tuple(found)


def _is_cluster(particle: str, between: Sequence[str]) -> bool:
    """Say whether only auxiliaries stand between; *om te kijken* is no *omkijken*."""
    return all(form in CLUSTER_WORDS for form in between) and not (particle == "om" and "te" in between)


def _is_free(forms: Sequence[str], at: int, particle: str, closes: Callable[[int], bool]) -> bool:
    """Say whether a particle belongs to no noun phrase after it."""
    if closes(at) or particle not in PREPOSITIONS:
        return True
    return forms[at + 1] in AFTER_PARTICLES
