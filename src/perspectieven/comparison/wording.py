"""The sentences that tables of comparison carry, in the languages of a study."""

from perspectieven.errors import Fault, TableError

SENTENCES: dict[str, dict[str, str]] = {
    "nl": {
        "too_few_speakers": "te weinig sprekers (minder dan {min_group})",
        "too_few_words": "er is niets gezegd om op te delen",
        "too_few_arrangements": "te weinig losse gesprekken: wie samen sprak telt samen, en zo kan toeval niet worden "
        "uitgesloten",
        "too_few_groups": "minder dan twee groepen hebben genoeg sprekers (minimaal {min_group}) in losse gesprekken",
        "no_others": "geen andere groep heeft genoeg sprekers (minimaal {min_group})",
        "points": "{value} procentpunt",
        "per_1000": "{value} per 1.000 woorden",
        "rests_on_one": "dit verschil rust op één spreker: zonder één van de {n} {perspective} blijft van {difference} "
        "nog {without} over",
        "turns_on_one": "dit verschil rust op één spreker: zonder één van de {n} {perspective} is het er niet meer, "
        "of wijst het de andere kant op",
        "rests_on_all": "zonder wie dan ook van de {n} sprekers blijft er van {difference} in het uiterste geval "
        "{least} over",
        "only_prompted": "vooral uitgelokt: de enige van de {perspective} die het noemt doet dat vooral nadat ernaar "
        "is gevraagd ({n_prompted} van de {n_coded} vermeldingen)",
        "mainly_prompted": "vooral uitgelokt: {n_only} van de {n} {perspective} die het noemen doen dat alleen nadat "
        "ernaar is gevraagd, en zo zijn {n_prompted} van de {n_coded} vermeldingen gekomen",
        "heard_better": "het lexicon vindt bij {a} {ratio} keer zoveel per 1.000 woorden als bij {b} (95%: {low} tot "
        "{high}); lees hun verschillen niet zonder meer als een verschil in kijk",
        "heard_only": "het lexicon vindt bij {b} niets, en bij {a} naar schatting ten minste {low} keer zoveel per "
        "1.000 woorden; lees hun verschillen niet zonder meer als een verschil in kijk",
        "nothing_found": "bij geen van beide is iets gevonden",
        "carried_by_one": "één spreker van de {n_speakers} {perspective} heeft {n_most} van de {n} vermeldingen",
    },
    "en": {
        "too_few_speakers": "too few speakers (fewer than {min_group})",
        "too_few_words": "nothing was said to divide by",
        "too_few_arrangements": "too few separate conversations: who spoke together counts together, and so chance "
        "cannot be ruled out",
        "too_few_groups": "fewer than two groups have enough speakers (at least {min_group}) in separate conversations",
        "no_others": "no other group has enough speakers (at least {min_group})",
        "points": "{value} percentage points",
        "per_1000": "{value} per 1,000 words",
        "rests_on_one": "this difference rests on one speaker: without one of the {n} {perspective}, {without} is left "
        "of {difference}",
        "turns_on_one": "this difference rests on one speaker: without one of the {n} {perspective} it is gone, or "
        "points the other way",
        "rests_on_all": "whichever of the {n} speakers is left out, {least} of {difference} is left at the least",
        "only_prompted": "mainly prompted: the only one of the {perspective} who mentions it does so mainly after "
        "being asked ({n_prompted} of the {n_coded} mentions)",
        "mainly_prompted": "mainly prompted: {n_only} of the {n} {perspective} who mention it do so only after being "
        "asked, and {n_prompted} of the {n_coded} mentions came that way",
        "heard_better": "the lexicon finds {ratio} times as much per 1,000 words in {a} as in {b} (95%: {low} to "
        "{high}); do not read their differences as views without more",
        "heard_only": "the lexicon finds nothing in {b}, and an estimated {low} times as much or more per 1,000 words "
        "in {a}; do not read their differences as views without more",
        "nothing_found": "nothing was found in either",
        "carried_by_one": "one speaker of the {n_speakers} {perspective} has {n_most} of the {n} mentions",
    },
}


def say(sentence: str, *, language: str, decimals: int = 1, **values: object) -> str:
    """Return a sentence with its numbers, written as the language writes them.

    Raises
    ------
    TableError
        If there are no sentences in the language.

    Examples
    --------
    >>> say("per_1000", language="nl", value=1.25, decimals=2)
    '1,25 per 1.000 woorden'
    """
    if language not in SENTENCES:
        what = f'there are no sentences in "{language}"; use one of {", ".join(SENTENCES)}'
        raise TableError(Fault("comparison", "language", what))
    written = {name: _write(value, language, decimals) for name, value in values.items()}
    return SENTENCES[language][sentence].format(**written)


def refuse_small(n_speakers: int, *, min_group: int, language: str) -> str:
    """Return why nothing is said of so few speakers; nothing where there are enough.

    >>> refuse_small(2, min_group=3, language="nl"), refuse_small(3, min_group=3, language="nl")
    ('te weinig sprekers (minder dan 3)', '')
    """
    least = max(1, min_group)
    return "" if n_speakers >= least else say("too_few_speakers", language=language, min_group=least)


def say_amount(difference: float, measure: str, *, language: str) -> str:
    """Return how large a difference is, in words: shares in percentage points, rates per 1,000 words.

    >>> say_amount(-0.25, "share", language="nl"), say_amount(1.5, "rate", language="nl")
    ('25 procentpunt', '1,5 per 1.000 woorden')
    """
    size = abs(float(difference))
    if measure == "share":
        return say("points", language=language, decimals=0, value=100 * size)
    return say("per_1000", language=language, value=size)


def _write(value: object, language: str, decimals: int) -> str:
    if not isinstance(value, float):
        return str(value)
    written = f"{round(value, decimals) + 0.0:.{decimals}f}"
    return written.replace(".", ",") if language == "nl" else written
