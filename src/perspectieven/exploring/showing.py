"""Tables as people read them: headings and values in the language of the study, ids by their labels."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Integral, Real
from types import MappingProxyType

import pandas as pd

from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import COLUMN_WORDS, VALUE_WORDS, format_number

NO_LABELS: Mapping[str, str] = MappingProxyType({})

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "voice": "stem",
        "prompted": "uitgelokt",
        "needs_review": "na te kijken",
        "status": "status",
        "matched_text": "gevonden woorden",
        "cue": "aanleiding",
        "level": "niveau",
        "factor": "factor",
        "n_present": "is er",
        "n_missed": "wordt gemist",
        "n_possible": "zou er kunnen zijn",
        "n_cautions": "bedenkingen",
        "text": "wat ertegen pleit",
        "largest_share": "aandeel van één spreker",
        "lowest": "laagste",
        "highest": "hoogste",
        "left": "ervoor",
        "match": "woord",
        "right": "erna",
        "n_words_coded": "woorden in beurten met een code",
        "share_words": "aandeel woorden in beurten met een code",
        "share_turns": "aandeel beurten met een code",
        "is_clear": "raakt nul niet",
    },
    "en": {
        "is_clear": "leaves out zero",
        "share_words": "share of words in turns with a code",
    },
}
"""Headings of columns that stand in no figure; those that do are in `reports.words.COLUMN_WORDS`."""

VALUES: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "other": "van een ander",
        "machine": "van het lexicon",
        "confirmed": "bevestigd door een mens",
        "rejected": "verworpen",
        "added": "toegevoegd door een mens",
    },
    "en": {"other": "of somebody else", "machine": "of the lexicon"},
}

AS_SAID = frozenset({"left", "match", "right", "matched_text", "cue", "text", "sentence"})
"""Columns of words that somebody said or that are a sentence already: they stay as they are."""

_TRANSLATED = ("affirmed", "negated", "hypothetical", "normaliserend", "neutraal", "problematiserend")

_STYLE = """<style>
table.pv-tabel.pv-tabel { border-collapse: collapse; color: #1a1a1a; background: #fff; table-layout: auto;
  font-family: "Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
table.pv-tabel.pv-tabel :is(th, td) { padding: .25rem .6rem; text-align: left; vertical-align: top; font-weight: 400;
  border-bottom: 1px solid #c8c8c8; white-space: normal; max-width: 30rem; }
table.pv-tabel.pv-tabel thead th { font-weight: 700; vertical-align: bottom; border-bottom: 2px solid #444;
  max-width: 8rem; }
table.pv-tabel.pv-tabel .getal { text-align: right; font-variant-numeric: tabular-nums; }
table.pv-tabel.pv-tabel td.getal { white-space: nowrap; }
</style>"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as HTML that Jupyter shows; its repr says how many rows it has and no more."""

    html: str = field(repr=False)
    n_rows: int

    def _repr_html_(self) -> str:
        return self.html


def show_table(
    table: pd.DataFrame, *, labels: Mapping[str, str] = NO_LABELS, language: str = "nl", decimals: int = 2
) -> Shown:
    """Return a table as HTML in the language of the study.

    Parameters
    ----------
    table : DataFrame
        Its index is shown too where it has a name.
    labels : mapping of str to str
        Ids of perspectives, themes and codes to what people read; for headings and for values.
    decimals : int
        Of numbers that are not whole, written as in a report.

    Examples
    --------
    >>> table = pd.DataFrame({"theme": ["ERB"], "stance": ["negated"], "share_turns": [5 / 9]})
    >>> shown = show_table(table, labels={"ERB": "Erbij horen"})
    >>> shown, [text in shown.html for text in ("Erbij horen", "ontkend", "0,56")]
    (Shown(n_rows=1), [True, True, True])
    """
    if any(name is not None for name in table.index.names):
        table = table.set_axis([str(name) for name in table.columns], axis=1).reset_index()
    cells = [
        table[name].astype(str).tolist()
        if name in AS_SAID
        else name_values(table[name], labels=labels, language=language, decimals=decimals)
        for name in table.columns
    ]
    kinds = [' class="getal"' if _is_number(table[name]) else "" for name in table.columns]
    head = "".join(
        f'<th scope="col"{kind}>{html.escape(name_column(str(name), labels=labels, language=language))}</th>'
        for name, kind in zip(table.columns, kinds, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td{kind}>{html.escape(cell)}</td>' for cell, kind in zip(row, kinds, strict=True))}</tr>"
        for row in zip(*cells, strict=True)
    )
    made = f'<table class="pv-tabel" lang="{language}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return Shown(_STYLE + made, len(table))


def name_column(name: str, *, labels: Mapping[str, str] = NO_LABELS, language: str = "nl") -> str:
    """Return the heading of a column; one that is an id, as after a pivot, goes by its label.

    >>> name_column("stance"), name_column("n_speakers", language="en"), name_column("a", labels={"a": "Ouders"})
    ('houding', 'n speakers', 'Ouders')
    """
    headings = COLUMN_WORDS[language] | dict(HEADINGS[language])
    return headings.get(name) or name_values(pd.Series([name]), labels=labels, language=language)[0].replace("_", " ")


def name_values(
    values: pd.Series, *, labels: Mapping[str, str] = NO_LABELS, language: str = "nl", decimals: int = 2
) -> list[str]:
    """Return values as people read them: numbers as the language writes them, ids and fixed words by their names.

    >>> name_values(pd.Series(["negated", "other", "ERB + LAT"]), labels={"ERB": "Erbij horen", "LAT": "De lat"})
    ['ontkend', 'van een ander', 'Erbij horen + De lat']
    """
    names = {value: WORDS[language][value] for value in _TRANSLATED} | VALUE_WORDS[language] | dict(VALUES[language])
    return [_write(value, names | dict(labels), decimals, language) for value in values]


def _is_number(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)


def _write(value: object, names: Mapping[str, str], decimals: int, language: str) -> str:
    if isinstance(value, str | bool) or not isinstance(value, Real):
        return " + ".join(names.get(part, part) for part in str(value).split(" + "))
    whole = isinstance(value, Integral)
    return format_number(float(value), decimals=0 if whole else decimals, language=language)
