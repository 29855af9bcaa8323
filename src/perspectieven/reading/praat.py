"""Read Praat TextGrids (.TextGrid), in the long and the short text format: each interval tier is a speaker."""

import re
import unicodedata
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.source import UNKNOWN, Source, Utterance, read_bytes
from perspectieven.reading.tiers import MOST_PIECES, TOO_MANY, clean_line, join_pieces, order_by_time, quote_name
from perspectieven.transcript import DOCUMENT

_HEAD = re.compile(r'\s{0,99}(?:File type\s{0,9}=\s{0,9})?"ooTextFile(?: short)?"')
_TOKEN = re.compile(r'"[^"]*+(?:""[^"]*+)*+"|![^\n]*|[^\s"!][^\s"]*|"')
"""A text, a comment, or a word; the last is a quote that is never closed."""
_NUMBER = re.compile(r"([-+]?\d{1,15}(?:\.\d*)?(?:[eE][-+]?\d{1,3})?)s?")
_FLAG = re.compile(r"<\w+>")
_TRIGRAPH = re.compile(r"\\([A-Za-z])([\"'`^~,])")
_ACCENTS = dict(zip("\"'`^~,", "\u0308\u0301\u0300\u0302\u0303\u0327", strict=True))
_FEW = 10
"""A tier with fewer intervals than this may well be a speaker who only says yes and no."""
_SAVE = "in Praat, select the TextGrid and choose Save as text file"


@dataclass(frozen=True, slots=True)
class _Tier:
    name: str
    kind: str
    n_marked: int
    pieces: tuple[Utterance, ...]


class _Values:
    """The free-standing texts, numbers and flags of a file, one after the other; Praat ignores everything else."""

    def __init__(self, where: str, text: str) -> None:
        self._where = where
        self._text = text
        self._tokens = _TOKEN.finditer(text)
        self._at = 0

    def text(self) -> str:
        value = self._next()
        if not isinstance(value, str) or not value.startswith('"'):
            raise self.fault("a text between quotes was expected here")
        return value[1:-1].replace('""', '"')

    def number(self) -> float:
        value = self._next()
        if not isinstance(value, float):
            raise self.fault("a number was expected here")
        return value

    def count(self) -> int:
        value = self.number()
        if value < 0 or not value.is_integer():
            raise self.fault("a count was expected here")
        if value > MOST_PIECES:
            raise TranscriptError(Fault(self._where, "", TOO_MANY))
        return int(value)

    def flag(self) -> str:
        value = self._next()
        if not isinstance(value, str) or value.startswith('"'):
            raise self.fault("<exists> was expected here")
        return value

    def check_end(self) -> None:
        if self._find() is not None:
            raise self.fault("there is more here than the sizes above it say")

    def fault(self, what: str) -> TranscriptError:
        line = self._text.count("\n", 0, self._at) + 1
        return TranscriptError(Fault(self._where, f"line {line}", f"{what}; {_SAVE} again"))

    def _next(self) -> str | float:
        value = self._find()
        if value is None:
            self._at = len(self._text)
            raise self.fault("the file stops before its last tier is complete")
        return value

    def _find(self) -> str | float | None:
        for match in self._tokens:
            token, self._at = match.group(), match.start()
            if token == '"':
                raise self.fault("a quote is opened here and never closed")
            number = _NUMBER.fullmatch(token)
            if number and isfinite(float(number[1])):
                return float(number[1])
            if token.startswith('"') or _FLAG.fullmatch(token):
                return token
        return None


def read_textgrid(path: Path) -> Source:
    """Read a .TextGrid file: each interval tier is a speaker, empty intervals are silence.

    Parameters
    ----------
    path : Path
        Long or short text format, in UTF-8, UTF-16 or a Western encoding.

    Returns
    -------
    Source
        Intervals of all tiers in order of time; those of one speaker that follow each other are one utterance. A
        tier without a name is `UNKNOWN`, or `DOCUMENT` if no tier has one. Remarks name the point tiers, which are
        left out, and the tiers that seem to hold single words or sounds.

    Raises
    ------
    TranscriptError
        If the file is no TextGrid in a text format, is damaged, or holds an interval that ends before it begins.
    """
    data = read_bytes(path)
    if data.startswith(b"ooBinaryFile"):
        raise TranscriptError(Fault(path.name, "", f"is a binary Praat file, and a text file can be read; {_SAVE}"))
    text = decode_bytes(data, path.name)
    if not _HEAD.match(text):
        what = f'is no Praat text file; the first line is File type = "ooTextFile"; {_SAVE}'
        raise TranscriptError(Fault(path.name, "line 1", what))
    tiers = _read_tiers(path.name, _Values(path.name, text))
    faults = [
        Fault(path.name, f"tier {quote_name(tier.name)}, {piece.start_s:g} s", "ends before it begins; correct it")
        for tier in tiers
        for piece in tier.pieces
        if (piece.start_s or 0) > (piece.end_s or 0)
    ]
    if faults:
        raise TranscriptError(faults)
    remarks = tuple(Fault(path.name, f"tier {quote_name(t.name)}", what) for t in tiers if (what := _remark(t)))
    return Source(join_pieces(order_by_time(tier.pieces for tier in tiers)), remarks=remarks)


def _read_tiers(where: str, values: _Values) -> list[_Tier]:
    values.text()
    if values.text() != "TextGrid":
        raise values.fault("holds another Praat object, and a TextGrid can be read")
    values.number(), values.number()
    n_tiers = values.count() if values.flag() == "<exists>" else 0
    tiers: list[_Tier] = []
    n_pieces = 0
    for _ in range(n_tiers):
        tiers.append(_read_tier(values))
        n_pieces += len(tiers[-1].pieces)
        if n_pieces > MOST_PIECES:
            raise TranscriptError(Fault(where, "", TOO_MANY))
    values.check_end()
    nameless = UNKNOWN if any(tier.name for tier in tiers if tier.pieces) else DOCUMENT
    return [
        tier
        if tier.name
        else _Tier(
            "", tier.kind, tier.n_marked, tuple(Utterance(nameless, p.text, p.start_s, p.end_s) for p in tier.pieces)
        )
        for tier in tiers
    ]


def _read_tier(values: _Values) -> _Tier:
    kind = values.text()
    if kind not in ("IntervalTier", "TextTier"):
        raise values.fault("a tier is an IntervalTier or a TextTier")
    name = clean_line(values.text())
    values.number(), values.number()
    pieces = []
    n_marked = 0
    for _ in range(values.count()):
        start = values.number()
        end = values.number() if kind == "IntervalTier" else start
        text = clean_line(_TRIGRAPH.sub(_accent, values.text()))
        n_marked += bool(text)
        if text and kind == "IntervalTier":
            pieces.append(Utterance(name, text, start, end))
    return _Tier(name, kind, n_marked, tuple(pieces))


def _accent(match: re.Match[str]) -> str:
    r"""Turn ``\e"`` and the like, Praat's way to type an accent, into the letter, if there is such a letter."""
    letter = unicodedata.normalize("NFC", match[1] + _ACCENTS[match[2]])
    return letter if len(letter) == 1 else match[0]


def _remark(tier: _Tier) -> str:
    if tier.kind == "TextTier" and tier.n_marked:
        return f"left out: a point tier (marks: {tier.n_marked:,}) says when, not how long somebody speaks"
    if len(tier.pieces) >= _FEW and all(" " not in piece.text for piece in tier.pieces):
        what = "has one word in each interval, and is read as a speaker"
        return f"{what}; if it holds the words or sounds of another tier, remove it in Praat"
    return ""
