from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import praat
from perspectieven.reading.praat import read_textgrid
from perspectieven.reading.source import Source, Utterance
from tests.reading.damage import EDITS, Edits, damage

LONG = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 9
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Moeder"
        xmin = 0
        xmax = 9
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 2.5
            text = "Hij zei: ""kom maar"","
        intervals [2]:
            xmin = 2.5
            xmax = 6
            text = ""
        intervals [3]:
            xmin = 6
            xmax = 9
            text = "en toen was het één
uur stil."
    item [2]:
        class = "IntervalTier"
        name = "Begeleider"
        xmin = 0
        xmax = 9
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 3
            text = " "
        intervals [2]:
            xmin = 3
            xmax = 4
            text = "En de cli\\e"nt?"
        intervals [3]:
            xmin = 4
            xmax = 5.5
            text = "Wat deed die?"
    item [3]:
        class = "TextTier"
        name = "deur"
        xmin = 0
        xmax = 9
        points: size = 1
        points [1]:
            number = 4.2
            mark = "klap"
"""
SHORT = """File type = "ooTextFile"
Object class = "TextGrid"

0
9
<exists>
3
"IntervalTier"
"Moeder"
0
9
3
0
2.5
"Hij zei: ""kom maar"","
2.5
6
""
6
9
"en toen was het één uur stil."
"IntervalTier"
"Begeleider"
0 9 2 ! op een regel mag ook
3 4 "En de cliënt?"
4 5.5 "Wat deed die?"
"TextTier"
"deur"
0 9 1
4.2 "klap"
"""
SAID = (
    Utterance("Moeder", 'Hij zei: "kom maar",', 0.0, 2.5),
    Utterance("Begeleider", "En de cliënt? Wat deed die?", 3.0, 5.5),
    Utterance("Moeder", "en toen was het één uur stil.", 6.0, 9.0),
)
REAL = Path(__file__).parents[3] / "shared" / "real" / "timed"


def read(folder: Path, text: str | bytes, encoding: str = "utf-8") -> Source:
    path = folder / "gesprek.TextGrid"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_textgrid(path)


def grid(*tiers: str) -> str:
    return "\n".join(['"ooTextFile"', '"TextGrid"', f"0 9 <exists> {len(tiers)}", *tiers])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_long_format(tmp_path: Path, encoding: str) -> None:
    text = LONG.replace('\\e"nt', "ënt") if encoding == "cp1252" else LONG.replace('\\e"', '\\e""')
    assert read(tmp_path, text, encoding).utterances == SAID


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_short_format(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, SHORT, encoding).utterances == SAID
    assert read(tmp_path, SHORT.replace('"ooTextFile"', '"ooTextFile short"'), encoding).utterances == SAID


def test_point_tiers_are_left_out_with_a_remark(tmp_path: Path) -> None:
    (remark,) = read(tmp_path, SHORT).remarks
    assert (remark.place, remark.what) == (
        'tier "deur"',
        "left out: a point tier (marks: 1) says when, not how long somebody speaks",
    )


def test_a_tier_with_a_word_per_interval_gets_a_remark(tmp_path: Path) -> None:
    words = "\n".join(f'{at} {at + 1} "woord"' for at in range(10))
    (remark,) = read(tmp_path, grid(f'"IntervalTier" "woorden" 0 9 10\n{words}')).remarks
    assert remark.what.startswith("has one word in each interval, and is read as a speaker; if it holds the words")


def test_accents_typed_as_in_praat(tmp_path: Path) -> None:
    text = grid('"IntervalTier" "Noor" 0 9 1 0 9 "co\\o""peratie, \\e\'e\\e\'n, fa\\c,ade, c:\\q^"')
    assert read(tmp_path, text).utterances[0].text == "coöperatie, éeén, façade, c:\\q^"


def test_tiers_without_a_name(tmp_path: Path) -> None:
    nameless = '"IntervalTier" "" 0 9 1 0 9 "Ja."'
    assert read(tmp_path, grid(nameless)).utterances == (Utterance("document", "Ja.", 0.0, 9.0),)
    named = '"IntervalTier" "Noor" 0 9 1 1 2 "Nee."'
    assert [u.label for u in read(tmp_path, grid(nameless, named)).utterances] == ["onbekend", "Noor"]


def test_silence_is_no_word(tmp_path: Path) -> None:
    silence = "\n".join(f'{at} {at + 1} ""' for at in range(9))
    assert read(tmp_path, grid(f'"IntervalTier" "Noor" 0 10 10\n{silence}\n9 10 "Ja."')).remarks == ()


@pytest.mark.parametrize("text", [grid(), '"ooTextFile"\n"TextGrid"\n0 9 <absent>', grid('"IntervalTier" "A" 0 9 0')])
def test_without_intervals_nobody_says_anything(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Source(())


def test_every_interval_that_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, grid('"IntervalTier" "Noor" 0 9 3 0 1 "goed" 3 2 "geheim" 5.5 4 "geheim"'))
    assert str(caught.value) == (
        "gesprek.TextGrid: 2 faults\n"
        '  tier "Noor", 3 s: ends before it begins; correct it\n'
        '  tier "Noor", 5.5 s: ends before it begins; correct it'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Moeder: geheim", 'line 1: is no Praat text file; the first line is File type = "ooTextFile"'),
        (b"ooBinaryFile\x08TextGrid\x00", "is a binary Praat file, and a text file can be read"),
        ('"ooTextFile"\n"PitchTier"\n0 1', "line 2: holds another Praat object, and a TextGrid can be read"),
        (grid('"IntervalTier" "Noor" 0 9 2 0 1 "geheim"'), "line 4: the file stops before its last tier is complete"),
        (grid('"IntervalTier" "Noor" 0 9 1 0 1 "geheim" "x"'), "line 4: there is more here than the sizes above"),
        (grid('"IntervalTier" "Noor" 0 9 1\n0 "geheim"'), "line 5: a number was expected here"),
        (grid('"IntervalTier" "Noor" 0 9 1\n0 1e999 "geheim"'), "line 5: a number was expected here"),
        (grid('"IntervalTier" "Noor" 0 9 1\n0 1 2'), "line 5: a text between quotes was expected here"),
        (grid('"IntervalTier" "Noor" 0 9 1\n0 1 "geheim'), "line 5: a quote is opened here and never closed"),
        (grid('"IntervalTier" "Noor" 0 9 1.5'), "line 4: a count was expected here"),
        (grid('"GeheimTier" "Noor" 0 9 1'), "line 4: a tier is an IntervalTier or a TextTier"),
        ('"ooTextFile"\n"TextGrid"\n0 9 1', "line 3: <exists> was expected here"),
        (grid('"IntervalTier" "Noor" 0 9 999999999'), "holds more than 1,000,000 pieces, and at most that many"),
    ],
)
def test_what_is_damaged_is_refused_with_its_line_and_without_its_words(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, text)
    assert message in str(caught.value)
    assert "geheim" not in str(caught.value).lower().replace('"geheimtier"', "")


def test_too_many_pieces_over_all_tiers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(praat, "MOST_PIECES", 3)
    tier = '"IntervalTier" "Noor" 0 9 2 0 1 "een" 1 2 "twee"'
    with pytest.raises(TranscriptError, match="pieces, and at most that many are read; split the file"):
        read(tmp_path, grid(tier, tier))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    base=st.sampled_from([LONG.replace('\\e"', "ë").encode(), SHORT.encode(), SHORT.encode("utf-16")]),
    edits=EDITS,
)
def test_damage_gives_a_source_or_a_transcript_error(tmp_path: Path, base: bytes, edits: Edits) -> None:
    try:
        source = read(tmp_path, damage(base, edits))
    except TranscriptError:
        return
    source.as_transcript("gesprek")


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files lie in ../shared, which is not here")
def test_a_real_file() -> None:
    source = read_textgrid(REAL / "MaureenMarvinRobin.TextGrid")
    assert [u.label for u in source.utterances] == ["Maureen", "Marvin", "Maureen", "Robin"]
    assert [round(u.start_s or 0, 2) for u in source.utterances] == [1.01, 2.4, 3.74, 5.29]
    assert source.remarks == ()
