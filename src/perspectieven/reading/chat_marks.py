"""From a main line of CHAT to text that reads like the other transcripts."""

import re
from dataclasses import dataclass, field

UNINTELLIGIBLE, UNTRANSCRIBED = "(onverstaanbaar)", "(niet uitgeschreven)"

_PAUSE = re.compile(r"\((?:\.{1,3}|\d{1,4}(?::\d{1,2})?\.\d{0,4})\)")
_ENDS = {
    "+...": "…",
    "+..?": "…?",
    "+!?": "?!",
    "+/.": "…",
    "+/?": "…?",
    "+//.": "…",
    "+//?": "…?",
    '+"/.': ":",
    '+".': ".",
    "+.": "…",
}
"""How an utterance ends: it trails off, is broken off, or a quotation follows or stops."""
_SIGN = "|".join(re.escape(sign) for sign in sorted(_ENDS, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""\[(?P<code>[^\[\]]*)\]
    | (?P<end>{_SIGN})
    | (?P<linker>\+["^<,+≈≋])
    | (?P<group>[<>])
    | (?P<word>(?:[^\s\[\]<>+]++|(?!{_SIGN})\+)++)
    | (?P<bracket>[\[\]])""",
    re.VERBOSE,
)
_BEFORE, _AFTER = "\"“'«", '.,;?!"”»…'
_EVENT = re.compile(r"&=|&[{}][ln]=|&[*]")
_HESITATION = re.compile(r"^&[-~+]?")
_FORM = re.compile(r"[@$][\w:$&+*@-]*")
_STUTTER = re.compile(r"↫[^↫]*↫")
_LENGTHENED = re.compile(r"(?<=[^\W\d_]):+")
_PITCH = re.compile(r"[⌈⌉⌊⌋][1-9]?|[↑↓⇗↗→↘⇘∞≈≋≡∙∆∇°▁▔☺♋∲§∾↻⤆⤇↫ˈˌꜛꜜ\u204e⁑◉≠^()]|(?<=\w)[+~](?=\w)")
_UNHEARD = {"xxx": UNINTELLIGIBLE, "xx": UNINTELLIGIBLE, "yyy": UNINTELLIGIBLE, "yy": UNINTELLIGIBLE}
_TAGS = str.maketrans("‡„", ",,")
_BEFORE_MARK = re.compile(r" +(?=[.,;:?!…])")
_COMMENT = re.compile(r"=|%|\^|#")


@dataclass(slots=True)
class Marks:
    """What the codes of a file say that deserves a look, with the numbers of the lines.

    Attributes
    ----------
    lines : dict of str to list of int
        For each kind of mark its lines, once for each time that it is there.
    """

    lines: dict[str, list[int]] = field(default_factory=dict)

    def note(self, what: str, line: int) -> None:
        """Note a mark on a line."""
        self.lines.setdefault(what, []).append(line)


def clean_main_line(text: str, line: int, marks: Marks) -> str | None:
    """Turn the text of a main line, without its times, into words.

    Parameters
    ----------
    text : str
    line : int
        Its number in the file.
    marks : Marks
        Where to note what deserves a look.

    Returns
    -------
    str or None
        Empty if nothing is said; None if a square bracket lacks the other.

    Examples
    --------
    >>> clean_main_line("<ik wou> [//] &-eh ik wil (he)t (.) nie(t) meer +...", 1, Marks())
    'ik wou eh ik wil het niet meer…'
    """
    said: list[str] = []
    opened: list[int] = []
    last = 0
    for match in _TOKEN.finditer(_PAUSE.sub(" ", text).translate(_TAGS)):
        kind, token = match.lastgroup, match.group()
        if kind == "bracket":
            return None
        if kind == "code":
            if match["code"].startswith(": "):
                marks.note("words are replaced as the transcriber says, [: ...]", line)
                said[last:] = _clean_words(match["code"][2:], line, marks)
            else:
                _note_code(match["code"], line, marks)
        elif kind == "end":
            said.append(_ENDS[token])
        elif token == "<":
            opened.append(len(said))
        elif token == ">":
            last = opened.pop() if opened else last
        elif kind == "word":
            last = len(said)
            said += _clean_words(token, line, marks)
    joined = _BEFORE_MARK.sub("", " ".join(" ".join(said).split()))
    return joined if any(map(str.isalnum, joined)) else ""


def _note_code(code: str, line: int, marks: Marks) -> None:
    if code == "?":
        marks.note("what was heard is uncertain, [?]", line)
    elif _COMMENT.match(code):
        marks.note("comments of the transcriber are left out, [= ...] or [% ...]", line)


def _clean_words(text: str, line: int, marks: Marks) -> list[str]:
    return [word for token in text.split() if (word := _clean_word(token, line, marks))]


def _clean_word(token: str, line: int, marks: Marks) -> str:
    """Take the codes off one word; empty if it stands for no word."""
    if _EVENT.match(token):
        marks.note("events and words of others in between are left out, &=... or &*...", line)
        return ""
    opened = token.rstrip(_AFTER)
    word = opened.lstrip(_BEFORE)
    before, after = opened[: len(opened) - len(word)], token[len(opened) :]
    if word.startswith("#"):
        return after
    if word.startswith("0"):
        if word != "0":
            marks.note("words that were not said are left out, 0...", line)
        return after
    word = _FORM.sub("", _HESITATION.sub("", word))
    if word in _UNHEARD:
        marks.note("something could not be understood, xxx or yyy", line)
        return before + _UNHEARD[word] + after
    if word == "www":
        marks.note("something was not transcribed, www", line)
        return before + UNTRANSCRIBED + after
    word = _PITCH.sub("", _LENGTHENED.sub("", _STUTTER.sub("", word)))
    return before + word.replace("_", " ") + after
