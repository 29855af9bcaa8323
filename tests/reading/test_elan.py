from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perspectieven.errors import TranscriptError
from perspectieven.reading import elan
from perspectieven.reading.elan import read_eaf
from perspectieven.reading.source import Source, Utterance
from tests.reading.damage import EDITS, Edits, damage

REAL = Path(__file__).parents[3] / "shared" / "real" / "timed"


def aligned(number: int, start: int, end: int, text: str) -> str:
    return (
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" TIME_SLOT_REF1="ts{start}" '
        f'TIME_SLOT_REF2="ts{end}"><ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>'
    )


def ref(number: int, above: int, text: str) -> str:
    return (
        f'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a{number}" ANNOTATION_REF="a{above}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
    )


def tier(name: str, *annotations: str, participant: str = "", parent: str = "") -> str:
    more = f' PARTICIPANT="{participant}"' if participant else ""
    more += f' PARENT_REF="{parent}"' if parent else ""
    return f'<TIER LINGUISTIC_TYPE_REF="uiting" TIER_ID="{name}"{more}>{"".join(annotations)}</TIER>'


def eaf(*tiers: str, times: str = "0 1000 2000 3500 5000", units: str = "milliseconds") -> str:
    slots = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{number}"{"" if time == "-" else f""" TIME_VALUE="{time}" """}/>'
        for number, time in enumerate(times.split(), start=1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT VERSION="3.0"><HEADER TIME_UNITS="{units}"/>\n'
        f"<TIME_ORDER>{slots}</TIME_ORDER>\n{chr(10).join(tiers)}\n</ANNOTATION_DOCUMENT>"
    )


def read(folder: Path, text: str | bytes) -> Source:
    path = folder / "gesprek.eaf"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_eaf(path)


def said(source: Source) -> list[tuple[str, str]]:
    return [(utterance.label, utterance.text) for utterance in source.utterances]


GOOD = eaf(
    tier("tekst", aligned(1, 1, 2, "Hoe gaat het"), aligned(2, 2, 3, "\n thuis? "), participant="Begeleider"),
    tier("vertaling", ref(3, 1, "How are things"), ref(4, 2, "at home?"), participant="Begeleider", parent="tekst"),
    tier("Vader", aligned(5, 4, 5, "Rustig, met één &lt;uitzondering&gt;."), aligned(6, 3, 4, "")),
)


def test_a_tier_is_a_speaker_by_participant_or_else_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).utterances == (
        Utterance("Begeleider", "Hoe gaat het thuis?", 0.0, 2.0),
        Utterance("Vader", "Rustig, met één <uitzondering>.", 3.5, 5.0),
    )


def test_utf_16(tmp_path: Path) -> None:
    text = GOOD.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert read(tmp_path, text.encode("utf-16")).utterances == read(tmp_path, GOOD).utterances


def test_what_is_left_out_or_doubtful_is_remarked(tmp_path: Path) -> None:
    assert [(remark.place, remark.what) for remark in read(tmp_path, GOOD).remarks] == [
        (
            'tier "vertaling"',
            'left out (annotations: 2): it hangs below tier "tekst", as a translation, glosses or words do',
        ),
        (
            'tier "Vader"',
            "has no PARTICIPANT, and others do; it is read as a speaker; if it is no speech, remove it in ELAN",
        ),
    ]


def test_two_tiers_of_one_speaker_are_read_with_a_remark(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        eaf(
            tier("spraak", aligned(1, 1, 2, "Ja."), participant="Vader"),
            tier("gebaar", aligned(2, 2, 3, "knikt"), participant="Vader"),
        ),
    )
    assert said(source) == [("Vader", "Ja. knikt")]
    (remark,) = source.remarks
    assert remark.place == 'tiers "spraak" and "gebaar"'
    assert remark.what == 'all are read as what "Vader" says; if one is no speech, remove it in ELAN'


def test_words_with_times_of_their_own_are_left_out_below_what_was_said(tmp_path: Path) -> None:
    words = tier("woorden", aligned(2, 1, 2, "Het"), aligned(3, 2, 3, "gaat"), participant="Noor", parent="zin")
    source = read(tmp_path, eaf(tier("zin", aligned(1, 1, 3, "Het gaat"), participant="Noor"), words))
    assert said(source) == [("Noor", "Het gaat")]


def test_speakers_below_a_tier_with_the_parts_of_the_conversation_are_read(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        eaf(
            tier("deel", aligned(1, 1, 5, "begin"), participant="afspraken"),
            tier("m", aligned(2, 1, 2, "Ja."), participant="Moeder", parent="deel"),
            tier("v", aligned(3, 2, 3, "Nee."), participant="Vader", parent="deel"),
        ),
    )
    assert said(source) == [("afspraken", "begin"), ("Moeder", "Ja."), ("Vader", "Nee.")]


@pytest.mark.parametrize("number", ["", "gesprek.001"])
def test_below_a_tier_that_is_empty_or_only_numbers_the_first_tier_is_read(tmp_path: Path, number: str) -> None:
    source = read(
        tmp_path,
        eaf(
            tier("ref", aligned(1, 1, 2, number), aligned(2, 4, 5, number), participant="Noor"),
            tier("tx", ref(3, 1, "Het gaat"), ref(4, 2, "wel."), participant="Noor", parent="ref"),
            tier("vertaling", ref(5, 1, "It is"), ref(6, 2, "fine."), participant="Noor", parent="ref"),
            tier("glos", ref(7, 3, "x"), participant="Noor", parent="tx"),
        ),
    )
    assert source.utterances == (Utterance("Noor", "Het gaat wel.", 0.0, 5.0),)
    assert {remark.place for remark in source.remarks} >= {'tier "vertaling"', 'tier "glos"'}
    assert ('tier "ref"' in {remark.place for remark in source.remarks}) == bool(number)


def test_open_times_lie_evenly_between_those_around_them(tmp_path: Path) -> None:
    noor = tier("Noor", aligned(1, 1, 2, "een"), aligned(2, 2, 3, "twee"), aligned(3, 3, 4, "drie"))
    source = read(tmp_path, eaf(noor, tier("Sam", aligned(4, 5, 6, "ja")), times="1000 - - 7000 3500 4500"))
    assert source.utterances == (
        Utterance("Noor", "een twee", 1.0, 5.0),
        Utterance("Sam", "ja", 3.5, 4.5),
        Utterance("Noor", "drie", 5.0, 7.0),
    )
    (remark,) = source.remarks
    assert remark.what.startswith("3 annotations have no time of their own; theirs is put evenly between")


def test_parts_of_one_annotation_share_its_time(tmp_path: Path) -> None:
    parts = tier("Noor", ref(2, 1, "een"), ref(3, 1, "twee"), parent="ref")
    source = read(
        tmp_path,
        eaf(tier("ref", aligned(1, 1, 3, "")), parts, tier("Sam", aligned(4, 4, 5, "ja")), times="0 0 4000 1000 9000"),
    )
    assert source.utterances == (
        Utterance("Noor", "een", 0.0, 2.0),
        Utterance("Sam", "ja", 1.0, 9.0),
        Utterance("Noor", "twee", 2.0, 4.0),
    )


def test_open_times_at_the_edge_stay_open(tmp_path: Path) -> None:
    source = read(tmp_path, eaf(tier("Noor", aligned(1, 1, 2, "een"), aligned(2, 2, 3, "twee")), times="- 2000 -"))
    assert source.utterances == (Utterance("Noor", "een twee", 2.0, 2.0),)


def test_no_annotations_give_no_utterances(tmp_path: Path) -> None:
    assert read(tmp_path, eaf(tier("Noor"), tier("Sam", aligned(1, 1, 2, " ")))) == Source(())
    assert read(tmp_path, "<ANNOTATION_DOCUMENT/>") == Source(())


def test_every_fault_is_told_at_once_and_without_words(tmp_path: Path) -> None:
    text = eaf(
        tier("Noor", aligned(1, 1, 99, "geheim"), parent="weg"),
        tier("Sam", ref(2, 77, "geheim")),
        tier("Sam", aligned(3, 1, 2, "geheim")),
        tier("a", parent="b"),
        tier("b", parent="a"),
        tier(""),
        times="0 eerst",
        units="PAL-frames",
    )
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == (
        "gesprek.eaf: 8 faults\n"
        "  HEADER: TIME_UNITS is not milliseconds; open the file in ELAN and save it again\n"
        '  TIME_VALUE of "ts2": is not a whole number of milliseconds; correct it, or leave it out\n'
        "  TIER: has no TIER_ID; give each tier a name in ELAN\n"
        '  tier "Sam": is there 2 times; give each tier a name of its own\n'
        '  tier "Noor": hangs below tier "weg", which is not there; correct PARENT_REF\n'
        '  tier "Noor": annotations "a1" point to a TIME_SLOT that is not there; '
        "open the file in ELAN and save it again\n"
        '  tier "Sam": annotations "a2" point to an annotation that is not there; '
        "open the file in ELAN and save it again\n"
        '  tiers "a" and "b": hang below each other in a circle; correct PARENT_REF'
    )


def test_an_annotation_that_ends_before_it_begins(tmp_path: Path) -> None:
    with pytest.raises(
        TranscriptError, match='tier "Noor": annotations "a1" end before they begin; correct their times'
    ):
        read(tmp_path, eaf(tier("Noor", aligned(1, 3, 2, "geheim"))))


BOMB = '<!DOCTYPE x [<!ENTITY a "geheim"><!ENTITY b "&a;&a;&a;">]><ANNOTATION_DOCUMENT>&b;</ANNOTATION_DOCUMENT>'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("geheim", "line 1: the XML is damaged here; open the file in ELAN and save it again"),
        ("<ANNOTATION_DOCUMENT>\n&geheim;</ANNOTATION_DOCUMENT>", "line 2: the XML is damaged here"),
        (GOOD[:-30], "line 7: the XML is damaged here"),
        ("<!DOCTYPE x><ANNOTATION_DOCUMENT/>", "declares a document type or entities, which ELAN does not"),
        (BOMB, "declares a document type or entities, which ELAN does not; open it in ELAN and save it again"),
        ("<geheim/>", "is not ELAN; save it in ELAN as .eaf"),
        ('<?xml version="1.0" encoding="shift_jis"?><ANNOTATION_DOCUMENT/>', "is not a sound .eaf file; open it"),
        ("<ANNOTATION_DOCUMENT>" + "<x>" * 100_000, "has elements inside each other deeper than ELAN; open it"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_without_its_words(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, text)
    assert message in str(caught.value)
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_too_many_elements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elan, "_MOST_ELEMENTS", 10)
    with pytest.raises(TranscriptError, match="pieces, and at most that many are read; split the file"):
        read(tmp_path, GOOD)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_damage_gives_a_source_or_a_transcript_error(tmp_path: Path, edits: Edits) -> None:
    try:
        source = read(tmp_path, damage(GOOD.encode(), edits))
    except TranscriptError:
        return
    source.as_transcript("gesprek")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tiers=st.lists(
        st.tuples(
            st.sampled_from("abcd"),
            st.sampled_from(["", *"abcd"]),
            st.sampled_from(["", "Noor", "Sam"]),
            st.lists(st.tuples(st.booleans(), *[st.integers(1, 6)] * 3, st.sampled_from(["", "1", "ja"])), max_size=4),
        ),
        max_size=5,
    ),
    times=st.lists(st.sampled_from(["-", "0", "1000", "2000"]), min_size=6, max_size=6),
)
def test_any_hierarchy_gives_a_source_or_a_transcript_error(
    tmp_path: Path,
    tiers: list[tuple[str, str, str, list[tuple[bool, int, int, int, str]]]],
    times: list[str],
) -> None:
    made = [
        tier(
            name,
            *(aligned(a, b, c, text) if is_aligned else ref(a, b, text) for is_aligned, a, b, c, text in annotations),
            participant=participant,
            parent=parent,
        )
        for name, parent, participant, annotations in tiers
    ]
    try:
        source = read(tmp_path, eaf(*made, times=" ".join(times)))
    except TranscriptError:
        return
    starts = [u.start_s for u in source.utterances if u.start_s is not None]
    assert starts == sorted(starts)
    assert bool(source.utterances) == any(text for *_, annotations in tiers for *_, text in annotations)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files lie in ../shared, which is not here")
def test_real_files() -> None:
    source = read_eaf(REAL / "test.eaf")
    assert [u.label for u in source.utterances] == ["marker", "P001"] * 3
    assert [remark.place for remark in source.remarks] == [
        'tier "Person1 (Chunk)"',
        'tier "Person1 (ChunkLanguage)"',
        'tier "Person1 (Language)"',
        'tier "marker"',
    ]
    source = read_eaf(REAL / "MaureenMarvinRobin.eaf")
    assert [u.label for u in source.utterances] == ["Maureen", "Marvin", "Maureen", "Robin"]
    assert source.remarks == ()
