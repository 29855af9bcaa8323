"""Files that are too large, or made to harm: refused within bounds, and nothing beside them is opened."""

import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import SUFFIXES, read_source, source
from tests.reading.test_reading import as_eaf, as_opendocument, write

PARTS = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/worksheets/sheet1.xml"}
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "quadratic blowup": f'<!DOCTYPE x [<!ENTITY a9 "{"ha" * 9000}">]>',
    "external": '<!DOCTYPE x [<!ENTITY a9 SYSTEM "geheim.txt">]>',
    "external document type": '<!DOCTYPE x SYSTEM "geheim.dtd" [<!ENTITY a9 "">]>',
}
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u who="#Noor"><seg>Goed.</seg></u></body></text></TEI>'


def repack(path: Path, new: dict[str, bytes]) -> Path:
    """Give a zip file other contents, beside or in place of its own."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | new
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def declare(xml: bytes, doctype: str, *, before: bytes) -> bytes:
    """Put a document type in front of the root, and its entity before what is said."""
    head, mark, rest = xml.rpartition(b"?>")
    return head + mark + doctype.encode() + rest.replace(before, b"&a9;" + before, 1)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_that_is_too_large_is_refused_before_it_is_opened(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"groot{suffix}"
    most = 200 if suffix in {".docx", ".odt", ".xlsx", ".pdf", ".rtf"} else 20
    most = 50 if suffix in {".json", ".eaf", ".textgrid", ".xml"} else most
    with path.open("wb") as file:
        file.truncate(most * 1_000_000 + 1)
    with (
        patch.object(Path, "read_bytes", side_effect=AssertionError),
        pytest.raises(TranscriptError, match=f"{most} MB; at most {most} MB is read; split the file"),
    ):
        read_source(path)


@pytest.mark.parametrize("suffix", sorted(PARTS))
def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path, suffix: str) -> None:
    path = repack(write(tmp_path / f"bom{suffix}"), {PARTS[suffix]: bytes(source.LARGEST_MARKUP + 1_000_000)})
    with pytest.raises(TranscriptError, match=r"unpacks to 5[12] MB of text; at most 50 MB is read; split the file"):
        read_source(path)


@pytest.mark.parametrize("suffix", sorted(PARTS))
def test_a_zip_bomb_that_declares_less_than_it_holds_takes_no_memory(tmp_path: Path, suffix: str) -> None:
    path = repack(write(tmp_path / f"bom{suffix}"), {PARTS[suffix]: bytes(49_000_000)})
    true, false = (49_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    data = path.read_bytes()
    assert data.count(true) == 2
    path.write_bytes(data.replace(true, false))
    tracemalloc.start()
    with pytest.raises(TranscriptError, match=f"is not a sound {suffix} file"):
        read_source(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("suffix", sorted(PARTS))
def test_entries_that_cannot_fit_in_the_file_are_refused(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"vals{suffix}")
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(PARTS[suffix])
    data = path.read_bytes()
    at = data.rindex(PARTS[suffix].encode()) - 26
    assert data[at : at + 4] == entry.compress_size.to_bytes(4, "little")
    path.write_bytes(data[:at] + (2**31).to_bytes(4, "little") + data[at + 4 :])
    with pytest.raises(TranscriptError, match=f"is not a sound {suffix} file"):
        read_source(path)


@pytest.mark.parametrize("attack", sorted(DOCTYPES))
@pytest.mark.parametrize("suffix", [*sorted(PARTS), ".eaf", ".xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, suffix: str, attack: str, encoding: str) -> None:
    path = write(tmp_path / f"val{suffix}") if suffix != ".xml" else tmp_path / "val.xml"
    if suffix in PARTS:
        with zipfile.ZipFile(path) as archive:
            xml = archive.read(PARTS[suffix])
    else:
        xml = (as_eaf() if suffix == ".eaf" else TEI).encode()
    said = next(word for word in (b"Goed", b"Hoe", b'"s"') if word in xml) if suffix != ".xlsx" else b"</sheetData>"
    hostile = declare(xml, DOCTYPES[attack], before=said)
    if encoding == "utf-16":
        hostile = hostile.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    if suffix in PARTS:
        repack(path, {PARTS[suffix]: hostile})
    else:
        path.write_bytes(hostile)
    with pytest.raises(TranscriptError, match=r"declares (?:a document type|entities)") as caught:
        read_source(path)
    assert "geheim" not in str(caught.value)


WATCHED = """
import sys
from pathlib import Path
from perspectieven.errors import PerspectievenError
from perspectieven.reading import read_source

opened = []
points = ("open", "socket.connect", "socket.getaddrinfo")
sys.addaudithook(lambda event, what: event in points and opened.append(str(what)))
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read_source(path)
        print(path.name, "read")
    except PerspectievenError as error:
        print(path.name, error.faults[0].what.partition(";")[0])
print([what for what in opened if "geheim" in what or "127.0.0.1" in what])
"""


def test_what_a_file_points_to_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    folder = tmp_path / "bronnen"
    folder.mkdir()
    media = f'<HEADER MEDIA_FILE="{secret}"><MEDIA_DESCRIPTOR MEDIA_URL="file://{secret}"/></HEADER>'
    eaf = as_eaf().replace("<TIME_ORDER>", f"{media}<TIME_ORDER>")
    (folder / "a.eaf").write_text(eaf, encoding="utf-8")
    (folder / "b.xml").write_text(f'<!DOCTYPE TEI SYSTEM "http://127.0.0.1/geheim.dtd">{TEI}', encoding="utf-8")
    (folder / "c.xml").write_text(f'<?xml-stylesheet href="{secret}"?>{TEI}', encoding="utf-8")
    (folder / "d.md").write_text(f"Noor: ![plaat]({secret}) <img src='{secret}'>", encoding="utf-8")
    (folder / "e.rtf").write_text(
        rf'{{\rtf1 {{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt ja}}}}\par}}', encoding="ascii"
    )
    linked = f"<text:section><text:section-source xlink:href='{secret}'/></text:section></office:text>"
    content = as_opendocument(["Noor: ja"]).replace("</office:text>", linked)
    write(folder / "f.odt")
    content = content.replace("<office:document-content ", "<office:document-content xmlns:xlink='x' ")
    repack(folder / "f.odt", {"content.xml": content.encode(), "../geheim.txt": b"x", "/tmp/geheim.txt": b"x"})
    write(folder / "g.docx")
    with zipfile.ZipFile(folder / "g.docx") as archive:
        relations = archive.read("word/_rels/document.xml.rels")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    outside = f'<Relationship Id="rId99" Type="{kind}" Target="file://{secret}" TargetMode="External"/></Relationships>'
    new = relations.replace(b"</Relationships>", outside.encode())
    repack(folder / "g.docx", {"word/_rels/document.xml.rels": new, "../../geheim.txt": b"x"})
    done = subprocess.run([sys.executable, "-c", WATCHED, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        *("a.eaf read", "b.xml read", "c.xml read", "d.md read"),
        *("e.rtf read", "f.odt read", "g.docx read", "[]"),
    ]
    assert secret.read_text(encoding="utf-8") == "geheim"
