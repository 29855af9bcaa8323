"""What the README shows is run."""

import re
import shlex
import sys

import pandas as pd
import pytest

from perspectieven import cli
from perspectieven.study import Study
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
CONSOLE = [line for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]


def test_the_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert len(PYTHON) == 4
    for block in PYTHON:
        exec(compile(block, "README.md", "exec"), {})
    out = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "0 hoort er toch bij ERB-HOORTERBIJ affirmed own" in lines
    assert "2 fase ERB-FASE negated other school" in lines
    [(before, after)] = re.findall(r"(\d+) codings, (\d+) with the new term", out)
    assert int(before) < int(after)
    assert "[('stelden', 'HPR-GERUST', 'affirmed'), ('gerust', 'HPR-GERUST', 'affirmed')]" in lines


def test_the_commands_run_in_the_order_shown(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    for line in CONSOLE:
        own = "mijn-studie" in line
        monkeypatch.chdir(tmp_path if own else ROOT)
        monkeypatch.setattr(sys, "argv", shlex.split(line))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        assert (line, stopped.value.code or 0) == (line, 0)
    assert (tmp_path / "mijn-studie" / "reports" / "index.html").is_file()
    assert "hits" in capsys.readouterr().out


def test_the_figure_shows_the_example_study_as_it_is():
    shown = pd.read_csv(ROOT / "docs" / "images" / "aandelen.csv")
    counts = Study.open(ROOT).theme_counts()
    assert shown["n_speakers_coded"].tolist() == counts["n_speakers_coded"].tolist()
    assert "docs/images/aandelen.png" in README


def test_every_file_that_the_documents_name_is_there():
    for document in ("README.md", "ARCHITECTURE.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / document).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{document} names {target}"
