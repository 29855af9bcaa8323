"""Kinds of words: the word lists of the rules, numbered for use in compiled code."""

from perspectieven.dutch import cues
from perspectieven.dutch.separable import AFTER_PARTICLES, CLUSTER_WORDS, PREPOSITIONS

HESITATION, CLUSTER, PREPOSITION, AFTER_PARTICLE = range(4)
LISTS: tuple[frozenset[str], ...] = (cues.HESITATIONS, CLUSTER_WORDS, PREPOSITIONS, AFTER_PARTICLES)
"""The words of each kind, in the order of their numbers."""

NAMED = ("om", "te")
"""Words that rules name one by one."""
OM, TE = range(1, len(NAMED) + 1)
