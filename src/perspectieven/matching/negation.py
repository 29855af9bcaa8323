"""Negation: which negators reach a mention."""

from collections.abc import Sequence

from perspectieven.dutch.clauses import FILLERS, is_finite
from perspectieven.dutch.cues import (
    APPARENT_NEGATION,
    HIGHER_VERBS,
    NEGATORS,
    NOUN_NEGATORS,
    QUALIFIERS,
)
from perspectieven.dutch.inflection import is_verb, lemma_of
from perspectieven.dutch.words import HESITATIONS
from perspectieven.matching.mention import Cue, Mention

REACH_BEFORE = 7
REACH_AFTER = 5
MOST_ALTERNATIVE = 3
"""Words that the first noun of *geen A of B* may take."""

_APPARENT = tuple(tuple(phrase.split()) for phrase in APPARENT_NEGATION)
_BEFORE_DAT = frozenset("zo het idee gevoel echt meteen zeggen".split())
_AUXILIARY = frozenset("zijn hebben worden kunnen moeten mogen willen zullen gaan laten eigen buiten binnen".split())
_AFTER_NEGATOR = frozenset(
    "meer zo sprake nodig ook eens helemaal altijd zelf er in op aan mee van bij uit af om voor over toe door mij me "
    "ons hem haar hun je".split()
)
"""Words that may follow a negator which still denies what was said before it."""
_PARTICIPLES = ("ge", "be", "ver", "ont", "her")
_MODIFIERS = frozenset("enkel een of meer te zo heel erg al van dit dat soort moment echt seconde dag".split())


def find_negations(mention: Mention) -> list[Cue]:
    """Return what negates the mention; of the negators before it only the nearest (*niet lui en niet gek*)."""
    first = mention.parts[0]
    before = (cue for at in range(first - 1, mention.begin - 1, -1) if (cue := _negation_at(mention, at)))
    nearest = next(before, None)
    later = [cue for at in range(first + 1, mention.end) if (cue := _negation_at(mention, at))]
    found = [*([nearest] if nearest else []), *later]
    return found + [cue for cue in (_higher_negation(mention) or _negated_antecedent(mention),) if cue]


def _negation_at(mention: Mention, at: int) -> Cue | None:
    form = mention.forms[at]
    if form not in NEGATORS or at in mention.parts or mention.clauses.numbers[at] not in mention.own_clauses:
        return None
    if _is_apparent(mention, at) or (form == "zonder" and _is_negated(mention, at)):
        return None
    first, last = mention.parts[0], mention.parts[-1]
    word = f'"{mention.clauses.said(at, at + 1)}"'
    if first < at < last:
        return Cue(f"negation {word} inside")
    if at < first:
        between = mention.forms[at + 1 : first]
        distance = _count(between)
        if "zonder" in between:
            return None
        narrow = form in NOUN_NEGATORS and not (between and between[0] == "van")
        if narrow and not all(_may_modify(word) for word in _after_alternative(between)):
            return None
        if distance > REACH_BEFORE or any(_is_non_finite(word) for word in between):
            return None
        return Cue(f"negation {word} before", distance)
    distance = _count(mention.forms[last + 1 : at])
    if distance > REACH_AFTER or form in {"zonder", "noch", "verre"} or not _is_last_said(mention, at):
        return None
    return Cue(f"negation {word} after", distance)


def _is_negated(mention: Mention, at: int) -> bool:
    """*Geen week zonder driftbui*: the second negator takes the first one back."""
    first, _ = mention.clauses.bounds(at)
    return bool(NEGATORS & set(mention.forms[first:at]))


def _is_last_said(mention: Mention, at: int) -> bool:
    """Say whether a negator after the mention has nothing else to deny: not *de wachtlijst werd niet korter*."""
    _, end = mention.clauses.bounds(at)
    following = mention.forms[at + 1 : end]
    if mention.forms[at] == "geen":
        return not following
    closing = following[:-1] if following and is_finite(following[-1]) else following
    return all(word in FILLERS | _AFTER_NEGATOR or _is_verbal(word) for word in closing)


def _is_apparent(mention: Mention, at: int) -> bool:
    if mention.forms[at] == "verre" and mention.forms[at + 1 : at + 2] != ("van",):
        return True
    if (
        at > mention.begin
        and mention.forms[at - 1] == "toch"
        and at + 1 == mention.end
        and "?" in mention.words.between(at)
    ):
        return True
    return any(
        phrase[place] == mention.forms[at] and mention.forms[at - place : at - place + len(phrase)] == phrase
        for phrase in _APPARENT
        for place in range(len(phrase))
        if at >= place
    )


def _higher_negation(mention: Mention) -> Cue | None:
    """*Ik denk niet dat het normaal is*: the negation before *dat* is meant for the clause."""
    for opening in mention.openings():
        if opening <= mention.begin or mention.forms[opening] not in {"dat", "of"}:
            continue
        first, _ = mention.clauses.bounds(opening - 1)
        at = opening - 1
        while at > first and mention.forms[at] in HIGHER_VERBS | _BEFORE_DAT:
            at -= 1
        if mention.forms[at] not in NEGATORS or _is_apparent(mention, at):
            continue
        governed = HIGHER_VERBS & set(mention.forms[first:opening]) or {"idee", "gevoel"} & set(
            mention.forms[at:opening]
        )
        if governed or first == at:
            return Cue(f'negated higher verb "{mention.clauses.said(first, opening + 1)}"')
    return None


def _negated_antecedent(mention: Mention) -> Cue | None:
    """*Niemand die ons geruststelde*: the relative clause belongs to nobody."""
    for opening in mention.openings():
        before = mention.forms[max(mention.begin, opening - 2) : opening]
        if mention.forms[opening] in {"die", "dat"} and (
            before[-1:] in (("niemand",), ("niets",)) or before[:1] == ("geen",)
        ):
            return Cue(f'negation "{mention.clauses.said(opening - len(before), opening + 1)}" before')
    return None


def _may_modify(form: str) -> bool:
    """Say whether a word may stand between *geen* and its noun: an inflected adjective, a degree word."""
    return form in _MODIFIERS or form in HESITATIONS or (form.endswith("e") and len(form) > 3)


def _after_alternative(between: Sequence[str]) -> Sequence[str]:
    """Return what follows *of* in a noun phrase that *geen* began: *geen stress of (grote) zorgen*."""
    if "of" not in between:
        return between
    at = len(between) - 1 - list(reversed(between)).index("of")
    reached = at <= MOST_ALTERNATIVE and not any(is_finite(word) or word in QUALIFIERS for word in between[:at])
    return between[at + 1 :] if reached else between


def _is_verbal(form: str) -> bool:
    """Say whether a word is an infinitive or participle, an auxiliary included."""
    lemma = lemma_of(form)
    return form == "te" or is_verb(form) or (lemma is not None and is_verb(lemma) and form.startswith(_PARTICIPLES))


def _is_non_finite(form: str) -> bool:
    """Say whether a word is an infinitive or participle, which takes the negation before it for itself."""
    lemma = lemma_of(form)
    return lemma is not None and is_verb(lemma) and (form == lemma or form.startswith("ge")) and form not in _AUXILIARY


def _count(forms: Sequence[str]) -> int:
    return sum(form not in HESITATIONS for form in forms)
