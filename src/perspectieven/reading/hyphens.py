"""Undo hyphens at line ends, in the light of how the rest of the file writes the word."""

import re
from collections.abc import Sequence

WRAP = "\x1a"
"""Stands at the end of a line that the source broke at a hyphen."""

_BROKEN = re.compile(rf"(?<![\w'\u2019-])(?P<before>[\w'\u2019-]*)(?:{WRAP}|(?<=\w)-)\n(?=(?P<after>[\w'\u2019-]*))")
"""Only from the start of a word, so that a row of letters without an end is gone through once."""
_WORD = re.compile(r"[\w'\u2019-]+")
_JOINING = frozenset({"en", "of", "tot", "dan", "noch", "als", "maar", "respectievelijk", "resp"})
_OFTEN = 0.04


def undo_hyphens(paragraphs: Sequence[str], *, n_lines: int) -> tuple[str, ...]:
    r"""Join words that were broken at a line end.

    "jeugd-" before "en" stays apart. A hyphen stays beside a capital or a digit, and where the file writes the word
    with a hyphen elsewhere; it goes where the file writes the word without. For a word that occurs only once, it goes
    if many lines end in one (the file was hyphenated by a machine), and stays otherwise.

    Parameters
    ----------
    paragraphs : sequence of str
        Lines separated by ``\n``; a line may end in `WRAP`.
    n_lines : int
        Number of lines in the file.

    Examples
    --------
    >>> undo_hyphens(["een oplei-\nding in de jeugd-\nen gezinshulp, na de opleiding"], n_lines=3)
    ('een opleiding in de jeugd- en gezinshulp, na de opleiding',)
    """
    text = "\n".join(paragraphs)
    words = {word.lower() for word in _WORD.findall(text)}
    by_machine = len(_BROKEN.findall(text)) > _OFTEN * n_lines

    def join(match: re.Match[str]) -> str:
        before, after = match["before"], match["after"]
        if after.lower() in _JOINING or not before or not after:
            return f"{before}- "
        if (f"{before}-{after}").lower() in words or not (before[-1].islower() and after[0].islower()):
            return f"{before}-"
        if by_machine or (before + after).lower() in words:
            return before
        return f"{before}-"

    return tuple(_BROKEN.sub(join, paragraph).replace(WRAP, "-") for paragraph in paragraphs)
