import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectieven.dutch.words import LONGEST_SENTENCE, fold_accents, lower_same_length, split_words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Da's 'n dipje.", ["da's", "'n", "dipje"]),
        ("Zo\u2019n IB\u2019er", ["zo'n", "ib'er"]),
        ("'normaal' zei ze", ["normaal", "zei", "ze"]),
        ("niet-pluisgevoel", ["niet", "pluisgevoel"]),
        ("w\u00e9l \u00e9\u00e9n", ["w\u00e9l", "\u00e9\u00e9n"]),
        ("foto's van 's ochtends", ["foto's", "van", "'s", "ochtends"]),
        ("", []),
    ],
)
def test_words(text, forms):
    assert list(split_words(text).forms) == forms


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Ja. Nee.", (0, 1)),
        ("Nou... ik weet het niet", (0,)),
        ("Bijv. Jan komt", (0,)),
        ("Om 9.30 uur begint het", (0,)),
        ("Wat? ja", (0, 1)),
        ("alles klein. ook hier. klaar", (0, 2, 4)),
        ("Eerste regel\nTweede regel", (0, 2)),
        ("", ()),
    ],
)
def test_sentences(text, starts):
    assert split_words(text).sentence_starts == starts


def test_a_text_without_punctuation_is_cut():
    assert split_words("ja " * LONGEST_SENTENCE).sentence_starts == (0,)
    assert split_words("ja " * (2 * LONGEST_SENTENCE + 1)).sentence_starts == (
        0,
        LONGEST_SENTENCE,
        2 * LONGEST_SENTENCE,
    )


@given(st.text())
def test_offsets_stay_true(text):
    words = split_words(text)
    assert len(lower_same_length(text)) == len(text)
    for form, start, end in zip(words.forms, words.start_chars, words.end_chars, strict=True):
        assert lower_same_length(text[start:end]) == form
    assert list(words.start_chars) == sorted(words.start_chars)


def test_accents_fold_and_plain_words_stay():
    assert [fold_accents(word) for word in ("wél", "cliënt", "gênant", "gewoon")] == [
        "wel",
        "client",
        "genant",
        "gewoon",
    ]
