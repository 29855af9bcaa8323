"""The example study: complete, invented, and its planted truths come out as planted."""

import tomllib

import nbformat
import pytest

from perspectieven.reports.notebooks import run_notebook
from perspectieven.study import Study
from tests.conftest import ROOT

STUDY = Study.open(ROOT)
KEY = tomllib.loads((ROOT / "data" / "raw" / "antwoordsleutel.toml").read_text(encoding="utf-8"))
TRUTHS = {truth["id"]: truth for truth in KEY["truth"]}
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def counts(truth):
    table = STUDY.theme_counts(truth["by"])
    return table[table[truth["by"]] == truth["item"]].set_index("perspective")


def differences(truth):
    table = STUDY.differences(truth["by"])
    pairs = table[table[truth["by"]] == truth["item"]]
    return pairs[
        pairs["perspective_a"].isin(truth["perspectives"]) & pairs["perspective_b"].isin(truth["perspectives"])
    ]


def test_it_is_complete():
    assert STUDY.check() == ()
    turns = STUDY.turns()
    lengths = turns.groupby("transcript_id")["n_words"].sum()
    assert (len(lengths), lengths.min() >= 800, lengths.max() <= 1550) == (22, True, True)
    speakers = turns[turns["role"] == "participant"].groupby("perspective")["speaker"].nunique()
    assert speakers.to_dict() == {"jeugdigen": 9, "ouders": 9, "professionals": 9}
    assert {path.suffix for path in STUDY.transcript_paths} == {
        ".txt",
        ".md",
        ".docx",
        ".vtt",
        ".srt",
        ".pdf",
        ".csv",
        ".xlsx",
    }


def test_the_real_difference_is_found():
    truth = TRUTHS["echt-verschil"]
    [row] = differences(truth).to_dict("records")
    assert row["low"] > 0
    assert row["p_adjusted"] < 0.05


def test_the_absent_difference_is_not_claimed():
    pairs = differences(TRUTHS["geen-verschil"])
    assert len(pairs) == 3
    assert ((pairs["low"] < 0) & (pairs["high"] > 0)).all()


def test_the_prompted_artefact_is_named_for_what_it_is():
    truth = TRUTHS["schijnverschil-door-de-vraag"]
    table = counts(truth)
    ouders, others = table.loc["ouders"], table.drop("ouders")
    assert ouders["n_speakers_coded"] == 9
    assert ouders["n_prompted"] / ouders["n_coded"] >= truth["share_prompted_at_least"]
    assert others["n_prompted"].sum() == 0
    assert (others["n_speakers_coded"] > 0).all()


def test_the_single_talkative_speaker_is_visible():
    truth = TRUTHS["een-spreker"]
    table = counts(truth)
    row = table.loc["professionals"]
    codings = STUDY.codings().merge(STUDY.turns(), on=["transcript_id", "turn_index"], validate="many_to_one")
    theirs = codings[(codings["theme"] == truth["item"]) & (codings["perspective"] == "professionals")]
    shares = theirs["speaker"].value_counts(normalize=True)
    assert shares.idxmax() == truth["speaker"]
    assert shares.max() >= truth["share_of_mentions_at_least"]
    assert row["n_coded"] >= truth["mentions_at_least"]
    assert row["per_1000_words"] > 5 * table.drop("professionals")["per_1000_words"].max()
    shared = STUDY.shared().set_index("theme")
    assert shared.loc[truth["item"], "shared_by"] == truth["shared_by"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_run_and_are_kept_without_outputs(path):
    kept = nbformat.read(path, as_version=4)
    assert all(cell.get("outputs", []) == [] and cell.get("execution_count") is None for cell in kept.cells)
    run = run_notebook(path, folder=ROOT / "tests" / "ministudie")
    shown = [cell for cell in run.cells if cell.cell_type == "code" and cell.outputs]
    assert len(shown) >= 3


def test_every_notebook_is_there():
    assert [path.stem for path in NOTEBOOKS] == [
        "01_verkennen",
        "02_themas_per_perspectief",
        "03_vergelijking",
        "04_een_gesprek_lezen",
        "05_onderzoeksvragen",
        "06_factoren",
        "07_steunend_netwerk",
        "08_robuustheid",
    ]


def test_a_notebook_that_fails_is_named_with_its_cell_and_no_words(tmp_path):
    from perspectieven.errors import StudyError

    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell("raise ValueError('geheim')")]
    )
    nbformat.write(book, tmp_path / "stuk.ipynb")
    with pytest.raises(StudyError, match=r"stuk\.ipynb: 1 fault\n  cell 2: stops with ValueError") as caught:
        run_notebook(tmp_path / "stuk.ipynb", folder=tmp_path)
    assert "geheim" not in str(caught.value)
