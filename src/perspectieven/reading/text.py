"""Read plain text and Markdown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.cells import join_cells
from perspectieven.reading.emphasis import QUOTED, close_seams, plain, set_apart
from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.labels import find_turns
from perspectieven.reading.margins import blank_line_numbers
from perspectieven.reading.paragraphs import split_paragraphs
from perspectieven.reading.source import Source, read_bytes

MOST_OPEN = 1_000
"""Square brackets that are open at once; for each, Markdown is searched for the end of a link."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?\s*+[.#][^{}\n]*\}")
"""What some dialects put behind a word to style it: ``{: .text-green}``."""
_BREAK_TAG = re.compile(r"(?i)<br\s*/?>")
_APART_TAG = re.compile(r"(?i)<(?P<closes>/?)(?:b|strong|i|em|u|h[1-6])(?:\s[^<>]*)?>")


def read_text(path: Path) -> Source:
    """Read a .txt file: paragraphs from blank lines, list items and short lines; then speaker labels."""
    text, remarks = blank_line_numbers(decode_bytes(read_bytes(path), path.name), path.name)
    source = find_turns(split_paragraphs(text), path.name)
    return replace(source, remarks=(*remarks, *source.remarks))


def read_markdown(path: Path) -> Source:
    """Read a .md file as the plain text a reader of the page would see; then speaker labels.

    Raises
    ------
    TranscriptError
        Also if more than `MOST_OPEN` square brackets are open at once.
    """
    markdown = decode_bytes(read_bytes(path), path.name)
    if max(accumulate(1 if sign == "[" else -1 for sign in re.findall(r"[\[\]]", markdown)), default=0) > MOST_OPEN:
        what = f"has more than {MOST_OPEN:,} brackets [ that are not closed; remove them, or save the text as .txt"
        raise TranscriptError(Fault(path.name, "", what))
    return find_turns(tuple(iter_paragraphs(markdown)), path.name)


def iter_paragraphs(markdown: str) -> Iterator[str]:
    r"""Give the paragraphs of a Markdown text without its markup, and with the marks of `emphasis`.

    Headings, list items, quotes and code are paragraphs, tables are what `cells.join_cells` makes of them; link texts
    and captions stay, addresses go.

    Examples
    --------
    >>> from perspectieven.reading.emphasis import plain
    >>> text = "# Gesprek\n\n**Moeder:** dat is [fijn](http://x.nl), *echt*.\n\n- <b>rust</b>"
    >>> [plain(paragraph) for paragraph in iter_paragraphs(text)]
    ['Gesprek', 'Moeder: dat is fijn, echt.', 'rust']
    """
    n_quotes, in_heading = 0, False
    rows: list[list[list[str]]] | None = None
    for token in (
        MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(_without_front_matter(markdown))
    ):
        paragraphs: Iterable[str] = ()
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        elif token.type in ("blockquote_open", "blockquote_close"):
            n_quotes += token.nesting
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "table_close" and rows is not None:
            paragraphs, rows = tuple(join_cells(rows)), None
        elif token.type == "inline" and rows is not None:
            text = plain(_plain_inline(token.children or [])).replace("\n", " ").strip()
            rows[-1].append([text] if text else [])
        elif token.type == "inline":
            text = _plain_inline(token.children or [])
            paragraphs = split_paragraphs(set_apart(plain(text)) if in_heading else close_seams(text))
        elif token.type in ("fence", "code_block"):
            paragraphs = split_paragraphs(token.content)
        elif token.type == "html_block":
            paragraphs = split_paragraphs(_plain_html(token.content))
        yield from (QUOTED + paragraph if n_quotes else paragraph for paragraph in paragraphs)


def _plain_inline(tokens: list[Token]) -> str:
    parts: list[str] = []
    n_apart = 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close", "em_open", "em_close"):
            n_apart += token.nesting
        elif token.type == "html_inline" and (tag := _APART_TAG.fullmatch(token.content)):
            n_apart = max(n_apart + (-1 if tag["closes"] else 1), 0)
        text = _text_of(token)
        parts.append(set_apart(text) if n_apart else text)
    return "".join(parts)


def _text_of(token: Token) -> str:
    if token.type == "text":
        return _ATTRIBUTES.sub("", token.content)
    if token.type in ("code_inline", "text_special"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return _plain_html(token.content)
    return plain(_plain_inline(token.children or [])) if token.type == "image" else ""


def _plain_html(html: str) -> str:
    """Leave the tags out, and mark what some of them set apart."""
    parts, n_apart = [], 0
    for piece in re.split(r"(<[^<>]*>)", _BREAK_TAG.sub("\n", html)):
        if tag := _APART_TAG.fullmatch(piece):
            n_apart = max(n_apart + (-1 if tag["closes"] else 1), 0)
        parts.append(set_apart(piece) if n_apart and not piece.startswith("<") else piece)
    return close_seams(_TAG.sub("", "".join(parts)))


def _without_front_matter(markdown: str) -> str:
    """Leave out the YAML block that some editors put between two lines of dashes at the top."""
    return re.sub(r"\A---\n(?:(?!---\n)(?:\w[\w-]*+:|[ \t-]).*+\n)++---\n", "", markdown)
