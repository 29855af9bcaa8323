"""Text with its codings marked: each mark is named in words, and its line and shade say the same without colour."""

import html
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pandas as pd

from perspectieven.reports.quotes import find_window, number_speakers, read_parts
from perspectieven.reports.words import describe_speaker

Place = tuple[str, int]

STYLE = """<style>
.pv { font-family: "Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", sans-serif; line-height: 2; color: #1a1a1a;
  background: #fff; max-width: 48rem; }
.pv p { margin: .3rem 0; }
.pv .asks { color: #4a4a4a; font-style: italic; }
.pv .who { font-weight: 700; margin-right: .4rem; }
.pv .gap { color: #4a4a4a; }
.pv mark { color: #1a1a1a; padding: .1rem .15rem; border-bottom: 3px solid #1a1a1a; }
.pv mark.normaliserend { background: #cfe9e6; border-bottom-style: solid; border-color: #0d6b63; }
.pv mark.neutraal { background: #ececec; border-bottom-style: dotted; border-color: #444; }
.pv mark.problematiserend { background: #e4d9f2; border-bottom: 5px double #4c2c78; }
.pv .code { font-size: .75em; font-weight: 600; border: 1px solid #444; border-radius: .2rem; padding: 0 .25rem;
  margin: 0 .2rem; background: #fff; }
</style>"""

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "negated": "ontkend",
        "hypothetical": "als mogelijkheid",
        "other": "van een ander",
        "prompted": "uitgelokt",
        "interviewer": "Interviewer",
        "unknown": "Onbekend",
        "gap": "{n} niet getoond",
        "turn": "beurt",
        "turns": "beurten",
        "legend": "Lijn onder het woord: doorgetrokken is normaliserend, stippels is neutraal, dubbel is "
        "problematiserend. De code staat erachter, met de houding als die niet bevestigend is.",
        "nothing": "Van dit gesprek mag niets worden getoond.",
        "not_found": "In dit gesprek is er niets van gevonden dat mag worden getoond.",
    },
    "en": {
        "negated": "negated",
        "hypothetical": "as a possibility",
        "other": "of somebody else",
        "prompted": "prompted",
        "interviewer": "Interviewer",
        "unknown": "Unknown",
        "gap": "{n} not shown",
        "turn": "turn",
        "turns": "turns",
        "legend": "Line under the word: solid is normalising, dotted is neutral, double is problematising. The code "
        "stands behind it, with the stance where it is not affirmed.",
        "nothing": "Nothing of this conversation may be shown.",
        "not_found": "Nothing of it was found in this conversation that may be shown.",
    },
}


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of HTML that Jupyter shows; its repr says how large it is and no more."""

    html: str = field(repr=False)
    n_turns: int
    n_codings: int

    def _repr_html_(self) -> str:
        return self.html


def mark_conversation(
    turns: pd.DataFrame,
    codings: pd.DataFrame,
    *,
    labels: Mapping[str, str],
    numbers: Mapping[str, int] | None = None,
    shown: Collection[Place] | None = None,
    language: str = "nl",
) -> Page:
    """Return a conversation as HTML with its codings marked.

    Parameters
    ----------
    turns, codings : DataFrame
        Schemas `tables.TURNS` and `tables.CODINGS`, of one conversation.
    labels : mapping of str to str
        Perspective and code ids to what people read.
    numbers : mapping of str to int, optional
        Speaker ids to their numbers in the whole study (`reports.quotes.number_speakers`), so that somebody has one
        name here and at a quote; by default they are numbered within this conversation.
    shown : collection of (transcript_id, turn_index), optional
        The turns whose words may be shown, all of them by default; of the others it is said how many there are.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> turns, codings = study.turns(), study.codings()
    >>> turns, codings = (table[table["transcript_id"] == "gesprek-1"] for table in (turns, codings))
    >>> page = mark_conversation(turns, codings, labels=study.labels)
    >>> page.n_turns, "Ouder 1</span>" in page.html
    (6, True)
    """
    words = WORDS[language]
    by_turn = dict(iter(codings[codings["status"] != "rejected"].groupby("turn_index")))
    names = _name_speakers(turns, labels, number_speakers(turns) if numbers is None else numbers, language)
    lines: list[str] = []
    n_hidden = n_turns = n_codings = 0
    columns = ["transcript_id", "turn_index", "speaker", "role", "text"]
    for transcript_id, turn_index, speaker, role, text in turns[columns].itertuples(index=False):
        if not text or (shown is not None and (str(transcript_id), int(turn_index)) not in shown):
            n_hidden += 1
            continue
        if n_hidden:
            lines.append(_gap(n_hidden, words))
            n_hidden = 0
        here = by_turn.get(turn_index)
        marks: list[dict[Any, Any]] = [] if here is None else here.to_dict("records")
        kind = ' class="asks"' if role == "interviewer" else ""
        said = _mark(str(text), marks, labels, words)
        lines.append(f'<p{kind}><span class="who">{html.escape(names[speaker])}</span>{said}</p>')
        n_turns += 1
        n_codings += len(marks)
    if not n_turns:
        lines = [f"<p>{words['not_found' if codings.empty else 'nothing']}</p>"]
    elif n_hidden:
        lines.append(_gap(n_hidden, words))
    body = f'<p class="gap">{words["legend"]}</p>' + "".join(lines)
    return Page(f'{STYLE}<div class="pv" lang="{language}">{body}</div>', n_turns, n_codings)


def mark_quotes(
    quotes: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl", limit: int | None = None
) -> Page:
    """Return quotes as HTML, each with the words around it, and the coded words marked.

    Parameters
    ----------
    quotes : DataFrame
        As from `reports.select_quotes` or `Study.quotes`.
    labels : mapping of str to str
        Perspective and code ids to what people read; speakers go by perspective and number.
    limit : int, optional
        Show the first so many.

    Examples
    --------
    >>> import perspectieven as pv
    >>> study = pv.Study.open("tests/ministudie")
    >>> mark_quotes(study.quotes("ERB-FASE"), labels=study.labels, limit=1)
    Page(n_turns=1, n_codings=1)
    """
    shown = quotes if limit is None else quotes.head(limit)
    return Page(join_lines(mark_lines(shown, labels=labels, language=language)), len(shown), len(shown))


def mark_lines(quotes: pd.DataFrame, *, labels: Mapping[str, str], language: str = "nl") -> list[str]:
    """Return each quote as a line of HTML: who by perspective and number, and the words with the coding marked."""
    return [
        f'<span class="who">{html.escape(_name_speaker(row["perspective"], labels, row["speaker_number"], language))}'
        f"</span>{_in_context(row, labels, language)}"
        for row in quotes.to_dict("records")
    ]


def _in_context(row: Mapping[Any, Any], labels: Mapping[str, str], language: str) -> str:
    """Return the words around a coding, with the coding marked and named."""
    text = str(row["text"])
    window = find_window(text, int(row["start_char"]), int(row["end_char"]))
    parts = [(start - window.start_char, end - window.start_char) for start, end in read_parts(str(row["parts"]))]
    moved = {**row, "parts": " ".join(f"{start}:{end}" for start, end in parts)}
    before = "\N{HORIZONTAL ELLIPSIS} " if window.start_char > 0 else ""
    after = " \N{HORIZONTAL ELLIPSIS}" if window.end_char < len(text) else ""
    shown = text[window.start_char : window.end_char]
    return before + mark_quote(shown, [moved], labels=labels, language=language) + after


def mark_quote(
    text: str, codings: Sequence[Mapping[Any, Any]], *, labels: Mapping[str, str] | None = None, language: str = "nl"
) -> str:
    """Return one turn as HTML with codings marked; rows of `tables.CODINGS` as mappings.

    A code without a label goes by its id.

    >>> row = {"parts": "0:4 13:16", "code": "ERB-HOORTERBIJ", "stance": "negated", "voice": "own", "prompted": False}
    >>> print(mark_quote("Hoor je er dan bij?", [row | {"orientation": "neutraal"}]))
    <mark class="neutraal">Hoor</mark> je er da<mark class="neutraal">n b</mark><span class="code">ERB-HOORTERBIJ,
    ontkend</span>ij?
    """
    return _mark(text, codings, labels or {}, WORDS[language])


def _mark(text: str, codings: Sequence[Mapping[Any, Any]], labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Cut the text wherever a coded part begins or ends; the name of a coding comes after its last part."""
    parts = [(start, end, row) for row in codings for start, end in read_parts(str(row["parts"]))]
    names: dict[int, list[str]] = {}
    for row in codings:
        names.setdefault(max(end for _, end in read_parts(str(row["parts"]))), []).append(_name(row, labels, words))
    cuts = sorted({0, len(text), *(at for start, end, _ in parts for at in (start, end))})
    pieces = []
    for start, end in pairwise(cuts):
        covering = [row for first, last, row in parts if first <= start and end <= last]
        piece = html.escape(text[start:end], quote=False)
        if covering:
            piece = f'<mark class="{html.escape(str(covering[0]["orientation"]))}">{piece}</mark>'
        pieces.append(piece + "".join(f'<span class="code">{name}</span>' for name in names.get(end, [])))
    return "".join(pieces)


def _name(row: Mapping[Any, Any], labels: Mapping[str, str], words: Mapping[str, str]) -> str:
    said = [str(labels.get(row["code"], row["code"]))]
    said += [words[str(row["stance"])]] if row["stance"] in {"negated", "hypothetical"} else []
    said += [words["other"]] if row["voice"] == "other" else []
    said += [words["prompted"]] if row["prompted"] else []
    return html.escape(", ".join(said))


def _name_speakers(
    turns: pd.DataFrame, labels: Mapping[str, str], numbers: Mapping[str, int], language: str
) -> dict[str, str]:
    spoken = turns.drop_duplicates("speaker")[["speaker", "role", "perspective"]]
    return {
        speaker: WORDS[language]["interviewer"]
        if role == "interviewer"
        else _name_speaker(perspective, labels, numbers.get(speaker), language)
        for speaker, role, perspective in spoken.itertuples(index=False)
    }


def _name_speaker(perspective: str, labels: Mapping[str, str], number: int | None, language: str) -> str:
    """Name somebody as a report does, with a capital, as a line begins with it.

    >>> _name_speaker("jeugdigen", {}, 2, "nl"), _name_speaker("beleid", {"beleid": "Beleid"}, 1, "nl")
    ('Jeugdige 2', 'Beleid 1')
    """
    label = labels.get(perspective, perspective) or WORDS[language]["unknown"]
    name = describe_speaker(perspective, str(label), number, language=language)
    return name[:1].upper() + name[1:]


def _gap(n: int, words: Mapping[str, str]) -> str:
    what = f"{n} {words['turn' if n == 1 else 'turns']}"
    return f'<p class="gap">[{words["gap"].format(n=what)}]</p>'


def join_lines(lines: Iterable[str]) -> str:
    """Return paragraphs of marked text as one piece of HTML with its style."""
    return f'{STYLE}<div class="pv">{"".join(f"<p>{line}</p>" for line in lines)}</div>'
