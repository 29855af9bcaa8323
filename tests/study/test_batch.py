import multiprocessing
import sys

import pandas as pd
import pyarrow.parquet as pq
import pytest

from perspectieven import cli
from perspectieven.cli.arguments import Engine
from perspectieven.coding import code_transcripts
from perspectieven.errors import Fault, PerspectievenError, StudyError, TranscriptError
from perspectieven.reading import SpeakerList, SpeakerRow
from perspectieven.study import assembling, engines, work
from perspectieven.study.gaps import Labels, describe_gaps
from tests.study.batches import make_batch, tables_of, transcripts_in_parts

# the same bytes, however the work is divided


def test_coded_one_by_one_the_tables_are_those_of_all_together(tmp_path):
    study = make_batch(tmp_path / "a", 7)
    study.code()
    together = code_transcripts(study.transcripts(), study.lexicon)
    for one, other in zip(study.coded.read(), together, strict=True):
        pd.testing.assert_frame_equal(one.astype("object"), other.astype("object"))
    assert [len(list((study.coded.folder / "parts" / table).iterdir())) for table in ("turns", "codings")] == [7, 7]


def test_tables_are_written_stretch_by_stretch(tmp_path, monkeypatch):
    whole = make_batch(tmp_path / "a", 7)
    whole.code()
    monkeypatch.setattr(assembling, "ROWS", 5)
    stretched = make_batch(tmp_path / "b", 7)
    stretched.code()
    for name in ("turns", "codings"):
        parquet, csv = stretched.coded.folder / f"{name}.parquet", f"{name}.csv"
        assert pq.ParquetFile(parquet).num_row_groups == 3
        assert tables_of(stretched)[csv] == tables_of(whole)[csv]
    for one, other in zip(stretched.coded.read(), whole.coded.read(), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_processes_give_the_bytes_of_one_process(tmp_path, monkeypatch):
    serial = make_batch(tmp_path / "a", 20)
    serial.code()
    monkeypatch.setattr(engines, "WORTH", 0)
    monkeypatch.setattr(engines, "run_here", None)
    done = []
    spread = make_batch(tmp_path / "b", 20)
    spread.code(jobs=2, on_done=done.append)
    assert sorted(done) == [f"gesprek-{number:03d}" for number in range(20)]
    assert tables_of(spread) == tables_of(serial)


def test_processes_are_only_started_where_there_is_enough_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "run_in_processes", None)
    make_batch(tmp_path / "a", 3).code(jobs=2)


# one that needs work stops no other


def spoil(study):
    """Spoil three transcripts of many, and add a file that is none."""
    (study.raw / "gesprek-002.txt").write_bytes(b"")
    (study.raw / "gesprek-005.txt").write_text("Moeder: Ja.\nTante: Een kat.\nMoeder: O.\nTante: Ja.", encoding="utf-8")
    (study.raw / "opname.mp3").write_bytes(b"")


def mend(study):
    (study.raw / "gesprek-002.txt").write_text("Moeder: Een kat.", encoding="utf-8")
    (study.raw / "opname.mp3").unlink()
    with (study.raw / "speakers.csv").open("a", encoding="utf-8") as file:
        file.write("gesprek-005,Tante,tante,ouders,participant,,nee\n")


def test_a_bad_transcript_is_told_at_the_end_and_stops_no_other(tmp_path, coded_now):
    study = make_batch(tmp_path / "a", 30)
    spoil(study)
    done = []
    with pytest.raises(PerspectievenError) as caught:
        study.code(on_done=done.append)
    assert len(done) == study.n_transcripts == 30
    assert [(fault.where, fault.place) for fault in caught.value.faults] == [
        ("data/raw", "opname.mp3"),
        ("gesprek-002.txt", ""),
        ("speakers.csv", ""),
        ("data/coded", ""),
    ]
    assert str(caught.value).splitlines()[-1] == (
        "  no tables were made: 28 transcripts are coded and kept; mend what is above, or put it under ignore in "
        "study.toml, and run again"
    )
    assert len(coded_now) == 28
    assert not list(study.coded.folder.glob("*.*"))
    coded_now.clear()
    mend(study)
    study.code()
    assert coded_now == ["gesprek-002", "gesprek-005"]
    assert study.turns()["transcript_id"].nunique() == 30


def test_tables_of_before_stay_as_they_were_while_one_needs_work(tmp_path):
    study = make_batch(tmp_path / "a", 4)
    study.code()
    before = tables_of(study)
    (study.raw / "gesprek-001.txt").write_bytes(b"")
    with pytest.raises(PerspectievenError, match="3 transcripts are coded and kept"):
        study.code()
    assert tables_of(study) == before


def test_nothing_could_be_coded(tmp_path):
    study = make_batch(tmp_path / "a", 1)
    (study.raw / "gesprek-000.txt").write_bytes(b"")
    with pytest.raises(PerspectievenError, match="no tables were made: no transcript could be coded; mend"):
        study.code()


def test_a_bug_in_one_transcript_loses_no_other(tmp_path, monkeypatch, capsys):
    study = make_batch(tmp_path / "a", 5)
    original = work.code_turns

    def stumble(turns, lexicon):
        if turns[0].transcript_id == "gesprek-003":
            raise ZeroDivisionError("in the middle")
        return original(turns, lexicon)

    monkeypatch.setattr(work, "code_turns", stumble)
    monkeypatch.setattr(sys, "argv", ["perspectieven", "code", str(study.root)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    told = capsys.readouterr().err
    assert stopped.value.code == 70
    assert "1 transcripts made us stumble, 4 are coded and kept\ngesprek-003:\nTraceback" in told
    assert "ZeroDivisionError: in the middle" in told
    assert transcripts_in_parts(study) == {f"gesprek-{number:03d}" for number in (0, 1, 2, 4)}


def test_a_bug_and_a_fault_are_both_told(tmp_path, monkeypatch):
    study = make_batch(tmp_path / "a", 2)
    (study.raw / "gesprek-000.txt").write_bytes(b"")
    monkeypatch.setattr(work, "code_turns", lambda turns, lexicon: 1 / 0)
    with pytest.raises(RuntimeError, match="gesprek-001:\nTraceback") as caught:
        study.code()
    assert "gesprek-000.txt: 1 fault" in str(caught.value.__cause__)


def test_a_fault_found_while_coding_is_a_fault(tmp_path, monkeypatch):
    def refuse(turns, lexicon):
        raise TranscriptError(Fault("gesprek-000", "turn 1", "cannot be coded; split it"))

    study = make_batch(tmp_path / "a", 1)
    monkeypatch.setattr(work, "code_turns", refuse)
    with pytest.raises(PerspectievenError, match="gesprek-000: 1 fault\n  turn 1: cannot be coded"):
        study.code()


def test_what_is_wrong_everywhere_comes_in_one_list(tmp_path):
    study = make_batch(tmp_path / "a", 2)
    (study.raw / "gesprek-000.txt").write_bytes(b"")
    (study.raw / "speakers.csv").write_text("wie\n", encoding="utf-8")
    with pytest.raises(PerspectievenError) as caught:
        study.code()
    assert [fault.where for fault in caught.value.faults] == ["gesprek-000.txt", "speakers.csv"]


def test_rows_that_are_about_no_turn():
    def row(number, transcript, label):
        return SpeakerRow(number, transcript, label, "", "ouders", "participant", "", quotable=False)

    speakers = SpeakerList(
        "speakers.csv",
        (row(2, "a", "MOEDER"), row(3, "*", "vader"), row(4, "b", "*"), row(5, "c", "*"), row(6, "b", "Moeder")),
        ("ouders",),
    )
    assert describe_gaps(speakers, {"a": Labels.of(["Moeder"]), "b": Labels.of(["Vader"])}) == (
        "speakers.csv, row 5: there is no transcript c in data/raw",
        "speakers.csv, row 6: no turn has b,Moeder",
        "speakers.csv: no date for a, b; fill in the column date, as far as it is known",
    )


def test_a_worker_that_is_ended_from_outside_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "WORTH", 0)
    study = make_batch(tmp_path / "a", 40)

    def end_a_worker(transcript_id):
        multiprocessing.active_children()[0].kill()

    with pytest.raises(StudyError, match="2 processes: 1 fault\n  one was ended from outside, perhaps for lack"):
        study.code(jobs=2, on_done=end_a_worker)
    assert multiprocessing.active_children() == []
    assert 0 < len(transcripts_in_parts(study)) < 40


# which engine


def run(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["perspectieven", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    captured = capsys.readouterr()
    return stopped.value.code or 0, captured.out, captured.err


@pytest.mark.parametrize("command", ["code", "run"])
def test_engines_on_the_command_line(tmp_path, monkeypatch, capsys, command):
    study = make_batch(tmp_path / "a", 1)
    assert run(monkeypatch, capsys, command, study.root, "--engine", "stoom")[0] == 2
    code, _, err = run(monkeypatch, capsys, command, study.root, "--scheduler", "tcp://127.0.0.1:8786")
    assert code == 2
    assert "goes with --engine dask" in err


def test_no_such_engine(tmp_path):
    study = make_batch(tmp_path / "a", 1)
    with pytest.raises(StudyError, match='engine: 1 fault\n  is "stoom"; use one of local, dask'):
        study.code(engine="stoom")
    with pytest.raises(
        StudyError, match='scheduler: 1 fault\n  is "tcp://x:1" and the engine is local; use the engine'
    ):
        study.code(scheduler="tcp://x:1")


def test_what_the_command_line_offers_is_what_there_is():
    assert tuple(Engine) == engines.ENGINES
