from pathlib import Path

import openpyxl
import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading.sheets import Columns, read_csv, read_xlsx
from perspectieven.reading.source import Source, Utterance


def csv(folder: Path, text: str, columns: Columns | None = None, encoding: str = "utf-8") -> Source:
    path = folder / "antwoorden.csv"
    path.write_bytes(text.encode(encoding))
    return read_csv(path, columns)


def xlsx(folder: Path, rows: list[tuple[object, ...]], columns: Columns | None = None) -> Source:
    path = folder / "antwoorden.xlsx"
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.create_sheet("tweede").append(("niet", "lezen"))
    workbook.save(path)
    return read_xlsx(path, columns)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('speaker,text\nNoor,Hoi\nSanne,"Ja, hè"\n', "utf-8"),
        ("speaker;text\r\nNoor;Hoi\r\nSanne;Ja, hè\r\n", "utf-8-sig"),
        ("speaker;text\r\nNoor;Hoi\r\nSanne;Ja, hè\r\n", "cp1252"),
        ("text\tspeaker\textra\nHoi\tNoor\t\n\nJa, hè\tSanne\tx\n", "utf-8"),
    ],
)
def test_one_utterance_a_row(tmp_path: Path, text: str, encoding: str) -> None:
    assert csv(tmp_path, text, encoding=encoding) == Source((Utterance("Noor", "Hoi"), Utterance("Sanne", "Ja, hè")))


def test_times(tmp_path: Path) -> None:
    columns = Columns(start_s="van", end_s="tot")
    source = csv(tmp_path, "speaker;text;van;tot\nNoor;Hoi;1,5;0:02\nSanne;Ja;;1:00:00\n", columns)
    assert source.utterances == (Utterance("Noor", "Hoi", 1.5, 2.0), Utterance("Sanne", "Ja", None, 3600.0))


def test_survey_answers(tmp_path: Path) -> None:
    columns = Columns(text=("vraag 1", "vraag 2"), speaker="nummer")
    rows = [("nummer", "vraag 1", "vraag 2"), (1, "rust", None), (2.0, "hulp", "school"), (3, None, None)]
    assert xlsx(tmp_path, rows, columns).utterances == (
        Utterance("1", "rust"),
        Utterance("2", "hulp"),
        Utterance("2", "school"),
    )


def test_a_heading_alone_has_no_utterances(tmp_path: Path) -> None:
    assert csv(tmp_path, "speaker,text\n") == Source(())
    assert xlsx(tmp_path, [("speaker", "text")]) == Source(())


def test_no_rows(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"antwoorden.csv: 1 fault\n  no rows; the first row names the columns"):
        csv(tmp_path, "\n\n")
    with pytest.raises(TranscriptError, match=r"antwoorden.xlsx: 1 fault\n  no rows"):
        xlsx(tmp_path, [])


def test_all_wrong_columns_at_once(tmp_path: Path) -> None:
    where = "name the right one in study.toml, transcripts.columns"
    with pytest.raises(TranscriptError) as caught:
        csv(tmp_path, "naam,text,text\nNoor,a,b\n", Columns(start_s="van"))
    assert str(caught.value) == (
        "antwoorden.csv: 3 faults\n"
        f'  row 1: has no column "speaker"; there is naam, text, text; {where}\n'
        f'  row 1: has no column "van"; there is naam, text, text; {where}\n'
        '  row 1: names the column "text" 2 times; keep one'
    )


def test_all_wrong_rows_at_once(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError) as caught:
        csv(
            tmp_path,
            "speaker,text,van\nNoor,Hoi,laat\n,Ja,\n\nSanne,Nee,1,geheim\nNoor,Goed,2\n",
            Columns(start_s="van"),
        )
    assert str(caught.value) == (
        "antwoorden.csv: 3 faults\n"
        '  row 2: column "van" is not a time; use seconds or h:mm:ss\n'
        '  row 3: column "speaker" is empty; say who speaks\n'
        "  row 5: has 4 cells and the heading 3; put quotes around the text"
    )


def test_an_open_quote_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="is not a sound table"):
        csv(tmp_path, 'speaker,text\nNoor,"Hoi\n')


@pytest.mark.parametrize("content", [b"geen zip", b"PK\x03\x04 bijna"])
def test_a_damaged_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kapot.xlsx"
    path.write_bytes(content)
    with pytest.raises(TranscriptError, match=r"is not a sound .xlsx file; open it in Excel and save it again"):
        read_xlsx(path)


def test_a_first_row_that_was_said_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError) as caught:
        csv(tmp_path, "Moeder,Ik maak me grote zorgen\nVader,Ik ook hoor\n")
    assert "this row seems to hold what was said" in str(caught.value)
    assert "zorgen" not in str(caught.value)
