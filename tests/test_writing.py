"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from perspectieven.errors import PerspectievenError
from perspectieven.writing import open_whole, write_text


def test_a_file_that_goes_wrong_halfway_leaves_the_old_one_and_nothing_else(tmp_path):
    path = write_text(tmp_path / "a.txt", "oud")
    with pytest.raises(ZeroDivisionError), open_whole(path) as file:
        file.write(b"nieuw")
        1 / 0  # noqa: B018 (it goes wrong)
    assert ([p.name for p in tmp_path.iterdir()], path.read_text(encoding="utf-8")) == (["a.txt"], "oud")


def test_a_file_that_another_program_holds_is_told_with_what_to_do(tmp_path, monkeypatch):
    path = write_text(tmp_path / "a.csv", "oud")

    def refuse(beside, target):
        raise PermissionError(13, "is in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PerspectievenError, match=r"a\.csv: 1 fault\s+cannot be written over; close it"):
        write_text(path, "nieuw")
    assert ([p.name for p in tmp_path.iterdir()], path.read_text(encoding="utf-8")) == (["a.csv"], "oud")
