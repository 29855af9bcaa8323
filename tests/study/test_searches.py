"""What a search for names found: it is not done again, gives the same, and opens with nothing but the file itself."""

import inspect
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from perspectieven.privacy.findings import Kind
from perspectieven.privacy.key import read_key
from perspectieven.privacy.search import Wanted
from perspectieven.reading import Columns
from perspectieven.study import Study, processes, pseudonymising
from perspectieven.study.pseudonymising import PASSPHRASE, make_masks
from perspectieven.study.searches import Searches, digest_search
from tests.study.batches import make_batch, tables_of
from tests.study.kills import Kill

ROOT = Path(__file__).parents[2]
PHRASE = "vier losse gewone woorden"
SAID = {
    "a": "Interviewer: En thuis?\nMoeder: Mijn dochter Sanne Wagenvoort zit op basisschool De Klimop.\n",
    "b": "Interviewer: En?\nMoeder: Karim belde, en juf Sanne, op 0612345678. Roderik Paalvast ook.\n",
    "c": "Interviewer: Wie nog?\nMoeder: Niemand. Het was gewoon een fase.\n",
}
NAMES = (b"sanne", b"wagenvoort", b"klimop", b"karim", b"0612345678", b"paalvast")


@pytest.fixture
def raw(tmp_path, monkeypatch):
    monkeypatch.delenv(PASSPHRASE, raising=False)
    folder = tmp_path / "raw"
    folder.mkdir()
    for name, said in SAID.items():
        (folder / f"{name}.txt").write_text(said, encoding="utf-8")
    return folder


@pytest.fixture
def searched_now(monkeypatch):
    """The first words of the conversations that are searched, in their order."""
    seen = []
    original = pseudonymising.search_texts
    monkeypatch.setattr(
        pseudonymising,
        "search_texts",
        lambda texts, wanted: seen.append(texts[1].split()[0]) or original(texts, wanted),
    )
    return seen


def masks_of(raw, wanted=None, *, key="sleutel.bin", **options):
    settings = {"columns": Columns(), "passphrase": ""} | options
    return make_masks(sorted(raw.glob("*.txt")), wanted or Wanted(), key=raw.parent / key, **settings)


def kept_in(raw):
    return sorted((raw.parent / "sleutel-gezocht").glob("[!.]*"))


def test_what_was_searched_is_not_searched_again(raw, searched_now, monkeypatch):
    first = masks_of(raw)
    assert searched_now == ["Mijn", "Karim", "Niemand."]
    searched_now.clear()
    monkeypatch.setattr(pseudonymising, "read_transcript", None)
    assert masks_of(raw) == first
    assert searched_now == []
    assert [len(turn) for turn in first["b"].places] == [0, 4]


def test_only_what_is_new_or_changed_is_searched(raw, searched_now):
    masks_of(raw)
    searched_now.clear()
    (raw / "b.txt").write_text(SAID["b"].replace("Karim", "Bilal"), encoding="utf-8")
    (raw / "d.txt").write_text("Interviewer: En?\nMoeder: Wouter ook.\n", encoding="utf-8")
    again = masks_of(raw)
    assert searched_now == ["Bilal", "Wouter"]
    assert again == masks_of(raw, key="ander.bin")
    assert len(kept_in(raw)) == 4


@pytest.mark.parametrize(
    "other",
    [
        {"wanted": Wanted(listed=(("een fase", Kind.ORGANISATION),))},
        {"wanted": Wanted(kept=frozenset({"karim"}))},
        {"columns": Columns(speaker="wie")},
        {"repair": True},
    ],
)
def test_what_a_search_depends_on_makes_it_anew(raw, searched_now, other):
    before = masks_of(raw)
    searched_now.clear()
    again = masks_of(raw, **other)
    assert len(searched_now) == len(kept_in(raw)) == 3
    assert again == masks_of(raw, **other, key="ander.bin")
    assert (again != before) == ("wanted" in other)


def test_every_process_makes_the_same_of_what_is_wanted():
    script = f"{inspect.getsource(_digest)}\nprint(_digest(Wanted(kept=frozenset(map(str, range(9))))))"
    asked = [
        "from perspectieven.privacy.search import Wanted",
        "from perspectieven.reading import Columns",
        "from perspectieven.study.searches import digest_search",
    ]
    command = [sys.executable, "-c", "\n".join([*asked, script])]
    told = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in "123"
    }
    assert told == {f"{_digest(Wanted(kept=frozenset(map(str, range(9)))))}\n"}


def test_pseudonyms_and_key_are_those_of_a_search_anew(raw):
    for key in ("sleutel.bin", "sleutel.bin", "ander.bin"):
        masks = masks_of(raw, key=key, passphrase=PHRASE)
        assert {place.pseudonym for turn in masks["a"].places for place in turn} == {"Meisje-1", "School-1"}
    (raw.parent / "sleutel.bin").unlink()
    masks_of(raw, passphrase=PHRASE)
    one, other = (read_key(raw.parent / name, PHRASE) for name in ("sleutel.bin", "ander.bin"))
    assert one == other
    assert list(one["of_name"]) == list(other["of_name"])
    assert one["forms"]["Meisje-1"] == ["Sanne Wagenvoort", "Sanne"]


def test_the_example_study_gets_the_pseudonyms_of_a_search_anew(tmp_path):
    study = Study.open(ROOT)
    wanted = pseudonymising.make_wanted(study.raw, study.speakers(), study.settings)
    new, kept = (
        make_masks(study.transcript_paths, wanted, key=tmp_path / "key", columns=study.settings.columns, passphrase="")
        for _ in range(2)
    )
    assert kept == new
    assert sum(len(turn) for mask in new.values() for turn in mask.places) > 100


# who may read it


def test_what_is_kept_has_no_name_and_does_not_tell_how_long_they_are(raw):
    masks_of(raw)
    written = b"".join(path.name.encode() + path.read_bytes() for path in kept_in(raw)).lower()
    assert [name for name in (*NAMES, b"persoon", b"telefoon", b"list of names") if name in written] == []
    assert len({path.stat().st_size for path in kept_in(raw)}) == 1
    assert (raw.parent / "sleutel-gezocht" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_it_opens_with_nothing_but_the_file_itself(raw):
    masks_of(raw)
    searches = Searches(raw.parent / "sleutel-gezocht", digest_search(Wanted(), columns=Columns(), repair=False))
    lock = searches.lock_of(raw / "a.txt")
    search = searches.read(lock)
    assert search.turns[1].text[13:29] == "Sanne Wagenvoort"
    assert search.turns[1].text[:13].isspace()
    assert "Sanne" not in repr(search)
    (raw / "a.txt").write_text(SAID["a"].replace("Sanne", "Hanna"), encoding="utf-8")
    other = searches.lock_of(raw / "a.txt")
    assert searches.read(replace(other, name=lock.name)) is None
    assert searches.read(lock) == search


def test_of_a_transcript_that_was_taken_out_nothing_stays(raw):
    masks_of(raw)
    before = set(kept_in(raw))
    (raw / "b.txt").unlink()
    masks_of(raw)
    assert len(before - set(kept_in(raw))) == 1
    assert set(kept_in(raw)) < before


# what may go wrong


@pytest.mark.parametrize("content", [b"", b"half", b"\0" * 1040])
def test_what_a_power_cut_damaged_is_searched_anew(raw, searched_now, content):
    first = masks_of(raw)
    whole = [path.read_bytes() for path in kept_in(raw)]
    for path in kept_in(raw):
        path.write_bytes(content)
    searched_now.clear()
    assert masks_of(raw) == first
    assert len(searched_now) == 3
    assert [path.read_bytes() for path in kept_in(raw)] == whole


def test_a_file_that_changes_while_it_is_searched_is_not_kept(raw, monkeypatch):
    original = pseudonymising.search_texts

    def disturbed(texts, wanted):
        (raw / "a.txt").write_text(SAID["a"] + "Moeder: En Piet.\n", encoding="utf-8")
        return original(texts, wanted)

    monkeypatch.setattr(pseudonymising, "search_texts", disturbed)
    masks_of(raw)
    assert len(kept_in(raw)) == 2


def test_where_there_is_no_place_for_a_key_nothing_is_kept(raw, searched_now):
    for _ in range(2):
        assert len(masks_of(raw, key="nergens/sleutel.bin")) == 3
    assert len(searched_now) == 6
    assert not (raw.parent / "nergens").exists()


def test_a_file_that_cannot_be_read_has_no_mask(raw):
    (raw / "b.txt").write_bytes(b"")
    for _ in range(2):
        assert sorted(masks_of(raw)) == ["a", "c"]
    assert len(kept_in(raw)) == 2


def test_processes_keep_what_they_find(raw, searched_now, monkeypatch):
    monkeypatch.setattr(pseudonymising, "WORTH", 0)
    spread = masks_of(raw, jobs=2)
    assert searched_now == []  # it was done elsewhere
    assert masks_of(raw) == spread == masks_of(raw, key="ander.bin")
    assert len(searched_now) == len(kept_in(raw)) == 3


def test_processes_are_not_started_for_what_is_known(raw, monkeypatch):
    masks_of(raw)
    monkeypatch.setattr(processes, "start_pool", None)
    assert len(masks_of(raw, jobs=2)) == 3


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of other systems")
def test_killed_at_any_moment_a_search_goes_on_where_it_was(tmp_path, monkeypatch):
    n, draw = 120, random.Random()
    study = make_batch(tmp_path / "a", n, length=30)
    folder = study.root / "data" / "sleutel-gezocht"
    searches = Searches(folder, _state_of(study))
    locks = [searches.lock_of(path) for path in study.transcript_paths]

    def n_kept(_=0):
        return sum(map(searches.holds, locks))

    for jobs, least in ((1, draw.randint(1, 40)), (2, draw.randint(50, 90))):
        kept_before, begun_before = n_kept(), len(Kill.searched(study))
        Kill(jobs, lambda _, least=least: n_kept() >= least).run(study, pause_s=draw.random() * 0.02)
        assert all(searches.read(lock) is not None for lock in locks if searches.holds(lock))
        n_begun = len(Kill.searched(study)) - begun_before
        assert 0 <= n_begun - (n_kept() - kept_before) <= jobs
    assert 50 <= n_kept() < n
    n_left, looked = n - n_kept(), []
    original = pseudonymising.search_texts
    monkeypatch.setattr(pseudonymising, "search_texts", lambda *given: looked.append(1) or original(*given))
    again = Study.open(study.root)
    again.code()
    assert len(looked) == n_left
    assert not list(folder.glob(".*.tmp"))
    undisturbed = make_batch(tmp_path / "b", n, length=30)
    undisturbed.code()
    assert tables_of(again) == tables_of(undisturbed)
    whole = undisturbed.root / "data" / "sleutel-gezocht"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in whole.iterdir()
    }


def _state_of(study):
    wanted = pseudonymising.make_wanted(study.raw, study.speakers(), study.settings)
    return digest_search(wanted, columns=study.settings.columns, repair=study.settings.repair_encoding)


def _digest(wanted):
    return digest_search(wanted, columns=Columns(), repair=False)
