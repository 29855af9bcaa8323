import pandas as pd
import pytest
from scipy.stats import bootstrap, fisher_exact, kruskal, mannwhitneyu
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

from perspectieven.comparison import compare_all, compare_perspectives
from perspectieven.comparison.differences import OVERALL_DIFFERENCES, RATE_DIFFERENCES
from perspectieven.comparison.layout import name_after
from perspectieven.errors import TableError
from perspectieven.tables import DIFFERENCES, check_table
from tests.comparison.samples import EMPTY, PERSPECTIVES, interviews, said

THREE = ["ouders", "jeugdigen", "professionals"]
NUMBERS = ["difference", "low", "high", "p_adjusted", "effect"]


def shares(n_a: int, some_a: int, n_b: int, some_b: int):
    """Parents and young people of whom the first so many mention ERB, the first parent thirty times."""
    a = [30 * (at == 0) or 1 if at < some_a else 0 for at in range(n_a)]
    return interviews(("o", a), ("j", [int(at < some_b) for at in range(n_b)]))


def compare(*numbers, items=("ERB",), **more):
    return compare_perspectives(*shares(*numbers), items=items, perspectives=PERSPECTIVES, **more)


def test_the_unit_is_the_person():
    [row] = compare(8, 1, 8, 1).to_dict("records")
    assert (row["share_a"], row["share_b"], row["difference"]) == (0.125, 0.125, 0.0)


def test_the_interval_is_the_wider_of_bootstrap_and_newcombe():
    [row] = compare(12, 9, 10, 2, seed=3).to_dict("records")
    score = confint_proportions_2indep(9, 12, 2, 10, compare="diff", method="newcomb")
    a, b = [1.0] * 9 + [0.0] * 3, [1.0] * 2 + [0.0] * 8
    drawn = bootstrap(
        (a, b), lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis), method="percentile", n_resamples=9999, rng=1
    ).confidence_interval
    assert row["low"] == pytest.approx(min(score[0], drawn.low), abs=0.03)
    assert row["high"] == pytest.approx(max(score[1], drawn.high), abs=0.07)


def test_everybody_against_nobody_keeps_its_width():
    [row] = compare(9, 9, 9, 0).to_dict("records")
    assert row["difference"] == 1.0
    assert 0.5 < row["low"] < 0.7
    assert row["p_adjusted"] == pytest.approx(fisher_exact([[9, 0], [0, 9]]).pvalue)


@pytest.mark.parametrize(("adjust", "method"), [("holm", "holm"), ("fdr", "fdr_bh")])
def test_p_values_are_adjusted_over_all_that_is_tested(adjust, method):
    codings, turns = said(
        *(f"o{n} o{n} {'ERB' if n < 9 else ''} {'LAT' if n < 5 else ''}" for n in range(9)),
        *(f"j{n} j{n} {'ERB' if n < 2 else ''} {'LAT' if n < 4 else ''}" for n in range(9)),
    )
    among = {"items": ["ERB", "LAT", "BET"], "perspectives": PERSPECTIVES}
    plain = compare_perspectives(codings, turns, **among, adjust="none")["p_adjusted"].tolist()
    p = [fisher_exact([[9, 0], [2, 7]]).pvalue, fisher_exact([[5, 4], [4, 5]]).pvalue, 1]
    assert plain == pytest.approx(p)
    adjusted = compare_perspectives(codings, turns, **among, adjust=adjust)["p_adjusted"]
    assert adjusted.tolist() == pytest.approx(multipletests(p, method=method)[1])


def test_withheld_rows_are_no_part_of_the_adjustment():
    codings, turns = interviews(("o", [1] * 9), ("j", [0] * 9), ("p", [1, 1]))
    table = compare_perspectives(codings, turns, items=["ERB"], perspectives=THREE)
    assert table["withheld"].tolist() == [False, True, True]
    assert table["p_adjusted"].dropna().tolist() == [pytest.approx(fisher_exact([[9, 0], [0, 9]]).pvalue)]


def test_small_groups_are_withheld_with_the_reason_and_without_numbers():
    [row] = compare(9, 9, 2, 0).to_dict("records")
    assert (row["withheld"], row["reason"], row["n_b"]) == (True, "te weinig sprekers (minder dan 3)", 2)
    assert all(pd.isna(row[name]) for name in ["share_a", "share_b", *NUMBERS])
    assert compare(9, 9, 2, 0, language="en")["reason"].tolist() == ["too few speakers (fewer than 3)"]


def test_who_spoke_together_cannot_be_exchanged_apart():
    klas = [f"j{n} j{n}" for n in range(9)]
    for groups, n_withheld in ((1, 1), (2, 0)):
        # nine parents in one conversation are one unit, and nobody knows how another conversation would have gone
        people = [f"groep{n % groups} o{n} ERB" for n in range(9)] + klas
        table = compare_perspectives(*said(*people), items=["ERB"], perspectives=PERSPECTIVES)
        assert table["withheld"].sum() == n_withheld
    people = [f"groep{n % 2} o{n} ERB" for n in range(9)] + [f"klas{n % 2} j{n}" for n in range(9)]
    table = compare_perspectives(*said(*people), items=["ERB"], perspectives=PERSPECTIVES)
    assert table["reason"].item().startswith("te weinig losse gesprekken")


def test_conversations_of_several_make_the_interval_wider_and_the_p_larger():
    alone = compare(9, 7, 9, 1).iloc[0]
    people = [f"groep{n // 3} o{n} {'ERB' if n < 7 else ''}" for n in range(9)]
    people += [f"klas{n // 3} j{n} {'ERB' if n < 1 else ''}" for n in range(9)]
    [row] = compare_perspectives(*said(*people), items=["ERB"], perspectives=PERSPECTIVES).to_dict("records")
    assert row["difference"] == alone["difference"]
    assert row["high"] - row["low"] > alone["high"] - alone["low"]
    assert row["p_adjusted"] > alone["p_adjusted"]


def test_rates_are_of_words_and_tested_over_the_rates_of_people():
    a, b = [8, 5, 9, 4, 7], [1, 0, 2, 3, 0, 6]
    table = compare_perspectives(
        *interviews(("o", a), ("j", b), words=500), items=["ERB"], perspectives=PERSPECTIVES, measure="rate"
    )
    check_table(table, RATE_DIFFERENCES)
    [row] = table.to_dict("records")
    assert (row["rate_a"], row["rate_b"]) == (pytest.approx(13.2), pytest.approx(4.0))
    assert row["effect"] == pytest.approx(2 * mannwhitneyu(a, b).statistic / 30 - 1)
    assert row["low"] < 9.2 < row["high"]


def test_who_talks_more_is_no_difference_in_rate():
    # every parent has 2 mentions in 1,000 words, every young person 1 in 500
    codings, turns = said(*(f"o{n} o{n}:1000 ERB ERB" for n in range(6)), *(f"j{n} j{n}:500 ERB" for n in range(6)))
    [row] = compare_perspectives(codings, turns, items=["ERB"], perspectives=PERSPECTIVES, measure="rate").to_dict(
        "records"
    )
    assert (row["difference"], row["effect"], row["p_adjusted"]) == (0, 0, 1)


def test_one_talkative_speaker_makes_no_difference_of_a_group():
    # eleven mentions against none, ten of them by one of nine
    rates = compare_perspectives(
        *interviews(("o", [10, 1] + [0] * 7), ("j", [0] * 9)), items=["ERB"], perspectives=PERSPECTIVES, measure="rate"
    )
    assert rates["p_adjusted"].item() > 0.4


def test_nothing_said_is_withheld():
    people = [f"o{n} o{n}:0" for n in range(4)] + [f"j{n} j{n} ERB" for n in range(4)]
    table = compare_perspectives(*said(*people), items=["ERB"], perspectives=PERSPECTIVES, measure="rate")
    assert table["reason"].tolist() == ["er is niets gezegd om op te delen"]


def test_the_same_seed_gives_the_same_table():
    pd.testing.assert_frame_equal(compare(9, 5, 8, 3, seed=5), compare(9, 5, 8, 3, seed=5))
    among = {"items": ["ERB"], "perspectives": THREE}
    sample = interviews(("o", [3, 1, 0, 2, 1, 4, 2]), ("j", [0, 0, 1, 1, 0, 0, 0]), ("p", [1, 5, 0, 2, 2, 2, 1]))
    one, again, other = (compare_all(*sample, **among, measure="rate", seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one, again)
    assert not one.equals(other)


def test_other_words_for_what_is_not_there():
    with pytest.raises(TableError, match='adjust: is "bonferroni"; use one of holm, fdr, none'):
        compare(3, 1, 3, 1, adjust="bonferroni")
    with pytest.raises(TableError, match='adjust: is "bonferroni"; use one of holm, fdr, none'):
        compare_all(*EMPTY, items=["ERB"], perspectives=THREE, adjust="bonferroni")
    with pytest.raises(TableError, match='measure: is "odds"; use "share"'):
        compare(3, 1, 3, 1, measure="odds")
    with pytest.raises(TableError, match='no sentences in "fr"; use one of nl, en'):
        compare(3, 1, 1, 1, language="fr")


def test_by_code():
    table = compare_perspectives(*shares(4, 3, 4, 1), items=["ERB-X"], perspectives=PERSPECTIVES, by="code")
    check_table(table, name_after(DIFFERENCES, "code"))
    assert table[["code", "share_a", "share_b"]].values.tolist() == [["ERB-X", 0.75, 0.25]]


def test_empty_gives_withheld_rows():
    table = compare_perspectives(*EMPTY, items=["ERB"], perspectives=PERSPECTIVES)
    assert list(table.columns) == list(DIFFERENCES.columns)
    assert table["reason"].tolist() == ["te weinig sprekers (minder dan 3)"]
    overall = compare_all(*EMPTY, items=["ERB"], perspectives=THREE)
    assert list(overall.columns) == list(OVERALL_DIFFERENCES.columns)
    assert overall["reason"].tolist() == [
        "minder dan twee groepen hebben genoeg sprekers (minimaal 3) in losse gesprekken"
    ]
    assert len(compare_perspectives(*EMPTY, items=[], perspectives=[])) == 0
    assert len(compare_all(*EMPTY, items=[], perspectives=[])) == 0


def test_pairs_and_items_are_in_the_order_given():
    table = compare_perspectives(
        *interviews(("o", [1] * 3), ("j", [1] * 3), ("p", [1] * 3)), items=["LAT", "ERB"], perspectives=THREE[::-1]
    )
    assert table[["theme", "perspective_a", "perspective_b"]].values.tolist() == [
        [theme, a, b]
        for theme in ("LAT", "ERB")
        for a, b in (("professionals", "jeugdigen"), ("professionals", "ouders"), ("jeugdigen", "ouders"))
    ]


def test_all_at_once_of_two_is_the_pair():
    sample = interviews(("o", [1, 1, 1, 1, 0, 1]), ("j", [0, 0, 1, 0, 0, 0, 0]), ("p", [1]))
    [overall] = compare_all(*sample, items=["ERB"], perspectives=THREE).to_dict("records")
    pair = compare_perspectives(*sample, items=["ERB"], perspectives=THREE[:2]).iloc[0]
    assert (overall["n_perspectives"], overall["n_speakers"]) == (2, 13)
    assert overall["p_adjusted"] == pytest.approx(pair["p_adjusted"])
    assert (overall["lowest"], overall["highest"]) == (pair["share_b"], pair["share_a"])


def test_all_at_once_of_rates():
    a, b, c = [5, 6, 7], [1, 2, 3], [0, 1, 0]
    [row] = compare_all(
        *interviews(("o", a), ("j", b), ("p", c)), items=["ERB"], perspectives=THREE, measure="rate"
    ).to_dict("records")
    assert row["effect"] == pytest.approx(kruskal(a, b, c).statistic / 8)
    # the largest three, the middle three but for a tie, the smallest: 2 of the 1,680 arrangements per order of groups
    assert row["p_adjusted"] == pytest.approx(6 * 2 / 1680)
    assert (row["lowest"], row["highest"]) == (pytest.approx(1000 / 300), pytest.approx(60))


def test_all_at_once_needs_conversations_apart():
    people = [f"groep o{n} ERB" for n in range(4)] + [f"klas j{n}" for n in range(4)]
    table = compare_all(*said(*people), items=["ERB"], perspectives=THREE)
    assert (table["n_perspectives"].item(), table["withheld"].item()) == (0, True)
    people = [f"groep{n % 2} o{n} ERB" for n in range(4)] + [f"klas{n % 2} j{n}" for n in range(4)]
    table = compare_all(*said(*people), items=["ERB"], perspectives=THREE)
    assert table["n_perspectives"].item() == 2
    assert table["reason"].item().startswith("te weinig losse gesprekken")
