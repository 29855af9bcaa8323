import pytest

from perspectieven.concordance import COLUMNS, find_keyword
from perspectieven.errors import LexiconError
from perspectieven.tables import TURNS, make_table


def turns(*texts):
    return make_table(
        [
            {"transcript_id": "a", "turn_index": at, "speaker": "m", "perspective": "ouders", "text": t}
            for at, t in enumerate(texts)
        ],
        TURNS,
    )


def test_a_word_in_all_its_forms_with_what_stands_around_it():
    found = find_keyword(turns("Toen kwamen de scholen, en die belden.", "Geen."), "school", window=2)
    assert found[["left", "match", "right"]].to_numpy().tolist() == [["kwamen de", "scholen", ", en die"]]


def test_several_words_are_found_as_they_stand_and_notation_as_it_says():
    table = turns("Het is goed genoeg zo.", "Ze verwees hem door.")
    assert find_keyword(table, "goed genoeg")["match"].tolist() == ["goed genoeg"]
    assert find_keyword(table, "L:door|verwijzen")["match"].tolist() == ["verwees hem door"]


def test_nothing_found_has_the_columns():
    for table in (turns(), turns("Niets.")):
        assert list(find_keyword(table, "school").columns) == COLUMNS
        assert len(find_keyword(table, "school")) == 0


def test_what_is_no_term_is_refused():
    with pytest.raises(LexiconError, match="end with / and the number"):
        find_keyword(turns(), "W:zorg+maken")
