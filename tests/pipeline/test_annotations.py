"""Codings on a Doc: in span groups and extension attributes, and they stay there when the Doc travels."""

import pandas as pd
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin, Span

from perspectieven import TableError, code_texts
from perspectieven.lexicon import Lexicon
from perspectieven.pipeline import annotations
from perspectieven.pipeline.annotations import SPAN_ATTRIBUTES, add_extensions, put_codings
from perspectieven.tables import CODINGS, check_table
from tests.coding.marks import read_marked

TEXT = "Volgens school is het geen ADHD. Ze stelden ons echt gerust, en dat hoort erbij."
SENTENCES = [sentence.text for sentence in read_marked()]
NOISE = st.text("abc .,?'-\n\u00eb", max_size=20)
NLP = spacy.blank("nl")
COMPONENT = NLP.add_pipe("perspectieven")
COMPONENT.lexicon = Lexicon("termen", "1", COMPONENT.lexicon.themes, COMPONENT.lexicon.codes)


def through_bytes(doc: Doc) -> Doc:
    return Doc(spacy.blank("nl").vocab).from_bytes(doc.to_bytes())


def through_bytes_without_user_data(doc: Doc) -> Doc:
    return Doc(spacy.blank("nl").vocab).from_bytes(doc.to_bytes(exclude=["user_data"]))


def through_bin(doc: Doc) -> Doc:
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(iter(DocBin().from_bytes(kept).get_docs(spacy.blank("nl").vocab)))


def through_lean_bin(doc: Doc) -> Doc:
    kept = DocBin(docs=[doc]).to_bytes()
    return next(iter(DocBin().from_bytes(kept).get_docs(spacy.blank("nl").vocab)))


WAYS = [Doc.copy, through_bytes, through_bytes_without_user_data, through_bin, through_lean_bin]


def told(doc: Doc) -> list[tuple[object, ...]]:
    """Return all that the spans of a Doc say."""
    return [
        (name, span.start, span.end, span.label_, *(getattr(span._, column) for column in SPAN_ATTRIBUTES))
        for name, group in sorted(doc.spans.items())
        for span in group
    ]


def test_each_theme_has_its_spans_and_one_group_has_them_all():
    doc = NLP(TEXT)
    spans = {name: [(span.text, span.label_) for span in group] for name, group in doc.spans.items()}
    assert spans == {
        "perspectieven": [
            ("Volgens school", "VOO-SCHOOL"),
            ("ADHD", "LAB-DIAGNOSE"),
            ("stelden", "HPR-GERUST"),
            ("gerust", "HPR-GERUST"),
            ("hoort erbij", "ERB-HOORTERBIJ"),
        ],
        "VOO": [("Volgens school", "VOO-SCHOOL")],
        "LAB": [("ADHD", "LAB-DIAGNOSE")],
        "HPR": [("stelden", "HPR-GERUST"), ("gerust", "HPR-GERUST")],
        "ERB": [("hoort erbij", "ERB-HOORTERBIJ")],
    }


def test_a_span_says_what_was_decided_on_it():
    doc = NLP(TEXT)
    [span] = doc.spans["LAB"]
    assert {name: getattr(span._, name) for name in SPAN_ATTRIBUTES} == {
        "coding_id": span.id_,
        "theme": "LAB",
        "code": "LAB-DIAGNOSE",
        "term": span._.term,
        "stance": "negated",
        "voice": "other",
        "attributed_to": "school",
        "orientation": "normaliserend",
        "needs_review": False,
        "cue": 'negation "geen" before; reported "volgens school"',
    }
    assert span._.term.startswith("L:ADHD")


def test_the_parts_of_a_split_mention_are_one_coding():
    doc = NLP(TEXT)
    verb, particle = doc.spans["HPR"]
    assert (verb.id_, verb._.cue) == (particle.id_, particle._.cue)
    assert (verb.id_, verb._.stance) == (verb._.coding_id, "affirmed")


def test_a_span_that_is_no_coding_says_nothing():
    doc = NLP(TEXT)
    assert [getattr(doc[0:2]._, name) for name in SPAN_ATTRIBUTES] == [None] * len(SPAN_ATTRIBUTES)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(SENTENCES), st.text("abc .,?'\n\u00eb", max_size=20)), max_size=4).map(" ".join)
)
def test_a_doc_has_the_codings_of_its_text(text):
    codings = check_table(NLP(text)._.codings, CODINGS)
    expected = code_texts([text], COMPONENT.lexicon)
    pd.testing.assert_frame_equal(codings, expected.astype(CODINGS.columns))


@pytest.mark.parametrize("travel", WAYS, ids=lambda travel: travel.__name__)
@pytest.mark.parametrize("text", [TEXT, "Er is niets te vinden hier.", ""])
def test_codings_travel_with_the_doc(travel, text):
    doc = NLP(text)
    arrived = travel(doc)
    assert told(arrived) == told(doc)
    pd.testing.assert_frame_equal(arrived._.codings, doc._.codings)


def test_a_doc_that_nobody_coded_is_no_doc_without_codings():
    with pytest.raises(
        TableError, match=r'carries no codings; add the component with nlp\.add_pipe\("perspectieven"\)'
    ):
        _ = spacy.blank("nl")(TEXT)._.codings
    assert len(NLP("Tja.")._.codings) == 0


def test_coding_again_leaves_nothing_of_the_first_time_and_all_of_others():
    doc = NLP(TEXT)
    doc.spans["mine"] = [doc[0:1]]
    put_codings(doc, ())
    assert {name: len(group) for name, group in doc.spans.items()} == {"mine": 1, "perspectieven": 0}


def test_two_components_live_side_by_side():
    nlp = spacy.blank("nl")
    for name in ("one", "two"):
        nlp.add_pipe("perspectieven", name=name, config={"spans_key": name}).lexicon = COMPONENT.lexicon
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["one"]] == [span.text for span in doc.spans["two"]]
    pd.testing.assert_frame_equal(doc._.codings, NLP(TEXT)._.codings)


def test_an_attribute_that_somebody_else_made_stays_theirs(monkeypatch):
    monkeypatch.setattr(annotations, "SPAN_ATTRIBUTES", ("whose",))
    Span.set_extension("whose", default="mine")
    try:
        with pytest.warns(UserWarning, match=r"Span\._\.whose was made by somebody else and stays theirs"):
            add_extensions()
        assert NLP(TEXT)[0:1]._.whose == "mine"
    finally:
        Span.remove_extension("whose")
    add_extensions()
    assert Span.has_extension("whose")
    add_extensions()
    Span.remove_extension("whose")
