import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perspectieven.dutch.letters import fold_accents, lower_same_length
from perspectieven.dutch.words import LONGEST_SENTENCE, key_of, say, split_words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Da's 'n dipje.", ["da's", "'n", "dipje"]),
        ("Zo\u2019n IB\u2019er", ["zo'n", "ib'er"]),
        ("'normaal' zei ze", ["normaal", "zei", "ze"]),
        ("niet-pluisgevoel", ["niet", "pluisgevoel"]),
        ("w\u00e9l \u00e9\u00e9n", ["wel", "een"]),
        ("foto's van 's ochtends", ["foto's", "van", "'s", "ochtends"]),
        ("", []),
    ],
)
def test_words(text, forms):
    words = split_words([text])
    assert [say(words, at, at + 1) for at in range(len(words.starts))] == forms


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
    assert tuple(split_words([text]).sentences[:-1]) == starts


def test_a_text_without_punctuation_is_cut():
    words = split_words(["ja " * LONGEST_SENTENCE, "ja " * (2 * LONGEST_SENTENCE + 1)])
    assert words.sentences.tolist() == [0, *(LONGEST_SENTENCE * at for at in (1, 2, 3)), len(words.starts)]


@given(st.lists(st.text()))
def test_offsets_and_hashes_stay_true(texts):
    words = split_words(texts)
    assert all(len(lower_same_length(text)) == len(text) for text in texts)
    assert words.starts.tolist() == sorted(words.starts)
    for at, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        text = np.searchsorted(words.text_starts, start, side="right") - 1
        said = texts[text][start - words.text_starts[text] : end - words.text_starts[text]]
        assert fold_accents(lower_same_length(said)) == say(words, at, at + 1)
        assert words.keys[at] == key_of(say(words, at, at + 1))
        assert words.spelled[at] == key_of(lower_same_length(said))


def test_accents_fold_and_plain_words_stay():
    assert [fold_accents(word) for word in ("wél", "cliënt", "gênant", "gewoon")] == [
        "wel",
        "client",
        "genant",
        "gewoon",
    ]
