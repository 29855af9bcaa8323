"""spaCy's words and ours: where they part, a coding still covers whole tokens."""

import pytest
import spacy

from perspectieven.study import Study
from tests.conftest import ROOT
from tests.matching.plain import split_words

TURNS = [turn.text for transcript in Study.open(ROOT).transcripts() for turn in transcript.turns]


@pytest.fixture(scope="module")
def docs():
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven")
    return list(nlp.pipe(TURNS))


def test_nearly_every_word_is_a_token_of_its_own(docs):
    """The others are within a longer token: an abbreviation for spaCy (*dat.*), or a word that is spelled out."""
    words = [(doc, word) for doc in docs for word in split_words(doc.text)]
    parted = [
        doc.char_span(word.start_char, word.end_char, alignment_mode="expand").text
        for doc, word in words
        if doc.char_span(word.start_char, word.end_char) is None
    ]
    assert len(parted) / len(words) < 0.003
    assert all(text[-1] == "." or "-" in text for text in parted), parted


def test_every_part_of_every_coding_covers_whole_tokens(docs):
    n_parts = 0
    for doc in docs:
        spans = {(span.id_, span.start_char, span.end_char) for span in doc.spans["perspectieven"]}
        for row in doc._.codings.itertuples():
            for part in row.parts.split():
                start, end = map(int, part.split(":"))
                covering = doc.char_span(start, end, alignment_mode="expand")
                assert covering.start_char <= start < end <= covering.end_char
                assert (row.coding_id, covering.start_char, covering.end_char) in spans
                n_parts += 1
    assert n_parts > 0
