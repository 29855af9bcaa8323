"""UTF-8 that was encoded twice ("cliÃ«nten"): counted wherever text is cleaned, and repaired where that is asked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from perspectieven.errors import Fault

_WINDOWS = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"}
"""The characters that Windows has where Latin-1 has control characters."""
_AS_BYTES = {ord(character): byte for byte, character in _WINDOWS.items()}
_REST = "\x80-\xbf" + "".join(_WINDOWS.values())
_ENDS_WORD = "\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
_DOUBLED = re.compile(
    rf"[\xc2\xc3][{_REST}]"  # punctuation and most accents
    r"|\xc3 "  # a with a grave accent, of which a no-break space became a space
    rf"|[\xc4\xc5](?![{_ENDS_WORD}])[{_REST}]"  # Turkish, Polish and the like, such as the s of Ayşe
    rf"|\xe2[{_REST}]{{2}}"  # quotation marks, dashes, the euro
    rf"|\xf0[{_REST}]{{3}}"  # emoji
    r"|\xef\xbb\xbf"  # the mark at the start of a file
)
"""One character; what can be Dutch as it stands, such as the end of a quotation behind an accent, is not among them."""
_MOST_ROUNDS = 3


@dataclass(slots=True)
class Tally:
    """How many characters of one file were encoded twice.

    Attributes
    ----------
    repair : bool
        Whether they are repaired.
    counts : dict of str to int
        For each step of reading that cleans text; without repair a later step meets the same characters again.
    """

    repair: bool
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def n_doubled(self) -> int:
        """Characters that were encoded twice."""
        return sum(self.counts.values()) if self.repair else max(self.counts.values(), default=0)

    def find_remarks(self, name: str) -> Iterator[Fault]:
        """Yield what deserves a look in the file with this name."""
        if self.n_doubled:
            n = f"{self.n_doubled:,} character{'s' if self.n_doubled > 1 else ''}"
            looks = f"{n} look{'' if self.n_doubled > 1 else 's'}"
            yield Fault(name, "", _REPAIRED.format(n) if self.repair else _FOUND.format(looks))


_REPAIRED = "{} had been encoded twice as UTF-8 and put right; compare a word with an accent to the original"
_FOUND = (
    "{} as if UTF-8 was encoded twice; export the file again, as UTF-8,"
    " or have it repaired: repair_encoding = true under [transcripts] in study.toml"
)
_tally: ContextVar[Tally | None] = ContextVar("tally", default=None)


@contextmanager
def tally_doubled(*, repair: bool) -> Iterator[Tally]:
    """Count, and if asked repair, the characters encoded twice in all text that is cleaned inside the block.

    A variable of the context, and not an argument of every reader, because each reader cleans text in places of its
    own, and none of them has anything to decide here.
    """
    tally = Tally(repair)
    token = _tally.set(tally)
    try:
        yield tally
    finally:
        _tally.reset(token)


def mend_doubled(text: str, *, step: str) -> str:
    """Count the characters of a text that were encoded twice, and return it with these repaired where that is asked.

    Parameters
    ----------
    text : str
        Before anything invisible is taken out: half of such a character can be a control character.
    step : str
        What calls this; see `Tally.counts`.

    Examples
    --------
    >>> with tally_doubled(repair=True) as tally:
    ...     mend_doubled("De cli\u00c3\u00abnten \u00e9n Ay\u00c5\u0178e", step="decode")
    'De cliënten én Ayşe'
    >>> tally.n_doubled
    2
    """
    tally = _tally.get()
    if tally is None or text.isascii():
        return text
    mended = text
    for _ in range(_MOST_ROUNDS):  # more than one where the file went through more than one bad export
        mended, n_doubled = _DOUBLED.subn(_decode, mended)
        if not n_doubled:
            break
        tally.counts[step] = tally.counts.get(step, 0) + n_doubled
    return mended if tally.repair else text


def _decode(match: re.Match[str]) -> str:
    """Give the character that was meant; two signs can also be Windows text that was taken for Latin-1."""
    data = match.group().replace("\xc3 ", "\xc3\xa0").translate(_AS_BYTES).encode("latin-1")
    if data[0] == 0xC2 and data[1] in _WINDOWS:
        return _WINDOWS[data[1]]
    return data.decode("utf-8", "replace")
