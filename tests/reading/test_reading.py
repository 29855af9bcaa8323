import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import SUFFIXES, Columns, read_source, read_transcript
from perspectieven.transcript import DOCUMENT

SPOKEN = [("Interviewer", "Hoe gaat het?"), ("Moeder", "Goed, met de cliënt."), ("Interviewer", "Fijn.")]


def write(path: Path) -> Path:
    lines = [f"{label}: {text}" for label, text in SPOKEN]
    if path.suffix == ".docx":
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))
    elif path.suffix == ".xlsx":
        workbook = openpyxl.Workbook()
        for row in [("speaker", "text"), *SPOKEN]:
            workbook.active.append(row)
        workbook.save(path)
    elif path.suffix == ".csv":
        rows = "\n".join(f'{label},"{text}"' for label, text in SPOKEN)
        path.write_text(f"speaker,text\n{rows}\n", encoding="utf-8")
    elif path.suffix in (".vtt", ".srt"):
        cues = [f"{n}\n00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{line}\n" for n, line in enumerate(lines, start=1)]
        text = "\n".join(cues)
        path.write_text(
            f"WEBVTT\n\n{text}" if path.suffix == ".vtt" else text.replace(".000", ",000"), encoding="utf-8"
        )
    elif path.suffix == ".sbv":
        cues = [f"0:00:0{n}.000,0:00:0{n + 1}.000\n{line}\n" for n, line in enumerate(lines, start=1)]
        path.write_text("\n".join(cues), encoding="utf-8")
    elif path.suffix == ".json":
        segments = [
            {"start": n, "end": n + 1, "text": text, "speaker": label}
            for n, (label, text) in enumerate(SPOKEN, start=1)
        ]
        path.write_text(json.dumps({"segments": segments}), encoding="utf-8")
    elif path.suffix == ".odt":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("content.xml", as_opendocument(lines))
    elif path.suffix == ".rtf":
        text = r"\par ".join(lines).replace("\u00eb", r"\'eb")
        path.write_text(rf"{{\rtf1\ansi\ansicpg1252 {text}\par}}", encoding="ascii")
    elif path.suffix in (".eaf", ".textgrid"):
        path.write_text(as_eaf() if path.suffix == ".eaf" else as_textgrid(), encoding="utf-8")
    else:
        path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def as_opendocument(lines: list[str]) -> str:
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    body = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
    return f"<office:document-content {names}>{body}</office:document-content>"


def as_eaf() -> str:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{n}" TIME_VALUE="{n}000"/>' for n in range(4))
    tiers = "".join(
        f'<TIER TIER_ID="{who}" PARTICIPANT="{who}" LINGUISTIC_TYPE_REF="utt">'
        + "".join(
            f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{n}" TIME_SLOT_REF1="t{n}" TIME_SLOT_REF2="t{n + 1}">'
            f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
            for n, (label, text) in enumerate(SPOKEN)
            if label == who
        )
        + "</TIER>"
        for who in ("Interviewer", "Moeder")
    )
    kind = '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="utt" TIME_ALIGNABLE="true"/>'
    return f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>{tiers}{kind}</ANNOTATION_DOCUMENT>"


def as_textgrid() -> str:
    tiers = []
    for who in ("Interviewer", "Moeder"):
        cells = "\n".join(f'{n}\n{n + 1}\n"{text if label == who else ""}"' for n, (label, text) in enumerate(SPOKEN))
        tiers.append(f'"IntervalTier"\n"{who}"\n0\n3\n3\n{cells}')
    return '"ooTextFile"\n"TextGrid"\n0\n3\n<exists>\n2\n' + "\n".join(tiers) + "\n"


NAMED_OTHERWISE = {".pdf", ".cha", ".xml"}
"""Printed pages and proceedings have tests of their own, and CHAT names speakers by codes."""


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - NAMED_OTHERWISE))
def test_the_same_conversation_in_every_format(tmp_path: Path, suffix: str) -> None:
    transcript = read_transcript(write(tmp_path / f"gesprek-01{suffix}"))
    assert transcript.id == "gesprek-01"
    assert [(turn.label, turn.text) for turn in transcript.turns] == SPOKEN
    assert [turn.speaker for turn in transcript.turns] == [None] * 3


def test_the_endings() -> None:
    written = {".txt", ".md", ".docx", ".odt", ".rtf", ".pdf", ".csv", ".xlsx", ".xml"}
    heard = {".vtt", ".srt", ".sbv", ".json", ".eaf", ".textgrid", ".cha"}
    assert written | heard == SUFFIXES


def test_an_ending_in_capitals_and_an_id_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "GESPREK.TXT"
    path.write_text("Er is gesproken.", encoding="utf-8")
    transcript = read_transcript(path, transcript_id="g1")
    assert (transcript.id, transcript.labels) == ("g1", (DOCUMENT,))


def test_columns_go_to_the_table_readers(tmp_path: Path) -> None:
    path = tmp_path / "enquete.csv"
    path.write_text("wie,een,twee\nN1,rust,ruimte\n", encoding="utf-8")
    assert read_transcript(path, columns=Columns(text=("een", "twee"), speaker="wie")).labels == ("N1",)


def test_unspoken_text_stays_beside_the_transcript(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_text("Gesprek 3\n\nNoor: Hoi.\n\nSanne: Dag.\n\nNoor: Ja.", encoding="utf-8")
    assert read_source(path).unspoken == ("Gesprek 3",)


@pytest.mark.parametrize("name", ["gesprek.mp3", "gesprek.doc", "gesprek"])
def test_an_ending_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(TranscriptError, match=rf"readable are {', '.join(sorted(SUFFIXES))}; save it as one"):
        read_transcript(tmp_path / name)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_file_with_only_white_space(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"leeg{suffix}"
    path.write_text(" \n\n\t\n", encoding="utf-8")
    with pytest.raises(TranscriptError, match="no text in it; a transcript has at least one utterance"):
        read_transcript(path)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_that_is_not_there(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(TranscriptError, match=f"weg{suffix}: 1 fault\n  cannot be opened"):
        read_transcript(tmp_path / f"weg{suffix}")


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"heel{suffix}") if suffix != ".pdf" else tmp_path / "heel.pdf"
    whole = (
        path.read_bytes()
        if path.exists()
        else b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>"
    )
    broken = tmp_path / f"kapot{suffix}"
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        for damaged in (whole[:at], whole[:at] + b"\x00\xff" + whole[at + 2 :], whole[:at] + whole[at + 7 :]):
            broken.write_bytes(damaged)
            try:
                assert read_transcript(broken).turns
            except TranscriptError as error:
                assert str(error).startswith(f"kapot{suffix}: ")
