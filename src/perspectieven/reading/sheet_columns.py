"""Columns of a table that nobody named in study.toml and that tell of themselves what they hold: times, and turns."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from perspectieven.errors import Fault
from perspectieven.reading.label_styles import parse_seconds
from perspectieven.reading.rows import Row

_STARTS = frozenset("start start_s starttijd begin begintijd tijd tijdcode time timecode timestamp van".split())
_ENDS = frozenset("eind einde eindtijd end end_s endtime tot".split())
_TURNS = frozenset("beurt beurtnummer spreekbeurt turn turn_id turn_index turn_number".split())
_NUMBERS = frozenset("id nr nummer no number volgnummer".split())
"""Headings under which numbers that come back can be those of turns, and of anything else."""
_KNOWN = _STARTS | _ENDS | _TURNS | _NUMBERS


@dataclass(frozen=True, slots=True)
class Found:
    """The columns that were found, each None where there is none or more than one, and what is to be said of it."""

    start_s: str | None
    end_s: str | None
    turn: str | None
    remarks: tuple[Fault, ...]


def find_columns(where: str, rows: Sequence[Row], speaker: str) -> Found:
    """Find columns by their heading and by what stands in them; both must agree.

    A time is a number of seconds or h:mm:ss in at least half of the rows, and never goes back. A turn is a whole number
    that goes up by one or stays, comes back somewhere, and has one speaker each.

    Parameters
    ----------
    where : str
        Name of the file, for the remarks.
    rows : sequence of (int, tuple of str)
        The heading first.
    speaker : str
        The heading of the column that says who speaks.

    Examples
    --------
    >>> cells = [("beurt", "tijd", "speaker", "text"), ("1", "0:01", "Noor", "Hoe"), ("1", "0:02", "Noor", "gaat het?")]
    >>> found = find_columns("gesprek.xlsx", list(enumerate(cells, start=1)), "speaker")
    >>> found.start_s, found.end_s, found.turn
    ('tijd', None, 'beurt')
    """
    heading = rows[0][1]
    n_named = Counter(heading)
    by_name = {
        name: [cells[at] if at < len(cells) else "" for _, cells in rows[1:]]
        for at, name in enumerate(heading)
        if name.lower() in _KNOWN and name != speaker and n_named[name] == 1
    }
    at = heading.index(speaker)
    labels = [cells[at] if at < len(cells) else "" for _, cells in rows[1:]]

    def pick(names: frozenset[str], fits: Callable[[Sequence[str]], bool]) -> str | None:
        fitting = [name for name, cells in by_name.items() if name.lower() in names and fits(cells)]
        return fitting[0] if len(fitting) == 1 else None

    start_s, end_s = pick(_STARTS, _are_times), pick(_ENDS, _are_times)
    turn = pick(_TURNS, lambda cells: _are_turns(cells, labels))
    unsure = None if turn else pick(_NUMBERS, lambda cells: _are_turns(cells, labels))
    taken = [
        (start_s, "when somebody starts to speak"),
        (end_s, "when somebody stops"),
        (turn, "the number of a turn, of which the rows are joined"),
    ]
    told = [f'column "{name}" is taken for {what}; look whether it is' for name, what in taken if name]
    if unsure:
        told.append(f'column "{unsure}" has numbers that come back and is not read; if they are turns, call it "beurt"')
    remarks = tuple(Fault(where, "row 1", what) for what in told)
    return Found(start_s, end_s, turn, remarks)


def _are_times(cells: Sequence[str]) -> bool:
    try:
        times = [parse_seconds(cell) for cell in cells if cell]
    except ValueError:
        return False
    return 0 < len(cells) <= 2 * len(times) and all(a <= b for a, b in pairwise(times))


def _are_turns(cells: Sequence[str], labels: Sequence[str]) -> bool:
    if not all(cell.isdecimal() and len(cell) < 10 for cell in cells):
        return False
    steps = [int(b) - int(a) for a, b in pairwise(cells)]
    one_speaker = len(set(zip(cells, labels, strict=True))) == len(set(cells))
    return bool(cells) and cells[0] in ("0", "1") and set(steps) <= {0, 1} and 0 in steps and one_speaker
