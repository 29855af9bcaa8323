from datetime import time
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


NUMBERED: list[tuple[object, ...]] = [
    ("beurt", "tijd", "speaker", "text"),
    (1, "0:00:01", "Noor", "Hoe gaat"),
    (1, "0:00:03", "Noor", "het thuis?"),
    (2, "0:00:05", "Sanne", "Goed."),
    (3, "0:00:05", "Sanne", "Hoor."),
]


def test_rows_that_share_the_number_of_a_turn_are_joined_and_times_kept(tmp_path: Path) -> None:
    source = xlsx(tmp_path, NUMBERED)
    assert source.utterances == (
        Utterance("Noor", "Hoe gaat het thuis?", 1.0),
        Utterance("Sanne", "Goed.", 5.0),
        Utterance("Sanne", "Hoor.", 5.0),
    )
    assert [remark.what for remark in source.remarks] == [
        'column "tijd" is taken for when somebody starts to speak; look whether it is',
        'column "beurt" is taken for the number of a turn, of which the rows are joined; look whether it is',
    ]


def test_times_of_a_clock_and_ends(tmp_path: Path) -> None:
    rows = [("start", "eind", "speaker", "text"), (time(0, 1, 5), 70.5, "Noor", "Hoi"), (None, 71, "Sanne", "Ja")]
    assert xlsx(tmp_path, rows).utterances == (
        Utterance("Noor", "Hoi", 65.0, 70.5),
        Utterance("Sanne", "Ja", None, 71.0),
    )


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("beurt", [1, 2, 3, 4]),
        ("beurt", [1, 1, 1, 2]),
        ("beurt", [1, 1, 3, 4]),
        ("beurt", [7, 7, 8, 9]),
        ("beurt", [2024, 2024, "ja", 2025]),
        ("leeftijd", [1, 1, 2, 3]),
        ("tijd", [9, 7, 8, 9]),
        ("tijd", ["ochtend", "ochtend", "middag", "avond"]),
        ("tijd", [9, None, None, None]),
    ],
    ids=["every row", "two speakers", "gap", "start", "words", "heading", "back in time", "no times", "rarely a time"],
)
def test_columns_that_are_no_turns_or_times_are_not_read(tmp_path: Path, column: str, values: list[object]) -> None:
    rows = [(column, *NUMBERED[0][2:]), *((value, *row[2:]) for value, row in zip(values, NUMBERED[1:], strict=True))]
    said = tuple(Utterance(str(row[2]), str(row[3])) for row in NUMBERED[1:])
    assert xlsx(tmp_path, rows) == Source(said)


def test_numbers_that_come_back_under_a_vague_heading_are_remarked_and_not_joined(tmp_path: Path) -> None:
    source = xlsx(tmp_path, [("nr", *NUMBERED[0][2:]), *((row[0], *row[2:]) for row in NUMBERED[1:])])
    assert len(source.utterances) == 4
    assert [remark.what.partition(";")[0] for remark in source.remarks] == [
        'column "nr" has numbers that come back and is not read'
    ]


def test_columns_that_the_study_names_are_not_guessed(tmp_path: Path) -> None:
    rows = [("van", *NUMBERED[0]), *((n, *row) for n, row in enumerate(NUMBERED[1:]))]
    assert xlsx(tmp_path, rows, Columns(start_s="tijd")).utterances[0] == Utterance("Noor", "Hoe gaat", 1.0)
