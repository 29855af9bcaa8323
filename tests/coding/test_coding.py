import random
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven import code_texts, read_lexicon
from perspectieven.coding import code_transcripts
from perspectieven.errors import TableError, TranscriptError
from perspectieven.tables import CODINGS, TURNS, check_table
from perspectieven.transcript import Speaker, Transcript, Turn
from tests.coding.marks import read_marked

INTERVIEWER = Speaker("i", None, "interviewer")
MOTHER = Speaker("m", "ouders")
LEXICON = read_lexicon("normaliseren")


def nfc(text):
    return unicodedata.normalize("NFC", text)


SENTENCES = [sentence.text for sentence in read_marked()]


def conversation(*turns: tuple[Speaker, str]) -> Transcript:
    return Transcript("g", tuple(Turn("g", at, who.id, text, speaker=who) for at, (who, text) in enumerate(turns)))


def test_no_texts_give_an_empty_table_with_every_column():
    for texts in ([], [""], ["Er is niets te vinden hier."]):
        codings = code_texts(texts, LEXICON)
        assert list(codings.columns) == list(CODINGS.columns)
        assert len(codings) == 0
    turns, codings = code_transcripts([], LEXICON)
    assert (list(turns.columns), list(codings.columns)) == (list(TURNS.columns), list(CODINGS.columns))


def test_a_mention_right_after_the_interviewer_s_is_prompted_and_no_other():
    _, codings = code_transcripts(
        [
            conversation(
                (INTERVIEWER, "Zo'n label, wat doet dat?"),
                (MOTHER, "Een label, tja. Hij is gewoon een puber."),
                (MOTHER, "Dat etiket hoeft niet."),
            )
        ],
        LEXICON,
    )
    found = [(row.turn_index, row.code, row.prompted) for row in codings.itertuples()]
    assert found == [(1, "LAB-LABEL", True), (1, "ERB-FASE", False), (2, "LAB-LABEL", False)]


def test_a_question_stays_open_over_a_second_question_and_a_nod():
    mother = "Ja, dat is normaal."
    for between in ((INTERVIEWER, "Vertel eens."), (MOTHER, "Hm."), (MOTHER, "Tja, ja.")):
        _, codings = code_transcripts(
            [conversation((INTERVIEWER, "Is dat normaal?"), between, (MOTHER, mother))], LEXICON
        )
        assert codings["prompted"].tolist() == [True]
    longer = (MOTHER, "Eerst even de hond uitlaten hoor.")
    _, codings = code_transcripts([conversation((INTERVIEWER, "Is dat normaal?"), longer, (MOTHER, mother))], LEXICON)
    assert codings["prompted"].tolist() == [False]


def test_what_is_no_list_of_texts_is_refused_with_its_place():
    with pytest.raises(TableError, match=r"is one text; give a list"):
        code_texts("Dat hoort erbij.", LEXICON)
    with pytest.raises(TableError) as caught:
        code_texts(["Ja.", None, float("nan"), "sui\u0308cidaal"], LEXICON)
    assert [(f.place, f.what.split(";")[0]) for f in caught.value.faults] == [
        ("position 1", "is a NoneType"),
        ("position 2", "is a float"),
        ("position 3", "is not in NFC"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "found"),
    [
        ("Is dat een fase?", "Nee.", [("ERB-FASE", "negated", 'answer to "fase"')]),
        ("Is dat een fase?", "Eh, ja. Zo zie ik dat.", [("ERB-FASE", "affirmed", 'answer to "fase"')]),
        ("Is dat een fase?", "Ja, maar dan anders.", []),
        ("Is dat een fase?", "Ja nee, dat weet ik niet.", []),
        ("Is dat een fase?", "Nee, het is geen fase.", [("ERB-FASE", "negated", 'negation "geen" before')]),
        ("Is dat een fase? Of wat denkt u?", "Nee.", []),
        ("Wanneer is het een fase?", "Nee.", []),
        ("Een fase dus.", "Ja.", []),
    ],
)
def test_an_answer_leans_on_the_question_before_it(question, answer, found):
    _, codings = code_transcripts([conversation((INTERVIEWER, question), (MOTHER, answer))], LEXICON)
    assert [(row.code, row.stance, row.cue) for row in codings.itertuples()] == found
    assert codings["prompted"].all()


def test_interviewers_are_turns_without_codings():
    turns, codings = code_transcripts([conversation((INTERVIEWER, "Een fase dus."), (MOTHER, "Ja."))], LEXICON)
    assert list(turns["role"]) == ["interviewer", "participant"]
    assert list(turns["perspective"]) == ["", "ouders"]
    assert list(turns["n_words"]) == [3, 1]
    assert len(codings) == 0


def test_transcripts_whose_speakers_are_not_known_are_named_all_at_once():
    unknown = [Transcript(name, (Turn(name, 0, "Piet", "Dat hoort erbij."),)) for name in ("een", "twee")]
    with pytest.raises(TranscriptError) as refused:
        code_transcripts([*unknown, conversation((MOTHER, "Dat hoort erbij."))], LEXICON)
    assert [fault.where for fault in refused.value.faults] == ["een", "twee"]
    assert "Piet" not in str(refused.value)
    assert "speakers.csv" in str(refused.value)


def test_split_matches_keep_their_parts():
    [row] = code_texts(["Ze stelden ons, eh, echt gerust."], LEXICON).itertuples(index=False)
    assert (row.start_char, row.end_char, row.parts) == (3, 31, "3:10 25:31")
    assert row.matched_text == "stelden ons, eh, echt gerust"


def test_every_row_names_what_decided():
    codings = code_texts(["Volgens school is het geen ADHD.", "Is dat normaal?", "Het is een fase."], LEXICON)
    cues = dict(zip(codings["code"], codings["cue"], strict=True))
    assert cues == {
        "VOO-SCHOOL": "no cue",
        "LAB-DIAGNOSE": 'negation "geen" before; reported "volgens school"',
        "BET-NORMAAL": 'question "?"',
        "ERB-FASE": "no cue",
    }


def test_doubt_goes_to_a_person_with_the_reason():
    codings = code_texts(["Lekker dan, nog een jaar wachten op een plek."], LEXICON)
    assert [(row.code, row.needs_review) for row in codings.itertuples()] == [("VRW-WACHTLIJST", True)]
    assert codings["cue"][0] == 'review: may be ironic ("lekker dan")'


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60).map(nfc)), max_size=6))
def test_spans_slice_back_to_their_text(texts):
    codings = check_table(code_texts(texts, LEXICON), CODINGS)
    for row in codings.itertuples():
        text = texts[row.turn_index]
        assert text[row.start_char : row.end_char] == row.matched_text
        parts = [tuple(int(n) for n in part.split(":")) for part in row.parts.split()]
        assert (parts[0][0], parts[-1][1]) == (row.start_char, row.end_char)
        assert all(before[1] < after[0] for before, after in pairwise(parts))


def test_the_order_of_transcripts_and_codes_changes_nothing():
    transcripts = [
        Transcript(f"t{at}", (Turn(f"t{at}", 0, "m", text, speaker=MOTHER),)) for at, text in enumerate(SENTENCES[:60])
    ]
    turns, codings = code_transcripts(transcripts, LEXICON)
    shuffled = random.Random(1).sample(transcripts, len(transcripts))
    reversed_lexicon = replace(LEXICON, codes=LEXICON.codes[::-1])
    other_turns, other_codings = code_transcripts(shuffled, reversed_lexicon)
    pd.testing.assert_frame_equal(turns, other_turns)
    pd.testing.assert_frame_equal(codings, other_codings)


def test_noise_costs_no_time():
    """Each of these is read in a moment; taking a word of two million letters apart would take hours."""
    assert len(code_texts(["a" * 2_000_000, "?" * 100_000, "\n" * 100_000, "'" * 10_000], LEXICON)) == 0


def test_an_uncoded_turn_changes_no_coding():
    text = "Ik maak me geen zorgen."
    _, alone = code_transcripts([conversation((MOTHER, text))], LEXICON)
    _, longer = code_transcripts([conversation((MOTHER, text), (MOTHER, "Tot morgen."))], LEXICON)
    pd.testing.assert_frame_equal(alone, longer)
