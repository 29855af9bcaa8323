"""Recoding: what a changed lexicon changes, without coding everything again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from perspectieven.coding.batches import code_batch, split_batches
from perspectieven.coding.tables import Batch, as_frame
from perspectieven.lexicon import Code, Lexicon
from perspectieven.tables import CODINGS


def recode(turns: pd.DataFrame, codings: pd.DataFrame, old: Lexicon, new: Lexicon) -> pd.DataFrame:
    """Return the codings that another lexicon gives, from those that the old one gave.

    Codes live side by side: the codings of a code depend on nothing but the texts, that code and the signs. So only
    codes that are not the same in both lexicons are looked for; the rest of the table is kept. With other signs, or
    without, everything is coded.

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
    found = as_frame([code_batch(batch, part) for batch in _split(turns)])
    return pd.concat([kept, found]).sort_values(list(CODINGS.key), ignore_index=True)


def _changed_codes(old: Lexicon, new: Lexicon) -> list[Code]:
    if not _have_same_signs(old, new):
        return list(new.codes)
    known = {code.id: code for code in old.codes}
    return [code for code in new.codes if known.get(code.id) != code]


def _have_same_signs(old: Lexicon, new: Lexicon) -> bool:
    if old.signs is None or new.signs is None or old.signs is new.signs:
        return old.signs is new.signs
    return old.signs.digest == new.signs.digest


def _ids(codes: Iterable[Code]) -> set[str]:
    return {code.id for code in codes}


def _split(turns: pd.DataFrame) -> Iterator[Batch]:
    """Divide the turns of a table into batches."""
    asked = (turns["role"] == "interviewer").tolist()
    columns = (turns[name].tolist() for name in ("transcript_id", "turn_index", "text"))
    for rows in split_batches(zip(*columns, asked, strict=True), lambda row: len(row[2])):
        yield Batch(*zip(*rows, strict=True)) if rows else Batch((), (), (), ())
