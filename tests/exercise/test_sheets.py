"""Sheets and keys: written, filled in, read back, and what is wrong with them."""

import shutil
import zipfile

import openpyxl
import pytest

from perspectieven.exercise import ExerciseError, read_key, read_sheets, write_key, write_sheet
from tests.exercise.samples import TEXTS, fill, make

GOOD = {
    "C2": "ERB Erbij horen: gewoon opgroeien en opvoeden", "D2": "bevestigd", "C3": "gre", "D3": "Ontkend",
    "C4": "GEEN niets te coderen", "C5": "LAB", "D5": "van een ander", "E5": "VOO", "F5": "als mogelijkheid",
}  # fmt: skip


@pytest.fixture
def exercise(lexicon):
    return make(lexicon)


@pytest.fixture
def blank(exercise, lexicon, tmp_path):
    return write_sheet(exercise, lexicon, tmp_path / "blad.xlsx")


def test_a_filled_in_sheet_is_read_as_it_was_meant(exercise, blank):
    [sheet] = read_sheets([fill(blank, GOOD)], exercise)
    assert sheet.name == "blad.xlsx"
    assert sheet.marks == {
        1: {"ERB": "affirmed"}, 2: {"GRE": "negated"}, 3: {}, 4: {"LAB": "other", "VOO": "hypothetical"},
    }  # fmt: skip
    assert "ERB" not in repr(sheet)


@pytest.mark.parametrize("by", ["theme", "code"])
def test_english_sheets_work_too(lexicon, tmp_path, by):
    exercise = make(lexicon, language="en", by=by, key=[("nothing", ())] * 5)
    path = write_sheet(exercise, lexicon, tmp_path / "sheet.xlsx")
    item = {"theme": "ERB", "code": "ERB-FASE"}[by]
    cells = {"C2": item, "D2": "of somebody else", "C3": "NONE"}
    [sheet] = read_sheets([fill(path, cells, sheet="Coding")], exercise)
    assert sheet.marks == {1: {item: "other"}, 2: {}}


def test_the_sheet_shows_passages_and_codebook_and_not_who_spoke_nor_the_key(exercise, blank, lexicon):
    book = openpyxl.load_workbook(blank)
    assert book.sheetnames == ["Uitleg", "Coderen", "Codeboek", "Lijsten"]
    assert book["Lijsten"].sheet_state == "hidden"
    passages = [(row[0].value, row[1].value) for row in book["Coderen"].iter_rows(min_row=2)]
    assert passages == list(enumerate(TEXTS, start=1))
    assert all(cell.data_type != "f" for row in book["Coderen"].iter_rows() for cell in row)
    codes = [row[1].value for row in book["Codeboek"].iter_rows(min_row=2) if row[1].value]
    assert codes == list(lexicon.code_ids)
    content = b"".join(zipfile.ZipFile(blank).read(name) for name in zipfile.ZipFile(blank).namelist())
    assert b"gesprek-x" not in content
    assert b"verdedigbaar" not in content


def test_each_choice_has_a_list_to_choose_from(exercise, blank):
    book = openpyxl.load_workbook(blank)
    lists = {str(found.sqref): found.formula1 for found in book["Coderen"].data_validations.dataValidation}
    assert lists == {
        "C2:C6 E2:E6 G2:G6 I2:I6": "'Lijsten'!$A$1:$A$17",
        "D2:D6 F2:F6 H2:H6 J2:J6": "'Lijsten'!$B$1:$B$4",
    }
    options = [row[0].value for row in book["Lijsten"].iter_rows()]
    assert options[:2] == ["GEEN niets te coderen", exercise.items[0].name]
    assert len(options) == 17


def test_the_same_exercise_gives_the_same_bytes(exercise, lexicon, blank, tmp_path, monkeypatch):
    import openpyxl.writer.excel as writer

    class Later(writer.datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz).replace(year=2031)

    monkeypatch.setattr(writer.datetime, "datetime", Later)
    again = write_sheet(exercise, lexicon, tmp_path / "again.xlsx")
    assert again.read_bytes() == blank.read_bytes()
    assert (
        write_key(exercise, tmp_path / "k1.xlsx").read_bytes() == write_key(exercise, tmp_path / "k2.xlsx").read_bytes()
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_key_is_read_back(lexicon, tmp_path, language):
    exercise = make(lexicon, language=language)
    assert read_key(write_key(exercise, tmp_path / "sleutel.xlsx"), lexicon) == exercise


def test_a_key_may_be_corrected_by_hand_but_not_its_passages(exercise, lexicon, tmp_path):
    path = write_key(exercise, tmp_path / "sleutel.xlsx")
    fill(path, {"G3": "ontkend, als mogelijkheid", "H3": "verdedigbaar"}, sheet="Sleutel")
    [answer] = read_key(path, lexicon).passages[1].answers
    assert (answer.item, answer.stances, answer.firm) == ("GRE", ("negated", "hypothetical"), False)
    fill(path, {"B3": "Iets anders."}, sheet="Sleutel")
    with pytest.raises(ExerciseError, match=r"its passages or the lexicon .* are not those that it was made of"):
        read_key(path, lexicon)


def test_all_that_is_wrong_with_a_key_is_told_at_once(exercise, lexicon, tmp_path):
    path = write_key(exercise, tmp_path / "sleutel.xlsx")
    fill(path, {"F2": "XYZ", "G3": "soms", "H5": "misschien", "C7": "moeilijk"}, sheet="Sleutel")
    with pytest.raises(ExerciseError) as caught:
        read_key(path, lexicon)
    assert [fault.place for fault in caught.value.faults] == ["F2", "G3", "H5", "A7"]
    assert '"soms" may not stand here; choose bevestigd, ontkend, als mogelijkheid or van een ander' in str(
        caught.value
    )


def test_a_key_that_is_not_there_says_how_to_make_one(lexicon, tmp_path):
    with pytest.raises(ExerciseError, match="there is no key here; make one with: perspectieven exercise make"):
        read_key(tmp_path / "sleutel.xlsx", lexicon)


def test_a_workbook_that_is_no_key(blank, lexicon):
    fill(blank, {"B10": "iets", "B11": "", "B12": "x", "B13": "", "B9": ""}, sheet="Uitleg")
    with pytest.raises(ExerciseError, match="Uitleg no longer says what exercise this is; make it again"):
        read_key(blank, lexicon)


WRONG = {
    "C2": "ERP", "D2": "bevestigd",  # no such theme
    "C3": "GRE",  # no stance
    "D4": "ontkend",  # a stance alone
    "C5": "GEEN", "E5": "LAB", "F5": "bevestigd",  # nothing, and something
    "C6": "LAT", "D6": "heel erg", "E6": "LAT", "F6": "ontkend",  # no such stance; twice the same
}  # fmt: skip


def test_all_that_is_wrong_with_a_sheet_is_told_at_once_by_cell(exercise, blank):
    with pytest.raises(ExerciseError) as caught:
        read_sheets([fill(blank, WRONG)], exercise)
    message = str(caught.value)
    assert [fault.place for fault in caught.value.faults] == ["C2", "D3", "D4", "C5", "D6", "E6"]
    assert 'C2: "ERP" may not stand here; choose GEEN, BET, ERB' in message
    assert "D3: is empty; choose bevestigd, ontkend, als mogelijkheid or van een ander from the list" in message
    assert "D4: a stance stands alone; choose a theme in C4, or empty this cell" in message
    assert "C5: GEEN stands beside LAB; keep GEEN, or what you chose, and empty the other" in message
    assert 'D6: "heel erg" may not stand here' in message
    assert "E6: LAT stands twice in this passage; keep one" in message


def test_words_of_a_passage_in_a_cell_are_not_repeated(exercise, blank):
    with pytest.raises(ExerciseError, match=rf"C2: a text of {len(TEXTS[3])} characters may not stand here") as caught:
        read_sheets([fill(blank, {"C2": TEXTS[3], "D2": "bevestigd"})], exercise)
    assert "etiket" not in str(caught.value)


def test_a_wrong_code_names_those_of_its_theme(lexicon, tmp_path):
    exercise = make(lexicon, by="code", key=[("nothing", ())] * 5)
    path = write_sheet(exercise, lexicon, tmp_path / "blad.xlsx")
    with pytest.raises(
        ExerciseError, match=r'"LAT-X" may not stand here; choose GEEN, LAT-[A-Z]+, .* from the list'
    ) as caught:
        read_sheets([fill(path, {"C2": "LAT-X", "D2": "bevestigd"})], exercise)
    assert "BET-" not in str(caught.value)


def test_rows_that_are_gone_doubled_or_strange(exercise, blank, tmp_path):
    fill(blank, {"A2": 7, "A3": 4, "A5": 4, "A6": "vijf"} | {"C4": "GEEN"})
    with pytest.raises(ExerciseError) as caught:
        read_sheets([blank], exercise)
    assert [(fault.place, fault.what.partition(";")[0]) for fault in caught.value.faults] == [
        ("A2", '"7" is no passage of this exercise'),
        ("A5", "passage 4 is there twice"),
        ("A6", '"vijf" is no passage of this exercise'),
        ("nr", "passage 1, 2, 5 is gone"),
    ]


def test_every_file_is_named_in_one_list(exercise, blank, lexicon, tmp_path):
    good = fill(blank, GOOD, save_as=tmp_path / "goed.xlsx")
    broken = tmp_path / "stuk.xlsx"
    broken.write_bytes(b"geen werkblad")
    text = tmp_path / "lijst.csv"
    text.write_text("a,b", encoding="utf-8")
    other = write_sheet(make(lexicon, by="code", key=[("nothing", ())] * 5), lexicon, tmp_path / "ander.xlsx")
    headless = fill(blank, {"C1": "iets"} | GOOD, save_as=tmp_path / "kop.xlsx")
    renamed = tmp_path / "hernoemd.xlsx"
    shutil.copy(good, renamed)
    book = openpyxl.load_workbook(renamed)
    book["Coderen"].title = "Blad1"
    book.save(renamed)
    paths = [good, good, broken, text, other, headless, renamed, tmp_path / "weg.xlsx", blank]
    with pytest.raises(ExerciseError) as caught:
        read_sheets(paths, exercise)
    message = str(caught.value)
    told = {fault.where: fault.what for fault in caught.value.faults}
    assert list(told) == [
        "goed.xlsx", "stuk.xlsx", "lijst.csv", "ander.xlsx", "kop.xlsx", "hernoemd.xlsx", "weg.xlsx", "blad.xlsx",
    ]  # fmt: skip
    assert told["goed.xlsx"] == "was given twice; leave one out"
    assert told["lijst.csv"] == "is a .csv; save it as an Excel workbook (.xlsx) and hand that in"
    assert "and the key is of " + exercise.id in told["ander.xlsx"]
    assert told["kop.xlsx"].startswith("the heading has no thema 1; it is nr, thema 1, houding 1")
    assert told["hernoemd.xlsx"].startswith("there is no sheet Coderen")
    assert told["weg.xlsx"] == "is not there; check the name and the folder"
    assert told["blad.xlsx"].startswith("nothing is filled in; choose at least one of the thema's")
    assert "stuk.xlsx: 1 fault" in message


def test_a_sheet_with_a_fault_stops_no_other_where_faults_are_asked_for(exercise, blank, tmp_path):
    good, other = (fill(blank, GOOD, save_as=tmp_path / f"{name}.xlsx") for name in ("goed", "ook"))
    wrong = fill(blank, WRONG, save_as=tmp_path / "fout.xlsx")
    faults = []
    sheets = read_sheets([wrong, good, good, other], exercise, on_fault=faults.append)
    assert [sheet.name for sheet in sheets] == ["goed.xlsx", "ook.xlsx"]
    told = [(fault.where, fault.place) for fault in faults]
    assert told == [*(("fout.xlsx", place) for place in ("C2", "D3", "D4", "C5", "D6", "E6")), ("goed.xlsx", "")]
    nobody = []
    with pytest.raises(ExerciseError, match=r"fout\.xlsx: 6 faults"):
        read_sheets([wrong], exercise, on_fault=nobody.append)
    assert nobody == []


def test_a_printed_sheet_is_a_page_wide_with_lines_and_its_heading(blank):
    for sheet in openpyxl.load_workbook(blank).worksheets[1:3]:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_options.gridLines
        assert sheet.print_title_rows == "$1:$1"
        assert sum(column.width for column in sheet.column_dimensions.values()) < 240  # else nobody can read it
