import pytest

from perspectieven.errors import TranscriptError
from perspectieven.transcript import Speaker, Transcript, Turn


def test_a_turn_never_shows_its_text():
    assert "geheim" not in repr(Transcript("a", (Turn("a", 0, "Moeder", "geheim"),)))


def test_turns_out_of_order_or_from_elsewhere_are_all_named():
    turns = (Turn("a", 0, "X", "een"), Turn("a", 2, "X", "twee"), Turn("b", 2, "X", "drie"))
    with pytest.raises(TranscriptError) as caught:
        Transcript("a", turns)
    assert [fault.place for fault in caught.value.faults] == ["turn 2", "turn 2"]
    assert "should have index 1" in str(caught.value)


@pytest.mark.parametrize(
    ("speaker", "message"),
    [
        ({"id": "", "perspective": "ouders"}, "has no id"),
        (
            {"id": "x", "perspective": "ouders", "role": "observer"},
            'role is "observer"; use one of participant, interviewer',
        ),
        ({"id": "x", "perspective": None}, "a participant has a perspective"),
        ({"id": "x", "perspective": "ouders", "role": "interviewer"}, "an interviewer has none"),
    ],
)
def test_a_speaker_is_checked_when_made(speaker, message):
    with pytest.raises(TranscriptError, match=message):
        Speaker(**speaker)


def test_labels_stand_in_order_of_appearance():
    turns = tuple(Turn("a", at, label, "ja") for at, label in enumerate(["B", "A", "B"]))
    assert Transcript("a", turns).labels == ("B", "A")
    assert Transcript("leeg", ()).labels == ()
