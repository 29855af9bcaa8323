"""Word, PDF, Markdown and RTF files that people really have, one by one; they lie beside the repository."""

import re
from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import read_source

REAL = Path(__file__).parents[3] / "shared/real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real files lie in ../shared, which is not here")

PASSWORD = "has a password; save a copy without one"
PICTURE = "no text on its 1 page: run OCR first"
NOTHING = "no text in it; a transcript has at least one utterance"
OUTCOMES: dict[str, int | str] = {
    "dutch/Besluitenlijst-raadsvergadering-29-juni-2015.pdf": 100,
    "dutch/c01.cha": 19,
    "dutch/den_helder_meeting_print.html": 'ends in ".html"; readable are ',
    "dutch/denhaag_besluitenlijst-15091276-*.pdf": 59,
    "dutch/denhaag_motie-15258462-*.pdf": 21,
    "dutch/denhaag_motie-15665285-*.pdf": 24,
    "dutch/denhaag_motie-15687825-*.pdf": 26,
    "dutch/denhaag_motie-15788586-*.pdf": 24,
    "dutch/denhaag_notulen-15142644-*.pdf": 12,
    "dutch/denhaag_notulen-15730225-*.pdf": 715,
    "dutch/denhaag_raadsvoorstel-15802718-*.pdf": 155,
    "dutch/h-tk-20172018-70-4.xml": 25,
    "dutch/h-tk-20172018-70-5.xml": 118,
    "dutch/h-tk-20172018-70-8.xml": 65,
    "dutch/jugendamt.md": 92,
    "dutch/nl.proc.ob.d.h-ek-19992000-493-493.xml": 4,
    "dutch/nl_kamervragen_1.docx": 14,
    "dutch/nl_kamervragen_3.docx": 12,
    "dutch/nl_kamervragen_6.docx": 28,
    "nasty/mm_comments.docx": 1,
    "nasty/mm_empty.docx": NOTHING,
    "nasty/mm_endnotes.docx": 1,
    "nasty/mm_footnotes.docx": 1,
    "nasty/mm_tables.docx": 4,
    "nasty/mm_text-box.docx": 1,
    "nasty/pm_aes-256-r6.pdf": PASSWORD,
    "nasty/pm_issue-791-non-unicode-cmap.pdf": 1,
    "nasty/pm_pdf-with-jbig2.pdf": PICTURE,
    "nasty/pm_zen_of_python_corrupted.pdf": 22,
    "nasty/pp_annotations.pdf": 1,
    "nasty/pp_empty.pdf": "empty file; a transcript has text; export it again or remove it",
    "nasty/pp_issue-71-duplicate-chars.pdf": 22,
    "nasty/pp_issue-848.pdf": 40,
    "nasty/pp_malformed-from-issue-932.pdf": 1,
    "nasty/pp_test-punkt.pdf": 3,
    "nasty/pp_word365_structure.pdf": 9,
    "nasty/pt_blank.pdf": PICTURE,
    "nasty/pt_both_passwords.pdf": PASSWORD,
    "nasty/pt_corrupt.pdf": "is not a sound .pdf file; open it in a PDF viewer and save it again",
    "nasty/pt_landscape_90.pdf": 1,
    "nasty/pt_table.pdf": 3,
    "nasty/pt_user_password.pdf": PASSWORD,
    "nasty/px_comments-rich-para.docx": 7,
    "nasty/px_having-images.docx": NOTHING,
    "nasty/px_hdr-header-footer.docx": 2,
    "nasty/px_par-rendered-page-breaks.docx": 4,
    "nasty/rtf_Example_text.rtf": 16,
    "nasty/rtf_ansicpg1250.rtf": 2,
    "nasty/rtf_bytes.rtf": 25,
    "nasty/rtf_french.rtf": 4,
    "nasty/rtf_issue_20.rtf": 1,
    "nasty/rtf_issue_38.rtf": 1,
    "nasty/rtf_issue_63.rtf": 1,
    "nasty/rtf_line_break_textedit_mac.rtf": 3,
    "nasty/rtf_mac_textedit_hyperlink.rtf": 3,
    "nasty/rtf_specialchars.rtf": 1,
    "nasty/rtf_unicode.rtf": 1,
}
"""How many turns are read from a file, or how the message begins with which it is refused."""
OTHERWISE = {
    "rtf_issue_63": "a list number of the program, which is left out",
    "rtf_mac_textedit_hyperlink": "the address behind a link, which is a field code",
    "rtf_specialchars": "a soft hyphen, which is taken for a real one there",
}
"""Where an expected text beside a file is not ours, and what is in it."""


def test_the_list_is_complete() -> None:
    paths = [path for folder in ("dutch", "nasty") for path in (REAL / folder).iterdir()]
    named = {path for pattern in OUTCOMES for path in REAL.glob(pattern)}
    assert {path for path in paths if not path.name.endswith(".expected.txt")} == named


@pytest.mark.parametrize("pattern", OUTCOMES)
def test_it_is_read_with_so_many_turns_or_refused_with_this_message(pattern: str) -> None:
    (path,) = REAL.glob(pattern)
    outcome = OUTCOMES[pattern]
    if isinstance(outcome, str):
        with pytest.raises(TranscriptError, match=re.escape(outcome)):
            read_source(path)
    else:
        assert len(read_source(path).utterances) == outcome


def test_the_words_are_those_of_the_expected_text_beside_a_file() -> None:
    otherwise = set()
    for expected in (REAL / "nasty").glob("*.expected.txt"):
        path = expected.with_name(expected.name.replace(".expected.txt", ".rtf"))
        if path.is_file():
            said = "\n".join(u.text for u in read_source(path).utterances)
            if re.findall(r"\w+", said) != re.findall(r"\w+", expected.read_text(encoding="utf-8")):
                otherwise.add(path.stem)
    assert otherwise == set(OTHERWISE)


def test_questions_to_a_minister_are_not_the_words_of_the_minister() -> None:
    for path in sorted((REAL / "dutch").glob("nl_kamervragen_*.docx")):
        source = read_source(path)
        assert {said.label for said in source.utterances} == {"vragensteller", "document"}
        assert all("?" in said.text for said in source.utterances if said.label == "vragensteller")
        assert "told by their layout" in str(source.remarks[0])


def test_letters_that_no_font_names_are_remarked_on() -> None:
    remarks = read_source(REAL / "nasty/pm_issue-791-non-unicode-cmap.pdf").remarks
    assert "page 1: the fonts do not say which letters they print" in str(remarks[0])


def test_a_page_that_is_turned_or_mirrored_reads_as_the_one_that_is_not() -> None:
    said = [u.text for u in read_source(REAL / "nasty/pp_issue-848.pdf").utterances]
    assert sum("union representatives blame Omni Consumer Products" in text for text in said) == 8
    assert [u.text for u in read_source(REAL / "nasty/pt_landscape_90.pdf").utterances] == ["a b c d"]
