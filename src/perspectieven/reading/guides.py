"""Interview guides: who asks is told by the layout, and nobody is named."""

import re
from collections.abc import Sequence
from itertools import groupby

from perspectieven.errors import Fault
from perspectieven.reading.emphasis import is_quoted, is_set_apart, plain
from perspectieven.reading.paragraphs import join_lines, without_bullet
from perspectieven.reading.source import Source, Utterance
from perspectieven.transcript import DOCUMENT

QUESTIONER = "vragensteller"
"""The label of questions that only their layout tells apart."""

_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:[.)]|\.\d{1,2}[.)]?)|[Vv]raag\s+\d{1,2}\s*[.:)])\s+\S")
_HEADED = re.compile(
    r"(?P<who>[Vv]raag|[Vv]ragen|[Aa]ntwoord|[Aa]ntwoorden)(?:\s+op)?(?:\s+vra(?:ag|gen))?[\d\s,/-]*"
    r"(?:(?:en|t/m)\s+\d+)?\s*(?:$|[:.]\s*(?P<text>.*))"
)
"""A line that says of what follows whether it is question or answer: "Vraag 3", "Antwoord op vragen 2 en 3:"."""
_ASKS = re.compile(r"\?[\"'”\u2019)\]]*\s*$")
_SENTENCE_END = re.compile(r"[.?!…:][\"'”\u2019)\]]*\s*$")
_FEWEST, _SHARE = 3, 0.2
"""Questions from which, and share of the paragraphs from which, a document without speakers looks like an interview."""


def find_questions(paragraphs: Sequence[str], name: str) -> Source | None:
    r"""Read paragraphs as questions and answers, if their layout tells these apart.

    Questions and answers each stand under a line that says so ("Vraag 3", "Antwoord:"). Otherwise questions are set
    apart (bold, italic, a heading), numbered, or stand beside answers in block quotes or the other way round; at least
    two, and at least half of what is laid out in that way, end in a question mark.

    Parameters
    ----------
    paragraphs : sequence of str
        With the marks of `emphasis`; ``\n`` between the lines of one.
    name : str
        Name of the file, for the remark.

    Returns
    -------
    Source or None
        The questions with the label `QUESTIONER` and the answers with `DOCUMENT`, and a remark that says so. What
        stands before the first question, and headings that ask nothing, are not spoken.

    Examples
    --------
    >>> answers = ["1. Wie bent u?", "Een leraar.", "Al lang.", "2. Wat helpt er?", "Rust."]
    >>> [(said.label, said.text) for said in find_questions(answers, "gesprek.txt").utterances][1:3]
    [('document', 'Een leraar.\nAl lang.'), ('vragensteller', '2. Wat helpt er?')]
    """
    texts = [join_lines(without_bullet(plain(paragraph)).split("\n")) for paragraph in paragraphs]
    shown = [(paragraph, text) for paragraph, text in zip(paragraphs, texts, strict=True) if text]
    headed = [_HEADED.fullmatch(text) for text in texts if text]
    if {head["who"][0].lower() for head in headed if head} == {"v", "a"}:
        return _divide_headed(headed, [text for _, text in shown], name)
    for layout in (
        [is_set_apart(paragraph) for paragraph, _ in shown],
        [not is_quoted(paragraph) for paragraph, _ in shown],
        [is_quoted(paragraph) for paragraph, _ in shown],
        [bool(_NUMBERED.match(text)) for _, text in shown],
    ):
        if _tells_questions(layout, [text for _, text in shown]):
            return _divide(layout, [text for _, text in shown], name)
    return None


def find_unasked(source: Source, name: str) -> tuple[Fault, ...]:
    """Remark that a document looks like an interview in which nobody is named.

    Examples
    --------
    >>> said = ["Wie bent u?", "Een leraar.", "Wat helpt er?", "Rust.", "En verder?", "Niets."]
    >>> source = Source(tuple(Utterance(DOCUMENT, text) for text in said))
    >>> print(*find_unasked(source, "gesprek.txt"))
    gesprek.txt: 3 of its 6 paragraphs are questions, and no speaker is named; write who speaks and a colon before each
    """
    n_asked, n_all = sum(bool(_ASKS.search(said.text)) for said in source.utterances), len(source.utterances)
    if n_asked < max(_FEWEST, _SHARE * n_all):
        return ()
    what = f"{n_asked} of its {n_all} paragraphs are questions, and no speaker is named; "
    return (Fault(name, "", what + "write who speaks and a colon before each"),)


def _tells_questions(layout: Sequence[bool], texts: Sequence[str]) -> bool:
    """Tell whether a layout is kept for questions, and these have answers."""
    laid_out = [at for at, is_so in enumerate(layout) if is_so]
    asked = [at for at in laid_out if _ASKS.search(texts[at])]
    n_answered = sum(at + 1 < len(layout) and not layout[at + 1] for at in asked)
    return len(asked) >= 2 and 2 * len(asked) >= len(laid_out) and 2 * n_answered >= len(asked)


def _divide_headed(headed: Sequence[re.Match[str] | None], texts: Sequence[str], name: str) -> Source:
    unspoken: list[str] = []
    pieces: list[tuple[str, str]] = []
    label = ""
    for head, text in zip(headed, texts, strict=True):
        label = label if head is None else QUESTIONER if head["who"][0] in "Vv" else DOCUMENT
        said = text if head is None else head["text"] or ""
        if label and said:
            pieces.append((label, said))
        else:
            unspoken.append(text)
    return _as_source(pieces, unspoken, name)


def _divide(layout: Sequence[bool], texts: Sequence[str], name: str) -> Source:
    first = next(at for at, is_so in enumerate(layout) if is_so and _ASKS.search(texts[at]))
    unspoken, pieces = list(texts[:first]), []
    for is_question, text in zip(layout[first:], texts[first:], strict=True):
        if is_question and not _SENTENCE_END.search(text):
            unspoken.append(text)
        else:
            pieces.append((QUESTIONER if is_question else DOCUMENT, text))
    return _as_source(pieces, unspoken, name)


def _as_source(pieces: Sequence[tuple[str, str]], unspoken: Sequence[str], name: str) -> Source:
    said = [
        Utterance(label, "\n".join(text for _, text in group))
        for label, group in groupby(pieces, key=lambda piece: piece[0])
    ]
    n_asked = sum(one.label == QUESTIONER for one in said)
    what = (
        f'no speaker is named; {n_asked} questions, told by their layout, have the label "{QUESTIONER}" and what '
        f'follows them has "{DOCUMENT}"; look at them, or write who speaks and a colon before each'
    )
    return Source(tuple(said), tuple(unspoken), (Fault(name, "", what),))
