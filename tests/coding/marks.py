"""Marked sentences: ``Ze [stelde]{HPR-GERUST} ons [gerust]{+}.`` becomes a text and the codings it should get."""

import re
from dataclasses import dataclass
from pathlib import Path

SENTENCES = Path(__file__).parent / "sentences"
FROZEN = Path(__file__).parent / "frozen_sentences"
_MARK = re.compile(r"\[([^\]\[]*)\]\{([^}]*)\}")
_STANCES = {"negated", "hypothetical"}


@dataclass(frozen=True)
class Expected:
    """One coding that a sentence should get; `spans` are the marked parts."""

    code: str
    stance: str
    voice: str
    spans: tuple[tuple[int, int], ...]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.code, self.stance, self.voice


@dataclass(frozen=True)
class Marked:
    """A marked sentence, with a name that is stable under reordering of the file."""

    kind: str
    text: str
    expected: tuple[Expected, ...]

    @property
    def id(self) -> str:
        return f"{self.kind}: {self.text}"


def parse_marks(kind: str, line: str) -> Marked:
    """Parse one line; unbalanced or unknown marks are refused."""
    text, at, found = "", 0, []
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        span = (len(text), len(text) + len(match.group(1)))
        text += match.group(1)
        at = match.end()
        if match.group(2) == "+":
            found[-1] = [Expected(e.code, e.stance, e.voice, (*e.spans, span)) for e in found[-1]]
            continue
        group = []
        for mark in match.group(2).split(";"):
            code, *flags = mark.split()
            stances = [flag for flag in flags if flag in _STANCES]
            unknown = set(flags) - _STANCES - {"other"}
            if unknown or len(stances) > 1:
                raise ValueError(f"{line}: marks are CODE, then negated or hypothetical, then other")
            group.append(Expected(code, (stances or ["affirmed"])[0], "other" if "other" in flags else "own", (span,)))
        found.append(group)
    text += line[at:]
    if set("[]{}") & set(text):
        raise ValueError(f"{line}: unbalanced marks")
    return Marked(kind, text, tuple(e for group in found for e in group))


def read_marked(folder: Path = SENTENCES) -> tuple[Marked, ...]:
    """Read every marked sentence of a folder; lines that begin with # are notes."""
    return tuple(
        parse_marks(path.stem, line)
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )
