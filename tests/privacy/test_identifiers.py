"""Sentences in which ``[words]{kind}`` is to be found, and sentences in which nothing is; all invented."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from perspectieven.privacy.findings import Kind
from perspectieven.privacy.identifiers import find_identifiers

_MARK = re.compile(r"\[([^\[\]{}]*)\]\{(\w+)\}")


def unmark(marked: str) -> tuple[str, list[tuple[int, int, Kind]]]:
    """Return a sentence without its marks, and what the marks say."""
    text, spans, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), Kind(mark[2])))
        text += mark[1]
        done = mark.end()
    text += marked[done:]
    assert not re.search(r"[\[\]{}]", text), "unbalanced marks"
    return text, spans


def found_in(text: str, *, ages: bool = False) -> list[tuple[int, int, Kind]]:
    return [(finding.start, finding.end, finding.kind) for finding in find_identifiers(text, ages=ages)]


def lines(block: str) -> list[str]:
    return block.strip().split("\n")


def test_several_in_one_turn():
    text, spans = unmark(
        "Geboren [3 maart 2009]{datum}, [Kerkstraat 12]{adres}, [06-12345678]{telefoon} of [noor@voorbeeld.nl]{email}."
    )
    assert found_in(text) == spans


def test_reasons_are_names_of_rules():
    text = (
        "Mijn nummer is nul zes twaalf vierendertig zesenvijftig achtenzeventig, op de kerkstraat twaalf, 3 maart 2009."
    )
    reasons = [finding.reason for finding in find_identifiers(text)]
    assert reasons == ["dictated number", "street and number", "full date"]


def test_characters_that_change_length_in_small_letters():
    text, spans = unmark("\u0130\u0130 Bel [06-12345678]{telefoon}\u2026 of [noor@voorbeeld.nl]{email}")
    assert found_in(text) == spans


def test_nothing_in_an_empty_turn():
    assert find_identifiers("", ages=True) == ()


@settings(deadline=None)  # the first call reads the lists
@given(st.text(alphabet="abe n0123456789@.-/ \u0130\u00e9", max_size=60))
def test_findings_lie_in_the_text_and_apart(text):
    spans = found_in(text, ages=True)
    ends = [0, *(place for start, end, _ in spans for place in (start, end)), len(text)]
    assert ends == sorted(ends)
