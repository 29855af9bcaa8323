"""From bytes to clean text: the right encoding, one spelling per character, nothing invisible."""

import codecs
import re
import unicodedata

import charset_normalizer

from perspectieven.errors import Fault, TranscriptError
from perspectieven.reading.doubled import mend_doubled

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ["cp1252", "latin_1", "mac_roman"]
_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028]")
_PARAGRAPH_END = re.compile("[\x0c\u2029]")
_SPACE = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_HYPHEN = re.compile("[\u2010\u2011]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe\uffff]"
)


def decode_bytes(data: bytes, where: str) -> str:
    """Decode the bytes of a text file and clean the text.

    A byte order mark decides; then UTF-8 is tried, then UTF-16 without a mark, and then the Western encoding
    (Windows, Latin-1, Mac) that `charset_normalizer` finds most likely.

    Parameters
    ----------
    data : bytes
    where : str
        Name of the file, for the message.

    Raises
    ------
    TranscriptError
        If the bytes are not text.

    Examples
    --------
    >>> decode_bytes("De cliënt zei: één keer.".encode("cp1252"), "gesprek.txt")
    'De cliënt zei: één keer.'
    """
    encoding = _find_encoding(data)
    if encoding is None:
        what = "these bytes are not text; save it as plain text (UTF-8), or give it the ending of what it is"
        raise TranscriptError(Fault(where, "", what))
    try:
        return _clean(mend_doubled(data.decode(encoding), step="decoding"))
    except UnicodeDecodeError as error:
        what = f"byte {error.start:,} is damaged ({encoding} text was expected); save it again as UTF-8"
        raise TranscriptError(Fault(where, "", what)) from error


def clean_text(text: str) -> str:
    r"""Normalise text once: NFC, line ends as ``\n``, plain spaces and hyphens, no invisible characters.

    Examples
    --------
    >>> clean_text("het gezi\xadn\r\nis\xa0moe")
    'het gezin\nis moe'
    """
    return _clean(mend_doubled(text, step="cleaning"))


def _clean(text: str) -> str:
    text = _LINE_END.sub("\n", text)
    text = _PARAGRAPH_END.sub("\n\n", text)
    text = _HYPHEN.sub("-", _SPACE.sub(" ", text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def _find_encoding(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data:
        return _find_utf_16(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(data, cp_isolation=_WESTERN).best()
        return best.encoding if best is not None else _find_windows(data)
    return "utf-8"


def _find_windows(data: bytes) -> str | None:
    """Accept a text too short for statistics as Windows text if nearly all of it is plain ASCII."""
    n_other = sum(byte > 127 for byte in data)
    return "cp1252" if 3 * n_other <= len(data) else None


def _find_utf_16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in Western text, every other byte is zero."""
    if len(data) % 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first::2].count(0) > 0.8 * len(data) / 2 and data[1 - first :: 2].count(0) == 0:
            return encoding
    return None
