"""The component among others: its place does not matter, it touches nothing of theirs, and it can be saved."""

import pickle
import subprocess
import sys
import unicodedata

import pandas as pd
import pytest
import spacy
from spacy.attrs import ENT_IOB, ENT_TYPE, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example

from perspectieven import LexiconError, TableError, code_texts, read_lexicon
from perspectieven.lexicon import Lexicon
from perspectieven.pipeline import CodingComponent
from perspectieven.tables import CODINGS
from tests.coding.marks import read_marked
from tests.matching.lexicons import lexicon_of

TEXTS = [sentence.text for sentence in read_marked()][:40]
WORDS = "Dat hoort er toch bij .".split()
TAGS = ["VNW", "WW", "VNW", "BW", "VZ", "LET"]
MORPHS = ["Number=Sing", "Tense=Pres", "", "", "", "PunctType=Peri"]


def train() -> Language:
    """Return a Dutch pipeline of which two components were trained a little, and the others have rules."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger")
    nlp.add_pipe("morphologizer")
    example = Example.from_dict(nlp.make_doc(" ".join(WORDS)), {"words": WORDS, "tags": TAGS, "morphs": MORPHS})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(2):
        nlp.update([example], sgd=optimizer)
    nlp.add_pipe("sentencizer", first=True)
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": "school"}]], {"POS": "NOUN"})
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "school"}])
    lookups = Lookups()
    lookups.add_table("lemma_lookup", {"stelden": "stellen", "hoort": "horen"})
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=lookups)
    return nlp


def theirs(docs: list[Doc]) -> list[list[list[int]]]:
    """Return what the other components say of each token."""
    return [doc.to_array([TAG, POS, MORPH, LEMMA, SENT_START, ENT_IOB, ENT_TYPE]).tolist() for doc in docs]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A trained pipeline on disk, so that every test has the same weights."""
    folder = tmp_path_factory.mktemp("model")
    train().to_disk(folder)
    return folder


@pytest.mark.parametrize("place", [0, 3, 6])
def test_its_place_changes_nothing_for_anyone(model, place):
    plain, coded = spacy.load(model), spacy.load(model)
    before = [*plain.pipe_names, None][place]
    coded.add_pipe("perspectieven", **({"before": before} if before else {"last": True}))
    docs = list(coded.pipe(TEXTS))
    assert theirs(docs) == theirs(list(plain.pipe(TEXTS)))
    assert {doc.has_annotation("TAG") and doc.has_annotation("LEMMA") for doc in docs} == {True}
    blank = spacy.blank("nl")
    blank.add_pipe("perspectieven")
    for doc, alone in zip(docs, blank.pipe(TEXTS), strict=True):
        pd.testing.assert_frame_equal(doc._.codings, alone._.codings)


@pytest.mark.parametrize(("batch_size", "n_process"), [(1, 1), (7, 1), (1000, 1), (7, 2)])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_many_docs_are_coded_as_each_alone(lexicon, batch_size, n_process):
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven")
    docs = list(nlp.pipe(TEXTS, batch_size=batch_size, n_process=n_process))
    assert [doc.text for doc in docs] == TEXTS
    for doc in docs:
        pd.testing.assert_frame_equal(doc._.codings, code_texts([doc.text], lexicon).astype(CODINGS.columns))


def test_no_docs_are_no_docs():
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven")
    assert list(nlp.pipe([])) == []


def test_a_batch_is_coded_in_one_go(monkeypatch):
    calls = []

    def count(texts: list[str], lexicon: Lexicon) -> pd.DataFrame:
        calls.append(len(texts))
        return code_texts(texts, lexicon)

    monkeypatch.setattr("perspectieven.pipeline.component.code_texts", count)
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven")
    list(nlp.pipe(TEXTS[:10], batch_size=4))
    assert calls == [4, 4, 2]


def test_a_text_that_is_not_nfc_is_refused_and_a_handler_may_go_on():
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven")
    wrong = unicodedata.normalize("NFD", "De cli\u00ebnt hoort erbij.")
    with pytest.raises(TableError, match=r"not in NFC; make it with nlp\(unicodedata"):
        nlp(wrong)
    with pytest.raises(TableError, match=r"not in NFC"):
        list(nlp.pipe([TEXTS[0], wrong]))
    refused = []
    nlp.set_error_handler(lambda name, component, docs, error: refused.append((name, len(docs), type(error))))
    assert [doc.text for doc in nlp.pipe([TEXTS[0], wrong, TEXTS[1]])] == TEXTS[:2]
    assert refused == [("perspectieven", 1, TableError)]


def test_a_lexicon_that_is_not_there_is_named():
    with pytest.raises(LexiconError, match=r"nergens: 1 fault\n  is no folder and no shipped lexicon"):
        spacy.blank("nl").add_pipe("perspectieven", config={"lexicon": "nergens"})


def write_small_lexicon(folder, term):
    """Write a lexicon with one theme of the shipped one, and one term more."""
    from importlib.resources import files

    shipped = files("perspectieven.lexicon") / "normaliseren"
    folder.mkdir(exist_ok=True)
    index = (shipped / "lexicon.yaml").read_text(encoding="utf-8")
    themes = index[index.index("themas: [") : index.index("]") + 1]
    (folder / "lexicon.yaml").write_text(index.replace(themes, "themas: [ERB]"), encoding="utf-8")
    theme = (shipped / "ERB.yaml").read_text(encoding="utf-8")
    theme = theme.replace("    kerntermen:\n", f"    kerntermen:\n      - {term}\n", 1)
    (folder / "ERB.yaml").write_text(theme, encoding="utf-8")
    return folder


def test_a_saved_pipeline_codes_the_same_in_another_process(model, tmp_path):
    nlp = spacy.load(model)
    source = str(write_small_lexicon(tmp_path / "lexicon", "L:wombat"))
    nlp.add_pipe("perspectieven", first=True, config={"lexicon": source, "spans_key": "mijn"})
    nlp.to_disk(tmp_path / "saved")
    code = (
        "import sys, spacy; nlp = spacy.load(sys.argv[1]); doc = nlp('Een wombat hoort erbij.');"
        "sys.stdout.write(' '.join(span._.code for span in doc.spans['mijn']))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "saved")], capture_output=True, text=True, check=True
    )
    doc = nlp("Een wombat hoort erbij.")
    assert found.stdout == " ".join(span._.code for span in doc.spans["mijn"])
    assert len(found.stdout.split()) == 2
    component = spacy.load(tmp_path / "saved").get_pipe("perspectieven")
    assert (component.source, component.spans_key, component.lexicon.theme_ids) == (source, "mijn", ("ERB",))


def test_a_lexicon_that_changed_since_is_told(tmp_path):
    folder = write_small_lexicon(tmp_path / "lexicon", "L:wombat")
    kept = CodingComponent(str(folder)).to_bytes()
    write_small_lexicon(folder, "L:kangoeroe")
    with pytest.warns(UserWarning, match=r"has changed since the pipeline was saved; codings may differ"):
        component = CodingComponent("normaliseren").from_bytes(kept)
    assert component.lexicon == read_lexicon(folder)


@pytest.mark.parametrize("way", ["bytes", "disk", "pickle"])
def test_a_component_comes_back_as_it_was(tmp_path, way):
    source = str(write_small_lexicon(tmp_path / "lexicon", "L:wombat"))
    component = CodingComponent(source, spans_key="mijn")
    match way:
        case "bytes":
            back = CodingComponent("normaliseren").from_bytes(component.to_bytes())
        case "disk":
            component.to_disk(tmp_path / "one")
            back = CodingComponent("normaliseren").from_disk(tmp_path / "one")
        case _:
            back = pickle.loads(pickle.dumps(component))
    assert (back.source, back.spans_key, back.lexicon) == (source, "mijn", component.lexicon)
    doc = back(spacy.blank("nl")("Een wombat."))
    assert [span._.term for span in doc.spans["mijn"]] == ["L:wombat"]


def test_another_lexicon_may_be_put_in_its_place():
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven").lexicon = lexicon_of("L:wombat")
    doc = nlp("Een wombat.")
    assert [(span.text, span._.term) for span in doc.spans["X"]] == [("wombat", "L:wombat")]
