"""Items: what a mention counts for beside its theme and code, each with quotes of its own behind its numbers."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from perspectieven.comparison.voices import STANCES, find_holder
from perspectieven.questions import NETWORK, QUESTIONS, support_when

SUPPORT = ("present", "missed", "possible")
"""What is told of support (`questions.support_when`)."""


def question_item(question: str, theme: str = "") -> str:
    """Return the item that stands for a research question, or for the part of it in one theme.

    >>> question_item("2a"), question_item("2b", "GRE")
    ('vraag-2a', 'vraag-2b.GRE')
    """
    return f"vraag-{question}.{theme}" if theme else f"vraag-{question}"


def holder_item(holder: str, stance: str = "") -> str:
    """Return the item for whose view is told (`comparison.voices`), with any stance or one.

    >>> holder_item("own"), holder_item("school", "negated")
    ('kijk-own', 'kijk-school-negated')
    """
    return f"kijk-{holder}-{stance}" if stance else f"kijk-{holder}"


def set_item(perspectives: Sequence[str]) -> str:
    """Return the item for the codes that these perspectives share and others do not.

    >>> set_item(["ouders", "jeugdigen"])
    'samen-ouders-jeugdigen'
    """
    return "-".join(("samen", *perspectives))


def support_item(kind: str, how: str = "") -> str:
    """Return the item for a kind of support (`questions.NETWORK`), however it is told of or in one way of `SUPPORT`.

    >>> support_item("informeel", "missed")
    'steun-informeel-missed'
    """
    return f"steun-{kind}-{how}" if how else f"steun-{kind}"


def list_items(
    quotes: pd.DataFrame, *, perspectives: Sequence[str], sets: Mapping[str, Sequence[str]]
) -> list[tuple[str, ...]]:
    """Return for every mention all items that it counts for, themes and codes left aside.

    Parameters
    ----------
    quotes : DataFrame
        Columns of `tables.CODINGS`, and the ``perspective`` of who speaks.
    perspectives : sequence of str
        All of the study, in its order.
    sets : mapping
        From `name_sets`.

    Examples
    --------
    >>> from perspectieven.tables import CODINGS, make_table
    >>> mention = {"theme": "NET", "code": "NET-ALLEEN", "stance": "affirmed", "voice": "own"}
    >>> quotes = make_table([mention | {"orientation": "neutraal"}], CODINGS).assign(perspective="ouders")
    >>> list_items(quotes, perspectives=["ouders"], sets={"NET-ALLEEN": ["ouders"]})
    [('neutraal', 'kijk-own', 'kijk-own-affirmed', 'steun-informeel', 'steun-informeel-missed', 'samen-ouders')]
    """
    listed = []
    columns = ["perspective", "theme", "code", "stance", "voice", "attributed_to", "orientation"]
    for perspective, theme, code, stance, voice, attributed_to, orientation in quotes[columns].itertuples(index=False):
        holder = find_holder(str(voice), str(attributed_to), perspectives)
        items = [str(orientation), holder_item(holder), holder_item(holder, str(stance))]
        for question in find_groups(QUESTIONS, theme, code):
            items += [question_item(question), question_item(question, theme)]
        for kind in find_groups(NETWORK, theme, code):
            items += [support_item(kind), support_item(kind, support_when(code, stance))]
        if perspective in sets.get(code, ()):
            items.append(set_item(sets[code]))
        listed.append(tuple(items))
    return listed


def find_groups(groups: Mapping[str, Sequence[str]], theme: str, code: str) -> tuple[str, ...]:
    """Return the questions, or the kinds of support, that a theme or code belongs to.

    >>> find_groups(NETWORK, "NET", "NET-NAASTEN")
    ('informeel',)
    """
    return tuple(group for group, items in groups.items() if theme in items or code in items)


def name_sets(shared_codes: pd.DataFrame, perspectives: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return, by code, the perspectives that share it, in their order; a code that nobody shares is left out."""
    held = {
        str(code): tuple(p for p in perspectives if p in str(shared_by).split(" + "))
        for code, shared_by in zip(shared_codes["code"], shared_codes["shared_by"], strict=True)
    }
    return {code: names for code, names in held.items() if names}


def name_marks(
    figure: str, *, holders: Iterable[str] = (), sets: Iterable[Sequence[str]] = ()
) -> Mapping[str, str] | None:
    """Return, by what a mark is of in a figure, the item that is meant; None where marks are of what they say.

    The marks of most figures are of a theme, code or orientation (`figures.drawing.mark_id`). What is named in another
    figure may be a theme of some lexicon, so each figure has its own.

    Examples
    --------
    >>> name_marks("begrippen", sets=[["ouders", "jeugdigen"]])
    {'ouders-jeugdigen': 'samen-ouders-jeugdigen'}
    """
    if figure == "vragen":
        return {question: question_item(question) for question in QUESTIONS}
    if figure == "stemmen":
        told = [(holder, stance) for holder in holders for stance in ("", *STANCES)]
        return {f"{holder}-{stance}" if stance else holder: holder_item(holder, stance) for holder, stance in told}
    if figure == "begrippen":
        return {"-".join(names): set_item(names) for names in sets}
    return None


def list_holders(quotes: pd.DataFrame, perspectives: Sequence[str]) -> tuple[str, ...]:
    """Return whose views are told, in the order in which they come; see `comparison.voices.find_holder`."""
    told = zip(quotes["voice"], quotes["attributed_to"], strict=True)
    return tuple(dict.fromkeys(find_holder(str(voice), str(party), perspectives) for voice, party in told))


def name_items(
    holders: Iterable[str], sets: Iterable[Sequence[str]], *, labels: Mapping[str, str], w: Mapping[str, str]
) -> dict[str, str]:
    """Return what the items are called that are no theme, code or orientation.

    Parameters
    ----------
    holders, sets
        Whose views are told, and which perspectives share a code.
    labels : mapping
        Id of a theme or perspective to its label.
    w : mapping
        The fixed texts in the language of the report.

    Examples
    --------
    >>> from perspectieven.reports.texts import WORDS
    >>> names = name_items(["school"], [["ouders"]], labels={"ouders": "Ouders"}, w=WORDS["nl"])
    >>> names["kijk-school-negated"], names["samen-ouders"]
    ('kijk van een ander: school · ontkend', 'alleen Ouders')
    """
    names = {}
    for question in QUESTIONS:
        asked = names[question_item(question)] = w[f"question_{question}"]
        names |= {question_item(question, theme): f"{asked} · {label}" for theme, label in labels.items()}
    for holder in holders:
        whose = w.get(f"view_{holder}") or w["view_of"].format(who=labels.get(holder, holder))
        names[holder_item(holder)] = whose
        names |= {holder_item(holder, stance): f"{whose} · {w[stance]}" for stance in STANCES}
    for kind in NETWORK:
        support = names[support_item(kind)] = w[f"support_{kind}"]
        names |= {support_item(kind, how): f"{support} · {w[how]}" for how in SUPPORT}
    for shared in sets:
        who = " + ".join(labels[perspective] for perspective in shared)
        names[set_item(shared)] = w["set_own" if len(shared) == 1 else "set_shared"].format(who=who)
    return names
