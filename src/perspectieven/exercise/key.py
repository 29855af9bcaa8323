"""The key of an exercise: what is to be seen in each turn, and how sure that is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from perspectieven.agreement import NONE, POLARITIES, judge_codings
from perspectieven.errors import Fault, TableError
from perspectieven.tables import CODINGS, make_table

Source = Literal["people", "confirmed", "machine"]
"""Who made a key: coders who worked apart; the machine, confirmed by people; the machine alone, which is no truth."""

Kind = Literal["plain", "turned", "doubtful", "nothing"]
"""All is clear and affirmed; something is denied, supposed or somebody else's; people doubt; nothing is to be seen."""

Place = tuple[str, int]
STANCES = ("affirmed", "negated", "hypothetical", "other")
"""Stance of a mention; `other` stands for anything said in somebody else's voice, as coders write it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One theme (or code) of a turn.

    Attributes
    ----------
    stances : tuple of str
        Those that are right, one or more of `STANCES`.
    firm : bool
        False where coders differ or doubt: giving it is defensible, and so is not giving it.
    """

    item: str
    stances: tuple[str, ...]
    firm: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be seen in one turn.

    Attributes
    ----------
    disputed : bool
        Coders differ or doubt about something here, or a person rejected what the machine found.
    """

    answers: tuple[Answer, ...]
    disputed: bool = False

    @property
    def n_firm(self) -> int:
        """Answers that are firm: all that a student must give."""
        return sum(answer.firm for answer in self.answers)

    @property
    def kind(self) -> Kind | None:
        """How hard the turn is; None where all is doubt, so that there is nothing to score.

        >>> Entry((Answer("ERB", ("affirmed",), True),)).kind, Entry((Answer("ERB", ("negated",), True),)).kind
        ('plain', 'turned')
        >>> Entry(()).kind, Entry((Answer("ERB", ("affirmed",), False),), disputed=True).kind
        ('nothing', None)
        """
        if not self.answers:
            return "nothing"
        firm = [answer for answer in self.answers if answer.firm]
        if not firm:
            return None
        if any(answer.stances != ("affirmed",) for answer in firm):
            return "turned"
        return "doubtful" if self.disputed else "plain"


Key = Mapping[Place, Entry]


def key_of_people(human: pd.DataFrame, *, items: Mapping[str, str]) -> dict[Place, Entry]:
    """Make a key of what coders saw, working apart.

    An item is firm when every coder gave it to the turn without doubt; a theme through whichever of its codes.

    Parameters
    ----------
    human : DataFrame
        As `agreement.judge_codings` takes it: transcript_id, turn_index, coder, codes.
    items : mapping of str to str
        Every code to the theme (or code, itself) that the exercise asks for.

    Raises
    ------
    TableError
        With every row that is not written so, or every code that is not in `items`.

    Examples
    --------
    >>> rows = [("a", 0, "x", "ERB-FASE:aff;LAT-TIJDRUST:aff?"), ("a", 0, "y", "ERB-SOMBER:aff"), ("a", 1, "x", "GEEN")]
    >>> human = pd.DataFrame([*rows, ("a", 1, "y", "GEEN")], columns=["transcript_id", "turn_index", "coder", "codes"])
    >>> key = key_of_people(human, items={"ERB-FASE": "ERB", "ERB-SOMBER": "ERB", "LAT-TIJDRUST": "LAT"})
    >>> [(answer.item, answer.firm) for answer in key["a", 0].answers], key["a", 1].kind
    ([('ERB', True), ('LAT', False)], 'nothing')
    """
    both = judge_codings(make_table([], CODINGS), human)  # checks how it is written; only turns that every coder coded
    places = {(str(t), int(n)) for t, n in both[["transcript_id", "turn_index"]].itertuples(index=False)}
    n_coders = human["coder"].nunique()
    strange: set[str] = set()
    marks: dict[Place, dict[str, set[str]]] = {place: {} for place in places}
    sure: dict[Place, Counter[str]] = {place: Counter() for place in places}
    for row in human.to_dict("records"):
        place = (str(row["transcript_id"]), int(row["turn_index"]))
        if place not in places:
            continue
        given = set()
        for mark in str(row["codes"]).split(";"):
            code, _, polarity = mark.strip().partition(":")
            if code == NONE:
                continue
            if code not in items:
                strange.add(code)
                continue
            item = items[code]
            marks[place].setdefault(item, set()).add(POLARITIES[polarity.rstrip("?")])
            if not polarity.endswith("?"):
                given.add(item)
        sure[place].update(given)
    if strange:
        what = f"the codes {', '.join(sorted(strange))} are not in the lexicon; correct the spelling, or add them there"
        raise TableError(Fault("human codings", "codes", what))
    key = {}
    for place in sorted(places):
        answers = tuple(
            Answer(item, _in_order(marks[place][item]), sure[place][item] == n_coders) for item in sorted(marks[place])
        )
        key[place] = Entry(answers, disputed=not all(answer.firm for answer in answers))
    return key


def key_of_codings(
    codings: pd.DataFrame, turns: pd.DataFrame, *, items: Mapping[str, str], confirmed: bool = True
) -> dict[Place, Entry]:
    """Make a key of codings.

    Parameters
    ----------
    codings, turns : DataFrame
        Schemas `tables.CODINGS` and `tables.TURNS`.
    items : mapping of str to str
        Every code to the theme (or code, itself) that the exercise asks for.
    confirmed : bool
        Only turns of which a person judged every coding: what was rejected is not in the key, and a turn where all was
        rejected has nothing to code. False: the machine's codings as they are, on every participant's turn.

    Examples
    --------
    >>> from perspectieven.tables import TURNS
    >>> row = {"transcript_id": "a", "code": "ERB-FASE", "theme": "ERB", "stance": "affirmed", "voice": "own"}
    >>> rows = [row | {"turn_index": at, "status": status} for at, status in enumerate(["confirmed", "machine"])]
    >>> key_of_codings(make_table(rows, CODINGS), make_table([], TURNS), items={"ERB-FASE": "ERB"})
    {('a', 0): Entry(answers=(Answer(item='ERB', stances=('affirmed',), firm=True),), disputed=False)}
    """
    key: dict[Place, Entry] = {}
    if not confirmed:
        spoken = turns[turns["role"] == "participant"]
        key = {(str(t), int(n)): Entry(()) for t, n in zip(spoken["transcript_id"], spoken["turn_index"], strict=True)}
    for _, here in codings.groupby(["transcript_id", "turn_index"], sort=True):
        if confirmed and (here["status"] == "machine").any():
            continue
        standing = here[here["status"] != "rejected"]
        doubted = len(standing) < len(here) or (not confirmed and bool(standing["needs_review"].any()))
        marks: dict[str, set[str]] = {}
        for code, stance, voice in standing[["code", "stance", "voice"]].itertuples(index=False):
            marks.setdefault(items[code], set()).add("other" if voice == "other" else stance)
        answers = tuple(Answer(item, _in_order(marks[item]), firm=True) for item in sorted(marks))
        [transcript_id], [turn_index] = here["transcript_id"].unique(), here["turn_index"].unique()
        key[str(transcript_id), int(turn_index)] = Entry(answers, disputed=doubted)
    return key


def _in_order(stances: set[str]) -> tuple[str, ...]:
    return tuple(stance for stance in STANCES if stance in stances)
