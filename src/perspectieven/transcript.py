"""Transcripts as frozen, checked values: speakers and the turns they take."""

from dataclasses import dataclass, field, replace
from typing import Literal, Self

from perspectieven.errors import Fault, TranscriptError

Role = Literal["participant", "interviewer"]
ROLES: tuple[Role, ...] = ("participant", "interviewer")

KNOWLEDGE = ("wetenschap", "praktijk", "ervaring")
"""The kinds of knowledge that somebody brings; none ranks above another."""

DOCUMENT = "document"
"""The speaker label of text that nobody is said to have spoken, such as a report."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person (or document voice) as `speakers.csv` lists it.

    Attributes
    ----------
    id : str
        Unique in the study; the same person keeps it over several transcripts.
    perspective : str or None
        Perspective id of the study; None for interviewers.
    role : {"participant", "interviewer"}
    sector : str
        Professional domain such as ``onderwijs``; empty where it does not apply.
    quotable : bool
        Whether the person agreed to be quoted in what leaves the team.
    organisation, municipality : str
        Where the person works, or lives; empty where nobody said so.
    knowledge : str
        What kind of knowledge the person brings, one of `KNOWLEDGE`; empty where nobody said so.
    """

    id: str
    perspective: str | None
    role: Role = "participant"
    sector: str = ""
    quotable: bool = False
    organisation: str = ""
    municipality: str = ""
    knowledge: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise TranscriptError(Fault("speaker", "", "has no id; give every speaker one"))
        if self.role not in ROLES:
            what = f'role is "{self.role}"; use one of {", ".join(ROLES)}'
            raise TranscriptError(Fault(f"speaker {self.id}", "role", what))
        if (self.perspective is None) != (self.role == "interviewer"):
            what = "a participant has a perspective and an interviewer has none; correct one of the two"
            raise TranscriptError(Fault(f"speaker {self.id}", "perspective", what))


@dataclass(frozen=True, slots=True)
class Turn:
    """One uninterrupted stretch of speech by one speaker.

    Attributes
    ----------
    transcript_id : str
    index : int
        Position in the transcript, from 0.
    label : str
        The speaker as the source names them; `DOCUMENT` where it names nobody.
    text : str
        NFC-normalised, never changed after reading; hidden from the repr.
    start_s, end_s : float or None
        Seconds from the start of the recording, where the source says so.
    speaker : Speaker or None
        Who the label stands for; None until `speakers.csv` has been applied.
    """

    transcript_id: str
    index: int
    label: str
    text: str = field(repr=False)
    start_s: float | None = None
    end_s: float | None = None
    speaker: Speaker | None = None

    @property
    def is_asked(self) -> bool:
        """Whether an interviewer says it: it prompts what follows, and is not coded itself."""
        return self.speaker is not None and self.speaker.role == "interviewer"

    def spoken_by(self, speaker: Speaker) -> Self:
        """Return the same turn with its speaker known."""
        return replace(self, speaker=speaker)


@dataclass(frozen=True, slots=True)
class Transcript:
    """One conversation or document: its turns in order.

    Attributes
    ----------
    id : str
    turns : tuple of Turn
    date : str
        When it was held, as far as somebody said so: ``2021-05-26``, ``2021-05``, ``2021`` or empty; never guessed.

    Raises
    ------
    TranscriptError
        If a turn belongs elsewhere or is out of order.

    Examples
    --------
    >>> Transcript("gesprek", (Turn("gesprek", 0, "Moeder", "Dat hoort erbij."),)).turns[0]
    Turn(transcript_id='gesprek', index=0, label='Moeder', start_s=None, end_s=None, speaker=None)
    """

    id: str
    turns: tuple[Turn, ...]
    date: str = ""

    def __post_init__(self) -> None:
        faults = [
            Fault(self.id, f"turn {turn.index}", f"belongs to {turn.transcript_id} or should have index {position}")
            for position, turn in enumerate(self.turns)
            if turn.index != position or turn.transcript_id != self.id
        ]
        if faults:
            raise TranscriptError(faults)

    @property
    def labels(self) -> tuple[str, ...]:
        """Speaker labels in order of first appearance."""
        return tuple(dict.fromkeys(turn.label for turn in self.turns))
