"""Which differences hang on one speaker: counted again by hand, without each."""

import pytest

from perspectieven.comparison import compare_leaving_out, compare_perspectives
from perspectieven.tables import CODINGS, TURNS, make_table

PAIR = ["ouders", "jeugdigen"]
SPEAKERS = {f"{name[0]}{at}": name for name in PAIR for at in range(6)}
MENTIONS = {
    "ERB": [*SPEAKERS][:6],  # all parents, no young person
    "LAT": [*SPEAKERS][:3],
    "GRE": [*[*SPEAKERS][:4], "j0"],
    "VRW": ["o0", "j0"],
}


def tables(speakers=SPEAKERS):
    """Make a conversation of one turn for each speaker."""
    turns = [
        {"transcript_id": name, "speaker": name, "role": "participant", "perspective": of, "n_words": 10}
        for name, of in speakers.items()
    ]
    codings = [
        {"transcript_id": name, "theme": theme, "code": theme, "start_char": at}
        for at, (theme, names) in enumerate(MENTIONS.items())
        for name in names
        if name in speakers
    ]
    return make_table(codings, CODINGS), make_table(turns, TURNS)


def is_clear(speakers, theme):
    table = compare_perspectives(*tables(speakers), items=list(MENTIONS), perspectives=PAIR, seed=4).set_index("theme")
    return bool(table.loc[theme, "low"] > 0 or table.loc[theme, "high"] < 0)


def leave_out(**options):
    return compare_leaving_out(*tables(), items=list(MENTIONS), perspectives=PAIR, seed=4, **options)


def test_what_stands_whoever_is_left_out_and_what_hangs_on_one():
    found = leave_out().set_index("theme")
    expected = {}
    for theme in MENTIONS:
        without = [is_clear({n: of for n, of in SPEAKERS.items() if n != name}, theme) for name in SPEAKERS]
        if is_clear(SPEAKERS, theme) or any(without):
            expected[theme] = (is_clear(SPEAKERS, theme), sum(without))
    assert {theme: (row["is_clear"], row["n_clear"]) for theme, row in found.iterrows()} == expected
    assert (found["n_left_out"] == 12).all()
    assert found.loc["ERB", "sentence"] == "blijft staan, welke van de 12 sprekers ook ontbreekt"
    assert expected["ERB"] == (True, 12)
    assert expected["LAT"][0]
    assert expected["LAT"][1] < 12
    n = 12 - expected["LAT"][1]
    assert found.loc["LAT", "sentence"] == f"valt weg als één spreker ontbreekt; zo is het bij {n} van de 12 sprekers"
    assert "VRW" not in found.index


def test_a_difference_that_comes_up_only_without_somebody():
    found = leave_out(language="en").set_index("theme")
    rising = found[~found["is_clear"]]
    assert rising.index.tolist() == ["GRE"]
    n = rising["n_clear"].item()
    told = f"would be a difference if one speaker were left out; so it is with {n} of the 12 speakers"
    assert rising["sentence"].item() == told


def test_where_nobody_can_be_missed_it_says_so():
    found = leave_out(min_group=6).set_index("theme")
    assert found.loc["ERB", ["n_left_out", "n_clear"]].tolist() == [0, 0]
    assert found.loc["ERB", "sentence"].startswith("niet te zeggen")


def test_nobody_is_named_and_the_order_is_that_of_the_items():
    found = leave_out()
    assert found["theme"].tolist() == [theme for theme in MENTIONS if theme in set(found["theme"])]
    assert not any(name in sentence for name in SPEAKERS for sentence in found["sentence"])


@pytest.mark.parametrize("by", ["theme", "code"])
def test_no_codings(by):
    empty = make_table([], CODINGS)
    found = compare_leaving_out(empty, tables()[1], items=["ERB"], perspectives=PAIR, by=by)
    assert (len(found), found.columns[0]) == (0, by)
