r"""Read Rich Text Format (.rtf): paragraphs and tables in reading order, tracked changes accepted.

Written out here because striprtf, the library for it, keeps deleted and hidden text, drops text boxes, and gives the
cells of a table no edges of their own.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.emphasis import close_seams, plain, set_apart
from perspectieven.reading.encoding import clean_text
from perspectieven.reading.labels import find_turns
from perspectieven.reading.rich_text_codes import (
    BOXES,
    CHARACTERS,
    CHARSETS,
    CODE_PAGES,
    ENDS_PARAGRAPH,
    KEPT_WHEN_STARRED,
    LEFT_OUT,
    TOKEN,
    find_code_page,
)
from perspectieven.reading.rich_text_layout import MOST_TABLES, Layout
from perspectieven.reading.source import LARGEST_TEXT, Source, read_bytes

DEEPEST = 300
"""Groups inside each other; Word writes some twenty."""
MOST_TOKENS = 5_000_000
_GAP = re.compile(r"[ \t]{4,}")
"""White space that says no more than four spaces, and that would make the search for labels slow."""

_REPAIR = "open it in Word or LibreOffice and save it again"


def read_rtf(path: Path) -> Source:
    """Read an .rtf file; then speaker labels.

    Left out: headers and footers, annotations, foot- and endnotes, deleted text, hidden text, the codes of fields,
    and the numbers and bullets that the program itself gives to list items. Kept: inserted text, the text of links,
    text boxes (after the paragraph they hang on) and what fields show. What is bold, italic or underlined is set apart.

    Raises
    ------
    TranscriptError
        If it is not RTF, stops halfway, is nested deeper than `DEEPEST`, or has more than `MOST_TOKENS` or
        `source.LARGEST_TEXT`.
    """
    data = read_bytes(path).lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if not data.startswith(rb"{\rtf"):
        what = rf'does not begin with "{{\rtf" as this format does; {_REPAIR} as .rtf, or give it its own ending'
        raise TranscriptError(Fault(path.name, "", what))
    reading = _Reading(path.name)
    reading.feed(data.decode("latin-1"))
    texts = tuple(text for text in reading.paragraphs() if plain(text).strip())
    source = find_turns(texts, path.name)
    return replace(source, remarks=(*reading.remarks(texts), *source.remarks))


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it, and forgets at its end."""

    left_out: bool = False
    in_fonts: bool = False
    hidden: bool = False
    deleted: bool = False
    apart: frozenset[str] = frozenset()
    font: int | None = None
    n_fallback: int = 1
    in_table: bool = False
    level: int = 0
    box: bool = False


class _Reading:
    """One pass over the tokens of a file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._state = _State()
        self._groups: list[_State] = []
        self._layout = Layout()
        self._bytes = bytearray()
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._listed_font = 0
        self._default_font: int | None = None
        self._n_skip = 0
        self._starred = False
        self._unknown_pages: set[int] = set()
        self._has_rest = False
        self._n_bytes = 0

    def feed(self, data: str) -> None:
        """Read until the first group closes.

        Raises
        ------
        TranscriptError
            If it does not close, or nests too deeply.
        """
        at, n_tokens = 0, 0
        while match := TOKEN.match(data, at):
            at = match.end()
            n_tokens += 1
            if n_tokens > MOST_TOKENS:
                self._refuse(f"has more than {MOST_TOKENS:,} words and codes; no more is read; split the file")
            kind = match.lastgroup
            if kind in ("word", "number"):
                number = match["number"]
                at += self._on_word(match["word"], None if number is None else int(number))
            elif kind == "brace":
                self._on_brace(match["brace"])
                if not self._groups:
                    break
            elif kind == "hex":
                self._on_bytes(bytes.fromhex(match["hex"]))
            elif kind == "sign":
                self._on_sign(match["sign"])
            elif kind == "text":
                self._on_bytes(match["text"].encode("latin-1"))
        if self._groups:
            self._refuse(f"stops with {len(self._groups)} groups open, so its end is missing; {_REPAIR}")
        self._layout.close()
        self._has_rest = bool(data[at:].strip(" \t\r\n\x00"))

    def paragraphs(self) -> Iterator[str]:
        """Give the text, cleaned, with characters outside the first plane made whole."""
        for text in self._layout.paragraphs:
            whole = close_seams(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            yield _GAP.sub("    ", clean_text(whole))

    def remarks(self, texts: tuple[str, ...]) -> Iterator[Fault]:
        """Tell what was read but deserves a look."""
        for number in sorted(self._unknown_pages):
            yield Fault(self._name, "", f"code page {number} is not known; read as Windows Western; check the accents")
        if n_unreadable := sum(text.count("\ufffd") for text in texts):
            yield Fault(self._name, "", f'{n_unreadable} characters cannot be read and are now "\ufffd"; {_REPAIR}')
        if self._has_rest:
            yield Fault(self._name, "", "something stands after the end of the document; it is not read")

    def _refuse(self, what: str) -> None:
        raise TranscriptError(Fault(self._name, "", what))

    def _set(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # the names are those of _State

    def _on_brace(self, brace: str) -> None:
        self._flush()
        self._n_skip, self._starred = 0, False
        if brace == "{":
            self._groups.append(self._state)
            if len(self._groups) > DEEPEST:
                self._refuse(f"has more than {DEEPEST} groups inside each other; no more is read; {_REPAIR}")
            self._set(box=False)
        else:
            if self._state.box:
                self._layout.close_box()
            self._state = self._groups.pop()

    def _on_sign(self, sign: str) -> None:
        if self._skip_one():
            return
        if sign == "*":
            self._starred = True
        elif sign in ENDS_PARAGRAPH:
            self._on_word("par", None)
        elif sign in CHARACTERS:
            self._add(CHARACTERS[sign])

    def _on_word(self, word: str, number: int | None) -> int:
        """Act on a control word; return how many bytes after it are no text."""
        if word == "bin":
            return max(number or 0, 0)
        if self._skip_one():
            return 0
        starred, self._starred = self._starred, False
        if word in LEFT_OUT or (starred and word not in KEPT_WHEN_STARRED):
            self._flush()
            self._set(left_out=True)
        elif word == "fonttbl":
            self._set(in_fonts=True)
        elif self._state.in_fonts:
            self._on_font_word(word, number)
        elif word == "u":
            self._add(chr((number or 0) % 0x10000))
            self._n_skip = self._state.n_fallback
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif not self._state.left_out:
            self._on_layout(word, number)
        return 0

    def _on_font_word(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._listed_font = number
        elif word == "fcharset" and number in CHARSETS:
            self._fonts[self._listed_font] = CHARSETS[number]
        elif word == "cpg" and number:
            self._fonts[self._listed_font] = self._find_page(number)

    def _on_layout(self, word: str, number: int | None) -> None:
        self._flush()
        is_on = number != 0
        match word:
            case "par" | "sect" | "page" | "column":
                self._layout.end_paragraph(self._state.level if self._state.in_table else 0)
            case "cell":
                self._layout.end_cell(1)
            case "nestcell":
                self._layout.end_cell(max(self._state.level, 2))
            case "row":
                self._layout.end_row(1)
            case "nestrow":
                self._layout.end_row(max(self._state.level, 2))
            case "pard":
                self._set(in_table=False, level=0)
            case "intbl":
                self._set(in_table=True, level=max(self._state.level, 1))
            case "itap":
                self._set(level=min(max(number or 0, 0), MOST_TABLES))
            case "plain":
                self._set(hidden=False, deleted=False, apart=frozenset(), font=self._default_font)
            case "b" | "i" | "ul":
                self._set(apart=self._state.apart | {word} if is_on else self._state.apart - {word})
            case "ulnone":
                self._set(apart=self._state.apart - {"ul"})
            case "v":
                self._set(hidden=is_on)
            case "deleted" | "mvf":
                self._set(deleted=is_on)
            case "f":
                self._set(font=number)
            case "uc":
                self._set(n_fallback=max(number or 0, 0))
            case "deff":
                self._default_font = number
                self._set(font=number)
            case "ansicpg" if number:
                self._page = self._find_page(number)
            case _ if word in CODE_PAGES:
                self._page = CODE_PAGES[word]
            case _ if word in BOXES and not self._state.box:
                self._layout.open_box()
                self._set(box=True, in_table=False, level=0)

    def _find_page(self, number: int) -> str:
        page = find_code_page(number)
        if page is None:
            self._unknown_pages.add(number)
        return page or "cp1252"

    def _skip_one(self) -> bool:
        """Tell whether this is a stand-in for the Unicode character before it, for programs without Unicode."""
        skipped = self._n_skip > 0
        self._n_skip -= skipped
        return skipped

    def _on_bytes(self, data: bytes) -> None:
        n_skip = min(self._n_skip, len(data))
        self._n_skip -= n_skip
        if not self._state.left_out:
            self._bytes += data[n_skip:]
            self._n_bytes += len(data) - n_skip
            if self._n_bytes > LARGEST_TEXT:
                self._refuse(f"has more than {LARGEST_TEXT / 1e6:,.0f} MB of text; no more is read; split the file")

    def _flush(self) -> None:
        """Decode the bytes since the last code; a character may consist of more than one."""
        if self._bytes:
            encoding = self._page if self._state.font is None else self._fonts.get(self._state.font, self._page)
            data, self._bytes = bytes(self._bytes), bytearray()
            self._add(data.decode(encoding, "replace"))

    def _add(self, text: str) -> None:
        self._flush()
        state = self._state
        if not (state.left_out or state.in_fonts or state.hidden or state.deleted):
            self._layout.add(set_apart(plain(text)) if state.apart else plain(text))
