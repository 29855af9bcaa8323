import math
import string

from perspectieven.reports.texts import WORDS
from perspectieven.reports.words import CUE_WORDS, LANGUAGES, ONE_SPEAKER, describe_cue, format_number, format_percent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_the_same_words_with_the_same_blanks() -> None:
    assert LANGUAGES == ("nl", "en")
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    assert {key: fields(text) for key, text in WORDS["nl"].items()} == {
        key: fields(text) for key, text in WORDS["en"].items()
    }
    assert all(text.strip() for words in WORDS.values() for text in words.values())
    assert ONE_SPEAKER["nl"].keys() == ONE_SPEAKER["en"].keys()
    assert CUE_WORDS.keys() == WORDS.keys()


def test_numbers_are_written_as_the_language_does() -> None:
    assert format_number(12345.678, decimals=2, language="nl") == "12.345,68"
    assert format_number(12345.678, decimals=2, language="en") == "12,345.68"
    assert format_number(-0.4, language="nl", sign=True) == "0"
    assert format_number(-12, language="nl") == "\N{MINUS SIGN}12"
    assert format_number(math.nan, language="nl") == format_percent(math.nan, language="en") == "\N{EN DASH}"


def test_a_cue_keeps_the_words_that_were_said() -> None:
    assert describe_cue('negation "after negation" before; review: may be ironic ("inside")', language="nl") == (
        'ontkenning "after negation" ervoor; nog beoordelen: misschien ironisch ("inside")'
    )
    assert describe_cue("antonym term", language="en") == "antonym term"
    assert describe_cue("no cue", language="nl") == ""
