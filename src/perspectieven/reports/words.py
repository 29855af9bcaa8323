"""The words of a report in each of its languages, and how that language writes numbers."""

import math
import re

WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "skip": "Naar de inhoud",
        "contents": "Inhoud",
        "to_themes": "Alle thema's",
        "nav_people": "Wie sprak",
        "nav_figures": "Figuren",
        "nav_questions": "Vragen",
        "nav_themes": "Thema's",
        "nav_shared": "Gedeeld",
        "nav_differences": "Verschillen",
        "nav_trust": "Betrouwbaarheid",
        "nav_made": "Hoe gemaakt",
        "intro": "Dit verslag laat zien hoe verschillende groepen over normaliseren praten. Het telt wat in de "
        "gesprekken genoemd is en brengt u van elk getal naar de woorden die erachter staan.",
        "empty": "Er is nog niets om te laten zien: in deze studie staat nog geen enkele beurt van een deelnemer. "
        "Voeg gesprekken toe en maak het verslag opnieuw.",
        "no_codings": "Het lexicon vond niets in deze gesprekken. De tabellen hieronder zijn daarom leeg.",
        "people": "Wie sprak",
        "people_caption": "Deelnemers per groep. Wie vragen stelt, telt nergens mee.",
        "perspective": "Groep",
        "speakers": "Sprekers",
        "turns": "Beurten",
        "words": "Woorden",
        "transcripts": "Gesprekken",
        "too_few": "te weinig sprekers (n < {n})",
        "too_few_why": "Van een groep met minder dan {n} sprekers tonen we geen getallen en geen citaten: zo is "
        "niemand te herkennen.",
        "elsewhere": "Vermeldingen van sprekers buiten deze groepen, niet in dit verslag: {n}.",
        "reading": "Zo leest u dit",
        "reading_1": "Een vermelding is een plek waar iemand iets noemt, met de houding erbij. “Dat is niet "
        "normaal” noemt normaal ook, maar ontkend. Iets noemen is dus nog niet iets vinden.",
        "reading_2": "Het lexicon stelt voor, mensen beslissen. Een lijst met woorden vindt de plekken; wat ze "
        "betekenen, bepaalt u door de citaten te lezen.",
        "reading_3": "Kijk eerst naar sprekers, dan pas naar vermeldingen. “5 van 8” betekent: vijf van de acht "
        "mensen noemden het minstens één keer. Eén prater kan zo niet voor de hele groep spreken.",
        "reading_4": "Klik op een onderstreept getal om de citaten te lezen. Met Escape gaat u terug.",
        "reading_5": "Uitgelokt betekent dat de vraagsteller het in de beurt ervoor zelf noemde. Spontaan "
        "betekent dat de spreker er zelf mee kwam.",
        "figures": "Figuren",
        "no_figures": "Er zijn geen figuren bij dit verslag.",
        "figure_table": "De tabel bij deze figuur",
        "save_table": "Bewaar de tabel (CSV)",
        "save_figure": "Bewaar de figuur (SVG)",
        "questions": "De vier onderzoeksvragen",
        "questions_intro": "Hoeveel sprekers noemden iets dat bij de vraag hoort? Onder elke vraag staan de "
        "thema's, zo blijft bij vraag 2 wat erbij hoort los van de reden om te verwijzen. Een leeg vak betekent: "
        "niemand.",
        "question": "Vraag",
        "question_1": "Wat verstaan zij onder normaliseren?",
        "question_2": "Wat hoort er volgens hen bij, en wat is reden voor (door)verwijzing?",
        "question_3": "Hoe handelen zij, gezien vanuit normaliseren?",
        "question_4": "Hoe motiveren zij dat handelen?",
        "behind": "De codes achter deze getallen",
        "themes": "Thema's",
        "themes_caption": "Aantal sprekers dat een thema minstens één keer noemde.",
        "theme": "Thema",
        "code": "Code",
        "mentions": "Vermeldingen",
        "per_1000": "per 1.000 woorden",
        "affirmed": "bevestigd",
        "negated": "ontkend",
        "hypothetical": "als, of vraag",
        "prompted": "uitgelokt",
        "spontaneous": "spontaan",
        "codes": "De codes van dit thema",
        "mentioned_by": "genoemd door",
        "not_mentioned": "niet genoemd",
        "quotes_of": "Citaten: {who}",
        "of": "{a} van {b}",
        "n_quotes": "{n} citaten",
        "one_quote": "1 citaat",
        "n_of_quotes": "{n} van {total} citaten",
        "no_consent": "{n} niet getoond: geen toestemming om te citeren",
        "same_turn": "{n} niet getoond: dezelfde beurt bevat iets dat niet in dit verslag hoort",
        "no_quotes": "Geen citaten om te tonen.",
        "whole_turn": "Hele beurt",
        "other_voice": "over wat een ander vindt",
        "other_voice_of": "over wat een ander vindt ({who})",
        "needs_review": "nog beoordelen",
        "cue": "aanwijzing",
        "close": "Sluiten",
        "shared": "Gedeelde thema's",
        "shared_intro": "Een groep deelt een thema als ten minste twee van haar sprekers het noemen: wat één mens "
        "zegt, is van die mens.",
        "shared_by_all": "Gedeeld door alle groepen",
        "shared_by_some": "Gedeeld door {n} groepen",
        "shared_by_one": "Alleen bij één groep",
        "shared_by_none": "Bij geen enkele groep",
        "differences": "Verschillen tussen groepen",
        "differences_intro": "Het verschil is in procentpunten van de sprekers. Tussen haakjes staat hoe groot of "
        "klein het verschil bij toeval nog kan zijn (95%). Bij zo weinig mensen is dat vaak ruim. Gaat het van "
        "min naar plus, dan is niet te zeggen wie het vaker noemt. “Misschien” staat er omdat we veel thema's "
        "tegelijk vergelijken: dan lijkt er altijd wel iets te verschillen. Pas als p (Holm) onder 0,05 is, laten "
        "we dat woord weg.",
        "difference": "Verschil",
        "reads_as": "In woorden",
        "p_adjusted": "p (Holm)",
        "more_often": "{who} vaker",
        "maybe_more_often": "misschien {who} vaker",
        "undecided": "niet te zeggen",
        "no_difference_shown": "{a} en {b}: geen vergelijking, {why}.",
        "points": "{d} punten ({low} tot {high})",
        "orientation": "Richting van wat gezegd is",
        "orientation_intro": "Een beschrijving, nooit een cijfer: normaliserend is niet beter dan "
        "problematiserend. Soms is er een goede reden om hulp te zoeken.",
        "direction": "Richting",
        "share": "Aandeel vermeldingen",
        "share_per_speaker": "Gemiddeld per spreker",
        "normaliserend": "normaliserend",
        "neutraal": "neutraal",
        "problematiserend": "problematiserend",
        "trust": "Hoe betrouwbaar is dit",
        "trust_review": "Wacht op een mens, omdat het lexicon zelf twijfelde: {n} van de {total} vermeldingen "
        "({share}).",
        "trust_status": "Voorgesteld door het lexicon: {machine}. Door mensen bevestigd: {confirmed}, toegevoegd: "
        "{added}, afgewezen en dus weggelaten: {rejected}.",
        "trust_consent": "Niet geciteerd, omdat de spreker daar geen toestemming voor gaf: {n} van de {total} "
        "vermeldingen. Ze tellen wel mee.",
        "trust_same_turn": "Niet geciteerd, omdat dezelfde beurt iets bevat dat niet in dit verslag hoort: {n} "
        "van de {total} vermeldingen. Ze tellen wel mee.",
        "trust_codes": "Aan het team getoond, niet in dit verslag: vermeldingen van {labels} ({n}). Ze zijn "
        "nergens meegeteld en worden niet geciteerd.",
        "trust_small": "Aan het team getoond, niet in dit verslag: {labels}, {why}.",
        "use": "Afspraken over gebruik",
        "use_1": "Dit verslag gaat over wat in deze gesprekken genoemd is. Het zegt niets over alle ouders, "
        "jeugdigen of professionals.",
        "use_2": "Probeer niemand te herkennen. Denkt u iemand te herkennen, houd dat dan voor u en meld het aan "
        "de onderzoekers.",
        "use_3": "Neem citaten niet over zonder overleg met de onderzoekers, en nooit zonder de woorden eromheen.",
        "use_4": "Gebruik getallen niet om mensen, groepen of organisaties te beoordelen.",
        "made": "Hoe dit verslag gemaakt is",
        "made_intro": "Met dezelfde gegevens en deze versies ontstaat precies hetzelfde verslag.",
        "no_manifest": "Er is niets vastgelegd over hoe dit verslag gemaakt is.",
        "lexicon": "Lexicon",
        "part": "Onderdeel",
        "value": "Waarde",
        "made_with": "Gemaakt met perspectieven. Dit bestand heeft geen internet nodig.",
    },
    "en": {
        "skip": "Skip to content",
        "contents": "Contents",
        "to_themes": "All themes",
        "nav_people": "Who spoke",
        "nav_figures": "Figures",
        "nav_questions": "Questions",
        "nav_themes": "Themes",
        "nav_shared": "Shared",
        "nav_differences": "Differences",
        "nav_trust": "Reliability",
        "nav_made": "How made",
        "intro": "This report shows how different groups talk about normalising (normaliseren). It counts what "
        "was mentioned in the conversations and leads from every number to the words behind it.",
        "empty": "There is nothing to show yet: this study does not hold a single turn by a participant. Add "
        "conversations and make the report again.",
        "no_codings": "The lexicon found nothing in these conversations, so the tables below are empty.",
        "people": "Who spoke",
        "people_caption": "Participants per group. Whoever asks the questions is counted nowhere.",
        "perspective": "Group",
        "speakers": "Speakers",
        "turns": "Turns",
        "words": "Words",
        "transcripts": "Conversations",
        "too_few": "too few speakers (n < {n})",
        "too_few_why": "Of a group with fewer than {n} speakers we show no numbers and no quotes, so that nobody "
        "can be recognised.",
        "elsewhere": "Mentions by speakers outside these groups, not in this report: {n}.",
        "reading": "How to read this",
        "reading_1": "A mention is a place where somebody mentions something, with a stance. “That is not normal” "
        "mentions normal as well, but negated. To mention something is not yet to think it.",
        "reading_2": "The lexicon proposes, people decide. A list of words finds the places; what they mean is "
        "for you to judge by reading the quotes.",
        "reading_3": "Look at speakers first, and at mentions after that. “5 of 8” means that five of the eight "
        "people mentioned it at least once. So one talker cannot speak for the whole group.",
        "reading_4": "Click an underlined number to read the quotes. Escape takes you back.",
        "reading_5": "Prompted means that the interviewer mentioned it in the turn before. Spontaneous means that "
        "the speaker brought it up.",
        "figures": "Figures",
        "no_figures": "This report has no figures.",
        "figure_table": "The table of this figure",
        "save_table": "Save the table (CSV)",
        "save_figure": "Save the figure (SVG)",
        "questions": "The four research questions",
        "questions_intro": "How many speakers mentioned something that belongs to the question? The themes stand "
        "below each question, which keeps, for question 2, what belongs apart from the reasons to refer. An empty "
        "cell means: nobody.",
        "question": "Question",
        "question_1": "What do they understand by normaliseren?",
        "question_2": "What is part of it in their view, and what is reason for referral?",
        "question_3": "How do they act, seen from normaliseren?",
        "question_4": "How do they motivate that acting?",
        "behind": "The codes behind these numbers",
        "themes": "Themes",
        "themes_caption": "Number of speakers who mentioned a theme at least once.",
        "theme": "Theme",
        "code": "Code",
        "mentions": "Mentions",
        "per_1000": "per 1,000 words",
        "affirmed": "affirmed",
        "negated": "negated",
        "hypothetical": "if, or question",
        "prompted": "prompted",
        "spontaneous": "spontaneous",
        "codes": "The codes of this theme",
        "mentioned_by": "mentioned by",
        "not_mentioned": "not mentioned",
        "quotes_of": "Quotes: {who}",
        "of": "{a} of {b}",
        "n_quotes": "{n} quotes",
        "one_quote": "1 quote",
        "n_of_quotes": "{n} of {total} quotes",
        "no_consent": "{n} not shown: no consent to be quoted",
        "same_turn": "{n} not shown: the same turn holds something that does not belong in this report",
        "no_quotes": "No quotes to show.",
        "whole_turn": "Whole turn",
        "other_voice": "on what somebody else thinks",
        "other_voice_of": "on what somebody else thinks ({who})",
        "needs_review": "to be reviewed",
        "cue": "cue",
        "close": "Close",
        "shared": "Shared themes",
        "shared_intro": "A group shares a theme when at least two of its speakers mention it: what one person "
        "says is that person's.",
        "shared_by_all": "Shared by all groups",
        "shared_by_some": "Shared by {n} groups",
        "shared_by_one": "In one group only",
        "shared_by_none": "In no group",
        "differences": "Differences between groups",
        "differences_intro": "The difference is in percentage points of the speakers. In brackets is how large or "
        "small chance may make it (95%). With so few people that is often wide. If it runs from minus to plus, it "
        "cannot be said who mentions it more. “Perhaps” is there because we compare many themes at once: "
        "something will always seem to differ. Only where p (Holm) is below 0.05 do we leave that word out.",
        "difference": "Difference",
        "reads_as": "In words",
        "p_adjusted": "p (Holm)",
        "more_often": "{who} more often",
        "maybe_more_often": "perhaps {who} more often",
        "undecided": "cannot be said",
        "no_difference_shown": "{a} and {b}: no comparison, {why}.",
        "points": "{d} points ({low} to {high})",
        "orientation": "Direction of what was said",
        "orientation_intro": "A description, never a grade: normalising is not better than problematising. "
        "Sometimes there is good reason to seek help.",
        "direction": "Direction",
        "share": "Share of mentions",
        "share_per_speaker": "Mean per speaker",
        "normaliserend": "normalising",
        "neutraal": "neutral",
        "problematiserend": "problematising",
        "trust": "How reliable is this",
        "trust_review": "Waiting for a person, because the lexicon itself was in doubt: {n} of the {total} "
        "mentions ({share}).",
        "trust_status": "Proposed by the lexicon: {machine}. Confirmed by people: {confirmed}, added: {added}, "
        "rejected and so left out: {rejected}.",
        "trust_consent": "Not quoted, because the speaker did not consent: {n} of the {total} mentions. They do count.",
        "trust_same_turn": "Not quoted, because the same turn holds something that does not belong in this "
        "report: {n} of the {total} mentions. They do count.",
        "trust_codes": "Shown to the team, not in this report: mentions of {labels} ({n}). They are counted "
        "nowhere and not quoted.",
        "trust_small": "Shown to the team, not in this report: {labels}, {why}.",
        "use": "Terms of use",
        "use_1": "This report is about what was mentioned in these conversations. It says nothing about all "
        "parents, young people or professionals.",
        "use_2": "Do not try to recognise anybody. If you think you do, keep it to yourself and tell the researchers.",
        "use_3": "Do not pass on quotes without asking the researchers, and never without the words around them.",
        "use_4": "Do not use numbers to judge people, groups or organisations.",
        "made": "How this report was made",
        "made_intro": "The same input and these versions give exactly the same report.",
        "no_manifest": "Nothing was recorded about how this report was made.",
        "lexicon": "Lexicon",
        "part": "Part",
        "value": "Value",
        "made_with": "Made with perspectieven. This file needs no internet.",
    },
}

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
        "negated higher verb": "ontkend in de hoofdzin",
        "more than one negation": "meer dan één ontkenning",
        "negation": "ontkenning",
        "inside": "erin",
        "before": "ervoor",
        "after": "erna",
        "antonym term": "tegenterm",
        "condition": "voorwaarde",
        "supposition": "veronderstelling",
        "unreal wish": "onvervulde wens",
        "indirect question": "indirecte vraag",
        "question": "vraag",
        "may be ironic": "misschien ironisch",
        "own standpoint": "eigen standpunt",
        "reported": "weergave van een ander",
        "review": "nog beoordelen",
    },
    "en": {},
}
"""The rules that `matching` names in a cue; what is not listed is shown as it is."""

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
        "n_hypothetical": "als, of vraag",
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
        "withheld": "achtergehouden",
        "reason": "reden",
    },
    "en": {},
}
"""Headers of the table beside a figure; in English the column's name with spaces."""

_CUE_WORD = {language: re.compile("|".join(map(re.escape, words)) or "(?!)") for language, words in CUE_WORDS.items()}


def describe_cue(cue: str, *, language: str) -> str:
    """Return a cue in the language of the report; what stands between double quotes was said and stays.

    >>> describe_cue('negation "geen" inside', language="nl")
    'ontkenning "geen" erin'
    """
    if cue == "no cue":
        return ""
    pieces = cue.split('"')
    words = CUE_WORDS[language]
    pieces[::2] = [_CUE_WORD[language].sub(lambda m: words[m[0]], piece) for piece in pieces[::2]]
    return '"'.join(pieces)


def describe_speaker(perspective: str, label: str, number: int, *, language: str) -> str:
    """Name a speaker by perspective and number, and by nothing else.

    >>> describe_speaker("ouders", "Ouders", 3, language="nl"), describe_speaker("beleid", "Beleid", 1, language="nl")
    ('ouder 3', 'Beleid 1')
    """
    return f"{ONE_SPEAKER[language].get(perspective, label)} {number}"


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


def format_percent(share: float, *, language: str) -> str:
    """Write a share as a whole percentage.

    >>> format_percent(0.125, language="nl")
    '12%'
    """
    return MISSING if math.isnan(share) else format_number(100 * share, language=language) + "%"
