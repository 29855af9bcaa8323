"""Lexicon and texts to hits, with the stance and the voice of each."""

from perspectieven.matching.find import Found, Matcher

__all__ = ["Found", "Matcher"]
