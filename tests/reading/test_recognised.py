"""What speech recognisers write: each shape is read, and what is likely not said is remarked on."""

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import json_fields, recognised
from perspectieven.reading.recognised import read_json
from perspectieven.reading.source import Source, Utterance

WHISPER = {
    "text": " Hoe gaat het thuis? Beter dan vorig jaar. Hij slaapt weer.",
    "segments": [
        {"id": 0, "start": 0.0, "end": 2.5, "text": " Hoe gaat het thuis?", "tokens": [1, 2], "avg_logprob": -0.2},
        {"id": 1, "start": 3.0, "end": 5.0, "text": " Beter dan vorig jaar.", "no_speech_prob": 0.01},
        {"id": 2, "start": 7.0, "end": 8.25, "text": " Hij slaapt weer."},
    ],
    "language": "nl",
}
WHISPER_READ = (
    Utterance("document", "Hoe gaat het thuis? Beter dan vorig jaar.", 0.0, 5.0),
    Utterance("document", "Hij slaapt weer.", 7.0, 8.25),
)


def word(text: str, start: float | None, speaker: str | None) -> dict[str, Any]:
    fields = {"word": text, "start": start, "end": None if start is None else start + 0.4, "speaker": speaker}
    return {key: value for key, value in fields.items() if value is not None}


WORDS = [
    word("Hoe", 0.0, "SPEAKER_00"),
    word("gaat", 0.5, "SPEAKER_00"),
    word("het?", 1.0, "SPEAKER_00"),
    word("Goed,", 2.0, "SPEAKER_01"),
    word("sinds", 2.5, "SPEAKER_01"),
    word("2019.", None, None),
]
WHISPERX = {
    "segments": [
        {"start": 0.0, "end": 4.0, "text": " Hoe gaat het? Goed, sinds 2019.", "words": WORDS, "speaker": "SPEAKER_01"},
        {"start": 4.0, "end": 5.0, "text": "Ja.", "words": [word("Ja.", 4.0, None)], "speaker": "SPEAKER_01"},
        {"start": 5.0, "end": 6.0, "text": "Hm.", "words": []},
    ],
    "word_segments": [],
    "language": "nl",
}
WHISPER_CPP = {
    "systeminfo": "",
    "result": {"language": "nl"},
    "transcription": [
        {
            "timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"},
            "offsets": {"from": 0, "to": 2500},
            "text": " Zij kreeg jeugd",
        },
        {"timestamps": {"from": "00:00:02,500", "to": "00:00:03,100"}, "text": "zorg"},
        {"timestamps": {"from": "00:00:03,100", "to": "00:00:03,200"}, "text": "."},
        {"offsets": {"from": 5200, "to": 6000}, "text": " Daarna niet."},
    ],
}
TEAMS = {
    "$schema": "http://stream.office.com/schemas/transcript.json",
    "type": "Transcript",
    "entries": [
        {
            "text": "Zullen we?",
            "speakerDisplayName": "Noor de Wit",
            "startOffset": "00:00:03.7167320",
            "endOffset": "00:00:05.5567320",
        },
        {"text": "Goed.", "speakerDisplayName": "Daan", "startOffset": "01:00:06", "endOffset": "01:00:07.5"},
        {
            "text": "Kom maar.",
            "speakerDisplayName": "Noor de Wit",
            "startOffset": "00:00:05.6000000",
            "endOffset": "00:00:06.5000000",
        },
        {"text": None, "speakerDisplayName": "", "startOffset": "01:00:08", "endOffset": "01:00:09"},
        {"text": "(deur)", "speakerDisplayName": "", "startOffset": "01:00:10", "endOffset": "01:00:11"},
    ],
    "events": [{"eventType": "CallStarted", "startOffset": "00:00:03.3948247"}],
}
SHAPES = [WHISPER, WHISPERX, WHISPER_CPP, TEAMS]


def read(folder: Path, content: object) -> Source:
    path = folder / "gesprek.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return read_json(path)


def fault(folder: Path, content: object) -> str:
    with pytest.raises(TranscriptError) as caught:
        read(folder, content)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return str(caught.value)


def segments(*texts: str, **fields: object) -> dict[str, Any]:
    return {
        "segments": [{"start": 5.0 * at, "end": 5.0 * at + 5, "text": text, **fields} for at, text in enumerate(texts)]
    }


def test_whisper(tmp_path: Path) -> None:
    assert read(tmp_path, WHISPER) == Source(WHISPER_READ)


def test_segments_as_a_list_by_itself(tmp_path: Path) -> None:
    assert read(tmp_path, WHISPER["segments"]) == Source(WHISPER_READ)


def test_only_words_take_their_signs_from_the_text(tmp_path: Path) -> None:
    words = [word("Hoe", 0.0, None), word("gaat", 0.5, None), word("het", 1.0, None), word("Goed", 4.0, None)]
    expected = (Utterance("document", "Hoe gaat het?", 0.0, 1.4), Utterance("document", '"Goed."', 4.0, 4.4))
    assert read(tmp_path, {"text": 'Hoe gaat het? "Goed."', "words": words}) == Source(expected)
    assert [u.text for u in read(tmp_path, words).utterances] == ["Hoe gaat het", "Goed"]


def test_words_that_are_not_those_of_the_text_are_remarked_on(tmp_path: Path) -> None:
    source = read(tmp_path, {"text": "Hoe ging het?", "words": [word("Hoe", 0.0, None), word("gaat", 0.5, None)]})
    assert [u.text for u in source.utterances] == ["Hoe gaat"]
    assert [remark.what for remark in source.remarks] == [
        "the words are not those of the text; the words were read; compare them with the text"
    ]


def test_only_text(tmp_path: Path) -> None:
    content = {"text": "Hoe gaat het?\nGoed.", "usage": {"type": "tokens"}}
    assert read(tmp_path, content) == Source((Utterance("document", "Hoe gaat het? Goed."),))


def test_where_a_segment_changes_speaker_the_words_decide(tmp_path: Path) -> None:
    assert read(tmp_path, WHISPERX) == Source(
        (
            Utterance("SPEAKER_00", "Hoe gaat het?", 0.0, 1.4),
            Utterance("SPEAKER_01", "Goed, sinds 2019. Ja.", 2.0, 5.0),
            Utterance("onbekend", "Hm.", 5.0, 6.0),
        )
    )


def test_words_decide_over_their_segment(tmp_path: Path) -> None:
    segment = {"start": 0, "end": 1, "text": "Ja.", "words": [word("Ja.", 0.0, "A")], "speaker": "B"}
    assert [u.label for u in read(tmp_path, {"segments": [segment]}).utterances] == ["A"]


def test_a_segment_without_text_is_read_from_its_words(tmp_path: Path) -> None:
    source = read(tmp_path, {"segments": [{"start": 0, "end": 4, "words": WORDS}]})
    assert [u.text for u in source.utterances] == ["Hoe gaat het?", "Goed, sinds 2019."]


def test_a_segment_whose_words_are_others_goes_to_who_has_most_words(tmp_path: Path) -> None:
    segment = {"start": 61, "end": 65, "text": "Hoe is het? Prima.", "words": WORDS[:4]}
    source = read(tmp_path, {"segments": [segment]})
    assert source.utterances == (Utterance("SPEAKER_00", "Hoe is het? Prima.", 61.0, 65.0),)
    assert [(remark.place, remark.what) for remark in source.remarks] == [
        (
            "00:01:01-00:01:05",
            "this segment changes speaker, but its words are not those of its text; all went to who has most words; "
            "listen, and correct it",
        )
    ]


def test_only_word_segments(tmp_path: Path) -> None:
    assert read(tmp_path, {"word_segments": WORDS}) == Source(
        (
            Utterance("SPEAKER_00", "Hoe gaat het?", 0.0, 1.4),
            Utterance("SPEAKER_01", "Goed, sinds 2019.", 2.0, 2.9),
        )
    )


def test_whisper_cpp_and_words_in_parts(tmp_path: Path) -> None:
    assert read(tmp_path, WHISPER_CPP) == Source(
        (
            Utterance("document", "Zij kreeg jeugdzorg.", 0.0, 3.2),
            Utterance("document", "Daarna niet.", 5.2, 6.0),
        )
    )


def test_a_word_in_parts_stays_whole_over_a_silence(tmp_path: Path) -> None:
    parts = [(" Zij kreeg jeugd", 0, 900), ("zorg.", 4000, 4500)]
    content = [{"text": text, "offsets": {"from": start, "to": end}} for text, start, end in parts]
    assert read(tmp_path, content).utterances == (Utterance("document", "Zij kreeg jeugdzorg.", 0.0, 4.5),)


def test_whisper_cpp_speakers(tmp_path: Path) -> None:
    said = [("0", " Hoi."), ("?", " Hm."), ("1", " Dag.")]
    content = {"transcription": [{"speaker": speaker, "text": text, "offsets": {}} for speaker, text in said]}
    assert [(u.label, u.text) for u in read(tmp_path, content).utterances] == [
        ("0", "Hoi."),
        ("onbekend", "Hm."),
        ("1", "Dag."),
    ]


def test_a_token_that_is_part_of_a_character_leaves_the_text_readable(tmp_path: Path) -> None:
    content = '{"transcription": [{"offsets": {}, "text": " Eén cliënt.", "tokens": [{"text": "#"}]}]}'
    assert [u.text for u in read(tmp_path, content.encode().replace(b"#", b"\xc3")).utterances] == ["Eén cliënt."]


def test_half_a_character_in_the_text_is_a_fault(tmp_path: Path) -> None:
    content = json.dumps(segments("Eén #"), ensure_ascii=False).encode().replace(b"#", b"\xc3")
    expected = (
        "gesprek.json: 1 fault\n  segment 1: text holds half a character; write it again, and save the file as UTF-8"
    )
    assert fault(tmp_path, content) == expected
    assert fault(tmp_path, b'{"segments": [{"start": 0, "text": "\\ud83d"}]}') == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = json.dumps(segments("De cliënt zei: één keer."), ensure_ascii=False).encode(encoding)
    assert [u.text for u in read(tmp_path, content).utterances] == ["De cliënt zei: één keer."]


def test_teams_in_order_of_time(tmp_path: Path) -> None:
    assert read(tmp_path, TEAMS) == Source(
        (
            Utterance("Noor de Wit", "Zullen we? Kom maar.", 3.716732, 6.5),
            Utterance("Daan", "Goed.", 3606.0, 3607.5),
            Utterance("onbekend", "(deur)", 3610.0, 3611.0),
        )
    )
    assert read(tmp_path, TEAMS["entries"]) == read(tmp_path, TEAMS)


def test_teams_spoken_text(tmp_path: Path) -> None:
    entry = {
        "speakerDisplayName": "Daan",
        "spokenText": "Goed.",
        "startOffset": "00:00:05.0",
        "endOffset": "00:00:08.0",
    }
    assert read(tmp_path, {"entries": [entry]}).utterances == (Utterance("Daan", "Goed.", 5.0, 8.0),)


def test_teams_times_may_have_days(tmp_path: Path) -> None:
    entry = {"speakerDisplayName": "Daan", "text": "Goed.", "startOffset": "1.00:00:05", "endOffset": "1.00:00:08"}
    assert read(tmp_path, {"entries": [entry]}).utterances == (Utterance("Daan", "Goed.", 86_405.0, 86_408.0),)


def test_recognised_phrases(tmp_path: Path) -> None:
    phrases = [
        {"speaker": 1, "offset": "PT1M2.5S", "duration": "PT2S", "nBest": [{"display": "Goed."}, {"display": "Moed."}]},
        {"speaker": {"displayName": "Daan"}, "offset": "PT1H", "duration": "PT0.5S", "nBest": [{"display": "Ja."}]},
        {"speaker": 1, "offset": "PT2H", "duration": "PT1S", "nBest": []},
    ]
    assert read(tmp_path, {"recognizedPhrases": phrases}).utterances == (
        Utterance("1", "Goed.", 62.5, 64.5),
        Utterance("Daan", "Ja.", 3600.0, 3600.5),
    )


def test_doubtful_segments_are_remarked_on_and_kept(tmp_path: Path) -> None:
    content = segments("Geheim een.", "Geheim twee.", "Geheim drie.", "Geheim vier.")
    for at, key, value in ((0, "no_speech_prob", 0.61), (1, "no_speech_prob", 0.9), (3, "avg_logprob", -1.1)):
        content["segments"][at][key] = value
    content["segments"][2] |= {"no_speech_prob": 0.6, "avg_logprob": -1.0}
    source = read(tmp_path, content)
    assert [u.text for u in source.utterances] == ["Geheim een. Geheim twee. Geheim drie. Geheim vier."]
    check = "listen there, and correct or remove what nobody said"
    assert [(remark.place, remark.what) for remark in source.remarks] == [
        ("00:00:00-00:00:10", f"2 segments are likely not speech (no_speech_prob above 0.6); {check}"),
        ("00:00:15-00:00:20", f"1 segment is likely misheard (avg_logprob below -1); {check}"),
    ]


def test_what_is_made_up_is_remarked_on_and_kept(tmp_path: Path) -> None:
    source = read(tmp_path, segments("Ja.", *["Dat is zo."] * 4, "TV GELDERLAND 2021"))
    assert [u.text for u in source.utterances] == ["Ja. Dat is zo. Dat is zo. Dat is zo. Dat is zo. TV GELDERLAND 2021"]
    assert [remark.place for remark in source.remarks] == ["00:00:05-00:00:25", "00:00:25-00:00:30"]


def test_what_a_recogniser_does_not_know_may_be_nan(tmp_path: Path) -> None:
    content = b'{"segments": [{"start": NaN, "end": NaN, "text": "Ja.", "avg_logprob": NaN, "speaker": NaN}]}'
    assert read(tmp_path, content) == Source((Utterance("document", "Ja."),))


def test_all_faults_are_told_at_once_without_words(tmp_path: Path) -> None:
    content = {
        "segments": [
            {"start": "geheim", "end": -1, "text": "geheim"},
            "geheim",
            {"start": True, "end": 1e300},
            {"start": 1, "end": 2, "text": 3, "speaker": ["geheim"], "words": [{"speaker": "A"}, {"speaker": "B"}]},
        ]
    }
    assert fault(tmp_path, content) == (
        "gesprek.json: 10 faults\n"
        "  segment 2: is not an object with fields; correct or remove it\n"
        "  segment 1: start is no time in a recording; correct it, or give null\n"
        "  segment 1: end is no time in a recording; correct it, or give null\n"
        "  segment 3: has no text; add it, or remove the whole\n"
        "  segment 3: start is no number; correct it, or give null\n"
        "  segment 3: end is no time in a recording; correct it, or give null\n"
        "  segment 4: text is no text; put it between quotes, or remove the whole\n"
        "  segment 4: speaker is no name or number of a speaker; give one, or null\n"
        "  segment 4, word 1: has no word or text; add it, or remove the whole\n"
        "  segment 4, word 2: has no word or text; add it, or remove the whole"
    )


def test_after_many_faults_the_rest_is_not_told(tmp_path: Path) -> None:
    said = fault(tmp_path, {"segments": [0] * 1000})
    assert said.startswith("gesprek.json: 101 faults\n")
    assert said.endswith("  segment 101: more is wrong from here; correct what stands above first")


@pytest.mark.parametrize(
    "content", [{}, [], [[]], 3, "geheim", None, {"results": []}, {"text": "geheim", "user": 1}, {"segments": 3}]
)
def test_unknown_shapes_are_refused_with_what_is_known(tmp_path: Path, content: object) -> None:
    assert fault(tmp_path, content) == (
        "gesprek.json: 1 fault\n  is none of the shapes of speech recognition that can be read: "
        "segments (Whisper, faster-whisper, WhisperX), word_segments (WhisperX), words, or text alone (OpenAI), "
        "transcription (whisper.cpp), entries or recognizedPhrases (Teams, Stream); export it as one of these"
    )


@pytest.mark.parametrize("content", [{"text": "", "segments": [], "language": "nl"}, {"entries": []}])
def test_nothing_said_gives_no_utterances(tmp_path: Path, content: object) -> None:
    assert read(tmp_path, content) == Source(())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty file"),
        (b'{"text":\n "geheim', "line 2: is not JSON from character 2; export it again"),
        (b'{"text": "geheim"} {"text": "geheim"}', "line 1: is not JSON from character 20; export it again"),
        (b'{"text": ' + b"[" * 200_000, "is nested too deep or has a number that is too long"),
        (b'{"text": ' + b"1" * 5_000 + b"}", "is nested too deep or has a number that is too long"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes, expected: str) -> None:
    said = fault(tmp_path, content)
    assert expected in said
    assert "geheim" not in said


def test_too_many_values_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_fields, "MOST_SIGNS", 10)
    assert "has more than 10 values; export it without tokens and characters, or split it" in fault(tmp_path, [0] * 12)


def test_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognised, "MOST_CHARACTERS", 55)
    assert "has more than 55 characters of text, more than anyone says" in fault(tmp_path, WHISPER)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shape=st.sampled_from(SHAPES), seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, shape: dict[str, Any], seed: int) -> None:
    data, chance = bytearray(json.dumps(shape, ensure_ascii=False).encode()), random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.choice((0, 1, 1, 9))] = chance.choice(
            (b"", b"[", b"{}", b"null", b"-1e999", b"\xff", b'"')
        )
    try:
        source = read(tmp_path, bytes(data))
    except TranscriptError:
        return
    assert all(u.text.strip() == u.text != "" for u in source.utterances)
    "".join(u.text + u.label for u in source.utterances).encode()


def test_words_of_signs_alone_do_not_slow_the_search(tmp_path: Path) -> None:
    segment = {"start": 0, "end": 1, "text": "((x", "words": [word("(" * 200_000 + "x", 0, "A"), word("x", 1, "B")]}
    path = tmp_path / "gesprek.json"
    path.write_text(json.dumps({"segments": [segment]}), encoding="utf-8")
    started = time.process_time()
    assert len(read_json(path).remarks) == 1
    assert time.process_time() - started < 5
