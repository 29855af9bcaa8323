"""The notation of terms: short enough for a spreadsheet cell, parsed here into patterns.

==========================  ==========================================================================
``L:label``                 lemma: every inflected form
``L:door|verwijzen``        separable verb: joined, with *ge* or *te*, and split within the sentence
``C:wachtlijst-``           part of a compound, in front (``-stoornis`` at the end, ``-zorg-`` anywhere)
``X:"goed genoeg"``         these words in this order; punctuation in the term must be there too
``P:van ~1~ kastje``        elements in this order with at most so many words between
``W:zorg+maken/5``          elements in any order with at most so many other words between, all together
``(a/b)``                   alternatives; each may itself be a sequence: ``(te ~0~ veel/minder)``
``=doe``                    the form itself, no other inflection
``gek[ADJ]``                a hint for the reader, kept but not needed
``(zorg-/-zorg)``           compound parts, also within the other kinds
``@steun``                  a named list of the lexicon, as if its alternatives stood here
``!`` in front              antonym: a hit says that the code is absent
``L:oma mits zin (a/b)``    a hit only where the same sentence has one of these as well
``L:bang tenzij zin (a)``   no hit where it has
==========================  ==========================================================================

The scope of a condition is ``zin`` (the sentence), ``beurt`` (the turn), ``vraag`` (the interviewer's question before)
or ``buurt`` (the turn or the question). A term may have several conditions; all must hold.

A capital asks for a capital only where the word in small letters is an ordinary Dutch word: ``L:Snap`` is the app.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

Kind = Literal["lemma", "separable", "compound", "exact", "ordered", "unordered"]
Scope = Literal["zin", "beurt", "vraag", "buurt"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
PREFIXES: dict[str, str] = {"L": "lemma", "C": "compound", "X": "exact", "P": "ordered", "W": "unordered"}


class NotationError(ValueError):
    """A term is not written in the notation; the message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: any form of a lemma, or with `literal` this form only."""

    text: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Separable:
    """A separable verb."""

    particle: str
    verb: str


@dataclass(frozen=True, slots=True)
class Compound:
    """A part of a compound; `open_left` and `open_right` say on which sides more of the word may stand."""

    part: str
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Exact:
    """Words exactly as they stand, punctuation included."""

    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Patterns in order; ``gaps[i]`` is the most words between ``parts[i]`` and ``parts[i + 1]``."""

    parts: "tuple[Pattern, ...]"
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bag:
    """Patterns in any order with at most `spare` other words between the first and the last."""

    parts: "tuple[Pattern, ...]"
    spare: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of several patterns."""

    options: "tuple[Pattern, ...]"


Pattern = Word | Separable | Compound | Exact | Sequence | Bag | Choice


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, not `wanted`, must not) be in the surroundings of a hit."""

    wanted: bool
    scope: Scope
    pattern: Pattern


class Parsed(NamedTuple):
    """A term as it was parsed."""

    kind: Kind
    antonym: bool
    pattern: Pattern
    conditions: tuple[Condition, ...] = ()


_HINT = re.compile(r"\[\w+\]")
_WORD = re.compile(r"=?[^\W_]+(?:['\u2019-][^\W_]+)*", re.UNICODE)
_CONDITION = re.compile(r"\s+(mits|tenzij)\s+(\w+)\s+(?=[(@=\w])")
_LIST = re.compile(r"@(\w+)")
_ALLOWED = "begin with L: C: X: P: or W:, after a ! for an antonym"


def parse_term(notation: str) -> Parsed:
    """Parse one term, its named lists written out.

    Raises
    ------
    NotationError
        If the notation is wrong; the message names what is there and what is allowed.

    Examples
    --------
    >>> parse_term("L:door|verwijzen")[:3]
    ('separable', False, Separable(particle='door', verb='verwijzen'))
    >>> parse_term("!P:langs ~0~ elkaar")[:2]
    ('ordered', True)
    >>> parse_term("L:oma mits zin (helpen)").conditions
    (Condition(wanted=True, scope='zin', pattern=Word(text='helpen', literal=False)),)
    >>> parse_term("Q:hulp")
    Traceback (most recent call last):
    perspectieven.lexicon.notation.NotationError: "Q:hulp": begin with L: C: X: P: or W:, after a ! for an antonym
    """
    term, *conditions = _CONDITION.split(notation)
    antonym = term.startswith("!")
    prefix, colon, body = term.removeprefix("!").partition(":")
    if not colon or prefix not in PREFIXES or not body.strip():
        raise NotationError(f'"{notation}": {_ALLOWED}')
    try:
        kind, pattern = _parse_body(prefix, body.strip())
        parsed = tuple(_parse_condition(*conditions[at : at + 3]) for at in range(0, len(conditions), 3))
    except NotationError as error:
        raise NotationError(f'"{notation}": {error}') from None
    return Parsed(kind, antonym, pattern, parsed)


def write_out(notation: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """Replace the named lists in a notation by their alternatives.

    Raises
    ------
    NotationError
        If there is no such list.

    Examples
    --------
    >>> write_out("L:oma mits zin @steun", {"steun": ("helpen", "bij|staan")})
    'L:oma mits zin (helpen/bij|staan)'
    """

    def alternatives(found: re.Match[str]) -> str:
        if found.group(1) not in lists:
            raise NotationError(f'"{notation}": there is no list @{found.group(1)}; use {_listed(lists)}')
        return f"({'/'.join(lists[found.group(1)])})"

    return _LIST.sub(alternatives, notation)


def _listed(lists: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join(f"@{name}" for name in lists) or "the words themselves; this lexicon has no lists"


def _parse_condition(word: str, scope: str, body: str) -> Condition:
    for known in SCOPES:
        if scope == known:
            return Condition(word == "mits", known, _parse_element(body))
    raise NotationError(f'"{word} {scope}": after {word} write one of {", ".join(SCOPES)}')


def _parse_body(prefix: str, body: str) -> tuple[Kind, Pattern]:
    match prefix:
        case "L":
            pattern = _parse_element(body)
            if isinstance(pattern, Separable):
                return "separable", pattern
            if not isinstance(pattern, Word | Sequence):
                raise NotationError("after L: write one word, or particle|verb for a separable verb")
            return "lemma", pattern
        case "C":
            return "compound", _parse_compound(body)
        case "X":
            text = body.strip('"\u201c\u201d')
            if f'"{text}"' != body:
                raise NotationError('write the words after X: between double quotes, X:"goed genoeg"')
            if not any(char.isalnum() for char in text):
                raise NotationError("write at least one word between the quotes")
            return "exact", Exact(text)
        case "P":
            return "ordered", _parse_sequence(body)
        case _:
            return "unordered", _parse_bag(body)


def _parse_compound(body: str) -> Compound:
    open_left, open_right = body.startswith("-"), body.endswith("-")
    part = body.removeprefix("-").removesuffix("-")
    if not (open_left or open_right) or not part or " " in part:
        raise NotationError("write a compound part with a hyphen where more may stand: C:deel-, C:-deel or C:-deel-")
    return Compound(part, open_left, open_right)


def _parse_bag(body: str) -> Bag:
    inside, slash, spare = body.rpartition("/")
    if not slash or not spare.isdigit():
        raise NotationError("end with / and the number of other words allowed, W:zorg+maken/5")
    return Bag(tuple(_parse_element(part.strip()) for part in _split_outside(inside, "+")), int(spare))


def _parse_sequence(body: str) -> Pattern:
    pieces = re.split(r"\s*~(\d+)~\s*", body) if "(" not in body else _split_gaps(body)
    parts = tuple(_parse_element(piece) for piece in pieces[::2])
    gaps = tuple(int(gap) for gap in pieces[1::2])
    return parts[0] if len(parts) == 1 else Sequence(parts, gaps)


def _split_gaps(body: str) -> list[str]:
    """Split at ``~n~`` outside parentheses: element, gap, element, ..."""
    pieces, depth, current, at = [], 0, "", 0
    while at < len(body):
        depth += {"(": 1, ")": -1}.get(body[at], 0)
        gap = re.match(r"\s*~(\d+)~\s*", body[at:]) if depth == 0 else None
        if gap:
            pieces += [current, gap.group(1)]
            current, at = "", at + gap.end()
        else:
            current, at = current + body[at], at + 1
    if depth:
        raise NotationError("close every ( with a )")
    return [*pieces, current]


def _split_outside(text: str, separator: str) -> list[str]:
    """Split at a separator outside parentheses."""
    parts, depth, current = [], 0, ""
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == separator and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += char
    if depth:
        raise NotationError("close every ( with a )")
    return [*parts, current]


@lru_cache(maxsize=1 << 14)
def _parse_element(text: str) -> Pattern:
    """Read one element; terms that share it share its pattern, and many share the words of their conditions."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        options = tuple(_parse_sequence(option) for option in _split_outside(text[1:-1], "/"))
        return options[0] if len(options) == 1 else Choice(options)
    plain = _HINT.sub("", text)
    if plain.startswith("-") or plain.endswith("-"):
        return _parse_compound(plain)
    particle, bar, verb = plain.partition("|")
    if bar:
        if not (particle.isalpha() and verb.isalpha()):
            raise NotationError(f'"{text}" is no separable verb; write particle|verb')
        return Separable(particle.lower(), verb.lower())
    if not _WORD.fullmatch(plain):
        raise NotationError(f'"{text}" is no word; write one word, (a/b), particle|verb, and ~n~ or + between elements')
    literal = plain.startswith("=")
    words = plain.removeprefix("=").split("-")
    if len(words) > 1:
        return Sequence(
            (*(Word(w, literal=True) for w in words[:-1]), Word(words[-1], literal)), (0,) * (len(words) - 1)
        )
    return Word(words[0], literal)
