"""Whatever the format, what is read is what was said: every word once, in its order, and nothing else."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.reading import Source, read_source
from perspectieven.reading.text import read_markdown, read_text

Talk = list[tuple[str, list[str]]]
WORD = st.from_regex(r"[A-Z]?[a-zëé]{2,9}(?:-[a-z]{2,5})?[,.?!]?", fullmatch=True)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=25).map(" ".join)
TURN = st.tuples(st.sampled_from(["Interviewer", "Moeder", "R1"]), st.lists(PARAGRAPH, min_size=1, max_size=3))
TALKS = st.lists(TURN, min_size=2, max_size=7)


def write_text(talk: Talk, path: Path) -> None:
    path.write_text("\n\n".join(f"{label}: " + "\n\n".join(said) for label, said in talk), encoding="utf-8")


def write_bold(talk: Talk, path: Path) -> None:
    path.write_text("\n\n".join(f"**{label}:** " + "\n\n".join(said) for label, said in talk), encoding="utf-8")


def write_word(talk: Talk, path: Path) -> None:
    document = docx.Document()
    for label, (first, *others) in talk:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f" {first}")
        for text in others:
            document.add_paragraph(text)
    document.save(str(path))


def write_word_table(talk: Talk, path: Path) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Spreker", "Tekst"
    for label, said in talk:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, "\n".join(said)
    document.save(str(path))


def write_odt(talk: Talk, path: Path) -> None:
    kinds = ("office", "text")
    names = " ".join(f'xmlns:{kind}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"' for kind in kinds)
    lines = [text for label, (first, *others) in talk for text in (f"{label}: {first}", *others)]
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    with zipfile.ZipFile(path, "w") as archive:
        content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"{content}</office:document-content>")


def write_csv(talk: Talk, path: Path) -> None:
    table = io.StringIO()
    csv.writer(table).writerows([("speaker", "text"), *((label, "\n".join(said)) for label, said in talk)])
    path.write_text(table.getvalue(), encoding="utf-8")


def write_workbook(talk: Talk, path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in [("speaker", "text"), *((label, "\n".join(said)) for label, said in talk)]:
        workbook.active.append(row)
    workbook.save(path)


WRITERS: dict[str, tuple[str, Callable[[Talk, Path], None]]] = {
    "text": ("gesprek.txt", write_text),
    "markdown": ("gesprek.md", write_bold),
    "word": ("gesprek.docx", write_word),
    "word table": ("gesprek.docx", write_word_table),
    "odt": ("gesprek.odt", write_odt),
    "csv": ("gesprek.csv", write_csv),
    "workbook": ("gesprek.xlsx", write_workbook),
}


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(talk=TALKS)
def test_every_word_is_there_once_and_under_its_speaker(kind: str, talk: Talk, tmp_path: Path) -> None:
    name, write = WRITERS[kind]
    write(talk, tmp_path / name)
    source = read_source(tmp_path / name)
    assert [(u.label, u.text.split()) for u in source.utterances] == [
        (label, " ".join(said).split()) for label, said in talk
    ]
    assert source.unspoken == ()


LINE = st.one_of(
    PARAGRAPH,
    st.tuples(st.sampled_from(["Noor", "Moeder", "Let op", "Vraag 1", "Datum"]), PARAGRAPH).map(": ".join),
    st.tuples(st.sampled_from(["Noor", "Moeder", "INT"]), st.sampled_from(["0:03", "(00:01:09)"])).map("  ".join),
    st.sampled_from(
        ["# Kop", "**Noor**", "**Wie ben je?**", "> geciteerd", "1. Wat nu?", "Vraag 1", "Antwoord", "- rust"]
    ),
)


@pytest.mark.parametrize("read", [read_text, read_markdown])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINE, min_size=1, max_size=12))
def test_the_words_of_every_turn_stand_in_the_source_in_that_order(
    read: Callable[[Path], Source], lines: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "gesprek"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    source = read(path)
    written = find_words("\n".join(lines))
    at = 0
    for word in (word for said in source.utterances for word in find_words(said.text)):
        assert word in written[at:]
        at = written.index(word, at) + 1
    kept = [word for said in source.utterances for word in find_words(said.text)]
    kept += [word for text in source.unspoken for word in find_words(text)]
    assert set(written) - set(kept) <= {"Noor", "Moeder", "INT", "Let", "op", "Vraag", "Antwoord", "Datum"}
    assert all(kept.count(word) <= written.count(word) for word in kept)


def find_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)
