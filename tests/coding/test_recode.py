"""Recoding with a changed lexicon gives what coding everything with it gives."""

from dataclasses import replace

import pandas as pd
import pytest

from perspectieven.coding import code_transcripts, recode
from perspectieven.lexicon import Lexicon, Term
from perspectieven.reading.lexicon import read_lexicon
from perspectieven.study import Study
from tests.conftest import ROOT

OLD = read_lexicon("normaliseren")


def with_terms(lexicon: Lexicon, code_id: str, *added: str, dropped: int = 0) -> Lexicon:
    code = lexicon.code(code_id)
    terms = (*code.terms[dropped:], *(Term(notation, core=True) for notation in added))
    return lexicon.with_code(replace(code, terms=terms))


def without_code(lexicon: Lexicon, code_id: str) -> Lexicon:
    return replace(lexicon, codes=tuple(code for code in lexicon.codes if code.id != code_id))


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        with_terms(OLD, "GRE-ZORGEN", "L:school", "P:ja ~2~ maar"),
        with_terms(OLD, "VOO-SCHOOL", dropped=5),
        with_terms(with_terms(OLD, "ERB-FASE", "L:kind"), "HPR-MEEDENKEN", dropped=3),
        OLD.with_code(replace(OLD.code("GRE-ZORGEN"), orientation="neutraal")),
        without_code(OLD, "VOO-SCHOOL"),
        OLD.without_signs(),
    ],
)
def test_recoding_is_coding_everything(new):
    study = Study.open(ROOT)
    turns, codings = code_transcripts(study.transcripts(), OLD)
    pd.testing.assert_frame_equal(
        recode(turns, codings, OLD, new), code_transcripts(study.transcripts(), new)[1], check_dtype=False
    )


def test_a_code_that_is_new_is_found():
    study = Study.open(ROOT / "tests" / "ministudie")
    old = without_code(OLD, "VOO-SCHOOL")
    turns, codings = code_transcripts(study.transcripts(), old)
    found = recode(turns, codings, old, OLD)
    assert "VOO-SCHOOL" in set(found["code"]) - set(codings["code"])


def test_nothing_said_gives_nothing():
    turns, codings = code_transcripts([], OLD)
    assert len(recode(turns, codings, OLD, with_terms(OLD, "GRE-ZORGEN", "L:school"))) == 0
