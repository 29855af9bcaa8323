"""Terms as somebody types them: read one a line, and what is wrong said in the language of who types."""

import re
from collections.abc import Mapping, Sequence

from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon import NotationError, Term

_PLAIN = re.compile(r"!?[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
"""One word without a prefix; with an exclamation mark in front, an antonym."""

_LINE: Mapping[str, str] = {"nl": "regel {n}", "en": "line {n}"}

_RULES: Mapping[str, str] = {
    "L": "schrijf na L: één woord, of een deeltje en een werkwoord: L:schrikken, L:door|verwijzen",
    "C": "schrijf na C: een deel van een woord, met een streepje waar meer mag staan: C:deel-, C:-deel of C:-deel-",
    "X": 'zet de woorden na X: tussen dubbele aanhalingstekens: X:"goed genoeg"',
    "P": "schrijf na P: woorden op volgorde, met ~1~ waar hoogstens één ander woord tussen mag staan, en sluit elk "
    "haakje: P:van ~1~ (kastje/muur)",
    "W": "schrijf na W: woorden met + ertussen, en eindig met / en hoeveel andere woorden ertussen mogen staan: "
    "W:zorg+maken/5",
}
"""What may stand after each prefix (`lexicon.notation`), in the words of somebody who tries a term."""

_PREFIX = (
    "begin met L: (een woord in al zijn vormen), C: (een deel van een woord), X: (woorden precies zo), P: (woorden op "
    "volgorde) of W: (woorden in elke volgorde); één gewoon woord mag ook, en telt als L:"
)
_LIST = "een lijst zoals @steun staat alleen in het lexicon op schijf; schrijf de woorden uit: (a/b)"
_CONDITION = "schrijf na mits of tenzij een van zin, beurt, vraag of buurt, en dan de woorden: L:oma mits zin (a/b)"


def read_terms(text: str, *, code: str = "term", known: Sequence[Term] = (), language: str = "en") -> tuple[Term, ...]:
    r"""Read terms in the notation of the lexicon, one on each line; empty lines are none.

    A plain word is a term too: it stands for all its forms, as after ``L:``.

    Parameters
    ----------
    code : str
        Named in an error.
    known : sequence of Term
        Terms that are taken as they are where a line is written like one of them: only a lexicon on disk has the named
        lists that a term may use.
    language : {"nl", "en"}
        Of what is said of a line that is no term.

    Raises
    ------
    LexiconError
        With every line that is not written so.

    Examples
    --------
    >>> [term.notation for term in read_terms("schrok\n\nP:groeien ~3~ overheen")]
    ['L:schrok', 'P:groeien ~3~ overheen']
    """
    by_notation = {term.notation: term for term in known}
    terms, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        notation = line.strip()
        if not notation:
            continue
        if _PLAIN.fullmatch(notation):
            bare = notation.removeprefix("!")
            notation = f"{notation[: -len(bare)]}L:{bare}"
        try:
            terms.append(by_notation.get(notation) or Term(notation))
        except NotationError as error:
            what = explain_in_dutch(notation) if language == "nl" else str(error)
            faults.append(Fault(code, _LINE[language].format(n=number), what))
    if faults:
        raise LexiconError(faults)
    return tuple(terms)


def explain_in_dutch(notation: str) -> str:
    """Say in Dutch how a line that is no term could be written.

    >>> print(explain_in_dutch("L:goed genoeg"))
    "L:goed genoeg" is geen term; schrijf na L: één woord, of een deeltje en een werkwoord: L:schrikken,
    L:door|verwijzen
    """
    prefix, colon, _ = notation.removeprefix("!").partition(":")
    told = _RULES.get(prefix, _PREFIX) if colon else _PREFIX
    if "@" in notation:
        told = _LIST
    elif re.search(r"\s(mits|tenzij)\s", notation):
        told = f"{told}. Of kijk naar de voorwaarde: {_CONDITION}"
    return f'"{notation}" is geen term; {told}'
