import numpy as np
import pytest

from perspectieven.comparison import measure_positions, measure_rates
from perspectieven.comparison.layout import name_after
from perspectieven.comparison.positions import POSITIONS
from perspectieven.errors import TableError
from perspectieven.tables import check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES
from tests.comparison.talk import talk

OUDERS = {f"o{at}": "ouders" for at in range(3)}
THREE = {
    f"gesprek-{at}": [("i", "", 10), (f"o{at}", "ERB " * (at + 1), 40), (f"o{at}", "LAT", 40), ("i", "", 10)]
    for at in range(3)
}


def positions(sample, items=("ERB", "LAT"), n_parts=2, **more):
    table = measure_positions(*sample, items=items, perspectives=PERSPECTIVES, n_parts=n_parts, **more)
    check_table(table, POSITIONS)
    return table


def test_every_triple_is_there_and_what_is_said_in_a_part_counts_there():
    table = positions(talk(THREE, OUDERS))
    assert len(table) == 2 * 2 * 2
    own = table[table["perspective"] == "ouders"].set_index(["theme", "part"])
    assert own["n_coded"].to_dict() == {("ERB", 1): 6, ("ERB", 2): 0, ("LAT", 1): 0, ("LAT", 2): 3}
    assert own["per_1000_words"].tolist() == [6000 / 120, 0, 0, 3000 / 120]
    assert set(own["n_speakers"]) == {3}


def test_the_interval_is_that_of_the_part_by_itself():
    codings, turns = talk(THREE, OUDERS)
    first = turns["turn_index"] < 2
    alone = measure_rates(
        codings[codings["turn_index"] < 2], turns[first], items=["ERB"], perspectives=PERSPECTIVES, seed=7
    ).iloc[0]
    row = positions((codings, turns), items=["ERB"], seed=7).iloc[0]
    assert (row["low"], row["high"]) == (alone["rate_low"], alone["rate_high"])
    assert row["low"] < row["per_1000_words"] < row["high"]


def test_a_part_in_which_too_few_speak_is_withheld_and_keeps_its_counts():
    silent = THREE | {"gesprek-2": [("o2", "ERB", 40), ("i", "", 60)]}
    table = positions(talk(silent, OUDERS), items=["LAT"])
    last = table[(table["perspective"] == "ouders") & (table["part"] == 2)].iloc[0]
    assert last[["n_speakers", "n_coded", "withheld"]].tolist() == [2, 2, True]
    assert np.isnan(last["per_1000_words"])
    assert last["reason"] == "te weinig sprekers (minder dan 3)"


def test_the_order_of_the_codings_changes_nothing():
    codings, turns = talk(THREE, OUDERS)
    shuffled = codings.iloc[::-1].reset_index(drop=True), turns.iloc[::-1].reset_index(drop=True)
    assert positions(shuffled).equals(positions((codings, turns)))


def test_a_coding_without_a_turn_is_refused():
    codings, turns = talk(THREE, OUDERS)
    with pytest.raises(TableError, match="have no turn in turns"):
        positions((codings, turns[turns["turn_index"] != 1]))


def test_codes_and_nothing_at_all():
    table = measure_positions(*EMPTY, items=["ERB-X"], perspectives=PERSPECTIVES, by="code")
    check_table(table, name_after(POSITIONS, "code"))
    assert len(table) == 2 * 5
    assert table["per_1000_words"].isna().all()
