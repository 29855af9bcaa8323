from perspectieven.study import Study
from perspectieven.study.duplicates import find_duplicates
from perspectieven.transcript import Transcript, Turn
from tests.conftest import ROOT


def transcript(name: str, text: str) -> Transcript:
    return Transcript(name, (Turn(name, 0, "Moeder", text),))


def test_a_transcript_with_a_few_other_words_is_told():
    said = " ".join(turn.text for turn in Study.open(ROOT).transcripts()[0].turns)
    changed = said.replace("gewoon", "eigenlijk") + " En toen gingen we naar huis."
    [(one, other, share)] = find_duplicates([transcript("a", said), transcript("b", changed)])
    assert (one, other) == ("a", "b")
    assert 0.8 < share < 1


def test_conversations_about_the_same_thing_are_not():
    assert list(find_duplicates(Study.open(ROOT).transcripts())) == []


def test_few_words_and_none():
    assert list(find_duplicates([transcript("a", "Ja."), transcript("b", "Nee hoor."), transcript("c", "")])) == []
    assert list(find_duplicates([])) == []
