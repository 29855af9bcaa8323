"""What the layout of a text says beside its words: what is set apart (bold, italic, a heading), and what is quoted."""

import re

ON, OFF, QUOTED = "\ufdd0", "\ufdd1", "\ufdd2"
"""Marks inside a text between its reader and `labels.find_turns`; Unicode keeps these code points free for such use."""

_MARKS = re.compile(f"[{ON}{OFF}{QUOTED}]")
_SEAM = re.compile(rf"{OFF}([ \t]*){ON}")
_AROUND = re.compile(r"[^\w]*+(?:\d{1,2}[.)]?)?[^\w]*+")
"""What may stand outside the marks of a paragraph that is set apart as a whole: signs and a number."""


def set_apart(text: str) -> str:
    r"""Mark the words of each line as set apart.

    Examples
    --------
    >>> set_apart("Noor\n").replace(ON, "<").replace(OFF, ">")
    '<Noor>\n'
    """
    return "\n".join(_set_line_apart(line) for line in text.split("\n"))


def _set_line_apart(line: str) -> str:
    words = line.rstrip()
    return f"{ON}{words}{OFF}{line[len(words) :]}" if words else line


def plain(text: str) -> str:
    """Leave the marks out.

    Examples
    --------
    >>> plain(set_apart("Noor") + ": ja")
    'Noor: ja'
    """
    return _MARKS.sub("", text)


def close_seams(text: str) -> str:
    """Make one of the marked pieces that touch: programs often save one bold word in several.

    Examples
    --------
    >>> close_seams(set_apart("Interv") + set_apart("iewer")) == set_apart("Interviewer")
    True
    """
    return _SEAM.sub(r"\1", text)


def is_set_apart(paragraph: str) -> bool:
    """Tell whether a whole paragraph is set apart, leaving aside its number and signs.

    Examples
    --------
    >>> is_set_apart("1. " + set_apart("Hoe gaat het?")), is_set_apart(set_apart("Noor") + " ja"), is_set_apart("ja")
    (True, False, False)
    """
    if ON not in paragraph:
        return False
    outside = re.sub(rf"{ON}[^{OFF}]*{OFF}", "", paragraph)
    return all(_AROUND.fullmatch(plain(line)) for line in outside.split("\n"))


def is_quoted(paragraph: str) -> bool:
    """Tell whether a paragraph stands in a block quote.

    Examples
    --------
    >>> is_quoted(QUOTED + "ja"), is_quoted("ja")
    (True, False)
    """
    return paragraph.startswith(QUOTED)
