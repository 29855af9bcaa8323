"""A study may have text that was encoded twice repaired; it is not, unless study.toml says so."""

from perspectieven.study import Study
from perspectieven.study.steps import describe_inputs


def test_text_encoded_twice_is_repaired_where_the_study_says_so_and_results_become_stale(mini: Study) -> None:
    path = mini.raw / "gesprek-1.txt"
    path.write_text("Moeder: Met de cliÃ«nten.\n\nInterviewer: Ja?\n\nMoeder: Ja.\n", encoding="utf-8")
    settings = mini.root / "study.toml"
    as_it_was = Study.open(mini.root)
    asked = settings.read_text(encoding="utf-8") + "\n[transcripts]\nrepair_encoding = true\n"
    settings.write_text(asked, encoding="utf-8")
    repaired = Study.open(mini.root)
    texts = [
        next(t.turns[0].text for t in study.transcripts() if t.id == "gesprek-1") for study in (as_it_was, repaired)
    ]
    assert texts == ["Met de cliÃ«nten.", "Met de cliënten."]
    paths = repaired.transcript_paths
    before, after = (describe_inputs(study, paths, study.lexicon) for study in (as_it_was, repaired))
    assert {name for name in before if before[name] != after[name]} == {"repair_encoding"}
    assert any("1 character had been encoded twice" in note for note in repaired.check())
