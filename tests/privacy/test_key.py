import json
import os
import unicodedata
from pathlib import Path

import pytest

from perspectieven.privacy.key import PrivacyError, read_key, write_key

PASSPHRASE = "vier gewone losse wóórden"
CONTENT = {"persoon": {"zoë": "Sanne", "van den berg": "De Wit"}, "school": {}, "versie": 3}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sleutel" / "pseudoniemen.key"
    write_key(path, CONTENT, PASSPHRASE)
    return path


def test_what_was_written_is_read(path):
    assert read_key(path, PASSPHRASE) == CONTENT


def test_an_empty_key(tmp_path):
    write_key(tmp_path / "key", {}, PASSPHRASE)
    assert read_key(tmp_path / "key", PASSPHRASE) == {}


def test_accents_may_be_typed_in_two_ways(path):
    assert read_key(path, unicodedata.normalize("NFD", PASSPHRASE)) == CONTENT


def test_nothing_of_the_content_can_be_read_in_the_file(path):
    data = path.read_bytes()
    assert data.startswith(b"perspectieven key, version 1\n")
    assert not any(word in data for word in (b"Sanne", b"berg", b"persoon", "zoë".encode()))


def test_each_file_has_its_own_salt(path):
    before = path.read_bytes().splitlines()
    write_key(path, CONTENT, PASSPHRASE)
    after = path.read_bytes().splitlines()
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, False, False]


def test_nothing_is_left_beside_it(path):
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_its_owner_may_read_it(path):
    assert path.stat().st_mode & 0o777 == 0o600


def test_another_passphrase(path):
    with pytest.raises(PrivacyError, match="passphrase is not the one") as caught:
        read_key(path, PASSPHRASE + "!")
    assert PASSPHRASE not in str(caught.value)


@pytest.mark.parametrize("passphrase", ["", "kort", "1234567", "   kort   "])
def test_a_short_passphrase_is_refused(tmp_path, passphrase):
    with pytest.raises(PrivacyError, match="at least 8 characters"):
        write_key(tmp_path / "key", CONTENT, passphrase)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file(tmp_path):
    with pytest.raises(PrivacyError, match="cannot be opened"):
        read_key(tmp_path / "key", PASSPHRASE)


@pytest.mark.parametrize("data", [b"", b"persoon,pseudoniem\n", b"\xff\xfe\x00", json.dumps(CONTENT).encode()])
def test_a_file_that_is_no_key(path, data):
    path.write_bytes(data)
    with pytest.raises(PrivacyError, match="is not a key of pseudonyms"):
        read_key(path, PASSPHRASE)


def test_an_unknown_version(path):
    path.write_bytes(path.read_bytes().replace(b"version 1", b"version 12", 1))
    with pytest.raises(PrivacyError, match="only version 1 is read; update"):
        read_key(path, PASSPHRASE)


@pytest.mark.parametrize("line", [1, 2, 3])
def test_a_changed_byte(path, line):
    lines = path.read_bytes().splitlines()
    lines[line] = bytes([lines[line][0] ^ 1]) + lines[line][1:]
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(PrivacyError, match="was damaged or changed"):
        read_key(path, PASSPHRASE)


@pytest.mark.parametrize("n_bytes", [30, 70, 140, 200])
def test_half_a_file(path, n_bytes):
    path.write_bytes(path.read_bytes()[:n_bytes])
    with pytest.raises(PrivacyError, match="was damaged or changed"):
        read_key(path, PASSPHRASE)


def test_a_salt_that_is_no_number(path):
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([lines[0], "zoë".encode(), *lines[2:]]))
    with pytest.raises(PrivacyError, match="was damaged or changed"):
        read_key(path, PASSPHRASE)


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("hier")
    with pytest.raises(PrivacyError, match="cannot be written"):
        write_key(tmp_path / "file" / "key", CONTENT, PASSPHRASE)
