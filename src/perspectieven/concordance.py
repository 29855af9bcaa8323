"""Concordance: a word or a term in its context, before it is in any lexicon."""

import pandas as pd

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
    records = turns.to_dict("records")
    found = Matcher(_single(term)).find(
        [str(turn["text"]) for turn in records],
        interviewer=[turn["role"] == "interviewer" for turn in records],
        opens=[at == 0 or turn["transcript_id"] != records[at - 1]["transcript_id"] for at, turn in enumerate(records)],
    )
    rows = []
    for hit, (at, start, end) in enumerate(zip(found.hits.text.tolist(), *map(list, found.bounds()), strict=True)):
        text = str(records[at]["text"])
        left, right = found.window(hit, window)
        context = (text[left:start].strip(), text[start:end], text[end:right].strip())
        rows.append((*(records[at][name] for name in COLUMNS[:4]), *context))
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
