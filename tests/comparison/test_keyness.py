import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency
from statsmodels.stats.contingency_tables import Table2x2

from perspectieven.comparison.keyness import (
    FUNCTION_WORDS,
    KEYNESS,
    likelihood_ratio,
    log_odds,
    log_ratio,
    measure_keyness,
)
from perspectieven.tables import CODINGS, TURNS, make_table

N, OTHERS = np.array([12, 0, 30, 158]), np.array([4, 9, 31, 356])


def tables_of(n, others):
    return [np.array([[a, b], [n.sum() - a, others.sum() - b]]) for a, b in zip(n, others, strict=True)]


def test_g2_is_that_of_scipy_and_has_a_sign():
    found = likelihood_ratio(N, OTHERS)
    expected = [chi2_contingency(t, lambda_="log-likelihood", correction=False).statistic for t in tables_of(N, OTHERS)]
    assert np.abs(found) == pytest.approx(expected)
    assert np.sign(found).tolist() == [1, -1, 1, -1]


@pytest.mark.parametrize(
    ("with_first", "other_second", "published"),
    [
        ((110, 2442), (111, 29114), 270.72),
        ((29, 13), (123, 31612), 263.90),
        ((31, 23), (139, 31584), 256.84),
        ((10, 0), (3, 31764), 167.23),
    ],
)
def test_the_published_table_of_dunning(with_first, other_second, published):
    # T. Dunning (1993), Computational Linguistics 19, 61-74, bigrams in a text about Swiss banks:
    # "the swiss", "can be", "previous year", "mineral water".
    assert likelihood_ratio(np.array(with_first), np.array(other_second))[0].round(2) == published


def test_log_ratio_doubles_and_counts_nothing_as_a_half():
    # Hardie (2014): one more is twice as often.
    found = log_ratio(np.array([20, 10, 5, 0, 65]), np.array([10, 10, 20, 4, 56]))
    assert found[:4].tolist() == [1.0, 0.0, -2.0, -3.0]


def test_log_odds_are_those_of_statsmodels_for_counts_with_the_prior_added():
    prior = np.array([0.4, 0.2, 1.5, 12.0])
    delta, z = log_odds(N, OTHERS, prior=prior)
    for at in range(len(N)):
        rest = prior.sum() - prior[at]
        table = Table2x2(tables_of(N, OTHERS)[at] + np.array([[prior[at]] * 2, [rest] * 2]))
        assert delta[at] == pytest.approx(table.log_oddsratio)
        assert z[at] == pytest.approx(table.log_oddsratio / table.log_oddsratio_se)


def test_a_stronger_prior_draws_to_nought():
    weak, strong = (log_odds(N, OTHERS, prior=size * (N + OTHERS) / 600)[0] for size in (1, 10_000))
    assert (np.abs(strong) < np.abs(weak) / 5).all()


def test_the_only_word_has_no_odds():
    assert np.isnan(log_odds(np.array([3]), np.array([4]), prior=np.array([1.0]))[0]).all()


def study(said, codings=()):
    """Per perspective what each of its speakers says; codings as (speaker, words, status)."""
    rows = [
        {
            "transcript_id": f"{perspective}{at}",
            "speaker": f"{perspective}{at}",
            "perspective": perspective,
            "role": "participant",
            "text": text,
        }
        for perspective, texts in said.items()
        for at, text in enumerate(texts)
    ]
    places = {row["speaker"]: row["text"] for row in rows}
    found = []
    for speaker, words, status in codings:
        spans = [(places[speaker].index(word), places[speaker].index(word) + len(word)) for word in words]
        found.append(
            {
                "transcript_id": speaker,
                "status": status,
                "parts": " ".join(f"{start}:{end}" for start, end in spans),
                "start_char": spans[0][0],
                "end_char": spans[-1][1],
            }
        )
    return make_table(found, CODINGS), make_table(rows, TURNS)


def measure(said, codings=(), **options):
    return measure_keyness(*study(said, codings), **{"perspectives": list(said)} | options)


def words(table, perspective):
    return set(table.loc[table["perspective"] == perspective, "word"])


def test_one_talkative_speaker_and_a_name_mark_no_group():
    said = {"ouders": ["snor snor snor Karin", "ja", "ja"], "jeugdigen": ["ja", "ja", "ja"]}
    assert words(measure(said), "ouders") == {"ja"}
    assert words(measure(said, min_speakers=1), "ouders") == {"ja", "snor", "karin"}


def test_words_are_counted_by_speakers_and_in_lower_case():
    said = {"ouders": ["Zo zo.", "zo", "ZO, nee"], "jeugdigen": ["zo", "nee", "nee"]}
    table = measure(said)
    [row] = table[(table["perspective"] == "ouders") & (table["word"] == "zo")].to_dict("records")
    assert [row[name] for name in ("n", "n_others", "n_words", "n_words_others")] == [4, 1, 5, 3]
    assert (row["n_speakers"], row["n_speakers_others"]) == (3, 1)
    assert row["per_1000_words"] == pytest.approx(800.0)
    assert row["log_ratio"] == pytest.approx(np.log2(0.8 / (1 / 3)))


def test_a_word_keeps_its_accents_and_apostrophes():
    assert words(measure({"ouders": ["één cliënt zo'n"] * 3, "jeugdigen": ["ja"] * 3}), "ouders") == {
        "één",
        "cliënt",
        "zo'n",
        "ja",
    }


def test_what_stands_in_brackets_is_not_said():
    said = {"ouders": ["[School-1] is ver [lacht]"] * 3, "jeugdigen": ["is [Meisje-12] ver"] * 3}
    assert words(measure(said), "ouders") == {"is", "ver"}


def test_words_of_a_coding_are_left_out_there_and_nowhere_else():
    said = {"ouders": ["stel mij gerust dan"] * 3, "jeugdigen": ["mij gerust"] * 3}
    codings = [(f"ouders{at}", ["stel", "gerust"], "machine") for at in range(3)]
    table = measure(said, codings)
    assert words(table, "ouders") == {"mij", "dan", "gerust"}
    [row] = table[(table["perspective"] == "ouders") & (table["word"] == "gerust")].to_dict("records")
    assert (row["n"], row["n_others"], row["n_words"], row["n_words_others"]) == (0, 3, 6, 6)
    rejected = [(speaker, parts, "rejected") for speaker, parts, _ in codings]
    assert words(measure(said, rejected), "ouders") == {"stel", "mij", "gerust", "dan"}


def test_a_coding_without_parts_is_its_whole_span():
    codings, turns = study({"ouders": ["aa bb cc"] * 3, "jeugdigen": ["dd"] * 3}, [("ouders0", ["aa", "bb"], "added")])
    table = measure_keyness(codings.assign(parts=""), turns, perspectives=["ouders", "jeugdigen"], min_speakers=1)
    assert table.set_index(["perspective", "word"])["n"].loc["ouders"].to_dict() == {"aa": 2, "bb": 2, "cc": 3, "dd": 0}


def test_function_words_go_only_when_asked():
    said = {"ouders": ["de brief"] * 3, "jeugdigen": ["de game"] * 3}
    assert words(measure(said), "ouders") == {"de", "brief", "game"}
    assert words(measure(said, without=FUNCTION_WORDS), "ouders") == {"brief", "game"}
    assert {"de", "niet", "zijn", "'t"} < FUNCTION_WORDS


def test_the_others_are_all_others_and_the_first_is_highest():
    said = {"ouders": ["brief ja"] * 3, "jeugdigen": ["game ja"] * 3, "professionals": ["team ja"] * 4}
    table = measure(said)
    own = table[table["perspective"] == "ouders"]
    assert own["word"].tolist()[0] == "brief"
    assert own["z"].is_monotonic_decreasing
    assert own.set_index("word")["n_others"].to_dict() == {"brief": 0, "ja": 7, "game": 3, "team": 4}
    # Ten speakers say twenty words: the prior is worth two words, spread as all words are.
    prior = np.array([3, 10, 3, 4]) / 10
    delta, z = log_odds(np.array([3, 3, 0, 0]), np.array([0, 7, 3, 4]), prior=prior)
    assert own.set_index("word")["log_odds"].loc["brief"] == pytest.approx(delta[0])
    assert own["z"].tolist() == pytest.approx(sorted(z, reverse=True))


def test_a_small_perspective_is_withheld_and_is_none_of_the_others():
    said = {"ouders": ["brief"] * 3, "jeugdigen": ["game"] * 3, "professionals": ["team"] * 2}
    table = measure(said)
    [row] = table[table["perspective"] == "professionals"].to_dict("records")
    assert (row["word"], row["withheld"], row["reason"]) == ("", True, "te weinig sprekers (minder dan 3)")
    assert words(table, "ouders") == {"brief", "game"}


def test_without_others_there_is_nothing_to_compare():
    table = measure({"ouders": ["brief"] * 3, "jeugdigen": ["game"]})
    assert table["reason"].tolist() == ["te weinig sprekers (minder dan 3)"] * 2
    assert table[["g2", "log_ratio", "z"]].isna().all(axis=None)


def test_empty():
    table = measure_keyness(make_table([], CODINGS), make_table([], TURNS), perspectives=["ouders", "jeugdigen"])
    assert list(table.columns) == list(KEYNESS.columns)
    assert table["withheld"].tolist() == [True, True]
    assert measure({"ouders": [""] * 3, "jeugdigen": ["..."] * 3}).empty


def test_the_input_stays_as_it_was():
    codings, turns = study({"ouders": ["Een [Meisje-1]"] * 3, "jeugdigen": ["ja"] * 3})
    before = turns.copy()
    measure_keyness(codings, turns, perspectives=["ouders", "jeugdigen"])
    pd.testing.assert_frame_equal(turns, before)
