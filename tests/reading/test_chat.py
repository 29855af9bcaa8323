import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from perspectieven.errors import TranscriptError
from perspectieven.reading import chat
from perspectieven.reading.chat import read_chat
from perspectieven.reading.source import Source, Utterance
from tests.reading.damage import EDITS, Edits, damage

HEAD = "@UTF8\n@Begin\n@Languages:\tnld\n@Participants:\tMOE Mother , BEG Noor_de_Wit\n\tInvestigator\n"
GOOD = f"""{HEAD}@Comment:\topgenomen in de keuken
*BEG:\thoe gaat het thuis ? \x150_1500\x15
*MOE:\t<het is> [//] het gaat &-eh wel (.) goed . \x151500_3000\x15
%mor:\tpro|het v|gaan adv|goed .
%gra:\t1|2|SUBJ
*MOE:\tmaar m(ij)n zoon,
\tdie praat nie(t) +... \x153200_6050\x15
@G:\tkoffie
*BEG:\tnee ? \x156100_7000\x15
@End
"""
REAL = Path(__file__).parents[3] / "shared" / "real" / "dutch" / "c01.cha"


def read(folder: Path, text: str | bytes) -> Source:
    path = folder / "gesprek.cha"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_chat(path)


def lines(*main: str) -> str:
    return HEAD + "\n".join(main) + "\n@End\n"


def test_speakers_times_and_words(tmp_path: Path) -> None:
    source = read(tmp_path, GOOD)
    assert source.utterances == (
        Utterance("BEG", "hoe gaat het thuis?", 0.0, 1.5),
        Utterance("MOE", "het is het gaat eh wel goed. maar mijn zoon, die praat niet…", 1.5, 6.05),
        Utterance("BEG", "nee?", 6.1, 7.0),
    )
    assert source.unspoken == ("opgenomen in de keuken", "koffie")


def test_dependent_tiers_are_left_out_with_a_remark(tmp_path: Path) -> None:
    (remark,) = read(tmp_path, GOOD).remarks
    assert remark.what == "the dependent tiers are left out: %gra (lines: 1) and %mor (lines: 1)"


def test_a_file_that_stops_halfway_gets_a_remark(tmp_path: Path) -> None:
    (remark,) = read(tmp_path, f"{HEAD}*MOE:\tja .").remarks
    assert remark.what == "has no @End; check that the file is whole"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_and_older_and_copied_bullets(tmp_path: Path, encoding: str) -> None:
    text = lines('*MOE:\tdat één ding . •%snd:"keuken"_1000_2500•')
    if encoding == "cp1252":
        text = text.replace("•", "\x15")
    assert read(tmp_path, text.encode(encoding)).utterances == (Utterance("MOE", "dat één ding.", 1.0, 2.5),)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(tmp_path: Path, end: str) -> None:
    assert read(tmp_path, GOOD.replace("\n", end)).utterances == read(tmp_path, GOOD).utterances


def test_lines_without_words_are_no_turns(tmp_path: Path) -> None:
    source = read(tmp_path, lines("*MOE:\t0 .", "*BEG:\t&=lacht .", "*MOE:\t(..) .", "*MOE:\t"))
    assert source.utterances == ()
    assert [remark.place for remark in source.remarks] == ["line 7"]


def test_remarks_name_lines_and_no_words(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        lines("*MOE:\txxx geheim [?] .", "*BEG:\tie [: geheim] zegt xxx [= geheim] .", "*MOE:\twww &*BEG:geheim ."),
    )
    assert [(remark.place, remark.what) for remark in source.remarks] == [
        ("lines 6 and 7", "something could not be understood, xxx or yyy (2 times)"),
        ("line 6", "what was heard is uncertain, [?]"),
        ("line 7", "words are replaced as the transcriber says, [: ...]"),
        ("line 7", "comments of the transcriber are left out, [= ...] or [% ...]"),
        ("line 8", "something was not transcribed, www"),
        ("line 8", "events and words of others in between are left out, &=... or &*..."),
    ]


def test_every_fault_is_told_at_once_and_without_words(tmp_path: Path) -> None:
    text = lines("geheim", "*VAD:\tgeheim .", "*ik zei geheim", "*MOE:\tgeheim [// .", "*VAD:\tja .", "*geheim:\tja .")
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == (
        "gesprek.cha: 5 faults\n"
        "  line 6: a CHAT line starts with @, * or %, and one that goes on with a tab; put one of these in front\n"
        "  line 8: has no speaker; write *, a code, a colon and a tab\n"
        '  lines 7 and 10: speaker "VAD" is not in @Participants, where there is BEG and MOE; '
        "add it there or correct it\n"
        "  line 11: the speaker is not in @Participants, where there is BEG and MOE; add it there or correct it\n"
        "  line 9: has a bracket [ or ] without the other; add or remove one"
    )


@pytest.mark.parametrize("text", ["Moeder: geheim\n", "@UTF8\n@Begin\n@Participants:\t\n*MOE:\tgeheim .\n@End\n"])
def test_what_has_no_participants_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TranscriptError, match="is not CHAT, or has no @Participants; it starts with @UTF8") as caught:
        read(tmp_path, text)
    assert "geheim" not in str(caught.value)


def test_too_many_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "MOST_PIECES", 10)
    with pytest.raises(TranscriptError, match="pieces, and at most that many are read; split the file"):
        read(tmp_path, GOOD)


@pytest.mark.parametrize("unit", ["[", "<", "[: ", "(", "↫", "+", ".", "&-", "a:", "\t", " ", "0", "@", "•1_2"])
def test_long_lines_are_read_or_refused_in_time(tmp_path: Path, unit: str) -> None:
    try:
        read(tmp_path, f"{HEAD}@{unit * 50_000}\n*MOE:\tja {unit * 200_000}a .\n@End\n")
    except TranscriptError as error:
        assert len(str(error)) < 500


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_damage_gives_a_source_or_a_transcript_error(tmp_path: Path, edits: Edits) -> None:
    try:
        source = read(tmp_path, damage(GOOD.encode(), edits))
    except TranscriptError:
        return
    source.as_transcript("gesprek")


@pytest.mark.skipif(not REAL.is_file(), reason="the real files lie in ../shared, which is not here")
def test_a_real_file() -> None:
    source = read_chat(REAL)
    assert len(source.utterances) == 19
    assert {u.label for u in source.utterances} == {"CHI", "INV"}
    assert not any(re.search(r"[\[\]<>&()+@_]|\bxxx\b", u.text) for u in source.utterances)
    assert len(source.unspoken) == 24
    assert [remark.place for remark in source.remarks] == ["lines 37 and 57"]
