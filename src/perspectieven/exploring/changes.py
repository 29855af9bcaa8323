"""What a changed term changes: codings before and after, who says them, and the passages that come and go."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from perspectieven.errors import Fault, LexiconError
from perspectieven.lexicon import NotationError, Term
from perspectieven.tables import CODINGS, TURNS, Schema
from perspectieven.themes import join_turns

CHANGES = Schema(
    "changes",
    "one perspective",
    {
        "perspective": "str",
        "n_before": "int64",
        "n_after": "int64",
        "n_new": "int64",
        "n_lost": "int64",
        "n_speakers_before": "int64",
        "n_speakers_after": "int64",
        "n_speakers": "int64",
    },
    ("perspective",),
)

_PLACE = ["transcript_id", "turn_index", "start_char", "end_char", "code"]


@dataclass(frozen=True, slots=True)
class Change:
    """What another lexicon changes in the codings of one code.

    Attributes
    ----------
    counts : DataFrame
        Schema `CHANGES`, every perspective.
    new, lost : DataFrame
        The codings (schema `tables.CODINGS`) that are only there after, and only before.
    """

    counts: pd.DataFrame
    new: pd.DataFrame = field(repr=False)
    lost: pd.DataFrame = field(repr=False)


def read_terms(text: str, *, code: str = "term", known: Sequence[Term] = ()) -> tuple[Term, ...]:
    r"""Read terms in the notation of the lexicon, one on each line; empty lines are none.

    Parameters
    ----------
    code : str
        Named in an error.
    known : sequence of Term
        Terms that are taken as they are where a line is written like one of them: only a lexicon on disk has the named
        lists that a term may use.

    Raises
    ------
    LexiconError
        With every line that is not written so.

    Examples
    --------
    >>> [term.notation for term in read_terms("L:fase\n\nP:groeien ~3~ overheen")]
    ['L:fase', 'P:groeien ~3~ overheen']
    """
    by_notation = {term.notation: term for term in known}
    terms, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            terms.append(by_notation.get(line.strip()) or Term(line.strip()))
        except NotationError as error:
            faults.append(Fault(code, f"line {number}", str(error)))
    if faults:
        raise LexiconError(faults)
    return tuple(terms)


def compare_codings(
    before: pd.DataFrame, after: pd.DataFrame, turns: pd.DataFrame, *, code: str, perspectives: Sequence[str]
) -> Change:
    """Compare the codings of a code under two lexicons.

    A coding is the same when it stands on the same characters of the same turn; its term or stance may differ.

    Examples
    --------
    >>> import perspectieven as pv
    >>> from dataclasses import replace
    >>> study = pv.Study.open("tests/ministudie")
    >>> lexicon = study.lexicon
    >>> fewer = lexicon.with_code(replace(lexicon.code("ERB-FASE"), terms=read_terms("L:puberteit")))
    >>> change = compare_codings(
    ...     study.codings(), study.recode(fewer), study.turns(), code="ERB-FASE", perspectives=study.perspectives
    ... )
    >>> int(change.counts["n_before"].sum() - change.counts["n_after"].sum()) == len(change.lost) - len(change.new)
    True
    """
    was, now = (codings[codings["code"] == code].reset_index(drop=True) for codings in (before, after))
    new, lost = _only_in(now, was), _only_in(was, now)
    counts = pd.DataFrame(index=pd.Index(list(perspectives), name="perspective"))
    for name, codings in (("before", was), ("after", now), ("new", new), ("lost", lost)):
        said = join_turns(codings, turns)
        counts[f"n_{name}"] = said.groupby("perspective").size()
        counts[f"n_speakers_{name}"] = said.groupby("perspective")["speaker"].nunique()
    counts["n_speakers"] = turns[turns["role"] == "participant"].groupby("perspective")["speaker"].nunique()
    table = counts.fillna(0).astype("int64").reset_index()[list(CHANGES.columns)]
    dtype = pd.CategoricalDtype(list(perspectives), ordered=True)
    return Change(table.astype({"perspective": dtype}), new[list(CODINGS.columns)], lost[list(CODINGS.columns)])


def _only_in(codings: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    there = pd.MultiIndex.from_frame(codings[_PLACE]).isin(pd.MultiIndex.from_frame(others[_PLACE]))
    return codings[~there].reset_index(drop=True)


def keep_places(turns: pd.DataFrame, codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings that stand in these turns."""
    key = list(TURNS.key)
    there = pd.MultiIndex.from_frame(codings[key]).isin(pd.MultiIndex.from_frame(turns[key]))
    return codings[there].reset_index(drop=True)
