"""Voice: whether the speaker speaks for themselves or reports what somebody else thinks, and who that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from perspectieven.dutch.clauses import Clauses
from perspectieven.dutch.cues import DETERMINERS, HEARSAY, JUDGING, OWN_STANDPOINTS, OWN_SUBJECTS, REPORTERS, SAYING

VoiceName = Literal["own", "other"]
VOICES: tuple[VoiceName, ...] = ("own", "other")


_INVERTING = frozenset("zeg zei vind vond denk dacht".split())
"""Verbs that may stand before *ik* as its own."""
_QUOTED_SUBJECTS = frozenset("ik wij we hij".split())
"""Words after a verb of saying with which the words of somebody else begin: *zij zegt ik ben raar*."""
_RESUMING = frozenset({("ik",), ("we",), ("wij",), ("toen",)})
"""Words after *en* with which the speaker goes on telling in their own voice."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A decided voice.

    Attributes
    ----------
    name : {"own", "other"}
    attributed_to : str
        Whose view it is, as far as it can be read (``school``, ``moeder``, ...); empty otherwise.
    cue : str
        The rule, and in double quotes the words that it saw.
    """

    name: VoiceName
    attributed_to: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A reporting expression and the words that it covers."""

    at: int
    first: int
    last: int
    reporter: str
    words: str


def decide_voice(clauses: Clauses, parts: Sequence[int]) -> Voice:
    """Decide whose view a mention is.

    What others *do*, told as a fact, is the speaker's own account; what others *find or say* is theirs (coding
    rule 7), unless the speaker takes a stand of their own in the same clause (rule 4).

    Examples
    --------
    >>> from perspectieven.dutch.clauses import split_clauses
    >>> from perspectieven.dutch.words import split_words
    >>> decide_voice(split_clauses(split_words("Volgens school heeft hij ADHD.")), [4])
    Voice(name='other', attributed_to='school', cue='reported "volgens school"')
    """
    text = _Text(clauses)
    begin, end = clauses.words.sentence_bounds(clauses.words.sentence_of(parts[0]))
    own = text.own_standpoint(parts)
    if own:
        return Voice("own", cue=f'own standpoint "{own}"')
    for frame in text.frames(begin, end):
        if any(frame.first <= part < frame.last for part in parts) and frame.at not in parts:
            return Voice("other", frame.reporter, f'reported "{frame.words}"')
    return Voice("own")


class _Text:
    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.words = clauses.words
        self.forms = clauses.forms

    def own_standpoint(self, parts: Sequence[int]) -> str:
        """Return the words with which the speaker takes a stand: in the clause, before its *dat*, by agreeing after."""
        for part in parts:
            if phrase := self.clauses.find_phrase(OWN_STANDPOINTS, *self.clauses.bounds(part)):
                return phrase
        begin, end = self.words.sentence_bounds(self.words.sentence_of(parts[0]))
        opening, _ = self.clauses.bounds(parts[0])
        if opening > begin and self.forms[opening] == "dat":
            governing = self.clauses.find_phrase(OWN_STANDPOINTS, *self.clauses.bounds(opening - 1))
            if governing:
                return f"{governing} dat"
        for at in range(parts[-1], end - 1):
            if self.forms[at : at + 2] == ("mee", "eens") and "niet" not in self.forms[max(0, at - 3) : at]:
                return "mee eens"
        return ""

    def frames(self, begin: int, end: int) -> list[_Frame]:
        found = []
        for at in range(begin, end):
            frame = self._according_to(at, end) or self._hearsay(at, end) or self._reported(at, begin, end)
            if frame is not None:
                found.append(frame)
        return found

    def _according_to(self, at: int, end: int) -> _Frame | None:
        if self.forms[at] != "volgens" or at + 1 >= end or self.forms[at + 1] in {"mij", "ons", "jou", "u"}:
            return None
        named = at + 1
        while named + 1 < end and self.forms[named] in DETERMINERS:
            named += 1
        reporter = REPORTERS.get(self.forms[named], "")
        after = next((i for i in range(named + 1, end) if self._new_sentence_part(i)), end)
        first, _ = self.clauses.bounds(at)
        covered = named + 1 if named + 1 < after else first
        return _Frame(at, covered, after, reporter, self.clauses.said(at, named + 1))

    def _new_sentence_part(self, at: int) -> bool:
        """Say whether a clause begins here that leaves the reported view: *, maar*, *, dus*, *en ik*, *en toen*."""
        if self.forms[at] == "en" and self.forms[at + 1 : at + 2] in _RESUMING:
            return True
        return self.forms[at] in {"maar", "terwijl", "dus"} and len(self.words.between(at - 1)) > 1

    def _hearsay(self, at: int, end: int) -> _Frame | None:
        for phrase in HEARSAY:
            last = at + len(phrase.split())
            if self.forms[at:last] == tuple(phrase.split()):
                first, _ = self.clauses.bounds(at)
                if phrase == "zoiets van" and set(self.forms[first:at]) & OWN_SUBJECTS:
                    return None
                after = next((i for i in range(last, end) if self._new_sentence_part(i)), end)
                return _Frame(at, last, after, "", phrase)
        return None

    def _reported(self, at: int, begin: int, end: int) -> _Frame | None:
        """Find a verb of saying or judging with somebody else as its subject."""
        verb = self.forms[at]
        if verb not in SAYING and verb not in JUDGING:
            return None
        first, last = self.clauses.bounds(at)
        subject = self._subject(at, first, last)
        if subject is None:
            return None
        who, inverted = subject
        reporter = REPORTERS[self.forms[who]]
        words = self.clauses.said(min(at, who), max(at, who) + 1)
        tail = [i for i in range(max(at, who) + 1, last)]
        if inverted and at - first <= 1 and first > begin and len(tail) <= 2 and last == end:
            return _Frame(at, begin, first, reporter, words)
        if verb in JUDGING:
            covered = max(at, who) + 1 if inverted or tail else last
            stop = next((i for i in range(last, end) if self._new_sentence_part(i)), end)
            return _Frame(at, covered, stop, reporter, words)
        if not inverted and tail and self.forms[at + 1] in _QUOTED_SUBJECTS:
            return _Frame(at, at + 1, last, reporter, words)
        stop = next((i for i in range(last, end) if self._new_sentence_part(i)), end)
        return _Frame(at, last, stop, reporter, words) if last < stop else None

    def _subject(self, at: int, first: int, last: int) -> tuple[int, bool] | None:
        """Return the subject of a verb and whether it stands behind it; None where it is the speaker or unclear."""
        after = range(at + 1, min(at + 4, last))
        before = [i for i in range(at - 1, first - 1, -1)]
        if at + 1 < last and self.forms[at + 1] in OWN_SUBJECTS and self._may_invert(at):
            return None
        if any(self.forms[i] in OWN_SUBJECTS for i in before):
            return None
        for i in before[:5]:
            if self.forms[i] in REPORTERS:
                return self._noun_for(i, before[:5]), False
        for i in after:
            if self.forms[i] in REPORTERS:
                return i, True
        return None

    def _may_invert(self, at: int) -> bool:
        """Say whether the own subject after a verb can be its subject: *zei ik*, but not *zegt ik*."""
        return self.forms[at + 1] != "ik" or self.forms[at] in _INVERTING

    def _noun_for(self, at: int, before: list[int]) -> int:
        """Prefer a noun over the pronoun that takes it up: *school, die zegt*."""
        named = [i for i in before if REPORTERS.get(self.forms[i])]
        return named[0] if named and not REPORTERS[self.forms[at]] else at
