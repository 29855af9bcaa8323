"""Names in a study: none reaches data/coded, everybody keeps one pseudonym, and the key alone tells who is who."""

import hashlib
from dataclasses import replace

import pandas as pd
import pyarrow.parquet as pq
import pytest

from perspectieven.errors import PerspectievenError, StudyError, TranscriptError
from perspectieven.privacy.search import Wanted
from perspectieven.study import Study
from perspectieven.study.pseudonymising import PASSPHRASE, make_masks
from perspectieven.transcript import Turn

SETTINGS = """\
title = "Namen"
[[perspectives]]
id = "ouders"
label = "Ouders"
[privacy]
keep = ["Triangelo"]
"""
SPEAKERS = """\
transcript,label,speaker,perspective,role,sector,quotable
*,Interviewer,interviewer,,interviewer,,nee
b,Quirijntje,,ouders,participant,,ja
a,Moeder,m2,ouders,participant,,nee
"""
PHRASE = "vier losse gewone woorden"
NAMES = ("Quirijntje", "Sanne", "Wagenvoort", "Klimop", "Karim", "0612345678")


@pytest.fixture
def study(tmp_path, monkeypatch):
    monkeypatch.delenv(PASSPHRASE, raising=False)
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "data" / "raw" / "speakers.csv").write_text(SPEAKERS, encoding="utf-8")
    (tmp_path / "data" / "raw" / "b.txt").write_text(
        "Interviewer: Hoe is het met Sanne?\n"
        "Quirijntje: Mijn dochter Sanne Wagenvoort zit op basisschool De Klimop, bel maar 0612345678.\n"
        "Interviewer: En Triangelo?\n"
        "Quirijntje: Sanne vindt het gewoon een fase, dat hoort erbij.\n",
        encoding="utf-8",
    )
    return Study.open(tmp_path)


def add_conversation(study: Study) -> None:
    text = "Interviewer: Wie nog?\nMoeder: Karim en ook Sanne, en quirijntje, die praatte mee.\n"
    (study.raw / "a.txt").write_text(text, encoding="utf-8")


def everything_in(folder) -> bytes:
    tables = [pd.read_parquet(path).to_csv().encode() for path in folder.rglob("*.parquet")]
    return b"".join([*tables, *(path.read_bytes() for path in folder.rglob("*") if path.is_file())])


def test_no_name_reaches_data_coded(study):
    add_conversation(study)
    study.code()
    written = everything_in(study.root / "data" / "coded").lower()
    assert [name for name in NAMES if name.lower().encode() in written] == []
    assert b"triangelo" in written


def test_no_name_can_be_found_by_trying_digests(study):
    (study.raw / "names.csv").write_text("name,kind\nTriangelo,school\n", encoding="utf-8")
    study.code()
    guesses = [name.casefold().encode() for name in (*NAMES, "Interviewer", "Triangelo")]
    guesses += [(study.raw / name).read_bytes() for name in ("names.csv", "speakers.csv")]
    made = everything_in(study.coded.folder)
    made += b"".join(pq.read_schema(path).metadata[b"perspectieven.transcript"] for path in parts_of(study))
    found = [
        guess
        for guess in guesses
        for algorithm in ("md5", "sha1", "sha256", "sha512")
        if hashlib.new(algorithm, guess).hexdigest()[:12].encode() in made
    ]
    assert found == []


def parts_of(study: Study):
    return sorted((study.coded.folder / "parts" / "turns").glob("*.parquet"))


def test_codings_are_of_the_text_as_it_is_written(study):
    turns, codings = study.turns(), study.codings()
    texts = dict(zip(zip(turns["transcript_id"], turns["turn_index"], strict=True), turns["text"], strict=True))
    assert texts["b", 1] == "Mijn dochter [Meisje-1] zit op [School-1], bel maar [Telefoon-1]."
    for row in codings.itertuples():
        assert texts[row.transcript_id, row.turn_index][row.start_char : row.end_char] == row.matched_text
    assert set(codings["speaker"] if "speaker" in codings else turns["speaker"]) == {"interviewer", "b/Spreker 1"}
    assert study.quotable() == {"b/Spreker 1"}


def test_with_a_key_pseudonyms_stay_when_conversations_are_added(study, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, PHRASE)
    study.code()
    add_conversation(study)
    turns = Study.open(study.root).turns()
    assert turns["text"].iloc[1] == "[Persoon-1] en ook [Meisje-1], en [Persoon-2], die praatte mee."
    assert study.reveal("[Meisje-1]", passphrase=PHRASE) == ("Sanne Wagenvoort", "Sanne")
    key = study.root / study.settings.key
    assert b"Sanne" not in key.read_bytes()
    kept = key.read_bytes()
    Study.open(study.root).code()
    assert key.read_bytes() == kept


def test_a_conversation_that_is_added_makes_no_other_stale(study):
    study.code()
    before = {name: entry for name, found in study.coded.parts.index().items() for entry in found}
    (study.raw / "c.txt").write_text("Interviewer: En?\nMoeder: Met Roderik Paalvast.\n", encoding="utf-8")
    with (study.raw / "speakers.csv").open("a", encoding="utf-8") as file:
        file.write("c,Moeder,m3,ouders,participant,,nee\n")
    study.code()
    after = {name: entry for name, found in study.coded.parts.index().items() for entry in found}
    assert (set(after), after["b"]) == ({"b", "c"}, before["b"])


def test_a_transcript_that_changed_after_the_search_is_not_coded(study):
    mask = make_masks([study.raw / "b.txt"], Wanted(), key=study.root / "geen", columns=study.settings.columns)["b"]
    (said,) = study.transcripts()
    assert "[Meisje-1]" in mask.hide(said).turns[1].text
    added = replace(said, turns=(*said.turns, Turn("b", len(said.turns), "Quirijntje", "En Sanne ook.")))
    with pytest.raises(TranscriptError, match="changed while it was read"):
        mask.hide(added)


def test_searching_in_processes_finds_the_same(study):
    add_conversation(study)
    options = {"key": study.root / "geen", "columns": study.settings.columns}
    paths = [study.raw / "a.txt", study.raw / "b.txt"]
    assert make_masks(paths, Wanted(), jobs=2, **options) == make_masks(paths, Wanted(), **options)


def test_who_has_the_passphrase_reads_the_names(study, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, PHRASE)
    study.code()
    (hit,) = study.kwic("bel maar", passphrase=PHRASE).to_dict("records")
    assert hit["left"].endswith("[Sanne Wagenvoort] zit op [basisschool De Klimop],")
    hidden, shown = study.quotes("ERB", everyone=True), study.quotes("ERB", everyone=True, passphrase=PHRASE)
    assert hidden.drop(columns="text").equals(shown.drop(columns="text"))
    with pytest.raises(PerspectievenError, match="passphrase"):
        study.kwic("bel maar", passphrase="een heel andere zin")


def test_what_is_passed_on_never_reads_the_names(study, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, PHRASE)
    study.code()
    for ask in (
        lambda: study.shareable().kwic("bel", passphrase=PHRASE),
        lambda: study.shareable().quotes("ERB", passphrase=PHRASE),
    ):
        with pytest.raises(StudyError, match="names: are for the team"):
            ask()


def test_a_key_asks_for_its_passphrase(study, monkeypatch):
    monkeypatch.setenv(PASSPHRASE, PHRASE)
    study.code()
    add_conversation(study)
    monkeypatch.delenv(PASSPHRASE)
    with pytest.raises(PerspectievenError, match=PASSPHRASE):
        study.code()
    with pytest.raises(PerspectievenError, match="passphrase"):
        study.reveal("Meisje-1", passphrase="een heel andere zin")


def test_a_study_can_do_without_pseudonyms(study):
    settings = (study.root / "study.toml").read_text(encoding="utf-8") + "pseudonyms = false\n"
    (study.root / "study.toml").write_text(settings, encoding="utf-8")
    assert "Sanne Wagenvoort" in Study.open(study.root).turns()["text"].iloc[1]


def test_names_that_the_study_lists_are_replaced(study):
    (study.raw / "names.csv").write_text("name,kind\ngewoon een fase,organisatie\n", encoding="utf-8")
    assert "[Organisatie-1]" in study.turns()["text"].iloc[3]
    (study.raw / "names.csv").write_text("name,kind\n,persoon\nJo,mens\n", encoding="utf-8")
    with pytest.raises(PerspectievenError) as caught:
        study.code()
    assert [fault.place for fault in caught.value.faults] == ["row 2", "row 3"]


def test_risks_are_told_by_place_and_never_by_name(study):
    text = (study.raw / "b.txt").read_text(encoding="utf-8") + "Quirijntje: Die BSO, Zwxqje, weet ervan.\n"
    (study.raw / "b.txt").write_text(text, encoding="utf-8")
    told = [str(risk) for risk in study.privacy_risks()]
    assert "perspective ouders: shared by 1, of at least 3; it may tell who they are" in told
    assert not any(name in line for line in told for name in (*NAMES, "Zwxqje"))


def test_an_id_that_names_somebody_is_a_risk(study):
    speakers = study.raw / "speakers.csv"
    speakers.write_text(SPEAKERS.replace("b,Quirijntje,,", "b,Quirijntje,moeder-sanne,"), encoding="utf-8")
    told = [str(risk) for risk in study.privacy_risks()]
    assert "b, the id of a speaker: holds a name; give another id in speakers.csv" in told


def test_speakers_are_drafted_and_never_given_a_perspective(study):
    add_conversation(study)
    (study.raw / "speakers.csv").unlink()
    lines = study.draft_speakers()
    assert lines == (
        "a,Interviewer,interviewer,,interviewer,,nee,,,,",
        "a,Moeder,a-moeder,,participant,,,,,,",
        "b,Interviewer,interviewer,,interviewer,,nee,,,,",
        "b,Quirijntje,b-2,,participant,,,,,,",
    )
    assert study.draft_speakers(write=True) == lines
    assert study.draft_speakers() == ()


def test_lines_are_added_to_a_list_that_a_spreadsheet_saved_in_an_older_encoding(study):
    add_conversation(study)
    path = study.raw / "speakers.csv"
    path.write_bytes(
        SPEAKERS.replace("participant,,ja", "participant,Privé,ja").replace("a,Moeder,m2", "c,Opa,o2").encode("cp1252")
    )
    study.draft_speakers(write=True)
    told = path.read_text(encoding="utf-8")
    assert "b,Quirijntje,,ouders,participant,Privé,ja" in told
    assert "a,Moeder,a-moeder,,participant" in told
