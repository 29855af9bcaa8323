import csv
import json
from dataclasses import replace

import pytest

from perspectieven.errors import LexiconError
from perspectieven.lexicon import Lexicon, Theme
from perspectieven.lexicon.page import describe_code
from tests.conftest import ROOT


def test_the_shipped_lexicon_keeps_the_codes_and_definitions_of_the_proposal(lexicon, shared):
    proposal = json.loads((shared / "domain" / "lexicon.json").read_text(encoding="utf-8"))
    assert [theme.id for theme in lexicon.themes] == [theme["id"] for theme in proposal["themes"]]
    for code, wanted in zip(lexicon.codes, proposal["codes"], strict=True):
        assert (code.id, code.theme, code.label) == (wanted["id"], wanted["theme"], wanted["name"])
        assert (code.definition, code.include, code.exclude) == (
            wanted["definition"],
            wanted["include"],
            wanted["exclude"],
        )
        assert (code.hits[0], code.near_misses[0]) == (wanted["positive_example"], wanted["near_miss"])
        assert (code.orientation, code.negation.split()[0]) == (wanted["orientation"], wanted["negation"])
        assert (list(code.questions), code.factor) == (wanted["research_questions"], wanted["factor"])


def test_every_change_of_the_proposal_is_logged_with_a_reason(lexicon):
    with (ROOT / "docs" / "lexicon_wijzigingen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    there = {(code.id, "term", term.notation) for code in lexicon.codes for term in code.terms}
    there |= {(code.id, "uitsluiten", term.notation) for code in lexicon.codes for term in code.blockers}
    logged = {
        what: {(r["code"], r["soort"], r["term"]) for r in rows if r["wat"] == what}
        for what in ("toegevoegd", "verwijderd")
    }
    assert logged["toegevoegd"] <= there
    assert not logged["verwijderd"] & there
    assert all(row["reden"] for row in rows)
    assert len(there - logged["toegevoegd"]) < 1028 + 300


def test_the_same_content_has_the_same_digest_and_any_change_another(lexicon):
    same = Lexicon(lexicon.name, lexicon.version, lexicon.themes, lexicon.codes, lexicon.signs)
    assert same.digest == lexicon.digest != lexicon.without_signs().digest
    code = lexicon.code("BET-NORMAAL")
    for changed in (replace(code, exclude="anders"), replace(code, blockers=()), replace(code, terms=code.terms[:-1])):
        assert lexicon.with_code(changed).digest != lexicon.digest


def test_ids_are_checked(lexicon):
    theme = Theme("BET", "", "", ())
    with pytest.raises(LexiconError, match="BET: occurs more than once"):
        Lexicon("x", "1", (theme, theme), ())
    with pytest.raises(LexiconError, match='theme is "BET"; use one of ERB'):
        Lexicon("x", "1", (Theme("ERB", "", "", ()),), (lexicon.code("BET-NORMAAL"),))


def test_an_unknown_code_names_those_that_come_close(lexicon):
    with pytest.raises(LexiconError, match="LAT-PRESTATIEDRUK, LAT-GOEDGENOEG, LAT-VERGELIJKEN, LAT-TIJDRUST"):
        lexicon.code("LAT-DRUK")
    with pytest.raises(LexiconError, match=r"use one of BET, ERB, .* with its codes"):
        lexicon.code("ZZZ-DRUK")


@pytest.mark.parametrize(
    ("code", "affirmed", "negated", "hypothetical"),
    [
        ("BET-NORMAAL", "normaliserend", "problematiserend", "neutraal"),
        ("LAB-LABEL", "problematiserend", "normaliserend", "neutraal"),
        ("GRE-VEILIGHEID", "problematiserend", "neutraal", "neutraal"),
        ("VER-SAMENBRENGEN", "normaliserend", "normaliserend", "normaliserend"),
        ("HPR-VERLEGEN", "problematiserend", "normaliserend", "neutraal"),
    ],
)
def test_orientation_follows_the_code_s_own_rule(lexicon, code, affirmed, negated, hypothetical):
    found = [lexicon.code(code).orientation_when(s) for s in ("affirmed", "negated", "hypothetical")]
    assert found == [affirmed, negated, hypothetical]


def test_a_codebook_page_has_every_field_and_every_term(lexicon):
    for code in lexicon.codes:
        page = describe_code(lexicon, code.id)
        for term in (*code.terms, *code.blockers):
            assert f"  - {term.notation}\n" in page
        assert f"Kerntermen ({sum(t.core for t in code.terms)})" in page
    assert "een vraag telt als bevestigd" in describe_code(lexicon, "BET-RELATIEF")
