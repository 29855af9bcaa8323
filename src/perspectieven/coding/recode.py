"""Recoding: what a changed lexicon changes, without coding everything again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from perspectieven.coding.batches import find_codings, split_batches
from perspectieven.lexicon import Code, Lexicon
from perspectieven.tables import CODINGS
from perspectieven.transcript import Speaker, Turn


def recode(turns: pd.DataFrame, codings: pd.DataFrame, old: Lexicon, new: Lexicon) -> pd.DataFrame:
    """Return the codings that another lexicon gives, from those that the old one gave.

    Codes live side by side: the codings of a code depend on nothing but the texts and that code. So only codes that are
    not the same in both lexicons are looked for; the rest of the table is kept.

    Parameters
    ----------
    turns : DataFrame
        Schema `tables.TURNS`, every turn of every transcript.
    codings : DataFrame
        Schema `tables.CODINGS`, as `old` gives them on `turns`.

    Returns
    -------
    DataFrame
        Schema `tables.CODINGS`, the same as coding everything with `new` gives.

    Examples
    --------
    >>> from dataclasses import replace
    >>> import perspectieven as pv
    >>> from perspectieven.coding import code_transcripts
    >>> study, old = pv.Study.open("tests/ministudie"), pv.read_lexicon("normaliseren")
    >>> turns, codings = code_transcripts(study.transcripts(), old)
    >>> fewer = old.with_code(replace(old.code("ERB-FASE"), terms=old.code("ERB-FASE").terms[1:]))
    >>> len(codings) - len(recode(turns, codings, old, fewer))
    1
    """
    changed = _changed_codes(old, new)
    kept = codings[codings["code"].isin(_ids(new.codes) - _ids(changed))]
    if not changed:
        return kept.reset_index(drop=True)
    part = replace(new, codes=tuple(changed), themes=tuple(t for t in new.themes if t.id in {c.theme for c in changed}))
    batches = split_batches(_as_turns(turns), lambda turn: len(turn.text))
    tables = [find_codings(batch, part) for batch in batches]
    return pd.concat([kept, *tables]).sort_values(list(CODINGS.key), ignore_index=True)


def _changed_codes(old: Lexicon, new: Lexicon) -> list[Code]:
    known = {code.id: code for code in old.codes}
    return [code for code in new.codes if known.get(code.id) != code]


def _ids(codes: Iterable[Code]) -> set[str]:
    return {code.id for code in codes}


def _as_turns(turns: pd.DataFrame) -> Iterator[Turn]:
    """Yield the turns of a table, with as much of their speakers as coding asks for."""
    speakers = {"interviewer": Speaker("interviewer", None, "interviewer"), "participant": Speaker("somebody", "")}
    columns = (turns[name].to_list() for name in ("transcript_id", "turn_index", "text", "role"))
    for transcript_id, index, text, role in zip(*columns, strict=True):
        yield Turn(transcript_id, index, "", text, speaker=speakers[role])
