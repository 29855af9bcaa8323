import subprocess
import sys

import pytest

from perspectieven import cli
from perspectieven.study import Study


def run(monkeypatch, capsys, *arguments):
    """Run the command line in this process; return exit code, output and errors."""
    monkeypatch.setattr(sys, "argv", ["perspectieven", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    captured = capsys.readouterr()
    return stopped.value.code or 0, captured.out, captured.err


def test_check_code_run_kwic_and_quotes(mini, monkeypatch, capsys):
    assert run(monkeypatch, capsys, "check", mini.root)[:2] == (0, "Ministudie: 4 transcripts, nothing wrong\n")
    code, out, _ = run(monkeypatch, capsys, "code", mini.root, "--jobs", "2")
    assert (code, out.split(" in ")[0]) == (0, "17 turns, 183 words, 31 codings")
    code, out, _ = run(monkeypatch, capsys, "run", mini.root)
    assert (code, out.splitlines()[-1]) == (0, str(mini.reports / "index.html"))
    assert out.startswith("17 turns, 183 words, 31 codings in ")
    code, out, _ = run(monkeypatch, capsys, "report", mini.root)
    assert (code, out.strip()) == (0, str(mini.reports / "index.html"))
    code, out, _ = run(monkeypatch, capsys, "kwic", "L:door|sturen", mini.root)
    assert (code, out.splitlines()[-1]) == (0, "1 hits")
    assert "gesprek-3:2 jeugdigen" in out
    code, out, _ = run(monkeypatch, capsys, "quotes", "LAB-DIAGNOSE", mini.root, "--perspective", "ouders")
    assert code == 0
    assert "ouders gesprek-2:1 LAB-DIAGNOSE affirmed, other's voice" in out
    assert out.splitlines()[-1] == "1 codings"


def test_new_makes_a_study_that_checks_out(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "nieuw"
    assert run(monkeypatch, capsys, "new", folder, "--title", "Wat is gewoon?")[0] == 0
    code, out, _ = run(monkeypatch, capsys, "check", folder)
    assert (code, out.splitlines()[-1]) == (0, "Wat is gewoon?: 0 transcripts, nothing wrong")


def test_the_lexicon_is_checked_and_shown(monkeypatch, capsys):
    code, out, _ = run(monkeypatch, capsys, "lexicon", "check")
    assert code == 0
    assert out == (
        "normaliseren 0.2: 16 themes, 90 codes, 5828 terms\n"
        "191 of 191 examples found, 172 of 172 near misses left alone\n"
    )
    code, out, _ = run(monkeypatch, capsys, "lexicon", "show", "GRE-ZORGEN")
    assert (code, out.splitlines()[0]) == (0, "GRE-ZORGEN  Zich zorgen maken")


def test_a_lexicon_that_fails_its_examples_needs_work(tmp_path, monkeypatch, capsys):
    from tests.reading.test_lexicon import THEME, write

    wrong = THEME.replace("De kat slaapt.", "De vis slaapt.").replace("kat in de zak gekocht", "kat in een boom gezien")
    code, out, _ = run(monkeypatch, capsys, "lexicon", "check", "--lexicon", write(tmp_path, wrong))
    assert code == 1
    assert out.splitlines() == [
        "DIE-KAT: missed: De vis slaapt.",
        "DIE-KAT: wrongly found by L:kat: Een kat in een boom gezien.",
        "klein 1: 1 themes, 1 codes, 2 terms",
        "0 of 1 examples found, 0 of 1 near misses left alone",
    ]


def test_input_that_needs_work_is_listed_with_exit_code_1(mini, monkeypatch, capsys):
    (mini.raw / "leeg.txt").write_text("", encoding="utf-8")
    for command in ("check", "code", "run"):
        code, out, err = run(monkeypatch, capsys, command, mini.root)
        assert (code, out) == (1, "")
        assert err.startswith("leeg.txt: 1 fault\n")


@pytest.mark.parametrize("arguments", [["fly"], ["check", "--jobs"], ["kwic"], ["code", ".", "--jobs", "0"]])
def test_wrong_usage_is_2(monkeypatch, capsys, arguments):
    assert run(monkeypatch, capsys, *arguments)[0] == 2


def test_a_bug_keeps_its_traceback_and_is_neither_1_nor_2(mini, monkeypatch, capsys):
    monkeypatch.setattr(Study, "open", lambda folder: 1 / 0)
    code, _, err = run(monkeypatch, capsys, "check", mini.root)
    assert code == 70
    assert "ZeroDivisionError" in err
    assert "This is a bug in perspectieven" in err


def test_a_disk_that_cannot_be_written_is_no_bug(mini, monkeypatch, capsys):
    (mini.root / "reports").write_text("in de weg", encoding="utf-8")
    code, _, err = run(monkeypatch, capsys, "run", mini.root)
    assert code == 1
    assert "reports" in err
    assert "choose another folder" in err


def test_the_version_is_said(monkeypatch, capsys):
    code, out, _ = run(monkeypatch, capsys, "--version")
    assert (code, out) == (0, "perspectieven 0.1.0\n")


def test_lines_to_paste_are_never_wrapped(mini, monkeypatch, capsys):
    name = "gesprek-met-een-hele-lange-naam-die-niet-op-een-regel-van-tachtig-tekens-past"
    (mini.raw / f"{name}.txt").write_text(
        "Moeder: Ja.\nTante: Nee.\nMoeder: Toch wel.\nTante: Oké.\n", encoding="utf-8"
    )
    _, _, err = run(monkeypatch, capsys, "check", mini.root)
    assert f"add: {name},Tante,{name}-tante,,participant,," in err.splitlines()[1] + err.splitlines()[2]


def test_safety_codings_are_told_to_the_researcher(mini, monkeypatch, capsys):
    with (mini.raw / "gesprek-1.txt").open("a", encoding="utf-8") as file:
        file.write("Moeder: Thuis was het onveilig, dat is echt zo.\n")
    _, out, _ = run(monkeypatch, capsys, "code", mini.root)
    assert "look at GRE-VEILIGHEID: 1 codings, in no count or report" in out
    assert "onveilig" not in out


@pytest.mark.parametrize("command", ["new", "check", "code", "report", "run", "kwic", "quotes"])
def test_every_command_has_help_with_an_example(monkeypatch, capsys, command):
    code, out, _ = run(monkeypatch, capsys, command, "--help")
    assert code == 0
    assert f"Example: perspectieven {command}" in " ".join(out.split())


def test_it_runs_as_a_command():
    done = subprocess.run(
        [sys.executable, "-m", "perspectieven.cli", "--help"], capture_output=True, text=True, check=True
    )
    assert "Exit codes: 0 done" in done.stdout
