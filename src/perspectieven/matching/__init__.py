"""Lexicon and text to matches, with the stance and the voice of each."""

from perspectieven.matching.find import Match, Matcher
from perspectieven.matching.stance import Stance, decide_stance
from perspectieven.matching.voice import Voice, decide_voice

__all__ = ["Match", "Matcher", "Stance", "Voice", "decide_stance", "decide_voice"]
