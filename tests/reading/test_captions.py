from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading.captions import read_vtt
from perspectieven.reading.source import Utterance
from tests.reading.written import sbv, srt, vtt


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


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_no_cues_give_no_utterances(tmp_path: Path, text: str) -> None:
    assert vtt(tmp_path, text) == ()


def test_teams_with_guids_a_mark_and_lines_of_windows(tmp_path: Path) -> None:
    text = """\ufeffWEBVTT

0b5d7c1e-9a4f-4c57-8f8e-2f4b1f0a9c11/12-0
00:00:01.000 --> 00:00:02.000
<v Wit, Noor de (Jeugdhulp)>Hoe gaat het?</v>

0b5d7c1e-9a4f-4c57-8f8e-2f4b1f0a9c11/13-0
00:00:02.000 --> 00:00:03.000
<v Sanne>Goed.</v>
"""
    path = tmp_path / "gesprek.vtt"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert [(u.label, u.text) for u in read_vtt(path).utterances] == [
        ("Wit, Noor de (Jeugdhulp)", "Hoe gaat het?"),
        ("Sanne", "Goed."),
    ]


def test_zoom_names_with_a_role_between_brackets(tmp_path: Path) -> None:
    lines = ("Noor de Wit (begeleider): Hoe gaat het?", "Sanne (moeder): Goed.", "Noor de Wit (begeleider): Fijn.")
    cues = [f"{n}\n00:0{n}.000 --> 00:0{n + 1}.000\n{line}\n" for n, line in enumerate(lines, start=1)]
    assert [(u.label, u.text) for u in vtt(tmp_path, "\n".join(cues))] == [
        ("Noor de Wit (begeleider)", "Hoe gaat het?"),
        ("Sanne (moeder)", "Goed."),
        ("Noor de Wit (begeleider)", "Fijn."),
    ]


@pytest.mark.parametrize("word", ["NOTE", "Note", "note", "NOTEN", "STYLE", "REGION"])
def test_words_of_the_format_in_what_somebody_says(tmp_path: Path, word: str) -> None:
    body = f"{word} 1\n00:01.000 --> 00:02.000\n{word} dit wel\n{word}\n\n00:02.000 --> 00:03.000\n{word}\n"
    assert [u.text for u in vtt(tmp_path, body)] == [f"{word} dit wel {word} {word}"]


def test_notes_styles_regions_and_settings_around_and_between_cues(tmp_path: Path) -> None:
    body = """REGION
id:links
width:40%

STYLE
::cue(v[voice="Noor"]) { color: red }

NOTE
over twee
regels

00:01.000 --> 00:02.000 region:links align:start position:10%,line-left size:35%
<v Noor>een</v>

NOTE tussendoor

00:02.000 --> 00:03.000 vertical:rl line:0
<v Noor>twee</v>

NOTE
"""
    assert [u.text for u in vtt(tmp_path, body)] == ["een twee"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<b><i>heel <u>erg</u></i></b> druk", "heel erg druk"),
        ("<c.geel.bg_blauw>heel</c> <lang nl>druk</lang>", "heel druk"),
        ("<ruby>heel<rt>erg</rt></ruby>", "heelerg"),
        ("heel <00:00:01.500><c>druk</c>", "heel druk"),
        ("5 &lt; 6 &amp;amp; 7&nbsp;&gt;&lrm; 3&#33;", "5 < 6 &amp; 7 > 3!"),
        ("R&D en nodig&nota bene", "R&D en nodig&nota bene"),
        ("<lacht> ja < nee", "<lacht> ja < nee"),
    ],
)
def test_tags_and_entities(tmp_path: Path, raw: str, text: str) -> None:
    assert [u.text for u in vtt(tmp_path, f"00:01.000 --> 00:02.000\n{raw}\n")] == [text]


def test_two_speakers_at_once(tmp_path: Path) -> None:
    body = """00:01.000 --> 00:04.000
<v Noor>Ik dacht

00:02.000 --> 00:03.000
<v Sanne>Ja.

00:03.500 --> 00:06.000
<v Noor>Ja.
"""
    assert vtt(tmp_path, body) == (
        Utterance("Noor", "Ik dacht", 1.0, 4.0),
        Utterance("Sanne", "Ja.", 2.0, 3.0),
        Utterance("Noor", "Ja.", 3.5, 6.0),
    )


def test_captions_of_youtube_that_light_up_and_roll(tmp_path: Path) -> None:
    body = """00:00:01.000 --> 00:00:02.990 align:start position:0%
dat<00:00:01.200><c> hoort</c><00:00:01.600><c> er</c>

00:00:02.990 --> 00:00:03.000 align:start position:0%
dat hoort er

00:00:03.000 --> 00:00:05.000 align:start position:0%
dat hoort er
bij<00:00:03.500><c> bij</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
bij bij
"""
    assert vtt(tmp_path, body) == (Utterance("document", "dat hoort er bij bij", 1.0, 5.0),)


def test_captions_that_grow_word_by_word(tmp_path: Path) -> None:
    body = "\n".join(
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{line}\n" for n, line in enumerate(["dat", "dat is", "dat is heel", "ja"])
    )
    assert [u.text for u in vtt(tmp_path, body)] == ["dat is heel ja"]


def test_two_people_who_say_the_same_are_both_heard(tmp_path: Path) -> None:
    body = "00:01.000 --> 00:02.000\n<v Noor>Ja.\n\n00:02.000 --> 00:03.000\n<v Sanne>Ja.\n"
    assert [(u.label, u.text) for u in vtt(tmp_path, body)] == [("Noor", "Ja."), ("Sanne", "Ja.")]
    assert [u.text for u in vtt(tmp_path, body.replace("<v Noor>", "").replace("<v Sanne>", ""))] == ["Ja. Ja."]


def test_subviewer_of_youtube(tmp_path: Path) -> None:
    text = "0:00:01.000,0:00:02.500\nNoor: Hoe gaat het?\n\n0:00:02.500,1:00:03.000\nSanne: Goed.[br]Echt.\n"
    text += "\n1:00:03.000,1:00:04.000\nNoor: Fijn.\n"
    assert sbv(tmp_path, text) == (
        Utterance("Noor", "Hoe gaat het?", 1.0, 2.5),
        Utterance("Sanne", "Goed. Echt.", 2.5, 3603.0),
        Utterance("Noor", "Fijn.", 3603.0, 3604.0),
    )


def test_what_is_not_subviewer_is_refused_with_all_its_lines(tmp_path: Path) -> None:
    with pytest.raises(
        TranscriptError, match=r"gesprek.sbv: 2 faults\n  line 4: .*\n  line 6: does not begin with a time"
    ):
        sbv(tmp_path, "0:00:01.000,0:00:02.500\neen\n\ngeheim\n\n0:00:03 --> 0:00:04\ngeheim\n")


WORDS = st.lists(st.sampled_from(["ja", "nee", "dat", "hoort", "erbij"]), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cues=st.lists(st.tuples(st.sampled_from(["Noor", "Sanne"]), WORDS), min_size=1, max_size=12),
    gap=st.sampled_from([0, 1, 3]),
    form=st.sampled_from(["vtt", "srt", "sbv"]),
)
def test_every_word_is_kept_once_and_in_order(
    tmp_path: Path, cues: list[tuple[str, list[str]]], gap: int, form: str
) -> None:
    blocks = []
    gap += gap == 0 and form != "vtt"  # without voices and without a gap, "ja" and then "ja nee" are words that grow
    for n, (label, words) in enumerate(cues):
        start, end = (f"0{at // 3600}:{at // 60 % 60:02}:{at % 60:02}" for at in (n * (1 + gap), n * (1 + gap) + 1))
        text = " ".join(words[:2]) + "\n" * (len(words) > 2) + " ".join(words[2:])
        if form == "vtt":
            blocks.append(f"{start}.000 --> {end}.000\n<v {label}>{text}</v>\n")
        elif form == "srt":
            blocks.append(f"{n + 1}\n{start},000 --> {end},000\nMoeder: {' '.join(words)}\n")
        else:
            blocks.append(f"{start}.000,{end}.000\nMoeder: {' '.join(words)}\n")
    read = {"vtt": vtt, "srt": srt, "sbv": sbv}[form](tmp_path, "\n".join(blocks))
    assert [word for said in read for word in said.text.split()] == [word for _, words in cues for word in words]
    if form == "vtt":
        assert [said.label for said in read] == [label for label, _ in groupby(label for label, _ in cues)]
    assert (read[0].start_s, read[-1].end_s) == (0.0, (len(cues) - 1) * (1 + gap) + 1.0)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(WORDS, min_size=2, max_size=12))
def test_every_word_of_captions_that_roll_is_kept_once_and_in_order(tmp_path: Path, lines: list[list[str]]) -> None:
    blocks, shown = [], ""
    for at, words in enumerate(lines):
        lit = words[0] + "".join(f"<00:00:{at:02}.500><c> {word}</c>" for word in words[1:])
        blocks.append(f"00:{at:02}.000 --> 00:{at:02}.990\n{shown}{lit}\n")
        shown = f"{' '.join(words)}\n"
        blocks.append(f"00:{at:02}.990 --> 00:{at + 1:02}.000\n{shown}")
    said = " ".join(u.text for u in vtt(tmp_path, "\n".join(blocks)))
    assert said.split() == [word for words in lines for word in words]


def test_a_few_repeated_lines_are_no_captions_that_roll(tmp_path: Path) -> None:
    lines = ["ja", "ja hoor", "ja hoor wel", "een", "twee", "drie", "vier", "vijf"]
    body = "\n".join(f"00:0{n}.000 --> 00:0{n + 1}.000\n{line}\n" for n, line in enumerate(lines))
    assert [u.text for u in vtt(tmp_path, body)] == [" ".join(lines)]
