"""Which words name a speaker, and which open a sentence or a form field instead."""

import re

CODE = re.compile(r"[A-Z]{1,3}|[A-Z]{1,4}[ -]?\d{1,3}[a-z]?|[a-z]{1,4}\d{1,3}")
"""Short codes: R1, P12, M, r3."""

_ROLES = """
    int interviewer interviewster onderzoeker gespreksleider moderator facilitator respondent res resp
    geïnterviewde deelnemer spreker speaker participant informant moeder vader ouder ouders opvoeder pleegmoeder
    pleegvader pleegouder stiefvader stiefmoeder oma opa zoon dochter kind jongere jeugdige meisje jongen broer
    zus leerling student professional hulpverlener begeleider behandelaar jeugdhulpverlener gezinscoach coach
    therapeut psycholoog orthopedagoog leerkracht docent leraar lerares juf meester mentor ib'er conciërge
    schoolmaatschappelijk jeugdarts huisarts jeugdverpleegkundige wijkteammedewerker medewerker consulent
    beleidsmedewerker beleidsadviseur ambtenaar wethouder voorzitter griffier secretaris notulist observator
    tolk onbekend allen iedereen ervaringsdeskundige jongerenwerker trainer vrijwilliger buurvrouw buurman
    teamleider directeur manager mevrouw meneer
"""
KNOWN_SPEAKER = re.compile(
    rf"(?i:(?:de\s+)?(?:{'|'.join(map(re.escape, _ROLES.split()))})(?:[ _-]?(?:\d{{1,3}}|[a-z]))?)"
    r"|[RPDSIMV][ -]?\d{1,3}|[IR]"
)
"""Labels that need no repetition: Interviewer, Moeder, Spreker 2, R1."""

_FIELDS = """
    datum plaats locatie tijd tijdstip tijden duur begin einde aanvang aanwezig aanwezigen afwezig onderwerp
    betreft thema aan van cc bcc bijlage bijlagen bron bronnen website telefoon tel e-mail email mail adres
    opname bestand bestandsnaam versie titel project interviewnummer gespreksnummer transcriptie transcribent
    agenda legenda toelichting doel doelgroep kenmerk status leeftijd geslacht functie organisatie gemeente
    gemeenten kopie interviewduur setting
"""
METADATA = re.compile(rf"(?i)^\W*+(?:{'|'.join(map(re.escape, _FIELDS.split()))})\b[^:.?!]{{0,30}}:")
"""A line of a form: "Datum: 3 mei", "Duur opname: 54 minuten"."""

_OPENING_WORDS = """
    aangezien achteraf af alleen allereerst alles als alsof alstublieft altijd anders antwoord bijvoorbeeld
    citaat conclusie concreet dan dank dat deze dit die dus daar daarna daarom daarbij daarnaast dilemma doordat
    door echter een eerst eerlijk eigenlijk en er evenwel even fase feit feitelijk figuur gevolg gewoon goed
    helaas hem herhaling het hier hij hun idee ik immers in inderdaad is ja je jij jullie jouw juist kader kijk
    kern klopt kortom kort laatste les let liefst luister maar mens mensen met mijn misschien motie na nadeel
    namelijk natuurlijk nb nee niet nogmaals noot nou nu of ok oké om omdat ons onze onthoud oplossing opmerking
    op over overigens overweging paragraaf pas per plan probleem precies ps punt reactie resultaat samengevat
    samenvattend samenvatting sommige soms stap stel stelling stop straks tabel te ten tegenwoordig tevens tip
    toch toen tot trouwens tussen uit uiteindelijk uiteraard uitkomst vandaar vaak veel verder vervolgens
    vervolg volgens voor vooral voordeel voorbeeld vraag vragen want wacht wat we weet wel wie wij wil wou zeg
    zie zij ze zo zoals zoiets zou http https www besluit actie actiepunt amendement de concluderend
    constaterende overwegende verzoekt gehoord hoofdstuk artikel bijgevolg ergo fout dag daarmee waarom hoe waar
    wanneer welke welk hoezo ah ach aha oh o hé hè he hm mm mmm hmm uh uhm eh ehm tja nah joh jeetje zelf zelfs
"""
_OPENERS = frozenset(_OPENING_WORDS.split())
_INSIDE_SPEECH = re.compile(
    r"(?i)\b(?:ik|hij|zij|ze|je|we|wij|u|zei|zeg|zegt|zeggen|zeiden|dacht|denk|denkt|vroeg|vraagt|vind|vindt|is|was|waren|zijn|"
    r"heb|heeft|had|hebben|kan|kun|wil|moet|gaat|ging|dat|wat|hoe|dan|er|dus|niet|als|om|zo|mij|me|volgende|belangrijk)\b"
)
CALENDAR = re.compile(
    r"(?i)(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|augustus"
    r"|(?:septem|okto|novem|decem)ber|week|dag|ochtend|middag|avond|groep|fase|blok|module|les|klas)\b"
)
"""What a diary or a programme puts before a dash."""
_ABBREVIATION = re.compile(r"(?i)\b(?:mevr|mw|dhr|drs?|mr|ing|ir|prof|[a-z])\.")
_LONGEST, _MOST_WORDS = 45, 6


def looks_like_label(label: str) -> bool:
    """Tell whether words before a colon can name a speaker at all; only then does the file decide.

    Examples
    --------
    >>> [looks_like_label(words) for words in ("Moeder", "R1", "Jan de Vries (wijkteam)", "Medewerker wijkteam")]
    [True, True, True, True]
    >>> [looks_like_label(words) for words in ("Kijk", "Let op", "dat zei hij", "Wat hij zegt", "Datum")]
    [False, False, False, False, False]
    """
    if CODE.fullmatch(label) or KNOWN_SPEAKER.fullmatch(label):
        return label.lower() not in _OPENERS
    name = _ABBREVIATION.sub("", re.sub(r"\s*\([^()]*\)", "", label))
    words = name.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(name) <= _LONGEST
        and words[0][0].isupper()
        and not re.search(r"[.?!;,…\"“”]\s", name)
        and not re.search(r"[?!;…\"“”,]$", name)
        and not starts_like_speech(label)
        and not (len(words) > 1 and _INSIDE_SPEECH.search(name))
    )


def starts_like_speech(text: str) -> bool:
    """Tell whether the first word opens a sentence, a list or a form field rather than a name.

    Examples
    --------
    >>> starts_like_speech("Let op"), starts_like_speech("Tijdstip"), starts_like_speech("Sanne")
    (True, True, False)
    """
    first = re.match(r"[\w'\u2019-]+", text.lower())
    return bool(first and first.group() in _OPENERS) or bool(METADATA.match(f"{text}:"))
