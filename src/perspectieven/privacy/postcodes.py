"""Postcodes, written and spoken: *1234 AB*, *twaalf vierendertig aa bee*, *de letters zijn ka el*."""

import re
from collections.abc import Iterator, Sequence

from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.numbers import DIGIT, FIGURE, FIGURES, NEXT_FIGURE, PAUSE, read_figures

_POSTCODE = re.compile(r"(?<![\w.,/+-])[1-9]\d{3} ?(?!s[ads])(?P<letters>[a-z]{2})(?![\w'-])")
_NO_LETTERS = frozenset(
    "ah ai af al at bv ca cc cd cl cm da de do dr du eh el en er et ex gb ha hm ho hz ie ik in is ja je kb kg km kw la "
    "le lp ma mb me mg ml mm mw na nl nm nr nu of oh ok om op pa pc pk ps st te tl to tv uh we wo xl ze zo".split()
)
_PLACE_AFTER = re.compile(r",? {1,2}(?:'s-|Den |De |Het )?[A-Z][\w\-]+(?: aan (?:de|den) [A-Z]\w+)?")
_CALLED = re.compile(
    rf"\bpostcode\b[^.?!\d]{{0,30}}?(?<!\w)(?P<code>{FIGURE}(?:{NEXT_FIGURE}){{0,3}}"
    r"(?: (?!(?:en|in|is|of|op|ja|he)\b)[a-z] ?[a-z]\b)?)"
)
_NAMED = "aa|bee|cee|see|dee|gee|jee|ka|oo|pee|ku|tee|uu|vee|wee|ix|iks|ij|zet|zed|be|ce|ge|ve|pe|[b-df-hj-np-tv-z]"
"""What a letter is called, or a letter by itself, that is hardly ever another word."""
_ALSO_WORDS = "ef|ha|el|em|er|es|de|je|we|te|a|e|i|o|u"
_LETTER = rf"(?:{_NAMED}|{_ALSO_WORDS})\b"
_LEAD = rf"(?:[ ,]+(?:{PAUSE}|en|dan|en dan|de letters?|letters?|met|ja))*[ ,]+"
_BETWEEN = rf"(?: van [^\W\d_]{{3,}})?[ ,]+(?:(?:{PAUSE}|en|en dan|dan)[ ,]+)?"
_SPELLED = re.compile(
    rf"(?<![\w.,:])(?P<figures>{FIGURE}(?:{NEXT_FIGURE}){{0,5}})"
    rf"(?:[ ,]+(?:{PAUSE}[ ,]+)*(?:nee|of|sorry|wacht|ik bedoel)[ ,]+(?:{PAUSE}[ ,]+)*(?P<better>{FIGURE}))?"
    rf"(?P<lead>{_LEAD})(?P<letters>(?:dubbele?|twee keer(?: een| de)?) {_LETTER}|{_LETTER}{_BETWEEN}{_LETTER}"
    rf"|{_LETTER}(?= (?:en )?(?:dan )?nog (?:een|wat|iets)\b)(?: nog (?:wat|iets)\b)?)"
)
_SURE = re.compile(rf"\b(?:{_NAMED})\b")
_HALF = re.compile(r" (?:(?:en )?(?:dan )?nog (?:wat|iets)|zoveel|en dan)\b")
_NEAR = 60
"""How far before a postcode it may be called one, in code points."""


def find_postcodes(text: str, folded: str) -> Iterator[Finding]:
    """Find postcodes, of which the letters may be spelled and the figures put right."""
    if DIGIT.search(folded):
        yield from _written(text, folded)
    yield from _spelled(folded)
    if "postcode" not in folded:
        return
    for found in _CALLED.finditer(folded):
        start, end = found.span("code")
        read = [figures for _, figures in read_figures(folded, start, end)]
        if any(len(figures) == 4 for figures in read) or (len(read[0]) == 2 and _HALF.match(folded, end)):
            yield Finding(start, end, Kind.ADDRESS, "spoken postcode")


def _written(text: str, folded: str) -> Iterator[Finding]:
    for found in _POSTCODE.finditer(folded):
        is_capital = text[found.start("letters") : found.end()].isupper() and not text.isupper()
        if is_capital or found["letters"] not in _NO_LETTERS:
            place = _PLACE_AFTER.match(text, found.end()) if is_capital else None
            yield Finding(found.start(), (place or found).end(), Kind.ADDRESS, "postcode")


def _spelled(folded: str) -> Iterator[Finding]:
    """Find four figures in two or more words with two letters behind them; hardly anything else is said so."""
    for found in _SPELLED.finditer(folded):
        words = list(FIGURES.finditer(folded, *found.span("figures")))
        start, n_words = _start_of_four(words)
        is_told = "letter" in found["lead"] or "postcode" in folded[max(0, found.start() - _NEAR) : found.start()]
        if not n_words or not (is_told or (n_words > 1 and _SURE.search(found["letters"]))):
            continue
        if found["better"]:
            yield Finding(start, found.end("figures"), Kind.ADDRESS, "spoken postcode")
            start = found.start("better")
        if found["lead"].strip(" ,"):
            yield Finding(start, found.start("lead"), Kind.ADDRESS, "spoken postcode")
            start = found.start("letters")
        yield Finding(start, found.end(), Kind.ADDRESS, "spoken postcode")


def _start_of_four(words: Sequence[re.Match[str]]) -> tuple[int, int]:
    """Return where the last words start that are four figures, and how many they are; none if no words are."""
    for at in range(len(words) - 1, -1, -1):
        *_, (_, figures) = read_figures(words[at].string, words[at].start(), words[-1].end())
        if len(figures) > 3:
            return words[at].start(), (len(words) - at) * (len(figures) == 4 and figures[0] != "0")
    return 0, 0
