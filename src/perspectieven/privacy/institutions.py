"""Schools, neighbourhoods, organisations and places: by the words around them, by how they end, by lists."""

from collections.abc import Iterator, Sequence

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.dutch.inflection import is_verb_form
from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary, is_said_often, place_openings, places
from perspectieven.privacy.tokens import Token, is_lower

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
_SAYS_WHAT = SCHOOLS | ORGANISATIONS | AREAS
_PLAIN = frozenset(
    "school schooltje club kerk moskee gemeente bedrijf instelling organisatie praktijk ziekenhuis kapper garage "
    "restaurant supermarkt middelbare speciaal brede vereniging".split()
)
"""Words that stay before the name of what they say."""
_TOWNS = frozenset("in uit naar te bij rond richting vanuit omgeving regio gemeente".split())
"""What stands before a place."""
_SCHOOL_ENDS = ("school", "college", "lyceum", "gymnasium", "mavo")
_AREA_ENDS = (
    "straat", "laan", "plein", "weg", "wijk", "buurt", "kwartier", "park", "dreef", "hof", "kade", "gracht", "singel",
    "steeg", "polder", "dijk", "veld", "burgh", "eiland", "flat",
)  # fmt: skip
_OF_ANY = frozenset(
    "speel school winkel woon volks achterstands nieuwbouw probleem kracht markt dorps stads pracht bedrijven "
    "kantoren industrie zij dwars hoofd achter basis midden middel kinder zomer weekend taal muziek rij dans "
    "avond oefen dag buiten pret attractie recreatie vakantie skate water natuur villa bouw sport voetbal "
    "speeltuin snel fiets voet wandel ring rond autosnel toegangs ontsluitings om uit aan af mee vrije kunst film "
    "koor plus hoge tussen start arbeiders binnen vogelaar gas zand zorg ons dezelfde brug berg land land- "
    "doodlopende een achterlijke elke brand acker speciale huis vmbo havo vwo pabo privé prive rijks moeder oude "
    "nieuwe andere zelfde luxe".split()
)
"""What may stand before such an ending without making it a name."""
_PLACES_FIRST = frozenset(
    "antwerpen assen delft dronten drachten etten geraardsbergen gent hasselt heemstede hoofddorp leiden lemmer "
    "malden mechelen hoorn losser doorn goor rolde nieuwkoop oudenaarde schoten soest steenbergen tegelen "
    "wassenaar weert woerden zwolle roden tienen landgraaf".split()
)
"""Places whose names are in a form dictionary, yet that are seldom anything else."""
_ARTICLES = frozenset("de het 't t den d'n".split())
_NO_NAME = frozenset(
    "laatste hele eerste tweede tijd kinderen kind dag klas juf meester ouders beste meeste groep jaar jaren "
    "moment boel rest hulp week maand keer kant school gemeente zei wil weet gaat was is dat die er ook wel niet "
    "en of maar want om te in op van voor met bij aan naar toen nu dan als ik je ze hij we het een heeft had zit "
    "zat waar daar hier zo heel echt ja nee gewoon nog al weer verder gaan omdat dus hoe wat wie zich mij me hem "
    "haar ons jullie deed doet kan kon mag moet zou zal hebben zijn wordt werd worden".split()
)


def find_institutions(text: str, tokens: Sequence[Token]) -> tuple[Finding, ...]:
    """Find schools, neighbourhoods, streets, organisations and places."""
    return tuple(_find(text, tokens))


def _find(text: str, tokens: Sequence[Token]) -> Iterator[Finding]:
    uncased = is_lower(text)
    for at, token in enumerate(tokens):
        if token.word in _SAYS_WHAT:
            yield from _named_after(tokens, at, uncased=uncased)
        yield from _by_ending(tokens, at, uncased=uncased)
        yield from _place(tokens, at, uncased=uncased)
        yield from _proper(tokens, at)
        if uncased:
            yield from _unknown(tokens, at)
            yield from _attended(tokens, at)


def _attended(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find a school in small letters by who goes there: *ze zitten op de pionier*, *juf linda van de vlinder*."""
    if at < 2 or tokens[at - 1].word not in _ARTICLES or tokens[at - 2].word not in ("op", "naar", "van"):
        return
    word = tokens[at].word
    near = {token.word for token in tokens[max(0, at - 7) : at - 2]}
    told = near & _AT_SCHOOL if tokens[at - 2].word != "van" else near & {"juf", "meester", "leerkracht", "wc", "klas"}
    if told and word not in _NO_NAME | _USUAL and not word.endswith(_USUAL_ENDS) and len(word) > 3:
        yield Finding(tokens[at].start, tokens[at].end, Kind.SCHOOL, "where somebody goes to school")


_AT_SCHOOL = frozenset("zit zitten zat zaten school klas juf meester leerling groep schooltje middelbare".split())
_USUAL = frozenset(
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
_USUAL_ENDS = ("school", "les", "club", "groep", "kamer", "zaal", "opvang", "huis", "bank", "stoel", "team", "lijst")


def _kind_of(word: str) -> Kind:
    return Kind.SCHOOL if word in SCHOOLS else Kind.NEIGHBOURHOOD if word in AREAS else Kind.ORGANISATION


def _named_after(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find the name behind a word that says what it is: *basisschool De Regenboog*, *de wijk lombok*."""
    kind, place = _kind_of(tokens[at].word), at + 1
    article = place < len(tokens) and tokens[place].word in _ARTICLES
    stays = tokens[at].word in AREAS | _PLAIN and not (tokens[at].is_capital and not tokens[at].opens)
    first = place if stays else at
    place += article
    if place >= len(tokens) or any(tokens[p].between.strip(" \"'\u2018\u201c") for p in range(at + 1, place + 1)):
        return
    token = tokens[place]
    if token.word in _NO_NAME:
        return
    if token.is_capital:
        until = _capitals(tokens, place)
        yield Finding(tokens[first].start, tokens[until - 1].end, kind, f"after {tokens[at].word}")
    elif uncased and (
        not is_known(token.word)
        or (article and tokens[at].word in _STRONG)
        or (tokens[at].word in _NAMED and not is_verb_form(token.word))
    ):
        yield Finding(tokens[first].start, token.end, kind, f"after {tokens[at].word}")


_STRONG = frozenset(
    "basisschool obs cbs rkbs pcbs kbs kdv kinderdagverblijf peuterspeelzaal bso scouting gezinshuis stichting "
    "manege mytylschool praktijkschool kdc woongroep kwekerij transportbedrijf kerkgenootschap jeugdteam "
    "kinderpraktijk wijkcentrum buurthuis jongerencentrum zorgboerderij gezondheidscentrum".split()
)
"""Words that have a name behind them where an article follows, also in small letters."""


_NAMED = frozenset("stichting jeugdbescherming kinderpraktijk gezinshuis jeugdplein transportbedrijf".split())
"""Words that have a name right behind them."""


def _capitals(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a row of words with capitals, small words between them counted in."""
    until = at + 1
    while until < len(tokens) and not tokens[until].between.strip(" '\u2019-.&"):
        if tokens[until].is_capital and not tokens[until].opens:
            until += 1
        elif (
            tokens[until].word in ("van", "de", "der", "den", "het", "en", "'t", "aan", "op", "in", "bij")
            and until + 1 < len(tokens)
            and tokens[until + 1].is_capital
            and not tokens[until + 1].opens
            and tokens[until].word not in ("in", "op", "bij", "en", "aan")
        ):
            until += 2
        else:
            break
    return until


def _by_ending(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find words that end like a school or a street and begin like no other word: *Bosschool*, *kerkstraat*."""
    token = tokens[at]
    word = token.word
    if not word.endswith((*_SCHOOL_ENDS, *_AREA_ENDS)):
        return
    for kind, ends in ((Kind.SCHOOL, _SCHOOL_ENDS), (Kind.NEIGHBOURHOOD, _AREA_ENDS)):
        end = next((end for end in ends if word.endswith(end)), None)
        if end is None:
            continue
        head = word.removesuffix(end).rstrip("-")
        if word in (*_SCHOOL_ENDS, *_AREA_ENDS) or not head:
            if token.is_capital and not token.opens and at and tokens[at - 1].is_capital and not token.between.strip():
                first = at - 1
                while first and tokens[first].is_capital and tokens[first - 1].is_capital and not tokens[first].opens:
                    first -= 1
                if not tokens[first].opens or not is_known(tokens[first].word):
                    yield Finding(tokens[first].start, token.end, kind, "ends like one")
            continue
        if len(head) < 3 or head in _OF_ANY or (head.endswith("s") and head[:-1] in _OF_ANY):
            continue
        shown = token.is_capital and not token.opens
        if shown or not (is_known(word) or is_said_often(word)):
            yield Finding(token.start, token.end, kind, "ends like one")


def _place(tokens: Sequence[Token], at: int, *, uncased: bool) -> Iterator[Finding]:
    """Find a place by the list of places, the longest name first."""
    for size in (4, 3, 2, 1) if tokens[at].word in place_openings() else ():
        if at + size > len(tokens):
            continue
        part = tokens[at : at + size]
        if any(token.between not in (" ", "-") for token in part[1:]):
            continue
        name = part[0].word + "".join(token.between + token.word for token in part[1:])
        if name not in places() or is_familiar(name):
            continue
        before = tokens[at - 1].word if at else ""
        shown = part[0].is_capital and not part[0].opens
        if size == 1:
            common = is_known(name) and name not in _PLACES_FIRST
            if common:
                taken = shown and before in (*_TOWNS, "van", "tot")
            else:
                taken = shown or before in _TOWNS or (uncased and len(name) > 4)
            if shown and not common and name in first_names() and before not in _TOWNS:
                taken = False
        else:
            taken = part[-1].is_capital or not is_known(part[0].word) or before in _TOWNS
        if taken:
            yield Finding(part[0].start, part[-1].end, Kind.PLACE, "list of places")
            return


def _said(tokens: Sequence[Token]) -> str:
    return " ".join(token.word for token in tokens)


def _proper(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find other words with a capital within a sentence, as long as everybody does not know them."""
    token = tokens[at]
    behind_capital = bool(at) and tokens[at - 1].is_capital and not tokens[at - 1].opens and not token.between.strip()
    if not token.is_capital or token.opens or behind_capital:
        return
    until = _capitals(tokens, at)
    part = [t for t in tokens[at:until] if t.word not in _ARTICLES]
    if all(is_familiar(t.word) or t.is_short_form for t in part):
        return
    behind_article = bool(at) and tokens[at - 1].word in _ARTICLES and not token.between.strip()
    in_town = bool(at) and tokens[at - 1].word in _TOWNS and not token.between.strip()
    unknown = len(part) > 1 or any(not is_known(t.word) for t in part)
    if behind_article or in_town or token.word in _ARTICLES or unknown:
        kind = Kind.PLACE if _said(part) in places() else Kind.ORGANISATION
        yield Finding(token.start, tokens[until - 1].end, kind, "capital within a sentence")


def _unknown(tokens: Sequence[Token], at: int) -> Iterator[Finding]:
    """Find, in a text without capitals, words that are no Dutch and not familiar: names that no list has."""
    word = tokens[at].word
    plain = (
        is_ordinary(word) or is_ordinary(tokens[at].spelled) or is_familiar(word) or is_spoken(word) or word in places()
    )
    if len(word) > 3 and not plain:
        yield Finding(tokens[at].start, tokens[at].end, Kind.ORGANISATION, "unknown word")
