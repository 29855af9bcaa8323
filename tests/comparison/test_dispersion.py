from itertools import product

import numpy as np
import pytest

from perspectieven.comparison.dispersion import DISPERSION, deviate, deviate_by_chance, measure_dispersion
from perspectieven.tables import CODINGS, TURNS, make_table


def test_the_published_example_of_gries():
    # Gries (2008), International Journal of Corpus Linguistics 13, 403-437: a corpus of fifty letters in five parts, in
    # which "a" has DP 0.18; normalised as in Lijffijt & Gries (2012) 0.18 / (1 - 0.18) = 0.22.
    parts = "bamnibeup basatbewqn bcagabesta baghabeaat bahaabeaxat".split()
    counts = np.array([[part.count("a")] for part in parts])
    assert counts.ravel().tolist() == [1, 2, 3, 4, 5]
    dp, normalised = deviate(counts, np.array([len(part) for part in parts]))
    assert dp.round(10).tolist() == [0.18]
    assert normalised.round(4).tolist() == [0.2195]


def test_all_from_the_quietest_speaker_is_one():
    dp, normalised = deviate(np.array([[0], [5]]), np.array([90, 10]))
    assert (dp.round(12).tolist(), normalised.round(12).tolist()) == ([0.9], [1.0])


def test_who_says_nothing_is_no_part():
    alone, among = (
        deviate(np.array([[1], [3]]), np.array([5, 5])),
        deviate(np.array([[1], [3], [0]]), np.array([5, 5, 0])),
    )
    assert [x.tolist() for x in alone] == [x.tolist() for x in among] == [[0.25], [0.5]]


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_chance_is_the_mean_over_every_way_to_place_the_mentions(n):
    sizes = np.array([2, 3, 5])
    mean = 0.0
    for places in product(range(3), repeat=n):
        counts = np.bincount(places, minlength=3)[:, None]
        mean += float(np.prod(sizes[list(places)] / 10)) * float(deviate(counts, sizes)[0][0])
    assert deviate_by_chance(np.array([n]), sizes)[0] == pytest.approx(mean)


def study(*people):
    """Per person: perspective, words, mentions of ERB."""
    turns = [
        {
            "transcript_id": f"t{at}",
            "speaker": f"s{at}",
            "perspective": perspective,
            "role": "participant",
            "n_words": n_words,
        }
        for at, (perspective, n_words, _) in enumerate(people)
    ]
    codings = [
        {"transcript_id": f"t{at}", "theme": "ERB", "start_char": place}
        for at, (_, _, n) in enumerate(people)
        for place in range(n)
    ]
    return make_table(codings, CODINGS), make_table(turns, TURNS)


def test_a_talkative_speaker_may_have_more_and_one_who_has_all_is_visible():
    codings, turns = study(
        *[("ouders", 400, 4), ("ouders", 100, 1), ("ouders", 100, 1)],
        *[("jeugdigen", 100, 6), ("jeugdigen", 100, 0), ("jeugdigen", 100, 0)],
        ("professionals", 100, 2),
    )
    table = measure_dispersion(
        codings, turns, items=["ERB", "LAT"], perspectives=["ouders", "jeugdigen", "professionals"]
    )
    assert list(table.columns) == list(DISPERSION.columns)
    row = table[table["theme"] == "ERB"].set_index("perspective")
    assert row["dp"].round(6).tolist()[:2] == [0.0, 0.666667]
    assert row["dp_normalised"].round(6).tolist()[:2] == [0.0, 1.0]
    assert row["largest_share"].round(6).tolist()[:2] == [0.666667, 1.0]
    assert row.loc["professionals", ["n_coded", "withheld", "reason"]].tolist() == [
        2,
        True,
        "te weinig sprekers (minder dan 3)",
    ]
    assert np.isnan(row.loc["professionals", "dp"])
    never = table[table["theme"] == "LAT"]
    assert never["n_coded"].tolist() == [0, 0, 0]
    assert never["dp"].isna().all()


def test_empty_gives_withheld_rows():
    table = measure_dispersion(
        make_table([], CODINGS), make_table([], TURNS), items=["A"], perspectives=["ouders"], by="code"
    )
    assert list(table.columns) == ["perspective", "code", *list(DISPERSION.columns)[2:]]
    assert table["withheld"].tolist() == [True]
    assert table["dp"].isna().all()


def test_nothing_said_gives_missing_numbers_even_without_a_minimum():
    codings, turns = study(("ouders", 0, 0))
    table = measure_dispersion(codings, turns, items=["ERB"], perspectives=["ouders"], min_group=1)
    assert table[["dp", "dp_normalised", "dp_chance", "largest_share"]].isna().all(axis=None)
