"""Names of accounts that are words, or more than one: by what is said of them, and where they are said again."""

import re
from collections.abc import Iterator

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import first_names, is_ordinary
from perspectieven.privacy.numbers import NUMBER, has_any
from perspectieven.privacy.small_letters import is_unknown

SITE = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|discord|twitch|youtube|roblox|fortnite|minecraft|steam|"
    r"psn|playstation|xbox|telegram|strava|habbo|msn|reddit|wattpad|vinted|pinterest|threads|bereal|spotify|soundcloud|"
    r"bumble|tinder|whatsapp|wordfeud|duolingo)"
)
_ONLINE = tuple(
    "insta snap tiktok twitter facebook discord twitch youtube roblox fortnite minecraft steam psn playstation "
    "xbox gamer gebruikersn usern nickn account kanaal profiel handle telegram strava habbo msn reddit wattpad "
    "vinted "
    "pinterest threads bereal soundcloud spotify online volg filmpje stream".split()
)
"""What is in a text where an account is spoken of."""
_STOPS = frozenset(
    "en of want dus maar dat die deze dit omdat met toen daar ja nou nee eh uh op in ook nu er als is was heeft had "
    "staat zegt zei ofzo enzo hoor heet heette waar wat wie van bij om voor zo dan geloof denk zeg ik hij ze zij ie "
    "je jij mijn m'n haar zijn iedereen alleen gewoon sinds tot naar terwijl zonder door hoe anders een het de ons "
    "onze tegenwoordig altijd elke iedere dacht weet snap zei denkt vond al nog steeds verder helemaal meteen aan "
    "ben kan moet wil gaat doet kwam kreeg we wij jullie hun hen hem mij me zich".split()
)
_OPENS = r"(?:eh|uh|dus|gewoon|nu|toen|dan|daar|altijd|nog|ook|als|zo|online|onder|echt)"
_WHO = rf"(?: (?:ik|hij|ze|zij|die|ie|me|mij|mezelf|zich|zichzelf|hem|haar|{_OPENS}))*"
_WORDS = r" (?=[\w'])"
_OF_WHOM = r"(?: van (?:mij|me|hem|haar))?"
_CALLED = tuple(
    re.compile(rf"\b{said}{_WORDS}")
    for said in (
        rf"(?:gebruikersnaam|user ?name|gamer ?(?:tag|naam)|nickname|account ?naam|inlog ?naam){_OF_WHOM}"
        rf" (?:is|was|werd|heet|heette|luidt){_WHO}",
        rf"(?:op|in|bij) {SITE},? (?:heet|heette|heten|noemt?|noemde){_WHO}",
        rf"(?:op|in|bij) {SITE},? (?:is|ben|was|zit|zat|streamt?|streamde|speelt?|speelde|post|staat){_WHO}"
        r" (?:als|onder)",
        rf"(?:heet|heette|noemt?|noemde){_WHO} (?:op|in|bij) {SITE}",
        rf"(?:noemt?|noemde|noemden) (?:haar|hem|mij|me|zich|zichzelf|mezelf)(?: zelf)? (?:online|op {SITE})",
        r"(?:nep)?account(?:je)?,? (?:heet|heette|genaamd)",
    )
)
_CALLED_ONLINE = re.compile(
    rf"\b(?:(?:ik|ie|hij|ze|zij|die) (?:heet|heette)|(?:heet|heette) (?:ik|ie|hij|ze|zij)){_WHO}{_WORDS}"
)
_ON_SITE = re.compile(rf"\b(?:op|via) {SITE}(?::| als| onder)?{_WORDS}")
_DOT = re.compile(
    r"\b(?!(?:dit|dat|een|het|de|mijn|zijn|haar|zwak|sterk|laatste|eerste|volgende|een|ander|dus|en|of|heel|elk|geen)\b)"
    r"(?P<first>\w+) punt (?P<last>[a-z]\w*)(?: (?:punt|underscore|streepje) \w+)*\b(?! (?:punt|\w*staart|at\b|bij\b))"
)
_PART = re.compile(r" ?([\w'][\w.'\-]*)")
_END = re.compile(r"$|[,.!?;:\"')]")
_MOST = 3
"""Words in the name of an account, beside what is read out between them."""
_JOINERS = frozenset("punt streepje underscore laag liggend hekje hashtag hoofdletter".split())
_FIGURE = re.compile(rf"nul|{NUMBER}|\d+")
_FIGURED = re.compile(rf" \w+ (?:nul|{NUMBER}|\d+)\b")
_PRONOUN_BEHIND = re.compile(r" (?:ik|hij|ze|zij|ie|die|je|we)\b")
_SPELLED = (
    re.compile(r"\bx ?x (?:\w+ ){1,3}x ?x\b"),
    re.compile(
        r"\b(?!(?:een|met|de|zonder|eerste|in|dat|is|was|en|eh)\b)\w+ hoofdletter [a-z]\b"
        rf"(?: (?:(?:nul|{NUMBER}|\d+)\b|[a-z]\b))*"
    ),
    re.compile(rf"\b\w+ (?:hashtag|hekje) (?:\d+|(?:nul|{NUMBER})\b)(?: (?:nul|{NUMBER})\b)*"),
)
_DASHES = re.compile(
    r"\b(?!(?:een|het|dat|zo'n|dan|met|laag|kort|liggend|en|of)\b)\w+(?: streepje)+ (?!(?:laag|voor)\b)\w+"
)
_DOTTED = re.compile(r"(?<![\w@.\-/])[a-z]\w{2,}\.[a-z]\w{2,}(?![\w@/]|\.\w)")
_FILES = ("com", "org", "net", "info", "html", "pdf", "docx", "doc", "jpg", "png", "txt", "xlsx", "www", "mp4", "zip")
_DOMAINS = frozenset("nl com org net be eu de fr uk nu info gmail hotmail outlook live".split())
_FIGURE_BEHIND = re.compile(r"(?<![\w@.,:\[<#/\-])([a-z]{4,})\d(?![\w@\]>%]|[.,:/\-]\d)")
_NO_NAME = frozenset("groep artikel kamer lokaal klas fase havo vwo vmbo mavo leerjaar blok unit".split())
_COUNTS = frozenset("een de het geen deze dit zo'n mijn jouw haar zijn ons hun elke veel twee drie".split())


def find_chosen_names(text: str, folded: str) -> Iterator[Finding]:
    """Find names of accounts that are words or more than one word, and where they are said again.

    Parameters
    ----------
    text : str
        A turn.
    folded : str
        The same in small letters, every character in its place.
    """
    for start, end in sorted(set(_find_once(text, folded))):
        yield Finding(start, end, Kind.HANDLE, "chosen name")
        name = folded[start:end]
        if len(name) > 3 and name.isalpha():
            for found in re.finditer(rf"(?:(\S+) )?\b{name}\b", folded):
                if found[1] not in _COUNTS and found.end() - len(name) != start:
                    yield Finding(found.end() - len(name), found.end(), Kind.HANDLE, "chosen name said again")


def _find_once(text: str, folded: str) -> Iterator[tuple[int, int]]:
    for pattern in _SPELLED:
        for found in pattern.finditer(folded):
            yield found.span()
    is_online = has_any(folded, _ONLINE)
    for found in _DOTTED.finditer(folded) if "." in folded else ():
        first, last = found[0].split(".")
        plain = is_ordinary(first) and is_ordinary(last)
        if text[found.start()].islower() and last not in _FILES and first not in _FILES and (is_online or not plain):
            yield found.span()
    for found in _DOT.finditer(folded) if " punt " in folded else ():
        names = found["first"], found["last"]
        strange = any(name in first_names() or is_unknown(name, name) for name in names)
        if strange and not {*names} & _STOPS and found["last"] not in _DOMAINS:
            yield found.span()
    if not is_online:
        return
    for pattern in (*_CALLED, _CALLED_ONLINE):
        for found in pattern.finditer(folded):
            name = _read_name(folded, found.end())
            if name is not None and not (pattern is _CALLED_ONLINE and not has_any(folded[: found.start()], _ONLINE)):
                yield name
    for found in _ON_SITE.finditer(folded):
        name = _read_name(folded, found.end())
        words = folded[slice(*name)].split() if name else []
        plain = all(is_ordinary(word) and word not in _JOINERS and not _FIGURE.fullmatch(word) for word in words)
        if name is not None and not plain and not _PRONOUN_BEHIND.match(folded, name[1]):
            yield name
    for pattern in (_DASHES, _FIGURE_BEHIND):
        for found in pattern.finditer(folded):
            if pattern is _DASHES or found[1] not in _NO_NAME:
                yield found.span()


def _read_name(folded: str, at: int) -> tuple[int, int] | None:
    """Return where the name of an account that begins at a place ends: before a word that goes on with the sentence."""
    end, n_words = at, 0
    while n_words < _MOST and (found := _PART.match(folded, end)):
        word = found[1].rstrip(".'")
        if word in _STOPS or (word == "niet" and not _FIGURED.match(folded, found.end())):
            break
        end, n_words = found.start(1) + len(word), n_words + (word not in _JOINERS and _FIGURE.fullmatch(word) is None)
        if _END.match(folded, end):
            break
    return (at, end) if n_words and folded[at:end] not in _STOPS else None
