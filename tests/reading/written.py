"""Captions written to a file and read."""

from pathlib import Path

from perspectieven.reading.captions import read_sbv, read_vtt
from perspectieven.reading.source import Utterance
from perspectieven.reading.subrip import read_srt


def vtt(folder: Path, body: str) -> tuple[Utterance, ...]:
    path = folder / "gesprek.vtt"
    path.write_text(f"WEBVTT\n\n{body}", encoding="utf-8")
    return read_vtt(path).utterances


def srt(folder: Path, text: str) -> tuple[Utterance, ...]:
    path = folder / "gesprek.srt"
    path.write_text(text, encoding="utf-8")
    return read_srt(path).utterances


def sbv(folder: Path, text: str) -> tuple[Utterance, ...]:
    path = folder / "gesprek.sbv"
    path.write_text(text, encoding="utf-8")
    return read_sbv(path).utterances
