from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from perspectieven.errors import TranscriptError
from perspectieven.reading.pdf import read_pdf

LINE, INDENT = 0.02, 0.04


def write_pdf(path: Path, pages: list[list[tuple[float, float, str]]]) -> Path:
    """Print (left, top, text) on A4 pages; places are shares of the page."""
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(path) as pdf:
        for page in pages:
            figure = Figure(figsize=(8.27, 11.69))
            for left, top, text in page:
                figure.text(left, 1 - top, text, fontsize=10, va="baseline")
            pdf.savefig(figure)
    return path


def page(lines: list[str], number: int) -> list[tuple[float, float, str]]:
    """Set lines under a running head and above a page number; ``>`` indents, an empty line is white space."""
    printed = [(0.1, 0.05, "Gesprek over opgroeien - vertrouwelijk"), (0.5, 0.97, str(number))]
    for at, line in enumerate(lines):
        if line:
            printed.insert(-1, (0.1 + INDENT * line.startswith(">"), 0.1 + LINE * at, line.lstrip(">")))
    return printed


PAGES = [
    [
        "Verslag van een gesprek",
        "",
        "Interviewer: Hoe gaat het nu met jullie thuis, als je het vergelijkt met vorig jaar om deze tijd?",
        "Moeder: Het gaat beter dan vorig jaar, want we hebben geleerd om dingen wat meer te laten gaan,",
        "en dat scheelt, ook al zijn er nog altijd dagen waarop alles tegelijk komt en niets lukt of gaat.",
        ">Maar het blijft zoeken.",
        "Interviewer: Zoeken waarnaar?",
        "Moeder: Naar rust. Kijk: als de een slaapt, is de ander wakker, en dat gaat zo de hele week door",
    ],
    ["tot het weekend is.", "Interviewer: En dan?", "Moeder: Dan slapen we."],
    ["Interviewer: Dank u wel.", "Moeder: Graag gedaan."],
]


def test_turns_over_pages_without_heads_and_numbers(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "gesprek.pdf", [page(lines, number) for number, lines in enumerate(PAGES, start=1)])
    source = read_pdf(path)
    assert [(u.label, u.text) for u in source.utterances] == [
        ("Interviewer", "Hoe gaat het nu met jullie thuis, als je het vergelijkt met vorig jaar om deze tijd?"),
        (
            "Moeder",
            "Het gaat beter dan vorig jaar, want we hebben geleerd om dingen wat meer te laten gaan, en dat "
            "scheelt, ook al zijn er nog altijd dagen waarop alles tegelijk komt en niets lukt of gaat.\n"
            "Maar het blijft zoeken.",
        ),
        ("Interviewer", "Zoeken waarnaar?"),
        (
            "Moeder",
            "Naar rust. Kijk: als de een slaapt, is de ander wakker, en dat gaat zo de hele week door "
            "tot het weekend is.",
        ),
        ("Interviewer", "En dan?"),
        ("Moeder", "Dan slapen we."),
        ("Interviewer", "Dank u wel."),
        ("Moeder", "Graag gedaan."),
    ]
    assert source.unspoken == ("Verslag van een gesprek",)


def test_a_document_keeps_its_paragraphs(tmp_path: Path) -> None:
    lines = ["Een regel die helemaal doorloopt", "tot hier.", "", "Een andere.", "• rust;", "• ruimte."]
    path = write_pdf(tmp_path / "stuk.pdf", [[(0.1, 0.1 + LINE * at, line) for at, line in enumerate(lines) if line]])
    assert [(u.label, u.text) for u in read_pdf(path).utterances] == [
        ("document", "Een regel die helemaal doorloopt tot hier."),
        ("document", "Een andere."),
        ("document", "rust;"),
        ("document", "ruimte."),
    ]


def test_pages_without_text_need_ocr(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"scan.pdf: 1 fault\n  no text on its 2 pages: run OCR first"):
        read_pdf(write_pdf(tmp_path / "scan.pdf", [[], []]))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kapot.pdf"
    path.write_bytes(b"%PDF-1.7 niets")
    with pytest.raises(TranscriptError, match=r"is not a sound .pdf file; open it in a PDF viewer and save it again"):
        read_pdf(path)
