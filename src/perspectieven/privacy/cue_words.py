"""Words that tell, where they stand beside a name or in one, that it is one, and of what."""

KIN = frozenset(
    "dochter dochtertje zoon zoontje broer broertje zus zusje zusjes man vrouw vriend vriendin vriendje "
    "vriendinnetje maatje oma opa tante oom neef neefje nicht nichtje moeder vader ex partner buurvrouw buurman "
    "buurmeisje buurjongen collega stiefvader stiefmoeder pleegzoon pleegdochter peuter baby meisje jongen "
    "jongetje kleinzoon kleindochter schoonzus schoonmoeder zwager jongste oudste middelste kleine hond kat oppas "
    "au-pair trainer mentor coach begeleider begeleidster leidster leider voogd gezinsvoogd bewindvoerder "
    "werkster werker pater psycholoog psychologe orthopedagoog huisarts leerkracht docent docente logopediste "
    "conciërge tolk".split()
)
TITLES = frozenset(
    "juf juffrouw meester mevrouw mevr meneer dhr mw dokter dr zuster dominee pastoor imam directeur wethouder "
    "professor prof heer familie fam drs ir mr".split()
)
SHORTENED = frozenset("mevr dhr mw dr prof drs ir fam mr".split())
CALLED = frozenset("heet heette heten genaamd geheten ene zekere".split())
"""Words before a name that say somebody is called so."""
CALLS = frozenset("heet heette heten genaamd geheten".split())
PRONOUNS = frozenset("ik hij ze zij ie".split())
BETWEEN = PRONOUNS | frozenset("gewoon dus eigenlijk echt officieel voluit toen nu nou ook eh zichzelf mezelf".split())
"""What may stand between *heet* and the name."""
BETWEEN_OR_CALLS = BETWEEN | CALLS
TRADES = frozenset(
    "bakker slager rechter ouderling diaken notaris advocaat wijkagent agent tuinman kapper boer kinderarts "
    "kinderrechter bewindvoerder voogd gezinsvoogd achternaam".split()
)
"""Who is called by a surname, without more."""
SAYS = frozenset(
    "zei zegt vroeg vraagt belde belt appte appt vertelde vertelt riep roept huilde huilt lachte lacht d'r z'n".split()
)
"""What follows a name that is a word too, in a text without capitals."""
IN_TWO = frozenset("mei jo bo xin xiao jia an li yi lin hua san wei yu jun ming".split())
"""First halves of names in two words."""
PREFIXES = frozenset(
    "van de der den ten ter te het 't v d vd vande vander el al ben bin ait la le du von da dos".split()
)
"""Tussenvoegsels."""
DOES = frozenset(
    "is was heeft had zegt zei wil wilde moet moest kan kon gaat ging doet deed vindt vond mag mocht komt kwam "
    "zit zat speelt speelde werkt werkte belt belde vroeg vraagt huilt huilde slaapt sliep die en".split()
)
"""What follows a name that opens a sentence."""
SECOND = frozenset("ling lin ting ming hua xin jing ying na yan li yi mei fang hong".split())
NOT_CALLED = BETWEEN | frozenset(
    "dat het de een die deze dit zo hoe wat niet geen altijd vroeger nog wel maar want omdat als toen dan er "
    "daar hier mijn jouw haar hun ons onze van met naar heel erg iets iemand iedereen anders tegenwoordig "
    "inmiddels meteen daarom wil ineens plotseling opeens zelfs straks gister gisteren vandaag morgen verder "
    "liever graag volgens geloof denk dacht weet was heb ben ook eens misschien bijna alleen allebei samen "
    "echte".split()
)
NO_NAME_BEHIND = frozenset("de het een die dat deze dit mijn haar zijn onze geen elke".split())
SCHOOLS = frozenset(
    "mytylschool praktijkschool kdc basisschool school schooltje obs cbs rkbs pcbs kbs daltonschool "
    "montessorischool vrijeschool brede college lyceum gymnasium kdv kinderdagverblijf creche peuterspeelzaal "
    "peutergroep bso roc isk hogeschool universiteit vmbo-school middelbare internaat speciaal sbo-school "
    "so-school kinderopvang".split()
)
ORGANISATIONS = frozenset(
    "stichting vereniging voetbalclub voetbalvereniging hockeyclub tennisclub judoclub turnclub zwemclub "
    "handbalclub sc woongroep bezoekhuis jeugdplein kwekerij hc bc atletiekvereniging pleegzorg jeugdteam "
    "wijkteam jeugdbescherming jeugdhulp kinderpraktijk transportbedrijf kerkgenootschap cafetaria snackbar "
    "frituur cafe club vv sv fc rksv cvv scouting kerk moskee gemeente parochie manege bedrijf instelling "
    "organisatie zorgaanbieder praktijk huisartsenpraktijk gezondheidscentrum gezinshuis ziekenhuis buurthuis "
    "jongerencentrum wijkcentrum zorgboerderij supermarkt bakkerij kapper restaurant garage behandelgroep".split()
)
AREAS = frozenset("wijk buurt buurtje dorp gehucht stadsdeel deelgemeente flat straat".split())
SAYS_WHAT = SCHOOLS | ORGANISATIONS | AREAS
PLAIN = frozenset(
    "school schooltje club kerk moskee gemeente bedrijf instelling organisatie praktijk ziekenhuis kapper garage "
    "restaurant supermarkt middelbare speciaal brede vereniging".split()
)
"""Words that stay before the name of what they say."""
TOWNS = frozenset("in uit naar te bij rond richting vanuit omgeving regio gemeente".split())
"""What stands before a place."""
SCHOOL_ENDS = ("school", "college", "lyceum", "gymnasium", "mavo")
SCHOOL_NAMES = frozenset(
    "akker akkers ark anker bron brug baken boog boomgaard bongerd bolster beuk boei bundeling driesprong dolfijn "
    "duinroos eenhoorn eik esdoorn egelantier fontein feniks fakkel ganzebloem graankorrel globe hoeksteen horizon "
    "hazelaar kameleon klimop klinker kompas kubus kring korenbloem korenaar krullevaar kristal kofschip klaverweide "
    "kastanje kiem kloostertuin komeet landing lichtkring leilinde linde lindenhof lucht madelief meander mozaiek "
    "molenwiek margriet morgenster ontdekking octopus opdracht parel pionier pijler paradijs paperclip plataan "
    "piramide poolster populier palet ploeg regenboog rank rietkraag rozenhof schakel schatkamer springplank "
    "sprankel sleutelbloem startbaan steiger ster sterrenkijker stelle spil tangram toermalijn triangel trampoline "
    "tweesprong trekvogel tandem twijn uitkijk uilenspiegel vlinder viersprong vuurvogel vuurtoren vlieger "
    "vlindertuin vliegdoos waterlelie wegwijzer wereldboom wielewaal wiekslag wilgen wingerd windroos windwijzer "
    "wissel wonderboom zevensprong zonnebloem zonnewijzer zonnewiel zonnehoek zwaluw zandloper zilvermeeuw "
    "zeester achtsprong waterval kolibrie ijsvogel lepelaar kievit leeuwerik merel nachtegaal".split()
)
"""What schools in the Netherlands are often called, behind *de* or *het*."""
CARE = frozenset(
    "accare altra ambiq amerpoort arkin combinatie curium dimence elker enver entrea horizon intermetzo jarabee "
    "jeugdformaat juvent karakter kenter lentis levvel lindenhout mediant oosterpoort pactum parlan pluryn prisma "
    "rubicon spirit timon triade trias vitree xonar youke youz yulius yorneo cosis philadelphia middin cordaan "
    "lijn5 jeugdpunt spoor030 stek timon t'gerak indigo mondriaan parnassia emergis tactus iriszorg novadic brijder "
    "jellinek trubendorffer fivoor humanitas perspectief nidos samen-veilig".split()
)
"""Organisations for young people and families, by the names that talk gives them."""
AREA_ENDS = (
    "straat", "laan", "plein", "weg", "wijk", "buurt", "kwartier", "park", "dreef", "hof", "kade", "gracht", "singel",
    "steeg", "polder", "dijk", "veld", "burgh", "eiland", "flat",
)  # fmt: skip
OF_ANY = frozenset(
    "speel school winkel woon volks achterstands nieuwbouw probleem kracht markt dorps stads pracht bedrijven "
    "kantoren industrie zij dwars hoofd achter basis midden middel kinder zomer weekend taal muziek rij dans "
    "avond oefen dag buiten pret attractie recreatie vakantie skate water natuur villa bouw sport voetbal "
    "speeltuin snel fiets voet wandel ring rond autosnel toegangs ontsluitings om uit aan af mee vrije kunst "
    "film koor plus hoge tussen start arbeiders binnen vogelaar gas zand zorg ons dezelfde brug berg land "
    "land- doodlopende een achterlijke elke brand acker speciale huis vmbo havo vwo pabo privé prive rijks "
    "moeder oude nieuwe andere zelfde luxe vinex hulpverleners tweekamer eengezins sociale hoogbouw bunga "
    "portiek etage galerij".split()
)
"""What may stand before such an ending without making it a name."""
PLACES_FIRST = frozenset(
    "antwerpen assen delft dronten drachten etten geraardsbergen gent hasselt heemstede hoofddorp leiden lemmer "
    "malden mechelen hoorn losser doorn goor rolde nieuwkoop oudenaarde schoten soest steenbergen tegelen "
    "wassenaar weert woerden zwolle roden tienen landgraaf".split()
)
"""Places whose names are in a form dictionary, yet that are seldom anything else."""
ARTICLES = frozenset("de het 't t den d'n".split())
NEVER_A_NAME = frozenset(
    "laatste hele eerste tweede tijd kinderen kind dag klas juf meester ouders beste meeste groep jaar jaren "
    "moment boel rest hulp week maand keer kant school gemeente zei wil weet gaat was is dat die er ook wel niet "
    "en of maar want om te in op van voor met bij aan naar toen nu dan als ik je ze hij we het een heeft had zit "
    "zat waar daar hier zo heel echt ja nee gewoon nog al weer verder gaan omdat dus hoe wat wie zich mij me hem "
    "haar ons jullie deed doet kan kon mag moet zou zal hebben zijn wordt werd worden".split()
)
BEHIND_NAME = frozenset("mavo havo vmbo school college lyceum gymnasium basisschool".split())
PLACE_ENDS = (
    "broek", "nest", "horst", "oord", "burg", "berg", "hoven", "poort", "zoom", "bosch", "dal", "donk", "beek",
    "dorp", "waard", "heide", "akker", "akkers", "lanen", "mors", "veen", "rade", "rode", "loo", "hage", "haag",
    "stein", "wold", "woude", "schans", "vaart", "sluis", "laar", "hout", "rijn", "landen", "noord", "zuid",
    "oost", "west", "wiel", "werf", "gaarde", "brink", "es", "zicht", "meent", "hoek", "dijken", "weide",
    "weiden", "kamp", "kampen", "plas", "meer",
)  # fmt: skip
OF_SCHOOL = frozenset(
    "juf juffrouw meester leerkracht wc klas leerling leerlingen brugklas schoolplein conciërge mentor ib'er "
    "ouders rooster directeur school groepsapp schoolreisje rapport citotoets toets geschorst overgestapt "
    "brugpieper".split()
)
AT_SCHOOL = OF_SCHOOL - {"ouders", "directeur"} | frozenset(
    "zit zitten zat zaten groep schooltje middelbare naartoe gezeten gegaan".split()
)
USUAL_PLACES = frozenset(
    "bank stoel grond trap gang kamer kamp camping markt kerk moskee sport tafel telefoon computer stad winkel "
    "dokter huisarts opvang pabo mavo havo zolder wachtlijst plein politie fiets bus trein auto rand achtergrond "
    "slaapkamer overloop hoek zitting eten rekening kop tijd vloer boot wc plee schommel voorbank achterbank mbo "
    "hbo universiteit basis praktijk eettafel laptop tablet ipad mobiel plek plank bodem tenen knieen schoot "
    "handen nagels psycholoog psychiater gemeente rechter commissie directeur directrice intern wijk buurt straat "
    "hulp therapie zorg leraar leraren lerares mentor ouders moeder vader kinderen meiden jongens gymzaal aula "
    "kleuters bovenbouw onderbouw peuters atletiek vechtsport muziekles opleiding bijles naschoolse crisis "
    "afdeling groepsapp foto".split()
)
"""Where people sit and go that is no school."""
USUAL_ENDS = ("school", "les", "club", "groep", "kamer", "zaal", "opvang", "huis", "bank", "stoel", "team", "lijst")
STRONG = frozenset(
    "basisschool obs cbs rkbs pcbs kbs kdv kinderdagverblijf peuterspeelzaal bso scouting gezinshuis stichting "
    "manege mytylschool praktijkschool kdc woongroep kwekerij transportbedrijf kerkgenootschap jeugdteam "
    "kinderpraktijk wijkcentrum buurthuis jongerencentrum zorgboerderij gezondheidscentrum".split()
)
"""Words that have a name behind them where an article follows, also in small letters."""
NAMED_BEHIND = frozenset("stichting jeugdbescherming kinderpraktijk gezinshuis jeugdplein transportbedrijf".split())
"""Words that have a name right behind them."""
BEFORE_STREET = frozenset(
    "lange korte oude nieuwe grote kleine hoge lage burgemeester prins prinses koningin koning graaf generaal admiraal "
    "pastoor dominee professor dokter sint eerste tweede derde noorder zuider jan piet".split()
)
