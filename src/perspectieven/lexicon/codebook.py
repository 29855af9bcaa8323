"""Themes, codes and terms of a lexicon, checked when made."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Literal, Self

from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon.notation import Condition, Kind, Pattern, parse_term
from perspectieven.lexicon.signs import Signs

Orientation = Literal["normaliserend", "problematiserend", "neutraal"]
Negation = Literal["keert om", "vervalt", "behoudt", "ingebouwd"]

ORIENTATIONS: tuple[Orientation, ...] = ("normaliserend", "neutraal", "problematiserend")
NEGATIONS: tuple[Negation, ...] = ("keert om", "vervalt", "behoudt", "ingebouwd")
FACTORS = ("bevorderend", "belemmerend", "wisselend", "n.v.t.")
LEVELS = ("gezin/jeugdige", "professional", "organisatie/beleid")
DOMAINS = ("informeel", "formele hulp", "beleid")
QUESTIONS = ("1", "2", "3", "4", "E")

_MIRROR: dict[Orientation, Orientation] = {
    "normaliserend": "problematiserend",
    "problematiserend": "normaliserend",
    "neutraal": "neutraal",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One search pattern of a code.

    Attributes
    ----------
    notation : str
        As it stands in the lexicon, see `notation`.
    core : bool
        Core term (*kernterm*) or supplementary; both work the same.
    written_out : str
        The notation with its named lists written out; empty where it has none.
    """

    notation: str
    core: bool = True
    written_out: str = field(default="", repr=False)
    kind: Kind = field(init=False)
    antonym: bool = field(init=False)
    pattern: Pattern = field(init=False, repr=False)
    conditions: tuple[Condition, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name, value in parse_term(self.written_out or self.notation)._asdict().items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of codes.

    Attributes
    ----------
    source : str
        The theme of the meeting reports it belongs to; empty for none.
    """

    id: str
    label: str
    description: str
    questions: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """One thing that a speaker may mention, with how to recognise it.

    Attributes
    ----------
    include, exclude : str
        For human coders: what counts, and what belongs elsewhere.
    orientation : {"normaliserend", "neutraal", "problematiserend"}
        When affirmed. A description, never a grade.
    negation : {"keert om", "vervalt", "behoudt", "ingebouwd"}
        What negation does to the orientation: mirrors it, makes it neutral, leaves it; or the expression holds a
        negation already, and only a further one mirrors it.
    asked : bool
        The code is about asking or doubting, so a question affirms it.
    conditional : bool
        The code is said just as much of what happens *if* something is so: a condition affirms it.
    factual : bool
        The code tells who is there and what is done, which is a fact also where somebody else tells it (coding rule 7);
        the other codes are views, and may be somebody else's.
    levels, domains : tuple of str
        Empty means all of them.
    blockers : tuple of Term
        A hit that overlaps one of these is no hit.
    hits, near_misses : tuple of str
        Sentences that the code must and must not be found in.
    """

    id: str
    theme: str
    label: str
    definition: str
    include: str
    exclude: str
    questions: tuple[str, ...]
    orientation: Orientation
    negation: Negation
    factor: str
    levels: tuple[str, ...]
    domains: tuple[str, ...]
    terms: tuple[Term, ...]
    blockers: tuple[Term, ...] = ()
    hits: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    asked: bool = False
    conditional: bool = False
    factual: bool = False

    def orientation_when(self, stance: str) -> Orientation:
        """Return the orientation of a coding with this stance.

        A hypothetical mention neither affirms nor denies: it is neutral, unless the code keeps its orientation
        whatever is said of it.

        >>> from perspectieven.lexicon import Term
        >>> code = Code("BET-X", "BET", "X", "", "", "", ("1",), "normaliserend", "keert om", "n.v.t.", (), (), ())
        >>> [code.orientation_when(stance) for stance in ("affirmed", "negated", "hypothetical")]
        ['normaliserend', 'problematiserend', 'neutraal']
        """
        if stance == "affirmed" or self.negation == "behoudt":
            return self.orientation
        if stance == "negated" and self.negation in {"keert om", "ingebouwd"}:
            return _MIRROR[self.orientation]
        return "neutraal"


@dataclass(frozen=True)
class Lexicon:
    """Themes and codes in order, with every id checked.

    Raises
    ------
    LexiconError
        If an id occurs twice or a code names a theme that is not there.
    """

    name: str
    version: str
    themes: tuple[Theme, ...] = field(repr=False)
    codes: tuple[Code, ...] = field(repr=False)
    signs: Signs | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        ids = [theme.id for theme in self.themes] + [code.id for code in self.codes]
        faults = [
            Fault(self.name, name, "occurs more than once; give each theme and code its own id")
            for name in dict.fromkeys(ids)
            if ids.count(name) > 1
        ]
        known = {theme.id for theme in self.themes}
        faults += [
            Fault(self.name, code.id, f'theme is "{code.theme}"; use one of {", ".join(sorted(known))}')
            for code in self.codes
            if code.theme not in known
        ]
        if faults:
            raise LexiconError(faults)

    def _repr_html_(self) -> str:
        from perspectieven.lexicon.card import lexicon_card

        return lexicon_card(self)._repr_html_()

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all content; the same content gives the same digest."""
        content = {
            "themes": [asdict(theme) for theme in self.themes],
            "codes": [_content(code) for code in self.codes],
            "signs": self.signs.digest if self.signs else "",
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    @cached_property
    def code_ids(self) -> tuple[str, ...]:
        """Code ids in order."""
        return tuple(code.id for code in self.codes)

    @cached_property
    def theme_ids(self) -> tuple[str, ...]:
        """Theme ids in order."""
        return tuple(theme.id for theme in self.themes)

    @property
    def n_terms(self) -> int:
        """Number of terms, blockers not counted."""
        return sum(len(code.terms) for code in self.codes)

    def code(self, code_id: str) -> Code:
        """Return one code.

        Raises
        ------
        LexiconError
            If there is no such code; the message lists those that come close.
        """
        for code in self.codes:
            if code.id == code_id:
                return code
        near = [known for known in self.code_ids if known.split("-")[0] == code_id.split("-")[0].upper()]
        what = f"is not a code; use one of {', '.join(near or self.theme_ids)}" + ("" if near else " with its codes")
        raise LexiconError(Fault(self.name, code_id, what))

    def with_code(self, code: Code) -> Self:
        """Return a lexicon in which `code` replaces the code with the same id."""
        self.code(code.id)
        return replace(self, codes=tuple(code if old.id == code.id else old for old in self.codes))

    def without_signs(self) -> Self:
        """Return the lexicon with its terms alone: every term counts wherever it stands, and nothing else does."""
        return replace(self, signs=None)


def _content(code: Code) -> dict[str, object]:
    content = {part.name: getattr(code, part.name) for part in fields(code)}
    content["terms"] = [(term.notation, term.core, term.written_out) for term in code.terms]
    content["blockers"] = [(term.notation, term.written_out) for term in code.blockers]
    return content
