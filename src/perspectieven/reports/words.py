"""How a report names things and writes numbers in each of its languages."""

import math
import re
from collections.abc import Mapping

from perspectieven.reports.texts import WORDS

LANGUAGES = tuple(WORDS)

MISSING = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"

ONE_SPEAKER: dict[str, dict[str, str]] = {
    "nl": {"ouders": "ouder", "jeugdigen": "jeugdige", "professionals": "professional"},
    "en": {"ouders": "parent", "jeugdigen": "young person", "professionals": "professional"},
}
"""What one speaker of a perspective is called; another perspective lends its label."""

CUE_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "no cue": "",
        "negation {} inside": "ontkenning {} erin",
        "negation {} before": "ontkenning {} ervoor",
        "negation {} after": "ontkenning {} erna",
        "negated higher verb {}": "ontkend in de hoofdzin {}",
        "denying {}": "ontkennend {}",
        "own answer {} denies": "eigen antwoord {} ontkent",
        "taken back {}": "teruggenomen {}",
        "antonym term": "tegenterm",
        "condition {}": "voorwaarde {}",
        "supposition {}": "veronderstelling {}",
        "unreal wish {} ... maar": "onvervulde wens {} ... maar",
        'question "?"': 'vraag "?"',
        "indirect question {}": "indirecte vraag {}",
        "own standpoint {}": "eigen standpunt {}",
        "reported {}": "weergave van een ander {}",
        "quoted after {}": "aangehaald na {}",
        "answer to {}": "antwoord op {}",
        "own answer {}": "eigen antwoord {}",
        "signs {}": "aanwijzingen {}",
        "denied by signs": "ontkend volgens aanwijzingen",
        "supposed by signs": "als mogelijkheid volgens aanwijzingen",
        "another's view by signs": "kijk van een ander volgens aanwijzingen",
        "review: signs alone": "nog beoordelen: alleen aanwijzingen, geen term",
        "review: may be ironic ({})": "nog beoordelen: misschien ironisch ({})",
        "review: more than one negation": "nog beoordelen: meer dan één ontkenning",
        "review: negator {} words away": "nog beoordelen: ontkenning {} woorden verderop",
        "review: a term that is seldom right, and too few words to weigh it": "nog beoordelen: een term die zelden "
        "klopt, en te weinig woorden om hem te wegen",
        "review: unsure of {}": "nog beoordelen: twijfel over {}",
    },
    "en": {"no cue": "", "review: unsure of {}": "review: unsure of {}"},
}
"""The rules that `matching.rules` names in a cue, braces for what they saw; what is not listed is shown as it is."""

FIELD_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "sector": "sector",
        "organisation": "organisatie",
        "municipality": "gemeente",
        "knowledge": "bron van kennis",
    },
    "en": {
        "sector": "sector",
        "organisation": "organisation",
        "municipality": "municipality",
        "knowledge": "source of knowledge",
    },
}
"""What is told of a speaker beside the perspective (`coding.people.FIELDS`)."""

MONTHS: dict[str, tuple[str, ...]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

COLUMN_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "perspective": "groep",
        "perspective_a": "groep a",
        "perspective_b": "groep b",
        "theme": "thema",
        "code": "code",
        "orientation": "richting",
        "speaker": "spreker",
        "stance": "houding",
        "part": "deel van het gesprek",
        "label": "naam",
        "n_coded": "vermeldingen",
        "n_affirmed": "bevestigd",
        "n_negated": "ontkend",
        "n_hypothetical": "als mogelijkheid",
        "n_prompted": "uitgelokt",
        "n_turns_coded": "beurten met vermelding",
        "n_turns": "beurten",
        "n_speakers_coded": "sprekers met vermelding",
        "n_speakers": "sprekers",
        "n_words": "woorden",
        "n_a": "sprekers a",
        "n_b": "sprekers b",
        "share_a": "aandeel a",
        "share_b": "aandeel b",
        "share": "aandeel",
        "share_turns": "aandeel beurten",
        "share_speakers": "aandeel sprekers",
        "share_per_speaker": "gemiddeld per spreker",
        "low": "ondergrens",
        "high": "bovengrens",
        "per_1000_words": "per 1.000 woorden",
        "n_perspectives": "groepen",
        "shared_by": "gedeeld door",
        "difference": "verschil",
        "p_adjusted": "p (Holm)",
        "effect": "effect (h)",
        "share_low": "aandeel, ondergrens",
        "share_high": "aandeel, bovengrens",
        "rate_low": "per 1.000 woorden, ondergrens",
        "rate_high": "per 1.000 woorden, bovengrens",
        "n_transcripts": "gesprekken",
        "question": "vraag",
        "n_other_voice": "over wat een ander vindt",
        "holder": "wiens kijk",
        "share_holder": "aandeel van die kijk",
        "low_holder": "aandeel van die kijk, ondergrens",
        "high_holder": "aandeel van die kijk, bovengrens",
        "n_spontaneous": "spontaan",
        "share_prompted": "aandeel uitgelokt",
        "share_spontaneous": "aandeel spontaan",
        "n_speakers_spontaneous": "sprekers, spontaan",
        "mainly_prompted": "vooral uitgelokt",
        "sentence": "in woorden",
        "kind": "soort",
        "point": "punt",
        "dimension": "as",
        "mass": "gewicht",
        "coordinate": "plaats op de as",
        "contribution": "bijdrage aan de as",
        "cos2": "deel dat de as laat zien",
        "inertia": "inertie van de as",
        "share_inertia": "aandeel van de as",
        "reach": "waar",
        "theme_a": "thema a",
        "theme_b": "thema b",
        "n_turns_a": "beurten met a",
        "n_turns_b": "beurten met b",
        "n_together": "beurten met beide",
        "n_speakers_together": "sprekers met beide",
        "expected": "bij toeval verwacht",
        "lift": "keer zo vaak als bij toeval",
        "pmi": "dat als logaritme (PMI)",
        "mean_codes": "gemiddeld aantal codes",
        "mean_new": "gemiddeld nieuw",
        "withheld": "achtergehouden",
        "reason": "reden",
    },
    "en": {},
}
"""Headers of the table beside a figure; in English the column's name with spaces."""

VALUE_WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "True": "ja",
        "False": "nee",
        "own": "van de spreker zelf",
        "unknown": "onbekend",
        "turn": "in een beurt",
        "perspective": "groep",
        "theme": "thema",
        "inf": "\N{INFINITY}",
        "-inf": f"{MINUS}\N{INFINITY}",
    },
    "en": {
        "True": "yes",
        "False": "no",
        "own": "the speaker's own",
        "turn": "in a turn",
        "inf": "\N{INFINITY}",
        "-inf": f"{MINUS}\N{INFINITY}",
    },
}
"""Values in the table beside a figure that are no label of the study; others are shown as they are."""

_SEEN = r'("[^"]*"|\d+)'
"""What a rule saw: words between double quotes, or how many."""
_UNSURE = "review: unsure of {}"
_BETWEEN_CUES = re.compile(r'; (?=(?:[^"]*"[^"]*")*[^"]*$)')
"""A semicolon that stands outside the words that were said."""


def describe_cue(cue: str, *, language: str) -> str:
    """Return a cue in the language of the report; what stands between double quotes was said and stays.

    >>> describe_cue('negation "geen" inside; review: unsure of reported "zegt"', language="nl")
    'ontkenning "geen" erin; nog beoordelen: twijfel over weergave van een ander "zegt"'
    """
    return "; ".join(_describe_rule(rule, CUE_WORDS[language]) for rule in _BETWEEN_CUES.split(cue))


def _describe_rule(rule: str, words: Mapping[str, str]) -> str:
    if rule in words:
        return words[rule]
    before = _UNSURE.removesuffix("{}")
    if rule.startswith(before):
        return words[_UNSURE].format(_describe_rule(rule.removeprefix(before), words))
    for name, told in words.items():
        seen = re.fullmatch(_SEEN.join(map(re.escape, name.split("{}"))), rule)
        if seen:
            return told.format(*seen.groups())
    return rule


def describe_speaker(perspective: str, label: str, number: int | None, *, language: str) -> str:
    """Name a speaker by perspective, and by a number where there is one.

    >>> [describe_speaker("ouders", "Ouders", number, language="nl") for number in (3, None)]
    ['ouder 3', 'ouder']
    """
    name = ONE_SPEAKER[language].get(perspective, label)
    return name if number is None else f"{name} {number}"


def format_number(value: float, *, decimals: int = 0, language: str, sign: bool = False) -> str:
    """Write a number as the language does; a missing one is a dash.

    >>> format_number(1234.56, decimals=1, language="nl"), format_number(5, language="nl", sign=True)
    ('1.234,6', '+5')
    """
    if math.isnan(value):
        return MISSING
    written = f"{round(value, decimals) + 0.0:{'+' if sign and round(value, decimals) else ''},.{decimals}f}"
    if language == "nl":
        written = written.translate(str.maketrans(",.", ".,"))
    return written.replace("-", MINUS)


def format_part(part: float, whole: float, *, language: str) -> str:
    """Write how many of how many.

    >>> format_part(5, 9, language="nl")
    '5 van 9'
    """
    a, b = (format_number(n, language=language) for n in (part, whole))
    return WORDS[language]["of"].format(a=a, b=b)


def format_p(p: float, *, language: str) -> str:
    """Write a p-value with the sign before it; what rounds to nothing is smaller than the last digit.

    >>> format_p(0.0001, language="nl"), format_p(0.0371, language="nl")
    ('< 0,001', '= 0,037')
    """
    if p < 0.0005:
        return f"< {format_number(0.001, decimals=3, language=language)}"
    return f"= {format_number(p, decimals=3, language=language)}"


def format_percent(share: float, *, language: str) -> str:
    """Write a share as a whole percentage.

    >>> format_percent(0.125, language="nl")
    '12%'
    """
    return MISSING if math.isnan(share) else format_number(100 * share, language=language) + "%"
