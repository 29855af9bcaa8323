import shutil
from dataclasses import replace

import pandas as pd
import pytest

from perspectieven.comparison import compare_perspectives
from perspectieven.comparison.wording import say
from perspectieven.errors import StudyError
from perspectieven.figures import plot_timeline
from perspectieven.study import Study
from tests.conftest import ROOT

TABLES = [
    "rates", "differences", "overall", "without_one", "cautions", "spontaneity", "orientations", "voices",
    "coverage", "coverage_ratios", "terms",
]  # fmt: skip


@pytest.fixture(scope="module")
def mini(tmp_path_factory):
    """A copy of the mini study that is coded once; no test changes it."""
    folder = tmp_path_factory.mktemp("statistics") / "mini"
    shutil.copytree(ROOT / "tests" / "ministudie", folder, ignore=shutil.ignore_patterns("coded", "reports"))
    return Study.open(folder)


def test_settings_of_the_study_are_passed_on(mini):
    table = mini.statistics.differences("code", measure="rate", adjust="none")
    codings = mini.codings()
    expected = compare_perspectives(
        codings[~codings["code"].isin(mini.settings.withheld_codes)],
        mini.turns(),
        items=[code for code in mini.lexicon.code_ids if code not in mini.settings.withheld_codes],
        perspectives=mini.perspectives,
        by="code",
        measure="rate",
        adjust="none",
        min_group=mini.settings.min_group,
        seed=mini.settings.seed,
        language=mini.settings.language,
    )
    pd.testing.assert_frame_equal(table, expected)
    pd.testing.assert_frame_equal(mini.statistics.differences(), mini.differences())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reasons_are_in_the_language_of_the_study(mini, language):
    study = replace(mini, settings=replace(mini.settings, language=language))
    reasons = {
        "",
        *(say(name, language=language, min_group=3) for name in ("too_few_speakers", "too_few_arrangements")),
    }
    names = (
        "rates",
        "differences",
        "without_one",
        "spontaneity",
        "orientations",
        "voices",
        "coverage",
        "coverage_ratios",
    )
    for name in names:
        found = set(getattr(study.statistics, name)()["reason"])
        assert say("too_few_speakers", language=language, min_group=3) in found <= reasons, name


def test_no_table_holds_a_withheld_code(mini):
    [withheld] = mini.settings.withheld_codes
    for name in ("rates", "differences", "cautions", "spontaneity", "without_one", "overall", "speakers"):
        assert withheld not in set(getattr(mini.statistics, name)("code")["code"]), name
    assert withheld not in set(mini.statistics.terms()["code"])


def test_every_term_of_the_lexicon_is_in_the_table_of_terms(mini):
    terms = mini.statistics.terms()
    codes = [code for code in mini.lexicon.codes if code.id not in mini.settings.withheld_codes]
    assert {(code.id, term.notation) for code in codes for term in code.terms} <= set(
        zip(terms["code"], terms["term"], strict=True)
    )
    assert terms["n_coded"].sum() == mini.theme_counts()["n_coded"].sum()


def test_what_may_be_shown_names_nobody_and_counts_no_small_group(mini):
    shown = mini.shareable().statistics
    speakers = set(mini.turns()["speaker"]) - {""}
    for name in TABLES:
        table = getattr(shown, name)()
        assert not any(table[column].isin(speakers).any() for column in table.columns), name
        for column in {"sentence", "text", "warning"} & set(table.columns):
            assert not any(speaker in text for speaker in speakers for text in table[column]), name
    assert mini.statistics.without_one()["speaker"].isin(speakers).any()
    rates = shown.rates().set_index("perspective")
    assert rates.loc["professionals", ["n_speakers", "n_coded", "n_words"]].sum().sum() == 0


def test_a_conversation_that_may_be_shown_can_be_drawn_and_says_not_whose_it_is(mini):
    table = mini.shareable().statistics.timeline("gesprek-1")
    assert (table[["transcript_id", "speaker", "coding_id"]] == "").all(axis=None)
    assert len(plot_timeline(table, labels=mini.labels).axes[0].lines) > 0


def test_single_speakers_stay_in_the_team(mini):
    assert len(mini.statistics.speakers()) == 8 * len(mini.lexicon.theme_ids)
    with pytest.raises(StudyError, match=r"speakers: is of single persons and stays in the team; ask it of the study"):
        mini.shareable().statistics.speakers()
    places = mini.statistics.correspondence(rows="speaker")
    assert places.loc[places["kind"] == "speaker", "point"].nunique() == 8
    with pytest.raises(StudyError, match="correspondence of speakers: is of single persons and stays in the team"):
        mini.shareable().statistics.correspondence(rows="speaker")


def test_other_items_are_refused(mini):
    with pytest.raises(StudyError, match='by=\'term\': cannot be counted by; use "theme" or "code"'):
        mini.statistics.rates("term")
