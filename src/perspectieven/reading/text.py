"""Read plain text and Markdown."""

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from perspectieven.reading.encoding import decode_bytes
from perspectieven.reading.labels import find_turns
from perspectieven.reading.paragraphs import split_paragraphs
from perspectieven.reading.source import Source, read_bytes

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?\s*[.#][^{}\n]*\}")
"""What some dialects put behind a word to style it: ``{: .text-green}``."""
_BREAK_TAG = re.compile(r"(?i)<br\s*/?>")


def read_text(path: Path) -> Source:
    """Read a .txt file: paragraphs from blank lines, list items and short lines; then speaker labels."""
    return find_turns(split_paragraphs(decode_bytes(read_bytes(path), path.name)))


def read_markdown(path: Path) -> Source:
    """Read a .md file as the plain text a reader of the page would see; then speaker labels."""
    return find_turns(tuple(render_plain(decode_bytes(read_bytes(path), path.name))))


def render_plain(markdown: str) -> Iterator[str]:
    r"""Give the paragraphs of a Markdown text without its markup.

    Headings, list items, quotes, table rows and code are paragraphs; link texts and captions stay, addresses go.

    Examples
    --------
    >>> list(render_plain("# Gesprek\n\n**Moeder:** dat is [fijn](http://x.nl), *echt*.\n\n- <b>rust</b>"))
    ['Gesprek', 'Moeder: dat is fijn, echt.', 'rust']
    """
    row: list[str] | None = None
    for token in (
        MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(_without_front_matter(markdown))
    ):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif token.type == "inline":
            text = _plain_inline(token.children or [])
            if row is not None:
                row.append(text.replace("\n", " "))
            else:
                yield from split_paragraphs(text)
        elif token.type in ("fence", "code_block"):
            yield from split_paragraphs(token.content)
        elif token.type == "html_block":
            yield from split_paragraphs(_plain_html(token.content))


def _plain_inline(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(_ATTRIBUTES.sub("", token.content) if token.type == "text" else token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "html_inline":
            parts.append(_plain_html(token.content))
        elif token.type == "image":
            parts.append(_plain_inline(token.children or []))
    return "".join(parts)


def _plain_html(html: str) -> str:
    return _TAG.sub("", _BREAK_TAG.sub("\n", html))


def _without_front_matter(markdown: str) -> str:
    """Leave out the YAML block that some editors put between two lines of dashes at the top."""
    return re.sub(r"\A---\n(?:[\w-]+:.*\n|[ \t-].*\n)+---\n", "", markdown)
