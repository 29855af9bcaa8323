"""Clauses: how far a cue word reaches, read from punctuation and conjunctions."""

from dataclasses import dataclass

from perspectieven.dutch.words import HESITATIONS, Words, fold_accents

FILLERS = HESITATIONS | frozenset("ja nee nou joh he hoor zeg maar weet je toch ofzo enzo echt eigenlijk dus".split())
_ALWAYS = frozenset(
    "want omdat toen terwijl hoewel zodat voordat nadat totdat doordat zolang zodra dat als indien".split()
)
_BEFORE_SUBJECT = frozenset("en of dus maar".split())
_SUBJECTS = frozenset(
    "ik je jij u hij ie ze zij we wij jullie het 't er dan toen dat daar die dit hier iedereen niemand men mijn "
    "m'n".split()
)
_ARTICLES = frozenset("de een deze ons onze uw".split())
_RELATIVE = frozenset("die wie waar waarom hoe wanneer".split())
_NO_BREAK_AFTER = frozenset(
    "niet geen met van voor op in aan door over tegen naar bij om uit tot zonder tussen de het een en of zo net "
    "alleen ook al alle".split()
)
_PUNCTUATION = frozenset(',;:()\u2013\u2014"\u201c\u201d')


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clause number of each word of a text; numbers never run across a sentence."""

    numbers: tuple[int, ...]

    def bounds(self, word: int) -> tuple[int, int]:
        """Return the half-open range of words of the clause that `word` is in."""
        number = self.numbers[word]
        first = self.numbers.index(number)
        last = first
        while last < len(self.numbers) and self.numbers[last] == number:
            last += 1
        return first, last


def split_clauses(words: Words) -> Clauses:
    """Split a text into clauses.

    A comma around a hesitation or filler ends nothing (*nooit, eh, stress gehad*). *En* and *of* begin a clause only
    before a subject, so that *geen zorgen en stress* stays together.

    >>> from perspectieven.dutch.words import split_words
    >>> split_clauses(split_words("Ik denk niet dat het normaal is, maar ja.")).numbers
    (0, 0, 0, 1, 1, 1, 1, 2, 2)
    >>> split_clauses(split_words("Ze heeft nooit, eh, stress gehad")).numbers
    (0, 0, 0, 0, 0, 0)
    """
    numbers: list[int] = []
    number = -1
    starts = set(words.sentence_starts)
    for index in range(len(words)):
        if index in starts or _begins_clause(words, index):
            number += 1
        numbers.append(number)
    return Clauses(tuple(numbers))


def _begins_clause(words: Words, index: int) -> bool:
    form = fold_accents(words.forms[index])
    before = fold_accents(words.forms[index - 1])
    between = words.between(index - 1)
    if len(between) > 1 and any(mark in _PUNCTUATION for mark in between) and not _is_filler_comma(words, index):
        return True
    if form in _ALWAYS:
        return not (form == "als" and before in {"net", "zoals", "zo"}) and before not in _ALWAYS
    following = fold_accents(words.forms[index + 1]) if index + 1 < len(words) else ""
    if form in _BEFORE_SUBJECT:
        return following in _SUBJECTS
    if form == "wat":
        return following in _SUBJECTS | _ARTICLES
    return form in _RELATIVE and before not in _NO_BREAK_AFTER and before not in _ALWAYS


def _is_filler_comma(words: Words, index: int) -> bool:
    """Say whether a comma before word `index` only sets off a filler on one of its sides."""
    if fold_accents(words.forms[index]) in HESITATIONS or fold_accents(words.forms[index - 1]) in HESITATIONS:
        return True
    at = index - 1
    while at >= 0 and fold_accents(words.forms[at]) in FILLERS:
        if "," in words.between(at - 1) and at > 0:
            return fold_accents(words.forms[index]) not in _SUBJECTS
        at -= 1
    return False
