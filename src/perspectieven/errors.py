"""What can be wrong, by who must act; every fault of a source is told at once."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in one place.

    Attributes
    ----------
    where : str
        The file or table.
    place : str
        Line, row or field inside it; empty when it concerns the whole.
    what : str
        What is there, what may be there, and what to do. Never a participant's words.
    """

    where: str
    place: str
    what: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.where, self.place, self.what)))


class PerspectievenError(Exception):
    r"""Base of every error that a user can act on.

    Parameters
    ----------
    faults : sequence of Fault
        All that is wrong, in the order in which it should be read.

    Examples
    --------
    >>> print(StudyError([Fault("study.toml", "line 3", "no title; add title = \"...\"")]))
    study.toml: 1 fault
      line 3: no title; add title = "..."
    """

    def __init__(self, faults: Sequence[Fault] | Fault) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__(describe_faults(self.faults))


class TranscriptError(PerspectievenError):
    """A transcript or `speakers.csv` needs work."""


class LexiconError(PerspectievenError):
    """A lexicon file needs work."""


class StudyError(PerspectievenError):
    """The settings or the layout of a study need work."""


class TableError(PerspectievenError):
    """A table does not have its schema; the calling code needs work."""


def describe_faults(faults: Sequence[Fault]) -> str:
    """Group faults by where they are, one line each."""
    lines: list[str] = []
    for where in dict.fromkeys(fault.where for fault in faults):
        here = [fault for fault in faults if fault.where == where]
        lines.append(f"{where}: {len(here)} fault{'s' if len(here) > 1 else ''}")
        lines += [f"  {f.place}: {f.what}" if f.place else f"  {f.what}" for f in here]
    return "\n".join(lines)
