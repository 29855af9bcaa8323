from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from perspectieven.errors import TranscriptError
from perspectieven.reading import pdf
from perspectieven.reading.pdf import read_pdf

LINE, INDENT = 0.02, 0.04


def write_pdf(path: Path, pages: list[list[tuple[float, float, str]]], *, turn: int = 0) -> Path:
    """Print (left, top, text) on A4 pages, turned to the left; places are shares of the page, ``**`` prints bold."""
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(path) as printed:
        for page in pages:
            figure = Figure(figsize=(8.27, 11.69) if turn % 180 == 0 else (11.69, 8.27))
            for left, top, text in page:
                x, y = {0: (left, 1 - top), 90: (top, left), 180: (1 - left, top), 270: (1 - top, 1 - left)}[turn]
                weight = "bold" if text.startswith("**") else "normal"
                place = {"rotation": turn, "rotation_mode": "anchor", "va": "baseline"}
                figure.text(x, y, text.removeprefix("**"), fontsize=10, weight=weight, **place)
            printed.savefig(figure)
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


def test_a_large_file_without_an_end_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"1 0 obj<</Type/Page>>endobj\n" * 20_000)
    with pytest.raises(TranscriptError, match=r"is not a sound \.pdf file; open it in a PDF viewer"):
        read_pdf(path)


COLUMNS = [
    ("Interviewer: Hoe gaat het nu met jullie", "om dingen wat meer te laten gaan,"),
    ("thuis, als je het vergelijkt met vorig", "en dat scheelt een hoop.\n"),
    ("jaar om deze tijd, toen het nog zo druk", "Interviewer: Zoeken jullie nog wel naar"),
    ("was met van alles en nog wat?\n", "rust, of is die er inmiddels gewoon?"),
    ("Moeder: Het gaat beter dan vorig jaar,", "Moeder: De rust is er, en de kinderen"),
    ("want we hebben geleerd met zijn allen", "slapen door, dus wij slapen ook weer."),
]


def test_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    printed = [
        (0.1, 0.06, "Een titel die over beide kolommen heen loopt, zodat daar geen wit tussen staat op die regel")
    ]
    for at, row in enumerate(COLUMNS):
        printed += [(left, 0.1 + LINE * at, text.strip()) for left, text in zip((0.1, 0.55), row, strict=True)]
    source = read_pdf(write_pdf(tmp_path / "kolommen.pdf", [printed]))
    assert [(u.label, u.text) for u in source.utterances] == [
        (
            "Interviewer",
            "Hoe gaat het nu met jullie thuis, als je het vergelijkt met vorig jaar om deze tijd, toen het nog zo druk "
            "was met van alles en nog wat?",
        ),
        (
            "Moeder",
            "Het gaat beter dan vorig jaar, want we hebben geleerd met zijn allen om dingen wat meer te laten gaan, "
            "en dat scheelt een hoop.",
        ),
        ("Interviewer", "Zoeken jullie nog wel naar rust, of is die er inmiddels gewoon?"),
        ("Moeder", "De rust is er, en de kinderen slapen door, dus wij slapen ook weer."),
    ]
    assert len(source.unspoken) == 1


def test_a_column_of_speakers_is_a_table_and_no_column_of_prose(tmp_path: Path) -> None:
    rows = [
        ("Interviewer", "Hoe gaat het nu met jullie thuis?"),
        ("Moeder", "Het gaat beter dan vorig jaar, want we hebben geleerd om"),
        ("", "dingen wat meer te laten gaan, en dat scheelt een hoop."),
        ("Interviewer", "Zoeken jullie nog naar rust?"),
        ("Moeder", "Die is er."),
        ("Interviewer", "Dank je wel voor dit gesprek."),
    ]
    printed = [
        (x, 0.1 + LINE * at, text)
        for at, row in enumerate(rows)
        for x, text in zip((0.1, 0.3), row, strict=True)
        if text
    ]
    assert [(u.label, u.text) for u in read_pdf(write_pdf(tmp_path / "tabel.pdf", [printed])).utterances] == [
        ("Interviewer", "Hoe gaat het nu met jullie thuis?"),
        (
            "Moeder",
            "Het gaat beter dan vorig jaar, want we hebben geleerd om dingen wat meer te laten gaan, en dat scheelt "
            "een hoop.",
        ),
        ("Interviewer", "Zoeken jullie nog naar rust?"),
        ("Moeder", "Die is er."),
        ("Interviewer", "Dank je wel voor dit gesprek."),
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_if_it_were_upright(tmp_path: Path, turn: int) -> None:
    lines = ["Interviewer: Hoe gaat het?", "Moeder: Goed, en dat was vorig jaar", "wel anders.", "Interviewer: Fijn."]
    printed = [(0.1, 0.1 + LINE * at, line) for at, line in enumerate(lines)]
    assert [
        (u.label, u.text) for u in read_pdf(write_pdf(tmp_path / "scheef.pdf", [printed], turn=turn)).utterances
    ] == [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed, en dat was vorig jaar wel anders."),
        ("Interviewer", "Fijn."),
    ]


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    with PdfPages(tmp_path / "deels.pdf") as pdf:
        for number in range(3):
            figure = Figure(figsize=(8.27, 11.69))
            if number == 1:
                figure.figimage([[0, 1], [1, 0]])
            else:
                figure.text(0.1, 0.9, f"Moeder: Dit is bladzijde {number}, en die is gewoon te lezen.")
            pdf.savefig(figure)
    source = read_pdf(tmp_path / "deels.pdf")
    assert [str(remark) for remark in source.remarks] == [
        "deels.pdf: page 2: a picture without text, which is not read: run OCR"
    ]


def bold_labels(*said: str) -> list[tuple[float, float, str]]:
    labels = ("**Noor", "**Sanne") * len(said)
    return [
        one
        for row, (label, text) in enumerate(zip(labels, said, strict=False))
        for one in ((0.1, 0.1 + 0.03 * row, label), (0.165, 0.1 + 0.03 * row, text))
    ]


def test_bold_names_without_a_colon(tmp_path: Path) -> None:
    said = ("Hoe gaat het?", "Goed.", "Fijn om te horen.", "Ja.")
    source = read_pdf(write_pdf(tmp_path / "gesprek.pdf", [[(0.1, 0.05, "**Gesprek 3"), *bold_labels(*said)]]))
    assert [(u.label, u.text) for u in source.utterances] == list(zip(("Noor", "Sanne") * 2, said, strict=True))
    assert source.unspoken == ("Gesprek 3",)


def test_bold_says_nothing_where_most_is_bold(tmp_path: Path) -> None:
    said = ("**Hoe gaat het met jullie?", "**Goed hoor.", "**Fijn om te horen.", "**Ja.")
    source = read_pdf(write_pdf(tmp_path / "gesprek.pdf", [bold_labels(*said)]))
    assert {u.label for u in source.utterances} == {"document"}


def test_a_word_that_a_bold_line_breaks_off_is_joined(tmp_path: Path) -> None:
    lines = [
        "**Een verslag van de oplei-",
        "**dingen in de regio",
        "over een opleiding, en een leertraject",
        "in de stad.",
    ]
    source = read_pdf(write_pdf(tmp_path / "gesprek.pdf", [[(0.1, 0.1 + 0.02 * n, t) for n, t in enumerate(lines)]]))
    read = " ".join(u.text for u in source.utterances)
    assert read.startswith("Een verslag van de opleidingen in de regio over een opleiding")


def test_a_file_that_does_not_open_in_time_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "gesprek.pdf", [[(0.1, 0.1, "Dat hoort er gewoon bij, denk ik.")]])
    monkeypatch.setattr(pdf, "_LARGEST_UNPROBED", 0)
    assert len(read_pdf(path).utterances) == 1
    monkeypatch.setattr(pdf, "_OPEN", "import time; time.sleep(60)")
    monkeypatch.setattr(pdf, "_SECONDS_TO_OPEN", 0.1)
    with pytest.raises(TranscriptError, match="takes longer than 0 seconds to open, so its index is damaged; open it"):
        read_pdf(path)


def test_more_text_than_a_day_of_talk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "gesprek.pdf", [[(0.1, 0.1, "Dat hoort er bij.")], [(0.1, 0.1, "Dat ook.")]])
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 20)
    with pytest.raises(TranscriptError, match="page 2: more than 20 characters up to here; no more is read"):
        read_pdf(path)
