"""Quotes that stand for every perspective and for more than one person."""

import pandas as pd

from perspectieven.exploring import choose_quotes

QUOTES = pd.DataFrame(
    {
        "perspective": ["ouders", "ouders", "ouders", "jeugdigen", "professionals", "ouders"],
        "speaker_number": [1, 1, 2, 1, 4, 1],
        "text": list("abcdef"),
    },
    index=[7, 7, 1, 1, 0, 0],  # as of several tables of quotes, one after the other
)


def test_each_perspective_has_its_quotes_in_the_order_of_the_study():
    chosen = choose_quotes(QUOTES, ["professionals", "jeugdigen", "ouders"], n=1)
    assert chosen["text"].tolist() == ["e", "d", "a"]


def test_another_speaker_comes_before_a_second_quote_of_the_first():
    assert choose_quotes(QUOTES, ["ouders"], n=3)["text"].tolist() == ["a", "c", "b"]


def test_a_perspective_without_quotes_has_none():
    assert choose_quotes(QUOTES, ["beleid"], n=3).empty
    assert choose_quotes(QUOTES.head(0), ["ouders"], n=3).empty
