from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading.source import Utterance
from tests.reading.written import srt

CUE = "1\n00:00:01,000 --> 00:00:02,000\neen\n\n"


def test_subrip(tmp_path: Path) -> None:
    text = """1
00:00:01,000 --> 00:00:02,000
<i>Noor:</i> Hoe gaat het?

2
00:00:02,000 --> 00:00:03,500
- Sanne: Goed.
- Noor: Fijn.

3
01:00:00,000 --> 01:00:01,000
{\\an8}Echt.
"""
    assert srt(tmp_path, text) == (
        Utterance("Noor", "Hoe gaat het?", 1.0, 2.0),
        Utterance("Sanne", "Goed.", 2.0, 3.5),
        Utterance("Noor", "Fijn. Echt.", 2.0, 3601.0),
    )


def test_what_is_not_subrip_is_refused_with_its_line_and_without_its_words(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"gesprek.srt: 1 fault\n  line 2: is not SubRip from here"):
        srt(tmp_path, f"\ngeheim\n\n{CUE}")


@pytest.mark.parametrize(
    ("end", "what"),
    [
        ("2\ngeheim\n\n", "line 5: is the number of a cue without a time; each cue is"),
        ("x\n00:00:3 --> later\n", "line 6: is no time that can be read; correct it"),
        ("2\n00:00:3 --> later\ngeheim\n\n", "line 6: is no time that can be read; correct it"),
    ],
)
def test_a_cue_without_a_sound_time_is_refused(tmp_path: Path, end: str, what: str) -> None:
    with pytest.raises(TranscriptError, match=rf"gesprek.srt: 1 fault\n  {what}"):
        srt(tmp_path, f"{CUE}{end}{CUE}")


def test_subrip_with_numbers_that_lack_or_stand_apart_and_blank_lines_inside(tmp_path: Path) -> None:
    text = (
        "00:00:01,000 --> 00:00:02,000\neen\n12\n\n2\n\n00:00:02,000 --> 00:00:03.5  X1:10\ntwee\n\ndrie\n"
        "3\n00:00:04,000 --> 00:00:05\n\n\n4\n00:00:05,000 --> 00:00:06,000\n1980\n"
    )
    assert srt(tmp_path, text) == (Utterance("document", "een 12 twee drie 1980", 1.0, 6.0),)


def test_a_time_beyond_all_recordings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="line 1: is not SubRip from here"):
        srt(tmp_path, "1\n99999999999999:00:01,000 --> 99999999999999:00:02,000\neen\n")
