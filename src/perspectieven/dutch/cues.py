"""Cue words: what in Dutch speech negates, supposes, reports, or hints at irony."""

HESITATIONS = frozenset({"eh", "ehh", "uh", "uhh", "uhm", "ehm", "euh", "euhm", "hm", "hmm", "mm", "mmm"})
"""Sounds that are no words: they never count in a gap."""

REDUCED: dict[str, tuple[str, ...]] = {
    "'k": ("ik",),
    "'t": ("het",),
    "'m": ("hem",),
    "'n": ("een",),
    "'ns": ("eens",),
    "'s": ("eens",),
    "d'r": ("haar", "er", "daar"),
    "z'n": ("zijn",),
    "m'n": ("mijn",),
    "zo'n": ("zo", "een"),
    "da's": ("dat", "is"),
    "ie": ("hij",),
    "effe": ("even",),
    "effen": ("even",),
    "ff": ("even",),
    "es": ("eens",),
    "me": ("mijn",),
    "nie": ("niet",),
    "niks": ("niets",),
    "mekaar": ("elkaar",),
    "weleens": ("wel", "eens"),
}
"""Spoken short forms and the words that they may stand for."""

NEGATORS = frozenset(
    "niet geen nooit niemand nergens niets niks noch zonder amper nauwelijks allesbehalve allerminst verre nie".split()
)
"""Words that negate; *verre* only before *van*."""

NOUN_NEGATORS = frozenset({"geen", "zonder", "noch"})
"""Negators that reach no further than the noun phrase after them."""

APPARENT_NEGATION: tuple[str, ...] = (
        "niet alleen",
            "niet de enige",

            "niet voor niets",
            "niet te geloven",
            "niet eens",
            "geen idee",

            "niets geks",
            "waarom niet",
            "of niet",
            "niet waar",
            "niet meer dan",
            "niet anders dan",
            "niet zozeer",
        "niet omdat", "geen enkel probleem",  "niets mis",
)  # fmt: skip
"""Phrases with a negator that denies nothing of what is coded beside them."""

HIGHER_VERBS = frozenset(
    "denk denkt denken dacht dachten vind vindt vinden vond vonden geloof gelooft geloven geloofde zeg zegt zeggen "
    "zei zeiden bedoel bedoelt hoop hoopt is was lijkt gezegd gevonden gedacht beweerd".split()
)
"""Verbs whose negation is meant for the clause they govern: *ik denk niet dat het normaal is*."""

SUPPOSERS = frozenset(
    "zou zouden misschien wellicht stel hopelijk hoop hoopt hopen hoopte wens wenste mogelijk eventueel".split()
)
WISHES = frozenset("wil wilt willen wou wilde wilden".split())
TAGS = frozenset("toch he hè ja nee hoor joh snap weet je zeg maar niet of zo ofzo begrijp jij wel".split())
"""Words of which a tag question is made: *dat hoort erbij, toch?* asks nothing."""

ASKING = frozenset(
    "weet wist weten vraag vroeg vragen vraagt gevraagd afvraag afvraagt afvroeg afvragen kijk kijken benieuwd "
    "twijfel twijfelt twijfelen twijfelde zien uitzoeken checken nagaan dacht denk denken".split()
)
COMPARED = frozenset(
    "net zo zoals zelfde hetzelfde meer minder anders liever beter eerder zoiets iets iemand evenals "
    "zowel evengoed".split()
)
ROLES = frozenset(
    "moeder vader ouder ouders opvoeder opvoeders kind kinderen jongere puber professional professionals school "
    "leerkracht gezin mens team gemeente hulpverlener jeugdarts oma opa beleidsmaker therapeut meisje jongen "
    "grapje geheel eerste laatste enige volwassene tiener vriendin vriend werkwoord".split()
)
QUALIFIERS = frozenset(
    "ik je jij u hij ie ze zij we wij jullie het er dat dit die de een mijn zijn haar hun onze ons iemand iedereen "
    "niemand men daar hier iets niets alles school".split()
)
"""Words after *als* that make it a conditional clause rather than a role or comparison (*als kleuter*)."""
QUESTION_OPENERS = frozenset(
    "is zijn was waren ben bent heb hebt heeft hebben had kan kun kunnen kon moet moeten mag mogen zou zouden wil "
    "willen wilt ga gaat gaan gaan doe doet denk denkt vind vindt weet ken kent hoe wat wie waar waarom wanneer "
    "welke welk of hoeveel komt krijg krijgt zal".split()
)
HABITUAL = frozenset("altijd meestal vaak soms weleens elke iedere steeds telkens".split())
IRREALIS = frozenset("zou zouden had hadden was waren mocht ooit".split())

SAYING = frozenset(
    "zegt zei zeggen zeiden gezegd beweert beweren roept roepen riep riepen schrijft schrijven schreef vertelde "
    "vertelt vertelden meldt stelt".split()
)
JUDGING = frozenset(
    "vindt vond vinden vonden noemt noemde noemen noemden denkt dacht denken dachten beschouwt beschouwen".split()
)
DETERMINERS = frozenset(
    "de het een mijn m'n haar zijn z'n onze ons hun die dat deze dit je d'r eigen oude nieuwe jonge".split()
)
OWN_SUBJECTS = frozenset("ik we wij je jij u wij 'k men".split())
OWN_STANDPOINTS: tuple[str, ...] = (
        "ik vind",
            "vind ik",
            "ik vond",
            "vond ik",
            "volgens mij",
            "volgens ons",
            "wat mij betreft",
            "ik denk",
            "denk ik",
        "ik dacht",
            "dacht ik",
            "wij vinden",
            "vinden wij",
            "we vinden",
            "vinden we",
            "ik geloof",
            "naar mijn idee",
            "voor mij",
)  # fmt: skip
HEARSAY: tuple[str, ...] = (
        "zoiets van",
            "te horen dat",
            "wordt gezegd",
            "werd gezegd",
            "kreeg te horen",
            "krijg je te horen",
            "ze noemen het",
        "ze noemen dat", "zo noemen ze",
)  # fmt: skip

REPORTERS: dict[str, str] = {
    **dict.fromkeys(
        "school juf juffen meester mentor leerkracht leraar docent leraren docenten directeur ib'er".split(),
        "school"),
    **dict.fromkeys("huisarts dokter huisartsen".split(), "huisarts"),
    **dict.fromkeys("jeugdarts verpleegkundige jeugdverpleegkundige consultatiebureau schoolarts ggd".split(), "jgz"),
    **dict.fromkeys(
        "psycholoog psychiater therapeut hulpverlener hulpverleners hulpverlening behandelaar ggz".split(),
        "hulpverlening"),
    **dict.fromkeys("gemeente wethouder wijkteam jeugdteam cjg jeugdconsulent consulent".split(), "gemeente"),
    **dict.fromkeys("moeder ma mama mam".split(), "moeder"),
    **dict.fromkeys("vader pa papa pap".split(), "vader"),
    **dict.fromkeys("ouders ouder".split(), "ouders"),
    **dict.fromkeys("oma opa tante oom zus broer schoonmoeder schoonzus familie nicht neef".split(), "familie"),
    **dict.fromkeys("vriend vriendin vrienden vriendinnen buurvrouw buurman buren".split(), "omgeving"),
    **dict.fromkeys("zoon dochter kind kinderen jongen meisje jongeren leerling leerlingen".split(), "jeugdige"),
    **dict.fromkeys("man vrouw partner ex".split(), "partner"),
    **dict.fromkeys("mensen iedereen buitenwereld anderen collega collega's".split(), "anderen"),
    **dict.fromkeys("ze zij hij ie die".split(), ""),
}  # fmt: skip
"""Who may be reported, and under which name `attributed_to` lists them; pronouns stay unnamed unless a noun is near."""

IRONY: tuple[str, ...] = (
    "nou fijn",
    "lekker dan",
    "super hoor",
    "ja hoor",
    "bedankt he",
    "echt geholpen",
    "fijn is dat",
    "goh",
)
