"""A conversation in its marks: who is shown, to whom."""

import re

import pytest

from perspectieven.errors import StudyError


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
