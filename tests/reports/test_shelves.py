"""Quotes that share words of a turn are told once."""

import re

from perspectieven.reports.quotes import Segment, cut_segments
from perspectieven.reports.shelves import Quote, join_quotes

DOUBT = "nog beoordelen"
TURN = "een twee drie vier vijf zes zeven acht negen tien"


def make_quote(number: int, shown: str, mark: str, *labels: str) -> Quote:
    """Return a quote of `TURN` that shows some words of it, with one of these marked."""
    whole = tuple(Segment(text, text == mark) for text in re.split(f"({mark})", TURN) if text)
    start = TURN.index(shown)
    end = start + len(shown)
    cut = (start > 0, end < len(TURN))
    kept = cut_segments(whole, start, end)
    return Quote(number, "ouder", "Een fase", "affirmed", kept, *cut, whole if any(cut) else (), labels, "", start)


def tell(quotes: tuple[Quote, ...]) -> list[str]:
    """Return the words of quotes, in brackets what is marked."""
    return ["".join(f"[{s.text}]" if s.marked else s.text for s in quote.segments) for quote in quotes]


def test_words_that_overlap_are_told_once_with_both_marks() -> None:
    joined = join_quotes([make_quote(1, "twee drie vier vijf", "drie"), make_quote(2, "vier vijf zes", "vijf")], DOUBT)
    assert tell(joined) == ["twee [drie] vier [vijf] zes"]
    assert (joined[0].cut_before, joined[0].cut_after) == (True, True)
    assert "".join(segment.text for segment in joined[0].whole) == TURN


def test_together_they_may_be_the_whole_turn() -> None:
    [joined] = join_quotes([make_quote(1, TURN[:24], "een"), make_quote(2, TURN[10:], "tien")], DOUBT)
    assert tell((joined,)) == ["[een] twee drie vier vijf zes zeven acht negen [tien]"]
    assert (joined.cut_before, joined.cut_after, joined.whole) == (False, False, ())


def test_a_third_may_bridge_two_and_the_first_keeps_its_place() -> None:
    one, two, three = (
        make_quote(number, shown, mark)
        for number, shown, mark in ((1, "een twee", "een"), (2, "vier vijf", "vijf"), (3, "twee drie vier", "drie"))
    )
    assert tell(join_quotes([one, two], DOUBT)) == ["[een] twee", "vier [vijf]"]
    assert tell(join_quotes([one, two, three], DOUBT)) == ["[een] twee [drie] vier [vijf]"]


def test_doubt_is_kept_and_other_labels_keep_quotes_apart() -> None:
    one, doubted = make_quote(1, "een twee drie", "een"), make_quote(2, "twee drie", "drie", DOUBT)
    assert [quote.labels for quote in join_quotes([one, doubted], DOUBT)] == [(DOUBT,)]
    prompted = make_quote(3, "twee drie", "drie", "uitgelokt", DOUBT)
    assert len(join_quotes([one, prompted], DOUBT)) == 2
