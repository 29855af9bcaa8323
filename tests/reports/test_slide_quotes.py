import re
from dataclasses import replace

import numpy as np
import pytest

from perspectieven.lexicon.signs import Rule, Signs
from perspectieven.matching.find import SIGNS_ALONE
from perspectieven.reports import Report
from perspectieven.reports.quotes import Segment
from perspectieven.reports.sections import describe_report
from perspectieven.reports.shelves import Quote
from perspectieven.reports.slide_quotes import LONGEST, SlideQuotes, keep_sentences, read_words
from tests.lexicon.networks import network_of
from tests.reports.samples import lexicon, make_report, tables

SAID = (
    ("spk-o1", "Dat [hoort] er toch bij.", "ERB-HOORT", "affirmed"),
    ("spk-o2", "Het [hoort] erbij, ja.", "ERB-HOORT", "affirmed"),
    ("spk-o3", "Het is een [fase].", "ERB-FASE", "affirmed"),
)


def report(**columns: object) -> Report:
    """Three parents who may all be quoted; the columns are of their codings, one value for each."""
    turns, codings = tables(SAID)
    return make_report(turns, codings.assign(**columns), quotable=frozenset(turns["speaker"]))


def chosen(made: Report, question: str = "2a") -> str:
    [quote] = [quote for label, quote in SlideQuotes(made, describe_report(made)).choose(question) if label == "Ouders"]
    return "" if quote is None else read_words(quote)


def with_record(made: Report, record: dict[tuple[str, str], tuple[int, int]]) -> Report:
    codes = ("ERB-HOORT", "ERB-FASE")
    zeros, one = np.zeros(2), np.zeros((1, 2))
    known = (np.zeros((2, 3)), record, {}, Rule((), (), (), ()), network_of(2))
    signs = Signs.make(codes, (), np.array([7], np.uint64), one, zeros, zeros, *known)
    return replace(made, lexicon=replace(lexicon(), signs=signs))


def test_what_is_in_doubt_comes_after_what_is_not() -> None:
    # the code that is mentioned most comes first, until its mentions are in doubt
    assert chosen(report()) in {"Dat hoort er toch bij.", "Het hoort erbij, ja."}
    for columns in (
        {"needs_review": [True, True, False]},
        {"term": [SIGNS_ALONE, SIGNS_ALONE, "L:fase"]},
        {"prompted": [True, True, False]},
        {"voice": ["other", "other", "own"]},
        {"stance": ["hypothetical", "hypothetical", "affirmed"]},
    ):
        assert chosen(report(**columns)) == "Het is een fase."
    assert chosen(report(needs_review=[True, False, True])) == "Het hoort erbij, ja."


def test_a_term_with_a_good_record_comes_first() -> None:
    wrong, right = {("ERB-HOORT", "L:x"): (20, 2)}, {("ERB-FASE", "L:x"): (20, 19)}
    assert chosen(with_record(report(), wrong | right)) == "Het is een fase."
    confirmed = report(status=["machine", "confirmed", "machine"])
    assert chosen(with_record(confirmed, wrong | right)) == "Het hoort erbij, ja."


def test_a_code_that_is_not_of_the_question_comes_last() -> None:
    made = report()
    codes = tuple(replace(code, questions=("2",) if code.id == "ERB-FASE" else ("4",)) for code in made.lexicon.codes)
    assert chosen(replace(made, lexicon=replace(made.lexicon, codes=codes))) == "Het is een fase."


def test_no_words_stand_on_two_slides_while_there_are_others() -> None:
    made = report()
    quotes = SlideQuotes(made, describe_report(made))
    said = [read_words(quote) for _ in SAID for label, quote in quotes.choose("2a") if label == "Ouders" and quote]
    assert sorted(said) == sorted(marked.replace("[", "").replace("]", "") for _, marked, *_ in SAID)


def segments(marked: str) -> tuple[Segment, ...]:
    """Return the segments of a text in which [brackets] stand around what is marked."""
    pieces = re.split(r"[\[\]]", marked)
    return tuple(Segment(text, marked=at % 2 == 1) for at, text in enumerate(pieces) if text)


def make_quote(shown: str, whole: str = "") -> Quote:
    cut = bool(whole)
    return Quote(1, "ouder", "Een fase", "affirmed", segments(shown), cut, cut, segments(whole), (), "")


def test_a_long_turn_is_told_in_whole_sentences() -> None:
    said = "Eerst dit. " * 30 + "Het is een [fase], hoor!" + " En dan dat nog." * 30
    kept = keep_sentences(make_quote("een [fase], ho", said))
    words = read_words(kept)
    assert words.startswith("Het is een fase, hoor! En dan dat nog.")
    assert words.endswith("nog.")
    assert LONGEST - len(" En dan dat nog.") < len(words) <= LONGEST
    assert [segment.text for segment in kept.segments if segment.marked] == ["fase"]
    assert (kept.cut_before, kept.cut_after) == (True, True)


def test_what_comes_before_is_told_where_there_is_nothing_after() -> None:
    kept = keep_sentences(make_quote("een [fase]", f"{'Eerst dit, ja. ' * 30}Het is een [fase]"))
    assert read_words(kept).startswith("Eerst dit, ja. Eerst")
    assert read_words(kept).endswith("Het is een fase")
    assert (kept.cut_before, kept.cut_after) == (True, False)


@pytest.mark.parametrize("n", [10, 90])
def test_a_short_turn_and_a_sentence_without_end_stay_as_they_are(n: int) -> None:
    quote = make_quote(f"{'al ' * n}[goed]")
    assert keep_sentences(quote) == quote
