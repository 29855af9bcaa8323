from perspectieven.reading.source import Utterance
from perspectieven.reading.tiers import join_pieces, list_places, name_lines, order_by_time, quote_name


def test_pieces_are_ordered_over_the_tiers_and_one_without_a_time_stays_where_it_was() -> None:
    moeder = [Utterance("Moeder", "een", 1.0, 2.0), Utterance("Moeder", "twee"), Utterance("Moeder", "vier", 5.0, 6.0)]
    noor = [Utterance("Noor", "nul"), Utterance("Noor", "drie", 3.0, 4.0)]
    assert [said.text for said in order_by_time([moeder, noor])] == ["nul", "een", "twee", "drie", "vier"]


def test_pieces_of_one_speaker_become_one_utterance_with_the_outer_times() -> None:
    pieces = [
        Utterance("Moeder", "Dat is", 1.0, 9.0),
        Utterance("Moeder", "", 9.0, 10.0),
        Utterance("Moeder", "gewoon.", 2.0, 4.0),
        Utterance("Noor", "Ja."),
    ]
    assert join_pieces(pieces) == (Utterance("Moeder", "Dat is gewoon.", 1.0, 9.0), Utterance("Noor", "Ja."))


def test_nothing_gives_nothing() -> None:
    assert (join_pieces([]), order_by_time([]), list_places([])) == ((), [], "")


def test_places_and_names_are_named_briefly() -> None:
    assert list_places(range(1, 1001)) == "1, 2, 3, 4, 5 and 995 more"
    assert (name_lines([7]), name_lines([7, 8])) == ("line 7", "lines 7 and 8")
    assert quote_name("m" * 500) == f'"{"m" * 39}…"'
