"""Text that was encoded twice is counted in every format, and repaired only where that is asked."""

# ruff: noqa: RUF001 - these signs are what is tested

import json
from itertools import product
from pathlib import Path

import docx
import pytest

from perspectieven.reading import SUFFIXES, read_source
from perspectieven.reading.doubled import mend_doubled, tally_doubled
from tests.reading.test_reading import write

PAGES = ["cp1252", "latin-1"]
CHARACTERS = "éëïöüàèçêîôûáíóúÉËÀÖ€’‘“”–—…•½°ñßşğıİŞćšłžøå😊"


def double(text: str, page: str) -> str:
    """Take the bytes of UTF-8 for those of a page, and what the page lacks for those of Latin-1."""
    return "".join(
        bytes([byte]).decode(page if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for byte in text.encode()
    )


def repair(text: str) -> tuple[str, int]:
    with tally_doubled(repair=True) as tally:
        return mend_doubled(text, step="test"), tally.n_doubled


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("character", CHARACTERS)
def test_every_letter_alone_in_a_word_and_beside_good_ones(character: str, page: str) -> None:
    doubled = double(character, page)
    for frame in ("{}", "a{}b", "ja {} nee", "“é{}”", "één {}’s"):
        assert repair(frame.format(doubled)) == (frame.format(character), 1)


@pytest.mark.parametrize("page", PAGES)
def test_a_file_of_which_half_is_good(page: str) -> None:
    good = "De cliënt zei: “één keer”, dat kost € 5.\n"
    assert repair(good + double(good, page) + good) == (good * 3, 6)


def test_what_went_through_two_bad_exports() -> None:
    assert repair(double(double("cliënt", "cp1252"), "cp1252"))[0] == "cliënt"


def test_windows_text_that_was_taken_for_latin_1() -> None:
    assert repair("foto\u00c2\u2019s en \u00c2\u20ac 5") == ("foto’s en € 5", 2)


def test_an_accent_that_ends_a_quotation_is_left_alone() -> None:
    pairs = [*product("éëèêïöüáàçñÉËÈÖÜ", product("‘’“”…–—•€™«»°", repeat=2)), *product("ÄÅ", "‘’“”…–—")]
    for letter, signs in pairs:
        text = f"priv{letter}{''.join(signs)} ja"
        assert repair(text) == (text, 0)


def test_outside_the_block_nothing_is_counted_or_changed() -> None:
    assert mend_doubled("cliÃ«nt", step="test") == "cliÃ«nt"


def doubled_file(folder: Path, suffix: str) -> Path:
    path = folder / f"gesprek{suffix}"
    if suffix == ".json":
        segments = [{"start": 0, "end": 1, "text": double("Met de cliënt.", "cp1252")}]
        path.write_text(json.dumps({"segments": segments}), encoding="utf-8")
    elif suffix == ".cha":
        text = "@UTF8\n@Begin\n@Participants:\tMOE Mother\n*MOE:\tmet de cliënt .\n@End\n"
        path.write_text(double(text, "cp1252"), encoding="utf-8")
    elif suffix == ".rtf":
        path.write_text(r"{\rtf1\ansi Met de cli\u195?\u171?nt.\par}", encoding="ascii")
    else:
        write(path)
        path.write_text(double(path.read_text(encoding="utf-8"), "cp1252"), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - {".docx", ".odt", ".xlsx", ".pdf", ".xml"}))
def test_every_text_format_is_repaired_where_that_is_asked_and_else_remarked(tmp_path: Path, suffix: str) -> None:
    path = doubled_file(tmp_path, suffix)
    repaired, as_it_was = read_source(path, repair=True), read_source(path)
    assert any("cliënt" in said.text for said in repaired.utterances)
    assert any("cliÃ«nt" in said.text for said in as_it_was.utterances)
    assert [str(remark) for remark in repaired.remarks if "encoded twice" in remark.what] == [
        f"gesprek{suffix}: 1 character had been encoded twice as UTF-8 and put right; compare a word with an accent to"
        " the original"
    ]
    assert [remark.what.partition(";")[0] for remark in as_it_was.remarks if "twice" in remark.what] == [
        "1 character looks as if UTF-8 was encoded twice"
    ]


def test_word_files_are_repaired_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("RenÃ©e: Met de cliÃ«nt en à.")
    document.save(str(tmp_path / "gesprek.docx"))
    source = read_source(tmp_path / "gesprek.docx", repair=True)
    assert "cliënt en à." in source.utterances[0].text
    assert [remark.what.partition(" twice")[0] for remark in source.remarks] == ["2 characters had been encoded"]


def test_the_remark_says_how_to_have_it_repaired(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_text("De cliÃ«nten wachten één dag.", encoding="utf-8")
    assert "repair_encoding = true under [transcripts] in study.toml" in read_source(path).remarks[0].what
    assert read_source(path, repair=True).utterances[0].text == "De cliënten wachten één dag."
