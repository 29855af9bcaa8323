"""Notebooks on a study: which, with what parameters, and where the pages go."""

import sys

import nbformat
import pytest

from perspectieven import cli
from perspectieven.errors import StudyError
from perspectieven.study.notebooks import TAG, find_notebooks, read_parameters, run_notebooks, with_parameters
from tests.conftest import ROOT

OURS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def write(folder, name, *sources, tagged='WORD = "a"  # a word\nN = 3'):
    folder.mkdir(exist_ok=True)
    cells = [nbformat.v4.new_code_cell(tagged, metadata={"tags": [TAG]})]
    cells += [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_each_of_our_notebooks_has_parameters_at_the_top_and_no_outputs(path):
    book = nbformat.read(path, as_version=4)
    first = next(cell for cell in book.cells if cell.cell_type == "code")
    assert first.metadata.get("tags") == [TAG]
    assert read_parameters(book)
    assert all(cell.get("outputs", []) == [] and cell.get("execution_count") is None for cell in book.cells)
    assert book.cells[0].source.startswith(f"# {int(path.stem[:2])}. ")


def test_parameters_are_replaced_in_their_own_cell_and_shown_on_the_page(mini):
    write(mini.root / "notebooks", "1_proef", "print(WORD * N)")
    [page] = run_notebooks(mini, parameters={"WORD": "ab", "N": "2"})
    assert page == mini.reports / "notebooks" / "1_proef.html"
    shown = page.read_text(encoding="utf-8")
    assert "abab" in shown
    kept = nbformat.read(mini.root / "notebooks" / "1_proef.ipynb", as_version=4)
    assert "ab" not in kept.cells[0].source


def test_a_parameter_goes_to_the_notebooks_that_have_it(mini):
    write(mini.root / "notebooks", "1_een", "print(WORD + '!')")
    write(mini.root / "notebooks", "2_twee", "print('twee', M)", tagged="M = 1.5")
    first, second = run_notebooks(mini, parameters={"M": "4"})
    assert "a!" in first.read_text(encoding="utf-8")
    assert "twee 4" in second.read_text(encoding="utf-8")


def test_all_that_is_wrong_with_parameters_is_told_before_anything_runs(mini):
    write(mini.root / "notebooks", "1_proef", "print(WORD)")
    with pytest.raises(StudyError) as caught:
        run_notebooks(mini, parameters={"WORDS": "x", "N": "drie"})
    assert "WORDS: is no parameter of these notebooks; use one of N, WORD" in str(caught.value)
    assert 'N: "drie" cannot be read; give a value like 3 (int)' in str(caught.value)
    assert not mini.reports.exists()


def test_a_cell_that_fails_is_named_by_its_place_in_the_notebook(mini):
    write(mini.root / "notebooks", "1_proef", "1 / N")
    with pytest.raises(StudyError, match=r"1_proef\.ipynb: 1 fault\n  cell 2: stops with ZeroDivisionError"):
        run_notebooks(mini, parameters={"N": "0"})


def test_all_notebooks_that_fail_are_named_and_the_others_are_kept(mini):
    write(mini.root / "notebooks", "1_een", "1 / 0")
    write(mini.root / "notebooks", "2_twee", "print(WORD)")
    write(mini.root / "notebooks", "3_drie", "[][N]")
    with pytest.raises(StudyError) as caught:
        run_notebooks(mini)
    assert [(fault.where, fault.place) for fault in caught.value.faults] == [
        ("1_een.ipynb", "cell 2"),
        ("3_drie.ipynb", "cell 2"),
    ]
    assert [path.name for path in (mini.reports / "notebooks").iterdir()] == ["2_twee.html"]


def test_a_notebook_is_found_by_how_its_name_begins(tmp_path):
    for name in ("01_lezen", "02_tellen", "02_teken"):
        write(tmp_path, name)
    assert [path.stem for path in find_notebooks(tmp_path, ["01"])] == ["01_lezen"]
    assert [path.stem for path in find_notebooks(tmp_path, ["02_tellen.ipynb", "01"])] == ["01_lezen", "02_tellen"]
    with pytest.raises(StudyError) as caught:
        find_notebooks(tmp_path, ["02", "09"])
    assert "02: is the beginning of several; use one of 01_lezen" in str(caught.value)
    assert "09: is no notebook" in str(caught.value)
    with pytest.raises(StudyError, match=r"has no notebooks .* say where they are with --from"):
        find_notebooks(tmp_path / "leeg")


def test_a_notebook_without_parameters_runs_as_it_is():
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("N = 3")])
    assert read_parameters(book) == {}
    assert with_parameters(book, {"N": 4}) == book


def test_the_command(mini, monkeypatch, capsys):
    write(mini.root / "eigen", "1_proef", "print(WORD * 3)")
    command = ["perspectieven", "notebooks", str(mini.root), "--from", str(mini.root / "eigen"), "-p", "WORD=xy"]
    monkeypatch.setattr(sys, "argv", command)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert (stopped.value.code or 0) == 0
    assert capsys.readouterr().out.strip() == str(mini.reports / "notebooks" / "1_proef.html")
    assert "xyxyxy" in (mini.reports / "notebooks" / "1_proef.html").read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "argv", [*command[:-1], "WORD"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 2
