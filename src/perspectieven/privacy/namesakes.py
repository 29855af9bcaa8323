"""Namesakes: two people with one first name in a conversation, where what is said before the name tells them apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from perspectieven.privacy.cue_words import KIN, TITLES
from perspectieven.privacy.people import Person

_FAMILY = frozenset(
    "dochter dochtertje zoon zoontje broer broertje zus zusje zusjes kleinzoon kleindochter pleegzoon "
    "pleegdochter neef neefje nicht nichtje moeder vader oma opa opoe tante oom ome baby peuter jongste oudste "
    "middelste stiefbroer stiefzus halfbroer halfzus pleegbroer pleegbroertje pleegzus pleegzusje tweelingbroer "
    "tweelingzus stiefvader stiefmoeder schoonzus zwager hond kat".split()
)
_FRIENDS = frozenset(
    "man vrouw vriend vriendin vriendje vriendinnetje maatje buurvrouw buurman buurmeisje buurjongen meisje "
    "jongen jongetje kleine ex partner klasgenoot klasgenootje kamergenoot huisgenoot buurkind si sidi lalla nha "
    "nho tia tio teyze amca abla abi dayi hala yenge".split()
)
"""Who may also be one of the family, or somebody at work, and so tells nothing."""
_AT_WORK = (TITLES | KIN) - _FAMILY - _FRIENDS


def tell_apart(turns: Iterable[Sequence[Person]]) -> tuple[tuple[Person, ...], ...]:
    """Mark who is somebody else than the one of the family with the same first name: *juf Sanne*, *mijn zus Sanne*.

    Only where both are said in one conversation. A name without such a word is whoever was last named with one, and
    before there was any, whoever is named so first.

    Parameters
    ----------
    turns : iterable of sequence of Person
        The people in each turn of one conversation.

    Examples
    --------
    >>> from perspectieven.privacy.people import find_people
    >>> from perspectieven.privacy.tokens import split_tokens
    >>> said = "Mijn dochter Sanne zit bij juf Sanne. Sanne is streng."
    >>> [person.is_namesake for person in tell_apart([find_people(said, split_tokens(said))])[0]]
    [False, True, True]
    """
    conversation = tuple(map(tuple, turns))
    found: dict[str, list[bool]] = {}
    for person in (person for people in conversation for person in people if _tells(person)):
        found.setdefault(person.first, []).append(person.before in _AT_WORK)
    last = {first: told[0] for first, told in found.items() if len(set(told)) == 2}
    if not last:
        return conversation
    return tuple(tuple(_marked(person, last) for person in people) for people in conversation)


def _tells(person: Person) -> bool:
    return bool(person.first) and (person.before in _AT_WORK or person.before in _FAMILY)


def _marked(person: Person, last: dict[str, bool]) -> Person:
    if person.first not in last:
        return person
    if _tells(person):
        last[person.first] = person.before in _AT_WORK
    return replace(person, is_namesake=last[person.first])
