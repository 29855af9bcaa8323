"""The lexicon as frozen, checked values: themes, codes, terms, and the notation that terms are written in."""

from perspectieven.lexicon.codebook import Code, Lexicon, Term, Theme
from perspectieven.lexicon.notation import NotationError, parse_term, write_out

__all__ = ["Code", "Lexicon", "NotationError", "Term", "Theme", "parse_term", "write_out"]
