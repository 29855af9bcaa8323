"""The report on paper: what Word and a PDF reader find in it is what the page has, and no more."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import Image

from perspectieven.reports import Report
from perspectieven.reports.blocks import Grid, Heading, Paragraph, Picture, Saying
from perspectieven.reports.document import MOST_QUOTES, describe_document
from perspectieven.reports.pdf_file import write_pdf
from perspectieven.reports.view import Number
from perspectieven.reports.word_file import write_docx
from tests.reports.samples import make_report, read_page, small_report, tables, write_figure

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 500"/>'
CSV = "perspective,theme,speaker,n_coded\r\nouders,ERB,spk-o1,4\r\nbeleid,ERB,spk-b1,7\r\n"


@pytest.fixture
def report(tmp_path: Path) -> Report:
    figure = write_figure(tmp_path, svg=SVG, csv=CSV)
    Image.new("RGB", (40, 30), "white").save(figure.paper_path)
    return small_report(figures=(figure,))


@pytest.fixture
def word(report: Report, tmp_path: Path) -> Path:
    return write_docx(describe_document(report), tmp_path / "verslag.docx")


@pytest.fixture
def pdf(report: Report, tmp_path: Path) -> Path:
    return write_pdf(describe_document(report), tmp_path / "verslag.pdf")


def text_of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def test_the_document_has_the_quotes_of_the_page_and_every_number_leads_somewhere(report: Report) -> None:
    document = describe_document(report)
    said = ["".join(s.text for s in b.quote.segments) for b in document.blocks if isinstance(b, Saying)]
    shelves = read_page(report).one("themas").all("li", **{"class": "citaat"})
    assert len(said) == len(shelves) == 5
    numbers = [n for b in document.blocks if isinstance(b, Grid) for row in b.rows for n in row]
    targets = {number.target for number in numbers if number.target}
    assert len(targets) > 10
    assert targets <= document.targets


def test_the_same_report_gives_the_same_files(report: Report, word: Path, pdf: Path, tmp_path: Path) -> None:
    document = describe_document(report)
    assert word.read_bytes() == write_docx(document, tmp_path / "nog_eens.docx").read_bytes()
    assert pdf.read_bytes() == write_pdf(document, tmp_path / "nog_eens.pdf").read_bytes()
    assert {part.date_time for part in zipfile.ZipFile(word).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_finds_headings_tables_captions_quotes_and_contents(report: Report, word: Path) -> None:
    opened = docx.Document(str(word))
    blocks = describe_document(report).blocks
    for level in range(1, 6):
        expected = [b.text for b in blocks if isinstance(b, Heading) and b.level == level]
        assert [p.text for p in opened.paragraphs if p.style.name == f"Heading {level}"] == expected
        assert expected
    grids = [b for b in blocks if isinstance(b, Grid)]
    assert len(opened.tables) == len(grids)
    for table, grid in zip(opened.tables, grids, strict=True):
        assert [cell.text for cell in table.rows[0].cells] == list(grid.header)
        assert len(table.rows) == len(grid.rows) + 1
        assert len(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) == 1
    quotes = [p for p in opened.paragraphs if p.style.name == "Quote"]
    assert len(quotes) == 5
    marked = {run.text for quote in quotes for run in quote.runs if run.style.name == "Mark"}
    assert {"hoort", "bij", "fase", "zorgen"} == marked
    fields = [f.get(qn("w:instr")).split() for f in opened.element.body.iter(qn("w:fldSimple"))]
    assert fields.count(["SEQ", "Figuur", "\\*", "ARABIC"]) == 1
    assert fields.count(["SEQ", "Tabel", "\\*", "ARABIC"]) == len(grids)
    assert any("TOC" in (i.text or "") for i in opened.element.body.iter(qn("w:instrText")))


def test_word_has_links_that_arrive_a_language_and_a_text_for_each_picture(report: Report, word: Path) -> None:
    opened = docx.Document(str(word))
    names = {b.get(qn("w:name")) for b in opened.element.body.iter(qn("w:bookmarkStart"))}
    anchors = {link.get(qn("w:anchor")) for link in opened.element.body.iter(qn("w:hyperlink"))}
    assert len(anchors) > 10
    assert anchors <= names
    assert all(len(name) <= 40 for name in names)
    (picture,) = list(opened.element.body.iter(qn("wp:docPr")))
    assert picture.get("descr") == "Twee staven"
    assert {lang.get(qn("w:val")) for lang in opened.styles.element.iter(qn("w:lang"))} == {"nl-NL"}


def test_the_properties_name_nobody_and_no_moment(word: Path, pdf: Path) -> None:
    properties = zipfile.ZipFile(word).read("docProps/core.xml").decode()
    assert "Een &lt;klein&gt; onderzoek" in properties
    for name in ("creator", "lastModifiedBy", "created", "modified"):
        assert name not in properties
    with pypdfium2.PdfDocument(pdf) as opened:
        about = opened.get_metadata_dict(skip_empty=True)
    assert about["Title"] == "Een <klein> onderzoek"
    assert about["CreationDate"].startswith("D:20000101")
    assert "Author" not in about


def test_a_pdf_reader_finds_bookmarks_numbers_and_quotes(report: Report, pdf: Path) -> None:
    with pypdfium2.PdfDocument(pdf) as opened:
        bookmarks = [bookmark.get_title() for bookmark in opened.get_toc()]
    expected = [b.text for b in describe_document(report).blocks if isinstance(b, Heading) and b.level <= 3]
    assert bookmarks == expected
    text = text_of_pdf(pdf)
    assert "Dat hoort er toch bij." in text.replace("\r\n", " ")
    assert "te weinig sprekers (n < 3)" in text.replace("\r\n", " ")
    raw = pdf.read_bytes()
    assert b"/Alt" in raw
    assert b"/Lang (nl-NL)" in raw
    assert raw.count(b"/FontFile2") >= 2


def test_a_pdf_has_contents_that_lead_to_their_pages(report: Report, pdf: Path) -> None:
    headings = [b.text for b in describe_document(report).blocks if isinstance(b, Heading) and b.level <= 2]
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in opened]
    contents = " ".join(pages[0].partition("Inhoud")[2].split())
    found = re.search("".join(f" {re.escape(name)} ([0-9]+)" for name in headings), contents)
    assert found, contents
    told = list(zip(headings, map(int, found.groups()), strict=True))
    assert all(name in pages[number - 1] for name, number in told)
    assert len({number for _, number in told}) > 1


def test_the_notice_stands_before_all_else(report: Report, tmp_path: Path) -> None:
    notice = "Alles is verzonnen. Geen uitkomst."
    document = describe_document(replace(report, notice=notice))
    opened = docx.Document(str(write_docx(document, tmp_path / "v.docx")))
    assert [paragraph.text for paragraph in opened.paragraphs[:2]] == [report.title, notice]
    with pypdfium2.PdfDocument(write_pdf(document, tmp_path / "v.pdf")) as made:
        assert made[0].get_textpage().get_text_range().splitlines()[:2] == [report.title, notice]


def test_nobody_can_be_traced_on_paper(report: Report, word: Path, pdf: Path) -> None:
    with zipfile.ZipFile(word) as parts:
        in_word = "\n".join(parts.read(n).decode("utf-8", "replace") for n in parts.namelist() if n.endswith(".xml"))
    in_pdf = text_of_pdf(pdf)
    traces = {*report.turns["speaker"], *report.turns["transcript_id"], *report.codings["coding_id"]}
    for trace in {*traces, "geslagen", "Niemand had", "Beleid zonder"}:
        assert trace not in in_word
        assert trace not in in_pdf


def test_a_table_that_is_too_large_for_paper_is_told(tmp_path: Path) -> None:
    wide = write_figure(tmp_path, svg=SVG, csv=",".join(f"k{at}" for at in range(9)) + "\r\n" + "1," * 8 + "1\r\n")
    blocks = describe_document(small_report(figures=(wide,))).blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Picture))
    assert blocks[at + 1].texts == (
        "De tabel bij deze figuur is te groot voor papier en staat hier niet. Zij staat in het verslag als webpagina, "
        "en als CSV naast de figuur.",
    )  # type: ignore[union-attr]


def test_a_table_that_is_too_wide_has_the_columns_that_its_figure_shows(tmp_path: Path) -> None:
    names = ["theme", "perspective_a", "perspective_b", "n_a", "n_b", "share_a", "share_b", "difference"]
    csv = ",".join([*names, "low", "high", "p_adjusted", "effect"]) + "\r\nERB,ouders,jeugdigen,9,9,0.001,0.2"
    figure = write_figure(tmp_path, svg=SVG, csv=csv + ",-0.2,-0.5,-0.001,0.04,0.3\r\n", name="verschillen")
    blocks = describe_document(small_report(figures=(figure,))).blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Picture))
    grid = blocks[at + 1]
    assert isinstance(grid, Grid)
    header = ("thema", "groep a", "groep b", "verschil", "ondergrens", "bovengrens", "p (Holm)")
    assert grid.header == header
    minus = "\N{MINUS SIGN}"
    told = ["Erbij horen", "Ouders", "Jeugdigen", f"{minus}0,20", f"{minus}0,50", f">{minus}0,01", "0,04"]
    assert [number.text for number in grid.rows[0]] == told


def test_paper_says_who_spoke_and_what_is_not_there(report: Report, word: Path, pdf: Path) -> None:
    said = [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]
    headings = {p.text: at for at, p in enumerate(docx.Document(str(word)).paragraphs) if "Heading" in p.style.name}
    at = headings["Wat hier niet staat"]
    assert said[at + 1].startswith("Geen toestemming om te citeren: 3 sprekers, samen 3 beurten")
    assert "De 2 gesprekken zijn gevoerd in maart 2024. Van 1 is de datum onbekend." in said
    assert headings["Figuren"] > headings["Wie het lexicon beter hoort"] > headings["Wie spraken er"]
    in_pdf = " ".join(text_of_pdf(pdf).split())
    assert "Alleen voor het team: 1 vermelding van “Onveilig”." in in_pdf
    assert "andere, elk van minder dan 3" in in_pdf


def test_columns_share_the_width() -> None:
    said = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
    widths = Grid("", ("a", "Vermeldingen", "c"), ((Number(said), Number("1"), Number("")),)).widths
    assert sum(widths) == pytest.approx(1)
    assert widths[0] > widths[1] > widths[2]
    assert widths[1] > 12 / 100  # a word is not cut
    assert not Grid("", ("a", "Vermeldingen", "c"), ()).is_crowded
    assert Grid("", tuple("Vermeldingen" for _ in range(9)), ()).is_crowded


def test_paper_has_some_quotes_and_says_how_many_more_there_are() -> None:
    said = [(f"spk-o{i}", f"Van {i} de [zorgen] {n}.", "GRE-ZORG", "affirmed") for i in (1, 3, 4) for n in range(3)]
    blocks = describe_document(make_report(*tables(said), min_group=3)).blocks
    at = [place for place, block in enumerate(blocks) if isinstance(block, Saying)]
    assert len(at) == MOST_QUOTES
    assert blocks[at[-1] + 1] == Paragraph(("Nog 3 citaten staan in het verslag als webpagina.",))
    blocks = describe_document(make_report(*tables(said[:MOST_QUOTES]), min_group=2)).blocks
    assert len([block for block in blocks if isinstance(block, Saying)]) == MOST_QUOTES
    assert not [block for block in blocks if isinstance(block, Paragraph) and block.texts[0].startswith("Nog ")]
