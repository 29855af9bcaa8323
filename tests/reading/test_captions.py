from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading.captions import read_srt, read_vtt
from perspectieven.reading.source import Utterance

CUE = "1\n00:00:01,000 --> 00:00:02,000\neen\n\n"


def vtt(folder: Path, body: str) -> tuple[Utterance, ...]:
    path = folder / "gesprek.vtt"
    path.write_text(f"WEBVTT\n\n{body}", encoding="utf-8")
    return read_vtt(path).utterances


def srt(folder: Path, text: str) -> tuple[Utterance, ...]:
    path = folder / "gesprek.srt"
    path.write_text(text, encoding="utf-8")
    return read_srt(path).utterances


def test_teams_voices_and_cues_of_one_speaker_become_one_turn(tmp_path: Path) -> None:
    body = """b1-0/1
00:00:01.000 --> 00:00:03.500
<v Noor de Wit>Hoe gaat het
met u?</v>

b1-0/2
00:00:04.000 --> 00:00:05.000
<v.loud Noor de Wit>Goed?</v>

00:00:05.500 --> 00:01:02.250
<v Sanne &amp; Daan>Ja &lt;lacht&gt;.</v>
"""
    assert vtt(tmp_path, body) == (
        Utterance("Noor de Wit", "Hoe gaat het met u? Goed?", 1.0, 5.0),
        Utterance("Sanne & Daan", "Ja <lacht>.", 5.5, 62.25),
    )


def test_two_voices_in_one_cue_and_one_without(tmp_path: Path) -> None:
    body = "00:01.000 --> 00:03.000\n<v Noor>Hoi\n<v Sanne>Dag\n\n00:04.000 --> 00:05.000\n(muziek)\n"
    assert [(u.label, u.text) for u in vtt(tmp_path, body)] == [
        ("Noor", "Hoi"),
        ("Sanne", "Dag"),
        ("onbekend", "(muziek)"),
    ]


def test_zoom_names(tmp_path: Path) -> None:
    body = """1
00:00:01.000 --> 00:00:02.000
Noor de Wit: Hoe gaat het?

2
00:00:02.000 --> 00:00:03.000
Sanne: Goed.

3
00:00:03.000 --> 00:00:04.000
Kijk: het is zo.

4
00:00:04.000 --> 00:00:05.000
Noor de Wit: Ja.
"""
    assert vtt(tmp_path, body) == (
        Utterance("Noor de Wit", "Hoe gaat het?", 1.0, 2.0),
        Utterance("Sanne", "Goed. Kijk: het is zo.", 2.0, 4.0),
        Utterance("Noor de Wit", "Ja.", 4.0, 5.0),
    )


def test_without_speakers_a_pause_ends_a_turn(tmp_path: Path) -> None:
    body = "00:01.000 --> 00:02.000\neen\n\n00:03.900 --> 00:05.000\ntwee\n\n00:07.000 --> 00:08.000\ndrie\n"
    assert vtt(tmp_path, body) == (Utterance("document", "een twee", 1.0, 5.0), Utterance("document", "drie", 7.0, 8.0))


def test_rolling_captions_are_read_once(tmp_path: Path) -> None:
    body = """00:01.000 --> 00:02.000
dat is

00:02.000 --> 00:03.000
dat is
heel <00:02.500><c>gewoon</c>

00:03.000 --> 00:04.000
heel gewoon

00:04.000 --> 00:05.000
heel gewoon
hoor
"""
    assert [u.text for u in vtt(tmp_path, body)] == ["dat is heel gewoon hoor"]


def test_someone_who_says_the_same_twice_is_heard_twice(tmp_path: Path) -> None:
    said = ("Ja.", "Ja.", "O", "goed")
    body = "\n\n".join(f"00:0{at}.000 --> 00:0{at + 1}.000\n<v Noor>{text}" for at, text in enumerate(said))
    assert [u.text for u in vtt(tmp_path, body)] == ["Ja. Ja. O goed"]


def test_notes_and_styles_are_no_text(tmp_path: Path) -> None:
    body = "NOTE dit niet\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nwel\n"
    assert [u.text for u in vtt(tmp_path, body)] == ["wel"]


def test_text_without_a_time_is_not_dropped_quietly(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError) as caught:
        vtt(tmp_path, "00:01.000 --> 00:02.000\neen\n\ngeheim\n\n00:03.000 --> 00:04.000\ndrie\n\nook geheim\n")
    assert str(caught.value) == (
        "gesprek.vtt: 2 faults\n"
        "  line 6: is text without a time above it; give it one, or join it to its cue\n"
        "  line 11: is text without a time above it; give it one, or join it to its cue"
    )


def test_what_is_not_webvtt_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.vtt"
    path.write_text("00:01.000 --> 00:02.000\neen\n", encoding="utf-8")
    with pytest.raises(TranscriptError, match="line 1: is not WebVTT; the first line is WEBVTT"):
        read_vtt(path)


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
    with pytest.raises(TranscriptError, match=r"gesprek.srt: 1 fault\n  line 5: is not SubRip from here") as caught:
        srt(tmp_path, f"{CUE}2\n00:00:3 --> later\ngeheim\n\n{CUE}")
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("end", [f"2\ngeheim\n\n{CUE}", "x\n00:00:3 --> later\n"])
def test_a_cue_without_a_sound_time_is_refused(tmp_path: Path, end: str) -> None:
    with pytest.raises(TranscriptError, match=r"gesprek.srt: 1 fault\n  cue 1: holds a line of another cue; correct"):
        srt(tmp_path, f"{CUE}{end}")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_no_cues_give_no_utterances(tmp_path: Path, text: str) -> None:
    assert vtt(tmp_path, text) == ()
