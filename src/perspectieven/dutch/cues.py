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

FILLERS = HESITATIONS | frozenset("ja nee nou joh he hoor zeg maar weet je toch ofzo enzo echt eigenlijk dus".split())

# clauses

SUBORDINATORS = frozenset(
    "want omdat toen terwijl hoewel zodat voordat nadat totdat doordat zolang zodra dat als indien".split()
)
BEFORE_SUBJECT = frozenset("en of dus maar".split())
"""Words that begin a clause only before a subject."""
SUBJECTS = frozenset(
    "ik je jij u hij ie ze zij we wij jullie het er dan toen dat daar die dit hier iedereen niemand men mijn".split()
)
ARTICLES = frozenset("de een deze ons onze uw".split())
RELATIVES = frozenset("die wie waar waarom hoe wanneer".split())
POINTING_AFTER = frozenset("is was vind vindt vond vonden vinden heb heeft had doe kan moet mag wil zou".split())
"""Verbs after which *dat* is a pronoun (*ik vind dat normaal*), unless a subject follows (*ik vind dat hij*)."""
OPEN_SUBJECTS = frozenset(
    (SUBJECTS - {"toen", "dan"})
    | ARTICLES
    | set("zijn z'n haar d'r hun kinderen ouders mensen jongeren school".split())
)
IN_A_ROLE = frozenset({"ik", "we", "wij"})
"""Words after which *als* names a role: *wij als gemeente*."""
ASKING_AFTER_NEGATOR = frozenset("waarom hoe wanneer".split())
SOFT_MAAR = frozenset("zeg doe laat ga kom nou nog".split())
"""Words with which *maar* softens: *zeg maar*."""
STRONG_FINITE = frozenset(
    "is was ben heb heeft had kan kon zou zal wil wou mag moet doe deed ging kwam nam zei zat stond kreeg zag bleef "
    "werd liep sliep dacht".split()
)
NO_BREAK_AFTER = frozenset(
    "niet geen met van voor op in aan door over tegen naar bij om uit tot zonder tussen tijdens na sinds via onder "
    "de het een en of zo net alleen ook al alle".split()
)

# separable verbs

CLUSTER_WORDS = frozenset(
    "te kan kun kunt kunnen kon konden wil wilt willen wou wilde wilden mag mogen mocht mochten moet moeten moest "
    "moesten zou zouden zal zullen ga gaat gaan ging gingen laat laten liet lieten blijf blijft blijven bleef heb "
    "hebt heeft hebben had hadden is zijn was waren ben bent word wordt worden werd werden durf durft durven hoef "
    "hoeft hoeven het".split()
)
"""Words that may stand between a particle and its verb in a verb cluster: *mee kan doen*."""
PARTICLE_PREPOSITIONS = frozenset(
    "aan af bij binnen door in langs mee na naar om onder op over tegen toe tot uit voor".split()
)
"""Particles that may as well be prepositions."""
AFTER_PARTICLES = frozenset(
    "en of maar want dus dat omdat als toen terwijl wat wie waar hoe hoor he joh toch dan ook wel weer even nog nu "
    "nou zeg maar bij naar met van voor op in aan door over tegen tot uit om tussen tijdens sinds na zonder via "
    "volgens zodat voordat eh uh uhm ehm niet nooit meer eigenlijk gewoon misschien toen daar hier te zo ja nee he "
    "hè vandaag gisteren morgen soms altijd meteen kan kun kunt kunnen kon wil wilt willen wou mag mogen mocht "
    "moet moeten moest zou zouden zal zullen heb hebt heeft hebben had is was waren ben bent word wordt worden "
    "werd gaat gaan".split()
)
"""Words after which a particle belongs to no noun phrase."""

# negation

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

BEFORE_DAT = frozenset("zo het idee gevoel echt meteen zeggen van".split())
"""Words between a negator and *dat*: *niet zo dat*."""
AUXILIARIES = frozenset(
    "zijn hebben worden kunnen moeten mogen willen zullen gaan laten eigen buiten binnen zeven".split()
)
"""Verbs that leave a negation before them to what follows."""
AFTER_NEGATOR = frozenset(
    "meer zo sprake nodig ook eens helemaal altijd zelf er in op aan mee van bij uit af om voor over toe door mij me "
    "ons hem haar hun je".split()
)
"""Words that may follow a negator which still denies what was said before it."""
MODIFIERS = frozenset("enkel een één of meer te zo heel erg al van dit dat soort moment echt seconde dag keer".split())
"""Words that may stand between *geen* and its noun."""

DENYING = frozenset("vergeten vergat vergaten nagelaten verzuimd weigert weigerde weigerden geweigerd".split())
"""Verbs that say that what follows with *te* was not done: *ik heb vergeten te signaleren*."""
LACKING = frozenset("ontbreekt ontbrak ontbraken ontbroken".split())
"""Verbs that say that something is not there."""
NO_OBJECT = frozenset(
    "in op tijdens na door sinds voor zonder om uit vanaf bij tot via wegens vanwege ondanks toen daarom daardoor "
    "dus dan als misschien soms eigenlijk vaak".split()
)
"""Words with which something opens that is no object: *in de klas heb ik nooit*, *daarom heb ik nooit*."""
EXPERIENCED = frozenset(
    "gehad gekregen gemerkt gevonden gevoeld gezien gehoord gekend geweest gezeten gesproken gedaan gebruikt "
    "opgeleverd noemen last sprake rol".split()
)
"""Words behind a negator that make it deny what stands before the verb: *van twijfels heb ik nooit last gehad*."""
HAVING = frozenset(
    "ben is was waren zijn heb hebt heeft hebben had hadden doe doet doen deed deden krijg krijgt krijgen kreeg "
    "kregen vind vindt vond".split()
)
"""Verbs of which what stands before them is denied by a negator alone: *ongerust ben ik niet*."""
TAKING_BACK = frozenset(
    "is ben zijn geloof geloven klopt klopte vind vinden zie merk merken trek kijk gebeurt gebeurde".split()
)
"""Verbs with which a clause takes back what was said before it: *dat is niet zo*, *daar geloof ik niks van*."""
NO_LONGER = frozenset("kan kon kunnen konden".split())
"""Verbs with which it does so only beside *meer*: *dat kan niet meer*, but *dat kan niet* finds fault."""
LIGHT = frozenset(
    "zo waar eens gelukt gekomen gebeurd gebeuren doorgegaan geworden geweest gegaan lang allang inmiddels "
    "gewoon allemaal zeker achteraf net sta staan stonden denk zag uiteindelijk gelukkig helaas totaal absoluut "
    "weer nog nu hier".split()
)
"""Words that may stand in such a clause, beside pronouns and what may follow a negator."""
BARE_NOUNS = frozenset("sprake kwestie teken spoor vorm greintje".split())
"""Nouns after *geen* that leave the denial to what follows them: *geen sprake van onveiligheid*."""

# supposition

SUPPOSERS = frozenset(
    "zou zouden misschien wellicht stel hopelijk hoop hoopt hopen hoopte wens wenste mogelijk eventueel".split()
)
WISHES = frozenset("wil wilt willen wou wilde wilden".split())
OBLIGATIONS = frozenset("moet moeten moest moesten mag mogen mocht mochten".split())
"""Verbs of what somebody else decides on: *van de dokter moest ik rusten*."""
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
    "ik je jij u hij ie ze zij we wij jullie het er dat dit die de een mijn zijn z'n haar d'r hun onze ons "
    "iemand iedereen niemand men daar hier iets niets alles school".split()
)
"""Words after *als* that make it a conditional clause rather than a role or comparison (*als kleuter*)."""
QUESTION_OPENERS = frozenset(
    "is zijn was waren ben bent heb hebt heeft hebben had kan kun kunnen kon moet moeten mag mogen zou zouden wil "
    "willen wilt ga gaat gaan gaan doe doet denk denkt vind vindt weet ken kent hoe wat wie waar waarom wanneer "
    "welke welk of hoeveel komt krijg krijgt zal".split()
)
HABITUAL = frozenset("altijd meestal vaak soms weleens elke iedere steeds telkens".split())
IRREALIS = frozenset("zou zouden had hadden was waren mocht ooit".split())
"""Words with which *als* tells no habit; *was* and *had* may, in the past."""
SURELY_UNREAL = frozenset("zou zouden ooit".split())
"""Words with which *als* supposes also for codes that live on habits."""
UNREAL = frozenset("had hadden was waren kon konden mocht mochten zat stond kreeg".split())
"""Verbs that open an unreal wish: *had ik maar*, *was er maar een oudercafé*."""
FEARING = frozenset("bang".split())
"""Words before *dat* that say that something is feared: *bang dat ze weer thuis komt te zitten*."""

# answers

OPEN_QUESTIONS = frozenset(
    "hoe wat wie waar waarom wanneer welke welk hoeveel waardoor waaruit waarmee waarvan".split()
)
"""Words with which a question begins that asks for more than yes or no."""
YES = frozenset("ja jawel jazeker klopt zeker absoluut precies inderdaad tuurlijk natuurlijk".split())
NO = frozenset("nee nooit neu".split())
HEDGES = frozenset("nee ja nou maar en hoor weet misschien soms jawel zeker nooit".split())
"""Words behind *ja* or *nee* that make it no answer: *ja nee*, *nee maar*, *ja nou*."""

# voice

SAYING = frozenset(
    "zegt zei zeggen zeiden gezegd beweert beweren beweerde roept roepen riep riepen schrijft schrijven schreef "
    "schreven vertelde vertelt vertelden meldt stelt appte appt appten mailde mailt afvroeg "
    "afvraagt opperde oppert adviseerde adviseert waarschuwde waarschuwt belooft beloofde beloofden beloofd "
    "klaagde klaagt klaagden antwoordde antwoordden concludeerde concludeerden oordeelde fluisterde "
    "schreeuwde".split()
)
JUDGING = frozenset(
    "vindt vond vinden vonden noemt noemde noemen noemden denkt dacht denken dachten beschouwt beschouwen gelooft "
    "geloofde geloven meent meende meenden menen mening overtuigd vermoedt vermoedde vreest vreesde".split()
)
COPULAS = frozenset("is was zijn waren blijft bleef".split())
"""Verbs after *voor* and somebody that make it their view: *voor de wijkagent is dat onveilig*."""
DETERMINERS = frozenset(
    "de het een mijn m'n me haar zijn z'n onze ons hun uw die dat deze dit je d'r eigen oude nieuwe jonge".split()
)
OWN_SUBJECTS = frozenset("ik we wij je jij u wij 'k men".split())
INVERTING = frozenset("zeg zei vind vond denk dacht".split())
"""Verbs that may stand before *ik* as its own."""
QUOTED_SUBJECTS = frozenset("ik wij we hij".split())
"""Words after a verb of saying with which the words of somebody else begin: *zij zegt ik ben raar*."""
RESUMING = frozenset("ik we wij toen".split())
"""Words after *en* with which the speaker goes on telling in their own voice."""
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
ADOPTING = frozenset("gelijk klopt waar eens inderdaad sluit achter".split())
"""Words that make a clause take over what somebody else said before it: *dat klopt*, *ze hebben gewoon gelijk*."""
ADOPTING_ALSO = frozenset("vind vinden zo".split())
"""Words that do so beside *ook*: *dat vind ik ook*, *dat is ook zo*, but not *dat had ik ook*."""
HEARSAY: tuple[str, ...] = (
        "zoiets van",
            "te horen dat",
            "werd verteld dat",
            "het advies om",
            "de raad om",
            "aangeraden om",
            "geadviseerd om",
            "wordt gezegd",
            "werd gezegd",
            "kreeg te horen",
            "krijg je te horen",
            "ze noemen het",
        "ze noemen dat", "zo noemen ze",
)  # fmt: skip

REPORTERS: dict[str, str] = {
    **dict.fromkeys(
        "school juf juffen meester mentor leerkracht leraar docent leraren docenten directeur ib'er "
        "groepsleiding schoolleiding conrector decaan".split(),
        "school"),
    **dict.fromkeys("huisarts dokter huisartsen praktijkondersteuner poh assistente".split(), "huisarts"),
    **dict.fromkeys(
        "jeugdarts verpleegkundige jeugdverpleegkundige consultatiebureau schoolarts ggd kinderarts".split(), "jgz"),
    **dict.fromkeys(
        "psycholoog psychiater therapeut orthopedagoog pedagoog kinderpsycholoog kinderpsychiater diëtiste jeugdzorg "
        "jeugdbeschermer jeugdbescherming gezinsvoogd voogd pleegzorg gezinscoach jongerenwerker begeleider "
        "begeleiding begeleidster hulpverlener hulpverleners hulpverlening behandelaar ggz".split(),
        "hulpverlening"),
    **dict.fromkeys("gemeente wethouder wijkteam jeugdteam cjg jeugdconsulent consulent".split(), "gemeente"),
    **dict.fromkeys("moeder ma mama mam".split(), "moeder"),
    **dict.fromkeys("vader pa papa pap".split(), "vader"),
    **dict.fromkeys("ouders ouder".split(), "ouders"),
    **dict.fromkeys("oma opa tante oom zus broer schoonmoeder schoonzus familie nicht neef".split(), "familie"),
    **dict.fromkeys("vriend vriendin vrienden vriendinnen buurvrouw buurman buren".split(), "omgeving"),
    **dict.fromkeys(
        "zoon dochter kind kinderen jongen jongens meisje meisjes jongeren leerling leerlingen".split(), "jeugdige"),
    **dict.fromkeys("man vrouw partner ex".split(), "partner"),
    **dict.fromkeys("mensen iedereen buitenwereld anderen collega collega's".split(), "anderen"),
    **dict.fromkeys("ze zij hij ie die".split(), ""),
}  # fmt: skip
"""Who may be reported, and under which name `attributed_to` lists them; pronouns stay unnamed unless a noun is near."""

RULE_BOOKS = frozenset(
    "richtlijn richtlijnen protocol regel regels regeltjes afspraak planning wet methode methodiek schema boekje "
    "boek recept plan meldcode eis eisen norm normen cao".split()
)
"""What one may act according to, which is nobody's view: *volgens de richtlijn werken*."""

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
