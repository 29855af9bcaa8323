"""What is hidden in the example study comes out of its statistics, and what is not there is not claimed."""

import tomllib

import pytest

from perspectieven.study import Study
from tests.conftest import ROOT

STATISTICS = Study.open(ROOT).statistics
KEY = tomllib.loads((ROOT / "data" / "raw" / "antwoordsleutel.toml").read_text(encoding="utf-8"))
TRUTHS = {truth["id"]: truth for truth in KEY["truth"]}


def rows(table, truth):
    """The rows of the item, of the pairs or perspectives of the truth, by perspective or pair."""
    own = table[table[truth["by"]] == truth["item"]]
    if "perspective_a" in own:
        own = own[own["perspective_a"].isin(truth["perspectives"]) | own["perspective_b"].isin(truth["perspectives"])]
        return {(row["perspective_a"], row["perspective_b"]): row for row in own.to_dict("records")}
    return {row["perspective"]: row for row in own.to_dict("records")}


@pytest.mark.parametrize("measure", ["share", "rate"])
def test_the_real_difference_is_found_and_rests_on_nobody(measure):
    truth = TRUTHS["echt-verschil"]
    pair = tuple(truth["perspectives"])
    found = rows(STATISTICS.differences(truth["by"], measure=measure), truth)[pair]
    assert found["low"] > 0
    assert found["p_adjusted"] < 0.05
    assert not rows(STATISTICS.without_one(truth["by"], measure=measure), truth)[pair]["rests_on_one"]
    assert rows(STATISTICS.cautions(truth["by"], measure=measure), truth)[pair]["text"] == ""
    overall = STATISTICS.overall(truth["by"], measure=measure).set_index(truth["by"])
    assert overall.loc[truth["item"], "p_adjusted"] < 0.05


@pytest.mark.parametrize("measure", ["share", "rate"])
def test_the_absent_difference_is_not_claimed(measure):
    truth = TRUTHS["geen-verschil"]
    pairs = rows(STATISTICS.differences(truth["by"], measure=measure, adjust="fdr"), truth)
    assert len(pairs) == 3
    for row in pairs.values():
        assert row["low"] < 0 < row["high"]
        assert row["p_adjusted"] > 0.2
    overall = STATISTICS.overall(truth["by"], measure=measure, adjust="none").set_index(truth["by"])
    assert overall.loc[truth["item"], "p_adjusted"] > 0.2


def test_the_prompted_artefact_is_named_for_what_it_is():
    truth = TRUTHS["schijnverschil-door-de-vraag"]
    found = rows(STATISTICS.spontaneity(truth["by"]), truth)
    assert {name for name, row in found.items() if row["mainly_prompted"]} == set(truth["perspectives"])
    assert found["ouders"]["share_prompted"] >= truth["share_prompted_at_least"]
    assert found["ouders"]["share_speakers"] == 1
    assert found["ouders"]["high"] < 0.5
    cautions = rows(STATISTICS.cautions(truth["by"]), truth)
    assert len(cautions) == 2
    for row in cautions.values():
        assert row["mainly_prompted"]
        assert "ouders die het noemen doen dat alleen nadat ernaar is gevraagd" in row["text"]


def test_the_theme_of_the_prompted_code_is_prompted_as_well():
    truth = TRUTHS["schijnverschil-door-de-vraag"]
    theme = {"by": "theme", "item": truth["item"].partition("-")[0], "perspectives": truth["perspectives"]}
    found = rows(STATISTICS.spontaneity(), theme)
    assert {name for name, row in found.items() if row["mainly_prompted"]} == set(truth["perspectives"])
    assert all(row["mainly_prompted"] for row in rows(STATISTICS.cautions(), theme).values())


def test_the_single_talkative_speaker_is_named_for_what_it_is():
    truth = TRUTHS["een-spreker"]
    without = rows(STATISTICS.without_one(truth["by"], measure="rate"), truth)
    cautions = rows(STATISTICS.cautions(truth["by"], measure="rate"), truth)
    tested = rows(STATISTICS.differences(truth["by"], measure="rate"), truth)
    assert set(without) == {("ouders", "professionals"), ("jeugdigen", "professionals")}
    for pair, row in without.items():
        assert (row["rests_on_one"], row["perspective"], row["speaker"]) == (True, "professionals", truth["speaker"])
        assert row["sentence"].startswith("dit verschil rust op één spreker: zonder één van de 9 professionals")
        assert cautions[pair]["carried_by_one"]
        assert tested[pair]["p_adjusted"] > 0.2
    # how many speakers mention it does not show it
    assert not any(row["rests_on_one"] for row in rows(STATISTICS.without_one(truth["by"]), truth).values())


def test_the_lexicon_hears_all_perspectives_of_the_example_alike():
    ratios = STATISTICS.coverage_ratios()
    assert ratios["heard_better"].tolist() == ["", "", ""]
