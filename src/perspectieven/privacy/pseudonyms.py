"""Pseudonyms: one for each person, school, place and so on in a whole study, and texts with these in their place."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from perspectieven.dutch.letters import fold_accents
from perspectieven.privacy.familiar import is_familiar, is_spoken
from perspectieven.privacy.findings import Finding, Kind
from perspectieven.privacy.gazetteers import is_ordinary
from perspectieven.privacy.people import Person, find_people
from perspectieven.privacy.search import Searched
from perspectieven.privacy.tokens import split_tokens
from perspectieven.transcript import Transcript

LABELS = {
    Kind.PERSON: "Persoon",
    Kind.SCHOOL: "School",
    Kind.NEIGHBOURHOOD: "Buurt",
    Kind.ORGANISATION: "Organisatie",
    Kind.PLACE: "Plaats",
    Kind.ADDRESS: "Adres",
    Kind.PHONE: "Telefoon",
    Kind.EMAIL: "E-mail",
    Kind.HANDLE: "Account",
    Kind.BSN: "BSN",
    Kind.IBAN: "Rekening",
    Kind.DATE: "Datum",
    Kind.AGE: "Leeftijd",
}
_ROLES = {
    "Meisje": "dochter dochtertje zusje zusjes meisje buurmeisje pleegdochter kleindochter vriendinnetje nichtje",
    "Jongen": "zoon zoontje broertje jongen jongetje buurjongen pleegzoon kleinzoon neefje",
    "Leerkracht": "juf juffrouw meester mentor",
    "Arts": "dokter dr",
}
_ROLE_OF = {word: label for label, words in _ROLES.items() for word in words.split()}
_SOUNDS = (
    ("ij", "y"), ("ei", "y"), ("ph", "f"), ("th", "t"), ("ou", "u"), ("oe", "u"), ("ch", "g"), ("sj", "sh"),
    ("c", "k"), ("q", "k"), ("h", ""),
)  # fmt: skip
_PSEUDONYM = re.compile(r"\[([^\[\]\n]{1,30}-\d+)\]")
_NAMESAKE = "@"
"""What keeps the second person with a first name apart in the key; no name has it."""
_TWICE = re.compile(r"(.)\1+")


@dataclass
class Register:
    """The pseudonyms of a study.

    Attributes
    ----------
    of_name : dict of str to str
        The pseudonym of each name as it is known: ``persoon sanne de_vries``.
    forms : dict of str to list of str
        Of each pseudonym, how the texts say it: for who holds the key.
    """

    of_name: dict[str, str] = field(default_factory=dict, repr=False)
    forms: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _n_of_label: Counter[str] = field(init=False, repr=False, compare=False)
    _called: dict[str, str] = field(init=False, repr=False, compare=False)
    """Of each first name, and of each surname, the key of who had it first."""

    def __post_init__(self) -> None:
        self._n_of_label = Counter(name.rpartition("-")[0] for name in self.forms)
        self._called = {}
        for key in self.of_name:
            self._remember(key)

    def __repr__(self) -> str:
        return f"Register({len(self.forms)} pseudonyms)"

    @classmethod
    def from_content(cls, content: Mapping[str, object]) -> "Register":
        """Take a register from what was kept in the key."""
        known, forms = content["of_name"], content["forms"]
        assert isinstance(known, dict)
        assert isinstance(forms, dict)
        return cls(dict(known), {name: list(said) for name, said in forms.items()})

    def as_content(self) -> dict[str, object]:
        """Return what is to be kept in the key."""
        return {"of_name": self.of_name, "forms": self.forms}

    def add(self, searched: Iterable[Searched]) -> None:
        """Give everything that was found a pseudonym: what has one keeps it, also in other words.

        A first name alone is the person with that first name and a surname, if there is one; so is a surname alone.
        The same name is the same person in all transcripts, but for namesakes that one conversation tells apart.
        """
        found = list(searched)
        people = [(turn, person) for turn in found for person in turn.people]
        for full in (True, False):
            for turn, person in people:
                if bool(person.first and person.last) == full:
                    self._name(_person_key(person), turn.text, person.finding, self._person_label(person))
        for turn in found:
            for finding in turn.others:
                key = f"{finding.kind} {_sound(turn.text[finding.start : finding.end])}"
                self._name(key, turn.text, finding, LABELS[finding.kind])

    def pseudonym(self, text: str, found: Finding | Person) -> str:
        """Return the pseudonym of something that was found in a text and added before."""
        if isinstance(found, Person):
            return self.of_name[self._known_as(_person_key(found))]
        return self.of_name[f"{found.kind} {_sound(text[found.start : found.end])}"]

    def _name(self, key: str, text: str, finding: Finding, label: str) -> None:
        known = self._known_as(key)
        pseudonym = self.of_name.get(known)
        if pseudonym is None:
            self._n_of_label[label] += 1
            pseudonym = f"{label}-{self._n_of_label[label]}"
            self.forms[pseudonym] = []
        self.of_name[key] = pseudonym
        self._remember(key)
        said = text[finding.start : finding.end]
        if said not in self.forms[pseudonym]:
            self.forms[pseudonym].append(said)

    def _known_as(self, key: str) -> str:
        """Return the key under which a name, or somebody with more of a name, is known."""
        if key in self.of_name or not key.startswith(f"{Kind.PERSON} "):
            return key
        _, first, last = key.split(" ")
        if first == "-":
            return self._called.get(f"- {last}", key)
        return key if last else self._called.get(first, key)

    def _remember(self, key: str) -> None:
        if key.startswith(f"{Kind.PERSON} "):
            _, first, last = key.split(" ")
            self._called.setdefault(first, key)
            self._called.setdefault(f"- {last}", key)

    def _person_label(self, person: Person) -> str:
        return _ROLE_OF.get(person.before, LABELS[Kind.PERSON])


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text, half-open, and the pseudonym that takes it."""

    start_char: int
    end_char: int
    pseudonym: str


def place_pseudonyms(searched: Searched, register: Register) -> tuple[Place, ...]:
    """Return what takes the place of all that was found in a text, from its beginning to its end."""
    named = [(person.finding, person) for person in searched.people] + [(other, other) for other in searched.others]
    places = (Place(found.start, found.end, register.pseudonym(searched.text, what)) for found, what in named)
    return tuple(sorted(places, key=lambda place: place.start_char))


def replace_names(transcript: Transcript, places: Sequence[Sequence[Place]]) -> Transcript:
    """Return a transcript with, turn by turn, the pseudonyms in square brackets in their places.

    >>> from perspectieven.transcript import Turn
    >>> said = Transcript("g", (Turn("g", 0, "Moeder", "Toen kwam Sanne."),))
    >>> replace_names(said, [[Place(10, 15, "Meisje-1")]]).turns[0].text
    'Toen kwam [Meisje-1].'
    """
    turns = []
    for turn, own in zip(transcript.turns, places, strict=True):
        text = turn.text
        for place in reversed(own):
            text = f"{text[: place.start_char]}[{place.pseudonym}]{text[place.end_char :]}"
        turns.append(replace(turn, text=text))
    return replace(transcript, turns=tuple(turns))


def restore_names(text: str, register: Register) -> str:
    """Return a text with every pseudonym that the register knows as it was first said, in its brackets.

    >>> restore_names("En [Meisje-1] zat op [School-9].", Register(forms={"Meisje-1": ["Sanne", "Sanneke"]}))
    'En [Sanne] zat op [School-9].'
    """
    return _PSEUDONYM.sub(lambda found: f"[{register.forms.get(found[1], [found[1]])[0]}]", text)


def hide_labels(transcript: Transcript) -> Transcript:
    """Return a transcript in which no label of a speaker names a person, nor an id that was made of the label.

    Examples
    --------
    >>> from perspectieven.transcript import Speaker, Turn
    >>> sanne = Speaker("gesprek/Sanne", "jeugdigen")
    >>> hidden = hide_labels(Transcript("gesprek", (Turn("gesprek", 0, "Sanne", "Ja.", speaker=sanne),)))
    >>> hidden.turns[0].label, hidden.turns[0].speaker.id
    ('Spreker 1', 'gesprek/Spreker 1')
    """
    named = [label for label in transcript.labels if names_person(label)]
    hidden = {label: f"Spreker {number}" for number, label in enumerate(named, start=1)}
    turns = []
    for turn in transcript.turns:
        speaker, label = turn.speaker, hidden.get(turn.label, turn.label)
        if speaker is not None and speaker.id == f"{turn.transcript_id}/{turn.label}":
            speaker = replace(speaker, id=f"{turn.transcript_id}/{label}")
        turns.append(replace(turn, label=label, speaker=speaker))
    return replace(transcript, turns=tuple(turns))


def names_person(label: str) -> bool:
    """Say whether the label of a speaker is, or holds, the name of a person.

    >>> names_person("Roos"), names_person("Moeder 2"), names_person("Marieke (wijkteam)"), names_person("Mentor")
    (True, False, True, False)
    """
    said = f"zei {label}"
    tokens = split_tokens(said)
    unheard = any(
        token.is_capital
        and not (token.is_short_form or is_familiar(token.word) or is_ordinary(token.spelled) or is_spoken(token.word))
        for token in tokens
        if not said[token.start : token.end].isupper()
    )
    return unheard or bool(find_people(said, tokens))


def _person_key(person: Person) -> str:
    apart = _NAMESAKE if person.is_namesake else ""
    return f"{Kind.PERSON} {_sound(person.first) or '-'}{apart} {_sound(person.last)}"


def _sound(name: str) -> str:
    """Return how a name sounds, about: *Mohammed* and *Mohamed*, *Youssef* and *Yoesef* are one."""
    said = fold_accents(name.lower().replace("\u2019", "'"))
    said = re.sub(r"[^\w]+", "_", said).strip("_")
    for written, sound in _SOUNDS:
        said = said.replace(written, sound)
    return _TWICE.sub(r"\1", said)
