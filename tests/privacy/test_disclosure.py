"""What may still identify somebody: words in the text, and rare combinations of what is known of people."""

from perspectieven.privacy.disclosure import find_risks
from perspectieven.tables import SPEAKERS, TURNS, make_table


def rare(*people, min_group=2):
    rows = [dict(zip(("perspective", "sector", "municipality"), one, strict=True)) for one in people]
    frame = make_table([row | {"speaker": str(at)} for at, row in enumerate(rows)], SPEAKERS)
    return [risk.place for risk in find_risks(make_table([], TURNS), frame, min_group=min_group)]


def test_only_the_smallest_rare_combinations_are_told():
    zorg, school = ("professionals", "zorg", "Duinrade"), ("professionals", "school", "Westerveen")
    odd = ("professionals", "school", "Duinrade")
    assert rare(zorg, zorg, school, school, odd) == ["sector school, municipality Duinrade"]
    assert rare(zorg, zorg, school, school) == []


def test_somebody_alone_in_one_value_is_told_once():
    assert rare(("ouders", "", "Duinrade"), ("ouders", "", "Duinrade"), ("ouders", "", "Westerveen")) == [
        "municipality Westerveen"
    ]


def test_what_nobody_filled_in_is_no_group():
    assert rare(("ouders", "", ""), ("ouders", "", ""), ("ouders", "zorg", ""), ("ouders", "zorg", "")) == []


def test_empty_goes_through():
    assert find_risks(make_table([], TURNS), make_table([], SPEAKERS), min_group=3) == ()
