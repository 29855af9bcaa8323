"""The commands of the class exercise, with their exit codes."""

import sys

import pytest

from perspectieven import cli
from tests.exercise.samples import fill


@pytest.fixture
def run(monkeypatch, capsys):
    def run_command(*words):
        monkeypatch.setattr(sys, "argv", ["perspectieven", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        said = capsys.readouterr()
        return stopped.value.code or 0, said.out, said.err

    return run_command


def test_make_and_score(run, mini, tmp_path, monkeypatch):
    code, out, _ = run("exercise", "make", mini.root, "--passages", 3, "--seed", 4, "--key", "machine")
    assert code == 0
    assert "blad.xlsx: 3 passages (" in out
    assert "the key (of the machine, confirmed by nobody), for the lecturer" in out
    sheets = [
        fill(mini.reports / "oefening" / "blad.xlsx", {"C2": "GEEN"}, save_as=tmp_path / f"{name}.xlsx")
        for name in "ab"
    ]
    code, out, _ = run("exercise", "score", *sheets, mini.root)
    assert code == 0
    assert out.splitlines()[0].split()[0] == "student"
    assert "Krippendorffs alfa" in out
    assert "klas.html: for the class" in out
    monkeypatch.chdir(mini.root)
    assert run("exercise", "score", *sheets)[:2] == (0, out.replace(f"{mini.root}/", f"{mini.root}/"))


def test_sheets_that_need_work_are_listed_and_give_exit_code_1(run, mini, tmp_path):
    run("exercise", "make", mini.root, "--passages", 3, "--key", "machine")
    wrong = fill(mini.reports / "oefening" / "blad.xlsx", {"C2": "ERP", "D3": "ontkend"}, save_as=tmp_path / "a.xlsx")
    code, _, err = run("exercise", "score", wrong, tmp_path / "weg.xlsx", mini.root)
    assert code == 1
    assert err.splitlines()[0] == "a.xlsx: 3 faults"
    assert "weg.xlsx: 1 fault" in err


def test_a_sheet_that_needs_work_is_listed_and_the_others_are_scored(run, mini, tmp_path):
    run("exercise", "make", mini.root, "--passages", 3, "--key", "machine")
    blank = mini.reports / "oefening" / "blad.xlsx"
    good = fill(blank, {"C2": "GEEN"}, save_as=tmp_path / "goed.xlsx")
    wrong = fill(blank, {"C2": "ERP"}, save_as=tmp_path / "fout.xlsx")
    code, out, err = run("exercise", "score", wrong, good, mini.root)
    assert code == 1
    assert [line.split()[0] for line in out.splitlines()[:2]] == ["student", "1"]
    assert err.splitlines()[0] == "fout.xlsx: 2 faults"
    assert "goed" not in err
    numbers = (mini.root / "data" / "oefening" / "nummers.csv").read_text(encoding="utf-8")
    assert numbers == "student,bestand\n1,goed.xlsx\n"


def test_wrong_usage_gives_exit_code_2(run, mini, tmp_path):
    assert run("exercise", "score", mini.root)[0] == 2
    assert run("exercise", "score", tmp_path, mini.root, "a.xlsx")[0] == 2
    assert run("exercise", "make", mini.root, "--passages", 0)[0] == 2
    assert run("exercise", "make", mini.root, "--by", "term")[0] == 2


def test_a_study_without_a_key_gives_exit_code_1(run, mini):
    code, _, err = run("exercise", "make", mini.root)
    assert code == 1
    assert "--key machine" in err
