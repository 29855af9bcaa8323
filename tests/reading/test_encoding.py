import codecs

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading.encoding import clean_text, decode_bytes

SPOKEN = "De cliënt zei: “één keer” (en café\u2019s), dat hóórt erbij. Hij is heel energiek geïnteresseerd.\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        SPOKEN.encode(),
        codecs.BOM_UTF8 + SPOKEN.encode(),
        SPOKEN.encode("cp1252"),
        SPOKEN.encode("utf-16"),
        codecs.BOM_UTF16_BE + SPOKEN.encode("utf-16-be"),
        SPOKEN.encode("utf-16-le"),
        SPOKEN.encode("utf-16-be"),
        SPOKEN.encode("utf-32"),
        SPOKEN.encode("mac_roman"),
        SPOKEN.replace("\n", "\r\n").encode("cp1252"),
    ],
    ids=["utf-8", "bom", "cp1252", "utf-16", "be bom", "le", "be", "utf-32", "mac", "dos lines"],
)
def test_the_same_text_in_every_encoding(data: bytes) -> None:
    assert decode_bytes(data, "gesprek.txt") == SPOKEN


@pytest.mark.parametrize("word", ["cliënt", "één", "café", "privé", "reünie", "€ 5"])
def test_a_short_line_of_windows_text(word: str) -> None:
    assert decode_bytes(f"Moeder: {word}".encode("cp1252"), "kort.txt") == f"Moeder: {word}"


def test_no_bytes_are_no_text() -> None:
    assert decode_bytes(b"", "leeg.txt") == ""


@pytest.mark.parametrize("data", [b"Moeder\x00: ja", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", b"\x00\x01\x02"])
def test_bytes_that_are_not_text_are_refused(data: bytes) -> None:
    with pytest.raises(TranscriptError, match=r"plaatje.txt: 1 fault\n  these bytes are not text"):
        decode_bytes(data, "plaatje.txt")


def test_half_a_character_after_a_mark_is_refused() -> None:
    with pytest.raises(TranscriptError, match=r"byte 4 is damaged \(utf-8 text was expected\)"):
        decode_bytes(codecs.BOM_UTF8 + b"e\xe9n", "gesprek.txt")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("clie\u0308nt", "cliënt"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("blad\x0cblad", "blad\n\nblad"),
        ("€\xa05 en\u202fmeer", "€ 5 en meer"),
        ("ge\xadwoon\u200b\ufeff\x07", "gewoon"),
        ("GGZ\u2011hulp", "GGZ-hulp"),
        ("tab\tblijft", "tab\tblijft"),
        ("", ""),
    ],
)
def test_text_is_cleaned_once(before: str, after: str) -> None:
    assert clean_text(before) == after
    assert clean_text(after) == after
