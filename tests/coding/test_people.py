"""Who takes part, when, and that nobody stands alone in what is told of them."""

from perspectieven.coding.people import count_composition, list_conversations, list_speakers
from perspectieven.tables import COMPOSITION, CONVERSATIONS, SPEAKERS, make_table
from perspectieven.transcript import Speaker, Transcript, Turn

OMA = Speaker("oma", "ouders", municipality="Duinrade", quotable=True)
JUF = Speaker("juf", "professionals", sector="onderwijs", organisation="De Wilg", knowledge="praktijk")
ASKS = Speaker("int", None, "interviewer", municipality="Elders")


def transcript(name, *speakers, date=""):
    return Transcript(name, tuple(Turn(name, at, s.id, "Ja.", speaker=s) for at, s in enumerate(speakers)), date)


HELD = [transcript("g2", ASKS, OMA, JUF, OMA, date="2026-02"), transcript("g1", ASKS, OMA)]


def test_a_speaker_is_one_row_and_an_interviewer_none():
    speakers = list_speakers(HELD)
    assert list(speakers.columns) == list(SPEAKERS.columns)
    assert speakers.to_dict("split", index=False)["data"] == [
        ["juf", "professionals", "onderwijs", "De Wilg", "", "praktijk", False, 1, 1],
        ["oma", "ouders", "", "", "Duinrade", "", True, 2, 3],
    ]


def test_a_conversation_is_one_row_and_its_date_is_never_guessed():
    assert list_conversations(HELD).to_dict("split", index=False)["data"] == [
        ["g1", "", "ouders", 1, 2],
        ["g2", "2026-02", "ouders professionals", 2, 4],
    ]


def people(*sectors):
    rows = [{"speaker": str(n), "perspective": "professionals", "sector": s} for n, s in enumerate(sectors)]
    return make_table(rows, SPEAKERS)


def told(speakers, min_group=3):
    table = count_composition(speakers, perspectives=["ouders", "professionals"], min_group=min_group)
    return table.drop(columns=["perspective", "field"]).to_dict("split", index=False)["data"]


def test_values_that_few_share_stand_together():
    assert told(people("ggz", "ggz", "ggz", "jgz", "jgz", "zorg", "")) == [["ggz", 3, False], ["", 3, False]]


def test_together_they_may_still_be_too_few():
    assert told(people("ggz", "ggz", "ggz", "jgz", "jgz")) == [["ggz", 3, False], ["", 0, True]]
    assert told(people("ggz", "jgz"), min_group=1) == [["ggz", 1, False], ["jgz", 1, False]]


def test_empty_goes_through():
    assert list(list_conversations([]).columns) == list(CONVERSATIONS.columns)
    empty = count_composition(list_speakers([]), perspectives=["ouders"], min_group=3)
    assert (len(empty), list(empty.columns)) == (0, list(COMPOSITION.columns))
