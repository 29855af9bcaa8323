import pytest

from perspectieven.dutch.clauses import split_clauses
from perspectieven.dutch.words import split_words
from perspectieven.matching.voice import decide_voice


@pytest.mark.parametrize(
    ("text", "word", "voice"),
    [
        ("school zegt dat hij lui is, maar ik denk dat hij bang is", "lui", "other"),
        ("school zegt dat hij lui is, maar ik denk dat hij bang is", "bang", "own"),
        ("wij als gemeente vinden het raar", "raar", "own"),
        ("zij zegt ik ben raar", "raar", "other"),
        ("toen zei ik dat hij raar was", "raar", "own"),
        ("school zegt dat hij lui is en ik maak me zorgen", "zorgen", "own"),
        ("school zegt dat hij lui is en toen kreeg hij stress", "stress", "own"),
        ("school zegt dat hij lui is en dom", "dom", "other"),
    ],
)
def test_voice(text, word, voice):
    words = split_words(text)
    assert decide_voice(split_clauses(words), [words.forms.index(word)]).name == voice
