"""Signs on disk: written and read the same, and refused when damaged."""

import pytest

from perspectieven.errors import LexiconError
from perspectieven.reading.signs import LEDGER, WEIGHTS, read_signs, write_signs
from tests.lexicon.test_signs import signs


def test_what_is_written_is_read(tmp_path):
    paths = write_signs(tmp_path, signs())
    assert [path.name for path in paths] == [WEIGHTS, LEDGER]
    assert read_signs(tmp_path).digest == signs().digest
    before = [path.read_bytes() for path in paths]
    assert [path.read_bytes() for path in write_signs(tmp_path, signs())] == before


def test_a_lexicon_may_do_without(tmp_path):
    assert read_signs(tmp_path) is None


@pytest.mark.parametrize(("lost", "kept"), [(WEIGHTS, LEDGER), (LEDGER, WEIGHTS)])
def test_one_without_the_other_is_refused(tmp_path, lost, kept):
    write_signs(tmp_path, signs())
    (tmp_path / lost).unlink()
    said = rf"{lost}: 1 fault\n  is not there but {kept} is; keep both, or remove both"
    with pytest.raises(LexiconError, match=said):
        read_signs(tmp_path)


@pytest.mark.parametrize(
    ("damaged", "content"), [(WEIGHTS, b"PK\x03\x04 and no more"), (LEDGER, b"kind,code\nterm,A\n")]
)
def test_what_is_damaged_is_refused(tmp_path, damaged, content):
    write_signs(tmp_path, signs())
    (tmp_path / damaged).write_bytes(content)
    with pytest.raises(LexiconError, match=r"is damaged; put back both as they were released"):
        read_signs(tmp_path)
