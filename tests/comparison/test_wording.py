import re

import pytest

from perspectieven.comparison.wording import SENTENCES, say
from perspectieven.errors import TableError


def test_every_language_has_every_sentence_with_the_same_numbers():
    holes = {
        language: {name: set(re.findall(r"{\w+}", text)) for name, text in sentences.items()}
        for language, sentences in SENTENCES.items()
    }
    assert holes["nl"] == holes["en"]


def test_numbers_are_written_as_the_language_does():
    assert say("per_1000", language="nl", value=1.25, decimals=2) == "1,25 per 1.000 woorden"
    assert say("per_1000", language="en", value=1.25, decimals=2) == "1.25 per 1,000 words"
    assert say("points", language="nl", value=-0.04) == "0,0 procentpunt"


def test_another_language_is_refused():
    with pytest.raises(TableError, match='language: there are no sentences in "fy"; use one of nl, en'):
        say("points", language="fy", value=1)
