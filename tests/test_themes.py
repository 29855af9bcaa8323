import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from perspectieven.errors import TableError
from perspectieven.tables import CODINGS, TURNS, make_table
from perspectieven.themes import count_orientations, count_shared, count_themes

PERSPECTIVES = ["ouders", "jeugdigen", "professionals"]
THEMES = ["BET", "ERB", "LAT"]


def turn(transcript, index, speaker, perspective, n_words=10, role="participant"):
    return {
        "transcript_id": transcript,
        "turn_index": index,
        "speaker": speaker,
        "perspective": perspective,
        "role": role,
        "n_words": n_words,
    }


def coding(transcript, index, theme, start=0, **more):
    fields = {"stance": "affirmed", "orientation": "neutraal", "code": f"{theme}-X", "voice": "own"} | more
    return {"transcript_id": transcript, "turn_index": index, "theme": theme, "start_char": start, **fields}


TURNS_TABLE = make_table(
    [
        turn("a", 0, "i", "", 5, "interviewer"),
        turn("a", 1, "moeder", "ouders"),
        turn("a", 2, "moeder", "ouders"),
        turn("a", 3, "vader", "ouders"),
        turn("b", 0, "kind", "jeugdigen", 20),
    ],
    TURNS,
)
CODINGS_TABLE = make_table(
    [
        coding("a", 1, "ERB", 0),
        coding("a", 1, "ERB", 5, stance="negated", orientation="problematiserend"),
        coding("a", 2, "ERB", 0, prompted=True, orientation="normaliserend"),
        coding("b", 0, "LAT", 0, stance="hypothetical"),
    ],
    CODINGS,
)


def count(codings=CODINGS_TABLE, turns=TURNS_TABLE, **more):
    return count_themes(codings, turns, items=THEMES, perspectives=PERSPECTIVES, **more)


def test_every_pair_is_a_row_in_the_order_of_study_and_lexicon():
    counts = count()
    assert list(zip(counts["perspective"], counts["theme"], strict=True)) == [
        (p, t) for p in PERSPECTIVES for t in THEMES
    ]


def test_mentions_turns_and_speakers_are_counted_apart():
    row = count().query("perspective == 'ouders' and theme == 'ERB'").iloc[0]
    wanted = {
        "n_coded": 3, "n_affirmed": 2, "n_negated": 1, "n_hypothetical": 0, "n_prompted": 1,
        "n_turns_coded": 2, "n_turns": 3, "n_speakers_coded": 1, "n_speakers": 2, "n_words": 30,
        "share_turns": 2 / 3, "share_speakers": 0.5, "per_1000_words": 100.0,
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_zero_is_a_row_and_nothing_to_divide_by_is_missing():
    counts = count().set_index(["perspective", "theme"])
    assert counts.loc[("jeugdigen", "ERB"), "share_speakers"] == 0.0
    assert counts.loc[("professionals", "ERB"), ["n_turns", "n_speakers"]].tolist() == [0, 0]
    assert counts.loc[("professionals", "ERB"), ["share_turns", "share_speakers", "low", "per_1000_words"]].isna().all()


def test_intervals_are_wilson_s():
    row = count().query("perspective == 'ouders' and theme == 'ERB'").iloc[0]
    assert (row["low"], row["high"]) == pytest.approx(proportion_confint(1, 2, method="wilson"))


def test_the_published_wilson_interval():
    # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3: 81 of 263 and 0 of 20.
    assert [round(float(x), 4) for x in proportion_confint(81, 263, method="wilson")] == [0.2553, 0.3662]
    assert [round(float(x), 4) for x in proportion_confint(0, 20, method="wilson")] == [0.0, 0.1611]


def test_by_code_has_a_code_column():
    counts = count_themes(CODINGS_TABLE, TURNS_TABLE, items=["ERB-X", "LAT-X"], perspectives=PERSPECTIVES, by="code")
    assert list(counts.columns[:2]) == ["perspective", "code"]
    assert counts["n_coded"].tolist() == [3, 0, 0, 1, 0, 0]


def test_empty_goes_through_everything():
    no_codings, no_turns = make_table([], CODINGS), make_table([], TURNS)
    counts = count(no_codings, no_turns)
    assert counts["n_coded"].sum() == 0
    assert counts["share_turns"].isna().all()
    orientations = count_orientations(no_codings, no_turns, perspectives=PERSPECTIVES)
    assert (len(orientations), orientations["share_per_speaker"].isna().all()) == (9, True)
    assert count_shared(counts)["n_perspectives"].tolist() == [0, 0, 0]


def test_what_a_person_rejected_is_not_counted():
    codings = make_table(
        [coding("a", 1, "ERB", status="rejected"), coding("a", 1, "ERB", 3, status="confirmed")], CODINGS
    )
    assert count(codings)["n_coded"].sum() == 1


def test_a_coding_without_its_turn_is_refused():
    with pytest.raises(TableError, match=r"z turn 9: 1 codings have no turn in turns"):
        count(make_table([coding("z", 9, "ERB")], CODINGS))


def test_a_quiet_speaker_weighs_as_much_as_a_talkative_one():
    codings = make_table(
        [coding("a", 1, "ERB", at, orientation="normaliserend") for at in range(9)]
        + [coding("a", 3, "ERB", 0, orientation="problematiserend")],
        CODINGS,
    )
    found = count_orientations(codings, TURNS_TABLE, perspectives=["ouders"]).set_index("orientation")
    assert found["share"].tolist() == [0.9, 0.0, 0.1]
    assert found["share_per_speaker"].tolist() == [0.5, 0.0, 0.5]
    assert found["n_speakers"].tolist() == [2, 2, 2]


def test_what_one_speaker_says_is_not_the_group_s():
    codings = make_table(
        [coding("a", 1, "ERB"), coding("a", 3, "ERB", 1), coding("b", 0, "ERB", 2), coding("a", 1, "BET", 3)], CODINGS
    )
    shared = count_shared(count(codings))
    assert shared[["theme", "n_perspectives", "shared_by", "n_speakers_coded"]].to_numpy().tolist() == [
        ["ERB", 1, "ouders", 3],
        ["BET", 0, "", 1],
        ["LAT", 0, "", 0],
    ]
    assert count_shared(count(codings), min_speakers=1)["shared_by"].tolist() == ["ouders + jeugdigen", "ouders", ""]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(THEMES), st.integers(0, 50)), unique=True, max_size=20))
def test_counts_add_up_and_an_uncoded_turn_never_raises_a_share(rows):
    codings = make_table([coding("a", index, theme, start) for index, theme, start in rows], CODINGS)
    counts = count(codings)
    assert counts["n_coded"].sum() == len(rows)
    assert (counts["n_turns_coded"] <= counts["n_coded"]).all()
    more = pd.concat([TURNS_TABLE, make_table([turn("c", 0, "nieuw", "ouders")], TURNS)], ignore_index=True)
    again = count(codings, more)
    for share in ("share_turns", "share_speakers", "per_1000_words"):
        assert not (again[share] > counts[share] + 1e-12).any()
