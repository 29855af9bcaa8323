import math
import string

import pytest

from perspectieven.matching.rules import RULES, UNSURE, name_rule
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
    assert describe_cue('signs "slaan; na"; review: signs alone', language="nl") == (
        'aanwijzingen "slaan; na"; nog beoordelen: alleen aanwijzingen, geen term'
    )
    assert describe_cue('review: unsure of quoted after "denk"; review: negator 6 words away', language="nl") == (
        'nog beoordelen: twijfel over aangehaald na "denk"; nog beoordelen: ontkenning 6 woorden verderop'
    )


@pytest.mark.parametrize("rule", range(len(RULES)))
def test_every_rule_has_its_words(rule: int) -> None:
    assert name_rule(rule) in CUE_WORDS["nl"]
    name = name_rule(rule).replace("{}", '"signs after"')
    told = describe_cue(name, language="nl")
    assert told != name
    assert told.count('"signs after"') == name.count('"signs after"')
    if name != "no cue":
        unsure = name_rule(UNSURE + rule).replace("{}", '"signs after"')
        assert describe_cue(unsure, language="nl") == f"nog beoordelen: twijfel over {told}"
        assert describe_cue(name, language="en") == name
