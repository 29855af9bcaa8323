import os
import random
import subprocess
import sys

import pandas as pd
import pyarrow.parquet as pq
import pytest

from perspectieven.study import Study, work
from tests.study.batches import make_batch, tables_of, transcripts_in_parts
from tests.study.kills import Kill, times_of_parts

# nothing is coded twice, nothing is kept that should be gone


def test_a_row_about_others_makes_nothing_stale(tmp_path, coded_now):
    study = make_batch(tmp_path / "a", 3)
    study.code()
    coded_now.clear()
    with (study.raw / "speakers.csv").open("a", encoding="utf-8") as file:
        file.write("*,Opa,opa,ouders,participant,,nee\n")
    path = study.raw / "gesprek-001.txt"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    study.code()
    assert coded_now == []
    undated = "gesprek-000, gesprek-001, gesprek-002"
    told = (
        "speakers.csv, row 4: no turn has *,Opa",
        f"speakers.csv: no date for {undated}; fill in the column date, as far as it is known",
    )
    assert study.coded.notes() == study.check() == told


def test_a_transcript_that_was_taken_out_is_in_no_file(tmp_path, coded_now):
    study = make_batch(tmp_path / "a", 12)
    study.code()
    (study.raw / "gesprek-004.txt").unlink()
    coded_now.clear()
    study.code()
    assert coded_now == []
    assert transcripts_in_parts(study) == {path.stem for path in study.transcript_paths}
    for path in study.coded.folder.rglob("*.parquet"):
        assert "gesprek-004" not in pd.read_parquet(path)["transcript_id"].tolist(), path
    fresh = make_batch(tmp_path / "b", 12)
    (fresh.raw / "gesprek-004.txt").unlink()
    fresh.code()
    assert tables_of(study) == tables_of(fresh)


@pytest.mark.parametrize("table", ["turns", "codings"])
def test_a_part_that_a_power_cut_damaged_is_made_anew(tmp_path, table, coded_now):
    study = make_batch(tmp_path / "a", 3)
    study.code()
    before = tables_of(study)
    part = next((study.coded.folder / "parts" / table).iterdir())
    part.write_bytes(b"\0" * part.stat().st_size)
    (study.coded.folder / "manifest.json").unlink()
    coded_now.clear()
    study.code()
    assert len(coded_now) == 1
    assert tables_of(study) == before


def test_codings_that_a_kill_left_without_turns_are_no_part(tmp_path, coded_now):
    study = make_batch(tmp_path / "a", 3)
    study.code()
    before, whole = tables_of(study), len(times_of_parts(study))
    next((study.coded.folder / "parts" / "turns").iterdir()).unlink()
    (study.coded.folder / "manifest.json").unlink()
    assert len(times_of_parts(study)) == whole - 2
    coded_now.clear()
    study.code()
    assert len(coded_now) == 1
    assert (tables_of(study), len(times_of_parts(study))) == (before, whole)


def test_files_of_earlier_versions_go(tmp_path):
    study = make_batch(tmp_path / "a", 2)
    old = study.coded.folder / "parts" / "01ef8c70ad8fd85f00d1dd0f.parquet"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    study.code()
    assert not old.exists()


@pytest.mark.skipif(os.name == "nt", reason="there, a file that is open cannot be removed, and none is asked for")
def test_what_another_run_is_writing_stays_and_what_is_left_over_goes(tmp_path):
    study = make_batch(tmp_path / "a", 2)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, busy = (study.coded.folder / f".turns.csv.{pid}.tmp" for pid in (ended.pid, os.getppid()))
    busy_part = study.coded.folder / "parts" / "turns" / f".abc.parquet.{os.getppid()}.tmp"
    busy_part.parent.mkdir(parents=True)
    for path in (left, busy, busy_part):
        path.write_bytes(b"half")
    study.code()
    assert [path for path in (left, busy, busy_part) if path.exists()] == [busy, busy_part]


def test_what_has_not_changed_is_not_even_read(tmp_path, monkeypatch):
    study = make_batch(tmp_path / "a", 4)
    study.code()
    read = []
    original = work.read_transcript
    monkeypatch.setattr(work, "read_transcript", lambda path, **_: read.append(path) or original(path))
    changed = study.raw / "gesprek-002.txt"
    changed.write_text("Moeder: Een kat.", encoding="utf-8")
    speakers = study.raw / "speakers.csv"
    heading, *rows = speakers.read_text(encoding="utf-8").splitlines()
    own = "gesprek-003,Moeder,moeder,ouders,participant,,nee"
    speakers.write_text("\n".join([heading, own, *rows]), encoding="utf-8")
    study.code()
    assert [path.stem for path in read] == ["gesprek-002", "gesprek-003"]
    assert study.turns().query("transcript_id == 'gesprek-003'")["speaker"].unique().tolist()[-1] == "moeder"


# killed at any moment


def check_nothing_is_half_written(study):
    for path in study.coded.folder.rglob("*.parquet"):
        pq.read_table(path)
    for transcript_id, entries in study.coded.parts.index().items():
        for turns, _ in (study.coded.parts.read(entry.key) for entry in entries):
            assert set(turns["transcript_id"].to_pylist()) == {transcript_id}


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_killed_at_any_moment_it_loses_what_is_in_hand_and_goes_on_where_it_was(tmp_path):
    n, draw = 200, random.Random()
    study = make_batch(tmp_path / "a", n, length=30)

    def assembling_now(_):
        return bool(list(study.coded.folder.glob(".*.tmp")))

    kills = [
        Kill(1, lambda n_parts: n_parts >= 2 * draw.randint(1, 70)),
        Kill(2, lambda n_parts: n_parts >= 2 * draw.randint(80, 150)),
        Kill(1, assembling_now),
    ]
    n_lost = 0
    for kill in kills:
        before, begun = times_of_parts(study), list(kill.begun(study))
        kill.run(study, pause_s=draw.random() * 0.05)
        assert before.items() <= times_of_parts(study).items()
        check_nothing_is_half_written(study)
        lost = set(kill.begun(study)[len(begun) :]) - transcripts_in_parts(study)
        assert len(lost) <= kill.jobs
        n_lost += len(lost)
    begun = kills[-1].begun(study)
    assert set(begun) == transcripts_in_parts(study) == {path.stem for path in study.transcript_paths}
    assert len(begun) == n + n_lost
    before = times_of_parts(study)
    again = Study.open(study.root)
    again.code()
    assert times_of_parts(study) == before
    assert not list(study.coded.folder.rglob(".*"))
    undisturbed = make_batch(tmp_path / "b", n, length=30)
    undisturbed.code()
    assert tables_of(again) == tables_of(undisturbed)
