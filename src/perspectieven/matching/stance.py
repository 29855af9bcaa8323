"""Stance: whether a mention is affirmed, negated or hypothetical, with the words and the rule that decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from perspectieven.dutch.clauses import FILLERS, Clauses
from perspectieven.dutch.cues import (
    APPARENT_NEGATION,
    ASKING,
    COMPARED,
    HABITUAL,
    HIGHER_VERBS,
    IRONY,
    IRREALIS,
    NEGATORS,
    NOUN_NEGATORS,
    QUALIFIERS,
    QUESTION_OPENERS,
    ROLES,
    SUPPOSERS,
    TAGS,
    WISHES,
)
from perspectieven.dutch.inflection import is_verb, is_verb_form, lemma_of
from perspectieven.dutch.words import HESITATIONS

StanceName = Literal["affirmed", "negated", "hypothetical"]
STANCES: tuple[StanceName, ...] = ("affirmed", "negated", "hypothetical")

REACH_BEFORE = 7
REACH_AFTER = 5
FAR = 4
"""Words between a negator and a mention from which a person should look."""

_APPARENT = tuple(tuple(phrase.split()) for phrase in APPARENT_NEGATION)
_BEFORE_DAT = frozenset("zo het idee gevoel echt meteen zeggen".split())
_AUXILIARY = frozenset("zijn hebben worden kunnen moeten mogen willen zullen gaan laten eigen buiten binnen".split())
_MODIFIERS = frozenset("enkel een of meer te zo heel erg al van dit dat soort moment echt seconde dag".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """A decided stance.

    Attributes
    ----------
    name : {"affirmed", "negated", "hypothetical"}
    cue : str
        The rule, and in double quotes the words that it saw; empty when nothing decided.
    doubt : str
        Why a person should look; empty where there is no reason to.
    """

    name: StanceName
    cue: str = ""
    doubt: str = ""


def decide_stance(clauses: Clauses, parts: Sequence[int], *, antonym: bool = False, asked: bool = False) -> Stance:
    """Decide the stance of a mention.

    Hypothetical overrules negated (coding rule 4). A negator that is a part of the mention does not count; one
    that stands between its parts does. An even number of negations affirms.

    Parameters
    ----------
    clauses : Clauses
        The text that the mention is in.
    parts : sequence of int
        The words of the mention.
    antonym : bool
        The term itself says that the code is absent.
    asked : bool
        The code is about asking, so a question affirms it.

    Examples
    --------
    >>> from perspectieven.dutch.clauses import split_clauses
    >>> from perspectieven.dutch.words import split_words
    >>> decide_stance(split_clauses(split_words("Ik denk niet dat het normaal is.")), [5])
    Stance(name='negated', cue='negated higher verb "ik denk niet dat"', doubt='')
    """
    text = _Text(clauses, tuple(parts))
    supposed = text.supposition(asked=asked)
    negators = text.negations()
    count = len(negators) + antonym
    doubts = [*text.irony()]
    if len(negators) + antonym > 1:
        doubts.append("more than one negation")
    doubts += [f"negator {n.distance} words away" for n in negators if n.distance >= FAR]
    cues = [n.cue for n in negators] + ["antonym term"] * antonym
    if supposed is not None:
        doubts += [supposed.doubt] if supposed.doubt else []
        return Stance("hypothetical", "; ".join([supposed.cue, *cues]), "; ".join(doubts))
    name: StanceName = "negated" if count % 2 else "affirmed"
    return Stance(name, "; ".join(cues), "; ".join(doubts))


@dataclass(frozen=True, slots=True)
class _Cue:
    cue: str
    distance: int = 0
    doubt: str = ""


class _Text:
    """A mention in its sentence, with the rules that look around it."""

    def __init__(self, clauses: Clauses, parts: tuple[int, ...]) -> None:
        self.clauses = clauses
        self.words = clauses.words
        self.forms = clauses.forms
        self.parts = parts
        self.begin, self.end = self.words.sentence_bounds(self.words.sentence_of(parts[0]))
        self.own_clauses = {clauses.numbers[part] for part in parts}
        self._add_resumed_clause()

    def _add_resumed_clause(self) -> None:
        """A short clause taken up by *dat* or *die* shares its stance: *een label, nee, dat hoeft voor mij niet*."""
        first, last = self.clauses.bounds(self.parts[-1])
        if last - first > 4:
            return
        while last < self.end and self.forms[last] in FILLERS:
            last += 1
        if last < self.end and self.forms[last] in {"dat", "die"} and "," in self.words.between(last - 1):
            self.own_clauses.add(self.clauses.numbers[last])

    def negations(self) -> list[_Cue]:
        found = [cue for at in range(self.begin, self.end) if (cue := self._negation_at(at))]
        return found + [cue for cue in (self._higher_negation() or self._negated_antecedent(),) if cue]

    def _negation_at(self, at: int) -> _Cue | None:
        form = self.forms[at]
        if form not in NEGATORS or at in self.parts or self.clauses.numbers[at] not in self.own_clauses:
            return None
        if self._is_apparent(at) or (form == "zonder" and self._is_negated(at)):
            return None
        first, last = self.parts[0], self.parts[-1]
        word = f'"{self.clauses.said(at, at + 1)}"'
        if first < at < last:
            return _Cue(f"negation {word} inside")
        if at < first:
            between = self.forms[at + 1 : first]
            distance = _count(between)
            narrow = form in NOUN_NEGATORS and not (between and between[0] == "van")
            if narrow and not all(_may_modify(word) for word in between):
                return None
            if distance > REACH_BEFORE or any(_is_non_finite(word) for word in between):
                return None
            return _Cue(f"negation {word} before", distance)
        distance = _count(self.forms[last + 1 : at])
        if distance > REACH_AFTER or form in {"zonder", "noch"} or (form == "geen" and not self._closes_clause(at)):
            return None
        return _Cue(f"negation {word} after", distance)

    def _is_negated(self, at: int) -> bool:
        """*Geen week zonder driftbui*: the second negator takes the first one back."""
        first, _ = self.clauses.bounds(at)
        return bool(NEGATORS & set(self.forms[first:at]))

    def _closes_clause(self, at: int) -> bool:
        return at + 1 >= self.end or self.clauses.numbers[at + 1] != self.clauses.numbers[at]

    def _is_apparent(self, at: int) -> bool:
        if at > self.begin and self.forms[at - 1] == "toch" and at + 1 == self.end and "?" in self.words.between(at):
            return True
        return any(
            phrase[place] == self.forms[at] and self.forms[at - place : at - place + len(phrase)] == phrase
            for phrase in _APPARENT
            for place in range(len(phrase))
            if at >= place
        )

    def _higher_negation(self) -> _Cue | None:
        """*Ik denk niet dat het normaal is*: the negation before *dat* is meant for the clause."""
        for opening in self._openings():
            if opening <= self.begin or self.forms[opening] not in {"dat", "of"}:
                continue
            first, _ = self.clauses.bounds(opening - 1)
            at = opening - 1
            while at > first and self.forms[at] in HIGHER_VERBS | _BEFORE_DAT:
                at -= 1
            if self.forms[at] not in NEGATORS or self._is_apparent(at):
                continue
            governed = HIGHER_VERBS & set(self.forms[first:opening]) or {"idee", "gevoel"} & set(self.forms[at:opening])
            if governed or first == at:
                return _Cue(f'negated higher verb "{self.clauses.said(first, opening + 1)}"')
        return None

    def _negated_antecedent(self) -> _Cue | None:
        """*Niemand die ons geruststelde*: the relative clause belongs to nobody."""
        for opening in self._openings():
            before = self.forms[max(self.begin, opening - 2) : opening]
            if self.forms[opening] in {"die", "dat"} and (
                before[-1:] in (("niemand",), ("niets",)) or before[:1] == ("geen",)
            ):
                return _Cue(f'negation "{self.clauses.said(opening - len(before), opening + 1)}" before')
        return None

    def _openings(self) -> list[int]:
        """Return the first word of each clause that the mention is in."""
        return sorted({self.clauses.bounds(part)[0] for part in self.parts})

    def supposition(self, *, asked: bool) -> _Cue | None:
        return (
            self._condition() or self._supposer() or (None if asked else self._question() or self._indirect_question())
        )

    def _condition(self) -> _Cue | None:
        for opening in self._openings():
            if self._is_conditional(opening):
                return self._condition_cue(opening)
            if self.forms[opening] == "dan" or self._follows_condition(opening):
                earlier = [i for i in range(self.begin, opening) if self._is_conditional(i)]
                if earlier:
                    return self._condition_cue(earlier[-1])
        return None

    def _condition_cue(self, at: int) -> _Cue | None:
        """*Als ik stress heb, ga ik naar buiten* tells a habit; *als het uit de hand zou lopen* supposes."""
        first, last = self.clauses.bounds(at)
        inside = self.forms[first:last]
        if self.forms[at] == "als" and not IRREALIS & set(inside):
            sentence = set(self.forms[self.begin : self.end])
            if HABITUAL & sentence or (len(inside) > 1 and inside[1] in {"ik", "we", "wij"}):
                return None
        return _Cue(f'condition "{self.clauses.said(at, at + 1)}"')

    def _is_conditional(self, at: int) -> bool:
        form = self.forms[at]
        if form in {"indien", "mits", "tenzij"} or (form == "mocht" and self._opens_clause(at)):
            return True
        if form == "stel" and at + 1 < self.end and self.forms[at + 1] in {"dat", "je"}:
            return True
        if form != "als" or at + 1 >= self.end:
            return False
        before = self.forms[max(self.begin, at - 3) : at]
        first, last = self.clauses.bounds(at)
        bare_role = self.forms[at + 1] not in QUALIFIERS and not is_verb_form(self.forms[last - 1])
        return not (
            set(before[-2:]) & COMPARED
            or self.forms[at + 1] in ROLES
            or bare_role
            or last - first < 3
            or "zo" in before
        )

    def _opens_clause(self, at: int) -> bool:
        return at == self.begin or self.clauses.numbers[at] != self.clauses.numbers[at - 1]

    def _follows_condition(self, opening: int) -> bool:
        return opening > self.begin and self._is_conditional(self.clauses.bounds(opening - 1)[0])

    def _supposer(self) -> _Cue | None:
        for at in range(self.begin, self.end):
            if at in self.parts or self.clauses.numbers[at] not in self.own_clauses:
                continue
            if self.forms[at] in SUPPOSERS or (self.forms[at] in WISHES and at < self.parts[-1]):
                return _Cue(f'supposition "{self.clauses.said(at, at + 1)}"')
            if self.forms[at] == "had" and "maar" in self.forms[at : at + 4] and at < self.parts[0]:
                return _Cue(f'unreal wish "{self.clauses.said(at, at + 1)} ... maar"')
        for opening in self._openings():
            if opening > self.begin and self.forms[opening] == "dat":
                first, last = self.clauses.bounds(opening - 1)
                inside = self.forms[first:last]
                if SUPPOSERS & set(inside) or ({"kan", "kon"} & set(inside) and "zijn" in inside):
                    return _Cue(f'supposition "{self.clauses.said(first, opening + 1)}"')
        return None

    def _question(self) -> _Cue | None:
        if "?" not in self.words.between(self.end - 1):
            return None
        last_clause = self.clauses.numbers[self.end - 1]
        if self.forms[self.begin] in QUESTION_OPENERS:
            return _Cue('question "?"')
        tail = [i for i in range(self.begin, self.end) if self.clauses.numbers[i] == last_clause]
        if all(self.forms[i] in TAGS for i in tail) or self.forms[self.end - 1] in {"toch", "he", "hoor"}:
            return None
        return _Cue('question "?"') if last_clause in self.own_clauses or len(self.own_clauses) > 1 else None

    def _indirect_question(self) -> _Cue | None:
        for opening in self._openings():
            if opening > self.begin and self.forms[opening] == "of":
                first, _ = self.clauses.bounds(opening - 1)
                if ASKING & set(self.forms[first:opening]):
                    return _Cue(f'indirect question "{self.clauses.said(opening - 1, opening + 1)}"')
        return None

    def irony(self) -> Iterable[str]:
        if phrase := self.clauses.find_phrase(IRONY, self.begin, self.end):
            yield f'may be ironic ("{phrase}")'


def _may_modify(form: str) -> bool:
    """Say whether a word may stand between *geen* and its noun: an inflected adjective, a degree word."""
    return form in _MODIFIERS or form in HESITATIONS or (form.endswith("e") and len(form) > 3)


def _is_non_finite(form: str) -> bool:
    """Say whether a word is an infinitive or participle, which takes the negation before it for itself."""
    lemma = lemma_of(form)
    return lemma is not None and is_verb(lemma) and (form == lemma or form.startswith("ge")) and form not in _AUXILIARY


def _count(forms: Sequence[str]) -> int:
    return sum(form not in HESITATIONS for form in forms)
