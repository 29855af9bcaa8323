"""Exploring a study in Jupyter: its card, a conversation with its codings marked, and the widget."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from perspectieven.cards import Card, Table
from perspectieven.coding import recode
from perspectieven.errors import Fault, StudyError
from perspectieven.exploring import Explorer, Page, mark_conversation
from perspectieven.lexicon import Lexicon
from perspectieven.reports.quotes import number_speakers
from perspectieven.study.sharing import keep_agreed
from perspectieven.tables import TURNS

if TYPE_CHECKING:
    from perspectieven.exploring.widget import ExplorerWidget
    from perspectieven.study.study import Study


def study_card(study: "Study") -> Card:
    """Return a study as a card: counts and settings, and nobody's words or name; codes nothing.

    >>> from perspectieven.study import Study
    >>> study_card(Study.open("tests/ministudie")).facts["gesprekken"]
    4
    """
    settings, lexicon = study.settings, study.lexicon
    facts: dict[str, object] = {
        "gesprekken": study.n_transcripts,
        "lexicon": f"{lexicon.name} {lexicon.version} ({len(lexicon.codes)} codes, {lexicon.n_terms} termen)",
        "perspectieven": ", ".join(settings.perspectives.values()),
        "kleinste groep die wordt getoond": settings.min_group,
        "codes alleen voor het team": ", ".join(settings.withheld_codes) or "geen",
        "pseudoniemen": settings.pseudonyms,
        "zaad": str(settings.seed),
        "kleine groepen en codes voor het team weggelaten": study.is_shareable,
    }
    tables = []
    if not study.is_shareable and all(
        (study.coded.folder / f"{name}.parquet").is_file() for name in ("turns", "codings")
    ):
        names = {"turns": "beurten", "words": "woorden", "codings": "coderingen"}
        rows = [[names[what], n] for what, n in study.coded.count().items()]
        tables.append(Table("In data/coded, zoals het daar nu staat", ["wat", "aantal"], rows))
    return Card(settings.title, facts, tables)


def open_explorer(study: "Study", *, everyone: bool = False) -> "ExplorerWidget":
    """Return the widget with which a theme, a code or a changed term is looked at; see `exploring.Explorer`.

    Parameters
    ----------
    everyone : bool
        For the team: quotes of everybody, and withheld codes too. A shareable study has no such thing.

    Raises
    ------
    StudyError
        If ipywidgets is not there.
    """
    try:
        from perspectieven.exploring.widget import ExplorerWidget
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "ipywidgets":
            raise
        what = "ipywidgets is not installed; install it (pip install ipywidgets) and start Jupyter again"
        raise StudyError(Fault("explore", "", what)) from error
    return ExplorerWidget(make_explorer(study, everyone=everyone))


def make_explorer(study: "Study", *, everyone: bool = False) -> Explorer:
    """Return the model of the widget, with what may be shown of this study."""
    everyone = everyone and not study.is_shareable
    whole = replace(study, is_shareable=False)
    all_turns, all_codings, lexicon = whole.turns(), whole.codings(), study.lexicon
    turns, codings = study._shown(all_turns, all_codings)

    def try_out(changed: Lexicon) -> pd.DataFrame:
        """Give what `study.recode` gives, on tables that are read once and not for every try."""
        return study._shown(all_turns, recode(all_turns, all_codings, lexicon, changed))[1]

    explorer = Explorer(
        turns,
        codings,
        lexicon,
        shown=turns[turns["role"] == "participant"] if everyone else _agreed(study, turns),
        recode=try_out,
        perspectives=study.perspectives,
        labels=study.labels,
        withheld=() if everyone else study.settings.withheld_codes,
        language=study.settings.language,
    )
    first = lexicon.codes[0]
    try_out(lexicon.with_code(replace(first, terms=first.terms[:1])))  # so that the first try does not wait
    return explorer


def show_conversation(
    study: "Study",
    conversation: str | int = 1,
    *,
    item: str = "",
    around: int | None = None,
    everyone: bool = False,
) -> Page:
    """Return a conversation with its codings marked in the text.

    Of people who did not agree nothing is shown, nor of groups that are too small or of turns with a withheld code. A
    shareable study shows only turns with a coding, and no interviewer. Somebody goes by the same number as at a quote.

    Parameters
    ----------
    conversation : str or int
        The id of a transcript; or a number, 1 for the one with the most codings, so that no id need be written. A study
        in which nobody has spoken yet has an empty page.
    item : str
        A theme or code: nothing else is marked; empty for all of them.
    around : int, optional
        Show only turns that are marked, and so many before and after each; by default the whole conversation.
    everyone : bool
        For the team: all turns of all people. A shareable study has no such thing.

    Raises
    ------
    StudyError
        If there is no such conversation, theme or code.
    """
    everyone = everyone and not study.is_shareable
    _check_item(study, item)
    all_turns, codings = study.turns(), study.codings()
    is_empty = not len(all_turns) and isinstance(conversation, int)
    transcript_id = "" if is_empty else _find_conversation(all_turns, codings, conversation)
    turns = all_turns[all_turns["transcript_id"] == transcript_id]
    codings = codings[codings["transcript_id"] == transcript_id]
    may = turns
    if not everyone:
        codings = codings[~codings["code"].isin(study.settings.withheld_codes)]
        may = _agreed(study, turns)
        may = may[~may["perspective"].isin(study.small_groups())]
        if study.is_shareable:
            places, coded = (pd.MultiIndex.from_frame(table[list(TURNS.key)]) for table in (may, codings))
            may = may[places.isin(coded)]
        else:
            may = pd.concat([may, turns[turns["role"] == "interviewer"]])
    if item:
        codings = codings[(codings["theme"] == item) | (codings["code"] == item)]
    if around is not None:
        marked = codings.loc[codings["status"] != "rejected", "turn_index"].astype(int)
        near = {at + step for at in marked for step in range(-around, around + 1)}
        may = may[may["turn_index"].isin(near)]
    return mark_conversation(
        turns,
        codings,
        labels=study.labels,
        numbers=number_speakers(all_turns),
        shown=set(zip(may["transcript_id"].astype(str), may["turn_index"].astype(int), strict=True)),
        language=study.settings.language,
    )


def _check_item(study: "Study", item: str) -> None:
    if item and item not in {*study.lexicon.theme_ids, *study.lexicon.code_ids}:
        what = f"is no theme or code; use one of {', '.join(study.lexicon.theme_ids)}, or a code of one of these"
        raise StudyError(Fault(study.lexicon.name, item, what))


def _agreed(study: "Study", turns: pd.DataFrame) -> pd.DataFrame:
    return keep_agreed(turns, study.withheld(), quotable=study.quotable())


def _find_conversation(turns: pd.DataFrame, codings: pd.DataFrame, wanted: str | int) -> str:
    counts = codings.groupby("transcript_id").size().reindex(sorted(turns["transcript_id"].unique()), fill_value=0)
    ordered = [str(name) for name in counts.sort_values(ascending=False, kind="stable").index]
    if isinstance(wanted, int) and 1 <= wanted <= len(ordered):
        return ordered[wanted - 1]
    if wanted in ordered:
        return str(wanted)
    there = f"use 1 to {len(ordered)}, or the name of its file without ending" if ordered else "there are none yet"
    raise StudyError(Fault("data/raw", f"conversation {wanted}", f"is not there; {there}"))
