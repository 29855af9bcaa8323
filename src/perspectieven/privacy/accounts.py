"""E-mail addresses and the names of accounts, written and spoken."""

import re
from collections.abc import Iterator

from perspectieven.dutch.form_dictionary import is_known
from perspectieven.privacy.chosen_names import find_chosen_names
from perspectieven.privacy.familiar import is_familiar
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_said_often
from perspectieven.privacy.numbers import DIGIT, NUMBER, has_any

_EMAIL = re.compile(
    r"[\w.+%\-]+(?:@ ?| @ )\w[\w\-]*(?:(?:\.[a-z0-9\-]+)*\.| punt )[a-z]{2,}"
    r"|[\w.+%\-]+ @\w[\w\-]*\.(?:com|net|org|nl|be|eu|de)\b"
)
_AT_NAME = re.compile(r"(?<![\w@.])@(?=[\w.]*[a-z])\w[\w.]{0,28}\w")
_ENDS_DOMAIN = r"(?: punt |\.)(?:com|net|org|nl|be|eu|de|fr|uk|nu|info)\b"
_SPOKEN_AT = re.compile(
    rf" a(?:a?pen|ppen|pe)staart(?:je)? (?:[\w\-]+(?:(?: punt | streepje | |\.)[\w\-]+){{0,3}}?{_ENDS_DOMAIN}|"
    r"(?:gmail|hotmail|outlook|ziggo|icloud|yahoo|kpnmail|live|telenet|protonmail)\b|"
    r"[\w\-]+(?: streepje [\w\-]+)* punt [a-z]{2,})|"
    rf"[ (\[]+at[ )\]]+[\w\-]+(?:(?: punt | streepje |\.)[\w\-]+)*?{_ENDS_DOMAIN}"
)
_SPOKEN_AT_IN_MAIL = re.compile(
    r" at (?:[\w\-]+(?: streepje [\w\-]+)* punt [a-z]{2,}|(?:[\w\-]+ ){1,3}[\w\-]+ punt (?:nl|com|org|net|be|eu)\b)"
)
_WORD_BEFORE = re.compile(r"([\w'+\-]+(?:\.[\w'+\-]+)*) ?$")
_JOINER_BEFORE = re.compile(
    r"\b(?:en )?(?:dan )?(?:een )?(?:punt|streepje(?: laag)?|underscore|(?:liggend|laag) streepje|min|dot)"
    r"(?: (?:en|dan))* ?$"
)
_SPELLED = re.compile(r"(?<![^ ])(?:[a-z] )+$")
_OF_NAME = re.compile(r"\b(?:van (?:(?:de|der|den) )?|de |der |den |ten |ter )$")
"""What a surname may begin with: *de groot punt fleur*."""
_JOINERS = frozenset("punt streepje underscore liggend laag min dot".split())
_DESKS = ("info", "contact", "balie", "administratie", "kantoor", "klachten", "planning", "secretariaat")
_BEFORE_MAIL = frozenset(
    "vanuit vanaf onder "
    "is mail mailadres mailen e-mail email e-mailadres emailadres adres naar op via het dat dus en of was eh uh mij me "
    "sturen stuur heet heb anders gewoon".split()
)
_SITES = r"instagram|facebook|tiktok|snapchat|twitter|linkedin|youtube|twitch|threads|discord|pinterest|strava|bsky"
_PROFILE = re.compile(
    rf"(?:https?://)?(?:\b[a-z]{{1,3}}\.)?\b(?:(?:{_SITES})\.(?:com|nl|tv|net|gg|app)|x\.com|t\.me|wa\.me)/"
    rf"[^\s,;()<>\"]*\w|\b(?:{_SITES}) punt com (?:slash|schuine streep) [\w.]+"
)
_CHOSEN_NAME = re.compile(
    r"(?<![\w@.\[<#/\-])(?:(?=[\w.]*[a-z])(?=[\w.]*[a-z\d]_|_+[a-z\d])[\w.]*\w|[a-z]\w+#\d{4,5}|"
    r"(?!www\.)[a-z]\w+(?:\.[a-z]\w+)+\.?\d+)(?![\w@\]>])"
)
_NAME_AND_FIGURES = re.compile(r"(?<![\w@.,:\[<#/\-])([a-z]{3,})(\d{1,6})(?![\w@\]>%]|[.,:/\-]\d)")
_SITE_BEFORE = re.compile(
    r"\b(?:inlog\w*|ingelogd|log\w* in|chat|insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|"
    r"discord|twitch|roblox|account|gamertag)\b"
    r"[^.?!]*\b(?:is|heet\w*|noem\w*|als|naam|van)(?: \w+){0,2} $"
)
_WITH_VERSION = frozenset("covid corona windows office fifa groep artikel kamer lokaal klas vmbo havo vwo mavo".split())
_JOINED = r"(?: (?:underscore|(?:laag |liggend )?(?:streepje|streep)(?: laag)?|punt|hekje|hashtag) \w+)*"
_BARE_ACCOUNT = re.compile(
    rf"(?<!\bzonder )\b(?:(?:als|onder) (?=\w+ a(?:a?pen|ppen|pe)staart)(?P<before>\w+ ))?"
    rf"(?P<at>a(?:a?pen|ppen|pe)staart(?:je)?) \w[\w.]+{_JOINED}"
)
_ACCOUNT = re.compile(
    r"\b(?:(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|discord|twitch|youtube|roblox|fortnite|minecraft|"
    r"steam|psn|playstation|xbox)(?:[- ]?(?:naam|account|kanaal|id|tag))?|gamer ?tag|gebruikersnaam|user ?name|"
    r"nickname|accountnaam)(?: van (?:mij|me|hem|haar))?"
    r"(?: is (?:hij|ze|zij|die|ie)| is|:| =|"
    r"(?P<called> (?:heet|heette|ben|noemt?|noemde|staa?t?) (?:ik|hij|ze|zij|die|ie)"
    r"(?: me| mezelf| zich| zichzelf| haarzelf)?(?: als)?"
    r"| heet| luidt))"
    rf"(?: eh| uh| dus| gewoon| nu)* (?P<account>(?P<name>\w[\w.\-]*\w)(?P<joined>{_JOINED}))"
)
_SITE = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|discord|twitch|youtube|roblox|fortnite|minecraft|steam|"
    r"psn|playstation|xbox|telegram|strava|habbo|msn|reddit|wattpad|vinted|pinterest|threads|soundcloud|spotify)"
)
_FIGURES_BEHIND = rf"(?: (?:nul|{NUMBER}|\d+)\b)*"
_WHO = (
    r"(?: (?:ik|hij|ze|zij|die|ie|me|mij|zich|zichzelf|mezelf|haarzelf|daar|gewoon|nu|toen|eh|uh|als|onder|dan|dus|nog|"
    r"altijd|ook|al|weer|steeds))*"
)
_IS = r"(?:is|was|werd|bleef|heet|heette|luidt|luidde)"
_NAME = rf"(?P<account>(?P<name>\w[\w.\-]*\w)(?P<joined>{_JOINED})(?P<figures>(?: (?:nul|{NUMBER}|\d+)\b)*))"
_SO = rf"(?: (?:{_IS}|als|onder|gewoon|nu|toen|eh|uh|dus|nog|ook|al))*"
_OF_WHOM = r"(?: van (?:mij|me|hem|haar))?"
_SAYS_ACCOUNT = re.compile(r"gebruikersnaam|user ?name|gamer ?(?:tag|naam)|nickname|account ?naam|inlog ?naam")
_ON_SITE = tuple(
    re.compile(rf"\b{said} {_NAME}")
    for said in (
        rf"(?:op|in) {_SITE},? (?:heet|heette|was|is|ben|bent|noem\w*|zit|zat|sta|staat|stond){_WHO}",
        rf"(?:heet|heette|naam|noem\w*|ben|was|zit|zat|staat){_WHO} (?:op|in) {_SITE}{_SO}",
        rf"(?:{_SAYS_ACCOUNT.pattern}|{_SITE}[- ]?(?:naam|account|tag)){_OF_WHOM} {_IS}{_WHO}",
        rf"(?:nick|handle)(?: op {_SITE})?{_OF_WHOM} {_IS}{_WHO}",
        rf"(?:account|kanaal|profiel)(?: (?:op|van) {_SITE})?{_OF_WHOM} {_IS}{_WHO}",
        rf"(?:account|profiel|{_SITE})\b[^.?!]{{0,30}} onder de naam",
        r"(?:account|profiel)(?= [\w.\-]*[\d_])",
        rf"{_SITE}{_OF_WHOM} (?:(?:dat|die) is|(?:(?:dat|die) )?was|werd|heet|heette){_SO}",
    )
)
_BEFORE_SITE = tuple(
    re.compile(rf"\b{said} {_NAME},? op {_SITE}\b")
    for said in ("(?:als|account)", rf"(?:heet|heette|noem\w*|(?:m'n|z'n|d'r|mijn|zijn|haar) naam (?:is|was)){_WHO}")
)
_EVERYWHERE = re.compile(rf"\b(?:heet|heette|noem\w*){_WHO} (?:op alles|overal)(?: hetzelfde)?:? {_NAME}")
_TIMES = r"(?:een|twee|drie|vier|dubbele?)(?: keer)?(?: een)?"
_SPELLS = re.compile(
    rf"(?P<account>(?:(?P<first>\w+) )?(?P<name>\w{{3,}}) met {_TIMES} "
    r"(?:[a-z]\b|underscores?|streepjes?(?: laag)?|punt(?:en|jes?)?|x'en|zetten)(?: (?:erachter|ervoor|ertussen))?"
    rf"(?: en dan (?!(?:heb|ben|was|is|zie|kun|kan|moet|vind)\b)\w+{_FIGURES_BEHIND})?)"
)
"""A name and how it is written: *lotje met twee underscores erachter*, *guus met dubbel s en dan negen acht*."""
_UNDERSCORES = re.compile(
    r"\b(?:at )?(?:hoofdletter [a-z] )?\w+(?: (?:underscore|(?:laag|liggend) streepje|streepje laag) \w+)+"
    rf"{_FIGURES_BEHIND}"
)
_OF_ANOTHER = re.compile(
    rf"\b(?:die|dat) van (?:m'n |mijn |d'r |z'n )?\w+ (?:is|heet|was) "
    rf"(?P<account>(?P<name>[^\W\d_]{{4,}})(?P<joined>{_JOINED})"
    rf"(?: (?!{NUMBER}\b)[^\W\d_]{{4,}}(?= (?:nul|{NUMBER}|\d+)\b))?"
    rf"(?P<figures>{_FIGURES_BEHIND}))"
)
_CAPITALS_WITHIN = re.compile(
    r"(?<![\w@.\-])(?!i(?:Phone|Pad|Pod|Mac|Cloud|OS|Tunes)|eBay)[a-z]+[A-Z]+\w*[a-z]\w*(?![\w@])"
)
_JOINED_UP = re.compile(
    rf"\b(?:user ?name|gebruikersnaam|accountnaam|{_SITE}(?:naam)?)(?: (?:is|was|heet|heette|toen|eh|uh|gewoon))+ "
    r"(?P<account>(?:\w+ ){1,4}?\w+) (?:alles |allemaal )?(?:aan elkaar|in een woord|zonder spaties)"
)
_FIGURE_AS_LETTER = re.compile(r"(?<![\w@.\-/])(?!xs4all\b)[a-z]+[01345][a-z]{3,}(?![\w@/])")
"""A name in which a figure stands for a letter: *w0lfje*."""
_DOTTED = re.compile(r"(?<![\w@.\-/])[a-z]\w+(?:\.[a-z]\w+){2,}(?![\w@/])")
_TOP_LEVEL = ("nl", "com", "org", "net", "be", "eu", "de", "nu", "info", "html", "pdf", "docx")
_ACCOUNT_STEMS = tuple(
    "insta snap tiktok twit facebook discord youtube roblox fortnite minecraft steam psn playstation xbox gamer "
    "gebruikersn user nickn accountn tik account kanaal profiel gamenaam inlognaam handle telegram strava habbo "
    "msn reddit wattpad vinted pinterest threads soundcloud".split()
)
_NO_ACCOUNT = frozenset(
    "zo gewoon anders ook dat het mijn niet geen een ie hij ze zij ik die de daar hetzelfde".split()
)


def find_accounts(text: str, folded: str) -> tuple[Finding, ...]:
    """Find e-mail addresses and names of accounts."""
    written = tuple(_at_signs(folded)) if "@" in folded else ()
    found = (*written, *_spoken_emails(folded), *_accounts(folded), *_mixed(text, folded))
    return (*found, *find_chosen_names(text, folded))


def _mixed(text: str, folded: str) -> Iterator[Finding]:
    """Find names with capitals within, where a site or an account is spoken of: *daar heet ik xXfaasXx*."""
    if has_any(folded, _ACCOUNT_STEMS):
        for found in _CAPITALS_WITHIN.finditer(text):
            yield Finding(found.start(), found.end(), Kind.HANDLE, "capitals within a name")


def _at_signs(folded: str) -> Iterator[Finding]:
    for found in _EMAIL.finditer(folded):
        yield Finding(found.start(), found.end(), Kind.EMAIL, "written address")
    for found in _AT_NAME.finditer(folded):
        yield Finding(found.start(), found.end(), Kind.HANDLE, "at sign")


def _spoken_emails(folded: str) -> Iterator[Finding]:
    if "staart" not in folded and " punt " not in folded:
        return
    for found in _SPOKEN_AT.finditer(folded):
        start = _start_of_mailbox(folded, found.start())
        if start < found.start():
            yield Finding(start, found.end(), Kind.EMAIL, "spoken address")
    for found in _SPOKEN_AT_IN_MAIL.finditer(folded):  # *at* is Dutch for ate too
        start = _start_of_mailbox(folded, found.start())
        is_mail = (
            "mail" in folded or " punt " in folded[start : found.start()] or folded[start : found.start()] in _DESKS
        )
        if start < found.start() and is_mail:
            yield Finding(start, found.end(), Kind.EMAIL, "spoken address")


def _start_of_mailbox(folded: str, at: int) -> int:
    """Walk back from the *apenstaartje*: to the word before the first *punt*, or over at most three words."""
    start = place = at
    n_words, has_joiner, is_joined = 0, False, False
    while n_words < 4 and (found := _WORD_BEFORE.search(folded, max(0, place - 40), place)):
        joiner = _JOINER_BEFORE.search(folded, max(0, place - 40), place)
        if joiner or found[1] in _JOINERS:
            n_words, has_joiner, is_joined = 0, True, True
            place = joiner.start() if joiner else found.start(1)
            continue
        if found[1] in _BEFORE_MAIL:
            break
        place = found.start(1)
        n_words += 1
        if is_joined or (not has_joiner and n_words < 4):
            start = place
        is_joined = False
    spelled = _SPELLED.search(folded, max(0, start - 30), start)
    start = spelled.start() if spelled and _SPELLED.match(f"{folded[start : start + 2]}") else start
    of_name = _OF_NAME.search(folded, max(0, start - 12), start) if has_joiner else None
    return of_name.start() if of_name else start


def _accounts(folded: str) -> Iterator[Finding]:
    if "staart" in folded:
        for found in _BARE_ACCOUNT.finditer(folded):
            yield Finding(
                found.start("before" if found["before"] else "at"), found.end(), Kind.HANDLE, "spoken at sign"
            )
    if "/" in folded or " punt com " in folded:
        for found in _PROFILE.finditer(folded):
            yield Finding(found.start(), found.end(), Kind.HANDLE, "profile")
    if folded.count(".") > 1:
        for found in _DOTTED.finditer(folded):
            if not found[0].startswith("www.") and found[0].rpartition(".")[2] not in _TOP_LEVEL:
                yield Finding(found.start(), found.end(), Kind.HANDLE, "chosen name")
    if "_" in folded or DIGIT.search(folded):
        yield from _chosen_names(folded)
    if "streepje" in folded or "underscore" in folded:
        for found in _UNDERSCORES.finditer(folded):
            yield Finding(found.start(), found.end(), Kind.HANDLE, "spoken underscore")
    if not has_any(folded, _ACCOUNT_STEMS):
        return
    for found in _FIGURE_AS_LETTER.finditer(folded):
        yield Finding(found.start(), found.end(), Kind.HANDLE, "figure for a letter")
    for found in _OF_ANOTHER.finditer(folded):
        if (found["joined"] or found["figures"]) and (found["name"] in first_names() or not is_known(found["name"])):
            yield Finding(*found.span("account"), Kind.HANDLE, "name on a site")
    for found in _ACCOUNT.finditer(folded):
        name = found["name"]
        is_chosen = found["joined"] or re.search(r"[\d_]|\w\.\w", name)
        if is_chosen or (name not in _NO_ACCOUNT and (found["called"] or not is_known(name))):
            yield Finding(found.start("account"), found.end("account"), Kind.HANDLE, "account name")
    for found in _JOINED_UP.finditer(folded):
        yield Finding(*found.span("account"), Kind.HANDLE, "account name")
    for found in _SPELLS.finditer(folded):
        whole = found["first"] and not is_known(found["first"])
        yield Finding(found.start("account" if whole else "name"), found.end(), Kind.HANDLE, "spelled name")
    for pattern in (*_ON_SITE, *_BEFORE_SITE, _EVERYWHERE):
        for found in pattern.finditer(folded):
            name = found["name"]
            is_chosen = found["joined"] or found["figures"] or re.search(r"[\d_]|\w\.\w", name)
            plain = is_known(name) or is_said_often(name) or is_familiar(name)
            if name not in _NO_ACCOUNT and (is_chosen or not plain or _SAYS_ACCOUNT.match(found[0])):
                yield Finding(*found.span("account"), Kind.HANDLE, "name on a site")


def _chosen_names(folded: str) -> Iterator[Finding]:
    """Find words that only an account is named with, wherever they stand."""
    for found in _CHOSEN_NAME.finditer(folded):
        yield Finding(found.start(), found.end(), Kind.HANDLE, "chosen name")
    on_site = has_any(folded, _ACCOUNT_STEMS)
    for found in _NAME_AND_FIGURES.finditer(folded):
        word = found[1]
        is_name = len(word) > 4 and len(found[2]) > 1 and (on_site or not is_known(word))
        if word not in _WITH_VERSION and (
            is_name or _SITE_BEFORE.search(folded, max(0, found.start() - 40), found.start())
        ):
            yield Finding(found.start(), found.end(), Kind.HANDLE, "name and figures")
