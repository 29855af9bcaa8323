"""Marked text: every coding named, every place right, and nothing of who may not be shown."""

import html
import re

import pandas as pd
import pytest

from perspectieven.exploring import mark_conversation, mark_quote, mark_quotes
from perspectieven.tables import CODINGS, TURNS, make_table


def row(parts, code="ERB-FASE", **more):
    start = int(parts.split(":")[0])
    return {
        "parts": parts, "code": code, "theme": code[:3], "stance": "affirmed", "voice": "own", "status": "machine",
        "orientation": "neutraal", "prompted": False, "transcript_id": "t", "start_char": start,
    } | more  # fmt: skip


def plain(marked):
    """Take the marks and the names of codes away: what was said must be left."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r'<span class="code">[^<]*</span>', "", marked)))


TEXT = "Dat is <een> fase & hij stelt me gerust."


@pytest.mark.parametrize(
    "parts",
    [["13:17"], ["0:40"], ["24:29 33:39"], ["13:17", "13:17"], ["7:20", "13:25"], ["0:3", "0:17", "13:40"], []],
)
def test_the_text_is_left_as_it_was_whatever_is_marked(parts):
    assert plain(mark_quote(TEXT, [row(part) for part in parts])) == TEXT


def test_every_part_is_marked_and_the_name_comes_once_at_the_end():
    marked = mark_quote(TEXT, [row("24:29 33:39", "HPR-GERUST")])
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", marked) == ["stelt", "gerust"]
    assert marked.endswith('gerust</mark><span class="code">HPR-GERUST</span>.')


def test_two_codes_on_the_same_words_are_both_named():
    marked = mark_quote(TEXT, [row("13:17"), row("13:17", "LAT-TIJDRUST")])
    assert re.findall(r'<span class="code">([^<]*)</span>', marked) == ["ERB-FASE", "LAT-TIJDRUST"]


def test_what_is_not_plainly_affirmed_is_said_in_words():
    marked = mark_quote(TEXT, [row("13:17", stance="negated", voice="other", prompted=True)])
    assert "ERB-FASE, ontkend, van een ander, uitgelokt" in marked
    english = mark_quote(TEXT, [row("13:17", stance="hypothetical")], language="en")
    assert "ERB-FASE, as a possibility" in english


def conversation():
    said = [("interviewer", "", "i", "Hoe gaat het?"), ("participant", "ouders", "m", "Het is een fase."),
            ("participant", "jeugdigen", "d", "Niet waar."),
            ("participant", "ouders", "v", "Jawel, een fase.")]  # fmt: skip
    turns = make_table(
        [
            {"transcript_id": "t", "turn_index": at, "role": role, "perspective": p, "speaker": s, "text": text}
            for at, (role, p, s, text) in enumerate(said)
        ],
        TURNS,
    )
    codings = make_table([row("11:15", turn_index=1), row("11:15", turn_index=3, status="rejected")], CODINGS)
    return turns, codings


def names_in(page):
    return re.findall(r'<span class="who">([^<]*)</span>', page.html)


def test_speakers_go_by_what_one_of_them_is_called_and_a_number():
    turns, codings = conversation()
    page = mark_conversation(turns, codings, labels={}, numbers={"m": 6, "d": 1, "v": 2})
    assert names_in(page) == ["Interviewer", "Ouder 6", "Jeugdige 1", "Ouder 2"]
    assert (page.n_turns, page.n_codings) == (4, 1)  # what a person rejected is not marked
    assert "fase" not in repr(page)


def test_a_perspective_that_a_study_adds_lends_its_label():
    turns, codings = conversation()
    page = mark_conversation(turns.replace({"jeugdigen": "beleid"}), codings, labels={"beleid": "Beleid"})
    assert names_in(page)[2] == "Beleid 1"


def test_codes_go_by_their_labels_where_there_are_any():
    marked = mark_quote(TEXT, [row("13:17", stance="negated")], labels={"ERB-FASE": "Leeftijd & fase"})
    assert re.findall(r'<span class="code">([^<]*)</span>', marked) == ["Leeftijd &amp; fase, ontkend"]


def test_somebody_has_one_name_in_a_conversation_and_at_a_quote(mini):
    quotes = pd.concat([mini.quotes(theme, everyone=True) for theme in mini.lexicon.theme_ids])
    at_quotes = set(names_in(mark_quotes(quotes, labels=mini.labels)))
    pages = [mini.conversation(number, everyone=True) for number in range(1, mini.n_transcripts + 1)]
    in_conversations = {name for page in pages for name in names_in(page)} - {"Interviewer"}
    assert len(in_conversations) == mini.turns().query("role == 'participant'")["speaker"].nunique()
    assert at_quotes == in_conversations


def test_what_may_not_be_shown_is_counted():
    turns, codings = conversation()
    page = mark_conversation(turns, codings, labels={}, shown={("t", 1)})
    assert "Niet waar" not in page.html
    assert re.findall(r"\[([^\]]*)\]", page.html.split("</style>")[1]) == [
        "1 beurt niet getoond",
        "2 beurten niet getoond",
    ]
    nothing = mark_conversation(turns, codings, labels={}, shown=set(), language="en")
    assert "Nothing of this conversation may be shown." in nothing.html


def test_quotes_show_the_words_around_a_coding_and_no_more(mini):
    quotes = mini.quotes("ERB")
    page = mark_quotes(quotes, labels=mini.labels, limit=2)
    assert page.html.count('class="who"') == 2 == page.n_turns
    long = quotes.head(1).assign(
        text="woord " * 100 + "fase " + "woord " * 100, start_char=600, end_char=604, parts="600:604"
    )
    marked = mark_quotes(long, labels=mini.labels).html
    assert '<mark class="' in marked
    assert re.search(r"\u2026 (woord )+<mark[^>]*>fase</mark>", marked)
    assert marked.count("woord") == 39
