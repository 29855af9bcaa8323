import asyncio
import os
import random
import sys
import threading
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from perspectieven.errors import StudyError
from perspectieven.reading import Columns, SpeakerList
from perspectieven.study import dask_engine, work
from perspectieven.study.work import Errand, Tools
from tests.study.batches import make_batch, tables_of, transcripts_in_parts
from tests.study.kills import Kill
from tests.study.test_batch import mend, spoil

distributed = pytest.importorskip("distributed", reason="the optional extra dask is not installed")


PATIENCE_S = 120
"""Dask gives its own thread ten seconds to begin, which a busy machine may not make."""


@pytest.fixture(scope="module")
def loop():
    """A running event loop in a thread of its own."""
    begun, loops = threading.Event(), []

    async def run() -> None:
        loops.append(IOLoop.current())
        ended = loops[0].ended = asyncio.Event()
        begun.set()
        await ended.wait()

    thread = threading.Thread(target=asyncio.run, args=(run(),), daemon=True)
    thread.start()
    assert begun.wait(PATIENCE_S)
    yield loops[0]
    loops[0].add_callback(loops[0].ended.set)
    thread.join(PATIENCE_S)


@pytest.fixture(scope="module")
def cluster(loop):
    """A scheduler with two workers, in this process."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=":0", loop=loop
    ) as cluster:
        yield cluster


def test_workers_on_this_machine_give_the_bytes_of_one_process(tmp_path):
    serial = make_batch(tmp_path / "a", 20)
    serial.code()
    spread = make_batch(tmp_path / "b", 20)
    done = []
    spread.code(engine="dask", jobs=2, on_done=done.append)
    assert tables_of(spread) == tables_of(serial)
    assert sorted(done) == [f"gesprek-{number:03d}" for number in range(20)]


def test_workers_behind_a_scheduler_give_the_same_faults_and_bytes(tmp_path, cluster):
    told = []
    studies = [make_batch(tmp_path / name, 12) for name in ("a", "b")]
    for study, options in zip(studies, ({}, {"engine": "dask", "scheduler": cluster.scheduler_address}), strict=True):
        spoil(study)
        with pytest.raises(Exception, match="10 transcripts are coded and kept") as caught:
            study.code(**options)
        told.append(str(caught.value))
        mend(study)
        study.code(**options)
    assert told[0] == told[1]
    assert tables_of(studies[0]) == tables_of(studies[1])
    assert transcripts_in_parts(studies[1]) == {f"gesprek-{number:03d}" for number in range(12)}


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_killed_at_any_moment_it_loses_what_each_worker_has_in_hand(tmp_path):
    study = make_batch(tmp_path / "a", 120, length=30)
    kill = Kill(2, lambda n_parts: n_parts >= 2 * 30, engine="dask")
    kill.run(study, pause_s=random.random() * 0.05)
    assert 30 <= len(transcripts_in_parts(study)) < 120
    assert len(set(kill.begun(study)) - transcripts_in_parts(study)) <= 2


def test_a_study_without_transcripts(tmp_path, cluster):
    study = make_batch(tmp_path / "a", 0)
    study.code(engine="dask", scheduler=cluster.scheduler_address)
    assert len(study.turns()) == 0


def test_dask_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StudyError, match=r"dask: 1 fault\n  is not installed; .* \"perspectieven\[dask\]\""):
        make_batch(tmp_path / "a", 1).code(engine="dask")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nergens"])
def test_no_scheduler_answers(tmp_path, monkeypatch, address):
    monkeypatch.setattr(dask_engine, "PATIENCE_S", 1)
    with pytest.raises(StudyError, match=f"scheduler: 1 fault\n  {address}: no scheduler answers there"):
        make_batch(tmp_path / "a", 1).code(engine="dask", scheduler=address)


def test_a_scheduler_without_workers(tmp_path, monkeypatch, loop):
    monkeypatch.setattr(dask_engine, "PATIENCE_S", 5)
    with distributed.LocalCluster(n_workers=0, processes=False, dashboard_address=":0", loop=loop) as empty:
        address = empty.scheduler_address
        with pytest.raises(StudyError, match="has no workers; start one with: dask worker"):
            make_batch(tmp_path / "a", 1).code(engine="dask", scheduler=address)


def test_a_worker_with_other_versions_does_nothing(lexicon):
    tools = Tools(lexicon, Columns(), "another digest")
    with pytest.raises(StudyError, match="a worker: has other versions of perspectieven or of the packages it needs"):
        dask_engine._work_there(Errand(Path("gesprek.txt"), SpeakerList("speakers.csv", (), ()), ""), tools)


def test_workers_that_go_away(tmp_path, monkeypatch, cluster):
    def vanish(errand, tools):
        raise distributed.CancelledError("gone")

    monkeypatch.setattr(dask_engine, "_work_there", vanish)
    with pytest.raises(StudyError, match="dask: 1 fault\n  workers went away, perhaps for lack of memory"):
        make_batch(tmp_path / "a", 1).code(engine="dask", scheduler=cluster.scheduler_address)


def test_texts_travel_and_leave_nothing_behind(tmp_path, monkeypatch):
    study = make_batch(tmp_path / "a", 2)
    (study.raw / "gesprek-001.txt").unlink()
    paths = [study.raw / f"gesprek-{number:03d}.txt" for number in range(2)]
    packed = [Errand(path, study.speakers(), "").packed() for path in paths]
    paths[0].unlink()
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    tools = Tools(study.lexicon, Columns(), work.digest_tools(study.lexicon.digest))
    coded, failed = (dask_engine._work_there(errand, tools) for errand in packed)
    assert coded.entry.transcript_id == "gesprek-000"
    assert [fault.what.partition(";")[0] for fault in failed.faults] == ["empty file"]
    assert list(temporary.iterdir()) == []
