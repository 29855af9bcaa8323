"""Real input, seen to work: meeting reports as documents, council minutes, answers to parliamentary questions."""

import re

import pytest

from perspectieven.study import Study

SETTINGS = 'title = "Echt"\n[[perspectives]]\nid = "beleid"\nlabel = "Beleid"\n'
HEADING = "transcript,label,speaker,perspective,role,sector,quotable\n"


def make(folder, files, speakers):
    """Make a study of files that stay where they are."""
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    for name, path in files.items():
        (raw / name).symlink_to(path)
    (raw / "speakers.csv").write_text(HEADING + speakers, encoding="utf-8")
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    return Study.open(folder)


def test_the_seeds_are_read_coded_and_counted_as_meeting_documents(shared, tmp_path):
    files = {path.name: path for path in sorted((shared / "seeds").glob("*.txt"))}
    study = make(tmp_path, files, "*,document,leernetwerk,beleid,participant,,ja\n")
    turns, codings = study.turns(), study.codings()
    assert set(turns["speaker"]) == {"leernetwerk"}
    assert turns.groupby("transcript_id").size().to_dict() == {"000_2c3c23910ccab4e6": 32, "002_2f31657ef1688fb0": 25}
    found = set(codings["code"])
    assert {"BET-NORMALISEREN", "LNW-SAMENLEREN", "VER-ERVARINGSDESKUNDIG", "LNW-TAAL", "SWB-BREDEBLIK"} <= found
    counts = study.theme_counts().set_index("theme")
    assert counts.loc["LNW", "n_coded"] == int((codings["theme"] == "LNW").sum()) > 5


@pytest.fixture(scope="module")
def council(shared, tmp_path_factory):
    dutch = shared / "real" / "dutch"
    [minutes] = dutch.glob("denhaag_notulen-15730225-*.pdf")
    files = {"raad.pdf": minutes} | {f"kamervragen-{n}.docx": dutch / f"nl_kamervragen_{n}.docx" for n in (1, 3, 6)}
    speakers = (
        "*,document,minister,beleid,participant,rijk,ja\n"
        "*,vragensteller,interviewer,,interviewer,,nee\n"
        "raad,*,,beleid,participant,gemeente,ja\n"
    )
    study = make(tmp_path_factory.mktemp("council"), files, speakers)
    study.run()
    return study


def test_council_minutes_are_split_into_turns_with_their_speakers(council):
    turns = council.turns().query("transcript_id == 'raad'")
    assert len(turns) >= 300
    assert turns["speaker"].nunique() >= 40
    assert set(turns["perspective"]) == {"beleid"}
    chair = turns[turns["speaker"] == "raad/De voorzitter"]
    assert len(chair) > 100
    assert not turns["text"].str.contains(r"(?m)^\s*\d{1,3}\s*$").any()


def test_answers_in_word_have_no_field_codes_headers_or_footers(council):
    words = council.turns().query("transcript_id != 'raad'")
    assert (
        not words["text"]
        .str.contains(r"DOCPROPERTY|MERGEFIELD|PAGEREF|\bPagina \d+ van \d+", flags=re.IGNORECASE)
        .any()
    )


def test_the_council_is_coded_and_reported(council):
    codings = council.codings()
    assert set(codings["transcript_id"]) == set(council.turns()["transcript_id"])
    page = (council.reports / "index.html").read_text(encoding="utf-8")
    assert "Guernaoui (Hart" not in re.sub(r"<(mark|p|blockquote|span)[^>]*>.*?</\1>", "", page)
    assert (council.reports / "figures" / "aandelen.svg").is_file()


def test_signs_leave_out_half_of_what_terms_alone_find_in_a_council_that_speaks_of_other_things(council):
    by_terms = council.recode(council.lexicon.without_signs())
    found, alone = ((table["transcript_id"] == "raad").sum() for table in (council.codings(), by_terms))
    assert 0 < found < 0.6 * alone
