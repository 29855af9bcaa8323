from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact
from scipy.stats.contingency import expected_freq
from statsmodels.stats.multitest import multipletests

from perspectieven.comparison.cooccurrence import COOCCURRENCE, count_cooccurrence
from perspectieven.comparison.intervals import rate_limits
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.comparison.talk import talk

ITEMS = ["ERB", "LAT", "BET"]


def count(conversations, of=None, **options):
    speakers = {name for said in conversations.values() for name, *_ in said} - {"i"}
    codings, turns = talk(conversations, of or dict.fromkeys(speakers, "ouders"))
    options = {"items": ITEMS, "perspectives": ["ouders"], "min_group": 1} | options
    return count_cooccurrence(codings, turns, **options)


def row(table, reach, a="ERB", b="LAT"):
    found = table[(table["reach"] == reach) & (table["theme_a"] == a) & (table["theme_b"] == b)]
    [values] = found.to_dict("records")
    return values


def test_each_pair_once_for_each_reach_also_where_never_together():
    table = count({"a": [("m", "ERB")]})
    pairs = [("ERB", "LAT"), ("ERB", "BET"), ("LAT", "BET")]
    assert list(table[["reach", "theme_a", "theme_b"]].itertuples(index=False, name=None)) == [
        (reach, *pair) for reach in ("turn", "next") for pair in pairs
    ]
    assert table["n_together"].tolist() == [0] * 6
    assert table["expected"].tolist() == [0.0] * 6
    assert table["lift"].isna().all()


def test_turns_and_neighbours_are_counted_per_speaker_and_transcript():
    # The interviewer and the other parent stand between, but do not part one speaker's turns; another transcript does.
    said = {
        "a": [("i", ""), ("m", "ERB LAT"), ("i", "LAT"), ("m", "LAT"), ("v", "ERB"), ("m", "ERB"), ("m", "")],
        "b": [("m", "LAT"), ("v", "BET")],
    }
    table = count(said)
    turn, following = row(table, "turn"), row(table, "next")
    assert (turn["n_turns_a"], turn["n_turns_b"], turn["n_together"]) == (3, 3, 1)
    assert (turn["n_speakers"], turn["n_speakers_together"]) == (2, 1)
    assert (following["n_together"], following["n_speakers_together"]) == (2, 1)


def test_the_last_turn_of_a_transcript_has_no_next():
    found = row(count({"a": [("m", "ERB")], "b": [("m", "LAT")]}), "next")
    assert (found["n_together"], found["expected"]) == (0, 0.0)


def test_a_theme_mentioned_twice_in_a_turn_counts_once():
    assert row(count({"a": [("m", "ERB ERB LAT LAT")]}), "turn")["n_together"] == 1


def test_chance_in_a_turn_is_that_of_tables_per_speaker_and_length():
    said = {
        "a": [("m", "ERB LAT", 20), ("m", "ERB", 30), ("m", "LAT", 17), ("m", "", 18), ("m", "ERB LAT", 3)],
        "b": [("v", "ERB", 9), ("v", "LAT", 15), ("v", "LAT", 8)],
    }
    # Rows: ERB or not; columns: LAT or not. m's turns of 16-31 words, m's turn of 3 words, v's of 8-15 words.
    tables = [[[1, 1], [1, 1]], [[1, 0], [0, 0]], [[0, 1], [2, 0]]]
    expected = sum(expected_freq(np.array(table))[0, 0] if np.sum(table) > 1 else 1.0 for table in tables)
    assert row(count(said), "turn")["expected"] == pytest.approx(expected)
    assert expected == pytest.approx(1 + 1 + 2 / 3)


def test_long_turns_that_hold_everything_are_no_association():
    said = {"a": [("m", "ERB LAT", 100), ("m", "ERB LAT", 90), ("m", "", 2), ("m", "", 3)]}
    assert row(count(said), "turn")["lift"] == 1.0


def test_chance_of_neighbours_is_the_mean_over_all_orders_of_the_turns():
    themes = ["ERB LAT", "ERB", "LAT BET", "", "ERB"]
    orders = [row(count({"a": [("m", theme) for theme in order]}), "next") for order in set(permutations(themes))]
    mean = np.mean([found["n_together"] for found in orders])
    assert {round(found["expected"], 10) for found in orders} == {round(float(mean), 10)}
    assert mean == pytest.approx(2 * (3 * 2 - 1) / 5)


def test_the_order_of_items_only_swaps_the_sides():
    said = {"a": [("m", "ERB LAT"), ("m", "BET")], "b": [("v", "ERB BET"), ("v", "LAT")]}
    one, other = count(said), count(said, items=ITEMS[::-1])
    numbers = ["n_together", "expected", "low", "high"]
    pairs = [("ERB", "LAT"), ("ERB", "BET"), ("LAT", "BET")]
    for reach in ("turn", "next"):
        assert [[row(one, reach, a, b)[name] for name in numbers] for a, b in pairs] == [
            [row(other, reach, b, a)[name] for name in numbers] for a, b in pairs
        ]


def test_the_interval_of_one_conversation_is_that_of_the_count():
    found = row(count({"a": [("m", "ERB LAT"), ("m", "ERB LAT"), ("m", ""), ("m", "")]}), "turn")
    low, high = rate_limits(np.array([2]), found["expected"])
    assert (found["low"], found["high"]) == (pytest.approx(low[0]), pytest.approx(high[0]))
    assert found["pmi"] == pytest.approx(1.0)


def test_the_interval_widens_where_people_differ():
    together = [("", "ERB LAT"), ("", "ERB LAT"), ("", ""), ("", "")]
    apart = [("", "ERB"), ("", "LAT"), ("", "ERB"), ("", "LAT")]
    said = {
        f"t{at}": [(f"s{at}", themes) for _ in range(5) for _, themes in (together if at % 2 else apart)]
        for at in range(8)
    }
    found = row(count(said, seed=1), "turn")
    low, high = rate_limits(np.array([found["n_together"]]), found["expected"])
    assert found["lift"] == 1.0
    assert (found["low"], found["high"]) == pytest.approx((0.25, 1.75), abs=0.13)
    assert found["low"] < low[0]
    assert found["high"] > high[0]


def test_the_test_of_one_speaker_is_that_of_fisher():
    # of eight turns of one length four hold ERB, four LAT and three both; nobody mentions BET
    said = {"a": [("m", themes) for themes in ["ERB LAT"] * 3 + ["ERB", "LAT"] + [""] * 3]}
    expected = fisher_exact([[3, 1], [1, 3]], alternative="greater").pvalue
    table = count(said)
    assert row(table, "turn")["p_adjusted"] == pytest.approx(expected)
    assert pd.isna([row(table, "turn", "ERB", "BET")["p_adjusted"], row(table, "next")["p_adjusted"]]).all()


def test_speakers_and_lengths_are_strata_of_the_test():
    # m: of four turns two hold each, both twice: 1 in 6. v: of three turns one holds each, together: 1 in 3.
    said = {
        "a": [("m", "ERB LAT"), ("m", "ERB LAT"), ("m", ""), ("m", ""), ("m", "BET", 500)],
        "b": [("v", "ERB LAT"), ("v", ""), ("v", "")],
    }
    assert row(count(said), "turn")["p_adjusted"] == pytest.approx(1 / 6 / 3)


def test_p_is_adjusted_for_the_pairs_of_all_perspectives_that_chance_can_bring_together():
    turns = ["ERB LAT"] * 3 + ["ERB BET", "LAT"] + [""] * 3
    said = {"a": [("m", themes) for themes in turns], "b": [("v", themes) for themes in turns[::-1]]}
    table = count(said, {"m": "ouders", "v": "jeugdigen"}, perspectives=["ouders", "jeugdigen"])
    alone = [fisher_exact(t, alternative="greater").pvalue for t in ([[3, 1], [1, 3]], [[1, 3], [0, 4]])] + [1.0]
    tested = table.loc[table["reach"] == "turn", "p_adjusted"]
    assert tested.tolist() == pytest.approx(list(multipletests(alone * 2, method="holm")[1]))


def test_chance_alone_seldom_puts_any_pair_above_chance():
    # thirty studies in which themes fall into turns at random: intervals alone would name a pair in many of them
    items = list("ABCDEFGHIJKL")
    rng = np.random.default_rng(5)
    beside = found = 0
    for seed in range(30):
        held = rng.random((18, 12, len(items))) < 0.2
        said = {
            f"t{at}": [(f"s{at}", " ".join(np.array(items)[turn])) for turn in turns] for at, turns in enumerate(held)
        }
        of = {f"s{at}": "ouders" if at % 2 else "jeugdigen" for at in range(len(held))}
        table = count(said, of, items=items, perspectives=["ouders", "jeugdigen"], seed=seed)
        above = table[(table["reach"] == "turn") & (table["low"] > 1)]
        beside += len(above) > 0
        found += bool((above["p_adjusted"] < 0.05).any())
    assert beside >= 5
    assert found <= 2


def test_a_small_perspective_keeps_counts_only():
    table = count({"a": [("m", "ERB LAT")]}, min_group=3)
    found = row(table, "turn")
    assert (found["n_together"], found["withheld"], found["reason"]) == (1, True, "te weinig sprekers (minder dan 3)")
    assert pd.isna([found[name] for name in ("expected", "lift", "low", "high", "p_adjusted", "pmi")]).all()


def test_empty():
    nothing = make_table([], CODINGS), make_table([], TURNS)
    table = count_cooccurrence(*nothing, items=ITEMS, perspectives=["ouders"], by="code", min_group=0)
    assert list(table.columns) == [name.replace("theme", "code") for name in COOCCURRENCE.columns]
    assert len(table) == 6
    assert count_cooccurrence(*nothing, items=[], perspectives=["ouders"]).empty
    assert count_cooccurrence(*nothing, items=ITEMS, perspectives=[]).empty


def test_codes_and_the_input_stays_as_it_was():
    codings, turns = talk({"a": [("m", "ERB LAT")]}, {"m": "ouders"})
    before = codings.copy(), turns.copy()
    table = count_cooccurrence(codings, turns, items=["ERB", "LAT"], perspectives=["ouders"], by="code")
    assert table["code_a"].tolist() == ["ERB", "ERB"]
    pd.testing.assert_frame_equal(codings, before[0])
    pd.testing.assert_frame_equal(turns, before[1])
