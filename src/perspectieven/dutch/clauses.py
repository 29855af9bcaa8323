"""Clauses: how far a cue word reaches, read from punctuation and conjunctions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from perspectieven.dutch.cues import NEGATORS
from perspectieven.dutch.inflection import is_verb, is_verb_form
from perspectieven.dutch.words import HESITATIONS, REDUCED, Words, fold_accents

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
_POINTING_AFTER = frozenset("is was vind vindt vond vonden vinden heb heeft had doe kan moet mag wil zou".split())
"""Verbs after which *dat* is a pronoun (*ik vind dat normaal*), unless a subject follows (*ik vind dat hij*)."""
_OPEN_SUBJECTS = (
    (_SUBJECTS - {"toen", "dan"})
    | _ARTICLES
    | frozenset("zijn z'n haar hun kinderen ouders mensen jongeren school".split())
)
_IN_A_ROLE = frozenset({"ik", "we", "wij"})
"""Words after which *als* names a role: *wij als gemeente*."""
_ASKING_AFTER_NEGATOR = frozenset("waarom hoe wanneer".split())
_SOFT_MAAR = frozenset("zeg doe laat ga kom nou nog".split())
"""Words with which *maar* softens: *zeg maar*."""
_STRONG_FINITE = frozenset(
    "is was ben heb heeft had kan kon zou zal wil wou mag moet doe deed ging kwam nam zei zat stond kreeg zag bleef "
    "werd liep sliep dacht".split()
)
_PARTICIPLE = re.compile(r"ge.*|(be|ver|ont|her).*d|.*ende?")
_NO_BREAK_AFTER = frozenset(
    "niet geen met van voor op in aan door over tegen naar bij om uit tot zonder tussen de het een en of zo net "
    "alleen ook al alle".split()
)
_PUNCTUATION = frozenset(',;:()\u2013\u2014"\u201c\u201d')


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words of a text by clause; a clause never runs across a sentence.

    Attributes
    ----------
    words : Words
    forms : tuple of str
        The words without accents, spoken short forms written out (*niks* as *niets*).
    numbers : tuple of int
        The clause number of each word.
    starts : tuple of int
        Index of the first word of each clause.
    """

    words: Words
    forms: tuple[str, ...] = field(repr=False)
    numbers: tuple[int, ...]
    starts: tuple[int, ...]

    def bounds(self, word: int) -> tuple[int, int]:
        """Return the half-open range of words of the clause that `word` is in."""
        number = self.numbers[word]
        last = number + 1 == len(self.starts)
        return self.starts[number], len(self.numbers) if last else self.starts[number + 1]

    def find_phrase(self, phrases: Iterable[str], first: int, last: int) -> str:
        """Return the first of `phrases` that stands in a range of words, or an empty string."""
        said = f" {' '.join(self.forms[first:last])} "
        return next((phrase for phrase in phrases if f" {phrase} " in said), "")

    def said(self, first: int, last: int) -> str:
        """Return the words of a half-open range as they were said."""
        return " ".join(self.words.forms[first:last])


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
    folded = [fold_accents(form) for form in words.forms]
    sentences = set(words.sentence_starts)
    starts: list[int] = []
    for at in range(len(words)):
        if at in sentences or _begins_clause(words, folded, at, starts[-1]):
            starts.append(at)
    numbers: list[int] = []
    for number, (start, end) in enumerate(pairwise((*starts, len(words)))):
        numbers += [number] * (end - start)
    return Clauses(words, tuple(_write_out(form) for form in folded), tuple(numbers), tuple(starts))


def _write_out(form: str) -> str:
    """Return what a spoken short form stands for, where that is one word and no other: not *me*."""
    readings = REDUCED.get(form, ())
    return readings[0] if len(readings) == 1 and form != "me" else form


def _begins_clause(words: Words, forms: Sequence[str], at: int, start: int) -> bool:
    """Say whether a clause begins at a word; the clause before it began at `start`."""
    form, before = forms[at], forms[at - 1]
    between = words.between(at - 1)
    if len(between) > 1 and any(mark in _PUNCTUATION for mark in between) and not _is_filler_comma(words, forms, at):
        return True
    following = forms[at + 1] if at + 1 < len(forms) else ""
    if form == "dat" and (
        before in _BEFORE_SUBJECT | {"want"} or (before in _POINTING_AFTER and following not in _OPEN_SUBJECTS)
    ):
        return False
    if form == "als" and before in _IN_A_ROLE and following not in _OPEN_SUBJECTS | {"je", "er"}:
        return False
    if form in _ALWAYS:
        return not (form == "als" and before in {"net", "zoals", "zo"}) and before not in _ALWAYS
    if form == "maar" and before not in _SOFT_MAAR and not NEGATORS.isdisjoint(forms[start:at]):
        return True
    if form == "en" and is_finite(following):
        return True
    if form in _BEFORE_SUBJECT:
        return following in _SUBJECTS
    if form in _ASKING_AFTER_NEGATOR and before == "niet":
        return True
    if form == "wat":
        return following in _SUBJECTS | _ARTICLES
    return form in _RELATIVE and before not in _NO_BREAK_AFTER and before not in _ALWAYS


def is_finite(form: str) -> bool:
    """Say whether a word can only be a finite verb: *is*, *werkt*, not *werken*, *gewerkt* or the noun *stress*."""
    if form in _STRONG_FINITE:
        return True
    regular = form.endswith(("t", "de", "te")) and not is_verb(form) and _PARTICIPLE.fullmatch(form) is None
    return regular and is_verb_form(form)


def _is_filler_comma(words: Words, forms: Sequence[str], at: int) -> bool:
    """Say whether a comma before a word only sets off a filler on one of its sides."""
    if forms[at] in HESITATIONS or forms[at - 1] in HESITATIONS:
        return True
    earlier = at - 1
    while earlier >= 0 and forms[earlier] in FILLERS:
        if earlier > 0 and "," in words.between(earlier - 1):
            return forms[at] not in _SUBJECTS
        earlier -= 1
    return False
