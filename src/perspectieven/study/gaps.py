"""What `speakers.csv` leaves open: dates, consents, and rows that are about nobody."""

from collections.abc import Collection, Iterable, Mapping

from perspectieven.reading import SpeakerList
from perspectieven.reading.speakers import ANY, COLUMNS, MORE_COLUMNS
from perspectieven.study.inputs import SPEAKERS
from perspectieven.study.manifest import digest_of

_N_NAMED = 12
"""So many transcripts or rows are named; of more, the number is told."""


def describe_gaps(speakers: SpeakerList, labels: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Say what is still to be filled in, a line for each kind of gap; none of it stops the coding.

    Parameters
    ----------
    labels : mapping of str to iterable of str
        Transcript id to the speaker labels in it, as from `digest_labels`.

    Examples
    --------
    >>> from perspectieven.reading import SpeakerRow
    >>> moeder = SpeakerRow(2, "g1", "Moeder", "m1", "ouders", "participant", "", False, consent_known=False)
    >>> listed = SpeakerList("speakers.csv", (moeder,), ("ouders",))
    >>> for gap in describe_gaps(listed, {"g1": digest_labels(["Moeder"])}):
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


def _unused(speakers: SpeakerList, labels: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Name the rows that are about no turn: perhaps a spelling mistake, perhaps one still to come."""
    said = {(name, _digest_label(ANY)) for name in labels}
    for name, found in labels.items():
        said |= {(who, label) for label in found for who in (name, ANY)}
    notes = []
    for row in speakers.rows:
        if row.transcript not in labels and row.transcript != ANY:
            notes.append(f"{SPEAKERS}, row {row.row}: there is no transcript {row.transcript} in data/raw")
        elif (row.transcript, _digest_label(row.label)) not in said:
            notes.append(f"{SPEAKERS}, row {row.row}: no turn has {row.transcript},{row.label}")
    return tuple(notes)


def digest_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Return a short digest of each speaker label, capitals aside: labels are often names, and are kept nowhere."""
    return tuple(_digest_label(label) for label in labels)


def _digest_label(label: str) -> str:
    return digest_of(label.casefold())[:16]


def _enumerate(names: Collection[str]) -> str:
    named = list(names)[:_N_NAMED]
    more = len(names) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _all_columns() -> str:
    return ", ".join(COLUMNS + MORE_COLUMNS)
