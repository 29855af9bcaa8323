"""Words that tell, where they stand beside a name or in one, that it is one, and of what."""

KIN = frozenset(
    "dochter dochtertje zoon zoontje broer broertje zus zusje zusjes man vrouw vriend vriendin vriendje "
    "vriendinnetje maatje oma opa tante oom neef neefje nicht nichtje moeder vader ex partner buurvrouw buurman "
    "buurmeisje buurjongen collega stiefvader stiefmoeder pleegzoon pleegdochter peuter baby meisje jongen jongetje "
    "kleinzoon kleindochter schoonzus schoonmoeder zwager jongste oudste middelste kleine hond kat oppas au-pair "
    "trainer mentor coach begeleider begeleidster leidster leider voogd gezinsvoogd bewindvoerder werkster werker "
    "pater psycholoog psychologe orthopedagoog huisarts leerkracht docent docente logopediste conciërge tolk ome "
    "opoe peettante peetoom stiefbroer stiefbroertje stiefzus stiefzusje halfbroer halfbroertje halfzus halfzusje "
    "pleegbroer pleegbroertje pleegzus pleegzusje pleegkind pleegkindje pleegvader pleegmoeder tweelingbroer "
    "tweelingzus klasgenoot klasgenootje kamergenoot huisgenoot buurkind achterneef achternicht schoonzoon "
    "schoondochter schoonvader schoonbroer jeugdwerker jongerenwerker jongerenwerkster groepsleider groepsleidster "
    "teamleider pedagoog therapeut speltherapeut gezinscoach logopedist fysiotherapeut invaller stagiair stagiaire "
    "rector conrector decaan buurtmoeder si sidi lalla nha nho tia tio teyze amca abla abi dayi hala yenge".split()
)
"""Who somebody is to another, also as families from elsewhere say it (*si Mohammed*, *nha Bia*)."""
TITLES = frozenset(
    "juf juffrouw meester broeder mevrouw mevr meneer dhr mw dokter dr zuster dominee pastoor imam directeur wethouder "
    "professor prof heer familie fam drs ir mr".split()
)
SHORTENED = frozenset("mevr dhr mw dr prof drs ir fam mr".split())
CALLED = frozenset("heet heette heten genaamd geheten ene zekere".split())
"""Words before a name that say somebody is called so."""
CALLS = frozenset("heet heette heten genaamd geheten".split())
PRONOUNS = frozenset("ik hij ze zij ie".split())
BETWEEN = PRONOUNS | frozenset(
    "gewoon dus eigenlijk echt officieel voluit toen nu nou ook eh zichzelf mezelf dan nog".split()
)
"""What may stand between *heet* and the name."""
BETWEEN_OR_CALLS = BETWEEN | CALLS
NAMES_SO = frozenset("noem noemt noemde noemden noemen".split())
"""Verbs that give somebody a name."""
NAME_WORDS = frozenset("bijnaam roepnaam voornaam koosnaam schuilnaam".split())
WHOM = frozenset("hem haar me mij 'm d'r mezelf zich zichzelf".split())
BETWEEN_NAMES_SO = WHOM | frozenset(
    "ik we wij ze zij je iedereen maar gewoon dus altijd hier allemaal toen ook eh nu".split()
)
"""What may stand between *noemen* and the name."""
MOVES = frozenset("kwam ging moest mocht wilde wou bleef zei vroeg belde zat stond durfde mag moet gaat komt".split())
HOW_MOVES = frozenset("weer ineens ook niet thuis langs mee bij naar met nog altijd binnen terug opeens daar".split())
"""What stands before and behind a name between a verb and how it is done: *toen kwam storm weer*."""
WHERE_FROM = frozenset(
    "maatschappelijk pleegzorg jeugdzorg jeugdbescherming jeugdhulp bureau school hiernaast boven beneden verderop "
    "slachtofferhulp veilig hockey voetbal judo dans scouting vluchtelingenwerk".split()
)
"""Where somebody is said to be from: *els van maatschappelijk werk*."""
DETERMINERS = frozenset(
    "de het een geen die dat deze dit zo'n mijn jouw haar zijn onze ons hun elke elk ieder veel".split()
)
"""What stands before a noun, and hardly ever before a name."""
BEFORE_NAMES = frozenset(
    "bij met van voor aan tegen en of door over volgens als dat toen omdat want maar naast zoals ook dus kwam zei was "
    "had heeft ging moest mocht wilde noemde naar dan is zit zat zegt".split()
)
"""What may stand before the name of somebody who was named before."""
NICKNAMED = frozenset("dikke lange kleine grote rooie kale gekke ouwe schele malle blinde blonde".split())
"""What is part of a name where no article stands before it: *dikke Rens*."""
TRADES = frozenset(
    "bakker slager groenteboer melkboer rechter ouderling diaken notaris advocaat wijkagent agent tuinman kapper "
    "boer kinderarts kinderrechter bewindvoerder voogd gezinsvoogd achternaam".split()
)
"""Who is called by a surname, without more."""
SAYS = frozenset(
    "zei zegt vroeg vraagt belde belt appte appt vertelde vertelt riep roept huilde huilt lachte lacht d'r z'n "
    "moest mocht wilde wou durfde ging gaat zat zit kwam zong speelde stond sliep kreeg bleef werd deed snapte "
    "vond vindt wist".split()
)
"""What follows a name that is a word too, in a text without capitals."""
IN_TWO = frozenset("mei jo bo xin xiao jia an li yi lin hua san wei yu jun ming".split())
"""First halves of names in two words."""
PREFIXES = frozenset(
    "van de der den ten ter te het 't t v d vd vande vander el al ben bin ait la le du von da dos".split()
)
"""Tussenvoegsels."""
DOES = frozenset(
    "is was heeft had zegt zei wil wilde moet moest kan kon gaat ging doet deed vindt vond mag mocht komt kwam "
    "zelf zit zat speelt speelde werkt werkte belt belde vroeg vraagt huilt huilde slaapt sliep die en".split()
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
    "jongerencentrum wijkcentrum zorgboerderij supermarkt bakkerij kapper restaurant garage behandelgroep "
    "studio jongerenhonk rijschool dansschool boksschool sportschool zwemschool muziekschool balletschool "
    "slagerij kapsalon fietsenmaker".split()
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
    "zelfde laatste hele eerste tweede tijd kinderen kind dag klas juf meester ouders beste meeste groep jaar jaren "
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
    "zit zitten zat zaten onderwijs groep schooltje middelbare naartoe gezeten gegaan".split()
)
USUAL_PLACES = frozenset(
    "isk schutting bank stoel grond trap gang kamer kamp camping markt kerk moskee sport tafel telefoon computer "
    "stad winkel dokter huisarts opvang pabo mavo havo zolder wachtlijst plein politie fiets bus trein auto rand "
    "achtergrond slaapkamer overloop hoek zitting eten rekening kop tijd vloer boot wc plee schommel voorbank "
    "achterbank mbo hbo universiteit basis praktijk eettafel laptop tablet ipad mobiel plek plank bodem tenen "
    "knieen schoot handen nagels psycholoog psychiater gemeente rechter commissie directeur directrice intern "
    "wijk buurt straat hulp therapie zorg leraar leraren lerares mentor ouders moeder vader kinderen meiden "
    "jongens gymzaal aula kleuters bovenbouw onderbouw peuters atletiek vechtsport muziekles opleiding bijles "
    "naschoolse crisis afdeling groepsapp foto".split()
)
"""Where people sit and go that is no school."""
USUAL_ENDS = ("school", "les", "club", "groep", "kamer", "zaal", "opvang", "huis", "bank", "stoel", "team", "lijst")
STRONG = frozenset(
    "isk basisschool obs cbs rkbs pcbs kbs kdv kinderdagverblijf peuterspeelzaal bso scouting gezinshuis stichting "
    "manege mytylschool praktijkschool kdc woongroep kwekerij transportbedrijf kerkgenootschap jeugdteam "
    "kinderpraktijk wijkcentrum buurthuis jongerencentrum zorgboerderij gezondheidscentrum jongerenhonk".split()
)
"""Words that have a name behind them where an article follows, also in small letters."""
NAMED_BEHIND = frozenset("stichting jeugdbescherming kinderpraktijk gezinshuis jeugdplein transportbedrijf".split())
"""Words that have a name right behind them."""
NAMED_ENDS = (
    "huis", "centrum", "club", "vereniging", "boerderij", "winkel", "praktijk", "garage", "kliniek", "manege", "hoeve",
    "bakkerij", "verblijf", "opvang", "bar", "slagerij", "salon", "bedrijf",
)  # fmt: skip
"""How a word ends that may have the name of a place behind it: *verzorgingshuis avondrood*."""
NO_ARTICLE = frozenset(
    "school schooltje pleegzorg jeugdhulp jeugdbescherming jeugdteam wijkteam kinderopvang opvang kerk bso "
    "gemeente isk vv sv fc sc hc bc cvv scouting roc huis thuis ziekenhuis stadhuis gemeentehuis straat speciaal "
    "middelbare brede college gymnasium universiteit hogeschool zorgaanbieder moskee creche internaat "
    "crisisopvang dagopvang noodopvang nachtopvang verblijf".split()
)
"""Words that are said without an article though no name follows: *van school gestuurd*."""
NAMED_BEFORE = frozenset("moskee kerk parochie zorg thuiszorg jeugdhulp jeugdbegeleiding begeleiding academie".split())
"""Words with a name before them, in small letters: *al hidaya moskee*."""
NO_NAME = frozenset(
    "omdat want toen dan die dat dus maar als voor met zonder waar daar hier of en om te er ook nog al weer "
    "gewoon eigenlijk echt heel even altijd nooit ooit soms vaak vandaag morgen gisteren thuis terug weg binnen "
    "buiten boven beneden naast achter tussen onder over door tegen rond vanaf per tot na tijdens volgens ik jij "
    "je hij zij ze wij we jullie mij hem haar hen ons u iets niets iemand niemand iedereen alles erbij erna "
    "ergens nergens overal bv bijvoorbeeld ofzo enzo eh uh uhm hoor he ja nee nou oke mee heen af aan in uit op "
    "bij van naar twee drie vier vijf zes zeven acht negen tien enzovoort samen alleen zelf verderop dichtbij".split()
)
"""What follows such words when no name does."""
LIVED = frozenset(
    "woon woont woonde woonden wonen gewoond woning opgegroeid geboren verhuisd verhuisden verhuist".split()
)
CAME_FROM = LIVED | frozenset(
    "kom komt kwam komen kwamen trein bus station dorp gemeente ging gaan gingen gesloten instelling "
    "kermis markt bus".split()
)
"""What makes a place of a word, near *in* or *uit*: *we woonden in echt*."""
NO_AREA = frozenset(
    "stad buurt wijk straat flat caravan tent kelder opvang instelling boerderij provincie bossen bergen duinen "
    "polder jungle hel hemel rust vrede luxe armoede schuld kast kamer keuken gang tuin schuur zolder garage auto "
    "bus vakantie zomer winter avond nacht ochtend middag weekend week dag tijd jaren maand periode kerk moskee "
    "school klas buurtschap dorp gemeente stadsdeel regio streek kern oorlog crisis gevangenis bak cel isoleer "
    "hotel pension ziekenhuis kliniek groep huis huizen centrum binnenstad randstad kibboets commune residentie "
    "bezetting voorraadkast bijstand ziektewet wao wachtkamer drukte stilte kou warmte zon regen".split()
)
"""Where people live that is no name of an area."""
WELL_KNOWN_AREAS = frozenset(
    "baarsjes bijlmer bijlmermeer pijp jordaan osdorp slotervaart geuzenveld slotermeer kolenkit watergraafsmeer "
    "buitenveldert ijburg zeeburg tuindorp banne molenwijk nieuwendam betondorp charlois feijenoord delfshaven "
    "spangen crooswijk kralingen lombardijen pendrecht zuidwijk ijsselmonde hoogvliet schiebroek hillegersberg "
    "overschie tarwewijk afrikaanderwijk bloemhof hillesluis carnisse katendrecht blijdorp bospolder tussendijken "
    "transvaal laakkwartier laak escamp moerwijk morgenstond bouwlust ypenburg leidschenveen segbroek loosduinen "
    "mariahoeve duindorp kijkduin lombok overvecht zuilen kanaleneiland ondiep hoograven lunetten wittevrouwen "
    "vleuterweide leidsche terwijde oog abstede woensel strijp gestel tongelre stratum doornakkers kruidenbuurt "
    "tivoli reeshof groenewoud broekhoven korvel hatert dukenburg lindenholt neerbosch willemskwartier malburgen "
    "presikhaaf klarendal geitenkamp schuytgraaf elderveld holtenbroek aa-landen stadshagen assendorp diezerpoort "
    "ittersum pathmos wesselerbrink stroinkslanden deppenbroek paddepoel vinkhuizen lewenborg beijum selwerd "
    "korrewegwijk oosterpark hoogkerk bilgaard heechterp camminghaburen aldlan huizum angelslo emmerhout bargeres "
    "emmermeer heksenberg heerlerbaan passart malberg caberg nazareth mariaberg daalhof pottenberg hoge vucht "
    "haagse beemden heuvel tuinzigt brabantpark bergse kroeven warande schollevaar oosterwei korte akkeren "
    "poelenburg peelwijk kogerveld hoornseveld schalkwijk boerhaavewijk parkwijk delftwijk slachthuisbuurt "
    "meezenbroek bomenbuurt matenhoek kerschoten orden zevenhuizen randenbroek kruiskamp soesterkwartier liendert "
    "rustenburg vathorst kattenbroek schuilenburg krispijn crabbehof sterrenburg wielwijk stadspolders "
    "schilderswijk componistenbuurt heuveloord merenwijk stevenshof slaaghwijk voorhof buitenhof tanthof westwijk "
    "holy babberspolder groenoord nieuwland bachpleinbuurt binnenhof".split()
) - frozenset(
    "leidsche hoge vucht haagse beemden heuvel oog binnenhof holy orden tivoli transvaal korte akkeren pijp".split()
)
"""Areas of Dutch towns, by the one word that talk gives them."""
COLOURS = frozenset("rode witte blauwe groene gele zwarte".split())
PLAYS = frozenset(
    "voetbal voetbalt voetbalde hockey hockeyt hockeyde judo judoot tennis tennist korfbal korfbalt korfbalde handbal "
    "handbalt volleybal volleybalt basketbal basketbalt turnen turnt zwemt waterpolo rugby boksen bokst karate "
    "kickboksen atletiek kerkten kerkt gekerkt".split()
)
"""What is done at a club or in a church, before *bij* and its name: *hij voetbalt bij vooruit*."""
BEFORE_STREET = frozenset(
    "lange korte oude nieuwe grote kleine hoge lage burgemeester prins prinses koningin koning graaf generaal admiraal "
    "pastoor dominee professor dokter sint eerste tweede derde noorder zuider jan piet".split()
)
