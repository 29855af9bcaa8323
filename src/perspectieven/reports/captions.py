"""Titles and captions of the figures, under the questions of a reader: what is counted, what not to read into it."""

from collections.abc import Mapping

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "what": ("aandelen", "warmtekaart", "vragen"),
    "how": ("orientatie", "stemmen", "spontaan"),
    "apart": ("gedeeld", "begrippen", "verschillen", "kaart"),
    "together": ("samen", "verloop"),
    "enough": ("verzadiging",),
}
"""What a reader wants to know, and the names of the figures that say something about it."""

ASKED: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "what": "Wat noemen zij?",
        "how": "Hoe spreken zij erover?",
        "apart": "Wat delen zij, en waarin verschillen zij?",
        "together": "Wat hoort bij elkaar, en wanneer komt het op?",
        "enough": "Is er genoeg gehoord?",
    },
    "en": {
        "what": "What do they mention?",
        "how": "How do they speak of it?",
        "apart": "What do they share, and where do they differ?",
        "together": "What goes together, and when does it come up?",
        "enough": "Has enough been heard?",
    },
}
"""Language to question to its words."""

CAPTIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "nl": {
        "aandelen": (
            "Wie noemt welk thema?",
            "Aandeel van de sprekers dat een thema ten minste één keer noemt, met 95%-interval (het ruimste van "
            "bootstrap over gesprekken en Wilson). De persoon telt, niet hoe vaak iemand iets zegt. Naast een rij "
            "staat wat u moet weten voor u het grootste verschil daarin gelooft.",
        ),
        "warmtekaart": (
            "Hoe vaak wordt een thema genoemd?",
            "Vermeldingen per 1.000 woorden, met 95%-interval (het ruimste van bootstrap over gesprekken en de exacte "
            "grenzen van een telling). Een enkele spreker die veel over iets praat kan hier een hele groep kleuren; "
            "leg deze figuur daarom naast de aandelen van sprekers.",
        ),
        "orientatie": (
            "Normaliserend, neutraal of problematiserend?",
            "Gemiddeld aandeel per spreker van wat normaliserend, neutraal of problematiserend is gezegd. Neutraal "
            "ligt om de middellijn, normaliserend links daarvan en problematiserend rechts; de lijn boven een uiteinde "
            "laat zien waar het ligt van de onder- tot de bovengrens van dat aandeel. Wie niets "
            "noemt heeft geen aandelen en telt niet mee; daarom kunnen er minder sprekers staan dan de groep er heeft. "
            "Met 95%-interval (het ruimste van bootstrap over gesprekken en Wilson voor samenhangende vermeldingen). "
            "Dit beschrijft taal en is geen oordeel.",
        ),
        "gedeeld": (
            "Wat wordt gedeeld?",
            "Een perspectief deelt een thema als ten minste twee sprekers het noemen; wat een enkele spreker zegt "
            "is nog niet van de groep.",
        ),
        "verloop": (
            "Waar in het gesprek komt een thema op?",
            "Vermeldingen per 1.000 woorden in vijf even lange delen van het gesprek, met 95%-interval, voor de zes "
            "thema's met de meeste sprekers. Boven een kolom staat hoeveel mensen in zo'n deel iets zeggen. Er is "
            "niets getoetst.",
        ),
        "vragen": (
            "Wie zegt iets bij de vier onderzoeksvragen?",
            "Aantal sprekers dat iets zegt dat bij een onderzoeksvraag hoort, met 95%-interval over gesprekken. Vraag "
            "2 is gesplitst: wat erbij hoort, en wanneer er reden is om te verwijzen.",
        ),
        "stemmen": (
            "Wiens kijk wordt verteld?",
            "Vermeldingen per spreker en per persoon van wie de kijk is. Wie vertelt wat een ander vindt, zegt nog "
            "niet dat hij het er zelf mee eens is. Er wordt geteld per vermelding, dus een prater weegt zwaarder. Het "
            "95%-interval van elk aandeel (het ruimste van bootstrap over gesprekken en Wilson voor samenhangende "
            "vermeldingen) houdt daar rekening mee.",
        ),
        "spontaan": (
            "Wie begint er zelf over?",
            "Aandeel sprekers dat uit zichzelf over een thema begint, en aandeel dat het alleen noemt nadat ernaar is "
            "gevraagd. Wat is uitgelokt zegt ook iets over de vragen.",
        ),
        "begrippen": (
            "Welke begrippen delen zij?",
            "Hoeveel codes een combinatie van groepen deelt. Een groep deelt een code als ten minste twee sprekers die "
            "noemen. In een grotere groep gebeurt dat eerder.",
        ),
        "kaart": (
            "Wie lijkt op wie?",
            "Correspondentieanalyse: groepen die bij elkaar staan verdelen hun woorden over de thema's op een "
            "vergelijkbare manier. Groepen en thema's horen bij elkaar als ze vanuit het midden dezelfde kant op "
            "liggen. Een kaart laat een patroon zien en toetst niets.",
        ),
        "samen": (
            "Wat wordt samen genoemd? {who}",
            "Een dikke lijn verbindt thema's die vaker dan bij toeval in dezelfde beurt genoemd worden, door twee of "
            "meer sprekers, ook als alle paren samen getoetst zijn (Holm). Komt geen enkel paar boven het toeval uit, "
            "dan staat dat er in woorden en is er geen netwerk. Wat samen genoemd wordt, is nog geen oorzaak en "
            "gevolg.",
        ),
        "verzadiging": (
            "Levert een volgend gesprek nog iets nieuws op?",
            "Gemiddeld aantal verschillende codes na zoveel gesprekken, over alle volgordes; de band "
            "bevat 95% daarvan. Een lijn die nog stijgt betekent dat er meer te horen valt dan hier staat. Achter een "
            "punt staan geen citaten, want het is een gemiddelde over volgordes.",
        ),
        "verschillen": (
            "Hoe groot zijn de verschillen?",
            "Verschil in aandeel sprekers per paar perspectieven, met 95%-interval (bootstrap over gesprekken en "
            "Newcombe, het ruimste van de twee). Er worden veel vergelijkingen tegelijk gemaakt; boven de figuur staat "
            "hoeveel. Alleen een gevuld teken houdt stand als daarvoor is gecorrigeerd (p na Holm onder 0,05). Een "
            "open teken zegt: misschien. Een klein teken zegt niets: het interval raakt nul. Een cijfer naast "
            "een lijn vraagt om voorzichtigheid; boven de figuur staat waarom.",
        ),
    },
    "en": {
        "aandelen": (
            "Who mentions which theme?",
            "Share of speakers who mention a theme at least once, with a 95% interval (the wider of a bootstrap over "
            "conversations and Wilson's). The person counts, not how often somebody says something. Beside a row is "
            "what to know before believing the largest difference in it.",
        ),
        "warmtekaart": (
            "How often is a theme mentioned?",
            "Mentions per 1,000 words, with a 95% interval (the wider of a bootstrap over conversations and the exact "
            "limits of a count). A single talkative speaker can colour a whole group here; read it beside the shares "
            "of speakers.",
        ),
        "orientatie": (
            "Normalising, neutral or problematising?",
            "Mean share per speaker of what was said in a normalising, neutral or problematising way. Neutral lies "
            "around the middle line, normalising to its left and problematising to its right; the line above an end "
            "shows where it is from the lower to the upper limit of that share. Who mentions "
            "nothing has no shares and is not counted, so there can be fewer speakers here than in the group. "
            "With a 95% interval (the wider of a bootstrap over conversations and Wilson's for mentions that go "
            "together). It describes language and is no grade.",
        ),
        "gedeeld": (
            "What is shared?",
            "A perspective shares a theme when at least two of its speakers mention it; what one speaker says is "
            "not yet the group's.",
        ),
        "verloop": (
            "Where in the conversation does a theme come up?",
            "Mentions per 1,000 words in five equally long parts of the conversation, with a 95% interval, for the six "
            "themes with most speakers. Above a column is how many people say something in such a part. Nothing "
            "was tested.",
        ),
        "vragen": (
            "Who says something to the four research questions?",
            "Number of speakers who say something that belongs to a research question, with a 95% interval. Question 2 "
            "is divided: what is part of it, and when there is reason to refer.",
        ),
        "stemmen": (
            "Whose view is told?",
            "Mentions by who speaks and by whose view it is. Who tells what somebody else thinks does not yet "
            "agree. Counted are mentions, so a talkative person weighs more. The 95% interval of each share "
            "(the wider of a bootstrap over conversations and Wilson's for mentions that go together) allows for that.",
        ),
        "spontaan": (
            "Who brings it up unasked?",
            "Share of speakers who bring up a theme of their own accord, and share who mention it only after being "
            "asked. What was prompted says something about the questions as well.",
        ),
        "begrippen": (
            "Which concepts do they share?",
            "How many codes a combination of groups shares. A group shares a code when at least two speakers mention "
            "it. In a larger group that happens sooner.",
        ),
        "kaart": (
            "Who is like whom?",
            "Correspondence analysis: groups that stand together divide their words over the themes in a like manner. "
            "Groups and themes belong together where they lie in the same direction from the middle. A map shows a "
            "pattern and tests nothing.",
        ),
        "samen": (
            "What is mentioned together? {who}",
            "A thick line joins themes that are mentioned in the same turn more often than by chance, by two speakers "
            "or more, also with all pairs tested together (Holm). Where no pair is above chance this is said in words, "
            "and there is no network. What is mentioned together is not yet cause and effect.",
        ),
        "verzadiging": (
            "Does a further conversation add anything new?",
            "Mean number of different codes after so many conversations, over all orders; the band holds "
            "95% of these. A line that still rises means that there is more to hear than is here. No quotes stand "
            "behind a point, as it is a mean over orders.",
        ),
        "verschillen": (
            "How large are the differences?",
            "Difference in share of speakers per pair of perspectives, with a 95% interval (bootstrap over "
            "conversations and Newcombe, the wider of the two). Many comparisons are made at a time; above the figure "
            "is how many. Only a filled mark holds when that is adjusted for (p after Holm below 0.05). An open mark "
            "says: perhaps. A small mark says nothing: the interval touches zero. A number "
            "beside a line asks for care; above the figure is why.",
        ),
    },
}
"""Language to figure name to title and caption."""


def describe_figure(name: str, *, who: str = "", language: str) -> tuple[str, str, str]:
    """Return the question that a figure belongs to, its title and its caption.

    Parameters
    ----------
    who : str
        Label of the perspective that the figure is of, where there is one for each.

    Examples
    --------
    >>> describe_figure("samen", who="Ouders", language="nl")[:2]
    ('Wat hoort bij elkaar, en wanneer komt het op?', 'Wat wordt samen genoemd? Ouders')
    """
    (question,) = [question for question, names in QUESTIONS.items() if name in names]
    title, caption = CAPTIONS[language][name]
    return ASKED[language][question], title.format(who=who), caption
