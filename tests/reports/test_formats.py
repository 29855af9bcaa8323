import json
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

import perspectieven as pv
from perspectieven.reports.captions import QUESTIONS
from perspectieven.reports.notebooks import as_html
from perspectieven.study.pictures import _digest_inputs
from perspectieven.study.reporting import PAGES, write_reports


def test_a_study_writes_its_report_in_each_format(tmp_path: Path) -> None:
    shutil.copytree("tests/ministudie", tmp_path / "studie", ignore=shutil.ignore_patterns("coded", "reports"))
    study = pv.Study.open(tmp_path / "studie")
    study.code()
    done: list[str] = []
    pages = write_reports(study, on_done=done.append, formats=["docx", "pdf", "slides", "docx"])
    assert [page.name for page in pages] == [PAGES[name] for name in ("docx", "pdf", "slides")]
    assert [page.read_bytes()[:4] for page in pages] == [b"PK\x03\x04", b"%PDF", b"<!DO"]
    assert len(done) == 4
    outputs = json.loads((study.reports / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert {page.name for page in pages} <= outputs.keys()
    for name in ("aandelen", "vragen", "samen_ouders", "verzadiging"):
        kinds = ("svg", "png", "csv", "json", "paper.svg", "paper.png", "class.svg", "class.png")
        assert {f"figures/{name}.{kind}" for kind in kinds} <= outputs.keys()
    assert not (study.reports / "index.html").exists()
    assert not (study.reports / "notebooks").exists()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> pv.Study:
    """Return a study with its slides, in which a code is withheld and professionals are too few."""
    folder = tmp_path_factory.mktemp("bewaakt") / "studie"
    shutil.copytree("tests/ministudie", folder, ignore=shutil.ignore_patterns("coded", "reports"))
    settings = folder / "study.toml"
    withheld = '\n[privacy]\nmin_group = 3\nwithheld_codes = ["ERB-FASE"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + withheld, encoding="utf-8")
    study = pv.Study.open(folder)
    study.code()
    write_reports(study, on_done=lambda _: None, formats=["slides"])
    return study


def test_the_figures_stand_in_the_order_of_the_questions(guarded: pv.Study) -> None:
    drawn = {path.name.split(".")[0] for path in (guarded.reports / "figures").glob("*.csv")}
    names = {name for names in QUESTIONS.values() for name in names} - {"samen"}
    assert drawn == names | {"samen_ouders", "samen_jeugdigen"}
    page = (guarded.reports / "slides.html").read_text(encoding="utf-8")
    order = [page.index(f'id="figuur-{name}-') for names in QUESTIONS.values() for name in names if name != "samen"]
    assert order == sorted(order)


def test_withheld_codes_and_small_groups_are_in_no_figure_table_or_sidecar(guarded: pv.Study) -> None:
    assert "ERB-FASE" in set(guarded.codings()["code"])
    label = guarded.lexicon.code("ERB-FASE").label
    named = {"differences", "code_differences", "verschillen", "cautions", "coverage_ratios"}  # with why, no number
    named |= {"voices", "stemmen"}  # as those of whom others tell
    checked = 0
    for path in guarded.reports.rglob("*.*"):
        if path.suffix in {".csv", ".json", ".svg"} and path.name != "manifest.json":
            text = path.read_text(encoding="utf-8")
            assert "ERB-FASE" not in text, path.name
            assert label not in text, path.name
            checked += 1
            if path.name.split(".")[0] not in named:
                assert re.search(r"\bprofessionals(,|\n)|\.professionals\"|Professionals \(", text) is None, path.name
    assert checked > 60


def test_a_sidecar_has_ids_only_of_quotes_that_may_be_shown(guarded: pv.Study) -> None:
    sidecar = json.loads((guarded.reports / "figures" / "aandelen.json").read_text(encoding="utf-8"))
    assert sidecar["seed"] == 7
    assert sidecar["digests"].keys() == {"inputs", "turns", "codings", "table"}
    ids = {quote for quotes in sidecar["quotes"].values() for quote in quotes}
    shown = guarded.shareable()
    agreed = shown.turns()
    agreed = agreed[agreed["speaker"].isin(guarded.quotable())]
    codings = shown.codings().merge(agreed[["transcript_id", "turn_index"]])
    secret = guarded.withheld()[["transcript_id", "turn_index"]].drop_duplicates()
    codings = codings.merge(secret, how="left", indicator=True).query("_merge == 'left_only'")
    assert 0 < len(ids) == len(codings) < len(guarded.codings())
    assert not ids & set(guarded.codings()["coding_id"])


def read_sidecar(study: pv.Study, name: str) -> Any:
    return json.loads((study.reports / "figures" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_sidecar_says_what_it_was_made_from(guarded: pv.Study) -> None:
    names = {path.stem for path in (guarded.reports / "figures").glob("*.json")}
    assert len(names) == 14
    for name in names:
        sidecar = read_sidecar(guarded, name)
        assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in sidecar["digests"].values()), name
        made = [sidecar[key] for key in ("lexicon", "lexicon_version", "lexicon_digest", "seed")]
        assert made == [guarded.lexicon.name, guarded.lexicon.version, guarded.lexicon.digest, 7], name
        assert sidecar["quotes"] or name not in {
            "aandelen",
            "begrippen",
            "vragen",
            "orientatie",
            "stemmen",
            "spontaan",
        }, name


def test_the_digest_of_the_inputs_changes_with_a_transcript_and_with_who_speaks() -> None:
    made_from = {"inputs": {"g1.txt": "ab"}, "speakers": "cd", "seed": 1}
    digest = _digest_inputs(made_from)
    assert digest == _digest_inputs(made_from | {"seed": 2})
    others = [made_from | {"inputs": {"g1.txt": "ac"}}, made_from | {"speakers": "ce"}]
    assert digest not in [_digest_inputs(other) for other in others]


def test_marks_of_questions_and_views_have_the_quotes_of_their_mentions(guarded: pv.Study) -> None:
    shown = guarded.shareable()
    agreed = {theme: shown.quotes(theme, perspective="ouders") for theme in shown.lexicon.theme_ids}
    belongs = read_sidecar(guarded, "vragen")["quotes"]["mark.2a.ouders"]
    assert len(belongs) == len(agreed["ERB"]) > 0
    told = read_sidecar(guarded, "stemmen")["quotes"]
    own = {
        quote for mark, quotes in told.items() if re.fullmatch(r"mark\.own(-\w+)?\.ouders", mark) for quote in quotes
    }
    assert len(own) == sum(int((quotes["voice"] == "own").sum()) for quotes in agreed.values()) > 0


def test_a_corner_of_a_table_in_a_notebook_is_no_heading() -> None:
    table = pd.DataFrame({"aantal": [3]}, index=pd.Index(["Ouders"], name="perspectief"))
    shown = table.style.to_html() + table.to_html() + table.style.hide(axis="index").to_html()
    output = nbformat.v4.new_output("display_data", {"text/html": shown})
    page = as_html(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("t", outputs=[output])]), title="t")
    assert shown.count("<th></th>") + shown.count("&nbsp;</th>") > 2
    assert re.search(r"<th[^>]*>(&nbsp;|\s)*</th>", page) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_notebook_is_a_page_in_the_language_of_the_study(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from perspectieven.study import notebooks, reporting

    shutil.copytree("tests/ministudie", tmp_path / "studie", ignore=shutil.ignore_patterns("coded", "reports"))
    settings = tmp_path / "studie" / "study.toml"
    settings.write_text(f'language = "{language}"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    study = pv.Study.open(tmp_path / "studie")
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Hallo")])
    (study.root / "notebooks").mkdir(exist_ok=True)
    nbformat.write(book, study.root / "notebooks" / "01_een.ipynb")
    monkeypatch.setattr(notebooks, "run_side_by_side", lambda paths, folder: [book])
    page = study.reports / "notebooks" / "01_een.html"
    for write in (reporting._keep_notebooks, notebooks.run_notebooks):
        write(study)
        assert f'<html lang="{language}"' in page.read_text(encoding="utf-8")
        page.unlink()
