"""From lines to paragraphs: what a blank line, a bullet or a short line means, and how wrapped lines are joined."""

import re
from collections.abc import Sequence

from perspectieven.reading.emphasis import plain

_BULLET = re.compile(r"^\s*(?:[•●▪◦‣∙·■□➢✓\ue000-\uf8ff]|[*\u2013—-](?=\s)|[*](?=[A-Z])|o(?=\s{2,}|\t|\s[*]))\s*(?=\S)")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.?!:;…][\"'”\u2019)\]]*\s*$")
_ROOMY = 0.75


def split_paragraphs(text: str) -> tuple[str, ...]:
    r"""Split plain text into paragraphs; the lines of one paragraph stay apart.

    A paragraph ends at a blank line, before a list item, and after a finished sentence on a line with room to spare.

    Examples
    --------
    >>> split_paragraphs("Wij zien:\n- rust;\n- een school die meedenkt met de\n  ouders.\n\nTot slot")
    ('Wij zien:', '- rust;', '- een school die meedenkt met de\n  ouders.', 'Tot slot')
    """
    paragraphs: list[str] = []
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n")):
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        width = max((len(plain(line)) for line in lines), default=0)
        current: list[str] = []
        for line in lines:
            if current and (is_item(plain(line)) or _is_last(plain(current[-1]), plain(line), width)):
                paragraphs.append("\n".join(current))
                current = []
            current.append(line)
        if current:
            paragraphs.append("\n".join(current))
    return tuple(paragraphs)


def join_lines(lines: Sequence[str]) -> str:
    """Join the wrapped lines of one paragraph with a space; runs of spaces become one.

    Examples
    --------
    >>> join_lines(["kantoor- ", "  en schooltijden"])
    'kantoor- en schooltijden'
    """
    return " ".join(" ".join(lines).split())


def is_item(line: str) -> bool:
    """Tell whether a line opens a list item.

    Examples
    --------
    >>> is_item("1) informele steun"), is_item("1.250 woningen"), is_item("- rust")
    (True, False, True)
    """
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def without_bullet(line: str) -> str:
    """Take the bullet, which is no word, off a list item; a number stays.

    Examples
    --------
    >>> without_bullet("•  rust"), without_bullet("1) steun")
    ('rust', '1) steun')
    """
    return _BULLET.sub("", line)


def _is_last(line: str, following: str, width: int) -> bool:
    """Tell whether a line ends its paragraph: it ends a sentence, and the next word would easily have fitted."""
    fits = len(line) + 1 + len(following.split(maxsplit=1)[0]) <= _ROOMY * width
    return fits and bool(_SENTENCE_END.search(line))
