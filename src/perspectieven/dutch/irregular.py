"""What the rules cannot know, and where the form dictionary is wrong: strong verbs, words of one form, exceptions.

To add an exception: 1. put the word in the group it belongs to, or add a group with the reason above it; 2. put a line
in `tests/dutch/forms.tsv`; 3. run `benchmarks/inflection/measure.py` and look at what changed.
"""

_STRONG_VERBS = """
bakken bakte,bakten gebakken
barsten barstte,barstten gebarsten
bederven bedierf,bedierven bedorven
bedriegen bedroog,bedrogen bedrogen
beginnen begon,begonnen begonnen
bergen borg,borgen geborgen
bevelen beval,bevalen bevolen
bezwijken bezweek,bezweken bezweken
bidden bad,baden gebeden
bieden bood,boden geboden
bijten beet,beten gebeten
binden bond,bonden gebonden
blazen blies,bliezen geblazen
blijken bleek,bleken gebleken
blijven bleef,bleven gebleven
blinken blonk,blonken geblonken
braden braadde,braadden gebraden
breken brak,braken gebroken
brengen bracht,brachten gebracht
buigen boog,bogen gebogen
delven dolf,dolven gedolven
denken dacht,dachten gedacht
dragen droeg,droegen gedragen
drijven dreef,dreven gedreven
dringen drong,drongen gedrongen
drinken dronk,dronken gedronken
druipen droop,dropen gedropen
duiken dook,doken gedoken
dwingen dwong,dwongen gedwongen
eten at,aten gegeten
fluiten floot,floten gefloten
gelden gold,golden gegolden
genezen genas,genazen genezen
genieten genoot,genoten genoten
geven gaf,gaven gegeven
gieten goot,goten gegoten
glijden gleed,gleden gegleden
glimmen glom,glommen geglommen
graven groef,groeven gegraven
grijpen greep,grepen gegrepen
hangen hing,hingen gehangen
heffen hief,hieven geheven
helpen hielp,hielpen geholpen
heten heette,heetten geheten
hijsen hees,hesen gehesen
houden hield,hielden gehouden
jagen jaagde,jaagden,joeg,joegen gejaagd
kiezen koos,kozen gekozen
kijken keek,keken gekeken
klimmen klom,klommen geklommen
klinken klonk,klonken geklonken
knijpen kneep,knepen geknepen
komen kwam,kwamen gekomen
kopen kocht,kochten gekocht
krijgen kreeg,kregen gekregen
krimpen kromp,krompen gekrompen
kruipen kroop,kropen gekropen
lachen lachte,lachten gelachen
laden laadde,laadden geladen
laten liet,lieten gelaten
lezen las,lazen gelezen
liegen loog,logen gelogen
liggen lag,lagen gelegen
lijden leed,leden geleden
lijken leek,leken geleken
lopen liep,liepen gelopen
malen maalde,maalden gemalen,gemaald
melken molk,molken,melkte,melkten gemolken
meten mat,maten gemeten
mijden meed,meden gemeden
moeten moest,moesten gemoeten
mogen mocht,mochten gemogen
nemen nam,namen genomen
plegen pleegde,pleegden,placht,plachten gepleegd
pluizen ploos,plozen geplozen
prijzen prees,prezen geprezen
raden raadde,raadden,ried,rieden geraden
rijden reed,reden gereden
rijgen reeg,regen geregen
rijzen rees,rezen gerezen
roepen riep,riepen geroepen
ruiken rook,roken geroken
scheiden scheidde,scheidden gescheiden
schelden schold,scholden gescholden
schenden schond,schonden geschonden
schenken schonk,schonken geschonken
scheppen schepte,schepten,schiep,schiepen geschept,geschapen
scheren schoor,schoren,scheerde,scheerden geschoren,gescheerd
schieten schoot,schoten geschoten
schijnen scheen,schenen geschenen
schijten scheet,scheten gescheten
schrijden schreed,schreden geschreden
schrijven schreef,schreven geschreven
schrikken schrok,schrokken geschrokken
schuiven schoof,schoven geschoven
slapen sliep,sliepen geslapen
slijpen sleep,slepen geslepen
slijten sleet,sleten gesleten
sluipen sloop,slopen geslopen
sluiten sloot,sloten gesloten
smelten smolt,smolten gesmolten
smijten smeet,smeten gesmeten
snijden sneed,sneden gesneden
snuiten snoot,snoten gesnoten
snuiven snoof,snoven gesnoven
spannen spande,spanden gespannen
spijten speet,speten gespeten
spinnen spon,sponnen gesponnen
splijten spleet,spleten gespleten
spreken sprak,spraken gesproken
springen sprong,sprongen gesprongen
spugen spuugde,spuugden,spoog,spogen gespuugd,gespogen
spuiten spoot,spoten gespoten
steken stak,staken gestoken
stelen stal,stalen gestolen
sterven stierf,stierven gestorven
stijgen steeg,stegen gestegen
stinken stonk,stonken gestonken
stoten stootte,stootten,stiet,stieten gestoten
strijden streed,streden gestreden
strijken streek,streken gestreken
treden trad,traden getreden
treffen trof,troffen getroffen
trekken trok,trokken getrokken
vallen viel,vielen gevallen
vangen ving,vingen gevangen
varen voer,voeren gevaren
vechten vocht,vochten gevochten
verdwijnen verdween,verdwenen verdwenen
vergelijken vergeleek,vergeleken vergeleken
vergeten vergat,vergaten vergeten
verliezen verloor,verloren verloren
vinden vond,vonden gevonden
vliegen vloog,vlogen gevlogen
vouwen vouwde,vouwden gevouwen
vragen vroeg,vroegen gevraagd
vreten vrat,vraten gevreten
vriezen vroor,vroren gevroren
wassen waste,wasten gewassen
wegen woog,wogen gewogen
werpen wierp,wierpen geworpen
werven wierf,wierven geworven
weten wist,wisten geweten
wijken week,weken geweken
wijten weet,weten geweten
wijzen wees,wezen gewezen
winden wond,wonden gewonden
winnen won,wonnen gewonnen
worden werd,werden geworden
wreken wreekte,wreekten gewroken
wrijven wreef,wreven gewreven
wringen wrong,wrongen gewrongen
zenden zond,zonden gezonden
zingen zong,zongen gezongen
zinken zonk,zonken gezonken
zinnen zon,zonnen gezonnen
zitten zat,zaten gezeten
zoeken zocht,zochten gezocht
zuigen zoog,zogen gezogen
zuipen zoop,zopen gezopen
zwellen zwol,zwollen gezwollen
zwemmen zwom,zwommen gezwommen
zweren zwoer,zwoeren,zwoor,zworen gezworen
zwerven zwierf,zwierven gezworven
zwijgen zweeg,zwegen gezwegen
"""

STRONG: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    infinitive: (tuple(pasts.split(",")), tuple(participles.split(",")))
    for infinitive, pasts, participles in map(str.split, _STRONG_VERBS.strip().splitlines())
}
"""Past forms and participles of strong and irregular verbs, after the list in the *Algemene Nederlandse Spraakkunst*
(2.3.2.3); a verb with a prefix or particle follows its base."""

WHOLE: dict[str, tuple[str, ...]] = {
    infinitive: tuple(forms.split())
    for infinitive, forms in {
        "zijn": "ben bent is was waren geweest wees wezen zijnde",
        "wezen": "wezens",
        "hebben": "heb hebt heeft had hadden gehad hebbend hebbende",
        "kunnen": "kan kun kunt kon konden gekund kunnend",
        "zullen": "zal zult zou zouden zul",
        "willen": "wil wilt wilde wilden wou wouden gewild willend willende",
        "mogen": "mag mogend mocht mochten gemogen gemocht",
        "gaan": "ga gaat ging gingen gegaan gegane gaand gaande",
        "staan": "sta staat stond stonden gestaan gestane staand staande",
        "slaan": "sla slaat sloeg sloegen geslagen slaand slaande",
        "doen": "doe doet deed deden gedaan gedane doend doende",
        "zien": "zie ziet zag zagen gezien geziene ziend ziende",
        "leggen": "leg legt legde legden gelegd gelegde leggend leggende",
        "zeggen": "zeg zegt zei zeiden zegde zegden gezegd gezegde zeggend zeggende",
    }.items()
}
"""All forms of the verbs whose present is irregular as well."""

REDUCED_INFINITIVES = frozenset({"gaan", "staan", "slaan", "doen", "zien", "zijn"})
"""Verbs whose infinitive does not end in *-en* after a consonant."""

SPELLED_STEMS = {
    verb: f"{verb[:-1]}"
    for verb in "racen skaten timen updaten daten faken managen gamen vapen youtuben leasen skypen raven".split()
} | {"scrollen": "scrol", "scheren": "scheer", "ruziën": "ruzie", "skiën": "ski"}
"""Verbs from English whose stem keeps its *-e*."""

PARTICLES = tuple(
    "achterna achterover aaneen aan achter af bij binnen boven buiten dicht door eruit goed groot heen hard in ineen "
    "kapot klaar klem kwijt langs leeg los mee mis moe na neer omhoog omlaag om onder open op over paard raak rond "
    "samen schoon stil stuk tegemoet tegen tekort teleur terecht terug thuis toe tussen uiteen uit vast vol "
    "vooruit voorbij voor voort vrij wakker waar weer weg ziek zwart "
    "beet dood dwars flauw geheim gerust hoog kort lastig mede plat raad stop van beeld coma hokjes huis "
    "probleem tanden toneel zitten".split()
)
"""Particles of separable verbs that may stand in the lexicon as one word."""

SPLIT_OR_NOT = frozenset("aan achter door mis om onder over vol voor weer".split())
"""Particles that also begin verbs that are never split and have no *ge-*: *overtuigd*, *ondersteund*."""

UNDIVIDED = frozenset("bekvechten incasseren".split())
"""Verbs that begin like one with a prefix or particle."""

GE_VERBS = frozenset("gedragen gebieden gedenken".split())
"""Verbs with the prefix *ge-* before a strong verb; other such words are participles."""

NO_VERBS = frozenset(
    # plurals that are also a rare verb (to man, to dawn); nobody means the verb
    "banen bedden benen beren bomen brieven buren dingen gaten gezinnen handen houten huizen jongen kaken kanten "
    "kinderen mannen muren ogen pillen tanden tassen tranen tonnen vreemden gasten schrokken weken wetten zieken "
    # other words in -en
    "boodschappen buiten gelaten geleden geweten gymspullen handelingsverlegen incasseringsvermogen medeweten "
    "morgen ondertussen pasen pinksteren uiteen voldongen volkomen volwassen wachtenden welbevinden "
    "zelfvertrouwen zorgmolen hulpverleningsmolen "
    "jeugdzorgmolen open teken regen eigen even "
    # numbers
    "drieën tienen vijven zessen zevenen negenen elven".split()
)

ONE_FORM = frozenset(
    "aan achter af al alleen alles als anders bij binnen boven daar dan dat de die dit door een eens eerst "
    "eigen en er eraan erbij ermee erover eruit etc even geen gelijk haar heel hele het hem hier hij hoe hun ik ie "
    "in iedereen iets ja je jezelf jij jouw jullie kan maar me mee meer men met mezelf mij mijn na naar naast nee "
    "nergens net niemand niet niets nog nooit nou nu of om omdat onder ons op over overheen per samen soms "
    "steeds te tegen ten ter terug thuis toch toe toen tot tussen uit uw van veel vanzelf ver via volgens "
    "voor vroeger wat weinig wel weer weg welk wie wij we wil wordt zelf zelfs zich zichzelf zij ze zo zoveel "
    "zonder zoals is "
    "was valt viel gaat leert blijkt klopt weet tijdens elke elk ieder elkaar één mét "
    # adverbs that no dictionary has as a lemma, and words like them
    "achteraan achteraf achterin achterna allang amper bovenaf daaronder doodop enver erin eraf erna genoeg hartstikke "
    "haarzelf hieraan hiervan hooguit jijzelf minstens normaliter hyper mekaar deze "
    "dezelfde meerdere derde negende heeft groter lager onderdoor oneens overeind slechts tekeer tussenin "
    "volop "
    "dichtbij waaraan waarin waarop waarvan weleens zomaar zélf iederéén vlakbij voorbij "
    # interjections and letters
    "basta gestoorden duh hè heisa hoi jee jeetje jezus not o oei oh oké out poeh an nos ind bie done good "
    # said without plural or inflection
    "adhd add anorexia asperger avg beu boulimia chill concerta dcd depri dsm dyscalculie emdr ehbo "
    "emotieregulatie klote "
    "lvb melatonine methylfenidaat ms ocd odd online oxazepam ptss relaxed risperdal ritalin sertraline sova "
    "armoede chaos control caseload casuïstiek dementie diagnostiek ernst feedback fut benul gedonder gekibbel gekrijs "
    "gepieker geplaag geroddel geschut getreiter herrie incest judo karate kleding komst lego logopedie mutisme "
    "privacy psychiatrie racisme respect rugby schade spoed vandalisme wanhoop zeggenschap atletiek "
    "kids socials takes lands sores empowerment coaching sexting scouting "
    # names
    "altrecht chatgpt curium digid discord entrea fortnite frankrijk frans humanitas instagram jeddah "
    "jeugdformaat jim lentis levvel marokko max medikinet minecraft nederland parkinson parnassia playstation "
    "pluryn roblox snapchat spotify suriname syrië tiktok tourette triversum turkije xbox youz yulius".split()
)
"""Words that have no other forms but those in `ALSO`; generating some makes other words of them (*een*, *eens*)."""

VERBS = frozenset("beeldbellen demedicaliseren".split())
"""Unknown verbs that look like a compound with a noun."""

NOUNS_ONLY = frozenset("druk gram jong kwaad lucht paal pet recht rouw stuk week".split())
"""Nouns that the dictionary compares like an adjective, or that are one but not as the last part of a compound."""

ADJECTIVES = frozenset("ambulant neurodivergent".split())
"""Adjectives that the dictionary lacks and that do not end like one."""

ALSO: dict[str, frozenset[str]] = {
    lemma: frozenset(forms.split())
    for lemma, forms in {
        # participles that the dictionary gives to nobody
        "bellen": "gebelde",
        "incasseren": "geïncasseerd geïncasseerde",
        "investeren": "geïnvesteerde",
        "missen": "gemiste",
        "overreageren": "overgereageerd",
        "tandenpoetsen": "getandenpoetst",
        "toetsen": "getoetst getoetste",
        "volgen": "gevolgde",
        "bekvechten": "gebekvecht",
        # spoken forms of frequent words
        "goed": "goeie",
        "oud": "ouwe ouwen",
        "dood": "dooie",
        "klas": "klassen",
        "eind": "eindje eindjes",
        "lot": "lootje lootjes",
        "dag": "dagje dagjes",
        "koe": "koetje koetjes",
        "vroeg": "vroegste",
        "raadslid": "raadsleden",
        "klok": "klokje klokjes",
        "vrouw": "vrouwtje vrouwtjes",
        "file": "filetje filetjes",
        "erg": "ergere",
        "teken": "tekens tekenen tekentje tekentjes",
        "regen": "regens regentje regentjes",
        "open": "opener openere opene",
        "volwassen": "volwassener",
        "continu": "continue",
        # pronouns and quantities, which are not compared like adjectives
        "jouw": "jouwe",
        "uw": "uwe",
        "weinig": "weinige weinigen minder minst minste",
        "welk": "welke",
        "zoveel": "zovele zovelen zoveelste",
        "dichtbij": "dichterbij dichtstbij",
        "nuttig": "nuttige",
        "hoeveel": "hoeveelste",
    }.items()
}
"""Forms that neither rules nor dictionary give."""

NEVER: dict[str, frozenset[str]] = {
    lemma: frozenset(forms.split())
    for lemma, forms in {
        # misspellings and old forms in the dictionary
        "baby": "babytje babytjes",
        "café": "cafétje cafétjes",
        "dom": "domkerkje domkerkjes",
        "eisen": "geeist",
        "helpen": "hielpte",
        "kat": "kater mannetjeskat",
        "lachen": "lachtte",
        "lam": "lampekes",
        "leerling": "leerlinkje leerlinkjes",
        "passen": "gepasst gepasste pass passde passden passt passte passten",
        "scheiden": "gescheden scheed",
        "uiten": "geüit",
        "verliezen": "geloren",
        "werken": "werktege",
        "kind": "kinde kindeken kindelijn kinderens kinneke kindertje",
        "label": "labellen labelletje labelletjes",
        "oma": "omatje omatjes",
        "probleem": "probleemtje probleemtjes",
        "sessie": "sessie'tje sessie'tjes",
        "training": "trainings",
        "vader": "gevaderen",
        "vrouw": "vrouwetje vrouwetjes",
        "wonder": "wonderen",
        "overreageren": "overreageerd overreageerde",
        # forms that are another word
        "continu": "continuus continuutje continuutjes",
        "iemand": "iemandje iemandjes",
        "denken": "dachte gedachte",
        "goed": "goeder goedere goeders goedst goedste",
        "jong": "jongen jongens jongetje jongetjes",
        "slecht": "slechts",
    }.items()
}
"""Forms that are wrong, or that nobody who says the lemma means."""
