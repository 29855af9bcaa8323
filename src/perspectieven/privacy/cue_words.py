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
CALLS = frozenset("heet heette heten genaamd geheten".split())
CALLED = CALLS | {"ene", "zekere"}
"""Words before a name that say somebody is called so."""
PRONOUNS = frozenset("ik hij ze zij ie".split())
BETWEEN = PRONOUNS | frozenset(
    "gewoon dus eigenlijk echt officieel voluit toen nu nou ook eh zichzelf mezelf dan nog".split()
)
"""What may stand between *heet* and the name."""
BEFORE_NOUNS = frozenset("de een geen deze dit zo'n jouw haar zijn ons hun elke elk ieder veel".split())
"""What stands before a noun, and hardly ever before a name."""
BEFORE_NAMES = frozenset(
    "bij met van voor aan tegen en of door over volgens als dat toen omdat want maar naast zoals ook dus kwam zei was "
    "had heeft ging moest mocht wilde noemde naar dan is zit zat zegt".split()
)
"""What may stand before the name of somebody who was named before."""
PREFIXES = frozenset(
    "van de der den ten ter te het 't t v d vd vande vander el al ben bin ait la le du von da dos".split()
)
"""Tussenvoegsels."""
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
    "so-school kinderopvang vso zmlk scholengroep scholengemeenschap".split()
)
ORGANISATIONS = frozenset(
    "stichting vereniging voetbalclub voetbalvereniging hockeyclub tennisclub judoclub turnclub zwemclub handbalclub "
    "sc woongroep bezoekhuis jeugdplein kwekerij hc bc atletiekvereniging pleegzorg jeugdteam wijkteam "
    "jeugdbescherming jeugdhulp kinderpraktijk transportbedrijf kerkgenootschap cafetaria snackbar frituur cafe club "
    "vv sv fc rksv cvv scouting kerk moskee gemeente parochie manege bedrijf instelling organisatie zorgaanbieder "
    "praktijk huisartsenpraktijk gezondheidscentrum gezinshuis ziekenhuis buurthuis jongerencentrum wijkcentrum "
    "zorgboerderij supermarkt bakkerij kapper restaurant garage behandelgroep studio jongerenhonk rijschool "
    "dansschool boksschool sportschool zwemschool muziekschool balletschool slagerij kapsalon fietsenmaker toko "
    "shoarma pizzeria koor harmonie fanfare schutterij zwemvereniging turnvereniging gymvereniging honkbalclub "
    "rugbyclub basketbalclub volleybalclub korfbalvereniging bowlingcentrum kinderboerderij fietsenzaak groenteboer "
    "viswinkel bloemist drogisterij apotheek tandartspraktijk mondzorg fysiotherapie logopediepraktijk kringloop "
    "kringloopwinkel weggeefwinkel voedselbank kliniek kinderopvangcentrum speeltuinvereniging buurtcentrum "
    "ontmoetingscentrum inloophuis verzorgingshuis verpleeghuis moskeevereniging evangeliegemeente "
    "jeugdzorginstelling jeugdinstelling zorginstelling opvanghuis dagbesteding asv hv tc ssv usv gvv zvv dvv tv kv "
    "kickboksschool judoschool toneelvereniging toneelgroep theatergroep kinderkoor stal rkvv svv drumband "
    "boerenkapel showband schuttersgilde speltak hotel hostel strandpaviljoen strandtent poppodium jachtwerf camping "
    "buurtteam kernteam jongerenwerk welzijnswerk museum fysio psychologenpraktijk kinderpsychologen ijssalon "
    "pannenkoekenhuis eetcafe tuincentrum hondenschool atletiekclub zangkoor majorettevereniging speelgoedwinkel "
    "loonbedrijf bouwbedrijf schildersbedrijf uitzendbureau adviesbureau vishandel groothandel boekhandel houthandel "
    "ijzerhandel dierenhandel logopedie ergotherapie atelier kinderfysio kinderfysiotherapie schoonheidssalon "
    "naaiatelier klusbedrijf schildersvereniging danscentrum zeilschool surfschool kookstudio yogastudio "
    "bureau buro opvang huize villa inloop buurtkamer huiskamer buurtsuper kaashandel taxi bistro zorggroep "
    "zorgcentrum jeugdzorg jeugdhonk jeugdregio samenwerkingsverband kindertherapie thuiszorg uitvaartzorg "
    "skatehal hoveniersbedrijf baptistengemeente pinkstergemeente viskraam klimhal sporthal werkplaats soos".split()
)
AREAS = frozenset("wijk buurt buurtje dorp gehucht stadsdeel deelgemeente flat straat".split())
SAYS_WHAT = SCHOOLS | ORGANISATIONS | AREAS
PLAIN = frozenset(
    "school schooltje club kerk gemeente bedrijf instelling organisatie ziekenhuis kapper supermarkt middelbare "
    "speciaal brede vereniging".split()
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
    "zeester achtsprong waterval kolibrie ijsvogel lepelaar kievit leeuwerik merel nachtegaal meerpaal pelikaan "
    "wilgenroos elzenhof akkerdistel appelgaard bereboot boemerang boomhut brandaris bremstruik buizerd "
    "catamaran cocon dobber driemaster drieluik eglantier fluitenkruid flierefluiter galjoen ganzerik gentiaan "
    "goudvink grutto houtwal hinkelstap huifkar jacobsladder keizerskroon klaroen knotwilg koppel kwikstaart lantaarn "
    "libel lisdodde lindeboom matrix meerkoet meidoorn mikado mijlpaal nautilus noordster notenkraker notenboom "
    "odyssee olijfboom paraplu parachute peppel polsstok rietgors rietpluim schatgraver schelp speelwerf spoorzoeker "
    "spinaker stapsteen sterrenbos strandloper toverberg toverlantaarn touwladder troubadour tuimelaar veenvlinder "
    "veldakker vijfmaster vindplaats violier vlinderboom vossenburcht waaier walvis wilgenhoek windvaan zandkorrel "
    "zeehond zevenster zijdewinde zonneroos zonnestraal zonnewende zuiderster".split()
)
"""What schools in the Netherlands are often called, behind *de* or *het*."""
AREA_ENDS = (
    "straat", "laan", "plein", "weg", "wijk", "buurt", "kwartier", "park", "dreef", "hof", "kade", "gracht", "singel",
    "steeg", "polder", "dijk", "veld", "burgh", "eiland", "flat",
)  # fmt: skip
PROPER_ENDS = (
    "beek", "landen", "horst", "hof", "hoven", "burg", "veen", "meer", "woud", "stede", "stein", "zicht", "oord",
    "rode", "broek", "donk", "hage", "gaard", "gaarde", "vliet", "borg", "heem", "waard", "rijk", "akker", "schole",
    "stee",
)  # fmt: skip
"""How compounds end that are seldom said without an article, but as a name: *naar groevenbeek*, *in rietlanden*."""
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
FOREIGN_ARTICLES = frozenset("la le el il da di the".split())
"""What opens names from elsewhere, in small letters too: *pizzeria la strada*."""
ARTICLES = frozenset("de het 't t den d'n".split())
IN_NAMES = frozenset(
    "gouden zilveren bronzen blauwe rode groene witte zwarte gele bonte oude nieuwe jonge grote kleine lichte vrolijke "
    "vliegende dansende lachende zingende blije vrije wilde gulle zoete warme ronde hoge lage lange houten stenen "
    "ijzeren dolle gekke vergulde gekroonde groote halve drie vier zeven twaalf".split()
)
"""What stands before the last word of a name: *de gouden krakeling*."""
NEVER_A_NAME = frozenset(
    "zelfde laatste hele eerste tweede tijd kinderen kind dag klas juf meester ouders beste meeste groep jaar jaren "
    "moment boel rest hulp week maand keer kant school gemeente zei wil weet gaat was is dat die er ook wel niet "
    "en of maar want om te in op van voor met bij aan naar toen nu dan als ik je ze hij we het een heeft had zit "
    "zat waar daar hier zo heel echt ja nee gewoon nog al weer verder gaan omdat dus hoe wat wie zich mij me hem "
    "haar ons jullie deed doet kan kon mag moet zou zal hebben zijn wordt werd worden".split()
)
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
STRONG = frozenset(
    "isk basisschool obs cbs rkbs pcbs kbs kdv kinderdagverblijf peuterspeelzaal bso scouting gezinshuis stichting "
    "manege mytylschool praktijkschool kdc woongroep kwekerij transportbedrijf kerkgenootschap jeugdteam "
    "kinderpraktijk wijkcentrum buurthuis jongerencentrum zorgboerderij gezondheidscentrum jongerenhonk snackbar "
    "dansschool dagbesteding sportschool kickboksschool rijschool kapsalon vv sv fc sc hc bc rksv cvv asv hv rkvv "
    "zmlk vso speeltuinvereniging inloophuis huisartsenpraktijk cafetaria kinderboerderij poppodium bakkerij slagerij "
    "kringloop kringloopwinkel weggeefwinkel garage atelier eetcafe strandtent strandpaviljoen ijssalon "
    "pannenkoekenhuis tuincentrum boksschool zwemschool muziekschool balletschool judoschool buurtcentrum".split()
)
"""Words that have a name behind them where an article follows, also in small letters."""
NAMED_BEHIND = frozenset("stichting jeugdbescherming kinderpraktijk gezinshuis jeugdplein transportbedrijf".split())
"""Words that have a name right behind them."""
NAMED_ENDS = (
    "huis", "centrum", "club", "vereniging", "boerderij", "winkel", "praktijk", "garage", "kliniek", "manege", "hoeve",
    "bakkerij", "verblijf", "opvang", "bar", "slagerij", "salon", "bedrijf", "gilde", "paviljoen", "podium",
    "hostel",
)  # fmt: skip
"""How a word ends that may have the name of a place behind it: *verzorgingshuis avondrood*."""
CALLED_ENDS = (
    "club", "clubje", "vereniging", "boerderij", "praktijk", "kliniek", "centrum", "koor", "stichting", "winkel",
    "huis", "garage", "moskee", "kerk", "salon", "bedrijf", "instelling", "opvang", "honk", "bureau", "groep", "zaak",
    "manege", "dagverblijf", "speelzaal", "team", "werf", "podium", "theater", "studio", "camping", "hoeve", "bar",
    "restaurant", "bakkerij", "slagerij", "gilde", "paviljoen", "hotel", "hostel", "kapel", "werkplaats",
    "kantoor", "psychologen", "academie", "atelier", "museum",
)  # fmt: skip
"""How a word ends that says what is called so."""
NO_ARTICLE = frozenset(
    "school schooltje pleegzorg jeugdhulp jeugdbescherming jeugdteam wijkteam kinderopvang opvang kerk bso gemeente "
    "isk vv sv fc sc hc bc cvv scouting roc huis thuis ziekenhuis stadhuis gemeentehuis straat speciaal middelbare "
    "brede college gymnasium universiteit hogeschool zorgaanbieder moskee creche internaat logopedie ergotherapie "
    "fysio fysiotherapie jongerenwerk welzijnswerk crisisopvang dagopvang noodopvang nachtopvang verblijf".split()
)
"""Words that are said without an article though no name follows: *van school gestuurd*."""
LIVED = frozenset(
    "woon woont woonde woonden wonen gewoond woning opgegroeid geboren verhuisd verhuisden verhuist".split()
)
TRADES = frozenset(
    "makelaars makelaardij banden verpakking verpakkingen tweewielers fietsen transport transporten installaties "
    "installatie techniek advocaten notarissen schilders schilderwerken optiek mode schoenen tuinen hoveniers bouw "
    "bouwgroep dakdekkers stukadoors keukens meubelen interieur wonen automotive autos auto's autoschade logistiek "
    "catering slagers bakkers bloemen planten groenten vlees vis beveiliging schoonmaak metaal staal hout tandartsen "
    "huisartsen fysiotherapeuten".split()
)
"""What firms do that are called after somebody, behind the name."""
JOINS = frozenset(
    "waterpolo handbal korfbal volleybal basketbal honkbal rugby atletiek boksen bokst kickboksen tennis scouting "
    "voetbal voetbalt voetbalde voetballen hockey hockeyt turnen turnt judo judoot zwemt traint trainde trainen "
    "training danst danste zingt zong lid wedstrijd elftal therapie speltherapie intake doorgestuurd aangemeld "
    "streetdance ballet muziekles gitaarles pianoles drumles zangles zwemles paardrijden karate taekwondo breakdance "
    "hiphop skaten freerunnen gym gymnastiek kickboks schaken gezinscoach ambassadeur vrijwilliger vrijwilligster "
    "aanmelding aanmelden verwezen doorverwezen begeleiding begeleider psycholoog psychologe fysio logopedie "
    "logopediste behandeling traject stage baantje bijbaan bijbaantje gesolliciteerd solliciteren solliciteerde".split()
)
"""What is said of somebody who plays, works or is helped somewhere."""
WELL_KNOWN_AREAS = frozenset(
    "baarsjes bijlmer bijlmermeer jordaan osdorp slotervaart slotermeer kolenkit watergraafsmeer buitenveldert "
    "ijburg zeeburg tuindorp banne molenwijk nieuwendam betondorp charlois feijenoord delfshaven spangen kralingen "
    "lombardijen pendrecht zuidwijk ijsselmonde hoogvliet schiebroek hillegersberg overschie bloemhof hillesluis "
    "carnisse katendrecht blijdorp tussendijken laak escamp morgenstond bouwlust ypenburg leidschenveen segbroek "
    "loosduinen mariahoeve duindorp kijkduin lombok overvecht zuilen ondiep hoograven lunetten wittevrouwen "
    "vleuterweide terwijde abstede woensel strijp gestel tongelre stratum doornakkers groenewoud broekhoven korvel "
    "hatert dukenburg lindenholt neerbosch malburgen presikhaaf klarendal geitenkamp schuytgraaf holtenbroek "
    "aa-landen stadshagen assendorp diezerpoort ittersum pathmos wesselerbrink stroinkslanden deppenbroek paddepoel "
    "vinkhuizen lewenborg beijum selwerd korrewegwijk oosterpark hoogkerk bilgaard heechterp camminghaburen aldlan "
    "huizum angelslo emmerhout bargeres emmermeer heksenberg heerlerbaan passart malberg caberg nazareth mariaberg "
    "pottenberg tuinzigt bergse kroeven warande schollevaar oosterwei poelenburg schalkwijk meezenbroek matenhoek "
    "kerschoten zevenhuizen randenbroek kruiskamp liendert rustenburg vathorst kattenbroek schuilenburg krispijn "
    "sterrenburg stadspolders heuveloord merenwijk voorhof buitenhof groenoord nieuwland rietlanden filmwijk "
    "muziekwijk danswijk parkwijk waterwijk muntel vliert hambaken boschveld maaspoort heusdenhout belcrum "
    "princenhage ginneken ijpelaar ruitersbos reeshof stokhasselt quirijnstok groeseind wandelbos zorgvlied "
    "vaartbroek genderbeemd meerhoven blixembosch lievendaal wolfskuil heseveld aldenhof zwanenveld meijhorst "
    "malvert weezenhof hengstdal altrade bottendaal galgenveld rijkerswoerd elderveld kronenburg immerloo "
    "velperbroek spijkerkwartier osseveld woudhuis ugchelen berkum westenholte aalanden wipstrik kamperpoort "
    "twekkelerveld helmerhoek stokhorst boswinkel glanerbrug helpman wijert gravenburg reitdiep vrijheidswijk "
    "zuiderburen schothorst zielhorst soesterkwartier kanaleneiland pijlsweerd crooswijk bospolder afrikaanderwijk "
    "beverwaard vreewijk ommoord zevenkamp prinsenland nesselande oosterflank moerwijk vrederust bezuidenhout "
    "benoordenhout leyenburg geuzenveld holendrecht reigersbos nellestein gaasperdam venserpolder kraaiennest "
    "ganzenhoef crabbehof wielwijk dubbeldam meerzicht buytenwegh palenstein rokkeveen oosterheem noordhove "
    "delftwijk boerhaavewijk meerwijk tanthof wippolder slaaghwijk stevenshof wheermolen overwhere weidevenne "
    "zuiderzeewijk dauwendaele paauwenburg brouwhuis rijpelberg brandevoort dierdonk ruwaard kalsdonk tolberg "
    "langdonk gageldonk slangenbeek colmschate keizerslanden borgele zandweerd overdie huiswaard daalmeer koedijk "
    "kersenboogerd risdam peldersveld kogerveld goverwelle plaswijck windmolenbroek ossenkoppelerhoek kerkelanden "
    "schelfhorst maandereng rietkampen kernhem wittevrouwenveld wyckerpoort limmel daalhof sanderbout "
    "donderberg".split()
)
"""Areas of Dutch towns, by the one word that talk gives them."""
BEFORE_STREET = frozenset(
    "lange korte oude nieuwe grote kleine hoge lage burgemeester prins prinses koningin koning graaf generaal admiraal "
    "pastoor dominee professor dokter sint eerste tweede derde noorder zuider jan piet".split()
)
