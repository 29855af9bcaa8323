import pandas as pd
import pytest

from perspectieven.errors import TableError
from perspectieven.reports.quotes import (
    NO_CONSENT,
    WITHHELD_CODE,
    Window,
    find_window,
    judge_quotes,
    mark_text,
    read_parts,
    select_quotes,
    spread_quotes,
)
from perspectieven.tables import CODINGS, TURNS, make_table
from tests.reports.samples import LONG, QUOTABLE, SAID, WITHHELD, coding, tables, unmark


def said_by(quotes: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(quotes["speaker"], quotes["code"], strict=True))


def test_select_quotes_keeps_who_may_be_quoted_and_no_withheld_code() -> None:
    turns, codings = tables()
    quotes = select_quotes(codings, turns, quotable=QUOTABLE, withheld_codes=WITHHELD)
    assert sorted(said_by(quotes)) == [
        ("spk-b1", "GRE-ZORG"),
        ("spk-j1", "ERB-FASE"),
        ("spk-o1", "ERB-HOORT"),
        ("spk-o3", "ERB-FASE"),
        ("spk-o4", "ERB-HOORT"),
        ("spk-o4", "GRE-ZORG"),
    ]


def test_select_quotes_within_the_team_keeps_everything() -> None:
    turns, codings = tables()
    assert len(select_quotes(codings, turns)) == len(codings) == 10


def test_select_quotes_by_code_theme_perspective_and_stance() -> None:
    turns, codings = tables()
    of_code = select_quotes(codings, turns, items={"ERB-FASE"}, perspectives={"ouders", "jeugdigen"})
    assert sorted(said_by(of_code)) == [("spk-j1", "ERB-FASE"), ("spk-o3", "ERB-FASE")]
    of_theme = select_quotes(codings, turns, items={"GRE"}, stances={"negated"})
    assert said_by(of_theme) == [("spk-j2", "GRE-ZORG")]


def test_a_turn_with_a_withheld_code_is_quoted_for_no_code() -> None:
    text, parts = unmark("Hij werd geslagen, dat [hoort] er niet [bij].")
    turns, codings = tables(
        (*SAID, ("spk-o1", "Hij werd [geslagen], dat hoort er niet bij.", "GRE-GEHEIM", "affirmed"))
    )
    index = int(turns.loc[turns["text"] == text, "turn_index"].iloc[0])
    place = {"transcript_id": "gesprek-o-2024", "turn_index": index}
    also = make_table([place | coding(text, parts, "ERB-HOORT", "negated", "gesprek-o-2024", index)], CODINGS)
    judged = judge_quotes(pd.concat([codings, also]), turns, withheld_codes=WITHHELD)
    assert list(judged.loc[judged["text"] == text, "withheld"]) == [WITHHELD_CODE]


def test_rejected_codings_are_no_quotes_and_withhold_nothing() -> None:
    turns, codings = tables()
    rejected = codings.assign(status=["rejected" if code in WITHHELD else "machine" for code in codings["code"]])
    assert "GRE-GEHEIM" not in set(select_quotes(rejected, turns)["code"])
    assert set(judge_quotes(codings, turns, quotable=QUOTABLE)["withheld"]) == {"", NO_CONSENT}


def test_select_quotes_with_a_limit_takes_one_of_each_speaker_first() -> None:
    turns, codings = tables()
    quotes = select_quotes(codings, turns, perspectives={"ouders"}, limit=4)
    assert sorted(quotes["speaker"]) == ["spk-o1", "spk-o2", "spk-o3", "spk-o4"]


def test_spread_quotes_takes_turns_until_the_limit() -> None:
    quotes = [("a", str(n)) for n in range(10)] + [("b", "x"), ("c", "y")]
    assert [quotes[at][0] for at in spread_quotes(quotes, 6)] == ["a", "b", "c", "a", "a", "a"]
    assert spread_quotes([], 5) == []


def test_select_quotes_from_nothing_is_empty_with_all_columns() -> None:
    quotes = select_quotes(make_table([], CODINGS), make_table([], TURNS), quotable=QUOTABLE, limit=5)
    assert quotes.empty
    assert list(quotes.columns) == [
        *CODINGS.columns,
        "speaker",
        "perspective",
        "speaker_number",
        "withheld",
        "text",
    ]


def test_select_quotes_leaves_its_input_as_it_was() -> None:
    turns, codings = tables()
    before = turns.copy(), codings.copy()
    select_quotes(codings, turns, quotable=QUOTABLE, withheld_codes=WITHHELD, limit=2)
    pd.testing.assert_frame_equal(turns, before[0])
    pd.testing.assert_frame_equal(codings, before[1])


def test_a_coding_outside_its_turn_is_told_with_its_place() -> None:
    turns, codings = tables()
    with pytest.raises(TableError, match="gesprek-j-2024 turn 2: is not in turns"):
        select_quotes(codings, turns[(turns["transcript_id"] != "gesprek-j-2024") | (turns["turn_index"] != 2)])
    with pytest.raises(
        TableError, match="gesprek-o-2024 turn 1: parts 0:999 do not run from 0 to 999 within 22 characters"
    ):
        select_quotes(codings.assign(parts="0:999", start_char=0, end_char=999), turns)


@pytest.mark.parametrize("end", ["begin", "middle", "finish"])
def test_find_window_shows_forty_whole_words_around_the_mention(end: str) -> None:
    words = [f"w{n}" for n in range(200)]
    at = {"begin": 1, "middle": 100, "finish": 198}[end]
    text = " ".join(words)
    start = text.index(f"{words[at]} ") if at < 199 else 0
    window = find_window(text, start, start + len(words[at]))
    shown = text[window.start_char : window.end_char].split()
    assert len(shown) == 40
    assert words[at] in shown
    assert set(shown) <= set(words)


def test_find_window_of_a_short_turn_is_the_turn() -> None:
    text = " ".join(["woord"] * 50)
    assert find_window(text, 0, 5) == Window(0, len(text))


def test_find_window_never_cuts_a_long_mention() -> None:
    text = " ".join(["woord"] * 300)
    window = find_window(text, 600, 1200)
    assert window.start_char < 600
    assert window.end_char > 1200


def test_mark_text_marks_exactly_the_parts_and_loses_nothing() -> None:
    text, parts = unmark(LONG)
    segments = mark_text(text, read_parts(parts))
    assert "".join(segment.text for segment in segments) == text
    assert [segment.text for segment in segments if segment.marked] == ["hoort", "bij"]


def test_read_parts_joins_what_overlaps() -> None:
    assert read_parts("8:12 0:4 3:6") == ((0, 6), (8, 12))
    assert read_parts("") == ()
