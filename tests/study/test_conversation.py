"""A conversation in its marks: who is shown, to whom."""

import re

import pytest

from perspectieven.errors import StudyError
from perspectieven.study.exploring import show_conversation


def text_of(page):
    return re.sub(r"<[^>]+>", "", page.html.split("</style>")[1])


def test_the_team_sees_everything_where_it_asks_for_it(mini):
    turns = mini.turns()
    whole = mini.conversation("gesprek-3", everyone=True)
    assert whole.n_turns == (turns["transcript_id"] == "gesprek-3").sum()
    assert "niet getoond" not in text_of(whole)


def test_who_did_not_agree_is_not_shown(mini):
    turns = mini.turns()
    hers = turns[(turns["speaker"] == "meisje") & (turns["n_words"] > 5)]["text"]
    shown = text_of(mini.conversation("gesprek-3"))
    assert "niet getoond" in shown
    assert "Interviewer" in shown
    assert not any(" ".join(text.split()[:5]) in shown for text in hers)


def test_a_shareable_study_shows_coded_turns_only_and_no_interviewer(mini):
    page = mini.shareable().conversation(1, everyone=True)
    assert "Interviewer" not in text_of(page)
    assert page.n_turns == page.html.count('<span class="who">')
    assert page.n_codings >= page.n_turns > 0
    assert "gesprek-" not in page.html


def test_numbers_go_from_the_most_codings(mini):
    counts = mini.codings().groupby("transcript_id").size()
    most = mini.conversation(1, everyone=True)
    assert most.html == mini.conversation(str(counts.idxmax()), everyone=True).html


def test_a_conversation_that_is_not_there(mini):
    with pytest.raises(StudyError, match="conversation 9: is not there; use 1 to 4, or the name of its file"):
        mini.conversation(9)


def test_only_the_turns_of_a_theme_and_those_around_them(mini):
    codings = mini.codings()
    counts = codings.groupby(["transcript_id", "theme"])["turn_index"].nunique()
    transcript_id, theme = counts[counts == 1].index[0]
    [at] = codings.query("transcript_id == @transcript_id and theme == @theme")["turn_index"].unique()
    n_turns = (mini.turns()["transcript_id"] == transcript_id).sum()
    for around in (0, 1):
        page = show_conversation(mini, transcript_id, item=theme, around=around, everyone=True)
        assert page.n_turns == len({at + step for step in range(-around, around + 1)} & set(range(n_turns)))
        labels = {code.label for code in mini.lexicon.codes if code.theme == theme}
        marked = re.findall(r'<span class="code">([^<]*)</span>', page.html)
        assert marked
        assert all(any(mark.startswith(label) for label in labels) for mark in marked)


def test_a_theme_that_is_not_in_the_conversation_or_not_in_the_lexicon(mini):
    codings = mini.codings()
    absent = next(t for t in mini.lexicon.theme_ids if t not in set(codings["theme"]))
    assert "In dit gesprek is er niets van gevonden" in text_of(show_conversation(mini, 1, item=absent, around=1))
    with pytest.raises(StudyError, match="XYZ: is no theme or code; use one of BET"):
        show_conversation(mini, 1, item="XYZ")


def test_a_group_that_is_too_small_is_for_the_team_only(mini):
    professional = mini.turns().query("perspective == 'professionals'")["transcript_id"].iloc[0]
    assert mini.small_groups() == {"professionals"}
    assert "Professional " not in text_of(mini.conversation(professional))
    assert "Professional " in text_of(mini.conversation(professional, everyone=True))
