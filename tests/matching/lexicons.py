"""Lexicons of one code, for tests."""

from collections.abc import Iterable

from perspectieven.lexicon import Code, Lexicon, Term, Theme


def lexicon_of(*terms: str, blockers: Iterable[str] = (), **flags: bool) -> Lexicon:
    """Return a lexicon with one code."""
    code = Code(
        "X-X", "X", "", "", "", "", (), "neutraal", "behoudt", "n.v.t.", (), (),
        tuple(map(Term, terms)), tuple(map(Term, blockers)), **flags,
    )  # fmt: skip
    return Lexicon("x", "1", (Theme("X", "", "", ()),), (code,))
