from pathlib import Path

import pytest

from perspectieven.errors import TranscriptError
from perspectieven.reading.speakers import SpeakerList, SpeakerRow, read_speakers
from perspectieven.study.gaps import Labels, describe_gaps
from perspectieven.transcript import Speaker, Transcript, Turn

PERSPECTIVES = ("ouders", "jeugdigen", "professionals")
HEADING = "transcript,label,speaker,perspective,role,sector,quotable\n"


def read(folder: Path, text: str, encoding: str = "utf-8") -> SpeakerList:
    path = folder / "speakers.csv"
    path.write_bytes(text.encode(encoding))
    return read_speakers(path, perspectives=PERSPECTIVES)


def transcript(name: str, *labels: str) -> Transcript:
    return Transcript(name, tuple(Turn(name, index, label, "woorden") for index, label in enumerate(labels)))


def speakers_of(transcripts: tuple[Transcript, ...]) -> list[Speaker | None]:
    return [turn.speaker for one in transcripts for turn in one.turns]


def test_the_most_specific_row_wins(tmp_path: Path) -> None:
    rows = [
        "g1,*,iemand,ouders,participant,,",
        "*,Noor,noor,jeugdigen,participant,,",
        "g1,Noor,noor-g1,professionals,participant,,",
    ]
    listed = read(tmp_path, HEADING + "\n".join(rows))
    assigned = listed.assign([transcript("g1", "Noor", "Sanne"), transcript("g2", "Noor")])
    assert [speaker and speaker.id for speaker in speakers_of(assigned)] == ["noor-g1", "iemand", "noor"]
    assert [speaker and speaker.id for speaker in speakers_of(listed.assign([transcript("g1", "Noor")]))] == ["noor-g1"]


def test_any_transcript_goes_before_any_label(tmp_path: Path) -> None:
    rows = "g1,*,iemand,ouders,participant,,\n*,Noor,noor,jeugdigen,participant,,\n"
    assigned = read(tmp_path, HEADING + rows).assign([transcript("g1", "Noor")])
    assert speakers_of(assigned) == [Speaker("noor", "jeugdigen")]


def test_all_cells_arrive(tmp_path: Path) -> None:
    rows = "*,Interviewer,int,,interviewer,,\ng1,Juf,juf-an,professionals,participant,onderwijs,Ja\n"
    assigned = read(tmp_path, HEADING + rows).assign([transcript("g1", "Interviewer", "Juf")])
    assert speakers_of(assigned) == [
        Speaker("int", None, "interviewer"),
        Speaker("juf-an", "professionals", "participant", "onderwijs", quotable=True),
    ]


@pytest.mark.parametrize(("key", "label"), [("g1,*", "R1"), ("g1,R1", "R1"), ("*,R1", "R1")])
def test_without_an_id_the_speaker_is_named_after_transcript_and_label(tmp_path: Path, key: str, label: str) -> None:
    assigned = read(tmp_path, f"{HEADING}{key},,ouders,participant,,nee\n").assign([transcript("g1", label)])
    assert speakers_of(assigned) == [Speaker("g1/R1", "ouders")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_as_a_dutch_spreadsheet_program_saves_it(tmp_path: Path, encoding: str) -> None:
    text = HEADING.replace(",", ";") + "g1;Zoë;zoë;jeugdigen;participant;;JA\r\n;;;;;;\r\n"
    listed = read(tmp_path, text, encoding)
    assert listed.rows == (SpeakerRow(2, "g1", "Zoë", "zoë", "jeugdigen", "participant", "", quotable=True),)
    assert listed.separator == ";"


def test_columns_in_another_order_and_extra_ones(tmp_path: Path) -> None:
    text = "Label,Transcript,speaker,notitie,role,perspective,sector,quotable\nNoor,g1,noor,x,participant,ouders,,\n"
    assert speakers_of(read(tmp_path, text).assign([transcript("g1", "Noor")])) == [Speaker("noor", "ouders")]


def test_everyone_who_is_missing_gets_a_line_to_paste(tmp_path: Path) -> None:
    listed = read(tmp_path, HEADING + "*,Interviewer,int,,interviewer,,nee\n")
    with pytest.raises(TranscriptError) as caught:
        listed.assign([transcript("gesprek-03", "Moeder", "Interviewer", "Moeder"), transcript("g4", "Zoë, 12")])
    fill_in = "a speaker is not listed; fill in the perspective, one of ouders, jeugdigen, professionals, and add: "
    assert str(caught.value) == (
        "speakers.csv: 2 faults\n"
        f"  {fill_in}gesprek-03,Moeder,gesprek-03-moeder,,participant,,\n"
        f'  {fill_in}g4,"Zoë, 12",g4-zoe-12,,participant,,'
    )


def test_the_line_to_paste_has_the_separator_of_the_file(tmp_path: Path) -> None:
    listed = read(tmp_path, HEADING.replace(",", ";"))
    with pytest.raises(TranscriptError, match=r"and add: g1;Noor;g1-noor;;participant;;$"):
        listed.assign([transcript("g1", "Noor")])


def test_a_pasted_line_with_its_perspective_is_accepted(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, HEADING).assign([transcript("g1", 'Noor "de" Wit, 2')])
    line = caught.value.faults[0].what.partition("and add: ")[2].replace(",,participant", ",ouders,participant")
    assigned = read(tmp_path, f"{HEADING}{line}\n").assign([transcript("g1", 'Noor "de" Wit, 2')])
    assert speakers_of(assigned) == [Speaker("g1-noor-de-wit-2", "ouders")]


def test_labels_that_differ_in_capitals_are_the_same(tmp_path: Path) -> None:
    listed = read(tmp_path, HEADING + "*,Interviewer,int,,interviewer,,nee\n")
    assert speakers_of(listed.assign([transcript("g1", "INTERVIEWER")])) == [Speaker("int", None, "interviewer")]


def test_who_asks_is_proposed_as_interviewer(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"not listed; add: g1,Moderator,interviewer,,interviewer,,nee$"):
        read(tmp_path, HEADING).assign([transcript("g1", "Moderator")])


def test_all_faults_of_the_file_at_once(tmp_path: Path) -> None:
    rows = [
        "g1,Moeder,m1,moeders,participant,,nee",
        "g1,Vader,v1,,participant,,misschien",
        "g1,Interviewer,i1,ouders,interviewer,,",
        "g1,Kind,k1,jeugdigen,kind,,",
        ",Kind,k1,jeugdigen,participant,,",
        "*,*,iedereen,ouders,participant,,",
        "g1,Kind,k2,jeugdigen,participant,,",
        "g1,Oma,o1,ouders,participant,,nee,te veel",
    ]
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, HEADING + "\n".join(rows))
    assert str(caught.value) == (
        "speakers.csv: 9 faults\n"
        '  row 2: perspective is "moeders"; use one of ouders, jeugdigen, professionals\n'
        '  row 3: perspective is ""; use one of ouders, jeugdigen, professionals\n'
        '  row 3: quotable is "misschien"; use ja or nee\n'
        '  row 4: an interviewer has perspective "ouders"; leave it empty\n'
        '  row 5: role is "kind"; use one of participant, interviewer\n'
        "  row 6: transcript is empty; name one, or write * for any\n"
        "  row 7: transcript and label are both *; name at least one, so that nobody is assigned unseen\n"
        "  row 9: has more cells than the heading; put quotes around a cell with the separator in it\n"
        "  row 8: transcript and label are those of row 5; keep one of the two rows"
    )


def test_rows_of_one_speaker_must_agree(tmp_path: Path) -> None:
    rows = "g1,Juf,an,professionals,participant,onderwijs,ja\ng2,Juf,an,ouders,participant,onderwijs,nee\n"
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, HEADING + rows)
    assert str(caught.value) == (
        'speakers.csv: 1 fault\n  row 3: perspective and quotable of speaker "an" differ from row 2; make them the same'
    )


@pytest.mark.parametrize("text", ["transcript,label\n", "\n"])
def test_missing_columns(tmp_path: Path, text: str) -> None:
    with pytest.raises(
        TranscriptError, match=r"row 1: has no column .*speaker, perspective, role, sector, quotable; the"
    ):
        read(tmp_path, text)


def test_unused_rows_are_told_and_are_no_error(tmp_path: Path) -> None:
    rows = [
        "g1,Moeder,m,ouders,participant,,",
        "g9,Moeder,m9,ouders,participant,,",
        "g1,Modder,x,ouders,participant,,",
        "*,Int,i,,interviewer,,",
    ]
    listed = read(tmp_path, HEADING + "\n".join(rows))
    said = [transcript("g1", "Moeder")]
    unused = describe_gaps(listed, {"g1": Labels.of(["Moeder"])})
    assert unused[:3] == (
        "speakers.csv, row 3: there is no transcript g9 in data/raw",
        "speakers.csv, row 4: no turn has g1,Modder",
        "speakers.csv, row 5: no turn has *,Int",
    )
    assert listed.assign(said)[0].turns[0].speaker == Speaker("m", "ouders")
    assert [note.partition(":")[0] for note in describe_gaps(listed, {})] == [
        *(f"speakers.csv, row {number}" for number in (2, 3, 4, 5)),
        "speakers.csv, row 2, 3, 4",
    ]


MORE = HEADING.strip() + ",organisation,municipality,knowledge,date\n"


def test_what_more_is_told_of_people_and_transcripts_arrives(tmp_path: Path) -> None:
    rows = "g1,Juf,juf-an,professionals,participant,onderwijs,ja,De Wilg,Duinrade,praktijk,26-5-2021\n"
    (assigned,) = read(tmp_path, MORE + rows).assign([transcript("g1", "Juf")])
    told = {"organisation": "De Wilg", "municipality": "Duinrade", "knowledge": "praktijk"}
    juf = Speaker("juf-an", "professionals", "participant", "onderwijs", quotable=True, **told)
    assert (assigned.turns[0].speaker, assigned.date) == (juf, "2021-05-26")


def test_columns_may_stand_in_any_order_and_so_does_the_line_to_paste(tmp_path: Path) -> None:
    heading = "date,label,transcript,quotable,role,perspective,sector,speaker\n"
    listed = read(tmp_path, heading + "2021,Moeder,g1,ja,participant,ouders,,m\n")
    assert listed.assign([transcript("g1", "Moeder")])[0].date == "2021"
    with pytest.raises(TranscriptError, match=r"and add: ,Noor,g1,,participant,,,g1-noor$"):
        listed.assign([transcript("g1", "Noor")])


def test_what_is_wrong_with_dates_and_knowledge_is_told_at_once(tmp_path: Path) -> None:
    rows = [
        "g1,Moeder,m,ouders,participant,,ja,,,kennis,2021-02-31",
        "*,Oma,o,ouders,participant,,ja,,,ervaring,2021",
    ]
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, MORE + "\n".join(rows))
    assert [(fault.place, fault.what.partition(";")[0]) for fault in caught.value.faults] == [
        ("row 2", 'knowledge is "kennis"'),
        ("row 2", 'date is "2021-02-31"'),
        ("row 3", "a date is that of one transcript"),
    ]


def test_a_transcript_has_one_date_and_a_person_one_municipality(tmp_path: Path) -> None:
    rows = [
        "g1,Moeder,m,ouders,participant,,ja,,Duinrade,,2021-05-26",
        "g1,Oma,o,ouders,participant,,ja,,,,27-5-2021",
        "g2,Moeder,m,ouders,participant,,ja,,Westerveen,,2022",
        "g1,Opa,p,ouders,participant,,ja,,,,",
    ]
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, MORE + "\n".join(rows))
    assert [(fault.place, fault.what) for fault in caught.value.faults] == [
        ("row 4", 'municipality of speaker "m" differ from row 2; make them the same'),
        ("row 3", "date 2021-05-27 differs from 2021-05-26 of row 2, of the same transcript; keep one"),
    ]


def test_gaps_are_told_in_a_line_each(tmp_path: Path) -> None:
    rows = [
        "g1,Moeder,m,ouders,participant,,,,,,2021",
        "g2,Oma,o,ouders,participant,,nee,,,,",
        "*,Int,i,,interviewer,,,,,,",
        "g3,Opa,p,ouders,participant,,,,,,",
    ]
    listed = read(tmp_path, MORE.replace("knowledge", "gemeente") + "\n".join(rows))
    labels = {name: Labels.of([label, "Int"]) for name, label in (("g1", "moeder"), ("g2", "Oma"), ("g3", "Opa"))}
    columns = (
        "transcript, label, speaker, perspective, role, sector, quotable, organisation, municipality, knowledge, date"
    )
    assert describe_gaps(listed, labels) == (
        f"speakers.csv: column gemeente is not read; there are {columns}",
        "speakers.csv, row 2, 5: quotable is empty; it counts as nee until somebody has asked",
        "speakers.csv: no date for g2, g3; fill in the column date, as far as it is known",
    )


def test_empty_goes_through(tmp_path: Path) -> None:
    listed = read(tmp_path, HEADING)
    assert (listed.rows, listed.assign([]), listed.assign([Transcript("leeg", ())])) == (
        (),
        (),
        (Transcript("leeg", ()),),
    )
