import numpy as np
import pytest
from scipy.stats import bootstrap
from statsmodels.stats.proportion import proportion_confint

from perspectieven.comparison import measure_orientations
from perspectieven.comparison.orientations import ORIENTATION_SHARES
from perspectieven.tables import ORIENTATION_COUNTS, check_table
from perspectieven.themes import count_orientations
from tests.comparison.samples import EMPTY, said

NAMES = {"n": "normaliserend", "u": "neutraal", "p": "problematiserend"}


def speak(*people: str):
    """Return codings and turns of people who are "transcript name mentions", a letter of `NAMES` for each mention."""
    lines = [line.split() for line in people]
    codings, turns = said(*(f"{transcript} {name} {'ERB ' * len(''.join(m))}" for transcript, name, *m in lines))
    return codings.assign(orientation=[NAMES[letter] for _, _, *m in lines for letter in "".join(m)]), turns


def orientations(sample, perspectives=("ouders",), **more):
    table = measure_orientations(*sample, perspectives=perspectives, **more)
    check_table(table, ORIENTATION_SHARES)
    return table


def limits(table, orientation="normaliserend", perspective="ouders"):
    row = table.set_index(["perspective", "orientation"]).loc[(perspective, orientation)]
    return [row["share_per_speaker"], row["low"], row["high"]]


FOUR = ("a o1 nnnu", "b o2 np", "c o3 uuuuuuuuuu", "d o4 nnp")


def test_what_is_counted_is_what_themes_counts():
    sample = speak(*FOUR, "e j1 n", "f j2 p", "g j3 u")
    both = ["ouders", "jeugdigen"]
    counts = count_orientations(*sample, perspectives=both)
    table = orientations(sample, both)
    assert table[list(ORIENTATION_COUNTS.columns)].astype(str).values.tolist() == counts.astype(str).values.tolist()
    assert table["perspective"].cat.categories.tolist() == both


def test_the_interval_is_of_the_mean_of_everybody_s_own_share():
    each = np.array([0.75, 0.5, 0.0, 2 / 3])
    theirs = bootstrap((each,), np.mean, method="percentile", n_resamples=20_000, rng=1)
    effective = each.mean() * (1 - each.mean()) / (theirs.standard_error**2 * 4 / 3) * (1.960 / 3.182) ** 2
    assert effective < 4  # so that four people are what it is of
    floor = proportion_confint(4 * each.mean(), 4, method="wilson")
    low, high = theirs.confidence_interval
    expected = [each.mean(), min(low, floor[0]), max(high, floor[1])]
    assert limits(orientations(speak(*FOUR))) == pytest.approx(expected, abs=0.01)


def test_people_who_agree_are_as_certain_as_their_mentions_are_many():
    few, many = (orientations(speak(*(f"{name} o{name} {'n' * n}{'p' * n}" for name in "123456"))) for n in (1, 20))
    effective = 6 * 40 * (1.960 / 2.571) ** 2
    assert limits(many) == pytest.approx(
        [0.5, *proportion_confint(effective / 2, effective, method="wilson")], abs=1e-3
    )
    assert limits(few)[1] < limits(many)[1] - 0.1


def test_a_talkative_speaker_adds_no_certainty_about_the_others():
    # 4 / (1/90 + 1/1 + 1/1 + 1/1) times 4: little more than the four that the quiet ones allow for
    table = orientations(speak(f"a o1 {'n' * 90}", "b o2 n", "c o3 n", "d o4 n"))
    assert limits(table) == pytest.approx([1, *proportion_confint(4, 4, method="wilson")], abs=1e-6)


def test_who_speaks_together_counts_as_one():
    together = limits(orientations(speak("a o1 nnnu", "a o2 np", "a o3 uuuuuuuuuu", "a o4 nnp")))
    assert together[1:] == pytest.approx(proportion_confint(together[0], 1, method="wilson"))
    assert together[0] == limits(orientations(speak(*FOUR)))[0]


def test_too_few_are_withheld_with_the_reason_and_keep_their_counts():
    sample = speak("a o1 nn", "b o2 p", "c o3")  # three speak, and two of them mention something
    table = orientations(sample)
    assert table["withheld"].all()
    assert set(table["reason"]) == {"te weinig sprekers (minder dan 3)"}
    assert (table["n_coded"].tolist(), table["n_speakers"].tolist()) == ([2, 0, 1], [2, 2, 2])
    assert table[["share", "share_per_speaker", "low", "high"]].isna().all(axis=None)
    assert not orientations(sample, min_group=2)["withheld"].any()
    assert set(orientations(sample, language="en")["reason"]) == {"too few speakers (fewer than 3)"}


def test_where_nobody_mentions_anything_nothing_is_withheld():
    table = orientations(speak("a o1", "b o2", "c o3"))
    assert not table["withheld"].any()
    assert table[["share_per_speaker", "low", "high"]].isna().all(axis=None)


def test_the_same_seed_gives_the_same_interval():
    people = (f"{at} o{at} {'n' * at}{'p' * (10 - at)}" for at in range(2, 9))
    sample = speak(*people)
    one, again, other = (orientations(sample, seed=seed) for seed in (1, 1, 2))
    assert one.equals(again)
    assert not one.equals(other)


def test_empty():
    assert len(orientations(EMPTY, ())) == 0
    assert orientations(EMPTY)["n_coded"].tolist() == [0, 0, 0]
