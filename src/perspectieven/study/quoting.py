"""What was said, from a study: keywords in context and quotes, for whom they may be shown to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.concordance import find_keyword
from perspectieven.errors import Fault, StudyError
from perspectieven.lexicon import Lexicon
from perspectieven.privacy.pseudonyms import restore_names
from perspectieven.reports import select_quotes
from perspectieven.study.pseudonymising import open_register
from perspectieven.study.sharing import WHO, keep_agreed

if TYPE_CHECKING:
    from perspectieven.study.study import Study


def show_keyword(study: "Study", term: str, *, window: int, passphrase: str | None) -> pd.DataFrame:
    """Show a word or a term in its context; see `Study.kwic`."""
    turns = study.turns()
    if study.is_shareable:
        turns = keep_agreed(turns, study.withheld(), quotable=study.quotable())
    found = _reveal(study, find_keyword(turns, term, window=window), ("left", "match", "right"), passphrase)
    return found.drop(columns=list(WHO)) if study.is_shareable else found


def show_quotes(
    study: "Study", code: str, *, perspective: str | None, everyone: bool, passphrase: str | None
) -> pd.DataFrame:
    """Return the turns that carry a code or theme; see `Study.quotes`."""
    if perspective is not None and perspective not in study.perspectives:
        what = f"is no perspective of this study; use one of {', '.join(study.perspectives)}"
        raise StudyError(Fault("study.toml", perspective, what))
    everyone = everyone and not study.is_shareable
    turns, codings = study.turns(), replace(study, is_shareable=False).codings()
    quotes = select_quotes(
        codings.merge(turns[["transcript_id", "turn_index"]], on=["transcript_id", "turn_index"]),
        turns,
        items=_codes_of(study.lexicon, code),
        perspectives=None if perspective is None else [perspective],
        quotable=None if everyone else study.quotable(),
        withheld_codes=frozenset() if everyone else frozenset(study.settings.withheld_codes),
    )
    quotes = _reveal(study, quotes, ("text",), passphrase)
    return quotes.drop(columns=[*WHO, "coding_id"]) if study.is_shareable else quotes


def _codes_of(lexicon: Lexicon, name: str) -> Sequence[str]:
    if name in lexicon.theme_ids:
        return [code.id for code in lexicon.codes if code.theme == name]
    return [lexicon.code(name).id]


def _reveal(study: "Study", table: pd.DataFrame, columns: Sequence[str], passphrase: str | None) -> pd.DataFrame:
    """Return a table with names as they were said, where the passphrase is given."""
    if passphrase is None:
        return table
    if study.is_shareable:
        what = "are for the team; leave the passphrase out, or ask the study itself"
        raise StudyError(Fault("shareable study", "names", what))
    register = open_register(study.root / study.settings.key, passphrase=passphrase)
    said = {name: [restore_names(text, register) for text in table[name]] for name in columns}
    return table.assign(**said)
