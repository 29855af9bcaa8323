"""The passages of an exercise: chosen by seed, some plain, some traps, some with nothing to code."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.errors import Fault, StudyError
from perspectieven.exercise.key import Answer, Entry, Key, Kind, Place, Source
from perspectieven.exercise.words import N_CHOICES, WORDS
from perspectieven.lexicon import Code, Lexicon

SHARES: Mapping[Kind, float] = {"plain": 0.35, "turned": 0.2, "doubtful": 0.25, "nothing": 0.2}
MIN_WORDS, MAX_WORDS = 6, 90
"""A shorter turn leans on the question before it; a longer one is no passage to read at a glance."""


@dataclass(frozen=True, slots=True)
class Item:
    """One theme or code that students may give, with what the codebook says of it."""

    id: str
    label: str
    definition: str
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id and the label, as a drop-down shows them.

        >>> Item("ERB", "Erbij horen", "").name
        'ERB Erbij horen'
        """
        return f"{self.id} {self.label}"


@dataclass(frozen=True, slots=True)
class Passage:
    """One turn to code, with its key; who said it and where is in the key only."""

    number: int
    text: str = field(repr=False)
    kind: Kind
    answers: tuple[Answer, ...] = field(repr=False)
    place: Place = field(repr=False)


@dataclass(frozen=True, slots=True)
class Exercise:
    """Passages with their key.

    Attributes
    ----------
    by : {"theme", "code"}
        What students give.
    source : {"people", "confirmed", "machine"}
        Who made the key.
    items : tuple of Item
        All that may be given.
    coders : str
        Who coded apart, where the key is by people; empty for just that.
    notice : str
        What a reader must know first; empty for nothing.
    """

    title: str
    language: str
    by: str
    source: Source
    seed: int
    lexicon: str
    items: tuple[Item, ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    coders: str = ""
    notice: str = ""

    @property
    def about_key(self) -> str:
        """Who made the key and what it is worth, in words.

        >>> exercise = Exercise("", "nl", "theme", "people", 0, "", (), (), coders="twee codeurs (taalmodellen)")
        >>> exercise.about_key.partition(".")[0]
        'De sleutel is van twee codeurs (taalmodellen) die los van elkaar codeerden'
        """
        words = WORDS[self.language]
        return words[self.source].format(coders=self.coders or words["coders"])

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits of all that is asked: the same exercise has the same id."""
        asked = [self.by, self.lexicon, *(item.id for item in self.items), *(p.text for p in self.passages)]
        return hashlib.sha256("\n".join(asked).encode()).hexdigest()[:12]

    def item(self, item_id: str) -> Item:
        """Return the item with this id, which must be one of `items`."""
        return next(item for item in self.items if item.id == item_id)


def list_items(lexicon: Lexicon, *, by: str, withheld: Collection[str] = frozenset()) -> tuple[Item, ...]:
    """Return the themes or codes of a lexicon as items, without the codes that are for the team only.

    >>> import perspectieven as pv
    >>> items = list_items(pv.read_lexicon("normaliseren"), by="theme")
    >>> len(items), items[0].name
    (16, 'BET Betekenis van normaal en normaliseren')
    """
    codes = [code for code in lexicon.codes if code.id not in withheld]
    if by == "code":
        return tuple(Item(c.id, c.label, c.definition, c.include, c.exclude, c.hits[:2]) for c in codes)
    return tuple(
        Item(theme.id, theme.label, theme.description, include=_labels(c for c in codes if c.theme == theme.id))
        for theme in lexicon.themes
    )


def choose_passages(turns: pd.DataFrame, key: Key, *, n: int, seed: int) -> tuple[Passage, ...]:
    """Choose passages, spread over kinds, perspectives and speakers, in an order that says nothing.

    Of 20, 7 are plain, 4 turned (denied, supposed, somebody else's view), 5 doubtful, and 4 have nothing to code;
    where one kind runs out, the others fill up.

    Parameters
    ----------
    turns : DataFrame
        Schema `tables.TURNS`; only turns that may be shown to a class.
    key : mapping of (transcript_id, turn_index) to Entry

    Raises
    ------
    StudyError
        If there are fewer than `n` passages of 6 to 90 words with a key.
    """
    pools = _make_pools(turns, key, seed)
    n_there = sum(map(len, pools.values()))
    if n_there < n or n < 1:
        what = (
            f"{n} passages were asked for and {n_there} may be shown, have a key and {MIN_WORDS} to {MAX_WORDS} words; "
            f"ask for {f'1 to {n_there}' if n_there else 'none'} (--passages), or let people code more turns"
        )
        raise StudyError(Fault("exercise", "passages", what))
    taken = _divide(n, {kind: len(pool) for kind, pool in pools.items()})
    chosen = [row for kind, pool in pools.items() for row in pool[: taken[kind]]]
    chosen.sort(key=lambda row: _draw(seed, "order", row[0]))
    return tuple(
        Passage(number, text, kind, entry.answers, place)
        for number, (place, text, kind, entry) in enumerate(chosen, start=1)
    )


_Row = tuple[Place, str, Kind, Entry]


def _make_pools(turns: pd.DataFrame, key: Key, seed: int) -> dict[Kind, list[_Row]]:
    """Return the turns of each kind, one of each perspective in turn, and within it one of each speaker."""
    fits = turns[(turns["role"] == "participant") & turns["n_words"].between(MIN_WORDS, MAX_WORDS)]
    rows: dict[Kind, list[tuple[str, str, _Row]]] = {kind: [] for kind in SHARES}
    columns = ["transcript_id", "turn_index", "perspective", "speaker", "text"]
    for transcript_id, turn_index, perspective, speaker, text in fits[columns].itertuples(index=False):
        place = (str(transcript_id), int(turn_index))
        entry = key.get(place)
        if entry is not None and entry.kind is not None and entry.n_firm <= N_CHOICES:
            rows[entry.kind].append((str(perspective), str(speaker), (place, str(text), entry.kind, entry)))
    return {kind: _take_turns(of_kind, seed, kind) for kind, of_kind in rows.items()}


def _take_turns(rows: Sequence[tuple[str, str, _Row]], seed: int, kind: Kind) -> list[_Row]:
    drawn = sorted(rows, key=lambda row: _draw(seed, "passage", row[2][0]))
    per_speaker: dict[str, int] = {}
    in_turn = []
    for perspective, speaker, row in drawn:
        per_speaker[speaker] = per_speaker.get(speaker, 0) + 1
        in_turn.append((per_speaker[speaker], _draw(seed, kind, (speaker, 0)), perspective, row))
    in_turn.sort(key=lambda one: one[:2])
    per_perspective: dict[str, int] = {}
    ranked = []
    for _, at_random, perspective, row in in_turn:
        per_perspective[perspective] = per_perspective.get(perspective, 0) + 1
        ranked.append((per_perspective[perspective], at_random, row))
    return [row for *_, row in sorted(ranked, key=lambda one: one[:2])]


def _divide(n: int, there: Mapping[Kind, int]) -> dict[Kind, int]:
    """Divide a number over kinds by `SHARES`, no more than there are of each; what is left goes to the largest need."""
    taken = dict.fromkeys(there, 0)
    for _ in range(n):
        open_kinds = [kind for kind in there if taken[kind] < there[kind]]
        kind = min(open_kinds, key=lambda kind: (taken[kind] + 1) / SHARES[kind])
        taken[kind] += 1
    return taken


def _draw(seed: int, what: str, place: Place) -> bytes:
    """Return the lot of a turn: the same for the same seed on every machine, whatever else there is."""
    return hashlib.sha256(f"{seed}\n{what}\n{place[0]}\n{place[1]}".encode()).digest()


def _labels(codes: Iterable[Code]) -> str:
    return "; ".join(code.label for code in codes)
