"""Familiar names: what has a capital and makes nobody recognisable."""

import re
from collections.abc import Sequence
from functools import cache

from faker.providers.address.nl_NL import Provider

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.letters import fold_accents
from perspectieven.privacy.tokens import Token

_FAMILIAR = frozenset(
    """
    leen bakker foot locker donald duck ducks papiaments sranan spidermanpak gilmore girls praxis bijenkorf kwantum
    linkedin factorio strattera abilify sertraline pfeiffer crohn prader willi bowlby gordon piaget erikson maslow
    snickers verstappen taylor swift kanjertraining rots water sova triple p clb nederland nederlands nederlandse
    belgie belgisch belgische vlaams vlaamse vlaanderen holland hollandse europa europees europese duits duitse
    duitsland engels engelse engeland frans franse frankrijk spanje spaans spaanse italie italiaans italiaanse
    turkije turks turkse turk turken marokko marokkaans marokkaanse marokkaan marokkanen suriname surinaams
    surinaamse antillen antilliaans antilliaanse polen pools poolse oekraine oekraiens oekraiense syrie syrisch
    syrische somalie somalisch somalische eritrea eritrees eritrese afghanistan afghaans afghaanse irak iraaks iran
    iraans china chinees chinese amerika amerikaans amerikaanse arabisch arabische berber tigrinya papiamento fries
    friese friesland gronings groningse limburgs limburgse limburg brabant brabants brabantse twents achterhoek
    betuwe zeeland zeeuws zeeuwse drenthe drents gelderland overijssel flevoland veluwe randstad islam islamitisch
    islamitische moslim moslims christelijk christelijke katholiek katholieke protestants gereformeerd gereformeerde
    joods joodse jezus god allah koran bijbel ramadan suikerfeest offerfeest kerst kerstmis pasen pinksteren
    sinterklaas sint piet zwarte kerstman koningsdag moederdag vaderdag carnaval bevrijdingsdag hemelvaart oud nieuw
    adhd add asd pddnos pdd-nos odd ocd ptss asperger autisme tourette gilles down syndroom borderline covid corona
    coeliakie hemofilie scoliose epilepsie narcolepsie anorexia boulimia dyspraxie dyscalculie hypermobiliteit kinkhoest
    ritalin concerta medikinet melatonine paracetamol prozac emdr iq eq dsm cito avi lvb lvg vmbo havo vwo mavo mbo
    hbo wo pabo roc isk bbl bol kader basis po vo so sbo vso pro bso kdv ib ib'er rt jgz ggd ggz cjg amk vt poh
    pohggz poh-ggz poh-jeugd aios wmo wlz avg jeugdwet participatiewet pgb zin wajong uwv svb cak duo kinderbijslag
    digid ozj vng vws nji nivel cbs scp rivm who hema ikea action lidl jumbo albert heijn ah kruidvat blokker
    coolblue marktplaats vinted mcdonald's mcdonalds kfc tiktok insta instagram snap snapchat whatsapp facebook
    youtube netflix google discord twitch teams zoom magister somtoday parro social schools fortnite minecraft
    roblox fifa playstation xbox nintendo switch pokemon disney lego pubg gta spotify iphone ipad samsung apple
    android chatgpt signs safety veilig thuis jeugdzorg jeugdbescherming raad kinderbescherming kindertelefoon
    ouderschap gezin centrum bureau halt mee leger heils rode kruis kamer tweede eerste kabinet den haag minister
    provincie rijk maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni
    juli augustus september oktober november december ajax feyenoord psv ado ssst sst linksback
    rechtsback oranje champions league messi ronaldo
    cruijff harry potter rapunzel sesamstraat klokhuis jip janneke mama papa mam pap oma opa ma pa oom tante juf
    meester mevrouw meneer u ik sorry ok oke ja nee nou he hee jee hallo pfff tja maar want dus en of toen gek
    normaal gewoon leuk wat waarom hoe wie waar wanneer ga doe kom laat kijk stop fiat panda volkswagen opel suzuki
    miele twix russisch russische grieks griekse latijn zaans zaanse twente tenerife schiphol shell etos gamma
    intratuin xenos scapino rtl nibud humanitas excel klarna rihanna beyonce pluk petteflet nijntje bambi bluey
    frozen teletubbies brinta volvo mercedes bmw audi renault peugeot toyota ford porsche yamaha vespa axe dove
    nivea adidas nike puma gucci zeeman wibra primark bershka decathlon ing rabobank abn amro bunq knab tikkie
    tikkies shampoo head shoulders red bull cola sprite fanta fristi chocomel calve unox knorr smac nutella milka
    haribo venco dorito lays pringles cjib kvk rdw ind coa belastingdienst rijkswaterstaat politie brandweer
    reclassering voedselbank slachtofferhulp bijbelvertaling wikipedia mozart beethoven bach rembrandt picasso sahel
    sahara rif atlas bollywood bollywooddansen tedtalk nani dadi babcia babaanne anneanne abuela abuelo jadda
    halmoni babushka baba sranantongo wallah inshallah hamdoulillah alhamdulillah mashallah valentijn valentijnsdag
    halloween iftar holi diwali keti koti ontbijtkoek cachupa harira roti pom couscous tajine moksi alesi baklava
    lahmacun injera jollof fufu sambal goede tijden slechte voice gouden kooi expeditie jinek journaal jeugdjournaal
    efteling duinrell toverland walibi madurodam amuse westlands academisch gz-psycholoog westen oosten noorden
    zuiden eeuw parkinson alzheimer dravet rett pdd marfan angelman bachelor master powerpoint gmail hotmail
    zoomlink skype viber telegram bereal onlyfans pornhub tinder bumble grindr temu shein wehkamp zalando aliexpress
    amazon videoland viaplay ziggo kpn odido tele2 vodafone tmobile simyo ov ns gvb ret htm arriva connexxion qbuzz
    flixbus habbo reddit msn strava wattpad haags haagse hollands rotterdams rotterdamse amsterdams amsterdamse
    utrechts utrechtse delfts delftse leids leidse tilburgs tilburgse eindhovens eindhovense ryanair transavia klm
    hindoestaans hindoestaanse hindoestanen tukker canada canadees deen deense deens ardennen middellandse spanjaard
    amerikaan zaterdags zweden zweeds noorwegen noors ghana ghanees kaapverdie kaapverdisch zuid noord oost west
    home-start nokia outlook duplo monster energy youtuber radio studio sport zmok zmlk sofinummer memphis
    amara prowise chromebook gynzy basispoort squla duolingo wo-student vader moeder playmobil eid pierogi postnl
    ziyech appie habibi pake beppe abla abi hamdulillah
    syriers surinamers afghanen eritreeers somaliers irakezen iraniers roemenen bulgaren ghanezen berbers
    """.split()
)


_IN_NO_NAME = frozenset(
    "shrek pikachu charizard batman superman spiderman spidermans spongebob avengers titanic tetris sims flintstones "
    "pokemonkaarten robux rummikub monopoly uno halma sjoelen overwatch valorant warcraft hogwarts zweinstein "
    "disneyprinsessen monchichi tamagotchi furby bakugan beyblade beyblades xiaomi huawei toblerone droste lyme".split()
)
"""Games, toys, figures from stories, brands: unlike other familiar words they are part of nobody's name either."""


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold_accents(name.lower()) for name in Provider.countries)


_FAMOUS = frozenset(
    "max verstappen, anne frank, albert einstein, donald duck, harry potter, mark rutte, freek vonk, super mario, "
    "willem alexander, prader willi, triple p, albert heijn, taylor swift, pippi langkous, geert wilders, johan "
    "cruijff, vincent van gogh, jan klaassen, billie eilish, piet heyn, james bond, sigmund freud, jean piaget, john "
    "bowlby, erik erikson, annie schmidt, willem drees, hakim ziyech, ludo sanders, andre hazes, frans bauer, arjen "
    "robben, marco borsato, ali b, wesley sneijder, geert mak, michael jackson, justin bieber, ariana grande, bob "
    "marley, bob ross, nelson mandela, martin luther, luther king, dick bruna, roald dahl, carry slee, dikkertje dap, "
    "joost mag, mark my, leen bakker, jip en janneke, suzan en freek, bert en ernie, nick en simon, saskia en serge, "
    "bassie en adriaan, ot en sien, romeo en julia, adam en eva, jut en jul, hans en grietje, suske en wiske, ernst "
    "en bobbie, tom en jerry, jan en alleman, foot locker, gouden eeuw".split(", ")
)
"""Names in full that are of nobody in a study."""


def is_famous_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a token is of two or three words that name somebody or something that everybody knows.

    >>> from perspectieven.privacy.tokens import split_tokens
    >>> said = split_tokens("anne frank, anne bakker, jip en janneke, jip en anne")
    >>> [token.word for at, token in enumerate(said) if is_famous_at(said, at)]
    ['anne', 'frank', 'jip', 'en', 'janneke']
    """
    words = [token.word for token in tokens[max(0, at - 2) : at + 3]]
    own = min(at, 2)
    starts = [(first, size) for size in (2, 3) for first in range(max(0, own + 1 - size), own + 1)]
    return any(" ".join(words[first : first + size]) in _FAMOUS for first, size in starts)


def is_familiar(word: str) -> bool:
    """Say whether a name in small letters is a country, a brand, a diagnosis, a method, a holiday or the like.

    >>> is_familiar("ritalin"), is_familiar("klimop")
    (True, False)
    """
    head, _, rest = word.partition("-")
    known = word in _FAMILIAR or is_in_no_name(word) or word in _countries() or len(word) == 1
    return known or (head in _FAMILIAR and is_known(rest))


def is_in_no_name(word: str) -> bool:
    """Say whether a word is a game, a toy, a figure from a story or a brand, and part of nobody's name.

    >>> is_in_no_name("tetris"), is_in_no_name("shrek"), is_in_no_name("luigi")
    (True, True, False)
    """
    return word in _IN_NO_NAME


_SPOKEN = frozenset(
    "effe ff efkes joh gozer wollah wallah ewa sowieso eigelijk dees deze dese oke okee oké hoor zeg nee jaaa neee "
    "haha anders zelfs hartstikke erbij eraan erop eruit ervan ermee erover ertegen eronder erin tussenin hoezo "
    "chillen chille chill appen geappt gamen gegamed swipen skypen facetimen daarzo hierzo hierheen daarheen ergens "
    "nergens vanwege vanaf ondanks bovendien trouwens overigens eigenlijk hooguit alsmaar bv bijv mn zn dr t hihi "
    "pfff tsja tja nou nouja weetje weetjewel zegmaar zoiets ofzo enzo dinges dingetje eh uh uhm ehm hmm mhm "
    "burgerservicenummer bsn-nummer v-nummer autos da's groepsleidster groepsleider orthopedagoge amai faka tfoe "
    "ewaa wolla whollah wahed drerrie bigga ambulant ambulante casemanager casemanagers casemanagement residentieel "
    "residentiele poliklinisch uberhaupt uithuisplaatsing uithuisplaatsingen logopedie logopediste oudervereniging "
    "zorgcoordinator zorgcoordinatrice jenaplan zorgboer zorgpas vape vapes lipgloss drieen tweeen mediawijsheid "
    "apenstaart apestaart streamt gestreamd cringe kriegel kriegelig fatbike fatbikes aow'tje ted-talk "
    "ted-talks".split()
)


def is_spoken(word: str) -> bool:
    """Say whether a word is said all the time and stands in no dictionary."""
    return word in _SPOKEN


_LEARNED = re.compile(r".{4,}(?:iteit|iteiten|isme|istiek|aties?|eren|erende?|logisch|logische|heid|heden|achtige?)")


def is_learned(word: str) -> bool:
    """Say whether a word has an ending of words for something thought or done; names of people do not end so.

    >>> is_learned("suicidaliteit"), is_learned("casuistiek"), is_learned("externaliserend"), is_learned("dilano")
    (True, True, True, False)
    """
    return _LEARNED.fullmatch(word) is not None
