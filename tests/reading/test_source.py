import zipfile
from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading import source
from perspectieven.reading.source import Source, Utterance, as_document, check_archive, read_bytes
from perspectieven.transcript import Transcript, Turn


def test_utterances_become_numbered_turns() -> None:
    transcript = Source((Utterance("Noor", "Hoi", 1.0, 2.0), Utterance("Sanne", "Dag"))).as_transcript("g1")
    assert transcript == Transcript("g1", (Turn("g1", 0, "Noor", "Hoi", 1.0, 2.0), Turn("g1", 1, "Sanne", "Dag")))


def test_words_stay_out_of_the_repr() -> None:
    assert "geheim" not in repr(Source((Utterance("Noor", "geheim"),), ("geheim",)))


def test_a_document_has_a_turn_per_paragraph() -> None:
    assert as_document(["een", "", "twee"]) == Source((Utterance("document", "een"), Utterance("document", "twee")))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        TranscriptError, match=r"weg.txt: 1 fault\n  cannot be opened \(No such file or directory\); check"
    ):
        read_bytes(tmp_path / "weg.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="cannot be opened"):
        read_bytes(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "leeg.txt"
    path.touch()
    with pytest.raises(TranscriptError, match="empty file; a transcript has text"):
        read_bytes(path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(source.LARGEST_FILE + 1)
    with pytest.raises(TranscriptError, match="200 MB; at most 200 MB is read; split the file"):
        read_bytes(path)


def test_an_archive_that_unpacks_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(3_000_000))
    check_archive(path, program="Word")
    monkeypatch.setattr(source, "LARGEST_UNPACKED", 2_000_000)
    with pytest.raises(TranscriptError, match="unpacks to 3 MB; at most 2 MB is read; split the file"):
        check_archive(path, program="Word")
