"""What `speakers.csv` leaves open: dates, consents, and rows that are about nobody."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from perspectieven.reading import SpeakerList
from perspectieven.reading.speakers import ANY, COLUMNS, MORE_COLUMNS
from perspectieven.study.inputs import SPEAKERS
from perspectieven.study.manifest import digest_of

_N_NAMED = 12
"""So many transcripts or rows are named; of more, the number is told."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The speaker labels in a transcript, capitals aside, as digests: labels are often names, and are kept nowhere.

    Attributes
    ----------
    digests : frozenset of str
    seal : str
        Hashed with each label; see `manifest.seal_file`. Without it, names could be tried until a digest is the same.
    """

    digests: frozenset[str]
    seal: str = field(default="", repr=False)

    @classmethod
    def of(cls, labels: Iterable[str], seal: str = "") -> Self:
        """Seal labels."""
        return cls(frozenset(_seal(label, seal) for label in labels), seal)

    def __contains__(self, label: str) -> bool:
        return _seal(label, self.seal) in self.digests


def _seal(label: str, seal: str) -> str:
    return digest_of(f"{seal} {label.casefold()}")[:16]


def describe_gaps(speakers: SpeakerList, labels: Mapping[str, Labels]) -> tuple[str, ...]:
    """Say what is still to be filled in, a line for each kind of gap; none of it stops the coding.

    Parameters
    ----------
    labels : mapping of str to Labels
        Transcript id to the speaker labels in it.

    Examples
    --------
    >>> from perspectieven.reading import SpeakerRow
    >>> moeder = SpeakerRow(2, "g1", "Moeder", "m1", "ouders", "participant", "", False, consent_known=False)
    >>> listed = SpeakerList("speakers.csv", (moeder,), ("ouders",))
    >>> for gap in describe_gaps(listed, {"g1": Labels.of(["Moeder"])}):
    ...     print(gap)
    speakers.csv, row 2: quotable is empty; it counts as nee until somebody has asked
    speakers.csv: no date for g1; fill in the column date, as far as it is known
    """
    unread = [f"{SPEAKERS}: column {name} is not read; there are {_all_columns()}" for name in speakers.unread_columns]
    open_rows = [str(row.row) for row in speakers.rows if row.role == "participant" and not row.consent_known]
    consents = [
        f"{SPEAKERS}, row {_enumerate(open_rows)}: quotable is empty; it counts as nee until somebody has asked"
    ]
    dated = {row.transcript for row in speakers.rows if row.date}
    undated = [name for name in sorted(labels) if name not in dated]
    dates = [f"{SPEAKERS}: no date for {_enumerate(undated)}; fill in the column date, as far as it is known"]
    return (*_unused(speakers, labels), *unread, *(consents if open_rows else ()), *(dates if undated else ()))


def _unused(speakers: SpeakerList, labels: Mapping[str, Labels]) -> tuple[str, ...]:
    """Name the rows that are about no turn: perhaps a spelling mistake, perhaps one still to come."""
    notes = []
    for row in speakers.rows:
        everywhere = row.transcript == ANY
        if not everywhere and row.transcript not in labels:
            notes.append(f"{SPEAKERS}, row {row.row}: there is no transcript {row.transcript} in data/raw")
            continue
        about = labels.values() if everywhere else [labels[row.transcript]]
        if row.label != ANY and not any(row.label in said for said in about):
            notes.append(f"{SPEAKERS}, row {row.row}: no turn has {row.transcript},{row.label}")
    return tuple(notes)


def _enumerate(names: Collection[str]) -> str:
    named = list(names)[:_N_NAMED]
    more = len(names) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _all_columns() -> str:
    return ", ".join(COLUMNS + MORE_COLUMNS)
