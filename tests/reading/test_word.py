import copy
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from perspectieven.errors import TranscriptError
from perspectieven.reading.source import Source
from perspectieven.reading.word import read_word

W = nsdecls("w")


def read(document: docx.document.Document, folder: Path) -> Source:
    path = folder / "gesprek.docx"
    document.save(str(path))
    return read_word(path)


def texts(source: Source) -> list[str]:
    return [utterance.text for utterance in source.utterances]


def test_labels_in_bold_and_on_one_paragraph_each(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Gesprek 3")
    for label, text in (("Interviewer", "Hoe gaat het?"), ("Moeder", "Goed."), ("", "En thuis ook.")):
        paragraph = document.add_paragraph()
        if label:
            paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f" {text}")
    source = read(document, tmp_path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed.\nEn thuis ook."),
    ]
    assert source.unspoken == ("Gesprek 3",)


def test_teams_layout_with_line_breaks(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Noor de Wit   0:05\nHoe gaat het?")
    document.add_paragraph("Sanne Bakker   0:09\nGoed.")
    document.add_paragraph("Noor de Wit   1:00:12\nFijn.")
    assert [(u.label, u.text, u.start_s) for u in read(document, tmp_path).utterances] == [
        ("Noor de Wit", "Hoe gaat het?", 5.0),
        ("Sanne Bakker", "Goed.", 9.0),
        ("Noor de Wit", "Fijn.", 3612.0),
    ]


@pytest.mark.parametrize("heading", [True, False])
def test_a_table_of_speakers(tmp_path: Path, *, heading: bool) -> None:
    document = docx.Document()
    rows = [("Interviewer", "Hoe gaat het?"), ("Moeder:", "Goed."), ("", "En thuis ook."), ("Interviewer", "Fijn.")]
    if heading:
        rows.insert(0, ("Spreker", "Tekst"))
    table = document.add_table(len(rows), 2)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert [(u.label, u.text) for u in read(document, tmp_path).utterances] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed.\nEn thuis ook."),
        ("Interviewer", "Fijn."),
    ]


def test_a_table_with_times(tmp_path: Path) -> None:
    document = docx.Document()
    rows = [
        ("Tijd", "Spreker", "Tekst"),
        ("0:05", "Noor", "Hoi."),
        ("[0:09]", "Sanne", "Dag."),
        ("0:11", "Noor", "Ja."),
    ]
    table = document.add_table(len(rows), 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert [(u.label, u.start_s) for u in read(document, tmp_path).utterances] == [
        ("Noor", 5.0),
        ("Sanne", 9.0),
        ("Noor", 11.0),
    ]


def test_other_tables_stay_in_reading_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Voor de tabel.")
    table = document.add_table(2, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"cel {number}"
    table.cell(1, 0).merge(table.cell(1, 1))
    table.cell(0, 2).add_table(1, 1).cell(0, 0).text = "genest"
    document.add_paragraph("Na de tabel.")
    assert texts(read(document, tmp_path)) == [
        "Voor de tabel.",
        "cel 0",
        "cel 1",
        "cel 2",
        "genest",
        "cel 3",
        "cel 4",
        "cel 5",
        "Na de tabel.",
    ]


def test_what_is_left_out_and_what_is_kept(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "KOPTEKST"
    document.sections[0].footer.paragraphs[0].text = "VOETTEKST"
    paragraph = document.add_paragraph("Begin")
    document.add_comment(paragraph.runs, text="OPMERKING", author="Noor", initials="N")
    for inner in (
        '<w:ins w:id="1" w:author="x" {W}><w:r><w:t xml:space="preserve"> erbij</w:t></w:r></w:ins>',
        '<w:del w:id="2" w:author="x" {W}><w:r><w:delText>WEG</w:delText><w:t>WEG</w:t></w:r></w:del>',
        '<w:moveFrom w:id="3" w:author="x" {W}><w:r><w:t>WEG</w:t></w:r></w:moveFrom>',
        '<w:hyperlink {W}><w:r><w:t xml:space="preserve"> link</w:t></w:r></w:hyperlink>',
        '<w:sdt {W}><w:sdtContent><w:r><w:t xml:space="preserve"> veld</w:t></w:r></w:sdtContent></w:sdt>',
        "<w:r {W}><w:instrText> PAGEREF _1 </w:instrText></w:r>",
        "<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>VERBORGEN</w:t></w:r>",
        "<w:r {W}><w:t xml:space='preserve"
        "'> GGZ</w:t><w:noBreakHyphen/><w:t>hulp</w:t><w:tab/><w:t>ge</w:t><w:softHyphen/><w:t>woon</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(inner.replace("{W}", W)))
    assert texts(read(document, tmp_path)) == ["Begin erbij link veld GGZ-hulp gewoon"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Bij de tekst.")
    box = "<w:txbxContent><w:p><w:r><w:t>In het kader.</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    paragraph._p.append(parse_xml(f"<w:r {W} {mc}>{drawn}</w:r>"))
    assert texts(read(document, tmp_path)) == ["Bij de tekst.", "In het kader."]


def test_no_paragraphs_is_an_empty_source(tmp_path: Path) -> None:
    assert read(docx.Document(), tmp_path) == Source(())


def test_an_old_or_protected_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "oud.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    with pytest.raises(
        TranscriptError, match=r"has a password or is an old Word file; save it without a password as .docx"
    ):
        read_word(path)


@pytest.mark.parametrize("content", [b"geen zip", b"PK\x03\x04 bijna"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kapot.docx"
    path.write_bytes(content)
    with pytest.raises(TranscriptError, match=r"is not a sound .docx file; open it in Word and save it again"):
        read_word(path)


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("content", [None, b"", b"<geen xml", b"<x/>"])
def test_a_file_with_a_damaged_part_is_refused(tmp_path: Path, part: str, content: bytes | None) -> None:
    whole, broken = tmp_path / "heel.docx", tmp_path / "kapot.docx"
    document = docx.Document()
    document.add_paragraph("tekst")
    document.save(str(whole))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(copy.copy(source.getinfo(name)), source.read(name))
            elif content is not None:
                target.writestr(name, content)
    try:
        assert read_word(broken).utterances == ()
    except TranscriptError as error:
        assert "is not a sound .docx file" in str(error)


def test_labels_in_bold_or_in_headings_need_no_colon(tmp_path: Path) -> None:
    talk = (("Noor", "Hoe gaat het?"), ("Sanne", "Goed."), ("Noor", "En thuis?"), ("Sanne", "Ook."))
    for layout in ("bold", "heading", "style"):
        document = docx.Document()
        document.styles.add_style("Spreker", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
        for label, text in talk:
            if layout == "heading":
                document.add_heading(label, level=2)
            elif layout == "style":
                document.add_paragraph(label, style="Spreker")
            else:
                document.add_paragraph().add_run(label).bold = True
            document.add_paragraph(text)
        assert [(u.label, u.text) for u in read(document, tmp_path).utterances] == list(talk)


def test_a_run_that_is_not_bold_in_a_bold_style_is_not_set_apart(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("Vet", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
    for question, answer in (("Wie ben je?", "Een leraar."), ("Wat helpt er?", "Rust.")):
        document.add_paragraph(question, style="Vet")
        document.add_paragraph(style="Vet").add_run(answer).bold = False
    source = read(document, tmp_path)
    assert [u.label for u in source.utterances] == ["vragensteller", "document"] * 2
    assert "2 questions, told by their layout" in str(source.remarks[0])


def test_teams_layout_with_a_picture_and_a_bold_name_per_paragraph(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    document = docx.Document()
    for line in ("Overleg-20240110_090000-Opname van vergadering", "10 januari 2024, 8:00 AM", "32m 5s"):
        document.add_paragraph(line)
    document.add_paragraph("Noor de Wit heeft de transcriptie gestart")
    for name, time, text in (
        ("Noor de Wit", "0:03", "Hoe gaat het?\nVertel eens."),
        ("Sanne Bakker", "0:09", "Goed."),
        ("Noor de Wit", "1:00:12", "Fijn."),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run().add_picture(picture)
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"   {time}\n{text}")
    document.add_paragraph("Het is mooi geweest.")
    document.add_paragraph("Noor de Wit heeft de transcriptie gestopt")
    source = read(document, tmp_path)
    assert [(u.label, u.text, u.start_s) for u in source.utterances] == [
        ("Noor de Wit", "Hoe gaat het? Vertel eens.", 3.0),
        ("Sanne Bakker", "Goed.", 9.0),
        ("Noor de Wit", "Fijn.\nHet is mooi geweest.", 3612.0),
    ]
    assert source.unspoken[-2:] == (
        "Noor de Wit heeft de transcriptie gestart",
        "Noor de Wit heeft de transcriptie gestopt",
    )


def test_teams_layout_of_before_with_begin_and_end(tmp_path: Path) -> None:
    document = docx.Document()
    for time, name, text in (
        ("0:0:0.0 --> 0:0:3.2", "Noor de Wit", "Hoe gaat het?"),
        ("0:0:3.2 --> 0:0:5.0", "Sanne Bakker", "Goed."),
        ("0:0:5.0 --> 0:1:0.5", "Noor de Wit", "Fijn."),
    ):
        document.add_paragraph(f"{time}\n{name}\n{text}")
    assert [(u.label, u.text, u.start_s, u.end_s) for u in read(document, tmp_path).utterances] == [
        ("Noor de Wit", "Hoe gaat het?", 0.0, 3.2),
        ("Sanne Bakker", "Goed.", 3.2, 5.0),
        ("Noor de Wit", "Fijn.", 5.0, 60.5),
    ]


def test_transcribing_in_word_online(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Audiobestand")
    document.add_paragraph("gesprek.wav")
    document.add_heading("Transcript")
    for time, name, text in (("00:00:01", "Spreker 1", "Hoe gaat het?"), ("00:00:05", "Spreker 2", "Goed.")):
        document.add_paragraph(f"{time} {name}")
        document.add_paragraph(text)
    source = read(document, tmp_path)
    assert [(u.label, u.start_s) for u in source.utterances] == [("Spreker 1", 1.0), ("Spreker 2", 5.0)]
    assert source.unspoken == ("Audiobestand", "gesprek.wav", "Transcript")


def test_footnotes_and_endnotes_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Moeder: Dat is gewoon")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph._p.append(parse_xml(f'<w:r {W}><w:endnoteReference w:id="2"/></w:r>'))
    paragraph.add_run(" zo.")
    assert texts(read(document, tmp_path)) == ["Dat is gewoon zo."]
