"""Finding terms in texts, by three named rules for where they overlap."""

from collections.abc import Sequence

import numpy as np

from perspectieven.dutch.words import Words, split_words
from perspectieven.lexicon import Code, Lexicon, Term
from perspectieven.matching.patterns import make_patterns
from perspectieven.matching.search import Hits, search

_ROOM = 1 << 12


class Matcher:
    """A lexicon made ready to be found in texts.

    Overlaps follow three named rules. *Longest wins*: of overlapping hits of one code the longest stays, at equal
    length the first in the text, then the first in the lexicon. *Codes live side by side*: hits of different
    codes never push each other out. *A blocker cancels*: a hit whose span overlaps a blocker of its code is no hit.

    Examples
    --------
    >>> from perspectieven.reading.lexicon import read_lexicon
    >>> matcher = Matcher(read_lexicon("normaliseren"))
    >>> words, hits = matcher.find(["Ze stelden ons, eh, echt gerust."])
    >>> [matcher.term(target)[1].notation for target in hits.target]
    ['L:gerust|stellen']
    >>> hits.parts[0].tolist()[:3]
    [1, 5, -1]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._patterns = make_patterns(lexicon)

    def term(self, target: int) -> tuple[Code, Term]:
        """Return the code and the term of a target that was hit."""
        code, term = self._patterns.terms[target]
        return self.lexicon.codes[code], term

    def find(
        self,
        texts: Sequence[str],
        *,
        interviewer: Sequence[bool] | None = None,
        opens: Sequence[bool] | None = None,
    ) -> tuple[Words, Hits]:
        """Find every mention in some texts.

        Parameters
        ----------
        texts : sequence of str
        interviewer : sequence of bool, optional
            One element per text: it prompts what is found in the texts after it, and has no hits of its own.
        opens : sequence of bool, optional
            One element per text: a conversation begins here; without it, at the first only.
        """
        words = split_words(texts)
        lexemes = self._patterns.vocabulary.look_up(words)
        asks = np.array(interviewer if interviewer is not None else [False] * len(texts), np.bool_)
        begins = np.array(opens if opens is not None else [at == 0 for at in range(len(texts))], np.bool_)
        mentioned = np.zeros(len(texts), np.bool_)
        room = _ROOM
        while True:
            *found, complete = search(
                words, lexemes, self._patterns.vocabulary.lexemes, self._patterns.nodes, self._patterns.targets,
                asks, begins, mentioned, room,
            )  # fmt: skip
            if complete:
                return words, Hits(*found)
            room *= 4
