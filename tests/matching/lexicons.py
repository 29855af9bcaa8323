"""Lexicons of one code, for tests."""

from collections.abc import Iterable

from perspectieven.lexicon import Code, Lexicon, Term, Theme


def lexicon_of(*terms: str, blockers: Iterable[str] = (), factual: bool = False) -> Lexicon:
    """Return a lexicon with one code."""
    code = Code(
        "X-X", "X", "", "", "", "", (), "neutraal", "behoudt", "n.v.t.", (), (),
        tuple(map(Term, terms)), tuple(map(Term, blockers)), factual=factual,
    )  # fmt: skip
    return Lexicon("x", "1", (Theme("X", "", "", ()),), (code,))
