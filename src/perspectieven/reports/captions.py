"""Titles and captions of the figures: what is counted, and what not to read into it."""

from collections.abc import Mapping

CAPTIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "nl": {
        "aandelen": (
            "Wie noemt welk thema?",
            "Aandeel van de sprekers dat een thema ten minste een keer noemt, met het 95%-interval van Wilson. De "
            "persoon telt, niet hoe vaak iemand iets zegt. Brede intervallen horen bij kleine groepen.",
        ),
        "warmtekaart": (
            "Hoe vaak wordt een thema genoemd?",
            "Vermeldingen per 1.000 woorden. Een enkele spreker die veel over iets praat kan hier een hele groep "
            "kleuren; leg deze figuur daarom naast de aandelen van sprekers.",
        ),
        "orientatie": (
            "Normaliserend, neutraal of problematiserend?",
            "Gemiddeld aandeel per spreker van wat normaliserend, neutraal of problematiserend is gezegd. Dit "
            "beschrijft taal en is geen oordeel.",
        ),
        "gedeeld": (
            "Wat wordt gedeeld?",
            "Een perspectief deelt een thema als ten minste twee sprekers het noemen; wat een enkele spreker zegt "
            "is nog niet van de groep.",
        ),
        "verloop": (
            "Waar in het gesprek komt een thema op?",
            "Vermeldingen per 1.000 woorden in vijf even lange delen van het gesprek, voor de zes thema's met de "
            "meeste sprekers.",
        ),
        "verschillen": (
            "Hoe groot zijn de verschillen?",
            "Verschil in aandeel sprekers per paar perspectieven, met 95%-interval (bootstrap over sprekers en "
            "Newcombe, het ruimste van de twee). Een interval dat nul raakt is geen verschil om te melden.",
        ),
    },
    "en": {
        "aandelen": (
            "Who mentions which theme?",
            "Share of speakers who mention a theme at least once, with Wilson's 95% interval. The person counts, "
            "not how often somebody says something. Wide intervals go with small groups.",
        ),
        "warmtekaart": (
            "How often is a theme mentioned?",
            "Mentions per 1,000 words. A single talkative speaker can colour a whole group here; read it beside "
            "the shares of speakers.",
        ),
        "orientatie": (
            "Normalising, neutral or problematising?",
            "Mean share per speaker of what was said in a normalising, neutral or problematising way. It describes "
            "language and is no grade.",
        ),
        "gedeeld": (
            "What is shared?",
            "A perspective shares a theme when at least two of its speakers mention it; what one speaker says is "
            "not yet the group's.",
        ),
        "verloop": (
            "Where in the conversation does a theme come up?",
            "Mentions per 1,000 words in five equally long parts of the conversation, for the six themes with most "
            "speakers.",
        ),
        "verschillen": (
            "How large are the differences?",
            "Difference in share of speakers per pair of perspectives, with a 95% interval (bootstrap over "
            "speakers and Newcombe, the wider of the two). An interval that touches zero is no difference to "
            "report.",
        ),
    },
}
"""Language to figure name to title and caption."""
