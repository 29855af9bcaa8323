"""Concordance: a word or a term in its context, before it is in any lexicon."""

import pandas as pd

from perspectieven.dutch.words import split_words
from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon import Code, Lexicon, NotationError, Term, Theme
from perspectieven.matching import Matcher

COLUMNS = ["transcript_id", "turn_index", "perspective", "speaker", "left", "match", "right"]


def find_keyword(turns: pd.DataFrame, term: str, *, window: int = 8) -> pd.DataFrame:
    """Show a keyword in context.

    Parameters
    ----------
    turns : DataFrame
        Schema `tables.TURNS`.
    term : str
        A word (every inflected form is found), several words (found as they stand), or a term in the notation of
        the lexicon, such as ``L:door|verwijzen``.
    window : int
        Words to show on each side.

    Returns
    -------
    DataFrame
        One row per hit: transcript_id, turn_index, perspective, speaker, left, match, right.

    Raises
    ------
    LexiconError
        If the term is in no notation.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> study.kwic("L:fase")[["left", "match", "right"]].iloc[0].tolist()
    ['met de deuren. Ach, dat is gewoon een', 'fase', ', dat gaat wel weer over.']
    """
    matcher = Matcher(_single(term))
    rows = []
    for turn in turns.to_dict("records"):
        text = str(turn["text"])
        words = split_words(text)
        for match in matcher.find(words):
            start, end = words.start_chars[match.first], words.end_chars[match.last]
            left = words.start_chars[max(0, match.first - window)]
            right = words.end_chars[min(len(words) - 1, match.last + window)]
            if match.last + window >= len(words) - 1:
                right = len(text)
            context = (text[left:start].strip(), text[start:end], text[end:right].strip())
            rows.append((*(turn[name] for name in COLUMNS[:4]), *context))
    return pd.DataFrame(rows, columns=COLUMNS)


def _single(term: str) -> Lexicon:
    """Return a lexicon of one code with one term."""
    in_notation = term.lstrip("!")[:2] in {"L:", "C:", "X:", "P:", "W:"}
    notation = term if in_notation else f'X:"{term}"' if " " in term.strip() else f"L:{term.strip().lower()}"
    try:
        found = Term(notation)
    except NotationError as error:
        raise LexiconError(Fault("term", "", str(error))) from error
    code = Code("KWIC-TERM", "KWIC", "", "", "", "", (), "neutraal", "behoudt", "n.v.t.", (), (), (found,))
    return Lexicon("kwic", "", (Theme("KWIC", "", "", ()),), (code,))
