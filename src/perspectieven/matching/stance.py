"""Stance: whether a mention is affirmed, negated or hypothetical, with the words and the rule that decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from perspectieven.dutch.clauses import Clauses
from perspectieven.dutch.cues import IRONY
from perspectieven.matching.mention import Mention
from perspectieven.matching.negation import find_negations
from perspectieven.matching.supposition import find_supposition

StanceName = Literal["affirmed", "negated", "hypothetical"]
STANCES: tuple[StanceName, ...] = ("affirmed", "negated", "hypothetical")

FAR = 4
"""Words between a negator and a mention from which a person should look."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A decided stance.

    Attributes
    ----------
    name : {"affirmed", "negated", "hypothetical"}
    cue : str
        The rule, and in double quotes the words that it saw; empty when nothing decided.
    doubt : str
        Why a person should look; empty where there is no reason to.
    """

    name: StanceName
    cue: str = ""
    doubt: str = ""


def decide_stance(clauses: Clauses, parts: Sequence[int], *, antonym: bool = False, asked: bool = False) -> Stance:
    """Decide the stance of a mention.

    Hypothetical overrules negated (coding rule 4). A negator that is a part of the mention does not count; one
    that stands between its parts does. An even number of negations affirms.

    Parameters
    ----------
    clauses : Clauses
        The text that the mention is in.
    parts : sequence of int
        The words of the mention.
    antonym : bool
        The term itself says that the code is absent.
    asked : bool
        The code is about asking, so a question affirms it.

    Examples
    --------
    >>> from perspectieven.dutch.clauses import split_clauses
    >>> from perspectieven.dutch.words import split_words
    >>> decide_stance(split_clauses(split_words("Ik denk niet dat het normaal is.")), [5])
    Stance(name='negated', cue='negated higher verb "ik denk niet dat"', doubt='')
    """
    mention = Mention(clauses, tuple(parts))
    supposed = find_supposition(mention, asked=asked)
    negators = find_negations(mention)
    count = len(negators) + antonym
    doubts = _find_irony(mention)
    if len(negators) + antonym > 1:
        doubts.append("more than one negation")
    doubts += [f"negator {n.distance} words away" for n in negators if n.distance >= FAR]
    cues = [n.cue for n in negators] + ["antonym term"] * antonym
    if supposed is not None:
        doubts += [supposed.doubt] if supposed.doubt else []
        return Stance("hypothetical", "; ".join([supposed.cue, *cues]), "; ".join(doubts))
    name: StanceName = "negated" if count % 2 else "affirmed"
    return Stance(name, "; ".join(cues), "; ".join(doubts))


def _find_irony(mention: Mention) -> list[str]:
    phrase = mention.clauses.find_phrase(IRONY, mention.begin, mention.end)
    return [f'may be ironic ("{phrase}")'] if phrase else []
