import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import opendocument
from perspectieven.reading.opendocument import read_odt
from perspectieven.reading.source import Source

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)
TALK = (
    "<text:h>Gesprek 3</text:h>"
    "<text:p>Interviewer: Hoe gaat het<text:note><text:note-body><text:p>voetnoot</text:p></text:note-body></text:note>"
    " thuis?</text:p>"
    "<text:p>Moeder: Goed. <text:span>Ook met de cli\u00ebnten\u00adraad.</text:span></text:p>"
)


def pack(body: str, *, manifest: str = "", before: str = "", kind: str = "text", name: str = "content.xml") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>{before}'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(name, content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return file.getvalue()


def read_bytes_as_odt(data: bytes, folder: Path) -> Source:
    path = folder / "gesprek.odt"
    path.write_bytes(data)
    return read_odt(path)


def read(body: str, folder: Path, *, before: str = "") -> Source:
    return read_bytes_as_odt(pack(body, before=before), folder)


def texts(body: str, folder: Path, *, before: str = "") -> list[str]:
    return [utterance.text for utterance in read(body, folder, before=before).utterances]


def test_labels_headings_notes_and_soft_hyphens(tmp_path: Path) -> None:
    source = read(TALK, tmp_path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het thuis?"),
        ("Moeder", "Goed. Ook met de cliëntenraad."),
    ]
    assert source.unspoken == ("Gesprek 3",)


BOLD = (
    "<office:automatic-styles>"
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:parent-style-name="T1">'
    '<style:text-properties fo:font-weight="normal"/></style:style>'
    "</office:automatic-styles>"
)


@pytest.mark.parametrize(
    "label",
    [
        "<text:p><text:span text:style-name='T1'>%s</text:span></text:p>",
        "<text:p><text:span text:style-name='T2'>%s</text:span></text:p>",
        "<text:p><text:span text:style-name='Strong_20_Emphasis'>%s</text:span></text:p>",
        "<text:p text:style-name='T1'>%s</text:p>",
        "<text:h>%s</text:h>",
    ],
)
def test_labels_that_are_set_apart_need_no_colon(label: str, tmp_path: Path) -> None:
    talk = (("Noor", "Hoe gaat het?"), ("Sanne", "Goed."), ("Noor", "En thuis?"), ("Sanne", "Ook."))
    body = "".join(f"{label % name}<text:p>{text}</text:p>" for name, text in talk)
    assert [(u.label, u.text) for u in read(body, tmp_path, before=BOLD).utterances] == list(talk)


def test_questions_in_bold_and_answers_that_are_not(tmp_path: Path) -> None:
    body = "".join(
        f"<text:p text:style-name='T1'>{question}</text:p>"
        f"<text:p text:style-name='T1'><text:span text:style-name='T3'>{answer}</text:span></text:p>"
        for question, answer in (("Wie ben je?", "Een leraar."), ("Wat helpt er?", "Rust."))
    )
    assert [u.label for u in read(body, tmp_path, before=BOLD).utterances] == ["vragensteller", "document"] * 2


def test_spaces_tabs_and_line_breaks(tmp_path: Path) -> None:
    body = (
        "<text:p>Noor de Wit<text:s text:c='3'/>0:05<text:line-break/>Hoe\n   gaat het?</text:p>"
        "<text:p>Sanne Bakker<text:s text:c='3'/>0:09<text:line-break/>Goed<text:tab/>hoor.</text:p>"
        f"<text:p>Noor de Wit<text:s text:c='{'9' * 5000}'/>1:00:12<text:line-break/>"
        "Fijn<text:s text:c='x'/>zo.</text:p>"
    )
    assert [(u.label, u.text, u.start_s) for u in read(body, tmp_path).utterances] == [
        ("Noor de Wit", "Hoe gaat het?", 5.0),
        ("Sanne Bakker", "Goed hoor.", 9.0),
        ("Noor de Wit", "Fijn zo.", 3612.0),
    ]


def test_white_space_of_the_file_does_not_glue_or_part_words(tmp_path: Path) -> None:
    body = "<text:p>\n  Wij <text:span> samen</text:span><text:span>werken</text:span>\n</text:p>"
    assert texts(body, tmp_path) == ["Wij samenwerken"]
    wrapped = "<text:p>Moeder: Hij zei:\nInterviewer: u kent het.</text:p><text:p>Interviewer: Ja.</text:p>"
    assert [u.label for u in read(wrapped, tmp_path).utterances] == ["Moeder", "Interviewer"]


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Het is <text:change/><text:change-start/>echt <text:change-end/>druk.</text:p>"
    )
    assert texts(body, tmp_path) == ["Het is echt druk."]


def test_annotations_page_numbers_and_descriptions_are_left_out_and_other_fields_kept(tmp_path: Path) -> None:
    body = (
        "<text:p>Bladzijde <text:page-number>3</text:page-number>van<text:page-count> 9</text:page-count> op"
        "<office:annotation><text:p>opmerking</text:p></office:annotation> <text:date>4 maart</text:date>"
        "<draw:frame><svg:desc>een foto</svg:desc></draw:frame>.</text:p>"
    )
    assert texts(body, tmp_path) == ["Bladzijde van op 4 maart."]


def test_hidden_text_and_sections_are_left_out(tmp_path: Path) -> None:
    before = (
        "<office:automatic-styles><style:style style:name='T1'><style:text-properties text:display='none'/>"
        "</style:style><style:style style:name='T2'><style:text-properties/></style:style></office:automatic-styles>"
    )
    body = (
        "<text:p>Te<text:span text:style-name='T1'> geheim</text:span><text:span text:style-name='T2'> zien</text:span>"
        "</text:p><text:section text:display='none'><text:p>ook niet</text:p></text:section>"
        "<text:section><text:p>wel</text:p></text:section>"
    )
    assert texts(body, tmp_path, before=before) == ["Te zien", "wel"]


def test_lists_and_text_boxes(tmp_path: Path) -> None:
    body = (
        "<text:list><text:list-item><text:number>1.</text:number><text:p>rust</text:p><text:list><text:list-item>"
        "<text:p>thuis</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<text:p>Om<draw:frame><draw:text-box><text:p>in een kader</text:p></draw:text-box></draw:frame>heen</text:p>"
    )
    assert texts(body, tmp_path) == ["rust", "thuis", "Omheen", "in een kader"]


def row(*cells: str) -> str:
    inside = "".join(
        f"<table:table-cell>{''.join(f'<text:p>{text}</text:p>' for text in cell.split('|'))}</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


def test_a_table_of_speakers(tmp_path: Path) -> None:
    rows = row("Interviewer", "Hoe gaat het?") + row("Moeder:", "Goed.|Echt.") + row("", "Heus.")
    heading = f"<table:table-header-rows>{row('Spreker', 'Tekst')}</table:table-header-rows>"
    source = read(f"<table:table><table:table-column/>{heading}{rows}</table:table>", tmp_path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed.\nEcht.\nHeus."),
    ]


def test_another_table_row_by_row_and_a_table_in_a_cell(tmp_path: Path) -> None:
    inner = f"<table:table>{row('Slapen', 'goed')}{row('Eten', 'ook')}</table:table>"
    outer = f"<table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
    assert texts(f"<table:table>{row('Vraag', 'Antwoord', 'Cijfer')}{outer}</table:table>", tmp_path) == [
        "Vraag Antwoord Cijfer",
        "Slapen goed",
        "Eten ook",
    ]


def test_a_wide_gap_does_not_slow_the_search_for_labels(tmp_path: Path) -> None:
    assert texts("<text:p>A" + "<text:s/>" * 5000 + "b</text:p>", tmp_path) == ["A b"]


def test_no_text_gives_no_utterances(tmp_path: Path) -> None:
    assert read("<text:p/>", tmp_path).utterances == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pack(TALK, manifest="<file-entry><encryption-data/></file-entry>"), "has a password; open it in LibreOffice"),
        (pack("", manifest="<encryption-data/>", name="encrypted-package"), "has a password; open it in LibreOffice"),
        (pack("", kind="spreadsheet"), "holds no text document but, for instance, a spreadsheet"),
        (pack("", name="inhoud.xml"), "is not a sound .odt file; open it in LibreOffice and save it again"),
        (pack(TALK)[:200], "is not a sound .odt file"),
        (pack("<text:p>geheim"), "line 1: is not sound XML from here; open it in LibreOffice and save it again"),
        (pack("<text:p>" * 200 + "</text:p>" * 200), "has more than 150 elements inside each other"),
        (b"geheim", "is not a sound .odt file"),
        (b"", "empty file"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        read_bytes_as_odt(data, tmp_path)
    assert "geheim" not in str(caught.value)


def test_a_password_on_the_zip_file_itself(tmp_path: Path) -> None:
    data = bytearray(pack(TALK))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    with pytest.raises(TranscriptError, match="has a password; save it without one"):
        read_bytes_as_odt(bytes(data), tmp_path)


def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opendocument, "LARGEST_CONTENT", 100)
    with pytest.raises(TranscriptError, match="holds 0 MB of text; at most 0 MB is read; split it"):
        read(TALK, tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 5000), new=st.binary(max_size=6), n_old=st.integers(0, 40))
def test_damage_is_read_or_refused(tmp_path: Path, at: int, new: bytes, n_old: int) -> None:
    data = pack(TALK + f"<table:table>{row('a', 'b')}</table:table>")
    at %= len(data)
    try:
        read_bytes_as_odt(data[:at] + new + data[at + n_old :], tmp_path)
    except TranscriptError as error:
        assert "gesprek.odt" in str(error)
