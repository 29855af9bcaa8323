import html
import shutil
from dataclasses import replace
from threading import Thread

import pandas as pd
import pytest

from perspectieven.errors import LexiconError, PerspectievenError, StudyError
from perspectieven.lexicon import Term
from perspectieven.study import Study
from perspectieven.tables import CODINGS, TURNS
from tests.conftest import ROOT


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """The mini study after one run, which a notebook that is gone had a page in: to look at, not to change."""
    folder = tmp_path_factory.mktemp("finished") / "mini"
    shutil.copytree(ROOT / "tests" / "ministudie", folder, ignore=shutil.ignore_patterns("coded", "reports"))
    study = Study.open(folder)
    (study.reports / "notebooks").mkdir(parents=True)
    (study.reports / "notebooks" / "99_weg.html").write_text("oud", encoding="utf-8")
    study.run()
    return study


def test_the_tables_are_the_same_in_memory_parquet_and_csv(mini):
    turns, codings = mini.turns(), mini.codings()
    for table, schema in ((turns, TURNS), (codings, CODINGS)):
        folder = mini.root / "data" / "coded"
        pd.testing.assert_frame_equal(pd.read_parquet(folder / f"{schema.name}.parquet").astype(schema.columns), table)
        from_csv = pd.read_csv(
            folder / f"{schema.name}.csv",
            dtype=schema.columns,
            keep_default_na=False,
            na_values={"start_s": "", "end_s": ""},
        )
        pd.testing.assert_frame_equal(from_csv, table)


def test_the_same_input_gives_the_same_bytes(mini):
    mini.run()
    first = contents(mini.root / "data" / "coded") | contents(mini.reports)
    for path in (*(mini.root / "data" / "coded").rglob("*"), *mini.reports.rglob("*")):
        if path.is_file():
            path.unlink()
    Study.open(mini.root).run(jobs=2)
    assert contents(mini.root / "data" / "coded") | contents(mini.reports) == first
    assert {
        "turns.parquet",
        "codings.csv",
        "manifest.json",
        "index.html",
        "figures/aandelen.svg",
        "figures/aandelen.png",
    } <= set(first)


def test_raw_files_are_never_written_to(finished):
    assert contents(finished.raw) == contents(ROOT / "tests" / "ministudie" / "data" / "raw")


def test_a_broken_off_run_goes_on_where_it_was(mini, coded_now):
    def stop_at_the_second(transcript_id):
        if len(coded_now) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mini.code(on_done=stop_at_the_second)
    assert not (mini.root / "data" / "coded" / "manifest.json").exists()
    assert len(coded_now) == 2
    mini.code()
    assert sorted(coded_now) == ["bijeenkomst", "gesprek-1", "gesprek-2", "gesprek-3"]


def test_only_what_changed_is_coded_again_and_nothing_stale_is_read(mini, coded_now):
    before = len(mini.codings())
    coded_now.clear()
    path = mini.raw / "gesprek-1.txt"
    path.write_text(path.read_text(encoding="utf-8") + "Moeder: Hij is een echte puber.\n", encoding="utf-8")
    assert len(Study.open(mini.root).codings()) == before + 1
    assert coded_now == ["gesprek-1"]


def test_tables_that_somebody_edited_are_made_anew(mini):
    codings = mini.codings()
    path = mini.root / "data" / "coded" / "codings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("affirmed", "negated"), encoding="utf-8")
    pd.testing.assert_frame_equal(Study.open(mini.root).codings(), codings)
    assert "affirmed" in path.read_text(encoding="utf-8")


def test_progress_is_told_for_every_transcript_also_when_nothing_is_to_do(mini):
    for _ in range(2):
        done = []
        mini.code(on_done=done.append)
        assert sorted(done) == ["bijeenkomst", "gesprek-1", "gesprek-2", "gesprek-3"]


def test_a_changed_lexicon_is_tried_without_touching_the_disk(mini):
    before = contents(mini.root / "data" / "coded") if mini.codings() is not None else {}
    code = mini.lexicon.code("GRE-ERNST")
    changed = mini.lexicon.with_code(replace(code, terms=(*code.terms, Term("L:deur"))))
    assert len(mini.codings(changed)) == len(mini.codings()) + 1
    assert contents(mini.root / "data" / "coded") == before


def test_all_that_is_wrong_comes_in_one_list(mini):
    (mini.raw / "gesprek-1.txt").write_text(
        "Interviewer: Hoe gaat het?\nTante: Goed.\nInterviewer: Fijn.\nTante: Ja.\n", encoding="utf-8"
    )
    (mini.raw / "leeg.txt").write_text("", encoding="utf-8")
    (mini.raw / "bijeenkomst.csv").write_text("wie,wat\nOma,Ja\n", encoding="utf-8")
    settings = (mini.root / "study.toml").read_text(encoding="utf-8")
    (mini.root / "study.toml").write_text(
        settings.replace("seed = 7", 'seed = 7\nlexicon = "bestaatniet"'), encoding="utf-8"
    )
    with pytest.raises(PerspectievenError) as caught:
        Study.open(mini.root).check()
    told = str(caught.value)
    for part in ("bestaatniet", "leeg.txt", "bijeenkomst.csv", "gesprek-1,Tante,"):
        assert part in told
    assert "Goed" not in told


def test_check_tells_what_is_noteworthy(mini):
    assert mini.check() == ()
    with (mini.raw / "speakers.csv").open("a", encoding="utf-8") as file:
        file.write("gesprek-9,Opa,opa,ouders,participant,,nee\n")
    assert mini.check() == ("speakers.csv, row 12: there is no transcript gesprek-9 in data/raw",)


def test_a_typing_error_never_publishes_a_withheld_code(mini):
    with (mini.root / "study.toml").open("a", encoding="utf-8") as file:
        file.write('[privacy]\nwithheld_codes = ["GRE-VEILIGHIED"]\n')
    for step in (Study.check, Study.code, Study.run):
        with pytest.raises(PerspectievenError, match="GRE-VEILIGHIED: is withheld and not in the lexicon"):
            step(Study.open(mini.root))


def test_the_lexicon_is_the_one_on_disk_now(mini, lexicon):
    from importlib.resources import files

    folder = mini.root / "eigen"
    folder.mkdir()
    for path in (files("perspectieven.lexicon") / "normaliseren").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    settings = (mini.root / "study.toml").read_text(encoding="utf-8")
    (mini.root / "study.toml").write_text(settings.replace("seed = 7", 'seed = 7\nlexicon = "eigen"'), encoding="utf-8")
    study = Study.open(mini.root)
    assert study.lexicon.digest == lexicon.digest
    before = len(study.codings())
    theme = folder / "ERB.yaml"
    theme.write_text(
        theme.read_text(encoding="utf-8").replace("    kerntermen:\n", "    kerntermen:\n      - L:deur\n", 1),
        encoding="utf-8",
    )
    assert len(study.codings()) == before + 1


def everything_that_was_said_and_may_not_be_shown(study):
    """Six words in a row of every turn of interviewers, of who did not agree, and of groups that are too small."""
    turns = study.turns()
    hidden = ~turns["speaker"].isin(study.quotable()) | turns["perspective"].isin(study.small_groups())
    for text in turns[hidden]["text"]:
        words = text.split()
        if len(words) >= 6:
            yield " ".join(words[:6])


def test_no_report_names_or_quotes_who_may_not_be_shown(mini):
    shutil.copytree(ROOT / "notebooks", mini.root / "notebooks", dirs_exist_ok=True)
    mini.run()
    hidden = list(everything_that_was_said_and_may_not_be_shown(mini))
    assert len(hidden) >= 5
    pages = {
        p.relative_to(mini.reports): p
        for p in mini.reports.rglob("*")
        if p.suffix in {".html", ".csv", ".svg", ".json"}
    }
    assert len([name for name in pages if name.suffix == ".html"]) == 9
    for name, path in pages.items():
        text = html.unescape(path.read_text(encoding="utf-8"))
        assert [said for said in hidden if said in text] == [], name
        for who in ("gesprek-1", "gesprek-2", "gesprek-3"):
            assert who not in text, (name, who)
        if name.suffix == ".html":
            assert "Professionals (n = 2)" not in text


def test_pages_of_notebooks_that_are_gone_go_too(finished):
    assert not (finished.reports / "notebooks" / "99_weg.html").exists()


def test_files_that_are_no_transcripts_are_named_not_skipped(mini):
    (mini.raw / "opname.mp3").write_bytes(b"")
    (mini.raw / "map").mkdir()
    (mini.raw / "map" / "gesprek-1.md").write_text("Moeder: Ja.", encoding="utf-8")
    (mini.raw / ".DS_Store").write_bytes(b"")
    with pytest.raises(StudyError) as caught:
        _ = Study.open(mini.root).transcript_paths
    assert [(fault.place, fault.what.split(";")[0]) for fault in caught.value.faults] == [
        ("opname.mp3", 'ends in ".mp3"'),
        ("gesprek-1.txt", "has the same name as another transcript but for its ending or folder"),
        ("gesprek-1.md", "has the same name as another transcript but for its ending or folder"),
    ]


def test_no_folder_with_transcripts(tmp_path):
    (tmp_path / "study.toml").write_text(
        'title = "x"\n[[perspectives]]\nid = "ouders"\nlabel = "O"\n', encoding="utf-8"
    )
    with pytest.raises(PerspectievenError, match="data/raw: 1 fault\n  is missing; make the folder"):
        Study.open(tmp_path).check()


def test_a_study_is_found_from_a_folder_inside_it(mini, monkeypatch):
    monkeypatch.chdir(mini.raw)
    assert Study.open().root == mini.root.resolve()


def test_a_study_may_have_a_lexicon_of_its_own(mini, lexicon):
    folder = mini.root / "eigen"
    folder.mkdir()
    (folder / "lexicon.yaml").write_text('naam: eigen\nversie: "2"\nthemas: []\n', encoding="utf-8")
    settings = (mini.root / "study.toml").read_text(encoding="utf-8")
    (mini.root / "study.toml").write_text(settings.replace("seed = 7", 'seed = 7\nlexicon = "eigen"'), encoding="utf-8")
    with pytest.raises(LexiconError, match='"themas" is no list'):
        _ = Study.open(mini.root).lexicon


def test_withheld_codes_are_in_no_count_and_no_quote_unless_asked_for(mini):
    with (mini.raw / "gesprek-1.txt").open("a", encoding="utf-8") as file:
        file.write("Moeder: Thuis was het onveilig, dat is echt zo.\n")
    study = Study.open(mini.root)
    assert study.withheld()["code"].tolist() == ["GRE-VEILIGHEID"]
    assert "GRE-VEILIGHEID" not in set(study.theme_counts("code")["code"])
    assert len(study.quotes("GRE-VEILIGHEID")) == 0
    assert len(study.quotes("GRE-VEILIGHEID", everyone=True)) == 1
    study.run()
    page = (study.reports / "index.html").read_text(encoding="utf-8")
    assert "onveilig" not in page


def test_quotes_are_of_those_who_agreed(mini):
    everyone = mini.quotes("LAT", everyone=True)
    agreed = mini.quotes("LAT")
    assert set(everyone["speaker"]) == {"dochter", "meisje"}
    assert set(agreed["speaker"]) == {"dochter"}
    assert set(mini.quotes("ERB", perspective="ouders")["perspective"]) == {"ouders"}
    with pytest.raises(StudyError, match="use one of ouders, jeugdigen, professionals"):
        mini.quotes("LAT", perspective="opas")
    with pytest.raises(LexiconError, match="is not a code"):
        mini.quotes("XYZ")


def test_what_cannot_be_counted_by(mini):
    with pytest.raises(StudyError, match='use "theme" or "code"'):
        mini.theme_counts("speaker")


def test_small_groups_are_in_no_reported_table_or_figure(finished):
    tables, figures = finished.reports / "tables", finished.reports / "figures"
    for table in ("theme_counts", "code_counts", "orientations", "positions"):
        assert "professionals" not in (tables / f"{table}.csv").read_text(encoding="utf-8")
    assert "professionals" not in (figures / "aandelen.csv").read_text(encoding="utf-8")
    assert "te weinig sprekers (minder dan 3)" in (tables / "differences.csv").read_text(encoding="utf-8")


def test_nothing_half_written_is_left(finished):
    assert [p for p in finished.root.rglob("*.tmp")] == []
    assert [p.name for p in finished.root.iterdir() if p.name.startswith("kernel")] == []


def test_an_empty_study_runs_to_a_page(tmp_path):
    from perspectieven.study.new import make_study

    study = Study.open(make_study(tmp_path / "nieuw", title='Wat is "gewoon"?'))
    assert study.check() == ("speakers.csv, row 2: no turn has *,Interviewer", "data/raw: no transcripts yet")
    page = study.run()
    assert page.is_file()
    assert len(study.codings()) == 0
    assert study.settings.title == 'Wat is "gewoon"?'


def test_a_new_study_takes_no_folder_that_is_in_use(tmp_path):
    from perspectieven.study.new import make_study

    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StudyError, match="is not empty; name a folder that is new or empty"):
        make_study(tmp_path / "vol", title="x")
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["iets.txt"]


def test_numbers_beside_a_figure_lead_to_their_quotes(finished):
    page = (finished.reports / "index.html").read_text(encoding="utf-8")
    figure = page.partition('id="figuur-aandelen"')[2].partition("</figure>")[0]
    assert '<a href="#citaten.ERB.ouders">3</a>' in figure
    assert 'id="citaten.ERB.ouders"' in page
    assert "#citaten.LNW.ouders" not in figure


def test_a_run_waits_for_another_run_on_the_same_study(mini, coded_now):
    with mini.coded.alone():
        other = Thread(target=Study.open(mini.root).code)
        other.start()
        other.join(0.5)
        assert (other.is_alive(), coded_now) == (True, [])
    other.join()
    assert sorted(coded_now) == sorted(path.stem for path in mini.transcript_paths)
