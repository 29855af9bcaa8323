from pathlib import Path

import pytest

from perspectieven.reading.emphasis import plain
from perspectieven.reading.text import iter_paragraphs, read_markdown, read_text


def test_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_bytes("Interviewer: Hoe gaat het?\r\n\r\nMoeder: Goed,\r\nhoor.\r\n".encode("cp1252"))
    assert [(u.label, u.text) for u in read_text(path).utterances] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed, hoor."),
    ]


def test_markdown(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.md"
    text = "# Gesprek\n\n**Moeder:** dat is *fijn*.\n\n> echt [waar](http://x.nl)\n\n**Vader**: ja"
    text = f"---\ntitel: Gesprek\n---\n{text}"
    path.write_text(text, encoding="utf-8")
    source = read_markdown(path)
    assert [(u.label, u.text) for u in source.utterances] == [("Moeder", "dat is fijn.\necht waar"), ("Vader", "ja")]
    assert source.unspoken == ("Gesprek",)


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("", []),
        ("# Kop #\n\ntekst\n====", ["Kop", "tekst"]),
        ("- een\n- **twee**\n  verder\n\n1. drie", ["een", "twee\nverder", "drie"]),
        ("> citaat\n> door", ["citaat\ndoor"]),
        ("een <b>dikke</b> ![foto van thuis](x.png) `code`", ["een dikke foto van thuis code"]),
        ("een<br>twee  \ndrie", ["een\ntwee\ndrie"]),
        ("<div>\n<p>in html</p>\n</div>", ["in html"]),
        ("<!-- opmerking -->", []),
        ("    vier spaties", ["vier spaties"]),
        ("```\nR1: ja\n```", ["R1: ja"]),
        ("| Spreker | Tekst |\n|---|---|\n| Moeder | ja |", ["Moeder: ja"]),
        ("caf\\*e &amp; thee ~~weg~~ &euml;", ["caf*e & thee weg ë"]),
        ("Noor {: .text-green-000} Hallo.", ["Noor Hallo."]),
        ("5 * 3 * 2 en a_b_c", ["5 * 3 * 2 en a_b_c"]),
        ("---\n\nna een streep", ["na een streep"]),
    ],
)
def test_markdown_as_plain_paragraphs(markdown: str, paragraphs: list[str]) -> None:
    assert [plain(paragraph) for paragraph in iter_paragraphs(markdown)] == paragraphs
