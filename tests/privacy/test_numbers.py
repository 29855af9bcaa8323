"""Numbers in words and figures as they are dictated."""

import pytest

from perspectieven.privacy.numbers import has_any, read_figures, read_value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("een", 1),
        ("twaalf", 12),
        ("drieentwintig", 23),
        ("drie en twintig", 23),
        ("negentig", 90),
        ("drie-en-twintig", 23),
        ("honderd", 100),
        ("vijfhonderd", 500),
        ("honderdenzes", 106),
        ("driehonderd twaalf", 312),
        ("7", 7),
    ],
)
def test_numbers_in_words_have_a_value(word, value):
    assert read_value(word) == value


@pytest.mark.parametrize(("word", "value"), [("eerste", 1), ("derde", 3), ("twaalfde", 12), ("eenendertigste", 31)])
def test_ordinals_have_a_value(word, value):
    assert read_value(word) == value


def test_figures_are_read_word_by_word():
    text = "nul zes dubbel een 34"
    assert list(read_figures(text, 0, len(text))) == [(3, "0"), (7, "06"), (18, "0611"), (21, "061134")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("nul zes drie keer een vijf", "06555"),
        ("drie nullen en twee zessen", "00066"),
        ("tripel zeven dubbele nul", "77700"),
        ("honderdtwaalf vijfhonderdvierenveertig", "112544"),
        ("nulzes drie-en-twintig", "0623"),
    ],
)
def test_figures_that_are_said_at_once(text, figures):
    *_, (end, read) = read_figures(text, 0, len(text))
    assert (end, read) == (len(text), figures)


def test_a_text_has_any_of_nothing_or_not():
    assert has_any("in de kerkstraat", ("laan", "straat"))
    assert not has_any("in de kerkstraat", ("laan", "plein"))
    assert not has_any("", ("laan",))
